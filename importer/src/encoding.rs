//! Bytes -> text, in the encoding that they are in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Error;

/// How much of a file tells whether it is UTF-16, or text at all, in bytes.
const SAMPLE: usize = 4096;

/// How far into a page its `charset` is looked for, in bytes.
const PRESCAN: usize = 2048;

/// The text, and the label of its encoding: the one that is asked for, or else the one that it is most likely in.
pub fn decode(bytes: &[u8], asked: Option<&str>) -> Result<(String, &'static str), Error> {
    let encoding = match asked {
        Some(label) => Encoding::for_label(label.as_bytes())
            .ok_or_else(|| Error::Encoding(label.to_owned()))?,
        None => guess(bytes),
    };
    if asked.is_none() && encoding != UTF_16LE && encoding != UTF_16BE && has_controls(bytes) {
        return Err(Error::NotText);
    }
    let text = encoding.decode_with_bom_removal(bytes).0.into_owned();
    Ok((text, label(encoding)))
}

/// The WHATWG label, as browsers take it.
fn label(encoding: &'static Encoding) -> &'static str {
    const LABELS: &[(&str, &str)] =
        &[("UTF-8", "utf-8"), ("UTF-16LE", "utf-16le"), ("UTF-16BE", "utf-16be")];
    let name = encoding.name();
    LABELS.iter().find(|(other, _)| *other == name).map_or(name, |(_, label)| label)
}

/// By its byte order mark, its zero bytes, by being valid UTF-8, by what a page says of itself, else by its letters.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = by_zeros(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    // A page that says UTF-8 and is not has no say.
    if let Some(encoding) =
        declared(bytes).filter(|encoding| encoding.is_single_byte() || *encoding != UTF_8)
    {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Most text in UTF-16 has a zero in every other byte, always the same one.
fn by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros =
        |from: usize| sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let many = |count: usize| count * 20 > sample.len() * 4;
    match (many(zeros(0)), many(zeros(1))) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// `charset=` in the head of a web page.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_ascii_lowercase();
    let (_, after) = head.contains("<meta").then(|| head.split_once("charset=")).flatten()?;
    let after = after.trim_start_matches(['"', '\'', ' ']);
    let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c))?;
    // What reads as ASCII here cannot be UTF-16.
    Encoding::for_label(&after.as_bytes()[..end]).filter(|encoding| encoding.is_ascii_compatible())
}

/// Text holds no control characters but tabs, line ends, form feeds and escapes.
fn has_controls(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let control =
        |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    sample.iter().filter(control).count() * 100 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_have() {
        let russian = "Паром сел на мель у мыса, сообщил капитан порта. Никто не пострадал, 214 человек сняты.";
        let polish = "Prom osiadł na mieliźnie, powiedział kapitan portu. Wśród pasażerów są dzieci, łącznie 214 osób.";
        for (label, text) in [
            ("utf-8", "“Küste” – 31 hurt"),
            ("utf-16le", "Ferry aground, 31 hurt"),
            (
                "windows-1252",
                "Die Fähre lief auf Grund, sagte der Hafenkapitän. “Niemand” wurde verletzt, über 200 stiegen aus.",
            ),
            ("windows-1251", russian),
            ("KOI8-U", russian),
            ("windows-1250", polish),
            (
                "Shift_JIS",
                "フェリーが座礁し、二百十四人が救助されたと港長が語った。けが人はいない。",
            ),
        ] {
            let bytes = match label {
                "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned(),
            };
            let (read, found) = decode(&bytes, None).unwrap();
            assert_eq!(
                (read.as_str(), found),
                (
                    text,
                    if label == "KOI8-U" {
                        found
                    } else {
                        super::label(Encoding::for_label(label.as_bytes()).unwrap())
                    }
                ),
                "{label}"
            );
        }
    }

    #[test]
    fn a_page_says_what_it_is_in() {
        for (head, expected) in [
            ("<meta charset=\"iso-8859-2\">", "ISO-8859-2"),
            (
                "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1257\">",
                "windows-1257",
            ),
            ("<p>charset=koi8-r</p>", "windows-1252"),
        ] {
            let page =
                [head.as_bytes(), b"<p>Die F\xE4hre lief auf Grund, \xFCber 200 stiegen aus."]
                    .concat();
            assert_eq!(decode(&page, None).unwrap().1, expected, "{head}");
        }
    }

    #[test]
    fn the_reader_knows_better() {
        for (asked, expected) in [
            (Some("windows-1251"), Ok(("ж".to_owned(), "windows-1251"))),
            (Some("latin1"), Ok(("æ".to_owned(), "windows-1252"))),
            (Some("no such"), Err(Error::Encoding("no such".to_owned()))),
        ] {
            assert_eq!(decode(b"\xE6", asked), expected, "{asked:?}");
        }
        assert_eq!(decode(&[1, 2, 3, 200, 7, 7, 7, 7], None), Err(Error::NotText));
    }
}
