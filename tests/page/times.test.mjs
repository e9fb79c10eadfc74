import assert from "node:assert/strict";
import test from "node:test";
import { findingOf, linksOf, listed } from "../../www/app/findings.js";
import { interval, meaning } from "../../www/app/format.js";
import { current, drop, eventually, markOf, open, said } from "./support/browser.mjs";

/** A stretch of hours, one of days, one of years; two vague times. */
const SAILINGS = `Tarrow Courier, 12 May 2026

The pier is closed now. Boats will sail from 8am to 6pm. The fair runs from 20 to 22 May 2026, the clerk said. Between 2007 and 2009 nothing sailed. The slip was mended recently. Ida Marsh came at 11:20 GMT on Sunday.`;

async function openSailings(t, text = SAILINGS) {
  const page = await open(t);
  await drop(page, [{ name: "sailings.txt", text }]);
  await page.locator(".article .body").waitFor();
  await page.getByRole("tab", { name: /^Dates/ }).click();
  return page;
}

const rows = (page) => page.locator("#dates tbody tr");
const words = (page) => rows(page).locator("td:first-child button").allTextContents();
const means = (page, words) => rows(page).filter({ hasText: words }).locator("td").nth(1).textContent();
const count = (page) => page.locator("#tab-dates small").textContent();
const vague = (page) => page.locator("#dates").getByRole("button", { name: "Vague times" });
const hides = (page, what) => eventually(page, `hidden: ${what}`, (what) => document.querySelector(".article").dataset.hide === ["ordinal", what].filter(Boolean).join(" "), what);

test("a stretch of time is one date; its ends are neither listed nor counted", async (t) => {
  const page = await openSailings(t);
  const listed = await words(page);
  for (const stretch of ["from 8am to 6pm", "from 20 to 22 May 2026", "Between 2007 and 2009"]) {
    assert.equal(listed.filter((words) => words.includes(stretch) || stretch.includes(words)).join(), stretch);
  }
  assert.equal(Number(await count(page)), listed.length);
  assert.equal(await means(page, "from 8am"), "Tue 12 May 2026, 08:00 to 18:00");
  assert.match(await means(page, "from 20"), /^20\s–\s22 May 2026$/);
  assert.equal(await means(page, "Between"), "2007 to 2009");
});

test("J passes from the stretch to what comes after it, and counts as the list does", async (t) => {
  const page = await openSailings(t);
  await markOf(page, "date", "from 8am to 6pm").click();
  const place = await page.locator(".tools .place").textContent();
  assert.equal(place, `Date ${(await words(page)).indexOf("from 8am to 6pm") + 1} of ${await count(page)}`);
  assert.equal(await current(page), "from 8am to 6pm");
  do await page.keyboard.press("j"); while (!/^Date/.test(await said(page)));
  assert.match(await current(page), /^from 20 to 22 May/);
});

test("the detail of a stretch says its days once", async (t) => {
  const page = await openSailings(t);
  await markOf(page, "date", "from 20 to 22 May").click();
  const detail = await page.locator(".detail dl").textContent();
  assert.match(detail, /WhatStretch of time\s*Means20\s–\s22 May 2026/);
  assert.ok(!detail.includes("Covers"));
});

test("an end of a stretch leads to the stretch, which takes its time zone", () => {
  const date = (id, start, range, zone = null) => ({ id, start, end: start + 5, range, zone, vague: false, value: "T08" });
  const figure = { id: "f1", start: 0, end: 1, quote: null, date: "d3" };
  const analysis = { figures: [figure], quotes: [], checks: [], dates: [date("d1", 5, null), date("d2", 6, "d1"), date("d3", 12, "d1", "EST")] };
  assert.deepEqual(listed(analysis, "date", new Set()).map(({ id, zone }) => [id, zone]), [["d1", "EST"]]);
  assert.equal(findingOf(analysis, "d3"), findingOf(analysis, "d1"));
  assert.equal(linksOf(analysis, findingOf(analysis, "f1")).date, "d1");
});

test("the time zone stands after the hour", async (t) => {
  const page = await openSailings(t);
  assert.equal(await means(page, "11:20 GMT"), "Sun 10 May 2026, 11:20 GMT");
});

test("a length of time with known days says both", async (t) => {
  const page = await openSailings(t, "Catches fell in the last three months of 2021.");
  await rows(page).getByRole("button", { name: "last three months of 2021" }).click();
  assert.match(await page.locator(".detail dl").textContent(), /WhatLength of time\s*Means3 months\s*Covers1 Oct\s–\s31 Dec 2021/);
});

test("V takes vague times out of the list, the text and the walk, and puts them back", async (t) => {
  const page = await openSailings(t);
  const all = Number(await count(page));
  const mark = markOf(page, "date", /^now$/);
  const line = () => mark.evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(await vague(page).getAttribute("aria-pressed"), "true");
  assert.match(await vague(page).textContent(), /Vague times\s+2$/);
  assert.equal(await line(), "underline");
  await page.keyboard.press("v");
  await hides(page, "vague");
  assert.equal(await said(page), "Vague times hidden.");
  assert.equal(Number(await count(page)), all - 2);
  assert.ok(!(await words(page)).some((words) => /now|recently/.test(words)));
  assert.equal(await line(), "none");
  const walked = [];
  for (let i = 0; i < 16; i++) {
    await page.keyboard.press("j");
    walked.push(await current(page));
  }
  assert.ok(!walked.includes("now") && !walked.includes("recently"), walked.join("; "));
  await vague(page).click();
  await hides(page, "");
  assert.equal(Number(await count(page)), all);
});

test("a vague time looks lighter than a date, and says what it is", async (t) => {
  const page = await openSailings(t);
  const tint = (mark) => mark.evaluate((mark) => getComputedStyle(mark).backgroundColor);
  const now = markOf(page, "date", /^now$/);
  assert.equal(await tint(now), "rgba(0, 0, 0, 0)");
  assert.notEqual(await tint(markOf(page, "date", "from 8am")), "rgba(0, 0, 0, 0)");
  await now.click();
  assert.match(await page.locator(".detail dl").textContent(), /WhatVague time\s*Meansnow/);
});

test("hidden while it is open, a vague time keeps the reader's place", async (t) => {
  const page = await openSailings(t);
  await markOf(page, "date", "recently").click();
  await page.keyboard.press("v");
  await hides(page, "vague");
  assert.equal(await page.locator(".tools .place").textContent(), "");
  do await page.keyboard.press("j"); while (!/^Date/.test(await said(page)));
  assert.match(await current(page), /11:20 GMT/);
});

test("a vague time in a quote leaves the quote's tint", async (t) => {
  const page = await openSailings(t, "“We lost the nets recently and nobody came,” said Ida Marsh.");
  const tint = (mark) => mark.evaluate((mark) => getComputedStyle(mark).backgroundColor);
  const quote = await tint(page.locator('mark[data-kind="quote"]').first());
  assert.equal(await tint(markOf(page, "date", "recently")), quote);
  await page.keyboard.press("v");
  await page.getByText("No dates but vague times.").waitFor();
  assert.equal(await tint(markOf(page, "date", "recently")), quote);
});

test("without vague times there is no switch, and V does nothing", async (t) => {
  const page = await openSailings(t, "The fair opens on 20 May 2026.");
  assert.equal(await vague(page).count(), 0);
  await page.keyboard.press("v");
  assert.equal(await page.locator(".article").getAttribute("data-hide"), "ordinal");
});

/** What a value means; spaces that Intl makes narrow are plain here. */
function say(value, rest = {}) {
  const date = { type: "DATE", interval: null, modifier: null, zone: null, text: "as it stands", ...rest, value };
  return meaning(date, "short").replace(/\s/g, " ");
}

test("stretches in words", () => {
  for (const [value, expected, rest] of [
    ["2022-05-04T08/2022-05-04T18", "Wed 4 May 2022, 08:00 to 18:00"],
    ["2022-05-04T08:30Z/2022-05-04T18:00Z", "Wed 4 May 2022, 08:30 to 18:00 GMT", { zone: "GMT" }],
    ["2022-05-04T22/2022-05-05T06", "Wed 4 May 2022, 22:00 to Thu 5 May 2022, 06:00"],
    ["2022-05-04TMO/2022-05-04TEV", "Wed 4 May 2022, morning to evening"],
    ["T08/T10", "08:00 to 10:00 EST, day not said", { zone: "EST" }],
    ["2022-05-09/2022-05-11", "9 – 11 May 2022"],
    ["2019-03/2021-06", "Mar 2019 – Jun 2021"],
    ["2007/2009", "2007 to 2009"],
    ["BC0499/BC0493", "499 BC to 493 BC"],
    ["2019-03/2020-05-04", "Mar 2019 to Mon 4 May 2020"],
    ["2019-SP/2020-SU", "spring 2019 to summer 2020"],
    ["2026-W19/2026-05-11", "4 – 11 May 2026", { interval: ["2026-05-04", "2026-05-11"] }],
    ["199/2004-Q1", "as it stands"],
  ]) assert.equal(say(value, rest), expected, value);
});

test("hours in words", () => {
  for (const [value, expected, rest] of [
    ["2022-05-04T08", "Wed 4 May 2022, 08:00"],
    ["2022-05-04T11:20Z", "Wed 4 May 2022, 11:20 GMT", { zone: "GMT" }],
    ["2022-05-04T11:20Z", "Wed 4 May 2022, 11:20 UTC", { zone: "Z" }],
    ["2022-05-04T11:20", "Wed 4 May 2022, 11:20 EST", { zone: "EST" }],
    ["T18", "18:00, day not said", { type: "TIME" }],
    ["TMO", "morning, day not said", { type: "TIME" }],
    ["2026-05-W01", "1 – 7 May 2026", { interval: ["2026-05-01", "2026-05-07"] }],
  ]) assert.equal(say(value, rest), expected, value);
});

test("what recurs in words", () => {
  for (const [value, expected, zone = null] of [
    ["T19:13", "every day at 19:13"], ["T19:13Z", "every day at 19:13 GMT", "GMT"], ["TMO", "every morning"],
    ["XXXX-WXX-4", "every Thursday"], ["XXXX-WXX-4T21", "every Thursday at 21:00"], ["XXXX-WXX-7TNI", "every Sunday night"],
    ["XXXX-WXX-WE", "every weekend"], ["XXXX-05", "every May"], ["XXXX-SU", "every summer"],
    ["P1D", "every day"], ["P1M", "every month"], ["P2W", "every 2 weeks"], ["PXD", "again and again"],
  ]) assert.equal(say(value, { type: "SET", zone }), expected, value);
});

test("days before the year 1 are said to be so", () => {
  assert.match(interval(["-000043-01-01", "-000043-12-31"]), /44 BC$/);
});
