/** Analyses an article again when what the reader did to it is not what its analysis knows. */

import { correctionsOf, sameCorrections, textOf } from "./corrections.js";

/** @import { Reader } from "../reader.js" */
/** @import { Store } from "../store.js" */

export class Reviser {
  #store;
  #reader;
  /** What is being analysed, by article. @type {Map<string, object>} */
  #asked = new Map();

  /** @param {Store} store @param {Reader} reader */
  constructor(store, reader) {
    this.#store = store;
    this.#reader = reader;
  }

  update() {
    const { articles, done } = this.#store.state;
    for (const article of articles) {
      const corrections = correctionsOf(done, article.id);
      const text = textOf(done, article);
      if (text === article.text && sameCorrections(corrections, article.corrections)) continue;
      // The same array stands for the same acts.
      if (this.#asked.get(article.id) === done) continue;
      this.#asked.set(article.id, done);
      // One that failed has been reported, and is not tried again before something else is done.
      this.#reader.revise(article, { text, corrections }).then(() => this.#settled(article.id), () => {});
    }
  }

  /** @param {string} article */
  #settled(article) {
    this.#asked.delete(article);
    this.update();
  }
}
