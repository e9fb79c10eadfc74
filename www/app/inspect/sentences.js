/** The list of sentences: one stop for the Tab key, arrows within it. */

import { html } from "./dom.js";

/** @import { Sentence } from "../../../src/api.d.ts" */
/** @import { Fired } from "./findings.js" */

/** Where a key leads from a place in a list. @type {Record<string, (at: number, last: number) => number>} */
const STEPS = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * @param {HTMLOListElement} list @param {{ text: string, sentences: Sentence[], fired: Fired[][] }} read
 * @param {(sentence: number) => void} choose
 */
export function listSentences(list, { text, sentences, fired }, choose) {
  const items = sentences.map((sentence, at) => {
    const ids = fired[at].map(({ item }) => item.id).join(" ");
    const words = text.slice(sentence.start, sentence.end).replace(/\s+/g, " ");
    const press = html("button", { type: "button" }, html("span", { class: "words" }, words), html("small", {}, ids));
    press.addEventListener("click", () => choose(at));
    return html("li", {}, press);
  });
  list.replaceChildren(...items);
}

/** Marks the open sentence. @param {HTMLOListElement} list @param {number} open */
export function markOpen(list, open) {
  buttons(list).forEach((button, at) => {
    button.tabIndex = at === open ? 0 : -1;
    if (at === open) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  });
  buttons(list)[open]?.scrollIntoView({ block: "nearest" });
}

/** @param {HTMLOListElement} list @param {(sentence: number) => void} choose */
export function listenToArrows(list, choose) {
  list.addEventListener("keydown", (event) => {
    const all = buttons(list);
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const step = STEPS[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    const to = step(at, all.length - 1);
    choose(to);
    all[to].focus();
  });
}

/** @param {HTMLOListElement} list */
const buttons = (list) => [...list.querySelectorAll("button")];
