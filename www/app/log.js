/** What the reader did, all of it, to be undone and done again: corrections, dismissals, who is who. */

import { log as words } from "./strings.js";

/** @import { Store } from "./store.js" */
/** @import { Act, Deed, State } from "./types.d.ts" */

/** @typedef {ReturnType<typeof createLog>} Log */

/** Milliseconds that a toast stays unless something else is done. */
const TOAST = 20_000;

/** Which articles are open when certain acts stand. @param {State} state @param {Act[]} done @returns {Partial<State>} */
function opened({ articles, closed, open, view }, done) {
  const gone = new Set(done.map((act) => (act.kind === "close" ? act.article : null)));
  if (!closed.length && !gone.has(open) && !articles.some(({ id }) => gone.has(id))) return {};
  const all = [...articles, ...closed].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const left = all.filter(({ id }) => !gone.has(id));
  const stays = open !== null && !gone.has(open) ? open : left[Math.max(0, left.findLastIndex(({ id }) => Number(id.slice(1)) < Number(open?.slice(1))))]?.id ?? null;
  return {
    articles: left, closed: all.filter(({ id }) => gone.has(id)), view: left.length > 1 ? view : "read", trail: null,
    ...(stays !== open && { open: stays, finding: null, page: null, editing: null, editingDate: false }),
  };
}

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
  const add = (deed) => {
    const done = [...store.state.done, { ...deed, at: Date.now() }];
    tell(deed.words, true, { done, undone: [], ...opened(store.state, done) });
  };

  /** Undoes or does again until so many acts stand. @param {number} length */
  const goTo = (length) => {
    const { done, undone } = store.state;
    const all = [...done, ...undone.toReversed()];
    const last = all[length < done.length ? length : length - 1];
    if (length === done.length || !last) return;
    const what = length < done.length ? words.undone : words.redone;
    const [now, later] = [all.slice(0, length), all.slice(length).toReversed()];
    tell(words.history(what, last.words), false, { done: now, undone: later, ...opened(store.state, now) });
  };

  return {
    tell, add, goTo,
    undo: () => goTo(store.state.done.length - 1),
    redo: () => goTo(store.state.done.length + 1),
    closeToast: () => store.set({ toast: null }),
  };
}
