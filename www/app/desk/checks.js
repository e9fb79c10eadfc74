/** What does not fit together, within an article or between several. */

import { html } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { passagesOf } from "../passages.js";
import { checks as names } from "../strings.js";
import { quoted, sentence, titleOf } from "../views/checks.js";
import { isDismissed } from "./history.js";
import { firstOf, letter, letters, outletOf, textOf } from "./model.js";
import { block, dismissedSwitch, outlet, showAll } from "./parts.js";
import { idOf } from "./splits.js";
import { checks as words, page } from "./strings.js";

/** @import { Comparison, CrossCheck, Place } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { Article, DeskShown } from "../types.d.ts" */

const ROWS = 50;

/**
 * @typedef {object} Item
 * @property {string} key
 * @property {string} letters
 * @property {string} title
 * @property {string} what
 * @property {string} rule
 * @property {unknown} sentences
 * @property {(Place & { id?: string })[]} places
 */

/** @param {DeskShown} desk @param {CrossCheck} check @returns {Item} */
function across(desk, { rule, what, places, sentences }) {
  const { articles } = desk;
  const said = (/** @type {Place} */ { article, start, end }, /** @type {number} */ i) => html`<p>${outlet(articles, article)}</p>${
    quoted(articles[article].text, passagesOf(articles[article].text, [sentences[i]], [[start, end]]))}`;
  return {
    rule, what, places, letters: letters(places), title: names.titles[rule] ?? words.across, sentences: places.map(said),
    key: [rule, ...places.map((place) => `${outletOf(articles[place.article])}\n${place.start} ${textOf(desk, place)}`)].join("\n"),
  };
}

/** @param {Article} article @param {number} index @returns {Item[]} */
const within = (article, index) => article.analysis.checks.map((check) => ({
  letters: letter(index), title: titleOf(check), what: check.what, rule: check.rule, sentences: sentence(article, check),
  places: [{ article: index, start: check.start, end: check.end, id: check.id }],
  key: [check.rule, outletOf(article), ...check.spans.map((span) => `${span[0]} ${article.text.slice(...span)}`)].join("\n"),
}));

/** @type {WeakMap<Comparison, Item[]>} */
const known = new WeakMap();

/** @param {DeskShown} desk @param {Comparison} comparison */
export function checksOf(desk, comparison) {
  const all = known.get(comparison) ?? [...comparison.checks.map((check) => across(desk, check)), ...desk.articles.flatMap(within)];
  known.set(comparison, all);
  const dismissed = all.filter(({ key }) => isDismissed(desk, key));
  return { dismissed, shown: desk.open.has("checks") ? all : all.filter((item) => !dismissed.includes(item)) };
}

/** @param {DeskShown} desk @param {Item} item @param {Actions} act */
function row(desk, { key, letters, title, what, rule, sentences, places }, act) {
  const dismissed = isDismissed(desk, key);
  return html`<li>
    <h3>${letters} ${title}</h3>
    <p id="what-${idOf(key)}"><bdi>${what}</bdi></p>
    ${sentences}
    <p class="row"><span class="rule">${rule}</span> <span class="actions">
      <button class="link" type="button" id="check-${idOf(key)}" aria-describedby="what-${idOf(key)}" @click=${() => act.desk.openPlaces(places)}>${page.goTo}</button>
      <button class="link" type="button" aria-describedby="what-${idOf(key)}" @click=${() => act.desk.dismiss(key, `${letters} ${title}`, dismissed)}>${dismissed ? page.restore : page.dismiss}</button></span></p>
  </li>`;
}

/** @param {DeskShown} desk @param {Comparison} comparison @param {Actions} act */
export function checksView(desk, comparison, act) {
  const { shown, dismissed } = checksOf(desk, comparison);
  return block("checks", words.title, html`
    ${shown.length ? html`<ul class="rows checks">${repeat(firstOf(desk, "all-checks", shown, ROWS), ({ key }) => key, (item) => row(desk, item, act))}</ul>`
      : html`<p class="soft">${words.none}</p>`}
    ${showAll(desk, "all-checks", shown.length, ROWS, act)}
    ${dismissedSwitch(desk, "checks", dismissed.length, act)}`);
}
