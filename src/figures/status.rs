//! What happened to the counted: the class of the verb, participle or noun that governs a figure (`status.tsv`).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::predicate;
use super::table::rows;
use crate::syntax::{Syntax, Tag};
use crate::text::Document;

static CLASSES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    rows(word_list!("figures/status.tsv"))
        .flat_map(|row| row[1].split(' ').map(move |word| (word, row[0])))
        .collect()
});

/// Where the figure stands.
pub struct Place<'a> {
    pub document: &'a Document<'a>,
    pub syntax: &'a Syntax<'a>,
    /// Tokens of the number with its bound.
    pub figure: Range<usize>,
    /// Tokens of the noun phrase that is counted; empty at the end of the number where there is none.
    pub noun: Range<usize>,
    /// Tokens of the sentence.
    pub sentence: Range<usize>,
}

/// What happened to the counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fate {
    pub class: &'static str,
    /// Index of the word that says so.
    pub word: usize,
}

/// The fate of what a figure counts, `None` where the sentence does not say or denies it.
pub fn of(place: &Place) -> Option<Fate> {
    within(place)
        .or_else(|| object(place))
        .or_else(|| predicate::after(place))
        .or_else(|| label(place))
}

/// What the word at a token says, whoever it is about.
pub fn fate(document: &Document, at: usize) -> Option<Fate> {
    CLASSES.get(document.lower(at)).map(|&class| Fate { class, word: at })
}

/// `40 wounded sailors`, `690 deaths`, `claimed 455 lives`.
fn within(place: &Place) -> Option<Fate> {
    let document = place.document;
    let found = place.noun.clone().rev().find_map(|i| fate(document, i));
    let lives = !place.noun.is_empty() && document.lower(place.noun.end - 1) == "lives";
    let mut near =
        place.sentence.start.max(place.figure.start.saturating_sub(4))..place.figure.start;
    let taken = near.find(|&i| {
        matches!(
            document.lower(i),
            "claim" | "claimed" | "claims" | "claiming" | "took" | "taken" | "cost" | "lost"
        )
    });
    taken.filter(|_| lives).map(|word| Fate { class: "killed", word }).or(found)
}

/// `killing at least 20 people`, `the evacuation of 50 homes`, `leaving 480 homeless`.
fn object(place: &Place) -> Option<Fate> {
    let document = place.document;
    let mut at = place.figure.start;
    let mut of = false;
    for _ in 0..5 {
        at = at.checked_sub(1).filter(|&i| i >= place.sentence.start)?;
        let word = document.lower(at);
        if let Some(fate) = fate(document, at) {
            let noun = place.syntax.tag(at) == Tag::Noun
                || word.ends_with("ion")
                || word.ends_with("ions")
                || word.ends_with("hs");
            let passive = (at.saturating_sub(2)..at)
                .any(|i| i >= place.sentence.start && is_be(document.lower(i)));
            let bare = matches!(
                word,
                "dead"
                    | "missing"
                    | "homeless"
                    | "hostage"
                    | "died"
                    | "dies"
                    | "die"
                    | "drowned"
                    | "perished"
                    | "fled"
                    | "stuck"
                    | "disappeared"
            );
            let fits = if of { noun } else { !(passive || bare || noun && word.ends_with("hs")) };
            return (fits && !denied(place, at)).then_some(fate);
        }
        match word {
            "of" if !of => of = true,
            "the" | "a" | "an" | "about" | "some" | "another" | "further" | "all" | "or" | "as"
            | "many" | "up" | "to" | "also" | "severely" | "badly" | "its" | "their" => {}
            _ => return None,
        }
    }
    None
}

fn is_be(word: &str) -> bool {
    matches!(word, "was" | "were" | "is" | "are" | "be" | "been" | "being" | "'s" | "’s")
}

/// A negation or a mere possibility in the few words before.
pub fn denied(place: &Place, at: usize) -> bool {
    let from = place.sentence.start.max(at.saturating_sub(5));
    (from..at).filter(|&i| !place.figure.contains(&i)).any(|i| {
        matches!(
            place.document.lower(i),
            "not"
                | "n't"
                | "n’t"
                | "never"
                | "nobody"
                | "without"
                | "could"
                | "would"
                | "might"
                | "may"
                | "should"
                | "if"
                | "escaped"
                | "avoid"
                | "avoided"
        )
    })
}

/// `the death toll rose to 1,200`, `Deaths: 2`, `Flooded sheds: 12`.
fn label(place: &Place) -> Option<Fate> {
    let document = place.document;
    let from = place.sentence.start.max(place.figure.start.saturating_sub(14));
    let toll = (from..place.figure.start)
        .rev()
        .take_while(|&i| !matches!(document.word(i), ";"))
        .find(|&i| document.lower(i) == "toll");
    if let Some(toll) = toll.filter(|_| {
        place.noun.is_empty() || matches!(document.lower(place.noun.end - 1), "people" | "lives")
    }) {
        let injury = toll > from && matches!(document.lower(toll - 1), "injury" | "injuries");
        return Some(Fate { class: if injury { "injured" } else { "killed" }, word: toll });
    }
    let colon = place.figure.start > from && document.word(place.figure.start - 1) == ":";
    let first = place.figure.start - from <= 5 && from == place.sentence.start;
    if (colon || first) && place.noun.is_empty() {
        return (from..place.figure.start).rev().find_map(|i| fate(document, i));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_its_class() {
        for row in rows(word_list!("figures/status.tsv")) {
            let figures = crate::analyze(row[2], &crate::Options::default()).figures;
            assert_eq!(
                figures.first().and_then(|f| f.status.as_deref()),
                Some(row[0]),
                "{}",
                row[2]
            );
        }
    }
}
