//! `copydesk`, the command.

mod compare;
mod conllu;
mod jsonl;
mod names;
mod parse;
mod report;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use copydesk::intake::decode;
use copydesk::text::offsets::{self, Unit};
use copydesk::{Analysis, Options, Reference};
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
    Compare {
        /// Files
        files: Vec<PathBuf>,
        /// Read {"id", "articles": [{"id", "reference", "text"}]} a line, write one object a line
        #[arg(long, required = true)]
        jsonl: bool,
        #[arg(long, hide = true)]
        features: bool,
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
    /// Text files; `-` is standard input
    #[arg(required_unless_present = "jsonl")]
    files: Vec<PathBuf>,
    /// Day of publication, as 2022-05-04 or 2022-05-04T16:01; stands above a date line in the text
    #[arg(long, value_name = "DATE")]
    published: Option<Reference>,
    /// Print one JSON object a file
    #[arg(long, conflicts_with = "jsonl")]
    json: bool,
    /// Read {"id", "text", "reference"} a line from the files or standard input, write one object a line
    #[arg(long)]
    jsonl: bool,
}

/// One object of `--json`.
#[derive(Serialize)]
struct Record<'a> {
    file: &'a Path,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

pub fn run() -> ExitCode {
    match Command::parse().verb {
        Verb::Analyze(arguments) => {
            each(or_stdin(&arguments.files), |file, out| analyze(file, &arguments, out))
        }
        Verb::Compare { files, features, .. } => {
            each(or_stdin(&files), |file, out| Ok(compare::stream(input(file)?, features, out)?))
        }
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
    Conllu(conllu::Wrong),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Failure::Io(error) => error.fmt(f),
            Failure::NoText(reason) => reason.fmt(f),
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
    let text = text(file)?;
    let mut analysis = copydesk::analyze(&text, &Options { published: arguments.published });
    if arguments.json {
        offsets::convert(&mut analysis, &text, Unit::CodePoints);
        write_line(&Record { file, analysis: &analysis }, out)?;
    } else {
        report::write(file, &text, &analysis, out)?;
    }
    Ok(0)
}

fn input(file: &Path) -> io::Result<Box<dyn io::BufRead>> {
    Ok(if file == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(io::BufReader::new(std::fs::File::open(file)?))
    })
}

fn text(file: &Path) -> Result<String, Failure> {
    decode::decode(&read(file)?).map(|(text, _)| text).map_err(Failure::NoText)
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
