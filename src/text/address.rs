//! Web and mail addresses, telephone numbers, names of files.

/// What a web address begins with.
const SCHEMES: &[&str] = &["http://", "https://", "ftp://", "www.", "mailto:", "doi:10."];

/// Longer host names, file names and mail addresses are none; nor is more of a text looked at for one.
const LONGEST: usize = 320;

/// Ends of host names that are no English words.
const DOMAINS: &[&str] = &["com", "org", "net", "gov", "edu", "int", "biz", "info"];

/// What stands before the two letters of a country: `co.uk`, `gov.in`.
const SECOND_DOMAINS: &[&str] = &["co", "com", "org", "net", "gov", "edu", "ac"];

const FILES: &[&str] = &[
    "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "txt", "csv", "rtf", "zip", "exe", "jpg",
    "jpeg", "png", "gif", "svg", "mp3", "mp4", "html", "htm", "xml", "json",
];

/// Length of the address that `rest` begins with, without the punctuation that ends its sentence; bytes.
pub fn address(rest: &str) -> Option<usize> {
    if !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let scheme = |scheme: &&str| {
        let start = rest.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    if SCHEMES.iter().any(scheme) {
        return Some(path(rest));
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@');
    let end = rest.bytes().take(LONGEST).take_while(|&byte| plain(byte.into())).count();
    let candidate = rest[..end].trim_end_matches(['.', '-', '_']);
    if rest[candidate.len()..].starts_with(char::is_alphanumeric) {
        return None;
    }
    if is_mail(candidate) || is_file(candidate) || is_telephone(candidate) {
        return Some(candidate.len());
    }
    let host = is_host(candidate);
    let slash = rest[candidate.len()..].starts_with('/');
    host.then(|| if slash { path(rest) } else { candidate.len() })
}

/// Up to the next space or quotation mark, without what ends the sentence; a bracket only as one of a pair.
fn path(rest: &str) -> usize {
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '”' | '“' | '»'))
        .unwrap_or(rest.len());
    let mut address = &rest[..end];
    let (opened, closed) = (address.matches('(').count(), address.matches(')').count());
    let mut unopened = closed.saturating_sub(opened);
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if unopened > 0 => unopened -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | ']' | '\'' | '’' => {}
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address.len()
}

fn is_mail(candidate: &str) -> bool {
    candidate.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !host.starts_with('.') && !host.contains('@')
    })
}

/// `harbour.org`, `news.harbour.co.uk`
fn is_host(candidate: &str) -> bool {
    let mut labels = candidate.rsplit('.');
    let (Some(last), Some(before)) = (labels.next(), labels.next()) else { return false };
    let among = |list: &[&str], label: &str| list.iter().any(|d| label.eq_ignore_ascii_case(d));
    let country = last.len() == 2 && among(SECOND_DOMAINS, before) && labels.next().is_some();
    let plain = |label: &str| !label.is_empty() && !label.contains(['_', '+', '@']);
    (country || among(DOMAINS, last)) && candidate.split('.').all(plain)
}

fn is_file(candidate: &str) -> bool {
    candidate.rsplit_once('.').is_some_and(|(stem, ending)| {
        let known = FILES.iter().any(|file| ending.eq_ignore_ascii_case(file));
        known && !stem.is_empty() && !stem.ends_with('.') && !stem.contains('@')
    })
}

/// `020-555-0134`, `1-800-555-0134`: three groups or more, the last two of three and four digits.
/// With two it could be a range of numbers.
fn is_telephone(candidate: &str) -> bool {
    let lengths: Vec<usize> = candidate.split('-').map(str::len).collect();
    let [first @ .., 3, 4] = lengths.as_slice() else { return false };
    let digits = candidate.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
    digits && !first.is_empty() && first.iter().all(|length| (1..=3).contains(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_where_the_address_does() {
        for (text, expected) in [
            ("https://example.org/a?b. Or", "https://example.org/a?b"),
            ("Http://example.org/A_(b), or", "Http://example.org/A_(b)"),
            ("www.example.org) and", "www.example.org"),
            ("mailto:me@example.org.", "mailto:me@example.org"),
            ("me.too@example.co.uk!", "me.too@example.co.uk"),
            ("Harbour.org, she", "Harbour.org"),
            ("news.harbour.co.uk.", "news.harbour.co.uk"),
            ("harbour.org/ferries/12: it", "harbour.org/ferries/12"),
            ("plan_4-B.pdf and", "plan_4-B.pdf"),
            ("020-555-0134.", "020-555-0134"),
            ("1-800-555-0134 now", "1-800-555-0134"),
        ] {
            assert_eq!(address(text).map(|end| &text[..end]), Some(expected));
        }
    }

    #[test]
    fn other_words_are_none() {
        for text in [
            "left.It",
            "U.S.",
            "2.5",
            "2001-2005",
            "555-0134",
            "3-1",
            "12-555-0134567",
            "@hale",
            "end.info1",
            "a.b",
            ".com",
            "word",
            "9.30-10.30",
            "",
            "é.com",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}
