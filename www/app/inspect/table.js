/** The tokens of a sentence as a table: the same as the tree, for reading aloud and for copying. */

import { conllu, iob } from "./conllu.js";
import { html } from "./dom.js";
import { tokensOf } from "./findings.js";
import { table } from "./strings.js";

/** @import { Sentence } from "../../../src/api.d.ts" */
/** @import { Fired } from "./findings.js" */

/** @param {Sentence} sentence @param {Fired[]} fired */
export function tableView(sentence, fired) {
  /** @type {Set<string>[]} */
  const ids = sentence.tokens.map(() => new Set());
  for (const { item, parts } of fired) {
    for (const at of parts.flatMap(({ span }) => tokensOf(sentence, span))) ids[at].add(item.id);
  }
  const rows = sentence.tokens.map(({ form, lemma, tag, fine_tag, head, relation, classes }, at) => html("tr", { "data-token": at },
    html("td", { class: "num" }, String(at + 1)), html("th", { scope: "row" }, form),
    ...[lemma ?? "_", tag, fine_tag].map((cell) => html("td", {}, cell)),
    html("td", { class: "num" }, String(head === null ? 0 : head + 1)),
    ...[relation, iob(sentence, at), classes.join(", "), [...ids[at]].join(" ")].map((cell) => html("td", {}, cell))));
  return html("div", { class: "scroll", role: "region", "aria-label": table.region, tabindex: 0 },
    html("table", { class: "plain tokens", "aria-label": table.title },
      html("thead", {}, html("tr", {}, ...table.columns.map((column) => html("th", { scope: "col" }, column)))),
      html("tbody", {}, ...rows)));
}

/** @param {string} text @param {Sentence} sentence */
export function copyView(text, sentence) {
  const said = html("span", { class: "soft", role: "status" });
  const press = html("button", { type: "button", class: "btn" }, table.copy);
  press.addEventListener("click", () => {
    const copying = navigator.clipboard?.writeText(conllu(text, sentence)) ?? Promise.reject();
    copying.then(() => said.replaceChildren(table.copied), () => said.replaceChildren(table.notCopied));
  });
  return html("p", { class: "actions" }, press, said);
}
