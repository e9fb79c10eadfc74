//! The parts of two names side by side, so that they fit best.

use std::cmp::Ordering;

use super::{Part, sound};

/// The most parts of a name that are read.
pub const MOST: usize = 8;

/// Parts less alike than this are not laid beside one another.
const ALIKE: f64 = 0.35;
/// What a part of the longer name counts that the shorter has not: a patronymic may be left out.
const LEFT_OUT: f64 = 0.18;
/// What is left of the likeness where only one part of several fits: relatives share a surname.
const ONE_ONLY: f64 = 0.75;

/// How well two names fit, 0 to 1, whichever order their parts stand in.
pub fn best(one: &[Part], other: &[Part]) -> f64 {
    let laid = |short: &[Part], long: &[Part]| {
        let row = |part: &Part| long.iter().map(|facing| alike(part, facing)).collect();
        let table: Vec<Vec<f64>> = short.iter().map(row).collect();
        Search { short, long, table }.from(0, 0, Fit::default())
    };
    match one.len().cmp(&other.len()) {
        Ordering::Less => laid(one, other),
        Ordering::Greater => laid(other, one),
        Ordering::Equal => laid(one, other).min(laid(other, one)),
    }
}

/// How alike two parts are; an initial may stand for its name.
fn alike(one: &Part, other: &Part) -> f64 {
    if one.latin == other.latin {
        return 1.0;
    }
    if is_initial(&one.latin, &other.latin) || is_initial(&other.latin, &one.latin) {
        return 0.8;
    }
    if one.latin.len() == 1 || other.latin.len() == 1 {
        return if one.latin[..1] == other.latin[..1] { 0.8 } else { 0.0 };
    }
    if one.sound == other.sound {
        return 0.99;
    }
    let vowel = |part: &Part| part.sound.starts_with(['a', 'e', 'i', 'o', 'u']);
    let starts = one.sound[..1] == other.sound[..1] || vowel(one) && vowel(other);
    (sound::likeness(&one.sound, &other.sound) - if starts { 0.0 } else { 0.08 }).max(0.0)
}

/// `Yu.` for `Yuliya`: the letters that write one sound.
fn is_initial(short: &str, long: &str) -> bool {
    const SOUNDS: &[&str] =
        &["yu", "ya", "ye", "zh", "sh", "ch", "kh", "ts", "iu", "ia", "dj", "ph"];
    SOUNDS.contains(&short) && long.len() > 3 && long.starts_with(short)
}

/// What a part counts: a long one says more.
fn weight(part: &Part) -> f64 {
    (part.latin.len() as f64).clamp(1.5, 8.0) / 4.0
}

/// The parts laid side by side so far.
#[derive(Clone, Copy, Default)]
struct Fit {
    sum: f64,
    weight: f64,
    /// How many fit well.
    good: usize,
}

struct Search<'a> {
    short: &'a [Part],
    long: &'a [Part],
    table: Vec<Vec<f64>>,
}

impl Search<'_> {
    /// The best that can be had from part `at` of the shorter name on; `used` marks parts of the longer.
    fn from(&self, at: usize, used: u32, fit: Fit) -> f64 {
        let Some(part) = self.short.get(at) else { return self.total(used, fit) };
        let initial = part.latin.len() == 1;
        let weight = if initial { 0.3 } else { weight(part) };
        let laid = |alike: f64| Fit {
            sum: fit.sum + weight * alike.powf(1.5),
            weight: fit.weight + weight,
            good: fit.good + usize::from(alike > 0.6),
        };
        let alone = self.from(at + 1, used, laid(0.0));
        (0..self.long.len())
            .filter(|&facing| used >> facing & 1 == 0 && self.table[at][facing] > ALIKE)
            .map(|facing| self.from(at + 1, used | 1 << facing, laid(self.table[at][facing])))
            .fold(alone, f64::max)
    }

    fn total(&self, used: u32, fit: Fit) -> f64 {
        let left = (0..self.long.len()).filter(|facing| used >> facing & 1 == 0);
        let left: f64 = left.map(|facing| weight(&self.long[facing])).sum();
        let total = fit.sum / (fit.weight + LEFT_OUT * left);
        if fit.good < 2 && self.long.len() > 1 { total * ONE_ONLY } else { total }
    }
}
