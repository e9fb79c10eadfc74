//! `copydesk match-names --jsonl`: two spellings a line in, how much they look like one person's name out.

use std::io::{self, BufRead, Write};

use copydesk::names;
use serde::{Deserialize, Serialize};

use super::write_line;

#[derive(Deserialize)]
struct Pair {
    id: serde_json::Value,
    a: String,
    b: String,
}

#[derive(Serialize)]
struct Record {
    id: serde_json::Value,
    score: f64,
}

/// Matches every line. One that is no pair is reported and passed over; how many were is returned.
pub fn stream(input: impl BufRead, out: &mut impl Write) -> io::Result<usize> {
    super::jsonl::each_line(input, |line| {
        let Pair { id, a, b } = serde_json::from_str(line).map_err(|error| error.to_string())?;
        Ok(write_line(&Record { id, score: names::similarity(&a, &b) }, out))
    })
}
