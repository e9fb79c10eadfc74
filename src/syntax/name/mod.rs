//! Scores of name labels -> names, consistent through the document.

mod document;
mod extent;
mod labels;

use std::ops::Range;

use super::{NameKind, Syntax};
use crate::text::Document;
use labels::Marks;

/// A person, organisation or place by name, without titles and descriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Without words that the treebanks tag as adjectives and such: `States` of `United States`.
    pub core: Range<usize>,
    pub kind: NameKind,
}

/// The name that a token stands in; `names` in order, not overlapping.
pub fn at(names: &[Name], token: usize) -> Option<&Name> {
    let at = names.partition_point(|name| name.tokens.end <= token);
    names.get(at).filter(|name| name.tokens.contains(&token))
}

/// All names in order, never overlapping.
pub fn find(document: &Document, syntax: &Syntax) -> Vec<Name> {
    let sentences = 0..document.sentences.len();
    let marks = Marks::new(document, sentences.clone().map(|sentence| syntax.sentence(sentence)));
    let mut names = Vec::new();
    for sentence in sentences {
        let marked = marks.of(syntax.sentence(sentence));
        let whole =
            marked.filter_map(|(tokens, kind)| extent::whole(document, syntax, tokens, kind));
        extent::join(document, syntax, whole, &mut names);
    }
    extent::add_phrases(document, syntax, &mut names);
    document::settle(document, syntax, &mut names);
    names
}
