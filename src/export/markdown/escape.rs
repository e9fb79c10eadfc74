//! Words of an article as Markdown that shows just them.

/// One line in which nothing is a mark, a link, a picture, HTML, a formula of mathematics or a cell of a table.
pub fn escaped(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        if is_marked(&line, at, c) {
            out.push('\\');
        }
        // They would turn the rest of the line around, our own words with it.
        if !is_direction(c) && !c.is_control() {
            out.push(c);
        }
    }
    out
}

/// Whether a character means something to some reader of Markdown where it stands.
fn is_marked(line: &str, at: usize, c: char) -> bool {
    let before = &line[..at];
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&' | '$' | '^'
        | '@' => true,
        // A list, a line under a heading.
        '-' | '+' | '=' => before.is_empty(),
        // A numbered list.
        '.' | ')' if !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit()) => true,
        // Addresses become links by themselves.
        '.' => ends_with(before, "www"),
        ':' => line[at..].starts_with("://"),
        _ => false,
    }
}

fn ends_with(text: &str, word: &str) -> bool {
    let start = text.len().checked_sub(word.len());
    start.and_then(|start| text.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// A control that changes the direction of what follows.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_only_words() {
        for (text, expected) in [
            ("31 people, “so” she said: yes!", "31 people, “so” she said: yes!"),
            ("a *b* _c_ `d` ~e~", r"a \*b\* \_c\_ \`d\` \~e\~"),
            ("![x](javascript:y)", r"!\[x\](javascript:y)"),
            ("<b onclick=x>&amp;", r"\<b onclick=x\>\&amp;"),
            (r"a \* b", r"a \\\* b"),
            ("12 | 13", r"12 \| 13"),
            ("two\n\n# lines", r"two \# lines"),
            ("- item", r"\- item"),
            ("+ item", r"\+ item"),
            ("=== ", r"\==="),
            ("1. first", r"1\. first"),
            ("1) first", r"1\) first"),
            ("about 1.5 and (2)", "about 1.5 and (2)"),
            ("$4.5m and $5m", r"\$4.5m and \$5m"),
            ("http://pier.example", r"http\://pier.example"),
            ("see WWW.pier.example", r"see WWW\.pier.example"),
            ("ida@pier.example", r"ida\@pier.example"),
            ("tur\u{202e}ned\u{2069}", "turned"),
        ] {
            assert_eq!(escaped(text), expected, "{text}");
        }
    }
}
