//! What does not fit together: from the rule that saw it to the [`Check`] that is shown.

use crate::analysis::{Check, Rule, Span, Sure};
use crate::sort;
use crate::text::Document;

/// What is wrong: the rule, and the fault as a sentence.
pub struct Fault {
    pub rule: Rule,
    pub what: String,
    pub sure: Sure,
}

impl Fault {
    /// The check that shows these words, at least one span, in order; its id is given by [`in_order`].
    pub fn at(self, document: &Document, spans: Vec<Span>) -> Check {
        let Fault { rule, what, sure } = self;
        let mut sentences: Vec<Span> =
            spans.iter().map(|span| document.sentence_around(*span)).collect();
        sentences.dedup();
        Check {
            id: String::new(),
            span: spans[0],
            text: spans[0].of(document.text).to_owned(),
            what,
            sentences,
            spans,
            rule,
            sure,
        }
    }
}

/// Checks in the order of the text, with their ids: `c1`, `c2` …
pub fn in_order(mut checks: Vec<Check>) -> Vec<Check> {
    sort::by_key(&mut checks, |check| (check.span.start, check.span.end));
    for (at, check) in checks.iter_mut().enumerate() {
        check.id = format!("c{}", at + 1);
    }
    checks
}
