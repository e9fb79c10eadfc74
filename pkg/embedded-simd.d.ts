/** What stands before the language model in the module, in gzip, in base64: for `DecompressionStream`. */
export const before: string;

/** What stands after it. The three pieces one after the other are for `WebAssembly.compile`. */
export const after: string;
