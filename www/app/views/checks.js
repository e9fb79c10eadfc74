/** What does not fit together: each check with the words it is about, to be looked at one by one. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { passagesOf } from "../passages.js";
import { checks as words, lists } from "../strings.js";
import { capital } from "./parts.js";

/** @import { Check } from "../../../src/api.d.ts" */
/** @import { TemplateResult } from "../../vendor/lit-html/lit-html.js" */
/** @import { Actions } from "../actions.js" */
/** @import { Passage } from "../passages.js" */
/** @import { Article, State } from "../types.d.ts" */

/** What kind of fault it is, in plain words; for a rule not known here, its own. @param {Check} check */
export const titleOf = ({ rule, why }) => words.titles[rule] ?? capital(why);

/** @param {string} text @param {Passage} passage */
function pieces(text, { start, end, spans }) {
  const parts = [];
  let place = start;
  for (const [from, to] of spans) {
    parts.push(text.slice(place, from), html`<mark data-kind="check">${text.slice(from, to)}</mark>`);
    place = to;
  }
  return [...parts, text.slice(place, end)];
}

/** @param {Article} article @param {Check} check */
export const sentence = ({ text }, { spans, sentences }) => quoted(text, passagesOf(text, sentences, spans));

/** Sentences in quotation marks unless they bring their own, `…` where they are cut. @param {string} text @param {Passage[]} passages */
export function quoted(text, passages) {
  const shown = passages.map((passage, i) => html`${i ? words.between : passage.cutBefore ? words.cut : nothing}${pieces(text, passage)}`);
  const own = passages.some(({ start, end }) => /["“”]/.test(text.slice(start, end)));
  const [open, close] = own ? [] : words.quotes;
  return html`<p class="sentence">${open}<bdi>${shown}${passages.at(-1)?.cutAfter ? words.cut : nothing}</bdi>${close}</p>`;
}

/** What does not change while an article is open, kept by check. @type {WeakMap<Check, TemplateResult>} */
const kept = new WeakMap();

/** @param {Article} article @param {Check} check */
function body(article, check) {
  const shown = kept.get(check) ?? html`
    <h3>${titleOf(check)}</h3>
    <p id="what-${check.id}"><bdi>${check.what}</bdi></p>
    ${sentence(article, check)}`;
  kept.set(check, shown);
  return shown;
}

/** @param {Article} article @param {Check} check @param {State} state @param {Actions} act */
function row(article, check, state, act) {
  const now = check.id === state.finding;
  return html`<li class=${now ? "now" : nothing} data-id=${check.id}>
    ${body(article, check)}
    <p class="row"><span class="rule">${check.rule}</span> <button class="link" type="button" aria-current=${now ? "true" : nothing}
      aria-describedby="what-${check.id}" @click=${() => act.go(check.id)}>${words.go}</button></p>
  </li>`;
}

/** @param {Article} article @param {Check[]} shown @param {State} state @param {Actions} act */
export const checksList = (article, shown, state, act) => html`
  <h2 class="vh">${lists.caption.checks}</h2>
  <ul class="rows checks">${repeat(shown, ({ id }) => id, (check) => row(article, check, state, act))}</ul>`;
