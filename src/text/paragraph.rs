//! Text -> paragraphs.

use crate::Span;

/// Lines up to this long may have been broken by a typewriter or a mail program, not by the writer.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=100;

/// Fewer lines than this tell nothing about how a text was broken.
const FEWEST_WRAPPED: usize = 4;

/// Paragraphs without the white space around them, in order; bytes.
///
/// Every line is a paragraph, unless the text is hard-wrapped: then only an empty line, or a line that
/// stops short although the next word had room, ends one.
pub fn split(text: &str) -> Vec<Span> {
    let lines: Vec<Span> = lines(text).collect();
    let width = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let filled = lines.iter().filter(|line| !line.is_empty()).count();
    let wrapped = WRAPPED.contains(&width) && filled >= FEWEST_WRAPPED;
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut last_line = Span::default();
    for line in lines {
        let goes_on = wrapped && !last_line.is_empty() && !line.is_empty() && {
            let first_word = line.of(text).split_whitespace().next().map_or(0, str::len);
            last_line.len() + 1 + first_word > width
        };
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => paragraph.end = line.end,
            _ if !line.is_empty() => paragraphs.push(line),
            _ => {}
        }
        last_line = line;
    }
    paragraphs
}

/// Every line, trimmed; an empty one too.
fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']).map(move |line| {
        let from = start + (line.len() - line.trim_start().len());
        let to = (start + line.trim_end().len()).max(from);
        start += line.len();
        Span { start: from.min(to), end: to }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_texts(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn lines_are_paragraphs_unless_wrapped() {
        for (text, expected) in [
            ("", vec![]),
            ("  \n\n ", vec![]),
            ("One.\nTwo.", vec!["One.", "Two."]),
            ("One.\r\n\r\n  Two. \r\n", vec!["One.", "Two."]),
            ("Head\n\nBody text.", vec!["Head", "Body text."]),
            (
                "The ferry left the harbour at nine and was\nseen by a fishing boat at ten.\nIt sank.\n\nNext.",
                vec![
                    "The ferry left the harbour at nine and was\nseen by a fishing boat at ten.",
                    "It sank.",
                    "Next.",
                ],
            ),
        ] {
            assert_eq!(split_texts(text), expected, "{text:?}");
        }
    }
}
