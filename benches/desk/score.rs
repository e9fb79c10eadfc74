//! How well the desk does on its gold set: precision and recall of pairs that belong together, of verdicts and checks.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

/// Article, start and end.
type Place = (String, u64, u64);

/// How many were right of those said, and of those to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub right: usize,
    pub said: usize,
    pub found: usize,
    pub gold: usize,
}

impl Score {
    /// In per cent.
    pub fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.said.max(1) as f64
    }

    pub fn recall(self) -> f64 {
        100.0 * self.found as f64 / self.gold.max(1) as f64
    }
}

/// The rows of the table, by name.
pub type Scores = BTreeMap<&'static str, Score>;

/// Scores the answers to events, which come in the same order.
pub fn score(events: &[Value], answers: &[Value]) -> Scores {
    let mut scores = Scores::new();
    for (event, answer) in events.iter().zip(answers) {
        let gold = &event["gold"];
        for (row, key, lone) in [
            ("people", "mentions", None),
            ("figures", "claims", Some("lone_claims")),
            ("quotes", "members", Some("lone_quotes")),
        ] {
            pairs(
                &mut scores,
                event,
                row,
                grouped(gold, row, key, lone),
                grouped(answer, row, key, None),
            );
        }
        verdicts(&mut scores, gold, answer);
        checks(&mut scores, gold, answer);
    }
    scores
}

fn place(span: &Value) -> Place {
    let number = |at: usize| span[at].as_u64().unwrap_or_default();
    (span[0].as_str().unwrap_or_default().to_owned(), number(1), number(2))
}

/// Every place with the number of its group; what stands alone has one of its own.
fn grouped(of: &Value, row: &str, key: &str, lone: Option<&str>) -> Vec<(Place, usize)> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let groups = list(&of[row]);
    let mut all: Vec<(Place, usize)> = Vec::new();
    for (number, group) in groups.iter().enumerate() {
        all.extend(list(&group[key]).iter().map(|span| (place(span), number)));
    }
    let lone = lone.map(|lone| list(&of[lone])).unwrap_or_default();
    all.extend(lone.iter().enumerate().map(|(at, span)| (place(span), groups.len() + at)));
    all
}

fn overlap(a: &Place, b: &Place) -> u64 {
    if a.0 == b.0 { a.2.min(b.2).saturating_sub(a.1.max(b.1)) } else { 0 }
}

/// For each place of the gold the one of the answer that it overlaps most, exact ones first, one to one.
fn aligned(gold: &[(Place, usize)], said: &[(Place, usize)]) -> HashMap<usize, usize> {
    let mut all: Vec<(bool, u64, usize, usize)> = Vec::new();
    for (g, (place, _)) in gold.iter().enumerate() {
        for (s, (other, _)) in said.iter().enumerate() {
            let shared = overlap(place, other);
            if shared > 0 {
                all.push((place != other, u64::MAX - shared, g, s));
            }
        }
    }
    all.sort_unstable();
    let (mut to, mut used) = (HashMap::new(), BTreeSet::new());
    for (_, _, g, s) in all {
        if !to.contains_key(&g) && used.insert(s) {
            to.insert(g, s);
        }
    }
    to
}

fn pairs(
    scores: &mut Scores,
    event: &Value,
    row: &'static str,
    gold: Vec<(Place, usize)>,
    said: Vec<(Place, usize)>,
) {
    let to = aligned(&gold, &said);
    let group = |g: usize| to.get(&g).map(|&s| said[s].1);
    for b in 0..gold.len() {
        for a in 0..b {
            let same = gold[a].1 == gold[b].1;
            let joined = group(a).is_some() && group(a) == group(b);
            let spelled = row == "people" && text(event, &gold[a].0) != text(event, &gold[b].0);
            for row in [Some(row), spelled.then_some("spellings")].into_iter().flatten() {
                let score = scores.entry(row).or_default();
                score.right += usize::from(same && joined);
                score.found += usize::from(same && joined);
                score.said += usize::from(joined);
                score.gold += usize::from(same);
            }
        }
    }
}

fn text(event: &Value, place: &Place) -> String {
    let articles = event["articles"].as_array().into_iter().flatten();
    let mut text = articles.filter(|article| article["id"] == place.0.as_str());
    let text = text.next().and_then(|article| article["text"].as_str()).unwrap_or_default();
    text.chars().skip(place.1 as usize).take((place.2 - place.1) as usize).collect()
}

/// Of the groups of figures that are found, at least half of their pairs, how many have the right verdict.
fn verdicts(scores: &mut Scores, gold: &Value, answer: &Value) {
    let said = grouped(answer, "figures", "claims", None);
    let all = grouped(gold, "figures", "claims", Some("lone_claims"));
    let to = aligned(&all, &said);
    for (number, group) in gold["figures"].as_array().into_iter().flatten().enumerate() {
        let members: Vec<usize> = (0..all.len()).filter(|&at| all[at].1 == number).collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for at in &members {
            if let Some(&s) = to.get(at) {
                *counts.entry(said[s].1).or_default() += 1;
            }
        }
        let found: usize = counts.values().map(|count| count * (count - 1) / 2).sum();
        let score = scores.entry("verdicts").or_default();
        score.gold += 1;
        if 4 * found < members.len() * (members.len() - 1) {
            continue;
        }
        let best = counts.iter().max_by_key(|(_, count)| **count).map(|(group, _)| *group);
        let right = best.is_some_and(|at| answer["figures"][at]["verdict"] == group["verdict"]);
        score.said += 1;
        score.found += 1;
        score.right += usize::from(right);
    }
}

fn checks(scores: &mut Scores, gold: &Value, answer: &Value) {
    let list = |of: &Value| of["checks"].as_array().cloned().unwrap_or_default();
    let places = |check: &Value| -> Vec<Place> {
        check["spans"].as_array().into_iter().flatten().map(place).collect()
    };
    let same = |a: &Value, b: &Value| {
        a["rule"] == b["rule"]
            && places(a).iter().any(|place| places(b).iter().any(|other| overlap(place, other) > 0))
    };
    let (gold, said) = (list(gold), list(answer));
    let score = scores.entry("checks").or_default();
    score.said += said.len();
    score.right += said.iter().filter(|one| gold.iter().any(|other| same(one, other))).count();
    score.gold += gold.len();
    score.found += gold.iter().filter(|one| said.iter().any(|other| same(one, other))).count();
}
