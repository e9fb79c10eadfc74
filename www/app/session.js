/**
 * A session as a file: the articles as they were read, and all that the reader did. `docs/session.md` says what is in
 * it; what another version wrote is read as far as it is known.
 */

import { sessions as words } from "./strings.js";

/** @import { Act, SessionArticle, State } from "./types.d.ts" */

export const FORMAT = "copydesk-session";
const VERSION = 1;

/** A file that holds no session, or one that cannot be read; its message is a sentence for the reader. */
export class NoSession extends Error {}

/** @param {string} name */
export const isSession = (name) => /\.copydesk\.json$/i.test(name);

/** @typedef {{ articles: SessionArticle[], done: Act[], undone: Act[], draft: string }} Session */

/** @param {State} state */
export const pack = ({ articles, done, undone, draft, closed }) => ({
  format: FORMAT,
  version: VERSION,
  articles: articles.map(({ id, name, original, encoding, published, known }) => ({ id, name, text: original, encoding, published, known })),
  done: without(done, closed), undone: without(undone, closed), draft,
});

/** Acts but those that concern articles which are not in the session. @param {Act[]} acts @param {{ id: string }[]} articles */
const without = (acts, articles) => acts.filter((act) => act.kind !== "close" && !("article" in act && articles.some(({ id }) => id === act.article)));

/** @param {any} value @returns {Session} */
export function unpack(value) {
  if (value?.format !== FORMAT || !Array.isArray(value.articles)) throw new NoSession(words.none);
  if (value.version > VERSION) throw new NoSession(words.newer);
  const articles = value.articles.filter(isArticle).map(tidy);
  if (articles.length < value.articles.length) throw new NoSession(words.broken);
  return { articles, done: acts(value.done), undone: acts(value.undone), draft: text(value.draft) };
}

/** @param {string} json */
export function parse(json) {
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    throw new NoSession(words.broken);
  }
  return unpack(value);
}

/** @param {unknown} value */
const text = (value) => (typeof value === "string" ? value : "");
/** @param {unknown} value */
const textOrNull = (value) => (typeof value === "string" ? value : null);

/** @param {any} value */
const dayOrNull = (value) => (/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(value) ? value : null);

/** @param {any} one */
const isArticle = (one) => typeof one?.id === "string" && typeof one.text === "string";

/** @param {any} one @returns {SessionArticle} */
const tidy = ({ id, name, text: words, encoding, published, known }) => ({
  id, name: text(name), text: words.toWellFormed(), encoding: textOrNull(encoding), published: dayOrNull(published),
  known: known ? { outlet: textOrNull(known.outlet), file_published: dayOrNull(known.file_published) } : null,
});

/** What a member of a list says of itself. @type {Record<Act["kind"], (act: any) => boolean>} */
const WHOLE = {
  review: ({ article, correction }) => typeof article === "string" && typeof correction?.at?.exact === "string" && typeof correction.at.start === "number",
  close: () => false,
  text: ({ article, text }) => typeof article === "string" && typeof text === "string",
  correct: ({ members }) => Array.isArray(members) && members.every((member) => Array.isArray(member) && typeof member[0] === "string"),
  dismiss: ({ key }) => typeof key === "string",
  restore: ({ key }) => typeof key === "string",
};

/** The acts that can be understood. @param {unknown} list @returns {Act[]} */
const acts = (list) => (Array.isArray(list) ? list : [])
  .filter((act) => WHOLE[/** @type {Act["kind"]} */ (act?.kind)]?.(act))
  .map((act) => ({ ...act, words: text(act.words), at: Number(act.at) || 0 }));

/**
 * Acts with the ids that their articles have now. A correction that is withdrawn later stays the same object in both.
 * @param {Act[]} acts @param {Map<string, string>} ids @param {Map<string, object>} [corrections]
 * @returns {Act[]}
 */
export function renamed(acts, ids, corrections = new Map()) {
  const id = (/** @type {string} */ old) => ids.get(old) ?? old;
  return acts.map((act) => {
    if (act.kind === "correct") return { ...act, members: act.members.map(([article, name]) => [id(article), name]) };
    if (act.kind === "text") return { ...act, article: id(act.article) };
    if (act.kind !== "review") return act;
    const key = JSON.stringify([act.article, act.correction]);
    const correction = /** @type {typeof act.correction} */ (corrections.get(key) ?? act.correction);
    corrections.set(key, correction);
    return { ...act, article: id(act.article), correction };
  });
}
