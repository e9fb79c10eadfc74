/** What the reader corrects in an article, as the engine takes it, and the text as the reader has it. */

/** @import { FindingCorrection, Pair, Quote, TextAnchor } from "../../../src/api.d.ts" */
/** @import { Act, Article, Finding } from "../types.d.ts" */

/** UTF-16 units of surroundings that an anchor keeps. */
const CONTEXT = 32;

/** @param {string} text @param {Pair} place @returns {TextAnchor} */
export const anchor = (text, [start, end]) => ({
  start,
  exact: text.slice(start, end),
  // A pair of surrogates cut in two is no text.
  prefix: text.slice(Math.max(0, start - CONTEXT), start).toWellFormed().replace(/^\uFFFD/, ""),
  suffix: text.slice(end, end + CONTEXT).toWellFormed().replace(/\uFFFD$/, ""),
});

/**
 * @param {string} text @param {Finding} finding @param {FindingCorrection["act"]} act @param {FindingCorrection["set"]} [set]
 * @returns {FindingCorrection}
 */
export const correction = (text, { kind, item }, act, set) => ({
  on: kind, act, at: anchor(text, [item.start, item.end]),
  ...(kind === "check" && { rule: item.rule }),
  ...(set && { set }),
});

/** Who said a quote, for all of that speaker's. @param {string} text @param {Quote} quote @param {string} speaker @returns {FindingCorrection | null} */
export const renaming = (text, quote, speaker) => (quote.speaker && {
  on: "speaker", act: "edit", at: anchor(text, quote.speaker), set: { speaker },
});

/** @type {WeakMap<Act[], Map<string, FindingCorrection[]>>} */
const known = new WeakMap();

/** The corrections of an article that stand, the same array as long as nothing is done. @param {Act[]} done @param {string} article @returns {FindingCorrection[]} */
export function correctionsOf(done, article) {
  const before = known.get(done) ?? new Map();
  known.set(done, before);
  if (before.has(article)) return before.get(article);
  const acts = done.filter((act) => act.kind === "review" && act.article === article);
  /** @type {FindingCorrection[]} */
  let standing = [];
  for (const act of acts) {
    if (act.kind !== "review") continue;
    if (act.withdrawn) standing = standing.filter((one) => one !== act.correction);
    else standing.push(act.correction);
  }
  before.set(article, standing);
  return standing;
}

/** The text of an article as the reader has it. @param {Act[]} done @param {Pick<Article, "id" | "original">} article */
export function textOf(done, { id, original }) {
  const last = done.findLast((act) => act.kind === "text" && act.article === id);
  return last?.kind === "text" ? last.text : original;
}

/** Whether two lists hold the same corrections. @param {FindingCorrection[]} a @param {FindingCorrection[]} b */
export const sameCorrections = (a, b) => a.length === b.length && a.every((one, i) => one === b[i]);

/** The rejection that took a place out, if one did. @param {FindingCorrection[]} corrections @param {{ kind: string, text: string, start: number }} rejected */
export const rejectionOf = (corrections, { kind, text, start }) => corrections
  .filter(({ act, on, at }) => act === "reject" && on === kind && (at.exact.includes(text) || text.includes(at.exact)))
  .sort((a, b) => Math.abs(a.at.start - start) - Math.abs(b.at.start - start))[0];
