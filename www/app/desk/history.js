/** What of the reader's acts concerns the Desk: who is who, and what was dismissed. */

/** @import { Correction } from "../../../src/api.d.ts" */
/** @import { Article, Act } from "../types.d.ts" */

/** @type {WeakMap<Act[], Set<string>>} */
const known = new WeakMap();

/** @param {Act[]} done */
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

/** @param {{ done: Act[] }} desk @param {string} key */
export const isDismissed = ({ done }, key) => dismissedIn(done).has(key);

/** The corrections that stand. @param {Act[]} done */
export const correctionsIn = (done) => done.filter((act) => act.kind === "correct");

/** Corrections as the engine reads them: by the place of an article in the list. @param {Act[]} done @param {Article[]} articles @returns {Correction[]} */
export const forEngine = (done, articles) => correctionsIn(done).map(({ split, members }) => ({
  split,
  members: members.map(([id, name]) => /** @type {[number, string]} */ ([articles.findIndex((article) => article.id === id), name])).filter(([article]) => article >= 0),
}));
