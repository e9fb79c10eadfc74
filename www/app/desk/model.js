/** What the Desk's sections share: names of articles, keys that last, values in words. */

import { findingOf, findingsOf } from "../findings.js";
import { day, saidValue, valueIn } from "../format.js";

/** @import { Claim, FigureGroup, Pair, Person, Place } from "../../../src/api.d.ts" */
/** @import { Article, Desk } from "../types.d.ts" */

/** `A`, `B` ... `Z`, `AA`. @param {number} n @returns {string} */
export const letter = (n) => (n < 26 ? String.fromCharCode(65 + n) : letter(Math.floor(n / 26) - 1) + letter(n % 26));

/** @param {Article} article */
export const outletOf = ({ analysis, name }) => analysis.outlet ?? name;

/** @param {Desk} desk @param {Place} place */
export const textOf = ({ articles }, { article, start, end }) => articles[article].text.slice(start, end);

/** @param {Article} article */
export const publishedDay = ({ analysis }) => analysis.published?.value.slice(0, 10) ?? null;

/** The days of publication, each once, in order. @param {Article[]} articles */
export const daysOf = (articles) => [...new Set(articles.map(publishedDay).filter((value) => value !== null))].sort();

/** The year that need not be said, as most of what is shown is in it. @param {Article[]} articles */
export const yearOf = (articles) => daysOf(articles).at(-1)?.slice(0, 4) ?? "";

/** One day or several, short, with the year only where it is another. @param {string[]} days @param {Article[]} articles */
export const dayIn = ([from, to], articles) => day(from, to ?? from, yearOf(articles));

/** @param {Article[]} articles @param {Article} article */
export function publishedIn(articles, article) {
  const value = publishedDay(article);
  return value ? dayIn([value], articles) : "";
}

/** @type {WeakMap<FigureGroup, string>} */
const keys = new WeakMap();

/** A group stays the same in the next comparison if it says the same in the same outlets. @param {Desk} desk @param {FigureGroup} group */
export function groupKey(desk, group) {
  const known = keys.get(group);
  if (known) return known;
  const said = group.claims.map((claim) => `${textOf(desk, claim)}\n${outletOf(desk.articles[claim.article])}`);
  const key = [group.label, ...said.sort()].join("\n");
  keys.set(group, key);
  return key;
}

/** @param {Desk} desk @param {Place} place */
export const placeKey = ({ articles }, { article, start }) => `${articles[article].id}-${start}`;

/** A person is known again by its first entry in an article. @param {Desk} desk @param {Person} person */
export const personKey = ({ articles }, { members: [{ article, id }] }) => `${articles[article].id}-${id}`;

/** The articles that a group, a person or an event stands in. @param {{ article: number }[]} places */
export const articlesIn = (places) => [...new Set(places.map(({ article }) => article))].sort((a, b) => a - b);

/** @param {Place[]} places */
export const letters = (places) => articlesIn(places).map(letter).join(" ");

/** @param {Desk} desk @param {Claim} claim */
const figureOf = ({ articles }, { article, id }) => {
  const finding = findingOf(articles[article].analysis, id);
  return finding?.kind === "figure" ? finding.item : undefined;
};

/** The value as its article says it: `at least 31`, `£4.2m`. @param {Desk} desk @param {Claim} claim */
export function valueOf(desk, claim) {
  const figure = figureOf(desk, claim);
  return figure ? saidValue(figure) : textOf(desk, claim);
}

/** The value in the unit of its group, where the article has another. @param {Desk} desk @param {FigureGroup} group @param {Claim} claim */
export function converted(desk, { unit }, claim) {
  const own = figureOf(desk, claim)?.unit;
  return unit && own && own !== unit ? valueIn(unit, claim.low, claim.high) : null;
}

/** @param {Claim} a @param {Claim} b */
const sameValue = (a, b) => a.low === b.low && a.high === b.high && a.modifier === b.modifier;

/**
 * The claim to be read beside another: one with another value that cannot be true, one in another article, the nearest.
 * @param {Claim[]} claims @param {Claim} claim
 */
export function counterpart(claims, claim) {
  /** @param {Claim} other */
  const rank = (other) => [sameValue(claim, other), !other.odd, other.article === claim.article, Math.abs(other.low - claim.low), !other.source].map(Number);
  const others = claims.filter((other) => other !== claim).map((other) => ({ other, rank: rank(other) }));
  others.sort((a, b) => a.rank.map((n, i) => n - b.rank[i]).find((n) => n !== 0) ?? 0);
  return others[0]?.other;
}

/** The claims of a group, the two to be compared first: those that were chosen, or an odd one and its counterpart. @param {Desk} desk @param {FigureGroup} group */
export function inOrder(desk, group) {
  const picked = desk.pick?.group === groupKey(desk, group) ? desk.pick.claims : [];
  const chosen = picked.map((key) => group.claims.find((claim) => placeKey(desk, claim) === key)).filter((claim) => claim !== undefined);
  // A headline names no source: what can be held against somebody comes before it.
  const oddFirst = [...group.claims].sort((a, b) => Number(b.odd) - Number(a.odd) || Number(!a.source) - Number(!b.source));
  const first = chosen[0] ?? oddFirst[0];
  const second = chosen[1] ?? counterpart(group.claims, first);
  return [...new Set([first, second, ...oddFirst])].filter((claim) => claim !== undefined);
}

/** Claims of one value together, in the order in which they first stand. @param {Desk} desk @param {Claim[]} claims @returns {[string, Claim[]][]} */
export function byValue(desk, claims) {
  /** @type {Map<string, Claim[]>} */
  const values = new Map();
  for (const claim of claims) {
    const value = valueOf(desk, claim);
    values.set(value, [...values.get(value) ?? [], claim]);
  }
  return [...values];
}

/** The finding at a place, if there is one; the most particular. @param {Article} article @param {Pair} place */
export function findingIn({ analysis }, [start, end]) {
  return findingsOf(analysis).order.filter(({ kind, item }) => kind !== "quote" && item.start < end && start < item.end)[0]?.item.id ?? null;
}

/** The first so many, or all. @template T @param {Desk} desk @param {string} list @param {T[]} items @param {number} most */
export const firstOf = (desk, list, items, most) => (desk.printing || desk.whole.has(list) ? items : items.slice(0, most));
