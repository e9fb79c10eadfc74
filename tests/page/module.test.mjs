import assert from "node:assert/strict";
import test from "node:test";
import { markOf, open, openFerry } from "./support/browser.mjs";

const SIMD = "/pkg/embedded-simd.js";
const PLAIN = "/pkg/embedded-plain.js";
const modules = ({ asked }) => asked.filter((path) => [SIMD, PLAIN].includes(path));

/** Runs in the page before anything of its own: a browser that knows nothing of 128-bit vectors. */
function withoutVectors() {
  WebAssembly.validate = () => false;
}

for (const [browser, init, expected] of [["has", undefined, SIMD], ["has not", withoutVectors, PLAIN]]) {
  test(`a browser that ${browser} 128-bit vectors fetches one module, and it finds the figures`, async (t) => {
    const page = await open(t, { init });
    await openFerry(page);
    await markOf(page, "figure", "31").waitFor();
    assert.deepEqual(modules(page), [expected]);
  });
}

test("a module that is slow to come is still part of the page's loading", async (t) => {
  const page = await open(t, { delay: { path: SIMD, time: 1000 } });
  await openFerry(page);
  await markOf(page, "figure", "31").waitFor();
  assert.match(await page.locator(".sealed").textContent(), /^0 requests since this page loaded$/);
});
