/** What can be taken away. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { assertAccessible, drop, markOf, open, openFerry } from "./support/browser.mjs";

/** The file that a button of the sheet makes. */
async function exported(page, name) {
  const button = page.getByRole("button", { name: `Download: ${name}` });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const openSheet = (page) => page.getByRole("button", { name: "Save", exact: true }).click();

test("every form is offered, and holds what the reader has corrected", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "figure", "176").click();
  await page.keyboard.press("e");
  await page.getByLabel("Value", { exact: true }).fill("1760");
  await page.keyboard.press("Enter");
  await page.locator("#figures tr", { hasText: "1,760" }).waitFor();
  await openSheet(page);
  await assertAccessible(page);
  for (const [name, ending, within] of [
    ["Report", "md", /1,760/],
    ["Marked page", "html", /data-kind="figure"/],
    ["Figures", "figures.csv", /,1760,.*changed/],
    ["Quotes", "quotes.csv", /Maren Oduya/],
    ["Speakers", "speakers.csv", /Ingrid Sollvei/],
    ["Dates", "dates.csv", /2026-05-12/],
    ["Checks", "checks.csv", /weekday-date/],
    ["Data", "json", /"review":"changed"/],
    ["Annotations", "jsonld", /TextQuoteSelector/],
  ]) {
    const file = await exported(page, name);
    assert.equal(file.name, `The Tarrow Courier.${ending}`);
    assert.match(file.text, within, name);
  }
});

test("one article is taken, or all", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await drop(page, [{ name: "two.txt", text: "A storm felled 12 trees." }]);
  await page.locator(".stack li").nth(1).waitFor();
  await openSheet(page);
  assert.doesNotMatch((await exported(page, "Figures")).text, /The Tarrow Courier/);
  await page.getByRole("radio", { name: "all 2 articles" }).check();
  const { name, text } = await exported(page, "Figures");
  assert.match(name, /^\d{4}-\d\d-\d\d\.figures\.csv$/);
  assert.match(text, /The Tarrow Courier.*two\.txt/s);
});

test("a report goes to the clipboard", async (t) => {
  const page = await open(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await openFerry(page);
  await openSheet(page);
  await page.getByRole("button", { name: "Copy: Report" }).click();
  await page.locator(".toast", { hasText: "Copied." }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /# Ferry with 214 aboard/);
});
