import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { needing } from "../outcomes.js";
import { batch, encodings, files, rail } from "../strings.js";
import { around, kbd } from "./parts.js";

/** @import { Actions } from "../actions.js" */
/** @import { Progress, State, Trouble } from "../types.d.ts" */

/** Files that have to be done before the time that is left can be told. */
const ENOUGH = 8;

/** @param {Progress} progress */
function timeLeft({ done, total, startedAt }) {
  if (done < ENOUGH) return "";
  return batch.left(Math.ceil((performance.now() - startedAt) / done * (total - done) / 1000));
}

/** How far reading is. @param {Progress} progress @param {Actions} act */
export const progressView = (progress, act) => html`
  <section class="progress" aria-label=${batch.progress}>
    <div class="row">
      <p><b>${batch.done(progress.done, progress.total)}</b> <span class="soft">${timeLeft(progress)}</span></p>
      <button class="btn" type="button" @click=${act.cancel}>${batch.cancel} ${kbd("Esc")}</button>
    </div>
    <progress max=${progress.total} .value=${progress.done} aria-label=${batch.progress}></progress>
    <p class="soft">${around(batch.now(progress.now))}</p>
  </section>`;

/** The encodings to read a file in again; the one that it was read in is among them, however rare. @param {Trouble} trouble @param {Actions} act */
function menu(trouble, act) {
  const now = trouble.recode?.encoding ?? "";
  const known = Object.keys(encodings).find((label) => label.toLowerCase() === now.toLowerCase());
  const all = known ? encodings : { [now]: now, ...encodings };
  return html`<label>${files.encoding} <select @change=${act.recode(trouble)}>${Object.entries(all).map(([label, name]) =>
    html`<option value=${label} ?selected=${label === (known ?? now)}>${name}</option>`)}</select></label>`;
}

/** @param {Trouble} trouble @param {Actions} act */
const row = (trouble, act) => html`
  <tr>
    <th scope="row"><bdi>${trouble.name}</bdi></th>
    <td>${trouble.kind === "unread" && !trouble.article ? html`<span class="alert">${files.notRead}</span> ` : nothing}${trouble.what}</td>
    <td>
      ${trouble.remedy ?? nothing}
      <span class="actions">
        ${trouble.recode ? menu(trouble, act) : nothing}
        ${trouble.article ? html`<button class="link" type="button" @click=${() => act.open(trouble.article)}>${files.open}</button>` : nothing}
        ${trouble.again.length ? html`<button class="link" type="button" @click=${() => act.again(trouble)}>${trouble.kind === "stopped" ? files.rest : files.again}</button>` : nothing}
        <button class="link" type="button" @click=${() => act.dismiss(trouble)}>${trouble.kind === "doubt" ? files.fine : trouble.kind === "read" ? files.seen : files.leave}</button>
      </span>
    </td>
  </tr>`;

/** The way to the list of what came of each file, where there is one. @param {State} state @param {Actions} act */
export function reportLink({ troubles }, act) {
  const n = needing(troubles);
  if (!troubles.length) return nothing;
  return html`<p><button class=${n ? "link alert" : "link"} type="button" @click=${act.showReport}>${n ? rail.needYou(n) : files.title}</button></p>`;
}

/** What came of each file that is more than plain text, or that needs the reader. @param {State} state @param {Actions} act */
export const report = ({ articles, troubles }, act) => html`
  <section class="report" aria-labelledby="report-title">
    <div class="row">
      <h2 id="report-title">${files.title}</h2>
      <button class="btn" data-look="quiet" type="button" ?hidden=${!articles.length} @click=${act.hideReport}>${files.close}</button>
    </div>
    <p>${files.read(articles.length)}${needing(troubles) ? html`, <span class="alert">${files.need(needing(troubles))}</span>` : nothing}</p>
    <div class="scroll" role="region" aria-label=${files.region} tabindex="0">
      <table class="list people">
        <thead><tr><th scope="col">${files.file}</th><th scope="col">${files.happened}</th><th scope="col">${files.todo}</th></tr></thead>
        <tbody>${repeat(troubles, ({ id }) => id, (trouble) => row(trouble, act))}</tbody>
      </table>
    </div>
  </section>`;
