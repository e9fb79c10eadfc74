/** Numbers and plurals, through Intl. */

/** English with days before months; the words in strings.js are in the same. */
export const LOCALE = "en-GB";
export const numbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 3 });
const plurals = new Intl.PluralRules(LOCALE);

/** @param {number} n */
export const number = (n) => numbers.format(n);

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** A formatter, made once: to make one costs more than to use it a hundred times. @param {Intl.NumberFormatOptions} options */
export function numberFormat(options) {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  formats.set(key, format);
  return format;
}

/** `1 file`, `3 files`. @param {number} n @param {string} one @param {string} other */
export const count = (n, one, other) => `${number(n)} ${plurals.select(n) === "one" ? one : other}`;

/** @param {number} n @param {string} unit a unit that Intl knows */
export const duration = (n, unit) =>
  numberFormat({ style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 }).format(n);

/** Bytes in megabytes, rounded up, so that what is over a limit never reads as the limit. @param {number} n */
export const megabytes = (n) => numberFormat({ style: "unit", unit: "megabyte" }).format(Math.ceil(n / 1e6));
