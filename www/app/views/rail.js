import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { foundNothing, listed, unresolved } from "../findings.js";
import { publishedOn } from "../format.js";
import { number } from "../numbers.js";
import { article as words, kinds, rail } from "../strings.js";
import { reportLink } from "./files.js";
import { keptView } from "./save.js";

/** @import { Actions } from "../actions.js" */
/** @import { Article, Kind, State } from "../types.d.ts" */

/** How many of a kind an article has. @param {Article} article @param {Kind} kind @param {State["hidden"]} hidden */
export function tally({ analysis }, kind, hidden) {
  return { figure: listed(analysis, "figure", hidden), speaker: analysis.speakers, date: listed(analysis, "date", hidden), check: analysis.checks }[kind].length;
}

/** @param {Article} article @param {Kind} kind @param {State} state */
const counted = (article, kind, { hidden }) => html`<span><abbr class="as" data-kind=${kind} title=${kinds[kind].name}>${
  kinds[kind].letter}</abbr>${number(tally(article, kind, hidden))}</span> `;

/** @param {Article} article @param {State} state @param {Actions} act */
function entry(article, state, act) {
  const { analysis, id, name } = article;
  const vague = analysis.published ? 0 : unresolved(analysis);
  return html`<li>
    <a href="#main" aria-current=${id === state.open ? "page" : nothing} @click=${act.openLink(id)}>
      <span class="outlet"><bdi>${analysis.outlet ?? name}</bdi></span>
      ${analysis.title ? html`<span class="title"><bdi>${analysis.title}</bdi></span>` : html`<br>`}
      ${analysis.published ? html`<span class="soft">${publishedOn(analysis.published, "short")}</span>`
        : html`<span class=${vague ? "alert" : "soft"}>${rail.noDate}</span>`}
      ${foundNothing(analysis) ? html`<span class="soft">${rail.nothing}</span>` : nothing}
      <span class="tally">${counted(article, "figure", state)}${counted(article, "speaker", state)}${counted(article, "date", state)}${
        analysis.checks.length ? counted(article, "check", state) : nothing}<span class="end">${rail.words(analysis.words)}</span></span>
    </a>
    <button class="link close" type="button" aria-label=${words.closeWhich(analysis.outlet ?? name)} @click=${() => act.close(article)}>${words.close}</button>
    ${vague ? html`<p class="note">${rail.unresolved(vague)}
      <button class="link" type="button" @click=${() => act.editDate(id)}>${rail.setDate}</button></p>` : nothing}
  </li>`;
}

/** The articles that are open. @param {State} state @param {Actions} act */
export const railView = (state, act) => html`
  <nav class="rail" aria-label=${rail.label}>
    <div class="row"><h2>${rail.label}</h2><span class="soft">${rail.open(state.articles.length)}</span></div>
    ${reportLink(state, act)}
    <ol class="stack">${repeat(state.articles, ({ id }) => id, (article) => entry(article, state, act))}</ol>
    ${keptView(state, act)}
  </nav>`;
