//! Why a figure was found, in words for the reader.

use crate::analysis::Rule;

pub const COUNT: Rule =
    Rule { name: "counted-noun", why: "The noun after the number is what is counted." };
pub const BOUNDED: Rule = Rule {
    name: "bounded-count",
    why: "Words beside the number bound it (“at least”, “about”); the noun after it is what is counted.",
};
pub const ELLIPSIS: Rule = Rule {
    name: "counted-before",
    why: "No noun follows the number: it counts what was named just before.",
};
pub const BARE: Rule = Rule {
    name: "bare-number",
    why: "A number without a unit; the text does not name what it counts.",
};
pub const VAGUE: Rule = Rule {
    name: "vague-number",
    why: "A vague number word: “dozens” is read as 12 to 120, “hundreds” as 100 to 1,000, and so on.",
};
pub const RANGE: Rule =
    Rule { name: "range", why: "Two numbers are given as the ends of one range." };
pub const MONEY: Rule = Rule { name: "money", why: "A currency stands beside the number." };
pub const PERCENT: Rule =
    Rule { name: "percentage", why: "A per cent sign or word follows the number." };
pub const MEASURE: Rule = Rule { name: "measure", why: "A unit of measure follows the number." };
pub const DURATION: Rule =
    Rule { name: "duration", why: "A unit of time follows the number: it says how long." };
pub const AGE: Rule = Rule { name: "age", why: "The number is somebody’s age." };
pub const FRACTION: Rule = Rule { name: "fraction", why: "The number is a part of a whole." };
pub const MULTIPLIER: Rule = Rule { name: "multiplier", why: "The number says how many times." };
pub const SCORE: Rule =
    Rule { name: "score", why: "Two numbers joined by a dash are a score or a vote, not a range." };
pub const RATING: Rule = Rule { name: "rating", why: "The number is a place on a scale." };
