/** Which rows a list shows, and in which order: found, narrowed, sorted, grouped. */

import { claim, counted, speakerName } from "../findings.js";
import { meaning, shortValue } from "../format.js";
import { lists } from "../strings.js";

/** @import { Check, DateMention, Figure, Quote } from "../../../src/api.d.ts" */
/** @import { Article, State, Tab } from "../types.d.ts" */

/** @typedef {{ values: (string | number)[], words: string }} Keys what a row is sorted by, a column each, and found by */

/** @type {WeakMap<object, Keys>} */
const known = new WeakMap();

/** @param {Article} article @param {Figure} figure */
function figureKeys({ analysis, text }, figure) {
  const quote = claim(analysis, figure);
  const value = figure.value ?? figure.low ?? 0;
  return [value, counted(text, figure) || figure.text, (quote && speakerName(text, quote)) ?? ""];
}

/** @type {{ figures: (article: Article, item: Figure) => (string | number)[], speakers: (article: Article, item: Quote) => (string | number)[], dates: (article: Article, item: DateMention) => (string | number)[], checks: (article: Article, item: Check) => (string | number)[] }} */
const VALUES = {
  figures: figureKeys,
  speakers: ({ text }, quote) => [speakerName(text, quote) ?? "", quote.text, quote.kind],
  dates: (_, date) => [date.text.toLowerCase(), date.interval?.[0] ?? date.value ?? "", date.anchor ?? ""],
  checks: (_, check) => [check.what],
};

/** Columns whose values many rows share. @type {Record<Tab, number[]>} */
const GROUPED = { figures: [2], speakers: [0, 2], dates: [2], checks: [] };

/** @template {Tab} K @param {K} tab @param {Article} article @param {any} item */
function keysOf(tab, article, item) {
  const before = known.get(item);
  if (before) return before;
  const values = VALUES[tab](article, /** @type {never} */ (item));
  const shown = tab === "figures" ? shortValue(item) : tab === "dates" ? meaning(item, "short") : "";
  const keys = { values, words: [...values, item.text, shown, item.status].join(" ").toLowerCase() };
  known.set(item, keys);
  return keys;
}

/** @param {{ sure: number, review?: string }} item @param {State["only"]} only */
const isWanted = (item, only) => only === "" || (only === "yours" ? item.review !== undefined : item.review === undefined && item.sure < 3);

/**
 * The rows of a list, in the order in which they are shown.
 * @template {{ id: string, sure: number, review?: string }} T
 * @param {Tab} tab @param {T[]} items @param {Article} article @param {State} state @returns {T[]}
 */
export function rowsOf(tab, items, article, { find, only, sort }) {
  // Without a word to find, no row is asked for its words: a long article has tens of thousands.
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const found = items.filter((item) => isWanted(item, only) && words.every((word) => keysOf(tab, article, item).words.includes(word)));
  if (sort?.tab !== tab) return found;
  const { column, down } = sort;
  const key = (/** @type {T} */ item) => keysOf(tab, article, item).values[column];
  const compare = (/** @type {string | number} */ a, /** @type {string | number} */ b) =>
    (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true }));
  return found.toSorted((a, b) => (down ? compare(key(b), key(a)) : compare(key(a), key(b))));
}

/** What stands above the rows that a sorted list has in common with those below; empty if it has nothing. @param {Tab} tab @param {Article} article @param {object} item @param {State} state */
export function groupOf(tab, article, item, { sort }) {
  return sort?.tab === tab && GROUPED[tab].includes(sort.column) ? keysOf(tab, article, item).values[sort.column] || lists.notSaid : null;
}
