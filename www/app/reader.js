/** Reads sources into articles, several at once, and keeps an account of what came of each. */

import { findingsOf, foundNothing, overlap, sameFinding, unresolved } from "./findings.js";
import { moment } from "./format.js";
import { Overtime, Trap, Unstarted, timeLimit } from "./pool.js";
import { correctionsOf, textOf } from "./review/corrections.js";
import { LIMIT, article as words, files } from "./strings.js";

/** @import { Analysis, FileAnalysis } from "../../src/api.d.ts" */
/** @import { Pool } from "./pool.js" */
/** @import { Store } from "./store.js" */
/** @import { Article, Finding, Source, Trouble } from "./types.d.ts" */

/** Milliseconds of reading before the page says so: what is quicker would only flicker. */
const SLOW = 200;

/** A sentence for the reader, with what can be done. */
class Unreadable extends Error {
  /** @param {string} what @param {string | null} remedy @param {boolean} again whether trying again may help */
  constructor(what, remedy, again) {
    super(what);
    this.remedy = remedy;
    this.again = again;
  }
}

export class Reader {
  #store;
  #pool;
  #lastArticle = 0;
  #lastTrouble = 0;
  #stop = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #slow;
  /** @type {Map<string, AbortController>} analyses again, by article */
  #again = new Map();

  /** @param {Store} store @param {Pool} pool */
  constructor(store, pool) {
    this.#store = store;
    this.#pool = pool;
  }

  /** Reads all sources; resolves when the last is settled. @param {Source[]} sources */
  async read(sources) {
    if (!sources.length) return;
    this.#begin(sources);
    const open = this.#store.state.open;
    const { signal } = this.#stop;
    const batch = sources.map((source) => ({ source, id: ("from" in source && source.from?.id) || this.newId(), settled: false }));
    /** @type {Source[]} */
    const stopped = [];
    await Promise.all(batch.map(async (one) => {
      try {
        this.#keep(await this.#readOne(one.source, one.id, signal));
      } catch (fault) {
        if (signal.aborted && fault === signal.reason) stopped.push(one.source);
        else this.#report(one.source, fault);
      }
      one.settled = true;
      this.#openFirst(batch, open);
      this.#step();
    }));
    if (stopped.length) this.#reportStopped(stopped);
  }

  /** An id that no article has had. */
  newId() {
    return `a${++this.#lastArticle}`;
  }

  /** Stops reading; what is read stays. */
  cancel() {
    this.#stop.abort();
  }

  /** Says that a drop held nothing to read. */
  refuseDrop() {
    this.refuse(files.dropped, files.noFiles, files.noFilesTodo);
  }

  /** Says that something was not read. @param {string} name @param {string} what @param {string} remedy */
  refuse(name, what, remedy) {
    this.#trouble({ name, kind: "unread", what, remedy, again: [], article: null });
    this.#store.set({ report: true, said: what });
  }

  /** @param {Trouble} trouble */
  again(trouble) {
    this.dismiss(trouble);
    return this.read(trouble.again);
  }

  /** @param {Trouble} trouble */
  dismiss({ id }) {
    this.#store.set({ troubles: this.#store.state.troubles.filter((trouble) => trouble.id !== id) });
  }

  /**
   * Analyses an article again with another day of publication.
   * @param {Article} article @param {string | null} published null for the text's own
   */
  async date(article, published) {
    const dated = await this.revise(article, { published });
    const value = dated?.analysis.published?.value;
    if (dated) this.#store.set({ said: published && value ? words.dated(moment(value, "long"), unresolved(dated.analysis)) : words.undated });
  }

  /**
   * Analyses an article again as the reader wants it; a further change replaces one that is under way.
   * @param {Article} article @param {Partial<Pick<Article, "text" | "published" | "corrections">>} change
   * @returns {Promise<Article | null>} null where another change came between
   */
  async revise(article, change) {
    this.#again.get(article.id)?.abort();
    const stop = new AbortController();
    this.#again.set(article.id, stop);
    const revised = { ...article, ...change };
    const { text, published, corrections } = revised;
    const limit = timeLimit(text.length);
    try {
      /** @type {Analysis} */
      const analysis = await this.#pool.run("analyze", { text, options: { published, corrections } }, { limit, signal: stop.signal, urgent: true });
      this.#replace({ ...revised, analysis });
      return { ...revised, analysis };
    } catch (fault) {
      if (stop.signal.aborted) return null;
      this.#report({ name: article.name, text }, fault, article.id);
      throw fault;
    }
  }

  /** @param {Source[]} sources */
  #begin(sources) {
    const { progress } = this.#store.state;
    if (!progress) {
      this.#stop = new AbortController();
      this.#slow = setTimeout(() => this.#store.set({ slow: true }), SLOW);
    }
    const { done, total, startedAt } = progress ?? { done: 0, total: 0, startedAt: performance.now() };
    this.#store.set({ progress: { done, startedAt, total: total + sources.length, now: sources[0].name }, report: true });
  }

  #step() {
    const { progress, articles, troubles } = this.#store.state;
    if (!progress) return;
    const done = progress.done + 1;
    const over = done === progress.total;
    if (over) clearTimeout(this.#slow);
    this.#store.set(over ? { progress: null, slow: false, said: files.said(articles.length, troubles.length) } : { progress: { ...progress, done } });
  }

  /** @param {Source} source @param {string} id @param {AbortSignal} signal @returns {Promise<Article>} */
  async #readOne(source, id, signal) {
    const onBegin = () => {
      const { progress } = this.#store.state;
      if (progress) this.#store.set({ progress: { ...progress, now: source.name } });
    };
    if ("text" in source) {
      checkSize(source.text.length);
      const { name, text: original, from } = source;
      const { encoding = null, published = null } = from ?? {};
      const { done } = this.#store.state;
      const text = textOf(done, { id, original });
      const corrections = correctionsOf(done, id);
      const analysis = await this.#pool.run("analyze", { text, options: { published, corrections } }, { limit: timeLimit(text.length), signal, onBegin });
      return { id, name, text, original, encoding, analysis, published, corrections };
    }
    const { name, file } = source;
    if (!file) throw new Unreadable(files.gone, files.goneTodo, false);
    checkSize(file.size);
    /** @type {FileAnalysis} */
    const read = await this.#pool.run("analyzeFile", { file, options: null }, { limit: timeLimit(file.size), signal, onBegin });
    const { text, encoding, analysis } = read;
    return { id, name, text, original: text, encoding, analysis, published: null, corrections: [] };
  }

  /** Puts an article in its place in the order of arrival. @param {Article} article */
  #keep(article) {
    const number = (/** @type {Article} */ { id }) => Number(id.slice(1));
    const articles = [...this.#store.state.articles];
    const place = articles.findLastIndex((other) => number(other) < number(article)) + 1;
    articles.splice(place, 0, article);
    this.#store.set({ articles });
    this.#doubt(article);
  }

  /** @param {Article} article */
  #replace(article) {
    const { articles, open, finding, added } = this.#store.state;
    const isAdded = (/** @type {Finding} */ { kind, item }) => kind === added?.kind && overlap([item.start, item.end], added.place);
    const now = added ? findingsOf(article.analysis).order.find(isAdded)?.item.id : undefined;
    const before = articles.find(({ id }) => id === article.id);
    this.#store.set({
      articles: articles.map((other) => (other.id === article.id ? article : other)),
      finding: open === article.id ? now ?? sameFinding(before?.analysis, article.analysis, finding) : finding,
      added: null,
    });
  }

  /**
   * The first article of a batch opens itself, unless the reader has gone elsewhere meanwhile.
   * @param {{ id: string, settled: boolean }[]} batch @param {string | null} before what was open when it began
   */
  #openFirst(batch, before) {
    const { articles, open } = this.#store.state;
    if (open !== before) return;
    for (const { id, settled } of batch) {
      if (!settled) return;
      if (articles.some((article) => article.id === id)) return this.#store.set({ open: id, finding: null, editingDate: false });
    }
  }

  /** @param {Source} source @param {unknown} fault @param {string | null} article */
  #report(source, fault, article = null) {
    const { message, remedy, again } = explain(fault, source);
    this.#trouble({ name: source.name, kind: "unread", what: message, remedy, again: again ? [source] : [], article });
  }

  /** @param {Source[]} sources */
  #reportStopped(sources) {
    this.#trouble({ name: files.stopped(sources.length), kind: "stopped", what: files.stoppedWhat, remedy: null, again: sources, article: null });
  }

  /** What was read but may not be what the reader wanted. @param {Article} article */
  #doubt({ id, name, text, encoding, analysis }) {
    const lost = text.split("\uFFFD").length - 1;
    const row = { name, kind: /** @type {const} */ ("doubt"), again: [], article: id };
    if (lost && encoding) this.#trouble({ ...row, what: files.letters(encoding, lost), remedy: files.lettersTodo });
    if (foundNothing(analysis)) this.#trouble({ ...row, what: files.nothing, remedy: files.nothingTodo });
  }

  /** @param {Omit<Trouble, "id">} trouble */
  #trouble(trouble) {
    this.#store.set({ troubles: [...this.#store.state.troubles, { ...trouble, id: ++this.#lastTrouble }] });
  }
}

/** The engine refuses what is larger; a worker need not be asked. @param {number} size */
function checkSize(size) {
  if (size > LIMIT) throw new Unreadable(files.tooLarge(size), files.tooLargeTodo, false);
}

/** @param {unknown} fault @param {Source} source @returns {Unreadable} */
function explain(fault, source) {
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
