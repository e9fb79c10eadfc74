/** Where the arcs and bands of a sentence go. Pure reckoning, in the units of the drawing. */

/** Between the columns of two tokens. */
const GAP = 18;
/** Between two arcs that end at one token. */
const SLOT = 7;
/** Radius of an arc's shoulders. */
export const ROUND = 7;

/**
 * @typedef {object} Arc
 * @property {number} head
 * @property {number} dependent
 * @property {number} left the smaller of the two, and the larger
 * @property {number} right
 * @property {number} level 1 lies lowest
 * @property {number} from where it leaves its head, and where it comes down on its dependent
 * @property {number} to
 */

/**
 * Arcs nest: one lies above all that it spans or crosses. Columns stand so far apart that every label fits its arc.
 *
 * @param {number[]} widths of the tokens' columns
 * @param {(number | null)[]} heads null for the root
 * @param {number[]} labels widths of the relations' names, by dependent
 * @returns {{ centres: number[], edges: [number, number][], arcs: Arc[], root: { token: number, x: number } | null, levels: number, width: number }}
 */
export function layOut(widths, heads, labels) {
  const arcs = nested(heads);
  const legs = legsOf(arcs, heads);
  const rooms = widths.map((width, at) => Math.max(width, legs[at].length * SLOT));
  /** @param {number} at @param {Arc | null} arc the offset of its leg from the middle of the token */
  const offset = (at, arc) => (legs[at].indexOf(arc) - (legs[at].length - 1) / 2) * SLOT;
  /** @type {number[]} */
  const centres = [];
  rooms.forEach((room, at) => {
    const next = at ? centres[at - 1] + (rooms[at - 1] + room) / 2 + GAP : room / 2 + GAP;
    const pushed = arcs.filter(({ right }) => right === at).map((arc) =>
      centres[arc.left] + offset(arc.left, arc) + labels[arc.dependent] + 2 * ROUND - offset(at, arc));
    centres.push(Math.max(next, ...pushed));
  });
  for (const arc of arcs) {
    arc.from = centres[arc.head] + offset(arc.head, arc);
    arc.to = centres[arc.dependent] + offset(arc.dependent, arc);
  }
  const edges = rooms.map((room, at) => /** @type {[number, number]} */ ([centres[at] - room / 2, centres[at] + room / 2]));
  const token = heads.indexOf(null);
  return {
    centres, edges, arcs,
    root: token < 0 ? null : { token, x: centres[token] + offset(token, null) },
    levels: Math.max(0, ...arcs.map(({ level }) => level)),
    width: (edges.at(-1)?.[1] ?? 0) + GAP,
  };
}

/** The arcs with their levels, short ones first. @param {(number | null)[]} heads @returns {Arc[]} */
function nested(heads) {
  const arcs = heads.flatMap((head, dependent) => (head === null ? [] : [{
    head, dependent, left: Math.min(head, dependent), right: Math.max(head, dependent), level: 1, from: 0, to: 0,
  }]));
  arcs.sort((a, b) => a.right - a.left - (b.right - b.left) || a.left - b.left);
  /** The highest level so far between each token and the next. */
  const tops = new Uint16Array(heads.length);
  for (const arc of arcs) {
    arc.level = Math.max(...tops.subarray(arc.left, arc.right)) + 1;
    tops.fill(arc.level, arc.left, arc.right);
  }
  return arcs;
}

/**
 * What ends at each token, from left to right, so that arcs from one token never cross: of those to the left the
 * longest is innermost, then the root's line (null), and the same to the right.
 * @param {Arc[]} arcs @param {(number | null)[]} heads
 */
function legsOf(arcs, heads) {
  /** @type {(Arc | null)[][]} */
  const legs = heads.map((head) => (head === null ? [null] : []));
  for (const arc of arcs) {
    legs[arc.left].push(arc);
    legs[arc.right].push(arc);
  }
  legs.forEach((ends, at) => {
    /** @param {Arc | null} arc */
    const place = (arc) => (arc ? (arc.left === at ? 1 : -1) / (arc.right - arc.left) : 0);
    ends.sort((a, b) => place(a) - place(b));
  });
  return legs;
}

/**
 * Rows for bands that must not touch: each takes the first row with room for it and its label.
 *
 * @param {{ left: number, right: number, label: number }[]} bands in the order of the text; `label`: its width
 * @returns {{ rows: number[], count: number, width: number }} `width`: how far the last label reaches
 */
export function pack(bands) {
  /** @type {number[]} */
  const ends = [];
  const rows = bands.map(({ left, right, label }) => {
    const free = ends.findIndex((end) => end + SLOT <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = Math.max(right, left + label);
    return row;
  });
  return { rows, count: ends.length, width: Math.max(0, ...ends) };
}
