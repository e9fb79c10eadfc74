/** What can be gone to in an article, in which order, and what belongs together. */

/** @import { Analysis, Figure, Pair, Quote, Segment } from "../../src/api.d.ts" */
/** @import { Finding, Kind, Tab } from "./types.d.ts" */

/** Where each kind of finding is listed, and which switch hides it. @type {Record<Finding["kind"], Tab>} */
export const TAB_OF = { figure: "figures", quote: "speakers", date: "dates" };
/** @type {Record<Finding["kind"], Kind>} */
export const KIND_OF = { figure: "figure", quote: "speaker", date: "date" };

/** @param {Pair | null} a @param {Pair | null} b */
export const overlap = (a, b) => a !== null && b !== null && a[0] < b[1] && b[0] < a[1];

/** @typedef {{ order: Finding[], byId: Map<string, Finding> }} Findings */

/** @type {WeakMap<Analysis, Findings>} */
const known = new WeakMap();

/** All findings of an article in the order of its text. @param {Analysis} analysis @returns {Findings} */
export function findingsOf(analysis) {
  const before = known.get(analysis);
  if (before) return before;
  /** @type {Finding[]} */
  const order = [
    ...analysis.figures.map((item, index) => (/** @type {Finding} */ ({ kind: "figure", index, item }))),
    ...analysis.dates.map((item, index) => (/** @type {Finding} */ ({ kind: "date", index, item }))),
    ...analysis.quotes.map((item, index) => (/** @type {Finding} */ ({ kind: "quote", index, item }))),
  ];
  order.sort((a, b) => a.item.start - b.item.start || b.item.end - a.item.end);
  const findings = { order, byId: new Map(order.map((finding) => [finding.item.id, finding])) };
  known.set(analysis, findings);
  return findings;
}

/** @param {Analysis} analysis @param {string | null} id */
export const findingOf = (analysis, id) => (id === null ? undefined : findingsOf(analysis).byId.get(id));

/**
 * The next finding that is not hidden, from the open one or from the start.
 * @param {Analysis} analysis @param {string | null} from @param {1 | -1} step @param {ReadonlySet<Kind>} hidden
 */
export function neighbour(analysis, from, step, hidden) {
  const order = findingsOf(analysis).order.filter(({ kind }) => !hidden.has(KIND_OF[kind]));
  const place = order.findIndex(({ item }) => item.id === from);
  if (place < 0) return order.at(step > 0 ? 0 : -1);
  return order[place + step];
}

/** The quote in which a figure is claimed. @param {Analysis} analysis @param {Figure} figure */
export function claim(analysis, figure) {
  const finding = findingOf(analysis, figure.quote);
  return finding?.kind === "quote" ? finding.item : undefined;
}

/**
 * What a figure counts and what happened to it, in the text's own words where it names it; empty if unknown.
 * @param {string} text @param {Figure} figure
 */
export function counted(text, { kind, noun, concept, unit, status }) {
  // What a bare count is about cannot be told from the words around it; a sum or a share has its nearest phrase.
  const about = kind === "count" ? unit : concept?.split(", ")[0];
  const of = noun ? text.slice(...noun) : about;
  return [of, status].filter(Boolean).join(", ");
}

/** The name of who said it: the fullest in the text, or the words beside the quote. @param {string} text @param {Quote} quote */
export function speakerName(text, quote) {
  return quote.speaker_name ?? (quote.speaker ? text.slice(...quote.speaker) : null);
}

/** Whether a figure stands in the headline. @param {Analysis} analysis @param {Figure} figure */
export function inHeadline(analysis, figure) {
  return analysis.paragraphs.some(({ kind, start, end }) => kind === "title" && start <= figure.start && figure.end <= end);
}

/**
 * What is linked with a finding: the speaker beside it and the day of a figure, the speaker of a quote.
 * @param {Analysis} analysis @param {Finding} finding
 * @returns {{ speaker: string | null, place: Pair | null, date: string | null }}
 */
export function linksOf(analysis, finding) {
  const quote = finding.kind === "quote" ? finding.item : finding.kind === "figure" ? claim(analysis, finding.item) : undefined;
  return {
    speaker: quote?.speaker_id ?? null,
    place: quote?.speaker ?? null,
    date: finding.kind === "figure" ? finding.item.date : null,
  };
}

/**
 * The findings a segment stands for, the most particular first. A speaker stands for what is said there.
 * @param {Analysis} analysis @param {Segment} segment @param {ReadonlySet<Kind>} hidden
 */
export function findingsAt(analysis, segment, hidden) {
  const { order, byId } = findingsOf(analysis);
  const named = segment.ids.map((id) => byId.get(id)).filter((finding) => finding !== undefined);
  const spoken = segment.kinds.includes("speaker")
    ? order.filter(({ kind, item }) => kind === "quote" && overlap(item.speaker, [segment.start, segment.end])) : [];
  const rank = { figure: 0, date: 1, quote: 2 };
  return [...new Set([...named, ...spoken])]
    .filter(({ kind }) => !hidden.has(KIND_OF[kind]))
    .sort((a, b) => rank[a.kind] - rank[b.kind]);
}

/** How many dates stay unresolved. @param {Analysis} analysis */
export const unresolved = (analysis) => analysis.dates.filter(({ value }) => value === null).length;

/** @param {Analysis} analysis */
export const foundNothing = ({ figures, quotes, dates }) => !figures.length && !quotes.length && !dates.length;
