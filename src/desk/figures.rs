//! The same figure in several articles: claims -> groups, and whether each agrees.

use std::collections::HashMap;

use super::block;
use super::brief::{Brief, Claim};
use super::pair::{self, FEATURES, Side};
use super::rarity::Rarity;
use super::trees;
use super::verdict;
use super::words::{Word, word};
use super::{FigureGroup, Place, Verdict, comparison};
use crate::sort;

/// Two claims are put together from this likelihood on.
const LIKELY: f64 = 0.65;

/// So likely it is at least where one article has the other's sentence, with another number.
const COPIED: f64 = 0.9;

/// Figures that two or more places give; what they disagree on comes first, then what is unclear.
pub fn find(briefs: &[Brief]) -> Vec<FigureGroup> {
    let sides = sides(briefs);
    let headlines = headlines(&sides);
    let texts = |(one, other): &(usize, usize)| {
        !headlines.contains_key(one) && !headlines.contains_key(other)
    };
    let likely = candidates(&sides).into_iter().filter(texts).map(|(one, other)| {
        let likely = pair::compare(&sides[one], &sides[other]).map_or(0.0, |pair| {
            let likely = trees::likelihood(&pair.features);
            if pair.copied { likely.max(COPIED) } else { likely }
        });
        (likely, one, other)
    });
    let mut groups = clusters(sides.len(), &likely.collect::<Vec<_>>());
    join(&mut groups, &headlines);
    let grouped = groups.iter().filter(|group| group.len() > 1);
    let mut found: Vec<FigureGroup> = grouped
        .map(|group| shown(&group.iter().map(|&at| &sides[at]).collect::<Vec<_>>()))
        .collect();
    sort::by_key(&mut found, |group| {
        let verdict = match group.verdict {
            Verdict::Differ => 0,
            Verdict::Unclear => 1,
            Verdict::Agree => 2,
        };
        (verdict, usize::MAX - group.claims.len())
    });
    found
}

/// Claims in titles that the text of the article makes too, and the claim that makes it.
fn headlines(sides: &[Side]) -> HashMap<usize, usize> {
    let mut texts: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, side) in sides.iter().enumerate().filter(|(_, side)| !side.claim.title) {
        texts.entry(side.article).or_default().push(at);
    }
    let of = |(at, title): (usize, &Side)| {
        let own = texts.get(&title.article)?;
        own.iter().find(|&&text| pair::is_headline(title, &sides[text])).map(|&text| (at, text))
    };
    sides.iter().enumerate().filter(|(_, side)| side.claim.title).filter_map(of).collect()
}

/// Puts what titles say to what the texts say.
fn join(groups: &mut Vec<Vec<usize>>, headlines: &HashMap<usize, usize>) {
    groups.retain(|group| !headlines.contains_key(&group[0]));
    let mut titles: HashMap<usize, Vec<usize>> = HashMap::new();
    for (&title, &text) in headlines {
        titles.entry(text).or_default().push(title);
    }
    for group in groups.iter_mut() {
        let own: Vec<usize> =
            group.iter().filter_map(|at| titles.get(at)).flatten().copied().collect();
        group.extend(own);
        sort::numbers(group);
    }
    sort::by_key(groups, |group| (group[0], 0));
}

/// Pairs of claims with what speaks for their being about one thing.
pub fn pairs(briefs: &[Brief]) -> Vec<(Place, Place, [f64; FEATURES])> {
    let sides = sides(briefs);
    let candidates = candidates(&sides).into_iter();
    candidates
        .filter_map(|(one, other)| {
            let (one, other) = (&sides[one], &sides[other]);
            Some((one.place(), other.place(), pair::compare(one, other)?.features))
        })
        .collect()
}

fn sides(briefs: &[Brief]) -> Vec<Side<'_>> {
    let claims = briefs.iter().flat_map(|brief| &brief.claims);
    let rarity = Rarity::new(claims.map(pair::told));
    let mut sides = Vec::new();
    for (article, brief) in briefs.iter().enumerate() {
        let rivals = Rivals::new(&brief.claims);
        let published = brief.published.as_deref();
        sides.extend(brief.claims.iter().enumerate().map(|(order, claim)| {
            Side::new((article, order), claim, published, rivals.of(claim), &rarity)
        }));
    }
    sides
}

/// How many claims of an article have each noun, status and measure.
struct Rivals<'a> {
    heads: HashMap<Option<Word>, usize>,
    statuses: HashMap<Option<&'a str>, usize>,
    measures: HashMap<&'a str, usize>,
}

impl<'a> Rivals<'a> {
    fn new(claims: &'a [Claim]) -> Self {
        let (mut heads, mut statuses) = (HashMap::new(), HashMap::new());
        let mut measures = HashMap::new();
        for claim in claims {
            *heads.entry(claim.head).or_default() += 1;
            *statuses.entry(claim.status.as_deref()).or_default() += 1;
            *measures.entry(&*claim.measure).or_default() += 1;
        }
        Rivals { heads, statuses, measures }
    }

    /// How many others share them with a claim.
    fn of(&self, claim: &Claim) -> [usize; 3] {
        let shared = [
            self.heads[&claim.head],
            self.statuses[&claim.status.as_deref()],
            self.measures[&*claim.measure],
        ];
        shared.map(|number| number - 1)
    }
}

/// Claims worth comparing: measured in the same, and about the same noun, with the same status, the same number, or
/// words near them.
fn candidates(sides: &[Side]) -> Vec<(usize, usize)> {
    // A word means another thing where something else is measured.
    const SPREAD: u32 = 0x9e37_79b1;
    let keys = |side: &Side| -> Vec<Word> {
        let Claim { head, status, measure, context, .. } = side.claim;
        let number = word(&format!("{measure} {}", side.amount.low));
        let all = (measure != "count").then(|| word(measure));
        let status = status.as_deref().map(word);
        let near = context.iter().map(|(word, _)| *word);
        let keys = near.chain(*head).chain(status).chain(all).chain([number]);
        keys.map(|key| key.wrapping_mul(SPREAD) ^ side.measure).collect()
    };
    block::pairs(sides.iter().map(keys), block::COMMON)
}

/// Groups whose members belong together on average, the likeliest pairs first (average linkage).
fn clusters(count: usize, pairs: &[(f64, usize, usize)]) -> Vec<Vec<usize>> {
    let mut links = Links::new(count, pairs);
    let mut likely: Vec<&(f64, usize, usize)> =
        pairs.iter().filter(|pair| pair.0 >= LIKELY).collect();
    sort::by_key(&mut likely, |pair| (((1.0 - pair.0) * 1e9) as usize, pair.1));
    let mut group_of: Vec<usize> = (0..count).collect();
    let mut groups: Vec<Vec<usize>> = (0..count).map(|at| vec![at]).collect();
    for &&(_, one, other) in &likely {
        let (one, other) = (group_of[one], group_of[other]);
        if one == other || links.average(one, other) < LIKELY {
            continue;
        }
        let larger = groups[one].len() >= groups[other].len();
        let (to, from) = if larger { (one, other) } else { (other, one) };
        let moved = std::mem::take(&mut groups[from]);
        moved.iter().for_each(|&at| group_of[at] = to);
        groups[to].extend(moved);
        links.merge(to, from);
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        sort::numbers(group);
    }
    sort::by_key(&mut groups, |group| (group[0], 0));
    groups
}

/// How likely it is that two groups are one: for every group the others, with the sum over the pairs between them and
/// their number.
struct Links(Vec<HashMap<usize, (f64, f64)>>);

impl Links {
    fn new(count: usize, pairs: &[(f64, usize, usize)]) -> Self {
        let mut links = Links(vec![HashMap::new(); count]);
        for &(likely, one, other) in pairs {
            links.0[one].insert(other, (likely, 1.0));
            links.0[other].insert(one, (likely, 1.0));
        }
        links
    }

    fn average(&self, one: usize, other: usize) -> f64 {
        self.0[one].get(&other).map_or(0.0, |(sum, number)| sum / number)
    }

    /// Makes one group of two.
    fn merge(&mut self, to: usize, from: usize) {
        for (other, (sum, number)) in std::mem::take(&mut self.0[from]) {
            self.0[other].remove(&from);
            if other == to {
                continue;
            }
            for (group, facing) in [(to, other), (other, to)] {
                let known = self.0[group].entry(facing).or_default();
                *known = (known.0 + sum, known.1 + number);
            }
        }
    }
}

/// A group as it is shown.
fn shown(sides: &[&Side]) -> FigureGroup {
    let claims: Vec<&Claim> = sides.iter().map(|side| side.claim).collect();
    let dated: Vec<verdict::Dated> =
        sides.iter().map(|side| (side.claim, side.published)).collect();
    let judged = verdict::judge(&dated);
    // All in the unit of the first.
    let (unit, size, offset) = (claims[0].unit.clone(), claims[0].size, claims[0].offset);
    let to = |value: f64| (value - offset) / size;
    let claim = |(side, &odd): (&&Side, &bool)| {
        let amount = verdict::common(side.claim);
        let (least, most) = verdict::bounds(&amount);
        comparison::Claim {
            place: side.place(),
            id: side.claim.id.clone(),
            sentence: side.claim.sentence,
            low: to(amount.low),
            high: to(amount.high),
            modifier: amount.modifier,
            least: to(least),
            most: to(most),
            odd,
            days: side.claim.days.clone(),
            source: side.claim.source.clone(),
        }
    };
    FigureGroup {
        label: label(&claims),
        verdict: judged.verdict,
        rule: judged.rule,
        why: judged.why,
        unit: unit.filter(|_| claims[0].measure != "count"),
        claims: sides.iter().zip(&judged.odd).map(claim).collect(),
    }
}

/// What most of them call what is counted, a noun if one has it; of those the fullest.
fn label(claims: &[&Claim]) -> String {
    let same = |label: &str| claims.iter().filter(|claim| claim.label == label).count();
    let best = claims
        .iter()
        .max_by_key(|claim| (claim.head.is_some(), same(&claim.label), claim.label.len()));
    best.map(|claim| claim.label.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    /// The groups of some texts, each its claims with the number of their text: `1 four, 2 six`.
    fn groups(texts: &[&str]) -> Vec<String> {
        let briefs: Vec<Brief> =
            texts.iter().map(|text| analyze(text, &Options::default()).brief).collect();
        let claim = |claim: &comparison::Claim| {
            let Place { article, span } = claim.place;
            format!("{} {}", article + 1, span.of(texts[article]))
        };
        let group =
            |group: FigureGroup| group.claims.iter().map(claim).collect::<Vec<_>>().join(", ");
        find(&briefs).into_iter().map(group).collect()
    }

    #[test]
    fn a_copied_sentence_with_another_number_and_its_headline() {
        let one = "Fire kills four\n\nFour people were killed and 17 homes burned at the Old Mill quarter on Monday.";
        let other = one.replace("four", "six").replace("Four", "Six");
        let found = groups(&[one, &other]);
        assert!(
            found.contains(&"1 four, 1 Four people, 2 six, 2 Six people".to_owned()),
            "{found:?}"
        );
    }

    #[test]
    fn groups_join_where_their_members_are_likely_on_average() {
        let pairs = [(0.9, 0, 1), (0.9, 1, 2), (0.1, 0, 2), (0.8, 3, 4)];
        assert_eq!(clusters(5, &pairs), [vec![0, 1], vec![2], vec![3, 4]]);
        let pairs = [(0.9, 0, 1), (0.9, 1, 2), (0.5, 0, 2)];
        assert_eq!(clusters(3, &pairs), [vec![0, 1, 2]]);
    }
}
