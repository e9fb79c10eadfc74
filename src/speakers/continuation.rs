//! Quotations with no cue of their own: whose they are, from the sentences around them.

use std::ops::Range;

use super::attribution::Attribution;
use super::label;
use super::mention::{self, Mention};
use super::rules;
use super::scene::Scene;
use crate::analysis::Rule;
use crate::syntax::Tag;
use crate::text::TokenKind;

/// Adds speakers to the quotations that no attribution holds. `found` is one list a period.
pub fn extend(scene: &Scene, found: &mut [Vec<Attribution>]) {
    for period in 0..scene.periods.len() {
        if !found[period].is_empty() {
            continue;
        }
        if let Some(labelled) = label::find(scene, scene.periods[period].clone()) {
            found[period].push(labelled);
            continue;
        }
        let Some(alone) = alone(scene, period) else {
            if let Some(leading) = leading(scene, period) {
                resumed(scene, found, period, &leading);
            }
            continue;
        };
        let _ = signed_below(scene, found, period, &alone)
            || introduced(scene, found, period, &alone)
            || signed(scene, found, period, &alone)
            || followed(scene, found, period, &alone)
            || continued(scene, found, period, &alone);
    }
    // From the last, so that one names the speaker of all before it.
    for period in (0..scene.periods.len().saturating_sub(1)).rev() {
        if found[period].is_empty() {
            reopened(scene, found, period);
        }
    }
}

/// A quotation that is not closed and goes on in the next paragraph: its speaker is named there.
fn reopened(scene: &Scene, found: &mut [Vec<Attribution>], period: usize) -> Option<()> {
    let content = alone(scene, period)?;
    let quotation = scene.quotation(content.start)?;
    let next = &found[period + 1].first()?.clone();
    let start = scene.periods[period + 1].start;
    let goes_on = !scene.quotations[quotation].closed
        && paragraph(scene, period + 1) == paragraph(scene, period) + 1
        && next.content.first()?.start == start
        && scene.opens(start).is_some();
    let taken = (period.saturating_sub(NEAR)..period).any(|b| is_within(scene, &found[b], period));
    if goes_on && !taken {
        put(found, period, content, next.speaker.clone(), rules::CONTINUATION);
    }
    Some(())
}

/// The tokens of the quotations that a sentence consists of, if it has no other words.
fn alone(scene: &Scene, period: usize) -> Option<Range<usize>> {
    let tokens = scene.periods[period].clone();
    let first = tokens.clone().find(|&i| scene.quotation(i).is_some())?;
    let only = tokens
        .clone()
        .all(|i| scene.quotation(i).is_some() || scene.document.tokens[i].kind == TokenKind::Punct);
    let last = tokens.clone().rev().find(|&i| scene.quotation(i).is_some())?;
    let words =
        (first..=last).filter(|&i| scene.document.tokens[i].kind == TokenKind::Word).count();
    (only && words >= 2 && scene.ends_utterance(scene.quotation(last)?)).then_some(first..last + 1)
}

/// The quotation that a sentence begins with, if it is a sentence itself.
fn leading(scene: &Scene, period: usize) -> Option<Range<usize>> {
    let quotation = scene.opens(scene.periods[period].start)?;
    let tokens = scene.quoted[quotation].clone();
    (scene.is_sentence(quotation) && tokens.len() > 6).then_some(tokens)
}

fn paragraph(scene: &Scene, period: usize) -> usize {
    scene.document.paragraph_of(scene.periods[period].start)
}

/// How many sentences back the attribution is looked for that the sentence before belongs to.
const NEAR: usize = 4;

/// The sentence whose attribution holds the sentence before, by its own cue or as a quotation that went on.
fn home(scene: &Scene, found: &[Vec<Attribution>], period: usize) -> Option<usize> {
    let before = period.checked_sub(1)?;
    let home = (period.saturating_sub(NEAR)..period).rev().find(|&home| !found[home].is_empty())?;
    (home == before || is_within(scene, &found[home], before)).then_some(home)
}

/// Whether a sentence begins in what one of these attributions holds.
fn is_within(scene: &Scene, found: &[Attribution], period: usize) -> bool {
    let start = scene.periods[period].start;
    found.iter().any(|a| a.content.iter().any(|piece| piece.contains(&start)))
}

fn put(
    found: &mut [Vec<Attribution>],
    period: usize,
    content: Range<usize>,
    speaker: Option<Mention>,
    rule: Rule,
) {
    found[period].push(Attribution::without_cue(content, speaker, rule));
}

/// `Hale said:` before it.
fn introduced(
    scene: &Scene,
    found: &mut [Vec<Attribution>],
    period: usize,
    content: &Range<usize>,
) -> bool {
    let Some(before) = period.checked_sub(1) else { return false };
    let colon = scene.word(scene.periods[before].end - 1) == ":";
    let dangling = found[before].last_mut().filter(|a| {
        a.content.is_empty()
            && (colon || scene.word(a.cue.clone().map_or(0, |c| c.end).min(scene.len() - 1)) == ":")
    });
    if let Some(attribution) = dangling {
        attribution.content.push(content.clone());
        return true;
    }
    if !colon {
        return false;
    }
    let spoken = found[before].last().and_then(|a| a.speaker.clone());
    let tokens = scene.periods[before].clone();
    let subject = spoken
        .or_else(|| label::before(scene, tokens.clone()))
        .or_else(|| mention::first_subject(scene, tokens.start, tokens.end));
    let Some(subject) = subject else { return false };
    put(found, period, content.clone(), Some(subject), rules::QUOTATION_AFTER_COLON);
    true
}

/// `— Mayor Ida Brandt` after it.
fn signed_below(
    scene: &Scene,
    found: &mut [Vec<Attribution>],
    period: usize,
    content: &Range<usize>,
) -> bool {
    let below = scene.periods.get(period + 1).cloned();
    let near = below.filter(|_| paragraph(scene, period + 1) <= paragraph(scene, period) + 1);
    let Some(speaker) = near.and_then(|below| label::after(scene, below)) else { return false };
    put(found, period, content.clone(), Some(speaker), rules::LABEL);
    true
}

/// An unclosed quotation whose last sentence is a name alone: `“We go. Harbour master Ida Brandt.`
fn signed(
    scene: &Scene,
    found: &mut [Vec<Attribution>],
    period: usize,
    content: &Range<usize>,
) -> bool {
    let Some(quotation) = scene.quotation(content.start) else { return false };
    if scene.quotations[quotation].closed {
        return false;
    }
    let last = scene.document.sentence_of(content.end - 1);
    let sentence = scene.document.sentences[last].tokens.clone();
    if sentence.start <= content.start || sentence.len() > 9 {
        return false;
    }
    let words = sentence.start..sentence.end - usize::from(scene.word(sentence.end - 1) == ".");
    let name = words.len() >= 2
        && words.clone().all(|i| {
            scene.syntax.is_determiner(i)
                || matches!(scene.tag(i), Tag::Propn | Tag::Noun | Tag::Adj)
        })
        && scene.tag(words.end - 1) == Tag::Propn
        && scene.tag(words.end - 2) == Tag::Propn;
    if name {
        let speaker = Mention { tokens: words.clone(), core: words };
        put(found, period, content.start..sentence.start, Some(speaker), rules::SIGNATURE);
    }
    name
}

/// `“Is it safe?” Hale asked.`, divided after the mark; or `“It is.” Hale said.`
fn followed(
    scene: &Scene,
    found: &mut [Vec<Attribution>],
    period: usize,
    content: &Range<usize>,
) -> bool {
    let next = period + 1;
    if next >= scene.periods.len() || paragraph(scene, next) != paragraph(scene, period) {
        return false;
    }
    let start = scene.periods[next].start;
    let near = |a: &Attribution| {
        let first = a.cue.clone().map_or(usize::MAX, |cue| cue.start);
        a.content.is_empty()
            && a.speaker.as_ref().is_some_and(|s| s.tokens.start.min(first) <= start + 1)
    };
    let Some(attribution) = found[next].first_mut().filter(|a| near(a)) else { return false };
    attribution.content.push(content.clone());
    attribution.rule = rules::QUOTATION_BEFORE_SENTENCE;
    true
}

/// The same paragraph goes on with another quotation of the speaker before, whatever comes after it.
fn resumed(scene: &Scene, found: &mut [Vec<Attribution>], period: usize, content: &Range<usize>) {
    let same = period > 0 && paragraph(scene, period - 1) == paragraph(scene, period);
    let Some(before) = home(scene, found, period).filter(|_| same) else { return };
    let last = found[before].last_mut().filter(|a| !a.content.is_empty() && a.cue.is_some());
    let direct =
        |a: &Attribution| a.content.iter().all(|piece| scene.quotation(piece.start).is_some());
    if let Some(last) = last.filter(|a| direct(a)) {
        last.content.push(content.clone());
    }
}

/// The same paragraph, or the next, goes on with the words of the speaker before.
fn continued(
    scene: &Scene,
    found: &mut [Vec<Attribution>],
    period: usize,
    content: &Range<usize>,
) -> bool {
    let Some(before) = home(scene, found, period) else { return false };
    let same = paragraph(scene, period - 1) == paragraph(scene, period);
    let next = paragraph(scene, period - 1) + 1 == paragraph(scene, period);
    if !same && !next {
        return false;
    }
    let Some(last) = found[before].iter_mut().rfind(|a| !a.content.is_empty()) else {
        return false;
    };
    let quoted =
        last.content.iter().any(|piece| piece.clone().any(|i| scene.quotation(i).is_some()));
    if same && quoted && last.cue.is_some() {
        last.content.push(content.clone());
        return true;
    }
    let speaker = last.speaker.clone();
    if speaker.is_none() {
        return false;
    }
    put(found, period, content.clone(), speaker, rules::CONTINUATION);
    true
}
