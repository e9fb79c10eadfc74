/** Reads sources into articles, several at once, and keeps an account of what came of each. */

import { findingsOf, foundNothing, overlap, sameFinding, unresolved } from "./findings.js";
import { moment } from "./format.js";
import { isMoreThanText } from "./formats.js";
import { needing } from "./outcomes.js";
import { timeLimit } from "./pool.js";
import { correctionsOf, textOf } from "./review/corrections.js";
import { article as words, files } from "./strings.js";
import { Unreadable, checkSize, explain } from "./unreadable.js";

/** @import { Analysis, FileAnalysis } from "../../src/api.d.ts" */
/** @import { Pool } from "./pool.js" */
/** @import { Store } from "./store.js" */
/** @import { Article, FileSource, Finding, Source, Trouble } from "./types.d.ts" */

/** Milliseconds of reading before the page says so: what is quicker would only flicker. */
const SLOW = 200;

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

  /**
   * Reads all sources; resolves when the last is settled.
   * @param {Source[]} sources @param {string} [place] id of the article that the only one is read in place of
   */
  async read(sources, place) {
    if (!sources.length) return;
    this.#begin(sources);
    const open = this.#store.state.open;
    const { signal } = this.#stop;
    const batch = sources.map((source) => ({ source, id: place ?? (("from" in source && source.from?.id) || this.newId()), settled: false }));
    /** @type {Source[]} */
    const stopped = [];
    await Promise.all(batch.map(async (one) => {
      try {
        this.#keep(one.id, await this.#readOne(one.source, one.id, signal));
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

  /** Reads a file again, in another encoding. @param {Trouble} trouble @param {string} encoding */
  recode({ recode, article }, encoding) {
    if (!recode || !article) return;
    const { troubles } = this.#store.state;
    this.#store.set({ troubles: troubles.filter((other) => !other.article || fileOf(other.article) !== fileOf(article)) });
    return this.read([{ ...recode.source, encoding }], fileOf(article));
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
      const analysis = await this.#pool.run("analyze", { text, options: { ...article.known, published, corrections } }, { limit, signal: stop.signal, urgent: true });
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
    this.#store.set(over ? { progress: null, slow: false, said: files.said(articles.length, needing(troubles)) } : { progress: { ...progress, done } });
  }

  /** @param {Source} source @param {string} id @param {AbortSignal} signal @returns {Promise<Article[]>} */
  async #readOne(source, id, signal) {
    const onBegin = () => {
      const { progress } = this.#store.state;
      if (progress) this.#store.set({ progress: { ...progress, now: source.name } });
    };
    if ("text" in source) {
      checkSize(source.text.length);
      const { name, text: original, from } = source;
      const { encoding = null, published = null, known = null } = from ?? {};
      return [await this.#analyse({ id, name, original, encoding, published, known }, signal, onBegin)];
    }
    const { name, file } = source;
    if (!file) throw new Unreadable(files.gone, files.goneTodo, false);
    checkSize(file.size);
    const whole = { ...source, file };
    if (source.encoding || await isMoreThanText(file)) return this.#import(whole, id, signal, onBegin);
    /** @type {FileAnalysis} */
    const { text, encoding, analysis } = await this.#pool.run("analyzeFile", { file, options: null }, { limit: timeLimit(file.size), signal, onBegin });
    const article = { id, name, text, original: text, encoding, analysis, published: null, corrections: [], known: null };
    // The engine takes all that is no Unicode for Western text; the importer looks at its letters.
    return encoding === "windows-1252" ? this.#import(whole, id, signal, onBegin, article) : [article];
  }

  /**
   * An article with what the reader did to it before.
   * @param {Omit<Article, "text" | "analysis" | "corrections">} article @param {AbortSignal} signal @param {() => void} [onBegin]
   */
  async #analyse(article, signal, onBegin) {
    const { done } = this.#store.state;
    const text = textOf(done, article);
    const corrections = correctionsOf(done, article.id);
    const { published, known } = article;
    /** @type {Analysis} */
    const analysis = await this.#pool.run("analyze", { text, options: { ...known, published, corrections } }, { limit: timeLimit(text.length), signal, onBegin });
    return { ...article, text, analysis, corrections };
  }

  /**
   * Reads a file that is more than text: each article in it by itself, so that one that fails costs no other.
   * @param {FileSource & { file: File }} source @param {string} id @param {AbortSignal} signal @param {() => void} onBegin
   * @param {Article} [western] what the file gives if it is Western text
   * @returns {Promise<Article[]>}
   */
  async #import(source, id, signal, onBegin, western) {
    const importing = await import("./importing.js").catch((fault) => {
      throw new Unreadable(files.noImporter, files.noImporterTodo, true, { cause: fault });
    });
    const found = await importing.importFile(source, { signal, onBegin });
    const published = this.#store.state.articles.find((before) => before.id === id)?.published ?? null;
    const articles = await Promise.all(found.articles.map(async ({ name, text, encoding, outlet, published: day }, index) => {
      if (western?.encoding === encoding) return western;
      const one = {
        id: index ? `${id}.${String(index).padStart(5, "0")}` : id, name: found.articles.length > 1 ? name : source.name,
        original: text, encoding, published, known: { outlet, file_published: day },
      };
      try {
        return await this.#analyse(one, signal);
      } catch (fault) {
        signal.throwIfAborted();
        this.#report({ name: one.name, text }, fault);
      }
    }));
    const { encoding } = found.articles[0];
    const plain = source.pasted || (found.format === "text" && encoding === "utf-8" && !source.encoding);
    if (!plain || found.notes.length) {
      const recode = encoding && !source.pasted ? { source, encoding } : undefined;
      this.#trouble({ name: source.name, kind: "read", ...importing.account(found), again: [], article: id, recode });
    }
    return articles.filter((article) => article !== undefined);
  }

  /** Puts the articles of a file in their place in the order of arrival, instead of what was there. @param {string} file @param {Article[]} read */
  #keep(file, read) {
    const number = (/** @type {Article} */ { id }) => Number(id.slice(1));
    const { articles, open } = this.#store.state;
    const others = articles.filter(({ id }) => fileOf(id) !== file);
    const sorted = [...others, ...read].sort((a, b) => number(a) - number(b));
    const isOpen = open !== null && fileOf(open) === file;
    this.#store.set({ articles: sorted, ...(isOpen ? { open: read[0]?.id ?? null, finding: null } : {}) });
    for (const article of read) this.#doubt(article);
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

/** An article's file: the id of its first article. @param {string} id */
const fileOf = (id) => id.split(".")[0];
