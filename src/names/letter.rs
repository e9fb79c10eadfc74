//! Letters of other alphabets, and those with marks, in plain Latin ones (`letter.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

static LATIN: LazyLock<HashMap<char, &str>> = LazyLock::new(|| {
    let rows = word_list!("names/letter.tsv").lines().skip(1);
    rows.filter_map(|line| line.split_once('\t'))
        .flat_map(|(latin, letters)| letters.chars().map(move |letter| (letter, latin)))
        .collect()
});

/// A name in small Latin letters; what is no letter stays, apostrophes go.
pub fn latin(name: &str) -> String {
    let mut latin = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' | '‘' | '`' | 'ʻ' | 'ʼ' | '´' | 'ʿ' | 'ʾ' | '\u{300}'..='\u{36f}' =>
                {}
            // Written for letters by those who do not want to be found.
            '0' => latin.push('o'),
            '1' => latin.push('i'),
            _ => match LATIN.get(&letter) {
                Some(plain) => latin.push_str(plain),
                None => latin.push(letter),
            },
        }
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_plain() {
        for (letter, latin) in LATIN.iter() {
            assert!(latin.bytes().all(|b| b.is_ascii_lowercase()), "{letter}: {latin}");
        }
        assert_eq!(latin("Ўльга Żółć-O’Neil"), "ulga zolc-oneil");
    }
}
