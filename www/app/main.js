/** Wires the page: the store to the views, the window to the actions. */

import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { createActions } from "./actions.js";
import { Comparer } from "./desk/comparer.js";
import { page as deskPage } from "./desk/strings.js";
import { deskRail, deskView } from "./desk/view.js";
import { findingOf } from "./findings.js";
import { fromClipboard, fromFiles, fromTransfer } from "./intake.js";
import { listenToKeys } from "./keys.js";
import { keepOffline } from "./offline.js";
import { Pool } from "./pool.js";
import { Reader } from "./reader.js";
import { countRequests } from "./requests.js";
import { Reviser } from "./review/reviser.js";
import { keepPlace, openSheet, showOver } from "./screen.js";
import { Store } from "./store.js";
import { first, page } from "./strings.js";
import { drawingOf, paperView } from "./views/article.js";
import { barView } from "./views/bar.js";
import { firstView } from "./views/first.js";
import { inspectorView } from "./views/inspector.js";
import { toastView } from "./views/log.js";
import { railView } from "./views/rail.js";
import { sheetView } from "./views/sheet.js";
import { updateView } from "./views/update.js";
import { warmUp } from "./warm.js";

/** @import { Article, State } from "./types.d.ts" */

// The page itself fetches it, after the first view; asking for it here costs no further request.
const engine = import("./engine.js");

const store = new Store(draw);
const pool = new Pool(async () => (await engine).startWorker(), async () => (await engine).compile());
const reader = new Reader(store, pool);
const act = createActions(store, reader, pool);
const comparer = new Comparer(store, pool);
const reviser = new Reviser(store, reader);

/** @param {State} state */
const reading = (state) => {
  const article = opened(state);
  return html`<div class="shell" data-view="read">
    ${railView(state, act)}
    ${paperView(state, article, act)}
    ${article ? inspectorView(state, article, act) : html`<div class="inspector"></div>`}
  </div>`;
};

/** @param {State} state */
const desk = (state) => html`<div class="shell" data-view="desk">${deskRail(state, act)}${deskView(state, act)}</div>`;

/** @param {State} state */
const opened = ({ articles, open }) => articles.find(({ id }) => id === open);

/** @param {State} state */
function view(state) {
  const begun = state.articles.length > 0 || (state.progress !== null && state.slow);
  return html`
    ${barView(state, begun, act)}
    ${!begun ? firstView(state, act) : state.view === "desk" ? desk(state) : reading(state)}
    ${toastView(state, act)}
    ${state.sheet ? sheetView(state, opened(state), act) : nothing}
    ${state.update ? updateView(state.update, () => store.set({ update: null })) : nothing}
    ${state.over === null ? nothing : html`<div class="over" popover="manual"><div class="drop" data-state="over"><p class="headline">${first.letGo(state.over)}</p><p class="soft">${first.stay}</p></div></div>`}
    <p class="vh" role="status">${state.said}</p>
    <input type="file" id="files" multiple hidden><input type="file" id="folder" webkitdirectory hidden>`;
}

/** @param {State} state */
function draw(state) {
  const article = opened(state);
  const back = keepPlace();
  render(view(state), /** @type {HTMLElement} */ (document.getElementById("app")));
  if (article) back(drawingOf(article).light(findingOf(article.analysis, state.finding)));
  if (state.sheet) openSheet();
  if (state.over !== null) showOver();
  comparer.update();
  reviser.update();
  act.session.changed();
  document.title = state.view === "desk" ? deskPage.title : article ? page.titleOf(article.analysis.title ?? article.name) : page.title;
}

/** Draws an article where nobody sees it, so that the browser has compiled and measured what it takes. @param {Article} article */
function rehearse(article) {
  const stage = Object.assign(document.createElement("div"), { className: "rehearsal", inert: true });
  document.body.append(stage);
  render(reading({ ...store.state, articles: [article], open: article.id }), stage);
  stage.getBoundingClientRect();
  stage.remove();
}

/** The whole window takes a drop. */
function listenToDrops() {
  /** @param {DragEvent} event */
  const held = ({ dataTransfer }) => [...dataTransfer?.items ?? []].filter(({ kind }) => kind === "file").length;
  addEventListener("dragover", (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    act.over(held(event));
  });
  addEventListener("dragleave", ({ relatedTarget }) => relatedTarget ?? act.over(null));
  addEventListener("drop", async (event) => {
    event.preventDefault();
    act.over(null);
    if (event.dataTransfer) act.dropped(await fromTransfer(event.dataTransfer));
  });
}

/** What is pasted outside a field is an article, or files. */
function listenToPaste() {
  addEventListener("paste", ({ clipboardData, target }) => {
    if (!clipboardData || (target instanceof Element && target.matches("input, textarea"))) return;
    act.read(clipboardData.files.length ? fromFiles(clipboardData.files) : fromClipboard(clipboardData));
  });
}

listenToDrops();
listenToPaste();
warmUp(pool, () => store.state.progress !== null || store.state.articles.length > 0, rehearse);
listenToKeys(act, () => store.state);
addEventListener("scroll", act.card.close, { passive: true });
countRequests((requests) => store.set({ requests }));
keepOffline((update) => store.set({ update }));
addEventListener("beforeprint", () => {
  const article = opened(store.state);
  if (article) drawingOf(article).drawTo(Infinity);
  act.desk.printing(true);
});
addEventListener("afterprint", () => act.desk.printing(false));
addEventListener("beforeunload", (event) => {
  if (act.session.isUnsaved()) event.preventDefault();
});
draw(store.state);
act.session.takeUp();
