/** Small pieces that the Desk's sections share. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { letter, outletOf, publishedIn } from "./model.js";
import { page } from "./strings.js";

/** @import { Actions } from "../actions.js" */
/** @import { Article, Desk } from "../types.d.ts" */

/** @param {Article[]} articles @param {number} index */
export const outlet = (articles, index) => html`<span class="key">${letter(index)}</span> <bdi>${outletOf(articles[index])}</bdi>`;

/** An article by letter, outlet and day of publication. @param {Article[]} articles @param {number} index */
export const source = (articles, index) => html`<span>${outlet(articles, index)} <span class="soft">${publishedIn(articles, articles[index])}</span></span>`;

/** The way to the rest of a long list. @param {Desk} desk @param {string} list @param {number} n @param {number} most @param {Actions} act */
export const showAll = (desk, list, n, most, act) => (n <= most || desk.whole.has(list) || desk.printing ? nothing
  : html`<p class="more"><button class="btn" type="button" id="all-${list}" @click=${() => act.desk.whole(list)}>${page.all(n)}</button></p>`);

/** The way to what was dismissed. @param {Desk} desk @param {string} list @param {number} n @param {Actions} act */
export const dismissedSwitch = (desk, list, n, act) => (n === 0 ? nothing
  : html`<p class="more"><button class="link" type="button" id="dismissed-${list}" aria-expanded=${desk.open.has(list)} @click=${() => act.desk.toggle(list)}>${
    desk.open.has(list) ? page.hideDismissed : page.dismissed(n)}</button></p>`);

/**
 * A choice among named things.
 * @param {string} label @param {string} value @param {[value: string, name: string][]} options @param {(value: string) => void} choose
 */
export const select = (label, value, options, choose) => html`<select aria-label=${label}
  @change=${(/** @type {Event} */ { currentTarget }) => choose(/** @type {HTMLSelectElement} */ (currentTarget).value)}>${
  options.map(([one, name]) => html`<option value=${one} ?selected=${one === value}>${name}</option>`)}</select>`;

/** A section with its heading and what stands beside it. @param {string} id @param {string} title @param {unknown} body @param {unknown} [tools] */
export const block = (id, title, body, tools) => html`
  <section class="block" id=${id} aria-labelledby="h-${id}">
    ${tools ? html`<div class="row"><h2 id="h-${id}" tabindex="-1">${title}</h2><span class="actions">${tools}</span></div>` : html`<h2 id="h-${id}" tabindex="-1">${title}</h2>`}
    ${body}
  </section>`;
