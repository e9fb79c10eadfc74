/** Which findings touch a sentence, and with which of their parts. */

/** @import { Analysis, Check, DateMention, Figure, Pair, Quote, Sentence, Speaker } from "../../../src/api.d.ts" */

/**
 * @typedef {object} Fired
 * @property {"figure" | "quote" | "date" | "speaker" | "check"} kind
 * @property {Figure | Quote | DateMention | Speaker | Check} item
 * @property {{ name: string | null, span: Pair }[]} parts where it stands; the finding itself has no name
 */

/** @param {Pair} span @param {{ start: number, end: number }} sentence */
const touches = ([start, end], sentence) => start < sentence.end && sentence.start < end;

/** @param {string | null} name @param {Pair | null} span */
const part = (name, span) => (span ? [{ name, span }] : []);

/** @param {Quote} quote */
const partsOfQuote = ({ content, cue, speaker }) => [
  ...content.flatMap((piece) => part(null, piece)), ...part("cue", cue), ...part("speaker", speaker),
];

/** Every finding with all its parts. @param {Analysis} analysis @returns {Fired[]} */
const allOf = ({ figures, quotes, dates, speakers, checks }) => [
  ...figures.map((item) => ({ kind: /** @type {const} */ ("figure"), item, parts: [...part(null, [item.start, item.end]), ...part("noun", item.noun)] })),
  ...quotes.map((item) => ({ kind: /** @type {const} */ ("quote"), item, parts: partsOfQuote(item) })),
  ...dates.map((item) => ({ kind: /** @type {const} */ ("date"), item, parts: part(null, [item.start, item.end]) })),
  ...speakers.map((item) => ({ kind: /** @type {const} */ ("speaker"), item, parts: item.mentions.flatMap((span) => part(null, span)) })),
  ...checks.map((item) => ({ kind: /** @type {const} */ ("check"), item, parts: item.spans.flatMap((span) => part(null, span)) })),
];

/**
 * For each sentence the findings that touch it, in the order of the text, with their parts there.
 * @param {Analysis} analysis @param {Sentence[]} sentences
 */
export function firedIn(analysis, sentences) {
  /** @type {Map<string, Fired>[]} */
  const found = sentences.map(() => new Map());
  for (const one of allOf(analysis)) {
    for (const part of one.parts) {
      for (let at = sentenceAt(sentences, part.span[0]); at < sentences.length && touches(part.span, sentences[at]); at++) {
        const here = found[at].get(one.item.id) ?? { ...one, parts: [] };
        here.parts.push(part);
        found[at].set(one.item.id, here);
      }
    }
  }
  /** @param {Fired} fired */
  const start = ({ parts }) => Math.min(...parts.map(({ span }) => span[0]));
  return found.map((here) => [...here.values()].sort((a, b) => start(a) - start(b)));
}

/** The first sentence that ends after an offset. @param {Sentence[]} sentences @param {number} offset */
function sentenceAt(sentences, offset) {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Places of the tokens that a span covers or touches. @param {Sentence} sentence @param {Pair} span */
export const tokensOf = (sentence, span) => [...sentence.tokens.keys()].filter((at) =>
  touches(span, sentence.tokens[at]));

/** What heads its entry already. */
const SAID = new Set(["id", "start", "end", "text", "rule", "why", "sure", "mentions", "name", "sentences"]);

/** The fields that say something, as in the API; stretches of text as their words. @param {string} text @param {Fired} fired @returns {[string, string][]} */
export function fieldsOf(text, { item }) {
  /** @param {unknown} value @returns {string} */
  const show = (value) => {
    if (!Array.isArray(value)) return String(value);
    if (typeof value[0] === "number") return text.slice(value[0], value[1]).replace(/\s+/g, " ");
    return value.map(show).join(" … ");
  };
  // A quote or a check in one piece is its text.
  const said = (/** @type {string} */ key, /** @type {unknown} */ value) =>
    SAID.has(key) || ((key === "content" || key === "spans") && Array.isArray(value) && value.length === 1);
  const fields = Object.entries(item).filter(([key, value]) => !said(key, value) && value !== null && value !== false);
  return fields.map(([key, value]) => [key, show(value)]);
}
