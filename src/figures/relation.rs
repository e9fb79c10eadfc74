//! How the figures of a sentence hang together: parts of a whole, and one amount in two units.

use super::common_unit;
use crate::analysis::{Figure, FigureKind, place};
use crate::syntax::{Syntax, Tag};
use crate::text::Document;

/// Sets [`Figure::part_of`] and [`Figure::same_as`]; a part shares the fate of its whole, unless it has one of its own.
pub fn tie(document: &Document, syntax: &Syntax, figures: &mut [Figure]) {
    for at in 1..figures.len() {
        let scene = Scene { document, syntax, figures };
        if scene.is_converted(at) {
            figures[at].same_as = Some(figures[at - 1].id.clone());
            figures[at].concept = figures[at - 1].concept.clone();
        } else if scene.is_part_of_next(at - 1) {
            figures[at - 1].part_of = Some(figures[at].id.clone());
            // `four of the 12 hostages were freed`: the four.
            figures[at].status = None;
            figures[at].verb = None;
        } else if let Some(whole) = scene.whole_before(at) {
            figures[at].part_of = Some(figures[whole].id.clone());
            if figures[at].status.is_none() {
                figures[at].status = figures[whole].status.clone();
                figures[at].verb = figures[whole].verb;
            }
        }
    }
}

/// How many tokens from a colon or a dash to the first part, and from one part to the next.
const OPENING: usize = 3;
const LISTED: usize = 12;

/// `67 cents a share` is no other form of `$10 million`; `100 km/h` is one of `54 knots`.
fn is_rate(figure: &Figure) -> bool {
    let unit = figure.unit.as_ref();
    unit.is_some_and(|unit| unit.contains(" per ") && common_unit(unit).is_none())
}

struct Scene<'a> {
    document: &'a Document<'a>,
    syntax: &'a Syntax<'a>,
    figures: &'a [Figure],
}

impl Scene<'_> {
    fn first(&self, figure: usize) -> usize {
        self.document.token_at(self.figures[figure].span.start)
    }

    /// The token after a figure and the noun that follows it.
    fn after(&self, figure: usize) -> usize {
        let Figure { span, noun, .. } = &self.figures[figure];
        let end = noun.map_or(span.end, |noun| noun.end.max(span.end));
        self.document.tokens_in(crate::Span::new(span.start, end)).end
    }

    fn word(&self, at: usize) -> &str {
        self.document.tokens.get(at).map_or("", |_| self.document.lower(at))
    }

    fn is_count(&self, figure: usize) -> bool {
        matches!(self.figures[figure].kind, FigureKind::Count | FigureKind::Fraction)
    }

    /// Whether two figures stand in one sentence.
    fn together(&self, one: usize, other: usize) -> bool {
        let sentence = |figure| self.document.sentence_of(self.first(figure));
        sentence(one) == sentence(other)
    }

    /// `three miles (5 km)`, `three miles, or 5 km,`
    fn is_converted(&self, at: usize) -> bool {
        let (last, this) = (&self.figures[at - 1], &self.figures[at]);
        let start = self.first(at);
        let opens = self.word(start - 1) == "("
            || self.word(start - 1) == "or" && start >= 2 && self.word(start - 2) == ",";
        let measured =
            |figure: &Figure| matches!(figure.kind, FigureKind::Measure | FigureKind::Money);
        let gap = if self.word(start - 1) == "(" { 1 } else { 2 };
        opens
            && measured(this)
            && last.kind == this.kind
            && last.unit != this.unit
            && (is_rate(last) || !is_rate(this))
            && self.after(at - 1) + gap == start
    }

    /// `four of the 12 hostages`, `a third of the 150 beds`
    fn is_part_of_next(&self, at: usize) -> bool {
        let of = self.document.tokens_in(self.figures[at].span).end;
        let next = self.first(at + 1);
        self.is_count(at)
            && self.is_count(at + 1)
            && self.word(of) == "of"
            && (of + 1..next).all(|i| self.syntax.is_determiner(i))
            && next > of + 1
    }

    /// The figure before, in the same sentence, of which this one is a part.
    fn whole_before(&self, at: usize) -> Option<usize> {
        if !self.is_count(at) || self.figures[at].part_of.is_some() {
            return None;
        }
        let last = at - 1;
        if !self.together(last, at) || !self.is_count(last) {
            return None;
        }
        let between = self.after(last)..self.first(at);
        let has = |words: &[&str], near: usize| {
            let from = between.start.max(between.end.saturating_sub(near));
            (from..between.end).any(|i| words.contains(&self.word(i)))
        };
        let beside = between.clone().all(|i| matches!(self.word(i), "," | "and" | "but" | "("));
        if has(&["including", "among"], usize::MAX)
            || self.is_of_whom(at)
                && (beside || between.len() <= LISTED && has(&[",", "and", "–", "—"], usize::MAX))
            || self.is_announced(last, at)
            || self.opens_bracket(last, at)
        {
            return Some(last);
        }
        if !self.is_smaller(at, last) && self.figures[last].part_of.is_none() {
            return None;
        }
        // A colon or a dash opens a list of parts, commas carry it on.
        let opens = has(&[":", "—", "–", "namely"], OPENING) && self.is_smaller(at, last);
        let listed = between.len() <= LISTED
            && has(&[",", "and"], usize::MAX)
            && between.clone().all(|i| self.goes_on(i));
        let whole = self.figures[last].part_of.as_deref().filter(|_| listed);
        let whole = whole.and_then(|id| place(id, 'f')).filter(|&whole| self.is_smaller(at, whole));
        whole.or(opens.then_some(last)).or_else(|| self.by_place(at, last))
    }

    /// `17 people, six of them children`
    fn is_of_whom(&self, at: usize) -> bool {
        let of = self.document.tokens_in(self.figures[at].span).end;
        self.word(of) == "of"
            && matches!(self.word(of + 1), "whom" | "which" | "them" | "these" | "those")
    }

    /// `Of the 31 injured, 19 were taken to hospital`: a bare number after the comma.
    fn is_announced(&self, whole: usize, at: usize) -> bool {
        let first = self.document.sentences[self.document.sentence_of(self.first(at))].tokens.start;
        let opened = self.word(first) == "of"
            && (first + 1..self.first(whole)).all(|i| self.syntax.is_determiner(i));
        // `Of the 214 towns, errors were found in 31.`
        let comma = matches!(self.word(self.first(at).wrapping_sub(1)), "," | "in");
        // `Of the 14 brought to hospital 16 were sent home.`
        let comma = comma || matches!(self.word(self.after(at)), "was" | "were" | "have" | "had");
        let Figure { noun, unit, .. } = &self.figures[at];
        opened
            && comma
            && (noun.is_none_or(|noun| noun.start < self.figures[at].span.start)
                || *unit == self.figures[whole].unit)
    }

    /// `19 bodies (8 women, 7 men and 6 minors)`: counts of other nouns fill the bracket.
    fn opens_bracket(&self, whole: usize, at: usize) -> bool {
        let start = self.first(at);
        let next = at + 1;
        let listed = self.word(start - 1) == "("
            && self.after(whole) == start - 1
            && next < self.figures.len()
            && self.is_count(next)
            && [at, next].iter().all(|&part| self.figures[part].noun.is_some())
            && self.figures[at].unit != self.figures[whole].unit
            && (self.after(at)..self.first(next)).all(|i| matches!(self.word(i), "," | "and"));
        listed && self.fills(whole, at)
    }

    /// Whether the counts up to the end of a bracket may make up the whole: `500,000 soldiers (26 divisions and three
    /// brigades)` do not.
    fn fills(&self, whole: usize, at: usize) -> bool {
        const REACH: usize = 30;
        let start = self.first(at);
        let Some(close) = (start..start + REACH).find(|&i| self.word(i) == ")") else {
            return false;
        };
        let parts = (at..self.figures.len()).take_while(|&part| self.first(part) < close);
        let total: f64 = parts.filter_map(|part| self.figures[part].value).sum();
        let most = self.figures[whole].value.unwrap_or_default();
        total > 0.66 * most && total < 1.5 * most
    }

    /// Between two parts of a list: no verb, no bracket.
    fn goes_on(&self, at: usize) -> bool {
        !matches!(self.syntax.tag(at), Tag::Verb | Tag::Aux)
            && !matches!(self.word(at), ";" | "(" | ")" | "but" | "while" | "“" | "”")
    }

    fn is_smaller(&self, part: usize, whole: usize) -> bool {
        let size = |figure: usize| self.figures[figure].value;
        matches!((size(part), size(whole)), (Some(part), Some(whole)) if part < whole)
    }

    /// `16 sailors drowned, 13 in Harrow and three in Tarrow`: bare numbers with a place each.
    fn by_place(&self, at: usize, last: usize) -> Option<usize> {
        let bare =
            self.figures[at].unit == self.figures[last].unit || self.figures[at].noun.is_none();
        let end = self.document.tokens_in(self.figures[at].span).end;
        let placed = matches!(self.word(end), "in" | "at" | "from" | "near")
            && self.syntax.tag(end + 1) == Tag::Propn;
        let comma = self.word(self.first(at).wrapping_sub(1)) == ",";
        (bare && placed && comma && self.is_smaller(at, last)).then_some(last)
    }
}
