//! What the words after the counted say of them: `were killed`, `are believed to be still stuck`.

use super::status::{Fate, Place, denied, fate};
use crate::syntax::{Syntax, Tag, base_form};
use crate::text::Document;

/// The classes whose words need no object: the counted are the ones who did or suffered it.
const INTRANSITIVE: &[&str] =
    &["missing", "fled", "homeless", "sheltered", "uninhabitable", "recovered"];

/// `were killed`, `are believed to be still stuck`, `managed to leave the shaft`, `died`.
pub fn after(place: &Place) -> Option<Fate> {
    let document = place.document;
    let mut at = place.noun.end.max(place.figure.end);
    let limit = place.sentence.end.min(at + 16);
    let mut verbal = false;
    while at < limit {
        let word = document.lower(at);
        if let Some(fate) = fate(document, at) {
            return decide(place, fate, verbal).then_some(fate);
        }
        if let Some(class) = phrase(document, at, limit, verbal) {
            return (!denied(place, at)).then_some(Fate { class, word: at });
        }
        match place.syntax.tag(at) {
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
    at + 1 < limit && fate(document, at + 1).is_some()
}

/// `sailors and some cooks`
fn noun_joins(syntax: &Syntax, at: usize, limit: usize) -> bool {
    at + 1 < limit
        && (syntax.is_determiner(at + 1)
            || matches!(syntax.tag(at + 1), Tag::Adj | Tag::Noun | Tag::Propn))
}

/// Past `, including four cadets,` and `(about 40 families)`; a hyphen is no break.
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
fn phrase(document: &Document, at: usize, limit: usize, verbal: bool) -> Option<&'static str> {
    let word = |step: usize| if at + step < limit { document.lower(at + step) } else { "" };
    let back = |step: usize| at.checked_sub(step).map_or("", |i| document.lower(i));
    let able = matches!(back(2), "managed" | "able" | "allowed" | "helped" | "began" | "begun")
        && back(1) == "to";
    Some(match (word(0), word(1)) {
        ("leave" | "escape", "the" | "their" | "its" | "through" | "via" | "on") if able => {
            "evacuated"
        }
        ("holed", "up") => "trapped",
        (
            "taking" | "took" | "taken" | "take" | "seek" | "seeking" | "sought",
            "shelter" | "refuge",
        ) => "sheltered",
        ("taken" | "held", "hostage" | "captive" | "prisoner") => "detained",
        ("moved" | "shifted" | "transferred", "to")
            if verbal && matches!(word(2), "safer" | "safe" | "higher" | "other") =>
        {
            "relocated"
        }
        ("lost" | "losing", "their") if matches!(word(2), "homes" | "houses") => "homeless",
        ("lost", "their") if word(2) == "lives" => "killed",
        ("from", "their") if matches!(word(2), "homes" | "houses") && back(1) == "forced" => {
            "displaced"
        }
        ("driven" | "forced", "from" | "out") => "displaced",
        ("into" | "in", "temporary" | "emergency") if matches!(word(2), "shelter" | "shelters") => {
            "sheltered"
        }
        ("laid" | "lay", "dead") => "killed",
        _ => return None,
    })
}

/// Whether a word of a class says something of the counted, who stand before it.
fn decide(place: &Place, fate: Fate, verbal: bool) -> bool {
    let (document, Fate { class, word: at }) = (place.document, fate);
    let word = document.lower(at);
    if is_noun(word) {
        return false;
    }
    let intransitive = INTRANSITIVE.contains(&class)
        || matches!(
            word,
            "die" | "dies" | "died" | "dying" | "dead" | "perished" | "drowned" | "stuck"
        );
    let to = at > 0 && document.lower(at - 1) == "to";
    let takes_object = at + 1 < place.sentence.end
        && (matches!(place.syntax.tag(at + 1), Tag::Det | Tag::Num | Tag::Pron | Tag::Propn));
    let active = !intransitive && !verbal && takes_object && !to;
    let purpose = to && !forced(place, at);
    let doing = word.ends_with("ing") && !intransitive;
    !active && !purpose && !doing && !denied(place, at)
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
