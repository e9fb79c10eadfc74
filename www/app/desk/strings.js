/** Every word of the Desk, in English. */

import { count, number } from "../numbers.js";

/** @import { FigureGroup } from "../../../src/api.d.ts" */

/** @type {Record<number, string>} */
const SMALL = { 2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight", 9: "Nine", 10: "Ten" };

export const views = { label: "Views", read: "Read", desk: "Desk" };

export const page = {
  title: "Desk: articles compared. Copydesk",
  rail: "Articles and sections",
  opened: "Desk",
  /** @param {number} n @param {string} days @param {number} undated */
  heading: (n, days, undated) => `${SMALL[n] ?? number(n)} reports${days && `, ${days}`}${
    !undated ? "" : days ? `, ${number(undated)} without a date` : " without a date"}`,
  /** @param {number} differ @param {number} of */
  disagree: (differ, of) => (of ? `${number(differ)} of ${count(of, "shared figure", "shared figures")} ${differ === 1 ? "disagrees" : "disagree"}.` : "No shared figures."),
  /** @param {number} people @param {number} spellings */
  spellings: (people, spellings) => `${count(people, "person or organisation", "people and organisations")} under ${count(spellings, "spelling", "spellings")}.`,
  /** @param {number} n @param {boolean} reworded */
  quotes: (n, reworded) => `${count(n, "quote", "quotes")} repeated${reworded ? ", in other words" : ""}.`,
  comparing: "Comparing the articles…",
  compared: "Articles compared.",
  reading: "The Desk follows when all files are read.",
  failed: "The articles could not be compared.",
  again: "Try again",
  /** @param {number} n */
  all: (n) => `Show all ${number(n)}`,
  /** @param {number} n */
  dismissed: (n) => `Show ${number(n)} dismissed`,
  hideDismissed: "Hide dismissed",
  dismiss: "Dismiss",
  restore: "Put back",
  /** @param {string} what */
  didDismiss: (what) => `Dismissed: ${what}.`,
  /** @param {string} what */
  didRestore: (what) => `Put back: ${what}.`,
  goTo: "Go to text",
  close: "Close",
};

/** Sections, in their order on the page. */
export const sections = {
  disagree: "Disagree", claims: "Figures", people: "People", quotes: "Repeated quotes", timeline: "Timeline", checks: "Checks",
};

export const splits = {
  title: "They disagree on",
  unclear: "Unclear: day or scope cannot be told",
  none: "No figures that disagree.",
  against: "disagrees with",
  beside: "or",
  /** @param {string} day */
  published: (day) => `Published ${day}.`,
  /** @param {string} days */
  of: (days) => `For ${days}.`,
  source: "Source:",
  noSource: "Source not said.",
  openBoth: "Open both",
  copyBoth: "Copy both",
  copied: "Both sentences are on the clipboard.",
  /** @param {number} n */
  more: (n) => `Show ${number(n)} more`,
  /** @param {string} sentence @param {string} outlet @param {string} day */
  copy: (sentence, outlet, day) => `“${sentence}” (${outlet}${day && `, ${day}`})`,
};

export const claims = {
  title: "Figures side by side",
  caption: "What is counted, by article. Press a number to see its sentence beside another.",
  region: "Table of figures by article",
  none: "No figure stands in two of these reports.",
  noMatch: "No figure fits this search.",
  find: "Search what is counted, a value, an outlet or a source",
  placeholder: "Search figures",
  /** @param {number} n @param {number} of */
  shown: (n, of) => `${number(n)} of ${count(of, "figure", "figures")} shown.`,
  verdict: "Verdict",
  verdicts: { "": "All verdicts", differ: "Disagree", unclear: "Unclear", agree: "Agree" },
  sort: "Sort by",
  sorts: { differ: "Disagreement first", outlets: "Most outlets", label: "What is counted" },
  of: "What is counted",
  axis: "On one axis",
  /** @type {Record<FigureGroup["verdict"], string>} */
  signs: { differ: "≠", agree: "≈", unclear: "?" },
  notSaid: "not said",
  legend: { exact: "exact", about: "about", least: "at least", most: "at most", odd: "disagrees" },
  letters: "Letters are the articles, in the order of the columns.",
  pair: "The number you chose, and its counterpart",
  /** @param {string} label @param {string} values */
  plot: (label, values) => `${label}: ${values}.`,
  oddValue: ", disagrees",
};

export const people = {
  title: "People",
  columns: ["Who", "Spelled", "Actions"],
  none: "No person or organisation is named in these reports.",
  /** @param {number} n */
  quotes: (n) => count(n, "quote", "quotes"),
  noDay: "no date",
  edit: "Merge or split",
  /** @param {string} name */
  form: (name) => `Merge or split ${name}`,
  same: "is the same as",
  choose: "Choose a name",
  merge: "Merge",
  apart: "Somebody else?",
  takeOut: "Take out",
  /** @param {string} a @param {string} b */
  merged: (a, b) => `Merged: ${a} and ${b}.`,
  /** @param {string} name @param {string} outlet */
  split: (name, outlet) => `Taken out: ${name} in ${outlet}.`,
};

export const quotes = {
  title: "The same quote, in other words",
  same: "Repeated quotes",
  none: "No quote stands in two of these reports.",
  unknown: "Speaker not known",
  /** @param {number} n */
  outlets: (n) => `in ${count(n, "outlet", "outlets")}`,
  /** @param {number} days */
  earlier: (days) => (days === 1 ? ", published a day earlier" : `, published ${number(days)} days earlier`),
  matches: ["; the wording of ", " matches "],
};

export const timeline = {
  title: "Timeline",
  none: "No event on a known day.",
  noMatch: "Nothing fits this choice.",
  person: "Person",
  everyone: "Everyone",
  outlet: "Outlet",
  outlets: "All outlets",
  kind: "Kind",
  kinds: { "": "Statements and events", statement: "Statements", event: "Events" },
  when: "When",
  what: "What",
  earlier: "Earlier",
  later: "Later",
};

export const checks = {
  title: "Checks",
  none: "Nothing found that does not fit together.",
  /** What kind of fault between articles it is, by its rule, where its sentence alone is no title. */
  across: "Between articles",
};

export const trail = {
  /** @param {number} at @param {number} of */
  place: (at, of) => `Sentence ${number(at)} of ${number(of)}`,
  next: "The other sentence",
  following: "Next sentence",
  back: "Back to the Desk",
};
