/** The Desk with whatever the engine may return: many groups, every verdict, every bound, no day, odd units. */

import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible, eventually } from "./support/browser.mjs";
import { comparing, counting } from "./support/engines.mjs";
import { labels, openDesk, reads, row, split } from "./support/desk.mjs";

const TEXT = "one two three four five six seven eight nine ten. A second sentence follows.";
const articles = (n) => Array.from({ length: n }, (_, i) => ({ name: `${i + 1}.txt`, text: TEXT }));
const WORDS = TEXT.split(" ");
const FIRST = [0, TEXT.indexOf(".") + 1];

/** A claim of an article on its n-th word. */
const claim = (article, n, more = {}) => {
  const start = WORDS.slice(0, n - 1).join(" ").length + (n > 1 ? 1 : 0);
  return { article, start, end: start + WORDS[n - 1].length, sentence: FIRST, id: `f${n}`, low: n, high: n, modifier: "=", least: n, most: n, odd: false, days: null, source: null, ...more };
};
const group = (label, verdict, claims, more = {}) => ({ label, verdict, rule: `${verdict}-rule`, why: "Because.", unit: null, claims, ...more });
const agreeing = (label) => group(label, "agree", [claim(0, 3), claim(1, 3)]);

test("what is unclear stands after what disagrees, under words of its own", async (t) => {
  const page = await openDesk(t, articles(2), { engine: comparing({ figures: [
    group("boats", "differ", [claim(0, 2, { odd: true }), claim(1, 4, { odd: true })]), group("houses", "unclear", [claim(0, 5), claim(1, 6)]), agreeing("roads"),
  ] }) });
  await reads(page, "#disagree .what", ["Boats", "Houses"]);
  await page.getByRole("heading", { name: "Unclear: day or scope cannot be told" }).waitFor();
  assert.doesNotMatch(await split(page, "Houses").locator(".versus").textContent(), /≠/);
  await page.getByLabel("Verdict").selectOption("Unclear");
  await reads(page, ".claims .what", ["Houses"]);
});

test("long lists show their beginning, and all when asked", async (t) => {
  const figures = Array.from({ length: 60 }, (_, i) => agreeing(`thing ${i}`));
  const events = Array.from({ length: 70 }, (_, i) => ({
    days: ["2026-05-12", "2026-05-12"], time: `${String(i % 24).padStart(2, "0")}:30`, speaker: null, statement: false, members: [{ ...claim(0, 1), end: 40, date: "d1" }],
  }));
  const page = await openDesk(t, articles(2), { engine: comparing({ figures, events }) });
  assert.equal(await page.locator(".claims tbody tr").count(), 50);
  await page.getByRole("button", { name: "Show all 60" }).click();
  await eventually(page, "all rows", () => document.querySelectorAll(".claims tbody tr").length === 60);
  assert.equal(await page.locator(".time .told").count(), 60);
  await page.getByRole("button", { name: "Show all 70" }).click();
  await eventually(page, "all events", () => document.querySelectorAll(".time .told").length === 70);
});

test("a group of many claims shows eight sentences, the odd ones first, and the rest when asked", async (t) => {
  const claims = Array.from({ length: 10 }, (_, i) => claim(i, i === 9 ? 7 : 3, { odd: i === 9, source: `source ${i}` }));
  const page = await openDesk(t, articles(10), { engine: comparing({ figures: [group("boats", "differ", claims)] }) });
  await split(page, "Boats").locator("summary").click();
  await split(page, "Boats").locator("blockquote").first().waitFor();
  assert.equal(await split(page, "Boats").locator("blockquote").count(), 8);
  assert.match(await split(page, "Boats").locator("blockquote").first().textContent(), /J.*10\.txt.*source 9.*seven/s);
  assert.match(await split(page, "Boats").locator(".versus").textContent(), /three.*A, B, C, D, E, F, G, H, I.*≠.*seven.*J/s);
  await split(page, "Boats").getByRole("button", { name: "Show all 10" }).click();
  await eventually(page, "all ten", () => document.querySelectorAll(".split blockquote").length === 10);
});

test("every bound has its shape on the axis, and nothing lies beyond it", async (t) => {
  const bounds = [["=", 3, 3], ["~", 2, 6], [">", 4, 1e9], [">=", 5, 1e9], ["<", 0, 6], ["<=", 0, 7], ["up", 8, 8], ["down", 9, 9]];
  const claims = bounds.map(([modifier, least, most], i) => claim(i % 2, i + 3 > 10 ? 10 : i + 3, { modifier, least, most }));
  const page = await openDesk(t, articles(2), { engine: comparing({ figures: [group("boats", "agree", claims), group("nought", "agree", [claim(0, 1, { low: 0, high: 0, least: 0, most: 0 }), claim(1, 1, { low: -2, high: -1, least: -2, most: -1 })])] }) });
  const plot = row(page, "Boats").locator(".plot");
  assert.equal(await plot.locator("circle").count(), 8);
  assert.equal(await plot.locator(".range").count(), 5);
  assert.equal(await plot.locator(".range[stroke-dasharray]").count(), 4);
  const places = await page.locator(".claims .plot :is(circle, line, rect)").evaluateAll((shapes) => shapes.flatMap((shape) =>
    ["cx", "x1", "x2", "x"].map((name) => shape.getAttribute(name)).filter(Boolean).map(parseFloat)));
  assert.ok(places.every((x) => x >= 8 && x <= 96), String(places));
  await assertAccessible(page);
});

test("after Z the letters go on with AA", async (t) => {
  const page = await openDesk(t, articles(28), { engine: comparing({}) });
  assert.deepEqual((await labels(page, ".stack .key")).slice(24), ["Y", "Z", "AA", "AB"]);
});

test("a check between articles stands with its letters and sentences, and leads to each", async (t) => {
  const page = await openDesk(t, articles(2), { engine: comparing({ checks: [{ rule: "some-rule", what: "Two mayors of one town.", places: [claim(0, 2), claim(1, 4)], sentences: [FIRST, FIRST] }] }) });
  const item = page.locator("#checks .checks > li");
  assert.match(await item.textContent(), /A B Between articles.*Two mayors of one town\..*1\.txt.*one two three.*2\.txt.*one two three.*some-rule/s);
  await item.getByRole("button", { name: "Go to text" }).click();
  await page.locator(".trail", { hasText: "Sentence 1 of 2" }).waitFor();
  await page.getByRole("button", { name: "The other sentence" }).click();
  await page.locator(".trail", { hasText: "Sentence 2 of 2" }).waitFor();
  assert.equal(await page.locator(".stack [aria-current] .outlet").textContent(), "2.txt");
});

test("a comparison that is overtaken by another correction is not shown", async (t) => {
  const page = await openDesk(t, articles(2), { engine: counting });
  await page.getByRole("button", { name: "Merge or split" }).click();
  await page.evaluate(() => {
    globalThis.seen = new Set();
    new MutationObserver(() => globalThis.seen.add(document.querySelector(".people .who").textContent)).observe(document.querySelector("#people"), { subtree: true, childList: true, characterData: true });
    for (const button of [...document.querySelectorAll(".merge li button")]) button.click();
  });
  await reads(page, ".people .who", ["2 corrections"]);
  assert.deepEqual((await page.evaluate(() => [...globalThis.seen])).filter((name) => name.startsWith("1")), []);
});
