//! Nobody and nothing: `no casualties`, `none of the 150 passengers`.

use super::amount::Amount;
use super::counted::{self, Counted};
use super::draft::{Draft, Finder, Window};
use super::numeral::Form;
use super::rules;
use crate::analysis::FigureKind;
use crate::syntax::{Tag, singular};

/// What news says there was none of, as a count of nought and not as a turn of speech (`no doubt`).
const COUNTED: &[&str] = &[
    "casualties",
    "casualty",
    "deaths",
    "death",
    "injuries",
    "injury",
    "fatalities",
    "victims",
    "survivors",
    "arrests",
    "wounded",
    "dead",
];

impl Finder<'_> {
    /// Keeps the nought that begins with token `at`; the token to go on from.
    pub fn read_zero(&mut self, at: usize, window: &Window) -> Option<usize> {
        let document = self.document;
        let &Window { end, sentence, .. } = window;
        let counted = match document.lower(at) {
            "no" => {
                let noun =
                    (at + 1..end.min(at + 3)).find(|&i| COUNTED.contains(&document.lower(i)))?;
                let unit = singular(document.lower(noun)).into_owned();
                Counted { tokens: at + 1..noun + 1, head: noun, unit }
            }
            "none" if at + 1 < end && document.lower(at + 1) == "of" => {
                counted::after(document, self.syntax, at + 1, end, false)?
            }
            _ => return None,
        };
        let numbered = (at + 1..counted.head).any(|i| self.syntax.tag(i) == Tag::Num);
        let draft = Draft::of(
            Amount::of(at..at + 1, 0.0, Form::Words),
            FigureKind::Count,
            rules::ZERO,
            sentence,
        );
        let draft = Draft { unit: Some(counted.unit.clone()), counted: Some(counted), ..draft };
        // `none of his rivals spoke` is a turn of speech; `none of the sailors was hurt` a claim.
        let claims = document.lower(at) == "no" || numbered || self.fate(&draft).is_some();
        claims.then(|| self.keep(draft))
    }
}
