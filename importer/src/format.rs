//! Which format a file has: by what it holds, then by its name.

use serde::Serialize;

use crate::{Error, archive, rows};

/// What a file was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    Text,
    Markdown,
    WebPage,
    Word,
    Mail,
    JsonLines,
    Table,
}

/// How much of a file is looked at, in bytes.
const HEAD: usize = 4096;

/// Whether a file is more than plain text, so that this crate has to read it. A `true` too many does no harm.
pub fn looks_like(name: &str, bytes: &[u8]) -> bool {
    match of_bytes(bytes) {
        Ok(None) => {
            let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
            of_text(name, &head) != Format::Text
        }
        // What is no text at all is the engine's to refuse, but an archive has to be looked into.
        Err(_) => bytes.starts_with(b"PK\x03\x04"),
        Ok(Some(_)) => true,
    }
}

/// A format that shows in its bytes.
pub fn of_bytes(bytes: &[u8]) -> Result<Option<Format>, Error> {
    const OTHERS: &[(&[u8], &str, &str)] = &[
        (b"%PDF-", "a PDF", "Open it, copy its text and paste it here."),
        (b"\xD0\xCF\x11\xE0", "an old Word file", "Save it as .docx and try again."),
        (b"{\\rtf", "a rich text (RTF) file", "Save it as .docx or plain text and try again."),
        (b"\x89PNG", "a picture", "Paste the text that it shows."),
        (b"\xFF\xD8\xFF", "a picture", "Paste the text that it shows."),
        (b"GIF8", "a picture", "Paste the text that it shows."),
    ];
    if let Some((_, what, remedy)) = OTHERS.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Err(Error::Format(what, remedy));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return archive::format(bytes).map(Some);
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    Ok(is_mail(&head).then_some(Format::Mail))
}

/// The format of text.
pub fn of_text(name: &str, text: &str) -> Format {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let extension =
        name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    if is_page(start) {
        return Format::WebPage;
    }
    if rows::json::begins(start) {
        return Format::JsonLines;
    }
    match extension.as_str() {
        "html" | "htm" | "xhtml" => Format::WebPage,
        "jsonl" | "ndjson" | "json" => Format::JsonLines,
        "csv" | "tsv" | "tab" => Format::Table,
        "md" | "markdown" | "mdown" => Format::Markdown,
        _ if rows::table::begins(start) => Format::Table,
        _ => Format::Text,
    }
}

/// `<!doctype html`, `<html`, perhaps after comments and the XML declaration.
fn is_page(mut start: &str) -> bool {
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->"), ("<!--", "-->")] {
        if start.starts_with(open) {
            start = start.split_once(close).map_or("", |(_, rest)| rest).trim_start();
        }
    }
    let begins =
        |tag: &str| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    ["<!doctype html", "<html", "<meta charset", "<head>", "<body"].iter().any(|tag| begins(tag))
}

/// Headers from the first line on, two of them such as only mail has. (`Date:` and `Subject:` may head a plain text.)
fn is_mail(head: &str) -> bool {
    const OF_MAIL: [&str; 8] = [
        "from",
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "content-type",
        "delivered-to",
        "to",
    ];
    let mut known = 0;
    for line in head.lines().take_while(|line| !line.is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { return false };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            return false;
        }
        known += usize::from(OF_MAIL.contains(&name.to_ascii_lowercase().as_str()));
        if known == 2 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_what_they_hold_then_by_name() {
        for (name, text, expected) in [
            ("a.txt", "Ferry aground\n\nIt struck.", Format::Text),
            ("a.txt", "\n<!DOCTYPE html><p>It struck.", Format::WebPage),
            ("a", "<?xml version=\"1.0\"?>\n<!-- saved --><html>", Format::WebPage),
            ("a.html", "<p>It struck.</p>", Format::WebPage),
            ("a.txt", "<b>It</b> struck.", Format::Text),
            ("a.md", "# Ferry aground", Format::Markdown),
            ("a.txt", "# Ferry aground", Format::Text),
            ("a.txt", "{\"text\": \"It struck.\"}\n{", Format::JsonLines),
            ("a.txt", "{It struck.}", Format::Text),
            ("a.JSONL", "", Format::JsonLines),
            ("a.csv", "no,column", Format::Table),
            ("a.txt", "id;Title;Text\n1;Ferry;It struck.", Format::Table),
            ("a.txt", "Text, and more of it\n\nIt struck.", Format::Text),
            ("a.txt", "date,text", Format::Table),
        ] {
            assert_eq!(of_text(name, text), expected, "{name} {text:?}");
        }
    }

    #[test]
    fn mail_is_known_by_its_headers() {
        for (text, expected) in [
            (
                "From: Port <port@tarn.example>\nTo: desk@coast.example\nSubject: Ferry\n\nIt struck.",
                true,
            ),
            (
                "Received: from tarn.example\n\tby coast.example\nMIME-Version: 1.0\n\nIt struck.",
                true,
            ),
            ("Date: 12 May 2026\nSubject: Ferry\n\nIt struck.", false),
            ("From: the port\n\nTo: the desk", false),
            ("Ferry aground: 12 hurt\nFrom: x\nTo: y", false),
            ("", false),
        ] {
            assert_eq!(is_mail(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_not_read_says_so() {
        let error = of_bytes(b"%PDF-1.7\n").unwrap_err();
        assert_eq!(
            error.to_string(),
            "It is a PDF, which is not read. Open it, copy its text and paste it here."
        );
    }
}
