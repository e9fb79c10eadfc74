import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { trail as trailWords } from "../desk/strings.js";
import { Drawing } from "../drawing.js";
import { findingOf, foundNothing, listed } from "../findings.js";
import { publishedOn } from "../format.js";
import { number } from "../numbers.js";
import { article as words, kinds, review } from "../strings.js";
import { cardView } from "./card.js";
import { progressView, report } from "./files.js";
import { around, kbd, kbds } from "./parts.js";
import { tally } from "./rail.js";

/** @import { Actions } from "../actions.js" */
/** @import { Article, Kind, State } from "../types.d.ts" */

/** @type {Drawing | undefined} */
let drawing;

/** The drawing of the open article; a new one for a new article or a new analysis. @param {Article} article */
export function drawingOf(article) {
  if (drawing?.article.analysis !== article.analysis) {
    drawing?.stop();
    drawing = new Drawing(article);
  }
  return drawing;
}

/** @param {Article} article @param {State} state @param {Actions} act @param {Kind} kind */
const toggle = (article, { hidden }, act, kind) => html`
  <button class="btn" data-look="quiet" type="button" aria-pressed=${!hidden.has(kind)} @click=${() => act.toggle(kind)}>${kbd(kinds[kind].key)}
    <span class="as" data-kind=${kind}>${kinds[kind].name}</span> ${number(tally(article, kind, hidden))}</button>`;

/** `Figure 3 of 26`. @param {Article} article @param {State} state */
export function place({ analysis }, { finding: id, hidden }) {
  const finding = findingOf(analysis, id);
  if (!finding) return "";
  /** @type {{ id: string }[]} */
  const all = { figure: listed(analysis, "figure", hidden), date: listed(analysis, "date", hidden), quote: analysis.quotes, check: analysis.checks }[finding.kind];
  const at = all.findIndex((item) => item.id === id);
  return at < 0 ? "" : words.place(words.placeKind[finding.kind], at + 1, all.length);
}

/** The way on and back for those who came from the Desk. @param {NonNullable<State["trail"]>} trail @param {Actions} act */
const trailView = ({ stops, at }, act) => html`<p class="trail">
  <button class="btn" type="button" @click=${act.desk.showDesk}>${trailWords.back}</button>
  ${stops.length > 1 ? html`<button class="btn" type="button" @click=${act.desk.nextStop}>${stops.length > 2 ? trailWords.following : trailWords.next}</button>
    <span class="soft">${trailWords.place(at + 1, stops.length)}</span>` : nothing}</p>`;

/** The kinds, to show and hide them: switch and legend in one. @param {Article} article @param {State} state @param {Actions} act */
const tools = (article, state, act) => html`
  <div class="tools" role="group" aria-label=${words.marks}>
    ${state.trail ? trailView(state.trail, act) : nothing}
    ${/** @type {Kind[]} */ (["figure", "speaker", "date"]).map((kind) => toggle(article, state, act, kind))}
    ${article.analysis.checks.length ? toggle(article, state, act, "check") : nothing}
    <span class="place">${place(article, state)}</span>
  </div>`;

/** @param {Article} article @param {Actions} act */
const dateForm = ({ analysis, published }, act) => html`
  <form class="actions" aria-label=${words.dateForm} @submit=${act.setDate}>
    <label for="published">${words.publishedOn}</label>
    <input class="btn" id="published" name="published" type="date" required .value=${analysis.published?.value.slice(0, 10) ?? ""}>
    <button class="btn" data-look="main" type="submit">${words.set}</button>
    ${published ? html`<button class="btn" data-look="quiet" type="button" @click=${act.useTextDate}>${words.useText}</button>` : nothing}
    <button class="btn" data-look="quiet" type="button" @click=${act.leaveDate}>${words.leave}</button>
  </form>`;

/** @param {Article} article @param {Actions} act */
const dateLine = ({ analysis }, act) => html`<span>
  ${analysis.published ? words.published(publishedOn(analysis.published, "long"), analysis.published.source)
    : html`<span class="alert">${words.noDate}</span>`}
  <button class="link" id="change-date" type="button" @click=${() => act.editDate()}>${analysis.published ? words.change : words.setDate}</button></span>`;

/** @param {Article} article @param {State} state @param {Actions} act */
function head(article, state, act) {
  const { analysis, encoding, name } = article;
  const { above, headline, below } = drawingOf(article);
  const outlet = analysis.outlet ?? name;
  const named = [...above, ...below].some(({ textContent }) => textContent?.includes(outlet));
  return html`<header>
    ${above}
    <h1 class=${headline.length ? nothing : "vh"}>${headline.length ? headline : name}</h1>
    ${below}
    <div class="meta">
      ${named ? nothing : html`<strong><bdi>${outlet}</bdi></strong>`}
      ${encoding && encoding.toLowerCase() !== "utf-8" ? html`<span>${words.encoding(encoding)}</span>` : nothing}
      ${state.editingDate ? dateForm(article, act) : dateLine(article, act)}
      <button class="link" type="button" aria-haspopup="dialog" @click=${act.review.openText}>${review.editText}</button>
    </div>
  </header>`;
}

/** @param {Article} article @param {State} state @param {Actions} act */
const reading = (article, state, act) => html`
  ${tools(article, state, act)}
  <article class=${state.letters ? "article letters" : "article"} data-hide=${[...state.hidden].join(" ")} @click=${act.clickMark}
    @mouseover=${act.card.over} @mouseleave=${act.card.leave}>
    ${head(article, state, act)}
    ${article.analysis.unplaced ? html`<p class="note">${review.lost(article.analysis.unplaced.length)} <button class="link" type="button"
      @click=${act.review.letGo}>${review.letGo}</button></p>` : nothing}
    ${foundNothing(article.analysis) ? html`<p class="nothing"><b>${words.nothing}</b> <span class="soft">${words.nothingHint}</span></p>` : nothing}
    ${drawingOf(article).body}
  </article>
  ${cardView(state, article, act)}
  <p class="keys">${words.keys.map(([keys, what]) => html`<span>${kbds(/** @type {string[]} */ (keys))} ${what}</span> `)}</p>`;

/** @param {string} name */
const waiting = (name) => html`
  <div class="article">
    <p>${around(words.reading(name))}</p>
    <div class="waiting" aria-hidden="true"><p></p><p></p><p></p><p></p><p></p><p></p></div>
  </div>`;

/** The open article, below what is under way. @param {State} state @param {Article | undefined} article @param {Actions} act */
export const paperView = (state, article, act) => html`
  <main class="paper" id="main" tabindex="-1">
    ${state.progress && state.slow && state.progress.total > 1 ? progressView(state.progress, act) : nothing}
    ${state.report && state.troubles.length ? report(state, act) : nothing}
    ${article ? reading(article, state, act) : state.progress ? waiting(state.progress.now) : nothing}
  </main>`;

