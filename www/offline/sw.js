/**
 * The service worker of the published page: keeps the page's own files, so that it opens with no network. It asks for
 * nothing but these files, and answers for nothing else. `cargo xtask dist` writes their names into it.
 */

import { hasVectors } from "../app/vectors.js";

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);
const { scope } = worker.registration;

/** SHA-256 of each file that this browser needs, by its name; `./` is the page itself. @type {Record<string, string>} */
const FILES = { ...PUBLISHED.files, ...(hasVectors ? PUBLISHED.simd : PUBLISHED.plain) };

/** Other pages of one host share its caches: ours begin with where we are. */
const CACHE = `copydesk ${scope} ${PUBLISHED.version}`;

/** Fills a new cache, wholly or not at all; what an older one already holds is not asked for again. */
async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(FILES).map(async ([name, integrity]) => {
    // A name with a hash in it never means anything else.
    const hashed = /-[0-9A-Z]{8}\./.test(name);
    const known = hashed && await caches.match(new URL(name, scope));
    // The hash tells a file of another version, which a host may still serve while it is being updated.
    await cache.put(name, known || await fresh(new Request(name, { integrity, cache: hashed ? "default" : "no-cache" })));
  }));
}

/** @param {Request} request */
async function fresh(request) {
  const response = await fetch(request);
  if (!response.ok) throw new Error(`${response.status}: ${request.url}`);
  return response;
}

async function forgetOlder() {
  const older = (await caches.keys()).filter((name) => name.startsWith(`copydesk ${scope} `) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** @param {string} name @param {Request} request */
async function kept(name, request) {
  const cache = await caches.open(CACHE);
  return await cache.match(name) ?? fetch(request);
}

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
worker.addEventListener("message", ({ data }) => void (data === "take over" && worker.skipWaiting()));
worker.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const address = origin + pathname;
  if (!address.startsWith(scope)) return;
  const name = address.slice(scope.length).replace(/^(index\.html)?$/, "./");
  if (Object.hasOwn(FILES, name)) event.respondWith(kept(name, event.request));
});
