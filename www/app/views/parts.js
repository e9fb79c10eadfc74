/** Small pieces that several views share. */

import { html, nothing } from "../../vendor/lit-html/lit-html.js";

/** @param {string} words */
export const capital = (words) => words.charAt(0).toLocaleUpperCase("en") + words.slice(1);

/** @param {string} key */
export const kbd = (key) => html`<kbd>${key}</kbd>`;

/** @param {readonly string[]} keys */
export const kbds = (keys) => keys.map((key, i) => html`${i ? " " : nothing}${kbd(key)}`);

/** Words that stand around a name, which may be in any script. @param {readonly string[]} words the name is the second */
export const around = ([before, name, after]) => html`${before}<bdi>${name}</bdi>${after}`;

/** @param {1 | 2 | 3} sure */
export const dots = (sure) => html`<span class="sure" aria-hidden="true">${[1, 2, 3].map((n) => html`<i class=${n <= sure ? "on" : nothing}></i>`)}</span>`;
