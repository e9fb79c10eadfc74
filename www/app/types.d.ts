import type { Analysis, Check, Comparison, Correction, DateMention, FileAnalysis, Figure, Inspection, Options, Quote } from "../../src/api.d.ts";

/** The kinds a reader can show, hide and list. */
export type Kind = "figure" | "speaker" | "date" | "check";
export type Tab = "figures" | "speakers" | "dates" | "checks";
/** Findings beside the rest of their kind: dates without edges (`now`, `recently`), places in a row (`the third`). */
export type Aside = "vague" | "ordinal";
/** What the reader can hide: a kind, or what stands beside it. */
export type Hideable = Kind | Aside;

/** Where an article comes from: a file (null: it could not be opened), or text that was pasted or is a sample. */
export type Source = { name: string; file: File | null } | { name: string; text: string };

export interface Article {
  /** `a1`, `a2` ... in the order of arrival. */
  id: string;
  /** Name of the file, or what else it came from. */
  name: string;
  text: string;
  /** WHATWG label of the encoding it was read in; null for pasted text. */
  encoding: string | null;
  analysis: Analysis;
  /** The day the reader set, standing above the text's own. */
  published: string | null;
}

/** What came of a file that needs the reader. */
export interface Trouble {
  id: number;
  name: string;
  /** `unread`: it is not in the list. `stopped`: the reader cancelled it. `doubt`: it is, but look at it. */
  kind: "unread" | "stopped" | "doubt";
  what: string;
  remedy: string | null;
  /** Sources to try again with. */
  again: Source[];
  /** The article to open. */
  article: string | null;
}

/** How far a batch is. */
export interface Progress {
  total: number;
  done: number;
  /** Name of the source that was begun last. */
  now: string;
  startedAt: number;
}

/** What the reader did on the Desk. `words` say it; keys and names last from one comparison to the next. */
export type DeskAct =
  | { kind: "correct"; split: boolean; members: [article: string, name: string][]; words: string }
  | { kind: "dismiss" | "restore"; key: string; words: string };

/** The Desk: articles compared, and how the reader looks at them. */
export interface Desk {
  /** What was sent to be compared last. */
  asked: { articles: Article[]; corrections: DeskAct[] } | null;
  /** The articles that `comparison` is of, in its order. */
  articles: Article[];
  comparison: Comparison | null;
  fault: boolean;
  done: DeskAct[];
  undone: DeskAct[];
  toast: { words: string; undo: boolean } | null;
  /** Keys of disagreements, forms and lists that are open. */
  open: ReadonlySet<string>;
  /** Names of long lists that are shown whole. */
  whole: ReadonlySet<string>;
  /** The number that was chosen and its counterpart, by key of the group and keys of their places. */
  pick: { group: string; claims: string[] } | null;
  find: string;
  verdict: string;
  sort: string;
  /** What the timeline is narrowed to: key of a person, id of an article, `statement` or `event`; empty for all. */
  person: string;
  outlet: string;
  kind: string;
  printing: boolean;
}

/** A place in the text to go to from the Desk. */
export interface Stop {
  article: string;
  finding: string | null;
  start: number;
  end: number;
}

/** A finding the reader can go to. */
export type Finding =
  | { kind: "figure"; item: Figure }
  | { kind: "date"; item: DateMention }
  | { kind: "quote"; item: Quote }
  | { kind: "check"; item: Check };

export interface State {
  articles: Article[];
  view: "read" | "desk";
  desk: Desk;
  /** The places that the reader came from the Desk to see. */
  trail: { stops: Stop[]; at: number } | null;
  /** Id of the open article. */
  open: string | null;
  /** Id of the open finding in it. */
  finding: string | null;
  tab: Tab;
  /** The part of a long list the reader has turned to; null: the one with the open finding. */
  page: { tab: Tab; part: number } | null;
  hidden: ReadonlySet<Hideable>;
  letters: boolean;
  /** How many files are held over the window; null when none are. */
  over: number | null;
  progress: Progress | null;
  /** Whether reading has taken long enough to say so. */
  slow: boolean;
  troubles: Trouble[];
  /** Whether the list of what came of each file is shown. */
  report: boolean;
  editingDate: boolean;
  /** Whether the sheet of findings on a small screen is drawn down to its tabs. */
  folded: boolean;
  sheet: "keys" | "add" | null;
  /** Requests since the page loaded. */
  requests: number;
  /** What a screen reader is told. */
  said: string;
}

/** The engine as the worker sees it. */
export interface Engine {
  initSync(options: { module: WebAssembly.Module }): unknown;
  analyze(text: string, options?: Options | null): Analysis;
  inspect(text: string, options?: Options | null): Inspection;
  compare(briefs: Uint8Array[], corrections?: Correction[] | null): Comparison;
  analyzeFile(file: File, options?: Options | null): FileAnalysis;
}

export type Request =
  | { id: number; op: "init"; payload: WebAssembly.Module }
  | { id: number; op: "analyze"; payload: { text: string; options: Options | null } }
  | { id: number; op: "inspect"; payload: { text: string; options: Options | null } }
  | { id: number; op: "compare"; payload: { briefs: Uint8Array[]; corrections: Correction[] } }
  | { id: number; op: "analyzeFile"; payload: { file: File; options: Options | null } };

export type Reply =
  | { id: number; ok: unknown }
  | { id: number; error: { name: string; message: string } };
