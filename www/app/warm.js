/** Starts the engine before there is anything to read: the first article would take it ten times as long as the tenth. */

import { samples } from "../samples.js";
import { timeLimit } from "./pool.js";

/** @import { Pool } from "./pool.js" */

/** How often it reads the samples to itself, until the browser has compiled for speed what an article needs. */
const ROUNDS = 2;

/**
 * Begins when the page has loaded and has nothing else to do, and gives way to the reader's own articles. If it fails,
 * the reader learns of it with an article, and not before.
 * @param {Pool} pool @param {() => boolean} busy
 */
export function warmUp(pool, busy) {
  const start = async () => {
    for (const { text } of Array(ROUNDS).fill(samples).flat()) {
      if (busy()) return;
      await pool.run("analyze", { text, options: null }, { limit: timeLimit(text.length) });
    }
  };
  const quietly = () => start().catch(() => {});
  addEventListener("load", () => ("requestIdleCallback" in window ? requestIdleCallback(quietly) : setTimeout(quietly, 200)), { once: true });
}
