//! Sources named without a verb: `according to Hale`, `claims from the army that …`.

use std::ops::Range;

use super::attribution::{Attribution, Stance};
use super::clause;
use super::cue;
use super::mention::{self, Mention};
use super::rules;
use super::scene::Scene;
use crate::analysis::{Act, Sure};
use crate::syntax::Tag;

/// No source is described in more tokens than this between its name and its words.
const LONGEST_DESCRIPTION: usize = 15;

/// The attributions of a sentence by `according to` and by reporting nouns.
pub fn find(scene: &Scene, period: Range<usize>) -> Vec<Attribution> {
    let mut found = Vec::new();
    for at in period.clone() {
        if scene.quotation(at).is_some() {
            continue;
        }
        if let Some(after) = according_to(scene, at, period.end) {
            found.extend(according(scene, at..after, period.clone()));
        } else if let Some(act) = cue::noun(scene.lower(at)) {
            found.extend(noun(scene, act, at, period.clone()));
        }
    }
    found
}

/// The end of `according to`, `in the words of`, `per`, `as told by` … at `at`.
fn according_to(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    const PHRASES: &[&[&str]] = &[
        &["according", "to"],
        &["in", "the", "words", "of"],
        &["in", "the", "view", "of"],
        &["in", "the", "opinion", "of"],
    ];
    PHRASES.iter().find_map(|phrase| {
        let to = at + phrase.len();
        let same =
            to < end && phrase.iter().enumerate().all(|(i, word)| scene.lower(at + i) == *word);
        same.then_some(to)
    })
}

fn according(scene: &Scene, cue: Range<usize>, period: Range<usize>) -> Option<Attribution> {
    let speaker = mention::source(scene, cue.end, period.end)?;
    let build = |content: Vec<Range<usize>>| Attribution {
        content,
        cue: Some(cue.clone()),
        speaker: Some(speaker.clone()),
        stance: Stance::default(),
        rule: rules::ACCORDING_TO,
        sure: Sure::Sure,
    };
    let fronted = (period.start..cue.start).all(|i| {
        scene.tag(i) == Tag::Cconj || scene.tag(i) == Tag::Adv || matches!(scene.word(i), "," | ":")
    });
    let resume = speaker.tokens.end;
    // `In the words of Hale, the mayor, “…”`: these are her words, whatever else the sentence says.
    let open =
        (resume..period.end.min(resume + LONGEST_DESCRIPTION)).find(|&i| scene.opens(i).is_some());
    let plain = |open: usize| (resume..open).all(|i| !matches!(scene.tag(i), Tag::Verb | Tag::Aux));
    if scene.is(cue.start, &["in"])
        && let Some(open) = open.filter(|&open| plain(open))
    {
        let to = clause::utterance_end(scene, open, period.end);
        return Some(build(std::iter::once(open..to).collect()));
    }
    if fronted {
        let from = (resume..period.end)
            .find(|&i| scene.word(i) == "," && scene.quotation(i).is_none())?
            + 1;
        let to = clause::clause_end(scene, from, period.end);
        return (from < to).then(|| build(std::iter::once(from..to).collect()));
    }
    let start = after_other_cue(scene, period.start, cue.start);
    let to = match scene.word(cue.start - 1) {
        "," | "—" | "–" | "--" | "(" => cue.start - 1,
        _ => cue.start,
    };
    if start >= to {
        return None;
    }
    let rest = resume + 1;
    let resumes = rest < period.end
        && scene.word(resume) == ","
        && matches!(scene.tag(rest), Tag::Verb | Tag::Aux | Tag::Adp | Tag::Sconj);
    let rest = resumes.then(|| rest..clause::clause_end(scene, rest, period.end));
    let pieces = std::iter::once(start..to).chain(rest);
    Some(build(pieces.filter(|piece| !piece.is_empty()).collect()))
}

/// Where the clause before `end` begins: after a semicolon, or after a leading conjunction.
fn after_other_cue(scene: &Scene, start: usize, end: usize) -> usize {
    let semicolon =
        (start..end).rev().find(|&i| scene.word(i) == ";" && scene.quotation(i).is_none());
    let from = semicolon.map_or(start, |i| i + 1);
    let leading =
        from < end && (scene.tag(from) == Tag::Cconj || scene.is(from, &["however", "meanwhile"]));
    let from = from + usize::from(leading);
    if from < end && leading && scene.word(from) == "," { from + 1 } else { from }
}

/// `claims from the army that …`, `Hale's claim that …`
fn noun(scene: &Scene, act: Act, at: usize, period: Range<usize>) -> Option<Attribution> {
    let mut next = at + 1;
    let mut cue_end = next;
    let mut speaker = None;
    if next < period.end && scene.is(next, &["from", "by", "of", "among"]) {
        let of = scene.is(next, &["of"]);
        speaker = mention::owner(scene, next + 1, period.end);
        cue_end = next + usize::from(!of);
        next = speaker.as_ref()?.tokens.end;
        next = super::adverbial::skip(scene, next, period.end);
    }
    if next + 2 >= period.end || !scene.is(next, &["that"]) || scene.quotation(next).is_some() {
        return None;
    }
    let speaker = speaker.or_else(|| possessor(scene, at))?;
    let to = clause::clause_end(scene, next, period.end);
    // `The claim that the water was clean was false`: the verb of the sentence is none of the claim's.
    let main = scene
        .syntax
        .head(at)
        .filter(|&verb| verb > next + 2 && scene.syntax.relation(at).is_subject());
    let group = main.and_then(|verb| scene.syntax.verb_group(verb)?.tokens.first().copied());
    let content = next..group.map_or(to, |verb| to.min(verb));
    Some(Attribution {
        content: vec![content],
        cue: Some(at..cue_end),
        speaker: Some(speaker),
        stance: Stance { act, ..Stance::default() },
        rule: rules::REPORTING_NOUN,
        sure: Sure::Likely,
    })
}

/// `[Hale]'s claim`, `[his] claim`
fn possessor(scene: &Scene, at: usize) -> Option<Mention> {
    let phrase = scene.syntax.phrase_of(at)?;
    let start = phrase.tokens.start;
    // `said in her remarks that …`: only where it was said.
    if start > 0 && scene.is(start - 1, &["in", "during", "with"]) {
        return None;
    }
    let owner = (start..at).rev().find(|&i| scene.is(i, &["'s", "’s"]) && i > start);
    let pronoun = scene.is(start, &["his", "her", "their", "its"]);
    match owner {
        Some(owner) => Some(Mention { tokens: start..owner, core: start..owner }),
        None if pronoun => Some(Mention { tokens: start..start + 1, core: start..start + 1 }),
        None => None,
    }
}
