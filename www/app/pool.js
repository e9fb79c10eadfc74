/** @import { Reply, Request } from "./types.d.ts" */

/** A fault of the engine itself: it trapped, or ran out of memory. */
export class Trap extends Error {
  name = "Trap";
}

/** The engine could not be started at all. */
export class Unstarted extends Error {
  name = "Unstarted";
}

/** The engine took longer than it may. */
export class Overtime extends Error {
  name = "Overtime";
}

/**
 * @typedef {object} Task
 * @property {Request["op"]} op
 * @property {any} payload
 * @property {number} limit milliseconds it may take, once begun
 * @property {AbortSignal | undefined} signal
 * @property {boolean} retried
 * @property {(() => void) | undefined} onBegin
 * @property {(value: any) => void} resolve
 * @property {(fault: unknown) => void} reject
 */

const START_LIMIT = 20_000;

/** Milliseconds that an article of so many bytes may take: 5 s, and 1 s for each 100 KB. @param {number} bytes */
export const timeLimit = (bytes) => 5_000 + bytes / 100;

/** After a task so long a worker is replaced: the memory it has taken is only given back when it ends. */
const HEAVY = timeLimit(4_000_000);

/**
 * Workers that do one task each at a time. A worker that traps, hangs or is cancelled is ended and replaced;
 * a task whose worker trapped is tried once more on a new one.
 */
export class Pool {
  /** @type {Task[]} */
  #waiting = [];
  /** @type {Worker[]} */
  #idle = [];
  #size;
  #alive = 0;
  #nextId = 1;
  #start;
  #compile;

  /**
   * @param {() => Promise<Worker>} start
   * @param {() => Promise<WebAssembly.Module>} compile
   * @param {number} size
   */
  constructor(start, compile, size = Math.max(1, Math.min(navigator.hardwareConcurrency - 1, 4))) {
    this.#start = start;
    this.#compile = compile;
    this.#size = size;
  }

  /**
   * @param {Request["op"]} op
   * @param {object} payload
   * @param {{ limit: number, signal?: AbortSignal, urgent?: boolean, onBegin?: () => void }} options
   *   urgent: before all that wait
   * @returns {Promise<any>} rejects with Trap, Overtime, an AbortError, or the engine's own Error
   */
  run(op, payload, { limit, signal, urgent = false, onBegin }) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const task = { op, payload, limit, signal, retried: false, onBegin, resolve, reject };
      signal?.addEventListener("abort", () => this.#withdraw(task), { once: true });
      if (urgent) this.#waiting.unshift(task);
      else this.#waiting.push(task);
      this.#next();
    });
  }

  /** A task that has not begun leaves the queue; one that has is ended by `#work`. @param {Task} task */
  #withdraw(task) {
    const place = this.#waiting.indexOf(task);
    if (place < 0) return;
    this.#waiting.splice(place, 1);
    task.reject(task.signal?.reason);
  }

  async #next() {
    if (!this.#waiting.length || (!this.#idle.length && this.#alive >= this.#size)) return;
    const task = /** @type {Task} */ (this.#waiting.shift());
    const known = this.#idle.pop();
    if (!known) this.#alive += 1;
    let worker = known;
    try {
      worker ??= await this.#boot();
      task.signal?.throwIfAborted();
      task.onBegin?.();
      task.resolve(await this.#ask(worker, task));
      this.#release(worker, task);
    } catch (fault) {
      this.#fail(task, worker, fault);
    }
    this.#next();
  }

  /** @param {Worker} worker @param {Task} task */
  #release(worker, { limit }) {
    if (limit <= HEAVY) return void this.#idle.push(worker);
    worker.terminate();
    this.#alive -= 1;
  }

  /** @param {Task} task @param {Worker | undefined} worker @param {unknown} fault */
  #fail(task, worker, fault) {
    if (worker && fault instanceof Error && fault.name === "Error") {
      this.#release(worker, task);
    } else {
      worker?.terminate();
      this.#alive -= 1;
    }
    if (fault instanceof Trap && !task.retried && !task.signal?.aborted) {
      task.retried = true;
      this.#waiting.unshift(task);
    } else {
      task.reject(fault);
    }
  }

  async #boot() {
    /** @type {Worker | undefined} */
    let worker;
    try {
      const payload = await this.#compile();
      worker = await this.#start();
      await this.#ask(worker, { op: "init", payload, limit: START_LIMIT, signal: undefined });
      return worker;
    } catch (fault) {
      worker?.terminate();
      throw new Unstarted("The engine did not start", { cause: fault });
    }
  }

  /**
   * @param {Worker} worker
   * @param {Pick<Task, "op" | "payload" | "limit" | "signal">} task
   */
  #ask(worker, { op, payload, limit, signal }) {
    const id = this.#nextId++;
    const over = new AbortController();
    return new Promise((resolve, reject) => {
      const listen = { signal: over.signal };
      const timer = setTimeout(() => reject(new Overtime(`${op} took over ${limit} ms`)), limit);
      over.signal.addEventListener("abort", () => clearTimeout(timer));
      signal?.addEventListener("abort", () => reject(signal.reason), listen);
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        reject(new Trap(event.message));
      }, listen);
      worker.addEventListener("messageerror", () => reject(new Trap("The reply could not be read")), listen);
      worker.addEventListener("message", (/** @type {MessageEvent<Reply>} */ { data }) => {
        if (data.id !== id) return;
        if ("ok" in data) resolve(data.ok);
        else reject(readerFault(data.error));
      }, listen);
      worker.postMessage({ id, op, payload });
    }).finally(() => over.abort());
  }
}

/** Names of the faults that a browser reports when a file is no longer what was chosen. */
const GONE = new Set(["NotFoundError", "NotReadableError", "SecurityError"]);

/** @param {{ name: string, message: string }} error */
function readerFault({ name, message }) {
  if (name === "Error") return new Error(message);
  if (GONE.has(name)) return new DOMException(message, name);
  return new Trap(`${name}: ${message}`);
}
