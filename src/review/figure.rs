//! Figures as the reader wants them.

use super::list::{self, At, Item};
use super::rules;
use crate::Span;
use crate::analysis::{Figure, FigureKind, Modifier, Rejected, Sure};
use crate::figures;
use crate::syntax::Syntax;
use crate::text::Document;

impl Item for Figure {
    fn links(&mut self) -> Vec<&mut Option<String>> {
        vec![&mut self.part_of, &mut self.same_as]
    }

    fn edit(&mut self, at: &At) {
        let set = &at.correction.set;
        if set.extent.is_some() {
            (self.span, self.text) = at.words();
        }
        if let Some(value) = set.value {
            (self.value, self.low, self.high) = (Some(value), None, None);
        }
        if let Some([low, high]) = set.range {
            (self.value, self.low, self.high) = (None, Some(low), Some(high));
        }
        self.modifier = set.modifier.unwrap_or(self.modifier);
        self.kind = set.kind.unwrap_or(self.kind);
        if let Some(unit) = &set.unit {
            // Its noun in the text said something else.
            self.noun = self.noun.filter(|noun| noun.of(at.document.text).ends_with(unit.as_str()));
            self.unit = Some(unit.clone()).filter(|unit| !unit.is_empty());
        }
    }
}

pub fn correct(at: &At, figures: &mut Vec<Figure>, rejected: &mut Vec<Rejected>) {
    list::correct(at, figures, rejected, read);
}

pub fn renumber(figures: &mut Vec<Figure>) {
    list::renumber(figures);
}

/// The figure that the grammar reads in the reader's words by themselves, else one without a number.
fn read(at: &At) -> Figure {
    let (span, text) = at.words();
    let document = Document::new(&text);
    let (found, _) = figures::find(&document, &Syntax::new(&document), &[], &[]);
    let within = |part: Span| Span::new(part.start + span.start, part.end + span.start);
    let [figure] = &found[..] else { return unread(span, text) };
    let [noun, verb, hedge] = [figure.noun, figure.verb, figure.hedge].map(|part| part.map(within));
    Figure {
        id: String::new(),
        span: within(figure.span),
        noun,
        verb,
        hedge,
        rule: rules::READER,
        sure: Sure::Sure,
        ..figure.clone()
    }
}

fn unread(span: Span, text: String) -> Figure {
    Figure {
        id: String::new(),
        span,
        text,
        kind: FigureKind::Count,
        value: None,
        low: None,
        high: None,
        modifier: Modifier::Exactly,
        unit: None,
        noun: None,
        concept: None,
        status: None,
        verb: None,
        hedge: None,
        place: None,
        additive: false,
        part_of: None,
        same_as: None,
        quote: None,
        date: None,
        rule: rules::READER,
        sure: Sure::Sure,
        review: None,
    }
}
