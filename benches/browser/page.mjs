// How soon the published page is there, and how smooth it stays with a long text. `cargo xtask bench` runs it; nothing
// here decides whether a test passes.
// CHROMIUM: path of the browser. First argument: the folder that is published.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { articles } from "./articles.mjs";
import { publish } from "./published.mjs";

const DIST = process.argv[2];
const ROUNDS = 9;
/** Milliseconds that nothing is asked of the page before a measurement, so that what it does on its own is done. */
const REST = 1500;
const [ARTICLE] = articles(1);
const LONG = articles(220).join("\n\n").slice(0, 1_000_000);

const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: process.getuid?.() !== 0,
  args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});

/** Runs in the page before its own scripts: notes when things are on the screen, and every long task. */
function observe() {
  window.tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  /** Milliseconds from `start` to the end of the frame that first shows what the selector finds. */
  window.shown = (selector, start = 0) => new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      watch.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage(null);
      });
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
    look();
  });
  window.ready = shown("#text");
  window.pasted = (text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const start = performance.now();
    const time = shown(".article mark[data-kind]", start);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    return time;
  };
}

const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];

/** Every visit is by a browser that knows nothing of the page, unless `visits` says otherwise. */
async function each(job, visits = 1) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const browser = await launch();
    const page = await browser.newPage();
    await page.addInitScript(observe);
    for (let visit = 1; visit < visits; visit++) {
      await page.goto(address);
      await page.evaluate(async () => void await navigator.serviceWorker.ready);
    }
    times.push(await job(page));
    await browser.close();
  }
  return middle(times);
}

const readyAt = (url) => async (page) => {
  await page.goto(url, { waitUntil: "commit" });
  return page.evaluate(() => ready);
};

/** The first paste of a visit, after a rest or as soon as the page is ready. */
const firstPaste = (rest) => async (page) => {
  await readyAt(address)(page);
  await page.waitForTimeout(rest);
  return page.evaluate((text) => pasted(text), ARTICLE);
};

/** The longest task on the page's thread while `job` is done; what is under 50 ms the browser does not report. */
async function longest(page, job) {
  await page.waitForTimeout(500);
  await page.evaluate(() => void (tasks.length = 0));
  await job();
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(0, ...tasks));
}

async function longText() {
  const browser = await launch();
  const page = await browser.newPage();
  await page.addInitScript(observe);
  await readyAt(address)(page);
  await page.waitForTimeout(REST);
  const rows = {};
  let reading;
  rows["1 MB: longest task, reading"] = await longest(page, async () => (reading = await page.evaluate((text) => pasted(text), LONG)));
  rows["1 MB: first marks after a paste"] = reading;
  rows["1 MB: longest task, scrolling"] = await longest(page, async () => {
    await page.mouse.move(600, 500);
    for (let step = 0; step < 100; step++) await page.mouse.wheel(0, 600);
    await page.keyboard.press("End");
    await page.waitForTimeout(500);
    await page.keyboard.press("Home");
  });
  rows["1 MB: longest task, toggling"] = await longest(page, async () => {
    for (const key of "12341234") {
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
    }
  });
  rows["1 MB: longest task, next finding"] = await longest(page, async () => {
    for (let step = 0; step < 20; step++) await page.keyboard.press("j");
  });
  await browser.close();
  return rows;
}

const { address, close } = await publish(DIST);
const rows = {
  "ready to type, first visit": await each(readyAt(address)),
  "ready to type, kept offline": await each(readyAt(address), 2),
  "ready to type, one file": await each(readyAt(pathToFileURL(join(DIST, "copydesk.html")).href)),
  "first marks of 5 KB after a paste": await each(firstPaste(REST)),
  "the same, pasted at once": await each(firstPaste(0)),
  ...await longText(),
};
close();

console.log(`the published page, Chromium, middle of ${ROUNDS} visits; tasks under 50 ms are not told apart`);
for (const [what, time] of Object.entries(rows)) {
  const shown = what.includes("task") && time < 50 ? "under 50" : time.toFixed(0);
  console.log(`${what.padEnd(40)}${shown.padStart(10)} ms`);
}
