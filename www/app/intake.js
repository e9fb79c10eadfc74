/** Files, folders and pasted text on their way in. */

import { first } from "./strings.js";

/** @import { Source } from "./types.d.ts" */

/** A folder may hold what no reader put there. */
const HIDDEN = /^(\..*|Thumbs\.db|desktop\.ini|__MACOSX)$/i;

/** @param {Iterable<File>} files @returns {Source[]} */
export const fromFiles = (files) =>
  [...files].filter(({ name }) => !HIDDEN.test(name)).map((file) => ({ name: file.webkitRelativePath || file.name, file }));

/** @param {string} text @returns {Source} */
export const fromText = (text) => ({ name: first.pasted, text: text.toWellFormed() });

/**
 * What was copied: as a piece of a page if that has paragraphs that the plain text has lost, else as text.
 * @param {DataTransfer} data @returns {Source[]}
 */
export function fromClipboard(data) {
  const text = data.getData("text/plain");
  const html = data.getData("text/html");
  const lines = text.split(/\n|\r/).filter((line) => line.trim()).length;
  const blocks = html.match(/<(p|h[1-6]|li|blockquote|tr)[\s>]/gi)?.length ?? 0;
  if (blocks > lines) return [{ name: first.pasted, file: new File([html], "pasted.html"), pasted: true }];
  return text.trim() ? [fromText(text)] : [];
}

/**
 * Everything in a drop: its files, those in its folders, or else its text. The entries have to be taken from it
 * before this returns, as a drop is emptied once its event is over.
 * @param {DataTransfer} transfer
 * @returns {Promise<Source[]>}
 */
export async function fromTransfer(transfer) {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const taken = items.map((item) => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));
  const copied = fromClipboard(transfer);
  const sources = await Promise.all(taken.map(({ entry, file }) => {
    if (entry?.isDirectory) return fromFolder(/** @type {FileSystemDirectoryEntry} */ (entry));
    return file ? fromFiles([file]) : [];
  }));
  return items.length ? sources.flat() : copied;
}

/** @param {FileSystemDirectoryEntry} folder @returns {Promise<Source[]>} */
async function fromFolder(folder) {
  const sources = [];
  for (const entry of await entriesOf(folder)) {
    if (HIDDEN.test(entry.name)) continue;
    if (entry.isDirectory) sources.push(...await fromFolder(/** @type {FileSystemDirectoryEntry} */ (entry)));
    else sources.push(await fromEntry(/** @type {FileSystemFileEntry} */ (entry)));
  }
  return sources;
}

/** All entries of a folder, in the order of their names; a browser hands out a hundred at a time. @param {FileSystemDirectoryEntry} folder */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)).catch(() => []);
    if (!some.length) return all.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
    all.push(...some);
  }
}

/** A file that can no longer be opened stays in the list, and is reported when it is read. @param {FileSystemFileEntry} entry @returns {Promise<Source>} */
async function fromEntry(entry) {
  const name = entry.fullPath.replace(/^\//, "");
  return new Promise((resolve) => {
    entry.file((file) => resolve({ name, file }), () => resolve({ name, file: null }));
  });
}
