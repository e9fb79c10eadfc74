//! Lone capitalised words that the text uses as places: a firm may be named after the town, but the town is not the
//! firm.

use std::collections::HashSet;

use super::capital::Run;
use super::scene::Scene;
use crate::names;
use crate::syntax::NameKind;

/// Before places; firms have `stakes in` them.
const AT: &[&str] = &["in", "near", "outside", "around", "across", "into"];
const STAKES: &[&str] = &[
    "stake",
    "stakes",
    "share",
    "shares",
    "interest",
    "trust",
    "confidence",
    "faith",
    "invest",
    "invested",
    "investing",
    "investor",
    "investors",
    "holding",
];

/// What places have, and those who live in them: `the mayor of [Port Hale]`.
const OF: &[&str] = &[
    "bay",
    "borough",
    "capital",
    "centre",
    "center",
    "citizens",
    "city",
    "coast",
    "council",
    "county",
    "district",
    "east",
    "governor",
    "gulf",
    "harbour",
    "harbor",
    "inhabitants",
    "island",
    "mayor",
    "mayoress",
    "municipality",
    "north",
    "northeast",
    "northwest",
    "outskirts",
    "people",
    "port",
    "province",
    "quarter",
    "region",
    "residents",
    "south",
    "southeast",
    "southwest",
    "streets",
    "suburb",
    "suburbs",
    "town",
    "township",
    "valley",
    "village",
    "west",
];

/// The words, in small Latin letters, that some lone run says are places.
pub fn places(scene: &Scene, runs: &[Run]) -> HashSet<String> {
    let lone = runs.iter().filter(|run| run.tokens.len() == 1).map(|run| run.tokens.start);
    lone.filter(|&at| is_place(scene, at)).map(|at| names::letters(scene.word(at))).collect()
}

fn is_place(scene: &Scene, at: usize) -> bool {
    let label = scene.syntax.name_of(at).map(|name| name.kind);
    label == Some(NameKind::Place) || is_within(scene, at) || is_dateline(scene, at)
}

/// `in [Torhov]`, `the mayor of [Torhov]`
fn is_within(scene: &Scene, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| scene.lower(at));
    AT.contains(&word(1)) && !STAKES.contains(&word(2)) || word(1) == "of" && OF.contains(&word(2))
}

/// `[TORHOV], May 4 (Nordwire) –`: capitals that begin a line, and a comma, a bracket or a dash.
fn is_dateline(scene: &Scene, at: usize) -> bool {
    const SHORTEST: usize = 4;
    let word = scene.word(at);
    let shouted = word.chars().count() >= SHORTEST && word.chars().all(char::is_uppercase);
    let next = at + 1 < scene.len() && scene.is(at + 1, &[",", "(", "-", "–", "—", ":"]);
    shouted && next && scene.sentence(at).start == at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speakers::capital;
    use crate::syntax::Syntax;
    use crate::text::Document;

    #[test]
    fn words_that_are_places() {
        for (text, place) in [
            ("They met in Varnik on Monday.", true),
            ("The mayor of Varnik met them.", true),
            ("VARNIK, May 4 (Nordwire) - They met on Monday.", true),
            ("They sold shares in Varnik on Monday.", false),
            ("The lawyers of Varnik met them.", false),
        ] {
            let document = Document::new(text);
            let syntax = Syntax::new(&document);
            let scene = Scene::new(&document, &syntax);
            let places = places(&scene, &capital::runs(&scene, &|_| false));
            assert_eq!(places.contains("varnik"), place, "{text}");
        }
    }
}
