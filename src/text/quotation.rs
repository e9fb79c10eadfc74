//! Tokens -> quotation marks in pairs.
//!
//! Marks pair by type and direction. Typewriter marks have no direction: spaces, and what is open already,
//! decide. Single marks are told from apostrophes (`the sailors' boat`) and from feet and inches (`6' 2"`).

use super::{Token, TokenKind};
use crate::Span;
use crate::sort;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationStyle {
    /// `“…”`, `"…"`, `«…»`, `»…«`, `„…“`
    Double,
    /// `‘…’`, `'…'`, `‹…›`, `‚…‘`
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

/// What a mark can do, as far as its shape and its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Opens,
    Closes,
    /// `"` between spaces or between letters: opens unless one is open.
    Either,
    /// An `s` stands before a single mark: the end of a quotation or of a plural possessor.
    ClosesOrOwns,
    /// A figure stands before it: it closes a quotation, or measures.
    ClosesOrMeasures,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    style: QuotationStyle,
    turn: Turn,
    /// `„` is closed by `“`, and `‚` by `‘`, which open elsewhere.
    low: bool,
}

/// More marks than this are not open at once; the oldest was never closed.
const DEEPEST: usize = 6;

/// How many marks are looked ahead.
const NEAR: usize = 8;

/// All quotations, in the order of their opening marks.
pub fn pair(text: &str, tokens: &[Token], paragraphs: &[Span]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut start = 0;
    for paragraph in paragraphs {
        let end = start + tokens[start..].partition_point(|t| t.span.start < paragraph.end);
        pair_marks(&marks(text, &tokens[start..end]), *paragraph, &mut quotations);
        start = end;
    }
    // Of those that open at one place, the outer one first.
    sort::by_key(&mut quotations, |quotation| {
        (quotation.span.start, usize::MAX - quotation.span.end)
    });
    set_depths(&mut quotations);
    quotations
}

fn marks(text: &str, tokens: &[Token]) -> Vec<Mark> {
    (0..tokens.len()).filter_map(|at| mark(text, tokens, at)).collect()
}

fn mark(text: &str, tokens: &[Token], at: usize) -> Option<Mark> {
    use QuotationStyle::{Double, Single};
    let span = tokens[at].span;
    if !matches!(tokens[at].kind, TokenKind::Punct | TokenKind::Symbol) {
        return None;
    }
    let after = tokens.get(at + 1).filter(|next| !next.space_before);
    let left_free = tokens[at].space_before || at == 0;
    let turn = match span.of(text) {
        "«" | "‹" if !left_free && ends_word(text, after) => Turn::Closes,
        "“" | "„" | "‚" | "«" | "‹" | "‟" | "``" => Turn::Opens,
        "”" | "»" | "›" if left_free => Turn::Either,
        "”" | "»" | "›" => Turn::Closes,
        "‘" if after.is_some_and(|next| next.kind == TokenKind::Number) => return None,
        "‘" | "‘‘" => Turn::Opens,
        "’" | "'" => single(text, tokens, at)?,
        "\"" | "’’" | "''" => {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            typewriter(text, left_free, before, after)
        }
        _ => return None,
    };
    let style = if matches!(span.of(text), "‘" | "’" | "'" | "‚" | "‹" | "›") {
        Single
    } else {
        Double
    };
    Some(Mark { span, style, turn, low: matches!(span.of(text), "„" | "‚") })
}

fn typewriter(text: &str, left_free: bool, before: Option<&Token>, after: Option<&Token>) -> Turn {
    let bracket = before.is_some_and(|t| matches!(t.span.of(text), "(" | "[" | "—" | "–" | "--"));
    match (left_free || bracket, ends_word(text, after)) {
        (true, true) => Turn::Either,
        (true, false) => Turn::Opens,
        (false, true) if before.is_some_and(|t| t.kind == TokenKind::Number) => {
            Turn::ClosesOrMeasures
        }
        (false, true) => Turn::Closes,
        (false, false) => Turn::Either,
    }
}

/// Whether no word begins right after a mark.
fn ends_word(text: &str, after: Option<&Token>) -> bool {
    after
        .is_none_or(|t| t.kind == TokenKind::Punct && !matches!(t.span.of(text), "(" | "[" | "..."))
}

/// A single mark that stands alone; `None` for an apostrophe.
fn single(text: &str, tokens: &[Token], at: usize) -> Option<Turn> {
    let after = tokens.get(at + 1).filter(|next| !next.space_before);
    let before =
        at.checked_sub(1).map(|before| &tokens[before]).filter(|_| !tokens[at].space_before);
    let opening_place =
        before.is_none_or(|t| matches!(t.span.of(text), "“" | "\"" | "(" | "[" | "—" | "–" | "-"));
    if opening_place {
        // ’90s, ’em: an apostrophe; only the typewriter mark opens too.
        let opens = tokens[at].span.of(text) == "'"
            && after.is_some_and(|t| t.kind != TokenKind::Number && t.span.of(text) != "n");
        return opens.then_some(Turn::Opens);
    }
    if after.is_some_and(|next| next.kind != TokenKind::Punct) {
        return None;
    }
    let word = before.map(|t| t.span.of(text)).unwrap_or_default();
    match before.map(|t| t.kind) {
        Some(TokenKind::Number) => Some(Turn::ClosesOrMeasures),
        Some(TokenKind::Word) if word.ends_with(['s', 'x', 'z', 'S']) || word.ends_with("in") => {
            Some(Turn::ClosesOrOwns)
        }
        _ => Some(Turn::Closes),
    }
}

/// Pairs the marks of one paragraph with a stack.
fn pair_marks(marks: &[Mark], paragraph: Span, quotations: &mut Vec<Quotation>) {
    let mut open: Vec<Mark> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        let opener = open.iter().rposition(|o| o.style == mark.style);
        let next = marks[index + 1..].iter().take(NEAR).find(|m| m.style == mark.style);
        let another_closes = next.is_some_and(|m| !matches!(m.turn, Turn::Opens));
        let closes = match mark.turn {
            Turn::Closes | Turn::Either => true,
            Turn::ClosesOrOwns | Turn::ClosesOrMeasures => !another_closes,
            Turn::Opens => opener.is_some_and(|o| open[o].low),
        };
        match opener {
            Some(opener) if closes => {
                quotations.push(quotation(&open[opener], Some(mark), paragraph));
                open.truncate(opener);
            }
            None if mark.turn == Turn::Either && mark.span.end < paragraph.end => open.push(*mark),
            _ if mark.turn == Turn::Opens => open.push(*mark),
            _ => {}
        }
        if open.len() > DEEPEST {
            quotations.push(quotation(&open.remove(0), None, paragraph));
        }
    }
    let unclosed = open
        .iter()
        .filter(|mark| mark.style == QuotationStyle::Double || mark.span.start == paragraph.start);
    quotations.extend(unclosed.map(|mark| quotation(mark, None, paragraph)));
}

fn quotation(open: &Mark, close: Option<&Mark>, paragraph: Span) -> Quotation {
    let end = close.map_or(paragraph.end, |close| close.span.end);
    let inner_end = close.map_or(paragraph.end, |close| close.span.start);
    Quotation {
        span: Span::new(open.span.start, end),
        inner: Span::new(open.span.end, inner_end),
        style: open.style,
        closed: close.is_some(),
        depth: 0,
    }
}

fn set_depths(quotations: &mut [Quotation]) {
    let mut ends: Vec<usize> = Vec::new();
    for quotation in quotations {
        while ends.last().is_some_and(|&end| end <= quotation.span.start) {
            ends.pop();
        }
        quotation.depth = ends.len();
        ends.push(quotation.span.end);
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    /// Every quotation with its depth, `!` after one that is not closed.
    fn found(text: &str) -> Vec<String> {
        Document::new(text)
            .quotations
            .iter()
            .map(|q| {
                let end = if q.closed { "" } else { "!" };
                format!("{}{}{end}", q.depth, q.inner.of(text))
            })
            .collect()
    }

    #[test]
    fn pairs_by_type_and_direction() {
        for (text, expected) in [
            ("“Go,” she said. “Now.”", vec!["0Go,", "0Now."]),
            ("\"Go,\" she said. \"Now.\"", vec!["0Go,", "0Now."]),
            ("''Go,'' she said. ``Now.''", vec!["0Go,", "0Now."]),
            ("„Geh“, sagte sie. „Jetzt.“", vec!["0Geh", "0Jetzt."]),
            ("‚Geh‘, sagte sie. ‚Jetzt.‘", vec!["0Geh", "0Jetzt."]),
            ("»Geh«, sagte sie. »Jetzt.« Dann", vec!["0Geh", "0Jetzt."]),
            ("‹Pars›, dit-elle. («Vite»)", vec!["0Pars", "0Vite"]),
            ("« Pars », dit-elle. «Vite»", vec!["0 Pars ", "0Vite"]),
            ("‘Go,’ she said. ‘Now.’", vec!["0Go,", "0Now."]),
            ("'Go,' she said. 'Now.'", vec!["0Go,", "0Now."]),
            ("“He told me ‘go’ and left.”", vec!["0He told me ‘go’ and left.", "1go"]),
            ("‘He told me “go” and left.’", vec!["0He told me “go” and left.", "1go"]),
            ("\"He told me 'go' and left.\"", vec!["0He told me 'go' and left.", "1go"]),
            ("”Go,” she said.", vec!["0Go,"]),
            ("“Go,\" she said.", vec!["0Go,"]),
            ("She (\"the boss\") left.", vec!["0the boss"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn apostrophes_and_measures_are_no_marks() {
        for (text, expected) in [
            ("The sailors' boat and the cooks’ galley don't leak.", vec![]),
            ("He is 6' 2\" tall and has a 12\" gun.", vec![]),
            ("‘The sailors’ boat isn’t here,’ he said.", vec!["0The sailors’ boat isn’t here,"]),
            ("'The sailors' boat isn't here,' he said.", vec!["0The sailors' boat isn't here,"]),
            ("\"It was a 12\" gun,\" he said.", vec!["0It was a 12\" gun,"]),
            ("\"We lost 12,\" he said. \"Or 13\"", vec!["0We lost 12,", "0Or 13"]),
            ("Songs of the '60s and the ’70s", vec![]),
            ("Rock 'n' roll is here.", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_paragraph() {
        for (text, expected) in [
            ("“One.\n“Two.”\nThree", vec!["0One.!", "0Two."]),
            ("‘One.\n‘Two.’", vec!["0One.!", "0Two."]),
            ("\"One.\n\"Two,\" he said.", vec!["0One.!", "0Two,"]),
            ("Nothing closes ‘this here.", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn takes_linear_time() {
        let text = "“a ‘b’ c ".repeat(20_000);
        assert_eq!(Document::new(&text).quotations.len(), 40_000);
    }
}
