/** The text of an article as elements: paragraphs, and flat marks in them. Text nodes only, never markup. */

import { linksOf, overlap } from "./findings.js";

/** @import { DateMention, Pair, Paragraph, Segment } from "../../src/api.d.ts" */
/** @import { Article, Finding } from "./types.d.ts" */

/** UTF-16 units of text drawn at once: several screens. */
const AT_ONCE = 30_000;
/** From this length on, paragraphs out of sight are not laid out. */
const LONG = 150_000;
/** Milliseconds of drawing before the page gets its turn. */
const SLICE = 8;

const LETTERS = { figure: "F", speaker: "S", quote: "Q", date: "D", check: "!" };
const TAGS = { title: "h2", heading: "h2", dateline: "p", text: "p" };

/** A paragraph longer than this is cut: a browser lays out a paragraph in one go. */
const LONG_PARAGRAPH = 20_000;

/**
 * Cuts a paragraph that is too long at the ends of sentences, and never within a mark.
 * @param {Paragraph} paragraph @param {string} text @param {Segment[]} segments
 * @returns {Paragraph[]}
 */
function cut({ start, end, kind }, text, segments) {
  if (end - start <= LONG_PARAGRAPH) return [{ start, end, kind }];
  const parts = [];
  let next = 0;
  for (let from = start; from < end;) {
    const sentence = text.indexOf(". ", from + LONG_PARAGRAPH);
    let to = sentence < 0 || end - from <= LONG_PARAGRAPH ? end : Math.min(end, sentence + 2);
    while (next < segments.length && segments[next].end <= to) next++;
    if (next < segments.length && segments[next].start < to) to = Math.min(end, segments[next].end);
    parts.push({ start: from, end: to, kind });
    from = to;
  }
  return parts;
}

/** Lets the page answer the reader between two slices of work. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** One article's text, drawn once; afterwards only attributes change. */
export class Drawing {
  body = document.createElement("div");
  /** What stands in the headline; empty if the article has none. @type {Node[]} */
  headline = [];
  /** Datelines before and after the headline: who wrote it, where, when. @type {HTMLElement[]} */
  above = [];
  /** @type {HTMLElement[]} */
  below = [];
  /** @type {WeakMap<Element, Segment>} */
  segmentOf = new WeakMap();
  /** Where in the text the words of an element or of the headline begin. @type {WeakMap<Node, number>} */
  #startOf = new WeakMap();
  /** @type {Map<string, HTMLElement[]>} */
  #marksOf = new Map();
  /** @type {HTMLElement[]} */
  #lit = [];
  /** @type {Finding | undefined} */
  #open;
  /** @type {HTMLElement | undefined} */
  #target;
  /** @type {Map<string, DateMention>} */
  #dates;
  /** Ids of the checks, and of the figures that are places in a row. @type {Set<string>} */
  #checks;
  /** @type {Set<string>} */
  #ordinals;
  /** @type {Set<string>} */
  #reviewed;
  #paragraphs;
  #segments;
  #next = 0;
  #nextSegment = 0;
  #stopped = false;

  /** @param {Article} article */
  constructor(article) {
    this.article = article;
    const { analysis, text } = article;
    this.body.className = text.length > LONG ? "body long" : "body";
    this.#segments = analysis.segments;
    this.#paragraphs = analysis.paragraphs.flatMap((paragraph) => cut(paragraph, text, analysis.segments));
    this.#checks = new Set(analysis.checks.map(({ id }) => id));
    this.#ordinals = new Set(analysis.figures.filter(({ kind }) => kind === "ordinal").map(({ id }) => id));
    this.#reviewed = new Set([...analysis.figures, ...analysis.dates, ...analysis.quotes].filter(({ review }) => review).map(({ id }) => id));
    this.#dates = new Map(analysis.dates.map((date) => [date.id, date]));
    this.#drawHead();
    this.drawTo(AT_ONCE);
    this.#drawRest();
  }

  /** No more is drawn; the reader has gone to another article. */
  stop() {
    this.#stopped = true;
  }

  /** Draws at least as far as an offset. @param {number} offset */
  drawTo(offset) {
    while (this.#next < this.#paragraphs.length && this.#paragraphs[this.#next].start <= offset) this.#drawOne(this.body);
  }

  async #drawRest() {
    while (this.#next < this.#paragraphs.length) {
      await breathe();
      if (this.#stopped) return;
      const end = performance.now() + SLICE;
      while (this.#next < this.#paragraphs.length && performance.now() < end) this.#drawOne(this.body);
    }
  }

  /** The headline and the datelines around it stand apart from the body. */
  #drawHead() {
    const body = this.#paragraphs.findIndex(({ kind }) => kind === "text" || kind === "heading");
    const end = body < 0 ? this.#paragraphs.length : body;
    const title = this.#paragraphs.slice(0, end).findIndex(({ kind }) => kind === "title");
    const head = document.createElement("div");
    while (this.#next < end) this.#drawOne(head);
    const elements = /** @type {HTMLElement[]} */ ([...head.children]);
    this.above = elements.slice(0, Math.max(title, 0));
    this.headline = title < 0 ? [] : [...elements[title].childNodes];
    if (title >= 0) this.#startOf.set(this.headline[0], this.#startOf.get(elements[title]) ?? 0);
    this.below = elements.slice(title + 1);
  }

  /** @param {HTMLElement} parent */
  #drawOne(parent) {
    const paragraph = this.#paragraphs[this.#next++];
    const element = document.createElement(TAGS[paragraph.kind]);
    if (paragraph.kind === "dateline") element.className = "dateline";
    element.append(...this.#pieces(paragraph));
    this.#startOf.set(element, paragraph.start);
    parent.append(element);
  }

  /** @param {Paragraph} paragraph @returns {Node[]} */
  #pieces({ start, end }) {
    const { text } = this.article;
    const pieces = [];
    let place = start;
    for (; this.#nextSegment < this.#segments.length; this.#nextSegment++) {
      const segment = this.#segments[this.#nextSegment];
      if (segment.start >= end) break;
      if (segment.start > place) pieces.push(document.createTextNode(text.slice(place, segment.start)));
      pieces.push(this.#mark(segment));
      place = segment.end;
    }
    if (place < end) pieces.push(document.createTextNode(text.slice(place, end)));
    return pieces;
  }

  /** @param {Segment} segment */
  #mark(segment) {
    const mark = document.createElement("mark");
    mark.dataset.kind = segment.kinds.join(" ");
    mark.dataset.ids = segment.ids.join(" ");
    if (segment.edges.length) mark.dataset.edge = segment.edges.join(" ");
    const dates = segment.ids.map((id) => this.#dates.get(id)).filter((date) => date !== undefined);
    if (dates.some(({ value }) => value === null)) mark.dataset.state = "unresolved";
    if (dates.length && dates.every(({ vague }) => vague)) mark.dataset.aside = "vague";
    if (segment.ids.some((id) => this.#ordinals.has(id))) mark.dataset.aside = "ordinal";
    const begun = segment.ids.filter((id) => !this.#marksOf.has(id));
    if (begun.length || segment.kinds.includes("speaker")) mark.dataset.letter = segment.kinds.map((kind) => LETTERS[kind]).join("");
    if (begun.some((id) => this.#checks.has(id))) mark.dataset.check = "";
    if (segment.ids.some((id) => this.#reviewed.has(id))) mark.dataset.by = "reader";
    mark.textContent = this.article.text.slice(segment.start, segment.end);
    for (const id of segment.ids) this.#marks(id).push(mark);
    this.segmentOf.set(mark, segment);
    return mark;
  }

  /** @param {string} id */
  #marks(id) {
    const marks = this.#marksOf.get(id) ?? [];
    this.#marksOf.set(id, marks);
    return marks;
  }

  /**
   * Shows which finding is open, and what is linked with it. Only its first mark can be reached by Tab.
   * @param {Finding | undefined} finding
   * @returns {HTMLElement | undefined} that mark
   */
  light(finding) {
    if (finding === this.#open) return this.#target;
    // Not removed: to take it from the mark with the focus would have the browser lay out the whole text at once.
    this.#target?.setAttribute("tabindex", "-1");
    for (const mark of this.#lit) {
      mark.removeAttribute("aria-current");
      delete mark.dataset.part;
      delete mark.dataset.linked;
    }
    if (finding) this.drawTo(finding.item.end);
    const own = finding ? this.#marks(finding.item.id) : [];
    const linked = finding ? this.#linked(finding) : [];
    for (const mark of own) mark.setAttribute("aria-current", "true");
    if (own.length > 1) for (const mark of own) mark.dataset.part = "";
    for (const mark of linked) mark.dataset.linked = "";
    this.#open = finding;
    this.#lit = [...own, ...linked];
    this.#target = this.#lit[0];
    this.#target?.setAttribute("tabindex", "0");
    return this.#target;
  }

  /** What the reader has selected in this text, without the space around it. @returns {Pair | null} */
  selected() {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const [start, end] = [this.#offset(startContainer, startOffset), this.#offset(endContainer, endOffset)];
    if (start === null || end === null) return null;
    const words = this.article.text.slice(start, end);
    return words.trim() ? [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length] : null;
  }

  /** Where in the text a point of the page is; null outside of it. @param {Node} node @param {number} offset */
  #offset(node, offset) {
    /** @type {Node} */
    let top = node;
    while (top.parentNode && !this.#startOf.has(top) && !(top.parentNode instanceof HTMLHeadingElement)) top = top.parentNode;
    const first = this.#startOf.has(top) ? top : top.parentNode?.firstChild;
    const start = first ? this.#startOf.get(first) : undefined;
    if (!first || start === undefined) return null;
    const before = document.createRange();
    before.setStart(first, 0);
    before.setEnd(node, offset);
    return start + before.toString().length;
  }

  /** @param {Finding} finding */
  #linked(finding) {
    const { speaker, place, date } = linksOf(this.article.analysis, finding);
    const beside = speaker ? this.#marks(speaker) : [];
    const named = beside.filter((mark) => {
      const segment = this.segmentOf.get(mark);
      return segment && overlap([segment.start, segment.end], place);
    });
    return [...named, ...(date ? this.#marks(date) : [])];
  }
}
