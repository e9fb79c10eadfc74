/** Every word the page says, in English. Dates are put in by format.js. */

import { count, duration, megabytes, number } from "./numbers.js";

/** @import { Figure, DateMention, Quote, Speaker } from "../../src/api.d.ts" */
/** @import { Kind, Tab } from "./types.d.ts" */

/** Largest article, in bytes; the engine refuses the same. */
export const LIMIT = 20_000_000;

export const page = {
  title: "Copydesk: figures, speakers and dates in news articles",
  /** @param {string} article */
  titleOf: (article) => `${article}. Copydesk`,
  name: "Copydesk",
  skip: "Skip to the text",
  /** @param {number} n */
  sealed: (n) => `${count(n, "request", "requests")} since this page loaded`,
  keyboardHelp: "Keyboard help",
  add: "Add",
  addWhat: " articles",
};

export const first = {
  teach: [
    "Drop news articles here to see every ", "figure", ", ", "who said", " ", "what", ", and ", "which day", " is meant.",
  ],
  drop: "Drop files",
  anywhere: "Anywhere on this page, several at once",
  formats: `Text, web pages, Word, Markdown, mail, CSV and JSON lines, up to ${megabytes(LIMIT)} each`,
  files: "Choose files",
  folder: "Choose a folder",
  paste: "Or paste an article",
  pasteForm: "Paste an article",
  placeholder: "The text of an article, with its date line if it has one",
  read: "Read it",
  nothingPasted: "There is no text in the box yet.",
  noArticle: "No article at hand?",
  sample: "Try a sample article",
  or: "or",
  samples: "five reports of one event that disagree",
  nothingLeaves: "Nothing you drop leaves this machine.",
  /** @param {number} n */
  forbids: (n) => `The page forbids itself every connection: ${count(n, "request", "requests")} since it loaded.`,
  offline: "Works with the network off.",
  addTitle: "Add articles",
  close: "Close",
  /** @param {number} n */
  letGo: (n) => (n ? `Let go to read ${count(n, "file", "files")}` : "Let go to read"),
  stay: "They stay on this machine.",
  pasted: "Pasted text",
  oneFile: "Download it as one file",
};

export const update = {
  ready: "A new version of this page is ready. Reloading closes what is open in this tab.",
  reload: "Reload",
  later: "Later",
};

export const rail = {
  label: "Articles",
  /** @param {number} n */
  open: (n) => `${number(n)} open`,
  noDate: "no date",
  nothing: "nothing found",
  /** @param {number} n */
  unresolved: (n) => `No publication date, so ${count(n, "date stays", "dates stay")} unresolved.`,
  setDate: "Set the date",
  /** @param {number} n */
  words: (n) => count(n, "word", "words"),
  /** @param {number} n */
  needYou: (n) => count(n, "file needs you", "files need you"),
};

/** @type {Record<Kind, { name: string, one: string, letter: string, tab: Tab, key: string }>} */
export const kinds = {
  figure: { name: "Figures", one: "Figure", letter: "F", tab: "figures", key: "1" },
  speaker: { name: "Speakers", one: "Speaker", letter: "S", tab: "speakers", key: "2" },
  date: { name: "Dates", one: "Date", letter: "D", tab: "dates", key: "3" },
  check: { name: "Checks", one: "Check", letter: "!", tab: "checks", key: "4" },
};

export const article = {
  marks: "Marks",
  close: "Close",
  /** @param {string} name */
  closeWhich: (name) => `Close ${name}`,
  /** @param {string} name */
  closed: (name) => `Closed ${name}.`,
  placeKind: { figure: "Figure", quote: "Quote", date: "Date", check: "Check" },
  /** @param {string} place @param {string} what */
  said: (place, what) => `${place}: ${what}`,
  lastFinding: "That was the last finding.",
  firstFinding: "That was the first finding.",
  /** @param {string} name @param {boolean} shown */
  toggled: (name, shown) => `${name} ${shown ? "shown" : "hidden"}.`,
  /** @param {boolean} shown */
  letters: (shown) => `Letters ${shown ? "shown" : "hidden"}.`,
  /** @param {string} kind @param {number} n @param {number} of */
  place: (kind, n, of) => `${kind} ${number(n)} of ${number(of)}`,
  source: { user: "set by you", text: "from the dateline", file: "as the file says" },
  /** @param {string} date @param {"user" | "text" | "file"} source */
  published: (date, source) => `Published ${date}, ${article.source[source]}.`,
  noDate: "No publication date.",
  change: "Change",
  setDate: "Set the date",
  dateForm: "Publication date",
  publishedOn: "Published on",
  set: "Set",
  useText: "Use the text’s own",
  leave: "Leave it",
  /** @param {string} encoding */
  encoding: (encoding) => `Read as ${encoding}`,
  nothing: "No figures, speakers or dates found.",
  nothingHint: "The text is shown as it was read. If it is not an article, or not in English, there may be nothing to find.",
  /** @param {string} name */
  reading: (name) => ["Reading ", name, "…"],
  /** @param {string} date @param {number} n */
  dated: (date, n) => `Read again for ${date}: ${n ? `${count(n, "date stays", "dates stay")} unresolved` : "every date is resolved"}.`,
  undated: "Read again with the date in the text.",
  /** Keys shown under the text. */
  keys: [
    [["J", "K"], "next, previous"], [["1", "2", "3", "4"], "kinds"], [["N", "P"], "articles"], [["?"], "all keys"],
  ],
};

export const batch = {
  /** @param {number} done @param {number} total */
  done: (done, total) => `${number(done)} of ${count(total, "file", "files")} read`,
  /** @param {number} seconds */
  left: (seconds) => (seconds < 2 ? "a moment left" : `about ${duration(seconds, "second")} left`),
  progress: "Files read",
  cancel: "Cancel",
  /** @param {string} name */
  now: (name) => ["Now: ", name, ". What is read can be opened already; Cancel keeps it."],
};

export const files = {
  title: "What came of each file",
  /** @param {number} read */
  read: (read) => `${number(read)} read`,
  /** @param {number} n */
  need: (n) => count(n, "needs you", "need you"),
  region: "Table of files",
  file: "File",
  happened: "Happened",
  todo: "What you can do",
  notRead: "Not read.",
  again: "Try again",
  rest: "Read the rest",
  leave: "Leave it out",
  fine: "Fine as it is",
  seen: "Seen",
  encoding: "Encoding",
  noImporter: "The part of this page that reads such files could not be loaded.",
  noImporterTodo: "Go online, load the page again and drop it once more.",
  engineTodo: "Choose another file, or paste its text.",
  open: "Open it",
  close: "Put away",
  /** @param {number} size */
  tooLarge: (size) => `${megabytes(size)} is over the limit of ${megabytes(LIMIT)}.`,
  tooLargeTodo: "Split it, and try again with the parts.",
  gone: "It was moved, deleted or changed before it could be read.",
  goneTodo: "Drop it again.",
  /** @param {number} seconds */
  overtime: (seconds) => `Stopped after ${duration(seconds, "second")}. Everything else is intact.`,
  overtimeTodo: "Try again, or paste a part of it.",
  unstarted: "The engine did not start.",
  unstartedTodo: "Load the page again, in a browser that is up to date.",
  trap: "The engine failed on it, twice. Everything else is intact.",
  trapTodo: "Paste a part of it.",
  nothing: "Read, but no figures, speakers or dates found.",
  nothingTodo: "See whether it holds the text of an article.",
  /** @param {string} encoding @param {number} n */
  letters: (encoding, n) => `Read as ${encoding}; ${count(n, "letter", "letters")} could not be read.`,
  lettersTodo: "Save it as UTF-8 and drop it again.",
  dropped: "What you dropped",
  noFiles: "It holds no files and no text.",
  noFilesTodo: "Drop another, or paste the text.",
  /** @param {number} n */
  stopped: (n) => count(n, "file", "files"),
  stoppedWhat: "Not read, because you stopped.",
  /** @param {number} read @param {number} troubles */
  said: (read, troubles) =>
    `${count(read, "article", "articles")} read${troubles ? `, ${count(troubles, "file needs you", "files need you")}` : ""}.`,
};

/** What a file that is more than text was read as. */
export const imported = {
  formats: {
    text: "Text", markdown: "Markdown", "web-page": "HTML page", word: "Word", mail: "Mail", "json-lines": "JSON lines", table: "Table",
  },
  main: "main text",
  text: "text",
  parts: { title: "title", outlet: "outlet", date: "date", author: "author" },
  /** @param {string} format @param {string} what */
  as: (format, what) => `${format}: ${what}.`,
  /** @param {string[]} parts */
  found: (parts) => `${parts.join(", ").replace(/, ([^,]*)$/, " and $1")} found`,
  /** @param {number} n */
  articles: (n) => count(n, "article", "articles"),
  /** @param {string} encoding */
  readAs: (encoding) => `Read as ${encoding}.`,
  /** @param {number} n */
  more: (n) => `And ${number(n)} more.`,
};

/** By their WHATWG labels. */
export const encodings = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode (UTF-16)",
  "windows-1252": "Western (Windows-1252)",
  macintosh: "Western (Mac)",
  "windows-1250": "Central European (Windows-1250)",
  "iso-8859-2": "Central European (ISO 8859-2)",
  "windows-1251": "Cyrillic (Windows-1251)",
  "koi8-u": "Cyrillic (KOI8-U)",
  "windows-1253": "Greek (Windows-1253)",
  "windows-1254": "Turkish (Windows-1254)",
  "windows-1255": "Hebrew (Windows-1255)",
  "windows-1256": "Arabic (Windows-1256)",
  "windows-1257": "Baltic (Windows-1257)",
  gb18030: "Chinese (GB 18030)",
  big5: "Chinese (Big5)",
  shift_jis: "Japanese (Shift JIS)",
  "euc-kr": "Korean (EUC-KR)",
};

export const lists = {
  hint: "Choose a mark or a row to see what it means, and why.",
  inspector: "Findings",
  card: "Finding",
  tabs: "Findings by kind",
  caption: {
    figures: "Figures in this article, in the order of the text",
    speakers: "Speakers in this article and what they said",
    dates: "Dates in this article and the days they mean",
    checks: "What to check in this article",
  },
  columns: {
    figures: ["Value", "Of what", "Who says so"],
    speakers: ["Who", "Said", "How"],
    dates: ["Words", "Means", "From"],
  },
  none: {
    figures: "No figures found.", speakers: "No speakers found.", dates: "No dates found.",
    checks: "Nothing found that does not fit together.",
  },
  aside: { vague: "Vague times", ordinal: "First, second, third" },
  /** They are hidden, and there is nothing else of their kind. */
  onlyAside: { vague: "No dates but vague times.", ordinal: "No figures but places in an order." },
  notSaid: "not said",
  setDate: "Set the date",
  headline: "headline",
  notNamed: "not named",
  unresolved: "unresolved",
  noPublication: "no publication date",
  from: { publication: "day of publication", text: "another date in the text", none: "as stated" },
  /** @param {number} a @param {number} b @param {number} of */
  window: (a, b, of) => `${number(a)} to ${number(b)} of ${number(of)}`,
  find: { figures: "Find figures", speakers: "Find quotes", dates: "Find dates", checks: "Find checks" },
  only: "Show",
  onlyWhich: { "": "All", doubtful: "To be looked at", yours: "Corrected by you" },
  nothingFound: "Nothing here has these words.",
  clear: "Show all",
  sorted: { ascending: "sorted upwards", descending: "sorted downwards" },
  select: "Select",
  selectEnd: "End",
  selectOne: "Select this row",
  selectAll: "All",
  /** @param {number} n */
  copy: (n) => `Copy ${count(n, "row", "rows")}`,
  earlier: "Earlier",
  later: "Later",
  fold: "Hide",
  unfold: "Show",
};

export const checks = {
  /** What kind of fault it is, by its rule. @type {Record<string, string>} */
  titles: {
    "weekday-date": "Weekday and date do not match",
    "impossible-date": "No such day",
    "date-after-publication": "Dated after publication",
    sum: "Parts do not add up",
    "subset-over-whole": "Part larger than its whole",
    conversion: "Conversion does not match",
    "percent-over-100": "Shares add up to over 100%",
    "name-spelling": "One name, two spellings",
    "age-birth-year": "Age and birth do not match",
    "headline-body": "Headline and text give other numbers",
    "unattributed-quote": "Nobody is named for a quote",
  },
  go: "Go to text",
  quotes: ["“", "”"],
  cut: "…",
  between: " … ",
};

export const detail = {
  what: "What",
  value: "Value",
  ofWhat: "Of what",
  who: "Who says so",
  toWhom: "To whom",
  when: "When",
  where: "Where",
  happened: "Happened",
  partOf: "Part of",
  sameAs: "Same as",
  open: "Left open by",
  means: "Means",
  covers: "Covers",
  from: "From",
  said: "Said",
  how: "How",
  role: "Who that is",
  why: "Why",
  sure: "How sure",
  additive: "to be added to a figure before it",
  /** @param {string} words */
  fromWords: (words) => ["from “", words, "”"],
  /** @param {string} cue */
  cue: (cue) => ["by “", cue, "”"],
  noCue: "no word of saying beside it",
  sureWords: { 3: "Sure", 2: "Likely", 1: "Doubtful" },
  /** @type {Record<Figure["kind"], string>} */
  figure: {
    count: "Figure, a count",
    money: "Figure, an amount of money",
    percent: "Figure, a percentage",
    measure: "Figure, a measure",
    age: "Figure, an age",
    duration: "Figure, a length of time",
    fraction: "Figure, a part of a whole",
    multiplier: "Figure, a multiple",
    rating: "Figure, a rating",
    score: "Figure, a score",
    ordinal: "Figure, a place in an order",
  },
  /** What a figure counts where the text names nothing. @type {Record<Figure["kind"], string>} */
  figureShort: {
    count: "", money: "money", percent: "share", measure: "measure", age: "age", duration: "length of time",
    fraction: "part of a whole", multiplier: "times", rating: "rating", score: "score", ordinal: "place in an order",
  },
  /** @type {Record<DateMention["type"], string>} */
  date: { DATE: "Date", TIME: "Date with a time of day", DURATION: "Length of time", SET: "Date that recurs" },
  stretch: "Stretch of time",
  hour: "Time of day",
  vague: "Vague time",
  /** @type {Record<Quote["kind"], string>} */
  quote: { direct: "direct", indirect: "reported", mixed: "partly direct" },
  /** What stands instead of how it was said, where it was not. */
  unsaid: { belief: "believed", plan: "wished", negated: "not said" },
  quoteWhat: { direct: "Quote, direct", indirect: "Quote, reported", mixed: "Quote, partly direct" },
  /** @type {Record<Speaker["kind"], string | null>} */
  speaker: {
    person: "person", organisation: "organisation", place: "place, for its government",
    group: "group", document: "document", unknown: null,
  },
};

/** How a bound reads: as a sign in a list, and in words around the value. */
export const bounds = {
  choice: { "=": "exactly", "~": "about", ">": "more than", ">=": "at least", "<": "less than", "<=": "up to", up: "up by", down: "down by" },
  sign: { "=": "", "~": "≈ ", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", up: "↑ ", down: "↓ " },
  /** Before a value, as an article would say it. @type {Record<Figure["modifier"], (value: string) => string>} */
  said: {
    "=": (value) => value,
    "~": (value) => `about ${value}`,
    ">": (value) => `more than ${value}`,
    ">=": (value) => `at least ${value}`,
    "<": (value) => `less than ${value}`,
    "<=": (value) => `up to ${value}`,
    up: (value) => `up ${value}`,
    down: (value) => `down ${value}`,
  },
  /** @type {Record<Figure["modifier"], (value: string) => string>} */
  words: {
    "=": (value) => value,
    "~": (value) => `about ${value}`,
    ">": (value) => `more than ${value}`,
    ">=": (value) => `${value} or more`,
    "<": (value) => `less than ${value}`,
    "<=": (value) => `${value} or less`,
    up: (value) => `up by ${value}`,
    down: (value) => `down by ${value}`,
  },
};

/** Words for units whose plural is not made with an s. @type {Record<string, string>} */
const PLURALS = { foot: "feet", hertz: "hertz", horsepower: "horsepower", stone: "stone", kelvin: "kelvin" };

/** The plural of a word: `knots`, `centuries`, `feet`. @param {string} word */
const plural = (word) => PLURALS[word] ?? (word.endsWith("hertz") ? word : word.replace(/y$/, "ie").replace(/(ch|x|ss)$/, "$1e") + "s");

/** A number of units that Intl does not know: `48 knots`, `3 megabits per second`. @param {string} value @param {string} unit @param {boolean} one */
export function withUnit(value, unit, one) {
  const [, before, word, per] = /^(.*?)(\S+)( per .*)?$/.exec(unit) ?? ["", "", unit, ""];
  return `${value} ${before}${one ? word : plural(word)}${per ?? ""}`;
}

export const times = {
  parts: { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" },
  refs: { PRESENT_REF: "now", PAST_REF: "in the past", FUTURE_REF: "in the future" },
  universal: "UTC",
  /** @param {string} hours */
  noDay: (hours) => `${hours}, day not said`,
  /** @param {string} from @param {string} to */
  fromTo: (from, to) => `${from} to ${to}`,
  /** @param {string} one @param {string} other */
  and: (one, other) => `${one} and ${other}`,
  /** @param {number} year */
  beforeChrist: (year) => `${year} BC`,
  seasons: { SP: "spring", SU: "summer", FA: "autumn", AU: "autumn", WI: "winter" },
  /** @type {Record<NonNullable<DateMention["modifier"]>, (value: string) => string>} */
  modifier: {
    START: (value) => `start of ${value}`,
    MID: (value) => `middle of ${value}`,
    END: (value) => `end of ${value}`,
    APPROX: (value) => `about ${value}`,
    EARLY: (value) => `early in ${value}`,
    LATE: (value) => `late in ${value}`,
    MORE_THAN: (value) => `more than ${value}`,
    LESS_THAN: (value) => `less than ${value}`,
  },
  day: "day",
  weekend: "weekend",
  /** @param {string} what */
  every: (what) => `every ${what}`,
  /** @param {string} what @param {string} hour */
  everyAt: (what, hour) => `every ${what} at ${hour}`,
  recurring: "again and again",
};

/** What the reader did, and the way back. */
export const log = {
  undo: "Undo",
  redo: "Redo",
  undone: "Undone",
  redone: "Done again",
  /** @param {string} action @param {string} words */
  history: (action, words) => `${action}: ${words}`,
  close: "Close",
  /** @param {number} n */
  all: (n) => `${count(n, "change", "changes")}`,
  title: "What you did",
  last: "What you did last",
  toHere: "Undo to here",
  again: "Redo to here",
  none: "Nothing yet. What you accept, reject, edit, add, merge or dismiss is listed here, and can be undone.",
  now: "Now",
};

/** What the reader does to findings. */
export const review = {
  accept: "Accept",
  edit: "Edit",
  reject: "Reject",
  copy: "Copy",
  dismiss: "Dismiss",
  actions: "What you can do with it",
  /** @type {Record<"accepted" | "changed" | "added", string>} */
  by: { accepted: "Accepted by you", changed: "Changed by you", added: "Added by you" },
  /** @param {string} what */
  accepted: (what) => `Accepted “${what}”.`,
  /** @param {string} what */
  rejected: (what) => `Rejected “${what}”.`,
  /** @param {string} what */
  dismissed: (what) => `Dismissed: ${what}.`,
  /** @param {string} what */
  changed: (what) => `Changed “${what}”.`,
  /** @param {string} what @param {string} kind */
  added: (what, kind) => `Added “${what}” as a ${kind}.`,
  /** @param {string} what */
  restored: (what) => `Put back “${what}”.`,
  /** @param {string} who @param {string} name */
  said: (who, name) => `${who} is ${name}.`,
  kind: { figure: "figure", date: "date", quote: "quote" },
  kindLabel: "Mark as",
  editTitle: "Edit this finding",
  /** @param {string} words */
  addTitle: (words) => `Mark “${words}”`,
  words: "Words",
  take: "Take what is selected in the text",
  save: "Save",
  cancel: "Cancel",
  value: "Value",
  to: "to",
  toHint: "Second value of a range",
  bound: "Bound",
  figureKind: "Kind",
  of: "Counts, or unit",
  first: "First day",
  last: "Last day",
  who: "Who said it",
  spread: "All that this speaker says",
  how: "How",
  nothingSelected: "Select the words in the text first, then press A.",
  rejectedTitle: "Rejected by you",
  restore: "Put back",
  lost: (/** @type {number} */ n) => `${count(n, "of your corrections has", "of your corrections have")} no place in this text any more.`,
  letGo: "Let them go",
  editText: "Edit the text",
  textTitle: "The text of the article",
  textHint: "Your corrections find their words again where they still stand.",
  textChanged: (/** @type {string} */ name) => `Changed the text of ${name}.`,
};

/** Sessions: what the reader takes away, drops back in, or has kept. */
export const sessions = {
  save: "Save",
  title: "Save and export",
  session: "Session",
  sessionWhat: "Everything here, with your corrections. Drop the file on this page to go on.",
  saveSession: "Save the session",
  fileName: (/** @type {string} */ day) => `${day}.copydesk.json`,
  saved: "Session saved.",
  scope: "Of",
  thisArticle: "this article",
  /** @param {number} n */
  allArticles: (n) => `all ${count(n, "article", "articles")}`,
  download: "Download",
  copy: "Copy",
  /** @type {Record<import("./types.d.ts").Format, { name: string, what: string, ending: string }>} */
  formats: {
    markdown: { name: "Report", what: "Text to go on writing in, as Markdown.", ending: "md" },
    html: { name: "Marked page", what: "The articles with their marks, one file for any browser.", ending: "html" },
    "csv:figures": { name: "Figures", what: "A table for a spreadsheet (CSV).", ending: "figures.csv" },
    "csv:quotes": { name: "Quotes", what: "A table for a spreadsheet (CSV).", ending: "quotes.csv" },
    "csv:speakers": { name: "Speakers", what: "A table for a spreadsheet (CSV).", ending: "speakers.csv" },
    "csv:dates": { name: "Dates", what: "A table for a spreadsheet (CSV).", ending: "dates.csv" },
    "csv:checks": { name: "Checks", what: "A table for a spreadsheet (CSV).", ending: "checks.csv" },
    json: { name: "Data", what: "Everything found, as JSON.", ending: "json" },
    annotations: { name: "Annotations", what: "For annotation tools, as W3C Web Annotations.", ending: "jsonld" },
  },
  /** @param {string} name */
  exported: (name) => `${name} saved.`,
  failed: "It could not be made. Try again.",
  none: "It is no session of Copydesk.",
  broken: "It is a session of Copydesk, but damaged.",
  newer: "It was saved by a newer Copydesk. Load this page again to get that.",
  todo: "Drop another, or the articles themselves.",
  tabOnly: "Kept in this tab only.",
  keep: "Keep on this machine",
  kept: "Kept on this machine.",
  notKept: "This browser lets the page keep nothing. Save the session instead.",
  forget: "Forget everything",
  forgetTitle: "Forget everything?",
  forgetWhat: "The articles and your corrections are deleted from this machine, and closed here. This cannot be undone.",
  forgotten: "Forgotten.",
  /** @param {number} n */
  restored: (n) => `${count(n, "article", "articles")} from before.`,
};

export const copying = {
  /** @param {string} sentence @param {string} from */
  sentence: (sentence, from) => `${sentence} — ${from}`,
  /** @param {string} said @param {string} who @param {string} from */
  quote: (said, who, from) => `${said} — ${[who, from].filter(Boolean).join("; ")}`,
  /** @param {string} whom */
  to: (whom) => `to ${whom}`,
  done: "Copied.",
  failed: "The browser did not let the page copy.",
};

export const sheet = {
  title: "Keys",
  close: "Close",
  sections: [
    ["Move", [[["J", "K"], "next, previous finding"], [["N", "P"], "next, previous article"], [["G", "D"], "to the Desk, with two articles or more"], [["G", "R"], "to reading"]]],
    ["Show", [
      [["1", "2", "3", "4"], "figures, speakers, dates, checks"], [["V"], "vague times: now, recently"], [["O"], "places in an order: first, second"], [["L"], "letters beside marks"],
      [["?"], "this sheet"], [["Esc"], "close, cancel"],
    ]],
    ["Put in", [[["Ctrl", "Enter"], "read what is in the box"], [["Ctrl", "V"], "read what is on the clipboard"]]],
    ["Correct", [
      [["Enter"], "accept"], [["E"], "edit"], [["X"], "reject, dismiss"], [["A"], "add from the selection"], [["Ctrl", "Z"], "undo"], [["Ctrl", "Shift", "Z"], "redo"],
    ]],
    ["Take away", [[["C"], "copy as a quote"], [["Ctrl", "S"], "save the session"], [["Ctrl", "P"], "print"]]],
    ["In the lists", [[["/"], "find"], [["←", "→"], "next, previous list"], [["Enter"], "go to the text"]]],
  ],
};
