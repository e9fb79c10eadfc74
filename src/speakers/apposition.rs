//! Descriptions after a name: `Hale, the mayor of Port Hale,`, `Hale, who runs the port,`, `Hale (pictured)`.

use std::ops::Range;

use super::mention::{Mention, attach, base};
use super::name;
use super::scene::Scene;
use crate::syntax::Tag;

/// How far back an apposition or relative clause may begin; in tokens.
pub const LONGEST: usize = 45;

/// The noun phrase before an apposition, relative clause or aside that ends at the comma `close`.
pub fn parenthetical(scene: &Scene, close: usize, start: usize) -> Option<Mention> {
    let floor = start.max(close.saturating_sub(LONGEST));
    let opener = if scene.word(close) == ")" { "(" } else { scene.word(close) };
    let mut tried = 0;
    for open in (floor + 1..close).rev() {
        if scene.quotation(open).is_some()
            && scene.quotation(open) != scene.quotation(close)
            && opener != "("
        {
            // A title in quotation marks may stand inside; a whole utterance may not.
            if scene.quotation(open).is_some_and(|q| scene.is_sentence(q)) {
                return None;
            }
            continue;
        }
        if scene.word(open) != opener {
            continue;
        }
        tried += 1;
        if scene.tag(open + 1) == Tag::Cconj || tried > 5 {
            return None;
        }
        if let Some(core) = base(scene, open, start).and_then(|core| attach(scene, core, start)) {
            let apposed = apposed_to(scene, &core, start).unwrap_or(core);
            let end = if opener == "(" { close + 1 } else { close };
            return Some(Mention { tokens: apposed.start..end, core: apposed });
        }
    }
    None
}

/// `Hugh Hill, [a doctor from York], Maine, said`: the name before a description.
fn apposed_to(scene: &Scene, core: &Range<usize>, start: usize) -> Option<Range<usize>> {
    let mut first = core.start;
    // `, curator and [director of exhibits], …`
    while first > start + 2
        && scene.is(first - 1, &["and"])
        && let Some(before) = base(scene, first - 1, start)
    {
        first = before.start;
    }
    let comma = first.checked_sub(1).filter(|&comma| comma > start)?;
    let role = || name::title(scene.lower(first)).is_some_and(|title| !title.honorific);
    let described = scene.word(comma) == "," && (scene.syntax.is_determiner(first) || role());
    let name = base(scene, comma, start).filter(|_| described)?;
    let proper = scene.tag(name.end - 1) == Tag::Propn;
    attach(scene, name, start).filter(|_| proper)
}

/// The end of an apposition or relative clause that begins at `at`, or `at`.
pub fn end(scene: &Scene, at: usize, end: usize) -> usize {
    let starts = at + 2 < end
        && scene.word(at) == ","
        && scene.quotation(at + 1).is_none()
        && (scene.syntax.is_determiner(at + 1)
            || matches!(scene.tag(at + 1), Tag::Num | Tag::Noun | Tag::Propn | Tag::Adj)
            || scene.is(at + 1, &["who", "whose", "which", "himself", "herself"]));
    if !starts {
        return at;
    }
    let relative = scene.is(at + 1, &["who", "whose", "which"]);
    let mut to = at + 1;
    while to < end {
        let ends = scene.quotation(to).is_some()
            || matches!(scene.word(to), ":" | ";" | "—" | "--")
            || scene.word(to) == "." && to + 1 == end
            || scene.word(to) == ","
                && to > at
                && !relative
                && super::cue::verb(scene.lower((to + 1).min(end - 1))).is_some();
        if ends {
            break;
        }
        to += 1;
    }
    let comma = scene.word(to - 1) == ",";
    if comma { to - 1 } else { to }
}
