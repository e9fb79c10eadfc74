/**
 * Keeps a session on this machine, once the reader has asked for it. Every tab keeps its own, under a lock that tells
 * the others that it is in use: what a closed or lost tab has left behind is taken up by the next one.
 */

import { createStore, del, entries, keys, set } from "../vendor/idb-keyval/dist/index.js";

/** Milliseconds after a change before it is written. */
const PAUSE = 300;

const ON = "copydesk-keep";

export class Keeper {
  #id = crypto.randomUUID();
  #store = createStore("copydesk", "sessions");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #due;
  #pack;
  #failed;
  /** Ids of what was taken up, and not yet written under this tab's own. @type {IDBValidKey[]} */
  #left = [];

  /** @param {() => object} pack what is to be kept @param {() => void} failed when it could not be */
  constructor(pack, failed) {
    this.#pack = pack;
    this.#failed = failed;
    addEventListener("pagehide", () => this.#due && this.#write());
  }

  /** Whether the reader has asked for it, in this tab or before. */
  get isOn() {
    return localStorage.getItem(ON) !== null;
  }

  /** Takes up what no tab has open; to be called once. @returns {Promise<unknown[]>} */
  async takeUp() {
    await this.#lock();
    const held = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
    const left = (await entries(this.#store)).filter(([id]) => !held.has(lockOf(String(id))));
    this.#left = left.map(([id]) => id);
    return left.map(([, session]) => session);
  }

  /** What was taken up stands in this tab, and is kept as its own. */
  async settled() {
    await this.#write();
    await Promise.all(this.#left.map((id) => del(id, this.#store)));
    this.#left = [];
  }

  /** From now on. */
  async start() {
    localStorage.setItem(ON, "");
    await this.#lock();
    await this.#write();
  }

  /** After a change. */
  changed() {
    if (!this.isOn) return;
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.#write(), PAUSE);
  }

  /** No longer, and nothing stays. */
  async forget() {
    clearTimeout(this.#due);
    localStorage.removeItem(ON);
    for (const id of await keys(this.#store)) await del(id, this.#store);
  }

  async #write() {
    clearTimeout(this.#due);
    this.#due = undefined;
    await set(this.#id, this.#pack(), this.#store).catch(this.#failed);
  }

  /** Held until the tab is gone. */
  async #lock() {
    await new Promise((held) => {
      navigator.locks.request(lockOf(this.#id), { ifAvailable: true }, () => {
        held(undefined);
        return new Promise(() => {});
      });
    });
  }
}

/** @param {string} id */
const lockOf = (id) => `copydesk-session-${id}`;
