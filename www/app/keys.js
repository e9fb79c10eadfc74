/** Single keys. They do nothing while the reader types, or while a sheet is open. */

/** @import { Actions } from "./actions.js" */

const FIELDS = "input, textarea, select, [contenteditable]";

/** @param {Actions} act @returns {Record<string, () => void>} */
const keysOf = (act) => ({
  j: () => act.nextFinding(1),
  k: () => act.nextFinding(-1),
  n: () => act.nextArticle(1),
  p: () => act.nextArticle(-1),
  1: () => act.toggle("figure"),
  2: () => act.toggle("speaker"),
  3: () => act.toggle("date"),
  4: () => act.toggle("check"),
  v: () => act.toggle("vague"),
  o: () => act.toggle("ordinal"),
  l: act.letters,
  "?": act.openKeys,
});

/** @param {Actions} act */
export function listenToKeys(act) {
  const keys = keysOf(act);
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") return act.escape();
    const typing = event.target instanceof Element && event.target.matches(FIELDS);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const press = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!press) return;
    event.preventDefault();
    press();
  });
}
