//! Quotations with a name beside them and no verb: `Hale: “We left.”`, `“We left.” — Ida Brandt, mayor`.

use std::ops::Range;

use super::attribution::Attribution;
use super::mention::Mention;
use super::rules;
use super::scene::Scene;
use crate::syntax::Tag;
use crate::text::TokenKind;

/// A label is no longer than this; in tokens.
const LONGEST: usize = 12;

/// What a sentence of a label and a quotation says; `None` for other sentences.
pub fn find(scene: &Scene, period: Range<usize>) -> Option<Attribution> {
    let open = period.clone().find(|&i| scene.opens(i).is_some())?;
    let last = period.clone().rev().find(|&i| scene.closes(i).is_some())?;
    let quotation = scene.quotation(open)?;
    let content = open..last + 1;
    let one = content
        .clone()
        .all(|i| scene.quotation(i).is_some() || scene.document.tokens[i].kind == TokenKind::Punct);
    // `‘It was never safe’: harbour master`, in a headline.
    let headed = content.end < period.end && scene.word(content.end) == ":" && content.len() > 4;
    if !one || !headed && !scene.is_sentence(quotation) {
        return None;
    }
    let speaker = if content.end == period.end {
        before(scene, period.start..open)
    } else if open == period.start {
        after(scene, content.end..period.end)
    } else {
        None
    };
    speaker.map(|speaker| Attribution::without_cue(content, Some(speaker), rules::LABEL))
}

/// `Mayor Ida Brandt: “…”`, `And from Chairwoman Brandt: “…”`; `words` end where the quotation begins.
pub fn before(scene: &Scene, words: Range<usize>) -> Option<Mention> {
    let mark = words.end.checked_sub(1).filter(|&mark| mark > words.start)?;
    let colon = scene.word(mark) == ":";
    if !colon && !is_dash(scene, mark) || words.len() > LONGEST {
        return None;
    }
    let from = (words.start..mark).find(|&i| {
        let opener = matches!(scene.tag(i), Tag::Cconj | Tag::Adv) || scene.is(i, &["from", "by"]);
        !opener && scene.document.tokens[i].kind != TokenKind::Punct
    })?;
    name(scene, from..mark)
}

/// `“…” — Mayor Ida Brandt`; `words` begin where the quotation ends.
pub fn after(scene: &Scene, words: Range<usize>) -> Option<Mention> {
    let mark = words.clone().find(|&i| scene.word(i) != ",")?;
    if !is_dash(scene, mark) && scene.word(mark) != ":" {
        return None;
    }
    let stop = usize::from(scene.word(words.end - 1) == ".");
    if words.len() > LONGEST || mark + 1 >= words.end - stop {
        return None;
    }
    name(scene, mark + 1..words.end - stop)
}

fn is_dash(scene: &Scene, at: usize) -> bool {
    matches!(scene.word(at), "—" | "–" | "--" | "-" | "~")
}

/// A name with what its bearer is, and no verb: the first noun phrase is the name.
fn name(scene: &Scene, words: Range<usize>) -> Option<Mention> {
    let verbless = words
        .clone()
        .all(|i| !matches!(scene.tag(i), Tag::Verb | Tag::Aux) && scene.quotation(i).is_none());
    let phrase = scene.syntax.phrase_of(words.start)?.tokens.clone();
    let core = words.start..phrase.end.min(words.end);
    let proper = core.clone().any(|i| scene.tag(i) == Tag::Propn && scene.capital(i))
        || super::name::title(scene.lower(core.end - 1)).is_some();
    (verbless && proper).then_some(Mention { tokens: words, core })
}
