//! Finds the words of a correction again, in a text that may have changed.
//!
//! The words must be the same; of several places that have them, the one with most of their surroundings is meant, and
//! of equals the nearest. Quote, surroundings and position are what the W3C Web Annotation Data Model calls a
//! TextQuoteSelector and a TextPositionSelector; that all three together find text again is the way of Hypothesis
//! ("Fuzzy Anchoring", 2013).

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::Span;

/// Words, and what tells them from the same words elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Where they began, in UTF-16 code units: only a hint.
    pub start: usize,
    pub exact: String,
    /// What stood before and after them, some 32 characters each.
    #[serde(default)]
    pub prefix: String,
    #[serde(default)]
    pub suffix: String,
}

/// Characters of surroundings that an anchor keeps.
const CONTEXT: usize = 32;

/// Words this long stand in a text only once, as good as always, and need no surroundings.
const LONG: usize = 24;

/// So many characters of one side of its surroundings are enough to know a short anchor by.
const KNOWN: usize = 8;

impl Anchor {
    /// An anchor for some bytes of a text.
    ///
    /// ```
    /// # use copydesk::review::Anchor;
    /// let anchor = Anchor::new("She saw 40 sailors.", 8..10);
    /// assert_eq!((&*anchor.exact, &*anchor.prefix, &*anchor.suffix), ("40", "She saw ", " sailors."));
    /// ```
    pub fn new(text: &str, bytes: Range<usize>) -> Self {
        let (prefix, suffix) = surroundings(text, &bytes);
        let start = text[..bytes.start].encode_utf16().count();
        Anchor {
            start,
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            exact: text[bytes].to_owned(),
        }
    }
}

/// The [`CONTEXT`] characters before some bytes of a text and those after them; fewer at its ends.
pub fn surroundings<'t>(text: &'t str, bytes: &Range<usize>) -> (&'t str, &'t str) {
    let (before, after) = (&text[..bytes.start], &text[bytes.end..]);
    let first = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    (&before[first..], &after[..end])
}

/// Where the words of an anchor stand now.
pub fn place(text: &str, anchor: &Anchor) -> Option<Span> {
    if anchor.exact.trim().is_empty() {
        return None;
    }
    let span = |start: usize| Span::new(start, start + anchor.exact.len());
    let hint = byte_of(text, anchor.start);
    let near = |start: usize| usize::MAX - start.abs_diff(hint);
    let places = text.match_indices(&anchor.exact).map(|(start, _)| {
        let shared = shared(text, span(start), anchor);
        (shared[0] + shared[1], near(start), start, shared)
    });
    let (.., start, shared) = places.max()?;
    (is_known(anchor, shared) || anchor.exact.len() >= LONG).then(|| span(start))
}

/// How many characters before and after a place are the anchor's. White space does not count: a text may be wrapped anew.
fn shared(text: &str, place: Span, anchor: &Anchor) -> [usize; 2] {
    let alike = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
        one.zip(other).take_while(|(a, b)| a == b).count()
    };
    let (before, after) = (&text[..place.start], &text[place.end..]);
    [
        alike(&mut ink(&anchor.prefix).rev(), &mut ink(before).rev()),
        alike(&mut ink(&anchor.suffix), &mut ink(after)),
    ]
}

/// Whether that is enough of one side to know it by.
fn is_known(anchor: &Anchor, shared: [usize; 2]) -> bool {
    let sides = [ink(&anchor.prefix).count(), ink(&anchor.suffix).count()];
    let known = |(shared, all): (usize, usize)| all > 0 && shared >= all.min(KNOWN);
    sides == [0, 0] || shared.into_iter().zip(sides).any(known)
}

fn ink(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

/// The byte at which a UTF-16 code unit begins, or the end of the text.
fn byte_of(text: &str, unit: usize) -> usize {
    if text.is_ascii() {
        return unit.min(text.len());
    }
    let mut units = 0;
    let reached = |&(_, c): &(usize, char)| {
        let is = units >= unit;
        units += c.len_utf16();
        is
    };
    let mut places = text.char_indices();
    places.find(reached).map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words after the place where `40` of the first text is found in the second.
    fn found(before: &str, after: &str) -> String {
        let start = before.find("40").unwrap();
        let anchor = Anchor::new(before, start..start + 2);
        place(after, &anchor).map_or("-".to_owned(), |span| after[span.end..].trim().to_owned())
    }

    #[test]
    fn words_are_found_again_by_their_surroundings() {
        let text = "“Fine,” she said. On Monday 40 sailors left.";
        for (after, expected) in [
            (text, "sailors left."),
            // More before it, also the same number.
            ("Some 40 came. “Fine,” she said. On Monday 40 sailors left.", "sailors left."),
            // Wrapped anew.
            ("“Fine,” she said.\n\nOn Monday\n40 sailors\nleft.", "sailors\nleft."),
            // Words near it changed.
            ("On Monday 40 of the crew left.", "of the crew left."),
            // Another 40.
            ("It took 40 minutes, he added later that week.", "-"),
            ("On Monday 41 sailors left.", "-"),
            ("", "-"),
        ] {
            assert_eq!(found(text, after), expected, "{after}");
        }
    }

    #[test]
    fn of_the_same_words_in_the_same_surroundings_the_nearest_is_meant() {
        let text = "They were 40.\n".repeat(9);
        for at in [10, 38, 122] {
            let anchor = Anchor { prefix: String::new(), ..Anchor::new(&text, at..at + 2) };
            assert_eq!(place(&text, &anchor), Some(Span::new(at, at + 2)));
        }
    }

    #[test]
    fn offsets_are_utf16() {
        for (text, unit, byte) in [("a😀b", 3, 5), ("a😀b", 9, 6), ("éa", 1, 2), ("abc", 2, 2)]
        {
            assert_eq!(byte_of(text, unit), byte, "{text} {unit}");
        }
    }
}
