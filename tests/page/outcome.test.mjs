import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { IMPORTER, drop, eventually, folder, markOf, open, outcome, paste } from "./support/browser.mjs";

const GOOD = "Three people were hurt on 4 June 2026, police said.\n";
/** In Windows-1252, which has one byte for each of these letters. */
const CAFE = [..."Le caf\u00e9 \u00e0 Saint-Rapha\u00ebl a rouvert en 2019. Three people were hurt on 4 June 2026, police said."].map((letter) => letter.charCodeAt(0));
const UTF_16 = [0xff, 0xfe, ...[...GOOD].flatMap((letter) => [letter.charCodeAt(0), 0])];
const BINARY = Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);

const good = (page) => markOf(page, "figure", "Three").waitFor();

test("a bad file gets a line beside its name, and the others are read", async (t) => {
  const page = await open(t);
  await drop(page, [{ name: "empty.txt", text: "" }, { name: "photo.txt", bytes: BINARY }, { name: "good.txt", text: GOOD }]);
  await good(page);
  for (const name of ["empty.txt", "photo.txt"]) {
    const cells = await outcome(page, name).locator("td").allTextContents();
    assert.match(cells[0], /^Not read\. \w.{10,}\.$/, `${name} says what happened`);
    assert.ok(cells[1].trim().length > 5, `${name} says what to do`);
  }
  await page.getByText("1 read, 2 need you").waitFor();
});

test("bad files alone leave the first page in place, with an account of them", async (t) => {
  const page = await open(t);
  await drop(page, [{ name: "empty.txt", text: "" }]);
  await outcome(page, "empty.txt").waitFor();
  await page.getByRole("button", { name: "Choose files" }).waitFor();
});

test("a file over the limit is not even given to the engine", async (t) => {
  const page = await open(t);
  await drop(page, [{ name: "archive.txt", size: 20_000_001 }, { name: "good.txt", text: GOOD }]);
  await good(page);
  assert.match(await outcome(page, "archive.txt").textContent(), /Not read\. 21\sMB is over the limit of 20\sMB\..*Split it/s);
});

test("a file that is gone when it is read is reported, and the others are read", async (t) => {
  const page = await open(t);
  const root = folder(t, { "gone.txt": GOOD, "good.txt": GOOD });
  await page.evaluate(() => {
    const input = document.createElement("input");
    Object.assign(input, { type: "file", multiple: true, id: "held" });
    document.body.append(input);
  });
  await page.locator("#held").setInputFiles([join(root, "gone.txt"), join(root, "good.txt")]);
  rmSync(join(root, "gone.txt"));
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    for (const file of document.querySelector("#held").files) dataTransfer.items.add(file);
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await good(page);
  assert.match(await outcome(page, "gone.txt").textContent(), /Not read\./);
});

test("UTF-16 and Windows-1252 are read for what they are", async (t) => {
  const page = await open(t, { tolerate: IMPORTER });
  await drop(page, [{ name: "wide.txt", bytes: UTF_16 }, { name: "cafe.txt", bytes: CAFE }]);
  await good(page);
  await page.getByText(/Read as utf-16le/i).waitFor();
  await page.locator(".stack a", { hasText: "cafe.txt" }).click();
  await page.getByText("Le café à Saint-Raphaël").waitFor();
  await page.getByText(/Read as windows-1252/i).waitFor();
});

test("letters that were lost are counted", async (t) => {
  const page = await open(t);
  await drop(page, [{ name: "lost.txt", text: `${GOOD} K\uFFFDste and \uFFFDland.` }]);
  await good(page);
  assert.match(await outcome(page, "lost.txt").textContent(), /2 letters could not be read/);
});

test("a text without any finding opens, and says so", async (t) => {
  const page = await open(t);
  await paste(page, "Nothing much happened here, and nobody minded.");
  await page.getByText("No figures, speakers or dates found.").first().waitFor();
  await page.locator("main").getByText("Nothing much happened here").waitFor();
  await page.locator(".stack", { hasText: "nothing found" }).waitFor();
});

test("the account can be put away and fetched back, and a line left out", async (t) => {
  const page = await open(t);
  await drop(page, [{ name: "empty.txt", text: "" }, { name: "good.txt", text: GOOD }]);
  await good(page);
  await outcome(page, "empty.txt").waitFor();
  await page.getByRole("button", { name: "Put away" }).click();
  await eventually(page, "no account", () => !document.querySelector(".report"));
  await page.getByRole("button", { name: "1 file needs you" }).click();
  await outcome(page, "empty.txt").getByRole("button", { name: "Leave it out" }).click();
  await eventually(page, "no account", () => !document.querySelector(".report"));
});
