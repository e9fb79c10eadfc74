//! Utterances around their attribution: `“…,” said Hale`, `the road, said Hale, was open`.

use std::ops::Range;

use super::attribution::Attribution;
use super::clause;
use super::cue::{self, Inflection};
use super::mention::{self, Mention};
use super::rules;
use super::scene::Scene;
use super::verb::Verb;
use crate::syntax::Tag;

impl Verb {
    /// `“…,” said Hale`.
    pub(super) fn inverted(&self, scene: &Scene) -> Option<Attribution> {
        let last = self.at.checked_sub(1).filter(|&last| last >= self.start)?;
        let quoted = scene.closes(last).is_some()
            || scene.word(last) == "," && last > self.start && scene.closes(last - 1).is_some();
        let comma = matches!(scene.word(last), "," | "—" | "–" | "--");
        let object = self.entry.frames.object && !self.entry.frames.bare;
        if !quoted && (!comma || !self.entry.frames.bare || object || self.form == Inflection::Base)
        {
            return None;
        }
        let hard = || mention::up_to_mark(scene, self.at + 1, self.end).filter(|_| quoted);
        let speaker = mention::after(scene, self.at + 1, self.end).or_else(hard)?;
        if let Some(parted) = self.parted(scene, &speaker).filter(|_| !quoted) {
            return Some(self.build(
                scene,
                parted,
                self.at + 1,
                Some(speaker),
                rules::QUOTATION_AROUND_CUE,
            ));
        }
        if !quoted && mention::before(scene, self.at, self.start).is_some() {
            return None;
        }
        let before = clause::before(scene, self.at, self.start)?;
        let rest = self.rest(scene, speaker.tokens.end);
        Some(self.around(scene, speaker, before, rest))
    }

    /// `Said Hale: “…”`: the sentence begins with the verb.
    pub(super) fn initial(&self, scene: &Scene) -> Option<Attribution> {
        let speaker =
            mention::after(scene, self.at + 1, self.end).filter(|_| self.at == self.period)?;
        let mark = speaker.tokens.end;
        let open = mark + 1;
        let hands_over = open < self.end && matches!(scene.word(mark), ":" | ",");
        let content = hands_over && scene.opens(open).is_some();
        content.then(|| {
            let content = open..clause::utterance_end(scene, open, self.end);
            self.build(
                scene,
                vec![content],
                self.at + 1,
                Some(speaker),
                rules::QUOTATION_BESIDE_CUE,
            )
        })
    }

    /// `[The road], said Hale, [was open]`: a clause parted by its attribution.
    fn parted(&self, scene: &Scene, speaker: &Mention) -> Option<Vec<Range<usize>>> {
        let comma = speaker.tokens.end;
        let from = comma + 1;
        let goes_on = from < self.end
            && scene.word(comma) == ","
            && matches!(scene.tag(from), Tag::Aux | Tag::Verb)
            && cue::verb(scene.lower(from)).is_none();
        let before = self.start..self.at - 1;
        let after = from..clause::clause_end(scene, from, self.end);
        (goes_on && !before.is_empty() && !after.is_empty()).then(|| vec![before, after])
    }

    /// The utterance that goes on after an interruption: `he said, “…”`
    fn rest(&self, scene: &Scene, from: usize) -> Option<Range<usize>> {
        let from = super::adverbial::skip(scene, from, self.end);
        let open = (from..self.end).take(3).find(|&index| scene.opens(index).is_some())?;
        let quiet = (from..open)
            .all(|index| matches!(scene.word(index), "," | ":" | "—" | "–" | "--" | ";"));
        let to = scene.quoted[scene.quotation(open)?].end;
        (quiet && open > from).then_some(open..to.min(self.end))
    }

    pub(super) fn around(
        &self,
        scene: &Scene,
        speaker: Mention,
        before: Range<usize>,
        rest: Option<Range<usize>>,
    ) -> Attribution {
        let quoted = scene.closes(before.end - 1).is_some();
        let rule = match (&rest, quoted) {
            (Some(_), _) => rules::QUOTATION_AROUND_CUE,
            (None, true) => rules::QUOTATION_BESIDE_CUE,
            (None, false) => rules::REPORTED_BEFORE,
        };
        let content = std::iter::once(before).chain(rest).collect();
        self.build(scene, content, self.at + 1, Some(speaker), rule)
    }
}
