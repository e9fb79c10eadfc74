/** Makes ready before there is anything to read: the first article would take five times as long as the tenth. */

import { samples } from "../samples.js";
import { timeLimit } from "./pool.js";

/** @import { Analysis } from "../../src/api.d.ts" */
/** @import { Pool } from "./pool.js" */
/** @import { Article } from "./types.d.ts" */

/** How often the samples are read, until the browser has compiled for speed what an article needs of the engine. */
const ROUNDS = 2;
/** How many of them are drawn, for the same reason; few, as that is work of the page's own thread. */
const REHEARSALS = 2;

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
    return { id: "", name, text, original: text, encoding: null, analysis, published: null, corrections: [], known: null };
  };
  const start = async () => {
    await idle();
    for (const [number, sample] of Array(ROUNDS).fill(samples).flat().entries()) {
      if (busy()) return;
      const article = await read(sample);
      if (number >= REHEARSALS) continue;
      await idle();
      if (!busy()) rehearse(article);
    }
  };
  addEventListener("load", () => void start().catch(() => {}), { once: true });
}
