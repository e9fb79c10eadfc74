//! Ranges of a text, and how they are written.

use serde::{Deserialize, Serialize};

/// A half-open range of the text, `start..end`; bytes, on character boundaries, unless said otherwise.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        Span { start, end }
    }

    /// The words it covers.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert_eq!(Span::new(3, 8).of("at least 31"), "least");
    /// ```
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The words it covers on one line, with single spaces.
    ///
    /// ```
    /// # use copydesk::Span;
    /// assert_eq!(Span::new(0, 12).on_one_line("Ida\n  Brandt"), "Ida Brandt");
    /// ```
    pub fn on_one_line(self, text: &str) -> String {
        on_one_line(self.of(text))
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// The same words on one line, with single spaces.
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A result that holds offsets into the text.
pub trait Spans {
    /// Calls `visit` once with every span that it holds.
    fn for_each_span(&mut self, visit: impl FnMut(&mut Span));
}

/// A span as `[start, end]`.
pub(crate) fn pair<S: serde::Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    [span.start, span.end].serialize(serializer)
}

/// A span as `[start, end]`, or null.
pub(crate) fn pair_or_null<S: serde::Serializer>(
    span: &Option<Span>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    span.map(|s| [s.start, s.end]).serialize(serializer)
}

/// Spans as `[start, end]`.
pub(crate) fn pairs<S: serde::Serializer>(
    spans: &[Span],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(spans.iter().map(|s| [s.start, s.end]))
}
