//! Articles that the tests of all formats export.

use super::Exported;
use crate::review::{Act, Anchor, Correction, On, Set};
use crate::{Analysis, Options, analyze};

/// An article with what was found in it.
pub struct Article {
    name: &'static str,
    text: &'static str,
    analysis: Analysis,
}

impl Article {
    pub fn exported(&self) -> Exported<'_> {
        Exported { name: self.name, text: self.text, analysis: &self.analysis }
    }
}

const PLAIN: &str = "Ferry aground off Grim Point

The Pier Gazette, Tuesday 12 May 2026

🚢 At least 1,431 people were evacuated when a ferry ran aground off Grim Point on Monday, the coastguard said.

“We heard a scrape,” Maren Oduya, a nurse, told reporters. “Then 7 lamps went out.”

She said the crew had been warned. The ferry was last inspected on 31 April 2026.
";

pub fn plain() -> Article {
    read("ferry.txt", PLAIN, Vec::new())
}

/// The same, of which the reader corrected a figure, took another out, marked a day and said that a quote is right.
pub fn reviewed() -> Article {
    let at = |words: &str| {
        let start = PLAIN.find(words).expect("the article has these words");
        Anchor::new(PLAIN, start..start + words.len())
    };
    let correction = |on, act, words, set| Correction { on, act, at: at(words), rule: None, set };
    let corrections = vec![
        correction(
            On::Figure,
            Act::Edit,
            "At least 1,431",
            Set { value: Some(1341.0), ..Set::default() },
        ),
        correction(On::Figure, Act::Reject, "7", Set::default()),
        correction(
            On::Date,
            Act::Add,
            "Then",
            Set { days: Some(["2026-05-11".into(), "2026-05-11".into()]), ..Set::default() },
        ),
        correction(On::Quote, Act::Accept, "“We heard a scrape,”", Set::default()),
    ];
    read("ferry.txt", PLAIN, corrections)
}

/// Words that mean something to a browser, a spreadsheet or Markdown.
pub fn hostile() -> Article {
    let text = "<script>alert(1)</script>

On 4 May 2026, \"=HYPERLINK(\"\"x\"\") <b onmouseover='x'>31 people</b> & *others* were injured\", said <img src=x onerror=alert(2)> Maren Oduya.

“[Press](javascript:x) \u{202e}here,” said Ida </style><script>x</script> Brandt, who saw 12 | 13 boats.
";
    read("\" onload=x <i>.txt", text, Vec::new())
}

fn read(name: &'static str, text: &'static str, corrections: Vec<Correction>) -> Article {
    let options = Options { corrections, ..Options::default() };
    Article { name, text, analysis: analyze(text, &options) }
}
