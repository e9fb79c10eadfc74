/** @import { Trouble } from "./types.d.ts" */

/** How many of the files that have a row need the reader; the others only say how they were read. @param {Trouble[]} troubles */
export const needing = (troubles) => troubles.filter(({ kind }) => kind !== "read").length;
