//! Capitalised words that the network does not take for a name, and what the words beside them say that they are.

use std::ops::Range;

use super::name;
use super::scene::Scene;
use crate::syntax::gazetteer::class;
use crate::syntax::{NameKind, Tag};
use crate::text::TokenKind;

/// What bears the name, as far as the words around it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    Organisation,
    Unknown,
}

/// Words for an organisation that stand beside its name: `the carrier [Voltrans]`, `the [Free Khevra] movement`.
const BESIDE: &[&str] = &[
    "agency",
    "airline",
    "alliance",
    "association",
    "bank",
    "brewer",
    "brewery",
    "broadcaster",
    "builder",
    "carrier",
    "chain",
    "charity",
    "club",
    "company",
    "concern",
    "consultancy",
    "contractor",
    "cooperative",
    "developer",
    "federation",
    "firm",
    "foundation",
    "foundry",
    "group",
    "insurer",
    "lender",
    "maker",
    "manufacturer",
    "mill",
    "ministry",
    "movement",
    "newspaper",
    "operator",
    "organisation",
    "organization",
    "party",
    "pollster",
    "producer",
    "publisher",
    "retailer",
    "rival",
    "sawmill",
    "shipper",
    "sponsor",
    "startup",
    "subsidiary",
    "supermarket",
    "supplier",
    "union",
    "university",
    "utility",
];

/// Of these, what is as often named after a place: `the Torhov foundry`.
const PLACED: &[&str] = &[
    "bank",
    "brewery",
    "federation",
    "foundry",
    "mill",
    "ministry",
    "sawmill",
    "union",
    "university",
];

/// Legal forms, which end the name of a firm.
const FORMS: &[&str] = &[
    "AB", "AD", "AG", "AS", "A/S", "ASA", "BV", "Corp", "EOOD", "GmbH", "Inc", "JSC", "Ltd",
    "Limited", "LLC", "NV", "OOO", "Oy", "PLC", "Plc", "plc", "S.A.", "SA", "SE", "SpA",
];

/// The longest runs of capitalised words that no person's name (`taken`) overlaps, in order; without titles before
/// them, and without lone words that only begin a sentence.
pub fn runs(scene: &Scene, taken: &dyn Fn(&Range<usize>) -> bool) -> Vec<(Range<usize>, Bearer)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.len() {
        if !is_part(scene, at) {
            at += 1;
            continue;
        }
        let sentence = scene.sentence(at);
        let end = (at..sentence.end).find(|&i| !goes_on(scene, at, i)).unwrap_or(sentence.end);
        let run = trimmed(scene, at..end);
        at = end.max(at + 1);
        if !run.is_empty() && !taken(&run) && is_name(scene, &run) {
            let bearer = bearer(scene, &run);
            found.push((run, bearer));
        }
    }
    found
}

fn is_part(scene: &Scene, at: usize) -> bool {
    let word = scene.word(at);
    scene.document.tokens[at].kind == TokenKind::Word && scene.capital(at) && word.len() > 1
}

/// `&` and a plural's apostrophe may stand inside a name: `Hale & Sons`.
fn goes_on(scene: &Scene, first: usize, at: usize) -> bool {
    let joint = at > first && matches!(scene.word(at), "&" | "-") && at + 1 < scene.len();
    is_part(scene, at)
        && (at == first || scene.document.tokens[at].space_before || scene.word(at - 1) == "-")
        || joint && is_part(scene, at + 1)
}

/// Without articles, titles and days at its ends.
fn trimmed(scene: &Scene, mut run: Range<usize>) -> Range<usize> {
    let idle = |at: usize| {
        let lower = scene.lower(at);
        scene.syntax.is_determiner(at)
            || matches!(
                scene.syntax.tag(at),
                Tag::Pron | Tag::Adp | Tag::Sconj | Tag::Cconj | Tag::Aux
            )
            || name::title(lower).is_some()
            || TIMES.contains(&lower)
    };
    while !run.is_empty() && idle(run.start) {
        run.start += 1;
    }
    while !run.is_empty() && TIMES.contains(&scene.lower(run.end - 1)) {
        run.end -= 1;
    }
    run
}

const TIMES: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// Whether its capitals mean that it is a name: not those of a headline, a sentence's first word, a nationality.
fn is_name(scene: &Scene, run: &Range<usize>) -> bool {
    let first =
        scene.sentence(run.start).start == run.start || scene.opens(run.start - 1).is_some();
    let classes = scene.syntax.classes(run.start);
    let known = classes & (class::NATIONALITY | class::COUNTRY) > 0 && run.len() == 1;
    let proper = run.clone().any(|at| scene.syntax.tag(at) == Tag::Propn);
    let common = run.len() == 1 && (classes & class::COMMON > 0 || !proper) && first;
    let inner = scene.word(run.start).chars().skip(1).any(char::is_uppercase);
    !known && (!common || inner)
}

/// What the words beside a run say of it.
fn bearer(scene: &Scene, run: &Range<usize>) -> Bearer {
    let label = scene.syntax.name_of(run.start).map(|name| name.kind);
    let place = label == Some(NameKind::Place) && run.len() == 1;
    let form = FORMS.contains(&scene.word(run.end - 1)) && run.len() > 1
        || FORMS.contains(&scene.word(run.start)) && run.len() > 1;
    let says = |at: Option<usize>| {
        let word = at.map(|at| scene.lower(at)).unwrap_or_default();
        BESIDE.contains(&word) && !(place && PLACED.contains(&word))
    };
    let before = run.start.checked_sub(1);
    let apposed = before.filter(|&at| matches!(scene.word(at), "," | "“" | "\"" | "„" | "«" | "‘"));
    let before = if apposed.is_some() { before.and_then(|at| at.checked_sub(1)) } else { before };
    let same = |at: usize| scene.sentence(at) == scene.sentence(run.start);
    let after = Some(run.end).filter(|&at| at < scene.len() && same(at));
    let organisation = form
        || says(before.filter(|&at| same(at)))
        || says(after) && !(apposed.is_some() && place)
        || label == Some(NameKind::Organisation);
    if organisation { Bearer::Organisation } else { Bearer::Unknown }
}
