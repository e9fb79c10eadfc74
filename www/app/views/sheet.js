import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { first, log, review, sessions, sheet } from "../strings.js";
import { ways } from "./first.js";
import { historyView } from "./log.js";
import { kbd, kbds } from "./parts.js";
import { forgetView, saveView } from "./save.js";

/** @import { Actions } from "../actions.js" */
/** @import { Article, State } from "../types.d.ts" */

const shortcuts = () => html`<div class="shortcuts">${sheet.sections.map(([title, rows]) => html`
  <section><h3>${title}</h3><dl>${/** @type {[string[], string][]} */ (rows).map(([keys, what]) => html`
    <dt>${kbds(keys)}</dt><dd>${what}</dd>`)}</dl></section>`)}</div>`;

/** @param {Article} article @param {Actions} act */
const textForm = ({ text }, act) => html`<form @submit=${act.review.saveText}>
  <p class="soft" id="text-hint">${review.textHint}</p>
  <textarea class="field" name="text" rows="18" aria-labelledby="sheet-title" aria-describedby="text-hint" .value=${text}></textarea>
  <p class="actions"><button class="btn" data-look="main" type="submit">${review.save}</button></p>
</form>`;

/** @type {Record<NonNullable<State["sheet"]>, { title: string, wide: boolean }>} */
const SHEETS = {
  keys: { title: sheet.title, wide: false }, add: { title: first.addTitle, wide: true },
  history: { title: log.title, wide: false }, save: { title: sessions.title, wide: true }, forget: { title: sessions.forgetTitle, wide: false }, text: { title: review.textTitle, wide: true },
};

/** What opens over the page: all keys, more articles, what was done, the text. @param {State} state @param {Article | undefined} article @param {Actions} act */
export function sheetView(state, article, act) {
  const which = state.sheet ?? "keys";
  const body = { keys: shortcuts, add: () => ways(state.draft, act), history: () => historyView(state, act), save: () => saveView(state, act), forget: () => forgetView(act), text: () => (article ? textForm(article, act) : nothing) };
  return html`
  <dialog class="sheet" data-wide=${SHEETS[which].wide} aria-labelledby="sheet-title" @close=${act.sheetClosed}>
    <div class="row">
      <h2 id="sheet-title">${SHEETS[which].title}</h2>
      <button class="btn" data-look="quiet" type="button" @click=${act.closeSheet}>${sheet.close} ${kbd("Esc")}</button>
    </div>
    ${body[which]()}
  </dialog>`;
}
