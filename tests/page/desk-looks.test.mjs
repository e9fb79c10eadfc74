import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible, drop, eventually, open, screenshot } from "./support/browser.mjs";
import { comparing, refusing } from "./support/engines.mjs";
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

test("what the articles hold, and what the engine says of them, is shown as text", async (t) => {
  const hostile = (what) => `<b onclick=alert(1)>${what}</b><img src=x onerror=alert(1)><style>*{display:none}</style>\u202e`;
  const text = `${hostile("Four")} people`;
  const place = (article) => ({ article, start: 0, end: text.length });
  const sentence = [0, text.length];
  const member = (article) => ({ article, id: `n${article}`, names: [hostile("Ida")], quotes: [] });
  const claim = (article) => ({ ...place(article), id: "f1", sentence, low: article, high: article, modifier: "=", least: 0, most: 1, odd: true, days: null, source: hostile("police") });
  const page = await openDesk(t, ["a", "b"].map((name) => ({ name: hostile(name), text })), { engine: comparing({
    people: [{ name: hostile("Ida"), kind: "person", roles: [hostile("mayor")], members: [member(0), member(1)], mentions: [] }],
    figures: [{ label: hostile("dead"), verdict: "differ", rule: hostile("rule"), why: hostile("why"), unit: hostile("unit"), claims: [claim(0), claim(1)] }],
    quotes: [{ speaker: 0, members: [0, 1].map((article) => ({ ...place(article), quote: null, same_as: null, differing: [[0, 10]] })) }],
    events: [{ days: ["2026-05-12", "2026-05-12"], time: null, speaker: 0, statement: true, members: [{ ...place(0), date: "d1" }] }],
    checks: [{ rule: hostile("rule"), what: hostile("what"), places: [place(0)], sentences: [sentence] }],
  }) });
  await page.locator(".split summary").click();
  await page.locator(".split blockquote").first().waitFor();
  await page.getByRole("button", { name: "Merge or split" }).click();
  assert.equal(await page.locator("#app :is(style, img, script, [onclick])").count(), 0);
  for (const section of ["#disagree", "#claims", "#people", "#quotes", "#timeline", "#checks", ".rail"]) {
    assert.match(await page.locator(section).textContent(), /<b onclick=alert\(1\)>/, section);
  }
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
