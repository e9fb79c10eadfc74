//! Cells of a spreadsheet: quoted where they must be, and never taken for a formula.

use std::borrow::Cow;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    Empty,
    /// A word of ours, which begins no formula.
    Word(&'a str),
    /// Words of the article or of the reader.
    Text(Cow<'a, str>),
    /// Stays a number, below nought too.
    Number(f64),
    Whole(usize),
    Flag(bool),
}

impl<'a> Cell<'a> {
    pub fn text(text: Option<&'a str>) -> Self {
        text.map_or(Cell::Empty, |text| Cell::Text(Cow::Borrowed(text)))
    }

    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Cell::Empty, Cell::Number)
    }
}

/// Writes a row and its end of line.
pub fn row<'a>(out: &mut String, cells: impl IntoIterator<Item = Cell<'a>>) {
    for (column, cell) in cells.into_iter().enumerate() {
        if column > 0 {
            out.push(',');
        }
        match cell {
            Cell::Empty => {}
            Cell::Word(word) => quoted(out, word),
            Cell::Text(text) => {
                let guard = if begins_formula(&text) { "'" } else { "" };
                quoted(out, &format!("{guard}{text}"));
            }
            Cell::Number(number) => out.push_str(&number.to_string()),
            Cell::Whole(number) => out.push_str(&number.to_string()),
            Cell::Flag(yes) => out.push_str(if yes { "yes" } else { "no" }),
        }
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet might reckon it instead of showing it; in the wide forms of East Asian type too.
fn begins_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// In quotation marks where it holds what parts cells or rows; a semicolon and a tab do so in some countries.
fn quoted(out: &mut String, text: &str) {
    if !text.contains([',', ';', '"', '\t', '\r', '\n', '\'']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_are_no_formulas() {
        for (cell, expected) in [
            (Cell::text(Some("31 people")), "31 people"),
            (Cell::text(Some("")), ""),
            (Cell::text(None), ""),
            (Cell::text(Some("Oduya, Maren")), "\"Oduya, Maren\""),
            (Cell::text(Some("“so” and \"so\"")), "\"“so” and \"\"so\"\"\""),
            (Cell::text(Some("two\r\nlines")), "\"two\r\nlines\""),
            // What a spreadsheet would reckon.
            (Cell::text(Some("=1+1")), "\"'=1+1\""),
            (Cell::text(Some("=cmd|' /C x'!A0")), "\"'=cmd|' /C x'!A0\""),
            (Cell::text(Some("+47 31")), "\"'+47 31\""),
            (Cell::text(Some("-31 degrees")), "\"'-31 degrees\""),
            (Cell::text(Some("@SUM(A1)")), "\"'@SUM(A1)\""),
            (Cell::text(Some("\t=1")), "\"'\t=1\""),
            (Cell::text(Some("\r=1")), "\"'\r=1\""),
            (Cell::text(Some("\n=1")), "\"'\n=1\""),
            (Cell::text(Some("＝1")), "\"'＝1\""),
            (Cell::text(Some("＋1")), "\"'＋1\""),
            (Cell::text(Some("－1")), "\"'－1\""),
            (Cell::text(Some("＠x")), "\"'＠x\""),
            // No formula: the sign is not at the start.
            (Cell::text(Some("a=1")), "a=1"),
            // Numbers stay numbers.
            (Cell::Number(-31.5), "-31.5"),
            (Cell::Number(1.2e9), "1200000000"),
            (Cell::Whole(7), "7"),
            (Cell::Flag(true), "yes"),
            (Cell::Word("at least"), "at least"),
        ] {
            let mut out = String::new();
            row(&mut out, [cell.clone()]);
            assert_eq!(out, format!("{expected}\r\n"), "{cell:?}");
        }
    }
}
