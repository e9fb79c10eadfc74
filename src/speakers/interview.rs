//! Interviews and transcripts: `Ida Brandt: We left at nine.`

use std::collections::HashMap;
use std::ops::Range;

use super::attribution::Attribution;
use super::mention::Mention;
use super::rules;
use super::scene::Scene;
use crate::syntax::NameKind;
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
    let interviewee = interviewee(scene, labelled[0].0.start);
    let speaker = |label: Range<usize>| match scene.lower(label.start) {
        "q" | "question" => None,
        "a" | "answer" => interviewee.clone(),
        _ => Some(Mention { tokens: label.clone(), core: label }),
    };
    labelled
        .into_iter()
        .map(|(label, words)| Attribution::without_cue(words, speaker(label), rules::LABEL))
        .collect()
}

/// Whom the words above an interview, which end at token `end`, introduce; with several, that cannot be known.
fn interviewee(scene: &Scene, end: usize) -> Option<Mention> {
    let above = scene.syntax.names().iter().take_while(|name| name.tokens.end <= end);
    let mut people: Vec<Range<usize>> = above
        .filter(|name| name.kind == NameKind::Person)
        .map(|name| name.tokens.clone())
        .collect();
    let last = people.pop()?;
    let same = |name: &Range<usize>| scene.lower(name.end - 1) == scene.lower(last.end - 1);
    let longest = people.iter().find(|name| name.len() > last.len()).unwrap_or(&last).clone();
    people.iter().all(same).then(|| Mention { tokens: longest.clone(), core: longest })
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
        && (label.clone().map(|i| scene.word(i).len()).sum::<usize>() > 2
            || label.len() == 1 && scene.is(label.start, &["q", "a"]));
    let words = colon + 1..paragraph.end;
    (named && words.len() >= 2).then_some((label, words))
}
