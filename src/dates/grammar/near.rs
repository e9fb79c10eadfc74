//! Times named by where they lie: `yesterday`, `last week`, `the following month`, `two years ago`.

use super::numeral::amount;
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Amount, From, Meaning, TimeOfDay};
use crate::dates::lexicon::{Phase, Relation, Word};
use crate::dates::not_a_date;
use crate::dates::period::{DayPart, Unit};
use crate::dates::tense::{Tense, tense};

/// A meaning with the time of day that its own words name (`last night`).
pub type Timed = (Meaning, Option<TimeOfDay>);

pub fn near(c: &Cursor, at: usize) -> Parse<Timed> {
    let the = c.word(at) == Word::The;
    let start = at + usize::from(the);
    match c.word(start) {
        // `the people of tomorrow`
        Word::Day(1) if c.lower_before(at) == "of" => None,
        Word::Day(_) if not_a_date::in_capitals(c, at) => None,
        Word::Day(shift) if !the => Some((day(shift, From::Publication, None), at + 1)),
        Word::Tonight if !the => Some((day(0, From::Publication, Some(DayPart::Night)), at + 1)),
        // `day before yesterday`
        Word::Unit(Unit::Day) if !the && matches!(c.word(at + 2), Word::Day(_)) => {
            beside(c, at, Unit::Day)
        }
        Word::Overnight if !the && c.tag(at + 1).is_some() => {
            Some(((Meaning::Overnight, Some(TimeOfDay::Part(DayPart::Night))), at + 1))
        }
        Word::Relation(relation) => related(c, start, relation, the),
        Word::Unit(unit) if the => beside(c, start, unit),
        Word::Part(part) if the => night_before(c, start, part),
        _ => None,
    }
}

const POSSESSIVE: &[&str] = &["my", "your", "his", "her", "its", "our", "their"];

fn day(shift: i32, from: From, part: Option<DayPart>) -> Timed {
    (Meaning::Near { unit: Unit::Day, shift, from }, part.map(TimeOfDay::Part))
}

/// `last week`, `this very evening`, `that same day`, `the following month`
fn related(c: &Cursor, at: usize, relation: Relation, the: bool) -> Parse<Timed> {
    // A programme's or a chapter's name: `This Week`, `The Last Day`; but `Last Year thousands came`.
    let title = !(c.is_first(at) && c.any(at, &["last", "next"])) || c.is_capitalised(at + 2);
    if (c.is_capitalised(at + 1) && title) || (relation == Relation::Last && c.is(at + 2, "of")) {
        return None;
    }
    let mut next = at + 1;
    if matches!(relation, Relation::This | Relation::That | Relation::Last) {
        next = c.skip(next, &["same", "very", "past", "current"]);
    }
    // `your next day’s work`: of somebody's days, and none that could be reckoned.
    if c.any(at.wrapping_sub(1), POSSESSIVE) && c.is(next, "day") {
        return None;
    }
    let very = c.is(at.wrapping_sub(1), "very");
    let current = c.is(at, "current");
    let (shift, from) = direction(relation, (the && !current) || very, c.word(next))?;
    match c.word(next) {
        // `the past quarter century`
        Word::Unit(_) if matches!(c.word(next + 1), Word::Unit(_)) => None,
        Word::Unit(unit) if !unit.is_clock() && c.lower(next).ends_with('s') => {
            // `the year's end` has its clitic apart, but `this years` is met too.
            let slip = relation == Relation::This && unit == Unit::Year;
            slip.then_some(((Meaning::Near { unit, shift, from }, None), next + 1))
        }
        // Two weeks on end: a length, and no place in the calendar.
        Word::Unit(Unit::Fortnight) => None,
        Word::Unit(unit) if !unit.is_clock() => {
            let stays = relation != Relation::Past || unit >= Unit::Weekend;
            stays.then_some(((Meaning::Near { unit, shift, from }, None), next + 1))
        }
        Word::Part(part) if !c.lower(next).ends_with('s') => {
            let here = relation == Relation::Last && part != DayPart::Night;
            (!here).then_some((day(shift, from, Some(part)), next + 1))
        }
        _ => None,
    }
}

/// How far a relation points, and from where. With an article, `next` and `last` look from the story's own time.
fn direction(relation: Relation, the: bool, word: Word) -> Option<(i32, From)> {
    let small = matches!(word, Word::Unit(Unit::Day) | Word::Part(_));
    Some(match relation {
        Relation::This if the => return None,
        Relation::This => (0, From::Publication),
        Relation::Last | Relation::Past => (-1, From::Publication),
        Relation::Next if the || small => (1, From::Text),
        Relation::Next | Relation::Coming => (1, From::Publication),
        Relation::Previous => (-1, From::Text),
        Relation::Following => (1, From::Text),
        Relation::That => (0, From::Text),
        Relation::Latest | Relation::These => return None,
    })
}

/// `the day before`, `the week after`, `the day after tomorrow`, `the weekend`
fn beside(c: &Cursor, at: usize, unit: Unit) -> Parse<Timed> {
    let next = at + 1;
    // `the week after next`, `the year before last`
    if let Some(shift) = match (c.lower(next), c.lower(next + 1)) {
        ("after", "next") => Some(2),
        ("before", "last") => Some(-2),
        _ => None,
    } {
        let meaning = Meaning::Near { unit, shift, from: From::Publication };
        return Some(((meaning, None), next + 2));
    }
    if let Some(sign) = side(c, next) {
        if let Word::Day(shift) = c.word(next + 1) {
            return (unit == Unit::Day)
                .then_some((day(shift + sign, From::Publication, None), next + 2));
        }
        let alone = stands_alone(c, next + 1) || !c.any(next, &["before", "after"]);
        return alone
            .then_some(((Meaning::Near { unit, shift: sign, from: From::Text }, None), next + 1));
    }
    let weekend = unit == Unit::Weekend && !c.lower(at).ends_with('s');
    let meaning = Meaning::Near { unit, shift: 0, from: From::Publication };
    weekend.then_some(((meaning, None), next))
}

/// `the night before`
fn night_before(c: &Cursor, at: usize, part: DayPart) -> Parse<Timed> {
    let sign = side(c, at + 1).filter(|_| stands_alone(c, at + 2))?;
    Some((day(sign, From::Text, Some(part)), at + 2))
}

fn side(c: &Cursor, at: usize) -> Option<i32> {
    match c.lower(at) {
        "before" | "earlier" | "previously" | "prior" => Some(-1),
        "after" | "later" | "afterwards" | "afterward" => Some(1),
        _ => None,
    }
}

/// Whether nothing follows that `before` or `after` could govern.
fn stands_alone(c: &Cursor, at: usize) -> bool {
    !c.is_word(at)
        || c.any(at, &["and", "but", "when", "in", "at", "on", "with", "as", "was", "had", "were"])
}

/// `two weeks ago`, `three days later`, `a year earlier`, `six months from now`, `in two weeks`
pub fn away(c: &Cursor, at: usize) -> Parse<Meaning> {
    let ahead = c.lower_before(at) == "in";
    let plain = matches!(c.word(at), Word::Unit(_)).then_some((Amount::Some, at));
    let (amount, next) = plain.or_else(|| amount(c, at))?;
    let next = c.maybe_hyphen(next);
    let Word::Unit(unit) = c.word(next) else { return None };
    if plain.is_some() && !c.lower(next).ends_with('s') {
        return None;
    }
    let half = c.phrase(next + 1, &["and", "a", "half"]);
    let amount = match (amount, half) {
        (Amount::Exactly(number), Some(_)) => Amount::Exactly(number + 0.5),
        _ => amount,
    };
    let next = half.map_or(next, |half| half - 1);
    let after = c.phrase(next + 1, &["or", "so"]).unwrap_or(next + 1);
    let meaning = |sign, from| Meaning::Away { amount, unit, sign, from };
    let joint = c.maybe_hyphen(after);
    let read = match c.lower(joint) {
        "ago" => (meaning(-1, From::Publication), joint + 1),
        "hence" => (meaning(1, From::Publication), joint + 1),
        "from" if c.any(after + 1, &["now", "today"]) => (meaning(1, From::Publication), after + 2),
        "before" | "after" if stands_alone(c, after + 1) && plain.is_none() => {
            (meaning(side(c, after)?, From::Text), after + 1)
        }
        "earlier" | "later" | "previously" | "afterwards" | "afterward" | "prior" => {
            if c.any(joint + 1, &["than", "to"]) {
                return None;
            }
            (meaning(side(c, joint)?, From::Text), joint + 1)
        }
        _ if ahead && plain.is_none() && will_be(c, at..after, unit) => {
            (meaning(1, From::Publication), after)
        }
        _ => return None,
    };
    Some(read)
}

/// Whether the words around `in two weeks` speak of the future, and not of the first time since long.
fn will_be(c: &Cursor, tokens: std::ops::Range<usize>, unit: Unit) -> bool {
    if !c.has_verb() {
        // A headline: `Election in two weeks`.
        return true;
    }
    let from = c.sentence.start.max(tokens.start.saturating_sub(6));
    let span =
        (from..tokens.start).any(|i| c.any(i, &["first", "time", "second", "most", "least"]));
    // `he would be dead in two minutes` is counted from the story's own time, `in a day` from none.
    let told = unit.is_clock() && (from..tokens.start).any(|i| c.any(i, &["would", "could"]))
        || (c.is(tokens.start, "a") && c.is(tokens.start + 1, "day"));
    !span && !told && tense(c, &tokens) == Tense::Future
}

/// `earlier in the day`, `later in the week`, `later that month`: an adverb that moves within a period.
pub fn within(c: &Cursor, at: usize) -> Parse<Timed> {
    let Word::Phase(Phase::Earlier | Phase::Later | Phase::Early | Phase::Late) = c.word(at) else {
        return None;
    };
    let the =
        c.phrase(at + 1, &["in", "the"]).or_else(|| c.phrase(at + 1, &["on", "in", "the"]))?;
    let Word::Unit(unit) = c.word(the) else { return None };
    let from = if unit == Unit::Day { From::Text } else { From::Story };
    (!unit.is_clock()).then_some(((Meaning::Near { unit, shift: 0, from }, None), the + 1))
}
