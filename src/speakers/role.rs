//! What the text says that somebody is: `the mayor of Port Hale`, `a clerk`.

use std::ops::Range;

use super::name;
use super::scene::Scene;
use crate::names;

/// A role that the text gives somebody: `mayor` of `hale`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub head: String,
    pub group: &'static str,
    /// First letters of the proper words around it, so that `Ukraine` and `Ukrainian` agree.
    pub of: Vec<String>,
    /// As the text has it.
    pub tokens: Range<usize>,
}

/// Whether `asked` can mean somebody introduced as `given`.
pub fn agree(given: &Role, asked: &Role) -> bool {
    let same = given.head == asked.head || !given.group.is_empty() && given.group == asked.group;
    let apart = !given.of.is_empty()
        && !asked.of.is_empty()
        && !given.of.iter().any(|w| asked.of.contains(w));
    same && !apart
}

/// The role whose noun is token `at`.
pub fn role(scene: &Scene, at: usize, of: Vec<String>, tokens: Range<usize>) -> Role {
    let lower = scene.lower(at);
    let prime = at > 0 && lower == "minister" && scene.is(at - 1, &["prime"]);
    let group = if prime { "leader" } else { name::title(lower).map_or("", |t| t.group) };
    let head =
        if prime { "prime minister".to_owned() } else { lower.trim_end_matches('.').to_owned() };
    Role { head, group, of, tokens }
}

/// First letters of the proper words in a range.
pub fn proper(scene: &Scene, tokens: Range<usize>) -> Vec<String> {
    tokens
        .filter(|&i| {
            scene.capital(i)
                && scene.word(i).len() > 1
                && !scene.is(i, &["the", "a", "an", "prime", "deputy", "vice"])
        })
        .filter(|&i| name::title(scene.lower(i)).is_none())
        .map(|i| names::letters(scene.word(i)).chars().take(5).collect())
        .collect()
}

/// `Hale, [the mayor of Port Hale],`: the role after a name that ends at `at`.
pub fn after_name(scene: &Scene, at: usize) -> Option<Role> {
    if at + 1 >= scene.len() || scene.word(at) != "," || scene.quotation(at).is_some() {
        return None;
    }
    let start = at + 1;
    let phrase = scene.syntax.phrase_of(start).filter(|p| p.tokens.start == start)?;
    of_phrase(scene, phrase.tokens.clone())
}

/// `the city's mayor, [Ida Brandt],`: the role before a name that starts at `at`.
pub fn before_name(scene: &Scene, at: usize) -> Option<Role> {
    let last = at.checked_sub(1)?;
    let end = match scene.word(last) {
        "," => last,
        _ if scene.tag(last).is_nominal() => at,
        _ => return None,
    };
    let mut phrase = scene.syntax.phrase_of(end.checked_sub(1)?)?.tokens.clone();
    if phrase.end != end {
        return None;
    }
    // `the mayor [of Port Hale], Ida Brandt`
    while let Some(of) =
        phrase.start.checked_sub(1).filter(|&of| scene.is(of, &["of", "for", "at", "in"]))
        && let Some(outer) = of.checked_sub(1).and_then(|last| scene.syntax.phrase_of(last))
        && outer.tokens.end == of
    {
        phrase = outer.tokens.clone();
    }
    let determined = scene.syntax.is_determiner(phrase.start);
    determined.then(|| of_phrase(scene, phrase)).flatten()
}

/// The role that a noun phrase names, with the phrases that hang on it.
pub fn of_phrase(scene: &Scene, phrase: Range<usize>) -> Option<Role> {
    let head = phrase.end.checked_sub(1)?;
    let at = (phrase.start..=head).rev().find(|&i| {
        name::title(scene.lower(i)).is_some_and(|t| !t.honorific)
            && (i == head || scene.lower(i) == "secretary")
    })?;
    let mut of = proper(scene, phrase.clone());
    let mut end = phrase.end;
    while end + 1 < scene.len() && scene.is(end, &["of", "for", "at", "in"]) {
        let Some(next) = scene.syntax.phrase_of(end + 1).filter(|p| p.tokens.start == end + 1)
        else {
            break;
        };
        of.extend(proper(scene, next.tokens.clone()));
        end = next.tokens.end;
    }
    let article = scene.is(phrase.start, &["the", "a", "an"]);
    Some(role(scene, at, of, phrase.start + usize::from(article)..end))
}
