export * from "./embedded-simd.js";
