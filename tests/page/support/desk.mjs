/** Four short reports of one fire, made up, that do not agree; and the way to the Desk. */

import assert from "node:assert/strict";
import { drop, eventually, open } from "./browser.mjs";
import { pinned } from "./engines.mjs";

export const POST = { name: "post.txt", text: `Fire at the Old Mill kills four

Harbour Post, 2 June 2026

Four people were killed and 17 homes were destroyed when fire swept through the Old Mill quarter on Monday, fire chief Ida Brandt said on Tuesday.

“We heard one loud bang and then the whole roof came down,” said Tomas Reyl, a baker. At least 30 people were injured, the hospital said.

The fire began at 3:15 a.m. on Monday. The insurer put the damage at $4.2 million.` };

export const WIRE = { name: "wire.txt", text: `Six dead in mill fire

Valley Wire, 2 June 2026

Six people were killed and 17 homes were destroyed when fire swept through the Old Mill quarter on Monday, police said on Tuesday.

“We heard a loud bang and then the roof came down,” said Thomas Reyl, a baker. About 35 people were injured.

The fire began at 3:15 a.m. on Monday. Damage was put at $4.2 million.` };

export const RADIO = { name: "radio.txt", text: `Old Mill: what is known

Radio Tarn, 3 June 2026

Six people were killed and 17 homes were destroyed when fire swept through the Old Mill quarter on Monday, police said on Tuesday.

“We heard one loud bang and then the whole roof came down,” said Tomas Reyl. Chief Brandt said a report was due on Friday, 4 June. The mill burned once before, in March 1987.` };

export const GAZETTE = { name: "gazette.txt", text: `Vigil for the Old Mill

Tarn Gazette, 4 June 2026

Three hundred people held a vigil on Wednesday evening, Mayor Runa Eskil said. “Nobody slept,” said Tomas Reyl.` };

/** The line that a place stands in. @param {string} text @param {number} place */
const lineOf = (text, place) => [text.lastIndexOf("\n", place) + 1, (text + "\n").indexOf("\n", place)];

/** A number of the dead, where a report gives it. */
const killed = (article, { text }, words, id, low, source) => ({
  article, id, start: text.indexOf(words), end: text.indexOf(words) + words.length, low, high: low, least: low, most: low,
  modifier: "=", odd: true, days: null, source, sentence: lineOf(text, text.indexOf(words)),
});

/** What the first three reports disagree on. */
const KILLED = {
  label: "people killed", verdict: "differ", rule: "other-value", why: "They cannot all be right.", unit: null,
  claims: [
    killed(0, POST, "four", "f1", 4, null), killed(0, POST, "Four people", "f2", 4, "Ida Brandt"),
    killed(1, WIRE, "Six people", "f2", 6, "police"), killed(2, RADIO, "Six people", "f1", 6, "police"),
  ],
};

export const count = (page, n) => eventually(page, `${n} articles`, (n) => document.querySelectorAll(".stack li").length === n, n);

const REPORTS = [POST, WIRE, RADIO];

/** Reads reports and opens the Desk on them; on those above what they disagree on is given. @param {import("node:test").TestContext} t */
export async function openDesk(t, reports = REPORTS, options = {}) {
  const page = await open(t, reports === REPORTS ? { engine: pinned(KILLED), ...options } : options);
  await drop(page, reports);
  await count(page, reports.length);
  await page.getByRole("link", { name: "Desk" }).click();
  await page.locator("#checks").waitFor();
  return page;
}

/** The disagreement about something. */
export const split = (page, label) => page.locator("#disagree .split", { has: page.locator(".what", { hasText: label }) });

/** The row of the table about something. */
export const row = (page, label) => page.locator(".claims tbody tr", { has: page.locator(".what", { hasText: label }) });

/** The row of a person. */
export const person = (page, name) => page.locator(".people tbody tr", { has: page.locator(".who", { hasText: name }) });

/** What has the focus. */
export const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());

/** What is listed in a section, by what each entry is called. */
export const labels = (page, selector) => page.locator(selector).allTextContents();

/** Waits until a list reads so. */
export async function reads(page, selector, expected) {
  await eventually(page, `${selector} reads ${expected}`, ([selector, expected]) =>
    JSON.stringify([...document.querySelectorAll(selector)].map(({ textContent }) => textContent)) === expected, [selector, JSON.stringify(expected)]);
  assert.ok(true);
}
