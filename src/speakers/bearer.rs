//! What bears a name of capitalised words, as far as the words in it and beside it tell.

use std::ops::Range;

use super::institution::{self, is_first, uses};
use super::name;
use super::organisation::is_legal_form;
use super::role;
use super::scene::Scene;
use crate::syntax::NameKind;
use crate::syntax::gazetteer::class;

/// What bears the name, as far as the words around it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    Organisation,
    Unknown,
}

/// Verbs of what firms do, after `which`.
const FIRMS_DO: &[&str] = &[
    "operates",
    "owns",
    "runs",
    "makes",
    "builds",
    "sells",
    "employs",
    "manages",
    "publishes",
    "insures",
    "supplies",
    "manufactures",
    "exports",
];

/// Those who work for what is named after `of`, `at` or `for`.
const STAFF: &[&str] = &[
    "manager",
    "director",
    "executive",
    "founder",
    "co-founder",
    "analyst",
    "economist",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "employee",
    "employees",
    "shareholders",
    "subsidiary",
    "unit",
    "shares",
    "arm",
    "owner",
    "ceo",
];

/// What the words in a run and beside it say of it.
pub fn of(scene: &Scene, run: &Range<usize>) -> Bearer {
    let label = scene.syntax.name_of(run.start).map(|name| name.kind);
    let place = label == Some(NameKind::Place);
    let organisation = is_shaped(scene, run)
        || acronym_after(scene, run).is_some()
        || is_acting(scene, run)
        || !is_given(scene, run) && is_used(scene, run, place);
    if organisation { Bearer::Organisation } else { Bearer::Unknown }
}

/// Whether the words beside it, or the network, say that it is an organisation.
fn is_used(scene: &Scene, run: &Range<usize>, place: bool) -> bool {
    is_beside(scene, run, place)
        || is_described(scene, run)
        || !place && (is_asked(scene, run) || is_staffed(scene, run))
        || run.clone().all(|at| {
            scene.syntax.name_of(at).is_some_and(|name| name.kind == NameKind::Organisation)
        })
}

/// Two or three words, the first a given name: `Mariam Keita`.
fn is_given(scene: &Scene, run: &Range<usize>) -> bool {
    let given = class::GIVEN_MALE | class::GIVEN_FEMALE;
    (2..=3).contains(&run.len())
        && scene.syntax.classes(run.start) & given > 0
        && !scene.is(run.start, &["san", "santa", "santo", "saint"])
}

/// Whether its words are those of an organisation: `Notos Lines`, `Institute of Health`, `Voltrans AG`.
fn is_shaped(scene: &Scene, run: &Range<usize>) -> bool {
    let (first, last) = (run.start, run.end - 1);
    let form = |at: usize| is_legal_form(scene.word(at));
    let joined = (first..last).any(|at| {
        let small = matches!(scene.word(at), "of" | "for") || institution::joins(scene.word(at));
        small && (first..at).any(|before| uses(scene.lower(before)).first)
    });
    run.len() > 1
        && (form(first)
            || form(last)
            || uses(scene.lower(last)).head
            || joined
            || begins(scene, run))
}

/// `Banco Central`, `Sindicato Minero`: in other languages what it is comes first.
fn begins(scene: &Scene, run: &Range<usize>) -> bool {
    is_first(scene.lower(run.start)) || scene.is(run.start, &["hospital", "radio"])
}

/// The acronym in brackets after a name: `World Harbour Union ([WHU])`.
pub fn acronym_after(scene: &Scene, run: &Range<usize>) -> Option<usize> {
    let at = run.end + 1;
    let bracket = run.len() > 1
        && at + 1 < scene.len()
        && scene.word(run.end) == "("
        && scene.word(at + 1) == ")";
    (bracket && is_acronym(scene.word(at))).then_some(at)
}

/// Whether it is written as the first letters of a name are: `WHU`, `MdF`.
pub fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && word.chars().all(char::is_alphabetic) && 2 * capitals > word.chars().count()
}

/// `the carrier [Voltrans]`, `the [Free Khevra] movement`
fn is_beside(scene: &Scene, run: &Range<usize>, place: bool) -> bool {
    let says = |at: Option<usize>, placed: bool| {
        let uses = at.map(|at| uses(scene.lower(at))).unwrap_or_default();
        uses.beside && !(uses.placed && placed)
    };
    let acronym = run.len() == 1 && is_acronym(scene.word(run.start));
    let before = run.start.checked_sub(1);
    let apposed = before.filter(|&at| matches!(scene.word(at), "," | "“" | "\"" | "„" | "«" | "‘"));
    let before = if apposed.is_some() { before.and_then(|at| at.checked_sub(1)) } else { before };
    let same = |at: &usize| *at < scene.len() && scene.sentence(*at) == scene.sentence(run.start);
    let after = Some(run.end).filter(same);
    // `the Torhov foundry`, `at the port, Torhov,`, but `the union Metalists` and `the nurses' union, SYNI,`
    let apart = place || apposed.is_some() && !acronym;
    says(before.filter(same), apart)
        || says(after, place || run.len() == 1) && !(apposed.is_some() && place)
}

/// `told [the Evening Post]`, `according to [Varda Meteo]`
fn is_asked(scene: &Scene, run: &Range<usize>) -> bool {
    let word = |back: usize| run.start.checked_sub(back).map_or("", |at| scene.lower(at));
    let told = word(1) == "told" || word(1) == "the" && word(2) == "told";
    let according = word(1) == "to" && word(2) == "according";
    let person =
        run.clone().any(|at| is_person(scene, at)) || name::title(scene.lower(run.start)).is_some();
    (according || told) && !person
}

/// Whether an acronym stands where organisations do: `the [NWH]`, `[NWH] said`, `the head of [NWH]`, `[NWH] president`.
fn is_acting(scene: &Scene, run: &Range<usize>) -> bool {
    const FEWEST: usize = 3;
    let word = scene.word(run.start);
    let shaped = run.len() == 1
        && word.chars().count() >= FEWEST
        && is_acronym(word)
        && !uses(scene.lower(run.start)).thing;
    let role = |at: usize| name::title(scene.lower(at)).is_some_and(|title| !title.honorific);
    let before = |back: usize| run.start.checked_sub(back);
    let is = |back: usize, words: &[&str]| before(back).is_some_and(|at| scene.is(at, words));
    let after = (run.end + 1 < scene.len()).then_some(run.end);
    let led = after.is_some_and(|at| {
        scene.is(at, &["said", "says", "announced"]) || role(at) && scene.capital(at + 1)
    });
    let part = is(1, &["of"])
        && before(2).is_some_and(|at| role(at) || scene.is(at, &["general", "members"]));
    shaped && (is(1, &["the", "told"]) || led || part)
}

/// `[Voltrans], the carrier,` and `[Voltrans], which operates …`
fn is_described(scene: &Scene, run: &Range<usize>) -> bool {
    let sentence = scene.sentence(run.start);
    let at = run.end;
    if at + 2 >= sentence.end || scene.word(at) != "," {
        return false;
    }
    if scene.is(at + 1, &["which"]) {
        return FIRMS_DO.contains(&scene.lower(at + 2));
    }
    let article = scene.is(at + 1, &["a", "an", "the", "its", "their"]);
    let phrase = scene.syntax.phrase_of(at + 1).filter(|_| article);
    phrase.is_some_and(|phrase| {
        let uses = uses(scene.lower(phrase.tokens.end - 1));
        (uses.beside || uses.described) && phrase.tokens.end < sentence.end
    })
}

/// `the station manager of [Qasr Air]`
fn is_staffed(scene: &Scene, run: &Range<usize>) -> bool {
    let Some(small) = run.start.checked_sub(1) else { return false };
    let linked = scene.is(small, &["of", "at", "for", "with", "in"]);
    linked && small.checked_sub(1).is_some_and(|at| STAFF.contains(&scene.lower(at)))
}

/// Whether the network takes a word for a person's: `the League of [Ida Brandt]`.
pub fn is_person(scene: &Scene, at: usize) -> bool {
    let given = || {
        let full = at + 1 < scene.len() && scene.capital(at + 1);
        full && (name::given(scene.word(at)).is_some() || role::after_name(scene, at + 2).is_some())
    };
    scene.syntax.name_of(at).is_some_and(|name| name.kind == NameKind::Person) || given()
}
