//! A number in the headline that the text does not give.

use super::rules;
use crate::analysis::{Check, Modifier, Sure};
use crate::desk::brief::{Brief, Claim};
use crate::desk::{agree, is_near};
use crate::fault::Fault;
use crate::text::Document;

/// So many claims of the text are its beginning, which the headline is made of.
const BEGINNING: usize = 8;

/// Checks of the numbers in the headline.
pub fn faults(document: &Document, brief: &Brief) -> Vec<Check> {
    let (title, text): (Vec<&Claim>, Vec<&Claim>) =
        brief.claims.iter().partition(|claim| claim.title);
    title.iter().filter_map(|claim| fault(document, claim, &text)).collect()
}

/// A claim in the headline with which no number of the text agrees, and the one that stands in its place.
fn fault(document: &Document, claim: &Claim, text: &[&Claim]) -> Option<Check> {
    let comparable = |other: &&&Claim| other.measure == claim.measure;
    let exact = claim.amount.modifier == Modifier::Exactly && !claim.amount.vague;
    if !exact || text.iter().filter(comparable).any(|other| agree(claim, other)) {
        return None;
    }
    let near =
        text.iter().take(BEGINNING).filter(comparable).find(|other| is_near(claim, other))?;
    // Parts may add up to what the headline gives.
    if near.part || near.additive || claim.additive {
        return None;
    }
    let what = format!(
        "The headline gives {}, the text {}.",
        claim.span.of(document.text),
        near.span.of(document.text)
    );
    let fault = Fault { rule: rules::HEADLINE, what, sure: Sure::Likely };
    Some(fault.at(document, vec![claim.span, near.span]))
}
