/** The source text of `copydesk.js`, to start a worker from where nothing may be fetched. */
export const glue: string;

/** The language model, in gzip, in base64: the middle piece of the module (see `embedded-simd.js`). */
export const model: string;
