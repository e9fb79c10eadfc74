/** The main way in Firefox, driven over WebDriver BiDi: published, and as one file from the disk. */

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { ROOT, serve } from "../page/support/server.mjs";

const DIST = process.env.DIST_DIR ?? join(ROOT, "target/dist");
const SCREENSHOTS = join(ROOT, "target/screenshots");
const ARTICLE = `Two bridges closed in Ostrel after flood

Ostrel Gazette, 12 May 2026

At least 31 people were taken to safety on Tuesday, the fire service said. “We had two boats and one hour,” said Maren Oduya, who led the crew.`;

/** @type {import("puppeteer-core").Browser} */
let browser;
before(async () => {
  browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" });
});
after(() => browser?.close());

/** Opens the page; when the test is over it fails if the page said anything to the console. */
async function open(t, url) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  t.after(async () => {
    await page.close();
    assert.deepEqual(complaints, []);
  });
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(url);
  return page;
}

/** Pastes the article, sees its marks, and opens a figure. */
async function goMainWay(page) {
  await page.waitForSelector("#text");
  await page.$eval("#text", (box, text) => {
    box.value = text;
    box.form.requestSubmit();
  }, ARTICLE);
  const figure = await page.waitForSelector('mark[data-kind~="figure"]::-p-text(31)', { timeout: 30_000 });
  for (const kind of ["speaker", "quote", "date"]) await page.waitForSelector(`mark[data-kind~="${kind}"]`);
  await figure.click();
  await page.waitForSelector('mark[aria-current="true"]');
  return page.waitForSelector(".detail");
}

const text = (page, selector) => page.$eval(selector, ({ textContent }) => textContent);

async function assertMainWay(page, name) {
  const card = await goMainWay(page);
  assert.match(await card.evaluate(({ textContent }) => textContent), /31/);
  assert.equal(await text(page, "h1"), "Two bridges closed in Ostrel after flood");
  assert.match(await text(page, ".sealed"), /^0 requests since this page loaded$/);
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

test("published: paste, marks, card", async (t) => {
  const server = await serve(undefined, undefined, DIST);
  t.after(server.close);
  await assertMainWay(await open(t, `${server.origin}/copydesk/`), "firefox");
});

test("one file from the disk: paste, marks, card", async (t) => {
  await assertMainWay(await open(t, pathToFileURL(join(DIST, "copydesk.html")).href), "firefox-one-file");
});

test("the source, as a clone serves it: paste, marks, card", async (t) => {
  const server = await serve();
  t.after(server.close);
  await assertMainWay(await open(t, `${server.origin}/www/`), "firefox-source");
});

test("after one visit it opens with nobody there to serve it", async (t) => {
  const server = await serve(undefined, undefined, DIST);
  const page = await open(t, `${server.origin}/copydesk/`);
  await page.evaluate(async () => void await navigator.serviceWorker.ready);
  await server.close();
  await page.reload();
  await goMainWay(page);
});
