use super::*;

const FILE: &[u8] = include_bytes!("../../../models/gazetteer.bin");
const NAMES: [&str; 16] = [
    "GIVEN_MALE",
    "GIVEN_FEMALE",
    "SURNAME",
    "COUNTRY",
    "NATIONALITY",
    "PLACE",
    "ORG",
    "TITLE",
    "ORG_WORD",
    "PLACE_WORD",
    "COMMON",
    "PHRASE_PLACE",
    "PHRASE_ORG",
    "PHRASE_COUNTRY",
    "PHRASE_TITLE",
    "PHRASE_BEGIN",
];

fn names(bits: u16) -> String {
    let names: Vec<_> = (0..16).filter(|i| bits >> i & 1 > 0).map(|i| NAMES[i]).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(" ") }
}

#[test]
fn examples() {
    for line in include_str!("../../../models/gazetteer_examples.tsv").lines().skip(1) {
        let (words, expected) = line.split_once('\t').expect("two columns");
        let words: Vec<&str> = words.split(' ').collect();
        let found: Vec<String> = shipped().classes(&words).into_iter().map(names).collect();
        assert_eq!(found.join(" | "), expected, "{words:?}");
    }
}

#[test]
fn genders() {
    for (name, gender) in [
        ("Volodymyr", Some(Gender::Male)),
        ("MARIA", Some(Gender::Female)),
        ("José", Some(Gender::Male)),
        ("Andrea", None),
        ("Kyiv", None),
        ("the", None),
        ("", None),
    ] {
        assert_eq!(shipped().gender(name), gender, "{name}");
    }
}

#[test]
fn files_that_cannot_be_read() {
    let damaged = |at: usize| {
        let mut file = FILE.to_vec();
        file[at] ^= 1;
        Gazetteer::load(&file).err()
    };
    assert_eq!(Gazetteer::load(b"").err(), Some(GazetteerError::NotAGazetteer));
    assert_eq!(Gazetteer::load(b"<!doctype html>").err(), Some(GazetteerError::NotAGazetteer));
    assert_eq!(damaged(0), Some(GazetteerError::NotAGazetteer));
    assert_eq!(damaged(4), Some(GazetteerError::Version { found: 0 }));
    for at in [10, 14, 18, 1000, FILE.len() - 1] {
        assert_eq!(damaged(at), Some(GazetteerError::Damaged), "byte {at}");
    }
    for length in [4, 10, 17, 18, 500, FILE.len() - 1] {
        assert_eq!(
            Gazetteer::load(&FILE[..length]).err(),
            Some(GazetteerError::Damaged),
            "{length} bytes"
        );
    }
}

/// A file whose checksum holds but whose header lies ends in an error, not in a loop or a panic.
#[test]
fn headers_that_lie() {
    let mut file = FILE.to_vec();
    file[6..10].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(Gazetteer::load(&file).err(), Some(GazetteerError::Damaged));
}

#[test]
fn keys_are_sorted() {
    let list = shipped();
    assert!((1..list.sets.len()).all(|i| list.key(i - 1) < list.key(i)));
}

#[test]
fn little_memory() {
    let list = shipped();
    let bytes = list.keys.capacity() + 4 * list.ends.capacity() + 2 * list.sets.capacity();
    assert!(bytes < 1_000_000, "{bytes} bytes");
}
