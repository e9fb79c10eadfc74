/** Days on one axis: where each event lies, and what lies too far from the news to be drawn on it. */

import { daysOf } from "./model.js";

/** @import { Event } from "../../../src/api.d.ts" */
/** @import { Article } from "../types.d.ts" */

const DAY = 86_400_000;
/** Further than so many days from the news an event is listed and not drawn. */
const NEAR = 30;
/** Steps between the days that are named, and how many are named at most. */
const STEPS = [1, 2, 7, 14, 28];
const TICKS = 6;

/** @param {string} iso */
const number = (iso) => Date.parse(iso) / DAY;
/** @param {number} day */
const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** @param {number[]} sorted */
const median = (sorted) => sorted[Math.floor(sorted.length / 2)];

/**
 * @typedef {object} Axis
 * @property {Event[]} earlier
 * @property {Event[]} near what is drawn
 * @property {Event[]} later
 * @property {{ x: string, day: string }[]} ticks
 * @property {number} step days between them
 * @property {(event: Event) => { x: string, width: string | null }} place `width` null: a moment
 */

/** @param {Event[]} events @param {Article[]} articles @returns {Axis} */
export function axisOf(events, articles) {
  const published = daysOf(articles).map(number);
  const middle = median(published.length ? published : events.map(({ days }) => number(days[0])).sort((a, b) => a - b));
  const isLater = (/** @type {Event} */ { days }) => number(days[0]) > middle + NEAR;
  // What is not within reach, or has no number, lies before.
  const isNear = (/** @type {Event} */ { days }) => number(days[0]) <= middle + NEAR && number(days[1]) >= middle - NEAR;
  const near = events.filter(isNear);
  // A year or a season would make all days small: it reaches over the edges.
  const short = near.filter(({ days }) => number(days[1]) - number(days[0]) < NEAR);
  const drawn = short.length ? short : near;
  const from = Math.max(middle - NEAR, Math.min(...drawn.map(({ days }) => number(days[0]))));
  const to = Math.min(middle + NEAR, Math.max(...drawn.map(({ days }) => number(days[1])))) + 1;
  const share = (/** @type {number} */ day) => Math.min(1, Math.max(0, (day - from) / (to - from))) * 100;
  const step = STEPS.find((days) => (to - from) / days <= TICKS) ?? STEPS[STEPS.length - 1];
  const ticks = [];
  for (let day = from; day < to; day += step) ticks.push({ x: `${share(day).toFixed(1)}%`, day: iso(day) });
  return {
    near, ticks, step,
    earlier: events.filter((event) => !isNear(event) && !isLater(event)),
    later: events.filter(isLater),
    place: ({ days, time }) => {
      const [first, last] = days.map(number);
      const [hours, minutes] = (time ?? "").split(":").map(Number);
      if (time && first === last) return { x: `${share(first + (hours + minutes / 60) / 24).toFixed(1)}%`, width: null };
      return { x: `${share(first).toFixed(1)}%`, width: `${Math.max(0.5, share(last + 1) - share(first)).toFixed(1)}%` };
    },
  };
}
