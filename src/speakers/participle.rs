//! Reporting verbs in `-ing`: `…, adding that …`, `with officials saying …`

use super::attribution::Attribution;
use super::clause::{self, After};
use super::cue::CueKind;
use super::mention::{self, Mention};
use super::rules;
use super::scene::Scene;
use super::verb::Verb;
use crate::syntax::{Relation, Tag};

impl Verb {
    /// `…, adding that …`, `with officials saying …`, `was quoted as saying …`
    pub(super) fn participle(
        &self,
        scene: &Scene,
        previous: Option<&Attribution>,
    ) -> Option<Attribution> {
        let after = clause::after(scene, self.entry, self.at + 1, self.end)
            .or_else(|| self.quoted_as(scene))?;
        if self.entry.kind == CueKind::Manner && scene.opens(after.content.start).is_none() {
            return None;
        }
        let speaker = self.participle_subject(scene, previous);
        let comma =
            self.at > self.start && matches!(scene.word(self.at - 1), "," | "—" | "–" | "--");
        if !after.clause && !comma || !self.allows(scene, &after) {
            return None;
        }
        let quoted = scene.opens(after.content.start).is_some();
        let rule = if quoted { rules::QUOTATION_BESIDE_CUE } else { rules::REPORTED_CLAUSE };
        Some(self.build(scene, vec![after.content], after.cue_end, Some(speaker?), rule))
    }

    fn participle_subject(&self, scene: &Scene, previous: Option<&Attribution>) -> Option<Mention> {
        let before = previous.and_then(|previous| previous.speaker.clone());
        let Some(last) = self.at.checked_sub(1).filter(|&last| last >= self.start) else {
            return before;
        };
        if scene.is(last, &["as"]) && last > self.start && scene.is(last - 1, &["quoted", "cited"])
        {
            return mention::before(scene, last - 1, self.start);
        }
        let progressive = matches!(scene.tag(last), Tag::Aux | Tag::Adv);
        let beside = mention::before(scene, self.at, self.start);
        let with = beside
            .as_ref()
            .is_some_and(|m| m.core.start > 0 && scene.is(m.core.start - 1, &["with"]));
        if progressive && beside.is_some() || with {
            return beside;
        }
        let by_parse = || self.sentence_subject(scene);
        before.or_else(by_parse).or_else(|| mention::first_subject(scene, self.start, last))
    }

    /// `Hale came late, saying …`: whoever does what the sentence tells. The parse ties the participle to the
    /// nearest verb too often, so clauses inside others are left for those that hold them.
    fn sentence_subject(&self, scene: &Scene) -> Option<Mention> {
        let syntax = scene.syntax;
        let governor =
            syntax.head(self.at).filter(|_| syntax.relation(self.at) == Relation::Advcl)?;
        let inner = |&verb: &usize| {
            use Relation::*;
            matches!(syntax.relation(verb), Ccomp | Xcomp | Acl | AclRelcl | Advcl | Conj)
        };
        let outer = std::iter::successors(Some(governor), |&verb| {
            syntax.head(verb).filter(|_| inner(&verb))
        });
        let main = outer.last().filter(|&verb| verb < self.at && self.start <= verb)?;
        mention::of_verb(scene, main)
    }

    /// `was quoted as asking them for help`: whatever follows was said.
    fn quoted_as(&self, scene: &Scene) -> Option<After> {
        let quoted = self.at >= self.start + 2
            && scene.is(self.at - 1, &["as"])
            && scene.is(self.at - 2, &["quoted", "cited"]);
        let content = self.at + 1..clause::clause_end(scene, self.at + 1, self.end);
        let cue_end = self.at + 1;
        (quoted && !content.is_empty()).then_some(After { content, cue_end, clause: true })
    }
}
