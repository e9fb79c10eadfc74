//! Headlines in capitals or without any: their words as the rest of the document writes them.
//!
//! The network knows names by their capitals. Where a sentence's capitals say nothing, each of its words is read as it
//! stands in usual sentences of the document; a word that stands in none, by what the gazetteer knows of it.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::gazetteer::{self, class};
use crate::text::Document;

/// How the letters of a sentence are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// Small, with capitals that tell names and the beginning of the sentence.
    Usual,
    /// ALL IN CAPITALS.
    Capitals,
    /// all small.
    Small,
}

/// Words as usual sentences write them within the sentence.
pub struct Casing<'a> {
    document: &'a Document<'a>,
    /// By the word in small letters, a token that is written as all of them are; `None` where they differ. Made when it
    /// is first asked for.
    usual: OnceCell<HashMap<Box<str>, Option<usize>>>,
}

impl<'a> Casing<'a> {
    pub fn new(document: &'a Document<'a>) -> Self {
        Casing { document, usual: OnceCell::new() }
    }

    fn usual(&self) -> &HashMap<Box<str>, Option<usize>> {
        self.usual.get_or_init(|| {
            let mut usual = HashMap::new();
            let sentences = self.document.sentences.iter().map(|sentence| sentence.tokens.clone());
            for tokens in
                sentences.filter(|tokens| written(self.document, tokens) == Written::Usual)
            {
                for token in tokens.skip(1) {
                    let word = |token| self.document.word(token);
                    let seen =
                        usual.entry(self.document.lower(token).into()).or_insert(Some(token));
                    *seen = seen.filter(|&seen| word(seen) == word(token));
                }
            }
            usual
        })
    }

    /// The words of a sentence, as the network is to read them.
    pub fn words(&self, tokens: Range<usize>) -> Vec<Cow<'a, str>> {
        let written = written(self.document, &tokens);
        tokens.map(|token| self.word(token, written)).collect()
    }

    fn word(&self, token: usize, written: Written) -> Cow<'a, str> {
        let word = self.document.word(token);
        if written == Written::Usual || !word.chars().any(char::is_alphabetic) {
            return word.into();
        }
        match self.usual().get(self.document.lower(token)) {
            Some(&Some(usual)) => self.document.word(usual).into(),
            None => by_gazetteer(word, written),
            Some(None) => word.into(),
        }
    }
}

fn by_gazetteer(word: &str, written: Written) -> Cow<'_, str> {
    const NAMES: u16 = class::GIVEN_MALE
        | class::GIVEN_FEMALE
        | class::SURNAME
        | class::COUNTRY
        | class::NATIONALITY
        | class::PLACE
        | class::ORG;
    let capitalised = capitalised(word);
    let classes = gazetteer::shipped().classes(&[&capitalised])[0];
    if classes & NAMES > 0 && classes & class::COMMON == 0 {
        capitalised.into()
    } else if written == Written::Capitals {
        word.to_lowercase().into()
    } else {
        word.into()
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

fn written(document: &Document, tokens: &Range<usize>) -> Written {
    /// Fewer words tell nothing, and shorter ones are often written otherwise.
    const FEWEST: usize = 3;
    const SHORTEST: usize = 4;
    let words = || tokens.clone().map(|token| document.word(token));
    let long =
        words().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST);
    if long.take(FEWEST).count() < FEWEST {
        return Written::Usual;
    }
    let all = |wrong: fn(char) -> bool| !words().any(|word| word.contains(wrong));
    if all(char::is_lowercase) {
        Written::Capitals
    } else if all(char::is_uppercase) {
        Written::Small
    } else {
        Written::Usual
    }
}
