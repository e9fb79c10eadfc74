/** The findings in a sentence, each with its rule and its fields. */

import { html } from "./dom.js";
import { fieldsOf, tokensOf } from "./findings.js";
import { button } from "./grammar.js";
import { rules } from "./strings.js";

/** @import { Sentence } from "../../../src/api.d.ts" */
/** @import { Fired } from "./findings.js" */
/** @import { Show } from "./grammar.js" */

/** @param {string} text @param {Sentence} sentence @param {Fired[]} fired @param {Show} show */
export function rulesView(text, sentence, fired, show) {
  if (!fired.length) return html("p", { class: "soft" }, rules.none);
  return html("ul", { class: "fired" }, ...fired.map((one) => entry(text, sentence, one, show)));
}

/** @param {string} text @param {Sentence} sentence @param {Fired} one @param {Show} show */
function entry(text, sentence, one, show) {
  const { kind, item, parts } = one;
  const words = "text" in item ? item.text.replace(/\s+/g, " ") : item.name;
  const tokens = parts.flatMap(({ span }) => tokensOf(sentence, span));
  const fields = fieldsOf(text, one).map(([name, value]) => html("div", {}, html("dt", {}, name), html("dd", {}, value)));
  return html("li", { "data-fired": kind },
    html("p", { class: "what" },
      html("span", { class: "kind" }, `${rules.kind[kind]} ${item.id}`),
      "rule" in item && html("code", {}, item.rule),
      "sure" in item && html("span", { class: "soft" }, rules.sure[item.sure])),
    html("p", {}, button(words, tokens, show)),
    fields.length > 0 && html("dl", {}, ...fields),
    "why" in item && html("p", { class: "soft" }, item.why));
}
