//! Are two spellings the name of one person?
//!
//! A name is written in Latin letters (`letter`), its parts are folded to how they sound in any of the usual
//! transliterations (`sound`), and the parts of the shorter name are laid beside those of the longer so that they fit
//! best (`align`). Middle names and patronymics may be left out; particles and titles say nothing.
//!
//! ```
//! use copydesk::names::similarity;
//! assert!(similarity("Vadym Boichenko", "Vadim Boïtchenko") > 0.9);
//! assert!(similarity("Владимир Зеленский", "Wolodymyr Selenskyj") > 0.64);
//! assert!(similarity("Vitali Klitschko", "Wladimir Klitschko") < 0.64);
//! ```

mod align;
mod given;
mod letter;
mod sound;

pub use given::{is_other_gender, is_short};
pub use sound::likeness;

/// At this similarity and above, two names are taken for one person's.
pub const SAME: f64 = 0.64;

/// So many letters of a part are read.
const LONGEST: usize = 40;

/// Titles and particles, which a spelling has or has not.
const SILENT: &[&str] = &[
    "al",
    "el",
    "ul",
    "ad",
    "ar",
    "as",
    "ash",
    "at",
    "az",
    "an",
    "bin",
    "ibn",
    "ben",
    "bint",
    "de",
    "del",
    "la",
    "las",
    "los",
    "da",
    "di",
    "do",
    "dos",
    "das",
    "van",
    "von",
    "der",
    "den",
    "le",
    "y",
    "e",
    "i",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sheikh",
    "shaykh",
    "haji",
    "hajji",
    "mullah",
    "maulavi",
    "mawlawi",
    "sir",
    "lord",
    "gen",
    "jr",
    "sr",
    "ii",
    "iii",
    "und",
    "of",
    "the",
    "president",
    "monsieur",
    "madame",
    "herr",
    "frau",
];

/// How much two spellings look like one person's name: 0 not at all, 1 the same.
///
/// Works on names of persons in Latin, Cyrillic, Greek, Arabic and Georgian letters, in any order of their parts. For
/// names longer than eight parts only the first eight are read. The costs of letters for one another are ours; the
/// distance is Wagner and Fischer's (1974).
pub fn similarity(one: &str, other: &str) -> f64 {
    let (one, other) = (parts(one), parts(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let whole =
        |parts: &[Part]| sound::fold(&parts.iter().map(|part| &*part.latin).collect::<String>());
    let (run, other_run) = (whole(&one), whole(&other));
    if run == other_run {
        return 1.0;
    }
    let together = sound::likeness(&run, &other_run).powf(1.5) * 0.95;
    together.max(align::best(&one, &other))
}

/// The letters of one part of a name, small and Latin where they have a Latin form.
pub fn letters(part: &str) -> String {
    letter::latin(part).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// How one part of a name sounds, one letter a sound, whatever alphabet it is written in: for [`likeness`].
///
/// ```
/// use copydesk::names::sound;
/// assert_eq!(sound("Boïtchenko"), sound("Boychenko"));
/// ```
pub fn sound(part: &str) -> String {
    sound::fold(&letters(part).chars().take(LONGEST).collect::<String>())
}

/// One part of a name.
struct Part {
    /// In small Latin letters.
    latin: String,
    /// How it sounds.
    sound: String,
}

/// The parts of a name that say who it is; all of them where there are no others.
fn parts(name: &str) -> Vec<Part> {
    let latin = letter::latin(name);
    let words = || latin.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty());
    // No part of a name is longer; what is costs no more.
    let part = |word: &str| {
        let word = &word[..word.len().min(LONGEST)];
        Part { latin: word.to_owned(), sound: sound::fold(word) }
    };
    let telling: Vec<Part> =
        words().filter(|word| !SILENT.contains(word)).take(align::MOST).map(part).collect();
    if telling.is_empty() { words().take(align::MOST).map(part).collect() } else { telling }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name() {
        for (one, other) in [
            ("Vadym Boichenko", "Vadim Boïtchenko"),
            ("Vadym Boichenko", "Boychenko Vadim"),
            ("Maren Oduya", "MAREN ODUYA"),
            ("Oleksandr Hrytsenko", "Alexander Grizenko"),
            ("Володимир Шевчук", "Volodymyr Shevchuk"),
            ("Володимир Шевчук", "Wolodymyr Schewtschuk"),
            ("Юрий Чайка", "Yuri Chaika"),
            ("Yevhen Zhukov", "Evgeni Joukov"),
            ("Ida Tomasina Marsh", "Ida Marsh"),
            ("Ida T. Marsh", "Ida Marsh"),
            ("Abd al-Rahman al-Qasimi", "Abdulrahman Al Kassimi"),
            ("محمد قاسم", "Muhammad Qasim"),
            ("Jürgen Lößl", "Jurgen Lossl"),
            ("Dr. Henrik Dahl", "Henrik Dahl"),
            ("Γιώργος Παππάς", "Giorgos Pappas"),
            ("P1etro Kova1ev", "Pietro Kovalev"),
        ] {
            let score = similarity(one, other);
            assert!(score >= SAME, "{one}, {other}: {score}");
            assert_eq!(score, similarity(other, one), "{one}, {other}");
        }
    }

    #[test]
    fn names_of_two() {
        for (one, other) in [
            ("Vitali Kowal", "Yuri Kowal"),
            ("Maren Oduya", "Karim Oduya"),
            ("Ida Marsh", "Ida Thornton"),
            ("Viktor Shevchuk", "Volodymyr Shevchuk"),
            ("Tomas Weir", "Henrik Dahl"),
            ("Marsh", "Ida Thornton"),
            ("", "Ida Marsh"),
        ] {
            let score = similarity(one, other);
            assert!(score < SAME, "{one}, {other}: {score}");
        }
    }
}
