//! What does not add up: parts and their whole, and one amount in two units (`conversion.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::numeral::last_digit;
use super::rules;
use super::table::rows;
use crate::analysis::{Check, Figure, Modifier, Span, Sure, place};
use crate::fault::Fault;
use crate::text::Document;

/// A unit as a straight line to the common unit of its dimension: `size` × value + `offset`.
struct Scale {
    dimension: &'static str,
    size: f64,
    offset: f64,
}

static SCALES: LazyLock<HashMap<&str, Scale>> = LazyLock::new(|| {
    rows(word_list!("figures/conversion.tsv"))
        .filter_map(|row| {
            let [unit, dimension, size, offset] = row[..4] else { return None };
            let (size, offset) = (size.parse().ok()?, offset.parse().ok()?);
            Some((unit, Scale { dimension, size, offset }))
        })
        .collect()
});

/// The dimension of a unit, how much of the dimension's common unit it is, and what is added to it: a value v is
/// `size` × v + `offset`.
///
/// ```
/// use copydesk::figures::common_unit;
/// assert_eq!(common_unit("mile"), Some(("length", 1609.344, 0.0)));
/// assert_eq!(common_unit("week"), Some(("time", 604800.0, 0.0)));
/// ```
pub fn common_unit(unit: &str) -> Option<(&'static str, f64, f64)> {
    let hours = |hours: f64| Some(("time", hours * 3600.0, 0.0));
    match unit {
        "second" => hours(1.0 / 3600.0),
        "minute" => hours(1.0 / 60.0),
        "hour" => hours(1.0),
        "day" => hours(24.0),
        "week" => hours(168.0),
        "month" => hours(730.5),
        "year" => hours(8766.0),
        _ => SCALES.get(unit).map(|scale| (scale.dimension, scale.size, scale.offset)),
    }
}

/// Checks of the figures of a text, without ids.
pub fn faults(document: &Document, figures: &[Figure]) -> Vec<Check> {
    let mut checks = Vec::new();
    let mut parts: Vec<Vec<&Figure>> = vec![Vec::new(); figures.len()];
    for figure in figures {
        if let Some(whole) = figure.part_of.as_deref().and_then(|id| place(id, 'f')) {
            parts[whole].push(figure);
        }
        let first =
            figure.same_as.as_deref().and_then(|id| place(id, 'f')).map(|first| &figures[first]);
        if let Some(first) = first
            && let Some(fault) = conversion(first, figure)
        {
            checks.push(fault.at(document, vec![first.span, figure.span]));
        }
    }
    for (whole, parts) in figures.iter().zip(parts) {
        if let Some(fault) = sum(document, whole, &parts) {
            let mut spans: Vec<Span> = parts.iter().map(|part| part.span).collect();
            let before = spans.iter().filter(|part| part.start < whole.span.start).count();
            spans.insert(before, whole.span);
            checks.push(fault.at(document, spans));
        }
    }
    checks
}

/// `17 people: 13 in Harrow, three in Tarrow`; a part that is larger than its whole.
fn sum(document: &Document, whole: &Figure, parts: &[&Figure]) -> Option<Fault> {
    let most =
        whole.value.filter(|_| matches!(whole.modifier, Modifier::Exactly | Modifier::AtMost))?;
    let least = |part: &&Figure| {
        let bounded =
            matches!(part.modifier, Modifier::Exactly | Modifier::MoreThan | Modifier::AtLeast);
        part.value.filter(|&value| bounded && (value > 1.0 || value.fract() == 0.0))
    };
    if let Some(part) = parts.iter().find(|part| least(part).is_some_and(|value| value > most)) {
        let what = format!("{} cannot be a part of {}.", part.text, whole.text);
        return Some(Fault { rule: rules::SUBSET, what, sure: Sure::Sure });
    }
    let exact = |figure: &Figure| figure.modifier == Modifier::Exactly;
    let values: Option<Vec<f64>> = parts.iter().map(|part| part.value).collect();
    let values = values.filter(|values| {
        values.len() > 1 && exact(whole) && parts.iter().all(|part| exact(part))
    })?;
    let total: f64 = values.iter().sum();
    // A list after a colon or in brackets is complete; any other may leave parts out, and what is included may overlap.
    let opening = whole.span.end..parts[0].span.start.max(whole.span.end);
    let opening = &document.text[opening];
    let overlaps = opening.contains("including") || opening.contains("among");
    let complete = !overlaps && [":", "namely", "("].iter().any(|mark| opening.contains(mark));
    if total == most || !complete && (overlaps || total < most) {
        return None;
    }
    let terms: Vec<String> = values.iter().map(f64::to_string).collect();
    let what = format!("{} is {total}, not {most}.", terms.join(" + "));
    Some(Fault { rule: rules::SUM, what, sure: Sure::Likely })
}

/// `40 miles (60 km)`, when it would be 64.
fn conversion(first: &Figure, second: &Figure) -> Option<Fault> {
    let scale = |figure: &Figure| SCALES.get(figure.unit.as_deref()?);
    let (from, to) = (scale(first)?, scale(second)?);
    // Arc minutes and seconds look the same as feet and inches.
    if from.dimension != to.dimension || first.text.ends_with('\'') {
        return None;
    }
    // A rise of two degrees is no temperature.
    let changes =
        [first, second].iter().any(|f| matches!(f.modifier, Modifier::Up | Modifier::Down));
    let offset = if changes { 0.0 } else { from.offset - to.offset };
    let (low, high) = (first.value.or(first.low)?, first.value.or(first.high)?);
    let (low_said, high_said) = (second.value.or(second.low)?, second.value.or(second.high)?);
    let right = |value: f64| (from.size * value + offset) / to.size;
    let back = |value: f64| (to.size * value - offset) / from.size;
    let agree = |value: f64, said: f64| near(right(value), said) || near(back(said), value);
    // One number for both ends of a range lies between them.
    let within = (low < high) != (low_said < high_said)
        && high_said >= right(low).min(right(high))
        && low_said <= right(high).max(right(low));
    if within || agree(low, low_said) && agree(high, high_said) {
        return None;
    }
    let wrong = if agree(low, low_said) { high } else { low };
    let (said, unit) = (&second.text, second.unit.as_deref().unwrap_or_default());
    let what = format!("{} is {} {unit}, not {said}.", first.text, rounded(right(wrong)));
    Some(Fault { rule: rules::CONVERSION, what, sure: Sure::Likely })
}

/// Whether a number may have been rounded to another: within 4 %, or half of the last digit that is not nought, up to
/// 15 %.
fn near(exact: f64, said: f64) -> bool {
    let off = (exact - said).abs();
    // `5,000` is rounded to thousands, `64` to ones.
    off <= 0.04 * said.abs() || off <= 0.5 * last_digit(said).min(0.3 * said.abs())
}

fn rounded(value: f64) -> f64 {
    let unit = 10f64.powi(value.abs().log10().floor() as i32 - 1);
    let value = (value / unit).round() * unit;
    super::numeral::tidy(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    #[test]
    fn every_unit_is_converted() {
        for row in rows(word_list!("figures/conversion.tsv")) {
            let analysis = analyze(row[4], &Options::default());
            let rules: Vec<&str> = analysis.checks.iter().map(|check| check.rule.name).collect();
            assert_eq!(analysis.figures[0].unit.as_deref(), Some(row[0]), "{}", row[4]);
            assert_eq!(rules, ["conversion"], "{}", row[4]);
        }
    }
}
