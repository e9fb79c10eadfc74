//! What happened to the counted: the class of the verb, participle or noun that governs a figure (`status.tsv`).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::table::rows;
use crate::syntax::{Syntax, Tag, base_form};
use crate::text::Document;

static CLASSES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    rows(include_str!("status.tsv"))
        .flat_map(|row| row[1].split(' ').map(move |word| (word, row[0])))
        .collect()
});

/// The classes whose words need no object: the counted are the ones who did or suffered it.
const INTRANSITIVE: &[&str] =
    &["missing", "fled", "homeless", "sheltered", "uninhabitable", "recovered"];

/// Where the figure stands.
pub struct Place<'a> {
    pub document: &'a Document<'a>,
    pub syntax: &'a Syntax,
    /// Tokens of the number with its bound.
    pub figure: Range<usize>,
    /// Tokens of the noun phrase that is counted; empty at the end of the number where there is none.
    pub noun: Range<usize>,
    /// Tokens of the sentence.
    pub sentence: Range<usize>,
}

/// The status of what a figure counts, `None` where the sentence does not say or denies it.
pub fn of(place: &Place) -> Option<&'static str> {
    within(place).or_else(|| object(place)).or_else(|| predicate(place)).or_else(|| label(place))
}

/// The class of this name.
pub fn named(name: &str) -> Option<&'static str> {
    CLASSES.values().copied().find(|&class| class == name)
}

fn class(document: &Document, at: usize) -> Option<&'static str> {
    CLASSES.get(document.lower(at)).copied()
}

/// `40 wounded sailors`, `690 deaths`, `claimed 455 lives`.
fn within(place: &Place) -> Option<&'static str> {
    let document = place.document;
    let found = place.noun.clone().rev().find_map(|i| class(document, i));
    let lives = !place.noun.is_empty() && document.lower(place.noun.end - 1) == "lives";
    let taken = || {
        (place.sentence.start.max(place.figure.start.saturating_sub(4))..place.figure.start).any(
            |i| {
                matches!(
                    document.lower(i),
                    "claim"
                        | "claimed"
                        | "claims"
                        | "claiming"
                        | "took"
                        | "taken"
                        | "cost"
                        | "lost"
                )
            },
        )
    };
    if lives && taken() { Some("killed") } else { found }
}

/// `killing at least 20 people`, `the evacuation of 50 homes`, `leaving 480 homeless`.
fn object(place: &Place) -> Option<&'static str> {
    let document = place.document;
    let mut at = place.figure.start;
    let mut of = false;
    for _ in 0..5 {
        at = at.checked_sub(1).filter(|&i| i >= place.sentence.start)?;
        let word = document.lower(at);
        if let Some(class) = class(document, at) {
            let noun = place.syntax.tags[at] == Tag::Noun
                || word.ends_with("ion")
                || word.ends_with("ions")
                || word.ends_with("hs");
            let passive = (at.saturating_sub(2)..at)
                .any(|i| i >= place.sentence.start && is_be(document.lower(i)));
            let bare = matches!(
                word,
                "dead"
                    | "missing"
                    | "homeless"
                    | "hostage"
                    | "died"
                    | "dies"
                    | "die"
                    | "drowned"
                    | "perished"
                    | "fled"
                    | "stuck"
                    | "disappeared"
            );
            let fits = if of { noun } else { !(passive || bare || noun && word.ends_with("hs")) };
            return (fits && !denied(place, at)).then_some(class);
        }
        match word {
            "of" if !of => of = true,
            "the" | "a" | "an" | "about" | "some" | "another" | "further" | "all" | "or" | "as"
            | "many" | "up" | "to" | "also" | "severely" | "badly" | "its" | "their" => {}
            _ => return None,
        }
    }
    None
}

fn is_be(word: &str) -> bool {
    matches!(word, "was" | "were" | "is" | "are" | "be" | "been" | "being" | "'s" | "’s")
}

/// `were killed`, `are thought to still be stuck`, `managed to leave the plant`, `died`.
fn predicate(place: &Place) -> Option<&'static str> {
    let document = place.document;
    let mut at = place.noun.end.max(place.figure.end);
    let limit = place.sentence.end.min(at + 16);
    let mut verbal = false;
    while at < limit {
        let word = document.lower(at);
        if let Some(class) = class(document, at) {
            return decide(place, at, class, verbal);
        }
        if let Some((class, _)) = phrase(document, at, limit, verbal) {
            return (!denied(place, at)).then_some(class);
        }
        match place.syntax.tags[at] {
            Tag::Aux => verbal = true,
            Tag::Num | Tag::Sconj if !matches!(word, "so") => return None,
            Tag::Verb if !passes(word) => return None,
            Tag::Verb => verbal = true,
            Tag::Cconj if verbal && !or_joins(document, at, limit) => return None,
            Tag::Cconj if !verbal && !noun_joins(place.syntax, at, limit) => return None,
            Tag::Punct => match aside_end(document, at, limit) {
                Some(after) => at = after,
                None => return None,
            },
            _ => {}
        }
        at += 1;
    }
    None
}

/// `killed or injured`
fn or_joins(document: &Document, at: usize, limit: usize) -> bool {
    at + 1 < limit && class(document, at + 1).is_some()
}

/// `soldiers and some civilians`
fn noun_joins(syntax: &Syntax, at: usize, limit: usize) -> bool {
    at + 1 < limit && matches!(syntax.tags[at + 1], Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn)
}

/// Past `, including six children,` and `(about 40 families)`; a hyphen is no break.
fn aside_end(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let close = match document.word(at) {
        "-" => return Some(at),
        "," if at + 1 < limit
            && matches!(
                document.lower(at + 1),
                "including" | "among" | "most" | "mostly" | "many"
            ) =>
        {
            ","
        }
        "(" => ")",
        _ => return None,
    };
    (at + 1..limit).find(|&i| document.word(i) == close)
}

/// Verbs that hand the question on to what follows.
fn passes(word: &str) -> bool {
    base_form(word).is_some_and(|(base, _)| {
        matches!(
            base,
            "think"
                | "believe"
                | "fear"
                | "report"
                | "know"
                | "say"
                | "manage"
                | "remain"
                | "become"
                | "leave"
                | "presume"
                | "estimate"
                | "confirm"
                | "suspect"
                | "be"
                | "have"
                | "need"
                | "force"
                | "begin"
                | "continue"
                | "try"
                | "understand"
                | "consider"
                | "list"
                | "declare"
                | "find"
                | "get"
                | "render"
                | "live"
                | "hold"
                | "feel"
                | "register"
                | "take"
                | "order"
                | "urge"
                | "tell"
                | "affect"
                | "stay"
                | "bring"
                | "lie"
                | "escape"
        )
    }) || matches!(word, "feared" | "rendered" | "presumed" | "believed")
}

/// Several words that mean a class together.
fn phrase(
    document: &Document,
    at: usize,
    limit: usize,
    verbal: bool,
) -> Option<(&'static str, usize)> {
    let word = |step: usize| if at + step < limit { document.lower(at + step) } else { "" };
    let back = |step: usize| at.checked_sub(step).map_or("", |i| document.lower(i));
    let able = matches!(back(2), "managed" | "able" | "allowed" | "helped" | "began" | "begun")
        && back(1) == "to";
    Some(match (word(0), word(1)) {
        ("leave" | "escape", "the" | "their" | "its" | "through" | "via" | "on") if able => {
            ("evacuated", 1)
        }
        ("holed", "up") => ("trapped", 2),
        (
            "taking" | "took" | "taken" | "take" | "seek" | "seeking" | "sought",
            "shelter" | "refuge",
        ) => ("sheltered", 2),
        ("taken" | "held", "hostage" | "captive" | "prisoner") => ("detained", 2),
        ("moved" | "shifted" | "transferred", "to")
            if verbal && matches!(word(2), "safer" | "safe" | "higher" | "other") =>
        {
            ("relocated", 2)
        }
        ("lost" | "losing", "their") if matches!(word(2), "homes" | "houses") => ("homeless", 3),
        ("lost", "their") if word(2) == "lives" => ("killed", 3),
        ("from", "their") if matches!(word(2), "homes" | "houses") && back(1) == "forced" => {
            ("displaced", 3)
        }
        ("driven" | "forced", "from" | "out") => ("displaced", 2),
        ("into" | "in", "temporary" | "emergency") if matches!(word(2), "shelter" | "shelters") => {
            ("sheltered", 3)
        }
        ("laid" | "lay", "dead") => ("killed", 2),
        _ => return None,
    })
}

/// Whether a word of a class says something of the counted, who stand before it.
fn decide(place: &Place, at: usize, class: &'static str, verbal: bool) -> Option<&'static str> {
    let document = place.document;
    let word = document.lower(at);
    if is_noun(word) {
        return None;
    }
    let intransitive = INTRANSITIVE.contains(&class)
        || matches!(
            word,
            "die" | "dies" | "died" | "dying" | "dead" | "perished" | "drowned" | "stuck"
        );
    let to = at > 0 && document.lower(at - 1) == "to";
    let takes_object = at + 1 < place.sentence.end
        && (matches!(place.syntax.tags[at + 1], Tag::Det | Tag::Num | Tag::Pron | Tag::Propn));
    let active = !intransitive && !verbal && takes_object && !to;
    let purpose = to && !forced(place, at);
    let doing = word.ends_with("ing") && !intransitive;
    (!active && !purpose && !doing && !denied(place, at)).then_some(class)
}

/// Words of a class that are nouns wherever they stand.
fn is_noun(word: &str) -> bool {
    ["ion", "ions", "ment", "ments", "ies", "ees", "ee", "eath", "eaths", "ity"]
        .iter()
        .any(|ending| word.ends_with(ending))
        || matches!(
            word,
            "shelter"
                | "shelters"
                | "murder"
                | "murders"
                | "idp"
                | "idps"
                | "wounds"
                | "casualties"
                | "injury"
                | "recovery"
                | "damages"
        )
}

/// `forced 300 people to evacuate`, `had to evacuate`.
fn forced(place: &Place, at: usize) -> bool {
    (place.sentence.start.max(at.saturating_sub(12))..at).any(|i| {
        matches!(
            place.document.lower(i),
            "force"
                | "forced"
                | "forcing"
                | "forces"
                | "order"
                | "ordered"
                | "had"
                | "have"
                | "urged"
                | "told"
                | "prompted"
                | "thought"
                | "believed"
                | "feared"
                | "reported"
                | "known"
                | "caused"
                | "causing"
                | "advised"
        )
    })
}

/// A negation or a mere possibility in the few words before.
fn denied(place: &Place, at: usize) -> bool {
    let from = place.sentence.start.max(at.saturating_sub(5));
    (from..at).filter(|&i| !place.figure.contains(&i)).any(|i| {
        matches!(
            place.document.lower(i),
            "not"
                | "n't"
                | "n’t"
                | "never"
                | "nobody"
                | "without"
                | "could"
                | "would"
                | "might"
                | "may"
                | "should"
                | "if"
                | "escaped"
                | "avoid"
                | "avoided"
        )
    })
}

/// `the death toll rose to 1,200`, `Deaths: 2`, `Completely destroyed housing: 146`.
fn label(place: &Place) -> Option<&'static str> {
    let document = place.document;
    let from = place.sentence.start.max(place.figure.start.saturating_sub(14));
    let toll = (from..place.figure.start)
        .rev()
        .take_while(|&i| !matches!(document.word(i), ";"))
        .find(|&i| document.lower(i) == "toll");
    if let Some(toll) = toll.filter(|_| {
        place.noun.is_empty() || matches!(document.lower(place.noun.end - 1), "people" | "lives")
    }) {
        let injury = toll > from && matches!(document.lower(toll - 1), "injury" | "injuries");
        return Some(if injury { "injured" } else { "killed" });
    }
    let colon = place.figure.start > from && document.word(place.figure.start - 1) == ":";
    let first = place.figure.start - from <= 5 && from == place.sentence.start;
    if (colon || first) && place.noun.is_empty() {
        return (from..place.figure.start).rev().find_map(|i| class(document, i));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_its_class() {
        for row in rows(include_str!("status.tsv")) {
            let figures = crate::analyze(row[2], &crate::Options::default()).figures;
            assert_eq!(
                figures.first().and_then(|f| f.status.as_deref()),
                Some(row[0]),
                "{}",
                row[2]
            );
        }
    }
}
