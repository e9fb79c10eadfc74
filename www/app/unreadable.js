/** Why a source could not be read, in words. */

import { Overtime, Trap, Unstarted, timeLimit } from "./pool.js";
import { LIMIT, files } from "./strings.js";

/** @import { Source } from "./types.d.ts" */

/** A sentence for the reader, with what can be done. */
export class Unreadable extends Error {
  /** @param {string} what @param {string | null} remedy @param {boolean} again whether trying again may help @param {ErrorOptions} [options] */
  constructor(what, remedy, again, options) {
    super(what, options);
    this.remedy = remedy;
    this.again = again;
  }
}

/** The engine refuses what is larger; a worker need not be asked. @param {number} size */
export function checkSize(size) {
  if (size > LIMIT) throw new Unreadable(files.tooLarge(size), files.tooLargeTodo, false);
}

/** @param {unknown} fault @param {Source} source @returns {Unreadable} */
export function explain(fault, source) {
  if (fault instanceof Unreadable) return fault;
  if (fault instanceof DOMException) return new Unreadable(files.gone, files.goneTodo, true);
  const size = "text" in source ? source.text.length : source.file?.size ?? 0;
  if (fault instanceof Overtime) return new Unreadable(files.overtime(timeLimit(size) / 1000), files.overtimeTodo, true);
  if (fault instanceof Unstarted) return new Unreadable(files.unstarted, files.unstartedTodo, true);
  if (fault instanceof Trap) return new Unreadable(files.trap, files.trapTodo, true);
  // The engine's own: a sentence on what happened, and often one on what to do.
  const [what, ...remedy] = String(fault instanceof Error ? fault.message : fault).split(/(?<=\.) /);
  return new Unreadable(what, remedy.join(" ") || files.engineTodo, false);
}
