import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { views } from "../desk/strings.js";
import { page, sessions } from "../strings.js";
import { undoButtons } from "./log.js";
import { kbd } from "./parts.js";

/** @import { Actions } from "../actions.js" */
/** @import { State } from "../types.d.ts" */

/** @param {State} state @param {Actions} act */
const switchView = ({ view }, act) => html`<nav class="views" aria-label=${views.label}>${/** @type {const} */ (["read", "desk"]).map((one) => html`
  <a href="#main" aria-current=${one === view ? "page" : nothing} @click=${act.desk.viewLink(one)}>${views[one]}</a>`)}</nav>`;

/** @param {State} state @param {boolean} reading @param {Actions} act */
export const barView = (state, reading, act) => html`
  <a class="skip" href="#main">${page.skip}</a>
  <header class="bar">
    <span class="name">${page.name}</span>
    ${state.articles.length > 1 ? switchView(state, act) : nothing}
    ${undoButtons(state, act)}
    <span class="sealed">${page.sealed(state.requests)}</span>
    ${reading ? html`<button class="btn" type="button" aria-haspopup="dialog" @click=${act.session.openSave}>${sessions.save}</button>
      <button class="btn" type="button" aria-haspopup="dialog" @click=${act.openAdd}><span>${page.add}<span
      class="extra">${page.addWhat}</span></span></button>` : nothing}
    <button class="btn extra" data-look="quiet" type="button" aria-haspopup="dialog" aria-label=${page.keyboardHelp}
      @click=${act.openKeys}>${kbd("?")}</button>
  </header>`;
