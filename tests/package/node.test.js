// The package as a program in Node.js gets it. PKG_DIR: the folder of the package under test.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { pathToFileURL } from "node:url";

const folder = process.env.PKG_DIR ?? join(import.meta.dirname, "../../pkg");
const ARTICLES = join(import.meta.dirname, "../articles");
const read = (name, encoding) => readFile(join(folder, name), encoding);
const load = (name) => import(new URL(name, `${pathToFileURL(folder)}/`).href);

test("package.json names files that are there", async () => {
  const manifest = JSON.parse(await read("package.json", "utf8"));
  const entries = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  for (const file of [...manifest.files, manifest.main, manifest.types, ...entries]) {
    assert.ok((await read(file)).length > 0, file);
  }
});

test("the engine starts in Node.js and is the version that package.json says", async () => {
  const { initSync, version } = await load("copydesk.js");
  initSync({ module: await read("copydesk_bg.wasm") });
  assert.equal(version(), JSON.parse(await read("package.json", "utf8")).version);
});

/** The module that the page puts together, with vectors ("simd") or without ("plain"). */
async function assembled(name) {
  const { model } = await load("embedded.js");
  const { before, after } = await load(`embedded-${name}.js`);
  return Buffer.concat([before, model, after].map((piece) => gunzipSync(Buffer.from(piece, "base64"))));
}

test("the embedded scripts hold the very same files", async () => {
  const { glue } = await load("embedded.js");
  assert.equal(glue, await read("copydesk.js", "utf8"));
  assert.ok((await assembled("simd")).equals(await read("copydesk_bg.wasm")));
});

test("the plain module finds the same, to the byte, in every article", async () => {
  const engines = [];
  for (const name of ["simd", "plain"]) {
    // The address makes it a copy of its own, with a module of its own.
    const engine = await load(`copydesk.js?${name}`);
    engine.initSync({ module: await assembled(name) });
    engines.push(engine);
  }
  const articles = (await readdir(ARTICLES)).filter((name) => name.endsWith(".txt"));
  assert.ok(articles.length > 3);
  for (const name of articles) {
    const text = await readFile(join(ARTICLES, name), "utf8");
    const [simd, plain] = engines.map(({ analyze }) => JSON.stringify(analyze(text, { published: "2026-03-19" })));
    assert.ok(simd.length > 100, name);
    assert.equal(plain, simd, name);
  }
});

test("the plain module runs where there are no vectors", { skip: process.arch !== "x64" }, async () => {
  const runs = async (name) => {
    const program = "process.stdin.toArray().then((parts) => console.log(WebAssembly.validate(Buffer.concat(parts))))";
    // V8 reckons with vectors only where the processor has SSE4.1.
    const node = spawnSync(process.execPath, ["--no-enable-sse4-1", "-e", program], { input: await assembled(name), encoding: "utf8" });
    return node.stdout.trim();
  };
  assert.equal(await runs("plain"), "true");
  assert.equal(await runs("simd"), "false");
});

test("nothing in the package could reach out of the page", async () => {
  const module = await WebAssembly.compile(await read("copydesk_bg.wasm"));
  const imports = WebAssembly.Module.imports(module).map(({ name }) => name);
  // In the glue, `init` alone may fetch: the wasm file beside it, when it is not given one.
  const glue = (await read("copydesk.js", "utf8")).replace("fetch(module_or_path)", "");
  const channels = /fetch[(_]|XMLHttp|WebSocket|EventSource|sendBeacon|RTCPeer|importScripts|eval\(/i;
  assert.deepEqual([...imports, ...glue.split("\n")].filter((text) => channels.test(text)), []);
});
