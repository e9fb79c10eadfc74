//! Text -> tokens.
//!
//! The division follows Universal Dependencies for English: clitics (`'s`, `n't`), hyphens and slashes are
//! tokens of their own, a full stop belongs to its abbreviation, digits are cut from letters (`8` `am`)
//! but keep their ordinal or plural ending (`21st`, `1990s`).

use super::abbreviation::{self, Follows};
use crate::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, also with digits after them (`F16`), clitics and abbreviations with their stop.
    Word,
    /// Begins with a digit (`1,234.5`, `21st`, `1990s`) or is a fraction sign (`½`).
    Number,
    /// A mark of punctuation, or several of one kind (`...`, `--`).
    Punct,
    /// Currency, per cent and other signs, emoji.
    Symbol,
    /// A web or mail address.
    Address,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub span: Span,
    pub kind: TokenKind,
    /// Whether white space (or nothing) stands before it.
    pub space_before: bool,
}

/// The tokens of all paragraphs.
pub fn tokenize(text: &str, paragraphs: &[Span]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for paragraph in paragraphs {
        let mut at = paragraph.start;
        let mut space_before = true;
        while let Some(c) = text[at..paragraph.end].chars().next() {
            if c.is_whitespace() {
                space_before = true;
                at += c.len_utf8();
                continue;
            }
            let rest = &text[at..paragraph.end];
            let (length, kind) = first(rest, c);
            let span = Span::new(at, at + length);
            push(&mut tokens, text, Token { span, kind, space_before });
            space_before = false;
            at += length;
        }
    }
    tokens
}

/// The kind of a word that is known to be one token, and not empty.
pub fn kind(word: &str) -> TokenKind {
    word.chars().next().map_or(TokenKind::Symbol, |c| first(word, c).1)
}

/// Length in bytes and kind of the token that `rest` begins with, whose first character is `c`.
fn first(rest: &str, c: char) -> (usize, TokenKind) {
    if let Some(length) = address(rest) {
        return (length, TokenKind::Address);
    }
    if c.is_ascii_digit() {
        return (number(rest), TokenKind::Number);
    }
    if matches!(c, '¼'..='¾' | '⅐'..='⅞') {
        return (c.len_utf8(), TokenKind::Number);
    }
    if c.is_alphabetic() || (matches!(c, '@' | '#') && rest[1..].starts_with(char::is_alphabetic)) {
        return (word(rest, c.len_utf8()), TokenKind::Word);
    }
    if matches!(c, '\'' | '’')
        && let Some(length) = leading_clitic(rest, c.len_utf8())
    {
        return (length, TokenKind::Word);
    }
    if matches!(c, '.' | '-' | '*' | '=' | '_' | '~') {
        return (rest.len() - rest.trim_start_matches(c).len(), TokenKind::Punct);
    }
    let kind = if is_punctuation(c) { TokenKind::Punct } else { TokenKind::Symbol };
    (c.len_utf8(), kind)
}

fn is_punctuation(c: char) -> bool {
    (c.is_ascii_punctuation()
        && !matches!(c, '$' | '%' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~'))
        || matches!(c, '‐'..='‧' | '‹' | '›' | '«' | '»' | '¡' | '¿' | '、' | '。' | '「' | '」')
}

/// `12`, `1,234.5`, `21st`, `1990s`; a separator only between digits.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    let letters = rest[end..].len() - rest[end..].trim_start_matches(char::is_alphabetic).len();
    let ending = rest[end..end + letters].to_ascii_lowercase();
    let ordinal = matches!(ending.as_str(), "st" | "nd" | "rd" | "th");
    let decade =
        ending == "s" && end >= 2 && bytes[end - 1] == b'0' && !rest[..end].contains(['.', ',']);
    if ordinal || decade { end + letters } else { end }
}

/// A run of letters and digits; a dotted abbreviation (`U.S.`, `a.m.`); an apostrophe between letters stays.
fn word(rest: &str, first: usize) -> usize {
    if let Some(length) = dotted(rest) {
        return length;
    }
    let mut end = first;
    let mut chars = rest[end..].chars().peekable();
    while let Some(c) = chars.next() {
        let inside =
            c.is_alphanumeric() || is_mark(c) || (c == '_' && rest.starts_with(['@', '#']));
        let joined =
            matches!(c, '\'' | '’') && chars.peek().is_some_and(|next| next.is_alphabetic());
        if !inside && !joined {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Combining marks, the soft hyphen and joiners belong to the word they stand in.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{064B}'..='\u{065F}' | '\u{00AD}' | '\u{200C}' | '\u{200D}')
}

/// `U.S.`, `a.m.`, `D.C`: two or more single letters with stops between them.
fn dotted(rest: &str) -> Option<usize> {
    let mut end = 0;
    let mut letters = 0;
    loop {
        let mut chars = rest[end..].chars();
        let letter = chars.next().filter(|c| c.is_alphabetic());
        let Some(letter) = letter else { break };
        if !chars.as_str().starts_with('.') {
            // The last stop is often left out: `U.K`.
            if letters > 0 && !chars.as_str().starts_with(char::is_alphanumeric) {
                letters += 1;
                end += letter.len_utf8();
            }
            break;
        }
        letters += 1;
        end += letter.len_utf8() + 1;
    }
    (letters >= 2).then_some(end)
}

/// `’s`, `'re`, `'em`, `’tis`, where no letter stands before.
fn leading_clitic(rest: &str, apostrophe: usize) -> Option<usize> {
    let after = &rest[apostrophe..];
    let letters = after.len() - after.trim_start_matches(char::is_alphabetic).len();
    let word = after[..letters].to_ascii_lowercase();
    matches!(word.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m" | "em" | "tis" | "twas" | "til")
        .then_some(apostrophe + letters)
}

/// A web or mail address, without the punctuation that ends its sentence.
fn address(rest: &str) -> Option<usize> {
    let head = rest.get(..8.min(rest.len())).unwrap_or_default();
    let web =
        head.starts_with("http://") || head.starts_with("https://") || head.starts_with("www.");
    if !web && !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '”' | '“'))
        .unwrap_or(rest.len());
    let candidate =
        rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
    (web || is_mail(candidate)).then_some(candidate.len())
}

fn is_mail(candidate: &str) -> bool {
    candidate.split_once('@').is_some_and(|(user, host)| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        !user.is_empty() && user.chars().all(plain) && host.contains('.') && host.chars().all(plain)
    })
}

/// Adds a token: with clitics cut off, and the full stop added to an abbreviation before it.
fn push(tokens: &mut Vec<Token>, text: &str, token: Token) {
    let word = token.span.of(text);
    if token.kind == TokenKind::Punct && word == "." && !token.space_before {
        let last = tokens.last_mut().filter(|last| last.kind == TokenKind::Word);
        if let Some(last) =
            last.filter(|last| takes_stop(last.span.of(text), &text[token.span.end..]))
        {
            last.span.end = token.span.end;
            return;
        }
    }
    if token.kind == TokenKind::Word
        && let Some(cut) = clitic(word)
    {
        let middle = token.span.start + cut;
        tokens.push(Token { span: Span::new(token.span.start, middle), ..token });
        let span = Span::new(middle, token.span.end);
        tokens.push(Token { span, space_before: false, ..token });
        return;
    }
    tokens.push(token);
}

/// Whether the full stop after `word` belongs to it.
fn takes_stop(word: &str, after: &str) -> bool {
    let next = after.trim_start_matches([' ', '\u{a0}']).chars().next();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    match abbreviation::follows(word) {
        Some(Follows::Number) => next.is_some_and(|c| c.is_ascii_digit()),
        Some(Follows::Name | Follows::Anything) => true,
        None => initial && word != "I" && next.is_some_and(char::is_alphabetic),
    }
}

/// Where a clitic at the end of a word begins: `mayor|'s`, `do|n't`; bytes.
fn clitic(word: &str) -> Option<usize> {
    let at = word.rfind(['\'', '’']).filter(|&at| at > 0)?;
    let after = word[at..].trim_start_matches(['\'', '’']);
    if after.eq_ignore_ascii_case("t") {
        return (at > 1 && word[..at].ends_with(['n', 'N'])).then(|| at - 1);
    }
    let lower = after.to_ascii_lowercase();
    matches!(lower.as_str(), "s" | "re" | "ve" | "ll" | "d" | "m").then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let paragraphs = crate::text::paragraph::split(text);
        let tokens = tokenize(text, &paragraphs);
        tokens.iter().map(|t| t.span.of(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn divides_as_universal_dependencies_does() {
        for (text, expected) in [
            ("The mayor’s men don't know.", "The mayor ’s men do n't know ."),
            ("a 70-year-old woman", "a 70 - year - old woman"),
            ("At 8am–6pm, 4:01 p.m. BST", "At 8 am – 6 pm , 4 : 01 p.m. BST"),
            ("on 21st May in the 1990s", "on 21st May in the 1990s"),
            ("$2.5m, €1,234.50 and 3%", "$ 2.5 m , € 1,234.50 and 3 %"),
            ("U.S. and U.K officials", "U.S. and U.K officials"),
            ("Dr. J. R. Hale, Inc. Next", "Dr. J. R. Hale , Inc. Next"),
            ("It was No. 5. No. I said so.", "It was No. 5 . No . I said so ."),
            ("O’Brien said 'we’re out'", "O’Brien said ' we ’re out '"),
            (
                "See https://example.org/a?b. Or me@example.org!",
                "See https://example.org/a?b . Or me@example.org !",
            ),
            ("wait... and -- go", "wait ... and -- go"),
            ("F16 and 2½ and A320s", "F16 and 2 ½ and A320s"),
            ("Zoë Łódź Київ", "Zoë Łódź Київ"),
        ] {
            assert_eq!(words(text), expected);
        }
    }
}
