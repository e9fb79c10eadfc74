//! `docs/dates.md`: every row is a test.

use std::collections::BTreeSet;

use super::rules;
use crate::guide::{Guide, cell};
use crate::syntax::Syntax;
use crate::text::Document;

/// The day of publication where a row names none: a Wednesday.
const DAY: &str = "2022-05-04";

/// What is found in a text, as the guide writes it.
fn found(cells: &[&str], used: &mut BTreeSet<&'static str>) -> String {
    let [text, published] = cells else { panic!("a row has three columns: {cells:?}") };
    let published = if published.is_empty() { DAY } else { published };
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
    cell(dates.chain(checks).collect())
}

#[test]
fn the_guide_shows_what_is_found() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/dates.md");
    Guide { path, rules: rules::ALL, find: found }.check();
}
