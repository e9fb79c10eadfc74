/** What figures and dates mean, in words, through Intl. */

import { LOCALE, duration, number, numberFormat, numbers } from "./numbers.js";
import { bounds, times, withUnit } from "./strings.js";

/** @import { DateMention, Figure, Published } from "../../src/api.d.ts" */

const ordinals = new Intl.PluralRules(LOCALE, { type: "ordinal" });
const ORDINAL_ENDINGS = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
/** Vulgar fractions that have a sign of their own. */
/** A currency by its code, and what the money is paid for: `NOK per share`. */
const CURRENCY = /^([A-Z]{3})( per .+)?$/;
const FRACTIONS = new Map([[1 / 2, "½"], [1 / 3, "⅓"], [2 / 3, "⅔"], [1 / 4, "¼"], [3 / 4, "¾"], [1 / 5, "⅕"], [1 / 8, "⅛"], [1 / 10, "⅒"]]);

/** The value of a figure with the sign of its bound: `≥ 31`, `£4.2m`, `36 hrs`. @param {Figure} figure */
export function shortValue(figure) {
  return bounds.sign[figure.modifier] + amount(figure, "short");
}

/** The value in words: `31 or more`. @param {Figure} figure */
export function longValue(figure) {
  return bounds.words[figure.modifier](amount(figure, "long"));
}

/** The value as it reads beside others: `at least 31`, `£4.2m`; words without a number stay as they are. @param {Figure} figure */
export function saidValue(figure) {
  return figure.value === null && !/\d/.test(figure.text) ? figure.text : bounds.said[figure.modifier](amount(figure, "short"));
}

/** A number, or both ends of a range, in a unit or a currency; without one, a count. @param {string | null} unit @param {number} low @param {number} high */
export function valueIn(unit, low, high) {
  const { one, range } = formatter({ kind: unit && CURRENCY.test(unit) ? "money" : unit ? "measure" : "count", unit }, "short");
  return low === high ? one(low) : range(low, high);
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

/** @param {Pick<Figure, "kind" | "unit">} figure @param {"short" | "long"} style */
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
    if (kind === "money") {
      const [, currency, per = ""] = CURRENCY.exec(unit) ?? [];
      return currency ? (n) => money(n, currency, style) + per : null;
    }
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

/** The day of an ISO day or minute as a Date in UTC, so that no time zone moves it. @param {string} iso */
const utc = (iso) => new Date(`${iso.split("T")[0]}T00:00Z`);

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
const IN_YEAR = { day: dayFormat({ weekday: "short", day: "numeric", month: "short" }), days: dayFormat({ day: "numeric", month: "short" }) };
const DAYS = dayFormat({ day: "numeric", month: "short", year: "numeric" });
const FULL_DAYS = dayFormat({ day: "numeric", month: "long", year: "numeric" });
/** Before the year 1, which has to be said. */
const DAYS_BC = dayFormat({ day: "numeric", month: "short", year: "numeric", era: "short" });
const MONTHS = { short: dayFormat({ month: "short", year: "numeric" }), long: dayFormat({ month: "long", year: "numeric" }) };
const WEEK_TICK = dayFormat({ weekday: "short", day: "numeric" });
const WEEKDAY = dayFormat({ weekday: "long" });
const MONTH = dayFormat({ month: "long" });

const CLOCK = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" });

/** The time of day on the reader's clock: `14:12`. @param {number} at */
export const timeOfDay = (at) => CLOCK.format(at);

/** `Tue 12 May 2026, 07:20 GMT`. @param {string} iso @param {"short" | "long"} style @param {string | null} [zone] */
export function moment(iso, style, zone = null) {
  const [day, time] = iso.split("T");
  return DAY[style].one(day) + (time ? `, ${clock(time, zone)}` : "");
}

/** @param {Published} published @param {"short" | "long"} style */
export const publishedOn = ({ value, zone }, style) => moment(value, style, zone);

/** First and last day: `10–16 May 2026`. @param {[string, string]} interval */
export function interval([from, to]) {
  const days = /^(-|0000)/.test(from) ? DAYS_BC : DAYS;
  return from === to ? DAY.short.one(from) : days.range(from, to);
}

/** First and last day as `interval` has them, without the year where it is the one that is known: `Mon 11 May`, `11–17 May`. @param {string} from @param {string} to @param {string} year */
export function day(from, to, year) {
  const month = from.slice(0, 7);
  if (from === `${month}-01` && to.startsWith(month) && utc(to).getTime() + 864e5 === Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)))) return MONTHS.short.one(from);
  if (!from.startsWith(`${year}-`) || !to.startsWith(`${year}-`)) return interval([from, to]);
  return from === to ? IN_YEAR.day.one(from) : IN_YEAR.days.range(from, to);
}

/** A day on an axis: `Mon 11`, `11 May`. @param {string} iso @param {boolean} weekday */
export const tick = (iso, weekday) => (weekday ? WEEK_TICK : IN_YEAR.days).one(iso);

/** Days that need not follow one another: `11 and 12 May 2026`, `11–14 May 2026`. @param {string[]} days in order */
export function days(days) {
  const [first, last] = [days[0], days[days.length - 1]];
  if (days.length === 2 && first.slice(0, 7) === last.slice(0, 7)) return times.and(String(Number(first.slice(8))), FULL_DAYS.one(last));
  return first === last ? FULL_DAYS.one(first) : FULL_DAYS.range(first, last).replace(/\s*–\s*/, "–");
}

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
  if (date.type === "SET") return recurring(value, date.zone) ?? times.recurring;
  if (value.startsWith("P") && date.type === "DURATION") return period(value) ?? date.text;
  if (isStretch(date)) return stretch(value.split("/"), date, style);
  const known = single(value, date.zone, style);
  if (known) return known;
  if (date.interval) return interval(date.interval);
  return times.refs[/** @type {"PAST_REF"} */ (value)] ?? value;
}

/** One moment, day, month, year or season; null for what is shown by its days. @param {string} value @param {string | null} zone @param {"short" | "long"} style */
function single(value, zone, style) {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)?(?:T(.+))?$/.exec(value) ?? [];
  if (day) return moment(value, style, zone);
  if (time) return times.noDay(clock(time, zone));
  if (/^\d{4}-\d\d$/.test(value)) return MONTHS[style].one(`${value}-01`);
  if (/^\d{4}$/.test(value)) return value;
  const before = /^BC(\d{4})$/.exec(value);
  if (before) return times.beforeChrist(Number(before[1]));
  const season = /^(\d{4})-(SP|SU|FA|AU|WI)$/.exec(value);
  return season ? `${times.seasons[/** @type {"SP"} */ (season[2])]} ${season[1]}` : null;
}

/** Whether a date runs from one time to another. @param {DateMention} date */
export const isStretch = ({ value }) => value !== null && value.includes("/");

/**
 * `Wed 4 May 2022, 08:00 to 18:00`, `9–11 May 2022`, `2007 to 2009`.
 * @param {string[]} ends @param {DateMention} date @param {"short" | "long"} style
 */
function stretch([from, to], { interval: days, text, zone }, style) {
  const [[day, time], [lastDay, lastTime]] = [from.split("T"), to.split("T")];
  if (time && lastTime && day === lastDay) {
    // A zone that both share is said once.
    const first = time.endsWith("Z") === lastTime.endsWith("Z") ? hour(time) : clock(time, zone);
    const hours = times.fromTo(first, clock(lastTime, zone));
    return day ? `${DAY[style].one(day)}, ${hours}` : times.noDay(hours);
  }
  const shape = (/** @type {string} */ end) => end.replaceAll(/\d/g, "0");
  if (shape(from) === shape(to)) {
    if (shape(from) === "0000-00-00") return interval([from, to]);
    if (shape(from) === "0000-00") return MONTHS[style].range(`${from}-01`, `${to}-01`);
  }
  const words = [single(from, zone, style), single(to, zone, style)];
  if (words[0] && words[1]) return times.fromTo(words[0], words[1]);
  return days ? interval(days) : text;
}

/** A time of day with its zone: `11:20 GMT`. @param {string} time @param {string | null} zone as the text names it */
function clock(time, zone) {
  const named = zone === null || zone === "Z" ? time.endsWith("Z") && times.universal : zone;
  return named && /^\d/.test(time) ? `${hour(time)} ${named}` : hour(time);
}

/** `05:40`, `18:00` for an hour alone, `evening` for a part of the day. @param {string} time */
function hour(time) {
  const [, hours, minutes = "00"] = /^(\d\d)(?::(\d\d))?/.exec(time) ?? [];
  return hours ? `${hours}:${minutes}` : times.parts[/** @type {"EV"} */ (time)] ?? time;
}

/** `every Thursday at 21:00`; null where the words say no more than that it recurs. @param {string} value @param {string | null} zone */
function recurring(value, zone) {
  const [days, time] = value.startsWith("P") ? [value, ""] : value.split("T");
  const what = recurringDays(days);
  if (!time || what === null) return what && times.every(what);
  if (time in times.parts) return times.every(what === times.day ? clock(time, zone) : `${what} ${clock(time, zone)}`);
  return times.everyAt(what, clock(time, zone));
}

/** What recurs: `day`, `Thursday`, `May`, `2 days`. @param {string} value */
function recurringDays(value) {
  if (!value || value === "P1D") return times.day;
  const [, weekday, month, season] = /^XXXX-(?:WXX-([1-7])|(\d\d)|(S[PU]|FA|AU|WI))$/.exec(value) ?? [];
  // 5 January 1970 was a Monday.
  if (weekday) return WEEKDAY.one(`1970-01-${String(Number(weekday) + 4).padStart(2, "0")}`);
  if (month) return MONTH.one(`1970-${month}-01`);
  if (season) return times.seasons[/** @type {"SP"} */ (season)];
  if (value === "XXXX-WXX-WE") return times.weekend;
  return value.startsWith("P") ? period(value)?.replace(/^1 /, "") ?? null : null;
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
