//! `copydesk check`: what does not fit together, like a linter.

use std::io::{self, Write};
use std::path::Path;

use copydesk::{Analysis, Span};

/// Writes `file:line:column: rule: message` for each check of a text, and returns how many there are. Columns count
/// characters from 1.
pub fn write(
    file: &Path,
    text: &str,
    analysis: &Analysis,
    out: &mut impl Write,
) -> io::Result<usize> {
    let name = super::name(file);
    for check in &analysis.checks {
        let (line, column) = place(text, check.span);
        writeln!(out, "{name}:{line}:{column}: {}: {}", check.rule.name, check.what)?;
    }
    Ok(analysis.checks.len())
}

/// Line and column of the start of a span of bytes, both from 1.
fn place(text: &str, span: Span) -> (usize, usize) {
    let before = &text[..span.start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk::{Options, analyze};

    #[test]
    fn a_check_is_a_line_with_its_place() {
        let text = "Notice\n\nÅse leaves on 31 June 2026.";
        let mut out = Vec::new();
        let found =
            write(Path::new("draft.txt"), text, &analyze(text, &Options::default()), &mut out);
        assert_eq!(found.unwrap(), 1);
        let line = String::from_utf8(out).unwrap();
        assert!(line.starts_with("draft.txt:3:15: impossible-date: "), "{line}");
    }
}
