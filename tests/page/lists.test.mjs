/** The lists of findings: searched, sorted, grouped, copied. */

import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible, eventually, open, openFerry } from "./support/browser.mjs";

const first = (page, column) => page.locator(`#figures tbody td:nth-child(${column})`).allTextContents();

test("a list is narrowed to rows with some words, and widened again", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.keyboard.press("/");
  await page.keyboard.type("passengers");
  await page.locator("#figures tbody tr", { hasText: "lifeboats" }).waitFor({ state: "detached" });
  assert.ok((await first(page, 2)).every((what) => /passengers/i.test(what)));
  await page.getByRole("searchbox").fill("helicopter");
  await page.locator("#figures").getByText("Nothing here has these words.").waitFor();
  await assertAccessible(page);
  await page.locator("#figures").getByRole("button", { name: "Show all" }).click();
  await page.locator("#figures tbody tr", { hasText: "lifeboats" }).waitFor();
  assert.equal((await first(page, 2)).length, 26);
});

test("a heading sorts its column, turns it round, and lets go", async (t) => {
  const page = await open(t);
  await openFerry(page);
  const inText = await first(page, 1);
  const heading = page.locator("#figures").getByRole("button", { name: "Value" });
  const top = (value) => page.locator("#figures tbody tr").first().locator("td", { hasText: value }).waitFor();
  await heading.click();
  await top("⅓");
  assert.equal(await page.locator("#figures th").first().getAttribute("aria-sort"), "ascending");
  await heading.click();
  await top("1,200");
  await heading.click();
  await page.locator("#figures th[aria-sort]").waitFor({ state: "detached" });
  assert.deepEqual(await first(page, 1), inText);
});

test("sorted by who says so, figures stand under their speakers", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.locator("#figures").getByRole("button", { name: "Who says so" }).click();
  await page.locator("#figures .group").first().waitFor();
  const groups = await page.locator("#figures .group").allTextContents();
  assert.ok(groups.some((name) => name.includes("Ingrid Sollvei")), groups.join());
  assert.equal(new Set(groups).size, groups.length);
});

test("only what is not sure, or what the reader corrected, is shown on demand", async (t) => {
  const page = await open(t);
  await openFerry(page);
  const all = (await first(page, 1)).length;
  await page.getByLabel("Show", { exact: true }).selectOption("To be looked at");
  await eventually(page, "fewer rows, but some", (all) => {
    const rows = document.querySelectorAll("#figures tbody tr").length;
    return rows > 0 && rows < all;
  }, all);
  await page.locator("#figures tbody button").first().click();
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: /Figures/ }).click();
  await page.getByLabel("Show", { exact: true }).selectOption("Corrected by you");
  await eventually(page, "one row", () => document.querySelectorAll("#figures tbody tr").length === 1);
});

test("chosen rows are copied with their sentences and where they stood", async (t) => {
  const page = await open(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await openFerry(page);
  await page.getByRole("tab", { name: /Speakers/ }).click();
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.locator("#speakers tr", { hasText: "one long scrape" }).getByRole("checkbox").check();
  await page.locator("#speakers tr", { hasText: "divers had been" }).getByRole("checkbox").check();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Copy 2 rows" }).click();
  await page.locator(".toast", { hasText: "Copied." }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^“We heard one long scrape.* — Maren Oduya.*; The Tarrow Courier, Tuesday 12 May 2026\n\n/s);
  assert.match(copied, /— Ingrid Sollvei, .*to reporters/);
});

test("C copies the open finding", async (t) => {
  const page = await open(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await openFerry(page);
  await page.locator("#figures tbody tr", { hasText: "1,200" }).getByRole("button").click();
  await page.keyboard.press("c");
  await page.getByText("Copied.").first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /1,200.* — The Tarrow Courier/);
});
