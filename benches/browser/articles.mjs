// Articles of about 5 KB for the benchmark: paragraphs of the desk's events in an order drawn from a seed, so that many
// articles tell one thing, often word for word.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const LENGTH = 5000;

/** Numbers from 0 to 1 (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many articles, each a title and paragraphs. */
export function articles(count) {
  const lines = readFileSync(join(import.meta.dirname, "../desk/gold.jsonl"), "utf8").trim().split("\n");
  const texts = lines.flatMap((line) => JSON.parse(line).articles.map(({ text }) => text));
  const paragraphs = texts.flatMap((text) => text.split("\n\n").slice(1));
  const next = random(7);
  const pick = () => paragraphs[Math.floor(next() * paragraphs.length)];
  return Array.from({ length: count }, (_, number) => {
    let text = `Report ${number + 1}`;
    while (text.length < LENGTH) text += `\n\n${pick()}`;
    return text;
  });
}
