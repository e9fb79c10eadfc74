/** What `cargo xtask dist` puts in place of the name: SHA-256 of every file, by name, as Subresource Integrity has it. */
declare const PUBLISHED: {
  /** Changes with every file. */
  version: string;
  files: Record<string, string>;
  /** Only for browsers with 128-bit vectors. */
  simd: Record<string, string>;
  /** Only for those without. */
  plain: Record<string, string>;
};
