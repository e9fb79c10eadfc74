//! A form of a reporting verb: whether it reports here, in which voice, and what it says of its words.

use std::ops::Range;

use super::attribution::Stance;
use super::cue::{CueKind, Entry, Inflection};
use super::scene::Scene;
use crate::syntax::{Relation, Tag, base_form};
use crate::text::TokenKind;

pub(super) struct Verb {
    pub(super) entry: &'static Entry,
    pub(super) form: Inflection,
    pub(super) at: usize,
    /// Nothing before this belongs to it.
    pub(super) start: usize,
    /// Where its sentence begins.
    pub(super) period: usize,
    pub(super) end: usize,
    /// Whether it stands in what somebody else said.
    pub(super) nested: bool,
}

impl Verb {
    /// Whether it is a verb here, active, and not denied.
    pub(super) fn is_active(&self, scene: &Scene) -> bool {
        // `United States`, `the Report`: part of a name.
        let named = scene.tag(self.at) == Tag::Propn && base_form(scene.lower(self.at)).is_some();
        if named || scene.capital(self.at) && !scene.headline(self.at) {
            return false;
        }
        let Some(last) = self.at.checked_sub(1).filter(|&last| last >= self.period) else {
            return matches!(self.form, Inflection::Past | Inflection::Third);
        };
        if scene.word(last) == "-" && !scene.document.tokens[self.at].space_before {
            return false;
        }
        if scene.quotation(last).is_some() {
            return self.form != Inflection::Base;
        }
        let noun_place = scene.syntax.is_determiner(last)
            || matches!(scene.tag(last), Tag::Adj | Tag::Num | Tag::Adp)
            || scene.is(last, &["'s", "’s", "'", "’"]) && scene.tag(last) != Tag::Aux;
        let auxiliaries = self.auxiliaries(scene);
        // What was not believed is nothing; what was not said is worth telling.
        let negated = self.is_negated(scene) && self.entry.kind != CueKind::Speech;
        match self.form {
            Inflection::Ing => !noun_place || scene.tag(last) == Tag::Adp,
            Inflection::Base | Inflection::Third if noun_place => false,
            // `claims from the army and reports that …`
            Inflection::Third if scene.tag(self.at) == Tag::Noun && self.is_noun_place(scene) => {
                false
            }
            Inflection::Base => {
                let subject =
                    auxiliaries.start.checked_sub(1).filter(|&subject| subject >= self.start);
                let helped = auxiliaries.clone().any(|i| scene.tag(i) == Tag::Aux);
                let agrees = helped || subject.is_some_and(|subject| plural(scene, subject));
                agrees && !scene.is(last, &["to", ","]) && !negated && scene.tag(last) != Tag::Verb
            }
            Inflection::Past | Inflection::Participle => !noun_place && !negated,
            Inflection::Third => !negated,
        }
    }

    /// `[and] claims`, `claims [from] the army`
    fn is_noun_place(&self, scene: &Scene) -> bool {
        let next = self.at + 1;
        scene.tag(self.at - 1) == Tag::Cconj
            || next < self.end && scene.is(next, &["from", "by", "of"])
    }

    /// `was told`, `has been called`: said to somebody, or of something.
    pub(super) fn is_passive(&self, scene: &Scene) -> bool {
        const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "'s", "’s"];
        let auxiliary = || self.auxiliaries(scene).any(|i| scene.is(i, BE));
        matches!(self.form, Inflection::Past | Inflection::Participle)
            && (auxiliary() || is_reduced(scene, self.entry, self.at))
    }

    /// What stands between its subject and itself: auxiliaries, adverbs, times.
    pub(super) fn auxiliaries(&self, scene: &Scene) -> Range<usize> {
        super::adverbial::skip_back(scene, self.at, self.start)..self.at
    }

    pub(super) fn is_negated(&self, scene: &Scene) -> bool {
        self.auxiliaries(scene).any(|i| scene.is(i, &["not", "n't", "n’t", "never"]))
    }

    pub(super) fn stance(&self, scene: &Scene) -> Stance {
        let group = scene.syntax.verb_group(self.at);
        let negated = self.entry.frames.withheld || self.is_negated(scene);
        Stance { act: self.entry.kind.act(), negated, modal: group.and_then(|group| group.modal) }
    }
}

/// Whether a word can be the last of a subject whose verb has no ending: `officials say`.
fn plural(scene: &Scene, index: usize) -> bool {
    const PLURALS: &[&str] = &[
        "i", "we", "you", "they", "who", "people", "police", "men", "women", "children", "some",
        "many", "others", "most", "few", "both", "all", "media", "those", "percent", "%", "one",
        "two", "three", ",", "—", ")", "that", "which", "and",
    ];
    let lower = scene.lower(index);
    scene.is(index, PLURALS)
        || lower.ends_with('s') && !lower.ends_with("ss") && !scene.is(index, &["'s", "’s"])
        || scene.document.tokens[index].kind == TokenKind::Number
        || scene.tag(index) == Tag::Propn
            && scene.tag(index.saturating_sub(1)) != Tag::Propn
            && scene.capital(index)
}

/// Whether a verb form tells what was done to somebody, with nothing beside it to say so: `was woken and
/// [told] that …`, `a ferry [called] “Alder Star”`.
fn is_reduced(scene: &Scene, entry: &Entry, verb: usize) -> bool {
    let syntax = scene.syntax;
    match syntax.relation(verb) {
        // Whoever tells tells somebody; without one, the subject is who was told.
        Relation::Conj => {
            let addressed = entry.lemma == "tell" || entry.frames.addressee && !entry.frames.bare;
            let passive = |r| matches!(r, Relation::NsubjPass | Relation::AuxPass | Relation::Cop);
            let first =
                syntax.head(verb).filter(|&first| syntax.dependent(first, passive).is_some());
            addressed && first.is_some() && scene.is(verb + 1, &["that"])
        }
        Relation::Acl => {
            let noun = verb > 0 && scene.tag(verb - 1).is_nominal();
            entry.frames.label && noun && verb + 1 < scene.len() && scene.opens(verb + 1).is_some()
        }
        _ => false,
    }
}
