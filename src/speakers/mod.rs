//! Quotations, direct and reported, and who said them.

use crate::analysis::{Quote, Speaker};
use crate::syntax::Syntax;
use crate::text::Document;

/// All quotes of a document in order, ids `q1`, `q2` …, and their speakers, ids `s1`, `s2` …
pub fn find(_document: &Document, _syntax: &Syntax) -> (Vec<Quote>, Vec<Speaker>) {
    (Vec::new(), Vec::new())
}
