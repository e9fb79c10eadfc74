/** The sentence around a place in the text, or as much of it as can be read at a glance. */

/** @import { Pair } from "../../src/api.d.ts" */

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

/**
 * The passages that hold the given places; places in one sentence share theirs.
 * @param {Pair[]} sentences those that hold the places
 * @param {string} text @param {Pair[]} spans in order
 * @returns {Passage[]}
 */
export function passagesOf(text, sentences, spans) {
  /** @type {Passage[]} */
  const passages = [];
  for (const span of spans) {
    const passage = passageOf(text, sentences, span);
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

/** @param {string} text @param {Pair[]} sentences @param {Pair} span @returns {Passage} */
function passageOf(text, sentences, [from, to]) {
  const [first, last] = sentences.find(([start, end]) => start <= from && from < end) ?? [from, to];
  const cutBefore = from - first > AROUND;
  const cutAfter = last - to > AROUND;
  return {
    start: cutBefore ? wordAfter(text, from - AROUND, from) : first,
    end: cutAfter ? wordBefore(text, to + AROUND, to) : Math.max(to, last),
    spans: [[from, to]],
    cutBefore,
    cutAfter,
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
