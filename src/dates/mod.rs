//! Temporal expressions: found by a grammar over tokens, resolved against the day of publication.

mod reference;

pub use reference::{NotADate, Reference};

use crate::analysis::Date;
use crate::syntax::Syntax;
use crate::text::Document;

/// All temporal expressions of a document, in order, never overlapping. Ids are `d1`, `d2` …
pub fn find(_document: &Document, _syntax: &Syntax, _reference: Option<Reference>) -> Vec<Date> {
    Vec::new()
}
