import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible, drop, eventually, markOf, open, openFerry, paste, screenshot } from "./support/browser.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const TABLET = { viewport: { width: 1000, height: 760 } };

/** The five samples, with a finding open. */
async function openDesk(page) {
  await page.getByRole("button", { name: "five reports" }).click();
  await eventually(page, "five articles", () => document.querySelectorAll(".stack li").length === 5);
  await page.getByRole("heading", { level: 1, name: /Ferry with 214/ }).waitFor();
  await markOf(page, "figure", "31").click();
  await page.locator(".detail dl").waitFor();
}

/** Every check, on words that are something else too, one of them open. */
async function openCheck(page) {
  await paste(page, `The Tarrow Courier, 12 May 2026

The board met on Monday, 12 May 2026, and two cranes were last inspected on 31 April 2026. “The third fell on 9 July 2027,” said Ida Marsh.`);
  await markOf(page, "check", "Monday").click();
  await page.locator(".detail dl").waitFor();
}

/** Vague times among others. */
async function openVague(page) {
  await paste(page, "The Tarrow Courier, 12 May 2026\n\nThe pier is closed now; it was mended recently, from 4 to 6 May. Boats run every day at 7:15 p.m.");
  await markOf(page, "date", "recently").click();
  await page.locator(".filter").waitFor();
}

/** No scrolling sideways: everything fits the width of the window. */
const fits = async (page) => assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, "the page fits");

const STATES = {
  first: { show: async () => {} },
  "first-dark": { context: { colorScheme: "dark" }, show: async () => {} },
  "first-narrow": { context: PHONE, show: async () => {} },
  reading: { show: openDesk },
  "reading-dark": { context: { colorScheme: "dark" }, show: openDesk },
  "reading-tablet": { context: TABLET, show: openDesk },
  "reading-narrow": { context: PHONE, show: openDesk },
  "reading-forced-colours": { context: { forcedColors: "active" }, show: openDesk },
  "reading-contrast": { context: { contrast: "more" }, show: openDesk },
  "reading-200-percent": { context: { viewport: { width: 720, height: 450 } }, show: openDesk },
  letters: {
    show: async (page) => {
      await openDesk(page);
      await page.keyboard.press("l");
      await page.locator(".article.letters").waitFor();
    },
  },
  speakers: {
    show: async (page) => {
      await openDesk(page);
      await markOf(page, "speaker", "Maren Oduya").click();
    },
  },
  dates: {
    show: async (page) => {
      await openDesk(page);
      await markOf(page, "date", "Tuesday").click();
    },
  },
  checks: { show: openCheck },
  "checks-dark": { context: { colorScheme: "dark" }, show: openCheck },
  "checks-narrow": { context: PHONE, show: openCheck },
  "checks-forced-colours": { context: { forcedColors: "active" }, show: openCheck },
  "checks-contrast": { context: { contrast: "more" }, show: openCheck },
  "no-checks": {
    show: async (page) => {
      await paste(page, "At least 12 people met on 4 June 2026, the clerk said.");
      await page.getByRole("tab", { name: /^Checks/ }).click();
    },
  },
  ordinals: {
    show: async (page) => {
      await paste(page, "The third crane fell on 31 sailors. It is her second fall.");
      await markOf(page, "figure", /^31/).click();
      await page.keyboard.press("o");
      await page.locator('.filter [aria-pressed="true"]').waitFor();
    },
  },
  vague: { show: openVague },
  "vague-dark": { context: { colorScheme: "dark" }, show: openVague },
  "vague-hidden": {
    show: async (page) => {
      await openVague(page);
      await page.keyboard.press("v");
      await page.locator('.filter [aria-pressed="false"]').waitFor();
    },
  },
  "no-date": {
    show: async (page) => {
      await paste(page, "The minister will travel to Innerlee on Wednesday, his office said. At least 12 people wait for him.");
      await page.locator(".stack .note").getByRole("button").click();
      await markOf(page, "date", "Wednesday").click();
    },
  },
  "bad-files": {
    show: async (page) => {
      await drop(page, [
        { name: "notes-from-the-harbour-board-meeting-of-last-thursday.txt", text: "" }, { name: "photo.txt", bytes: [0, 1, 2, 3, 255, 254, 0, 9] },
        { name: "archive.txt", size: 20_500_000 }, { name: "good.txt", text: "Three people were hurt on 4 June 2026, police said." },
      ]);
      await page.locator(".stack li").first().waitFor();
      await page.locator(".report tbody tr").nth(2).waitFor();
    },
  },
  "nothing-read": {
    show: async (page) => {
      await drop(page, [{ name: "empty.txt", text: "" }]);
      await page.locator(".report").waitFor();
    },
  },
  nothing: {
    show: async (page) => {
      await paste(page, "Nothing much happened here, and nobody minded.");
      await page.locator(".nothing").waitFor();
    },
  },
  keys: {
    show: async (page) => {
      await openFerry(page);
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  add: {
    show: async (page) => {
      await openFerry(page);
      await page.getByRole("button", { name: "Add articles" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
};

for (const [name, { context, show }] of Object.entries(STATES)) {
  test(`accessible, and as wide as the window: ${name}`, async (t) => {
    const page = await open(t, { context });
    await show(page);
    await screenshot(page, name);
    await assertAccessible(page);
    await fits(page);
  });
}

test("a phone shows the text above the findings, which can be drawn down to their tabs", async (t) => {
  const page = await open(t, { context: PHONE });
  await openDesk(page);
  const sheet = () => page.locator(".inspector").evaluate((sheet) => sheet.getBoundingClientRect().height);
  const before = await sheet();
  await page.getByRole("button", { name: "Hide" }).click();
  await page.getByRole("button", { name: "Show" }).waitFor();
  assert.ok(await sheet() < before / 3);
  await screenshot(page, "reading-narrow-folded");
});

test("on paper there is the article, and all that was found in it", async (t) => {
  const page = await open(t);
  await openDesk(page);
  await page.emulateMedia({ media: "print" });
  for (const list of ["#figures", "#speakers", "#dates", "#checks h2", "#checks .sentence"]) assert.ok(await page.locator(list).first().isVisible(), `${list} is printed`);
  for (const tool of [".bar", ".rail", ".tools", ".keys", ".detail", "#checks .link"]) assert.ok(!await page.locator(tool).first().isVisible(), `${tool} is not`);
  assert.equal(await markOf(page, "figure", "31").evaluate((mark) => getComputedStyle(mark).textDecorationLine), "underline");
  await page.setViewportSize({ width: 794, height: 1123 });
  await screenshot(page, "print");
});
