//! `copydesk parse`: a text's sentences and words, and their grammar, as CoNLL-U.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use copydesk::syntax::{NameKind, Syntax};
use copydesk::text::{Document, Pretokenized};

use super::conllu::{self, DEPREL, HEAD, Line, MISC, UPOS, Word, XPOS};
use super::{Failure, text};

#[derive(clap::Args)]
pub struct Parse {
    /// Text files; `-` is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Read CoNLL-U, keep its sentences and words, and replace UPOS, XPOS, HEAD, DEPREL and Name= in MISC
    #[arg(long)]
    tokens: bool,
}

/// What the grammar says of one word.
struct Columns {
    upos: &'static str,
    xpos: &'static str,
    /// Counted from 1 within the sentence; 0 is the root.
    head: String,
    deprel: &'static str,
    /// `B-PER`, `I-PER` and so on.
    name: Option<String>,
}

impl Columns {
    /// Of token `index` of a sentence that begins with token `start`.
    fn of(syntax: &Syntax, index: usize, start: usize) -> Self {
        let name = syntax.name_of(index).filter(|name| name.core.contains(&index)).map(|name| {
            let position = if name.core.start == index { "B" } else { "I" };
            // Treebanks have three kinds of names; a people is written as its persons are.
            let kind = if name.kind == NameKind::People { NameKind::Person } else { name.kind };
            format!("{position}-{}", kind.name())
        });
        Columns {
            upos: syntax.tag(index).name(),
            xpos: syntax.fine_tag(index).name(),
            head: syntax.head(index).map_or(0, |head| head - start + 1).to_string(),
            deprel: syntax.relation(index).name(),
            name,
        }
    }

    /// `others` of a MISC column, with the name that was found instead of another.
    fn misc(&self, others: &str) -> String {
        let name = self.name.as_ref().map(|name| format!("Name={name}"));
        let mut items: Vec<&str> = others
            .split('|')
            .filter(|item| !matches!(*item, "_" | "") && !item.starts_with("Name="))
            .collect();
        items.extend(name.as_deref());
        if items.is_empty() { "_".to_owned() } else { items.join("|") }
    }
}

/// Parses one file. `sentences` counts those of all files, as no two may have one id.
pub fn one(
    file: &Path,
    arguments: &Parse,
    sentences: &mut usize,
    out: &mut impl Write,
) -> Result<usize, Failure> {
    let text = text(file)?;
    if arguments.tokens {
        let lines = conllu::read(&text).map_err(Failure::Conllu)?;
        let starts = |line: &(&str, Line)| line.1 == Line::NewDocument;
        for document in lines.chunk_by(|_, next| !starts(next)) {
            fill_in(document, out)?;
        }
    } else {
        writeln!(out, "# newdoc id = {}", file.display())?;
        write(&Document::new(&text), sentences, out)?;
    }
    Ok(0)
}

/// Writes every sentence of a text.
fn write(document: &Document, sentences: &mut usize, out: &mut impl Write) -> io::Result<()> {
    let syntax = Syntax::new(document);
    let mut paragraph = None;
    for sentence in &document.sentences {
        if paragraph != Some(sentence.paragraph) {
            writeln!(out, "# newpar")?;
            paragraph = Some(sentence.paragraph);
        }
        *sentences += 1;
        writeln!(out, "# sent_id = {sentences}")?;
        let words = sentence.tokens.clone().map(|index| {
            let space = document.tokens[index].space_before && index > sentence.tokens.start;
            if space { format!(" {}", document.word(index)) } else { document.word(index).into() }
        });
        writeln!(out, "# text = {}", words.collect::<String>())?;
        for (number, index) in sentence.tokens.clone().enumerate() {
            let columns = Columns::of(&syntax, index, sentence.tokens.start);
            let glued = document.tokens.get(index + 1).is_some_and(|next| !next.space_before);
            writeln!(
                out,
                "{}\t{}\t_\t{}\t{}\t_\t{}\t{}\t_\t{}",
                number + 1,
                document.word(index),
                columns.upos,
                columns.xpos,
                columns.head,
                columns.deprel,
                columns.misc(if glued { "SpaceAfter=No" } else { "_" }),
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes the lines of one document again, with the grammar of its words filled in.
fn fill_in(lines: &[(&str, Line)], out: &mut impl Write) -> io::Result<()> {
    let given = given(lines);
    let document = given.document();
    let syntax = Syntax::new(&document);
    let mut index = 0;
    for (line, read) in lines {
        let Line::Word(word) = read else {
            writeln!(out, "{line}")?;
            continue;
        };
        let start = document.sentences[document.sentence_of(index)].tokens.start;
        let found = Columns::of(&syntax, index, start);
        index += 1;
        let misc = found.misc(word.columns[MISC]);
        let mut columns = word.columns;
        columns[UPOS] = found.upos;
        columns[XPOS] = found.xpos;
        columns[HEAD] = &found.head;
        columns[DEPREL] = found.deprel;
        columns[MISC] = &misc;
        writeln!(out, "{}", columns.join("\t"))?;
    }
    Ok(())
}

/// The sentences of one document.
fn given(lines: &[(&str, Line)]) -> Pretokenized {
    let mut given = Pretokenized::default();
    for sentence in lines.split(|(_, line)| *line == Line::Empty) {
        if sentence.iter().any(|(_, line)| *line == Line::NewParagraph) {
            given.paragraph();
        }
        let word = |(_, line): &_| match line {
            Line::Word(Word { columns, space_before }) => Some((columns[1], *space_before)),
            _ => None,
        };
        given.sentence(sentence.iter().filter_map(word));
    }
    given
}
