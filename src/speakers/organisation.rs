//! Organisations by name, and which of their names are one organisation's: `Notos Lines S.A.`, `Notos`, `NL`.

use std::collections::HashMap;
use std::ops::Range;

use super::alias;
use super::capital::Bearer;
use super::name;
use super::scene::Scene;
use crate::names;
use crate::sort;
use crate::syntax::NameKind;
use crate::syntax::gazetteer::class;

/// What kind of firm it is, which a name has or has not.
const LEGAL: &[&str] = &[
    "ab",
    "ad",
    "ag",
    "as",
    "asa",
    "bv",
    "co",
    "corp",
    "corporation",
    "eood",
    "gmbh",
    "inc",
    "incorporated",
    "jsc",
    "limited",
    "llc",
    "ltd",
    "nv",
    "ooo",
    "oy",
    "oyj",
    "plc",
    "sa",
    "se",
    "spa",
    "srl",
];

/// One organisation's names.
struct Group {
    /// The words of its longest name, small and Latin, without articles and legal forms.
    words: Vec<String>,
    longest: Range<usize>,
    mentions: Vec<Range<usize>>,
}

/// The organisations that a text names: the fullest name of each, and its mentions in order; and the capitalised
/// words that may name anything. `runs` are such words outside of persons' names.
pub fn find(
    scene: &Scene,
    aliases: &HashMap<String, Range<usize>>,
    runs: Vec<(Range<usize>, Bearer)>,
) -> (Vec<(String, Vec<Range<usize>>)>, Vec<Range<usize>>) {
    let (mut sure, open) = sorted(scene, runs);
    // Long names first, so that a short form finds the one that it is short for.
    sort::by_key(&mut sure, |name| (usize::MAX - name.len(), name.start));
    let mut groups: Vec<Group> = Vec::new();
    for mention in sure {
        match home(scene, aliases, &groups, &mention) {
            Some(group) => groups[group].mentions.push(mention),
            None => groups.push(Group {
                words: words(scene, &mention),
                longest: mention.clone(),
                mentions: vec![mention],
            }),
        }
    }
    let mut left = Vec::new();
    for mention in open {
        match home(scene, aliases, &groups, &mention) {
            Some(group) => groups[group].mentions.push(mention),
            None => left.push(mention),
        }
    }
    (groups.into_iter().map(|group| with_display(scene, group)).collect(), left)
}

/// Names that are surely an organisation's, and those of which nothing is known.
fn sorted(
    scene: &Scene,
    runs: Vec<(Range<usize>, Bearer)>,
) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut sure, mut open) = (Vec::new(), Vec::new());
    let mut until = 0;
    for (run, bearer) in runs {
        let marked =
            scene.syntax.name_of(run.start).filter(|name| name.kind == NameKind::Organisation);
        // `Bank of England`: the network sees past the small words.
        let whole = marked.map_or(run.clone(), |name| {
            let article = usize::from(scene.is(name.tokens.start, &["the"]));
            (name.tokens.start + article).min(run.start)..name.tokens.end.max(run.end)
        });
        if whole.start < until {
            continue;
        }
        until = whole.end;
        let general = run.len() == 1
            && whole.len() == 1
            && (name::is_organisation(scene.lower(run.start))
                || scene.syntax.classes(run.start) & class::COMMON > 0);
        match bearer {
            Bearer::Organisation if !general => sure.push(whole),
            _ => open.push(whole),
        }
    }
    (sure, open)
}

/// The group that a name belongs to.
fn home(
    scene: &Scene,
    aliases: &HashMap<String, Range<usize>>,
    groups: &[Group],
    mention: &Range<usize>,
) -> Option<usize> {
    let words = words(scene, mention);
    let alias = aliases.get(&alias::text(scene, mention));
    groups.iter().position(|group| {
        let named = alias.is_some_and(|name| {
            group.mentions.iter().any(|known| known.start < name.end && name.start < known.end)
        });
        named || is_short_for(&words, &group.words)
    })
}

fn with_display(scene: &Scene, mut group: Group) -> (String, Vec<Range<usize>>) {
    sort::by_key(&mut group.mentions, |mention| (mention.start, 0));
    let display = scene.document.span(group.longest).of(scene.document.text);
    (display.split_whitespace().collect::<Vec<_>>().join(" "), group.mentions)
}

fn words(scene: &Scene, name: &Range<usize>) -> Vec<String> {
    key(scene.document.span(name.clone()).of(scene.document.text))
}

/// The words by which organisations are compared: small and Latin, without articles and legal forms.
pub fn key(name: &str) -> Vec<String> {
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/'));
    let idle = |word: &str| matches!(word, "" | "the" | "s" | "of" | "and" | "for");
    let all: Vec<String> = words.map(names::letters).filter(|word| !idle(word)).collect();
    let telling: Vec<String> =
        all.iter().filter(|word| !LEGAL.contains(&&***word)).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// Whether one name can be short for another: the same words, its first word or words, its last words, or their
/// first letters.
pub fn is_short_for(short: &[String], long: &[String]) -> bool {
    if short.is_empty() || short.len() > long.len() {
        return false;
    }
    let telling = |word: &String| !GENERAL.contains(&&**word);
    let starts = long.starts_with(short) && short.iter().any(telling);
    let ends = short.len() > 1 && long.ends_with(short);
    let turned = short.len() > 1
        && short.len() == long.len()
        && short.iter().all(|word| long.contains(word));
    let letters = || long.iter().filter_map(|word| word.chars().next()).collect::<String>();
    starts || ends || turned || short.len() == 1 && long.len() > 2 && short[0] == letters()
}

/// Words that begin the names of many organisations.
const GENERAL: &[&str] = &[
    "association",
    "bank",
    "central",
    "centre",
    "city",
    "club",
    "college",
    "committee",
    "council",
    "county",
    "court",
    "department",
    "district",
    "federal",
    "federation",
    "first",
    "free",
    "general",
    "house",
    "institute",
    "international",
    "ministry",
    "museum",
    "national",
    "new",
    "office",
    "party",
    "port",
    "provincial",
    "public",
    "regional",
    "royal",
    "saint",
    "school",
    "st",
    "state",
    "supreme",
    "union",
    "united",
    "university",
    "world",
];
