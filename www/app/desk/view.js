/** The Desk: several articles side by side. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { days, publishedOn } from "../format.js";
import { number } from "../numbers.js";
import { rail as railWords } from "../strings.js";
import { progressView, report, reportLink } from "../views/files.js";
import { keptView } from "../views/save.js";
import { checksOf, checksView } from "./checks.js";
import { claimsView } from "./claims.js";
import { daysOf, publishedDay } from "./model.js";
import { outlet } from "./parts.js";
import { peopleOf, peopleView, spellings } from "./people.js";
import { quotesView, reworded } from "./quotes.js";
import { splitsOf, splitsView } from "./splits.js";
import { page, sections } from "./strings.js";
import { timelineView } from "./timeline.js";

/** @import { Comparison } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { DeskShown, State } from "../types.d.ts" */

/** How many there are of what each section lists. @param {DeskShown} desk @param {Comparison} comparison @returns {Record<keyof typeof sections, number>} */
const counts = (desk, comparison) => ({
  disagree: splitsOf(desk, comparison).differ.length, claims: comparison.figures.length, people: peopleOf(comparison).shared.length,
  quotes: comparison.quotes.length, timeline: comparison.events.length, checks: checksOf(desk, comparison).shown.length,
});

/** The articles by letter, and the sections. @param {State} state @param {Actions} act */
export function deskRail(state, act) {
  const { articles, desk: asked, done } = state;
  const desk = { ...asked, done };
  const n = desk.comparison && counts(desk, desk.comparison);
  return html`<nav class="rail" aria-label=${page.rail}>
    <div class="row"><h2>${railWords.label}</h2><span class="soft">${railWords.open(articles.length)}</span></div>
    ${reportLink(state, act)}
    <ol class="stack">${repeat(articles, ({ id }) => id, ({ id, analysis: { published } }, index) => html`<li>
      <a href="#main" @click=${act.openLink(id)}><span class="outlet">${outlet(articles, index)}</span><br>
        ${published ? html`<span class="soft">${publishedOn(published, "short")}</span>` : html`<span class="alert">${railWords.noDate}</span>`}</a>
      ${published ? nothing : html`<p class="note"><button class="link" type="button" @click=${() => act.editDate(id)}>${railWords.setDate}</button></p>`}</li>`)}</ol>
    ${n ? html`<ul class="contents">${/** @type {(keyof typeof sections)[]} */ (Object.keys(sections)).map((id) => html`<li><a href="#${id}">${
      sections[id]} <span class="soft">${number(n[id])}</span></a></li>`)}</ul>` : nothing}
    ${keptView(state, act)}
  </nav>`;
}

/** @param {DeskShown} desk @param {Comparison} comparison */
function summary(desk, comparison) {
  const { figures, quotes } = comparison;
  const { shared } = peopleOf(comparison);
  const spelled = shared.reduce((sum, person) => sum + spellings(person).size, 0);
  return [
    page.disagree(splitsOf(desk, comparison).differ.length, figures.length),
    shared.length ? page.spellings(shared.length, spelled) : "",
    quotes.length ? page.quotes(quotes.length, reworded(comparison)) : "",
  ].filter(Boolean).join(" ");
}

/** @param {DeskShown} desk @param {Actions} act */
const failure = ({ fault }, act) => (fault ? html`<p class="note">${page.failed} <button class="link" type="button" id="compare-again" @click=${act.desk.again}>${page.again}</button></p>` : nothing);

/** @param {DeskShown} desk @param {Comparison} comparison @param {Actions} act */
const body = (desk, comparison, act) => [splitsView, claimsView, peopleView, quotesView, timelineView, checksView].map((view) => view(desk, comparison, act));

const waiting = () => html`<p>${page.comparing}</p><div class="waiting" aria-hidden="true"><p></p><p></p><p></p><p></p></div>`;

/** @param {State} state @param {Actions} act */
export function deskView(state, act) {
  const { articles, progress } = state;
  const desk = { ...state.desk, done: state.done };
  const { comparison } = desk;
  return html`<main class="desk" id="main" tabindex="-1">
    ${progress && state.slow ? progressView(progress, act) : nothing}
    ${state.report && state.troubles.length ? report(state, act) : nothing}
    <header>
      <h1 class="headline">${page.heading(articles.length, daysOf(articles).length ? days(daysOf(articles)) : "", articles.filter((article) => !publishedDay(article)).length)}</h1>
      <div class="row"><p class="soft">${progress ? page.reading : comparison ? summary(desk, comparison) : nothing}</p></div>
    </header>
    ${failure(desk, act)}
    ${comparison ? body(desk, comparison, act) : desk.fault || progress ? nothing : waiting()}
  </main>`;
}
