//! The day on which something was said: `told reporters [on Wednesday]`.

use super::{dates_beside, only};
use crate::analysis::{Date, DateType, Quote};
use crate::speakers::tells_of;
use crate::syntax::Syntax;
use crate::text::Document;

/// Sets [`Quote::date`] where one date stands in the clause of the cue, outside of what was said and of who said
/// it; with several, which one is meant cannot be known.
pub fn date(document: &Document, syntax: &Syntax, quotes: &mut [Quote], dates: &[Date]) {
    for quote in quotes {
        let Some(cue) = quote.cue else { continue };
        let token = document.token_at(cue.start);
        let told = dates_beside(document, cue, dates).filter(|date| {
            let day = !date.vague && matches!(date.kind, DateType::Date | DateType::Time);
            let said = quote.content.iter().any(|piece| piece.overlaps(date.span));
            let of_speaker = quote.speaker.is_some_and(|speaker| speaker.overlaps(date.span));
            let head = document.tokens_in(date.span).end - 1;
            day && !said && !of_speaker && tells_of(document, syntax, token, head)
        });
        quote.date = only(told).map(|date| date.id.clone());
    }
}
