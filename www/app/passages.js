/** The sentence around a place in the text, or as much of it as can be read at a glance. */

/** @import { Pair, Paragraph } from "../../src/api.d.ts" */

/**
 * @typedef {object} Passage
 * @property {number} start
 * @property {number} end
 * @property {Pair[]} spans the places in it, in order
 * @property {boolean} cutBefore whether its sentence begins before it
 * @property {boolean} cutAfter
 */

/** Most that is shown before and after a place, in UTF-16 units: about two lines of a list. */
const AROUND = 120;

/** Where a sentence ends: not after `Gen.`, `Mr.` or `p.m.`; a sentence too many is shown rather than half a one. */
const SENTENCE_END = /(?<=(?:\p{Ll}{3}|\bMay|\s\p{Ll}{2}|\p{Lu}{2}|\d|[%”"’)])[.?!][”"’)]*)\s+(?=[“"‘(]?\p{Lu})/gu;

/**
 * The passages that hold the given places; places in one sentence share theirs.
 * @param {string} text @param {Paragraph[]} paragraphs @param {Pair[]} spans in order
 * @returns {Passage[]}
 */
export function passagesOf(text, paragraphs, spans) {
  /** @type {Passage[]} */
  const passages = [];
  for (const span of spans) {
    const passage = passageOf(text, paragraphs, span);
    const last = passages.at(-1);
    if (last && passage.start < last.end) {
      last.spans.push(span);
      if (passage.end > last.end) [last.end, last.cutAfter] = [passage.end, passage.cutAfter];
    } else {
      passages.push(passage);
    }
  }
  return passages;
}

/** @param {string} text @param {Paragraph[]} paragraphs @param {Pair} span @returns {Passage} */
function passageOf(text, paragraphs, [from, to]) {
  const paragraph = paragraphs.find(({ start, end }) => start <= from && from < end) ?? { start: from, end: to };
  const first = Math.max(paragraph.start, from - AROUND);
  const last = Math.max(to, Math.min(paragraph.end, to + AROUND));
  const gaps = [...text.slice(first, last).matchAll(SENTENCE_END)].map(({ index, 0: gap }) => [first + index, first + index + gap.length]);
  const start = gaps.findLast(([, next]) => next <= from)?.[1];
  const end = gaps.find(([place]) => place >= to)?.[0];
  return {
    start: start ?? (first > paragraph.start ? wordAfter(text, first, from) : first),
    end: end ?? (last < paragraph.end ? wordBefore(text, last, to) : last),
    spans: [[from, to]],
    cutBefore: start === undefined && first > paragraph.start,
    cutAfter: end === undefined && last < paragraph.end,
  };
}

/** Where the first whole word after a place begins. @param {string} text @param {number} place @param {number} limit */
function wordAfter(text, place, limit) {
  const space = /\s+/.exec(text.slice(place, limit));
  return space ? place + space.index + space[0].length : place;
}

/** Where the last whole word before a place ends. @param {string} text @param {number} place @param {number} limit */
function wordBefore(text, place, limit) {
  return limit + text.slice(limit, place).replace(/\s+\S*$/, "").length;
}
