//! CoNLL-U lines -> what each of them is.
//!
//! The format: <https://universaldependencies.org/format.html>.

use std::fmt;

/// Columns of a word.
pub const COLUMNS: usize = 10;
pub const UPOS: usize = 3;
pub const XPOS: usize = 4;
pub const HEAD: usize = 6;
pub const DEPREL: usize = 7;
pub const MISC: usize = 9;

/// One line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// `# newdoc`, with or without an id.
    NewDocument,
    /// `# newpar`, with or without an id.
    NewParagraph,
    Comment,
    /// The end of a sentence.
    Empty,
    /// `3-4`: two words written as one (`don't`).
    Range(Range),
    /// `5.1`: a word that is not written.
    Unwritten,
    Word(Word<'a>),
}

/// The words `first` to `last` of a sentence are written as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    first: usize,
    last: usize,
    space_after: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    pub columns: [&'a str; COLUMNS],
    /// A space stands before it.
    pub space_before: bool,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Counted from 1.
    line: usize,
    what: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// Every line of a file, as it stands and as what it is.
pub fn read(text: &str) -> Result<Vec<(&str, Line<'_>)>, Wrong> {
    let mut sentence = Sentence { number: 0, range: None, space: true };
    let mut lines = Vec::new();
    for line in text.lines() {
        let read = sentence.line(line);
        lines.push((line, read.map_err(|what| Wrong { line: lines.len() + 1, what })?));
    }
    sentence.end().map_err(|what| Wrong { line: lines.len(), what })?;
    Ok(lines)
}

/// What is known of the sentence that is being read.
struct Sentence {
    /// Its last word.
    number: usize,
    /// The range that word stands in, or that comes next.
    range: Option<Range>,
    /// A space stands before the next word.
    space: bool,
}

impl Sentence {
    fn line<'a>(&mut self, line: &'a str) -> Result<Line<'a>, String> {
        if let Some(comment) = line.strip_prefix('#') {
            return match comment.split_whitespace().next() {
                Some("newdoc") => Ok(Line::NewDocument),
                Some("newpar") => Ok(Line::NewParagraph),
                _ => Ok(Line::Comment),
            };
        }
        if line.trim().is_empty() {
            self.end()?;
            return Ok(Line::Empty);
        }
        let columns = columns(line)?;
        let id = columns[0];
        if let Some((first, last)) = id.split_once('-') {
            return self.range(id, first.parse().ok(), last.parse().ok(), columns[MISC]);
        }
        if let Some((word, _)) = id.split_once('.') {
            return match word.parse::<usize>() {
                Ok(word) if self.number == word => Ok(Line::Unwritten),
                _ => Err(format!("empty node {id} does not follow word {word}")),
            };
        }
        self.word(columns)
    }

    fn range<'a>(
        &mut self,
        id: &str,
        first: Option<usize>,
        last: Option<usize>,
        misc: &str,
    ) -> Result<Line<'a>, String> {
        let (Some(first), Some(last)) = (first, last) else {
            return Err(format!("“{id}” is no range of words; write it as 3-4"));
        };
        if first != self.number + 1 || last < first {
            return Err(format!("range {id} should begin at word {}", self.number + 1));
        }
        let range = Range { first, last, space_after: space_after(misc) };
        self.range = Some(range);
        Ok(Line::Range(range))
    }

    fn word<'a>(&mut self, columns: [&'a str; COLUMNS]) -> Result<Line<'a>, String> {
        let expected = self.number + 1;
        if columns[0].parse() != Ok(expected) {
            return Err(format!("“{}” should be word {expected} of its sentence", columns[0]));
        }
        if columns[1].trim().is_empty() {
            return Err(format!("word {expected} has no form"));
        }
        self.number = expected;
        let space_before = self.space;
        self.space = match self.range {
            Some(range) if expected < range.last => false,
            Some(range) => range.space_after,
            None => space_after(columns[MISC]),
        };
        self.range = self.range.filter(|range| expected < range.last);
        Ok(Line::Word(Word { columns, space_before }))
    }

    fn end(&mut self) -> Result<(), String> {
        if let Some(range) = self.range {
            let (first, last) = (range.first, range.last);
            return Err(format!("the sentence ends within the range {first}-{last}"));
        }
        self.number = 0;
        Ok(())
    }
}

fn columns(line: &str) -> Result<[&str; COLUMNS], String> {
    let columns: Vec<&str> = line.split('\t').collect();
    let found = columns.len();
    columns.try_into().map_err(|_| format!("{found} columns between tabs, where {COLUMNS} belong"))
}

fn space_after(misc: &str) -> bool {
    misc.split('|').all(|item| item != "SpaceAfter=No")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, form: &str, misc: &str) -> String {
        format!("{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n")
    }

    #[test]
    fn knows_where_spaces_stand() {
        let text = [
            row("1", "They", "_"),
            row("2-3", "don't", "SpaceAfter=No"),
            row("2", "do", "_"),
            row("3", "n't", "_"),
            row("3.1", "go", "_"),
            row("4", "?", "A=b|SpaceAfter=No"),
            "\n".to_owned(),
            row("1", "No", "_"),
        ]
        .concat();
        let lines = read(&text).expect("it is CoNLL-U");
        let words: Vec<(&str, bool)> = lines
            .iter()
            .filter_map(|(_, line)| match line {
                Line::Word(word) => Some((word.columns[1], word.space_before)),
                _ => None,
            })
            .collect();
        let expected = [("They", true), ("do", true), ("n't", false), ("?", false), ("No", false)];
        assert_eq!(words, expected);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (lines, expected) in [
            (vec!["1\tword\n".to_owned()], "line 1: 2 columns between tabs, where 10 belong"),
            (
                vec!["# text = a\n".to_owned(), row("2", "a", "_")],
                "line 2: “2” should be word 1 of its sentence",
            ),
            (vec![row("one", "a", "_")], "line 1: “one” should be word 1 of its sentence"),
            (vec![row("1", "", "_")], "line 1: word 1 has no form"),
            (vec![row("1-x", "a", "_")], "line 1: “1-x” is no range of words; write it as 3-4"),
            (vec![row("2-3", "a", "_")], "line 1: range 2-3 should begin at word 1"),
            (vec![row("1.1", "a", "_")], "line 1: empty node 1.1 does not follow word 1"),
            (
                vec![row("1-2", "ab", "_"), row("1", "a", "_")],
                "line 2: the sentence ends within the range 1-2",
            ),
        ] {
            let wrong = read(&lines.concat()).expect_err(expected);
            assert_eq!(wrong.to_string(), expected);
        }
    }
}
