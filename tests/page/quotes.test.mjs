import assert from "node:assert/strict";
import test from "node:test";
import { current, drop, markOf, open } from "./support/browser.mjs";

/** What was said, to whom, where and when; what was not said, believed, wished; a mark that is never closed. */
const REPORT = `Tarrow Courier, 12 May 2026

“The pier is safe,” Dana Whitlow told reporters at a press conference on Monday. The ministry would not confirm that it was. Residents fear that the dam will break. Officials hope that it holds.

Ida Marsh left late. “The water came at nine and nobody called us.`;

async function openReport(t) {
  const page = await open(t);
  await drop(page, [{ name: "report.txt", text: REPORT }]);
  await page.locator(".article .body").waitFor();
  return page;
}

const facts = (page) => page.locator(".detail dl").textContent();

test("a quote says to whom, where and when it was said, and the day leads to its date", async (t) => {
  const page = await openReport(t);
  await markOf(page, "quote", "The pier is safe").click();
  const said = await facts(page);
  assert.match(said, /To whomreporters/);
  assert.match(said, /Wherea press conference/);
  assert.match(said, /WhenMonday 11 May 2026 from “Monday”/);
  assert.equal(await page.locator('mark[data-kind~="date"][data-linked]').count(), 1);
  await page.locator(".detail").getByRole("button", { name: /11 May 2026/ }).click();
  assert.match(await current(page), /^(on )?Monday/i);
});

test("words that were not said are shown as such, in the list and beside it", async (t) => {
  const page = await openReport(t);
  await markOf(page, "quote", "that it was").click();
  assert.match(await facts(page), /WhatQuote, reported, not said.*Left open by“would”/s);
  await page.getByRole("tab", { name: /^Speakers/ }).click();
  const kinds = await page.locator("#quotes tbody tr, #speakers tbody tr").locator("td:nth-child(3), td:last-child").allTextContents();
  for (const kind of ["not said", "believed", "wished"]) assert.ok(kinds.includes(kind), `${kind} in ${kinds}`);
});

test("a quotation mark that is never closed is a check", async (t) => {
  const page = await openReport(t);
  await page.getByRole("tab", { name: /^Checks/ }).click();
  await page.getByText("This quotation mark is never closed").first().waitFor();
});
