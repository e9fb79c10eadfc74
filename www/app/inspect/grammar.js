/** Lists of what the tokens of a sentence form. */

import { html } from "./dom.js";
import { grammar } from "./strings.js";

/** @import { Sentence, TokenRange, VerbGroup } from "../../../src/api.d.ts" */
/** @import { Child } from "./dom.js" */

/** A press on words shows where they stand. @typedef {(tokens: number[]) => void} Show */

/** `past perfect, passive, negated`. @param {Sentence} sentence @param {VerbGroup} group */
export function featuresOf({ tokens }, group) {
  const tense = [
    group.tense ?? grammar.notFinite, group.perfect && grammar.perfect, group.progressive && grammar.progressive,
  ].filter(Boolean).join(" ");
  return [
    tense, group.passive ? grammar.passive : grammar.active, group.modal !== null && grammar.modal(tokens[group.modal].form),
    group.negated && grammar.negated,
  ].filter(Boolean).join(", ");
}

/** @param {string} text @param {Sentence} sentence @param {Show} show */
export function grammarView(text, sentence, show) {
  const { tokens, names, phrases, verb_groups, clauses } = sentence;
  /** @param {TokenRange} range the words as they are written */
  const words = ([first, end]) => {
    const written = text.slice(tokens[first].start, tokens[end - 1].end).replace(/\s+/g, " ");
    return button(written, Array.from({ length: end - first }, (_, index) => first + index), show);
  };
  /** @param {number | null} at */
  const form = (at) => (at === null ? null : tokens[at].form);
  /** @param {VerbGroup} group */
  const verb = (group) => button(group.tokens.map((at) => tokens[at].form).join(" "), group.tokens, show);
  return html("div", { class: "grammar" },
    list(grammar.verbs, verb_groups.map((group) => [verb(group), form(group.verb), featuresOf(sentence, group)])),
    list(grammar.clauses, clauses.map(({ head, tokens, subject }) => [words(tokens), form(head), form(subject)])),
    list(grammar.phrases, phrases.map(({ tokens, head }) => [words(tokens), form(head)])),
    list(grammar.names, names.map(({ tokens, kind }) => [words(tokens), kind])));
}

/** @param {string} words @param {number[]} tokens @param {Show} show */
export function button(words, tokens, show) {
  const element = html("button", { type: "button", class: "words" }, words);
  element.addEventListener("click", () => show(tokens));
  return element;
}

/** @param {{ title: string, columns: string[], none: string }} of @param {Child[][]} rows */
function list({ title, columns, none }, rows) {
  const heading = html("h3", {}, title);
  if (!rows.length) return html("section", {}, heading, html("p", { class: "soft" }, none));
  return html("section", {}, heading, html("table", { class: "plain", "aria-label": title },
    html("thead", {}, html("tr", {}, ...columns.map((column) => html("th", { scope: "col" }, column)))),
    html("tbody", {}, ...rows.map((cells) => html("tr", {}, ...cells.map((cell) => html("td", {}, cell)))))));
}
