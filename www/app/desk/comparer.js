/** Keeps what the Desk shows up to date with the articles and the reader's corrections. */

import { timeLimit } from "../pool.js";
import { correctionsIn, forEngine } from "./history.js";
import { page } from "./strings.js";

/** @import { Comparison } from "../../../src/api.d.ts" */
/** @import { Pool } from "../pool.js" */
/** @import { Store } from "../store.js" */
/** @import { State } from "../types.d.ts" */

/** Whether the comparison, or the account of why there is none, is of what stands now. @param {State} state */
function isCurrent({ articles, done, desk: { asked } }) {
  const corrections = correctionsIn(done);
  return asked !== null && asked.articles === articles && asked.corrections.length === corrections.length
    && asked.corrections.every((correction, i) => correction === corrections[i]);
}

export class Comparer {
  #store;
  #pool;
  #running = false;

  /** @param {Store} store @param {Pool} pool */
  constructor(store, pool) {
    this.#store = store;
    this.#pool = pool;
  }

  /** Compares anew if that is needed; one comparison at a time, so that many changes cost few. */
  async update() {
    const { state } = this.#store;
    // While files are read every one of them would call for another comparison.
    if (this.#running || state.view !== "desk" || state.progress || isCurrent(state)) return;
    this.#running = true;
    const { articles, done } = state;
    const asked = { articles, corrections: correctionsIn(done) };
    const payload = { briefs: articles.map(({ analysis }) => analysis.brief), corrections: forEngine(done, articles) };
    const limit = timeLimit(articles.reduce((sum, { text }) => sum + text.length, 0));
    let change;
    try {
      /** @type {Comparison} */
      const comparison = await this.#pool.run("compare", payload, { limit, urgent: true });
      change = { asked, articles, comparison, fault: false, said: state.desk.comparison ? state.said : page.compared };
    } catch {
      change = { asked, fault: true, said: page.failed };
    }
    this.#running = false;
    const now = this.#store.state;
    const { said, ...desk } = change;
    // What came of other articles than those that are open now is not shown.
    if (isCurrent({ ...now, desk: { ...now.desk, asked } })) this.#store.set({ said, desk: { ...now.desk, ...desk } });
    else this.update();
  }
}
