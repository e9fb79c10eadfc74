//! Reporting verbs with their subject and content: who said what, within one sentence.

use std::ops::Range;

use super::argument;
use super::clause::{self, After};
use super::cue::{self, CueKind, Entry, Inflection};
use super::mention::{self, Mention};
use super::rules;
use super::scene::Scene;
use super::verb::Verb;
use crate::analysis::{Act, Rule, Sure};
use crate::syntax::{Relation, Tag, base_form};

/// One act of saying; ranges are of tokens.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// Empty where the sentence has only a speaker and a cue: `Hale said:`
    pub content: Vec<Range<usize>>,
    pub cue: Option<Range<usize>>,
    pub speaker: Option<Mention>,
    pub stance: Stance,
    pub rule: Rule,
    pub sure: Sure,
}

/// Whether its words were said at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stance {
    pub act: Act,
    pub negated: bool,
    /// `would`, `could`
    pub modal: Option<usize>,
}

impl Attribution {
    /// Words whose speaker is told by where they stand.
    pub fn without_cue(content: Range<usize>, speaker: Option<Mention>, rule: Rule) -> Self {
        Attribution {
            content: std::iter::once(content).collect(),
            cue: None,
            speaker,
            stance: Stance::default(),
            rule,
            sure: Sure::Likely,
        }
    }

    /// Where its last token ends.
    fn end(&self) -> usize {
        let cue = self.cue.as_ref().map_or(0, |cue| cue.end);
        let speaker = self.speaker.as_ref().map_or(0, |speaker| speaker.tokens.end);
        cue.max(speaker)
    }

    /// Whether what was taken for its content only tells when, where or how its verb, at token `verb`, came about.
    fn is_circumstance(&self, scene: &Scene, entry: &Entry, verb: usize) -> bool {
        // `warned of rain`: what hangs on it by its own preposition is its content.
        let governed = self.cue.as_ref().is_some_and(|cue| cue.len() > 1);
        match &self.content[..] {
            [only] => !governed && argument::is_circumstance(scene, entry, verb, only),
            _ => false,
        }
    }
}

/// So many attributions back, one may hold another.
const DEEPEST: usize = 8;

/// No sentence is followed further than this from its cue; in tokens.
const LONGEST_SENTENCE: usize = 2000;

/// The attributions of a sentence by its reporting verbs, in order.
pub fn find(scene: &Scene, period: Range<usize>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    for at in period.clone() {
        if scene.quotation(at).is_some() {
            continue;
        }
        let Some((entry, form)) = cue::verb(scene.lower(at)) else { continue };
        let nested = found
            .iter()
            .rev()
            .take(DEEPEST)
            .any(|a| a.content.iter().any(|content| content.contains(&at)));
        if nested && entry.kind != CueKind::Speech {
            continue;
        }
        let start = floor(&found, at, period.start);
        let verb = Verb {
            entry,
            form,
            at,
            start,
            period: period.start,
            end: period.end.min(at + LONGEST_SENTENCE),
            nested,
        };
        if verb.is_passive(scene) {
            found.extend(verb.by_agent(scene));
        } else if verb.is_active(scene) {
            let said = verb.attribution(scene, found.last());
            found.extend(said.filter(|said| !said.is_circumstance(scene, verb.entry, at)));
        }
    }
    found
}

/// Nothing before this belongs to a verb at `at`: the attribution before it, or the content it stands in.
fn floor(found: &[Attribution], at: usize, start: usize) -> usize {
    let Some(last) = found.last() else { return start };
    let inside = last.content.iter().find(|content| content.contains(&at));
    let before = last.content.iter().filter(|content| content.end <= at).map(|c| c.end).max();
    inside.map_or(last.end().max(before.unwrap_or(0)), |content| content.start).min(at)
}

impl Verb {
    fn attribution(&self, scene: &Scene, previous: Option<&Attribution>) -> Option<Attribution> {
        if self.form == Inflection::Ing {
            return self.participle(scene, previous);
        }
        if let Some(inverted) = self.inverted(scene).or_else(|| self.initial(scene)) {
            return Some(inverted);
        }
        let speaker = self
            .after_quotation(scene)
            .or_else(|| mention::before(scene, self.at, self.start))
            .or_else(|| self.by_parse(scene))
            .or_else(|| self.over_relative(scene))
            .or_else(|| self.coordinated(scene, previous))?;
        let after = clause::after(scene, self.entry, self.at + 1, self.end);
        if self.is_negated(scene) {
            let introduced =
                after.filter(|after| clause::is_introduced(scene, after.content.start));
            return introduced.and_then(|after| self.reported(scene, speaker, after));
        }
        // `“…,” as Hale put it`
        let first = speaker.tokens.start;
        let quoted = |last: usize| {
            let last = last - usize::from(scene.word(last) == "," && last > self.start);
            scene.closes(last).is_some()
        };
        let as_said = first > self.start + 1 && scene.is(first - 1, &["as"]) && quoted(first - 2);
        let first = first - usize::from(as_said);
        let before = clause::before(scene, first, self.start);
        self.with_subject(scene, speaker, before, after)
    }

    /// `“…,” Hale, who runs the port, said`: the subject between a quotation and its verb.
    fn after_quotation(&self, scene: &Scene) -> Option<Mention> {
        let near = (self.start..self.at).rev().take(40).find(|&i| scene.quotation(i).is_some())?;
        let quotation = scene.quotation(near)?;
        let (_, last) = scene.inside(quotation);
        let hands_over = matches!(scene.word(last), "," | "?" | "!" | "—" | "–" | "--");
        let comma = scene.word(near + 1) == ",";
        let from = near + 1 + usize::from(comma);
        (hands_over || comma).then(|| mention::between(scene, from, self.at)).flatten()
    }

    /// `A source close to the firm said …`: what stands between is no noun phrase, so the parse must tell.
    fn by_parse(&self, scene: &Scene) -> Option<Mention> {
        let own = scene.syntax.dependent(self.at, |relation| relation == Relation::Nsubj)?;
        mention::of_verb(scene, self.at).filter(|_| own >= self.start && own < self.at)
    }

    /// `Hale, who told aides that it was safe, said …`: the subject before another attribution.
    fn over_relative(&self, scene: &Scene) -> Option<Mention> {
        let comma =
            self.at > self.start && matches!(scene.word(self.at - 1), "," | "—" | "–" | "-" | "--");
        comma.then(|| mention::before(scene, self.at, self.period)).flatten()
    }

    fn with_subject(
        &self,
        scene: &Scene,
        speaker: Mention,
        before: Option<Range<usize>>,
        after: Option<After>,
    ) -> Option<Attribution> {
        let quoted_before =
            before.as_ref().is_some_and(|before| scene.closes(before.end - 1).is_some());
        let next = self.at + 1;
        let interrupts = next < self.end
            && matches!(scene.word(super::adverbial::skip(scene, next, self.end)), ",");
        match (before, after) {
            (Some(before), Some(after))
                if quoted_before || interrupts && continues(scene, &after.content) =>
            {
                let rest = (interrupts || scene.opens(after.content.start).is_some())
                    .then_some(after.content);
                Some(self.around(scene, speaker, before, rest))
            }
            (_, Some(after)) => self.reported(scene, speaker, after),
            (Some(before), None) if quoted_before || self.entry.frames.bare => {
                let goes_on = interrupts && !is_complete(scene, &before);
                let rest = goes_on.then(|| self.resumed(scene)).flatten();
                Some(self.around(scene, speaker, before, rest))
            }
            (None, None)
                if interrupts && self.entry.frames.bare && self.resumed(scene).is_some() =>
            {
                let content = self.resumed(scene).into_iter().collect();
                Some(self.build(scene, content, next, Some(speaker), rules::REPORTED_CLAUSE))
            }
            _ if self.dangles(scene) => Some(self.build(
                scene,
                Vec::new(),
                self.at + 1,
                Some(speaker),
                rules::QUOTATION_AFTER_COLON,
            )),
            _ => None,
        }
    }

    /// What stands after the cue and nothing before it.
    fn reported(&self, scene: &Scene, speaker: Mention, after: After) -> Option<Attribution> {
        let quoted = scene.opens(after.content.start).is_some();
        // `The sign read “Keep out”`; people read books.
        let reader = self.entry.kind == CueKind::Document
            && (scene.tag(speaker.core.end - 1) == Tag::Propn
                || scene.is(speaker.core.start, &["i", "we", "you", "he", "she", "they", "who"]));
        if self.entry.kind == CueKind::Manner && !quoted || reader || !self.allows(scene, &after) {
            return None;
        }
        let rule = if quoted { rules::QUOTATION_BESIDE_CUE } else { rules::REPORTED_CLAUSE };
        let content = match after.clause {
            true => self.within_relative(scene, &speaker, after.content),
            false => argument::without_time(scene, self.at, after.content),
        };
        Some(self.build(scene, vec![content], after.cue_end, Some(speaker), rule))
    }

    /// `Hale, who said [it was late], left`: a relative clause ends before the sentence goes on.
    fn within_relative(&self, scene: &Scene, who: &Mention, content: Range<usize>) -> Range<usize> {
        let relative = scene.is(who.core.start, &["who", "which", "that"])
            && scene.syntax.relation(self.at) == Relation::AclRelcl;
        let end = clause::without_stop(scene, content.start, scene.syntax.subtree(self.at).end);
        match relative && end > content.start + 1 && end < content.end {
            true if content.clone().all(|i| scene.quotation(i).is_none()) => content.start..end,
            _ => content,
        }
    }

    /// Whether the words say enough: a noun alone (`attacks`), or a mere object in another's words, does not.
    pub(super) fn allows(&self, scene: &Scene, after: &After) -> bool {
        let first = after.content.start;
        let introduced = clause::is_introduced(scene, first);
        let bare_form = matches!(self.form, Inflection::Base | Inflection::Third);
        let known = base_form(scene.lower(self.at)).is_some();
        let noun = bare_form && known && scene.tag(self.at) != Tag::Verb;
        let object = !after.clause && (self.nested || self.entry.kind != CueKind::Speech);
        introduced || !noun && !object
    }

    /// `The road, he said, [was open]`: what goes on after the comma.
    fn resumed(&self, scene: &Scene) -> Option<Range<usize>> {
        let comma = super::adverbial::skip(scene, self.at + 1, self.end);
        let from = comma + 1;
        let to = clause::clause_end(scene, from, self.end);
        let plain = from < to
            && cue::verb(scene.lower(from)).is_none_or(|(_, form)| form != Inflection::Ing)
            && matches!(
                scene.tag(from),
                Tag::Aux | Tag::Verb | Tag::Adp | Tag::Det | Tag::Pron | Tag::Noun | Tag::Propn
            )
            && !scene.is(from, &["who", "which", "a", "an"]);
        plain.then_some(from..to)
    }

    /// Whether the sentence ends after the cue and its adverbials.
    fn dangles(&self, scene: &Scene) -> bool {
        let mut at = super::adverbial::skip(scene, self.at + 1, self.end);
        if self.entry.frames.listener {
            at = scene.syntax.phrase_of(at).map_or(at, |phrase| phrase.tokens.end.min(self.end));
            at = super::adverbial::skip(scene, at, self.end);
        }
        let colon = scene.word(self.end - 1) == ":";
        let short =
            at >= self.end || at + 1 == self.end && matches!(scene.word(at), ":" | "." | ",");
        (short || colon) && self.entry.kind != CueKind::Belief && self.form != Inflection::Ing
    }

    /// `He left and [said] that …`: the subject of the verb before.
    fn coordinated(&self, scene: &Scene, previous: Option<&Attribution>) -> Option<Mention> {
        let last = self.auxiliaries(scene).start.checked_sub(1)?;
        if !(scene.is(last, &["and", "but", ","]) || scene.tag(last) == Tag::Cconj) {
            return None;
        }
        let before = previous.and_then(|previous| previous.speaker.clone());
        before.or_else(|| mention::first_subject(scene, self.start, last))
    }

    pub(super) fn build(
        &self,
        scene: &Scene,
        content: Vec<Range<usize>>,
        cue_end: usize,
        speaker: Option<Mention>,
        rule: Rule,
    ) -> Attribution {
        let sure = match self.entry.kind {
            CueKind::Belief | CueKind::Plan => Sure::Doubtful,
            _ if self.entry.frames.bare || rule != rules::REPORTED_CLAUSE => Sure::Sure,
            _ => Sure::Likely,
        };
        let stance = self.stance(scene);
        Attribution { content, cue: Some(self.at..cue_end), speaker, stance, rule, sure }
    }
}

/// Whether words before `, he said,` are a clause of their own, so that nothing after it belongs to them.
fn is_complete(scene: &Scene, before: &Range<usize>) -> bool {
    let fronted =
        matches!(scene.tag(before.start), Tag::Sconj | Tag::Adp | Tag::Adv | Tag::Verb | Tag::Part);
    let verb = before
        .clone()
        .any(|i| matches!(scene.tag(i), Tag::Verb | Tag::Aux) && scene.quotation(i).is_none());
    verb && !fronted
}

/// Whether content goes on with an utterance that was interrupted: quoted, in small letters.
fn continues(scene: &Scene, content: &Range<usize>) -> bool {
    let first = scene.opens(content.start).map_or(content.start, |q| scene.inside(q).0);
    !scene.capital(first)
}
