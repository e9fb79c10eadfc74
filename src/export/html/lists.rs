//! The lists under an article; the words of each finding lead to where they stand in it.

use super::markup::Markup;
use super::passage::Places;
use crate::export::Exported;
use crate::export::tables::{self, Group, Row, Said, Table};

/// How the findings of an article are named in the page.
pub struct Ids<'a> {
    /// What all of them begin with.
    pub article: &'a str,
    /// The marks that they lead to.
    pub places: &'a Places<'a>,
}

impl Ids<'_> {
    /// The id of a finding.
    fn of(&self, id: &str) -> String {
        format!("{}-{id}", self.article)
    }

    /// A link to where a finding stands in the text; only the words where it stands nowhere.
    fn link(&self, page: &mut Markup, id: &str, words: &str) {
        match self.places.get(id) {
            Some(number) => {
                let target = format!("#{}-m{number}", self.article);
                page.open("a", &[("href", &*target)]).text(words).tag("</a>");
            }
            None => {
                page.text(words);
            }
        }
    }
}

pub fn write(page: &mut Markup, article: &Exported, ids: &Ids) {
    // All that is marked in the text: places in a row too.
    table(page, &tables::figures(article, |figure| !figure.is_date()), ids);
    quotes(page, &tables::quotes(article), ids);
    table(page, &tables::dates(article), ids);
    table(page, &tables::checks(article), ids);
    table(page, &tables::rejected(article), ids);
}

/// A heading and a table; nothing where there are no rows.
fn table(page: &mut Markup, table: &Table, ids: &Ids) {
    if table.rows.is_empty() {
        return;
    }
    page.tag("<section>\n<h2>").text(table.title).tag("</h2>\n<table>\n<thead><tr>");
    for name in table.header {
        page.tag("<th scope=\"col\">").text(name).tag("</th>");
    }
    page.tag("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        finding(page, row, ids);
    }
    page.tag("</tbody>\n</table>\n</section>\n");
}

fn finding(page: &mut Markup, row: &Row, ids: &Ids) {
    if row.id.is_empty() {
        page.tag("<tr>");
    } else {
        page.open("tr", &[("id", &*ids.of(row.id))]);
    }
    for (column, cell) in row.cells.iter().enumerate() {
        page.tag("<td dir=\"auto\">");
        if column == 0 {
            ids.link(page, row.id, cell);
            note(page, row.note);
        } else {
            page.text(cell);
        }
        page.tag("</td>");
    }
    page.tag("</tr>\n");
}

/// What the reader made of it, or whatever else tells it from the others.
fn note(page: &mut Markup, note: Option<&str>) {
    if let Some(note) = note {
        page.tag(" <em>").text(note).tag("</em>");
    }
}

fn quotes(page: &mut Markup, groups: &[Group], ids: &Ids) {
    if groups.is_empty() {
        return;
    }
    page.tag("<section>\n<h2>Quotes</h2>\n");
    for Group { speaker, quotes } in groups {
        match speaker {
            Some(speaker) => {
                page.open("h3", &[("id", &*ids.of(&speaker.id)), ("dir", "auto")]);
                ids.link(page, &speaker.id, &speaker.name);
            }
            None => {
                page.tag("<h3>Nobody is named");
            }
        }
        page.tag("</h3>\n<ul>\n");
        for Said { id, words, credit, notes } in quotes {
            page.open("li", &[("id", &*ids.of(id)), ("dir", "auto")]);
            ids.link(page, id, words);
            page.tag(" — ").text(credit);
            note(page, Some(notes.join(", ")).as_deref().filter(|notes| !notes.is_empty()));
            page.tag("</li>\n");
        }
        page.tag("</ul>\n");
    }
    page.tag("</section>\n");
}
