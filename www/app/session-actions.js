/** What the reader takes away, drops back in, has kept and forgotten. */

import { Keeper } from "./keep.js";
import * as screen from "./screen.js";
import { NoSession, isSession, pack, parse, renamed, unpack } from "./session.js";
import { sessions as words } from "./strings.js";

/** @import { Log } from "./log.js" */
/** @import { Pool } from "./pool.js" */
/** @import { Reader } from "./reader.js" */
/** @import { Session } from "./session.js" */
/** @import { Store } from "./store.js" */
/** @import { Article, Format, Source } from "./types.d.ts" */

/** Milliseconds that an export of one article may take. */
const LIMIT = 60_000;

/** @param {Store} store @param {Log} log @param {Reader} reader @param {Pool} pool @param {() => Article | undefined} article */
export function createSessionActions(store, log, reader, pool, article) {
  const packed = () => pack(store.state);
  const keeper = new Keeper(packed, () => store.set({ kept: "failed" }));
  /** What was kept last. @type {unknown[]} */
  let before = [];

  /** Puts a session's articles beside those that are open. @param {Session} session */
  const restore = async ({ articles, done, undone, draft }) => {
    const ids = new Map(articles.map(({ id }) => [id, reader.newId()]));
    const known = new Map();
    const now = store.state;
    const again = now.done.length ? now.undone : renamed(undone, ids, known);
    store.set({ done: [...now.done, ...renamed(done, ids, known)], undone: again, draft: now.draft || draft, saved: now.done.length ? now.saved : done.length });
    await reader.read(articles.map((from) => ({ name: from.name, text: from.text, from: { ...from, id: ids.get(from.id) ?? from.id } })));
  };

  /** @param {Extract<Source, { file: File | null }>} source */
  const open = async ({ name, file }) => {
    try {
      await restore(parse(await (file?.text() ?? "")));
    } catch (fault) {
      reader.refuse(name, fault instanceof NoSession ? fault.message : words.broken, words.todo);
    }
  };

  /** @param {Format} format @param {boolean} all */
  const written = async (format, all) => {
    const { articles } = store.state;
    const of = all ? articles : [article()].filter((one) => one !== undefined);
    const [form, list = null] = format.split(":");
    const payload = { articles: of.map(({ name, text, published, corrections, known }) => ({ name, text, options: { ...known, published, corrections } })), format: form, list };
    const text = /** @type {string} */ (await pool.run("export", payload, { limit: LIMIT * of.length, urgent: true }));
    return { text, name: `${all ? today() : of[0].name.replace(/\.\w+$/, "")}.${words.formats[format].ending}` };
  };

  /** @param {Format} format @param {(made: { text: string, name: string }) => string | Promise<string>} give */
  const take = async (format, give) => {
    try {
      log.tell(await give(await written(format, screen.isChecked("#scope-all"))));
    } catch {
      log.tell(words.failed);
    }
  };

  return {
    /** Sessions are opened; what else there is comes back. @param {Source[]} sources @returns {Source[]} */
    openSessions: (sources) => sources.filter((source) => {
      if ("text" in source || !isSession(source.name)) return true;
      open(source);
      return false;
    }),
    openSave: () => store.set({ sheet: "save" }),
    saveSession: () => {
      screen.download(words.fileName(today()), JSON.stringify(packed()), "application/json");
      store.set({ saved: store.state.done.length });
      log.tell(words.saved);
    },
    /** @param {Format} format */
    download: (format) => take(format, ({ text, name }) => {
      screen.download(name, text, "text/plain");
      return words.exported(name);
    }),
    /** @param {Format} format */
    copyExport: (format) => take(format, ({ text }) => screen.copied(text)),

    /** After every change: what is new is written. */
    changed: () => {
      const { articles, done, undone, draft } = store.state;
      const now = [articles, done, undone, draft];
      if (now.every((one, i) => one === before[i])) return;
      before = now;
      keeper.changed();
    },
    /** Takes up what was kept, when the page opens. */
    takeUp: async () => {
      if (!keeper.isOn) return;
      store.set({ kept: "yes" });
      try {
        const sessions = (await keeper.takeUp()).map(unpack);
        for (const session of sessions) await restore(session);
        await keeper.settled();
        const n = sessions.reduce((sum, { articles }) => sum + articles.length, 0);
        if (n) log.tell(words.restored(n));
      } catch {
        store.set({ kept: "failed" });
      }
    },
    keep: async () => {
      store.set({ kept: "yes" });
      await keeper.start().catch(() => store.set({ kept: "failed" }));
    },
    askForget: () => store.set({ sheet: "forget" }),
    forget: async () => {
      screen.closeSheet();
      store.set({ articles: [], closed: [], open: null, finding: null, editing: null, done: [], undone: [], saved: 0, draft: "", troubles: [], view: "read", trail: null, kept: "no" });
      log.tell(words.forgotten);
      await keeper.forget().catch(() => store.set({ kept: "failed" }));
    },
    /** Whether closing the tab would lose what the reader did. */
    isUnsaved: () => store.state.kept !== "yes" && store.state.done.length > store.state.saved,
  };
}

const today = () => new Date().toISOString().slice(0, 10);
