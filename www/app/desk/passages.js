/** Sentences of articles as the Desk shows them: with their marks, the place in question framed. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { overlap } from "../findings.js";
import { passagesOf } from "../passages.js";
import { checks } from "../strings.js";

/** @import { Pair, Place, Segment } from "../../../src/api.d.ts" */
/** @import { Passage } from "../passages.js" */
/** @import { Article, Desk } from "../types.d.ts" */

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
/** A stop that ends no sentence. */
const ABBREVIATED = /(?:^|[^\p{L}])(?:\p{Lu}|Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Capt|Sgt|Sen|Rep|Gov|Rev|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.\s*$/u;
/** So much text on either side is looked at: more than is shown. */
const REACH = 1_000;

/** The sentence around a place, within its paragraph. @param {Article} article @param {Pair} place @returns {Pair} */
export function sentenceAt({ text, analysis }, [from, to]) {
  const paragraph = analysis.paragraphs.find(({ start, end }) => start <= from && from < end);
  const first = Math.max(paragraph?.start ?? 0, from - REACH);
  const window = text.slice(first, Math.min(paragraph?.end ?? text.length, to + REACH));
  let start = 0;
  for (const { segment, index } of segmenter.segment(window)) {
    const end = index + segment.length;
    if (ABBREVIATED.test(segment)) continue;
    if (first + end > from && first + end >= to) return [first + start, first + start + window.slice(start, end).trimEnd().length];
    if (first + end <= from) start = end;
  }
  return [first + start, first + window.trimEnd().length];
}

/** @param {Article} article @param {Pair} place */
export const passageAt = (article, place) => passagesOf(article.text, [sentenceAt(article, place)], [place])[0];

/** Where it is cut, it says so. @param {Passage} passage @param {unknown} words */
const inWhole = ({ cutBefore, cutAfter }, words) => html`<bdi>${cutBefore ? checks.cut : nothing}${words}${cutAfter ? checks.cut : nothing}</bdi>`;

/** @param {Segment} segment @param {Pair} at @param {string} text */
function mark({ start, end, kinds, edges }, at, text) {
  return html`<mark data-kind=${kinds.filter((kind) => kind !== "check").join(" ")} data-edge=${edges.join(" ") || nothing}
    aria-current=${overlap([start, end], at) ? "true" : nothing}>${text.slice(start, end)}</mark>`;
}

/** @type {WeakMap<Place, unknown>} */
const kept = new WeakMap();

/** The sentence of a figure, with all its marks. @param {Desk} desk @param {Place} place */
export function marked({ articles }, place) {
  const before = kept.get(place);
  if (before) return before;
  const { text, analysis } = articles[place.article];
  /** @type {Pair} */
  const at = [place.start, place.end];
  const passage = passageAt(articles[place.article], at);
  const segments = analysis.segments.filter(({ start, end }) => start >= passage.start && end <= passage.end);
  const parts = [];
  let done = passage.start;
  for (const segment of segments) {
    parts.push(text.slice(done, segment.start), mark(segment, at, text));
    done = segment.end;
  }
  const shown = inWhole(passage, [...parts, text.slice(done, passage.end)]);
  kept.set(place, shown);
  return shown;
}
