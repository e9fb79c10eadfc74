// The package as a program in Node.js gets it. PKG_DIR: the folder of the package under test.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { pathToFileURL } from "node:url";

const folder = process.env.PKG_DIR ?? join(import.meta.dirname, "../../pkg");
const read = (name, encoding) => readFile(join(folder, name), encoding);
const load = (name) => import(pathToFileURL(join(folder, name)).href);

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

test("embedded.js holds the very same files", async () => {
  const { glue, wasmGzip } = await load("embedded.js");
  assert.equal(glue, await read("copydesk.js", "utf8"));
  assert.ok(gunzipSync(Buffer.from(wasmGzip, "base64")).equals(await read("copydesk_bg.wasm")));
});

test("nothing in the package could reach out of the page", async () => {
  const module = await WebAssembly.compile(await read("copydesk_bg.wasm"));
  const imports = WebAssembly.Module.imports(module).map(({ name }) => name);
  // In the glue, `init` alone may fetch: the wasm file beside it, when it is not given one.
  const glue = (await read("copydesk.js", "utf8")).replace("fetch(module_or_path)", "");
  const channels = /fetch[(_]|XMLHttp|WebSocket|EventSource|sendBeacon|RTCPeer|importScripts|eval\(/i;
  assert.deepEqual([...imports, ...glue.split("\n")].filter((text) => channels.test(text)), []);
});
