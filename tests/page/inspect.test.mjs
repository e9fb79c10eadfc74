import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { layOut, pack } from "../../www/app/inspect/layout.js";
import { assertAccessible, open, screenshot } from "./support/browser.mjs";
import { trapping } from "./support/engines.mjs";
import { ROOT } from "./support/server.mjs";

const PATH = "/www/inspect.html";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Opens the page, with a text of the test's own in it or with the sample. */
async function openBench(t, { text, ...options } = {}) {
  const page = await open(t, { path: PATH, ...options });
  await page.locator(".tree svg[width]").waitFor({ timeout: 30_000 });
  if (text) await write(page, text);
  return page;
}

/** Puts a text into the box and waits until it is read. */
async function write(page, text) {
  await page.getByLabel("Text", { exact: true }).fill(text);
  await page.locator(".sentences li:first-child", { hasText: text.slice(0, 12) }).waitFor();
}

const sentence = (page, words) => page.locator(".sentences button", { hasText: words });
const arc = (page, relation) => page.locator(".tree .arc", { has: page.locator(`text:text-is("${relation}")`) });
const rows = (page, table) => page.getByRole("table", { name: table }).locator("tbody tr");
const cells = (row) => row.locator("th, td").allTextContents();

/** The sample's sentence with the most in it. */
async function openBusy(page) {
  await sentence(page, "At least 31").click();
  await page.locator("h1", { hasText: "At least 31" }).waitFor();
}

test("each word of a sentence stands in the tree, with its tags and an arc to its head", async (t) => {
  const page = await openBench(t, { text: "The crew saved two sailors." });
  const drawn = page.locator(".tree .token");
  assert.deepEqual(await drawn.locator(".form").allTextContents(), ["The", "crew", "saved", "two", "sailors", "."]);
  assert.deepEqual(await drawn.nth(4).locator("text").allTextContents(), ["sailors", "NOUN", "NNS", "sailor"]);
  assert.equal(await page.locator(".tree .arc").count(), 6);
  assert.equal(await arc(page, "obj").getAttribute("data-head"), "2");
  assert.equal(await arc(page, "root").getAttribute("data-dependent"), "2");
});

test("the table says the same, for reading aloud", async (t) => {
  const page = await openBench(t, { text: "Maren Oduya saved two sailors." });
  assert.deepEqual(await cells(rows(page, "Tokens").nth(2)), ["3", "saved", "save", "VERB", "VBD", "0", "root", "", "", ""]);
  assert.deepEqual((await cells(rows(page, "Tokens").nth(4))).slice(0, 7), ["5", "sailors", "sailor", "NOUN", "NNS", "3", "obj"]);
  assert.equal((await cells(rows(page, "Tokens").nth(1)))[7], "I-PER");
});

test("phrases, verb groups, clauses and names are listed", async (t) => {
  const page = await openBench(t, { text: "The two sailors could not be reached by Maren Oduya." });
  assert.deepEqual(await cells(rows(page, "Verb groups").first()), ["could not be reached", "reached", "present, passive, modal “could”, negated"]);
  assert.deepEqual(await cells(rows(page, "Names").first()), ["Maren Oduya", "PER"]);
  assert.deepEqual(await cells(rows(page, "Base noun phrases").first()), ["The two sailors", "sailors"]);
  assert.deepEqual((await cells(rows(page, "Clauses").first())).slice(1), ["reached", "sailors"]);
});

test("findings stand in the sentences that they touch, with rule and fields", async (t) => {
  const page = await openBench(t, { text: "The port closed. At least 31 people were hurt on 4 May 2026, said Maren Oduya." });
  await sentence(page, "The port closed").click();
  await page.getByText("None in this sentence.").waitFor();
  await sentence(page, "At least").click();
  const figure = page.locator('.fired [data-fired="figure"]', { hasText: "31" }).first();
  assert.match(await figure.locator("code").textContent(), /\S{3}/);
  assert.match(await figure.locator("dl").textContent(), /value31.*modifier>=/);
  for (const kind of ["date", "quote", "speaker"]) assert.ok(await page.locator(`.fired [data-fired="${kind}"]`).count(), kind);
  assert.ok(await page.locator('.tree .band[data-band="figure"]').count(), "and below the words of the tree");
});

test("checks stand there too, and a stretch of time beside its ends", async (t) => {
  const page = await openBench(t, { text: "The fair ran from 4 May 2026 to 9 May 2026. It closed on Monday, 12 May 2026." });
  await sentence(page, "The fair ran").click();
  const dates = await page.locator('.fired [data-fired="date"] dl').allTextContents();
  assert.ok(dates.some((fields) => fields.includes("value2026-05-04/2026-05-09")));
  assert.equal(dates.filter((fields) => /ranged\d/.test(fields)).length, 2);
  await sentence(page, "It closed").click();
  const check = page.locator('.fired [data-fired="check"]');
  assert.equal(await check.locator("code").textContent(), "weekday-date");
  assert.match(await check.locator("dl").textContent(), /^what12 May 2026 is a Tuesday, not a Monday\.$/);
  assert.ok(await page.locator('.tree .band[data-band="check"]').count(), "and below the words of the tree");
});

test("a press on the words of a finding shows them in the tree and the table", async (t) => {
  const page = await openBench(t, { text: "At least 31 people were hurt." });
  await page.locator(".fired").getByRole("button", { name: "31" }).first().click();
  const lit = await page.locator(".tree .lit .form").allTextContents();
  assert.ok(lit.includes("31") && !lit.includes("were"), lit.join(" "));
  assert.ok(await page.locator(".tokens .lit", { hasText: "31" }).count());
});

test("sentences are walked with the arrow keys, in one stop of the Tab key", async (t) => {
  const page = await openBench(t);
  await page.getByLabel("Published").focus();
  await tabToList(page);
  await page.keyboard.press("Home");
  const first = await page.locator("h1").textContent();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await page.locator("h1").textContent(), first);
  assert.equal(await page.locator(".sentences [aria-current]").count(), 1);
  assert.equal(await page.locator('.sentences [tabindex="0"]').count(), 1);
});

/** The parts of a date field are stops of their own, so as many presses as it takes. */
async function tabToList(page) {
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.matches(".sentences button"))) return;
  }
  assert.fail("Tab never came to the list");
}

test("the sentence in which one writes opens by itself", async (t) => {
  const page = await openBench(t, { text: "The port closed. The crew slept." });
  for (const [key, words] of [["Control+Home", "The port closed."], ["Control+End", "The crew slept."]]) {
    await page.getByLabel("Text", { exact: true }).press(key);
    await page.locator("h1", { hasText: words }).waitFor();
  }
});

test("the day set here stands above the text's own", async (t) => {
  const page = await openBench(t, { text: "The ferry sails tomorrow." });
  await page.getByLabel("Published").fill("2026-05-14");
  await page.locator(".fired dl", { hasText: "2026-05-15" }).waitFor();
});

test("it is copied as CoNLL-U, with tabs between columns", async (t) => {
  const page = await openBench(t, { text: "Crews rested.", context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await page.getByRole("button", { name: "Copy as CoNLL-U" }).click();
  await page.getByText("Copied.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^# text = Crews rested\.\n1\tCrews\tcrew\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\t.*SpaceAfter=No\n3\t.*\n\n$/);
});

test("text is never markup", async (t) => {
  const words = "<img src=x> <b>Crews</b> rested.";
  const page = await openBench(t, { text: words });
  assert.equal(await page.locator("h1").textContent(), words);
  assert.equal(await page.locator("main img, main b").count(), 0);
});

test("an empty box, and a sentence too long to draw, are said so", async (t) => {
  const page = await openBench(t);
  await page.getByLabel("Text", { exact: true }).fill("");
  await page.getByText("There is no sentence in the box.").waitFor();
  await page.getByLabel("Text", { exact: true }).fill(`They saw ${"a boat, ".repeat(120)}and left.`);
  await page.getByText(/is not drawn/).waitFor();
});

test("a fault of the engine is said, and the next text is read", async (t) => {
  const page = await open(t, { path: PATH, engine: trapping });
  await page.getByText("There is no sentence in the box.").waitFor();
  await page.getByLabel("Text", { exact: true }).fill("trap");
  await page.getByRole("alert").filter({ hasText: "The engine stopped" }).waitFor();
  await page.getByLabel("Text", { exact: true }).fill("fine");
  await page.getByRole("alert").waitFor({ state: "hidden" });
});

test("its policy is the page's own, less what lit-html needs", () => {
  const policy = (path) => /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(ROOT, path), "utf8"))[1];
  assert.equal(policy("www/inspect.html"), policy("www/index.html").replace(" lit-html", ""));
  assert.match(readFileSync(join(ROOT, "www/inspect.html"), "utf8"), /<head>\s*<meta http-equiv="Content-Security-Policy"/);
});

const STATES = {
  inspect: {},
  "inspect-dark": { context: { colorScheme: "dark" } },
  "inspect-narrow": { context: PHONE },
  "inspect-forced-colours": { context: { forcedColors: "active" } },
  "inspect-contrast": { context: { contrast: "more" } },
};

for (const [name, options] of Object.entries(STATES)) {
  test(`accessible, and as wide as the window: ${name}`, async (t) => {
    const page = await openBench(t, options);
    await openBusy(page);
    await screenshot(page, name);
    await assertAccessible(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, "the page fits");
  });
}

test("on paper there is the open sentence with its tree", async (t) => {
  const page = await openBench(t);
  await openBusy(page);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 794, height: 1123 });
  assert.ok(!await page.locator(".source").isVisible());
  const paper = await page.locator(".tree svg").boundingBox();
  assert.ok(paper.width <= 794, "the tree fits the paper");
  await screenshot(page, "inspect-print");
});

test("arcs lie above those that they span, and every label fits its arc", () => {
  for (const heads of [[1, 2, null, 4, 2, 2], [null, 0, 0, 0, 0], [4, 4, 4, 4, null], [2, 3, null, 2], [null]]) {
    const widths = heads.map(() => 30);
    const labels = heads.map((_, at) => 20 + 15 * at);
    const { arcs, root, levels, centres, width } = layOut(widths, heads, labels);
    assert.equal(root.token, heads.indexOf(null));
    assert.ok(centres.every((x, at) => x - 15 >= (at ? centres[at - 1] + 15 : 0)), "columns do not touch");
    for (const one of arcs) {
      assert.ok(Math.abs(one.from - one.to) >= labels[one.dependent], `${heads}: the label of ${one.dependent} fits`);
      assert.ok(one.level <= levels && Math.max(one.from, one.to) < width);
      const over = arcs.filter((other) => other !== one && other.left <= one.left && one.right <= other.right);
      for (const other of over) assert.ok(other.level > one.level, `${heads}: ${other.dependent} above ${one.dependent}`);
    }
  }
});

test("bands take the first row with room for them and their labels", () => {
  const { rows, count, width } = pack([
    { left: 0, right: 40, label: 10 }, { left: 60, right: 80, label: 90 }, { left: 100, right: 130, label: 5 }, { left: 160, right: 170, label: 5 },
  ]);
  assert.deepEqual(rows, [0, 0, 1, 0]);
  assert.deepEqual([count, width], [2, 170]);
});
