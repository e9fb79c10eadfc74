//! The same figure in several articles: claims -> groups, and whether each agrees.

use super::brief::{Brief, Claim};
use super::pair::{self, Side, Weights};
use super::verdict;
use crate::sort;

/// Index of the article, and of the claim in its brief.
pub type Member = (usize, usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Agree,
    Differ,
    Unclear,
}

pub struct Group {
    pub members: Vec<Member>,
    pub verdict: Verdict,
}

/// Two claims are put together from this likelihood on.
const LIKELY: f64 = 0.5;

/// Groups of two or more claims about one thing, in the order of their first.
pub fn group(briefs: &[Brief], who: &dyn Fn(usize, &str) -> Option<usize>) -> Vec<Group> {
    let all: Vec<(Member, Side)> = sides(briefs, who);
    let weights = Weights::new(all.iter().map(|(_, side)| side.claim));
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for other in 0..all.len() {
        for one in 0..other {
            let Some(features) = pair::features(&weights, &all[one].1, &all[other].1) else {
                continue;
            };
            pairs.push((pair::likelihood(&features), one, other));
        }
    }
    let groups = clusters(all.len(), pairs);
    let grouped = groups.into_iter().filter(|group| group.len() > 1);
    grouped
        .map(|group| {
            let claims: Vec<&Claim> = group.iter().map(|&at| all[at].1.claim).collect();
            Group { members: group.iter().map(|&at| all[at].0).collect(), verdict: judge(&claims) }
        })
        .collect()
}

pub fn sides<'b>(
    briefs: &'b [Brief],
    who: &dyn Fn(usize, &str) -> Option<usize>,
) -> Vec<(Member, Side<'b>)> {
    let mut all = Vec::new();
    for (article, brief) in briefs.iter().enumerate() {
        for (at, claim) in brief.claims.iter().enumerate() {
            let source = claim.source.as_deref().and_then(|id| who(article, id));
            all.push(((article, at), Side { article, claim, source }));
        }
    }
    all
}

/// Groups whose members belong together on average, the likeliest pairs first (average linkage).
fn clusters(count: usize, mut pairs: Vec<(f64, usize, usize)>) -> Vec<Vec<usize>> {
    use std::collections::HashMap;
    let likelihood: HashMap<(usize, usize), f64> =
        pairs.iter().map(|&(likely, one, other)| ((one, other), likely)).collect();
    pairs.retain(|pair| pair.0 >= LIKELY);
    sort::by_key(&mut pairs, |pair| (((1.0 - pair.0) * 1e9) as usize, pair.1));
    let mut group_of: Vec<usize> = (0..count).collect();
    let mut groups: Vec<Vec<usize>> = (0..count).map(|at| vec![at]).collect();
    for (_, one, other) in pairs {
        let (one, other) = (group_of[one], group_of[other]);
        if one == other {
            continue;
        }
        let (mut sum, mut number) = (0.0, 0.0);
        for &a in &groups[one] {
            for &b in &groups[other] {
                sum += likelihood.get(&(a.min(b), a.max(b))).copied().unwrap_or(0.0);
                number += 1.0;
            }
        }
        if sum / number < LIKELY {
            continue;
        }
        let (to, from) = (one.min(other), one.max(other));
        let moved = std::mem::take(&mut groups[from]);
        moved.iter().for_each(|&at| group_of[at] = to);
        groups[to].extend(moved);
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        sort::numbers(group);
    }
    groups
}

/// Whether the claims of a group agree.
fn judge(claims: &[&Claim]) -> Verdict {
    let rough = claims[0].measure != "count";
    let agree = claims.iter().enumerate().all(|(at, claim)| {
        claims[..at].iter().all(|other| verdict::agree(&claim.amount, &other.amount, rough))
    });
    if agree { Verdict::Agree } else { Verdict::Differ }
}
