/** Engines that misbehave, to be served in place of the real one. They find nothing, and stumble over given words. */

import { gzipSync } from "node:zlib";

const zipped = (bytes) => gzipSync(Buffer.from(bytes, "latin1")).toString("base64");

/** A module with nothing in it, around a model with nothing in it, as the embedded*.js carry them. */
const EMPTY_MODULE = `export const before = "${zipped("\0asm\x01\0\0\0")}", model = "${zipped("")}", after = "${zipped("")}";\n`;

const ANALYZE = `
function initSync({ module }) { new WebAssembly.Instance(module); }
function analyze(text) {
  stumble(text);
  const paragraphs = text ? [{ start: 0, end: text.length, kind: "text" }] : [];
  return { title: null, outlet: null, published: { value: "2026-05-12", source: "text", span: null }, words: 1, paragraphs,
    segments: [], figures: [], quotes: [], speakers: [], entities: [], dates: [], checks: [], brief: new TextEncoder().encode(text) };
}
function exportArticles() {
  return "";
}
function inspect(text) {
  stumble(text);
  return { sentences: [] };
}
function analyzeFile(file) {
  const text = new FileReaderSync().readAsText(file);
  return { text, encoding: "utf-8", analysis: analyze(text), timing: { read: 0, analysis: 0 } };
}`;

const NOTHING = { people: [], figures: [], quotes: [], events: [], checks: [] };

/** @param {string} stumble body of a function of \`text\` @param {string} compare body of a function of \`briefs\` and \`corrections\` */
const engine = (stumble, compare = `return ${JSON.stringify(NOTHING)};`) =>
  `export const glue = ${JSON.stringify(`function stumble(text) { ${stumble} }\nfunction compare(briefs, corrections) { ${compare} }\n${ANALYZE}`)};\n${EMPTY_MODULE}`;

/** Never ends on a text that says "hang". */
export const hanging = engine('if (text.includes("hang")) for (;;);');

/** Traps on a text that says "trap". */
export const trapping = engine('if (text.includes("trap")) throw new WebAssembly.RuntimeError("unreachable");');

/** Traps in its second task, whatever it is, and is useless from then on: only a new worker helps. */
export const weary = engine("self.tasks = (self.tasks ?? 0) + 1; if (self.tasks > 1) throw new WebAssembly.RuntimeError('unreachable');");

/** Takes a twentieth of a second for each text. */
export const slow = engine("const end = performance.now() + 50; while (performance.now() < end);");

/** Refuses to compare, the first time. */
export const refusing = engine("", `self.compared = (self.compared ?? 0) + 1; if (self.compared === 1) throw new Error('Made by another version.'); return ${JSON.stringify(NOTHING)};`);

/** Takes half a second to compare, and says in the name of a person how many corrections there were. */
export const counting = engine("", `const end = performance.now() + 500; while (performance.now() < end);
  const member = (article) => ({ article, id: "n1", names: ["Ida " + article], quotes: [] });
  const person = { name: corrections.length + " corrections", kind: "person", roles: [], members: [member(0), member(1)], mentions: [] };
  return { ...${JSON.stringify(NOTHING)}, people: [person] };`);

/**
 * The real engine, which puts one figure first that is given: what the page shows of it does not hang on how the engine
 * weighs words. @param {import("../../../src/api.d.ts").FigureGroup} group
 */
export const pinned = (group) => (part) => (part.includes("export const glue")
  ? `${part.replace("export const glue", "const own")}
export const glue = own + ${JSON.stringify(`
const compareAll = compare;
compare = (briefs, corrections) => {
  const group = ${JSON.stringify(group)};
  const all = compareAll(briefs, corrections);
  const pinned = group.claims.every(({ article }) => article < briefs.length);
  return pinned ? { ...all, figures: [group, ...all.figures.filter(({ label }) => label !== group.label)] } : all;
};`)};` : part);

/** Whatever the articles are, this is what they say together. @param {Partial<import("../../../src/api.d.ts").Comparison>} comparison */
export const comparing = (comparison) => engine("", `return ${JSON.stringify({ ...NOTHING, ...comparison })};`);

/** Does not start. */
export const broken = `export const glue = "function initSync() { throw new WebAssembly.LinkError('no memory'); } function analyze() {} function inspect() {} function analyzeFile() {} function compare() {} function exportArticles() {}";\n${EMPTY_MODULE}`;
