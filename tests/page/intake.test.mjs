import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { IMPORTER, drag, drop, eventually, folder, markOf, open, openFerry, outlets, paste } from "./support/browser.mjs";

const FIRE = `Twelve homes burn in Aldmoor

Published: 3 June 2026

At least 12 homes were destroyed on Monday, the fire chief Dana Whitlow said. “We lost the whole street,” she said.
`;
const FLOOD = `Bridge closed after flood

Published: 4 June 2026

The bridge at Selby Mill will stay closed until Friday, officials said. About 400 people live beyond it.
`;

const count = (page, n) => eventually(page, `${n} articles`, (n) => document.querySelectorAll(".stack li").length === n, n);
const names = (page) => page.locator(".stack .title").allTextContents();

test("a pasted article opens with its findings marked", async (t) => {
  const page = await open(t);
  await paste(page, FIRE);
  await markOf(page, "figure", "12").waitFor();
  await markOf(page, "date", "Monday").waitFor();
  await page.locator('mark[data-kind~="quote"]', { hasText: "We lost the whole street" }).waitFor();
  assert.equal(await page.title(), "Twelve homes burn in Aldmoor. Copydesk");
});

test("the text is shown whole and unchanged, whatever it holds", async (t) => {
  const page = await open(t);
  const text = "Tom & Jerry <b>said</b> 5 > 3.\n\nשלום, 12 people; 👩‍🚒 12 more. <img src=x onerror=alert(1)>";
  await paste(page, text);
  await page.locator(".body p").first().waitFor();
  const shown = await page.locator(".article").textContent();
  for (const paragraph of text.split("\n\n")) assert.ok(shown.includes(paragraph), `shown as it is: ${paragraph}`);
});

test("a button reads what is in the box, and says so when that is nothing", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("There is no text in the box yet.").waitFor();
  await page.getByLabel("Or paste an article").fill(FLOOD);
  await page.getByRole("button", { name: "Read it" }).click();
  await markOf(page, "date", "Friday").waitFor();
});

test("what is pasted outside of a field is an article too", async (t) => {
  const page = await open(t);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, FLOOD);
  await page.getByRole("heading", { level: 1, name: "Bridge closed after flood" }).waitFor();
});

test("several files dropped at once become a list in their order, the first one open", async (t) => {
  const page = await open(t, { tolerate: IMPORTER });
  await drop(page, [{ name: "fire.txt", text: FIRE }, { name: "flood.md", text: FLOOD }]);
  await count(page, 2);
  assert.deepEqual(await names(page), ["Twelve homes burn in Aldmoor", "Bridge closed after flood"]);
  await page.getByRole("heading", { level: 1, name: "Twelve homes burn in Aldmoor" }).waitFor();
});

test("more can be added later, and what is added opens", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await page.getByRole("button", { name: "Add articles" }).click();
  await page.getByRole("dialog").getByLabel("Or paste an article").fill(FLOOD);
  await page.getByRole("dialog").getByRole("button", { name: "Read it" }).click();
  await page.getByRole("heading", { level: 1, name: "Bridge closed after flood" }).waitFor();
  await count(page, 2);
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("the window says how many files it will read while they are held over it", async (t) => {
  const page = await open(t);
  const root = folder(t, { "a.txt": FIRE, "b.txt": FLOOD, "c.txt": FLOOD });
  const paths = ["a.txt", "b.txt", "c.txt"].map((name) => join(root, name));
  await drag(page, paths, ["dragEnter", "dragOver"]);
  await page.getByText("Let go to read 3 files").waitFor();
  await drag(page, paths, ["drop"]);
  await count(page, 3);
  assert.equal(await page.getByText("Let go to read").count(), 0);
});

test("a dropped folder is read to its depth, beyond the hundred that a browser hands out at once", async (t) => {
  const page = await open(t);
  const many = Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`desk/old/${i + 1}.txt`, FLOOD]));
  await drag(page, [join(folder(t, { ...many, "desk/new.txt": FIRE, "desk/.DS_Store": "x" }), "desk")]);
  await count(page, 131);
  assert.equal((await names(page))[0], "Twelve homes burn in Aldmoor");
});

test("an empty folder is answered, not passed over in silence", async (t) => {
  const page = await open(t);
  await drag(page, [folder(t, {})]);
  await page.getByText("It holds no files and no text.").first().waitFor();
});

test("files can be chosen", async (t) => {
  const page = await open(t);
  const root = folder(t, { "fire.txt": FIRE, "flood.txt": FLOOD });
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await chooser).setFiles([join(root, "fire.txt"), join(root, "flood.txt")]);
  await count(page, 2);
});

test("a folder can be chosen", async (t) => {
  const page = await open(t);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a folder" }).click();
  await (await chooser).setFiles(folder(t, { "fire.txt": FIRE, "inner/flood.txt": FLOOD }));
  await count(page, 2);
});

test("the five samples are five reports of one event, each with its outlet and its day", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: "five reports of one event" }).click();
  await count(page, 5);
  assert.equal(new Set(await outlets(page)).size, 5);
  await openEach(page, async () => {
    for (const kind of ["figure", "speaker", "date", "quote"]) await page.locator(`mark[data-kind~="${kind}"]`).first().waitFor();
    await page.locator(".meta", { hasText: /Published \w+day \d+ May 2026(, \d\d:\d\d)?, from the dateline/ }).waitFor();
  });
});

test("the ferry has the findings a reader would mark first", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await markOf(page, "figure", "31").waitFor();
  await markOf(page, "speaker", "Maren Oduya").waitFor();
  await markOf(page, "date", "Tuesday").waitFor();
});

async function openEach(page, check) {
  const links = page.locator(".stack a");
  for (let i = 0; i < await links.count(); i++) {
    await links.nth(i).click();
    await page.locator(`.stack li:nth-child(${i + 1}) a[aria-current]`).waitFor();
    await check();
  }
}
