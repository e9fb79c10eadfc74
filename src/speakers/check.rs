//! Quotations that cannot be right: opened and never closed.

use super::rules;
use super::scene::Scene;
use crate::analysis::{Check, Span, Sure};
use crate::fault::Fault;
use crate::text::{Quotation, QuotationStyle};

/// Checks of the quotation marks of a text, without ids. The span is the mark.
pub fn faults(scene: &Scene) -> Vec<Check> {
    let unclosed = scene.quotations.iter().filter(|quotation| is_unclosed(scene, quotation));
    let fault = |quotation: &Quotation| {
        let mark = Span { start: quotation.span.start, end: quotation.inner.start };
        let fault = Fault {
            rule: rules::UNCLOSED_QUOTE,
            what:
                "This quotation mark is never closed; the quote is taken to end with its paragraph."
                    .to_owned(),
            sure: Sure::Likely,
        };
        fault.at(scene.document, vec![mark])
    };
    unclosed.map(fault).collect()
}

/// Whether a quotation ends with its paragraph, and the next does not go on with it. Single marks are left alone:
/// one that is not closed may be an apostrophe.
fn is_unclosed(scene: &Scene, quotation: &Quotation) -> bool {
    let document = scene.document;
    if quotation.closed || quotation.style == QuotationStyle::Single {
        return false;
    }
    let next = document.paragraph_of(document.token_at(quotation.span.start)) + 1;
    let reopens = document.paragraphs.get(next).is_some_and(|next| {
        let first = document.tokens_in(*next).start;
        first < scene.len() && scene.opens(first).is_some()
    });
    !reopens
}
