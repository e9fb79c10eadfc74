//! Reporting verbs in the passive: `it was announced by the ministry that …`, `they were told by Hale to leave`.

use std::ops::Range;

use super::attribution::Attribution;
use super::clause;
use super::mention::{self, Mention};
use super::rules;
use super::scene::Scene;
use super::verb::Verb;
use crate::syntax::Tag;

impl Verb {
    /// What the agent after `by` said; without one, who spoke is not known.
    pub(super) fn by_agent(&self, scene: &Scene) -> Option<Attribution> {
        let next = (self.at + 1..self.end).find(|&i| scene.tag(i) != Tag::Adv)?;
        let labelled = self.label(scene, next);
        let by = labelled.as_ref().map_or(next, |label| label.end);
        if by + 1 >= self.end || !scene.is(by, &["by"]) || scene.quotation(by).is_some() {
            return None;
        }
        let agent = mention::owner(scene, by + 1, self.end)?;
        let cue_end = if labelled.is_some() { self.at + 1 } else { by + 1 };
        let content = labelled.or_else(|| self.said_by(scene, &agent))?;
        Some(self.build(scene, vec![content], cue_end, Some(agent), rules::PASSIVE))
    }

    /// `called [“a farce”] by Hale`
    fn label(&self, scene: &Scene, at: usize) -> Option<Range<usize>> {
        let at = at + usize::from(at < self.end && scene.is(at, &["as"]));
        if !self.entry.frames.label || at >= self.end {
            return None;
        }
        scene.opens(at).map(|quotation| at..scene.quoted[quotation].end.min(self.end))
    }

    /// `announced by the ministry [that the road was open]`, `told by Hale [to leave]`, `described by Hale [as “a
    /// farce”]`
    fn said_by(&self, scene: &Scene, agent: &Mention) -> Option<Range<usize>> {
        let from = super::adverbial::skip(scene, agent.tokens.end, self.end);
        if from + 1 >= self.end {
            return None;
        }
        let frames = &self.entry.frames;
        let clause = clause::is_introduced(scene, from) && (frames.clause || frames.bare)
            || frames.object_infinitive && clause::is_infinitive(scene, from, self.end);
        let label = (frames.label || frames.object)
            && scene.is(from, &["as"])
            && scene.opens(from + 1).is_some();
        let from = from + usize::from(label);
        (clause || label).then(|| from..clause::clause_end(scene, from, self.end))
    }
}
