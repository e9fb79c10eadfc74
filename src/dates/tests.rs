//! Whole sentences: what is found in them, and what it means.

use crate::syntax::Syntax;
use crate::text::Document;

/// The words and the value of every expression.
pub fn found(text: &str, reference: &str) -> Vec<(String, Option<String>)> {
    let document = Document::new(text);
    let syntax = Syntax::new(&document);
    let (dates, _) = super::find(&document, &syntax, reference.parse().ok());
    dates.into_iter().map(|date| (date.text, date.value)).collect()
}

/// A Wednesday.
const DAY: &str = "2022-05-04";

#[test]
fn every_date_says_why_and_covers_its_days() {
    let document = Document::new("It will close for good at the end of May.");
    let (dates, _) = super::find(&document, &Syntax::new(&document), DAY.parse().ok());
    assert_eq!(dates[0].interval, Some(["2022-05-01".to_owned(), "2022-05-31".to_owned()]));
    assert_eq!(dates[0].modifier, Some(crate::analysis::DateModifier::End));
    assert_eq!(dates[0].rule.name, "month-future");
}

proptest::proptest! {
    /// Whatever the order of the words: no panic, and expressions in order.
    #[test]
    fn any_words_in_any_order(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..40)) {
        let text = words.concat();
        let document = Document::new(&text);
        let (dates, _) = super::find(&document, &Syntax::new(&document), DAY.parse().ok());
        // A stretch of time holds its ends; else nothing overlaps.
        let apart: Vec<_> = dates.iter().filter(|date| date.range.is_none()).collect();
        for pair in apart.windows(2) {
            proptest::prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for end in dates.iter().filter(|date| date.range.is_some()) {
            let whole = dates.iter().find(|date| Some(&date.id) == end.range.as_ref());
            proptest::prop_assert!(whole.is_some_and(|whole| whole.span.contains(end.span)));
        }
    }
}

const WORDS: &[&str] = &[
    "the ",
    "a ",
    "of ",
    "in ",
    "last ",
    "next ",
    "this ",
    "May ",
    "May",
    "4",
    "31",
    " 31 ",
    "1999",
    " 2022 ",
    "-",
    "/",
    ":",
    ", ",
    ". ",
    "(",
    ")",
    "'s ",
    "'",
    "third ",
    "257th ",
    "second ",
    "quarter ",
    "year ",
    "years ",
    "ago ",
    "later ",
    "day ",
    "night ",
    "Friday ",
    "early ",
    "late ",
    "end ",
    "half ",
    "and ",
    "two ",
    "ninety ",
    "hundred ",
    "million ",
    "century ",
    "BC ",
    "p.m. ",
    "GMT ",
    "T16",
    "9",
    "00",
    "today ",
    "week ",
    "hours ",
    "every ",
    "each ",
    "fiscal ",
    "Christmas ",
    "season ",
    "summer ",
    "999999999999 ",
    "’90s ",
    "nineties ",
    "until ",
    "will ",
    "said ",
    "\n\n",
];
