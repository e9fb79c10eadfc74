import assert from "node:assert/strict";
import test from "node:test";
import { current, drop, eventually, open, said } from "./support/browser.mjs";
import { GAZETTE, POST, RADIO, WIRE, count, focused, labels, openDesk, reads, row, split } from "./support/desk.mjs";

const WHAT = ".claims .what";

test("one article has no Desk; a second brings the switch, which says where one is", async (t) => {
  const page = await open(t);
  await drop(page, [POST]);
  await count(page, 1);
  assert.equal(await page.locator(".views").count(), 0);
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  assert.equal(await page.locator(".desk").count(), 0, "no way there by key either");
  await drop(page, [WIRE]);
  await page.locator(".views").waitFor();
  assert.equal(await page.locator('.views [aria-current="page"]').textContent(), "Read");
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.locator(".desk #claims").waitFor();
  assert.equal(await page.locator('.views [aria-current="page"]').textContent(), "Desk");
  assert.match(await page.title(), /^Desk/);
  await page.keyboard.press("j");
  assert.equal(await page.locator(".desk").count(), 1, "the keys of the reading view do nothing here");
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await page.locator(".article").waitFor();
});

test("the header names the days and counts, the rail the articles and sections", async (t) => {
  const page = await openDesk(t);
  assert.equal(await page.locator("h1").textContent(), "Three reports, 2 and 3 June 2026");
  assert.match(await page.locator(".desk > header").textContent(), /1 of \d+ shared figures disagrees\..*spellings\. 1 quote repeated, in other words\./s);
  assert.deepEqual(await labels(page, ".stack .key"), ["A", "B", "C"]);
  const listed = await Promise.all(["#disagree .split", ".claims tbody tr", ".people tbody tr", ".said", ".time .told", "#checks .checks > li"].map((list) => page.locator(list).count()));
  const names = ["Disagree", "Figures", "People", "Repeated quotes", "Timeline", "Checks"];
  assert.deepEqual(await labels(page, ".contents li"), names.map((name, i) => `${name} ${listed[i]}`));
});

test("an article without a date is said to have none", async (t) => {
  const page = await openDesk(t, [POST, { name: "note.txt", text: "Four people were killed in the Old Mill, the mayor said." }]);
  assert.equal(await page.locator("h1").textContent(), "Two reports, 2 June 2026, 1 without a date");
  await page.locator(".rail").getByRole("button", { name: "Set the date" }).click();
  assert.equal(await page.locator("#published").evaluate((field) => field === document.activeElement), true);
});

test("the engine itself finds that four is not six, in sentences that are otherwise the same", async (t) => {
  const page = await openDesk(t, [POST, WIRE, RADIO]);
  await reads(page, "#disagree .what", ["People killed"]);
});

test("a disagreement shows its values, and its sentences with the numbers framed", async (t) => {
  const page = await openDesk(t);
  const killed = split(page, "killed");
  assert.match(await killed.locator(".versus").textContent(), /4.*A.*≠.*6.*B.*C/s);
  await killed.locator("summary").click();
  const quotes = killed.locator("blockquote");
  await quotes.first().waitFor();
  const sentences = await quotes.allTextContents();
  assert.match(sentences[0], /Harbour Post.*Published Tue 2 Jun/s);
  assert.ok(sentences.some((words) => /Source: Ida Brandt.*Four people were killed and 17 homes/s.test(words)));
  assert.ok(sentences.some((words) => /Valley Wire.*Source: police.*Six people were killed/s.test(words)));
  const framed = await killed.locator('mark[aria-current="true"]').allTextContents();
  assert.ok(framed.length >= 4 && framed.every((words) => /four|six/i.test(words)), String(framed));
  assert.equal(await quotes.evaluateAll((all) => all.filter((one) => "now" in one.dataset).length), 2, "two are to be compared");
  assert.match(await killed.locator(".because").textContent(), /They cannot all be right\. other-value/);
});

test("two clicks lead from a number to both places in the text, and one back", async (t) => {
  const page = await openDesk(t);
  await row(page, "killed").getByRole("button", { name: "6" }).first().click();
  const open = page.getByRole("button", { name: "Open both" });
  await open.waitFor();
  assert.equal(await focused(page), "Open both");
  assert.equal(await page.locator('.claims [aria-pressed="true"]').count(), 2);
  assert.match(await said(page), /people killed: Valley Wire 6 or Harbour Post 4/);
  await open.click();
  await eventually(page, "the first place", () => document.querySelector('.paper mark[aria-current="true"]')?.textContent.startsWith("Six"));
  assert.match(await page.locator("h1").textContent(), /Six dead/);
  await page.getByRole("button", { name: "The other sentence" }).click();
  await eventually(page, "the second place", () => /^four/i.test(document.querySelector('.paper mark[aria-current="true"]')?.textContent ?? ""));
  assert.match(await page.locator("h1").textContent(), /kills four/);
  await page.getByRole("button", { name: "Back to the Desk" }).click();
  await page.locator(".desk").waitFor();
  assert.equal(await focused(page), "Open both", "back to what led away");
});

test("a number of a figure that agrees opens its pair above the table, and Esc returns to it", async (t) => {
  const page = await openDesk(t);
  const homes = row(page, "homes");
  await homes.getByRole("button", { name: "17" }).nth(1).focus();
  await page.keyboard.press("Enter");
  const picked = page.locator(".picked");
  await picked.waitFor();
  assert.equal(await picked.locator("blockquote").count(), 3);
  assert.ok(await picked.evaluate((panel) => panel.getBoundingClientRect().top >= 0 && panel.getBoundingClientRect().top < innerHeight), "in sight");
  assert.equal(await picked.getByRole("button", { name: "Dismiss" }).count(), 0);
  await page.keyboard.press("Escape");
  await eventually(page, "no pair", () => !document.querySelector(".picked"));
  assert.equal(await page.evaluate(() => document.activeElement.closest("td").dataset.outlet), "B Valley Wire");
});

test("both sentences can be copied with outlet and date", async (t) => {
  const page = await openDesk(t, undefined, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await row(page, "homes").getByRole("button", { name: "17" }).first().click();
  await page.getByRole("button", { name: "Copy both" }).click();
  await page.locator(".toast", { hasText: "on the clipboard" }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^“Four people were killed .* on Tuesday\.” \(Harbour Post, Tuesday 2 June 2026\)\n\n“Six people .*” \(Valley Wire, Tuesday 2 June 2026\)$/s);
});

test("a dismissed disagreement stays away, through another analysis too, until it is put back", async (t) => {
  const page = await openDesk(t);
  await split(page, "killed").locator("summary").click();
  await split(page, "killed").getByRole("button", { name: "Dismiss" }).click();
  await page.getByText("No figures that disagree.").waitFor();
  assert.match(await said(page), /^Dismissed: people killed/);
  await page.keyboard.press("Control+z");
  await split(page, "killed").waitFor();
  await page.keyboard.press("Control+Shift+Z");
  await page.getByText("No figures that disagree.").waitFor();
  await drop(page, [GAZETTE]);
  await reads(page, "h1", ["Four reports, 2–4 June 2026"]);
  await eventually(page, "compared again", () => /Gazette/.test(document.querySelector(".claims thead").textContent));
  assert.equal(await split(page, "killed").count(), 0);
  await page.getByRole("button", { name: "Show 1 dismissed" }).click();
  await split(page, "killed").locator(".what").waitFor();
  if (!await split(page, "killed").evaluate((one) => one.open)) await split(page, "killed").locator("summary").click();
  await split(page, "killed").getByRole("button", { name: "Put back" }).click();
  await split(page, "killed").getByRole("button", { name: "Dismiss" }).waitFor();
});

test("the table can be searched, narrowed and sorted", async (t) => {
  const page = await openDesk(t);
  const all = await labels(page, WHAT);
  assert.equal(all[0], "People killed", "disagreement first");
  const search = page.getByRole("searchbox");
  for (const [words, expected] of [["homes", "Homes destroyed"], ["4.2", "Damage, insurer"], ["hospital", "People injured"]]) {
    await search.fill(words);
    await reads(page, WHAT, [expected]);
  }
  await page.getByText(`1 of ${all.length} figures shown.`).waitFor();
  await search.fill("nothing like it");
  await page.getByText("No figure fits this search.").waitFor();
  await search.fill("");
  await page.getByLabel("Verdict").selectOption("Disagree");
  await reads(page, WHAT, ["People killed"]);
  await page.getByLabel("Verdict").selectOption("All verdicts");
  await page.getByLabel("Sort by").selectOption("What is counted");
  await reads(page, WHAT, [...all].sort((a, b) => a.localeCompare(b, "en")));
});

test("a plot says in words what it shows, and shows bounds as ranges", async (t) => {
  const page = await openDesk(t);
  const injured = row(page, "injured");
  assert.equal(await injured.getByRole("img").getAttribute("aria-label"), "people injured: Harbour Post at least 30; Valley Wire about 35.");
  assert.equal(await injured.locator(".plot .range").count(), 2);
  assert.equal(await injured.locator('.plot .range[stroke-dasharray]').count(), 1, "open to one side");
  assert.match(await row(page, "killed").getByRole("img").getAttribute("aria-label"), /Harbour Post 4, disagrees/);
  assert.ok(await row(page, "killed").locator(".plot rect.odd").count() >= 2);
  assert.match(await row(page, "damage").textContent(), /US\$4\.2m|\$4\.2m/);
});

test("with more than six articles the first column stays while the table scrolls", async (t) => {
  const more = Array.from({ length: 7 }, (_, i) => ({ name: `copy-${i}.txt`, text: WIRE.text.replace("Valley Wire", `Outlet Number ${i}`) }));
  const page = await openDesk(t, [POST, RADIO, ...more]);
  const before = await row(page, "homes").locator("th").boundingBox();
  await page.locator("#claims .scroll").evaluate((region) => region.scrollTo(400, 0));
  const after = await row(page, "homes").locator("th").boundingBox();
  assert.ok(Math.abs(before.x - after.x) < 2, "frozen");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
});

test("everything from the switch to the text is done by keyboard", async (t) => {
  const page = await openDesk(t);
  await page.locator("#main").focus();
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /People killed/, "the first disagreement");
  await page.keyboard.press("Enter");
  await split(page, "killed").locator("blockquote").first().waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Open both");
  await page.keyboard.press("Enter");
  await page.locator(".trail").waitFor();
  assert.match(await current(page), /four|six/i);
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.locator(".desk").waitFor();
  assert.equal(await focused(page), "Open both");
});

test("another day of publication is compared anew", async (t) => {
  const page = await openDesk(t);
  await page.locator(".stack a").first().click();
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Published on").fill("2026-06-05");
  await page.keyboard.press("Enter");
  await page.getByText("set by you").waitFor();
  await page.getByRole("link", { name: "Desk" }).click();
  await reads(page, "h1", ["Three reports, 2–5 June 2026"]);
});
