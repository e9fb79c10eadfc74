/** Where things are on the screen: moving the focus, scrolling, opening what floats. */

import { copying } from "./strings.js";

/** @param {string} selector */
const find = (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector));

/** The part of the window in which the text can be seen, between the bars and the sheet of findings. */
function sight() {
  const top = find(".tools")?.getBoundingClientRect().bottom ?? 0;
  const sheet = find(".inspector")?.getBoundingClientRect();
  const beneath = sheet && sheet.width > innerWidth * 0.9 && sheet.top > top;
  return { top: Math.max(0, top), bottom: beneath ? sheet.top : innerHeight };
}

/** Scrolls a mark into the middle third of what can be seen, if it is not there. @param {HTMLElement} mark */
function toMiddle(mark) {
  const { top, bottom } = sight();
  const third = (bottom - top) / 3;
  const middle = () => {
    const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    return (box.top + box.bottom) / 2;
  };
  if (middle() > top + third && middle() < bottom - third) return;
  scrollBy({ top: middle() - (top + bottom) / 2, behavior: "instant" });
}

/** Moves the focus to a mark and the mark to where it can be read. @param {HTMLElement} mark */
export function goTo(mark) {
  mark.focus({ preventScroll: true });
  toMiddle(mark);
  // What was out of sight had only a guessed height; once it is laid out, the place is known.
  requestAnimationFrame(() => toMiddle(mark));
}

/**
 * Before a text is drawn anew: what is to be called after it, with the mark that is open then. The focus stays on the
 * open mark, and the mark where it was on the screen.
 */
export function keepPlace() {
  const mark = find('mark[tabindex="0"]');
  const top = mark?.getBoundingClientRect().top ?? 0;
  const held = mark !== null && mark === document.activeElement;
  return (/** @type {HTMLElement | undefined} */ now) => {
    if (!mark || !now || mark.isConnected) return;
    if (held) now.focus({ preventScroll: true });
    if (now.textContent === mark.textContent) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: "instant" });
  };
}

/** Scrolls a list, and nothing else, to its open row. */
export function showRow() {
  const row = find(".panel:not([hidden]) .now");
  const panel = row?.closest(".panel");
  if (!row || !panel) return;
  const head = panel.querySelector("thead")?.getBoundingClientRect().height ?? 0;
  const box = panel.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  if (top < box.top + head) panel.scrollTop -= box.top + head - top;
  else if (bottom > box.bottom) panel.scrollTop += bottom - box.bottom;
}

/** @param {string} selector */
export const focusOn = (selector) => find(selector)?.focus();

/** To where the reader was before, or else to the start. @param {{ y: number, id: string } | undefined} place */
export function restore(place) {
  const element = place?.id ? document.getElementById(place.id) : find("#main");
  element?.focus({ preventScroll: true });
  scrollTo({ top: place?.y ?? 0, behavior: "instant" });
}

/** Moves the focus to a button under sentences, and all of them to where they can be read. @param {string} selector */
export function showPair(selector) {
  const button = find(selector);
  button?.focus({ preventScroll: true });
  button?.closest(".split")?.scrollIntoView({ block: "start", behavior: "instant" });
}

/** To the start of another article. */
export const toTop = () => scrollTo({ top: 0, behavior: "instant" });

/** Opens the sheet that was just drawn. */
export function openSheet() {
  const sheet = /** @type {HTMLDialogElement | null} */ (find("dialog.sheet"));
  if (sheet && !sheet.open) sheet.showModal();
}

/** Files held over the page cover even an open sheet. */
export function showOver() {
  const over = find(".over");
  if (over && !over.matches(":popover-open")) over.showPopover();
}

/** Puts words on the clipboard; what came of it. @param {string} text @param {string} [done] what is said if all went well */
export const copied = (text, done = copying.done) => navigator.clipboard.writeText(text).then(() => done, () => copying.failed);

/** @param {string} selector */
export const isChecked = (selector) => /** @type {HTMLInputElement | null} */ (find(selector))?.checked ?? false;

/** Gives the reader a file. @param {string} name @param {string} text @param {string} type */
export function download(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const closeSheet = () => /** @type {HTMLDialogElement | null} */ (find("dialog.sheet"))?.close();

/** @param {string} id @returns {Promise<File[]>} the files that the reader chooses */
export function choose(id) {
  const input = /** @type {HTMLInputElement} */ (find(`#${id}`));
  input.value = "";
  input.click();
  return new Promise((resolve) => {
    input.onchange = () => resolve([...input.files ?? []]);
    input.oncancel = () => resolve([]);
  });
}
