//! Tokens -> parts of speech, heads, relations, names; phrases, verb groups and clauses read off them.
//!
//! In: a [`Document`]. Out: a [`Syntax`] over it, indexed by the same token numbers. A trained network does the
//! work (`models/README.md`); a sentence is parsed when something about it is asked for the first time, and once.
//!
//! ```
//! use copydesk::{syntax::{Relation, Syntax, Tag}, text::Document};
//! let document = Document::new("Rescuers evacuated 40 wounded sailors.");
//! let syntax = Syntax::new(&document);
//! assert_eq!(syntax.tag(1), Tag::Verb);
//! assert_eq!((syntax.head(4), syntax.relation(4)), (Some(1), Relation::Obj));
//! let phrase = syntax.phrase_of(4).expect("sailors stands in a noun phrase");
//! assert_eq!((phrase.tokens.clone(), phrase.head), (2..5, 4));
//! ```

mod case;
mod clause;
pub mod gazetteer;
mod lemma;
mod name;
mod parse;
mod phrase;
mod verb;
mod verb_group;

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::sync::LazyLock;

use crate::text::Document;
use case::Casing;
pub use clause::Clause;
pub(crate) use copydesk_network::fnv;
pub use copydesk_network::{FineTag, NameKind, Relation, Tag};
use copydesk_network::{Network, Scratch};
pub use lemma::{is_plural, singular};
pub use name::Name;
use parse::Parsed;
pub use phrase::Phrase;
pub use verb::{Form, base_form};
pub use verb_group::{Tense, VerbGroup};

/// The model that Copydesk comes with; its test reads it, so that a broken one is never built into a release.
static NETWORK: LazyLock<Network> = LazyLock::new(|| {
    Network::load(include_bytes!("../../models/en.bin")).unwrap_or_else(|error| panic!("{error}"))
});

/// What the stages after this one know of a document's grammar.
pub struct Syntax<'a> {
    document: &'a Document<'a>,
    sentences: Vec<OnceCell<Parsed>>,
    names: OnceCell<Vec<Name>>,
    scratch: RefCell<Scratch>,
    casing: Casing<'a>,
}

impl<'a> Syntax<'a> {
    /// Parses nothing yet.
    pub fn new(document: &'a Document<'a>) -> Self {
        Syntax {
            document,
            sentences: document.sentences.iter().map(|_| OnceCell::new()).collect(),
            names: OnceCell::new(),
            scratch: RefCell::default(),
            casing: Casing::new(document),
        }
    }

    /// The parse of sentence `index`.
    fn sentence(&self, index: usize) -> &Parsed {
        self.sentences[index].get_or_init(|| {
            let tokens = self.document.sentences[index].tokens.clone();
            parse::parse(&NETWORK, &self.casing, tokens, &mut self.scratch.borrow_mut())
        })
    }

    /// The parse that holds a token, and the token's place in it.
    fn at(&self, token: usize) -> (&Parsed, usize) {
        let parsed = self.sentence(self.document.sentence_of(token));
        (parsed, token - parsed.start)
    }

    /// Part of speech. Past the last token it is `X`, so that rules can look ahead.
    pub fn tag(&self, token: usize) -> Tag {
        if token >= self.document.tokens.len() {
            return Tag::X;
        }
        let (parsed, at) = self.at(token);
        parsed.tags[at]
    }

    /// Part of speech of the Penn Treebank: tense, participle, plural. Past the last token it is `NFP`.
    pub fn fine_tag(&self, token: usize) -> FineTag {
        if token >= self.document.tokens.len() {
            return FineTag::Nfp;
        }
        let (parsed, at) = self.at(token);
        parsed.fine_tags[at]
    }

    /// An article, a demonstrative or a possessive pronoun before a noun: `the`, `these`, `his`.
    pub fn is_determiner(&self, token: usize) -> bool {
        let possessive = matches!(self.fine_tag(token), FineTag::PrpPoss | FineTag::WpPoss);
        possessive || self.tag(token) == Tag::Det
    }

    /// What the gazetteer says of a word where it stands: bits of [`gazetteer::class`].
    pub fn classes(&self, token: usize) -> u16 {
        let (parsed, at) = self.at(token);
        parsed.classes[at]
    }

    /// The token that this one depends on; `None` for the root of its sentence.
    pub fn head(&self, token: usize) -> Option<usize> {
        let (parsed, at) = self.at(token);
        parsed.heads[at]
    }

    /// How it depends on its head.
    pub fn relation(&self, token: usize) -> Relation {
        let (parsed, at) = self.at(token);
        parsed.relations[at]
    }

    /// The tokens that depend on this one, in order.
    pub fn dependents(&self, token: usize) -> impl DoubleEndedIterator<Item = usize> {
        let (parsed, at) = self.at(token);
        parsed.dependents(at).map(|dependent| dependent + parsed.start)
    }

    /// The first dependent with a relation that `wanted` accepts.
    pub fn dependent(&self, token: usize, wanted: impl Fn(Relation) -> bool) -> Option<usize> {
        self.dependents(token).find(|&dependent| wanted(self.relation(dependent)))
    }

    /// The tokens from the head of `token` up to the root.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.head(token), |&head| self.head(head))
    }

    /// From the first to the last token that depends on this one, directly or through others, itself included.
    pub fn subtree(&self, token: usize) -> Range<usize> {
        let (parsed, at) = self.at(token);
        let span = parsed.subtree(at);
        span.start + parsed.start..span.end + parsed.start
    }

    /// Base noun phrases of the whole document, in order.
    pub fn all_phrases(&self) -> impl Iterator<Item = &Phrase> {
        (0..self.sentences.len()).flat_map(|sentence| self.phrases(sentence))
    }

    /// Base noun phrases of a sentence, in order, never overlapping.
    pub fn phrases(&self, sentence: usize) -> &[Phrase] {
        &self.sentence(sentence).phrases
    }

    /// The noun phrase that a token stands in.
    pub fn phrase_of(&self, token: usize) -> Option<&Phrase> {
        if token >= self.document.tokens.len() {
            return None;
        }
        let phrases = self.phrases(self.document.sentence_of(token));
        let at = phrases.partition_point(|phrase| phrase.tokens.end <= token);
        phrases.get(at).filter(|phrase| phrase.tokens.contains(&token))
    }

    /// Names of persons, organisations and places in the whole document, in order, never overlapping.
    pub fn names(&self) -> &[Name] {
        self.names.get_or_init(|| name::find(self.document, self))
    }

    /// The name that a token stands in.
    pub fn name_of(&self, token: usize) -> Option<&Name> {
        name::at(self.names(), token)
    }
}

#[cfg(test)]
mod tests;
