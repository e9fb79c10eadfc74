/** Opens the page in a real browser, and holds every test to the page's promises. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after as afterAll } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { ROOT, serve } from "./server.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCREENSHOTS = join(ROOT, "target", "screenshots");
const QUIET = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let browser;
const launch = () => (browser ??= chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [...QUIET, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
}));
afterAll(async () => (await browser)?.close());

/**
 * Opens the page. When the test is over it fails if the page said anything to the console, broke its own policy,
 * asked another origin for anything, or asked anyone for anything once it had loaded. The page has with it `asked`,
 * what the server was asked for so far.
 *
 * @param {import("node:test").TestContext} t
 * @param {object} [options]
 * @param {string} [options.path]
 * @param {string} [options.root] the folder to serve, if not the repository
 * @param {string | ((part: string) => string)} [options.engine] the engine to serve in place of the real one, or made of it
 * @param {{ path: string, time: number }} [options.delay] a path to be answered late, by so many milliseconds
 * @param {() => void} [options.init] runs in the page before its own scripts
 * @param {RegExp} [options.tolerate] complaints that the test provokes itself
 * @param {import("playwright-core").BrowserContextOptions} [options.context]
 */
export async function open(t, { path = "/www/", root, engine, delay, init, tolerate, context } = {}) {
  const server = await serve(engine, delay, root);
  t.after(server.close);
  const page = await visit(t, server.origin, server.origin + path, { init, tolerate, context });
  return Object.assign(page, { asked: server.asked });
}

/** Opens a page from the disk, with nothing that serves it; held to the same. @param {string} file */
export async function openFile(t, file, { init, tolerate } = {}) {
  const url = pathToFileURL(file).href;
  return visit(t, url, url, { init, tolerate });
}

async function visit(t, origin, url, { init, tolerate, context: settings }) {
  const context = await (await launch()).newContext({ viewport: { width: 1440, height: 900 }, ...settings });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const { complaints, loaded } = watch(page, origin);
  context.on("page", (other) => other.on("load", loaded));
  page.on("load", loaded);
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints.filter((complaint) => !tolerate?.test(complaint)), []);
  });
  await page.addInitScript(() => addEventListener("securitypolicyviolation", (event) => {
    console.error(`Policy: ${event.violatedDirective} ${event.blockedURI}`);
  }));
  if (init) await page.addInitScript(init);
  await page.goto(url, { waitUntil: "load" });
  loaded();
  return page;
}

/** What the page asks its own server for when a file comes that is more than plain text: to be tolerated then, and only then. */
export const IMPORTER = /^request after load: [^ ]*\/(app\/importing|pkg\/importer)\.js$/;

/** What the page must never do, gathered while it does it. */
function watch(page, origin) {
  const complaints = [];
  let after = false;
  page.on("console", (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.stack}`));
  page.on("websocket", (socket) => complaints.push(`web socket: ${socket.url()}`));
  page.context().on("request", (request) => {
    const url = request.url();
    if (/^(blob|data):/.test(url)) return;
    // The page is opened again, by a reload or in another tab.
    if (request.isNavigationRequest()) after = false;
    if (!url.startsWith(origin)) complaints.push(`request to another origin: ${url}`);
    // The service worker fetches the page's own files for itself, once the page has loaded.
    else if (after && !request.serviceWorker()) complaints.push(`request after load: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { complaints, loaded: () => (after = true) };
}

/** Drops files on the window. @param {{ name: string, text?: string, bytes?: number[], size?: number }[]} files `size`: filled with spaces */
export async function drop(page, files) {
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const { name, text, bytes, size } of files) {
      transfer.items.add(new File([bytes ? new Uint8Array(bytes) : size ? " ".repeat(size) : text], name));
    }
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
}

/** Drags files or folders from the disk over the window, and lets go unless told otherwise. */
export async function drag(page, paths, types = ["dragEnter", "dragOver", "drop"]) {
  const session = await page.context().newCDPSession(page);
  for (const type of types) {
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data: { items: [], files: paths, dragOperationsMask: 1 } });
  }
  await session.detach();
}

/** A folder on the disk that is gone after the test. @param {Record<string, string | Uint8Array>} files */
export function folder(t, files) {
  const root = mkdtempSync(join(tmpdir(), "copydesk-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

export async function paste(page, text) {
  await page.getByLabel("Or paste an article").fill(text);
  await page.getByLabel("Or paste an article").press("Control+Enter");
}

/** Waits until something holds in the page, and says what was expected if it never does. */
export async function eventually(page, what, predicate, argument) {
  await page.waitForFunction(predicate, argument, { timeout: 30_000 }).catch(() => assert.fail(`never came true: ${what}`));
}

/** Reads the first sample, the ferry. */
export async function openFerry(page) {
  await page.getByRole("button", { name: "Try a sample article" }).click();
  await page.getByRole("heading", { level: 1, name: /Ferry with 214 aboard/ }).waitFor();
}

/** The first mark of a kind with these words in it. */
export const markOf = (page, kind, words) => page.locator(`mark[data-kind~="${kind}"]`, { hasText: words }).first();

/** The words of the open finding, which may be marked in several pieces. */
export const current = (page) => page.locator('mark[aria-current="true"]').allTextContents().then((pieces) => pieces.join(""));

/** What a screen reader was told last. */
export const said = (page) => page.locator('#app > [role="status"]').textContent();

export const outlets = (page) => page.locator(".stack .outlet").allTextContents();

/** The row in "What came of each file" that begins with a file's name. */
export const outcome = (page, name) => page.locator(".report tbody tr", { has: page.locator("th", { hasText: name }) });

/**
 * An accessibility check of the whole page as it is. axe runs in a world of its own, so that the policy of the page
 * need not be loosened for it.
 */
export async function assertAccessible(page) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  const run = async (expression) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression, contextId: executionContextId, awaitPromise: true, returnByValue: true,
    });
    assert.ok(!exceptionDetails, exceptionDetails?.exception?.description);
    return result.value;
  };
  await run(`${axeSource}; undefined`);
  const violations = await run(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => [id, help, ...nodes.map(({ html, failureSummary }) => html.slice(0, 300) + " " + failureSummary)].join("\\n")))`);
  await session.detach();
  assert.deepEqual(violations, []);
}

export async function screenshot(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}
