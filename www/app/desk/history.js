/** What the reader did on the Desk, to be undone and done again: corrections and dismissals. */

/** @import { Correction } from "../../../src/api.d.ts" */
/** @import { Article, Desk, DeskAct } from "../types.d.ts" */

/** @type {WeakMap<DeskAct[], Set<string>>} */
const known = new WeakMap();

/** @param {DeskAct[]} done */
function dismissedIn(done) {
  const before = known.get(done);
  if (before) return before;
  /** @type {Set<string>} */
  const keys = new Set();
  for (const act of done) {
    if (act.kind === "dismiss") keys.add(act.key);
    else if (act.kind === "restore") keys.delete(act.key);
  }
  known.set(done, keys);
  return keys;
}

/** @param {Desk} desk @param {string} key */
export const isDismissed = ({ done }, key) => dismissedIn(done).has(key);

/** The corrections that stand. @param {DeskAct[]} done */
export const correctionsIn = (done) => done.filter((act) => act.kind === "correct");

/** Corrections as the engine reads them: by the place of an article in the list. @param {DeskAct[]} done @param {Article[]} articles @returns {Correction[]} */
export const forEngine = (done, articles) => correctionsIn(done).map(({ split, members }) => ({
  split,
  members: members.map(([id, name]) => /** @type {[number, string]} */ ([articles.findIndex((article) => article.id === id), name])).filter(([article]) => article >= 0),
}));
