//! Byte offsets -> UTF-16 code units or Unicode code points, in one sweep over the text.

use crate::analysis::Spans;
use crate::sort;

/// In which unit a caller counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// JavaScript, Java, .NET.
    Utf16,
    /// Python 3, and most published annotations.
    CodePoints,
}

/// Changes every offset of an analysis (or another result with spans) from bytes of `text` to another unit.
///
/// ```
/// use copydesk::{analyze, text::offsets::{convert, Unit}, Options};
/// let text = "“😀” he said on 4 May 2022.";
/// let mut analysis = analyze(text, &Options::default());
/// convert(&mut analysis, text, Unit::CodePoints);
/// assert_eq!(analysis.dates[0].span.start, 15);
/// ```
pub fn convert(result: &mut impl Spans, text: &str, unit: Unit) {
    if text.is_ascii() {
        return;
    }
    let mut offsets = Vec::new();
    result.for_each_span(|span| offsets.extend([span.start, span.end]));
    sort::numbers(&mut offsets);
    offsets.dedup();
    let converted = sweep(text, &offsets, unit);
    let look_up =
        |offset: usize| offsets.binary_search(&offset).map_or(offset, |index| converted[index]);
    result.for_each_span(|span| {
        span.start = look_up(span.start);
        span.end = look_up(span.end);
    });
}

/// The converted values of sorted byte offsets.
fn sweep(text: &str, sorted: &[usize], unit: Unit) -> Vec<usize> {
    let (mut byte, mut count) = (0, 0);
    let mut converted = Vec::with_capacity(sorted.len());
    for &offset in sorted {
        let passed = &text[byte..offset];
        count += match unit {
            Unit::Utf16 => passed.chars().map(char::len_utf16).sum::<usize>(),
            Unit::CodePoints => passed.chars().count(),
        };
        byte = offset;
        converted.push(count);
    }
    converted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_both_units() {
        let text = "a“é😀z";
        let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        assert_eq!(sweep(text, &bytes, Unit::Utf16), [0, 1, 2, 3, 5, 6]);
        assert_eq!(sweep(text, &bytes, Unit::CodePoints), [0, 1, 2, 3, 4, 5]);
    }
}
