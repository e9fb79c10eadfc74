/** What is saved, kept, taken up again and forgotten. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { assertAccessible, drop, markOf, open, openFerry, outcome, outlets, paste } from "./support/browser.mjs";

const counted = (page, n) => page.getByRole("tab", { name: new RegExp(`Figures ${n}$`) }).waitFor();

async function rejectOne(page) {
  await openFerry(page);
  await markOf(page, "figure", "176").click();
  await page.keyboard.press("x");
  await counted(page, 25);
}

async function savedSession(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  assert.match(download.suggestedFilename(), /^\d{4}-\d\d-\d\d\.copydesk\.json$/);
  return readFileSync(await download.path(), "utf8");
}

test("a session is saved as a file, and dropped back in", async (t) => {
  const page = await open(t);
  await rejectOne(page);
  const session = await savedSession(page);
  const other = await open(t);
  await drop(other, [{ name: "mine.copydesk.json", text: session }]);
  await counted(other, 25);
  assert.equal(await markOf(other, "figure", "176").count(), 0);
  await other.keyboard.press("Control+z");
  await counted(other, 26);
});

test("a session comes beside what is open", async (t) => {
  const page = await open(t);
  await rejectOne(page);
  const session = await savedSession(page);
  await drop(page, [{ name: "mine.copydesk.json", text: session }]);
  await page.locator(".stack li").nth(1).waitFor();
  assert.equal((await outlets(page)).length, 2);
  await page.locator(".stack a").nth(1).click();
  await counted(page, 25);
});

test("what is no session, damaged or of a later version is refused with a reason", async (t) => {
  const page = await open(t);
  for (const [name, text, reason] of [
    ["a.copydesk.json", "{", "damaged"],
    ["b.copydesk.json", "{}", "no session of Copydesk"],
    ["c.copydesk.json", JSON.stringify({ format: "copydesk-session", version: 1, articles: [{ id: 1 }] }), "damaged"],
    ["d.copydesk.json", JSON.stringify({ format: "copydesk-session", version: 9, articles: [] }), "newer Copydesk"],
  ]) {
    await drop(page, [{ name, text }]);
    assert.match(await outcome(page, name).textContent(), new RegExp(reason), name);
  }
});

test("what an act does not say of itself is left out, and the rest stands", async (t) => {
  const page = await open(t);
  const at = { start: 8, exact: "40", prefix: "She saw ", suffix: " sailors" };
  const act = { kind: "review", article: "a1", correction: { on: "figure", act: "reject", at }, withdrawn: false, words: "Rejected “40”.", at: 5 };
  const session = { format: "copydesk-session", version: 1, articles: [{ id: "a1", name: "one.txt", text: "She saw 40 sailors and 9 boats." }],
    done: [{ kind: "explode" }, null, { kind: "review" }, act], undone: "no" };
  await drop(page, [{ name: "a.copydesk.json", text: JSON.stringify(session) }]);
  await counted(page, 1);
  await page.getByRole("button", { name: "1 change" }).waitFor();
});

test("nothing is kept unless the reader asks for it; then a reload brings all back, until it is forgotten", async (t) => {
  const page = await open(t);
  await rejectOne(page);
  await page.getByText("Kept in this tab only.").waitFor();
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  await page.getByRole("button", { name: "Keep on this machine" }).click();
  await page.getByText("Kept on this machine.").waitFor();
  await markOf(page, "figure", "48 knots").click();
  await page.keyboard.press("x");
  await counted(page, 24);
  await reload(page);
  await counted(page, 24);
  await page.getByRole("button", { name: "2 changes" }).waitFor();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await assertAccessible(page);
  await page.locator("dialog").getByRole("button", { name: "Forget everything" }).click();
  await page.getByText("Drop news articles here").waitFor();
  await reload(page);
  await page.getByText("Drop news articles here").waitFor();
  assert.equal(await page.locator(".stack").count(), 0);
});

test("a tab that is lost is taken up by the next; one that is open is left alone", async (t) => {
  const page = await open(t);
  await rejectOne(page);
  await page.getByRole("button", { name: "Keep on this machine" }).click();
  await page.getByText("Kept on this machine.").waitFor();
  await page.waitForTimeout(500);
  const second = await page.context().newPage();
  await second.goto(page.url(), { waitUntil: "load" });
  await second.getByText("Drop news articles here").waitFor();
  await second.close();
  const url = page.url();
  const third = await page.context().newPage();
  await page.close();
  await third.goto(url, { waitUntil: "load" });
  await counted(third, 25);
});

test("what is typed into the box is kept too", async (t) => {
  const page = await open(t);
  await paste(page, "A storm felled 12 trees.");
  await page.getByRole("button", { name: "Keep on this machine" }).click();
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByLabel("Or paste an article").fill("Half an article");
  await page.waitForTimeout(600);
  await reload(page);
  await page.locator("mark", { hasText: "12 trees" }).waitFor();
  await page.getByRole("button", { name: "Add" }).click();
  assert.equal(await page.getByLabel("Or paste an article").inputValue(), "Half an article");
});

/** Once what was done has been written. */
async function reload(page) {
  await page.waitForTimeout(500);
  await page.reload({ waitUntil: "load" });
}

test("the example in the documentation opens as it says", async (t) => {
  const page = await open(t);
  const example = readFileSync(new URL("../session/example.copydesk.json", import.meta.url), "utf8");
  await drop(page, [{ name: "example.copydesk.json", text: example }]);
  await page.locator(".stack li").nth(1).waitFor();
  await page.locator('mark[data-by="reader"]', { hasText: "A crane" }).waitFor();
  assert.match(await page.locator("#figures tr", { hasText: "boat" }).first().textContent(), /34.*Changed by you/s);
  await page.getByRole("tab", { name: /Speakers/ }).click();
  await page.locator("#speakers tr", { hasText: "Nils Moe" }).waitFor();
  // What was undone can be done again.
  await page.locator("mark", { hasText: "two days" }).first().waitFor();
  await page.keyboard.press("Control+Shift+Z");
  await page.locator(".rejected", { hasText: "two days" }).waitFor({ state: "attached" });
  await page.getByRole("link", { name: "Desk" }).click();
  await page.locator(".people tr", { hasText: "Ida Brandt" }).filter({ hasText: "Ida Brant" }).waitFor();
});
