//! The day on which something was said: `told reporters [on Wednesday]`.

use crate::analysis::{Date, DateType, Quote};
use crate::speakers::tells_of;
use crate::syntax::Syntax;
use crate::text::Document;

/// Sets [`Quote::date`] where one date stands in the clause of the cue, outside of what was said and of who said
/// it; with several, which one is meant cannot be known.
pub fn date(document: &Document, syntax: &Syntax, quotes: &mut [Quote], dates: &[Date]) {
    for quote in quotes {
        let Some(cue) = quote.cue.map(|cue| document.token_at(cue.start)) else { continue };
        let sentence = document.span(document.sentences[document.sentence_of(cue)].tokens.clone());
        let first = dates.partition_point(|date| date.span.start < sentence.start);
        let within = dates[first..].iter().take_while(|date| date.span.end <= sentence.end);
        let mut found = within
            .filter(|date| {
                date.range.is_none()
                    && !date.vague
                    && matches!(date.kind, DateType::Date | DateType::Time)
            })
            .filter(|date| {
                let said = quote.content.iter().any(|piece| piece.overlaps(date.span));
                let of_speaker = quote.speaker.is_some_and(|speaker| speaker.overlaps(date.span));
                let head = document.tokens_in(date.span).end - 1;
                !said && !of_speaker && tells_of(document, syntax, cue, head)
            });
        if let Some(date) = found.next()
            && found.next().is_none()
        {
            quote.date = Some(date.id.clone());
        }
    }
}
