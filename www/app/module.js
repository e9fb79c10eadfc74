import { hasVectors } from "./vectors.js";

/** What both modules share: their JavaScript and the language model. By far the largest file, so it is on its way first. */
export const shared = import("../../pkg/embedded.js");

/** The module that this browser can run, around its language model; the other one is not fetched. */
export const embedded = hasVectors ? import("../../pkg/embedded-simd.js") : import("../../pkg/embedded-plain.js");
