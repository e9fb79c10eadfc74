/** Files that are more than text: fetched, with the module that reads them, only when such a file comes. */

import { glue, wasm } from "../../pkg/importer.js";
import { starter, unpacked } from "./engine.js";
import { Pool, timeLimit } from "./pool.js";
import { encodings, imported as words } from "./strings.js";

/** @import { FileSource, Import } from "./types.d.ts" */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
const start = starter(glue, "initSync, importFile");

/** Two at most: most of the work is the engine's. */
const pool = new Pool(async () => start(), () => (compiled ??= unpacked(wasm).then((blob) => blob.arrayBuffer()).then(WebAssembly.compile)), 2);

/** How many notes are told; the others are counted. */
const TOLD = 4;

/**
 * The articles in a file.
 * @param {FileSource & { file: File }} source @param {{ signal: AbortSignal, onBegin: () => void }} options
 * @returns {Promise<Import>}
 */
export async function importFile({ file, encoding }, { signal, onBegin }) {
  return JSON.parse(await pool.run("import", { file, encoding }, { limit: timeLimit(file.size), signal, onBegin }));
}

/** @param {string} label @returns {string} */
const nameOf = (label) => encodings[/** @type {keyof typeof encodings} */ (label.toLowerCase())] ?? label;

/** What a file was read as, and what was found in it. @param {Import} found */
export function account({ format, articles, notes }) {
  const [first, ...others] = articles;
  const text = format === "web-page" && !notes.length ? words.main : words.text;
  const { title, outlet, published: date, author } = first;
  const parts = Object.entries({ title, outlet, date, author }).filter(([, value]) => value).map(([key]) => words.parts[/** @type {"title"} */ (key)]);
  const what = others.length ? words.articles(articles.length) : words.found([text, ...parts]);
  return {
    what: format === "text" && first.encoding ? words.readAs(nameOf(first.encoding)) : words.as(words.formats[format], what),
    remedy: [...notes.slice(0, TOLD), ...(notes.length > TOLD ? [words.more(notes.length - TOLD)] : [])].join(" ") || null,
  };
}
