import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { IMPORTER, assertAccessible, drop, eventually, markOf, open, outcome, outlets, screenshot } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";
import { word, zip } from "./support/zip.mjs";

const PAGE = readFileSync(join(ROOT, "importer/tests/page.html"), "utf8");
const STRUCK = "At least 12 people were hurt on Monday, the harbour master Ida Brandt said.";
const MAIL = `From: Port of Tarn <press@tarn.example>\r\nTo: desk@coast.example\r\nSubject: Ferry aground\r\nDate: Tue, 12 May 2026 18:05:00 +0200\r\n\r\n${STRUCK}\r\n`;
const TABLE = `id;title;text;date;outlet\n1;Ferry aground;"${STRUCK}";2026-05-12;Coast Radio\n2;Empty;;;\n3;Bridge closed;"The bridge has been closed since Tuesday, and 400 people live beyond it.";2026-05-13;Tarn Gazette\n`;
/** In Windows-1251: the letters of a text that says where, and then what. */
const RUSSIAN = [...Array.from("Паром сел на мель у мыса, сообщил капитан порта.", (letter) => {
  const code = letter.charCodeAt(0);
  return code < 128 ? code : code - 0x410 + 0xc0;
}), ...Buffer.from(`\n\n${STRUCK}`)];

/** The page, which fetches what reads other formats when the first such file comes. */
const openLazy = (t, options = {}) => open(t, { tolerate: IMPORTER, ...options });

const cells = (page, name) => outcome(page, name).locator("td").allTextContents().then((all) => all.map((cell) => cell.replace(/\s+/g, " ").trim()));
const published = (page, words) => page.locator(".meta", { hasText: words }).waitFor();

test("a page saved from the browser gives its article, its outlet and its day", async (t) => {
  const page = await openLazy(t);
  await drop(page, [{ name: "saved.html", text: PAGE }]);
  await page.getByRole("heading", { level: 1, name: "Ferry runs aground off Grim Point’s lighthouse" }).waitFor();
  await markOf(page, "figure", "214").waitFor();
  await markOf(page, "date", "Tuesday").waitFor();
  await published(page, "Tarrow Courier");
  await published(page, "Published Tuesday 12 May 2026, 18:05, as the file says.");
  assert.deepEqual((await cells(page, "saved.html"))[0], "HTML page: main text, title, outlet, date and author found.");
  const text = await page.locator(".article").textContent();
  for (const around of ["Cookies", "Subscribe", "All rights", "Weather"]) assert.ok(!text.includes(around), around);
  await page.getByText("1 read").waitFor();
  await screenshot(page, "import-page");
  await assertAccessible(page);
});

test("what reads other formats is fetched once, and only when such a file comes", async (t) => {
  const page = await openLazy(t);
  const asked = () => page.asked.filter((path) => /import/.test(path));
  await drop(page, [{ name: "plain.txt", text: STRUCK }]);
  await markOf(page, "figure", "12").waitFor();
  assert.deepEqual(asked(), []);
  await drop(page, [{ name: "a.md", text: `# Ferry aground\n\n${STRUCK}` }]);
  await page.getByRole("heading", { level: 1, name: "Ferry aground" }).waitFor();
  await drop(page, [{ name: "b.md", text: `# Bridge closed\n\n${STRUCK}` }]);
  await page.getByRole("heading", { level: 1, name: "Bridge closed" }).waitFor();
  assert.deepEqual(asked().sort(), ["/pkg/importer.js", "/www/app/importing.js"]);
});

for (const { name, file, title, row, more = [] } of [
  { name: "ferry.docx", file: { bytes: word(["Ferry aground", STRUCK]) }, title: "Ferry aground", row: "Word: text found." },
  { name: "ferry.eml", file: { text: MAIL }, title: "Ferry aground", row: "Mail: text, title, date and author found.", more: ["Published Tuesday 12 May 2026, 18:05, as the file says."] },
  { name: "ferry.md", file: { text: `# Ferry aground\n\n**At least 12** people were hurt on [Monday](#a), she said.` }, title: "Ferry aground", row: "Markdown: text and title found." },
  { name: "mail.txt", file: { text: MAIL }, title: "Ferry aground", row: "Mail: text, title, date and author found." },
]) {
  test(`${name} is read for what it is`, async (t) => {
    const page = await openLazy(t);
    await drop(page, [{ name, ...file }]);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await markOf(page, "figure", "12").waitFor();
    await markOf(page, "date", "Monday").waitFor();
    assert.equal((await cells(page, name))[0], row);
    for (const words of more) await published(page, words);
  });
}

test("a table is an article a row, and a bad row costs no other", async (t) => {
  const page = await openLazy(t);
  await drop(page, [{ name: "reports.csv", text: TABLE }, { name: "plain.txt", text: STRUCK }]);
  await eventually(page, "3 articles", () => document.querySelectorAll(".stack li").length === 3);
  assert.deepEqual(await outlets(page), ["Coast Radio", "Tarn Gazette", "plain.txt"]);
  const [what, remedy] = await cells(page, "reports.csv");
  assert.equal(what, "Table: 2 articles.");
  assert.match(remedy, /Line 3: it holds no text\./);
});

test("JSON lines are an article a line", async (t) => {
  const page = await openLazy(t);
  const lines = [{ id: 1, text: STRUCK, reference: "2026-05-12" }, { id: 2, headline: "Ferry aground", body: STRUCK }].map((line) => JSON.stringify(line));
  await drop(page, [{ name: "reports.jsonl", text: lines.join("\n") }]);
  await eventually(page, "2 articles", () => document.querySelectorAll(".stack li").length === 2);
  assert.deepEqual(await outlets(page), ["reports.jsonl: 1", "reports.jsonl: 2"]);
});

test("what is not read says what it is and what to do, and costs no other", async (t) => {
  const page = await openLazy(t);
  await drop(page, [
    { name: "sheet.xlsx", bytes: zip({ "xl/workbook.xml": "" }) }, { name: "broken.docx", bytes: [...Buffer.from("PK\x03\x04 and no more")] },
    { name: "names.csv", text: "name,age\nIda,4" }, { name: "paper.pdf", text: "%PDF-1.7\n" }, { name: "good.txt", text: STRUCK },
  ]);
  await markOf(page, "figure", "12").waitFor();
  for (const [name, what, todo] of [
    ["sheet.xlsx", "Not read. It is a spreadsheet, which is not read.", "Save it as CSV, with a column named text, and try again."],
    ["broken.docx", "Not read. It is damaged, or no Word file.", "Open it where it came from, and save it anew."],
    ["names.csv", "Not read. None of its columns is named text, body, content or article.", "Name the column that holds the articles so."],
    ["paper.pdf", "Not read. It is a PDF, not text.", "Open it, copy its text and paste it here."],
  ]) {
    const [happened, remedy] = await cells(page, name);
    assert.equal(happened, what);
    assert.ok(remedy.startsWith(todo), `${name}: ${remedy}`);
  }
});

test("a text that is no Unicode is read by its letters, and in another encoding when the reader says so", async (t) => {
  const page = await openLazy(t);
  await drop(page, [{ name: "russian.txt", bytes: RUSSIAN }, { name: "good.txt", text: STRUCK }]);
  await page.getByText("Паром сел на мель").first().waitFor();
  assert.equal((await cells(page, "russian.txt"))[0], "Read as Cyrillic (Windows-1251).");
  const menu = outcome(page, "russian.txt").getByLabel("Encoding");
  assert.equal(await menu.inputValue(), "windows-1251");
  await assertAccessible(page);
  await menu.selectOption("windows-1253");
  await page.getByText("Οΰπξμ ρελ νΰ μελό").first().waitFor();
  await markOf(page, "figure", "12").waitFor();
  assert.equal(await page.locator(".stack li").count(), 2);
  assert.equal(await outcome(page, "russian.txt").count(), 1);
  await menu.selectOption({ label: "Cyrillic (Windows-1251)" });
  await page.getByText("Паром сел на мель").first().waitFor();
});

test("what is pasted keeps the paragraphs that its HTML has and its plain text has lost", async (t) => {
  const page = await openLazy(t);
  await page.evaluate((struck) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", `Ferry aground ${struck}`);
    clipboardData.setData("text/html", `<meta charset="utf-8"><h1>Ferry aground</h1><p>${struck}</p>`);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, STRUCK);
  await page.getByRole("heading", { level: 1, name: "Ferry aground" }).waitFor();
  await markOf(page, "figure", "12").waitFor();
});

test("where what reads other formats cannot be fetched, the page says so and reads the rest", async (t) => {
  const page = await openLazy(t, { tolerate: /importer\.js|importing\.js|Failed to load resource/ });
  await page.route("**/pkg/importer.js", (route) => route.abort());
  await drop(page, [{ name: "a.md", text: `# Ferry aground\n\n${STRUCK}` }, { name: "good.txt", text: STRUCK }]);
  await markOf(page, "figure", "12").waitFor();
  assert.equal((await cells(page, "a.md"))[0], "Not read. The part of this page that reads such files could not be loaded.");
});
