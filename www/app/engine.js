import { embedded, shared } from "./module.js";
import { scriptUrl } from "./policy.js";
import { serve } from "./worker.js";

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/** The engine, compiled once and handed to every worker. */
export function compile() {
  compiled ??= whole().then((wasm) => WebAssembly.compile(wasm));
  return compiled;
}

/** The module, put together from its three pieces. */
async function whole() {
  const [{ model }, { before, after }] = await Promise.all([shared, embedded]);
  const pieces = await Promise.all([before, model, after].map(unpacked));
  return new Blob(pieces).arrayBuffer();
}

/** What a script of the package carries as text. @param {string} base64 */
export function unpacked(base64) {
  const stream = new Blob([bytes(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).blob();
}

/**
 * Makes workers with a module's glue in them, which serve these functions of it; not yet started. They come from a
 * blob because only such a worker inherits the policy of the page; they load nothing themselves.
 * @param {string} glue @param {string} functions
 */
export function starter(glue, functions) {
  /** @type {string | undefined} */
  let url;
  return () => {
    url ??= URL.createObjectURL(new Blob([classic(glue), `\n(${serve.toString()})({ ${functions} });\n`], { type: "text/javascript" }));
    return new Worker(scriptUrl(url));
  };
}

/** @type {(() => Worker) | undefined} */
let start;

/** A worker of the engine. */
export async function startWorker() {
  const { glue } = await shared;
  start ??= starter(glue, "initSync, analyze, analyzeFile, inspect, compare, exportArticles");
  return start();
}

/**
 * The glue as a classic script: Chromium starts no module as the worker of a page that was opened from the disk. What
 * only `init` needs goes with it, as the worker is given its module.
 * @param {string} glue
 */
const classic = (glue) => `"use strict";\n${glue.replace(/^export (\{.*\};)?/gm, "").replaceAll("import.meta.url", "undefined")}`;

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
function bytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
