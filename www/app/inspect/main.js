/** The developers' page: a text, its sentences, and for the open one its grammar and the rules that fired. */

import { Pool, timeLimit } from "../pool.js";
import { countRequests } from "../requests.js";
import { byId, html } from "./dom.js";
import { firedIn } from "./findings.js";
import { grammarView } from "./grammar.js";
import { rulesView } from "./rules.js";
import { listSentences, listenToArrows, markOpen } from "./sentences.js";
import { SAMPLE, page, rules, table, tree } from "./strings.js";
import { copyView, tableView } from "./table.js";
import { light, treeView } from "./tree.js";

/** @import { Analysis, Inspection, Sentence } from "../../../src/api.d.ts" */
/** @import { Fired } from "./findings.js" */

/** Milliseconds without a key before the text is read again. */
const PAUSE = 250;

// The page itself fetches it, after the page stands; asking for it here costs no further request.
const engine = import("../engine.js");
const pool = new Pool(async () => (await engine).startWorker(), async () => (await engine).compile(), 1);

const box = byId("text", HTMLTextAreaElement);
const published = byId("published", HTMLInputElement);
const list = byId("sentences", HTMLOListElement);
const view = byId("main", HTMLElement);

/** What was read last: the text, its sentences and what fired in each. @type {{ text: string, sentences: Sentence[], fired: Fired[][] } | null} */
let read = null;
/** The open sentence. */
let open = 0;

/** Whether the engine is at work, and whether the text has changed since. */
let busy = false;
let stale = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

function changed() {
  clearTimeout(pause);
  pause = setTimeout(readText, PAUSE);
}

/** Reads the box; what is typed meanwhile is read after that. */
async function readText() {
  if (busy) return void (stale = true);
  busy = true;
  const text = box.value;
  const payload = { text, options: { published: published.value || null } };
  const limit = { limit: timeLimit(text.length * 4) };
  try {
    show(text, ...await Promise.all([pool.run("inspect", payload, limit), pool.run("analyze", payload, limit)]));
  } catch (fault) {
    say(page.fault(fault));
  }
  busy = false;
  if (stale) {
    stale = false;
    readText();
  }
}

/** @param {string} fault empty if there is none */
function say(fault) {
  const note = byId("fault", HTMLParagraphElement);
  note.hidden = !fault;
  note.textContent = fault;
}

/** @param {string} text @param {Inspection} inspection @param {Analysis} analysis */
function show(text, { sentences }, analysis) {
  read = { text, sentences, fired: firedIn(analysis, sentences) };
  say("");
  byId("reckoned", HTMLParagraphElement).textContent = page.reckoned(analysis.published);
  byId("said", HTMLParagraphElement).textContent = page.read(sentences.length, sentences.reduce((sum, { tokens }) => sum + tokens.length, 0));
  listSentences(list, read, choose);
  choose(atCaret() ?? Math.min(open, Math.max(0, sentences.length - 1)));
}

/** Opens a sentence. @param {number} sentence */
function choose(sentence) {
  open = sentence;
  markOpen(list, sentence);
  if (!read) return;
  const { text, sentences } = read;
  const chosen = sentences[sentence];
  if (!chosen) return view.replaceChildren(html("p", { class: "soft" }, page.nothing));
  const fired = read.fired[sentence];
  const drawing = treeView(chosen, fired);
  /** @param {number[]} tokens */
  const show = (tokens) => light(view, tokens);
  view.replaceChildren(
    html("h1", {}, text.slice(chosen.start, chosen.end)),
    section(tree.title, drawing.element),
    section(rules.title, rulesView(text, chosen, fired, show)),
    grammarView(text, chosen, show),
    section(table.title, tableView(chosen, fired), copyView(text, chosen)),
  );
  drawing.draw();
}

/** @param {string} title @param {Node[]} children */
const section = (title, ...children) => html("section", {}, html("h2", {}, title), ...children);

/** The sentence in which the reader writes; null while the reader is elsewhere, or the text is not read yet. */
function atCaret() {
  if (!read || document.activeElement !== box || read.text !== box.value) return null;
  const at = read.sentences.findIndex(({ end }) => box.selectionStart <= end);
  return at < 0 ? null : at;
}

box.addEventListener("input", changed);
published.addEventListener("input", changed);
document.addEventListener("selectionchange", () => {
  const sentence = atCaret();
  if (sentence !== null && sentence !== open) choose(sentence);
});
listenToArrows(list, choose);
countRequests((count) => (byId("sealed", HTMLElement).textContent = page.sealed(count)));
byId("sealed", HTMLElement).textContent = page.sealed(0);
box.form?.addEventListener("submit", (event) => event.preventDefault());
box.value ||= SAMPLE;
readText();
