//! Tokens -> parts of speech, by lists, endings and neighbours.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Form, Tag, base_form};
use crate::text::{Document, TokenKind};

static CLOSED: LazyLock<HashMap<&str, Tag>> = LazyLock::new(|| {
    include_str!("closed.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(word, tag)| Some((word, by_name(tag)?)))
        .collect()
});

fn by_name(name: &str) -> Option<Tag> {
    Some(match name {
        "ADJ" => Tag::Adj,
        "ADP" => Tag::Adp,
        "ADV" => Tag::Adv,
        "AUX" => Tag::Aux,
        "CCONJ" => Tag::Cconj,
        "DET" => Tag::Det,
        "INTJ" => Tag::Intj,
        "NUM" => Tag::Num,
        "PART" => Tag::Part,
        "PRON" => Tag::Pron,
        "SCONJ" => Tag::Sconj,
        _ => return None,
    })
}

/// One tag a token.
pub fn tag(document: &Document) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::with_capacity(document.tokens.len());
    for sentence in &document.sentences {
        let headline = is_headline(document, sentence.tokens.clone());
        for index in sentence.tokens.clone() {
            let initial = index == sentence.tokens.start || opens(document, index - 1);
            let before = (index > sentence.tokens.start).then(|| tags[index - 1]);
            let capital_next = index + 1 < sentence.tokens.end && capital(document.word(index + 1));
            let place = Place { before, initial: initial || headline, capital_next };
            tags.push(one(document, index, place));
        }
    }
    tags
}

/// What the neighbours say about a token.
struct Place {
    before: Option<Tag>,
    /// Capitals mean nothing here.
    initial: bool,
    capital_next: bool,
}

fn capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// A mark after which a sentence may begin.
fn opens(document: &Document, index: usize) -> bool {
    matches!(document.word(index), "“" | "\"" | "‘" | "'" | "«" | "(" | ":" | "•")
}

/// Title Case or CAPITALS: nearly every word has a capital.
fn is_headline(document: &Document, tokens: std::ops::Range<usize>) -> bool {
    let words = tokens
        .filter(|&i| document.tokens[i].kind == TokenKind::Word && document.word(i).len() > 3);
    let (mut all, mut capitals) = (0, 0);
    for index in words {
        all += 1;
        capitals += usize::from(capital(document.word(index)));
    }
    all >= 6 && capitals * 10 >= all * 9
}

fn one(document: &Document, index: usize, place: Place) -> Tag {
    match document.tokens[index].kind {
        TokenKind::Number => return Tag::Num,
        TokenKind::Punct => return Tag::Punct,
        TokenKind::Symbol => return Tag::Sym,
        TokenKind::Address => return Tag::Noun,
        TokenKind::Word => {}
    }
    let word = document.word(index);
    let lower = document.lower(index);
    let name =
        capital(word) && (!place.initial || place.capital_next && !CLOSED.contains_key(lower));
    if name && (lower != "i") && !(word.len() > 1 && place.initial && base_form(lower).is_some()) {
        return Tag::Propn;
    }
    if let Some(&tag) = CLOSED.get(lower) {
        return closed(tag, lower, &place);
    }
    open(lower, &place)
}

/// Settles the words of a closed class that have two uses.
fn closed(tag: Tag, lower: &str, place: &Place) -> Tag {
    match (lower, place.before) {
        ("her" | "that" | "this" | "these" | "those" | "all" | "some", Some(Tag::Adp))
            if place.capital_next =>
        {
            Tag::Det
        }
        ("'s" | "’s", Some(Tag::Noun | Tag::Propn)) => Tag::Part,
        ("left", Some(Tag::Noun | Tag::Pron | Tag::Aux | Tag::Propn)) => Tag::Verb,
        _ => tag,
    }
}

/// Nouns, verbs, adjectives and adverbs.
fn open(lower: &str, place: &Place) -> Tag {
    let nominal_place =
        matches!(place.before, Some(Tag::Det | Tag::Adj | Tag::Num | Tag::Adp | Tag::Part));
    let verbal_place =
        matches!(place.before, Some(Tag::Pron | Tag::Aux | Tag::Noun | Tag::Propn | Tag::Adv));
    if let Some((_, form)) = base_form(lower) {
        return match form {
            Form::Past | Form::Participle if matches!(place.before, Some(Tag::Det | Tag::Adj)) => {
                Tag::Adj
            }
            Form::Past | Form::Participle => Tag::Verb,
            Form::Ing if matches!(place.before, Some(Tag::Det | Tag::Adj)) => Tag::Noun,
            Form::Ing => Tag::Verb,
            Form::Base if matches!(place.before, Some(Tag::Pron | Tag::Aux)) => Tag::Verb,
            Form::Base | Form::Third if nominal_place => Tag::Noun,
            Form::Third if verbal_place => Tag::Verb,
            Form::Base | Form::Third => {
                if verbal_place {
                    Tag::Verb
                } else {
                    Tag::Noun
                }
            }
        };
    }
    by_ending(lower, place)
}

fn by_ending(lower: &str, place: &Place) -> Tag {
    let ends = |endings: &[&str]| {
        endings.iter().any(|ending| lower.len() > ending.len() + 2 && lower.ends_with(ending))
    };
    if ends(&["ly"]) && !ends(&["family", "supply", "assembly", "anomaly"]) {
        Tag::Adv
    } else if ends(&[
        "ous", "ful", "ive", "able", "ible", "ical", "less", "ish", "ian", "ese", "ic",
    ]) {
        Tag::Adj
    } else if ends(&["ed"]) {
        if matches!(place.before, Some(Tag::Det | Tag::Num)) { Tag::Adj } else { Tag::Verb }
    } else if ends(&["al"])
        && matches!(place.before, Some(Tag::Det | Tag::Num))
        && !ends(&["hospital", "arrival", "official"])
    {
        Tag::Adj
    } else if ends(&["ing"]) && !matches!(place.before, Some(Tag::Det | Tag::Adj | Tag::Adp)) {
        Tag::Verb
    } else {
        Tag::Noun
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for (text, expected) in [
            ("The ferry sank quickly.", "Det Noun Verb Adv Punct"),
            ("About 40 sailors were trapped in Hale.", "Adp Num Noun Aux Verb Adp Propn Punct"),
            ("The mayor's office said so.", "Det Noun Part Noun Verb Sconj Punct"),
            ("She reports it.", "Pron Verb Pron Punct"),
            ("The reports continue.", "Det Noun Verb Punct"),
        ] {
            let document = Document::new(text);
            let found: Vec<String> = tag(&document).iter().map(|tag| format!("{tag:?}")).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
