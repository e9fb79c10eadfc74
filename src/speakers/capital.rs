//! Runs of capitalised words that are no person's name.

use std::ops::Range;

use super::bearer::{self, Bearer, acronym_after, is_acronym, is_person};
use super::institution::{self, uses};
use super::name;
use super::scene::Scene;
use crate::dates::is_weekday_or_month;
use crate::syntax::Tag;
use crate::syntax::gazetteer::class;
use crate::text::TokenKind;

/// Capitalised words in a row.
#[derive(Clone, Debug)]
pub struct Run {
    pub tokens: Range<usize>,
    pub bearer: Bearer,
    /// A lone word that begins a sentence: only a name if it is one elsewhere.
    pub doubtful: bool,
    /// A lone word that the text uses as a place's.
    pub place: bool,
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
            let bearer = if doubtful { Bearer::Unknown } else { bearer::of(scene, &run) };
            found.push(Run { tokens: run, bearer, doubtful, place: false });
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
        } else if institution::is_first(scene.lower(first))
            && part(at + 2)
            && is_adjective(scene, at)
        {
            at += 3;
        } else if is_plural_mark(scene, at) && part(at + 1) && uses(scene.lower(at + 1)).head {
            at += 2;
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

/// `Compagnie [maritime] du Nord`
fn is_adjective(scene: &Scene, at: usize) -> bool {
    scene.word(at).starts_with(char::is_lowercase) && institution::joins(scene.word(at + 1))
}

/// `the School Workers['] Union`
fn is_plural_mark(scene: &Scene, at: usize) -> bool {
    matches!(scene.word(at), "'" | "’") && scene.word(at - 1).ends_with('s')
}

/// `Fire [and] Rescue`, `Brandt [and] Sons`
fn is_pair(scene: &Scene, and: usize) -> bool {
    const SECOND: &[&str] =
        &["rescue", "sons", "daughters", "partners", "co", "company", "associates", "gas", "light"];
    scene.is(and, &["and"]) && SECOND.contains(&scene.lower(and + 1))
}

/// Whether small words join what stands before and after them into one name.
fn is_joint(scene: &Scene, words: Range<usize>, begun: bool) -> bool {
    let (first, after) = (scene.word(words.start), words.end);
    let foreign = words.clone().all(|at| institution::joins(scene.word(at)));
    let of = begun && matches!(first, "of" | "for") && !is_person(scene, after);
    match words.len() {
        1 => matches!(first, "&" | "-") || of || foreign || is_pair(scene, words.start),
        _ => of && scene.is(words.start + 1, &["the"]) || foreign,
    }
}

/// `[Institut national de santé publique] (INSP)`: up to the acronym, whatever its words begin with.
fn spelled_out(scene: &Scene, first: usize, sentence_end: usize) -> Option<usize> {
    const LONGEST: usize = 7;
    let end = (first + 2..(first + LONGEST).min(sentence_end)).find(|&at| scene.word(at) == "(")?;
    let words = (first..end).all(|at| scene.document.tokens[at].kind == TokenKind::Word);
    let acronym = scene.lower(acronym_after(scene, &(first..end))?);
    let initial = |at: usize| scene.lower(at).chars().next();
    let begins = uses(scene.lower(first)).first && initial(first) == acronym.chars().next();
    // `[Dopravní podnik Varda] (DPV)`
    let spells = || (first..end).filter_map(initial).eq(acronym.chars());
    (words && (begins || spells())).then_some(end)
}

/// Without articles, titles and days at its ends.
fn trimmed(scene: &Scene, whole: Range<usize>) -> Range<usize> {
    let mut run = whole.clone();
    // `(INSP)`, also where that may be a title's letters.
    let bracketed = |at: usize| at > 0 && scene.word(at - 1) == "(" && is_acronym(scene.word(at));
    // `Charity Patients First`: only the first letter of the sentence is a capital.
    let begins = |at: usize| {
        let uses = uses(scene.lower(at));
        scene.sentence(at).start == at && uses.beside && !uses.first && whole.len() > 2
    };
    let idle = |at: usize| {
        let lower = scene.lower(at);
        scene.syntax.is_determiner(at)
            || begins(at)
            || matches!(
                scene.syntax.tag(at),
                Tag::Pron | Tag::Adp | Tag::Sconj | Tag::Cconj | Tag::Aux
            )
            || name::title(lower).is_some() && !uses(lower).first && !bracketed(at)
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
    let bracketed = run.start > 0 && scene.word(run.start - 1) == "(";
    let title = alone && name::title(scene.lower(run.start)).is_some() && !(inner && bracketed);
    let noun = scene.syntax.tag(run.start).is_nominal() && scene.word(run.start).len() > 3;
    match common && !inner {
        _ if known || title => None,
        true => noun.then_some(true),
        false => Some(false),
    }
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
            ("The School Helpers' Union met.", vec!["School Helpers' Union"]),
            ("The rescue union Varga says it is bad.", vec!["Varga"]),
            ("She told NWH that it was bad.", vec!["NWH"]),
            ("The nurses' union, GHV, said so.", vec!["GHV"]),
            ("Obecní podnik Varda (OPV) will pay.", vec!["Obecní podnik Varda"]),
            ("They left the port, Torhov, on Monday.", vec![]),
            ("We met in Tarrow on Monday.", vec![]),
            ("The Torhov foundry was hit.", vec![]),
        ] {
            assert_eq!(organisations(text), names, "{text}");
        }
    }
}
