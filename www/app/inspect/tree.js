/** Draws a sentence: arcs above the words, tags below them, and bands for what was found. */

import { html, svg } from "./dom.js";
import { tokensOf } from "./findings.js";
import { ROUND, layOut, pack } from "./layout.js";
import { featuresOf } from "./grammar.js";
import { tree as words } from "./strings.js";

/** @import { Sentence, Token, VerbGroup } from "../../../src/api.d.ts" */
/** @import { Fired } from "./findings.js" */
/** @import { Arc } from "./layout.js" */

/** Longer ones are not drawn: nobody could find their way in them. */
const LONGEST = 250;
/** Heights, in the drawing's units, of which a line of 16 px has 16. */
const LEVEL = 21;
const ABOVE = 14;
const LINES = { form: 20, tag: 37, fine: 51, lemma: 67 };
const BELOW = 80;
const BAND = 25;
const ARROW = 7;

/** Relations that say who did what: drawn in ink. */
const CORE = /^(nsubj|csubj|obj|iobj|ccomp|xcomp|root)/;

/**
 * @typedef {object} Band
 * @property {number[]} tokens
 * @property {string} kind
 * @property {string} label
 */

/**
 * @param {Sentence} sentence @param {Fired[]} fired
 * @returns {{ element: HTMLElement, draw: () => void }} `draw` once the element stands in the page: it measures
 */
export function treeView(sentence, fired) {
  const { tokens } = sentence;
  if (tokens.length > LONGEST) {
    return { element: html("p", { class: "soft" }, words.tooLong(tokens.length)), draw: () => {} };
  }
  const picture = svg("svg", { role: "img", "aria-label": words.image(tokens.length) });
  const element = html("div", { class: "tree", role: "region", "aria-label": words.region, tabindex: 0 }, picture);
  picture.addEventListener("pointerover", ({ target }) => follow(picture, target));
  picture.addEventListener("pointerleave", () => follow(picture, null));
  return { element, draw: () => drawn(picture, sentence, tracksOf(sentence, fired)) };
}

/** Marks tokens, and brings the first of them into sight. @param {Element} root @param {number[]} tokens */
export function light(root, tokens) {
  for (const cell of root.querySelectorAll("[data-token]")) {
    cell.classList.toggle("lit", tokens.includes(Number(cell.getAttribute("data-token"))));
  }
  root.querySelector("svg .lit")?.scrollIntoView({ block: "nearest", inline: "center" });
}

/** The arcs of the token under the pointer stand out. @param {SVGSVGElement} picture @param {EventTarget | null} target */
function follow(picture, target) {
  const token = target instanceof Element ? target.closest("[data-token]")?.getAttribute("data-token") : null;
  for (const arc of picture.querySelectorAll(".arc")) {
    const ends = [arc.getAttribute("data-head"), arc.getAttribute("data-dependent")];
    arc.classList.toggle("followed", token !== null && token !== undefined && ends.includes(token));
  }
}

/** Bands that share rows: grammar first, then names and what was found in them, then quotes, which reach far. @param {Sentence} sentence @param {Fired[]} fired @returns {Band[][]} */
function tracksOf(sentence, fired) {
  const names = sentence.names.map(({ tokens, kind }) => ({ tokens: range(tokens), kind: "name", label: kind }));
  const phrases = sentence.phrases.map(({ tokens }) => ({ tokens: range(tokens), kind: "phrase", label: words.phrase }));
  const verbs = sentence.verb_groups.flatMap((group) => verbBands(sentence, group));
  /** @param {Fired["kind"]} kind */
  const found = (kind) => fired.filter((one) => one.kind === kind).flatMap(({ item, parts }) => parts.map(({ name, span }) => ({
    tokens: tokensOf(sentence, span), kind, label: [item.id, name ?? ("rule" in item ? item.rule : "")].join(" "),
  })));
  const tracks = [[...phrases, ...verbs], [...names, ...found("figure"), ...found("date"), ...found("check")], found("quote")];
  return tracks.map((track) => track.filter(({ tokens }) => tokens.length).sort((a, b) => a.tokens[0] - b.tokens[0]));
}

/** A verb group in as many bands as it has pieces; the first says what it is. @param {Sentence} sentence @param {VerbGroup} group @returns {Band[]} */
function verbBands(sentence, group) {
  /** @type {number[][]} */
  const pieces = [];
  for (const at of group.tokens) {
    if (pieces.at(-1)?.at(-1) === at - 1) pieces.at(-1)?.push(at);
    else pieces.push([at]);
  }
  return pieces.map((tokens, index) => ({ tokens, kind: "verb", label: index ? "…" : featuresOf(sentence, group) }));
}

/** @param {[number, number]} tokens */
const range = ([first, end]) => Array.from({ length: end - first }, (_, index) => first + index);

/**
 * Texts first, so that they can be measured; then everything goes to its place.
 * @param {SVGSVGElement} picture @param {Sentence} sentence @param {Band[][]} tracks
 */
function drawn(picture, sentence, tracks) {
  const columns = sentence.tokens.map(column);
  const labels = sentence.tokens.map(({ relation }) => svg("text", { class: "relation" }, relation));
  const tags = tracks.map((track) => track.map(({ label }) => svg("text", {}, label)));
  const bands = tracks.map((track, index) => track.map(({ kind }, at) => svg("g", { class: "band", "data-band": kind }, tags[index][at])));
  picture.replaceChildren(...labels, ...columns, ...bands.flat());

  const place = layOut(columns.map((group) => widest(group)), sentence.tokens.map(({ head }) => head), labels.map(width));
  const base = ABOVE + (place.levels + 1) * LEVEL;
  const arcs = place.arcs.map((arc) => arcShape(arc, sentence.tokens[arc.dependent], labels[arc.dependent], base));
  const root = place.root ? [rootShape(place.root, labels[place.root.token], base)] : [];
  columns.forEach((group, at) => placeColumn(group, place.centres[at], cellOf(place.edges, at), base));
  const below = placeBands(tracks, bands, tags.map((track) => track.map(width)), place.edges, base + BELOW);

  // Short arcs last: where lines cross, their labels stay on top.
  picture.replaceChildren(...columns, ...root, ...arcs.reverse(), ...bands.flat());
  const size = [Math.max(place.width, below.width + ROUND), below.bottom];
  picture.setAttribute("viewBox", `0 0 ${size[0]} ${size[1]}`);
  picture.setAttribute("width", `${size[0] / 16}rem`);
  picture.setAttribute("height", `${size[1] / 16}rem`);
}

/** @param {SVGTextElement} text */
const width = (text) => text.getComputedTextLength();
/** @param {SVGGElement} group */
const widest = (group) => Math.max(...[...group.querySelectorAll("text")].map(width));

/** @param {Token} token @param {number} at */
function column({ form, tag, fine_tag, lemma, name }, at) {
  const lines = { form, tag, fine: fine_tag, lemma: lemma ?? "" };
  const texts = Object.entries(lines).map(([line, words]) => svg("text", { class: line }, words));
  return svg("g", { class: name ? "token named" : "token", "data-token": at }, svg("rect"), ...texts);
}

/** From half-way to the token before to half-way to the next, so that what lies behind several is one piece. @param {[number, number][]} edges @param {number} at @returns {[number, number]} */
const cellOf = (edges, at) => [
  at ? (edges[at - 1][1] + edges[at][0]) / 2 : edges[at][0] - ROUND,
  at + 1 < edges.length ? (edges[at][1] + edges[at + 1][0]) / 2 : edges[at][1] + ROUND,
];

/** @param {SVGGElement} group @param {number} centre @param {[number, number]} cell @param {number} base */
function placeColumn(group, centre, [left, right], base) {
  const [box, ...texts] = group.children;
  for (const [name, value] of Object.entries({ x: left, y: base + 2, width: right - left, height: BELOW - 8 })) {
    box.setAttribute(name, String(value));
  }
  Object.values(LINES).forEach((y, index) => {
    texts[index].setAttribute("x", String(centre));
    texts[index].setAttribute("y", String(base + y));
  });
}

/** @param {Arc} arc @param {Token} token the dependent @param {SVGTextElement} label @param {number} base */
function arcShape({ head, dependent, level, from, to }, { relation }, label, base) {
  const top = base - level * LEVEL;
  const turn = to > from ? ROUND : -ROUND;
  const line = `M${from} ${base}V${top + ROUND}q0 ${-ROUND} ${turn} ${-ROUND}H${to - turn}q${turn} 0 ${turn} ${ROUND}V${base - ARROW}`;
  label.setAttribute("x", String((from + to) / 2));
  label.setAttribute("y", String(top));
  const look = CORE.test(relation) ? "arc core" : relation === "punct" ? "arc punct" : "arc";
  return svg("g", { class: look, "data-head": head, "data-dependent": dependent }, svg("path", { d: line }), arrow(to, base), label);
}

/** A line from the top, as nothing stands above the root. @param {{ token: number, x: number }} root @param {SVGTextElement} label @param {number} base */
function rootShape({ token, x }, label, base) {
  label.setAttribute("x", String(x));
  label.setAttribute("y", String(ABOVE - 2));
  return svg("g", { class: "arc core root", "data-head": -1, "data-dependent": token },
    svg("path", { d: `M${x} ${ABOVE + 6}V${base - ARROW}` }), arrow(x, base), label);
}

/** @param {number} x @param {number} base */
const arrow = (x, base) => svg("path", { class: "arrow", d: `M${x} ${base}l-3.5 ${-ARROW}h7z` });

/**
 * @param {Band[][]} tracks @param {SVGGElement[][]} groups @param {number[][]} widths of the labels
 * @param {[number, number][]} edges of the tokens' columns @param {number} top
 */
function placeBands(tracks, groups, widths, edges, top) {
  let bottom = top;
  let reach = 0;
  tracks.forEach((track, index) => {
    const spans = track.map(({ tokens }, at) => ({
      left: edges[tokens[0]][0], right: edges[tokens[tokens.length - 1]][1], label: widths[index][at],
    }));
    const { rows, count, width } = pack(spans);
    spans.forEach(({ left, right }, at) => {
      const y = bottom + rows[at] * BAND;
      const group = groups[index][at];
      group.prepend(svg("path", { d: `M${left} ${y}H${right}` }));
      group.lastElementChild?.setAttribute("x", String(left));
      group.lastElementChild?.setAttribute("y", String(y + 14));
    });
    bottom += count * BAND;
    reach = Math.max(reach, width);
  });
  return { bottom, width: reach };
}
