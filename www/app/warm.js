/** Makes ready before there is anything to read: the first article would take five times as long as the tenth. */

import { samples } from "../samples.js";
import { timeLimit } from "./pool.js";

/** @import { Analysis } from "../../src/api.d.ts" */
/** @import { Pool } from "./pool.js" */
/** @import { Article } from "./types.d.ts" */

/** How often the samples are read and drawn, until the browser has compiled for speed what an article needs. */
const ROUNDS = 2;

const idle = () => new Promise((resolve) => ("requestIdleCallback" in window ? requestIdleCallback(resolve) : setTimeout(resolve, 200)));

/**
 * Begins when the page has loaded and has nothing else to do, and gives way to the reader. If it fails, the reader learns
 * of it with an article, and not before.
 * @param {Pool} pool @param {() => boolean} busy @param {(article: Article) => void} rehearse
 */
export function warmUp(pool, busy, rehearse) {
  /** @param {{ name: string, text: string }} sample */
  const read = async ({ name, text }) => {
    /** @type {Analysis} */
    const analysis = await pool.run("analyze", { text, options: null }, { limit: timeLimit(text.length) });
    return { id: "", name, text, original: text, encoding: null, analysis, published: null, corrections: [] };
  };
  const start = async () => {
    for (const sample of Array(ROUNDS).fill(samples).flat()) {
      await idle();
      if (busy()) return;
      const article = await read(sample);
      await idle();
      if (busy()) return;
      rehearse(article);
    }
  };
  addEventListener("load", () => void start().catch(() => {}), { once: true });
}
