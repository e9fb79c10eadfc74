/** What `cargo xtask dist` makes, in the folder DIST_DIR: the page as it is published, and offline. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { assertAccessible, folder, markOf, open, openFerry, screenshot } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";

const DIST = process.env.DIST_DIR ?? join(ROOT, "target/dist");
const PUBLISHED = { root: DIST, path: "/copydesk/" };
const read = (name) => readFileSync(join(DIST, name), "utf8");

/** Waits until the browser holds the page's files. */
const kept = (page) => page.evaluate(async () => void await navigator.serviceWorker.ready);

/** Publishes the same page with another language of its text, in a folder: a change that can be seen. */
function publishAnew(root) {
  const before = readFileSync(join(root, "index.html"));
  const after = before.toString().replace('lang="en"', 'lang="en-GB"');
  const hash = (text) => createHash("sha256").update(text).digest("base64");
  const worker = readFileSync(join(root, "sw.js"), "utf8");
  assert.ok(worker.includes(hash(before)));
  writeFileSync(join(root, "index.html"), after);
  writeFileSync(join(root, "sw.js"), worker.replace(hash(before), hash(after)).replace(/version:"\w+"/, 'version:"newer"'));
}

const notice = (page) => page.locator(".toast", { hasText: "A new version of this page is ready." });

/** A controlled page in a folder of its own, and then a newer version in that folder. */
async function openOutdated(t) {
  const root = folder(t, {});
  cpSync(DIST, root, { recursive: true });
  const page = await open(t, { ...PUBLISHED, root, tolerate: /request after load: .*\/sw\.js$/ });
  await kept(page);
  await page.reload();
  await page.getByLabel("Or paste an article").fill("Not to be lost");
  publishAnew(root);
  await page.evaluate(async () => void await (await navigator.serviceWorker.ready).update());
  await notice(page).waitFor();
  return page;
}

function withoutVectors() {
  WebAssembly.validate = () => false;
}

for (const [browser, init] of [["has", undefined], ["has not", withoutVectors]]) {
  test(`published, for a browser that ${browser} 128-bit vectors: only its own few files, and it works`, async (t) => {
    const page = await open(t, { ...PUBLISHED, init });
    await openFerry(page);
    await markOf(page, "figure", "31").waitFor();
    assert.match(await page.locator(".sealed").textContent(), /^0 requests since this page loaded$/);
    const published = ["/copydesk/", ...readdirSync(DIST).map((name) => `/copydesk/${name}`)];
    assert.deepEqual(page.asked.filter((path) => !published.includes(path)), []);
    // The reader of other formats is among them: the service worker fetches it to keep.
    assert.ok(new Set(page.asked).size <= 16, String(page.asked));
  });
}

test("the policy of the published page is that of its source, but for manifest and service worker", () => {
  const policy = (html) => /content="(default-src[^"]+)"/.exec(html)[1];
  const source = policy(readFileSync(join(ROOT, "www/index.html"), "utf8"));
  assert.equal(policy(read("index.html")), source.replace("worker-src blob:;", "worker-src blob: 'self'; manifest-src 'self';"));
});

test("after one visit it opens with the network off, and reads", async (t) => {
  const page = await open(t, PUBLISHED);
  await kept(page);
  await page.context().setOffline(true);
  for (const address of [page.url(), `${page.url()}index.html?from=bookmark`]) {
    await page.goto(address);
    await openFerry(page);
    await markOf(page, "figure", "31").waitFor();
  }
});

test("the service worker keeps the files of the page and nothing else", async (t) => {
  const page = await open(t, PUBLISHED);
  await kept(page);
  const names = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url.slice(location.href.length));
  });
  const loaded = readdirSync(DIST).filter((name) => /\.(js|css|webmanifest)$/.test(name) && !/^sw\.js$|^embedded-plain/.test(name));
  assert.deepEqual(names.sort(), ["", ...loaded].sort());
});

test("a newer version waits until the reader asks for it", async (t) => {
  const page = await openOutdated(t);
  await assertAccessible(page);
  await screenshot(page, "update");
  assert.equal(await page.getByLabel("Or paste an article").inputValue(), "Not to be lost");
  assert.equal(await page.getAttribute("html", "lang"), "en");
});

test("when the reader asks, the newer version comes, and the older is forgotten", async (t) => {
  const page = await openOutdated(t);
  await Promise.all([page.waitForEvent("load"), notice(page).getByRole("button", { name: "Reload" }).click()]);
  await page.getByRole("button", { name: "Try a sample article" }).waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "en-GB");
  assert.match(await page.evaluate(async () => String(await caches.keys())), /^copydesk \S+ newer$/);
  assert.equal(await notice(page).count(), 0);
});

test("a browser can install it", async (t) => {
  const page = await open(t, { ...PUBLISHED, tolerate: /request after load: .*\.webmanifest$/ });
  await kept(page);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A window that tests opened keeps nothing, for which alone it cannot install.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
});

test("the page offers itself as one file", async (t) => {
  const page = await open(t, { ...PUBLISHED, tolerate: /request after load: .*\/copydesk\.html$/ });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download it as one file" }).click()]);
  assert.equal(readFileSync(await download.path(), "utf8"), read("copydesk.html"));
});
