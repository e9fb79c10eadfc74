import assert from "node:assert/strict";
import test from "node:test";
import { current, drop, eventually, markOf, open, openFerry, said } from "./support/browser.mjs";

/** The open row of the list that is shown. */
const row = (page) => page.locator(".panel:not([hidden]) tr.now");
const inTheMiddle = (page) => eventually(page, "the open mark stands in the middle third", () => {
  const { top, bottom } = document.querySelector('mark[aria-current="true"]').getBoundingClientRect();
  const bar = document.querySelector(".tools").getBoundingClientRect().bottom;
  const middle = ((top + bottom) / 2 - bar) / (innerHeight - bar);
  return middle > 0.3 && middle < 0.7;
});

test("a press on a mark opens its row, and why it was found", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "figure", "176").click();
  await row(page).filter({ hasText: "176" }).waitFor();
  const detail = page.locator(".detail");
  for (const term of ["What", "Value", "Who says so", "Why", "How sure"]) {
    assert.ok((await detail.locator("dt", { hasText: term }).count()) > 0, `the detail tells: ${term}`);
  }
  assert.ok((await detail.locator(".rule").textContent()).length > 3, "the rule is named");
});

test("a press on a row goes to the mark, which gets the focus and stands in the middle", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.locator("#figures tbody tr", { hasText: "1,200" }).getByRole("button").click();
  assert.match(await current(page), /1,200/);
  await inTheMiddle(page);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /1,200/);
});

test("dates and speakers are lists of their own, with the same way into the text", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.getByRole("tab", { name: /Dates/ }).click();
  await page.locator("#dates tbody tr", { hasText: "Tuesday" }).first().getByRole("button").click();
  assert.match(await current(page), /Tuesday/);
  assert.match(await row(page).textContent(), /Tue 12 May 2026/);
  await page.getByRole("tab", { name: /Speakers/ }).click();
  await page.locator("#speakers tbody tr", { hasText: "one long scrape" }).getByRole("button").click();
  assert.match(await current(page), /one long scrape/);
  assert.match(await page.locator("mark[data-linked]").first().textContent(), /Maren Oduya/);
});

test("a press on a speaker opens what is said there", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "speaker", "Maren Oduya").click();
  await page.getByRole("tab", { name: /Speakers/, selected: true }).waitFor();
  assert.match(await row(page).textContent(), /one long scrape/);
});

test("J and K walk through every finding in the order of the text, aloud", async (t) => {
  const page = await open(t);
  await openFerry(page);
  const walked = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("j");
    walked.push(await page.evaluate(() => {
      const mark = document.querySelector('mark[aria-current="true"]');
      const before = document.createRange();
      before.setStart(document.querySelector("article h1"), 0);
      before.setEndBefore(mark);
      return before.toString().length;
    }));
  }
  assert.deepEqual(walked, walked.toSorted((a, b) => a - b), "each is further on than the one before");
  assert.match(await said(page), /^(Figure|Date|Quote) \d+ of \d+: \S/);
  const twelfth = await current(page);
  await page.keyboard.press("k");
  assert.notEqual(await current(page), twelfth);
  await page.keyboard.press("j");
  assert.equal(await current(page), twelfth);
  await inTheMiddle(page);
});

test("there is one stop for Tab in the text, on the open mark", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await page.locator('mark[tabindex="0"]').count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-current")), "true");
});

for (const [key, kind, word] of [["1", "figure", "Figures"], ["2", "speaker", "Speakers"], ["3", "date", "Dates"]]) {
  test(`${key} hides ${word.toLowerCase()} and shows them again`, async (t) => {
    const page = await open(t);
    await openFerry(page);
    const button = page.locator(".tools").getByRole("button", { name: word });
    const tint = () => page.locator(`mark[data-kind="${kind}"]`).first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
    const before = await tint();
    await page.keyboard.press(key);
    await eventually(page, `${word} hidden`, (kind) => document.querySelector(".article").dataset.hide === `ordinal ${kind}`, kind);
    assert.equal(await button.getAttribute("aria-pressed"), "false");
    assert.equal(await tint(), "rgba(0, 0, 0, 0)");
    assert.equal(await said(page), `${word} hidden.`);
    await button.click();
    await eventually(page, `${word} shown`, () => document.querySelector(".article").dataset.hide === "ordinal");
    assert.equal(await tint(), before);
  });
}

test("what is hidden takes nothing from what it stands in: a date in a quote leaves the quote", async (t) => {
  const page = await open(t);
  await drop(page, [{ name: "quote.txt", text: "Published: 3 June 2026\n\n“We lost it all on Monday and nobody came,” said Dana Whitlow." }]);
  const date = page.locator('mark[data-kind~="quote"][data-kind~="date"]').first();
  const quote = page.locator('mark[data-kind="quote"]').first();
  await date.waitFor();
  await page.keyboard.press("3");
  await eventually(page, "dates hidden", () => document.querySelector(".article").dataset.hide === "ordinal date");
  const tint = (mark) => mark.evaluate((mark) => getComputedStyle(mark).backgroundColor);
  assert.equal(await tint(date), await tint(quote));
});

test("J passes over what is hidden", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.keyboard.press("1");
  await page.keyboard.press("2");
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press("j");
    assert.match(await said(page), /^Date /);
  }
});

test("N and P go from article to article", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: "five reports" }).click();
  await eventually(page, "five articles", () => document.querySelectorAll(".stack li").length === 5);
  await page.getByRole("heading", { level: 1, name: /Ferry with 214/ }).waitFor();
  await page.keyboard.press("n");
  await page.getByRole("heading", { level: 1, name: /Night ferry strikes rocks/ }).waitFor();
  await page.keyboard.press("p");
  await page.getByRole("heading", { level: 1, name: /Ferry with 214/ }).waitFor();
});

test("L puts letters beside the marks, which are not read aloud", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.keyboard.press("l");
  await page.locator(".article.letters").waitFor();
  const content = await markOf(page, "figure", "31").evaluate((mark) => getComputedStyle(mark, "::before").content);
  assert.match(content, /"[A-Z]*F[A-Z]*" \/ ""/);
});

test("? shows every key, Esc closes it, and the focus returns", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.keyboard.press("j");
  const before = await current(page);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("j");
  assert.equal(await current(page), before, "keys do nothing while the sheet is open");
  await page.keyboard.press("Escape");
  await eventually(page, "no sheet", () => !document.querySelector("dialog"));
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "MARK");
});

test("keys are letters while the reader types", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.getByRole("button", { name: "Add articles" }).click();
  await page.getByLabel("Or paste an article").pressSequentially("jk 123 l?");
  assert.equal(await page.getByLabel("Or paste an article").inputValue(), "jk 123 l?");
  assert.equal(await page.locator(".article").getAttribute("data-hide"), "ordinal");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Change" }).click();
  await page.keyboard.press("1");
  assert.equal(await page.locator(".article").getAttribute("data-hide"), "ordinal");
});

test("the tabs are one stop, and arrows go between them", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.getByRole("tab", { name: /Figures/ }).focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Speakers/);
  await page.keyboard.press("End");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Checks/);
  await page.keyboard.press("ArrowRight");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Figures/);
  assert.equal(await page.locator('[role="tab"]:not([tabindex="-1"])').count(), 1);
});

test("everything can be reached with the keyboard alone", async (t) => {
  const page = await open(t);
  const reached = new Set();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => (document.activeElement.textContent || document.activeElement.id).trim()));
  }
  for (const name of ["Skip to the text", "Choose files", "Choose a folder", "text", "Try a sample article"]) {
    assert.ok([...reached].some((text) => text.includes(name)), `${name} is reached`);
  }
  await page.getByRole("button", { name: "Try a sample article" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: /Ferry/ }).waitFor();
});

test("a megabyte is read without the page standing still, and its end can be gone to", async (t) => {
  const page = await open(t);
  const sentence = "At least 31 people were hurt on Monday, the coastguard said. “We heard one long scrape,” said Maren Oduya. ";
  const text = Array.from({ length: 2000 }, (_, i) => `Paragraph ${i + 1}. ${sentence.repeat(5)}`).join("\n\n");
  assert.ok(text.length > 1_000_000);
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration))))
      .observe({ type: "longtask" });
  });
  await drop(page, [{ name: "long.txt", text }]);
  await page.locator(".body.long mark").first().waitFor({ timeout: 60_000 });
  await eventually(page, "all paragraphs", () => document.querySelectorAll(".body > *").length >= 1999);
  await page.getByRole("tab", { name: /Dates/ }).click();
  await page.locator("#dates .pager").getByRole("button", { name: "Later" }).click();
  await page.locator("#dates tbody tr").last().getByRole("button").click();
  await inTheMiddle(page);
  const longest = await page.evaluate(() => window.longest);
  t.diagnostic(`longest task on the page: ${Math.round(longest)} ms`);
  assert.ok(longest < 1500, `the page stood still for ${longest} ms`);
});
