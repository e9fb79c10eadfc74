//! Text -> tokens.
//!
//! The division follows Universal Dependencies for English: clitics (`'s`, `n't`), slashes and most hyphens are
//! tokens of their own, a full stop belongs to its abbreviation, digits are cut from letters (`8` `am`)
//! but keep their ordinal or plural ending (`21st`, `1990s`). Times and numeric dates stay apart (`4` `:` `01`),
//! where it has them whole: the grammars of dates and figures read their parts.

use super::abbreviation::{self, Follows};
use super::contraction::{self, APOSTROPHES};
use super::{address, emoji, hyphen};
use crate::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, also with digits after them (`F16`), clitics, abbreviations with their stop, words with a
    /// prefix (`re-open`), words that break off (`th-`).
    Word,
    /// Begins with a digit (`1,234.5`, `.22`, `21st`, `1990s`) or is a fraction sign (`½`).
    Number,
    /// A mark of punctuation, or several of one kind (`...`, `--`, `?!`).
    Punct,
    /// Currency, per cent and other signs, emoji, the number of an item in a list (`2.`).
    Symbol,
    /// A web or mail address, the name of a file, a telephone number.
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
        if let Some(length) = item_number(paragraph.of(text)) {
            let span = Span::new(at, at + length);
            tokens.push(Token { span, kind: TokenKind::Symbol, space_before });
            at += length;
        }
        while let Some(c) = text[at..paragraph.end].chars().next() {
            if c.is_whitespace() {
                space_before = true;
                at += c.len_utf8();
                continue;
            }
            let rest = &text[at..paragraph.end];
            let before = text[..at].chars().next_back().filter(|_| !space_before);
            let (length, kind) = first(rest, c, before);
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
    if item_number(word).is_some() {
        return TokenKind::Symbol;
    }
    word.chars().next().map_or(TokenKind::Symbol, |c| first(word, c, None).1)
}

/// Length of the number that a paragraph of a list begins with, with its stop: `2.`, `4.1.`.
fn item_number(paragraph: &str) -> Option<usize> {
    let digits =
        |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    let word = paragraph.split(char::is_whitespace).next()?;
    let numbers = word.strip_suffix('.')?;
    let begins = |c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\'');
    let after = paragraph[word.len()..].trim_start();
    let item = numbers.split('.').all(digits) && (after.is_empty() || after.starts_with(begins));
    item.then_some(word.len())
}

/// Length in bytes and kind of the token that `rest` begins with, whose first character is `c`.
/// `before`: what stands right before it, without a space.
fn first(rest: &str, c: char, before: Option<char>) -> (usize, TokenKind) {
    if let Some(length) = address::address(rest) {
        return (length, TokenKind::Address);
    }
    if let Some(length) = emoji::emoji(rest).or_else(|| emoji::face(rest)) {
        return (length, TokenKind::Symbol);
    }
    let decimal = c == '.'
        && rest[1..].starts_with(|c: char| c.is_ascii_digit())
        && before.is_none_or(|before| !before.is_alphanumeric() && before != '.');
    if c.is_ascii_digit() || decimal {
        return (number(rest), TokenKind::Number);
    }
    if matches!(c, '¼'..='¾' | '⅐'..='⅞') {
        return (c.len_utf8(), TokenKind::Number);
    }
    if c.is_alphabetic() || (matches!(c, '@' | '#') && rest[1..].starts_with(char::is_alphabetic)) {
        return (word(rest, before != Some('-')), TokenKind::Word);
    }
    if APOSTROPHES.contains(&c) {
        if let Some(length) = contraction::leading(rest, c.len_utf8()) {
            return (length, TokenKind::Word);
        }
        // Two of them are one quotation mark.
        let doubled = c != '´' && rest[c.len_utf8()..].starts_with(c);
        return (c.len_utf8() * if doubled { 2 } else { 1 }, TokenKind::Punct);
    }
    let kind = if is_punctuation(c) { TokenKind::Punct } else { TokenKind::Symbol };
    (run(rest, c), kind)
}

/// Length of the marks of one kind that `rest` begins with: `...`, `--`, `?!`, `>>`; bytes.
fn run(rest: &str, c: char) -> usize {
    let after = match c {
        '.' | '…' => rest.trim_start_matches(['.', '…']),
        '!' | '?' => rest.trim_start_matches(['!', '?']),
        '-' | '–' | '—' | '*' | '=' | '_' | '~' | '<' | '>' | '+' | '$' => {
            rest.trim_start_matches(c)
        }
        _ => return c.len_utf8(),
    };
    rest.len() - after.len()
}

fn is_punctuation(c: char) -> bool {
    (c.is_ascii_punctuation() && !matches!(c, '$' | '%' | '+' | '<' | '=' | '>' | '^' | '|' | '~'))
        || matches!(c, '‐'..='‧' | '‹' | '›' | '«' | '»' | '¡' | '¿' | '、' | '。' | '「' | '」')
}

/// `12`, `1,234.5`, `1’000`, `.22`, `21st`, `1990s`; a separator only before a digit.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    while end > 0
        && let Some(group) = group(&rest[..end], &rest[end..])
    {
        end += group;
    }
    let letters = rest[end..].len() - rest[end..].trim_start_matches(char::is_alphabetic).len();
    let ending = rest[end..end + letters].to_ascii_lowercase();
    let ordinal = matches!(ending.as_str(), "st" | "nd" | "rd" | "th");
    let decade =
        ending == "s" && end >= 2 && bytes[end - 1] == b'0' && !rest[..end].contains(['.', ',']);
    if ordinal || decade { end + letters } else { end }
}

/// Marks other than commas and stops that part groups of three digits; the spaces are narrow or do not break.
pub const GROUPERS: &[char] = &['\'', '’', '\u{a0}', '\u{202f}', '\u{2009}'];

/// Length of the group of three digits that goes on `number`, with the mark before it: `’000`; bytes.
fn group(number: &str, rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix(GROUPERS)?;
    let three = digits.bytes().take_while(u8::is_ascii_digit).count() == 3;
    let before = number.rsplit(GROUPERS).next()?;
    let grouped = before.len() < number.len();
    let plain = before.bytes().all(|byte| byte.is_ascii_digit());
    let first = plain && before.len() <= 3 && !before.starts_with('0');
    (three && (grouped || first)).then_some(rest.len() - digits.len() + 3)
}

/// Letters and digits, with the hyphen of a prefix or of a word that breaks off; or a dotted abbreviation.
/// `free`: no hyphen stands right before it.
fn word(rest: &str, free: bool) -> usize {
    if let Some(length) = degree(rest).or_else(|| dotted(rest)) {
        return length;
    }
    let end = letters(rest);
    let (start, after) = rest.split_at(end);
    if free && hyphen::is_prefix(start, after) {
        end + 1 + letters(&after[1..])
    } else if free && hyphen::breaks_off(start, after) {
        end + 1
    } else {
        end
    }
}

/// Letters and digits; an apostrophe, an underscore or (between capitals) an ampersand inside stays.
fn letters(rest: &str) -> usize {
    let tag = rest.starts_with(['@', '#']);
    let mut end = usize::from(tag);
    let mut chars = rest[end..].chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let joined = match c {
            '_' => tag || (end > 0 && next.is_alphanumeric()),
            '&' => next.is_ascii_uppercase() && rest[..end].bytes().all(|b| b.is_ascii_uppercase()),
            c => APOSTROPHES.contains(&c) && next.is_alphabetic(),
        };
        if !(c.is_alphanumeric() || is_mark(c) || joined) {
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

/// Degrees, which mix one letter and several between their stops.
const DEGREES: &[&str] =
    &["Ph.D", "D.Phil", "M.Phil", "B.Sc", "M.Sc", "B.Ed", "M.Ed", "Ed.D", "Psy.D", "LL.B", "LL.M"];

fn degree(rest: &str) -> Option<usize> {
    let length = DEGREES.iter().find(|degree| rest.starts_with(**degree))?.len();
    let after = &rest[length..];
    let stop = usize::from(after.starts_with('.'));
    (!after.starts_with(char::is_alphanumeric)).then_some(length + stop)
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

/// Adds a token: with clitics cut off, and the full stop added to an abbreviation before it.
fn push(tokens: &mut Vec<Token>, text: &str, token: Token) {
    let word = token.span.of(text);
    if token.kind == TokenKind::Punct && word == "." && !token.space_before {
        let before = tokens.iter().rev().nth(1).map_or("", |before| before.span.of(text));
        let last = tokens.last_mut().filter(|last| last.kind == TokenKind::Word);
        let after = &text[token.span.end..];
        if let Some(last) = last.filter(|last| takes_stop(before, last.span.of(text), after)) {
            last.span.end = token.span.end;
            return;
        }
    }
    if token.kind != TokenKind::Word {
        tokens.push(token);
        return;
    }
    let (mut start, mut space_before) = (token.span.start, token.space_before);
    for end in contraction::ends(word) {
        let span = Span::new(start, token.span.start + end);
        tokens.push(Token { span, space_before, ..token });
        (start, space_before) = (span.end, false);
    }
}

/// Whether the full stop after `word` belongs to it.
fn takes_stop(before: &str, word: &str, after: &str) -> bool {
    // No sentence ends before a comma.
    if after.starts_with([',', ';']) && word.len() <= 5 {
        return true;
    }
    let after = after.trim_start_matches([' ', '\u{a0}']);
    let next = after.chars().next();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    match abbreviation::follows(word) {
        Some(Follows::Number) => next.is_some_and(|c| c.is_ascii_digit()),
        Some(Follows::Calendar) => next.is_some_and(|c| c.is_ascii_digit() || c.is_lowercase()),
        Some(Follows::Year) => {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            matches!(digits, 3 | 4)
        }
        Some(Follows::Name | Follows::Anything) => true,
        // `Dr. I. Hale`, `the chair, I. Hale,` and `I. S. Hale`, but `So do I. Hale …`
        None if word == "I" => before.ends_with([',', '.']) && capital(after) || is_initial(after),
        None => initial && next.is_some_and(char::is_alphabetic),
    }
}

fn capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// Whether it begins with a letter and a full stop: `S. Hale`.
fn is_initial(text: &str) -> bool {
    capital(text) && text.chars().nth(1) == Some('.')
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
            ("Dr. I. Hale, I. S. Hale, Yu. Hale", "Dr. I. Hale , I. S. Hale , Yu. Hale"),
            ("So do I. Hale said so.", "So do I . Hale said so ."),
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

    #[test]
    fn keeps_what_belongs_together() {
        for (text, expected) in [
            (
                "Her ex-husband re-opened a mid-1980s hall",
                "Her ex-husband re-opened a mid - 1980s hall",
            ),
            ("non-profit-making, semi-co-op", "non-profit - making , semi-co - op"),
            ("pre- and post-war; a UN-backed plan", "pre- and post-war ; a UN - backed plan"),
            ("the w- the th- there", "the w- the th- there"),
            ("he left- and came", "he left - and came"),
            ("R&D at AT&T, salt&pepper", "R&D at AT&T , salt & pepper"),
            ("Rated 4.5?! No!! Go....", "Rated 4.5 ?! No !! Go ...."),
            ("``Go,'' he said, ''now''", "`` Go , '' he said , '' now ''"),
            ("the cooks' boat, 'go'", "the cooks ' boat , ' go '"),
            ("hit .265; $.50 a.5 end..5", "hit .265 ; $ .50 a . 5 end .. 5"),
            (
                "1’000’000, 14\u{202f}500 and 6'2\" or 1'0000",
                "1’000’000 , 14\u{202f}500 and 6 ' 2 \" or 1 ' 0000",
            ),
            ("and/or a_b _c_", "and / or a_b _ c _"),
            ("Yes :-) #Flood @port_hale 👍🏽🇫🇷", "Yes :-) #Flood @port_hale 👍🏽 🇫🇷"),
            ("See plan-2.pdf at harbour.org/plan.", "See plan-2.pdf at harbour.org/plan ."),
            (
                "(born c. 1840; d. 1901) plan b. 31 came",
                "( born c. 1840 ; d. 1901 ) plan b . 31 came",
            ),
            (
                "in Feb. and on Sun. at sea. The sun. It",
                "in Feb. and on Sun. at sea . The sun . It",
            ),
            (
                "GEN. BRANDT has a Ph.D. in Hale, Lib., now",
                "GEN. BRANDT has a Ph.D. in Hale , Lib. , now",
            ),
            ("1. The port\n4.1. “Plans”\n31. came", "1. The port 4.1. “ Plans ” 31 . came"),
        ] {
            assert_eq!(words(text), expected);
        }
    }

    #[test]
    fn takes_linear_time() {
        for piece in ["a-", "a@", "('", "x.", "re-", "👍🏽", "o'", "[1] ", "9-"] {
            let text = piece.repeat(200_000);
            assert!(!tokenize(&text, &[Span::new(0, text.len())]).is_empty());
        }
    }
}
