//! Everyone whom the text names, whether they speak or not: persons and organisations, with every mention by name.

use std::collections::HashMap;
use std::ops::Range;

use super::bearer::Bearer;
use super::capital::{self, Run};
use super::institution;
use super::name;
use super::organisation;
use super::person::Cast;
use super::role;
use super::scene::Scene;
use super::written;
use crate::Span;
use crate::analysis::{EntityKind, NamedEntity, SpeakerKind};
use crate::sort;
use crate::syntax::NameKind;

/// Where a name stands, titles and articles left out, and whose it is.
pub(super) struct Mention {
    pub(super) name: Range<usize>,
    pub(super) entity: usize,
}

/// Whom and what a text names.
pub(super) struct Named {
    /// Persons and organisations in the order of their first mention, ids `n1`, `n2` …
    pub(super) entities: Vec<NamedEntity>,
    /// Which of them a person of the cast is.
    pub(super) of_person: HashMap<usize, String>,
    /// Capitalised words that may name anything.
    pub(super) unknown: Vec<Unknown>,
}

/// Capitalised words that may name anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown {
    pub span: Span,
    /// `the Directorate`: short for an organisation that ends with the word.
    pub headed: bool,
    /// A lone word that begins a sentence: only a name if it is one elsewhere.
    pub doubtful: bool,
    /// A lone word that the text uses as a place's.
    pub place: bool,
}

/// Finds everyone who is named.
pub(super) fn find(cast: &mut Cast) -> Named {
    let scene = cast.scene;
    let mentions = persons(cast);
    let persons = sure(cast, mentions);
    let mut groups: Vec<(Option<usize>, NamedEntity)> = Vec::new();
    let mut of_person: HashMap<usize, usize> = HashMap::new();
    for mention in &persons {
        let group = *of_person.entry(mention.entity).or_insert_with(|| {
            let person = &cast.entities[mention.entity];
            let entity = entity(person.display.clone(), EntityKind::Person, person.roles(scene));
            groups.push((Some(mention.entity), entity));
            groups.len() - 1
        });
        groups[group].1.mentions.push(scene.document.span(mention.name.clone()));
    }
    let taken = |run: &Range<usize>| {
        let at = persons.partition_point(|mention| mention.name.end <= run.start);
        persons.get(at).is_some_and(|mention| mention.name.start < run.end)
    };
    let runs = capital::runs(scene, &taken);
    let (organisations, unknown) = organisation::find(scene, &cast.aliases, runs);
    for (display, mentions) in organisations {
        let mut entity = entity(display, EntityKind::Organisation, Vec::new());
        entity.mentions = mentions.into_iter().map(|name| scene.document.span(name)).collect();
        groups.push((None, entity));
    }
    sort::by_key(&mut groups, |(_, entity)| (entity.mentions[0].start, 0));
    let mut ids = HashMap::new();
    for (number, (person, entity)) in groups.iter_mut().enumerate() {
        entity.id = format!("n{}", number + 1);
        ids.extend(person.map(|person| (person, entity.id.clone())));
    }
    let entities = groups.into_iter().map(|(_, entity)| entity).collect();
    let unknown = unknown.into_iter().map(|run| open(scene, run)).collect();
    Named { entities, of_person: ids, unknown }
}

fn open(scene: &Scene, run: Run) -> Unknown {
    Unknown {
        span: scene.document.span(run.tokens.clone()),
        headed: organisation::is_headed(scene, &run.tokens),
        doubtful: run.doubtful,
        place: run.place,
    }
}

fn entity(name: String, kind: EntityKind, roles: Vec<crate::analysis::Role>) -> NamedEntity {
    NamedEntity { id: String::new(), name, kind, roles, mentions: Vec::new() }
}

/// Mentions of those who surely are persons: the network and the grammar take other names for persons', too.
fn sure(cast: &Cast, mentions: Vec<Mention>) -> Vec<Mention> {
    let scene = cast.scene;
    let other: Vec<Range<usize>> = capital::runs(scene, &|_| false)
        .into_iter()
        .filter(|run| run.bearer == Bearer::Organisation)
        .map(|run| run.tokens)
        .collect();
    // `the League of Ida Brandt` names a person.
    let in_other = |name: &Range<usize>| {
        let at = other.partition_point(|run| run.end <= name.start);
        let whole = |run: &Range<usize>| {
            run.start <= name.start
                && name.end <= run.end
                && !scene.is(name.start - 1, &["of", "for"])
        };
        name.start > 0 && other.get(at).is_some_and(whole)
    };
    let mut evidence: HashMap<usize, bool> = HashMap::new();
    for mention in &mentions {
        let known = evidence.entry(mention.entity).or_insert(false);
        *known = *known || is_personal(cast, mention, in_other(&mention.name));
    }
    let shouted = |name: &Range<usize>| {
        name.clone().all(|at| scene.word(at).chars().all(|c| !c.is_lowercase()))
    };
    // `Skarholm, which runs …`: a firm that is named after somebody.
    let thing = |name: &Range<usize>| {
        name.len() == 1
            && name.end + 1 < scene.len()
            && scene.word(name.end) == ","
            && scene.is(name.end + 1, &["which"])
    };
    let is_sure = |mention: &Mention| {
        evidence[&mention.entity] && !shouted(&mention.name) && !thing(&mention.name)
    };
    mentions.into_iter().filter(is_sure).collect()
}

/// Whether a mention tells that its bearer is a person: by a title, a given name, a role, or two words that the network
/// takes for a person's name.
fn is_personal(cast: &Cast, mention: &Mention, organised: bool) -> bool {
    let scene = cast.scene;
    let Range { start, end } = mention.name;
    let before = start.checked_sub(1);
    let titled = before.is_some_and(|at| {
        name::title(scene.lower(at)).is_some()
            || scene.word(at) == "." && at > 0 && name::title(scene.lower(at - 1)).is_some()
    });
    let given = end - start > 1 && name::given(scene.word(start)).is_some();
    let written = end - start > 1 && written::is_initial(scene.word(start))
        || (start..end).any(|at| name::is_syllable(scene, at));
    let role = !cast.entities[mention.entity].roles.is_empty();
    let marked = scene.syntax.name_of(end - 1).is_some_and(|name| name.kind == NameKind::Person);
    let determined = before.is_some_and(|at| scene.syntax.is_determiner(at));
    let full = end - start > 1 && marked && !determined;
    (titled || given || written || role || full) && (!organised || titled)
}

/// Names of persons as the network marks them, and as they are written.
fn seen(scene: &Scene) -> Vec<Range<usize>> {
    let marked = scene.syntax.names().iter().filter(|name| name.kind == NameKind::Person);
    let marked = marked.map(|name| {
        let mut inside = name.tokens.start + 1..name.tokens.end - 1;
        let of = inside.find(|&at| scene.is(at, &["of", "from", "at"]));
        match of.filter(|&at| scene.word(at + 1) != "-") {
            // `[the League of] Ida Brandt`, `Ida Brandt [of Port Hale]`
            Some(of) if institution::is_head(scene.lower(of - 1)) => of + 1..name.tokens.end,
            Some(of) => name.tokens.start..of,
            None => name.tokens.clone(),
        }
    });
    let written = written::persons(scene);
    let apart = |name: &Range<usize>| {
        let at = written.partition_point(|other| other.end <= name.start);
        written.get(at).is_none_or(|other| other.start >= name.end)
    };
    let mut seen: Vec<Range<usize>> = marked.filter(apart).collect();
    seen.extend(written);
    sort::by_key(&mut seen, |name| (name.start, name.end));
    seen
}

/// Every mention of a person by name, in order: those that the cast knows, and the names that the network sees.
fn persons(cast: &mut Cast) -> Vec<Mention> {
    let scene = cast.scene;
    let elsewhere = |name: &Range<usize>| {
        let kind = scene.syntax.name_of(name.end - 1).map(|name| name.kind);
        matches!(kind, Some(NameKind::Organisation | NameKind::Place | NameKind::People))
    };
    let mut found: Vec<Mention> = Vec::new();
    for naming in &cast.namings {
        let person = cast.entities[naming.entity].kind == SpeakerKind::Person;
        let titled =
            naming.name.start > 0 && name::title(scene.lower(naming.name.start - 1)).is_some();
        // `the League of Ida Brandt, the mayor,`: marked with the League.
        let described = naming.name.len() > 1 && role::after_name(scene, naming.name.end).is_some();
        if person && (titled || described || !elsewhere(&naming.name)) {
            found.push(Mention { name: naming.name.clone(), entity: naming.entity });
        }
    }
    sort::by_key(&mut found, |mention| (mention.name.start, 0));
    let mut missed = Vec::new();
    for tokens in seen(scene) {
        let at = found.partition_point(|mention| mention.name.end <= tokens.start);
        let known = found.get(at).is_some_and(|mention| mention.name.start < tokens.end);
        let Some(parsed) = name::parse(scene, tokens).filter(|_| !known) else {
            continue;
        };
        let phrase = scene.syntax.phrase_of(parsed.name.start);
        let start = phrase.map_or(parsed.name.start, |phrase| phrase.tokens.start);
        missed.push((start.min(parsed.name.start)..parsed.name.end, parsed));
    }
    // Full names first, so that a surname before them finds its bearer.
    let (full, single): (Vec<_>, Vec<_>) =
        missed.into_iter().partition(|(_, parsed)| !parsed.is_part(scene));
    for (phrase, parsed) in full.into_iter().chain(single) {
        let alone = parsed.is_part(scene);
        let known = alone.then(|| cast.part(&parsed, phrase.start)).flatten();
        let entity = known.unwrap_or_else(|| cast.enter(&phrase, &parsed));
        found.push(Mention { name: parsed.name, entity });
    }
    // The longest of those that overlap: `Kagge Brandt`, not `Kagge`.
    sort::by_key(&mut found, |mention| (mention.name.start, usize::MAX - mention.name.end));
    let mut end = 0;
    found.retain(|mention| {
        let apart = mention.name.start >= end;
        end = end.max(mention.name.end);
        apart
    });
    found
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    /// Everyone who is named, with all mentions: `Ida Brandt: Ida Brandt, Brandt`.
    fn named(text: &str) -> String {
        let found = analyze(text, &Options::default());
        let of = |entity: &crate::analysis::NamedEntity| {
            let mentions: Vec<&str> = entity.mentions.iter().map(|span| span.of(text)).collect();
            format!("{}: {}", entity.name, mentions.join(", "))
        };
        found.entities.iter().map(of).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn everyone_who_is_named() {
        for (text, expected) in [
            (
                "They asked Ida Brandt. Brandt said no. Her husband, Karl Brandt, was out. Brandt left.",
                "Ida Brandt: Ida Brandt, Brandt, Brandt | Karl Brandt: Karl Brandt",
            ),
            (
                "Fatou Sano-Diallo, a nurse, came. Ms Sano said it was late.",
                "Fatou Sano-Diallo: Fatou Sano-Diallo, Sano",
            ),
            (
                "The letter was sent by Yu. Hordak. Mr Hordak said no.",
                "Yu. Hordak: Yu. Hordak, Hordak",
            ),
            (
                "The Workers' League of Jorgen Ostberg, the mayor, won.",
                "Workers' League: Workers' League | Jorgen Ostberg: Jorgen Ostberg",
            ),
            (
                "They met in Torhov. The Torhov Transport Company said so. Torhov was dark.",
                "Torhov Transport Company: Torhov Transport Company",
            ),
            (
                "The Varda Foundation asked the union VF to go.",
                "Varda Foundation: Varda Foundation | VF: VF",
            ),
            (
                "The Varda League (AF) won. Ardal First (ÅF) lost. AF said it was glad.",
                "Varda League: Varda League, AF, AF | Ardal First: Ardal First, ÅF",
            ),
        ] {
            assert_eq!(named(text), expected, "{text}");
        }
    }
}
