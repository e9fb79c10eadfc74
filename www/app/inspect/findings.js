/** Which findings touch a sentence, and with which of their parts. */

/** @import { Analysis, DateMention, Figure, Pair, Quote, Sentence, Speaker } from "../../../src/api.d.ts" */

/**
 * @typedef {object} Fired
 * @property {"figure" | "quote" | "date" | "speaker"} kind
 * @property {Figure | Quote | DateMention | Speaker} item
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

/** Every finding that touches a sentence, in the order of the text, with its parts there. @param {Analysis} analysis @param {Sentence} sentence @returns {Fired[]} */
export function firedIn(analysis, sentence) {
  /** @type {Fired[]} */
  const all = [
    ...analysis.figures.map((item) => ({ kind: /** @type {const} */ ("figure"), item, parts: [...part(null, [item.start, item.end]), ...part("noun", item.noun)] })),
    ...analysis.quotes.map((item) => ({ kind: /** @type {const} */ ("quote"), item, parts: partsOfQuote(item) })),
    ...analysis.dates.map((item) => ({ kind: /** @type {const} */ ("date"), item, parts: part(null, [item.start, item.end]) })),
    ...analysis.speakers.map((item) => ({ kind: /** @type {const} */ ("speaker"), item, parts: item.mentions.flatMap((span) => part(null, span)) })),
  ];
  const here = all.map((fired) => ({ ...fired, parts: fired.parts.filter(({ span }) => touches(span, sentence)) }));
  /** @param {Fired} fired */
  const start = ({ parts }) => Math.min(...parts.map(({ span }) => span[0]));
  return here.filter(({ parts }) => parts.length).sort((a, b) => start(a) - start(b));
}

/** Places of the tokens that a span covers or touches. @param {Sentence} sentence @param {Pair} span */
export const tokensOf = (sentence, span) => [...sentence.tokens.keys()].filter((at) =>
  touches(span, sentence.tokens[at]));

/** What heads its entry already. */
const SAID = new Set(["id", "start", "end", "text", "rule", "why", "sure", "mentions", "name"]);

/** The fields that say something, as in the API; stretches of text as their words. @param {string} text @param {Fired} fired @returns {[string, string][]} */
export function fieldsOf(text, { item }) {
  /** @param {unknown} value @returns {string} */
  const show = (value) => {
    if (!Array.isArray(value)) return String(value);
    if (typeof value[0] === "number") return text.slice(value[0], value[1]).replace(/\s+/g, " ");
    return value.map(show).join(" … ");
  };
  const fields = Object.entries(item).filter(([key, value]) => !SAID.has(key) && value !== null && value !== false);
  return fields.map(([key, value]) => [key, show(value)]);
}
