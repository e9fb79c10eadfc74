/** Single keys. They do nothing while the reader types, or while a sheet is open. */

/** @import { Actions } from "./actions.js" */
/** @import { State } from "./types.d.ts" */

/** Milliseconds in which the second of two keys has to follow. */
const SECOND = 1_500;

const FIELDS = "input, textarea, select, [contenteditable]";

/** What is typed into has an undo of its own. */
const TEXTS = "input, textarea, [contenteditable]";

/** The keys of the reading view. @param {Actions} act @returns {Record<string, () => void>} */
const keysOf = (act) => ({
  j: () => act.nextFinding(1),
  k: () => act.nextFinding(-1),
  Enter: act.review.accept,
  n: () => act.nextArticle(1),
  p: () => act.nextArticle(-1),
  1: () => act.toggle("figure"),
  2: () => act.toggle("speaker"),
  3: () => act.toggle("date"),
  4: () => act.toggle("check"),
  v: () => act.toggle("vague"),
  o: () => act.toggle("ordinal"),
  l: act.letters,
  x: act.review.reject,
  e: act.review.edit,
  a: act.review.addSelected,
  c: act.review.copy,
  "/": act.focusFind,
});

/** @param {KeyboardEvent} event @param {Actions} act */
function undo(event, act) {
  if (event.key.toLowerCase() !== "z" || (event.target instanceof Element && event.target.matches(TEXTS))) return;
  event.preventDefault();
  if (event.shiftKey) act.log.redo();
  else act.log.undo();
}

/** @param {Actions} act @param {() => State} state */
export function listenToKeys(act, state) {
  const keys = keysOf(act);
  /** @type {Record<string, () => void>} */
  const views = { r: act.desk.showRead, d: act.desk.showDesk };
  let pressedG = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") return act.escape();
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      undo(event, act);
      if (event.key.toLowerCase() === "s" && state().articles.length) {
        event.preventDefault();
        act.session.saveSession();
      }
    }
    const typing = event.target instanceof Element && event.target.matches(FIELDS);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    // On a button Enter presses it.
    if (key === "Enter" && event.target instanceof Element && event.target.closest("button, a, summary")) return;
    const second = event.timeStamp - pressedG < SECOND;
    pressedG = key === "g" ? event.timeStamp : -Infinity;
    const press = (second && views[key]) || (key === "?" ? act.openKeys : state().view === "read" ? keys[key] : undefined);
    if (!press) return;
    event.preventDefault();
    press();
  });
}
