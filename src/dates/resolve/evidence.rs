//! What the expressions of a text show together, before any is resolved.

use crate::dates::expression::{Calendar, Expression, From, Meaning, Year};
use crate::dates::reference::Reference;

/// Whether a text tells of another time than its own: it names years, months and days of other years far
/// more often than weekdays, `yesterday` or `last week`.
pub(super) fn is_narrative(
    reference: Option<Reference>,
    expressions: &[(usize, Expression)],
) -> bool {
    let now = reference.map(|reference| reference.date.year());
    let (mut told, mut current) = (0, 0);
    for (_, expression) in expressions {
        match expression.meaning {
            Meaning::Calendar(Calendar { year: Year::Is(year), .. }) => {
                let other = now.is_none_or(|now| !(now - 1..=now + 1).contains(&year));
                told += usize::from(other);
            }
            Meaning::Weekday { .. }
            | Meaning::Quarter { .. }
            | Meaning::Overnight
            | Meaning::Near { from: From::Publication, .. }
            | Meaning::Away { from: From::Publication, .. } => current += 1,
            _ => {}
        }
    }
    told >= 5 && told > 3 * current
}

/// Which number is the month, as the other numeric dates of the text show.
pub(super) fn month_first(expressions: &[(usize, Expression)]) -> Option<bool> {
    let orders = expressions.iter().filter_map(|(_, expression)| match expression.meaning {
        Meaning::Numeric { first, second, .. } if first > 12 && second <= 12 => Some(false),
        Meaning::Numeric { first, second, .. } if second > 12 && first <= 12 => Some(true),
        _ => None,
    });
    // All that show an order must show the same.
    let mut orders = orders.peekable();
    let first = *orders.peek()?;
    orders.all(|order| order == first).then_some(first)
}
