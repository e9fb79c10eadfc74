//! Capitalised words that are no person's name, and what the words in them and beside them say that they are
//! (`institution`).

use std::ops::Range;

use super::institution::{is_first, uses};
use super::name;
use super::organisation::is_legal_form;
use super::scene::Scene;
use crate::dates::is_weekday_or_month;
use crate::syntax::gazetteer::class;
use crate::syntax::{NameKind, Tag};
use crate::text::TokenKind;

/// What bears the name, as far as the words around it tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    Organisation,
    Unknown,
}

/// Small words inside the names of organisations in other languages.
const FOREIGN: &[&str] = &[
    "de", "du", "des", "da", "do", "dos", "das", "del", "della", "di", "la", "le", "les", "los",
    "el", "y", "e", "et", "und", "für", "za", "za", "och", "og", "i", "van", "voor", "het",
];

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

/// Capitalised words in a row.
#[derive(Clone, Debug)]
pub struct Run {
    pub tokens: Range<usize>,
    pub bearer: Bearer,
    /// A lone word that begins a sentence: only a name if it is one elsewhere.
    pub doubtful: bool,
}

/// The longest runs of capitalised words that no person's name (`taken`) overlaps, in order; without titles before
/// them.
pub fn runs(scene: &Scene, taken: &dyn Fn(&Range<usize>) -> bool) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scene.len() {
        if !is_part(scene, at) || taken(&(at..at + 1)) {
            at += 1;
            continue;
        }
        let run = trimmed(scene, at..end_of_run(scene, at, taken));
        if run.is_empty() {
            at += 1;
            continue;
        }
        at = run.end;
        if let Some(doubtful) = is_name(scene, &run) {
            let bearer = if doubtful { Bearer::Unknown } else { bearer(scene, &run) };
            found.push(Run { tokens: run, bearer, doubtful });
        }
    }
    found
}

fn is_part(scene: &Scene, at: usize) -> bool {
    let word = scene.word(at);
    scene.document.tokens[at].kind == TokenKind::Word && scene.capital(at) && word.len() > 1
}

/// Where the run that begins at a token ends: after capitalised words, joined by `&` and hyphens, after `Ministry` by
/// `of`, and by the small words of other languages.
fn end_of_run(scene: &Scene, first: usize, taken: &dyn Fn(&Range<usize>) -> bool) -> usize {
    let sentence = scene.sentence(first);
    let part = |at: usize| at < sentence.end && is_part(scene, at) && !taken(&(at..at + 1));
    let mut at = first + 1;
    let mut begun = uses(scene.lower(first)).first;
    if let Some(end) = spelled_out(scene, first, sentence.end) {
        return end;
    }
    while at < sentence.end {
        let spaced = scene.document.tokens[at].space_before || scene.word(at - 1) == "-";
        if part(at) && spaced && !is_time(scene, at) {
            begun = begun || uses(scene.lower(at)).first;
            at += 1;
        } else if let Some(words) =
            (1..=2).find(|&words| part(at + words) && is_joint(scene, at..at + words, begun))
        {
            at += words + 1;
        } else {
            break;
        }
    }
    at
}

/// Whether small words join what stands before and after them into one name.
fn is_joint(scene: &Scene, words: Range<usize>, begun: bool) -> bool {
    let (first, after) = (scene.word(words.start), words.end);
    let foreign = words.clone().all(|at| FOREIGN.contains(&scene.word(at)));
    let of = begun && matches!(first, "of" | "for") && !is_person(scene, after);
    match words.len() {
        1 => matches!(first, "&" | "-") || of || foreign,
        _ => of && scene.is(words.start + 1, &["the"]) || foreign,
    }
}

/// Whether the network takes a word for a person's: `the League of [Ida Brandt]`.
fn is_person(scene: &Scene, at: usize) -> bool {
    scene.syntax.name_of(at).is_some_and(|name| name.kind == NameKind::Person)
}

/// `[Institut national de santé publique] (INSP)`: up to the acronym, whatever its words begin with.
fn spelled_out(scene: &Scene, first: usize, sentence_end: usize) -> Option<usize> {
    const LONGEST: usize = 7;
    uses(scene.lower(first)).first.then_some(())?;
    let initial = scene.word(first).chars().next();
    let end = (first + 2..(first + LONGEST).min(sentence_end)).find(|&at| scene.word(at) == "(")?;
    let words = (first..end).all(|at| scene.document.tokens[at].kind == TokenKind::Word);
    let acronym = acronym_after(scene, &(first..end))?;
    (words && scene.word(acronym).chars().next() == initial).then_some(end)
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
            || name::title(lower).is_some() && !uses(lower).first
            || is_time(scene, at)
    };
    while !run.is_empty() && idle(run.start) {
        run.start += 1;
    }
    while !run.is_empty() && is_time(scene, run.end - 1) {
        run.end -= 1;
    }
    run
}

fn is_time(scene: &Scene, at: usize) -> bool {
    const TIMES: &[&str] = &[
        "jan",
        "feb",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
        "god",
        "christmas",
        "easter",
        "ramadan",
    ];
    let lower = scene.lower(at);
    is_weekday_or_month(lower) || TIMES.contains(&lower)
}

/// Whether its capitals mean that it is a name, and whether that is in doubt: they may be those of a headline or of a
/// sentence's first word. `None` for a nationality, a title, a small word.
fn is_name(scene: &Scene, run: &Range<usize>) -> Option<bool> {
    let first =
        scene.sentence(run.start).start == run.start || scene.opens(run.start - 1).is_some();
    let classes = scene.syntax.classes(run.start);
    let alone = run.len() == 1;
    let known = classes & (class::NATIONALITY | class::COUNTRY) > 0 && alone;
    let proper = run.clone().any(|at| scene.syntax.tag(at) == Tag::Propn);
    let common = alone && (classes & class::COMMON > 0 || !proper) && first;
    let inner = scene.word(run.start).chars().skip(1).any(char::is_uppercase);
    let title = alone && name::title(scene.lower(run.start)).is_some();
    let noun = scene.syntax.tag(run.start).is_nominal() && scene.word(run.start).len() > 3;
    match common && !inner {
        _ if known || title => None,
        true => noun.then_some(true),
        false => Some(false),
    }
}

/// What the words in a run and beside it say of it.
fn bearer(scene: &Scene, run: &Range<usize>) -> Bearer {
    let label = scene.syntax.name_of(run.start).map(|name| name.kind);
    let place = label == Some(NameKind::Place);
    let organisation = is_shaped(scene, run)
        || acronym_after(scene, run).is_some()
        || is_beside(scene, run, place)
        || is_described(scene, run)
        || !place && is_staffed(scene, run)
        || run.clone().all(|at| {
            scene.syntax.name_of(at).is_some_and(|name| name.kind == NameKind::Organisation)
        });
    if organisation { Bearer::Organisation } else { Bearer::Unknown }
}

/// Whether its words are those of an organisation: `Notos Lines`, `Institute of Health`, `Voltrans AG`.
fn is_shaped(scene: &Scene, run: &Range<usize>) -> bool {
    let (first, last) = (run.start, run.end - 1);
    let form = |at: usize| is_legal_form(scene.word(at));
    let joined = (first..last).any(|at| {
        let small = matches!(scene.word(at), "of" | "for") || FOREIGN.contains(&scene.word(at));
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
    is_first(scene.lower(run.start))
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

fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && word.chars().all(char::is_alphabetic) && 2 * capitals > word.chars().count()
}

/// `the carrier [Voltrans]`, `the [Free Khevra] movement`
fn is_beside(scene: &Scene, run: &Range<usize>, place: bool) -> bool {
    let says = |at: Option<usize>| {
        let uses = at.map(|at| uses(scene.lower(at))).unwrap_or_default();
        uses.beside && !(uses.placed && (place || run.len() == 1))
    };
    let before = run.start.checked_sub(1);
    let apposed = before.filter(|&at| matches!(scene.word(at), "," | "“" | "\"" | "„" | "«" | "‘"));
    let before = if apposed.is_some() { before.and_then(|at| at.checked_sub(1)) } else { before };
    let same = |at: &usize| *at < scene.len() && scene.sentence(*at) == scene.sentence(run.start);
    let after = Some(run.end).filter(same);
    says(before.filter(same)) || says(after) && !(apposed.is_some() && place)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speakers::institution::WORDS;
    use crate::syntax::Syntax;
    use crate::text::Document;

    fn organisations(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let syntax = Syntax::new(&document);
        let scene = Scene::new(&document, &syntax);
        let runs = runs(&scene, &|_| false).into_iter();
        runs.filter(|run| run.bearer == Bearer::Organisation)
            .map(|run| document.span(run.tokens).of(text).to_owned())
            .collect()
    }

    #[test]
    fn what_ends_or_stands_beside_a_name_tells_of_an_organisation() {
        for (&word, uses) in WORDS.iter() {
            let capital = word[..1].to_uppercase() + &word[1..];
            if uses.head {
                let name = format!("Northern Varda {capital}");
                assert_eq!(organisations(&format!("We asked the {name} to help.")), [name]);
            }
            if uses.beside && !uses.placed {
                let text = format!("They work for the {word} Voltrans in the north.");
                assert_eq!(organisations(&text), ["Voltrans"], "{text}");
            }
            if uses.first {
                let name = format!("{capital} de Varda");
                assert_eq!(organisations(&format!("We asked the {name} to help.")), [name]);
            }
        }
    }

    #[test]
    fn names_of_organisations() {
        for (text, names) in [
            (
                "It was the Institute of Public Health that said so.",
                vec!["Institute of Public Health"],
            ),
            ("The Families of the Lost met.", vec!["Families of the Lost"]),
            ("She is the manager of Vessa Nord.", vec!["Vessa Nord"]),
            ("They asked Vessa, which operates the port, to pay.", vec!["Vessa"]),
            ("They asked Vessa, a small exporter, to pay.", vec!["Vessa"]),
            ("We met the Grain Watch Abroad (GWA) there.", vec!["Grain Watch Abroad"]),
            ("They sued Vessa AG in May.", vec!["Vessa AG"]),
            ("We met in Tarrow on Monday.", vec![]),
            ("The Torhov foundry was hit.", vec![]),
        ] {
            assert_eq!(organisations(text), names, "{text}");
        }
    }
}
