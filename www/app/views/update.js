import { html } from "../../vendor/lit-html/lit-html.js";
import { update as words } from "../strings.js";

/** That a new version of the page is ready; it waits for the reader. @param {() => void} take @param {() => void} later */
export const updateView = (take, later) => html`
  <div class="toasts" data-place="top"><div class="toast" role="status"><span>${words.ready}</span>
    <button class="btn" type="button" @click=${take}>${words.reload}</button>
    <button class="btn" type="button" @click=${later}>${words.later}</button></div></div>`;
