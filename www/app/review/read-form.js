/** What a form says of a finding, as the engine takes it: only what is not so already. */

import { anchor } from "./corrections.js";

/** @import { FindingCorrection } from "../../../src/api.d.ts" */
/** @import { Article, Editing, Finding } from "../types.d.ts" */

/** @typedef {NonNullable<FindingCorrection["set"]>} Set */

/** @param {FormData} form @param {Editing} editing @param {Article} article @param {Finding | undefined} finding @returns {Set} */
export function readForm(form, { on, extent }, { text }, finding) {
  const moved = finding && (finding.item.start !== extent[0] || finding.item.end !== extent[1]);
  const read = { figure: figureOf, date: dateOf, quote: quoteOf }[on];
  return { ...read(form, finding?.item), ...(moved && { extent: anchor(text, extent) }) };
}

/** @param {FormData} form @param {string} name */
const field = (form, name) => String(form.get(name) ?? "").trim();

/** @param {FormData} form @param {any} item @returns {Set} */
function figureOf(form, item) {
  /** @type {Set} */
  const set = {};
  const [value, to] = ["value", "to"].map((name) => (field(form, name) === "" ? null : Number(field(form, name))));
  if (value !== null && to !== null && to !== value) {
    if (value !== item?.low || to !== item?.high) set.range = [Math.min(value, to), Math.max(value, to)];
  } else if (value !== null && value !== item?.value) set.value = value;
  const modifier = /** @type {Set["modifier"]} */ (field(form, "modifier"));
  const kind = /** @type {Set["kind"]} */ (field(form, "kind"));
  if (modifier && modifier !== (item?.modifier ?? "")) set.modifier = modifier;
  if (kind && kind !== (item?.kind ?? "")) set.kind = kind;
  const unit = field(form, "unit");
  if (unit !== (item?.unit ?? "")) set.unit = unit;
  return set;
}

/** @param {FormData} form @param {any} item @returns {Set} */
function dateOf(form, item) {
  const [first, last] = ["first", "last"].map((name) => field(form, name));
  if (!first || (first === item?.interval?.[0] && (last || first) === item.interval[1])) return {};
  return { days: last && last > first ? [first, last] : [first, first] };
}

/** @param {FormData} form @param {any} item @returns {Set} */
function quoteOf(form, item) {
  /** @type {Set} */
  const set = {};
  const speaker = field(form, "speaker");
  if (speaker !== (item?.speaker_name ?? "")) set.speaker = speaker;
  const quote = /** @type {Set["quote"]} */ (field(form, "quote"));
  if (quote && quote !== item?.kind) set.quote = quote;
  return set;
}
