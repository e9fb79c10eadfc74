//! A part of a name as it sounds: one letter a sound, the same for the ways in which English, French, German, Polish and
//! others write it. `C` is ch, `S` is sh, `J` is zh.

/// Letters and their sound, longest first; the first that fits is taken.
const SPELLINGS: &[(&str, &str)] = &[
    ("schtsch", "S"),
    ("shtsh", "S"),
    ("chtch", "S"),
    ("sjtsj", "S"),
    ("shch", "S"),
    ("szcz", "S"),
    ("tsch", "C"),
    ("dsch", "J"),
    ("tsj", "C"),
    ("tch", "C"),
    ("tx", "C"),
    ("stj", "S"),
    ("dzh", "J"),
    ("sch", "S"),
    ("cz", "C"),
    ("ch", "C"),
    ("dj", "J"),
    ("sj", "S"),
    ("sh", "S"),
    ("sz", "S"),
    ("zh", "J"),
    ("rz", "J"),
    ("kh", "h"),
    ("gh", "h"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("ts", "c"),
    ("tz", "c"),
    ("tc", "c"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("oo", "u"),
    ("ou", "u"),
    ("oe", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("ij", "i"),
    ("yi", "i"),
    ("ii", "i"),
    ("yy", "i"),
    ("ie", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
];

/// How a word in small Latin letters sounds; other letters stay.
pub fn fold(word: &str) -> String {
    let mut sounds = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let start = rest.len() == word.len();
        let (sound, length) = match rest {
            _ if start && (rest.starts_with("ye") || rest.starts_with("je")) => ("e", 2),
            _ if start && first == 'j' && rest.as_bytes().get(1).copied().is_none_or(is_vowel) => {
                ("J", 1)
            }
            "w" => ("u", 1),
            "ff" => ("v", 2),
            "ey" | "ei" => ("i", 2),
            _ => SPELLINGS
                .iter()
                .find(|(letters, _)| rest.starts_with(letters))
                .map_or((&rest[..first.len_utf8()], first.len_utf8()), |(letters, sound)| {
                    (sound, letters.len())
                }),
        };
        // A doubled sound is one.
        if !sounds.ends_with(sound) {
            sounds.push_str(sound);
        }
        rest = &rest[length..];
    }
    sounds
}

fn is_vowel(sound: u8) -> bool {
    matches!(sound, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Sounds that are written for one another.
const NEAR: &[[u8; 2]] = &[
    *b"vu", *b"sz", *b"SC", *b"cC", *b"hk", *b"gk", *b"dt", *b"bp", *b"JS", *b"ks", *b"vf", *b"iJ",
    *b"gJ", *b"gh", *b"sc", *b"tc", *b"JC", *b"zc", *b"zJ", *b"sS", *b"vb", *b"hJ", *b"dJ",
];

/// The cost of one sound for another.
fn exchange(one: u8, other: u8) -> f64 {
    let near = |pair: &[u8; 2]| *pair == [one, other] || *pair == [other, one];
    match (one, other) {
        _ if one == other => 0.0,
        _ if is_vowel(one) && is_vowel(other) => 0.35,
        _ if NEAR.iter().any(near) => 0.3,
        _ => 1.0,
    }
}

/// The cost of a sound that the other spelling does not have.
fn omission(sound: u8) -> f64 {
    if is_vowel(sound) || sound == b'h' { 0.35 } else { 0.9 }
}

fn weight(sounds: &str) -> f64 {
    sounds.bytes().map(|sound| if is_vowel(sound) { 0.4 } else { 1.0 }).sum()
}

/// How alike two words sound, 0 to 1.
pub fn likeness(one: &str, other: &str) -> f64 {
    let longest = weight(one).max(weight(other)).max(1.5);
    (1.0 - distance(one.as_bytes(), other.as_bytes()) / longest).max(0.0)
}

fn distance(one: &[u8], other: &[u8]) -> f64 {
    let mut row = vec![0.0];
    for &sound in other {
        row.push(row[row.len() - 1] + omission(sound));
    }
    for &sound in one {
        let mut next = vec![row[0] + omission(sound)];
        for (at, &facing) in other.iter().enumerate() {
            let least = (row[at] + exchange(sound, facing))
                .min(row[at + 1] + omission(sound))
                .min(next[at] + omission(facing));
            next.push(least);
        }
        row = next;
    }
    row[row.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sound_however_it_is_written() {
        for words in [
            &["chaika", "tschajka", "tchaika", "czajka"][..],
            &["shevchuk", "schewtschuk", "szewczuk"],
            &["romanov", "romanoff"],
            &["yevgeni", "evgeny", "jewgenij"],
            &["khadija", "ghadija"],
            &["dmitri", "dmitry", "dmitrij", "dmitriy"],
        ] {
            for word in words {
                assert_eq!(fold(word), fold(words[0]), "{word}");
            }
        }
        assert!(likeness(&fold("mohammed"), &fold("muhamad")) > 0.8);
        assert!(likeness(&fold("marsh"), &fold("weir")) < 0.4);
    }
}
