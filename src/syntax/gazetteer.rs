//! Words -> what kinds of name they may belong to: names, places, organisations, titles, from `models/gazetteer.bin`.
//!
//! `trainer/gazetteer.py` builds the list, looks up alike, and says what a key is; the examples in
//! `models/gazetteer_examples.tsv` are tested with both.
//!
//! ```
//! use copydesk::syntax::gazetteer::{self, class};
//! let gazetteer = gazetteer::shipped();
//! let classes = gazetteer.classes(&["Olena", "flew", "to", "New", "York"]);
//! assert_eq!(classes[0], class::GIVEN_FEMALE);
//! assert_eq!(classes[1], 0);
//! assert!(classes[4] & class::PHRASE_PLACE > 0);
//! ```

mod unpack;

use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

/// The bits of a word.
pub mod class {
    pub const GIVEN_MALE: u16 = 1;
    /// Names of both genders have both bits.
    pub const GIVEN_FEMALE: u16 = 1 << 1;
    pub const SURNAME: u16 = 1 << 2;
    pub const COUNTRY: u16 = 1 << 3;
    /// Peoples and faiths too: Kurdish, Sunni.
    pub const NATIONALITY: u16 = 1 << 4;
    /// Cities, regions, seas, mountains.
    pub const PLACE: u16 = 1 << 5;
    pub const ORG: u16 = 1 << 6;
    /// Forms of address, ranks, offices, callings: Mr, general, spokeswoman.
    pub const TITLE: u16 = 1 << 7;
    /// Words that organisations are called by: ministry, university, Ltd.
    pub const ORG_WORD: u16 = 1 << 8;
    /// Words that places are called by: street, oblast, mount.
    pub const PLACE_WORD: u16 = 1 << 9;
    /// A name that is an ordinary word too: will, mark, reading.
    pub const COMMON: u16 = 1 << 10;
    /// Inside a phrase of several words: New York.
    pub const PHRASE_PLACE: u16 = 1 << 11;
    pub const PHRASE_ORG: u16 = 1 << 12;
    pub const PHRASE_COUNTRY: u16 = 1 << 13;
    pub const PHRASE_TITLE: u16 = 1 << 14;
    /// The first word of a phrase.
    pub const PHRASE_BEGIN: u16 = 1 << 15;
}
use class::*;

/// Classes whose words need no capital.
const ANY_CASE: u16 = TITLE | ORG_WORD | PLACE_WORD;
/// Words of a phrase.
const LONGEST: usize = 4;

/// Why a list cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GazetteerError {
    /// It does not begin like a gazetteer.
    NotAGazetteer,
    /// It was made for another version of Copydesk.
    Version { found: u16 },
    /// It is shorter or longer than it says, or its checksum differs: a broken download.
    Damaged,
}

impl fmt::Display for GazetteerError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            GazetteerError::NotAGazetteer => write!(f, "This file is not a gazetteer of Copydesk."),
            GazetteerError::Version { found } => write!(
                f,
                "The gazetteer has version {found}, this Copydesk needs version {}: use the one it came with.",
                unpack::VERSION
            ),
            GazetteerError::Damaged => {
                write!(f, "The gazetteer is damaged: download or build it again.")
            }
        }
    }
}

impl std::error::Error for GazetteerError {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Female,
    Male,
}

/// A sorted list of keys with their bits.
pub struct Gazetteer {
    /// One after another, ASCII.
    keys: Vec<u8>,
    /// Where each ends.
    ends: Vec<u32>,
    sets: Vec<u16>,
}

/// The list that Copydesk comes with.
pub fn shipped() -> &'static Gazetteer {
    static SHIPPED: LazyLock<Gazetteer> = LazyLock::new(|| {
        Gazetteer::load(include_bytes!("../../models/gazetteer.bin")).expect("is tested")
    });
    &SHIPPED
}

impl Gazetteer {
    pub fn load(file: &[u8]) -> Result<Self, GazetteerError> {
        unpack::unpack(file)
    }

    /// The bits of each word of a sentence: those that it has alone and those of the longest phrase it stands in.
    pub fn classes(&self, words: &[&str]) -> Vec<u16> {
        let mut key = String::new();
        let mut bits: Vec<u16> = words.iter().map(|word| self.word(word, &mut key)).collect();
        let mut at = 0;
        while at < words.len() {
            let (end, phrase) = self.phrase(words, at, &mut key);
            bits[at..end].iter_mut().for_each(|bits| *bits |= phrase);
            if end > at {
                bits[at] |= PHRASE_BEGIN;
            }
            at = end.max(at + 1);
        }
        bits
    }

    /// What a given name says of its bearer; `None` for unknown names and for those of both genders.
    ///
    /// ```
    /// use copydesk::syntax::gazetteer::{self, Gender};
    /// assert_eq!(gazetteer::shipped().gender("Olena"), Some(Gender::Female));
    /// assert_eq!(gazetteer::shipped().gender("Kim"), None);
    /// ```
    pub fn gender(&self, given: &str) -> Option<Gender> {
        match self.word(given, &mut String::new()) & (GIVEN_MALE | GIVEN_FEMALE) {
            GIVEN_MALE => Some(Gender::Male),
            GIVEN_FEMALE => Some(Gender::Female),
            _ => None,
        }
    }

    /// The bits of a word alone. `key` is room for its key.
    fn word(&self, word: &str, key: &mut String) -> u16 {
        key.clear();
        key.push('=');
        push_key(word, key);
        if is_capitals(word) && key.len() > 2 {
            let acronym = self.bits(key);
            if acronym > 0 {
                return acronym;
            }
        }
        let bits = self.bits(&key[1..]);
        if has_capital(word) { bits } else { bits & ANY_CASE }
    }

    /// End and bits of the longest phrase that begins at `at`; (`at`, 0) where none does.
    fn phrase(&self, words: &[&str], at: usize, key: &mut String) -> (usize, u16) {
        key.clear();
        push_key(words[at], key);
        let (mut found, mut parts) = ((at, 0), 1);
        if key.is_empty() || !self.begins_phrase(key) {
            return found;
        }
        for (i, word) in words.iter().enumerate().take(at + 2 * LONGEST - 1).skip(at + 1) {
            if is_hyphen(word) {
                continue;
            }
            let before = key.len();
            key.push(' ');
            push_key(word, key);
            parts += 1;
            if key.len() == before + 1 || parts > LONGEST {
                break;
            }
            let bits = self.bits(key);
            let capitals = has_capital(words[at]) && has_capital(word);
            let bits = if capitals { bits } else { bits & ANY_CASE };
            if bits > 0 {
                found = (i + 1, in_phrase(bits));
            }
        }
        found
    }

    fn key(&self, index: usize) -> &[u8] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.keys[start as usize..self.ends[index] as usize]
    }

    /// Where the key stands, or would.
    fn find(&self, key: &str) -> Result<usize, usize> {
        let (mut from, mut to) = (0, self.sets.len());
        while from < to {
            let middle = from.midpoint(to);
            match self.key(middle).cmp(key.as_bytes()) {
                Ordering::Equal => return Ok(middle),
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
            }
        }
        Err(from)
    }

    fn bits(&self, key: &str) -> u16 {
        self.find(key).map_or(0, |index| self.sets[index])
    }

    /// Phrases stand right behind their first word, because no letter of a key is less than a space.
    fn begins_phrase(&self, key: &str) -> bool {
        let next = self.find(key).map_or_else(|at| at, |at| at + 1);
        next < self.sets.len()
            && self.key(next).strip_prefix(key.as_bytes()).is_some_and(|rest| rest[0] == b' ')
    }
}

static FOLDS: LazyLock<HashMap<char, &str>> = LazyLock::new(|| {
    let lines = include_str!("gazetteer/fold.tsv").lines().skip(1);
    let pairs = lines.filter_map(|line| line.split_once('\t'));
    pairs.flat_map(|(plain, letters)| letters.chars().map(move |letter| (letter, plain))).collect()
});

/// Adds a word's key: `U.S.` is `us`, `Müller` is `muller`, `O’Brien` is `obrien`, a hyphen is nothing.
fn push_key(word: &str, key: &mut String) {
    if is_hyphen(word) {
        return;
    }
    if word.is_ascii() {
        key.extend(
            word.bytes()
                .filter(|b| !b".'`".contains(b))
                .map(|b| char::from(b.to_ascii_lowercase())),
        );
        return;
    }
    for c in word.to_lowercase().chars() {
        match c {
            '.' | '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | 'ʻ' | '`' | '´' | '\u{300}'..='\u{36F}' => {
            }
            _ => match FOLDS.get(&c) {
                Some(plain) => key.push_str(plain),
                None => key.push(c),
            },
        }
    }
}

fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "‐" | "‑")
}

fn has_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

/// WHO, U.S., G20.
fn is_capitals(word: &str) -> bool {
    has_capital(word) && !word.chars().any(char::is_lowercase)
}

/// The bits that each word of a phrase gets; what has none of its own (New Yorker) keeps its class.
fn in_phrase(bits: u16) -> u16 {
    let own = [
        (PLACE, PHRASE_PLACE),
        (ORG, PHRASE_ORG),
        (COUNTRY, PHRASE_COUNTRY),
        (TITLE, PHRASE_TITLE),
    ];
    own.iter().fold(bits, |bits, (one, all)| if bits & one > 0 { bits & !one | all } else { bits })
}

#[cfg(test)]
#[path = "gazetteer/tests.rs"]
mod tests;
