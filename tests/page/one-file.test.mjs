/** The page as one file, opened from the disk. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { folder, markOf, openFerry, openFile, outlets } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";

const DIST = process.env.DIST_DIR ?? join(ROOT, "target/dist");
const html = readFileSync(join(DIST, "copydesk.html"), "utf8");

/** Opens it in a folder where nothing else is, with the network off. The page has with it all that it asked for. */
async function openAlone(t, options) {
  const alone = folder(t, {});
  cpSync(join(DIST, "copydesk.html"), join(alone, "Copydesk on a stick.html"));
  const page = await openFile(t, join(alone, "Copydesk on a stick.html"), options);
  const asked = [];
  page.context().on("request", (request) => asked.push(request.url()));
  await page.context().setOffline(true);
  return Object.assign(page, { asked });
}

function withoutVectors() {
  WebAssembly.validate = () => false;
}

for (const [browser, init] of [["has", undefined], ["has not", withoutVectors]]) {
  test(`from the disk, in a browser that ${browser} 128-bit vectors, it reads and asks for nothing`, async (t) => {
    const page = await openAlone(t, { init });
    await openFerry(page);
    await markOf(page, "figure", "31").waitFor();
    assert.match(await page.locator(".sealed").textContent(), /^0 requests since this page loaded$/);
    assert.deepEqual(page.asked.filter((url) => !url.startsWith("blob:")), []);
  });
}

test("several articles are compared", async (t) => {
  const page = await openAlone(t);
  await page.getByRole("button", { name: "five reports of one event that disagree" }).click();
  await page.getByRole("link", { name: "Desk" }).click();
  await page.locator("#disagree").waitFor();
  assert.equal((await outlets(page)).length, 5);
});

test("a style or script that is not the page's own is not allowed, nor a connection", async (t) => {
  const page = await openAlone(t, { tolerate: /^console|^request/ });
  const [style, text, connection] = await page.evaluate(async () => {
    document.head.append(Object.assign(document.createElement("style"), { textContent: "body { opacity: 0.5 }" }));
    const tried = (job) => { try { job(); return "open"; } catch { return "closed"; } };
    return [
      getComputedStyle(document.body).opacity,
      tried(() => { document.createElement("div").innerHTML = "<img>"; }),
      await fetch("https://localhost/").then(() => "open", () => "closed"),
    ];
  });
  assert.deepEqual([style, text, connection], ["1", "closed", "closed"]);
});

test("its policy names nothing but what is inside it", () => {
  const policy = /content="(default-src[^"]+)"/.exec(html)[1];
  assert.match(html, /<head>\s*<meta http-equiv="Content-Security-Policy"/);
  assert.doesNotMatch(policy, /'self'|unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:/);
  assert.match(policy, /default-src 'none'; script-src 'sha256-\S+' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'none';/);
});

test("its SHA-256 stands beside it", () => {
  const hash = createHash("sha256").update(html).digest("hex");
  assert.equal(readFileSync(join(DIST, "copydesk.html.sha256"), "utf8"), `${hash}  copydesk.html\n`);
});
