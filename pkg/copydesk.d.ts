/* tslint:disable */
/* eslint-disable */
/** Half-open range in UTF-16 code units of the analysed text: `text.slice(start, end)`. */
export type Pair = [start: number, end: number];

export interface Options {
    /** Day (or minute) of publication, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. Stands above a date line in the text. */
    published?: string | null;
    /** The same as the file says it beside its text (the head of a web page). A date line in the text stands above it. */
    file_published?: string | null;
    /** The outlet, where the file says it beside its text. A date line in the text stands above it. */
    outlet?: string | null;
    /** What the reader corrected, in that order. */
    corrections?: FindingCorrection[] | null;
}

/** Words, and what tells them from the same words elsewhere, so that they are found again in an edited text. */
export interface TextAnchor {
    /** Where they began, in UTF-16 code units: only a hint. */
    start: number;
    exact: string;
    /** What stood before and after them, some 32 characters each. */
    prefix: string;
    suffix: string;
}

/** One thing that the reader did to one article. */
export interface FindingCorrection {
    /** A speaker is known by any of the places that name them, a check by the first of its places. */
    on: "figure" | "date" | "quote" | "speaker" | "check";
    act: "accept" | "reject" | "edit" | "add";
    at: TextAnchor;
    /** Name of the rule, for a check. */
    rule?: string;
    /** What it should be; what is not named stays as it is. */
    set?: {
        /** Where it really stands. */
        extent?: TextAnchor;
        /** A figure's number, or the two ends of its range. */
        value?: number;
        range?: [low: number, high: number];
        modifier?: Figure["modifier"];
        kind?: Figure["kind"];
        /** What it counts, or its unit. */
        unit?: string;
        /** A date's first and last day, `YYYY-MM-DD`. */
        days?: [first: string, last: string];
        /** Who said it; for a speaker, who they are. A name that another speaker has makes them one. */
        speaker?: string;
        quote?: Quote["kind"];
    };
}

/** What every finding has. Offsets are UTF-16 code units, `end` exclusive. */
export interface Finding {
    /** `f1`, `d1`, `q1` ...: a letter for the kind, counted in the order of the text. */
    id: string;
    start: number;
    end: number;
    text: string;
    /** Name of the rule that found it, and what that rule says, in plain words. */
    rule: string;
    why: string;
    /** 3 sure, 2 likely, 1 doubtful. */
    sure: 1 | 2 | 3;
    /** What the reader made of it; absent where nothing was. */
    review?: "accepted" | "changed" | "added";
}

/** Something that a rule found and the reader took out. */
export interface Rejected {
    start: number;
    end: number;
    text: string;
    kind: "figure" | "date" | "quote" | "check";
    rule: string;
    why: string;
}

export interface Figure extends Finding {
    kind: "count" | "money" | "percent" | "measure" | "age" | "duration" | "fraction" | "multiplier" | "rating" | "score" | "ordinal";
    /** The number, or null where the words give only a range (`low` to `high`, both null otherwise). */
    value: number | null;
    low: number | null;
    high: number | null;
    /** `=` exact, `~` about, `>` more than, `>=` at least, `<` less than, `<=` up to, `up` and `down` for changes. */
    modifier: "=" | "~" | ">" | ">=" | "<" | "<=" | "up" | "down";
    /** ISO 4217 code, unit of measure, `percent`, or for a count the singular of the counted noun. */
    unit: string | null;
    /** The counted noun with its modifiers, in the text, where there is one. */
    noun: Pair | null;
    /** What the figure speaks of, where that is not the counted noun: the nearest phrase, then after a comma the subject of its clause. */
    concept: string | null;
    /** What happened to the counted: killed, injured, evacuated, trapped ... */
    status: string | null;
    /** The verb, participle or noun that says what happened, of a class or not (`shot down`). */
    verb: Pair | null;
    /** Words that leave open whether it is so: `thought to be`, `reportedly`. */
    hedge: Pair | null;
    /** Where, as its clause says. */
    place: Pair | null;
    /** True for `a further 344`, `another 12`: to be added to a figure before it. */
    additive: boolean;
    /** Id of the figure that it is a part of, and must not be added to. */
    part_of: string | null;
    /** Id of the finding that says the same: the figure that it gives in another unit, or the date that it is too. */
    same_as: string | null;
    /** Id of the quote in which it is claimed, and of the date beside it. */
    quote: string | null;
    date: string | null;
}

export interface DateMention extends Finding {
    type: "DATE" | "TIME" | "DURATION" | "SET";
    /** TIMEX3 value (`2022-05-04`, `2022-W17`, `2022-05-04TEV`, `P71D`), null when it cannot be known. */
    value: string | null;
    /** The same in the Extended Date/Time Format (ISO 8601-2), null where that has no form for it. */
    edtf: string | null;
    /** First and last day that it covers, `YYYY-MM-DD`, both inclusive; null without a known day. */
    interval: [first: string, last: string] | null;
    modifier: "START" | "MID" | "END" | "APPROX" | "EARLY" | "LATE" | "MORE_THAN" | "LESS_THAN" | null;
    /** What the value was reckoned from: `publication`, `text` (another date in it), or null for none. */
    anchor: "publication" | "text" | null;
    /** The time zone of its clock, as the text names it (`GMT`, `EST`). */
    zone: string | null;
    /** A time without edges: `now`, `recently`, `in the future`. */
    vague: boolean;
    /** Id of the stretch of time that it begins or ends; the stretch lists both days. */
    range: string | null;
}

/** Something that does not fit together, for an editor to look at. */
export interface Check extends Finding {
    /** What is wrong, as a sentence. */
    what: string;
    /** The words that do not fit, in order; at least one. `start` and `end` are those of the first. */
    spans: Pair[];
    /** The sentences that hold them, in order, each once. */
    sentences: Pair[];
}

export interface Quote extends Finding {
    kind: "direct" | "indirect" | "mixed";
    /** The words that were said, in one piece or several. */
    content: Pair[];
    /** The words that report them (`said`, `according to`). */
    cue: Pair | null;
    /** Who said it, as named beside the quote (a pronoun too). */
    speaker: Pair | null;
    /** Canonical name, and the entry in `speakers`. */
    speaker_name: string | null;
    speaker_id: string | null;
    /** `belief` (`fears`) and `plan` (`hopes`): nobody need have said so. */
    act: "speech" | "belief" | "plan";
    /** The words were not said: `declined to say`, `did not confirm`. */
    negated: boolean;
    /** A word that leaves open whether they were said: `would say`, `could argue`. */
    modal: Pair | null;
    /** To whom: `told [reporters]`. */
    addressee: Pair | null;
    /** Where it can be read or heard: `in [a video on Telegram]`. */
    channel: Pair | null;
    /** Id of the date on which it was said. */
    date: string | null;
}

export interface Speaker {
    id: string;
    /** The fullest form of the name in the text. */
    name: string;
    kind: "person" | "organisation" | "place" | "group" | "document" | "unknown";
    /** Office or occupation, in the text's own words. */
    role: string | null;
    /** False for `a ministry official`: nobody is named. */
    named: boolean;
    /** A source whose name is held back: `officials`, `a source close to the firm`. */
    anonymous: boolean;
    /** Entry in `entities`, for a person or organisation that the text names. */
    entity: string | null;
    /** Where the quotes name this speaker, in the order of the text. */
    mentions: Pair[];
}

/** A stretch of text with the same findings throughout. Segments never overlap and never cross a paragraph. */
export interface Segment {
    start: number;
    end: number;
    kinds: ("figure" | "speaker" | "date" | "quote" | "check")[];
    /** Ids of the findings (figures, speakers, dates, quotes, checks) it belongs to. */
    ids: string[];
    /** Whether a quote opens at its start, closes at its end. */
    edges: ("start" | "end")[];
}

export interface Paragraph {
    start: number;
    end: number;
    kind: "title" | "dateline" | "heading" | "text";
}

export interface Published {
    /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
    value: string;
    /** The time zone of that minute, as the date line names it (`GMT`, `EST`). */
    zone: string | null;
    /** Given by the caller, read from the text itself (then with its place), or as the file says beside its text. */
    source: "user" | "text" | "file";
    span: Pair | null;
}

export interface Analysis {
    title: string | null;
    outlet: string | null;
    published: Published | null;
    words: number;
    paragraphs: Paragraph[];
    segments: Segment[];
    figures: Figure[];
    quotes: Quote[];
    speakers: Speaker[];
    entities: NamedEntity[];
    dates: DateMention[];
    checks: Check[];
    /** What the reader took out; absent where nothing was. */
    rejected?: Rejected[];
    /** Indices of the corrections whose words are no longer in the text; absent where all are. */
    unplaced?: number[];
    /** What `compare` reads: it is the engine's own, and may be kept, copied and sent to another worker. */
    brief: Uint8Array;
}

/** What the text says that somebody is: `the mayor of Port Hale`. */
export interface Role {
    start: number;
    end: number;
}

/** A person or organisation that the text names, whether it speaks or not. */
export interface NamedEntity {
    /** `n1`, `n2` ... in the order of the text. */
    id: string;
    /** The fullest form of the name in the text. */
    name: string;
    kind: "person" | "organisation";
    roles: Role[];
    /** Every mention by name, in order; titles and articles left out. */
    mentions: Pair[];
}

/** Where something stands: index of the article in the list that was compared, and UTF-16 offsets of its text. */
export interface Place {
    article: number;
    start: number;
    end: number;
}

/** What several articles say together. */
export interface Comparison {
    people: Person[];
    /** Figures that two or more places give; what they disagree on comes first, then what is unclear. */
    figures: FigureGroup[];
    /** Utterances that are quoted in two or more places. */
    quotes: QuoteGroup[];
    /** What happened or was said on a known day, by day and hour. */
    events: Event[];
    /** What does not fit together between articles. */
    checks: CrossCheck[];
}

/** One person or organisation, as all articles name it. */
export interface Person {
    /** The fullest of its names. */
    name: string;
    kind: "person" | "organisation";
    /** What the articles say they are, each once, the fullest first. */
    roles: string[];
    members: Member[];
    /** Every mention by name, by article. */
    mentions: Place[];
}

/** A person or organisation as one article names it. */
export interface Member {
    article: number;
    /** Id in `entities` of that article. */
    id: string;
    /** Its spellings there, the fullest first. */
    names: string[];
    /** Ids of the quotes there that are theirs. */
    quotes: string[];
}

/** One figure in two or more places. */
export interface FigureGroup {
    /** What is counted: `people injured`. */
    label: string;
    /** `unclear`: scope or day cannot be told. */
    verdict: "agree" | "differ" | "unclear";
    /** Name of the rule that judged, and why, as a sentence. */
    rule: string;
    why: string;
    /** The unit of all amounts in the group; null for a count. */
    unit: string | null;
    claims: Claim[];
}

/** A figure where it stands, with the noun that it counts. */
export interface Claim extends Place {
    /** Id of the figure in that article, or of the date that says how long. */
    id: string;
    /** The sentence that it stands in. */
    sentence: Pair;
    /** The number, or both ends of a range. */
    low: number;
    high: number;
    modifier: Figure["modifier"];
    /** The least and the most that its words can mean. */
    least: number;
    most: number;
    /** Whether it cannot be true beside the others. */
    odd: boolean;
    /** First and last day of which it is said. */
    days: [first: string, last: string] | null;
    /** Name of who claims it. */
    source: string | null;
}

/** One utterance in two or more places. */
export interface QuoteGroup {
    /** Index of the speaker in `people`, where it is known. */
    speaker: number | null;
    members: Wording[];
}

/** An utterance in one place, without its outer quotation marks. */
export interface Wording extends Place {
    /** Id of the quote in that article. */
    quote: string | null;
    /** Index, in the same group, of an article published on an earlier day that has the same words. */
    same_as: number | null;
    /** The words that the first member does not have. */
    differing: Pair[];
}

/** What happened or was said on a day. */
export interface Event {
    /** First and last day, `YYYY-MM-DD`, both inclusive. */
    days: [first: string, last: string];
    /** `HH:MM`, where the text says it. */
    time: string | null;
    /** Index in `people` of who said it, where that is known. */
    speaker: number | null;
    /** Whether it is something said. */
    statement: boolean;
    /** The sentences that tell of it. */
    members: Telling[];
}

/** A sentence that tells of a day. */
export interface Telling extends Place {
    /** Id of the date in that article. */
    date: string;
}

/** Something that does not fit together between articles. */
export interface CrossCheck {
    rule: string;
    /** What is wrong, as a sentence. */
    what: string;
    places: Place[];
    /** The sentence of each. */
    sentences: Pair[];
}

/** Who is who, where the reader knows better; in the order in which it was said. */
export interface Correction {
    /** True: these are somebody else than the rest of their group. False: these and all their groups are one. */
    split: boolean;
    /** Index of the article, and the fullest name there (`names[0]` of the member). */
    members: [article: number, name: string][];
}

/** A file that was read and analysed in one step. */
export interface FileAnalysis {
    text: string;
    /** WHATWG label of the encoding it was read in. */
    encoding: string;
    analysis: Analysis;
    /** Milliseconds for reading and for analysing. */
    timing: { read: number; analysis: number };
}

/** Half-open range of a sentence's tokens, counted from 0 within it. */
export type TokenRange = [first: number, end: number];

/** The grammar of a text, for those who write rules. Heads and other places of tokens count from 0 within the sentence. */
export interface Inspection {
    sentences: Sentence[];
}

export interface Sentence {
    start: number;
    end: number;
    tokens: Token[];
    names: Name[];
    phrases: Phrase[];
    verb_groups: VerbGroup[];
    clauses: Clause[];
}

export interface Token {
    start: number;
    end: number;
    form: string;
    /** Singular of a noun, base form of a verb, where the engine knows one. */
    lemma: string | null;
    /** Universal part of speech (`NOUN`), and that of the Penn Treebank (`NNS`). */
    tag: string;
    fine_tag: string;
    /** Null for the root. */
    head: number | null;
    /** Universal Dependencies, `nsubj:pass`. */
    relation: string;
    /** What kind of name it belongs to, if any. */
    name: "PER" | "ORG" | "LOC" | "NORP" | null;
    /** What the gazetteer says the word may be: `surname`, `place` ... */
    classes: string[];
}

export interface Name {
    tokens: TokenRange;
    kind: "PER" | "ORG" | "LOC" | "NORP";
}

/** A base noun phrase. */
export interface Phrase {
    tokens: TokenRange;
    head: number;
}

/** A verb with its auxiliaries, negation and `to`; its tokens need not follow one another. */
export interface VerbGroup {
    /** The verb that carries the meaning, or the copula. */
    verb: number;
    tokens: number[];
    /** Null for infinitives and participles. */
    tense: "past" | "present" | "future" | null;
    perfect: boolean;
    progressive: boolean;
    passive: boolean;
    negated: boolean;
    /** `may`, `could` ... */
    modal: number | null;
}

/** A predicate with what depends on it, clauses inside it included. */
export interface Clause {
    head: number;
    tokens: TokenRange;
    /** The head of its subject, which for a second verb may stand before the clause. */
    subject: number | null;
}

/** Analyses one article. Throws an `Error` with a sentence for the reader if `published` is no date. */
export function analyze(text: string, options?: Options | null): Analysis;

/** The grammar of a text, read as `analyze` reads it. Throws as `analyze` does. */
export function inspect(text: string, options?: Options | null): Inspection;

/**
 * Lays articles side by side, by the `brief` of each.
 * Throws an `Error` with a sentence for the reader if one was made by another version of the engine.
 */
export function compare(briefs: Uint8Array[], corrections?: Correction[] | null): Comparison;

/** An article to export. */
export interface ExportArticle {
    /** What the reader knows it by: a file's name. */
    name: string;
    text: string;
    /** As for `analyze`. */
    options?: Options | null;
}

/**
 * What a file holds: `json` all that is known (its form is in `docs/export.schema.json`), `csv` one list as a table,
 * `markdown` a report, `html` a page with the marked articles, `annotations` W3C Web Annotations as JSON-LD.
 */
export type ExportFormat = "json" | "csv" | "markdown" | "html" | "annotations";

/** The lists that are a table in CSV. */
export type ExportList = "figures" | "quotes" | "speakers" | "dates" | "checks";

/**
 * Analyses articles, as `analyze` does, and writes what they say as the text of one file. Offsets in it count Unicode
 * code points. CSV needs a list, and no other format takes one.
 * Throws an `Error` with a sentence for the reader if there is no such format or list, or if `published` is no date.
 */
export function exportArticles(articles: ExportArticle[], format: ExportFormat, list?: ExportList | null): string;

/** Reads and analyses a dropped file; in a worker only. Throws an `Error` with a sentence for the reader. */
export function analyzeFile(file: File, options?: Options | null): FileAnalysis;

/** Version of the engine. */
export function version(): string;



/**
 * A panic is a bug of ours: its place goes to the console, and the page replaces the worker.
 */
export function start(): void;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly analyze: (a: number, b: number, c: any) => [number, number, number];
    readonly analyzeFile: (a: any, b: any) => [number, number, number];
    readonly compare: (a: number, b: number, c: any) => [number, number, number];
    readonly exportArticles: (a: any, b: number, c: number, d: number, e: number) => [number, number, number, number];
    readonly inspect: (a: number, b: number, c: any) => [number, number, number];
    readonly start: () => void;
    readonly version: () => [number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __externref_drop_slice: (a: number, b: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
