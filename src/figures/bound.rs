//! Bounds before and after a number (`bound.tsv`), and verbs that tell which way it went (`change.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::numeral;
use super::table::{Side, Table, rows};
use crate::analysis::Modifier;
use crate::text::Document;

fn modifier(sign: &str) -> Modifier {
    match sign {
        "~" => Modifier::About,
        ">" => Modifier::MoreThan,
        ">=" => Modifier::AtLeast,
        "<" => Modifier::LessThan,
        "<=" => Modifier::AtMost,
        "up" => Modifier::Up,
        "down" => Modifier::Down,
        _ => Modifier::Exactly,
    }
}

fn table(side: Side, name: &'static str) -> Table<Modifier> {
    let of_side = rows(word_list!("figures/bound.tsv")).filter(move |row| row[1] == name);
    Table::new(side, false, of_side.map(|row| (row[0], modifier(row[2]))))
}

static LEFT: LazyLock<Table<Modifier>> = LazyLock::new(|| table(Side::Before, "left"));
static RIGHT: LazyLock<Table<Modifier>> = LazyLock::new(|| table(Side::After, "right"));
static CHANGES: LazyLock<HashMap<&str, Modifier>> = LazyLock::new(|| {
    rows(word_list!("figures/change.tsv"))
        .flat_map(|row| row[1].split(' ').map(move |form| (form, modifier(row[0]))))
        .collect()
});

/// The bound that ends right before token `at`: its first token and what it means.
///
/// Of several (`at least about`) the one beside the number decides, all belong to the span.
pub fn before(document: &Document, at: usize, start: usize) -> Option<(usize, Modifier)> {
    // `sub-zero` is one token.
    if document.lower(at).starts_with("sub-") {
        return Some((at, Modifier::LessThan));
    }
    let mut found: Option<(usize, Modifier)> = None;
    let mut first = at;
    while first > start {
        // `sub-50`
        if first >= start + 2
            && document.word(first - 1) == "-"
            && document.lower(first - 2) == "sub"
        {
            return Some((first - 2, Modifier::LessThan));
        }
        let Some((length, &meaning)) = LEFT.find(document, first - 1, start) else { break };
        if !fits(document, first - length, first, start) {
            break;
        }
        first -= length;
        let decided = found.map(|(_, meaning)| meaning).filter(|&m| m != Modifier::Exactly);
        found = Some((first, decided.unwrap_or(meaning)));
    }
    found
}

/// Words that bound a number only in the right company: `as` alone, `sub` without a hyphen, a phrasal `over`.
fn fits(document: &Document, first: usize, at: usize, start: usize) -> bool {
    let before = first.checked_sub(1).filter(|&i| i >= start).map(|i| document.lower(i));
    match document.lower(first) {
        "as" if at == first + 1 => false,
        "under" | "over" | "above" | "below" if at == first + 1 => {
            !matches!(before, Some("the" | "hand" | "take" | "took" | "won"))
        }
        _ => true,
    }
}

/// The bound that begins at token `at`: the token after it and what it means.
pub fn after(document: &Document, at: usize, end: usize) -> Option<(usize, Modifier)> {
    if at >= end {
        return None;
    }
    // `200-plus members`
    if numeral::is_hyphen(document, at, end) && document.lower(at + 1) == "plus" {
        return Some((at + 2, Modifier::AtLeast));
    }
    if document.word(at) == "+" {
        // `500 +0.3%`: the sign of the next number.
        let next = (at + 1 < end).then(|| document.tokens[at + 1].space_before);
        let sign = document.tokens[at].space_before && next == Some(false);
        return (!sign).then_some((at + 1, Modifier::AtLeast));
    }
    let (length, &meaning) = RIGHT.find(document, at, end)?;
    let next = (at + length < end).then(|| document.lower(at + length));
    match document.lower(at) {
        "plus" if next.is_some_and(|n| n.starts_with(|c: char| c.is_alphanumeric())) => None,
        "or" if document.lower(at + 1) == "over" && next.is_none() => Some((at + length, meaning)),
        "approximately" | "at" | "give" if next.is_some_and(|n| !matches!(n, "." | "," | ")")) => {
            None
        }
        _ => Some((at + length, meaning)),
    }
}

/// Which way a number went: a verb of change right before `at`, or before a `by` that stands there.
pub fn change(document: &Document, at: usize, start: usize) -> Option<Modifier> {
    let mut index = at;
    let mut steps = 0;
    while index > start && steps < 3 {
        index -= 1;
        steps += 1;
        let word = document.lower(index);
        if word == "by" {
            return by_change(document, index, start);
        }
        if let Some(&meaning) = CHANGES.get(word) {
            let to = index + 1 < at && document.lower(index + 1) == "to";
            return (!to).then_some(meaning);
        }
        if !matches!(
            word,
            "an" | "a"
                | "another"
                | "further"
                | "just"
                | "only"
                | "some"
                | "about"
                | "nearly"
                | "almost"
                | "around"
                | "under"
                | "over"
        ) {
            return None;
        }
    }
    None
}

/// `grew sales by 4%`: the verb may stand some words before `by`.
fn by_change(document: &Document, by: usize, start: usize) -> Option<Modifier> {
    (start.max(by.saturating_sub(7))..by)
        .rev()
        .take_while(|&i| !matches!(document.word(i), "," | ";" | ":" | "(" | ")"))
        .find_map(|i| CHANGES.get(document.lower(i)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_its_bound() {
        for list in [word_list!("figures/bound.tsv"), word_list!("figures/change.tsv")] {
            for row in rows(list) {
                let example = row.last().expect("a column");
                let figures = crate::analyze(example, &crate::Options::default()).figures;
                let found = figures.first().map(|figure| figure.modifier);
                let sign = if row.len() == 3 { row[0] } else { row[2] };
                assert_eq!(found, Some(modifier(sign)), "{example}");
            }
        }
    }
}
