//! Other names that the text gives: `the World Harbour Union (WHU)`, `Ida Brandt, known as “Sparrow”`.

use std::collections::HashMap;
use std::ops::Range;

use super::scene::Scene;

/// Words between a name and the one that brings its alias in.
const BETWEEN: &[&str] = &[",", "(", "also", "better", "widely", "is", "was", "who", "a", "and"];

/// Aliases in lower case, and the tokens of the name that each stands for, without its article.
pub fn find(scene: &Scene) -> HashMap<String, Range<usize>> {
    let mut aliases = HashMap::new();
    for at in 1..scene.len() {
        if let Some((alias, name)) = bracketed(scene, at).or_else(|| known_as(scene, at)) {
            aliases.entry(text(scene, &alias)).or_insert(name);
        }
    }
    aliases
}

/// The words of a mention as aliases are looked up.
pub fn text(scene: &Scene, tokens: &Range<usize>) -> String {
    scene.document.span(tokens.clone()).of(scene.document.text).to_lowercase()
}

/// `[World Harbour Union] ([WHU])`: the first letters of a name, in brackets after it.
fn bracketed(scene: &Scene, at: usize) -> Option<(Range<usize>, Range<usize>)> {
    if scene.word(at) != "(" || at + 2 >= scene.len() || scene.word(at + 2) != ")" {
        return None;
    }
    let short = scene.word(at + 1);
    let capitals = short.len() >= 2 && short.chars().all(|c| c.is_uppercase());
    let name = name_before(scene, at)?;
    let initial = scene.word(name.start).chars().next().filter(|_| capitals && name.len() > 1);
    (initial == short.chars().next()).then_some((at + 1..at + 2, name))
}

/// `[Ida Brandt], known as [Sparrow]`
fn known_as(scene: &Scene, at: usize) -> Option<(Range<usize>, Range<usize>)> {
    let next = match scene.lower(at) {
        "known" if at + 1 < scene.len() && scene.is(at + 1, &["as"]) => at + 2,
        "nicknamed" | "callsign" => at + 1,
        _ => return None,
    };
    let mut end = at;
    while end > 0 && BETWEEN.contains(&scene.lower(end - 1)) {
        end -= 1;
    }
    let name = name_before(scene, end)?;
    let quoted = next < scene.len() && scene.opens(next).is_some();
    let start = next + usize::from(quoted);
    let capital = |&i: &usize| i < scene.len() && scene.capital(i);
    let alias = start..(start..start + 3).take_while(capital).last()? + 1;
    Some((alias, name))
}

/// The name that ends before a token.
fn name_before(scene: &Scene, end: usize) -> Option<Range<usize>> {
    let name = scene.syntax.name_of(end.checked_sub(1)?)?.tokens.clone();
    let article = usize::from(scene.is(name.start, &["the"]));
    (name.end == end).then_some(name.start + article..name.end)
}
