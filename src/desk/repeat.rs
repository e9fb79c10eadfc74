//! The same utterance in several places: word for word, shortened, or translated anew.

use std::collections::HashMap;

use super::brief::{Brief, Utterance};
use super::union::Union;
use crate::sort;

/// One utterance where it is quoted: index of the article, and of the utterance in its brief.
pub type Member = (usize, usize);

/// So many places of one word are compared; a word that is everywhere tells nothing.
const MOST: usize = 48;

/// Groups of two or more places with one utterance, in the order of their first. `who` gives for an article and the
/// id of its entity (or the name of a speaker who is none) the person that it is across articles.
pub fn group(briefs: &[Brief], who: &dyn Fn(usize, &str) -> Option<usize>) -> Vec<Vec<Member>> {
    let all: Vec<(Member, &Utterance)> = briefs
        .iter()
        .enumerate()
        .flat_map(|(article, brief)| {
            brief.utterances.iter().enumerate().map(move |(at, said)| ((article, at), said))
        })
        .collect();
    let weights = Weights::new(&all);
    let mut union = Union::new(all.len());
    for (one, other) in candidates(&all) {
        let ((article, _), said) = all[one];
        let ((other_article, _), other_said) = all[other];
        let speaker = said.speaker.as_deref().and_then(|id| who(article, id));
        let other_speaker = other_said.speaker.as_deref().and_then(|id| who(other_article, id));
        let speakers = match (speaker, other_speaker) {
            (Some(one), Some(other)) => Some(one == other),
            _ => None,
        };
        if is_one(&weights, said, other_said, speakers) {
            union.join(one, other);
        }
    }
    let groups = union.groups().into_iter().filter(|group| group.len() > 1);
    groups.map(|group| group.into_iter().map(|at| all[at].0).collect()).collect()
}

/// Pairs that share a telling word, each once, in order.
fn candidates(all: &[(Member, &Utterance)]) -> Vec<(usize, usize)> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, said)) in all.iter().enumerate() {
        let words = if said.stems.is_empty() { &said.words } else { &said.stems };
        for word in words {
            let places = places.entry(word).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for places in places.values() {
        for (at, &other) in places.iter().enumerate() {
            pairs.extend(places[at.saturating_sub(MOST)..at].iter().map(|&one| (one, other)));
        }
    }
    sort::by_key(&mut pairs, |&pair| pair);
    pairs.dedup();
    pairs
}

/// How much a word tells: one that few utterances have tells more.
struct Weights<'a> {
    places: HashMap<&'a str, usize>,
    all: usize,
}

impl<'a> Weights<'a> {
    fn new(all: &[(Member, &'a Utterance)]) -> Self {
        let mut places = HashMap::new();
        for (_, said) in all {
            for stem in &said.stems {
                *places.entry(stem.as_str()).or_insert(0) += 1;
            }
        }
        Weights { places, all: all.len() }
    }

    fn of(&self, stem: &str) -> f64 {
        let places = self.places.get(stem).copied().unwrap_or(1);
        (1.0 + self.all as f64 / places as f64).ln()
    }

    fn sum(&self, stems: &[String]) -> f64 {
        stems.iter().map(|stem| self.of(stem)).sum()
    }
}

/// Whether two quotations are one utterance. `speakers`: whether they are of one person, if that is known.
fn is_one(
    weights: &Weights,
    one: &Utterance,
    other: &Utterance,
    speakers: Option<bool>,
) -> bool {
    let (short, long) =
        if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    if contains(&long.words, &short.words) {
        // Two people may well say the same few words.
        return speakers != Some(false) || short.words.len() > 6;
    }
    let (shared, count) = shared(weights, &short.stems, &long.stems);
    let whole = weights.sum(&short.stems);
    if whole == 0.0 || speakers == Some(false) {
        return false;
    }
    let part = shared / whole;
    let of_long = shared / weights.sum(&long.stems).max(1e-9);
    let run = longest_run(&short.words, &long.words);
    let known = speakers == Some(true);
    let needed = if known { 0.5 } else { 0.67 };
    count > 1 && part >= needed && (of_long >= 0.25 || run >= 4)
        || run >= 6
        || known && count >= 1 && part >= 0.45 && run >= 3
}

fn contains(long: &[String], short: &[String]) -> bool {
    long.windows(short.len()).any(|words| words == short)
}

/// What the content words that both have tell together, and how many they are.
fn shared(weights: &Weights, short: &[String], long: &[String]) -> (f64, usize) {
    let mut left: Vec<&str> = long.iter().map(String::as_str).collect();
    let (mut sum, mut count) = (0.0, 0);
    for stem in short {
        if let Some(at) = left.iter().position(|other| other == stem) {
            left.swap_remove(at);
            sum += weights.of(stem);
            count += 1;
        }
    }
    (sum, count)
}

/// The most words in a row that both have.
fn longest_run(one: &[String], other: &[String]) -> usize {
    let mut longest = 0;
    let mut before = vec![0; other.len() + 1];
    for word in one {
        let mut row = vec![0; other.len() + 1];
        for (at, facing) in other.iter().enumerate() {
            if word == facing {
                row[at + 1] = before[at] + 1;
                longest = longest.max(row[at + 1]);
            }
        }
        before = row;
    }
    longest
}
