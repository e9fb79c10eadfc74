//! Where findings stand, in the unit of the exports.

use crate::span::{Span, Spans};
use crate::text::offsets::{self, Unit};

/// Spans of bytes of a text.
struct Places(Vec<Span>);

impl Spans for Places {
    fn for_each_span(&mut self, visit: impl FnMut(&mut Span)) {
        self.0.iter_mut().for_each(visit);
    }
}

/// Spans of bytes -> the same in Unicode code points, in the same order.
pub fn code_points(text: &str, spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut places = Places(spans.into_iter().collect());
    offsets::convert(&mut places, text, Unit::CodePoints);
    places.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_code_points_in_the_order_given() {
        let spans = [Span::new(6, 8), Span::new(0, 2)];
        assert_eq!(code_points("é🚢ab", spans), [Span::new(2, 4), Span::new(0, 1)]);
    }
}
