//! Dates as the reader wants them.

use super::list::{self, At, Item};
use super::{Act, rules};
use crate::analysis::{Date, DateType, Rejected, Sure};
use crate::syntax::Syntax;
use crate::text::Document;
use crate::{Reference, dates};

impl Item for Date {
    fn links(&mut self) -> Vec<&mut Option<String>> {
        vec![&mut self.range]
    }

    fn edit(&mut self, at: &At) {
        let set = &at.correction.set;
        if set.extent.is_some() {
            (self.span, self.text) = at.words();
        }
        if let Some([first, last]) = &set.days {
            let value = if first == last { first.clone() } else { format!("{first}/{last}") };
            self.kind = DateType::Date;
            self.edtf = Some(value.clone());
            self.value = Some(value);
            self.interval = Some([first.clone(), last.clone()]);
            (self.anchor, self.modifier, self.vague) = (None, None, false);
        }
    }
}

pub fn correct(
    at: &At,
    reference: Option<Reference>,
    dates: &mut Vec<Date>,
    rejected: &mut Vec<Rejected>,
) {
    if at.correction.act == Act::Reject {
        // The ends of a stretch of time are shown as the stretch, and go with it.
        let stretch = dates.iter().find(|date| date.span == at.place && date.range.is_none());
        let id = stretch.map(|stretch| stretch.id.clone());
        dates.retain(|date| id.is_none() || date.range != id);
    }
    list::correct(at, dates, rejected, |at| read(at, reference));
}

pub fn renumber(dates: &mut Vec<Date>) {
    list::renumber(dates);
}

/// The date that the grammar reads in the reader's words by themselves, else one without a value.
fn read(at: &At, reference: Option<Reference>) -> Date {
    let (span, text) = at.words();
    let document = Document::new(&text);
    let (found, _) = dates::find(&document, &Syntax::new(&document), reference);
    let known = found.into_iter().next();
    let unknown = || Date {
        id: String::new(),
        span,
        text: String::new(),
        kind: DateType::Date,
        value: None,
        edtf: None,
        interval: None,
        modifier: None,
        anchor: None,
        zone: None,
        vague: false,
        range: None,
        rule: rules::READER,
        sure: Sure::Sure,
        review: None,
    };
    let date = known.unwrap_or_else(unknown);
    let id = String::new();
    Date {
        id,
        span,
        text: text.clone(),
        range: None,
        rule: rules::READER,
        sure: Sure::Sure,
        ..date
    }
}
