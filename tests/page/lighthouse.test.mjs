/** What Lighthouse says of the published page: accessibility and best practices are 100. */

import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { ROOT, serve } from "./support/server.mjs";

const DIST = process.env.DIST_DIR ?? join(ROOT, "target/dist");

/** What kept a category from 100. */
const lacking = ({ auditRefs }, audits) => auditRefs
  .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
  .map(({ id }) => `${id}: ${audits[id].title}`);

test("Lighthouse finds nothing amiss with accessibility and best practices", async (t) => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-gpu", "--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  t.after(() => browser.close());
  const server = await serve(undefined, undefined, DIST);
  t.after(server.close);
  const settings = { onlyCategories: ["accessibility", "best-practices"], logLevel: "error" };
  const { lhr } = await lighthouse(`${server.origin}/copydesk/`, settings, undefined, await browser.newPage());
  for (const category of Object.values(lhr.categories)) {
    assert.deepEqual(lacking(category, lhr.audits), [], category.title);
    assert.equal(category.score, 1, category.title);
  }
  assert.equal(Object.keys(lhr.categories).length, 2);
});
