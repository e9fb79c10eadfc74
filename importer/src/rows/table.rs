//! Tables in text: CSV, with commas, semicolons or tabs.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::{Role, Rows, role};
use crate::{Error, Format, Import};

/// What each column is for.
type Columns = Vec<Option<Role>>;

const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// Whether the first line of a text names the columns of articles: one for their text, and another that is known.
pub fn begins(start: &str) -> bool {
    let line = start.lines().next().unwrap_or_default();
    DELIMITERS.iter().any(|&delimiter| {
        let roles: Vec<_> =
            line.split(delimiter).map(|cell| role(cell.trim_matches('"'))).collect();
        let known = roles.iter().flatten().count();
        roles.contains(&Some(Role::Text)) && known > 1 && roles.len() <= 2 * known
    })
}

pub fn read(name: &str, text: &str, encoding: &'static str) -> Result<Import, Error> {
    let text = text.trim_start_matches('\u{FEFF}');
    let (mut reader, roles) =
        DELIMITERS.iter().find_map(|&delimiter| open(text, delimiter)).ok_or(Error::NoColumn)?;
    let mut rows = Rows::new(name, encoding);
    let mut record = StringRecord::new();
    let mut lines = Lines { text, at: 0, line: 1 };
    loop {
        let line = lines.line_from(reader.position().byte() as usize);
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) if !rows.has_room() => break,
            Ok(true) => take(&mut rows, &roles, &record, line),
            Err(error) => rows.fault(line, &format!("it could not be read ({error}).")),
        }
    }
    rows.done(Format::Table)
}

/// Counts lines as an editor does: the reader itself leaves the second half of CR LF for the next record.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first letter from a byte on that ends no line.
    fn line_from(&mut self, byte: usize) -> u64 {
        let rest = self.text.as_bytes().get(byte..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.text.as_bytes().get(self.at..byte + ends).unwrap_or_default();
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count() as u64;
        self.at = byte + ends;
        self.line
    }
}

/// A reader of the rows, and what each column is for, if one of them is for the text.
fn open(text: &str, delimiter: char) -> Option<(Reader<&[u8]>, Columns)> {
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter as u8).flexible(true).from_reader(text.as_bytes());
    let roles: Columns = reader.headers().ok()?.iter().map(role).collect();
    roles.contains(&Some(Role::Text)).then_some((reader, roles))
}

fn take(rows: &mut Rows, roles: &[Option<Role>], record: &StringRecord, line: u64) {
    // More cells than columns: somebody forgot the quotation marks, and the text is in pieces.
    if record.len() > roles.len() {
        let (cells, columns) = (record.len(), roles.len());
        return rows.fault(
            line,
            &format!("it has {cells} cells for {columns} columns, so it is left out."),
        );
    }
    let cells =
        roles.iter().zip(record).filter_map(|(role, cell)| Some(((*role)?, cell.to_owned())));
    rows.take(line, cells);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(text: &str) -> String {
        match read("a.csv", text, "utf-8") {
            Ok(import) => {
                let articles = import.articles.iter().map(|one| {
                    format!("{} {} {:?}", one.name, one.outlet.as_deref().unwrap_or("-"), one.text)
                });
                articles.chain(import.notes.iter().cloned()).collect::<Vec<_>>().join("; ")
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn tables() {
        for (text, expected) in [
            (
                "id,Text,Source\n7,\"It struck, twice.\",Coast Radio\n8,It sank.,",
                "a.csv: 7 Coast Radio \"It struck, twice.\"; a.csv: 8 - \"It sank.\"",
            ),
            (
                "\u{FEFF}title;body\r\nFerry;\"It\r\nstruck.\"\r\nBridge;It fell.\r\n",
                "a.csv: line 2 - \"Ferry\\n\\nIt\\nstruck.\"; a.csv: line 4 - \"Bridge\\n\\nIt fell.\"",
            ),
            ("text\tid\nIt struck, twice; once.\t1", "a.csv: 1 - \"It struck, twice; once.\""),
            (
                "text,id\nIt struck, twice.,1\n,2\nIt sank.,3",
                "a.csv: 3 - \"It sank.\"; Line 2: it has 3 cells for 2 columns, so it is left out.; Line 3: it holds no text.",
            ),
            (
                "name,age\nIda,4",
                "None of its columns is named text, body, content or article. Name the column that holds the articles so.",
            ),
            (
                "text,id\n,1",
                "None of its rows could be read. Line 2: it holds no text. Mend the rows, and try again.",
            ),
        ] {
            assert_eq!(summary(text), expected, "{text}");
        }
    }
}
