//! Pictures that are typed: emoji, with all that joins them into one, and faces of punctuation (`:-)`).

const JOINER: char = '\u{200D}';

/// Length of the emoji that `rest` begins with; bytes. A flag, a family, a hand with its colour are one.
pub fn emoji(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().peekable();
    let (_, first) = chars.next()?;
    if first.is_ascii_digit() || matches!(first, '#' | '*') {
        return keycap(rest);
    }
    if !is_picture(first) {
        return None;
    }
    if is_flag_letter(first) {
        let second = chars.next().filter(|(_, c)| is_flag_letter(*c));
        return Some(first.len_utf8() * if second.is_some() { 2 } else { 1 });
    }
    let mut joined = false;
    let end = chars.find(|&(_, c)| {
        let goes_on = is_modifier(c) || c == JOINER || (joined && is_picture(c));
        joined = c == JOINER;
        !goes_on
    });
    Some(end.map_or(rest.len(), |(at, _)| at))
}

/// `1️⃣`: a sign, a selector, a frame.
fn keycap(rest: &str) -> Option<usize> {
    let framed =
        rest[1..].strip_prefix('\u{FE0F}').unwrap_or(&rest[1..]).strip_prefix('\u{20E3}')?;
    Some(rest.len() - framed.len())
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{2300}'..='\u{23FF}')
        && !is_modifier(c)
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// Selectors, colours of skin, and the tags that tell the flags of regions.
fn is_modifier(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{20E3}' | '\u{E0020}'..='\u{E007F}')
}

/// Length of the face that `rest` begins with, as `:-)` and `;D`; bytes.
pub fn face(rest: &str) -> Option<usize> {
    let eyes = rest.strip_prefix([':', ';', '='])?;
    let mouth = eyes.strip_prefix('-').unwrap_or(eyes);
    let after = mouth.strip_prefix([')', '(', 'D', 'P', '/', '|', ']', '['])?;
    let ends = after.starts_with(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '!' | '?'));
    (ends || after.is_empty()).then_some(rest.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_is_seen_as_one() {
        for (text, expected) in [
            ("😀😀", "😀"),
            ("👍🏽 yes", "👍🏽"),
            ("👩‍👩‍👧‍👦!", "👩‍👩‍👧‍👦"),
            ("❤️‍🔥", "❤️‍🔥"),
            ("🇬🇧🇫🇷", "🇬🇧"),
            ("🏴󠁧󠁢󠁳󠁣󠁴󠁿.", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
            ("1️⃣ first", "1️⃣"),
            ("☀️", "☀️"),
        ] {
            assert_eq!(emoji(text).map(|end| &text[..end]), Some(expected));
        }
        for text in ["1 first", "a", "“", "$", ""] {
            assert_eq!(emoji(text), None, "{text}");
        }
    }

    #[test]
    fn knows_faces() {
        for (text, expected) in [
            (":-) yes", Some(3)),
            (";D", Some(2)),
            (":).", Some(2)),
            (":D20", None),
            (":(a)", None),
            ("; (", None),
        ] {
            assert_eq!(face(text), expected, "{text}");
        }
    }
}
