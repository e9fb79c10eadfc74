// The package as the page uses it: no request at all, under the page's own strict policy.
// CHROMIUM: path of the browser. PKG_DIR: the folder of the package under test.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const folder = process.env.PKG_DIR ?? join(import.meta.dirname, "../../pkg");
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none'; " +
  "style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types copydesk lit-html";

// The worker's own lines stand after the glue, and use what it declares by its plain names.
const page = `
  import { glue, model } from "/pkg/embedded.js";
  import { before, after } from "/pkg/embedded-simd.js";
  const own = async ({ data: { module, address } }) => {
    initSync({ module });
    const fetched = await fetch(address).then(() => "fetched", () => "blocked");
    postMessage({ version: version(), fetched });
  };
  const text = glue + "\\nonmessage = " + own;
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const trusted = trustedTypes.createPolicy("copydesk", {
    createScriptURL(address) {
      if (!address.startsWith("blob:")) throw new TypeError("only a Blob may become a worker");
      return address;
    },
  });
  const worker = new Worker(trusted.createScriptURL(address), { type: "module" });
  worker.onmessage = ({ data }) => (window.answer = data);
  worker.onerror = (event) => (window.answer = { error: event.message });
  const pieces = await Promise.all([before, model, after].map((piece) => {
    const zipped = new Blob([Uint8Array.from(atob(piece), (character) => character.charCodeAt(0))]);
    return new Response(zipped.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
  }));
  const module = await WebAssembly.compile(await new Blob(pieces).arrayBuffer());
  worker.postMessage({ module, address: new URL("/pkg/embedded.js", location).href });
`;

const files = {
  "/": async () => [
    "text/html",
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
     <link rel="icon" href="data:,"><script type="module" src="/page.js"></script>`,
  ],
  "/page.js": async () => ["text/javascript", page],
  "/pkg/embedded.js": async () => ["text/javascript", await readFile(join(folder, "embedded.js"))],
  "/pkg/embedded-simd.js": async () => ["text/javascript", await readFile(join(folder, "embedded-simd.js"))],
};

let browser, server, requests;

before(async () => {
  requests = [];
  server = createServer(async (request, response) => {
    requests.push(request.url);
    const [type, body] = (await files[request.url]?.()) ?? ["text/plain", ""];
    response.writeHead(body ? 200 : 404, { "Content-Type": type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("a worker made of the embedded scripts runs the engine and can fetch nothing", async () => {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  const answer = await (await tab.waitForFunction(() => window.answer)).jsonValue();
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  assert.equal(answer.error, undefined);
  assert.equal(answer.version, version);
  assert.equal(answer.fetched, "blocked");
  assert.deepEqual(requests, ["/", "/page.js", "/pkg/embedded.js", "/pkg/embedded-simd.js"]);
});
