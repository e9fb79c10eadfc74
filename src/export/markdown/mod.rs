//! Markdown (CommonMark with tables): a report to paste into a document.

mod escape;

use super::tables::{self, Group, Row, Said, Table};
use super::{Exported, words};
use escape::escaped;

/// One report an article.
pub fn write(articles: &[Exported]) -> String {
    articles.iter().map(article).collect::<Vec<_>>().join("\n---\n\n")
}

fn article(article: &Exported) -> String {
    let facts: Vec<String> = tables::facts(article).iter().map(|fact| escaped(fact)).collect();
    let mut out = format!("# {}\n\n{}\n", escaped(tables::heading(article)), facts.join(" · "));
    table(&mut out, &tables::figures(article, words::is_listed));
    quotes(&mut out, &tables::quotes(article));
    table(&mut out, &tables::dates(article));
    table(&mut out, &tables::checks(article));
    table(&mut out, &tables::rejected(article));
    out
}

/// A heading and a table; nothing where there are no rows.
fn table(out: &mut String, table: &Table) {
    if table.rows.is_empty() {
        return;
    }
    let noted = table.rows.iter().any(|row| row.note.is_some());
    let mut header = table.header.to_vec();
    header.extend(noted.then_some("Reader"));
    out.push_str(&format!("\n## {}\n\n", table.title));
    row(out, header.iter().map(|name| (*name).to_owned()));
    row(out, header.iter().map(|_| "---".to_owned()));
    for Row { cells, note, .. } in &table.rows {
        let note = noted.then(|| note.unwrap_or_default());
        row(out, cells.iter().map(|cell| escaped(cell)).chain(note.map(str::to_owned)));
    }
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        out.push_str(&format!(" {cell} |"));
    }
    out.push('\n');
}

fn quotes(out: &mut String, groups: &[Group]) {
    if groups.is_empty() {
        return;
    }
    out.push_str("\n## Quotes\n");
    for Group { speaker, quotes } in groups {
        let name = speaker.map_or("Nobody is named", |speaker| &speaker.name);
        out.push_str(&format!("\n### {}\n\n", escaped(name)));
        for Said { words, credit, notes, .. } in quotes {
            out.push_str(&format!("- {} — {}", escaped(words), escaped(credit)));
            if !notes.is_empty() {
                out.push_str(&format!(" ({})", notes.join(", ")));
            }
            out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::fixture;

    fn report(article: &fixture::Article) -> String {
        write(&[article.exported()])
    }

    #[test]
    fn a_report_has_its_figures_quotes_dates_and_checks() {
        insta::assert_snapshot!(report(&fixture::plain()));
    }

    #[test]
    fn a_report_says_what_is_the_readers() {
        insta::assert_snapshot!(report(&fixture::reviewed()));
    }

    #[test]
    fn what_an_article_says_is_no_markdown() {
        insta::assert_snapshot!(report(&fixture::hostile()));
    }
}
