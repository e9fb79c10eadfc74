/** Which files are more than plain text, by their names and by how they begin. To be wrong costs a download, no more. */

const NAMED = /\.(html?|xhtml|mht|mhtml|docx|docm|eml|json|jsonl|ndjson|csv|tsv|tab|md|markdown|mdown)$/i;

/** An archive, a page, an object, the headers of a mail, the names of columns. */
const BEGUN = new RegExp([
  "^PK\\x03\\x04", "^\\s*<(!doctype|html|\\?xml|!--|head|body|meta)", "^\\s*\\{",
  "^(from|to|received|return-path|delivered-to|message-id|mime-version|content-type|subject|date|x-[\\w-]+):",
  "^(?=.*\\b(text|body|content|article)\\b)(\"?\\w+\"?[,;\\t])+\"?\\w+\"?\\r?\\n",
].join("|"), "i");

const HEAD = 500;

/** @param {File} file */
export const isMoreThanText = async (file) => NAMED.test(file.name) || BEGUN.test(await file.slice(0, HEAD).text());
