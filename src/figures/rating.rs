//! Places on a scale: `7.8-magnitude`, `Category 5`, `level 3`.

use super::amount::Amount;
use crate::text::Document;

/// The scale that a number is a place on, if it is one; `floor` is the first token that may be read.
pub fn scale(
    document: &Document,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> Option<&'static str> {
    let start = amount.tokens.start;
    let before = |step: usize| {
        start.checked_sub(step).filter(|&i| i >= floor).map_or("", |i| document.lower(i))
    };
    let next = amount.tokens.end;
    let next = next + usize::from(next < end && document.word(next) == "-");
    match (before(2), before(1)) {
        (_, "magnitude") | ("magnitude", "of") => Some("magnitude"),
        (_, "category") => Some("category"),
        (_, "level") => Some("level"),
        _ if next < end && document.lower(next) == "magnitude" => Some("magnitude"),
        _ => None,
    }
}
