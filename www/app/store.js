/** @import { State } from "./types.d.ts" */

/** @returns {State} */
const initial = () => ({
  articles: [],
  closed: [],
  view: "read",
  desk: {
    asked: null, articles: [], comparison: null, fault: false, open: new Set(), whole: new Set(),
    pick: null, find: "", verdict: "", sort: "differ", person: "", outlet: "", kind: "", printing: false,
  },
  trail: null,
  done: [],
  undone: [],
  toast: null,
  open: null,
  finding: null,
  tab: "figures",
  page: null,
  // Places in a row are many and seldom in doubt: they are shown on demand.
  hidden: new Set(["ordinal"]),
  letters: false,
  over: null,
  progress: null,
  slow: false,
  troubles: [],
  report: true,
  editingDate: false,
  editing: null,
  card: null,
  added: null,
  find: "",
  only: "",
  sort: null,
  picked: null,
  folded: false,
  draft: "",
  kept: "no",
  saved: 0,
  sheet: null,
  requests: 0,
  update: null,
  said: "",
});

/**
 * The whole state of the page, in one place, replaced and never changed.
 * A change is drawn at the next frame, so that hundreds of changes cost one drawing.
 */
export class Store {
  /** @type {State} */
  state = initial();
  #due = false;
  /** @type {(state: State) => void} */
  #draw;

  /** @param {(state: State) => void} draw */
  constructor(draw) {
    this.#draw = draw;
  }

  /** @param {Partial<State>} change */
  set(change) {
    this.state = { ...this.state, ...change };
    if (this.#due) return;
    this.#due = true;
    requestAnimationFrame(() => this.flush());
  }

  /** Draws now what is due, for those who need the page as it will be (to move the focus, say). */
  flush() {
    if (!this.#due) return;
    this.#due = false;
    this.#draw(this.state);
  }
}
