//! Interviews and transcripts: `Ida Brandt: We left at nine.`

use std::collections::HashMap;
use std::ops::Range;

use super::attribution::{Attribution, Stance};
use super::mention::Mention;
use super::rules;
use super::scene::Scene;
use crate::analysis::Sure;
use crate::text::TokenKind;

/// The longest label, in tokens before its colon.
const LONGEST_LABEL: usize = 5;

/// Fewer labelled paragraphs than this are no interview.
const FEWEST: usize = 3;

/// The answers of an interview: one attribution a labelled paragraph; empty where there is none.
pub fn find(scene: &Scene) -> Vec<Attribution> {
    let labelled: Vec<(Range<usize>, Range<usize>)> =
        paragraphs(scene).filter_map(|paragraph| label(scene, paragraph)).collect();
    let mut times: HashMap<String, usize> = HashMap::new();
    for (label, _) in &labelled {
        *times.entry(text(scene, label)).or_default() += 1;
    }
    let repeated = times.values().filter(|&&times| times > 1).count();
    if labelled.len() < FEWEST || repeated == 0 || times.len() < 2 {
        return Vec::new();
    }
    labelled
        .into_iter()
        .map(|(label, words)| Attribution {
            content: vec![words],
            cue: None,
            speaker: Some(Mention { tokens: label.clone(), core: label }),
            stance: Stance::default(),
            rule: rules::LABEL,
            sure: Sure::Likely,
        })
        .collect()
}

fn text(scene: &Scene, tokens: &Range<usize>) -> String {
    scene.document.span(tokens.clone()).of(scene.document.text).to_owned()
}

/// The tokens of each paragraph.
fn paragraphs<'s>(scene: &'s Scene) -> impl Iterator<Item = Range<usize>> + 's {
    scene.document.paragraphs.iter().map(|span| scene.document.tokens_in(*span))
}

/// A name before a colon at the start of a paragraph, and the words after it.
fn label(scene: &Scene, paragraph: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let near = paragraph.start..paragraph.end.min(paragraph.start + LONGEST_LABEL + 1);
    let colon = near.clone().find(|&i| scene.word(i) == ":")?;
    let label = paragraph.start..colon;
    let named = !label.is_empty()
        && label.clone().all(|i| {
            scene.capital(i)
                && scene.document.tokens[i].kind == TokenKind::Word
                && !scene.syntax.is_determiner(i)
        })
        && label.clone().map(|i| scene.word(i).len()).sum::<usize>() > 2;
    let words = colon + 1..paragraph.end;
    (named && words.len() >= 2).then_some((label, words))
}
