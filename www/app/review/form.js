/** The form in which the reader says what a finding is. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { keyed } from "../../vendor/lit-html/directives/keyed.js";
import { findingOf } from "../findings.js";
import { bounds, detail, review as words } from "../strings.js";

/** @import { DateMention, Figure, Quote } from "../../../src/api.d.ts" */
/** @import { Actions } from "../actions.js" */
/** @import { Article, Editing } from "../types.d.ts" */

/** @param {string} name @param {string} label @param {Record<string, string>} options @param {string | undefined} chosen @param {boolean} open whether it may be left open */
const choice = (name, label, options, chosen, open) => html`<label for="edit-${name}">${label}</label>
  <select class="btn" id="edit-${name}" name=${name}>${open ? html`<option value=""></option>` : nothing}${Object.entries(options).map(([value, text]) => html`
    <option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select>`;

/** @param {Figure | undefined} figure */
const figureFields = (figure) => html`
  <label for="edit-value">${words.value}</label>
  <span class="row"><input class="field" id="edit-value" name="value" type="number" step="any" .value=${String(figure?.value ?? figure?.low ?? "")}>
    ${words.to} <input class="field" name="to" type="number" step="any" aria-label=${words.toHint} .value=${String(figure?.high ?? "")}></span>
  ${choice("modifier", words.bound, bounds.choice, figure?.modifier, !figure)}
  ${choice("kind", words.figureKind, Object.fromEntries(Object.entries(detail.figure).map(([kind, text]) => [kind, text.replace(/^Figure, /, "")])), figure?.kind, !figure)}
  <label for="edit-unit">${words.of}</label><input class="field" id="edit-unit" name="unit" .value=${figure?.unit ?? ""}>`;

/** @param {DateMention | undefined} date */
const dateFields = (date) => html`
  <label for="edit-first">${words.first}</label><input class="field" id="edit-first" name="first" type="date" ?required=${date !== undefined} .value=${date?.interval?.[0] ?? ""}>
  <label for="edit-last">${words.last}</label><input class="field" id="edit-last" name="last" type="date" .value=${date?.interval?.[1] ?? ""}>`;

/** @param {Article} article @param {Quote | undefined} quote */
const quoteFields = ({ analysis }, quote) => html`
  <label for="edit-speaker">${words.who}</label><input class="field" id="edit-speaker" name="speaker" list="edit-speakers" autocomplete="off" .value=${quote?.speaker_name ?? ""}>
  <datalist id="edit-speakers">${[...new Set(analysis.speakers.map(({ name }) => name))].map((name) => html`<option value=${name}></option>`)}</datalist>
  ${quote?.speaker ? html`<span></span><label><input type="checkbox" name="spread"> ${words.spread}</label>` : nothing}
  ${choice("quote", words.how, detail.quote, quote?.kind, !quote)}`;

/** @param {Editing} editing @param {Actions} act */
const kinds = ({ on }, act) => html`<fieldset class="row" @change=${act.review.chooseKind}><legend class="vh">${words.kindLabel}</legend>${
  /** @type {Editing["on"][]} */ (["figure", "date", "quote"]).map((kind) => html`<label><input type="radio" name="on" value=${kind} ?checked=${kind === on}> ${words.kind[kind]}</label> `)}</fieldset>`;

/** @param {Article} article @param {Editing} editing @param {Actions} act */
export function editView(article, editing, act) {
  const { on, id, extent } = editing;
  const finding = id === null ? undefined : findingOf(article.analysis, id);
  const item = finding?.kind === on ? finding.item : undefined;
  const fields = { figure: () => figureFields(/** @type {Figure} */ (item)), date: () => dateFields(/** @type {DateMention} */ (item)),
    quote: () => quoteFields(article, /** @type {Quote} */ (item)) }[on];
  return html`<section class="detail edit" aria-labelledby="detail-title">
    <form @submit=${act.review.save}>
      <h2 id="detail-title">${id === null ? words.addTitle(article.text.slice(...extent)) : words.editTitle}</h2>
      ${id === null ? kinds(editing, act) : nothing}
      <div class="fields">
        ${id === null ? nothing : html`<span>${words.words}</span><span><q><bdi>${article.text.slice(...extent)}</bdi></q><br>
          <button class="link" type="button" @click=${act.review.takeSelected}>${words.take}</button></span>`}
        ${keyed(`${on} ${id}`, fields())}
      </div>
      <p class="actions"><button class="btn" data-look="main" type="submit">${words.save}</button>
        <button class="btn" data-look="quiet" type="button" @click=${act.review.leave}>${words.cancel}</button></p>
    </form>
  </section>`;
}
