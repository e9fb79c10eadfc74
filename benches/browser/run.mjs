// How fast the engine is in a browser, with 128-bit vectors and without, beside compromise, a well-known tagger in
// JavaScript, which finds parts of speech only. `cargo xtask bench` runs it; nothing here decides whether a test
// passes.
// CHROMIUM: path of the browser. First argument: the folder with both modules of engine.rs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { articles } from "./articles.mjs";

const MODULES = process.argv[2];
const PEER = createRequire(import.meta.url).resolve("compromise/two");
const ARTICLES = ["flood", "strike", "results", "court"];
const read = (name) => readFileSync(join(import.meta.dirname, `../../tests/articles/${name}.txt`), "utf8");
const text = `${ARTICLES.map(read).join("\n\n")}\n\n`.repeat(15);
const ROUNDS = 8;
const DESKS = [25, 50, 100, 200];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: process.getuid?.() !== 0,
  args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});

/** A page with a module in it, ready for `analyze(text)`, `names()` and `tokens()`. */
async function engine(name) {
  const page = await browser.newPage();
  const glue = readFileSync(join(MODULES, name, "browser.js"), "utf8");
  await page.evaluate(`${glue}\n;globalThis.wasm_bindgen = wasm_bindgen;`);
  const wasm = readFileSync(join(MODULES, name, "browser_bg.wasm"), "base64");
  await page.evaluate(({ wasm, text }) => {
    const module = Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0));
    globalThis.memory = wasm_bindgen.initSync({ module }).memory;
    globalThis.text = text;
    globalThis.article = new wasm_bindgen.Article(text);
  }, { wasm, text });
  return page;
}

async function peer() {
  const page = await browser.newPage();
  await page.evaluate(readFileSync(PEER, "utf8"));
  await page.evaluate((text) => void (globalThis.text = text), text);
  return page;
}

/** Seconds that it takes once. */
const time = (page, job) => page.evaluate(`{
  const started = performance.now();
  ${job};
  (performance.now() - started) / 1000;
}`);

/** Milliseconds that the desk takes for so many articles, and the claims that it compares. */
async function desk(page) {
  await page.evaluate((texts) => {
    const brief = (text) => wasm_bindgen.analyze(text, { published: "2026-03-19" });
    const analyses = texts.map(brief);
    globalThis.briefs = analyses.map(({ brief }) => brief);
    globalThis.claims = analyses.map(({ figures }) => figures.length);
  }, articles(Math.max(...DESKS)));
  const rows = [];
  for (const count of DESKS) {
    const job = `wasm_bindgen.compare(briefs.slice(0, ${count}), [])`;
    const times = [await time(page, job), await time(page, job), await time(page, job)];
    const claims = await page.evaluate((count) => claims.slice(0, count).reduce((sum, one) => sum + one), count);
    rows.push({ count, claims, best: Math.min(...times) });
  }
  return rows;
}

const [simd, plain, compromise] = [await engine("simd"), await engine("plain"), await peer()];
const analyze = 'wasm_bindgen.analyze(text, { published: "2026-03-19" })';
const jobs = [
  { name: "whole analysis", page: simd, job: analyze },
  { name: "syntax, tokens to names", page: simd, job: "article.names()" },
  { name: "whole analysis, plain", page: plain, job: analyze },
  { name: "syntax, plain", page: plain, job: "article.names()" },
  { name: "compromise, tags only", page: compromise, job: "nlp(text)" },
].map((job) => ({ ...job, best: Infinity }));
// In turns, so that other work on the machine slows all of them alike; of each the fastest turn counts.
for (let round = 0; round < ROUNDS; round++) {
  for (const job of jobs) job.best = Math.min(job.best, await time(job.page, job.job));
}
const tokens = await simd.evaluate(() => article.tokens());
const memory = await simd.evaluate(() => memory.buffer.byteLength);
const compared = await desk(simd);
await browser.close();

console.log(`in a browser, ${text.length} characters, ${tokens} tokens, ${(memory / 2 ** 20).toFixed(1)} MiB of memory`);
for (const { name, best } of jobs) {
  const speed = Math.round(tokens / best).toString().padStart(10);
  const ratio = (jobs.at(-1).best / best).toFixed(2).padStart(8);
  console.log(`${name.padEnd(28)}${(best * 1000).toFixed(2).padStart(10)} ms${speed} tokens/s${ratio} x compromise`);
}

for (const { count, claims, best } of compared) {
  const what = `desk, ${count} articles of 5 KB`.padEnd(28);
  console.log(`${what}${(best * 1000).toFixed(0).padStart(10)} ms${String(claims).padStart(10)} figures`);
}
