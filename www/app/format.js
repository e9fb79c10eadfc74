/** What figures and dates mean, in words, through Intl. */

import { LOCALE, duration, number, numberFormat, numbers } from "./numbers.js";
import { bounds, times, withUnit } from "./strings.js";

/** @import { DateMention, Figure, Published } from "../../src/api.d.ts" */

const ordinals = new Intl.PluralRules(LOCALE, { type: "ordinal" });
const ORDINAL_ENDINGS = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
/** Vulgar fractions that have a sign of their own. */
const FRACTIONS = new Map([[1 / 2, "½"], [1 / 3, "⅓"], [2 / 3, "⅔"], [1 / 4, "¼"], [3 / 4, "¾"], [1 / 5, "⅕"], [1 / 8, "⅛"], [1 / 10, "⅒"]]);

/** The value of a figure with the sign of its bound: `≥ 31`, `£4.2m`, `36 hrs`. @param {Figure} figure */
export function shortValue(figure) {
  return bounds.sign[figure.modifier] + amount(figure, "short");
}

/** The value in words: `31 or more`. @param {Figure} figure */
export function longValue(figure) {
  return bounds.words[figure.modifier](amount(figure, "long"));
}

/** @param {Figure} figure @param {"short" | "long"} style */
function amount(figure, style) {
  const { value, low, high, kind } = figure;
  if (kind === "score" || kind === "rating") return figure.text;
  const format = formatter(figure, style);
  if (low !== null && high !== null) return format.range(low, high);
  const only = value ?? low ?? high;
  if (only === null) return figure.text;
  if (kind === "ordinal") return number(only) + ORDINAL_ENDINGS[ordinals.select(only)];
  if (kind === "fraction") return FRACTIONS.get(nearFraction(only)) ?? format.one(only);
  if (kind === "multiplier") return `${number(only)}×`;
  return format.one(only);
}

/** The listed fraction it is, up to rounding. @param {number} value */
function nearFraction(value) {
  return [...FRACTIONS.keys()].find((fraction) => Math.abs(fraction - value) < 1e-9) ?? NaN;
}

/** @param {Figure} figure @param {"short" | "long"} style */
function formatter({ kind, unit }, style) {
  const plain = { one: number, range: (/** @type {number} */ a, /** @type {number} */ b) => numbers.formatRange(a, b) };
  if (kind === "count" || kind === "fraction" || kind === "ordinal" || !unit) return plain;
  const intl = intlFormat(kind, unit, style);
  const first = kind === "money" && intl ? intl : number;
  if (intl) return { one: intl, range: (/** @type {number} */ a, /** @type {number} */ b) => `${first(a)} to ${intl(b)}` };
  return {
    one: (/** @type {number} */ n) => withUnit(number(n), unit, n === 1),
    range: (/** @type {number} */ a, /** @type {number} */ b) => withUnit(plain.range(a, b), unit, false),
  };
}

/**
 * A formatter for a unit that Intl knows; null for one it does not.
 * @param {Figure["kind"]} kind @param {string} unit @param {"short" | "long"} style
 * @returns {((n: number) => string) | null}
 */
function intlFormat(kind, unit, style) {
  try {
    if (kind === "money") return (n) => money(n, unit, style);
    // `year of age`, `kilometre per hour` are `year`, `kilometer-per-hour` there.
    const known = unit.replace(/ of age$/, "").replace(/(met|lit)re/, "$1er").replaceAll(" ", "-");
    const format = numberFormat({ style: "unit", unit: known, unitDisplay: style, maximumFractionDigits: 3 });
    return (n) => format.format(n);
  } catch {
    return null;
  }
}

/** Large amounts in millions and billions where that loses nothing. @param {number} n @param {string} currency @param {"short" | "long"} style */
function money(n, currency, style) {
  const large = Math.abs(n) >= 1e6 && Number.isInteger(n / 1e3);
  return numberFormat({
    style: "currency", currency, currencyDisplay: "narrowSymbol",
    ...(large ? { notation: "compact", compactDisplay: style, minimumFractionDigits: 0, maximumFractionDigits: 3 } : { maximumFractionDigits: Number.isInteger(n) ? 0 : 2 }),
  }).format(n);
}

/** A day or minute in ISO form as a Date in UTC, so that no time zone moves it. @param {string} iso */
const utc = (iso) => new Date(`${iso.length <= 10 ? `${iso}T00:00` : iso.slice(0, 16)}Z`);

/** @param {Intl.DateTimeFormatOptions} options */
function dayFormat(options) {
  const format = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", ...options });
  /** @param {string} text */
  const calm = (text) => text.replace(/^(\p{L}+),/u, "$1");
  return {
    /** @param {string} iso */
    one: (iso) => calm(format.format(utc(iso))),
    /** @param {string} a @param {string} b */
    range: (a, b) => calm(format.formatRange(utc(a), utc(b))),
  };
}

const DAY = { short: dayFormat({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
  long: dayFormat({ weekday: "long", day: "numeric", month: "long", year: "numeric" }) };
const DAYS = dayFormat({ day: "numeric", month: "short", year: "numeric" });
const MONTHS = { short: dayFormat({ month: "short", year: "numeric" }), long: dayFormat({ month: "long", year: "numeric" }) };

/** `Tue 12 May 2026, 07:20`. @param {string} iso @param {"short" | "long"} style */
export function moment(iso, style) {
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1];
  return DAY[style].one(iso) + (time ? `, ${time}` : "");
}

/** @param {Published} published @param {"short" | "long"} style */
export const publishedOn = (published, style) => moment(published.value, style);

/** First and last day: `10–16 May 2026`. @param {[string, string]} interval */
export const interval = ([from, to]) => (from === to ? DAY.short.one(from) : DAYS.range(from, to));

/**
 * What a date means in words; null when it cannot be known.
 * @param {DateMention} date @param {"short" | "long"} style
 */
export function meaning(date, style) {
  if (date.value === null) return null;
  const plain = timex(date.value, date, style);
  return date.modifier ? times.modifier[date.modifier](plain) : plain;
}

/** @param {string} value @param {DateMention} date @param {"short" | "long"} style */
function timex(value, date, style) {
  const day = /^(\d{4}-\d\d-\d\d)(?:T(.+))?$/.exec(value);
  if (day) return DAY[style].one(day[1]) + timeOfDay(day[2]);
  if (/^\d{4}-\d\d$/.test(value)) return MONTHS[style].one(`${value}-01`);
  if (/^\d{4}$/.test(value)) return value;
  const season = /^(\d{4})-(SP|SU|FA|AU|WI)$/.exec(value);
  if (season) return `${times.seasons[/** @type {"SP"} */ (season[2])]} ${season[1]}`;
  if (date.type === "SET") return times.recurring;
  if (value.startsWith("P") && date.type === "DURATION") return period(value) ?? date.text;
  if (date.interval) return interval(date.interval);
  return times.refs[/** @type {"PAST_REF"} */ (value)] ?? value;
}

/** @param {string | undefined} time `05:40`, `EV` or nothing */
function timeOfDay(time) {
  if (!time) return "";
  return `, ${times.parts[/** @type {"EV"} */ (time)] ?? time.slice(0, 5)}`;
}

/** @type {Record<string, string>} */
const DATE_PARTS = { Y: "year", M: "month", W: "week", D: "day" };
/** @type {Record<string, string>} */
const CLOCK_PARTS = { H: "hour", M: "minute", S: "second" };
const together = new Intl.ListFormat(LOCALE, { type: "unit" });

/** `P71D` as `71 days`; null where the number is unknown or the unit has no name here. @param {string} value */
function period(value) {
  const [date, clock = ""] = value.slice(1).split("T");
  const parts = [...measures(date, DATE_PARTS), ...measures(clock, CLOCK_PARTS)];
  return parts.length && parts.every((part) => part !== null) ? together.format(parts) : null;
}

/** @param {string} text @param {Record<string, string>} units */
const measures = (text, units) => [...text.matchAll(/(\d+(?:\.\d+)?|X)([A-Z]+)/g)].map(([, n, letter]) =>
  (n === "X" || !units[letter] ? null : duration(Number(n), units[letter])));
