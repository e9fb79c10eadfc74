//! What does not fit together in one article, beyond a single finding: shares, names, ages, headlines, quotes.
//!
//! In: a document with everything that was found in it. Out: [`Check`]s without ids. One rule a file; what is wrong
//! with one date, one sum or one quotation mark is seen where it is read (`dates::check`, `figures::check`,
//! `speakers::check`), and what differs between articles is the desk's.

mod age;
mod attribution;
mod headline;
mod percent;
mod rules;
mod spelling;

use crate::analysis::Check;
use crate::desk::Brief;
use crate::desk::brief::Found;
use crate::syntax::Syntax;
use crate::text::Document;

/// All checks of an article.
pub fn find(document: &Document, syntax: &Syntax, found: &Found, brief: &Brief) -> Vec<Check> {
    let mut checks = age::faults(document, found);
    checks.extend(percent::faults(document, found.figures));
    checks.extend(spelling::faults(document, syntax, found));
    checks.extend(headline::faults(document, brief));
    checks.extend(attribution::faults(document, found));
    checks
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    /// The names of the rules that find fault with a text published on 2026-05-12.
    fn faults(text: &str) -> Vec<&'static str> {
        let options = Options { published: "2026-05-12".parse().ok(), ..Options::default() };
        analyze(text, &options).checks.iter().map(|check| check.rule.name).collect()
    }

    const CASES: &[(&str, &[&str])] = &[
        (
            "The mill took 45 per cent, the quay 40 per cent and the yard 35 per cent.",
            &["percent-over-100"],
        ),
        ("The mill took 45 per cent, the quay 40 per cent and the yard 15 per cent.", &[]),
        ("Sales rose 45 per cent in May, 40 per cent in June and 35 per cent in July.", &[]),
        ("Of the callers, 58 per cent were women and 47 per cent men.", &["percent-over-100"]),
        (
            "By origin, 46 % come from states nearby, 38 % from the coast and 24 % from the hills.",
            &["percent-over-100"],
        ),
        ("Of the poll, 61 % of parents were in favour and 72 % of drivers against.", &[]),
        ("At noon 36 deaths were confirmed, namely 21 women, 11 men and 3 children.", &["sum"]),
        ("At noon 36 deaths were confirmed, namely 21 women, 12 men and 3 children.", &[]),
        ("Crews found 19 bodies (8 women, 7 men and 6 minors).", &["sum"]),
        ("Crews found 19 bodies (8 women and 11 men).", &[]),
        ("Crews found 19 people (including 8 women and 6 men).", &[]),
        (
            "Of the poll, 61 per cent backed the plan and 47 per cent were against.",
            &["percent-over-100"],
        ),
        ("Crews searched 340 houses, and 371 of them were empty.", &["subset-over-whole"]),
        ("Crews searched 340 houses, and 71 of them were empty.", &[]),
        ("Of the 14 patients brought to hospital 16 were sent home.", &["subset-over-whole"]),
        ("Ida Brandt, who is 84, was born in Tarrow in 1936.", &["age-birth-year"]),
        ("Ida Brandt, who is 89, was born in Tarrow in 1936.", &[]),
        (
            "Layla Haddad came at noon. It was cold. Leyla Hadad spoke for an hour.",
            &["name-spelling"],
        ),
        ("Layla Haddad came at noon. It was cold. Layla Hamdan spoke for an hour.", &[]),
        ("Pavel Sorokin came at noon. It was cold. Pavla Sorokina spoke for an hour.", &[]),
        ("An inspection on May 29 found cracks in the dam.", &["date-after-publication"]),
        ("An inspection on April 19 found cracks in the dam.", &[]),
        ("Turnout was 104 per cent.", &["percent-over-100"]),
        ("Output was 104 per cent of last year’s.", &[]),
        ("Pavel Gallagher came at noon. “We wait,” Gallaher said.", &["name-spelling"]),
        ("Pavel Gallagher came at noon. “We wait,” Gallagher said.", &[]),
        ("Ida Brandt met Ida Brandtner. “We wait,” Brandtner said.", &[]),
        ("Ida Brandt, 84, was born in Tarrow in 1936.", &["age-birth-year"]),
        ("Ida Brandt, 89, was born in Tarrow in 1936.", &[]),
        ("Ida Brandt, 90, was born on 2 May 1936.", &[]),
        ("Ida Brandt, 89, was born on 2 May 1936.", &["age-birth-year"]),
        (
            "Flood drowns 430 houses in Tarrow\n\nThe water reached 340 houses on Monday.",
            &["headline-body"],
        ),
        ("Flood drowns 430 houses in Tarrow\n\nThe water reached some 430 houses on Monday.", &[]),
        (
            "Flood drowns 430 houses in Tarrow\n\nThe water reached 340 houses. By noon it was 430.",
            &[],
        ),
        (
            "The dam held.\n\n“Nobody slept in the lower town that night.”\n\nThe river fell by morning.",
            &["unattributed-quote"],
        ),
    ];

    #[test]
    fn what_does_not_fit_together() {
        for (text, rules) in CASES {
            assert_eq!(faults(text), *rules, "{text}");
        }
    }

    #[test]
    fn every_rule_has_a_case() {
        for rule in super::rules::ALL {
            assert!(CASES.iter().any(|(_, rules)| rules.contains(&rule.name)), "{}", rule.name);
        }
    }
}
