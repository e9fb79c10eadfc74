/** What the reader corrects. */

import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible, current, drop, eventually, markOf, open, openFerry, said } from "./support/browser.mjs";

const counted = (page, n) => page.getByRole("tab", { name: new RegExp(`Figures ${n}$`) }).waitFor();
const fact = (page, term) => page.locator(".detail dt", { hasText: term }).locator("+ dd").textContent();

/** Selects words of the text, as a pointer would. */
const selectWords = (page, words) => page.evaluate((words) => {
  const walker = document.createTreeWalker(document.querySelector(".article"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}, words);

test("X rejects the open finding, and the next one opens", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await counted(page, 26);
  await markOf(page, "figure", "three of its lifeboats").click();
  await page.keyboard.press("x");
  await counted(page, 25);
  assert.match(await current(page), /176 passengers/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "176 passengers", "the focus is on it");
  assert.equal(await markOf(page, "figure", "lifeboats").count(), 0);
  await page.locator(".rejected", { hasText: "three" }).getByRole("button", { name: "Put back" }).click();
  await counted(page, 26);
});

test("Enter accepts, and says whose word it is", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "figure", "176").click();
  await page.keyboard.press("Enter");
  await page.locator('mark[data-by="reader"]', { hasText: "176" }).click();
  assert.equal(await fact(page, "How sure"), "Accepted by you");
  assert.ok(await page.getByRole("button", { name: "Accept" }).first().isDisabled());
});

test("a figure is edited: its value, its bound, its kind, what it counts", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "figure", "176").click();
  await page.keyboard.press("e");
  await page.getByLabel("Value", { exact: true }).fill("1760");
  await page.getByLabel("Bound").selectOption("at least");
  await page.getByLabel("Counts, or unit").fill("islander");
  await assertAccessible(page);
  await page.keyboard.press("Enter");
  await eventually(page, "the figure is as the reader says", () => /1,760 or more/.test(document.querySelector(".detail")?.textContent ?? ""));
  assert.equal(await fact(page, "Of what"), "islander");
  assert.equal(await fact(page, "How sure"), "Changed by you");
  assert.match(await page.locator("#figures tr.now").textContent(), /≥ 1,760.*islander.*Changed by you/s);
});

test("the words of a finding are those that the reader selects", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "figure", "176").click();
  await page.keyboard.press("e");
  await selectWords(page, "a school hall");
  await page.getByRole("button", { name: "Take what is selected" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
  await page.locator('mark[data-by="reader"]', { hasText: "a school hall" }).waitFor();
});

test("a date gets the day that the reader knows, and a figure with it", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "date", "5.40 a.m. on Monday").click();
  await page.keyboard.press("e");
  await page.getByLabel("First day").fill("2026-05-04");
  await page.getByLabel("Last day").fill("2026-05-05");
  await page.locator(".edit").getByRole("button", { name: "Save" }).click();
  await eventually(page, "the date is a stretch", () => /4\s?–\s?5 May 2026/.test(document.querySelector(".detail")?.textContent ?? ""));
});

test("a quote gets its speaker, alone or with all that the speaker says", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.getByRole("tab", { name: /Speakers/ }).click();
  await page.locator("#speakers tbody tr", { hasText: "one long scrape" }).getByRole("button").click();
  await page.keyboard.press("e");
  await page.getByLabel("Who said it").fill("Nils Moe");
  await page.keyboard.press("Enter");
  await page.locator("#speakers tr.now", { hasText: "Nils Moe" }).waitFor();
  await page.locator("#speakers tbody tr", { hasText: "divers had been" }).getByRole("button").click();
  await page.keyboard.press("e");
  await page.getByLabel("Who said it").fill("Nils Moe");
  await page.getByLabel("All that this speaker says").check();
  await page.getByLabel("Who said it").press("Enter");
  await eventually(page, "nobody else says what she said", () => ![...document.querySelectorAll("#speakers b")].some((b) => b.textContent === "Ingrid Sollvei"));
});

test("A marks what is selected, as what the reader says", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.keyboard.press("a");
  assert.match(await said(page), /Select the words in the text first/);
  await selectWords(page, "a nurse");
  await page.keyboard.press("a");
  await page.getByRole("radio", { name: "figure" }).check();
  await page.getByLabel("Value", { exact: true }).fill("1");
  await page.keyboard.press("Enter");
  await counted(page, 27);
  await page.locator("#figures tr.now", { hasText: "Added by you" }).waitFor();
  assert.equal(await current(page), "a nurse");
});

test("all of it is undone and done again, one by one or up to any point", async (t) => {
  const page = await open(t);
  await openFerry(page);
  for (const words of ["176", "48 knots", "three of its"]) {
    await markOf(page, "figure", words).click();
    await page.keyboard.press("x");
  }
  await counted(page, 23);
  await page.keyboard.press("Control+z");
  await counted(page, 24);
  await page.keyboard.press("Control+Shift+Z");
  await counted(page, 23);
  await page.getByRole("button", { name: "3 changes" }).click();
  await assertAccessible(page);
  const history = page.locator(".history li");
  assert.equal(await history.count(), 3);
  await history.nth(2).getByRole("button", { name: "Undo to here" }).click();
  await counted(page, 25);
  await history.nth(0).getByRole("button", { name: "Redo to here" }).click();
  await counted(page, 23);
});

test("corrections outlive a changed text and another day of publication", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "figure", "176").click();
  await page.keyboard.press("x");
  await counted(page, 25);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.locator("#published").fill("2026-05-19");
  await page.keyboard.press("Enter");
  await page.getByText("set by you").waitFor();
  await counted(page, 25);
  await page.getByRole("button", { name: "Edit the text" }).click();
  const box = page.locator("dialog textarea");
  await box.fill((await box.inputValue()).replace("The ship, on its usual night run", "Two days ago the ship, with 9 lorries,"));
  await page.locator("dialog").getByRole("button", { name: "Save" }).click();
  await page.locator("mark", { hasText: "9 lorries" }).waitFor();
  assert.equal(await markOf(page, "figure", "176").count(), 0);
  // What the text has lost, a correction has lost too; it is said, and can be let go.
  await page.getByRole("button", { name: "Edit the text" }).click();
  await box.fill((await box.inputValue()).replace("176 passengers", "the passengers"));
  await page.locator("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByText("1 of your corrections has no place in this text any more.").waitFor();
  await page.getByRole("button", { name: "Let them go" }).click();
  await page.getByText("no place in this text").waitFor({ state: "detached" });
});

test("a check that is dismissed stays away", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.getByRole("tab", { name: /Checks 1/ }).click();
  await page.locator(".checks").getByRole("button", { name: "Go to text" }).click();
  await page.keyboard.press("x");
  await page.getByRole("tab", { name: /Checks 0/ }).waitFor();
});

test("the pointer on a mark brings a card, on which the same can be done", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "figure", "176").hover();
  const card = page.locator(".card");
  await card.getByText("176 passengers").waitFor();
  await assertAccessible(page);
  await card.getByRole("button", { name: "Reject" }).click();
  await counted(page, 25);
  await markOf(page, "figure", "48 knots").hover();
  await card.waitFor();
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
});

test("the Desk compares what the reader has corrected", async (t) => {
  const page = await open(t);
  await drop(page, [
    { name: "one.txt", text: "Fire in Port Hale destroys 17 homes\n\nA fire destroyed 17 homes in Port Hale on Monday 4 May 2026, Mayor Ida Brandt said. Nobody was hurt when the fire spread from the harbour.\n" },
    { name: "two.txt", text: "Port Hale fire destroys 25 homes\n\nThe fire in Port Hale destroyed 25 homes on Monday 4 May 2026, Mayor Ida Brandt told reporters. The fire began at the harbour.\n" },
  ]);
  await page.getByRole("link", { name: "Desk" }).click();
  await page.getByText("1 of 1 shared figure disagrees.").waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  for (const place of ['h1 mark[data-kind~="figure"]', '.body mark[data-kind~="figure"]']) {
    await page.locator(place, { hasText: "17 homes" }).click();
    await page.keyboard.press("x");
    await page.locator(place, { hasText: "17 homes" }).waitFor({ state: "detached" });
  }
  await page.getByRole("link", { name: "Desk" }).click();
  await page.getByText(/^\s*0 of 1 shared figure/).waitFor();
});

test("an article is closed, and comes back", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await drop(page, [{ name: "two.txt", text: "A storm felled 12 trees." }]);
  await page.locator(".stack li").nth(1).waitFor();
  await page.getByRole("button", { name: "Close The Tarrow Courier" }).click();
  await page.locator(".stack li").nth(1).waitFor({ state: "detached" });
  await page.locator("mark", { hasText: "12 trees" }).waitFor();
  await page.getByRole("button", { name: "Close two.txt" }).click();
  await page.getByText("Drop news articles here").waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.locator(".stack li").nth(1).waitFor();
});
