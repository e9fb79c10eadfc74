import assert from "node:assert/strict";
import test from "node:test";
import { drop, eventually, open, outcome } from "./support/browser.mjs";
import { broken, hanging, slow, trapping, weary } from "./support/engines.mjs";

const files = (n, text = (i) => `text ${i}`) => Array.from({ length: n }, (_, i) => ({ name: `${i + 1}.txt`, text: text(i + 1) }));
const read = (page) => page.locator(".stack li").count();
const readAtLeast = (page, n) => eventually(page, `${n} read`, (n) => document.querySelectorAll(".stack li").length >= n, n);
const names = (page) => page.locator(".stack .outlet").allTextContents();

/** Says nothing that the test does not expect: an engine's failure is reported on the page, not in the console. */
const FOUND_NOTHING = /Read, but no figures/;

test("three hundred files can be cancelled: what is read stays, the rest can be read later", async (t) => {
  const page = await open(t, { engine: slow });
  await drop(page, files(300));
  await page.getByRole("progressbar", { name: "Files read" }).waitFor();
  await readAtLeast(page, 5);
  await page.locator(".stack a").nth(2).click();
  await page.locator(".stack li:nth-child(3) a[aria-current]").waitFor();
  await page.keyboard.press("Escape");
  await eventually(page, "no progress", () => !document.querySelector("progress"));
  const kept = await read(page);
  assert.ok(kept >= 5 && kept < 300, `${kept} were kept`);
  const rest = page.locator(".report tbody tr", { hasText: "because you stopped" });
  assert.match(await rest.textContent(), new RegExp(`${300 - kept} files`));
  await page.getByRole("button", { name: "Read the rest" }).click();
  await page.getByRole("progressbar").waitFor();
  await readAtLeast(page, 300);
  assert.equal(await read(page), 300);
});

test("articles stand in the order of arrival, in whichever order they are done", async (t) => {
  const page = await open(t, { engine: slow });
  await drop(page, files(20));
  await readAtLeast(page, 20);
  assert.deepEqual(await names(page), files(20).map(({ name }) => name));
});

test("the page answers while it reads", async (t) => {
  const page = await open(t, { engine: slow });
  await drop(page, files(60));
  await readAtLeast(page, 2);
  const gaps = await page.evaluate(async () => {
    const gaps = [];
    let last = performance.now();
    for (let i = 0; i < 40; i++) {
      await new Promise(requestAnimationFrame);
      gaps.push(performance.now() - last);
      last = performance.now();
    }
    return gaps;
  });
  assert.ok(Math.max(...gaps) < 500, `a frame took ${Math.max(...gaps)} ms`);
});

test("an article that never ends is stopped and reported, and the others are read", async (t) => {
  const page = await open(t, { engine: hanging });
  await drop(page, [{ name: "before.txt", text: "a" }, { name: "stuck.txt", text: "hang" }, { name: "after.txt", text: "b" }]);
  await outcome(page, "stuck.txt").waitFor({ timeout: 20_000 });
  assert.match(await outcome(page, "stuck.txt").textContent(), /Stopped after 5 seconds\. Everything else is intact\./);
  assert.deepEqual(await names(page), ["before.txt", "after.txt"]);
});

test("an article that breaks the engine is reported, and the others are read", async (t) => {
  const page = await open(t, { engine: trapping });
  await drop(page, [{ name: "before.txt", text: "a" }, { name: "bad.txt", text: "trap" }, { name: "after.txt", text: "b" }]);
  await outcome(page, "bad.txt").waitFor();
  assert.match(await outcome(page, "bad.txt").textContent(), /The engine failed on it, twice\./);
  await readAtLeast(page, 2);
  assert.deepEqual(await names(page), ["before.txt", "after.txt"]);
});

test("an engine that tires is replaced without the reader's noticing", async (t) => {
  const page = await open(t, { engine: weary });
  await drop(page, files(12));
  await readAtLeast(page, 12);
  const lines = await page.locator(".report tbody tr").allTextContents();
  assert.deepEqual(lines.filter((line) => !FOUND_NOTHING.test(line)), []);
});

test("an engine that does not start is reported beside each name", async (t) => {
  const page = await open(t, { engine: broken });
  await drop(page, files(2));
  for (const { name } of files(2)) {
    await outcome(page, name).waitFor();
    assert.match(await outcome(page, name).textContent(), /The engine did not start\./);
  }
});
