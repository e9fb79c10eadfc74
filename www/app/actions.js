/** What the reader can do. Views call these; they change the store, and through `screen` the focus. */

import { samples } from "../samples.js";
import { createCardActions } from "./card-actions.js";
import { createDeskActions } from "./desk/actions.js";
import { TAB_OF, asideCount, findingOf, findingsAt, neighbour, switchesOf } from "./findings.js";
import { fromFiles, fromText } from "./intake.js";
import { createListActions } from "./list-actions.js";
import { createLog } from "./log.js";
import { createReviewActions } from "./review/actions.js";
import { createSessionActions } from "./session-actions.js";
import * as screen from "./screen.js";
import { article as words, first, kinds, lists } from "./strings.js";
import { drawingOf, place } from "./views/article.js";
import { heading } from "./views/detail.js";

/** @import { Pool } from "./pool.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Store } from "./store.js" */
/** @import { Article, Aside, Finding, Hideable, Kind, Source, Tab, Trouble } from "./types.d.ts" */

/** @typedef {ReturnType<typeof createActions>} Actions */

/** @type {Tab[]} */
const TABS = ["figures", "speakers", "dates", "checks"];

/** @param {Store} store @param {Reader} reader @param {Pool} pool */
export function createActions(store, reader, pool) {
  const article = () => store.state.articles.find(({ id }) => id === store.state.open);

  /** @param {Source[]} sources */
  const read = (sources) => {
    if (!sources.length) return;
    screen.closeSheet();
    reader.read(session.openSessions(sources));
  };

  /** @param {Article} article @param {Finding} finding */
  const select = (article, finding) => {
    const hidden = new Set(store.state.hidden);
    for (const one of switchesOf(finding)) hidden.delete(one);
    store.set({ finding: finding.item.id, tab: TAB_OF[finding.kind], page: null, hidden, editing: null, card: null });
    store.set({ said: words.said(place(article, store.state), heading(article.text, finding)) });
    store.flush();
    screen.showRow();
    return drawingOf(article).light(finding);
  };

  /** Goes to a finding: in the list, in the text, and with the focus. @param {string} id */
  const go = (id) => {
    const open = article();
    const finding = open && findingOf(open.analysis, id);
    if (!finding) return;
    const mark = select(open, finding);
    if (mark) screen.goTo(mark);
  };

  /** @param {string} id */
  const open = (id) => {
    if (id === store.state.open && store.state.view === "read") return;
    const name = store.state.articles.find((other) => other.id === id);
    store.set({ view: "read", open: id, finding: null, page: null, editingDate: false, editing: null, picked: null, said: name?.analysis.title ?? name?.name ?? "" });
    store.flush();
    screen.toTop();
  };

  const log = createLog(store);
  const desk = createDeskActions(store, log, { open, go });
  const review = createReviewActions(store, log, { article, go });
  const session = createSessionActions(store, log, reader, pool, article);
  const card = createCardActions(store, article, {
    ...review,
    select: (at, id) => {
      const finding = findingOf(at.analysis, id);
      if (finding) select(at, finding)?.focus({ preventScroll: true });
    },
  });

  /** Opens an article by itself, not as a place that the Desk led to. @param {string} id */
  const openAlone = (id) => {
    store.set({ trail: null });
    open(id);
  };

  const closeDate = () => {
    store.set({ editingDate: false });
    store.flush();
    screen.focusOn("#change-date");
  };

  /** @param {string | null} published */
  const date = async (published) => {
    const dated = article();
    if (!dated) return;
    closeDate();
    await reader.date(dated, published);
  };

  return {
    read, go, desk, log, review, card, session,
    ...createListActions(store, log, article),

    chooseFiles: async () => read(fromFiles(await screen.choose("files"))),
    chooseFolder: async () => read(fromFiles(await screen.choose("folder"))),

    /** @param {SubmitEvent} event */
    readPasted: (event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.currentTarget);
      const box = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("text"));
      if (box.value.trim()) {
        read([fromText(box.value)]);
        store.set({ draft: "" });
      } else {
        pasteError(form, first.nothingPasted);
        box.focus();
      }
    },
    /** @param {KeyboardEvent} event */
    submitByKey: (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
    },
    /** @param {Event} event */
    typedPaste: (event) => {
      pasteError(/** @type {HTMLFormElement} */ (event.currentTarget), "");
      store.set({ draft: /** @type {HTMLTextAreaElement} */ (event.target).value });
    },

    readSample: () => read(samples.slice(0, 1)),
    readSamples: () => read(samples),

    cancel: () => reader.cancel(),
    /** @param {Trouble} trouble */
    again: (trouble) => void reader.again(trouble),
    /** @param {Trouble} trouble @returns {(event: Event) => void} */
    recode: (trouble) => ({ currentTarget }) => void reader.recode(trouble, /** @type {HTMLSelectElement} */ (currentTarget).value),
    /** @param {Trouble} trouble */
    dismiss: (trouble) => reader.dismiss(trouble),
    hideReport: () => store.set({ report: false }),
    showReport: () => {
      store.set({ report: true });
      store.flush();
      screen.toTop();
      screen.focusOn(".report .scroll");
    },

    /** @param {string | null} id */
    open: (id) => void (id && openAlone(id)),
    /** @param {string} id @returns {(event: Event) => void} */
    openLink: (id) => (event) => {
      event.preventDefault();
      openAlone(id);
    },
    /** @param {Article} article */
    close: ({ id, name, analysis }) => {
      log.add({ kind: "close", article: id, words: words.closed(analysis.outlet ?? name) });
      screen.focusOn('.stack [aria-current="page"]');
    },
    /** @param {1 | -1} step */
    nextArticle: (step) => {
      const { articles } = store.state;
      const next = articles[articles.findIndex(({ id }) => id === store.state.open) + step];
      if (next) openAlone(next.id);
    },
    /** @param {1 | -1} step */
    nextFinding: (step) => {
      const at = article();
      if (!at) return;
      const next = neighbour(at.analysis, store.state.finding, step, store.state.hidden);
      if (next) go(next.item.id);
      else store.set({ said: step > 0 ? words.lastFinding : words.firstFinding });
    },
    /** A press on a mark opens its finding; a further press the next one at that place. @param {Event} event */
    clickMark: (event) => {
      const mark = event.target instanceof Element ? event.target.closest("mark") : null;
      const at = article();
      const segment = mark && at && drawingOf(at).segmentOf.get(mark);
      if (!segment || getSelection()?.toString()) return;
      const here = findingsAt(at.analysis, segment, store.state.hidden);
      const known = here.findIndex(({ item }) => item.id === store.state.finding);
      const next = here[(known + 1) % here.length];
      if (next) select(at, next)?.focus({ preventScroll: true });
    },

    /** Shows or hides a kind, or what stands beside it; a switch that the open article has no use for is not there. @param {Hideable} one */
    toggle: (one) => {
      const { analysis } = article() ?? {};
      if (!analysis || (one === "check" && !analysis.checks.length)) return;
      if ((one === "vague" && !asideCount(analysis, "date")) || (one === "ordinal" && !asideCount(analysis, "figure"))) return;
      const hidden = new Set(store.state.hidden);
      if (!hidden.delete(one)) hidden.add(one);
      store.set({ hidden, said: words.toggled(one in lists.aside ? lists.aside[/** @type {Aside} */ (one)] : kinds[/** @type {Kind} */ (one)].name, !hidden.has(one)) });
    },
    letters: () => store.set({ letters: !store.state.letters, said: words.letters(!store.state.letters) }),

    /** @param {Tab} tab */
    tab: (tab) => store.set({ tab, page: null, folded: false }),
    /** Arrows, Home and End in the tabs. @param {KeyboardEvent} event */
    moveTab: (event) => {
      const at = TABS.indexOf(store.state.tab);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const tab = TABS.at(to % TABS.length) ?? TABS[0];
      store.set({ tab, page: null, folded: false });
      store.flush();
      screen.focusOn(`#tab-${tab}`);
    },
    /** @param {Tab} tab @param {number} part */
    page: (tab, part) => store.set({ page: { tab, part } }),
    fold: () => store.set({ folded: !store.state.folded }),

    /** @param {string} [id] */
    editDate: (id) => {
      if (id) openAlone(id);
      store.set({ editingDate: true });
      store.flush();
      screen.focusOn("#published");
    },
    /** @param {SubmitEvent} event */
    setDate: (event) => {
      event.preventDefault();
      const value = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get("published");
      if (typeof value === "string" && value) date(value);
    },
    useTextDate: () => void date(null),
    leaveDate: closeDate,

    openKeys: () => store.set({ sheet: "keys" }),
    openHistory: () => store.set({ sheet: "history" }),
    openAdd: () => store.set({ sheet: "add" }),
    closeSheet: screen.closeSheet,
    sheetClosed: () => store.set({ sheet: null }),

    /** Esc: ends what is on top. */
    escape: () => {
      if (store.state.view === "desk" && desk.unpick()) return;
      if (store.state.card) card.close();
      else if (store.state.editing) review.leave();
      else if (store.state.editingDate) closeDate();
      else if (store.state.progress) reader.cancel();
    },

    /** @param {number | null} over */
    over: (over) => void (store.state.over !== over && store.set({ over })),
    /** @param {Source[]} sources a drop or a folder, which may hold nothing */
    dropped: (sources) => (sources.length ? read(sources) : reader.refuseDrop()),
  };
}

/** @param {HTMLFormElement} form @param {string} words */
function pasteError(form, words) {
  const line = form.querySelector("#text-error");
  if (line) line.textContent = words;
}
