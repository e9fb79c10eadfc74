//! Numbers without a noun of their own: what they count stands elsewhere.

use super::draft::{Draft, Finder};
use super::numeral::Form;
use super::{amount, counted};
use crate::analysis::FigureKind;

impl Finder<'_> {
    /// `two or three boats`, `7- or 8-inch`: the unit of the second number is meant for the first;
    /// `40 who`: people; `compared with 20`: what the figure before counts.
    pub fn shared_unit(&self, draft: &Draft, end: usize) -> Option<(FigureKind, String)> {
        let document = self.document;
        let mut at = draft.next;
        let word = |i: usize| if i < end { document.lower(i) } else { "" };
        if word(at) == "who" {
            return Some((draft.kind, "person".to_owned()));
        }
        at += usize::from(word(at) == "-");
        // `12 and 40 boats`, `4,100 up 12 points`
        let joins = matches!(word(at), "or" | "and" | "up" | "down");
        if joins && at + 1 < end && super::may_begin(document, at + 1) {
            let other = amount::read(document, at + 1, at + 1, end)?;
            let one = other.exact() == Some(1.0);
            return match other.unit {
                Some(unit) => Some((unit.kind, unit.name)),
                None => counted::after(document, self.syntax, other.tokens.end, end, one)
                    .filter(|counted| self.is_countable(draft, counted))
                    .map(|counted| (draft.kind, counted.unit)),
            };
        }
        let before = |step: usize| {
            draft
                .tokens
                .start
                .checked_sub(step)
                .filter(|&i| i >= draft.sentence.start)
                .map_or("", |i| document.lower(i))
        };
        let compared =
            matches!((before(2), before(1)), ("compared" | "up" | "down", "with" | "to" | "from"));
        let last = self.figures.last().filter(|_| draft.amount.form != Form::Vague)?;
        // `rose 12 points to 4,100`
        let end = last.noun.map_or(last.span.end, |noun| noun.end);
        let to = before(1) == "to"
            && matches!(last.kind, FigureKind::Count | FigureKind::Measure)
            && document.tokens[draft.tokens.start - 1].span.start == end + 1;
        if !(compared || to) {
            return None;
        }
        let same = last.span.start >= document.tokens[draft.sentence.start].span.start;
        same.then(|| last.unit.clone()).flatten().map(|unit| (last.kind, unit))
    }

    /// The noun that a number without one counts.
    pub fn named_before(&self, draft: &Draft) -> Option<usize> {
        let (document, start) = (self.document, draft.tokens.start);
        let floor = draft.sentence.start;
        if let Some(head) = counted::group_before(document, start, floor) {
            return Some(head);
        }
        if let Some(head) = counted::label_before(self.syntax, document, start, floor) {
            return Some(head);
        }
        let before = |step: usize| {
            start.checked_sub(step).filter(|&i| i >= floor).map_or("", |i| document.lower(i))
        };
        let next = if draft.next < draft.sentence.end { document.lower(draft.next) } else { "." };
        let exists = matches!(before(1), "are" | "were")
            && before(2) == "there"
            && matches!(next, "." | "," | "”" | "\"");
        let another = super::keep::goes_on(document, draft);
        let apposed = draft.amount.form == Form::Vague
            && before(1) == ","
            && matches!(next, "there" | "of" | "," | ".");
        if exists || apposed {
            return counted::antecedent(document, self.syntax, start);
        }
        if another {
            let last = self.figures.last().and_then(|figure| figure.noun)?;
            return Some(document.token_at(last.end - 1));
        }
        None
    }
}
