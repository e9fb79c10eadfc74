//! Quotations of which nothing tells who said them.

use super::rules;
use crate::analysis::{Check, EntityKind, NamedEntity, ParagraphKind, Quote, Span, Sure};
use crate::desk::brief::Found;
use crate::fault::Fault;
use crate::text::{Document, Quotation, TokenKind};

/// Fewer words in quotation marks may be a title or a phrase.
const SHORTEST: usize = 5;

/// Checks of the quotations of a text.
pub fn faults(document: &Document, found: &Found) -> Vec<Check> {
    let orphans = document.quotations.iter().filter(|one| is_orphan(document, found, one));
    let check = |one: &Quotation| {
        let what = "Nothing here tells who said this.".to_owned();
        let fault = Fault { rule: rules::UNATTRIBUTED, what, sure: Sure::Doubtful };
        fault.at(document, vec![one.span])
    };
    orphans.map(check).collect()
}

/// Whether a quotation is a paragraph of its own, said by nobody known, and no speech stands beside it.
fn is_orphan(document: &Document, found: &Found, quotation: &Quotation) -> bool {
    if quotation.depth > 0 || !quotation.closed {
        return false;
    }
    let tokens = document.tokens_in(quotation.inner);
    let words = tokens.clone().filter(|&at| document.tokens[at].kind == TokenKind::Word).count();
    let number = document.paragraph_of(document.token_at(quotation.span.start));
    let paragraph = document.paragraphs[number];
    let text = found.head.paragraphs.iter().find(|known| known.span == paragraph);
    let alone = paragraph.of(document.text).trim() == quotation.span.of(document.text);
    let before = number.checked_sub(1).map(|before| document.paragraphs[before]);
    let led = before.is_some_and(|before| before.of(document.text).trim_end().ends_with(':'));
    let after = document.paragraphs.get(number + 1).copied();
    // The first paragraph may be a headline.
    number > 0
        && words >= SHORTEST
        && alone
        && !led
        && text.is_none_or(|text| text.kind == ParagraphKind::Text)
        && ![before, Some(paragraph), after].into_iter().flatten().any(|near| is_said(found, near))
        && before.is_none_or(|before| !names_somebody(document, found, before))
}

/// Whether a paragraph tells of a person, who may then be speaking.
fn names_somebody(document: &Document, found: &Found, paragraph: Span) -> bool {
    let pronoun = |at: usize| matches!(document.lower(at), "he" | "she" | "they" | "i" | "we");
    let person = |entity: &&NamedEntity| entity.kind == EntityKind::Person;
    let named = |entity: &NamedEntity| {
        let first = entity.mentions.partition_point(|mention| mention.start < paragraph.start);
        entity.mentions.get(first).is_some_and(|mention| mention.start < paragraph.end)
    };
    document.tokens_in(paragraph).any(pronoun) || found.entities.iter().filter(person).any(named)
}

/// Whether somebody speaks in a paragraph.
fn is_said(found: &Found, paragraph: Span) -> bool {
    let quotes = found.quotes;
    let first = quotes.partition_point(|quote| quote.span.end <= paragraph.start);
    let within = quotes[first..].iter().take_while(|quote| quote.span.start < paragraph.end);
    let known = |quote: &Quote| quote.speaker.is_some() || quote.speaker_id.is_some();
    within.into_iter().any(known)
}
