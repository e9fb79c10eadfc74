//! Who stands beside a cue: the subject of a reporting verb, with its apposition and relative clause.

use std::ops::Range;

use super::adverbial;
use super::apposition::{self, LONGEST};
use super::name;
use super::scene::Scene;
use crate::syntax::{Tag, base_form};
use crate::text::TokenKind;

/// A source beside a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// All of it: `Hale, the mayor of Port Hale`.
    pub tokens: Range<usize>,
    /// Its first noun phrase: `Hale`.
    pub core: Range<usize>,
}

impl Mention {
    fn plain(core: Range<usize>) -> Self {
        Mention { tokens: core.clone(), core }
    }
}

/// The subject before a verb whose first token is `verb`; nothing before `start` is looked at.
pub fn before(scene: &Scene, verb: usize, start: usize) -> Option<Mention> {
    let at = adverbial::skip_back(scene, verb, start);
    if at == start && at < verb && scene.capital(at) && at + 1 == verb {
        // `Kelly said`: a name that looks like an adverb.
        return Some(Mention::plain(at..verb));
    }
    let last =
        at.checked_sub(1).filter(|&last| last >= start && scene.quotation(last).is_none())?;
    if scene.is(last, &["who", "which"]) {
        return Some(Mention::plain(last..at));
    }
    match scene.word(last) {
        "," | "—" | "–" | "--" | ")" => apposition::parenthetical(scene, last, start),
        _ => noun_phrase(scene, at, start),
    }
}

/// The noun phrase that ends before `end`, taken back to the noun that it hangs on.
fn noun_phrase(scene: &Scene, end: usize, start: usize) -> Option<Mention> {
    let core = base(scene, end, start)?;
    let core = attach(scene, core, start)?;
    Some(Mention { tokens: core.start..end, core })
}

/// The base noun phrase that ends before `end`.
pub(super) fn base(scene: &Scene, end: usize, start: usize) -> Option<Range<usize>> {
    let phrase = scene.syntax.phrase_of(end.checked_sub(1)?)?;
    let mut from = without_dateline(scene, phrase.tokens.start.max(start), end);
    while from + 1 < end
        && scene.is(
            from,
            &["which", "what", "while", "when", "as", "if", "that", "because", "but", "and"],
        )
    {
        from += 1;
    }
    let outside = (from..end).all(|index| scene.quotation(index).is_none());
    let speaks = scene.tag(phrase.head) != Tag::Num
        && !scene.is(end - 1, &["it's", "there", "what"])
        && !(from + 1 == end && scene.is(from, &["that"]));
    (from < end && outside && speaks).then_some(from..end)
}

/// Where a noun phrase begins after a date line or rule that runs into it: `2022-05-04 The clerk`.
fn without_dateline(scene: &Scene, start: usize, end: usize) -> usize {
    let ends_line = |i: usize| {
        let number = i > start
            && scene.document.tokens[i].kind == TokenKind::Number
            && scene.word(i - 1) == "-";
        scene.word(i) == "|" || number
    };
    (start..end.saturating_sub(1)).rev().find(|&i| ends_line(i)).map_or(start, |i| i + 1)
}

/// Prepositions that tie a noun to the noun before them, where it can still be the subject.
const TIES: &[&str] = &[
    "of",
    "for",
    "in",
    "at",
    "from",
    "on",
    "with",
    "to",
    "near",
    "behind",
    "inside",
    "outside",
    "by",
    "against",
    "about",
    "between",
    "around",
    "under",
    "within",
    "over",
    "across",
    "into",
    "without",
    "including",
];

/// Goes back from a noun phrase over prepositions and relative clauses to the first noun of the chain.
pub(super) fn attach(scene: &Scene, mut core: Range<usize>, start: usize) -> Option<Range<usize>> {
    for _ in 0..6 {
        let Some(left) = core.start.checked_sub(1).filter(|&left| left >= start) else { break };
        if scene.quotation(left).is_some() {
            break;
        }
        let next = match scene.tag(left) {
            Tag::Adp
                if scene.is(left, &["with", "as", "than"])
                    && base(scene, left, start).is_none() =>
            {
                break;
            }
            // `after Hale said`: a conjunction here, whatever its tag.
            Tag::Adp
                if scene.is(left, &["after", "before", "since", "until", "as", "than", "like"]) =>
            {
                break;
            }
            Tag::Adp if !scene.is(left, TIES) => return None,
            Tag::Adp => match base(scene, left, start) {
                Some(outer) => Some(outer),
                // The object of a preposition does not speak: `In Paris said`.
                None => return None,
            },
            _ if is_relative(scene, left, start) => relative(scene, left, start),
            Tag::Cconj if scene.is(left, &["and"]) => coordinated(scene, left, start),
            // `the governor of the province [Ida Brandt]`: a name right after what she is.
            Tag::Noun if scene.tag(core.end - 1) == Tag::Propn => base(scene, core.start, start),
            _ => None,
        };
        match next {
            Some(outer) => core = outer,
            None => break,
        }
    }
    Some(core)
}

/// Whether a relative pronoun stands before the verb `verb`.
fn is_relative(scene: &Scene, verb: usize, start: usize) -> bool {
    let at = adverbial::skip_back(scene, verb, start);
    let pronoun = at > start && scene.is(at - 1, &["who", "that", "which"]);
    scene.tag(verb) == Tag::Verb || pronoun && base_form(scene.lower(verb)).is_some()
}

/// `A commander of the regiment that defends [the plant] said`: the phrase before `that`.
fn relative(scene: &Scene, verb: usize, start: usize) -> Option<Range<usize>> {
    let at = adverbial::skip_back(scene, verb, start);
    let pronoun = at.checked_sub(1).filter(|&pronoun| pronoun > start)?;
    if scene.is(pronoun, &["who", "that", "which"]) {
        return base(scene, pronoun, start);
    }
    // `The sailor rescued from [the wreck] said`
    let participle = scene.lower(verb).ends_with("ed") || scene.lower(verb).ends_with("ing");
    let outer = base(scene, verb, start).filter(|_| participle && at == verb)?;
    (outer.start == start).then_some(outer)
}

/// `Hale and [Brandt] said`, where nothing but the two names stands before the verb.
fn coordinated(scene: &Scene, and: usize, start: usize) -> Option<Range<usize>> {
    let first = base(scene, and, start)?;
    (first.start == start).then_some(first)
}

/// The subject between a quotation that ends at `quoted` and its verb: all that stands there.
pub fn between(scene: &Scene, quoted: usize, verb: usize) -> Option<Mention> {
    let at = adverbial::skip_back(scene, verb, quoted).max(quoted + 1);
    let end = if scene.word(at - 1) == "," { at - 1 } else { at };
    if end <= quoted || end - quoted > LONGEST || scene.tag(quoted) == Tag::Verb {
        return None;
    }
    let plain = (quoted..end)
        .all(|i| scene.quotation(i).is_none() && !matches!(scene.word(i), "." | ":" | ";"));
    let begins = matches!(
        scene.tag(quoted),
        Tag::Det | Tag::Propn | Tag::Noun | Tag::Pron | Tag::Num | Tag::Adj
    ) || scene.capital(quoted);
    let phrase = scene.syntax.phrase_of(quoted).map_or(quoted + 1, |phrase| phrase.tokens.end);
    let core = quoted..phrase.min(end);
    (plain && begins).then_some(Mention { tokens: quoted..end, core })
}

/// The speaker after an inverted verb, to the next mark: for phrases that are hard to read.
pub fn up_to_mark(scene: &Scene, at: usize, end: usize) -> Option<Mention> {
    let to = (at..end.min(at + 12)).find(|&i| {
        scene.quotation(i).is_some()
            || matches!(scene.word(i), "," | "." | "(" | ":" | ";" | "—" | "--")
    })?;
    let named = (at..to).any(|i| scene.tag(i) == Tag::Propn);
    (to > at && named).then(|| Mention::plain(at..to))
}

/// The subject after a verb: `said Hale, who runs the port`. `end` is the end of the sentence.
pub fn after(scene: &Scene, at: usize, end: usize) -> Option<Mention> {
    if at >= end || scene.quotation(at).is_some() {
        return None;
    }
    let phrase = scene.syntax.phrase_of(at).filter(|phrase| phrase.tokens.start == at)?;
    if phrase.tokens.end > end
        || adverbial::is_time(scene, phrase.head)
        || scene.is(at, &["it", "this", "that", "there", "what", "nothing"])
    {
        return None;
    }
    let core = with_name(scene, phrase.tokens.clone());
    let to = prepositions(scene, core.end, end);
    if to < end && matches!(scene.tag(to), Tag::Verb | Tag::Aux) && scene.quotation(to).is_none() {
        return None;
    }
    Some(Mention { tokens: core.start..apposition::end(scene, to, end), core })
}

/// The subject of a verb by the parse: `[The governor of the province] came, saying …`
pub fn of_verb(scene: &Scene, verb: usize) -> Option<Mention> {
    let subject = scene.syntax.subject(verb).filter(|&at| scene.quotation(at).is_none())?;
    let core = scene.syntax.phrase_of(subject)?.tokens.clone();
    let empty = scene.is(subject, &["it", "this", "there", "that", "what"]);
    let mut end = scene.syntax.subtree(subject).end.min(verb).max(core.end);
    while end > core.end && matches!(scene.word(end - 1), "," | "—" | "–" | "--") {
        end -= 1;
    }
    let quoted = (core.start..end).any(|i| scene.quotation(i).is_some());
    let tokens = core.start..if quoted { core.end } else { end };
    (!empty && core.start < verb).then_some(Mention { tokens, core })
}

/// The first noun phrase of a sentence that can be its subject.
pub fn first_subject(scene: &Scene, start: usize, end: usize) -> Option<Mention> {
    let fronted =
        start < end && (matches!(scene.tag(start), Tag::Adp | Tag::Sconj | Tag::Verb | Tag::Adv));
    let from = match fronted {
        true => (start..end).find(|&i| scene.word(i) == "," && scene.quotation(i).is_none())? + 1,
        false => start,
    };
    (from..end)
        .filter(|&index| scene.quotation(index).is_none())
        .find_map(|index| {
            let phrase = scene.syntax.phrase_of(index).filter(|p| p.tokens.start == index)?;
            let empty = scene.is(index, &["it", "this", "there", "that"]);
            let governed = empty || index > from && scene.tag(index - 1) == Tag::Adp;
            let from = without_dateline(scene, index, phrase.tokens.end);
            let to = possessed(scene, phrase.tokens.end, end);
            (!governed && phrase.tokens.end <= end).then(|| Mention::plain(from..to))
        })
        .filter(|mention| !adverbial::is_time(scene, mention.core.end - 1))
}

/// The source after `according to`, with its apposition; `end` is the end of the sentence.
pub fn source(scene: &Scene, at: usize, end: usize) -> Option<Mention> {
    let mention = owner(scene, at, end)?;
    let to = mention.tokens.end;
    let described = to + 2 < end
        && scene.word(to) == ","
        && (scene.syntax.is_determiner(to + 1) || scene.is(to + 1, &["who", "whose", "which"]));
    if !described {
        return Some(mention);
    }
    let close = (to + 1..end.min(to + 30))
        .find(|&i| matches!(scene.word(i), "," | "." | ";") && scene.quotation(i).is_none());
    // `According to Hale, the road was open.`: no second comma, no apposition.
    let clause = scene.syntax.is_determiner(to + 1)
        && close.is_none_or(|close| {
            (to + 1..close).any(|i| matches!(scene.tag(i), Tag::Verb | Tag::Aux))
        });
    match close {
        Some(close) if !clause => {
            Some(Mention { tokens: mention.tokens.start..close, core: mention.core })
        }
        _ => Some(mention),
    }
}

/// A noun phrase at `at` with the prepositions that hang on it.
pub fn owner(scene: &Scene, at: usize, end: usize) -> Option<Mention> {
    if at >= end || scene.quotation(at).is_some() {
        return None;
    }
    let phrase = scene.syntax.phrase_of(at).filter(|phrase| phrase.tokens.start == at)?;
    let core = with_name(scene, phrase.tokens.clone());
    let to = prepositions(scene, core.end, end);
    (core.end <= end).then_some(Mention { tokens: core.start..to, core })
}

/// `curator [Ida Brandt]`: a role and the name right after it, which the parse may keep apart.
fn with_name(scene: &Scene, role: Range<usize>) -> Range<usize> {
    let is_role = name::title(scene.lower(role.end - 1)).is_some();
    let next = scene.syntax.phrase_of(role.end).filter(|next| next.tokens.start == role.end);
    match next {
        Some(next) if is_role && scene.tag(next.head) == Tag::Propn => role.start..next.tokens.end,
        _ => role,
    }
}

/// The end of the prepositional phrases that follow a noun phrase at `to`; times stay outside.
fn prepositions(scene: &Scene, mut to: usize, end: usize) -> usize {
    while to + 1 < end
        && scene.is(to, &["of", "for", "in", "at", "from", "with", "and", "by", "on"])
    {
        let Some(next) = scene.syntax.phrase_of(to + 1).filter(|next| next.tokens.start == to + 1)
        else {
            break;
        };
        let elsewhere = adverbial::is_time(scene, next.head)
            || !scene.is(to, &["of"]) && adverbial::is_channel(scene.lower(next.head));
        if elsewhere || next.tokens.end > end {
            break;
        }
        to = next.tokens.end;
    }
    to
}

/// The end of what a possessor at `at` possesses: `Hale[’s most recent report]`.
fn possessed(scene: &Scene, at: usize, end: usize) -> usize {
    if at >= end || !scene.is(at, &["'s", "’s"]) {
        return at;
    }
    let inside = |&i: &usize| {
        matches!(scene.tag(i), Tag::Adv | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num)
            && scene.quotation(i).is_none()
    };
    (at + 1..end).take_while(inside).last().map_or(at, |last| last + 1)
}
