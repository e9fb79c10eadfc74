/** The card beside the pointer: when it comes, when it goes. */

import { findingsAt } from "./findings.js";
import { drawingOf } from "./views/article.js";

/** @import { Store } from "./store.js" */
/** @import { Article } from "./types.d.ts" */

/** Milliseconds that the pointer rests on a mark before the card comes, and is away from both before it goes. */
const REST = 250;
const AWAY = 200;

/**
 * @param {Store} store @param {() => Article | undefined} article
 * @param {{ select: (article: Article, id: string) => void, accept: () => void, reject: () => void, edit: () => void }} review
 */
export function createCardActions(store, article, review) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {number} after @param {() => void} what */
  const later = (after, what) => {
    clearTimeout(waiting);
    waiting = setTimeout(what, after);
  };
  const close = () => {
    clearTimeout(waiting);
    if (store.state.card) store.set({ card: null });
  };
  const leave = () => later(AWAY, close);

  /** @param {HTMLElement} mark @param {number} x */
  const show = (mark, x) => {
    const open = article();
    const segment = open && mark.isConnected && drawingOf(open).segmentOf.get(mark);
    const finding = segment && findingsAt(open.analysis, segment, store.state.hidden)[0];
    // The line of a mark that the pointer is on: a mark may run over several.
    const boxes = [...mark.getClientRects()];
    const box = boxes.find(({ left, right }) => left <= x && x <= right) ?? boxes[0];
    if (finding && box && !getSelection()?.toString()) store.set({ card: { id: finding.item.id, box: { left: box.left, top: box.top, bottom: box.bottom } } });
  };

  return {
    /** @param {MouseEvent} event */
    over: ({ target, clientX }) => {
      const mark = target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("mark")) : null;
      if (mark) later(REST, () => show(mark, clientX));
      else leave();
    },
    keep: () => clearTimeout(waiting),
    leave, close,
    /** Does something to the finding of the card. @param {string} id @param {"accept" | "reject" | "edit"} what */
    judge: (id, what) => {
      const open = article();
      close();
      if (!open) return;
      review.select(open, id);
      review[what]();
    },
  };
}
