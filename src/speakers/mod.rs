//! Quotations, direct and reported, and who said them.

mod adverbial;
mod attribution;
mod clause;
mod continuation;
mod cue;
mod mention;
mod rules;
mod scene;
mod source;

use crate::Span;
use crate::analysis::{Quote, QuoteKind, Speaker};
use crate::syntax::Syntax;
use crate::text::{Document, TokenKind};
use attribution::Attribution;
use scene::Scene;

/// All quotes of a document in order, ids `q1`, `q2` …, and their speakers, ids `s1`, `s2` …
pub fn find(document: &Document, syntax: &Syntax) -> (Vec<Quote>, Vec<Speaker>) {
    let scene = Scene::new(document, syntax);
    let mut by_period: Vec<Vec<Attribution>> = Vec::with_capacity(scene.periods.len());
    for period in &scene.periods {
        let mut found = attribution::find(&scene, period.clone());
        found.extend(source::find(&scene, period.clone()));
        by_period.push(found);
    }
    continuation::extend(&scene, &mut by_period);
    let mut found: Vec<Attribution> = by_period.into_iter().flatten().collect();
    found.retain(|attribution| !attribution.content.is_empty());
    found.sort_by_key(|attribution| attribution.content[0].start);
    let quotes = found.iter().enumerate().map(|(index, found)| quote(&scene, index, found)).collect();
    (quotes, Vec::new())
}

fn quote(scene: &Scene, index: usize, found: &Attribution) -> Quote {
    let document = scene.document;
    let content: Vec<Span> = found.content.iter().map(|t| document.span(t.clone())).collect();
    let span = content.iter().skip(1).fold(content[0], |all, piece| all.join(*piece));
    let speaker = found.speaker.as_ref().map(|s| document.span(s.tokens.clone()));
    Quote {
        id: format!("q{}", index + 1),
        span,
        text: span.of(document.text).to_owned(),
        kind: kind(scene, found),
        content,
        cue: found.cue.as_ref().map(|cue| document.span(cue.clone())),
        speaker,
        speaker_name: speaker.map(|s| s.of(document.text).to_owned()),
        speaker_id: None,
        rule: found.rule,
        sure: found.sure,
    }
}

/// By the share of words between quotation marks: nine in ten direct, none indirect.
fn kind(scene: &Scene, found: &Attribution) -> QuoteKind {
    let words = found.content.iter().cloned().flatten();
    let words = words.filter(|&i| scene.document.tokens[i].kind != TokenKind::Punct);
    let (mut all, mut quoted) = (0, 0);
    for index in words {
        all += 1;
        quoted += usize::from(scene.quotation(index).is_some());
    }
    match quoted {
        0 => QuoteKind::Indirect,
        _ if quoted * 10 >= all * 9 => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The contents of all quotes, pieces joined by ` … `.
    pub fn contents(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let (quotes, _) = find(&document, &Syntax::new(&document));
        let pieces = |q: &Quote| q.content.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" … ");
        quotes.iter().map(pieces).collect()
    }
}
