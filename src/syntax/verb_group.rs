//! A verb with its auxiliaries: tense, voice, negation, modality.

use super::{FineTag, Relation, Syntax, Tag};
use crate::sort;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Past,
    Present,
    Future,
}

/// The words of one predicate's verb: `had not been seen`, `will close`, `to leave`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// The verb that carries the meaning (or the copula, where a noun or adjective does).
    pub verb: usize,
    /// The verb and its auxiliaries, negation and `to`, in order.
    pub tokens: Vec<usize>,
    /// Of the finite verb; `None` for infinitives and participles.
    pub tense: Option<Tense>,
    pub perfect: bool,
    pub progressive: bool,
    pub passive: bool,
    pub negated: bool,
    /// `may`, `could`, `must` …; not `will` and `shall`, which make a future.
    pub modal: Option<usize>,
}

impl Syntax<'_> {
    /// The verb group of the predicate `head` (a verb, or a noun or adjective with a copula); `None` if it has none.
    ///
    /// ```
    /// use copydesk::{syntax::{Syntax, Tense}, text::Document};
    /// let document = Document::new("The bodies had not been found.");
    /// let group = Syntax::new(&document).verb_group(5).expect("found is a verb");
    /// assert_eq!(group.tokens, [2, 3, 4, 5]);
    /// assert!(group.passive && group.negated && group.perfect);
    /// assert_eq!(group.tense, Some(Tense::Past));
    /// ```
    pub fn verb_group(&self, head: usize) -> Option<VerbGroup> {
        let copula = self.dependent(head, |relation| relation == Relation::Cop);
        let verb = if matches!(self.tag(head), Tag::Verb | Tag::Aux) { head } else { copula? };
        let mut group = VerbGroup {
            verb,
            tokens: vec![verb],
            tense: None,
            perfect: false,
            progressive: false,
            passive: false,
            negated: false,
            modal: None,
        };
        for dependent in self.dependents(head) {
            self.take_in(&mut group, dependent);
        }
        sort::numbers(&mut group.tokens);
        group.tense = self.tense(&group);
        group.progressive =
            self.fine_tag(verb) == FineTag::Vbg && self.auxiliary(&group, "be").is_some();
        Some(group)
    }

    fn take_in(&self, group: &mut VerbGroup, dependent: usize) {
        let word = self.document.lower(dependent);
        match self.relation(dependent) {
            Relation::Aux | Relation::AuxPass => {
                group.passive |= self.relation(dependent) == Relation::AuxPass;
                group.perfect |= is_form_of(word, "have");
                if self.fine_tag(dependent) == FineTag::Md && !is_future(word) {
                    group.modal = Some(dependent);
                }
            }
            Relation::Advmod if is_negation(word) => group.negated = true,
            Relation::Mark if word == "to" && dependent < group.verb => {}
            _ => return,
        }
        group.tokens.push(dependent);
    }

    /// The tense of the group's first finite word.
    fn tense(&self, group: &VerbGroup) -> Option<Tense> {
        let first =
            group.tokens.iter().find(|&&token| matches!(self.tag(token), Tag::Aux | Tag::Verb))?;
        match self.fine_tag(*first) {
            FineTag::Vbd => Some(Tense::Past),
            FineTag::Vbz | FineTag::Vbp => Some(Tense::Present),
            FineTag::Md if is_future(self.document.lower(*first)) => Some(Tense::Future),
            FineTag::Md => Some(Tense::Present),
            _ => None,
        }
    }

    fn auxiliary(&self, group: &VerbGroup, base: &str) -> Option<usize> {
        group
            .tokens
            .iter()
            .copied()
            .find(|&t| t != group.verb && is_form_of(self.document.lower(t), base))
    }
}

fn is_future(word: &str) -> bool {
    matches!(word, "will" | "wo" | "shall" | "sha" | "'ll" | "’ll" | "gon")
}

fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "n't" | "n’t" | "never" | "no" | "cannot")
}

fn is_form_of(word: &str, base: &str) -> bool {
    match base {
        "have" => matches!(word, "have" | "has" | "had" | "having" | "'ve" | "’ve" | "'d" | "’d"),
        _ => matches!(
            word,
            "be" | "am"
                | "is"
                | "are"
                | "was"
                | "were"
                | "been"
                | "being"
                | "'s"
                | "’s"
                | "'re"
                | "’re"
                | "'m"
                | "’m"
        ),
    }
}
