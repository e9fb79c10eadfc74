//! Why nothing could be read.

use std::fmt;

use crate::LARGEST;

/// Why a file gives no article. Its `Display` says so to the reader: what happened, then what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    Empty,
    /// With its size in bytes.
    TooLarge(usize),
    /// An archive that unpacks to more than may be read.
    TooLargeUnpacked,
    /// Some format that is not read, and what to save it as.
    Format(&'static str, &'static str),
    /// The name of the format that it should have.
    Damaged(&'static str),
    NotText,
    /// No encoding has this label.
    Encoding(String),
    NoText,
    /// What the rows lack.
    NoColumn,
    /// Every row failed; what was wrong with the first.
    NoRow(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let limit = LARGEST / 1_000_000;
        match self {
            Error::Empty => write!(f, "It is empty."),
            Error::TooLarge(size) => {
                let size = size.div_ceil(1_000_000);
                write!(
                    f,
                    "{size} MB is over the limit of {limit} MB. Split it, and try again with the parts."
                )
            }
            Error::TooLargeUnpacked => {
                write!(
                    f,
                    "It unpacks to more than the limit of {limit} MB. Split it, and try again with the parts."
                )
            }
            Error::Format(what, remedy) => write!(f, "It is {what}, which is not read. {remedy}"),
            Error::Damaged(what) => {
                write!(
                    f,
                    "It is damaged, or no {what}. Open it where it came from, and save it anew."
                )
            }
            Error::NotText => write!(f, "It is not text. Save it as plain text and try again."),
            Error::Encoding(label) => {
                write!(f, "There is no encoding named “{label}”. Choose another.")
            }
            Error::NoText => write!(f, "It holds no text. Paste the text of the article instead."),
            Error::NoColumn => write!(
                f,
                "None of its columns is named text, body, content or article. Name the column that holds the articles so."
            ),
            Error::NoRow(first) => {
                write!(f, "None of its rows could be read. {first} Mend the rows, and try again.")
            }
        }
    }
}

impl std::error::Error for Error {}
