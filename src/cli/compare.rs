//! `copydesk compare --jsonl`: one event a line in, what its articles say together a line out.

use std::io::{self, BufRead, Write};

use copydesk::analysis::Check;
use copydesk::desk::{self, Comparison, Place};
use copydesk::text::offsets::{self, Unit};
use copydesk::{Options, Reference};
use serde::Deserialize;
use serde_json::{Value, json};

use super::write_line;

#[derive(Deserialize)]
struct Event {
    id: Value,
    articles: Vec<Article>,
}

#[derive(Deserialize)]
struct Article {
    id: Value,
    reference: Option<String>,
    text: String,
}

/// Compares the articles of every line. One that is no event is reported and passed over; how many were is returned.
pub fn stream(input: impl BufRead, features: bool, out: &mut impl Write) -> io::Result<usize> {
    super::jsonl::each_line(input, |line| {
        let event: Event = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let mut briefs = Vec::new();
        let mut checks = Vec::new();
        for article in &event.articles {
            let published = article.reference.as_deref().map(str::parse::<Reference>).transpose();
            let published = published.map_err(|error| error.to_string())?;
            let mut analysis =
                copydesk::analyze(&article.text, &Options { published, ..Options::default() });
            offsets::convert(&mut analysis, &article.text, Unit::CodePoints);
            let spans = |check: &Check| -> Vec<Value> {
                check.spans.iter().map(|span| json!([article.id, span.start, span.end])).collect()
            };
            let found = analysis.checks.iter();
            checks
                .extend(found.map(|check| json!({"rule": check.rule.name, "spans": spans(check)})));
            briefs.push(analysis.brief);
        }
        let span = |place: &Place| {
            json!([event.articles[place.article].id, place.span.start, place.span.end])
        };
        if features {
            for (one, other, row) in desk::features(&briefs) {
                let _ = write_line(&json!([event.id, span(&one), span(&other), row]), out);
            }
            return Ok(Ok(()));
        }
        let compared = desk::compare(&briefs, &[]);
        Ok(write_line(&record(&event.id, &compared, checks, span), out))
    })
}

fn record(
    id: &Value,
    compared: &Comparison,
    mut checks: Vec<Value>,
    span: impl Fn(&Place) -> Value,
) -> Value {
    let people = compared.people.iter().map(|person| {
        let mentions: Vec<Value> = person.mentions.iter().map(&span).collect();
        json!({"name": person.name, "mentions": mentions})
    });
    let figures = compared.figures.iter().map(|group| {
        let claims: Vec<Value> = group.claims.iter().map(|claim| span(&claim.place)).collect();
        json!({"claims": claims, "verdict": group.verdict})
    });
    let quotes = compared.quotes.iter().map(|group| {
        let members: Vec<Value> = group.members.iter().map(|said| span(&said.place)).collect();
        json!({"members": members})
    });
    checks.extend(compared.checks.iter().map(|check| {
        let spans: Vec<Value> = check.places.iter().map(&span).collect();
        json!({"rule": check.rule, "spans": spans})
    }));
    json!({
        "id": id,
        "people": people.collect::<Vec<_>>(),
        "figures": figures.collect::<Vec<_>>(),
        "quotes": quotes.collect::<Vec<_>>(),
        "checks": checks,
    })
}
