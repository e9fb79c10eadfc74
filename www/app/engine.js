import { glue, model } from "../../pkg/embedded.js";
import { embedded } from "./module.js";
import { serve } from "./worker.js";

const policy = trustedTypesPolicy();

/** Only a blob made by this page may become a script; nothing else in the page can make one. */
function trustedTypesPolicy() {
  /** @param {string} url */
  const createScriptURL = (url) => {
    if (!url.startsWith("blob:")) throw new TypeError(`Not a blob: ${url}`);
    return url;
  };
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): unknown } } }} */ (window);
  return trustedTypes?.createPolicy("copydesk", { createScriptURL }) ?? { createScriptURL };
}

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
  const { before, after } = await embedded;
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
export function startWorker() {
  url ??= URL.createObjectURL(new Blob([
    glue, `\n(${serve.toString()})({ initSync, analyze, analyzeFile, inspect, compare });\n`,
  ], { type: "text/javascript" }));
  return new Worker(/** @type {string} */ (policy.createScriptURL(url)), { type: "module" });
}

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
function bytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
