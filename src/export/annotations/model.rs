//! The Web Annotation Data Model, as far as findings need it.

use std::borrow::Cow;

use serde::Serialize;

use crate::analysis::Review;
use crate::export::words;
use crate::review::surroundings;
use crate::span::Span;

/// All annotations, on the one page that it has.
#[derive(Serialize)]
pub struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'static str,
    generator: Agent,
    total: usize,
    first: Page<'a>,
}

impl<'a> Collection<'a> {
    pub fn of(items: Vec<Annotation<'a>>) -> Self {
        let total = items.len();
        let first = Page {
            id: "#page",
            kind: "AnnotationPage",
            part_of: "#annotations",
            start_index: 0,
            items,
        };
        Collection {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: "#annotations",
            kind: "AnnotationCollection",
            label: "Figures, quotes, speakers, dates and checks",
            generator: COPYDESK,
            total,
            first,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    part_of: &'static str,
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

/// One finding.
#[derive(Serialize)]
pub struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Agent>,
    generator: Agent,
    body: Vec<Body>,
    /// Everywhere it stands; at least one place.
    target: Vec<Target<'a>>,
}

impl<'a> Annotation<'a> {
    /// An annotation without its places. What the reader changed or added is by the reader.
    pub fn new(id: String, tag: &'static str, description: String, review: Option<Review>) -> Self {
        let body = |purpose, value| Body { kind: "TextualBody", purpose, value, language: "en" };
        let mut bodies = vec![body("tagging", tag.to_owned()), body("describing", description)];
        bodies.extend(review.map(|review| body("assessing", words::review(review).to_owned())));
        let theirs = matches!(review, Some(Review::Changed | Review::Added));
        Annotation {
            id,
            kind: "Annotation",
            motivation: "describing",
            creator: theirs.then_some(Agent { kind: "Person", name: "reader" }),
            generator: COPYDESK,
            body: bodies,
            target: Vec::new(),
        }
    }

    /// The same, with everywhere it stands.
    pub fn at(self, target: Vec<Target<'a>>) -> Self {
        Annotation { target, ..self }
    }
}

const COPYDESK: Agent = Agent { kind: "Software", name: "Copydesk" };

#[derive(Serialize)]
struct Agent {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: String,
    language: &'static str,
}

/// A place in an article, told in two ways.
#[derive(Serialize)]
pub struct Target<'a> {
    pub source: Cow<'a, str>,
    pub selector: [Selector<'a>; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
pub enum Selector<'a> {
    TextQuoteSelector {
        exact: &'a str,
        prefix: &'a str,
        suffix: &'a str,
    },
    /// In Unicode code points, as the model has it.
    TextPositionSelector {
        start: usize,
        end: usize,
    },
}

impl<'a> Selector<'a> {
    /// Words with what stands around them.
    pub fn quote(text: &'a str, span: Span) -> Self {
        let (prefix, suffix) = surroundings(text, &(span.start..span.end));
        Selector::TextQuoteSelector { exact: span.of(text), prefix, suffix }
    }
}
