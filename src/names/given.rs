//! Given names in their short forms: `Kev`, `Ferdl`, `Bill` (`nickname.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

static NICKNAMES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let rows = word_list!("names/nickname.tsv").lines().skip(1);
    rows.filter_map(|row| row.split_once('\t'))
        .map(|(name, short)| (name, short.split(' ').collect()))
        .collect()
});

/// Names that have an `a` at the end or not, and are one.
const BOTH: &[&str] = &[
    "ester", "ibrahim", "judit", "karin", "kristin", "katrin", "mariam", "miriam", "tamar", "yusuf",
];

/// A short form keeps so many letters at least.
const KEPT: usize = 3;

/// Whether one given name can be short for the other; in small Latin letters.
pub fn is_short(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let listed =
        |name: &str, nick: &str| NICKNAMES.get(name).is_some_and(|nicks| nicks.contains(&nick));
    // `Ivan` is not short for `Ivana`.
    let more = &long[short.len().min(long.len())..];
    let cut = short.len() >= KEPT && long.starts_with(short) && more.len() > 1;
    // `Beth`, `Seun`: what is left of the end.
    let end = short.len() > KEPT && more.len() > 1 && long.ends_with(short);
    // `Ferdl`, `Gabi`: cut, and given an ending.
    let ended = short.len() > KEPT
        && long.len() > short.len() + 1
        && ["i", "y", "ie", "l", "ko", "ka"].iter().any(|end| {
            short.strip_suffix(end).is_some_and(|stem| {
                let bare =
                    stem.strip_suffix(|c| stem[..stem.len() - 1].ends_with(c)).unwrap_or(stem);
                stem.len() >= KEPT && long.starts_with(stem)
                    || bare.len() >= KEPT && long.starts_with(bare)
            })
        });
    listed(one, other) || listed(other, one) || cut || end || ended
}

/// Whether two given names differ by what tells a woman's from a man's: `Željko` and `Željka`, `Ivan` and `Ivana`.
pub fn is_other_gender(one: &str, other: &str) -> bool {
    let pair = |woman: &str, man: &str| {
        woman.strip_suffix('a').filter(|stem| !BOTH.contains(stem)).is_some_and(|stem| {
            stem.len() > 2 && (man.strip_suffix(['o', 'e', 'u']) == Some(stem) || stem == man)
        })
    };
    pair(one, other) || pair(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_of_given_names() {
        for (one, other, short) in [
            ("kev", "kevin", true),
            ("magda", "magdalena", true),
            ("ferdl", "ferdinand", true),
            ("william", "bill", true),
            ("ivan", "ivana", false),
            ("mario", "maria", false),
            ("al", "alexander", false),
        ] {
            assert_eq!(is_short(one, other), short, "{one} {other}");
        }
    }
}
