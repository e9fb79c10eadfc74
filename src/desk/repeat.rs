//! The same utterance in several places: word for word, shortened, or translated anew.

use super::block;
use super::brief::{Brief, Utterance};
use super::rarity::Rarity;
use super::union::Union;
use super::words::Word;
use super::{Entry, Place, QuoteGroup, Who, Wording, every};
use crate::Span;

/// Utterances in two or more places, in the order of their first.
pub fn find(briefs: &[Brief], who: &Who) -> Vec<QuoteGroup> {
    group(briefs, who).iter().map(|members| shown(briefs, who, members)).collect()
}

/// A group as it is shown.
fn shown(briefs: &[Brief], who: &Who, members: &[Entry]) -> QuoteGroup {
    let said = |&(article, at): &Entry| &briefs[article].utterances[at];
    let day = |member: &Entry| briefs[member.0].published.as_ref();
    let wording = |(number, member): (usize, &Entry)| {
        let one = said(member);
        let earlier = |(at, other): &(usize, &Entry)| {
            let before =
                matches!((day(other), day(member)), (Some(other), Some(day)) if other < day);
            *at != number && before && contains(&said(other).words, &one.words)
        };
        Wording {
            place: Place { article: member.0, span: one.span },
            quote: one.quote.clone(),
            same_as: members.iter().enumerate().find(earlier).map(|(at, _)| at),
            differing: differing(said(&members[0]), one),
        }
    };
    QuoteGroup {
        speaker: members
            .iter()
            .find_map(|member| who.is(member.0, said(member).speaker.as_deref())),
        members: members.iter().enumerate().map(wording).collect(),
    }
}

/// Where the words of an utterance stand that another does not have in the same order (the rest is their longest
/// common subsequence).
fn differing(known: &Utterance, said: &Utterance) -> Vec<Span> {
    let (one, other) = (&known.words, &said.words);
    let mut length = vec![vec![0u16; other.len() + 1]; one.len() + 1];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            length[a][b] = match one[a] == other[b] {
                true => length[a + 1][b + 1] + 1,
                false => length[a + 1][b].max(length[a][b + 1]),
            };
        }
    }
    let (mut a, mut spans) = (0, Vec::new());
    for (b, &place) in said.places.iter().enumerate() {
        let here = length[a][b];
        while a < one.len() && length[a + 1][b] == here {
            a += 1;
        }
        if a < one.len() && one[a] == other[b] {
            a += 1;
        } else {
            spans.push(place);
        }
    }
    spans
}

/// Groups of two or more places with one utterance.
fn group(briefs: &[Brief], who: &Who) -> Vec<Vec<Entry>> {
    let all = every(briefs, |brief| &brief.utterances);
    let rarity = Rarity::new(all.iter().map(|(_, said)| said.stems.clone()));
    let mut union = Union::new(all.len());
    let words = |said: &Utterance| {
        if said.stems.is_empty() { said.words.clone() } else { said.stems.clone() }
    };
    for (one, other) in block::pairs(all.iter().map(|(_, said)| words(said)), block::COMMON) {
        let ((article, _), said) = all[one];
        let ((other_article, _), other_said) = all[other];
        let speaker = who.is(article, said.speaker.as_deref());
        let other_speaker = who.is(other_article, other_said.speaker.as_deref());
        let speakers = match (speaker, other_speaker) {
            (Some(one), Some(other)) => Some(one == other),
            _ => None,
        };
        if is_one(&rarity, said, other_said, speakers) {
            union.join(one, other);
        }
    }
    let groups = union.groups().into_iter().filter(|group| group.len() > 1);
    groups.map(|group| group.into_iter().map(|at| all[at].0).collect()).collect()
}

/// Whether two quotations are one utterance. `speakers`: whether they are of one person, if that is known.
fn is_one(rarity: &Rarity, one: &Utterance, other: &Utterance, speakers: Option<bool>) -> bool {
    let (short, long) =
        if one.words.len() <= other.words.len() { (one, other) } else { (other, one) };
    if contains(&long.words, &short.words) {
        // Two people may well say the same few words.
        return speakers != Some(false) || short.words.len() > 6;
    }
    let (shared, count) = shared(rarity, &short.stems, &long.stems);
    let whole = rarity.sum(&short.stems);
    if whole == 0.0 || speakers == Some(false) {
        return false;
    }
    let part = shared / whole;
    let of_long = shared / rarity.sum(&long.stems).max(1e-9);
    let run = longest_run(&short.words, &long.words);
    let known = speakers == Some(true);
    let needed = if known { 0.34 } else { 0.6 };
    count > 1 && part >= needed && (of_long >= 0.2 || run >= 4)
        || run >= 6
        || known && count >= 1 && part >= 0.45 && run >= 3
}

fn contains(long: &[Word], short: &[Word]) -> bool {
    long.windows(short.len()).any(|words| words == short)
}

/// What the content words that both have tell together, and how many they are.
fn shared(rarity: &Rarity, short: &[Word], long: &[Word]) -> (f64, usize) {
    let mut left = long.to_vec();
    let (mut sum, mut count) = (0.0, 0);
    for &stem in short {
        if let Some(at) = left.iter().position(|&other| other == stem) {
            left.swap_remove(at);
            sum += rarity.of(stem);
            count += 1;
        }
    }
    (sum, count)
}

/// The most words in a row that both have.
fn longest_run(one: &[Word], other: &[Word]) -> usize {
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
