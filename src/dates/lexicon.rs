//! The words that temporal expressions are made of (`lexicon.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::period::{DayPart, Season, Unit};

/// What a word can contribute to a temporal expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Nothing: no expression has it inside, but for digits and a few joints such as `of`.
    Other,
    /// Digits begin the token.
    Number,
    Month(i8),
    /// Monday is 1.
    Weekday(i8),
    /// `Mondays`
    Weekdays(i8),
    Unit(Unit),
    Part(DayPart),
    Season(Season),
    Cardinal(u32),
    Scale(u32),
    Ordinal(u32),
    /// `nineties`: 90
    Decade(u32),
    /// `yesterday`: -1
    Day(i32),
    Tonight,
    Overnight,
    /// `noon`: 12
    Clock(i8),
    Relation(Relation),
    Vague(Vague),
    Recent,
    Future,
    /// `daily`: `P1D`
    Recurring(&'static str),
    Each,
    /// `several`
    Some,
    Half,
    Phase(Phase),
    Bound(Bound),
    The,
    A,
    Fiscal,
    /// First word of a holiday's name.
    Holiday,
}

/// How a named time lies to the one it is reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Last,
    Past,
    Previous,
    This,
    Next,
    Coming,
    Following,
    That,
    Latest,
    These,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    Past,
    Present,
    Future,
}

/// Which part of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Early,
    Late,
    Mid,
    Earlier,
    Later,
    Start,
    Middle,
    End,
}

/// How an amount bounds a duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    Approx,
    More,
    Less,
    /// `more` and `less` count only with `than` after them.
    MoreThan,
    LessThan,
    /// `at least`, `at most`
    At,
    /// `up to`
    Up,
    /// `only`: changes nothing.
    Plain,
}

static WORDS: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for first in super::holiday::first_words() {
        words.insert(first, Word::Holiday);
    }
    for [spellings, class, value, _] in rows() {
        let word = meaning(class, value);
        words.extend(spellings.split(' ').map(|spelling| (spelling, word)));
    }
    words
});

fn rows() -> impl Iterator<Item = [&'static str; 4]> {
    word_list!("dates/lexicon.tsv").lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some([columns.next()?, columns.next()?, columns.next()?, columns.next()?])
    })
}

/// The longest word of the list has this many bytes.
const LONGEST: usize = 13;

/// What a token can contribute; `lower` in lower case, with or without an abbreviation's full stop.
pub fn look_up(lower: &str) -> Word {
    if lower.len() > LONGEST {
        return Word::Other;
    }
    if lower.as_bytes()[0].is_ascii_digit() {
        return Word::Number;
    }
    let word = lower.strip_suffix('.').unwrap_or(lower);
    WORDS.get(word).copied().unwrap_or(Word::Other)
}

fn meaning(class: &str, value: &'static str) -> Word {
    let number = || value.parse::<u32>().unwrap_or_default();
    let small = || number() as i8;
    match class {
        "month" => Word::Month(small()),
        "weekday" => Word::Weekday(small()),
        "weekdays" => Word::Weekdays(small()),
        "unit" => Unit::parse(value).map_or(Word::Other, Word::Unit),
        "part" => DayPart::parse(value).map_or(Word::Other, Word::Part),
        "season" => Season::parse(value).map_or(Word::Other, Word::Season),
        "cardinal" => Word::Cardinal(number()),
        "scale" => Word::Scale(number()),
        "ordinal" => Word::Ordinal(number()),
        "decade" => Word::Decade(number()),
        "day" => Word::Day(value.parse().unwrap_or_default()),
        "tonight" => Word::Tonight,
        "overnight" => Word::Overnight,
        "clock" => Word::Clock(small()),
        "relation" => Word::Relation(relation(value)),
        "vague" => Word::Vague(match value {
            "past" => Vague::Past,
            "future" => Vague::Future,
            _ => Vague::Present,
        }),
        "recent" => Word::Recent,
        "future" => Word::Future,
        "recurring" => Word::Recurring(value),
        "each" => Word::Each,
        "some" => Word::Some,
        "half" => Word::Half,
        "phase" => Word::Phase(phase(value)),
        "bound" => Word::Bound(bound(value)),
        "the" => Word::The,
        "a" => Word::A,
        "fiscal" => Word::Fiscal,
        _ => Word::Other,
    }
}

fn relation(value: &str) -> Relation {
    match value {
        "last" => Relation::Last,
        "past" => Relation::Past,
        "previous" => Relation::Previous,
        "next" => Relation::Next,
        "coming" => Relation::Coming,
        "following" => Relation::Following,
        "that" => Relation::That,
        "latest" => Relation::Latest,
        "these" => Relation::These,
        _ => Relation::This,
    }
}

fn phase(value: &str) -> Phase {
    match value {
        "early" => Phase::Early,
        "late" => Phase::Late,
        "mid" => Phase::Mid,
        "earlier" => Phase::Earlier,
        "later" => Phase::Later,
        "start" => Phase::Start,
        "middle" => Phase::Middle,
        _ => Phase::End,
    }
}

fn bound(value: &str) -> Bound {
    match value {
        "more" => Bound::More,
        "less" => Bound::Less,
        "more than" => Bound::MoreThan,
        "less than" => Bound::LessThan,
        "at" => Bound::At,
        "up" => Bound::Up,
        "plain" => Bound::Plain,
        _ => Bound::Approx,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::tests::found;

    #[test]
    fn every_row_is_understood_and_its_example_holds_an_expression() {
        for [spellings, class, value, example] in rows() {
            assert_ne!(meaning(class, value), Word::Other, "{spellings}");
            let shown = example.to_ascii_lowercase();
            assert!(spellings.split(' ').any(|spelling| shown.contains(spelling)), "{example}");
            assert!(!found(example, "2022-05-04").is_empty(), "{example}");
            assert!(spellings.split(' ').all(|spelling| spelling.len() <= LONGEST));
        }
    }
}
