import assert from "node:assert/strict";
import test from "node:test";
import { eventually, open, openFerry, paste, said } from "./support/browser.mjs";

const UNDATED = "The minister will travel to Innerlee on Wednesday, his office said. At least 12 people wait for him.";
const note = (page) => page.locator(".stack .note");
const means = (page) => page.locator("#dates tbody tr", { hasText: "Wednesday" }).locator("td").nth(1);
const meaning = (page, text) => eventually(page, `Wednesday means ${text}`, (text) =>
  [...document.querySelectorAll("#dates tbody tr")].some(({ textContent }) => textContent.includes("Wednesday") && textContent.includes(text)), text);

test("without a day of publication a weekday stays unresolved, and the page asks for the day", async (t) => {
  const page = await open(t);
  await paste(page, UNDATED);
  await page.locator(".stack a .alert", { hasText: "no date" }).waitFor();
  assert.match(await note(page).textContent(), /No publication date, so 1 date stays unresolved\./);
  await page.locator('mark[data-state="unresolved"]', { hasText: "Wednesday" }).waitFor();
  assert.equal(await means(page).textContent(), "unresolved");
});

test("with the day set, it is resolved at once", async (t) => {
  const page = await open(t);
  await paste(page, UNDATED);
  await note(page).getByRole("button", { name: "Set the date" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "published", "the field has the focus");
  await page.getByLabel("Published on").fill("2026-05-11");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await meaning(page, "Wed 13 May 2026");
  await page.getByText("Published Monday 11 May 2026, set by you.").waitFor();
  assert.equal(await page.locator('mark[data-state="unresolved"]').count(), 0);
  assert.equal(await note(page).count(), 0);
  assert.equal(await said(page), "Read again for Monday 11 May 2026: every date is resolved.");
  assert.equal(await page.evaluate(() => document.activeElement.id), "change-date", "the focus is back where it came from");
});

test("the reader's day stands above the text's own, until it is taken back", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.getByText("Published Tuesday 12 May 2026, from the dateline.").waitFor();
  await page.getByRole("button", { name: "Change" }).click();
  assert.equal(await page.getByLabel("Published on").inputValue(), "2026-05-12");
  await page.getByLabel("Published on").fill("2026-05-20");
  await page.keyboard.press("Enter");
  await page.getByText("Published Wednesday 20 May 2026, set by you.").waitFor();
  await eventually(page, "Tuesday is now the 19th", () => document.querySelector("#dates tbody").textContent.includes("Tue 19 May 2026"));
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("button", { name: "Use the text’s own" }).click();
  await page.getByText("Published Tuesday 12 May 2026, from the dateline.").waitFor();
});

test("the open finding stays open when the day changes", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.locator("#figures tbody tr", { hasText: "1,200" }).getByRole("button").click();
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Published on").fill("2026-05-20");
  await page.keyboard.press("Enter");
  await page.getByText("set by you").waitFor();
  assert.match(await page.locator("mark[aria-current]").first().textContent(), /1,200/);
});

test("Esc leaves the day as it was", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Published on").fill("2026-01-01");
  await page.keyboard.press("Escape");
  await page.getByText("Published Tuesday 12 May 2026, from the dateline.").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "change-date");
});
