/** What can be gone to in an article, in which order, and what belongs together. */

/** @import { Analysis, DateMention, Figure, Pair, Quote, Segment } from "../../src/api.d.ts" */
/** @import { Aside, Finding, Hideable, Kind, Tab } from "./types.d.ts" */

/** Where each kind of finding is listed, and which switch hides it. @type {Record<Finding["kind"], Tab>} */
export const TAB_OF = { figure: "figures", quote: "speakers", date: "dates", check: "checks" };
/** @type {Record<Finding["kind"], Kind>} */
export const KIND_OF = { figure: "figure", quote: "speaker", date: "date", check: "check" };

/** @param {Pair | null} a @param {Pair | null} b */
export const overlap = (a, b) => a !== null && b !== null && a[0] < b[1] && b[0] < a[1];

/** The findings beside each kind, if it has any. @type {{ figure: Aside, date: Aside }} */
const ASIDE_OF = { figure: "ordinal", date: "vague" };
/** @type {{ figure: (figure: Figure) => boolean, date: (date: DateMention) => boolean }} */
const isAside = { figure: ({ kind }) => kind === "ordinal", date: ({ vague }) => vague };

/**
 * @template T
 * @typedef {{ all: T[], plain: T[] }} Listed what a list holds, and the same without what stands aside
 */

/**
 * @typedef {object} Findings
 * @property {Finding[]} order
 * @property {Map<string, Finding>} byId an end of a stretch of time leads to the stretch
 * @property {Listed<Figure>} figure
 * @property {Listed<DateMention>} date
 */

/** @type {WeakMap<Analysis, Findings>} */
const known = new WeakMap();

/** All findings of an article in the order of its text. @param {Analysis} analysis @returns {Findings} */
export function findingsOf(analysis) {
  const before = known.get(analysis);
  if (before) return before;
  const dates = listedDates(analysis.dates);
  const figures = analysis.figures.filter((figure) => !isDate(figure));
  /** @type {Finding[]} */
  const order = [
    // A check stands before the date or figure at the same place: what needs the reader comes first.
    ...analysis.checks.map((item) => (/** @type {Finding} */ ({ kind: "check", item }))),
    ...figures.map((item) => (/** @type {Finding} */ ({ kind: "figure", item }))),
    ...dates.map((item) => (/** @type {Finding} */ ({ kind: "date", item }))),
    ...analysis.quotes.map((item) => (/** @type {Finding} */ ({ kind: "quote", item }))),
  ];
  order.sort((a, b) => a.item.start - b.item.start || b.item.end - a.item.end);
  const findings = {
    order, byId: byIdOf(order, analysis),
    figure: { all: figures, plain: figures.filter((figure) => !isAside.figure(figure)) },
    date: { all: dates, plain: dates.filter((date) => !isAside.date(date)) },
  };
  known.set(analysis, findings);
  return findings;
}

/** A length of time that is a date too: it is one finding, the date. @param {Figure} figure */
const isDate = ({ same_as }) => same_as?.startsWith("d") ?? false;

/**
 * The dates without the ends of stretches of time: `from 8am to 6pm GMT` is one date to the reader. What an end alone
 * says, the time zone, goes to its stretch.
 * @param {DateMention[]} dates
 */
function listedDates(dates) {
  const zones = new Map(dates.filter(({ range, zone }) => range && zone).map(({ range, zone }) => [range, zone]));
  return dates.filter(({ range }) => range === null).map((date) => (zones.has(date.id) ? { ...date, zone: zones.get(date.id) ?? null } : date));
}

/** @param {Finding[]} order @param {Analysis} analysis */
function byIdOf(order, analysis) {
  const byId = new Map(order.map((finding) => [finding.item.id, finding]));
  for (const { id, range } of analysis.dates) {
    const stretch = range === null ? undefined : byId.get(range);
    if (stretch) byId.set(id, stretch);
  }
  for (const { id, same_as } of analysis.figures) {
    const date = byId.has(id) || same_as === null ? undefined : byId.get(same_as);
    if (date) byId.set(id, date);
  }
  return byId;
}

/**
 * The figures or dates that are listed and counted.
 * @template {"figure" | "date"} K
 * @param {Analysis} analysis @param {K} kind @param {ReadonlySet<Hideable>} hidden
 * @returns {Findings[K]["all"]}
 */
export function listed(analysis, kind, hidden) {
  const { all, plain } = findingsOf(analysis)[kind];
  return hidden.has(ASIDE_OF[kind]) ? plain : all;
}

/** How many places in a row or vague times an article has, shown or not. @param {Analysis} analysis @param {"figure" | "date"} kind */
export function asideCount(analysis, kind) {
  const { all, plain } = findingsOf(analysis)[kind];
  return all.length - plain.length;
}

/** What the reader has switched off a finding with. @param {Finding} finding @returns {Hideable[]} */
export function switchesOf(finding) {
  if (finding.kind === "figure" && isAside.figure(finding.item)) return ["figure", "ordinal"];
  if (finding.kind === "date" && isAside.date(finding.item)) return ["date", "vague"];
  return [KIND_OF[finding.kind]];
}

/** @param {Finding} finding @param {ReadonlySet<Hideable>} hidden */
const isShown = (finding, hidden) => !switchesOf(finding).some((one) => hidden.has(one));

/** @param {Analysis} analysis @param {string | null} id */
export const findingOf = (analysis, id) => (id === null ? undefined : findingsOf(analysis).byId.get(id));

/**
 * The next finding that is not hidden, from the open one (which may be) or from the start.
 * @param {Analysis} analysis @param {string | null} from @param {1 | -1} step @param {ReadonlySet<Hideable>} hidden
 */
export function neighbour(analysis, from, step, hidden) {
  const { order } = findingsOf(analysis);
  const open = order.findIndex(({ item }) => item.id === from);
  const start = open >= 0 ? open + step : step > 0 ? 0 : order.length - 1;
  for (let place = start; place >= 0 && place < order.length; place += step) {
    if (isShown(order[place], hidden)) return order[place];
  }
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
    date: finding.kind === "figure" || finding.kind === "quote" ? findingOf(analysis, finding.item.date)?.item.id ?? null : null,
  };
}

/**
 * The findings a segment stands for, the most particular first. A speaker stands for what is said there.
 * @param {Analysis} analysis @param {Segment} segment @param {ReadonlySet<Hideable>} hidden
 */
export function findingsAt(analysis, segment, hidden) {
  const { order, byId } = findingsOf(analysis);
  const named = segment.ids.map((id) => byId.get(id)).filter((finding) => finding !== undefined);
  const spoken = segment.kinds.includes("speaker")
    ? order.filter(({ kind, item }) => kind === "quote" && overlap(item.speaker, [segment.start, segment.end])) : [];
  const rank = { check: 0, figure: 1, date: 2, quote: 3 };
  return [...new Set([...named, ...spoken])]
    .filter((finding) => isShown(finding, hidden))
    .sort((a, b) => rank[a.kind] - rank[b.kind]);
}

/** How many dates stay unresolved. @param {Analysis} analysis */
export const unresolved = (analysis) => findingsOf(analysis).date.all.filter(({ value }) => value === null).length;

/** @param {Analysis} analysis */
export const foundNothing = (analysis) => !findingsOf(analysis).order.length;

/**
 * Ids are counted anew in every analysis: the open finding is the one of its kind at the same place.
 * @param {Analysis | undefined} before @param {Analysis} after @param {string | null} id
 */
export function sameFinding(before, after, id) {
  const old = before && findingOf(before, id);
  const same = old && findingsOf(after).order.find(({ kind, item }) => kind === old.kind && item.start === old.item.start);
  return same?.item.id ?? null;
}
