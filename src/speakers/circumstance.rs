//! What the words around a cue say of the telling: to whom (`told reporters`) and where it can be read or heard
//! (`in a video on Telegram`).

use std::ops::Range;

use super::adverbial;
use super::attribution::Attribution;
use super::cue::{self, Entry};
use super::scene::Scene;
use crate::syntax::{Relation, Syntax, Tag};
use crate::text::Document;

/// Ranges of tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    pub addressee: Option<Range<usize>>,
    pub channel: Option<Range<usize>>,
}

/// Verbs whose clause, beside that of a cue, tells where words were said: `Speaking on television, Hale said …`
const PRESENTING: &[&str] = &[
    "speaking",
    "talking",
    "writing",
    "posting",
    "appearing",
    "testifying",
    "tweeting",
    "broadcasting",
];

/// Prepositions of channels.
const CHANNEL_PREPOSITIONS: &[&str] =
    &["in", "on", "at", "during", "via", "through", "by", "over", "using"];

/// What the words around the cue of an attribution tell.
pub fn find(scene: &Scene, found: &Attribution) -> Circumstances {
    let Some(cue) = found.cue.as_ref().map(|cue| cue.start) else {
        return Circumstances::default();
    };
    let Some((entry, _)) = cue::verb(scene.lower(cue)) else { return Circumstances::default() };
    let around = Around { scene, found, cue };
    let addressee = around.told(entry).or_else(|| around.addressed());
    Circumstances { addressee, channel: around.channel() }
}

/// The words beside the cue at token `cue` that are neither its content nor its speaker.
struct Around<'a, 'd> {
    scene: &'a Scene<'d>,
    found: &'a Attribution,
    cue: usize,
}

impl Around<'_, '_> {
    fn is_free(&self, token: usize) -> bool {
        let content = self.found.content.iter().any(|piece| piece.contains(&token));
        let speaker = self.found.speaker.as_ref().is_some_and(|s| s.tokens.contains(&token));
        !content && !speaker && self.scene.quotation(token).is_none()
    }

    /// `told [reporters in Port Hale]`: right after a verb that has somebody to tell.
    fn told(&self, entry: &Entry) -> Option<Range<usize>> {
        if !entry.frames.listener {
            return None;
        }
        let scene = self.scene;
        self.phrase(adverbial::skip(scene, self.cue + 1, scene.sentence(self.cue).end))
    }

    /// `said [to reporters]`, `wrote [to the mayor]`: by the parse.
    fn addressed(&self) -> Option<Range<usize>> {
        let syntax = self.scene.syntax;
        let to = |&head: &usize| {
            let case = syntax.dependent(head, |relation| relation == Relation::Case);
            syntax.relation(head) == Relation::Obl
                && case.is_some_and(|case| self.scene.is(case, &["to"]))
        };
        let head = syntax.dependents(self.cue).filter(|&head| self.is_free(head)).find(to)?;
        self.phrase(syntax.phrase_of(head)?.tokens.start)
    }

    /// A noun phrase at `at` that can be somebody who listens.
    fn phrase(&self, at: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        let phrase = scene.syntax.phrase_of(at).filter(|phrase| phrase.tokens.start == at)?;
        let listens = !adverbial::is_time(scene, phrase.head)
            && !adverbial::is_channel(scene.lower(phrase.head))
            && matches!(scene.tag(phrase.head), Tag::Noun | Tag::Propn | Tag::Pron);
        let free = phrase.tokens.clone().all(|token| self.is_free(token));
        (listens && free).then(|| phrase.tokens.clone())
    }

    /// `in [a video on Telegram]`, in the clause of the cue or in one that tells of the telling; `posted [a video]
    /// saying …`
    fn channel(&self) -> Option<Range<usize>> {
        let scene = self.scene;
        let sentence = scene.sentence(self.cue);
        let near = self.cue.saturating_sub(FARTHEST).max(sentence.start)
            ..(self.cue + FARTHEST).min(sentence.end);
        let mut named = near
            .filter(|&at| scene.is(at, CHANNEL_PREPOSITIONS) && self.is_free(at))
            .filter(|&at| at + 1 < sentence.end)
            .filter(|&at| tells_of(scene.document, scene.syntax, self.cue, at + 1));
        let named = named.find_map(|at| self.medium(at + 1));
        named.or_else(|| self.posted())
    }

    /// The noun phrase at `at`, if it names a channel, with the channel or occasion that it stands in.
    fn medium(&self, at: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        let phrase = scene.syntax.phrase_of(at).filter(|phrase| phrase.tokens.start == at)?;
        let mut tokens = phrase.tokens.clone();
        let channel = adverbial::is_channel(scene.lower(phrase.head));
        while let Some(next) = scene.syntax.phrase_of(tokens.end + 1)
            && scene.is(tokens.end, &["on", "with", "to", "for", "of", "in"])
            && next.tokens.start == tokens.end + 1
            && !adverbial::is_time(scene, next.head)
            && next.tokens.clone().all(|token| self.is_free(token))
        {
            tokens.end = next.tokens.end;
        }
        (channel && phrase.tokens.clone().all(|token| self.is_free(token))).then_some(tokens)
    }

    /// `posted [a video] saying …`, `[a letter] asking …`
    fn posted(&self) -> Option<Range<usize>> {
        let syntax = self.scene.syntax;
        let above = syntax.head(self.cue)?;
        let object = match syntax.relation(self.cue) {
            Relation::Acl => above,
            Relation::Advcl | Relation::Xcomp | Relation::Conj => {
                syntax.dependent(above, |relation| relation == Relation::Obj)?
            }
            _ => return None,
        };
        let start = syntax.phrase_of(object)?.tokens.start;
        (object < self.cue).then(|| self.medium(start)).flatten()
    }
}

/// No words further from a cue than this say anything of it.
const FARTHEST: usize = 60;

/// Whether a token stands in the clause of the verb at `cue` itself, not in one that is reported or hangs on
/// another. `Speaking on television, Hale said …` is all of one telling.
pub fn tells_of(document: &Document, syntax: &Syntax, cue: usize, token: usize) -> bool {
    let clause = syntax.clause_of(token).head;
    let presents = || PRESENTING.contains(&document.lower(clause));
    clause == cue || syntax.head(clause) == Some(cue) && presents()
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn channels_are_found() {
        let mut wrong = Vec::new();
        for line in word_list!("speakers/channel.tsv").lines().skip(1) {
            let marked = line.split_once('\t').expect("two columns").1;
            let text = marked.replace(['[', ']'], "");
            let expected = marked.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
            let found = analyze(&text, &Options::default()).quotes;
            let channel = found.first().and_then(|quote| quote.channel).map(|span| span.of(&text));
            if channel != expected.map(|(channel, _)| channel) {
                wrong.push(format!("{marked}: {channel:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
