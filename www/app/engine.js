import { embedded, shared } from "./module.js";
import { scriptUrl } from "./policy.js";
import { serve } from "./worker.js";

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {string | undefined} */
let url;

/** The engine, compiled once and handed to every worker. */
export function compile() {
  compiled ??= whole().then((wasm) => WebAssembly.compile(wasm));
  return compiled;
}

/** The module, put together from its three pieces. */
async function whole() {
  const [{ model }, { before, after }] = await Promise.all([shared, embedded]);
  const pieces = await Promise.all([before, model, after].map((piece) => unzipped(bytes(piece))));
  return new Blob(pieces).arrayBuffer();
}

/** @param {Uint8Array<ArrayBuffer>} zipped */
function unzipped(zipped) {
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).blob();
}

/**
 * A worker with the engine's glue in it, not yet started. It comes from a blob because only such a worker
 * inherits the policy of the page; it loads nothing itself.
 */
export async function startWorker() {
  const { glue } = await shared;
  url ??= URL.createObjectURL(new Blob([
    classic(glue), `\n(${serve.toString()})({ initSync, analyze, analyzeFile, inspect, compare, exportArticles });\n`,
  ], { type: "text/javascript" }));
  return new Worker(scriptUrl(url));
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
