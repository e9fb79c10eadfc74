import type { Analysis, Check, Comparison, Correction, DateMention, ExportArticle, ExportFormat, ExportList, FileAnalysis, Figure, FindingCorrection, Inspection, Options, Pair, Quote } from "../../src/api.d.ts";

/** The kinds a reader can show, hide and list. */
export type Kind = "figure" | "speaker" | "date" | "check";
export type Tab = "figures" | "speakers" | "dates" | "checks";
/** Findings beside the rest of their kind: dates without edges (`now`, `recently`), places in a row (`the third`). */
export type Aside = "vague" | "ordinal";
/** What the reader can hide: a kind, or what stands beside it. */
export type Hideable = Kind | Aside;

/** Where an article comes from: a file (null: it could not be opened), or text that was pasted or is a sample. */
export type Source = FileSource | { name: string; text: string; from?: SessionArticle };

/** An article in a session file, as it was read. */
export interface SessionArticle {
  id: string;
  name: string;
  text: string;
  encoding: string | null;
  /** The day the reader set. */
  published: string | null;
  known: Article["known"];
}

export interface FileSource {
  name: string;
  file: File | null;
  /** WHATWG label of the encoding that the reader chose for it. */
  encoding?: string;
  /** Whether it is what was on the clipboard, rather than a file. */
  pasted?: boolean;
}

/** What the importer makes of a file (`Import` in `importer/src/lib.rs`). */
export interface Import {
  format: "text" | "markdown" | "web-page" | "word" | "mail" | "json-lines" | "table";
  articles: Imported[];
  /** What was left out or could not be read, each a sentence. */
  notes: string[];
}

export interface Imported {
  name: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  author: string | null;
  text: string;
  encoding: string | null;
}

export interface Article {
  /** `a1`, `a2` ... in the order of arrival. */
  id: string;
  /** Name of the file, or what else it came from. */
  name: string;
  text: string;
  /** The text as it was read, before the reader changed it. */
  original: string;
  /** WHATWG label of the encoding it was read in; null for pasted text. */
  encoding: string | null;
  analysis: Analysis;
  /** The day the reader set, standing above the text's own. */
  published: string | null;
  /** The reader's corrections that `analysis` knows. */
  corrections: FindingCorrection[];
  /** What the file says of it beside its text. */
  known: Pick<Options, "outlet" | "file_published"> | null;
}

/** What came of a file that is more than plain text, or that needs the reader. */
export interface Trouble {
  id: number;
  name: string;
  /** `unread`: it is not in the list. `stopped`: the reader cancelled it. `doubt`: it is, but look at it. `read`: all is well. */
  kind: "unread" | "stopped" | "doubt" | "read";
  what: string;
  remedy: string | null;
  /** Sources to try again with. */
  again: Source[];
  /** The article to open. */
  article: string | null;
  /** What can be read again in another encoding, and the one that it was read in. */
  recode?: { source: FileSource; encoding: string };
}

/** How far a batch is. */
export interface Progress {
  total: number;
  done: number;
  /** Name of the source that was begun last. */
  now: string;
  startedAt: number;
}

/** Something that the reader did, and when, in milliseconds. */
export type Act = Deed & { at: number };

/** Something that the reader did. `words` say it; keys and names last from one comparison to the next. */
export type Deed = { words: string } & (
  | { kind: "review"; article: string; correction: FindingCorrection; withdrawn: boolean }
  | { kind: "text"; article: string; text: string }
  | { kind: "close"; article: string }
  | { kind: "correct"; split: boolean; members: [article: string, name: string][] }
  | { kind: "dismiss" | "restore"; key: string }
);

/** What is being corrected: a finding, or words that are to become one. */
export interface Editing {
  on: "figure" | "date" | "quote";
  /** Id of the finding; null for a new one. */
  id: string | null;
  extent: Pair;
}

/** What the engine writes: a format, for CSV with the list. */
export type Format = Exclude<ExportFormat, "csv"> | `csv:${ExportList}`;

/** The Desk: articles compared, and how the reader looks at them. */
export interface Desk {
  /** What was sent to be compared last. */
  asked: { articles: Article[]; corrections: Act[] } | null;
  /** The articles that `comparison` is of, in its order. */
  articles: Article[];
  comparison: Comparison | null;
  fault: boolean;
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

/** The Desk with what the reader did, as its views need it. */
export interface DeskShown extends Desk {
  done: Act[];
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
  /** Articles that the reader has closed, to be brought back. */
  closed: Article[];
  view: "read" | "desk";
  desk: Desk;
  /** The places that the reader came from the Desk to see. */
  trail: { stops: Stop[]; at: number } | null;
  /** What the reader did, and what was undone of it, the next to be done again last. */
  done: Act[];
  undone: Act[];
  toast: { words: string; undo: boolean } | null;
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
  editing: Editing | null;
  /** Where the reader has just added something, which is to be opened when it is found. */
  added: { kind: Finding["kind"]; place: Pair } | null;
  /** What the card beside the pointer tells of, and the line of text that it stands by, in pixels of the window. */
  card: { id: string; box: { left: number; top: number; bottom: number } } | null;
  /** What the lists are narrowed to: words, and what is not sure or what the reader has corrected. */
  find: string;
  only: "" | "doubtful" | "yours";
  /** By which column each list is sorted; null for the order of the text. */
  sort: { tab: Tab; column: number; down: boolean } | null;
  /** Ids of the rows that are chosen; null while none can be. */
  picked: ReadonlySet<string> | null;
  /** Whether the sheet of findings on a small screen is drawn down to its tabs. */
  folded: boolean;
  /** What stands in the box for pasting. */
  draft: string;
  /** Whether what is here is kept on this machine; `failed`: the reader wants it, and the browser cannot. */
  kept: "no" | "yes" | "failed";
  /** How many acts the last session file holds. */
  saved: number;
  sheet: "keys" | "add" | "history" | "text" | "save" | "forget" | null;
  /** Requests since the page loaded. */
  requests: number;
  /** Loads the new version of the page that is ready, or null. */
  update: (() => void) | null;
  /** What a screen reader is told. */
  said: string;
}

/** The engine as the worker sees it. */
export interface Engine {
  initSync(options: { module: WebAssembly.Module }): unknown;
  analyze(text: string, options?: Options | null): Analysis;
  inspect(text: string, options?: Options | null): Inspection;
  compare(briefs: Uint8Array[], corrections?: Correction[] | null): Comparison;
  exportArticles(articles: ExportArticle[], format: ExportFormat, list?: ExportList | null): string;
  analyzeFile(file: File, options?: Options | null): FileAnalysis;
  /** Of the importer, which is a module of its own; gives an `Import` as JSON. */
  importFile(name: string, bytes: Uint8Array, encoding: string | undefined): string;
}

declare global {
  /** In workers only. */
  class FileReaderSync {
    readAsArrayBuffer(blob: Blob): ArrayBuffer;
  }
}

export type Request =
  | { id: number; op: "init"; payload: WebAssembly.Module }
  | { id: number; op: "analyze"; payload: { text: string; options: Options | null } }
  | { id: number; op: "inspect"; payload: { text: string; options: Options | null } }
  | { id: number; op: "compare"; payload: { briefs: Uint8Array[]; corrections: Correction[] } }
  | { id: number; op: "export"; payload: { articles: ExportArticle[]; format: ExportFormat; list: ExportList | null } }
  | { id: number; op: "import"; payload: { file: File; encoding: string | undefined } }
  | { id: number; op: "analyzeFile"; payload: { file: File; options: Options | null } };

export type Reply =
  | { id: number; ok: unknown }
  | { id: number; error: { name: string; message: string } };
