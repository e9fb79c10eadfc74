import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible, drop, eventually, open, screenshot } from "./support/browser.mjs";
import { refusing } from "./support/engines.mjs";
import { POST, WIRE, count, openDesk, person, row, split } from "./support/desk.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const fits = async (page) => assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, "the page fits");

/** Opens all that can be open. */
async function openAll(page) {
  await split(page, "killed").locator("summary").click();
  await row(page, "homes").getByRole("button", { name: "17" }).first().click();
  await person(page, "Reyl").getByRole("button", { name: "3 quotes" }).click();
  await person(page, "Reyl").getByRole("button", { name: "Merge or split" }).click();
  await page.locator("#checks").getByRole("button", { name: "Dismiss" }).click();
  await page.locator(".toast").waitFor();
}

for (const [name, context] of Object.entries({
  desk: {}, "desk-dark": { colorScheme: "dark" }, "desk-narrow": PHONE, "desk-narrow-dark": { ...PHONE, colorScheme: "dark" },
  "desk-320": { viewport: { width: 320, height: 640 } }, "desk-tablet": { viewport: { width: 1000, height: 760 } },
  "desk-4k": { viewport: { width: 3840, height: 2160 } }, "desk-forced-colours": { forcedColors: "active" }, "desk-contrast": { contrast: "more" },
})) {
  test(`accessible, and as wide as the window: ${name}`, async (t) => {
    const page = await openDesk(t, undefined, { context });
    await screenshot(page, name);
    await assertAccessible(page);
    await fits(page);
    await openAll(page);
    await screenshot(page, `${name}-open`);
    await assertAccessible(page);
    await fits(page);
  });
}

test("what the articles hold is shown as text, whatever it is", async (t) => {
  const hostile = (outlet, n) => ({
    name: `<img src=x onerror=alert(1)>${outlet}.txt`,
    text: `<script>alert(1)</script> ${n} hurt

${outlet} <b>Daily</b>, 2 June 2026

${n} people were killed in the \u202efire\u202c at <style>*{display:none}</style> the mill on Monday, mayor Ida <i>Brandt</i> said. “We heard a <u>bang</u> &amp; then the roof came down,” said Ida Brandt.`,
  });
  const page = await openDesk(t, [hostile("Post", "Four"), hostile("Wire", "Six")]);
  assert.equal(await page.locator("#app :is(script, style, b b, i:not([class]), u, img)").count(), 0);
  await page.locator(".split summary").first().click();
  await page.locator(".split blockquote").first().waitFor();
  assert.match((await page.locator(".split blockquote").allTextContents()).join(), /<b>Daily<\/b>.*<script>alert\(1\)<\/script> Four hurt/s);
  await fits(page);
});

test("reports that share nothing are said to share nothing", async (t) => {
  const page = await openDesk(t, [
    { name: "a.txt", text: "The tide was high." }, { name: "b.txt", text: "A goat slept." },
  ]);
  for (const words of ["No figure stands in two of these reports.", "No quote stands in two of these reports.", "No event on a known day.", "Nothing found that does not fit together."]) {
    await page.getByText(words).waitFor();
  }
  assert.equal(await page.locator("h1").textContent(), "Two reports without a date");
  await assertAccessible(page);
});

test("on paper everything is open, and nothing is left that could be pressed", async (t) => {
  const page = await openDesk(t);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.locator(".split[open] blockquote").first().waitFor();
  for (const shown of [".split blockquote", ".claims", ".said-by", ".versions", ".time", ".checks"]) assert.ok(await page.locator(shown).first().isVisible(), `${shown} is printed`);
  for (const tool of [".bar", ".rail", ".split .btn", "#claims .field"]) assert.ok(!await page.locator(tool).first().isVisible(), `${tool} is not`);
  await page.setViewportSize({ width: 794, height: 1123 });
  await screenshot(page, "desk-print");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await eventually(page, "closed again", () => !document.querySelector(".split[open]"));
});

test("an engine that fails on the comparison is reported, and can be tried again", async (t) => {
  const page = await open(t, { engine: refusing });
  await drop(page, [POST, WIRE]);
  await count(page, 2);
  await page.getByRole("link", { name: "Desk" }).click();
  await page.locator(".note", { hasText: "The articles could not be compared." }).waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("#claims").waitFor();
  assert.equal(await page.locator(".desk > .note").count(), 0);
});
