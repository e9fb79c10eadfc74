//! CSV as RFC 4180 has it: one list of findings as a table, for spreadsheets.

mod cell;
mod columns;
mod lists;

use super::{Exported, List};
use cell::Cell;
#[cfg(test)]
pub use columns::header;

/// A list of all articles; what the reader took out of it stands at the end of each.
pub fn write(articles: &[Exported], list: List) -> String {
    let mut out = String::new();
    cell::row(&mut out, columns::header(list).into_iter().map(Cell::Word));
    for article in articles {
        for row in lists::rows(article, list) {
            cell::row(&mut out, row);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::fixture;

    fn table(article: &fixture::Article, list: List) -> String {
        write(&[article.exported()], list).replace("\r\n", "\n")
    }

    #[test]
    fn every_row_has_the_columns_of_the_header() {
        for article in [fixture::plain(), fixture::reviewed(), fixture::hostile()] {
            for (name, list) in List::ALL {
                let columns = columns::header(list).len();
                for row in lists::rows(&article.exported(), list) {
                    assert_eq!(row.len(), columns, "{name}");
                }
            }
        }
    }

    #[test]
    fn the_readers_are_marked_and_what_they_took_out_is_listed() {
        let figures = table(&fixture::reviewed(), List::Figures);
        assert!(figures.contains("f1,\"At least 1,431\",count,at least,1341,"), "{figures}");
        assert!(figures.contains(",changed,"), "{figures}");
        let last = figures.lines().last().unwrap();
        assert!(last.starts_with("ferry.txt,,7,,,,"), "{last}");
        assert!(last.contains(",rejected,"), "{last}");
        assert!(table(&fixture::reviewed(), List::Dates).contains(",added,"));
        assert!(table(&fixture::reviewed(), List::Quotes).contains(",accepted,"));
    }

    #[test]
    fn what_an_article_says_is_no_formula() {
        let quotes = table(&fixture::hostile(), List::Quotes);
        assert!(!quotes.contains(",=") && !quotes.contains(",\"="), "{quotes}");
        let named = write(&[Exported { name: "=1+1", ..fixture::plain().exported() }], List::Dates);
        assert!(named.contains("\r\n\"'=1+1\",d1,"), "{named}");
    }

    #[test]
    fn offsets_are_code_points() {
        let dates = table(&fixture::plain(), List::Dates);
        let monday = dates.lines().find(|line| line.contains(",Monday,")).unwrap();
        let byte = fixture::plain().exported().text.find("Monday").unwrap();
        // The ship before it is four bytes and one character.
        assert!(monday.ends_with(&format!(",{},{}", byte - 3, byte + 3)), "{monday} {byte}");
    }
}
