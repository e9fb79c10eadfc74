//! What the rest of a document, and telling words, say of the kind of a name.

use std::collections::{HashMap, HashSet};

use super::super::gazetteer::class;
use super::super::{FineTag, NameKind, Syntax, Tag};
use super::{Name, at};
use crate::sort;
use crate::text::Document;

/// Leaves out what names no one, and sets the kinds.
pub fn settle(document: &Document, syntax: &Syntax, names: &mut Vec<Name>) {
    let storms = storms(document, syntax);
    let named_after = |name: &Name| storms.contains(document.word(name.tokens.end - 1));
    names.retain(|name| !is_general(document, syntax, name) && !named_after(name));
    for name in names.iter_mut() {
        by_telling_word(syntax, name);
        if is_people(syntax, name) {
            name.kind = NameKind::People;
        }
    }
    agree(document, syntax, names);
}

/// `Whig Club` is an organisation and `Wildwood Trail` a place, whatever the words before them are.
fn by_telling_word(syntax: &Syntax, name: &mut Name) {
    if name.core.len() < 2 {
        return;
    }
    let telling = syntax.classes(name.core.end - 1) & (class::ORG_WORD | class::PLACE_WORD);
    match telling {
        class::ORG_WORD => name.kind = NameKind::Organisation,
        class::PLACE_WORD => name.kind = NameKind::Place,
        _ => {}
    }
}

/// `Senators`, a lone `Mr.`: titles of many or of no one.
fn is_general(document: &Document, syntax: &Syntax, name: &Name) -> bool {
    let token = name.core.start;
    let many = syntax.fine_tag(token) == FineTag::Nnps;
    let short = document.word(token).ends_with('.');
    let title = syntax.classes(token) & class::TITLE > 0;
    name.core.len() == 1 && name.kind == NameKind::Person && title && (many || short)
}

/// `Americans`, `an American`, `the Lindgrens`: one word for all who share a country, a faith, a party or a family.
fn is_people(syntax: &Syntax, name: &Name) -> bool {
    let token = name.core.start;
    let many = syntax.fine_tag(token) == FineTag::Nnps;
    let nationality = syntax.classes(token) & class::NATIONALITY > 0;
    let person = name.kind == NameKind::Person;
    name.core.len() == 1 && (many && nationality || person && (many || nationality))
}

/// What storms are called (`Hurricane Ida`): nobody's name in the rest of the document.
fn storms<'a>(document: &Document<'a>, syntax: &Syntax) -> HashSet<&'a str> {
    const KINDS: [&str; 4] = ["cyclone", "hurricane", "storm", "typhoon"];
    let called = |token: &usize| {
        KINDS.contains(&document.lower(token - 1)) && syntax.tag(*token) == Tag::Propn
    };
    (1..document.tokens.len()).filter(called).map(|token| document.word(token)).collect()
}

/// A word that names a person by full name somewhere names that person everywhere; a name written alike elsewhere is
/// of the kind that most of its places say.
fn agree(document: &Document, syntax: &Syntax, names: &mut Vec<Name>) {
    let surnames = surnames(document, names);
    let kinds = kinds(document, names);
    for name in names.iter_mut() {
        if let [only] = words(document, name)[..]
            && surnames.contains(only)
        {
            name.kind = NameKind::Person;
        } else if let Some(&kind) = kinds.get(&words(document, name)) {
            name.kind = kind;
        }
    }
    let missed: Vec<usize> = (0..document.tokens.len())
        .filter(|&token| surnames.contains(document.word(token)) && at(names, token).is_none())
        .filter(|&token| syntax.tag(token) == Tag::Propn)
        .collect();
    names.extend(missed.into_iter().map(|token| Name {
        tokens: token..token + 1,
        core: token..token + 1,
        kind: NameKind::Person,
    }));
    sort::by_key(names, |name| (name.tokens.start, 0));
}

fn words<'a>(document: &Document<'a>, name: &Name) -> Vec<&'a str> {
    name.tokens.clone().map(|token| document.word(token)).collect()
}

/// The last words of persons' full names.
fn surnames<'a>(document: &Document<'a>, names: &[Name]) -> HashSet<&'a str> {
    let titled = |name: &Name| name.tokens.clone().any(|token| document.lower(token) == "of");
    let full = names.iter().filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1);
    let full = full.filter(|name| !titled(name));
    full.map(|name| document.word(name.tokens.end - 1)).collect()
}

/// The kind that most places of a name say, where it stands at several.
fn kinds<'a>(document: &Document<'a>, names: &[Name]) -> HashMap<Vec<&'a str>, NameKind> {
    type Counts = [usize; NameKind::ALL.len()];
    let mut counts: HashMap<Vec<&str>, Counts> = HashMap::new();
    for name in names {
        counts.entry(words(document, name)).or_default()[name.kind as usize] += 1;
    }
    let most = |counts: Counts| {
        let best = counts.iter().copied().max().filter(|&best| best > 1)?;
        let mut kinds = NameKind::ALL.iter().zip(counts).filter(|&(_, count)| count == best);
        kinds.next().filter(|_| kinds.next().is_none()).map(|(&kind, _)| kind)
    };
    counts.into_iter().filter_map(|(words, counts)| Some((words, most(counts)?))).collect()
}
