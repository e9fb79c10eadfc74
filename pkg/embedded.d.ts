/** The source text of `copydesk.js`, to start a worker from where nothing may be fetched. */
export const glue: string;

/** The bytes of `copydesk_bg.wasm`, in gzip, in base64: for `DecompressionStream`, then `WebAssembly.compile`. */
export const wasmGzip: string;
