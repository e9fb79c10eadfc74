//! What was said: the tokens after or before a cue that are its content.

use std::ops::Range;

use super::adverbial;
use super::cue::{self, CueKind, Entry, Inflection};
use super::name;
use super::scene::Scene;
use crate::syntax::{FineTag, Tag, singular};

/// Words that begin a reported clause.
const WH: &[&str] = &["how", "why", "what", "whether", "if", "where", "when", "who", "which"];

/// The content after a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    pub content: Range<usize>,
    /// Where the cue ends: `warned of` takes its preposition in.
    pub cue_end: usize,
    /// A clause or a quotation, not a mere object.
    pub clause: bool,
}

/// The content after a cue that ends before `at`; the sentence ends at `end`.
pub fn after(scene: &Scene, entry: &Entry, at: usize, end: usize) -> Option<After> {
    let cue_end = particle(scene, entry, at, end);
    if let Some(after) = governed(scene, entry, cue_end, end) {
        return Some(after);
    }
    if entry.frames.needs_particle && cue_end == at {
        return None;
    }
    let from = adverbial::skip(scene, cue_end, end);
    let from = after_listener(scene, from, end).unwrap_or(from);
    if let Some(content) = introduced(scene, entry, from, end) {
        return Some(After { content, cue_end, clause: true });
    }
    if from >= end || entry.kind == CueKind::Manner && entry.frames.prepositions.is_empty() {
        return None;
    }
    if entry.frames.listener
        && let Some(content) = addressed(scene, entry, from, end)
    {
        return Some(After { content, cue_end, clause: true });
    }
    if entry.frames.bare && starts_clause(scene, entry, from, end) {
        return Some(After { content: from..clause_end(scene, from, end), cue_end, clause: true });
    }
    infinitive(scene, entry, from, end)
        .or_else(|| frame_object(scene, entry, from, end))
        .map(|content| After { content, cue_end, clause: false })
}

/// `said to reporters [that …]`: where a clause begins after the person spoken to.
fn after_listener(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    if at + 1 >= end || !scene.is(at, &["to"]) || scene.quotation(at).is_some() {
        return None;
    }
    let next = adverbial::skip(scene, noun_phrase_end(scene, at + 1, end)?, end);
    (next < end && is_introduced(scene, next)).then_some(next)
}

/// `warned of [rain]`: what the preposition of a cue governs.
fn governed(scene: &Scene, entry: &Entry, at: usize, end: usize) -> Option<After> {
    let prepositions = &entry.frames.prepositions;
    if at + 1 >= end || scene.quotation(at).is_some() || !prepositions.contains(&scene.lower(at)) {
        return None;
    }
    let content = object(scene, at + 1, end)?;
    Some(After { content, cue_end: at + 1, clause: false })
}

/// `pointed out`, `shot back`, `chimed in`: the end of the cue with its particle.
fn particle(scene: &Scene, entry: &Entry, at: usize, end: usize) -> usize {
    let own = entry.frames.particle.is_some_and(|particle| at < end && scene.lower(at) == particle);
    at + usize::from(own)
}

/// A quotation, what a colon introduces, or a clause with its `that` or question word.
fn introduced(scene: &Scene, entry: &Entry, from: usize, end: usize) -> Option<Range<usize>> {
    if from >= end {
        return None;
    }
    if matches!(scene.word(from), ":" | ",") {
        let next = from + 1;
        let quoted = next < end && scene.opens(next).is_some();
        if quoted {
            return Some(next..utterance_end(scene, next, end));
        }
        let colon = scene.word(from) == ":" && entry.frames.bare && next + 2 < end;
        return colon.then(|| next..clause_end(scene, next, end));
    }
    if scene.opens(from).is_some() {
        return Some(from..utterance_end(scene, from, end));
    }
    let frames = &entry.frames;
    let that = scene.is(from, &["that"]) && (frames.clause || frames.bare);
    let wh = scene.is(from, WH) && (frames.clause || frames.bare || frames.whether);
    ((that || wh) && from + 2 < end).then(|| from..clause_end(scene, from, end))
}

/// The clause after the person spoken to: `told [reporters] that the road was open`.
fn addressed(scene: &Scene, entry: &Entry, from: usize, end: usize) -> Option<Range<usize>> {
    let mut at = noun_phrase_end(scene, from, end)?;
    while at + 1 < end
        && scene.is(at, &["of", "at", "from", "in", "and", "on", "for"])
        && let Some(to) = noun_phrase_end(scene, at + 1, end)
    {
        at = to;
    }
    let at = adverbial::skip(scene, after_aside(scene, at, end), end);
    if let Some(content) = introduced(scene, entry, at, end) {
        return Some(content);
    }
    if at >= end {
        return None;
    }
    let infinitive = entry.frames.object_infinitive && is_infinitive(scene, at, end);
    let clause = entry.frames.addressee && starts_clause(scene, entry, at, end);
    (infinitive || clause).then(|| at..clause_end(scene, at, end))
}

/// `told Hale[, 58,] that …`, `told Hale[, the mayor,] that …`: where an aside of a few words ends.
fn after_aside(scene: &Scene, at: usize, end: usize) -> usize {
    const LONGEST: usize = 12;
    if at >= end || scene.word(at) != "," {
        return at;
    }
    let near = at + 1..end.min(at + LONGEST);
    let close = near.clone().find(|&i| scene.word(i) == "," || scene.quotation(i).is_some());
    let plain = |close: usize| {
        scene.word(close) == ","
            && (at + 1..close).all(|i| !matches!(scene.tag(i), Tag::Verb | Tag::Aux))
            && close + 1 < end
            && is_introduced(scene, close + 1)
    };
    close.filter(|&close| plain(close)).map_or(at, |close| close + 1)
}

fn noun_phrase_end(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    let phrase = scene.syntax.phrase_of(at).filter(|phrase| phrase.tokens.start == at)?;
    (phrase.tokens.end <= end && scene.quotation(at).is_none()).then_some(phrase.tokens.end)
}

pub fn is_infinitive(scene: &Scene, at: usize, end: usize) -> bool {
    let verb = if scene.is(at, &["not"]) { at + 1 } else { at };
    verb + 1 < end
        && scene.is(verb, &["to"])
        && !matches!(scene.tag(verb + 1), Tag::Det | Tag::Propn | Tag::Pron | Tag::Num)
}

/// `promised [to go]`, `urged [residents to go]`.
fn infinitive(scene: &Scene, entry: &Entry, from: usize, end: usize) -> Option<Range<usize>> {
    if entry.frames.infinitive && is_infinitive(scene, from, end) {
        return Some(from..clause_end(scene, from, end));
    }
    if !entry.frames.object_infinitive {
        return None;
    }
    let mut at = noun_phrase_end(scene, from, end)?;
    if at + 1 < end && scene.is(at, &["of", "in", "from"]) {
        at = noun_phrase_end(scene, at + 1, end).unwrap_or(at);
    }
    is_infinitive(scene, at, end).then(|| from..clause_end(scene, from, end))
}

/// `announced [a plan]`, `called [the plan a farce]`.
fn frame_object(scene: &Scene, entry: &Entry, from: usize, end: usize) -> Option<Range<usize>> {
    if entry.frames.object {
        return object(scene, from, end).filter(|_| !asks_people(scene, entry, from));
    }
    let content = object(scene, from, end).filter(|_| entry.frames.label)?;
    // `called the plan a farce`, `attacked the plan as “mad”`: two parts, or there is no saying.
    let second = noun_phrase_end(scene, from, end).unwrap_or(content.end);
    let labelled = content.clone().any(|i| scene.quotation(i).is_some() || scene.is(i, &["as"]))
        || second < content.end && scene.is(second, &["a", "an", "the"]);
    labelled.then_some(content)
}

/// Whether a quotation, or a clause with its `that` or question word, begins at `at`.
pub fn is_introduced(scene: &Scene, at: usize) -> bool {
    scene.opens(at).is_some() || scene.is(at, &["that"]) || scene.is(at, WH)
}

/// `questioned the student`, `citing two officials`: people are asked and named; nobody says them.
fn asks_people(scene: &Scene, entry: &Entry, from: usize) -> bool {
    let head = scene.syntax.phrase_of(from).map(|phrase| phrase.head);
    entry.frames.thing
        && head.is_some_and(|head| {
            const PEOPLE: &[&str] =
                &["source", "people", "person", "man", "woman", "student", "suspect"];
            let noun = singular(scene.lower(head));
            PEOPLE.contains(&&*noun) || name::title(&noun).is_some()
        })
}

/// A noun phrase and what hangs on it, to the end of the clause.
fn object(scene: &Scene, from: usize, end: usize) -> Option<Range<usize>> {
    if from >= end {
        return None;
    }
    let nominal = scene.opens(from).is_some()
        || scene.syntax.phrase_of(from).is_some_and(|phrase| phrase.tokens.start == from)
        || scene.is(from, &["how", "what", "why"])
        || scene.tag(from) == Tag::Verb && scene.lower(from).ends_with("ing");
    let to = clause_end(scene, from, end);
    (nominal && to > from).then_some(from..to)
}

/// Whether a noun phrase and a verb follow, or something else that only a clause begins with.
fn starts_clause(scene: &Scene, entry: &Entry, from: usize, end: usize) -> bool {
    let begins = scene.opens(from).is_some()
        || matches!(
            scene.tag(from),
            Tag::Det
                | Tag::Pron
                | Tag::Propn
                | Tag::Noun
                | Tag::Num
                | Tag::Adj
                | Tag::Adv
                | Tag::Sym
                | Tag::Adp
                | Tag::Verb
                | Tag::Sconj
        );
    let verb = (from + 1..end.min(from + 40)).any(|index| {
        matches!(scene.tag(index), Tag::Verb | Tag::Aux) || scene.quotation(index).is_some()
    });
    // What has no object must have a clause; its verb may be one that nobody knows.
    let clause = verb || !entry.frames.object && !entry.frames.addressee && from + 3 < end;
    // `the boats that Hale noticed left at nine`: the verb of a sentence around this one.
    let outer = scene.tag(from) == Tag::Verb && scene.syntax.fine_tag(from) == FineTag::Vbd;
    begins && clause && !outer && !scene.is(from, &["to", "as", "of", "and", "or", "so"])
}

/// The end of what a quotation at `from` begins: the quotations alone, or the clause that the first is part of.
pub fn utterance_end(scene: &Scene, from: usize, end: usize) -> usize {
    let Some(first) = scene.quotation(from) else { return from };
    let whole = scene.ends_utterance(first) || scene.is_sentence(first);
    let mut to = scene.quoted[first].end;
    if to < end && !whole && !matches!(scene.word(to), "." | "," | ";" | ":") {
        return clause_end(scene, from, end);
    }
    // Two quotations, one after the other.
    loop {
        // `“It was dark,” and “nobody came.”`
        let next = to + usize::from(to < end && scene.is(to, &["and", "but", "or"]));
        match (next < end).then(|| scene.opens(next)).flatten() {
            Some(next) => to = scene.quoted[next].end,
            None => return to.min(end),
        }
    }
}

/// The end of a reported clause: where another attribution begins, or the sentence ends.
pub fn clause_end(scene: &Scene, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        if let Some(quotation) = scene.quotation(at) {
            at = scene.quoted[quotation].end.max(at + 1);
            continue;
        }
        if at > from && breaks(scene, at, end) {
            return at;
        }
        at += 1;
    }
    without_stop(scene, from, end)
}

pub fn without_stop(scene: &Scene, from: usize, end: usize) -> usize {
    let mut to = end;
    while to > from
        && scene.quotation(to - 1).is_none()
        && matches!(scene.word(to - 1), "." | "!" | "?" | "," | ";" | ":" | "—" | "--" | "...")
    {
        to -= 1;
    }
    to
}

/// Whether the reported clause stops before token `at`.
fn breaks(scene: &Scene, at: usize, end: usize) -> bool {
    let comma = matches!(scene.word(at), "," | "—" | "–" | "--" | ";" | "-")
        && scene.document.tokens.get(at + 1).is_some_and(|t| t.space_before);
    let next = if comma { at + 1 } else { at };
    if next + 1 >= end {
        return false;
    }
    if scene.is(next, &["according"]) && scene.is(next + 1, &["to"]) {
        return true;
    }
    let quoted = at > 0 && scene.closes(at - 1).is_some();
    if (comma || quoted) && reporting(scene, next, &[Inflection::Ing]) {
        return true;
    }
    let verb = adverbs(scene, next + 1, end);
    let passive =
        (next + 1..verb).any(|i| scene.is(i, &["be", "been", "is", "are", "was", "were", "being"]));
    if scene.is(next, &["and", "but"])
        && !passive
        && reporting(scene, verb, &[Inflection::Past, Inflection::Third, Inflection::Ing])
    {
        return true;
    }
    if !comma {
        return false;
    }
    // `Hale, who told aides that it was safe, said …`; `…; “it is dry,” he added`
    let other = reporting(scene, next, &[Inflection::Past, Inflection::Third])
        && scene.word(at) == ","
        || scene.word(at) == ";" && scene.opens(next).is_some();
    if other {
        return true;
    }
    let conjunction =
        scene.is(next, &["and", "but", "while", "although", "though", "as", "yet", "whereas"]);
    let subject = next + usize::from(conjunction);
    // `and Mr Hale said`
    let titled = subject < end && name::title(scene.lower(subject)).is_some_and(|t| t.honorific);
    let subject = subject + usize::from(titled);
    if conjunction && scene.is(subject, &["that"]) {
        return false;
    }
    speaks(scene, subject, end, conjunction)
}

/// Whether a subject and its reporting verb stand at `at`; without a conjunction the verb must end the clause.
fn speaks(scene: &Scene, at: usize, end: usize, conjunction: bool) -> bool {
    let Some(phrase) = scene.syntax.phrase_of(at).filter(|p| p.tokens.start == at) else {
        return reporting(scene, at, &[Inflection::Past])
            && !conjunction
            && super::mention::after(scene, at + 1, end).is_some();
    };
    let verb = adverbs(scene, phrase.tokens.end, end);
    if verb >= end
        || !reporting(scene, verb, &[Inflection::Past, Inflection::Third, Inflection::Base])
    {
        return false;
    }
    let after = adverbial::skip(scene, verb + 1, end);
    conjunction || after >= end || matches!(scene.word(after), "," | "." | "—" | "--" | ":")
}

fn adverbs(scene: &Scene, mut at: usize, end: usize) -> usize {
    while at < end && matches!(scene.tag(at), Tag::Adv | Tag::Aux) {
        at += 1;
    }
    at
}

/// Whether token `at` is a verb of speaking in one of these forms.
fn reporting(scene: &Scene, at: usize, forms: &[Inflection]) -> bool {
    at < scene.len()
        && scene.quotation(at).is_none()
        && cue::verb(scene.lower(at))
            .is_some_and(|(entry, form)| entry.kind == CueKind::Speech && forms.contains(&form))
}

/// The content before a subject (or an inverted verb) at `at`, back to `start`.
pub fn before(scene: &Scene, at: usize, start: usize) -> Option<Range<usize>> {
    let last = at.checked_sub(1).filter(|&last| last >= start)?;
    let quotation = scene.closes(last);
    let comma = matches!(scene.word(last), "," | "—" | "–" | "--" | "?" | "!");
    if quotation.is_none() && !comma {
        return None;
    }
    let to = if quotation.is_some() { at } else { last };
    let mut from = start;
    while from < to
        && scene.quotation(from).is_none()
        && (scene.tag(from) == Tag::Cconj
            || scene.is(from, &["however", "meanwhile", ",", ";", "—", "–", "--", ":", "-", "so"]))
    {
        from += 1;
    }
    let quoted = quotation.or_else(|| to.checked_sub(1).and_then(|i| scene.closes(i)));
    if let Some(quotation) = quoted
        && let Some(colon) = scene.quoted[quotation].start.checked_sub(1)
        && colon >= from
        && scene.word(colon) == ":"
    {
        from = colon + 1;
    }
    let says = quoted.is_some() || (from..to).any(|i| matches!(scene.tag(i), Tag::Verb | Tag::Aux));
    (from < to && says).then_some(from..to)
}
