//! HTML: the articles with their marks and the lists, as one page that needs nothing else, runs nothing and asks
//! nothing of any other place: its policy forbids all but its one style sheet.

mod lists;
mod markup;
mod passage;

use super::{Exported, tables};
use markup::Markup;

const STYLE: &str = include_str!("style.css");

/// A policy that lets in the style sheet by its hash, and nothing else. A test reckons the hash and says when it is old.
const HEAD: &str = concat!(
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ",
    "style-src 'sha256-CoWXj1EJzHBzNmy6kIcvwjvRyag0coQByCaNYjZYzbk='; ",
    "base-uri 'none'; form-action 'none'\">\n",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    "<meta name=\"referrer\" content=\"no-referrer\">\n",
    "<meta name=\"generator\" content=\"Copydesk\">\n",
);

pub fn write(articles: &[Exported]) -> String {
    let mut page = Markup::default();
    page.tag(HEAD).tag("<title>").plain(&title(articles)).tag("</title>\n<style>");
    page.tag(STYLE).tag("</style>\n</head>\n<body>\n");
    for (index, exported) in articles.iter().enumerate() {
        article(&mut page, exported, &format!("a{}", index + 1));
    }
    page.tag("</body>\n</html>\n");
    page.into_text()
}

/// Of the article, or how many there are.
fn title(articles: &[Exported]) -> String {
    match articles {
        [only] => tables::heading(only).to_owned(),
        _ => format!("{} articles", articles.len()),
    }
}

/// One article; its name begins all ids of it.
fn article(page: &mut Markup, article: &Exported, name: &str) {
    page.open("article", &[("id", name)]).tag("\n<header>\n<h1 dir=\"auto\">");
    page.text(tables::heading(article)).tag("</h1>\n<p>");
    for (index, fact) in tables::facts(article).iter().enumerate() {
        page.tag(if index > 0 { " · " } else { "" }).text(fact);
    }
    page.tag("</p>\n</header>\n");
    page.tag(LEGEND);
    let places = passage::write(page, article, name);
    lists::write(page, article, &lists::Ids { article: name, places: &places });
    page.tag("</article>\n");
}

const LEGEND: &str = concat!(
    "<p class=\"legend\"><mark data-kind=\"figure\">figures</mark> <mark data-kind=\"speaker\">speakers</mark> ",
    "<mark data-kind=\"quote\" data-edge=\"start end\">quotes</mark> <mark data-kind=\"date\">dates</mark> ",
    "<mark data-kind=\"check\">checks</mark></p>\n",
);

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::export::fixture;

    fn page(article: &fixture::Article) -> String {
        write(&[article.exported()])
    }

    /// Without the style sheet, whose changes are no changes of the page.
    fn body(article: &fixture::Article) -> String {
        let page = page(article);
        page[page.find("<body>").unwrap()..].to_owned()
    }

    #[test]
    fn the_policy_has_the_hash_of_the_style_sheet() {
        let hash = base64(&Sha256::digest(STYLE));
        assert!(HEAD.contains(&format!("'sha256-{hash}'")), "the hash is now {hash}");
        assert!(!STYLE.contains('<') && !STYLE.contains("url(") && !STYLE.contains("@import"));
    }

    fn base64(bytes: &[u8]) -> String {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let four = |three: &[u8]| {
            let bits = (0..3).fold(0, |bits, i| bits << 8 | *three.get(i).unwrap_or(&0) as usize);
            let digit = |i: usize| {
                if i > three.len() { '=' } else { DIGITS[bits >> (18 - 6 * i) & 63].into() }
            };
            (0..4).map(digit).collect::<String>()
        };
        bytes.chunks(3).map(four).collect()
    }

    #[test]
    fn a_page_has_its_marks_and_lists() {
        insta::assert_snapshot!(body(&fixture::plain()));
    }

    #[test]
    fn a_page_says_what_is_the_readers() {
        insta::assert_snapshot!(body(&fixture::reviewed()));
    }

    #[test]
    fn an_article_brings_no_elements_into_the_page() {
        let page = page(&fixture::hostile());
        let mut rest = &*page;
        while let Some(at) = rest.find('<') {
            rest = &rest[at + 1..];
            let end = rest.find([' ', '>', '\n']).unwrap();
            let known = [
                "!doctype", "html", "head", "meta", "title", "style", "body", "article", "header",
                "h1", "h2", "h3", "p", "mark", "a", "bdi", "section", "table", "thead", "tbody",
                "tr", "th", "td", "ul", "li", "div", "em",
            ];
            let name = rest[..end].trim_start_matches('/');
            assert!(known.contains(&name), "<{name}");
            let tag = &rest[..rest.find('>').unwrap()];
            assert!(!tag.contains(" on") && !tag.contains("javascript:"), "<{tag}>");
        }
        assert_eq!(page.matches("<style>").count(), 1);
        assert_eq!(page.matches("</style>").count(), 1);
    }

    #[test]
    fn every_link_leads_somewhere_and_every_finding_is_linked() {
        for article in [fixture::plain(), fixture::reviewed(), fixture::hostile()] {
            let page = write(&[article.exported(), article.exported()]);
            let named = |start: &str| -> Vec<String> {
                let pieces = page.split(start).skip(1);
                pieces.map(|piece| piece[..piece.find('"').unwrap()].to_owned()).collect()
            };
            let ids = named(" id=\"");
            let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "every id is there once");
            let links = named(" href=\"#");
            assert!(links.iter().all(|link| ids.contains(link)), "{links:?} {ids:?}");
            // All but the articles themselves.
            for finding in ids.iter().filter(|id| id.contains('-')) {
                assert!(links.contains(finding), "{finding}");
            }
        }
    }
}
