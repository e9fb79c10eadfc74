import { html } from "../../vendor/lit-html/lit-html.js";
import { first, sheet } from "../strings.js";
import { ways } from "./first.js";
import { kbd, kbds } from "./parts.js";

/** @import { Actions } from "../actions.js" */
/** @import { State } from "../types.d.ts" */

const shortcuts = () => html`<div class="shortcuts">${sheet.sections.map(([title, rows]) => html`
  <section><h3>${title}</h3><dl>${/** @type {[string[], string][]} */ (rows).map(([keys, what]) => html`
    <dt>${kbds(keys)}</dt><dd>${what}</dd>`)}</dl></section>`)}</div>`;

/** What opens over the page: all keys, or more articles. @param {NonNullable<State["sheet"]>} which @param {Actions} act */
export const sheetView = (which, act) => html`
  <dialog class="sheet" data-wide=${which === "add"} aria-labelledby="sheet-title" @close=${act.sheetClosed}>
    <div class="row">
      <h2 id="sheet-title">${which === "keys" ? sheet.title : first.addTitle}</h2>
      <button class="btn" data-look="quiet" type="button" @click=${act.closeSheet}>${sheet.close} ${kbd("Esc")}</button>
    </div>
    ${which === "keys" ? shortcuts() : ways(act)}
  </dialog>`;
