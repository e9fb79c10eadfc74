//! Names of persons by the way they are written, whatever the grammar makes of them: `the teacher [Ida Brandt]`,
//! `[K. R. Hale]`, `[Min-seo Park]`.

use std::ops::Range;

use super::name;
use super::scene::Scene;
use crate::dates::is_weekday_or_month;
use crate::syntax::Tag;
use crate::syntax::gazetteer::class;
use crate::text::{self, TokenKind};

/// Two words or more that begin with capitals, where a title stands before them or in front of them, one of them is an
/// initial, or two are joined as given names in Korea are; in order.
pub fn persons(scene: &Scene) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.len() {
        let run = run(scene, at);
        if run.len() > 1 && is_person(scene, &run) {
            found.push(run.clone());
        }
        at = run.end.max(at + 1);
    }
    found
}

/// The words with capitals that begin at a token; empty if it has none.
fn run(scene: &Scene, start: usize) -> Range<usize> {
    let sentence = scene.sentence(start);
    let mut end = start;
    while end < sentence.end {
        let next = |at: usize| at < sentence.end && is_part(scene, at);
        let hyphen =
            end > start && scene.word(end) == "-" && !scene.document.tokens[end].space_before;
        if is_part(scene, end) {
            end += 1;
        } else if hyphen
            && (next(end + 1) || end + 1 < sentence.end && name::is_syllable(scene, end + 1))
        {
            end += 2;
        } else {
            break;
        }
    }
    start..end
}

fn is_part(scene: &Scene, at: usize) -> bool {
    let lower = scene.lower(at);
    scene.document.tokens[at].kind == TokenKind::Word
        && scene.capital(at)
        && !is_weekday_or_month(lower)
        && !scene.syntax.is_determiner(at)
        && scene.syntax.classes(at) & (class::NATIONALITY | class::COUNTRY) == 0
        && (is_initial(scene.word(at)) || scene.word(at).contains(char::is_lowercase))
}

/// `K.`, `K.R.`, `Yu.`
pub fn is_initial(word: &str) -> bool {
    let initial = |part: &str| part.starts_with(char::is_uppercase) && text::is_initial(part);
    word.ends_with('.') && word.split_terminator('.').all(initial)
}

fn is_person(scene: &Scene, run: &Range<usize>) -> bool {
    let titled = |at: usize| name::title(scene.lower(at)).is_some();
    let before = run.start > 0 && titled(run.start - 1);
    let front = run.len() > 2 && titled(run.start);
    let last = run.end - 1;
    let initial = is_initial(scene.word(run.start))
        && !is_initial(scene.word(last))
        && scene.tag(last) == Tag::Propn
        && !name::is_common(scene, last);
    let capitals = run.clone().filter(|&at| is_part(scene, at)).count();
    let joined = capitals > 1 && run.clone().any(|at| name::is_syllable(scene, at));
    before || front || initial || joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Syntax;
    use crate::text::Document;

    #[test]
    fn names_of_persons() {
        for (text, expected) in [
            ("Beside him the teacher Swetlana Sadorna is looking on.", "Swetlana Sadorna"),
            ("For the cause, the engineer Dimo Papagas of Diktyo said so.", "Dimo Papagas"),
            ("They asked the governor, F. Lomo, and T. V. Subbra.", "F. Lomo | T. V. Subbra"),
            (
                "Spokeswoman Park Min-seo and Soo-jin Han agreed.",
                "Spokeswoman Park Min-seo | Soo-jin Han",
            ),
            ("The Port Authority met the U.S. envoy on Monday.", ""),
            ("They left St. Helen on Monday.", ""),
            ("Ten-day passes and pay-to-play are gone.", ""),
            ("It was 38 °C. Results were poor, and K. Power was bad.", ""),
        ] {
            let document = Document::new(text);
            let syntax = Syntax::new(&document);
            let scene = Scene::new(&document, &syntax);
            let found = persons(&scene).into_iter().map(|run| document.span(run).of(text));
            assert_eq!(found.collect::<Vec<_>>().join(" | "), expected);
        }
    }
}
