/** What can be taken away: the session, a report, tables, data. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { log, sessions as words, sheet } from "../strings.js";

/** @import { Actions } from "../actions.js" */
/** @import { Format, State } from "../types.d.ts" */

/** @param {Format} format @param {Actions} act */
const row = (format, act) => html`<tr><th scope="row">${words.formats[format].name}</th><td>${words.formats[format].what}</td><td class="actions">
  <button class="btn" type="button" aria-label=${`${words.download}: ${words.formats[format].name}`} @click=${() => act.session.download(format)}>${words.download}</button>
  <button class="btn" data-look="quiet" type="button" aria-label=${`${words.copy}: ${words.formats[format].name}`} @click=${() => act.session.copyExport(format)}>${words.copy}</button></td></tr>`;

/** @param {State} state @param {Actions} act */
export const saveView = ({ articles, done, view }, act) => html`
  <p class="row"><span><b>${words.session}</b><br><span class="soft">${words.sessionWhat}</span></span>
    <button class="btn" data-look="main" type="button" @click=${act.session.saveSession}>${words.saveSession}</button></p>
  ${done.length ? html`<p><button class="link" type="button" @click=${act.openHistory}>${log.all(done.length)}</button></p>` : nothing}
  ${articles.length > 1 ? html`<p class="scope">${words.scope}
    <label><input type="radio" name="scope" ?checked=${view === "read"}> ${words.thisArticle}</label>
    <label><input type="radio" name="scope" id="scope-all" ?checked=${view === "desk"}> ${words.allArticles(articles.length)}</label></p>` : nothing}
  <table class="list exports"><tbody>${/** @type {Format[]} */ (Object.keys(words.formats)).map((format) => row(format, act))}</tbody></table>`;

/** @param {Actions} act */
export const forgetView = (act) => html`<p>${words.forgetWhat}</p>
  <p class="actions"><button class="btn" data-look="main" type="button" @click=${act.session.forget}>${words.forget}</button>
    <button class="btn" data-look="quiet" type="button" @click=${act.closeSheet}>${sheet.close}</button></p>`;

/** Where what is here is kept, and how to change that. @param {State} state @param {Actions} act */
export const keptView = ({ kept }, act) => html`<p class="foot">${kept === "yes"
  ? html`${words.kept} <button class="link" type="button" @click=${act.session.askForget}>${words.forget}</button>`
  : html`${kept === "failed" ? html`<span class="alert">${words.notKept}</span>` : html`${words.tabOnly}
    <button class="link" type="button" @click=${act.session.keep}>${words.keep}</button>`}`}</p>`;
