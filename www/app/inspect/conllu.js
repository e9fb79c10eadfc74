/** @import { Sentence } from "../../../src/api.d.ts" */

/** A sentence as CoNLL-U, as `copydesk parse` writes it, with lemmas and names in full (there: their proper nouns). @param {string} text @param {Sentence} sentence @returns {string} */
export function conllu(text, sentence) {
  const rows = sentence.tokens.map((token, at) => {
    const next = sentence.tokens[at + 1];
    const name = iob(sentence, at);
    const misc = [next?.start === token.end && "SpaceAfter=No", name && `Name=${name}`].filter(Boolean).join("|");
    const head = token.head === null ? 0 : token.head + 1;
    return [at + 1, token.form, token.lemma ?? "_", token.tag, token.fine_tag, "_", head, token.relation, "_", misc || "_"].join("\t");
  });
  const written = text.slice(sentence.start, sentence.end).replace(/\s+/g, " ");
  return [`# text = ${written}`, ...rows, "", ""].join("\n");
}

/** `B-PER` for the first token of a name, `I-PER` for the others; null outside. @param {Sentence} sentence @param {number} at */
export function iob({ names }, at) {
  const name = names.find(({ tokens: [first, end] }) => first <= at && at < end);
  // Treebanks have three kinds of names; a people is written as its persons are.
  return name ? `${name.tokens[0] === at ? "B" : "I"}-${name.kind === "NORP" ? "PER" : name.kind}` : null;
}
