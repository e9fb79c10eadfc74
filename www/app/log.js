/** What the reader did, all of it, to be undone and done again: corrections, dismissals, who is who. */

import { log as words } from "./strings.js";

/** @import { Store } from "./store.js" */
/** @import { Deed, State } from "./types.d.ts" */

/** @typedef {ReturnType<typeof createLog>} Log */

/** Milliseconds that a toast stays unless something else is done. */
const TOAST = 20_000;

/** @param {Store} store */
export function createLog(store) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let fading;

  /** Says what was done. @param {string} words @param {boolean} [undo] whether it can be undone @param {Partial<State>} [change] */
  const tell = (words, undo = false, change = {}) => {
    clearTimeout(fading);
    fading = setTimeout(() => store.set({ toast: null }), TOAST);
    store.set({ ...change, said: words, toast: { words, undo } });
    store.flush();
  };

  /** @param {Deed} deed */
  const add = (deed) => tell(deed.words, true, { done: [...store.state.done, { ...deed, at: Date.now() }], undone: [] });

  /** Undoes or does again until so many acts stand. @param {number} length */
  const goTo = (length) => {
    const { done, undone } = store.state;
    const all = [...done, ...undone.toReversed()];
    const last = all[length < done.length ? length : length - 1];
    if (length === done.length || !last) return;
    const what = length < done.length ? words.undone : words.redone;
    tell(words.history(what, last.words), false, { done: all.slice(0, length), undone: all.slice(length).toReversed() });
  };

  return {
    tell, add, goTo,
    undo: () => goTo(store.state.done.length - 1),
    redo: () => goTo(store.state.done.length + 1),
    closeToast: () => store.set({ toast: null }),
  };
}
