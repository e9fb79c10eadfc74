/** What the reader can do with the lists: find, sort, choose rows and copy them. */

import { findingOf } from "./findings.js";
import { asQuote } from "./review/copy.js";
import * as screen from "./screen.js";

/** @import { Log } from "./log.js" */
/** @import { Store } from "./store.js" */
/** @import { Article, State, Tab } from "./types.d.ts" */

/** @param {Store} store @param {Log} log @param {() => Article | undefined} article */
export function createListActions(store, log, article) {
  /** @param {Iterable<string>} ids */
  const choose = (ids) => store.set({ picked: new Set(ids) });

  return {
    focusFind: () => screen.focusOn(`#find-${store.state.tab}`),
    /** @param {Event} event */
    find: (event) => store.set({ find: /** @type {HTMLInputElement} */ (event.target).value, page: null }),
    /** @param {Event} event */
    only: (event) => store.set({ only: /** @type {State["only"]} */ (/** @type {HTMLSelectElement} */ (event.target).value), page: null }),
    findAll: () => store.set({ find: "", only: "" }),
    /** Upwards, downwards, then in the order of the text again. @param {Tab} tab @param {number} column */
    sort: (tab, column) => {
      const { sort } = store.state;
      const same = sort?.tab === tab && sort.column === column;
      store.set({ sort: !same ? { tab, column, down: false } : sort.down ? null : { ...sort, down: true }, page: null });
    },
    /** Begins or ends the choosing of rows. */
    pickSome: () => store.set({ picked: store.state.picked === null ? new Set() : null }),
    /** @param {string} id */
    pick: (id) => {
      const picked = new Set(store.state.picked);
      if (!picked.delete(id)) picked.add(id);
      choose(picked);
    },
    /** @param {{ id: string }[]} rows */
    pickAll: (rows) => choose(rows.map(({ id }) => id)),
    /** Copies the chosen rows, in the order in which they are shown. @param {{ id: string }[]} rows */
    copyPicked: async (rows) => {
      const open = article();
      const chosen = rows.filter(({ id }) => store.state.picked?.has(id)).map(({ id }) => open && findingOf(open.analysis, id));
      if (open) log.tell(await screen.copied(chosen.flatMap((finding) => (finding ? asQuote(open, finding) : [])).join("\n\n")));
    },
  };
}
