import assert from "node:assert/strict";
import test from "node:test";
import { current, drop, eventually, markOf, open, said } from "./support/browser.mjs";

/** Parts that do not add up, a wrong conversion, a hedge, places in a row, a length of time. */
const REPORT = `Tarrow Courier, 12 May 2026

Thirty-one sailors were rescued: 27 men and three women. The second crane fell on the third boat. Some 40 dockers are feared to have been killed near Kyiv. The pier is three miles (8 km) long. The strike lasted 12 days.`;

async function openReport(t) {
  const page = await open(t);
  await drop(page, [{ name: "report.txt", text: REPORT }]);
  await page.locator(".article .body").waitFor();
  await page.getByRole("tab", { name: /^Figures/ }).click();
  return page;
}

const rows = (page) => page.locator("#figures tbody tr");
const values = (page) => rows(page).locator("td.num").allTextContents();
const count = (page) => page.locator("#tab-figures small").textContent();
const ordinals = (page) => page.locator("#figures").getByRole("button", { name: "First, second, third" });
const facts = (page) => page.locator(".detail dl").textContent();
const line = (mark) => mark.evaluate((mark) => getComputedStyle(mark).textDecorationLine);

test("a part leads to its whole", async (t) => {
  const page = await openReport(t);
  await rows(page).getByRole("button", { name: /^women/ }).click();
  assert.match(await facts(page), /Happenedrescued\s*Part ofThirty-one sailors, rescued/);
  await page.locator(".detail").getByRole("button", { name: "Thirty-one sailors" }).click();
  assert.match(await current(page), /^Thirty-one/);
});

test("a figure says what leaves it open, and where it was so", async (t) => {
  const page = await openReport(t);
  await markOf(page, "figure", "Some 40").click();
  const said = await facts(page);
  assert.match(said, /WhereKyiv/);
  assert.match(said, /Left open by“are feared to”/);
});

test("parts that do not add up and a wrong conversion are checks", async (t) => {
  const page = await openReport(t);
  await page.getByRole("tab", { name: "Checks 2" }).click();
  const sum = page.locator("#checks .checks > li", { has: page.getByRole("heading", { name: "Parts do not add up" }) });
  assert.equal(await sum.locator("p").first().textContent(), "27 + 3 is 30, not 31.");
  assert.deepEqual(await sum.locator(".sentence mark").allTextContents(), ["Thirty-one", "27", "three"]);
  await page.getByRole("heading", { name: "Conversion does not match" }).waitFor();
});

test("places in a row are shown on demand, by O", async (t) => {
  const page = await openReport(t);
  const plain = Number(await count(page));
  const mark = markOf(page, "figure", "second");
  assert.equal(await ordinals(page).getAttribute("aria-pressed"), "false");
  assert.equal(await line(mark), "none");
  await page.keyboard.press("o");
  await eventually(page, "shown", () => document.querySelector(".article").dataset.hide === "");
  assert.equal(await said(page), "First, second, third shown.");
  assert.equal(Number(await count(page)), plain + 2);
  assert.equal(await line(mark), "underline");
  await ordinals(page).click();
  await eventually(page, "hidden", () => document.querySelector(".article").dataset.hide === "ordinal");
  assert.equal(Number(await count(page)), plain);
});

test("a length of time is listed and marked once, as a date", async (t) => {
  const page = await openReport(t);
  assert.ok(!(await values(page)).some((value) => /day/.test(value)));
  await markOf(page, "date", "12 days").click();
  assert.match(await facts(page), /WhatLength of time/);
});

test("what money is paid for stands beside the amount", async (t) => {
  const page = await open(t);
  await drop(page, [{ name: "rates.txt", text: "Tarrow Courier, 12 May 2026\n\nThe board proposed a dividend of NOK 2.50 per share. Workers get £18 an hour." }]);
  await page.locator(".article .body").waitFor();
  await page.getByRole("tab", { name: /^Figures/ }).click();
  const shown = (await values(page)).map((value) => value.replaceAll("\u00a0", " "));
  assert.deepEqual(shown, ["kr 2.50 per share", "£18 per hour"]);
});
