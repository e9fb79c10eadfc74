//! Quotes and speakers as the reader wants them.

use super::list::{self, At, Item};
use super::{Act, rules};
use crate::Span;
use crate::analysis::{self, Quote, QuoteKind, Rejected, Speaker, SpeakerKind, Sure};

impl Item for Quote {
    fn links(&mut self) -> Vec<&mut Option<String>> {
        Vec::new()
    }

    fn edit(&mut self, at: &At) {
        let set = &at.correction.set;
        if set.extent.is_some() {
            (self.span, self.text) = at.words();
            self.content = content(at, self.span);
        }
        self.kind = set.quote.unwrap_or(self.kind);
    }
}

pub fn correct(
    at: &At,
    quotes: &mut Vec<Quote>,
    speakers: &mut Vec<Speaker>,
    rejected: &mut Vec<Rejected>,
) {
    list::correct(at, quotes, rejected, read);
    let name = at.correction.set.speaker.as_deref().filter(|_| at.correction.act != Act::Reject);
    let place = if at.correction.act == Act::Add { at.extent } else { at.place };
    let quote = quotes.iter_mut().find(|quote| quote.span == place || quote.span == at.extent);
    if let (Some(name), Some(quote)) = (name, quote) {
        say(quote, name, speakers);
    }
}

/// Who a speaker is: all that they said is said under that name. One who has the name already is the same.
pub fn name(at: &At, quotes: &mut [Quote], speakers: &mut Vec<Speaker>) {
    let Some(name) = &at.correction.set.speaker else { return };
    let is = |speaker: &Speaker| speaker.mentions.iter().any(|m| m.overlaps(at.place));
    let Some(index) = speakers.iter().position(is) else { return };
    if speakers[index].name == *name {
        return;
    }
    let Some(other) = speakers.iter().position(|speaker| speaker.name == *name) else {
        speakers[index].name.clone_from(name);
        (speakers[index].named, speakers[index].anonymous) = (true, false);
        for quote in
            quotes.iter_mut().filter(|q| q.speaker_id.as_ref() == Some(&speakers[index].id))
        {
            quote.speaker_name = Some(name.clone());
        }
        return;
    };
    let gone = speakers[index].clone();
    speakers[other].mentions.extend(gone.mentions);
    speakers[other].role = speakers[other].role.take().or(gone.role);
    for quote in quotes.iter_mut().filter(|quote| quote.speaker_id.as_ref() == Some(&gone.id)) {
        attribute(quote, &speakers[other]);
    }
    speakers.remove(index);
}

/// Counts the ids of quotes and speakers anew, and leaves out speakers who say nothing any more.
pub fn renumber(quotes: &mut Vec<Quote>, speakers: &mut Vec<Speaker>) {
    list::renumber(quotes);
    speakers.retain(|speaker| quotes.iter().any(|q| q.speaker_id.as_ref() == Some(&speaker.id)));
    for (index, speaker) in speakers.iter_mut().enumerate() {
        let id = format!("s{}", index + 1);
        let before = std::mem::replace(&mut speaker.id, id.clone());
        // A mark that no id has, so that the new `s2` is not taken for the old one.
        let of = quotes.iter_mut().filter(|q| q.speaker_id.as_ref() == Some(&before));
        of.for_each(|quote| quote.speaker_id = Some(format!("new {id}")));
        crate::sort::by_key(&mut speaker.mentions, |mention| (mention.start, mention.end));
        speaker.mentions.dedup();
    }
    for id in quotes.iter_mut().filter_map(|quote| quote.speaker_id.as_mut()) {
        *id = id.trim_start_matches("new ").to_owned();
    }
}

/// Gives a quote to the speaker of a name, or to nobody for an empty one.
fn say(quote: &mut Quote, name: &str, speakers: &mut Vec<Speaker>) {
    if name.is_empty() {
        (quote.speaker, quote.speaker_name, quote.speaker_id) = (None, None, None);
        return;
    }
    let known = speakers.iter().position(|speaker| speaker.name == name);
    let index = known.unwrap_or_else(|| {
        speakers.push(Speaker {
            id: format!("reader {}", speakers.len()),
            name: name.to_owned(),
            kind: SpeakerKind::Unknown,
            role: None,
            named: true,
            anonymous: false,
            entity: None,
            mentions: Vec::new(),
        });
        speakers.len() - 1
    });
    // The words beside the quote named somebody else.
    if quote.speaker_id.as_ref() != Some(&speakers[index].id) {
        quote.speaker = None;
    }
    attribute(quote, &speakers[index]);
}

fn attribute(quote: &mut Quote, speaker: &Speaker) {
    quote.speaker_id = Some(speaker.id.clone());
    quote.speaker_name = Some(speaker.name.clone());
}

/// A quote of the reader's words.
fn read(at: &At) -> Quote {
    let (span, text) = at.words();
    let marks = |c: char| matches!(c, '“' | '”' | '"' | '«' | '»' | '„');
    let kind = if text.starts_with(marks) { QuoteKind::Direct } else { QuoteKind::Indirect };
    Quote {
        id: String::new(),
        span,
        kind,
        content: content(at, span),
        text,
        cue: None,
        speaker: None,
        speaker_name: None,
        speaker_id: None,
        act: analysis::Act::Speech,
        negated: false,
        modal: None,
        addressee: None,
        channel: None,
        date: None,
        rule: rules::READER,
        sure: Sure::Sure,
        review: None,
    }
}

/// One piece a paragraph: nothing is shown across two.
fn content(at: &At, span: Span) -> Vec<Span> {
    let words = span.of(at.document.text);
    let mut pieces = Vec::new();
    let mut start = span.start;
    for line in words.split_inclusive('\n') {
        let inner = line.trim();
        if !inner.is_empty() {
            let skipped = line.len() - line.trim_start().len();
            pieces.push(Span::new(start + skipped, start + skipped + inner.len()));
        }
        start += line.len();
    }
    pieces
}
