//! What a page says of itself: in the data for search engines first, then in its head, then in its body.

use dom_query::Document;

use super::data;
use crate::article::Draft;
use crate::day;

/// Elements that say one thing, the most trusted first, and the attribute that says it (none: their text).
type Places = &'static [(&'static str, Option<&'static str>)];

const TITLE: Places = &[
    ("meta[property='og:title']", Some("content")),
    ("meta[name='twitter:title']", Some("content")),
    ("[itemprop='headline']", None),
];
const OUTLET: Places = &[
    ("meta[property='og:site_name']", Some("content")),
    ("meta[name='application-name']", Some("content")),
];
const PUBLISHED: Places = &[
    ("meta[property='article:published_time']", Some("content")),
    ("meta[itemprop='datePublished']", Some("content")),
    ("[itemprop='datePublished']", Some("datetime")),
    ("meta[name='parsely-pub-date']", Some("content")),
    ("meta[name='sailthru.date']", Some("content")),
    ("meta[name='pubdate']", Some("content")),
    ("meta[name='dc.date.issued']", Some("content")),
    ("meta[name='DC.date.issued']", Some("content")),
    ("meta[name='date']", Some("content")),
    ("time[pubdate]", Some("datetime")),
];
const AUTHOR: Places = &[
    ("meta[name='author']", Some("content")),
    ("meta[property='article:author']", Some("content")),
    ("[itemprop='author'] [itemprop='name']", None),
    ("[rel='author']", None),
];

/// All but the text.
pub fn read(document: &Document) -> Draft {
    let scripts = document.select("script[type='application/ld+json']");
    let article = data::article(scripts.nodes().iter().map(|script| script.text()));
    let published = article.published.filter(|day| day::normal(day).is_some());
    Draft {
        title: article.title.or_else(|| first(document, TITLE, |_| true)),
        outlet: article.outlet.or_else(|| first(document, OUTLET, |_| true)),
        published: published
            .or_else(|| first(document, PUBLISHED, |day| day::normal(day).is_some()))
            .or_else(|| only_day(document)),
        author: article.author.or_else(|| first(document, AUTHOR, |name| !name.contains("://"))),
        ..Draft::default()
    }
}

fn first(document: &Document, places: Places, fits: fn(&str) -> bool) -> Option<String> {
    places.iter().find_map(|(selector, attribute)| {
        let found = document.try_select(selector)?;
        let said = |node: &dom_query::NodeRef| match attribute {
            Some(attribute) => node.attr(attribute),
            None => Some(node.text()),
        };
        let mut values = found.nodes().iter().filter_map(said).map(|value| value.trim().to_owned());
        values.find(|value| !value.is_empty() && fits(value))
    })
}

/// The day that all times on the page fall on: one among many could be that of anything.
fn only_day(document: &Document) -> Option<String> {
    let times = document.select("time[datetime]");
    let mut days = times.nodes().iter().filter_map(|time| day::normal(&time.attr("datetime")?));
    let earliest = days.next()?;
    days.all(|day| day.get(..10) == earliest.get(..10)).then_some(earliest)
}
