import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { published } from "../offline.js";
import { first } from "../strings.js";
import { report } from "./files.js";
import { kbd } from "./parts.js";

/** @import { Actions } from "../actions.js" */
/** @import { State } from "../types.d.ts" */

/** Ways to bring articles in: drop, choose, paste, samples. @param {string} draft what stands in the box @param {Actions} act */
export const ways = (draft, act) => html`
  <div class="ways">
    <section class="way" aria-labelledby="drop-title">
      <h2 id="drop-title">${first.drop}</h2>
      <div class="drop"><p>${first.anywhere}</p><p class="soft">${first.formats}</p></div>
      <p class="actions">
        <button class="btn" data-look="main" type="button" @click=${act.chooseFiles}>${first.files}</button>
        <button class="btn" type="button" @click=${act.chooseFolder}>${first.folder}</button>
      </p>
    </section>
    <form class="way" aria-label=${first.pasteForm} @submit=${act.readPasted} @keydown=${act.submitByKey} @input=${act.typedPaste}>
      <label for="text">${first.paste}</label>
      <textarea class="field" id="text" name="text" rows="6" placeholder=${first.placeholder} aria-describedby="text-error" .value=${draft}></textarea>
      <p class="actions">
        <button class="btn" type="submit">${first.read} ${kbd("Ctrl")} ${kbd("Enter")}</button>
        <span class="alert" id="text-error" role="status"></span>
      </p>
    </form>
  </div>
  <p class="actions">
    <span>${first.noArticle}</span>
    <button class="link" type="button" @click=${act.readSample}>${first.sample}</button>
    <span class="soft">${first.or}</span>
    <button class="link" type="button" @click=${act.readSamples}>${first.samples}</button>
  </p>`;

function teach() {
  const [begin, figure, comma, who, space, what, and, day, end] = first.teach;
  return html`<h1 class="teach">${begin}<span class="as" data-kind="figure">${figure}</span>${comma}<span class="as"
    data-kind="speaker">${who}</span>${space}<span class="as" data-kind="quote" data-edge="start end">${what}</span>${and}<span
    class="as" data-kind="date">${day}</span>${end}</h1>`;
}

/** The first visit. @param {State} state @param {Actions} act */
export const firstView = (state, act) => html`
  <main class="first" id="main" tabindex="-1">
    ${teach()}
    ${state.troubles.length ? report(state, act) : nothing}
    ${ways(state.draft, act)}
    <p class="seal">
      <span><strong>${first.nothingLeaves}</strong> ${first.forbids(state.requests)}</span>
      <span>${first.offline}${published ? html` <a href="copydesk.html" download>${first.oneFile}</a>` : nothing}</span>
    </p>
  </main>`;
