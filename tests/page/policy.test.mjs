import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { open, openFerry } from "./support/browser.mjs";
import { ROOT } from "./support/server.mjs";

/** Ways out of a page, each of which the policy has to close. They run in the page, with an address to reach. */
const WAYS_OUT = {
  fetch: (to) => fetch(to).then(() => "open", () => "closed"),
  XMLHttpRequest: (to) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onload = () => resolve("open");
    request.onerror = () => resolve("closed");
    request.open("GET", to);
    request.send();
  }),
  image: (to) => new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve("open");
    image.onerror = () => resolve("closed");
    image.src = to;
  }),
  "web socket": (to) => new Promise((resolve) => {
    try {
      const socket = new WebSocket(to.replace("http", "ws"));
      socket.onopen = () => resolve("open");
      socket.onerror = () => resolve("closed");
    } catch {
      resolve("closed");
    }
  }),
  "style sheet": (to) => new Promise((resolve) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
    link.onload = () => resolve("open");
    link.onerror = () => resolve("closed");
    link.href = `${to}/x.css`.replace("127.0.0.1", "localhost");
    document.head.append(link);
  }),
  eval: () => {
    try {
      return (0, eval)("'open'");
    } catch {
      return "closed";
    }
  },
  innerHTML: () => {
    try {
      document.createElement("div").innerHTML = "<img>";
      return "open";
    } catch {
      return "closed";
    }
  },
  "worker from an address": (to) => {
    try {
      new Worker(to);
      return "open";
    } catch {
      return "closed";
    }
  },
  "another policy for scripts": () => {
    try {
      trustedTypes.createPolicy("other", {});
      return "open";
    } catch {
      return "closed";
    }
  },
  "a second copydesk policy": () => {
    try {
      trustedTypes.createPolicy("copydesk", {});
      return "open";
    } catch {
      return "closed";
    }
  },
};

/** What the browser says about an attempt; that nothing came of it is asserted from the server's side. */
const PROVOKED = /^console|^request/;

/** Runs a way out as the page's own code: what a test runs directly is not held to the page's policy on eval. */
const attempt = (way, to) => `new Promise((resolve) => setTimeout(() => resolve((${way})(${JSON.stringify(to)}))))`;

for (const [name, way] of Object.entries(WAYS_OUT)) {
  test(`closed: ${name}`, async (t) => {
    const page = await open(t, { tolerate: PROVOKED });
    const asked = page.asked.length;
    assert.equal(await page.evaluate(attempt(way, new URL(page.url()).origin)), "closed");
    assert.deepEqual(page.asked.slice(asked), []);
  });
}

test("the worker inherits the policy of the page", async (t) => {
  const page = await open(t, { tolerate: PROVOKED });
  await openFerry(page);
  const [worker] = page.workers();
  assert.match(worker.url(), /^blob:/);
  const origin = new URL(page.url()).origin;
  assert.equal(await worker.evaluate((to) => fetch(to).then(() => "open", () => "closed"), origin), "closed");
});

test("the policy is the first thing in the head, before anything could be loaded", () => {
  const html = readFileSync(join(ROOT, "www/index.html"), "utf8");
  assert.match(html, /<head>\s*<meta http-equiv="Content-Security-Policy"/);
  assert.match(html, /default-src 'none'/);
  assert.match(html, /connect-src 'none'/);
  assert.doesNotMatch(html, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:/);
});

test("the page counts its own requests, and there are none", async (t) => {
  const page = await open(t);
  assert.match(await page.locator(".sealed").textContent(), /^0 requests since this page loaded$/);
  await openFerry(page);
  assert.match(await page.locator(".sealed").textContent(), /^0 requests since this page loaded$/);
});

test("the count is no decoration: a request that gets through is counted", async (t) => {
  const page = await open(t, { tolerate: /request after load/ });
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "tokens.css?again" });
    document.head.append(link);
  });
  await page.locator(".sealed", { hasText: /^1 request since this page loaded$/ }).waitFor();
});

for (const path of ["/www/", "/copydesk/www/", "/copydesk/www/index.html"]) {
  test(`served at ${path} it works unchanged`, async (t) => {
    const page = await open(t, { path });
    await openFerry(page);
    await page.locator('mark[data-kind~="figure"]', { hasText: "31" }).first().waitFor();
  });
}

test("once loaded it works with the network off", async (t) => {
  const page = await open(t);
  await page.context().setOffline(true);
  await openFerry(page);
  await page.locator('mark[data-kind~="figure"]', { hasText: "31" }).first().waitFor();
});
