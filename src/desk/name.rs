//! Names of persons and organisations as the desk compares them.

use crate::analysis::EntityKind;
use crate::names;
use crate::speakers::{OrganisationName, similar_surnames};
use crate::text::is_initial;

/// What `Willy` and `Wilfredo` are alike beside one surname.
const SHORT: f64 = 0.9;
/// Where one has only initials, the surnames are at least so much alike.
const ALIKE: f64 = 0.6;
/// What `Yu. Hale` and `Yuliya Hale` are alike.
const INITIAL: f64 = 0.8;
/// What the surnames of women add to those of men.
const WOMENS: &[&str] =
    &["ova", "eva", "ina", "aia", "aya", "ska", "skaya", "skaia", "iene", "aite"];

/// A name ready to be compared.
pub struct Name {
    pub kind: EntityKind,
    pub text: String,
    /// Small and Latin, one by one.
    pub words: Vec<String>,
    /// How the last word sounds.
    surname: String,
    organisation: OrganisationName,
}

impl Name {
    pub fn new(kind: EntityKind, text: &str) -> Self {
        let parts = text.split(|c: char| c.is_whitespace() || c == '-' || c == '.');
        let organisation = OrganisationName::new(text);
        let words: Vec<String> = match kind {
            EntityKind::Person => {
                parts.map(names::letters).filter(|word| !word.is_empty()).collect()
            }
            EntityKind::Organisation => organisation.words.clone(),
        };
        let surname = words.last().map(|word| names::sound(word)).unwrap_or_default();
        Name { kind, text: text.to_owned(), words, surname, organisation }
    }

    pub fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// First letters that many organisations have: `SF`.
    pub fn is_two_letters(&self) -> bool {
        !self.is_full() && self.text.chars().count() == 2
    }

    /// How much two names look like one person's or organisation's, 0 to 1; 0 where they cannot be.
    pub fn likeness(&self, other: &Name) -> f64 {
        match (self.kind, other.kind) {
            (EntityKind::Person, EntityKind::Person) if self.is_full() && other.is_full() => {
                of_full_names(self, other)
            }
            (EntityKind::Person, EntityKind::Person) => of_part(self, other),
            (EntityKind::Organisation, EntityKind::Organisation) => {
                let (one, other) = (&self.organisation, &other.organisation);
                match one.is(other) {
                    true => 1.0,
                    false if one.is_short_for(other) || other.is_short_for(one) => 0.8,
                    false => 0.0,
                }
            }
            // Articles may differ on what bears the very same name.
            _ if self.is_full() && self.text == other.text => 1.0,
            _ => 0.0,
        }
    }
}

fn of_full_names(one: &Name, other: &Name) -> f64 {
    // `Park Min-seo` is `Min-seo Park`.
    if is_turned(&one.words.concat(), &other.words.concat()) {
        return 1.0;
    }
    let (given, other_given) = (&one.words[0], &other.words[0]);
    let surnames = similar_surnames(&one.surname, &other.surname);
    let shared = surnames || one.words[1..].iter().any(|word| other.words[1..].contains(word));
    let abbreviated = one.words.iter().chain(&other.words).any(|word| is_initial(word));
    // `Ferreira Lobato` and `Ferreiro Sousa`: both surnames are told, and differ.
    let double =
        one.words.len() > 2 && other.words.len() > 2 && !surnames && one.words[1] != other.words[1];
    let alike = shared || names::likeness(&one.surname, &other.surname) > ALIKE;
    if are_two(one, other) || double || abbreviated && !alike {
        return 0.0;
    }
    let similarity = names::similarity(&one.text, &other.text);
    if shared && names::is_short(given, other_given) {
        return similarity.max(SHORT);
    }
    let initial = is_initial(given) && begins(given, other_given)
        || is_initial(other_given) && begins(other_given, given);
    if surnames && initial { similarity.max(INITIAL) } else { similarity }
}

/// Whether given names or surnames tell two persons apart, however alike they are.
fn are_two(one: &Name, other: &Name) -> bool {
    let (given, surname) = (&one.words[0], &one.words[one.words.len() - 1]);
    let (other_given, other_surname) = (&other.words[0], &other.words[other.words.len() - 1]);
    let agrees = |word: &String, facing: &String| {
        word == facing
            || is_initial(word) && begins(word, facing)
            || is_initial(facing) && begins(facing, word)
    };
    let givens = |name: &'_ Name| name.words[..name.words.len() - 1].to_vec();
    let (own, others) = (givens(one), givens(other));
    let unlike = !own.iter().any(|word| others.iter().any(|facing| agrees(word, facing)));
    names::is_other_gender(given, other_given)
        || (is_initial(given) || is_initial(other_given)) && unlike
        || is_derived(surname, other_surname)
        || is_derived(other_surname, surname)
}

/// Whether a name can begin with an initial.
fn begins(initial: &str, name: &str) -> bool {
    start(&names::sound(&format!("{initial}a"))) == start(&names::sound(name))
}

/// Whether the longer is made of the shorter, and another: `Kral` and `Kralik`.
fn is_derived(short: &str, long: &str) -> bool {
    long.strip_prefix(short).is_some_and(|more| more.len() > 1 && !WOMENS.contains(&more))
}

/// Whether one begins in the middle of the other: `linmeihua`, `meihualin`.
fn is_turned(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.repeat(2).contains(other)
}

/// A surname or a given name alone: `Nino`, or `Mamani` for `Mamani Quispe`.
fn of_part(one: &Name, other: &Name) -> f64 {
    let (part, whole) = if one.is_full() { (other, one) } else { (one, other) };
    let Some(word) = part.words.first().filter(|_| !part.is_full()) else { return 0.0 };
    match whole.words.last() == Some(word) {
        true => 1.0,
        false if similar_surnames(&part.surname, &whole.surname) => 0.9,
        false if whole.is_full() && whole.words.contains(word) => 0.8,
        false => 0.0,
    }
}

/// Whether a lone word is the given name or, with a slip, the surname of somebody: `Extarte` for `Etxarte`.
pub fn is_part_of(part: &Name, whole: &Name) -> bool {
    let [word] = &part.words[..] else { return false };
    whole.is_full() && (whole.words[0] == *word || similar_surnames(&part.surname, &whole.surname))
}

/// By what a name is looked up: the first sound and the next consonant of its words, and the first letters of an
/// organisation's.
pub fn keys(name: &Name) -> Vec<String> {
    let words = name.words.iter().filter(|word| word.len() > 1);
    let mut keys: Vec<String> = Vec::new();
    let mut add = |key: String| {
        if !keys.contains(&key) {
            keys.push(key);
        }
    };
    words.flat_map(|word| beginnings(word)).for_each(&mut add);
    if name.kind == EntityKind::Organisation {
        name.organisation.acronyms().for_each(|initials| add(format!("={initials}")));
    }
    keys
}

/// The class of the first sound and that of the first consonant after it; two where spellings differ: `Chatzis` and
/// `Hatzis`, `Giorgos` and `Yorgos`.
fn beginnings(word: &str) -> Vec<String> {
    let sound = names::sound(word);
    let consonant = |c: &char| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j');
    let next: String = sound.chars().skip(1).find(consonant).map(class).into_iter().collect();
    let other = match word {
        _ if word.starts_with("ch") || word.starts_with('x') => Some('g'),
        _ if word.starts_with("gi") || word.starts_with("ge") || word.starts_with('j') => Some('a'),
        _ => None,
    };
    start(&sound).into_iter().chain(other).map(|first| format!("{first}{next}")).collect()
}

fn start(sound: &str) -> Option<char> {
    sound.chars().next().map(class)
}

/// Sounds that stand for one another in the spellings of a name.
fn class(sound: char) -> char {
    match sound {
        'z' | 'c' | 'C' | 'S' => 's',
        'J' => 'd',
        'e' | 'i' | 'o' | 'u' | 'y' | 'j' => 'a',
        'h' | 'k' => 'g',
        sound => sound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(kind: EntityKind, one: &str, other: &str) -> bool {
        Name::new(kind, one).likeness(&Name::new(kind, other)) >= names::SAME
    }

    #[test]
    fn names_of_one_person() {
        for (one, other) in [
            ("Wilfredo Quiroz", "Willy Quiroz"),
            ("W. Quiroz", "Wilfredo Quiroz"),
            ("Yu. Hordzhak", "Yuliya Gordzhak"),
            ("I. S. Camara", "Ibrahim Sory Camara"),
            ("Quiroz", "Wilfredo Quiroz Apaza"),
            ("Park Min-seo", "Min-seo Park"),
            ("Lin Meihua", "Mei-hua Lin"),
            ("Eva Lindner", "Eva Lindnerova"),
            ("D.P. Raha", "D. Prabhakar Raha"),
            ("Ibrahim Dossa", "Ibrahima Dossa"),
            ("Seun Adela", "Oluwaseun Adela"),
            ("Maren Odúya", "Maren Oduya"),
        ] {
            assert!(same(EntityKind::Person, one, other), "{one}, {other}");
        }
    }

    #[test]
    fn names_of_two_persons() {
        for (one, other) in [
            ("W. Quiroz", "Edwin Quiroz"),
            ("Yu. Hordzhak", "Petro Hordzhak"),
            ("Zeljko Horvat", "Zeljka Horvat"),
            ("Joaquin Ferrer Lobo", "Joaquin Ferrero Sosa"),
            ("Ida Brandt", "Maren Brandt"),
            ("Tomas Kral", "Tomas Kralik"),
            ("Ramesh Kulkar", "K. R. Venkata"),
            ("D.P. Raha", "M. Sudhakar Raha"),
        ] {
            assert!(!same(EntityKind::Person, one, other), "{one}, {other}");
        }
    }

    #[test]
    fn a_part_of_a_name() {
        let name = |text| Name::new(EntityKind::Person, text);
        for (part, whole, is) in [
            ("Elif", "Elif Aydin", true),
            ("Aydyn", "Elif Aydin", true),
            ("Tarrow", "Elif Aydin", false),
            ("Elif Aydin", "Elif Aydin", false),
        ] {
            assert_eq!(is_part_of(&name(part), &name(whole)), is, "{part} {whole}");
        }
    }
}
