//! What the grammar says of a text, as plain data: for those who write rules and want to see what a rule sees.
//!
//! The page `www/inspect.html` draws it. Findings are not in it: [`crate::analyze`] gives those of the same text.

use std::ops::Range;

use serde::{Serialize, Serializer};

use crate::analysis::Spans;
use crate::syntax::{self, FineTag, Relation, Syntax, Tag, Tense};
use crate::text::Document;
use crate::{Options, Span, document};

/// Every sentence of a text, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inspection {
    pub sentences: Vec<Sentence>,
}

/// Tokens and what they form. Indices of tokens count from 0 within the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    #[serde(flatten)]
    pub span: Span,
    pub tokens: Vec<Token>,
    pub names: Vec<Name>,
    pub phrases: Vec<Phrase>,
    pub verb_groups: Vec<VerbGroup>,
    pub clauses: Vec<Clause>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Token {
    #[serde(flatten)]
    pub span: Span,
    pub form: String,
    /// Singular of a noun, base form of a verb, where the engine knows one.
    pub lemma: Option<String>,
    /// Universal part of speech, `NOUN`.
    pub tag: &'static str,
    /// Part of speech of the Penn Treebank, `NNS`.
    pub fine_tag: &'static str,
    /// `None` for the root.
    pub head: Option<usize>,
    /// `nsubj:pass`
    pub relation: &'static str,
    /// `PER`, `ORG` or `LOC`, for a token of a name.
    pub name: Option<&'static str>,
    /// What the gazetteer says the word may be.
    pub classes: Vec<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Name {
    #[serde(serialize_with = "pair")]
    pub tokens: Range<usize>,
    /// `PER`, `ORG` or `LOC`.
    pub kind: &'static str,
}

/// A base noun phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase {
    #[serde(serialize_with = "pair")]
    pub tokens: Range<usize>,
    pub head: usize,
}

/// A verb with its auxiliaries, negation and `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerbGroup {
    pub verb: usize,
    /// Not always one after another: `has not yet been seen` leaves `yet` out.
    pub tokens: Vec<usize>,
    /// `past`, `present` or `future`; `None` for infinitives and participles.
    pub tense: Option<&'static str>,
    pub perfect: bool,
    pub progressive: bool,
    pub passive: bool,
    pub negated: bool,
    pub modal: Option<usize>,
}

/// A predicate with what depends on it, clauses inside it included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clause {
    pub head: usize,
    #[serde(serialize_with = "pair")]
    pub tokens: Range<usize>,
    /// The head of its subject, which for a second verb may stand before the clause.
    pub subject: Option<usize>,
}

impl Spans for Inspection {
    fn for_each_span(&mut self, mut visit: impl FnMut(&mut Span)) {
        for sentence in &mut self.sentences {
            visit(&mut sentence.span);
            sentence.tokens.iter_mut().for_each(|token| visit(&mut token.span));
        }
    }
}

/// The grammar of a text, read as [`crate::analyze`] reads it. Offsets are bytes of `text`.
///
/// ```
/// use copydesk::{Options, inspect::inspect};
/// let inspection = inspect("Rescuers found 40 sailors.", &Options::default());
/// let sailors = &inspection.sentences[0].tokens[3];
/// assert_eq!((sailors.tag, sailors.relation, sailors.head), ("NOUN", "obj", Some(1)));
/// assert_eq!(sailors.lemma.as_deref(), Some("sailor"));
/// ```
pub fn inspect(text: &str, options: &Options) -> Inspection {
    let (_, document) = document(text, options);
    let syntax = Syntax::new(&document);
    let sentences = 0..document.sentences.len();
    let view = |sentence| View::new(&document, &syntax, sentence).sentence();
    Inspection { sentences: sentences.map(view).collect() }
}

/// One sentence of a document, and where its tokens begin.
struct View<'a> {
    document: &'a Document<'a>,
    syntax: &'a Syntax<'a>,
    index: usize,
    tokens: Range<usize>,
}

impl<'a> View<'a> {
    fn new(document: &'a Document<'a>, syntax: &'a Syntax<'a>, index: usize) -> Self {
        View { document, syntax, index, tokens: document.sentences[index].tokens.clone() }
    }

    fn sentence(&self) -> Sentence {
        Sentence {
            span: self.document.span(self.tokens.clone()),
            tokens: self.tokens(),
            names: self.names(),
            phrases: self.phrases(),
            verb_groups: self.tokens.clone().filter_map(|token| self.verb_group(token)).collect(),
            clauses: self.clauses(),
        }
    }

    /// The place in the sentence of a token of the document.
    fn place(&self, token: usize) -> usize {
        token - self.tokens.start
    }

    fn places(&self, tokens: &Range<usize>) -> Range<usize> {
        self.place(tokens.start)..self.place(tokens.end)
    }

    fn tokens(&self) -> Vec<Token> {
        self.tokens.clone().map(|at| self.token(at)).collect()
    }

    fn token(&self, at: usize) -> Token {
        let syntax = self.syntax;
        Token {
            span: self.document.tokens[at].span,
            form: self.document.word(at).to_owned(),
            lemma: self.lemma(at),
            tag: syntax.tag(at).name(),
            fine_tag: syntax.fine_tag(at).name(),
            head: syntax.head(at).map(|head| self.place(head)),
            relation: syntax.relation(at).name(),
            name: syntax.name_of(at).map(|name| name.kind.name()),
            classes: classes(syntax.classes(at)),
        }
    }

    fn lemma(&self, at: usize) -> Option<String> {
        match (self.syntax.tag(at), self.syntax.fine_tag(at)) {
            (Tag::Noun, FineTag::Nns) => {
                Some(syntax::singular(self.document.lower(at)).into_owned())
            }
            (Tag::Noun, _) => Some(self.document.lower(at).to_owned()),
            (Tag::Verb, _) => {
                syntax::base_form(self.document.lower(at)).map(|(base, _)| base.to_owned())
            }
            _ => None,
        }
    }

    fn names(&self) -> Vec<Name> {
        let all = self.syntax.names();
        let first = all.partition_point(|name| name.tokens.start < self.tokens.start);
        let here = all[first..].iter().take_while(|name| name.tokens.start < self.tokens.end);
        here.map(|name| Name { tokens: self.places(&name.tokens), kind: name.kind.name() })
            .collect()
    }

    fn phrases(&self) -> Vec<Phrase> {
        let phrase = |phrase: &syntax::Phrase| Phrase {
            tokens: self.places(&phrase.tokens),
            head: self.place(phrase.head),
        };
        self.syntax.phrases(self.index).iter().map(phrase).collect()
    }

    /// The verb group of a predicate; participles before a noun (`wounded sailors`) are none.
    fn verb_group(&self, at: usize) -> Option<VerbGroup> {
        use Relation::{Amod, Aux, AuxPass, Cop};
        if matches!(self.syntax.relation(at), Amod | Aux | AuxPass | Cop) {
            return None;
        }
        let group = self.syntax.verb_group(at)?;
        Some(VerbGroup {
            verb: self.place(group.verb),
            tokens: group.tokens.iter().map(|&token| self.place(token)).collect(),
            tense: group.tense.map(|tense| match tense {
                Tense::Past => "past",
                Tense::Present => "present",
                Tense::Future => "future",
            }),
            perfect: group.perfect,
            progressive: group.progressive,
            passive: group.passive,
            negated: group.negated,
            modal: group.modal.map(|modal| self.place(modal)),
        })
    }

    fn clauses(&self) -> Vec<Clause> {
        let heads = self.tokens.clone().filter(|&token| self.syntax.is_clause_head(token));
        let clause = |head| {
            let clause = self.syntax.clause(head);
            Clause {
                head: self.place(clause.head),
                tokens: self.places(&clause.tokens),
                subject: clause.subject.map(|subject| self.place(subject)),
            }
        };
        heads.map(clause).collect()
    }
}

/// Names of the gazetteer's bits, the lowest first.
const CLASSES: [&str; 16] = [
    "given name, male",
    "given name, female",
    "surname",
    "country",
    "nationality",
    "place",
    "organisation",
    "title",
    "organisation word",
    "place word",
    "common word",
    "in a place",
    "in an organisation",
    "in a country",
    "in a title",
    "begins a phrase",
];

fn classes(bits: u16) -> Vec<&'static str> {
    let set = CLASSES.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    set.map(|(_, name)| *name).collect()
}

fn pair<S: Serializer>(tokens: &Range<usize>, serializer: S) -> Result<S::Ok, S::Error> {
    [tokens.start, tokens.end].serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::gazetteer::class;
    use crate::text::offsets::{Unit, convert};

    fn only(text: &str) -> Sentence {
        let mut sentences = inspect(text, &Options::default()).sentences;
        assert_eq!(sentences.len(), 1, "{text}");
        sentences.remove(0)
    }

    impl Sentence {
        fn words(&self, tokens: impl IntoIterator<Item = usize>) -> String {
            let forms: Vec<&str> = tokens.into_iter().map(|at| &*self.tokens[at].form).collect();
            forms.join(" ")
        }
    }

    #[test]
    fn tokens_with_their_grammar() {
        for (text, form, expected) in [
            ("The bodies were found.", "bodies", "NOUN NNS body nsubj:pass found -"),
            ("The bodies were found.", "found", "VERB VBN find root - -"),
            ("The bodies were found.", "were", "AUX VBD - aux:pass found -"),
            ("The crew waited.", "crew", "NOUN NN crew nsubj waited -"),
            ("Anna Brandt waited.", "Anna", "PROPN NNP - nsubj waited PER"),
            ("They sailed to Norway.", "Norway", "PROPN NNP - obl sailed LOC"),
        ] {
            let sentence = only(text);
            let token = sentence.tokens.iter().find(|token| token.form == form).expect(form);
            let found = [
                token.tag,
                token.fine_tag,
                token.lemma.as_deref().unwrap_or("-"),
                token.relation,
                token.head.map_or("-", |head| &sentence.tokens[head].form),
                token.name.unwrap_or("-"),
            ];
            assert_eq!(found.join(" "), expected, "{text}: {form}");
        }
    }

    #[test]
    fn what_tokens_form() {
        for (text, names, phrases, verbs, clauses) in [
            (
                "Anna Brandt said the two ferries had not been found.",
                "PER Anna Brandt",
                "Anna Brandt|the two ferries",
                "said: past|had not been found: past perfect passive negated",
                "said (Anna)|found (ferries)",
            ),
            (
                "The wounded sailors could return.",
                "",
                "The wounded sailors",
                "could return: present could",
                "return (sailors)",
            ),
        ] {
            let sentence = only(text);
            let join = |items: Vec<String>| items.join("|");
            let name =
                |name: &Name| format!("{} {}", name.kind, sentence.words(name.tokens.clone()));
            assert_eq!(join(sentence.names.iter().map(name).collect()), names);
            let phrase = |phrase: &Phrase| sentence.words(phrase.tokens.clone());
            assert_eq!(join(sentence.phrases.iter().map(phrase).collect()), phrases);
            let verb = |group: &VerbGroup| {
                let flags = [
                    (group.perfect, "perfect"),
                    (group.passive, "passive"),
                    (group.negated, "negated"),
                ];
                let mut features: Vec<&str> = group.tense.into_iter().collect();
                features.extend(flags.iter().filter(|(is, _)| *is).map(|(_, name)| *name));
                features.extend(group.modal.map(|modal| &*sentence.tokens[modal].form));
                format!("{}: {}", sentence.words(group.tokens.clone()), features.join(" "))
            };
            assert_eq!(join(sentence.verb_groups.iter().map(verb).collect()), verbs);
            let clause = |clause: &Clause| {
                format!("{} ({})", sentence.words([clause.head]), sentence.words(clause.subject))
            };
            assert_eq!(join(sentence.clauses.iter().map(clause).collect()), clauses);
        }
    }

    #[test]
    fn counts_places_within_the_sentence_and_offsets_within_the_text() {
        let text = "“Ende” 😀.\n\nThe crew slept. Anna Brandt woke.";
        let mut inspection = inspect(text, &Options::default());
        convert(&mut inspection, text, Unit::Utf16);
        let units: Vec<u16> = text.encode_utf16().collect();
        let last = inspection.sentences.last().expect("there are sentences");
        assert_eq!(last.names[0].tokens, 0..2);
        assert!(last.clauses.iter().all(|clause| clause.tokens == (0..4)));
        for sentence in &inspection.sentences {
            for token in &sentence.tokens {
                let here = &units[token.span.start..token.span.end];
                assert_eq!(String::from_utf16_lossy(here), token.form);
                assert!(sentence.span.contains(token.span));
            }
        }
    }

    #[test]
    fn classes_have_the_names_of_their_bits() {
        for (bits, expected) in [
            (0, ""),
            (class::GIVEN_MALE | class::SURNAME, "given name, male|surname"),
            (class::COUNTRY | class::PLACE, "country|place"),
            (class::TITLE | class::PLACE_WORD, "title|place word"),
            (class::COMMON | class::PHRASE_PLACE, "common word|in a place"),
            (class::PHRASE_BEGIN, "begins a phrase"),
        ] {
            assert_eq!(classes(bits).join("|"), expected);
        }
        let sentence = only("They sailed to Norway.");
        assert!(sentence.tokens[1].classes.is_empty());
        assert!(sentence.tokens[3].classes.contains(&"country"));
    }

    #[test]
    fn a_text_without_words_has_no_sentences() {
        assert!(inspect(" \n\n ", &Options::default()).sentences.is_empty());
    }
}
