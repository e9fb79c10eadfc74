/** What was done, and the way back. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { timeOfDay } from "../format.js";
import { log as words } from "../strings.js";
import { kbd } from "./parts.js";

/** @import { Actions } from "../actions.js" */
/** @import { Act, State } from "../types.d.ts" */

/** @param {State} state @param {Actions} act */
export const undoButtons = ({ done, undone }, act) => (!done.length && !undone.length ? nothing : html`<span class="undo">
  <button class="btn extra" data-look="quiet" type="button" ?disabled=${!done.length} @click=${act.log.undo}>${words.undo}</button>
  <button class="btn extra" data-look="quiet" type="button" ?disabled=${!undone.length} @click=${act.log.redo}>${words.redo}</button>
  <button class="btn" data-look="quiet" type="button" aria-haspopup="dialog" @click=${act.openHistory}>${words.all(done.length)}</button></span>`);

/** What was done last. @param {State} state @param {Actions} act */
export const toastView = ({ toast }, act) => (toast === null ? nothing : html`<div class="toasts" role="region" aria-label=${words.last}><div class="toast"><span><bdi>${toast.words}</bdi></span>
  ${toast.undo ? html`<button class="btn" type="button" @click=${act.log.undo}>${words.undo} ${kbd("Ctrl")} ${kbd("Z")}</button>`
    : html`<button class="btn" type="button" @click=${act.log.closeToast}>${words.close}</button>`}</div></div>`);

/** @param {Act} one @param {number} standing how many acts stand once the button is pressed @param {boolean} undone @param {boolean} here @param {Actions} act */
const row = (one, standing, undone, here, act) => html`<li class=${here ? "here" : nothing} aria-current=${here ? "step" : nothing} data-state=${undone ? "undone" : nothing}>
  <time datetime=${new Date(one.at).toISOString()}>${timeOfDay(one.at)}</time><span class="did"><bdi>${one.words}</bdi></span>
  <button class="link" type="button" @click=${() => act.log.goTo(standing)}>${undone ? words.again : here ? words.undo : words.toHere}</button></li>`;

/** All that was done, the latest first. @param {State} state @param {Actions} act */
export function historyView({ done, undone }, act) {
  const all = [...done, ...undone.toReversed()].map((one, index) => ({ one, index }));
  if (!all.length) return html`<p class="soft">${words.none}</p>`;
  return html`<ol class="history" reversed>${repeat(all.toReversed(), ({ one }) => one, ({ one, index }) => {
    const here = index === done.length - 1;
    const gone = index >= done.length;
    return row(one, gone || !here ? index + 1 : index, gone, here, act);
  })}</ol>`;
}
