//! Lone capitalised words that the text uses as places: a firm may be named after the town, but the town is not the
//! firm.

use std::collections::{HashMap, HashSet};

use super::bearer;
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

/// The words, in small Latin letters, that lone runs say are places, or peoples, at least as often as organisations.
pub fn places(scene: &Scene, runs: &[Run]) -> HashSet<String> {
    let mut told: HashMap<String, (usize, usize)> = HashMap::new();
    for at in runs.iter().filter(|run| run.tokens.len() == 1).map(|run| run.tokens.start) {
        let (places, organisations) = told.entry(names::letters(scene.word(at))).or_default();
        let label = scene.syntax.name_of(at).map(|name| name.kind);
        *places += usize::from(is_place(scene, at, label));
        *organisations += usize::from(label == Some(NameKind::Organisation));
    }
    let place = |(_, (places, organisations)): &(String, (usize, usize))| {
        *places > 0 && places >= organisations
    };
    told.into_iter().filter(place).map(|(word, _)| word).collect()
}

fn is_place(scene: &Scene, at: usize, label: Option<NameKind>) -> bool {
    let labelled = matches!(label, Some(NameKind::Place | NameKind::People));
    let acronym = bearer::is_acronym(scene.word(at));
    is_dateline(scene, at) || !acronym && (labelled || is_within(scene, at))
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
            ("They met in VRN on Monday.", false),
            ("The lawyers of Varnik met them.", false),
        ] {
            let document = Document::new(text);
            let syntax = Syntax::new(&document);
            let scene = Scene::new(&document, &syntax);
            let places = places(&scene, &capital::runs(&scene, &|_| false));
            assert_eq!(!places.is_empty(), place, "{text}");
        }
    }
}
