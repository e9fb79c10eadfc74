import assert from "node:assert/strict";
import test from "node:test";
import { current, drop, eventually, said } from "./support/browser.mjs";
import { GAZETTE, count, focused, labels, openDesk, person, reads } from "./support/desk.mjs";

const NAMES = ".people .who";
/** The names in the table, once they are these. */
const names = (page, expected) => reads(page, NAMES, expected);
const spelled = (page, name) => person(page, name).locator(".spell").textContent().then((text) => text.replace(/\s+/g, " ").trim());

/** Opens the form of a person and says that it is another. */
async function merge(page, name, other) {
  await person(page, name).getByRole("button", { name: "Merge or split" }).click();
  const form = page.getByRole("form", { name: `Merge or split ${name}` });
  const value = await form.locator("option", { hasText: other }).getAttribute("value");
  await form.getByRole("combobox").selectOption(value);
  await form.getByRole("button", { name: "Merge" }).click();
}

test("people stand with their spellings, the articles that use each, roles and quotes", async (t) => {
  const page = await openDesk(t);
  assert.match(await spelled(page, "Reyl"), /Tomas Reyl A C/);
  assert.match(await spelled(page, "Reyl"), /Thomas Reyl B/);
  assert.match(await person(page, "Reyl").locator("th").textContent(), /baker/);
  assert.match(await spelled(page, "Brandt"), /Ida Brandt A.*Brandt C/);
  await page.locator("#people").getByRole("button", { name: /^Show all/ }).click();
  assert.ok((await labels(page, NAMES)).length >= 3, "those who are named once, too");
});

test("the quotes of a person are listed in the order of days, and lead to the text", async (t) => {
  const page = await openDesk(t);
  await person(page, "Reyl").getByRole("button", { name: "3 quotes" }).click();
  const quotes = person(page, "Reyl").locator(".said-by li");
  await quotes.first().waitFor();
  assert.deepEqual((await quotes.locator("bdi:first-of-type").allTextContents()).filter((text) => /Post|Wire|Radio/.test(text)), ["Harbour Post", "Valley Wire", "Radio Tarn"]);
  await quotes.nth(1).getByRole("button").click();
  await page.locator(".paper").waitFor();
  assert.match(await page.locator("h1").textContent(), /Six dead/);
  assert.match(await current(page), /We heard a loud bang/);
  await page.getByRole("button", { name: "Back to the Desk" }).click();
  await eventually(page, "back at the quote", () => /loud bang/.test(document.activeElement.closest("li")?.textContent ?? ""));
});

test("two people are merged by hand; it is undone, done again, and outlives another article", async (t) => {
  const page = await openDesk(t);
  const before = await labels(page, NAMES);
  const [one, other] = ["Ida Brandt", before.find((name) => /Reyl/.test(name))];
  await merge(page, one, other);
  await eventually(page, "merged", (n) => document.querySelectorAll(".people .who").length === n - 1, before.length);
  await page.locator(".toast", { hasText: `Merged: ${one} and ${other}.` }).waitFor();
  assert.match(await said(page), /^Merged/);
  assert.equal(await focused(page), "People");
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await names(page, before);
  await page.keyboard.press("Control+Shift+Z");
  await eventually(page, "merged again", (n) => document.querySelectorAll(".people .who").length === n - 1, before.length);
  await drop(page, [GAZETTE]);
  await count(page, 4);
  await eventually(page, "compared with the fourth", () => /Gazette/.test(document.querySelector(".claims thead")?.textContent ?? ""));
  assert.equal((await labels(page, NAMES)).filter((name) => /Brandt|Reyl/.test(name)).length, 1, "still one");
  await page.getByRole("button", { name: "Undo" }).last().click();
  await eventually(page, "apart", () => [...document.querySelectorAll(".people .who")].filter(({ textContent }) => /Brandt|Reyl/.test(textContent)).length === 2);
});

test("a name is taken out of a person, article by article", async (t) => {
  const page = await openDesk(t);
  const before = await labels(page, NAMES);
  await person(page, "Reyl").getByRole("button", { name: "Merge or split" }).click();
  await person(page, "Reyl").getByRole("button", { name: "Take out: Thomas Reyl, Valley Wire" }).click();
  await eventually(page, "two of the name", () => [...document.querySelectorAll(".people .who")].filter(({ textContent }) => /Reyl/.test(textContent)).length === 2);
  await page.keyboard.press("Control+z");
  await names(page, before);
});

test("a repeated quote shows which words differ, who said it, and who has it from whom", async (t) => {
  const page = await openDesk(t);
  const quotes = page.locator("#quotes");
  assert.equal(await quotes.locator("h2").textContent(), "The same quote, in other words");
  assert.match(await quotes.locator(".said").textContent(), /Reyl in 3 outlets; the wording of Radio Tarn matches Harbour Post, published a day earlier/);
  const versions = await quotes.locator(".versions p").allTextContents();
  assert.equal(versions.length, 3);
  assert.match(versions[0], /^“We heard one loud bang and then the whole roof came down,”/);
  assert.deepEqual(await quotes.locator(".differs").allTextContents(), ["a"]);
  await quotes.getByRole("button", { name: "Go to text" }).nth(1).click();
  await page.locator(".paper").waitFor();
  assert.match(await current(page), /a loud bang/);
});

test("the timeline has days and hours, draws moments as dots and days as bars, and lists what is far off", async (t) => {
  const page = await openDesk(t);
  const began = page.locator(".time li", { hasText: "The fire began at" });
  assert.equal(await began.locator("time").textContent(), "Mon 1 Jun, 03:15");
  assert.equal(await began.locator("time").getAttribute("datetime"), "2026-06-01T03:15");
  assert.match(await began.locator(".told").textContent(), /A B$/);
  assert.equal(await began.locator(".dot-date").count(), 1);
  const swept = page.locator(".time li", { hasText: "homes were destroyed" }).first();
  assert.ok(await swept.locator(".bar-date").count());
  assert.match(await swept.locator(".told").textContent(), /^Four people .{40,110}… A B C$/s);
  const once = page.locator(".time li", { hasText: "burned once before" });
  assert.equal(await once.locator("time").textContent(), "Mar 1987");
  assert.equal(await once.locator("svg").count(), 0);
  assert.equal(await page.locator("#timeline h3").textContent(), "Earlier");
});

test("the timeline is narrowed to a person, an outlet, a kind", async (t) => {
  const page = await openDesk(t);
  const all = await page.locator(".time .told").count();
  const shows = (n) => eventually(page, `${n} events`, (n) => document.querySelectorAll(".time .told").length === n, n);
  await page.locator("#timeline").getByLabel("Kind").selectOption("Statements");
  await eventually(page, "fewer", (all) => document.querySelectorAll(".time .told").length < all, all);
  await page.locator("#timeline").getByLabel("Kind").selectOption("Statements and events");
  await shows(all);
  await page.locator("#timeline").getByLabel("Outlet").selectOption("C Radio Tarn");
  await eventually(page, "only radio", () => [...document.querySelectorAll(".time .told .soft")].every(({ textContent }) => textContent.includes("C")));
  await page.locator("#timeline").getByLabel("Outlet").selectOption("All outlets");
  await page.locator("#timeline").getByLabel("Person").selectOption("Ida Brandt");
  await eventually(page, "only Brandt", (all) => document.querySelectorAll(".time .told").length < all, all);
  assert.match((await labels(page, ".time .told")).join("\n"), /Brandt/);
});

test("an event leads to its date in the text", async (t) => {
  const page = await openDesk(t);
  await page.locator(".time li", { hasText: "burned once before" }).getByRole("button").click();
  await page.locator(".paper").waitFor();
  assert.match(await current(page), /March 1987/);
});

test("the checks of every article are listed, dismissed, shown again and gone to", async (t) => {
  const page = await openDesk(t);
  const checks = page.locator("#checks");
  const item = checks.locator(".checks > li");
  assert.match(await item.locator("h3").textContent(), /^C Weekday and date do not match$/);
  assert.match(await item.textContent(), /4 June 2026 is a Thursday.*a report was due on Friday, 4 June.*weekday-date/s);
  await item.getByRole("button", { name: "Dismiss" }).click();
  await checks.getByText("Nothing found that does not fit together.").waitFor();
  assert.equal(await focused(page), "Checks", "the focus is not lost");
  await checks.getByRole("button", { name: "Show 1 dismissed" }).click();
  await item.getByRole("button", { name: "Put back" }).click();
  await item.getByRole("button", { name: "Dismiss" }).click();
  await page.keyboard.press("Control+z");
  await item.getByRole("button", { name: "Go to text" }).click();
  await page.locator(".paper").waitFor();
  assert.match(await current(page), /Friday, 4 June/);
});
