//! `copydesk export`: articles and what they say as one file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory};
use copydesk::export::{self, Exported, Format, List};
use copydesk::{Analysis, Reference};

use super::{Command, Failure, each, files, name};

#[derive(Args)]
pub struct Export {
    /// Files of articles, or sessions of the page; `-` is standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// In which format
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(Format::NAMES))]
    to: String,
    /// Which list, for CSV
    #[arg(long, value_parser = PossibleValuesParser::new(List::ALL.map(|(name, _)| name)))]
    list: Option<String>,
    /// Day of publication of those that do not say it
    #[arg(long, value_name = "DATE")]
    published: Option<Reference>,
    /// Where to write it; standard output without
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

struct Article {
    name: String,
    text: String,
    analysis: Analysis,
}

/// Exports what can be read; nothing is written where nothing can be.
pub fn run(arguments: &Export) -> ExitCode {
    let format = Format::named(&arguments.to, arguments.list.as_deref());
    let format = format.unwrap_or_else(|error| {
        let hint = if arguments.to == "csv" { " Name it with --list." } else { "" };
        wrong(&format!("{error}{hint}"))
    });
    if let Some(output) = &arguments.output
        && arguments.files.iter().any(|file| is_same(file, output))
    {
        wrong(&format!("{} is one of the articles; it would be lost.", output.display()));
    }
    let mut articles = Vec::new();
    let files = arguments.files.iter().map(PathBuf::as_path).collect();
    let read = each(files, |file, _| {
        articles.extend(read_all(file, arguments.published)?);
        Ok(0)
    });
    if articles.is_empty() {
        return read;
    }
    let exported: Vec<Exported> = articles.iter().map(Article::exported).collect();
    let written = write(&export::export(&exported, format), arguments.output.as_deref());
    if read == ExitCode::SUCCESS { written } else { read }
}

/// Ends the command as clap does, with its usage.
fn wrong(message: &str) -> ! {
    Command::command().error(ErrorKind::ValueValidation, message).exit()
}

/// Whether both are one file, by whatever path.
fn is_same(file: &Path, output: &Path) -> bool {
    matches!((fs::canonicalize(file), fs::canonicalize(output)), (Ok(a), Ok(b)) if a == b)
}

fn read_all(file: &Path, published: Option<Reference>) -> Result<Vec<Article>, Failure> {
    let analyzed = |article: files::Article| {
        let analysis = copydesk::analyze(&article.text, &article.options);
        Article { name: name(&article.name), text: article.text, analysis }
    };
    Ok(files::read(file, published)?.into_iter().map(analyzed).collect())
}

impl Article {
    fn exported(&self) -> Exported<'_> {
        Exported { name: &self.name, text: &self.text, analysis: &self.analysis }
    }
}

/// Writes to a file, or to standard output.
fn write(content: &str, output: Option<&Path>) -> ExitCode {
    each(vec![output.unwrap_or(Path::new("-"))], |_, out| {
        match output {
            Some(file) => fs::write(file, content)?,
            None => out.write_all(content.as_bytes())?,
        }
        Ok(0)
    })
}
