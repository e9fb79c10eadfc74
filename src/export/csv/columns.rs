//! The columns of each list; `docs/exports.md` says what they hold.

use crate::export::List;

/// What every finding has, before and after what is its own.
const BEFORE: [&str; 3] = ["article", "id", "words"];
const AFTER: [&str; 6] = ["rule", "why", "sure", "review", "start", "end"];

const FIGURES: [&str; 18] = [
    "kind",
    "bound",
    "value",
    "low",
    "high",
    "unit",
    "counted",
    "about",
    "status",
    "verb",
    "hedge",
    "place",
    "additive",
    "part_of",
    "same_as",
    "speaker",
    "first_day",
    "last_day",
];
const QUOTES: [&str; 13] = [
    "kind",
    "speaker",
    "speaker_id",
    "role",
    "said_as",
    "cue",
    "act",
    "negated",
    "modal",
    "addressee",
    "channel",
    "first_day",
    "last_day",
];
const DATES: [&str; 10] =
    ["type", "value", "edtf", "first_day", "last_day", "part", "anchor", "zone", "vague", "range"];
const CHECKS: [&str; 1] = ["what"];
const SPEAKERS: [&str; 11] = [
    "article",
    "id",
    "name",
    "kind",
    "role",
    "named",
    "anonymous",
    "quotes",
    "mentions",
    "start",
    "end",
];

/// The columns that are a list's own.
pub fn own(list: List) -> &'static [&'static str] {
    match list {
        List::Figures => &FIGURES,
        List::Quotes => &QUOTES,
        List::Dates => &DATES,
        List::Checks => &CHECKS,
        List::Speakers => &SPEAKERS,
    }
}

/// The names of all columns.
pub fn header(list: List) -> Vec<&'static str> {
    match list {
        List::Speakers => SPEAKERS.to_vec(),
        _ => [&BEFORE, own(list), &AFTER].concat(),
    }
}
