/** Every word of the developer page that is not in its HTML. Fields of findings keep their names of the API. */

import { count } from "../numbers.js";

export const SAMPLE = `Rescue off Grim Point goes on

The Tarrow Courier, 12 May 2026

At least 31 people were injured and seven were still missing on Tuesday after the ferry Alder Star ran aground in Skarrow Sound, the coastguard said. The ship has not been refloated.

“We heard one long scrape and then the lights went out,” said Maren Oduya, 41, a nurse from Hale. The transport minister, Tomas Reyl, said a first report would follow within 30 days. “Until then I will not guess,” he said.
`;

export const page = {
  /** @param {number} n */
  sealed: (n) => `${count(n, "request", "requests")} since this page loaded`,
  /** @param {number} sentences @param {number} tokens */
  read: (sentences, tokens) => `${count(sentences, "sentence", "sentences")}, ${count(tokens, "token", "tokens")}.`,
  /** @param {import("../../../src/api.d.ts").Published | null} published */
  reckoned: (published) => (published ? `Dates are reckoned from ${published.value}, ${published.source === "user" ? "as set here" : "as the text says"}.`
    : "No date of publication: relative dates stay unresolved."),
  nothing: "There is no sentence in the box.",
  /** @param {unknown} fault */
  fault: (fault) => (fault instanceof Error && fault.name === "Error" ? fault.message
    : `The engine stopped on this text (${fault instanceof Error ? `${fault.name}: ${fault.message}` : fault}). That is a fault of ours: please report it with the text.`),
};

export const tree = {
  title: "Tree",
  region: "Tree, scrolls sideways",
  /** @param {number} tokens */
  image: (tokens) => `Dependencies between ${count(tokens, "token", "tokens")}, with names, phrases, verb groups and findings below them. The table of tokens says the same.`,
  root: "root",
  phrase: "NP",
  /** @param {number} tokens */
  tooLong: (tokens) => `A sentence of ${count(tokens, "token", "tokens")} is not drawn. The table of tokens has all of it.`,
};

export const rules = {
  title: "Rules that fired",
  none: "None in this sentence.",
  kind: { figure: "Figure", quote: "Quote", date: "Date", speaker: "Speaker", check: "Check" },
  sure: { 1: "doubtful", 2: "likely", 3: "sure" },
};

export const grammar = {
  names: { title: "Names", columns: ["Words", "Kind"], none: "No names." },
  phrases: { title: "Base noun phrases", columns: ["Words", "Head"], none: "No noun phrases." },
  verbs: { title: "Verb groups", columns: ["Words", "Verb", "Tense and voice"], none: "No verbs." },
  clauses: { title: "Clauses", columns: ["Words", "Predicate", "Subject"], none: "No clauses." },
  notFinite: "not finite",
  perfect: "perfect",
  progressive: "progressive",
  passive: "passive",
  active: "active",
  negated: "negated",
  /** @param {string} word */
  modal: (word) => `modal “${word}”`,
};

export const table = {
  title: "Tokens",
  region: "Tokens, scrolls sideways",
  columns: ["#", "Form", "Lemma", "UPOS", "XPOS", "Head", "Relation", "Name", "Gazetteer", "Findings"],
  copy: "Copy as CoNLL-U",
  copied: "Copied.",
  notCopied: "The browser does not allow copying here: select the table instead.",
};
