//! Tokens -> parts of speech and noun phrases.
//!
//! In: a [`Document`]. Out: a [`Syntax`] beside it, indexed by the same token numbers.
//! Closed classes and frequent verbs come from lists, the rest from endings, capitals and neighbours.
//!
//! ```
//! use copydesk::{syntax::{Syntax, Tag}, text::Document};
//! let document = Document::new("Rescuers evacuated 40 wounded sailors.");
//! let syntax = Syntax::new(&document);
//! assert_eq!(syntax.tags[1], Tag::Verb);
//! let phrase = syntax.phrase_of(4).expect("sailors stands in a noun phrase");
//! assert_eq!((phrase.tokens.clone(), phrase.head), (2..5, 4));
//! ```

pub mod gazetteer;
mod lemma;
mod phrase;
mod tagger;
mod verb;

use crate::text::Document;
pub use lemma::{is_plural, singular};
pub use phrase::Phrase;
pub use verb::{Form, base_form};

/// Universal part of speech (UPOS).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
}

impl Tag {
    /// A common or proper noun.
    pub fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Propn)
    }
}

/// What the stages after this one know of a document's grammar.
pub struct Syntax {
    /// One a token.
    pub tags: Vec<Tag>,
    /// Base noun phrases, in order, never overlapping.
    pub phrases: Vec<Phrase>,
}

impl Syntax {
    pub fn new(document: &Document) -> Self {
        let tags = tagger::tag(document);
        let phrases = phrase::chunk(document, &tags);
        Syntax { tags, phrases }
    }

    /// The noun phrase that token `index` stands in.
    pub fn phrase_of(&self, index: usize) -> Option<&Phrase> {
        let at = self.phrases.partition_point(|phrase| phrase.tokens.end <= index);
        self.phrases.get(at).filter(|phrase| phrase.tokens.contains(&index))
    }
}
