/** What the reader can do to a finding: accept, reject, edit, add, copy. */

import { findingOf, neighbour, speakerName } from "../findings.js";
import * as screen from "../screen.js";
import { article as articleWords, review as words } from "../strings.js";
import { drawingOf } from "../views/article.js";
import { titleOf } from "../views/checks.js";
import { anchor, correction, rejectionOf, renaming, textOf } from "./corrections.js";
import { asQuote } from "./copy.js";
import { readForm } from "./read-form.js";

/** @import { FindingCorrection, Pair, Rejected } from "../../../src/api.d.ts" */
/** @import { Log } from "../log.js" */
/** @import { Store } from "../store.js" */
/** @import { Article, Editing, Finding } from "../types.d.ts" */

/** @param {Store} store @param {Log} log @param {{ article: () => Article | undefined, go: (id: string) => void }} reading */
export function createReviewActions(store, log, { article, go }) {
  const current = () => {
    const open = article();
    const finding = open && findingOf(open.analysis, store.state.finding);
    return finding ? { open, finding } : null;
  };

  /** @param {Article} open @param {FindingCorrection} correction @param {string} said @param {boolean} [withdrawn] */
  const add = (open, correction, said, withdrawn = false) =>
    log.add({ kind: "review", article: open.id, correction, withdrawn, words: said });

  /** Opens the finding after one, as it was before the text is analysed again. @param {Article} open @param {Finding} finding */
  const advance = (open, { item }) => {
    const next = neighbour(open.analysis, item.id, 1, store.state.hidden);
    if (next) go(next.item.id);
    else store.set({ finding: null, said: articleWords.lastFinding });
  };

  /** @param {"accept" | "reject"} act */
  const judge = (act) => {
    const at = current();
    if (!at || (act === "accept" && at.finding.kind === "check")) return;
    const { open, finding } = at;
    const what = finding.kind === "check" ? titleOf(finding.item) : brief(finding.item.text);
    advance(open, finding);
    const said = act === "accept" ? words.accepted : finding.kind === "check" ? words.dismissed : words.rejected;
    add(open, correction(open.text, finding, act), said(what));
  };

  /** @param {Editing} editing */
  const edit = (editing) => {
    store.set({ editing });
    store.flush();
    screen.focusOn(".edit input, .edit select");
  };

  const leave = () => {
    store.set({ editing: null });
    store.flush();
    screen.focusOn('mark[tabindex="0"]');
  };

  /** What is selected in the open article. @returns {Pair | null} */
  const selected = () => {
    const open = article();
    return open ? drawingOf(open).selected() : null;
  };

  /** @param {Article} open @param {Editing} editing @param {FormData} form */
  const save = (open, editing, form) => {
    const finding = editing.id === null ? undefined : findingOf(open.analysis, editing.id);
    const set = readForm(form, editing, open, finding);
    const what = brief(open.text.slice(...editing.extent));
    const quote = finding?.kind === "quote" ? finding.item : null;
    const all = quote && set.speaker && form.get("spread") ? renaming(open.text, quote, set.speaker) : null;
    if (all && quote) add(open, all, words.said(speakerName(open.text, quote) ?? what, set.speaker ?? ""));
    else if (finding) add(open, correction(open.text, finding, "edit", set), words.changed(what));
    else {
      store.set({ added: { kind: editing.on, place: editing.extent } });
      add(open, { on: editing.on, act: "add", at: anchor(open.text, editing.extent), set }, words.added(what, words.kind[editing.on]));
    }
  };

  return {
    accept: () => judge("accept"),
    reject: () => judge("reject"),
    edit: () => {
      const at = current();
      if (!at || at.finding.kind === "check") return;
      const { kind, item } = at.finding;
      edit({ on: kind, id: item.id, extent: [item.start, item.end] });
    },
    /** Marks what is selected. */
    addSelected: () => {
      const open = article();
      const extent = selected();
      if (!open || !extent) return log.tell(words.nothingSelected);
      const text = open.text.slice(...extent);
      edit({ on: /^["“„«]/.test(text) ? "quote" : /\d/.test(text) ? "figure" : "date", id: null, extent });
    },
    /** @param {Event} event */
    chooseKind: (event) => {
      const { editing } = store.state;
      const on = /** @type {Editing["on"]} */ (/** @type {HTMLInputElement} */ (event.target).value);
      if (editing) store.set({ editing: { ...editing, on } });
    },
    takeSelected: () => {
      const { editing } = store.state;
      const extent = selected();
      if (!extent) log.tell(words.nothingSelected);
      else if (editing) store.set({ editing: { ...editing, extent } });
    },
    /** @param {SubmitEvent} event */
    save: (event) => {
      event.preventDefault();
      const { editing } = store.state;
      const open = article();
      if (!editing || !open) return;
      save(open, editing, new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
      leave();
    },
    leave,
    /** Puts back what was rejected. @param {Rejected} rejected */
    restore: (rejected) => {
      const open = article();
      const rejection = open && rejectionOf(open.corrections, rejected);
      if (open && rejection) add(open, rejection, words.restored(brief(rejected.text)), true);
    },
    /** Forgets the corrections that have no place any more. */
    letGo: () => {
      const open = article();
      for (const at of open?.analysis.unplaced ?? []) if (open) add(open, open.corrections[at], words.restored(brief(open.corrections[at].at.exact)), true);
    },
    copy: async () => {
      const at = current();
      if (at) log.tell(await screen.copied(asQuote(at.open, at.finding)));
    },
    openText: () => store.set({ sheet: "text" }),
    /** @param {SubmitEvent} event */
    saveText: (event) => {
      event.preventDefault();
      const open = article();
      const text = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get("text");
      screen.closeSheet();
      if (!open || typeof text !== "string" || text === textOf(store.state.done, open)) return;
      log.add({ kind: "text", article: open.id, text: text.toWellFormed(), words: words.textChanged(open.analysis.title ?? open.name) });
    },
  };
}

/** Words as they are named in a sentence about them. @param {string} words */
const brief = (words) => (words.length > 60 ? `${words.slice(0, words.lastIndexOf(" ", 60))}…` : words);
