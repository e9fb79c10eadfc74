//! How fast the analysis is, stage by stage, and whether its cost per byte stays the same.
//! `cargo xtask bench` runs it; nothing here decides whether a test passes.

use std::hint::black_box;
use std::time::{Duration, Instant};

use copydesk::syntax::Syntax;
use copydesk::text::Document;
use copydesk::{Options, Reference, analyze, dates, figures, speakers};

const ARTICLES: [&str; 4] = [
    include_str!("../tests/articles/flood.txt"),
    include_str!("../tests/articles/strike.txt"),
    include_str!("../tests/articles/results.txt"),
    include_str!("../tests/articles/court.txt"),
];

/// The articles one after the other, until there are `size` bytes.
fn corpus(size: usize) -> String {
    let mut text = String::with_capacity(size + 2000);
    for article in ARTICLES.iter().cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(article);
        text.push_str("\n\n");
    }
    text
}

/// The shortest of several runs: the one that other work on the machine disturbed least.
fn best<T>(runs: usize, mut job: impl FnMut() -> T) -> Duration {
    let time = |_| {
        let started = Instant::now();
        black_box(job());
        started.elapsed()
    };
    (0..runs).map(time).min().unwrap_or_default()
}

fn row(name: &str, document: &Document, time: Duration) {
    let speed = |amount: usize| amount as f64 / time.as_secs_f64();
    let megabytes = speed(document.text.len()) / 1e6;
    let tokens = speed(document.tokens.len());
    let milliseconds = time.as_secs_f64() * 1e3;
    println!("{name:28}{milliseconds:10.2} ms{tokens:12.0} tokens/s{megabytes:10.2} MB/s");
}

fn main() {
    let options = Options { published: "2026-03-19".parse().ok(), ..Options::default() };
    let mut times = Vec::new();
    for (name, size, runs) in [
        ("5 KB", 5_000, 100),
        ("100 KB", 100_000, 10),
        ("1 MB", 1_000_000, 3),
        ("10 MB", 10_000_000, 1),
    ] {
        let text = corpus(size);
        let time = best(runs, || analyze(&text, &options));
        row(&format!("whole analysis, {name}"), &Document::new(&text), time);
        times.push(time.as_secs_f64() / text.len() as f64);
    }
    println!("cost per byte at 10 MB, as a multiple of 1 MB: {:.2}\n", times[3] / times[2]);
    stages(&corpus(1_000_000), options.published);
}

/// Grammar is reckoned when it is asked for: the stages after it find it there.
fn stages(text: &str, reference: Option<Reference>) {
    let document = Document::new(text);
    let syntax = Syntax::new(&document);
    let found = dates::find(&document, &syntax, reference);
    syntax.names();
    row("text", &document, best(3, || Document::new(text)));
    row("syntax, tokens to names", &document, best(3, || Syntax::new(&document).names().len()));
    row("dates", &document, best(3, || dates::find(&document, &syntax, reference)));
    row("figures", &document, best(3, || figures::find(&document, &syntax, &found.0, &found.1)));
    row("speakers", &document, best(3, || speakers::find(&document, &syntax)));
}
