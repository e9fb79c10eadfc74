import assert from "node:assert/strict";
import test from "node:test";
import { passagesOf } from "../../www/app/passages.js";
import { current, drop, eventually, markOf, open, openFerry, said } from "./support/browser.mjs";

/** A weekday that is another, a day that is none, and a past that lies ahead. */
const NOTICE = `Harbour notice

The Tarrow Courier, 12 May 2026

The board met on Monday, 12 May 2026 in the old mill. Two cranes were inspected on 31 April 2026 and found sound. “The third crane fell on 9 July 2027,” said Ida Marsh, who keeps the quay.`;

/** The same day, told without a fault. */
const SOUND = "The Tarrow Courier, 12 May 2026\n\nThe board met on Tuesday, 12 May 2026 in the old mill.";

async function openNotice(t, text = NOTICE) {
  const page = await open(t);
  await drop(page, [{ name: "notice.txt", text }]);
  await page.locator(".article .body").waitFor();
  return page;
}

const tab = (page) => page.getByRole("tab", { name: /^Checks/ });
const item = (page, title) => page.locator("#checks .checks > li", { has: page.getByRole("heading", { name: title }) });
/** The switch beside the text. */
const toggle = (page) => page.locator(".tools").getByRole("button", { name: "Checks" });
const style = (mark, property) => mark.evaluate((mark, property) => getComputedStyle(mark)[property], property);

test("each check says what is wrong, in which words, and by which rule", async (t) => {
  const page = await openNotice(t);
  assert.equal(await tab(page).textContent(), "Checks 3");
  await tab(page).click();
  for (const [title, what, words, rule] of [
    ["Weekday and date do not match", /12 May 2026 is a Tuesday/, "Monday, 12 May 2026", "weekday-date"],
    ["No such day", /31 April 2026/, "31 April 2026", "impossible-date"],
    ["Dated after publication", /9 July 2027/, "9 July 2027", "date-after-publication"],
  ]) {
    const row = item(page, title);
    assert.match(await row.locator("p").first().textContent(), what);
    assert.equal(await row.locator(".sentence mark").textContent(), words);
    assert.equal(await row.locator(".rule").textContent(), rule);
  }
  assert.equal(await item(page, "Weekday").locator(".sentence").textContent(), "“The board met on Monday, 12 May 2026 in the old mill.”");
  assert.match(await item(page, "Dated").locator(".sentence").textContent(), /^“The third crane fell on 9 July 2027,” said Ida Marsh/, "quoted once");
});

test("Go to text leads to the words, which get the focus", async (t) => {
  const page = await openNotice(t);
  await tab(page).click();
  await item(page, "No such day").getByRole("button", { name: "Go to text" }).click();
  assert.equal(await current(page), "31 April 2026");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "MARK");
  await page.locator("#checks .now", { hasText: "31 April 2026" }).waitFor();
});

test("a press on the mark opens the check, a further one what else stands there", async (t) => {
  const page = await openNotice(t);
  await markOf(page, "check", "Monday").click();
  await page.getByRole("tab", { name: /^Checks/, selected: true }).waitFor();
  const detail = page.locator(".detail");
  assert.equal(await detail.locator("h2").textContent(), "Weekday and date do not match");
  assert.match(await detail.locator("dl").textContent(), /What12 May 2026 is a Tuesday.*Why.*weekday-date.*How sure/s);
  await markOf(page, "check", "Monday").click();
  await page.getByRole("tab", { name: /^Dates/, selected: true }).waitFor();
  assert.match(await detail.locator("dl").textContent(), /MeansTuesday 12 May 2026/);
});

test("J and K walk through checks too, aloud", async (t) => {
  const page = await openNotice(t);
  const heard = [];
  for (let i = 0; i < 14; i++) {
    await page.keyboard.press("j");
    heard.push(await said(page));
  }
  assert.deepEqual(heard.filter((words) => words.startsWith("Check")), [
    "Check 1 of 3: Weekday and date do not match", "Check 2 of 3: No such day", "Check 3 of 3: Dated after publication",
  ]);
});

test("4 hides checks, and leaves the date in the same place as it is without one", async (t) => {
  const page = await openNotice(t);
  const both = markOf(page, "check", "Monday");
  const date = page.locator('mark[data-kind="date"]').first();
  assert.notEqual(await style(both, "backgroundColor"), await style(date, "backgroundColor"));
  assert.match(await style(both, "textDecoration"), /wavy/);
  assert.match(await style(both, "borderBottomStyle"), /dotted/);
  await page.keyboard.press("4");
  await eventually(page, "checks hidden", () => document.querySelector(".article").dataset.hide === "ordinal check");
  assert.equal(await said(page), "Checks hidden.");
  assert.equal(await toggle(page).getAttribute("aria-pressed"), "false");
  for (const property of ["backgroundColor", "textDecoration", "borderBottomStyle"]) {
    assert.equal(await style(both, property), await style(date, property), property);
  }
  await toggle(page).click();
  await eventually(page, "checks shown", () => document.querySelector(".article").dataset.hide === "ordinal");
});

test("a check keeps its look when the date in it is hidden", async (t) => {
  const page = await openNotice(t);
  const mark = markOf(page, "check", "Monday");
  const tint = await style(mark, "backgroundColor");
  await page.keyboard.press("3");
  await eventually(page, "dates hidden", () => document.querySelector(".article").dataset.hide === "ordinal date");
  assert.equal(await style(mark, "backgroundColor"), tint);
  assert.equal(await style(mark, "borderBottomStyle"), "none");
});

test("a sign stands before a check once, in colour or without, and is not read aloud", async (t) => {
  const page = await openNotice(t);
  const content = (words) => markOf(page, "check", words).evaluate((mark) => getComputedStyle(mark, "::before").content);
  assert.equal(await content("Monday"), '"!" / ""');
  const signs = await page.locator(".body mark").evaluateAll((marks) =>
    marks.filter((mark) => getComputedStyle(mark, "::before").content.includes("!")).length);
  assert.equal(signs, 3, "one for each check");
  await page.keyboard.press("l");
  await page.locator(".article.letters").waitFor();
  assert.match(await content("Monday"), /"D!" \/ ""/);
});

test("without checks there is no switch for them, no count in the list of articles, and 4 does nothing", async (t) => {
  const page = await openNotice(t, SOUND);
  assert.equal(await toggle(page).count(), 0);
  assert.equal(await page.locator('.tally [data-kind="check"]').count(), 0);
  await page.keyboard.press("4");
  assert.equal(await page.locator(".article").getAttribute("data-hide"), "ordinal");
  await tab(page).click();
  await page.getByText("Nothing found that does not fit together.").waitFor();
});

test("the list of articles counts checks", async (t) => {
  const page = await openNotice(t);
  assert.match(await page.locator(".tally").textContent(), /!3/);
});

test("an article in which only a check is found is not said to hold nothing", async (t) => {
  const page = await openNotice(t, "Nobody rowed over on February 30, 2025.");
  await tab(page).click();
  await item(page, "No such day").waitFor();
  assert.equal(await page.locator(".nothing, .report").count(), 0);
});

test("the open check stays open when the day of publication changes", async (t) => {
  const page = await openNotice(t);
  await markOf(page, "check", "April 2026").click();
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Published on").fill("2026-05-20");
  await page.keyboard.press("Enter");
  await page.getByText("set by you").waitFor();
  assert.equal(await page.locator(".detail h2").textContent(), "No such day");
});

test("the samples open with their checks", async (t) => {
  const page = await open(t);
  await openFerry(page);
  await tab(page).click();
  assert.match(await item(page, "Weekday and date").textContent(), /14 May 2026 is a Thursday.*Wednesday, 14 May\.”/s);
});

/** The words around a place in its sentence, `[` and `]` around the place itself. */
function shown(sentences, words) {
  const text = sentences.join(" ");
  const pair = (part) => [text.indexOf(part), text.indexOf(part) + part.length];
  return passagesOf(text, sentences.map(pair), words.map(pair)).map(({ start, end, spans, cutBefore, cutAfter }) => {
    let [out, place] = ["", start];
    for (const [from, to] of spans) {
      out += `${text.slice(place, from)}[${text.slice(from, to)}]`;
      place = to;
    }
    return `${cutBefore ? "…" : ""}${out}${text.slice(place, end)}${cutAfter ? "…" : ""}`;
  });
}

test("a check is shown in its sentence", () => {
  const text = ["The mill burned.", "On Mr. Hale’s word it fell on Sept. 31 and was built again.", "“Nobody wept.”", "So it stood."];
  assert.deepEqual(shown(text, ["Sept. 31"]), ["On Mr. Hale’s word it fell on [Sept. 31] and was built again."]);
  assert.deepEqual(shown(text, ["Nobody"]), ["“[Nobody] wept.”"]);
  assert.deepEqual(shown(text, ["So it"]), ["[So it] stood."]);
  assert.deepEqual(shown(text, ["The mill", "burned"]), ["[The mill] [burned]."]);
  assert.deepEqual(shown(text, ["burned", "stood"]), ["The mill [burned].", "So it [stood]."]);
});

test("neither a stop within a sentence nor the next paragraph cuts or joins what is shown", async (t) => {
  const lines = [
    "It was due on Monday, 14 May. Gen. Marsh saw to it on 31 June. They paid 40%.",
    "On Mr. Hale’s word the mill fell on Sept. 31 and was built again. “Nobody wept on 30 February.” So it stood.",
    "It left at 9 p.m. Marsh stayed until 31 November with 12 men of the E.U. patrol. The boat sank.",
    "Tide table",
    "on 31 June",
    "All times local",
  ];
  const page = await openNotice(t, `The Tarrow Courier, 12 May 2026\n\n${lines.join("\n\n")}`);
  await tab(page).click();
  assert.deepEqual(await page.locator("#checks .sentence").allTextContents(), [
    "“Gen. Marsh saw to it on 31 June.”",
    "“On Mr. Hale’s word the mill fell on Sept. 31 and was built again.”",
    "“Nobody wept on 30 February.”",
    "“It left at 9 p.m. Marsh stayed until 31 November with 12 men of the E.U. patrol.”",
    "“on 31 June”",
  ]);
});

test("a long sentence is cut between words, and places far apart stand in two", () => {
  const long = `They ${"rowed and ".repeat(40)}on 31 June ${"slept and ".repeat(40)}left on 30 February.`;
  const [first, second] = shown([long], ["31 June", "30 February"]);
  assert.match(first, /^…(rowed|and) .* on \[31 June\] slept .* (slept|and)…$/);
  assert.match(second, /^…(slept|and) .*left on \[30 February\]\.$/);
  assert.ok(first.length < 270, "about four lines");
});
