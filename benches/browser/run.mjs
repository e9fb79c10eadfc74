// How fast the engine is in a browser, with 128-bit vectors and without, beside compromise, a well-known tagger in
// JavaScript, which finds parts of speech only. `cargo xtask bench` runs it; nothing here decides whether a test
// passes.
// CHROMIUM: path of the browser. First argument: the folder with both modules of engine.rs.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const MODULES = process.argv[2];
const PEER = createRequire(import.meta.url).resolve("compromise/two");
const ARTICLES = ["flood", "strike", "results", "court"];
const read = (name) => readFileSync(join(import.meta.dirname, `../../tests/articles/${name}.txt`), "utf8");
const text = `${ARTICLES.map(read).join("\n\n")}\n\n`.repeat(30);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromiumSandbox: process.getuid?.() !== 0,
  args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});

/** A page with a script in it, and `best`: the shortest of several runs, in seconds. */
async function pageWith(content) {
  const page = await browser.newPage();
  await page.addScriptTag({ content });
  await page.addScriptTag({ content: `function best(job) {
    const runs = Array.from({ length: 10 }, () => {
      const started = performance.now();
      job();
      return (performance.now() - started) / 1000;
    });
    return Math.min(...runs);
  }` });
  return page;
}

/** Seconds that a module takes for all, and for grammar alone. */
async function ours(name) {
  const page = await pageWith(readFileSync(join(MODULES, name, "browser.js"), "utf8"));
  const wasm = readFileSync(join(MODULES, name, "browser_bg.wasm"), "base64");
  return page.evaluate(({ wasm, text }) => {
    const module = Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0));
    wasm_bindgen.initSync({ module });
    const article = new wasm_bindgen.Article(text);
    return {
      tokens: article.tokens(),
      analyze: best(() => wasm_bindgen.analyze(text, { published: "2026-03-19" })),
      names: best(() => article.names()),
    };
  }, { wasm, text });
}

async function peer() {
  const page = await pageWith(readFileSync(PEER, "utf8"));
  return page.evaluate((text) => best(() => nlp(text)), text);
}

const simd = await ours("simd");
const plain = await ours("plain");
const compromise = await peer();
await browser.close();

console.log(`in a browser, ${text.length} bytes, ${simd.tokens} tokens`);
for (const [name, seconds] of [
  ["whole analysis", simd.analyze],
  ["syntax, tokens to names", simd.names],
  ["whole analysis, plain", plain.analyze],
  ["syntax, plain", plain.names],
  ["compromise, tags only", compromise],
]) {
  const speed = Math.round(simd.tokens / seconds).toString().padStart(10);
  const ratio = (compromise / seconds).toFixed(2).padStart(8);
  console.log(`${name.padEnd(28)}${(seconds * 1000).toFixed(2).padStart(10)} ms${speed} tokens/s${ratio} x compromise`);
}
