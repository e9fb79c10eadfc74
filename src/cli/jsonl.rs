//! `copydesk analyze --jsonl`: one article a line in, one analysis a line out.

use std::io::{BufRead, Write};

use copydesk::text::offsets::{self, Unit};
use copydesk::{Analysis, Options, Reference};
use serde::{Deserialize, Serialize};

use super::{Failure, write_line};

#[derive(Deserialize)]
struct Article {
    id: serde_json::Value,
    text: String,
    reference: Option<String>,
}

#[derive(Serialize)]
struct Record<'a> {
    id: &'a serde_json::Value,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

/// Analyses every line; a line that is no article ends the stream with its number and the reason.
pub fn stream(
    input: impl BufRead,
    published: Option<Reference>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    for (index, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let wrong = |reason: String| Failure::Line(index + 1, reason);
        let article: Article =
            serde_json::from_str(&line).map_err(|error| wrong(error.to_string()))?;
        let reference = match &article.reference {
            Some(reference) => Some(
                reference
                    .parse()
                    .map_err(|error: copydesk::dates::NotADate| wrong(error.to_string()))?,
            ),
            None => published,
        };
        let mut analysis = copydesk::analyze(&article.text, &Options { published: reference });
        offsets::convert(&mut analysis, &article.text, Unit::CodePoints);
        write_line(&Record { id: &article.id, analysis: &analysis }, out)?;
    }
    Ok(())
}
