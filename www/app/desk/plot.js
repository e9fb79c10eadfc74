/** The numbers of one figure on one axis, in SVG: percentages for x, so that it stretches, and pixels for y. */

import { html, nothing, svg } from "../../vendor/lit-html/lit-html.js";
import { valueIn } from "../format.js";
import { letter, outletOf, valueOf } from "./model.js";
import { claims as words } from "./strings.js";

/** @import { Claim, FigureGroup } from "../../../src/api.d.ts" */
/** @import { Desk } from "../types.d.ts" */

/** Lines that are drawn at most; what comes after them stands in the row itself, and in the label. */
const LINES = 12;
const HEIGHT = 13;
/** Where the axis begins and ends, in percent. */
const [LEFT, RIGHT] = [8, 96];

/** A step that reads well on an axis: 1, 2 or 5 and zeros. @param {number} size */
function step(size) {
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([1, 2, 5].find((n) => n * power >= size) ?? 10);
}

/** Both ends of the axis: round numbers around all that is said. @param {Claim[]} claims @returns {[number, number]} */
function axisOf(claims) {
  const said = claims.flatMap(({ low, high, least, most, modifier }) => (modifier === "~" ? [low, high, least, most] : [low, high])).filter(Number.isFinite);
  const [least, most] = [Math.min(...said), Math.max(...said)];
  const size = step((most - least || Math.abs(most) / 4 || 1) / 4);
  // Between whole numbers there is nothing to be read off.
  const round = said.every(Number.isInteger) ? Math.max(1, size) : size;
  const from = Math.floor(least / round - 0.5) * round;
  return [least >= 0 ? Math.max(0, from) : from, Math.ceil(most / round + 0.5) * round];
}

/** @param {Claim} claim @param {number} y @param {(value: number) => string} x */
function shape({ low, high, least, most, modifier, odd }, y, x) {
  const middle = (low + high) / 2;
  const line = (/** @type {string} */ a, /** @type {string} */ b, /** @type {boolean} */ dashed) =>
    svg`<line class="range" x1=${a} x2=${b} y1=${y} y2=${y} stroke-dasharray=${dashed ? "4 3" : nothing}/>`;
  const end = (/** @type {number} */ at, /** @type {string} */ open) => (odd
    ? svg`<rect class="odd" x=${x(at)} y=${y - 4} width="8" height="8" transform="translate(-4 0)"/>`
    : svg`<circle class=${open} cx=${x(at)} cy=${y} r=${open === "dot" ? 4 : 3.5}/>`);
  if (modifier === ">" || modifier === ">=") return [line(x(low), `${RIGHT}%`, true), end(low, "open")];
  if (modifier === "<" || modifier === "<=") return [line(`${LEFT}%`, x(high), true), end(high, "open")];
  if (modifier === "~") return [line(x(least), x(most), false), end(middle, "open")];
  return [low === high ? nothing : line(x(low), x(high), false), end(middle, "dot")];
}

/** @param {Desk} desk @param {FigureGroup} group */
function labelOf(desk, { label, claims }) {
  const said = claims.map((claim) => `${outletOf(desk.articles[claim.article])} ${valueOf(desk, claim)}${claim.odd ? words.oddValue : ""}`);
  return words.plot(label, said.join("; "));
}

/** @param {Desk} desk @param {FigureGroup} group */
export function plotView(desk, group) {
  const [from, to] = axisOf(group.claims);
  const x = (/** @type {number} */ value) => `${Math.min(RIGHT, Math.max(LEFT, LEFT + (RIGHT - LEFT) * (value - from) / (to - from))).toFixed(1)}%`;
  const lines = [...group.claims].sort((a, b) => a.article - b.article).slice(0, LINES);
  const foot = lines.length * HEIGHT + 4;
  return html`<svg class="plot" height=${foot + 14} role="img" aria-label=${labelOf(desk, group)}>
    <line class="axis" x1="${LEFT}%" x2="${RIGHT}%" y1=${foot} y2=${foot}/>
    <text x="${LEFT}%" y=${foot + 12}>${valueIn(group.unit, from, from)}</text><text x="${RIGHT}%" y=${foot + 12} text-anchor="end">${valueIn(group.unit, to, to)}</text>
    ${lines.map((claim, i) => svg`<text class=${claim.odd ? "oddtext" : nothing} x="0" y=${i * HEIGHT + 10}>${
      lines[i - 1]?.article === claim.article ? nothing : letter(claim.article)}</text>${shape(claim, i * HEIGHT + 6, x)}`)}
  </svg>`;
}

const sample = (/** @type {unknown} */ shape, /** @type {string} */ name) => html`<span><svg class="plot" aria-hidden="true">${shape}</svg>${name}</span>`;

/** What the shapes mean. */
export const legend = () => html`<p class="legend soft">
  ${sample(svg`<circle class="dot" cx="50%" cy="5" r="4"/>`, words.legend.exact)}
  ${sample(svg`<line class="range" x1="0" x2="100%" y1="5" y2="5"/><circle class="open" cx="50%" cy="5" r="3.5"/>`, words.legend.about)}
  ${sample(svg`<line class="range" x1="4" x2="100%" y1="5" y2="5" stroke-dasharray="4 3"/><circle class="open" cx="4" cy="5" r="3.5"/>`, words.legend.least)}
  ${sample(svg`<line class="range" x1="0" x2="24" y1="5" y2="5" stroke-dasharray="4 3"/><circle class="open" cx="24" cy="5" r="3.5"/>`, words.legend.most)}
  ${sample(svg`<rect class="odd" x="10" y="1" width="8" height="8"/>`, words.legend.odd)}
  <span>${words.letters}</span>
</p>`;
