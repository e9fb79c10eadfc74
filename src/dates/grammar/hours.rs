//! Stretches of hours that share what is said once: `9-11am`, `between 7 and 9 last night`, `Tuesday from 2:00
//! to 2:30 pm`.

use super::clock::{meridiem, o_clock};
use super::hour::{Face, day, face, of_part, part_alone};
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Clock, Expression, Meaning, TimeOfDay};
use crate::dates::lexicon::Word;
use crate::dates::period::DayPart;

/// What tells the half of the day of both hours.
#[derive(Clone, Copy, PartialEq)]
enum Half {
    Afternoon(bool),
    Part(DayPart),
    /// `19:00 to 21:00`: the hours of the day.
    Said,
}

/// Two hours on one day, the day before or after them or not said.
pub fn hours(c: &Cursor, at: usize) -> Parse<Vec<Expression>> {
    if let Some(read) = pair(c, at) {
        let Pair { faces, half, next } = read;
        let said = c.any(at.wrapping_sub(1), &["from", "between", "at"]);
        // `won 3-2 on Friday night` is a score.
        let day = day_after(c, next, half).filter(|_| said || half.is_some());
        let (meaning, half, end) = day.unwrap_or((Meaning::Time, half, next));
        // `15:12 - 15:10` alone may be two results.
        let told = said || meaning != Meaning::Time || half != Some(Half::Said);
        return finish(faces, half.filter(|_| told)?, meaning, at, end);
    }
    day_first(c, at)
}

/// `Tuesday from 2:00 to 2:30 pm`, `this evening from 7 to 7:30`
fn day_first(c: &Cursor, at: usize) -> Parse<Vec<Expression>> {
    if c.word(at) == Word::Number && c.digits(at, 4..=4).is_some() {
        return None;
    }
    let ((day, part), next) = day(c, at)?;
    let start = c.skip(next, &["from", "between", "at"]);
    let pair = pair(c, start).filter(|pair| start > next || pair.half.is_some())?;
    let half = pair.half.or(part.map(Half::Part))?;
    finish(pair.faces, half, day, at, pair.next)
}

struct Pair {
    faces: [(Face, usize); 2],
    half: Option<Half>,
    next: usize,
}

/// Two hours with a joint between them, and what stands behind the second: `9-11am`, `7 and 9 in the morning`
fn pair(c: &Cursor, at: usize) -> Option<Pair> {
    let (first, after) = face(c, at)?;
    let between = c.is(at.wrapping_sub(1), "between");
    let joint =
        c.any(after, &["-", "–", "—", "to", "until", "till"]) || (between && c.is(after, "and"));
    if !joint {
        return None;
    }
    let (second, next) = face(c, after + 1)?;
    let minutes = first.is_to_the_minute() && second.is_to_the_minute();
    let (half, next) = if let Some((afternoon, next)) = meridiem(c, next) {
        (Some(Half::Afternoon(afternoon)), next)
    } else if let Some((part, next)) = part_alone(c, next) {
        (Some(Half::Part(part)), next)
    } else {
        let said = minutes || o_clock(c, next - 1).is_some();
        (said.then_some(Half::Said), next)
    };
    Some(Pair { faces: [(first, after), (second, after + 1)], half, next })
}

/// `on Friday`, `last night`, `yesterday afternoon` behind the hours.
fn day_after(c: &Cursor, at: usize, half: Option<Half>) -> Option<(Meaning, Option<Half>, usize)> {
    let start = c.skip(c.skip(at, &[","]), &["on", "of"]);
    let ((day, part), next) = day(c, start)?;
    let half = match half {
        None | Some(Half::Said) if part.is_some() => part.map(Half::Part),
        half => half,
    };
    Some((day, half, next))
}

fn finish(
    faces: [(Face, usize); 2],
    half: Half,
    meaning: Meaning,
    at: usize,
    end: usize,
) -> Parse<Vec<Expression>> {
    let [(first, after), (second, start)] = faces;
    // `between 10 and 6 at night` ends in the morning.
    let past_midnight = half == Half::Part(DayPart::Night) && second.hour % 12 <= first.hour % 12;
    let last = of_half(second, if past_midnight { Half::Afternoon(false) } else { half })?;
    // `11-2pm` begins in the morning.
    let before = half == Half::Afternoon(true) && first.hour < 12 && first.hour > second.hour % 12;
    let begin = of_half(first, if before { Half::Afternoon(false) } else { half })?;
    let expression = |tokens, clock| Expression {
        time: Some(TimeOfDay::Clock(clock)),
        elliptical: true,
        ..Expression::new(tokens, meaning.clone())
    };
    Some((vec![expression(at..after, begin), expression(start..end, last)], end))
}

fn of_half(face: Face, half: Half) -> Option<Clock> {
    match half {
        Half::Said => Some(face.as_said()),
        Half::Part(part) => of_part(face, part),
        Half::Afternoon(afternoon) => (face.hour <= 12).then(|| face.as_said().in_half(afternoon)),
    }
}
