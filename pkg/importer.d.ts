/** The source of a module with `initSync` and `importFile(name, bytes, encoding)`, to start a worker from. */
export const glue: string;

/** The WebAssembly that belongs to it, in gzip, in base64: for `DecompressionStream` and `WebAssembly.compile`. */
export const wasm: string;
