//! The grammar of temporal expressions, over the tokens of one sentence.
//!
//! Every function takes a token's index and returns what it read there with the index after it, or `None`.
//! Of several readings the longest wins.

mod calendar;
mod clock;
mod compound;
mod duration;
mod era;
mod fiscal;
mod hour;
mod hours;
mod near;
mod numeral;
mod numeric;
mod range;
mod set;

use super::cursor::{Cursor, Parse};
use super::expression::{Expression, From, Meaning, TimeOfDay};
use super::lexicon::{Phase, Relation, Vague, Word};
use super::not_a_date;
use super::period::{DayPart, Unit};
use crate::analysis::DateModifier;

/// Reads every expression that begins at a token into `found`, which holds those of its sentence so far (two for a list such as `9 and 10 May`);
/// returns the token to go on from.
pub fn read(c: &Cursor, at: usize, found: &mut Vec<Expression>) -> usize {
    if c.word(at) == Word::Other && !may_begin(c, at) {
        return at + 1;
    }
    let single = expression(c, at);
    if let (Some(single), Some(last)) = (&single, found.last_mut()) {
        range::share_year(c, last, single);
    }
    let end = single.as_ref().map_or(at + 1, |expression| expression.tokens.end);
    if let Some((list, next)) = range::list(c, at)
        && next > end
    {
        found.extend(list);
        return next;
    }
    found.extend(single);
    end
}

/// Whether a token that no list knows can begin an expression: `Q3`, `FY2022`, the apostrophe of `'99`.
fn may_begin(c: &Cursor, at: usize) -> bool {
    matches!(
        c.written(at).as_bytes(),
        [b'Q' | b'q' | b'H', _] | [b'F', b'Y', ..] | b"'" | b"AD" | b"A.D."
    ) || (c.any(at, &["’", "‘"]) && c.word(at + 1) == Word::Number)
        || (c.is(at, "all") && matches!(c.word(at + 1), Word::Unit(_)))
}

fn expression(c: &Cursor, at: usize) -> Option<Expression> {
    let plain = |(meaning, next)| Expression::new(at..next, meaning);
    let bounded =
        |((meaning, modifier), next)| Expression { modifier, ..Expression::new(at..next, meaning) };
    let readings = [
        set::set(c, at).map(plain),
        moment(c, at),
        away(c, at),
        offset(c, at),
        compound::part_of(c, at).map(plain),
        compound::around(c, at).map(plain),
        compound::day_of_event(c, at).map(plain),
        one_day(c, at).map(plain),
        duration::vague_stretch(c, at).map(plain),
        vague(c, at).map(plain),
        duration::duration(c, at).map(bounded),
    ];
    longest(readings)
}

/// The first of the longest readings.
fn longest<const N: usize>(readings: [Option<Expression>; N]) -> Option<Expression> {
    let readings = readings.into_iter().flatten();
    readings.reduce(|best, next| if next.tokens.end > best.tokens.end { next } else { best })
}

/// `nearly two weeks ago`, `just months ago`
fn away(c: &Cursor, at: usize) -> Option<Expression> {
    let (modifier, start) = duration::bound(c, at).unwrap_or((None, at));
    let (meaning, next) = near::away(c, start)?;
    Some(Expression { modifier, ..Expression::new(at..next, meaning) })
}

/// `two days before Christmas`, `a year ago tomorrow night`
fn offset(c: &Cursor, at: usize) -> Option<Expression> {
    let (((meaning, time), modifier), next) = compound::offset(c, at)?;
    Some(Expression { time, modifier, ..Expression::new(at..next, meaning) })
}

/// A point of the calendar or the clock, with its part of the day and its phase.
fn moment(c: &Cursor, at: usize) -> Option<Expression> {
    let hour_first = hour::hour_first(c, at)
        .map(|((meaning, time), next)| Expression { time, ..Expression::new(at..next, meaning) });
    longest([phased(c, at), clock_first(c, at), hour_first, part_first(c, at), timed(c, at)])
}

/// A point of the calendar alone.
fn base(c: &Cursor, at: usize) -> Parse<near::Timed> {
    let untimed = |(meaning, next)| ((meaning, None), next);
    let readings = [
        calendar::calendar(c, at).map(untimed),
        near::near(c, at),
        fiscal::fiscal(c, at).map(untimed),
    ];
    readings.into_iter().flatten().reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// Whether a time of day can be added to it.
fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Calendar(date) => date.day.is_some(),
        Meaning::Near { unit, .. } => *unit == Unit::Day,
        Meaning::Numeric { .. }
        | Meaning::Weekday { .. }
        | Meaning::Holiday { .. }
        | Meaning::OfMonth { .. } => true,
        _ => false,
    }
}

/// `Friday night`, `4 May at 10:30`, `yesterday`
fn timed(c: &Cursor, at: usize) -> Option<Expression> {
    let ((meaning, mut time), mut next) = base(c, at)?;
    let mut modifier = None;
    if is_day(&meaning) && time.is_none() {
        let phase = phase_of_part(c, next);
        if let Word::Part(part) = c.word(next + usize::from(phase.is_some()))
            && !c.lower(next).ends_with("lunchtime")
        {
            next += 1 + usize::from(phase.is_some());
            (time, modifier) = (Some(TimeOfDay::Part(part)), phase);
        } else if let Some(after) = clock_part(c, next)
            && let Word::Part(part) = c.word(after - 1)
        {
            // `Tuesday in the morning`
            (time, next) = (Some(TimeOfDay::Part(part)), after);
        }
    }
    if is_day(&meaning)
        && let Some((clock, after)) = clock_of_day(c, next, time)
    {
        (time, next) = (Some(clock), after);
    }
    Some(Expression { time, modifier, ..Expression::new(at..next, meaning) })
}

/// `at 10:30`, `before 5 p.m.`, `, 14:55` after a day; `at 8` after `tonight`
fn clock_of_day(c: &Cursor, at: usize, time: Option<TimeOfDay>) -> Parse<TimeOfDay> {
    let next = c.skip(at, &[",", "t"]);
    let next = c.skip(c.skip(next, clock::BEFORE_A_CLOCK), &["about", "around"]);
    match time {
        // `this afternoon at 3:20`: the part tells the half of the day.
        Some(TimeOfDay::Part(part)) => {
            clock::said_in_full(c, next).or_else(|| hour::hour_after(c, at, part))
        }
        _ => clock::clock(c, next).or_else(|| clock::hours_and_minutes(c, next)),
    }
}

/// `Thursday late night`
fn phase_of_part(c: &Cursor, at: usize) -> Option<DateModifier> {
    match c.word(at) {
        Word::Phase(Phase::Early) => Some(DateModifier::Start),
        Word::Phase(Phase::Late) => Some(DateModifier::End),
        Word::Phase(Phase::Mid) => Some(DateModifier::Mid),
        _ => None,
    }
}

/// `7:20 p.m., May 4, 2022`, `noon on Saturday`, `8am`
fn clock_first(c: &Cursor, at: usize) -> Option<Expression> {
    let (clock, next) = clock::clock(c, at)?;
    let part = clock_part(c, next);
    // `four o’clock in the afternoon`: the part tells the hour, so the hour is read with it.
    if part.is_some() && matches!(clock, TimeOfDay::Clock(clock) if clock.open) {
        return None;
    }
    let next = part.unwrap_or(next);
    let (meaning, next) = day_of_clock(c, next).unwrap_or((Meaning::Time, next));
    let clock = match (clock, &meaning) {
        (TimeOfDay::Clock(clock), Meaning::Time) => TimeOfDay::Clock(clock.without_day()),
        _ => clock,
    };
    Some(Expression { time: Some(clock), ..Expression::new(at..next, meaning) })
}

/// `on Friday`, `, May 4, 2022`, after a clock time.
fn day_of_clock(c: &Cursor, at: usize) -> Parse<Meaning> {
    let day = c.skip(c.skip(at, &[","]), &["on", "of"]);
    let ((meaning, time), next) = base(c, day)?;
    (is_day(&meaning) && time.is_none()).then_some((meaning, next))
}

/// `in the morning` after a clock time.
fn clock_part(c: &Cursor, at: usize) -> Option<usize> {
    let part = c.phrase(at, &["in", "the"])?;
    matches!(c.word(part), Word::Part(_)).then_some(part + 1)
}

/// `the night of Aug. 7`, `dawn on Friday`, `in the evening`
fn part_first(c: &Cursor, at: usize) -> Option<Expression> {
    let the = usize::from(c.word(at) == Word::The);
    let phase = phase_of_part(c, at + the);
    let noun = at + the + usize::from(phase.is_some());
    let part = match c.word(noun) {
        Word::Part(part) => part,
        // `the early hours of Wednesday`
        Word::Unit(Unit::Hour) if phase == Some(DateModifier::Start) && c.is(noun, "hours") => {
            DayPart::Morning
        }
        _ => return None,
    };
    let time = Some(TimeOfDay::Part(part));
    let day = c.skip(c.skip(noun + 1, &[","]), &["of", "on"]);
    if let Some(((meaning, inner), next)) =
        base(c, day).filter(|((meaning, _), _)| day > noun + 1 && is_day(meaning))
    {
        let next =
            if inner.is_none() && matches!(c.word(next), Word::Part(_)) { next + 1 } else { next };
        return Some(Expression { time, modifier: phase, ..Expression::new(at..next, meaning) });
    }
    let before = c.lower_before(at);
    let alone = if the == 1 {
        matches!(before, "in" | "during")
    } else {
        before == "at" || (phase.is_some() && matches!(before, "by" | "in" | "until" | "since"))
    };
    let named = alone
        && !c.lower(noun).ends_with('s')
        && !c.tag(noun + 1).is_some_and(|tag| tag.is_nominal());
    named.then(|| Expression {
        time,
        modifier: phase,
        ..Expression::new(at..noun + 1, Meaning::Time)
    })
}

/// `early Friday`, `late on Wednesday`, `the end of last week`, `mid-1990s`, `earlier today`, `later that month`
fn phased(c: &Cursor, at: usize) -> Option<Expression> {
    let the = c.word(at) == Word::The;
    let word = at + usize::from(the);
    let Word::Phase(phase) = c.word(word) else { return None };
    if let Some(((meaning, _), next)) = near::within(c, word).filter(|_| !the) {
        return Some(Expression {
            modifier: modifier(phase),
            ..Expression::new(at..next, meaning)
        });
    }
    let inner = after_phase(c, word + 1, phase)?;
    let mut expression =
        timed(c, inner).or_else(|| of_the(c, inner, phase)).or_else(|| part_first(c, inner))?;
    let timed =
        matches!(expression.time, Some(TimeOfDay::Clock(_))) || expression.meaning == Meaning::Time;
    if timed || matches!(expression.meaning, Meaning::Duration(_) | Meaning::Overnight) {
        return None;
    }
    expression.tokens.start = at;
    let of_part = expression.time.is_some();
    expression.modifier =
        if of_part && phase == Phase::Early { Some(DateModifier::Start) } else { modifier(phase) };
    Some(expression)
}

/// Where what a phase belongs to begins.
fn after_phase(c: &Cursor, at: usize, phase: Phase) -> Option<usize> {
    match phase {
        Phase::Start | Phase::Middle | Phase::End => c.is(at, "of").then_some(at + 1),
        Phase::Early | Phase::Late => {
            let joined = c.hyphen(at).unwrap_or(at);
            Some(c.skip(joined, &["on", "in"]))
        }
        Phase::Mid => Some(c.maybe_hyphen(at)),
        Phase::Earlier | Phase::Later => Some(c.skip(at, &["on", "in"])),
    }
}

fn modifier(phase: Phase) -> Option<DateModifier> {
    Some(match phase {
        Phase::Early => DateModifier::Early,
        Phase::Late => DateModifier::Late,
        Phase::Start => DateModifier::Start,
        Phase::Mid | Phase::Middle => DateModifier::Mid,
        Phase::End => DateModifier::End,
        Phase::Earlier | Phase::Later => return None,
    })
}

/// `the month`, `year` in `the end of the month`
fn of_the(c: &Cursor, at: usize, phase: Phase) -> Option<Expression> {
    let whole = matches!(phase, Phase::Start | Phase::Middle | Phase::End);
    let noun = at + usize::from(c.word(at) == Word::The);
    let Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = c.word(noun)
    else {
        return None;
    };
    let from = if unit == Unit::Day { From::Text } else { From::Story };
    let meaning = Meaning::Near { unit, shift: 0, from };
    // `At the end of the day` is an idiom.
    let idiom = unit == Unit::Day && c.is(at.wrapping_sub(2), "end");
    let single = !c.lower(noun).ends_with('s') && noun > at && !idiom;
    (whole && single).then(|| Expression::new(at..noun + 1, meaning))
}

/// `will one day`: some time to come.
fn one_day(c: &Cursor, at: usize) -> Parse<Meaning> {
    let ahead = c.any(at.wrapping_sub(1), &["will", "would", "could", "might", "may", "can"]);
    c.phrase(at, &["one", "day"])
        .filter(|_| ahead)
        .map(|next| (Meaning::Vague(Vague::Future), next))
}

/// The end of `(2013 – present)`.
fn until(c: &Cursor, at: usize) -> bool {
    c.any(at.wrapping_sub(1), &["-", "–", "—"]) && c.word(at.wrapping_sub(2)) == Word::Number
}

/// `now`, `recently`, `the past`, `the future`
fn vague(c: &Cursor, at: usize) -> Parse<Meaning> {
    let the = c.word(at) == Word::The;
    let word = at + usize::from(the);
    let noun = c.tag(word + 1).is_some_and(|tag| tag.is_nominal());
    let adverb = matches!(c.word(word), Word::Vague(_)) && !noun;
    let plain = !c.is_capitalised(word) || c.is_first(at) || adverb;
    let vague = match c.word(word) {
        Word::Vague(Vague::Future) if not_a_date::no_soon(c, at) => return None,
        Word::Vague(_) if not_a_date::no_vague(c, word) => return None,
        Word::Vague(vague) if !the => vague,
        Word::Future
            if (the && !noun && !c.is(word + 1, "of") && not_a_date::times(c, at))
                || c.lower_before(at) == "in" =>
        {
            Vague::Future
        }
        Word::Relation(Relation::Past)
            if the
                && !noun
                && !not_a_date::counts_follow(c, word + 1)
                && not_a_date::times(c, at) =>
        {
            Vague::Past
        }
        Word::Other
            if c.is(word, "present")
                && (c.any(at.wrapping_sub(1), &["at", "to"]) || (the && !noun) || until(c, at)) =>
        {
            Vague::Present
        }
        _ => return None,
    };
    plain.then_some((Meaning::Vague(vague), word + 1))
}
