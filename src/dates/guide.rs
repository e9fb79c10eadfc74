//! `docs/dates.md` and what the engine finds, side by side: every row of the guide is a test.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::rules;
use crate::syntax::Syntax;
use crate::text::Document;

const GUIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/dates.md");
/// The day of publication where a row names none: a Wednesday.
const DAY: &str = "2022-05-04";

/// What is found in a text, as the guide writes it; notes the rules that were used.
fn found(text: &str, published: &str, used: &mut BTreeSet<&'static str>) -> String {
    let document = Document::new(text);
    let reference = published.parse().ok();
    let (dates, checks) = super::find(&document, &Syntax::new(&document), reference);
    used.extend(dates.iter().map(|date| date.rule.name));
    used.extend(checks.iter().map(|check| check.rule.name));
    let dates = dates.into_iter().map(|date| {
        let end = if date.range.is_some() { "└ " } else { "" };
        let vague = if date.vague { "~ " } else { "" };
        let value = date.value.as_deref().unwrap_or("?");
        let modifier =
            date.modifier.map(|modifier| format!(" {}", format!("{modifier:?}").to_uppercase()));
        format!("{end}{vague}{} = {value}{}", date.text, modifier.unwrap_or_default())
    });
    let checks = checks.into_iter().map(|check| format!("! {}", check.what));
    let all: Vec<String> = dates.chain(checks).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join("; ") }
}

/// The guide with its last column, and its list of rules, as the engine would write them.
fn written_anew(guide: &str, used: &mut BTreeSet<&'static str>) -> String {
    let (examples, rules) = guide.split_once("| Rule |").expect("the guide ends with its rules");
    let mut anew = String::new();
    for line in examples.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        match cells[..] {
            ["", "Text" | "---", ..] => anew.push_str(line),
            ["", text, published, _, ""] => {
                let day = if published.is_empty() { DAY } else { published };
                let cell =
                    if published.is_empty() { String::new() } else { format!("{published} ") };
                write!(anew, "| {text} | {cell}| {} |", found(text, day, used)).expect("a string");
            }
            _ => anew.push_str(line),
        }
        anew.push('\n');
    }
    let header: String = rules.lines().take(2).map(|line| format!("{line}\n")).collect();
    write!(anew, "| Rule |{header}").expect("a string");
    for rule in rules::ALL {
        writeln!(anew, "| {} | {} |", rule.name, rule.why).expect("a string");
    }
    anew
}

#[test]
fn the_guide_shows_what_is_found() {
    let guide = std::fs::read_to_string(GUIDE).expect("the guide is there");
    let mut used = BTreeSet::new();
    let anew = written_anew(&guide, &mut used);
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        std::fs::write(GUIDE, &anew).expect("the guide can be written");
    } else {
        let wrong: Vec<String> = guide
            .lines()
            .zip(anew.lines())
            .filter(|(before, now)| before != now)
            .map(|(before, now)| format!("{before}\n{now}"))
            .collect();
        assert!(wrong.is_empty(), "the guide says, the engine finds:\n{}", wrong.join("\n\n"));
        assert_eq!(guide.lines().count(), anew.lines().count(), "the list of rules");
    }
    let unseen: Vec<&str> =
        rules::ALL.iter().map(|rule| rule.name).filter(|name| !used.contains(name)).collect();
    assert!(unseen.is_empty(), "no row shows the rules {unseen:?}");
}
