//! Words that leave open whether a figure is so (`hedge.tsv`): `reportedly`, `thought to be`.

use std::ops::Range;
use std::sync::LazyLock;

use super::draft::Draft;
use super::table::{Side, Table, rows};
use crate::text::Document;

/// Whether the words hedge all of their clause, or only what stands beside them.
static HEDGES: LazyLock<Table<bool>> = LazyLock::new(|| {
    let hedges = rows(word_list!("figures/hedge.tsv"));
    Table::new(Side::After, false, hedges.map(|row| (row[0], row[1] == "clause")))
});

/// How many tokens may stand between a figure and a hedge beside it.
const BESIDE: usize = 2;

/// How many tokens before and after the figure are looked at.
const BEFORE: usize = 8;
const AFTER: usize = 6;

/// The tokens of the hedge in the clause of a figure: the nearest one before or in it, or else after what it counts.
pub fn of(document: &Document, draft: &Draft) -> Option<Range<usize>> {
    let Range { start, end } = draft.tokens;
    let last = draft.next.max(end);
    let sentence = &draft.sentence;
    let stops = |at: usize| matches!(document.word(at), ";" | ":" | "(" | "“" | "”" | "\"" | ",");
    let hedge = |at: usize| {
        let (length, &clause) = HEDGES.find(document, at, sentence.end)?;
        let words = at..at + length;
        let gap = if at < last { start.saturating_sub(words.end) } else { at - last };
        (clause || gap <= BESIDE).then_some(words)
    };
    let from = sentence.start.max(start.saturating_sub(BEFORE));
    let first = (from..start).rev().find(|&at| stops(at)).map_or(from, |at| at + 1);
    (first..end).rev().find_map(|at| longest(hedge(at), at, first, hedge)).or_else(|| {
        let clause = last..sentence.end.min(last + AFTER);
        clause.take_while(|&at| !stops(at) || at == last).find_map(hedge)
    })
}

/// `is thought to` rather than the `thought to` in it, or the `it is thought` beside it.
fn longest(
    found: Option<Range<usize>>,
    at: usize,
    first: usize,
    hedge: impl Fn(usize) -> Option<Range<usize>>,
) -> Option<Range<usize>> {
    let found = found?;
    let around = (first.max(at.saturating_sub(2))..at).filter_map(hedge);
    let wider = around.filter(|wider| wider.end >= found.end).max_by_key(|wider| wider.end);
    Some(wider.unwrap_or(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_its_hedge() {
        for row in rows(word_list!("figures/hedge.tsv")) {
            let figures = crate::analyze(row[2], &crate::Options::default()).figures;
            let hedge = figures.first().and_then(|figure| figure.hedge).expect(row[2]);
            assert_eq!(hedge.of(row[2]).to_lowercase(), row[0], "{}", row[2]);
        }
    }
}
