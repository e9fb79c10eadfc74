import assert from "node:assert/strict";
import test from "node:test";
import { open, openFerry, screenshot } from "./support/browser.mjs";

test("the sample opens with marks of every kind", async (t) => {
  const page = await open(t);
  await screenshot(page, "first");
  await openFerry(page);
  await page.locator('mark[data-kind~="figure"]', { hasText: "31" }).first().waitFor();
  await page.locator('mark[data-kind~="figure"]', { hasText: "31" }).first().click();
  await screenshot(page, "reading");
});
