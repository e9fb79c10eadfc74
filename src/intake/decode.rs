//! Bytes -> text.

use std::fmt;

/// Largest file that is read, in bytes.
pub const LARGEST: usize = 20_000_000;

/// Why a file holds no text that can be analysed. Its `Display` is a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoText {
    Empty,
    /// The name of the format, where it is known by its first bytes.
    Binary(Option<&'static str>),
    /// With its size in bytes.
    TooLarge(u64),
}

impl fmt::Display for NoText {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            NoText::Empty => write!(f, "It is empty."),
            NoText::Binary(Some(PDF)) => {
                write!(f, "It is {PDF}, not text. Open it, copy its text and paste it here.")
            }
            NoText::Binary(Some(format)) => {
                write!(f, "It is {format}, not text. Save it as plain text and try again.")
            }
            NoText::Binary(None) => {
                write!(f, "It is not text. Save it as plain text and try again.")
            }
            NoText::TooLarge(size) => {
                let (size, limit) = (size.div_ceil(1_000_000), LARGEST / 1_000_000);
                write!(
                    f,
                    "{size} MB is over the limit of {limit} MB. Split it, and try again with the parts."
                )
            }
        }
    }
}

impl std::error::Error for NoText {}

/// The encodings that text files come in; the names are the WHATWG labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// What text that is no Unicode is taken for, as browsers do for Western text.
    Windows1252,
}

impl Encoding {
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
        }
    }
}

/// Which encoding the bytes of a text file are in: by its byte order mark, by being valid UTF-8, by the
/// pattern of its zero bytes, else Windows-1252.
///
/// ```
/// use copydesk::intake::decode::{sniff, Encoding, NoText};
/// assert_eq!(sniff("café".as_bytes()), Ok(Encoding::Utf8));
/// assert_eq!(sniff(b"caf\xe9"), Ok(Encoding::Windows1252));
/// assert_eq!(sniff(b"a\0b\0"), Ok(Encoding::Utf16Le));
/// assert_eq!(sniff(b""), Err(NoText::Empty));
/// ```
pub fn sniff(bytes: &[u8]) -> Result<Encoding, NoText> {
    if bytes.len() > LARGEST {
        return Err(NoText::TooLarge(bytes.len() as u64));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NoText::Empty);
    }
    if let Some(format) = known_format(bytes) {
        return Err(NoText::Binary(Some(format)));
    }
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return Ok(Encoding::Utf8),
        [0xFF, 0xFE, ..] => return Ok(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Ok(Encoding::Utf16Be),
        _ => {}
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return Ok(encoding);
    }
    if has_binary_controls(bytes) {
        return Err(NoText::Binary(None));
    }
    Ok(if std::str::from_utf8(bytes).is_ok() { Encoding::Utf8 } else { Encoding::Windows1252 })
}

const PDF: &str = "a PDF";

/// Formats that people drop by mistake, by their first bytes.
fn known_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: &[(&[u8], &str)] = &[
        (b"%PDF-", PDF),
        (b"PK\x03\x04", "a zip or Word file"),
        (b"\xD0\xCF\x11\xE0", "an old Word file"),
        (b"{\\rtf", "a rich text (RTF) file"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
    ];
    FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| *name)
}

/// How much of a file tells what it is, in bytes.
const SAMPLE: usize = 4096;

/// Most Western text in UTF-16 has a zero in every other byte, always the same one, and text in the others.
fn utf16_by_zeros(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let pairs = sample.len() / 2;
    let zeros =
        |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    match (first * 10 > pairs * 4, second * 10 > pairs * 4) {
        (false, true) if is_text(sample, u16::from_le_bytes) => Some(Encoding::Utf16Le),
        (true, false) if is_text(sample, u16::from_be_bytes) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether UTF-16 in the given order of bytes has next to no control characters or broken pairs.
fn is_text(sample: &[u8], order: fn([u8; 2]) -> u16) -> bool {
    let units = sample.chunks_exact(2).map(|pair| order([pair[0], pair[1]]));
    let wrong = char::decode_utf16(units).filter(|c| match c {
        Ok(c) => c.is_control() && !c.is_whitespace(),
        Err(_) => true,
    });
    wrong.count() * 200 <= sample.len()
}

/// Text holds no control characters but tabs, line ends, form feeds and escapes.
fn has_binary_controls(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let controls = sample
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B));
    controls.count() * 100 > sample.len()
}

/// Reads a file's bytes. On the page the browser's own decoder does this.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), NoText> {
    let encoding = sniff(bytes)?;
    let decoder = match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
    };
    Ok((decoder.decode_with_bom_removal(bytes).0.into_owned(), encoding))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn reads_what_people_have() {
        let text = "“Küste” – 31 hurt";
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
            (utf16(&format!("\u{FEFF}{text}"), u16::to_be_bytes), Encoding::Utf16Be),
            (b"\x93K\xFCste\x94 \x96 31 hurt".to_vec(), Encoding::Windows1252),
        ] {
            assert_eq!(decode(&bytes), Ok((text.to_owned(), encoding)));
        }
    }

    #[test]
    fn says_why_there_is_no_text() {
        for (bytes, expected) in [
            (vec![], "It is empty."),
            (b" \n\n ".to_vec(), "It is empty."),
            (
                b"%PDF-1.7\n".to_vec(),
                "It is a PDF, not text. Open it, copy its text and paste it here.",
            ),
            (
                vec![1, 2, 3, 200, 0, 0, 0, 7],
                "It is not text. Save it as plain text and try again.",
            ),
            (
                vec![b'a'; LARGEST + 1],
                "21 MB is over the limit of 20 MB. Split it, and try again with the parts.",
            ),
        ] {
            assert_eq!(decode(&bytes).expect_err(expected).to_string(), expected);
        }
    }
}
