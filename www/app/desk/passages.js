/** Sentences of articles as the Desk shows them: with their marks, the figure in question framed. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { overlap } from "../findings.js";
import { passagesOf } from "../passages.js";
import { checks } from "../strings.js";

/** @import { Claim, Pair, Segment } from "../../../src/api.d.ts" */
/** @import { Passage } from "../passages.js" */
/** @import { Desk } from "../types.d.ts" */

/** Where it is cut, it says so. @param {Passage} passage @param {unknown} words */
const inWhole = ({ cutBefore, cutAfter }, words) => html`<bdi>${cutBefore ? checks.cut : nothing}${words}${cutAfter ? checks.cut : nothing}</bdi>`;

/** @param {Segment} segment @param {Pair} at @param {string} text */
function mark({ start, end, kinds, edges }, at, text) {
  return html`<mark data-kind=${kinds.filter((kind) => kind !== "check").join(" ")} data-edge=${edges.join(" ") || nothing}
    aria-current=${overlap([start, end], at) ? "true" : nothing}>${text.slice(start, end)}</mark>`;
}

/** @type {WeakMap<Claim, unknown>} */
const kept = new WeakMap();

/** The sentence of a figure, with all its marks. @param {Desk} desk @param {Claim} claim */
export function marked({ articles }, claim) {
  const before = kept.get(claim);
  if (before) return before;
  const { text, analysis } = articles[claim.article];
  /** @type {Pair} */
  const at = [claim.start, claim.end];
  const [passage] = passagesOf(text, [claim.sentence], [at]);
  const segments = analysis.segments.filter(({ start, end }) => start >= passage.start && end <= passage.end);
  const parts = [];
  let done = passage.start;
  for (const segment of segments) {
    parts.push(text.slice(done, segment.start), mark(segment, at, text));
    done = segment.end;
  }
  const shown = inWhole(passage, [...parts, text.slice(done, passage.end)]);
  kept.set(claim, shown);
  return shown;
}
