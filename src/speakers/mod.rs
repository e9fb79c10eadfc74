//! Quotations, direct and reported, and who said them.
//!
//! In: a [`Document`] and its [`Syntax`]. Out: quotes and speakers. The steps, in order: reporting verbs and
//! their clauses (`attribution`, `participle`, `clause`), sources without a verb (`source`), quotations without
//! a cue (`continuation`), interviews (`interview`); then who is who (`person`, `role`, `resolve`).
//!
//! ```
//! use copydesk::{speakers, syntax::Syntax, text::Document};
//! let document = Document::new("Mayor Ida Brandt came. “We wait,” she said, adding that it was dark.");
//! let speakers::Found { quotes, speakers, .. } = speakers::find(&document, &Syntax::new(&document));
//! assert_eq!(quotes.len(), 2);
//! assert_eq!(speakers[0].name, "Ida Brandt");
//! assert_eq!(speakers[0].role.as_deref(), Some("Mayor"));
//! ```

mod adverbial;
mod alias;
mod apposition;
mod argument;
mod attribution;
mod bearer;
mod capital;
mod check;
mod circumstance;
mod clause;
mod continuation;
mod cue;
#[cfg(test)]
mod guide;
mod institution;
mod interview;
mod inverted;
mod label;
mod located;
mod mention;
mod name;
mod named;
mod organisation;
mod participle;
mod passive;
mod person;
mod resolve;
mod role;
mod rules;
mod scene;
mod source;
mod verb;
mod written;

use std::collections::HashMap;

use crate::Span;
use crate::analysis::{Check, NamedEntity, Quote, QuoteKind, Speaker};
use crate::sort;
use crate::syntax::Syntax;
use crate::text::{Document, TokenKind};
use attribution::Attribution;
pub(crate) use circumstance::tells_of;
use mention::Mention;
pub(crate) use name::similar as similar_surnames;
pub use named::Unknown;
pub(crate) use organisation::OrganisationName;
use person::Cast;
use scene::Scene;

/// Who said what in a document, and whom it names.
pub struct Found {
    /// In order, ids `q1`, `q2` …
    pub quotes: Vec<Quote>,
    /// Whose they are, ids `s1`, `s2` …
    pub speakers: Vec<Speaker>,
    /// Persons and organisations by name, ids `n1`, `n2` …
    pub entities: Vec<NamedEntity>,
    /// Capitalised words that may name anything: another article may tell.
    pub unknown: Vec<Unknown>,
    /// What is wrong with the quotation marks, without ids.
    pub checks: Vec<Check>,
}

/// Finds quotes, speakers and everyone who is named.
pub fn find(document: &Document, syntax: &Syntax) -> Found {
    let scene = Scene::new(document, syntax);
    let mut by_period: Vec<Vec<Attribution>> = Vec::with_capacity(scene.periods.len());
    for period in &scene.periods {
        let mut found = attribution::find(&scene, period.clone());
        found.extend(source::find(&scene, period.clone()));
        by_period.push(found);
    }
    continuation::extend(&scene, &mut by_period);
    let mut found = interview::find(&scene);
    if found.is_empty() {
        found = by_period.into_iter().flatten().collect();
    }
    found.retain(|attribution| !attribution.content.is_empty());
    sort::by_key(&mut found, |attribution| (attribution.content[0].start, 0));
    let mentions: Vec<&Mention> = found.iter().filter_map(|f| f.speaker.as_ref()).collect();
    let mut cast = Cast::new(&scene, &mentions);
    let mut quotes = Vec::with_capacity(found.len());
    let mut speakers = Speakers::default();
    for (index, attribution) in found.iter().enumerate() {
        let next = found[index + 1..].iter().take(3).filter_map(|f| f.speaker.as_ref());
        let mut quote = quote(&scene, index, attribution);
        if let Some(mention) = &attribution.speaker {
            let next = next.clone().find(|m| m.tokens.start > mention.tokens.start);
            let entity = cast.resolve(mention, next);
            speakers.add(&cast, entity, &mut quote);
        }
        quotes.push(quote);
    }
    let named = named::find(&mut cast);
    let speakers = speakers.finish(&scene, &cast, &named.of_person);
    let names: HashMap<&str, &str> = speakers.iter().map(|s| (&*s.id, &*s.name)).collect();
    for quote in &mut quotes {
        let name = quote.speaker_id.as_deref().and_then(|id| names.get(id));
        quote.speaker_name = name.map(|name| (*name).to_owned());
    }
    let checks = check::faults(&scene);
    Found { quotes, speakers, entities: named.entities, unknown: named.unknown, checks }
}

/// The speakers of the quotes so far, in the order of their first.
#[derive(Default)]
struct Speakers {
    list: Vec<Speaker>,
    of_entity: HashMap<usize, usize>,
}

impl Speakers {
    /// Gives a quote its speaker's name and id; a speaker that cannot be told stays without.
    fn add(&mut self, cast: &Cast, entity: Option<usize>, quote: &mut Quote) {
        let (Some(entity), Some(mention)) = (entity, quote.speaker) else { return };
        let number = *self.of_entity.entry(entity).or_insert_with(|| {
            let person = &cast.entities[entity];
            self.list.push(Speaker {
                id: format!("s{}", self.list.len() + 1),
                name: String::new(),
                kind: person.kind,
                role: None,
                named: person.named,
                anonymous: person.is_anonymous(),
                entity: None,
                mentions: Vec::new(),
            });
            self.list.len() - 1
        });
        let speaker = &mut self.list[number];
        speaker.mentions.push(mention);
        quote.speaker_id = Some(speaker.id.clone());
    }

    /// Names and roles as they are known at the end.
    fn finish(
        mut self,
        scene: &Scene,
        cast: &Cast,
        of_person: &HashMap<usize, String>,
    ) -> Vec<Speaker> {
        for (&entity, &number) in &self.of_entity {
            let speaker = &mut self.list[number];
            speaker.name = cast.entities[entity].display.clone();
            speaker.role = cast.entities[entity].role(scene);
            speaker.entity = of_person.get(&entity).cloned();
            sort::by_key(&mut speaker.mentions, |mention| (mention.start, mention.end));
            speaker.mentions.dedup();
        }
        self.list
    }
}

fn quote(scene: &Scene, index: usize, found: &Attribution) -> Quote {
    let document = scene.document;
    let content: Vec<Span> = found.content.iter().map(|t| document.span(t.clone())).collect();
    let span = content.iter().skip(1).fold(content[0], |all, piece| all.join(*piece));
    let speaker = found.speaker.as_ref().map(|s| document.span(s.tokens.clone()));
    let around = circumstance::find(scene, found);
    Quote {
        id: format!("q{}", index + 1),
        span,
        text: span.of(document.text).to_owned(),
        kind: kind(scene, found),
        content,
        cue: found.cue.as_ref().map(|cue| document.span(cue.clone())),
        speaker,
        speaker_name: None,
        speaker_id: None,
        act: found.stance.act,
        negated: found.stance.negated,
        modal: found.stance.modal.map(|modal| document.tokens[modal].span),
        addressee: around.addressee.map(|tokens| document.span(tokens)),
        channel: around.channel.map(|tokens| document.span(tokens)),
        date: None,
        rule: found.rule,
        sure: found.sure,
        review: None,
    }
}

/// By the share of words between quotation marks: nine in ten direct, none indirect.
fn kind(scene: &Scene, found: &Attribution) -> QuoteKind {
    let words = found.content.iter().cloned().flatten();
    let words = words.filter(|&i| scene.document.tokens[i].kind != TokenKind::Punct);
    let (mut all, mut quoted) = (0, 0);
    for index in words {
        all += 1;
        quoted += usize::from(scene.quotation(index).is_some());
    }
    match quoted {
        0 => QuoteKind::Indirect,
        _ if quoted * 10 >= all * 9 => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    fn quotes(text: &str) -> Vec<Quote> {
        let document = Document::new(text);
        find(&document, &Syntax::new(&document)).quotes
    }

    fn pieces(quote: &Quote, text: &str) -> String {
        quote.content.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" … ")
    }

    /// The contents of all quotes, pieces joined by ` … `.
    pub fn contents(text: &str) -> Vec<String> {
        quotes(text).iter().map(|quote| pieces(quote, text)).collect()
    }

    /// `speaker: content` of all quotes.
    fn told(text: &str) -> String {
        let line =
            |q: &Quote| format!("{}: {}", q.speaker.map_or("-", |s| s.of(text)), pieces(q, text));
        quotes(text).iter().map(line).collect::<Vec<_>>().join(" | ")
    }

    /// Canonical names of the speakers of all quotes.
    fn names(text: &str) -> String {
        let name = |q: Quote| q.speaker_name.unwrap_or("-".to_owned());
        quotes(text).into_iter().map(name).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn who_said_what() {
        for (text, expected) in [
            (
                "“We left,” said Ida Brandt, who runs the ferry.",
                "Ida Brandt, who runs the ferry: “We left,”",
            ),
            ("“We left,” Hale, a clerk, said.", "Hale, a clerk: “We left,”"),
            ("“Did you leave?” Hale asked.", "Hale: “Did you leave?”"),
            ("“We left,” he said. “It was dark.”", "he: “We left,” … “It was dark.”"),
            ("“We left,” he said, “at nine.”", "he: “We left,” … “at nine.”"),
            ("Speaking on Friday, Hale said: “We left.”", "Hale: “We left.”"),
            ("Hale told Reuters on Friday that the road was open.", "Hale: that the road was open"),
            ("The road was open, Hale said on Friday.", "Hale: The road was open"),
            ("The road, said Hale, was open.", "Hale: The road … was open"),
            ("According to Hale, the road was open.", "Hale: the road was open"),
            ("The road was open, according to the clerk.", "the clerk: The road was open"),
            ("He said the men were “resting” at home.", "He: the men were “resting” at home"),
            ("“Heavy rain” fell, the clerk said.", "the clerk: “Heavy rain” fell"),
            (
                "She said the road was open, adding that the bridge was shut.",
                "She: the road was open | She: that the bridge was shut",
            ),
            ("Hale was quoted as asking them for help.", "Hale: them for help"),
            (
                "A clerk of the firm that runs the ferry said it had left.",
                "A clerk of the firm that runs the ferry: it had left",
            ),
            (
                "They heard reports from the harbour that the ferry had sunk.",
                "the harbour: that the ferry had sunk",
            ),
            (
                "Ida Brandt: We left.\n\nReporter: When?\n\nIda Brandt: At ten.",
                "Ida Brandt: We left. | Reporter: When? | Ida Brandt: At ten.",
            ),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_quote() {
        for text in [
            "He sings in the “Wobbly Bob” band.",
            "John “Shorty” Hale left.",
            "The United States sent a ship.",
            "The reports were read by nobody.",
            "She was told nothing.",
        ] {
            assert_eq!(told(text), "", "{text}");
        }
    }

    #[test]
    fn quotations_go_on() {
        for (text, expected) in [
            ("“We left,” Hale said.\n\n“It was dark.”", "Hale: “We left,” | Hale: “It was dark.”"),
            ("Hale said:\n\n“We left.”", "Hale: “We left.”"),
            ("“We left. Harbour master Ida Brandt.", "Harbour master Ida Brandt: “We left."),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn persons_are_told_apart_and_together() {
        for (text, expected) in [
            (
                "Ida Brandt left. “We left,” Brandt said. She said it was dark.",
                "Ida Brandt | Ida Brandt",
            ),
            ("Mayor Ida Brandt came. The mayor said it was dark.", "Ida Brandt"),
            (
                "Ida Brandt said it was dark. Vadim Hale said it was cold. He said he left.",
                "Ida Brandt | Vadim Hale | Vadim Hale",
            ),
            (
                "Vadym Kovalchuk said he left. Vadim Kowaltschuk said it was dark.",
                "Vadym Kovalchuk | Vadym Kovalchuk",
            ),
            ("Ida Hale said it was dark. Vadim Hale said it was cold.", "Ida Hale | Vadim Hale"),
            (
                "The news came from Ida Brandt, an aide of Minister Clara Hale. “It is dark,” she said.",
                "Ida Brandt",
            ),
            ("Officials said it was dark. They said it was cold.", "Officials | Officials"),
            (
                "A clerk said it was dark. “It was,” said Ida Brandt, the clerk.",
                "Ida Brandt | Ida Brandt",
            ),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn nobody_known_is_no_speaker() {
        let document = Document::new("“Nobody knows,” they said.");
        let found = find(&document, &Syntax::new(&document));
        assert_eq!((found.quotes.len(), found.speakers.len()), (1, 0));
    }

    #[test]
    fn takes_linear_time() {
        let text = "Hale said that Brandt, who said “it” to Vadim Hale, left and ".repeat(20_000);
        assert!(!quotes(&text).is_empty());
    }
}
