//! Tokens -> quotation marks in pairs.

use super::Token;
use crate::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationStyle {
    /// `“…”`, `"…"`, `«…»`, `„…“`
    Double,
    /// `‘…’`, `'…'`
    Single,
}

/// What stands between two quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks; bytes.
    pub span: Span,
    /// Without its marks.
    pub inner: Span,
    pub style: QuotationStyle,
    /// `false`: the closing mark is missing, and the quotation ends with its paragraph.
    pub closed: bool,
    /// How many quotations it stands in.
    pub depth: usize,
}

/// All quotations, in the order of their opening marks.
pub fn pair(_text: &str, _tokens: &[Token], _paragraphs: &[Span]) -> Vec<Quotation> {
    Vec::new()
}
