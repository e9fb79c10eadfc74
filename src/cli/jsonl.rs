//! `copydesk analyze --jsonl`: one article a line in, one analysis a line out.

use std::io::{self, BufRead, Write};

use copydesk::dates::NotADate;
use copydesk::text::offsets::{self, Unit};
use copydesk::{Analysis, Options, Reference};
use serde::{Deserialize, Serialize};

use super::write_line;

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

/// Analyses every line. One that is no article is reported and passed over; how many were is returned.
pub fn stream(
    input: impl BufRead,
    published: Option<Reference>,
    out: &mut impl Write,
) -> io::Result<usize> {
    each_line(input, |line| {
        read(line, published).map(|(article, options)| write(&article, &options, out))
    })
}

/// Takes one line after the other; `one` writes what it gives, or says why it cannot be read. How many could not is
/// returned.
pub fn each_line(
    input: impl BufRead,
    mut one: impl FnMut(&str) -> Result<io::Result<()>, String>,
) -> io::Result<usize> {
    let mut failures = 0;
    for (index, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match one(&line) {
            Ok(written) => written?,
            Err(reason) => {
                eprintln!("copydesk: line {}: {reason}", index + 1);
                failures += 1;
            }
        }
    }
    Ok(failures)
}

/// An article and what is known of it, or the reason why the line is none.
fn read(line: &str, published: Option<Reference>) -> Result<(Article, Options), String> {
    let article: Article = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let reference = article.reference.as_deref().map(str::parse).transpose();
    let reference = reference.map_err(|error: NotADate| error.to_string())?;
    Ok((article, Options { published: reference.or(published), ..Options::default() }))
}

fn write(article: &Article, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let mut analysis = copydesk::analyze(&article.text, options);
    offsets::convert(&mut analysis, &article.text, Unit::CodePoints);
    write_line(&Record { id: &article.id, analysis: &analysis }, out)
}
