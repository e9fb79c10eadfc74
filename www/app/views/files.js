import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { batch, files } from "../strings.js";
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

/** @param {Trouble} trouble @param {Actions} act */
const row = (trouble, act) => html`
  <tr>
    <th scope="row"><bdi>${trouble.name}</bdi></th>
    <td>${trouble.kind === "unread" && !trouble.article ? html`<span class="alert">${files.notRead}</span> ` : nothing}${trouble.what}</td>
    <td>
      ${trouble.remedy ?? nothing}
      <span class="actions">
        ${trouble.article ? html`<button class="link" type="button" @click=${() => act.open(trouble.article)}>${files.open}</button>` : nothing}
        ${trouble.again.length ? html`<button class="link" type="button" @click=${() => act.again(trouble)}>${trouble.kind === "stopped" ? files.rest : files.again}</button>` : nothing}
        <button class="link" type="button" @click=${() => act.dismiss(trouble)}>${trouble.kind === "doubt" ? files.fine : files.leave}</button>
      </span>
    </td>
  </tr>`;

/** What came of each file that needs the reader. @param {State} state @param {Actions} act */
export const report = ({ articles, troubles }, act) => html`
  <section class="report" aria-labelledby="report-title">
    <div class="row">
      <h2 id="report-title">${files.title}</h2>
      <button class="btn" data-look="quiet" type="button" ?hidden=${!articles.length} @click=${act.hideReport}>${files.close}</button>
    </div>
    <p>${files.read(articles.length)}, <span class="alert">${files.need(troubles.length)}</span></p>
    <div class="scroll" role="region" aria-label=${files.region} tabindex="0">
      <table class="list people">
        <thead><tr><th scope="col">${files.file}</th><th scope="col">${files.happened}</th><th scope="col">${files.todo}</th></tr></thead>
        <tbody>${repeat(troubles, ({ id }) => id, (trouble) => row(trouble, act))}</tbody>
      </table>
    </div>
  </section>`;
