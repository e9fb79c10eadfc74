//! How words hang on a reporting verb in the parse: what was said, or only when, where and how it was said.

use std::ops::Range;

use super::adverbial;
use super::cue::Entry;
use super::scene::Scene;
use crate::syntax::Relation;

/// No words are looked at further than this.
const FARTHEST: usize = 200;

/// Whether all of `words` only tell the circumstances of the verb at token `verb`: `on the quay while it
/// rained`. Words that the parse ties elsewhere, or that stand for themselves, are taken for content.
pub fn is_circumstance(scene: &Scene, entry: &Entry, verb: usize, words: &Range<usize>) -> bool {
    use Relation::*;
    // `asked how to go`, `thought about the sea`, `vowed to wait`: a question, a topic or a promise is content.
    const CONTENT: &[&str] = &["about", "against", "if", "whether", "how", "why", "what", "no"];
    let promise = entry.frames.infinitive && scene.is(words.start, &["to"]);
    if promise || scene.is(words.start, CONTENT) {
        return false;
    }
    let mut circumstance = false;
    for index in words.clone().take(FARTHEST) {
        if scene.quotation(index).is_some() || scene.is(index, &["that"]) {
            return false;
        }
        let Some(head) = scene.syntax.head(index) else { return false };
        if words.contains(&head) {
            continue;
        }
        if head != verb {
            return false;
        }
        match scene.syntax.relation(index) {
            Obl | OblUnmarked | OblAgent | Advmod | Advcl | AdvclRelcl => circumstance = true,
            Punct | Cc | Mark | Discourse | Aux => {}
            _ => return false,
        }
    }
    circumstance
}

/// `denied [the report] on Wednesday`: an object without the time of the denial.
pub fn without_time(scene: &Scene, verb: usize, object: Range<usize>) -> Range<usize> {
    let time = scene.syntax.dependents(verb).find(|&at| {
        matches!(scene.syntax.relation(at), Relation::Obl | Relation::OblUnmarked)
            && adverbial::is_time(scene, at)
            && scene.syntax.subtree(at).end >= object.end
    });
    let end = time.map_or(object.end, |time| scene.syntax.subtree(time).start);
    if end > object.start && end < object.end { object.start..end } else { object }
}
