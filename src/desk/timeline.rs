//! What happened or was said on which day, in all articles, on one axis.

use std::collections::HashSet;

use super::block;
use super::brief::{Brief, Happening};
use super::union::Union;
use super::words::Word;
use super::{Entry, Event, Telling, Who, every};
use crate::sort;

/// Two articles tell of one event if so much of what the shorter sentence says is in the other.
const SHARED: f64 = 0.5;
/// So many words at least must be shared.
const LEAST: usize = 3;

/// What happened or was said, by day and hour.
pub fn find(briefs: &[Brief], who: &Who) -> Vec<Event> {
    group(briefs).iter().map(|members| shown(briefs, who, members)).collect()
}

fn shown(briefs: &[Brief], who: &Who, members: &[Entry]) -> Event {
    let told = |&(article, at): &Entry| &briefs[article].happenings[at];
    let telling = |member: &Entry| {
        let one = told(member);
        Telling { article: member.0, date: one.date.clone(), span: one.sentence }
    };
    Event {
        days: told(&members[0]).days.clone(),
        time: members.iter().find_map(|member| told(member).time.clone()),
        speaker: members
            .iter()
            .find_map(|member| who.is(member.0, told(member).speaker.as_deref())),
        statement: members.iter().any(|member| told(member).quote.is_some()),
        members: members.iter().map(telling).collect(),
    }
}

/// Happenings on the same days that are one.
fn group(briefs: &[Brief]) -> Vec<Vec<Entry>> {
    let all = every(briefs, |brief| &brief.happenings);
    let mut union = Union::new(all.len());
    for (one, other) in block::pairs(all.iter().map(|(_, told)| told.words.clone()), block::COMMON)
    {
        if all[one].0.0 != all[other].0.0 && is_one(all[one].1, all[other].1) {
            union.join(one, other);
        }
    }
    let mut groups = union.groups();
    sort::by_key(&mut groups, |group| {
        let time = group.iter().find_map(|&at| all[at].1.time.as_deref()).map_or(0, digits);
        (digits(&all[group[0]].1.days[0]), time)
    });
    groups.into_iter().map(|group| group.into_iter().map(|at| all[at].0).collect()).collect()
}

/// `2026-05-10` and `22:15` as numbers, to be sorted by.
fn digits(text: &str) -> usize {
    let digits = text.bytes().filter(u8::is_ascii_digit);
    digits.fold(0, |number, digit| number * 10 + usize::from(digit - b'0'))
}

fn is_one(one: &Happening, other: &Happening) -> bool {
    let times = match (&one.time, &other.time) {
        (Some(time), Some(other)) => time == other,
        _ => true,
    };
    let speakers = one.speaker.is_some() == other.speaker.is_some();
    if one.days != other.days || !times || !speakers {
        return false;
    }
    let of: HashSet<Word> = one.words.iter().copied().collect();
    let of_other: HashSet<Word> = other.words.iter().copied().collect();
    let shared = of.intersection(&of_other).count();
    let least = of.len().min(of_other.len()).max(1);
    shared >= LEAST && shared as f64 / least as f64 >= SHARED
}
