/** What the reader can do on the Desk. */

import { findingOf } from "../findings.js";
import * as screen from "../screen.js";
import { counterpart, findingIn, groupKey, outletOf, personKey, placeKey, publishedDay, valueOf } from "./model.js";
import { moment } from "../format.js";
import { idOf } from "./splits.js";
import { page, people, splits } from "./strings.js";

/** @import { Claim, FigureGroup, Member, Person, Place } from "../../../src/api.d.ts" */
/** @import { Log } from "../log.js" */
/** @import { Store } from "../store.js" */
/** @import { Desk, Stop } from "../types.d.ts" */

/** @param {Store} store @param {Log} log @param {{ open: (id: string) => void, go: (id: string) => void }} reading */
export function createDeskActions(store, log, { open, go }) {
  /** Where the reader was in each view. @type {Record<"read" | "desk", { y: number, id: string } | undefined>} */
  const left = { read: undefined, desk: undefined };

  const desk = () => store.state.desk;
  /** @param {Partial<Desk>} change */
  const set = (change) => store.set({ desk: { ...desk(), ...change } });
  const leave = () => void (left[store.state.view] = { y: scrollY, id: document.activeElement?.id ?? "" });

  /** @param {"open" | "whole"} name @param {string} key @param {boolean} [on] */
  const toggle = (name, key, on = !desk()[name].has(key)) => {
    const keys = new Set(desk()[name]);
    if (on) keys.add(key);
    else keys.delete(key);
    set({ [name]: keys });
  };

  /** @param {Stop} stop */
  const visit = ({ article: id, finding, start, end }) => {
    const article = store.state.articles.find((article) => article.id === id);
    if (!article) return;
    open(id);
    // After another analysis the id may stand for something else.
    const named = findingOf(article.analysis, finding)?.item;
    const there = named && named.start < end && start < named.end ? named.id : findingIn(article, [start, end]);
    if (there) go(there);
  };

  /** Opens the text at the first of several places, with the way to the others and back. @param {(Place & { id?: string, date?: string, quote?: string | null })[]} places */
  const openPlaces = (places) => {
    const stops = places.map(({ article, start, end, id, date, quote }) => (
      { article: desk().articles[article].id, finding: id ?? date ?? quote ?? null, start, end }));
    leave();
    store.set({ trail: { stops, at: 0 } });
    visit(stops[0]);
  };

  /** @param {"read" | "desk"} view */
  const show = (view) => {
    if (view === store.state.view || store.state.articles.length < 2) return;
    leave();
    store.set({ view, trail: null, said: view === "desk" ? page.opened : "" });
    store.flush();
    screen.restore(left[view]);
  };

  /** Does something that takes away what has the focus. @param {() => void} change @param {string} otherwise selector of what gets it if there is no neighbour */
  const away = (change, otherwise) => {
    const item = document.activeElement?.closest(".split, .checks > li");
    const next = item?.nextElementSibling ?? item?.previousElementSibling;
    change();
    if (item?.isConnected && item.contains(document.activeElement)) return;
    const target = /** @type {HTMLElement | null | undefined} */ (next?.isConnected ? next.querySelector("summary, button") : null);
    if (target) target.focus();
    else screen.focusOn(otherwise);
  };

  return {
    set, openPlaces,
    show,
    showRead: () => show("read"),
    showDesk: () => show("desk"),
    /** @param {"read" | "desk"} view @returns {(event: Event) => void} */
    viewLink: (view) => (event) => {
      event.preventDefault();
      show(view);
    },
    again: () => set({ asked: null, fault: false }),
    /** @param {boolean} printing */
    printing: (printing) => {
      set({ printing });
      store.flush();
    },

    /** @param {number} article @param {string} id */
    openFinding: (article, id) => {
      const item = findingOf(desk().articles[article].analysis, id)?.item;
      if (item) openPlaces([{ article, start: item.start, end: item.end, id }]);
    },
    nextStop: () => {
      const { trail } = store.state;
      if (!trail) return;
      const at = (trail.at + 1) % trail.stops.length;
      store.set({ trail: { ...trail, at } });
      visit(trail.stops[at]);
    },

    /** Selects a number and the one to compare it with, and shows both sentences. @param {FigureGroup} group @param {Claim} claim */
    pick: (group, claim) => {
      const key = groupKey(desk(), group);
      const other = counterpart(group.claims, claim);
      const pair = other ? [claim, other] : [claim];
      const said = pair.map((one) => `${outletOf(desk().articles[one.article])} ${valueOf(desk(), one)}`).join(` ${splits.beside} `);
      store.set({ said: `${group.label}: ${said}` });
      set({ pick: { group: key, claims: pair.map((one) => placeKey(desk(), one)) }, open: new Set(desk().open).add(key) });
      store.flush();
      if (!document.getElementById(`open-${idOf(key)}`)) toggle("whole", group.verdict);
      store.flush();
      screen.showPair(`#open-${idOf(key)}`);
    },
    /** Lets go of the pair; true if there was one. */
    unpick: () => {
      const first = desk().pick?.claims[0];
      if (!first) return false;
      set({ pick: null });
      store.flush();
      screen.focusOn(`#claim-${first}`);
      return true;
    },

    /** @param {string} key */
    toggle: (key) => toggle("open", key),
    /** A disagreement was opened or closed by the browser. @param {string} key @param {boolean} open */
    toggled: (key, open) => {
      if (!desk().printing && desk().open.has(key) !== open) toggle("open", key, open);
    },
    /** @param {string} list */
    whole: (list) => {
      const heading = document.activeElement?.closest(".block")?.querySelector("h2");
      toggle("whole", list, true);
      store.flush();
      heading?.focus({ preventScroll: true });
    },

    /** @param {string} key @param {string} what @param {boolean} dismissed whether it was before: then it comes back */
    dismiss: (key, what, dismissed) => away(() => log.add({
      kind: dismissed ? "restore" : "dismiss", key, words: dismissed ? page.didRestore(what) : page.didDismiss(what),
    }), `#h-${document.activeElement?.closest(".block")?.id}`),

    /** @param {Claim[]} claims */
    copy: async (claims) => {
      const lines = claims.map((claim) => {
        const article = desk().articles[claim.article];
        const day = publishedDay(article);
        return splits.copy(article.text.slice(...claim.sentence), outletOf(article), day ? moment(day, "long") : "");
      });
      log.tell(await screen.copied(lines.join("\n\n"), splits.copied));
    },

    /** Opens or closes the form that puts a person together with another, or apart. @param {string} key @param {string} id */
    edit: (key, id) => {
      toggle("open", `edit ${key}`);
      store.flush();
      screen.focusOn(`#same-${id}`);
    },
    /** @param {SubmitEvent} event @param {Person} person */
    merge: (event, person) => {
      event.preventDefault();
      const key = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get("other");
      const other = desk().comparison?.people.find((one) => personKey(desk(), one) === key);
      if (!other) return;
      toggle("open", `edit ${personKey(desk(), person)}`, false);
      log.add({ kind: "correct", split: false, members: [known(person.members[0]), known(other.members[0])], words: people.merged(person.name, other.name) });
      screen.focusOn("#h-people");
    },
    /** @param {Member} member */
    split: (member) => {
      log.add({ kind: "correct", split: true, members: [known(member)], words: people.split(member.names[0], outletOf(desk().articles[member.article])) });
      screen.focusOn("#h-people");
    },
  };

  /** A name in an article, wherever the article stands in the list. @param {Member} member @returns {[string, string]} */
  function known({ article, names }) {
    return [desk().articles[article].id, names[0]];
  }
}
