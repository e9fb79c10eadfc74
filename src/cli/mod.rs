//! `copydesk`, the command.

mod check;
mod compare;
mod conllu;
mod desk;
mod export;
mod files;
mod jsonl;
mod names;
mod parse;
mod report;
mod session;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use copydesk::export::Exported;
use copydesk::intake::decode;
use copydesk::text::offsets::{self, Unit};
use copydesk::{Analysis, Reference};
use serde::Serialize;

/// Finds every figure, speaker and date in news articles.
#[derive(Parser)]
#[command(version)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Analyse articles and print what they say
    ///
    /// Exit codes: 0 when every file was read, 1 when one was not, 2 when the command itself is wrong.
    Analyze(Analyze),
    /// Divide texts into sentences and words and print their grammar as CoNLL-U
    ///
    /// Exit codes: 0 when every file was read, 1 when one was not, 2 when the command itself is wrong.
    Parse(parse::Parse),
    /// Lay several articles about one event side by side
    ///
    /// Prints which figures agree and which do not, who is who, repeated quotes, a timeline and checks. Exit codes as
    /// above.
    Compare(Compare),
    /// Write articles and what they say as one file to take away: JSON, CSV, Markdown, HTML or W3C annotations
    ///
    /// What cannot be read is reported and left out. Exit codes as above.
    Export(export::Export),
    /// Print what does not fit together in articles, one check a line: file:line:column: rule: message
    ///
    /// Exit codes: 0 without a check, 1 with one or when a file was not read, 2 when the command itself is wrong.
    Check {
        /// Files as for `analyze`; `-` is standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Day of publication, where the text does not say it
        #[arg(long, value_name = "DATE")]
        published: Option<Reference>,
    },
    /// Say how much two spellings look like one person's name, 0 to 1
    ///
    /// Reads {"id", "a", "b"} a line, writes {"id", "score"}. Exit codes as above.
    MatchNames {
        /// Files of JSON lines; standard input without any
        files: Vec<PathBuf>,
        /// Lines of JSON; there is no other form yet
        #[arg(long, required = true)]
        jsonl: bool,
    },
}

#[derive(clap::Args)]
struct Analyze {
    /// Text, Markdown, web pages, Word files, mail, JSON lines and CSV; `-` is standard input
    #[arg(required_unless_present = "jsonl")]
    files: Vec<PathBuf>,
    /// Day of publication, as 2022-05-04 or 2022-05-04T16:01; stands above a date line in the text
    #[arg(long, value_name = "DATE")]
    published: Option<Reference>,
    /// Print one JSON object an article
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    /// Read {"id", "text", "reference"} a line from the files or standard input, write one object a line
    #[arg(long)]
    jsonl: bool,
}

#[derive(clap::Args)]
struct Compare {
    /// Files as for `analyze`; one with several rows is several articles
    #[arg(required_unless_present = "jsonl")]
    files: Vec<PathBuf>,
    /// Day of publication of those that do not say it
    #[arg(long, value_name = "DATE", conflicts_with = "jsonl")]
    published: Option<Reference>,
    /// Print one JSON object
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    /// Read {"id", "articles": [{"id", "reference", "text"}]} a line, write one object a line
    #[arg(long)]
    jsonl: bool,
    /// Print what speaks for and against every pair of figures, to fit the weights
    #[arg(long, hide = true)]
    features: bool,
}

/// One object of `--json`.
#[derive(Serialize)]
struct Record<'a> {
    file: &'a Path,
    /// What the places are of, where that is not the file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

pub fn run() -> ExitCode {
    match Command::parse().verb {
        Verb::Analyze(arguments) => {
            each(or_stdin(&arguments.files), |file, out| analyze(file, &arguments, out))
        }
        Verb::Compare(arguments) if arguments.jsonl => {
            each(or_stdin(&arguments.files), |file, out| {
                Ok(compare::stream(input(file)?, arguments.features, out)?)
            })
        }
        Verb::Compare(arguments) => side_by_side(&arguments),
        Verb::Check { files, published } => each(or_stdin(&files), |file, out| {
            let mut checks = 0;
            for article in files::read(file, published)? {
                let analysis = copydesk::analyze(&article.text, &article.options);
                checks += check::write(&article.name, &article.text, &analysis, out)?;
            }
            Ok(checks)
        }),
        Verb::Export(arguments) => export::run(&arguments),
        Verb::MatchNames { files, .. } => {
            each(or_stdin(&files), |file, out| Ok(names::stream(input(file)?, out)?))
        }
        Verb::Parse(arguments) => {
            let mut sentences = 0;
            each(or_stdin(&arguments.files), |file, out| {
                parse::one(file, &arguments, &mut sentences, out)
            })
        }
    }
}

/// Compares what can be read; what cannot is reported and left out.
fn side_by_side(arguments: &Compare) -> ExitCode {
    let mut articles = Vec::new();
    let read = each(or_stdin(&arguments.files), |file, _| {
        articles
            .extend(files::read(file, arguments.published)?.into_iter().map(desk::Article::new));
        Ok(0)
    });
    let written = each(vec![Path::new("-")], |_, out| {
        match arguments.json {
            true => desk::write_json(&mut articles, out)?,
            false => desk::write_text(&articles, out)?,
        }
        Ok(0)
    });
    if read == ExitCode::SUCCESS { written } else { read }
}

/// The files, or standard input where there are none.
fn or_stdin(files: &[PathBuf]) -> Vec<&Path> {
    if files.is_empty() { vec![Path::new("-")] } else { files.iter().map(AsRef::as_ref).collect() }
}

/// Takes one file after the other; `one` returns how many of its records failed.
fn each(
    files: Vec<&Path>,
    mut one: impl FnMut(&Path, &mut io::BufWriter<io::StdoutLock>) -> Result<usize, Failure>,
) -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut failures = 0;
    for file in files {
        match one(file, &mut out).and_then(|failed| Ok(out.flush().map(|()| failed)?)) {
            Ok(failed) => failures += failed,
            // Whoever read the output has stopped: `copydesk analyze … | head`.
            Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Err(failure) => {
                eprintln!("copydesk: {}: {failure}", file.display());
                failures += 1;
            }
        }
    }
    if failures == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// Why a file could not be read.
enum Failure {
    Io(io::Error),
    NoText(decode::NoText),
    Import(copydesk_importer::Error),
    /// A session that cannot be read, as a sentence.
    Session(String),
    Conllu(conllu::Wrong),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Failure::Io(error) => error.fmt(f),
            Failure::NoText(reason) => reason.fmt(f),
            Failure::Import(reason) => reason.fmt(f),
            Failure::Session(reason) => reason.fmt(f),
            Failure::Conllu(wrong) => wrong.fmt(f),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

/// Analyses one input; how many of its records failed.
fn analyze(file: &Path, arguments: &Analyze, out: &mut impl Write) -> Result<usize, Failure> {
    if arguments.jsonl {
        return Ok(jsonl::stream(input(file)?, arguments.published, out)?);
    }
    for files::Article { name, text, options, imported } in files::read(file, arguments.published)?
    {
        let mut analysis = copydesk::analyze(&text, &options);
        if arguments.json {
            offsets::convert(&mut analysis, &text, Unit::CodePoints);
            let text = imported.then_some(text.as_str());
            write_line(&Record { file: &name, text, analysis: &analysis }, out)?;
        } else {
            let name = &name.display().to_string();
            report::write(&Exported { name, text: &text, analysis: &analysis }, out)?;
        }
    }
    Ok(0)
}

/// What an input is called.
fn name(file: &Path) -> String {
    if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() }
}

fn input(file: &Path) -> io::Result<Box<dyn io::BufRead>> {
    Ok(if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(io::BufReader::new(std::fs::File::open(file)?))
    })
}

fn text(file: &Path) -> Result<String, Failure> {
    files::text(&read(file)?)
}

/// The bytes of a file, but no more than shows that it is too large.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input(file)?.take(decode::LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn write_line(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
