/** What happened and what was said, by day and hour. */

import { html, nothing, svg } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { tick } from "../format.js";
import { checks } from "../strings.js";
import { axisOf } from "./axis.js";
import { articlesIn, dayIn, firstOf, letter, letters, outletOf, personKey, textOf } from "./model.js";
import { block, select, showAll } from "./parts.js";
import { timeline as words } from "./strings.js";

/** @import { Comparison, Event, Person } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { Desk } from "../types.d.ts" */
/** @import { Axis } from "./axis.js" */

const ROWS = 60;
/** A day further right than this, in percent, has no room for its name. */
const NAMED = 80;
/** An event is told in so many letters. */
const TOLD = 110;

/** @type {WeakMap<Comparison, Map<Event, Set<Person>>>} */
const known = new WeakMap();

/** Who said it, and who is named in its sentences. @param {Comparison} comparison */
function peopleIn(comparison) {
  const before = known.get(comparison);
  if (before) return before;
  const { people, events } = comparison;
  /** @type {{ person: Person, start: number }[][]} */
  const named = [];
  for (const person of people) for (const { article, start } of person.mentions) (named[article] ??= []).push({ person, start });
  const found = new Map(events.map((event) => [event, new Set([
    ...event.speaker === null ? [] : [people[event.speaker]],
    ...event.members.flatMap(({ article, start, end }) => (named[article] ?? []).filter((one) => one.start >= start && one.start < end).map(({ person }) => person)),
  ])]));
  known.set(comparison, found);
  return found;
}

/** @param {Desk} desk @param {Comparison} comparison */
function chosen(desk, comparison) {
  const { person, outlet, kind, articles } = desk;
  const people = peopleIn(comparison);
  return comparison.events.filter((event) => (!kind || event.statement === (kind === "statement"))
    && (!outlet || event.members.some(({ article }) => articles[article].id === outlet))
    && (!person || [...people.get(event) ?? []].some((one) => personKey(desk, one) === person)));
}

/** @param {string} text */
function shortened(text) {
  const words = text.replace(/\s+/g, " ");
  return words.length <= TOLD ? words : `${words.slice(0, words.lastIndexOf(" ", TOLD)).replace(/\W+$/, "")}${checks.cut}`;
}

/** @param {Axis} axis */
const lines = ({ ticks }) => ticks.map(({ x }) => svg`<line class="tick" x1=${x} x2=${x} y1="-14" y2="34"/>`);

/** @param {Axis} axis @param {Event} event */
function lane(axis, event) {
  const { x, width } = axis.place(event);
  return html`<svg class="lane" aria-hidden="true">${lines(axis)}${width === null
    ? svg`<circle class="dot-date" cx=${x} cy="10" r="5"/>` : svg`<rect class="bar-date" x=${x} y="5" width=${width} height="10"/>`}</svg>`;
}

/** @param {Desk} desk @param {Event} event @param {Actions} act @param {Axis} [axis] without one it is listed only */
function row(desk, event, act, axis) {
  const { days: [from, to], time, members } = event;
  const [first] = members;
  return html`<li>
    <time datetime=${from === to ? `${from}${time ? `T${time}` : ""}` : nothing}>${dayIn([from, to], desk.articles)}${time ? `, ${time}` : nothing}</time>
    <span><button class="told" type="button" id="event-${desk.articles[first.article].id}-${first.date}" @click=${() => act.desk.openPlaces(members)}><bdi>${
      shortened(textOf(desk, first))}</bdi> <span class="soft">${letters(members)}</span></button></span>
    ${axis ? lane(axis, event) : nothing}
  </li>`;
}

/** @param {string} title @param {Desk} desk @param {Event[]} events @param {Actions} act */
const aside = (title, desk, events, act) => (events.length ? html`<h3 class="after">${title}</h3>
  <ol class="time">${repeat(events, (event) => event, (event) => row(desk, event, act))}</ol>` : nothing);

/** @param {Desk} desk @param {Event[]} events @param {Actions} act */
function lists(desk, events, act) {
  const axis = axisOf(events, desk.articles);
  const near = firstOf(desk, "timeline", axis.near, ROWS);
  return html`
    ${aside(words.earlier, desk, firstOf(desk, "timeline", axis.earlier, ROWS), act)}
    ${near.length && (axis.earlier.length || axis.later.length) ? html`<hr class="after">` : nothing}
    ${near.length ? html`<ol class="time">
      <li class="axis-row" aria-hidden="true"><span>${words.when}</span><span>${words.what}</span><svg class="lane">${
        axis.ticks.filter(({ x }) => parseFloat(x) < NAMED).map(({ x, day }) => svg`<text x=${x} y="14">${tick(day, axis.step === 1)}</text>`)}</svg></li>
      ${repeat(near, (event) => event, (event) => row(desk, event, act, axis))}
    </ol>` : nothing}
    ${aside(words.later, desk, firstOf(desk, "timeline", axis.later, ROWS), act)}
    ${showAll(desk, "timeline", events.length, Math.max(ROWS, events.length - Math.max(0, axis.near.length - ROWS)), act)}`;
}

/** @param {Desk} desk @param {Comparison} comparison @param {Actions} act */
function tools(desk, comparison, act) {
  const people = new Set([...peopleIn(comparison).values()].flatMap((named) => [...named]));
  const articles = articlesIn(comparison.events.flatMap(({ members }) => members));
  return html`
    ${select(words.person, desk.person, [["", words.everyone], ...[...people].map((person) => /** @type {[string, string]} */ ([personKey(desk, person), person.name]))], (person) => act.desk.set({ person }))}
    ${select(words.outlet, desk.outlet, [["", words.outlets], ...articles.map((index) => /** @type {[string, string]} */ ([desk.articles[index].id, `${letter(index)} ${outletOf(desk.articles[index])}`]))], (outlet) => act.desk.set({ outlet }))}
    ${select(words.kind, desk.kind, Object.entries(words.kinds), (kind) => act.desk.set({ kind }))}`;
}

/** @param {Desk} desk @param {Comparison} comparison @param {Actions} act */
export function timelineView(desk, comparison, act) {
  if (!comparison.events.length) return block("timeline", words.title, html`<p class="soft">${words.none}</p>`);
  const events = chosen(desk, comparison);
  return block("timeline", words.title, events.length ? lists(desk, events, act) : html`<p>${words.noMatch}</p>`, tools(desk, comparison, act));
}
