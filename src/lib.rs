#![doc = include_str!("../ARCHITECTURE.md")]

/// A word list, by its path below `src/`. Its examples are tests: a release comes without them (`build.rs`).
#[cfg(test)]
macro_rules! word_list {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/", $path))
    };
}
#[cfg(not(test))]
macro_rules! word_list {
    ($path:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $path))
    };
}

/// Rules by name and in words for the reader; all of them in `ALL`, which a page of `docs/` shows at work.
macro_rules! rules {
    ($($constant:ident $name:literal $why:literal)*) => {
        $(pub const $constant: Rule = Rule { name: $name, why: $why };)*
        #[cfg(test)]
        pub const ALL: &[Rule] = &[$($constant),*];
    };
}

pub mod analysis;
mod checks;
pub mod dates;
pub mod desk;
pub mod export;
mod fault;
pub mod figures;
#[cfg(test)]
mod guide;
pub mod inspect;
pub mod intake;
pub mod links;
pub mod names;
pub mod review;
pub mod span;
pub mod speakers;
pub mod syntax;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use analysis::{Analysis, Span};
pub use copydesk_network::sort;
pub use dates::Reference;

/// What the caller knows about an article.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Day (or minute) of publication; stands above a date line in the text.
    pub published: Option<Reference>,
    /// Day (or minute) of publication as the file says beside its text; a date line in the text stands above it.
    pub file_published: Option<Reference>,
    /// The outlet as the file says beside its text; a date line in the text stands above it.
    pub outlet: Option<String>,
    /// What the reader corrected, in that order.
    pub corrections: Vec<review::Correction>,
}

/// Analyses one article. Offsets in the result are bytes of `text`.
pub fn analyze(text: &str, options: &Options) -> Analysis {
    let (head, document) = document(text, options);
    let syntax = syntax::Syntax::new(&document);
    let (mut dates, of_dates) = dates::find(&document, &syntax, head.reference);
    let (mut figures, of_figures) = figures::find(&document, &syntax, &dates, &of_dates);
    let speakers::Found { mut quotes, mut speakers, entities, unknown, checks: of_quotes } =
        speakers::find(&document, &syntax);
    let mut faults = [of_dates, of_figures, of_quotes].concat();
    let mut reviewed = review::apply(
        &document,
        head.reference,
        &options.corrections,
        &mut review::Found {
            figures: &mut figures,
            dates: &mut dates,
            quotes: &mut quotes,
            speakers: &mut speakers,
            checks: &mut faults,
        },
    );
    links::tie(&document, &syntax, &mut figures, &dates, &mut quotes);
    let found = desk::brief::Found {
        head: &head,
        figures: &figures,
        dates: &dates,
        quotes: &quotes,
        speakers: &speakers,
        entities: &entities,
        unknown: &unknown,
    };
    let brief = desk::brief::brief(&document, &syntax, &found);
    faults.extend(checks::find(&document, &syntax, &found, &brief));
    reviewed.dismiss(&mut faults);
    let checks = fault::in_order(faults);
    let segments = links::segments(
        &document,
        links::Found {
            figures: &figures,
            dates: &dates,
            quotes: &quotes,
            speakers: &speakers,
            checks: &checks,
        },
    );
    Analysis {
        title: head.title.map(|span| span.of(text).to_owned()),
        outlet: head.outlet,
        published: head.published,
        words: document.tokens.iter().filter(|token| token.kind == text::TokenKind::Word).count(),
        paragraphs: head.paragraphs,
        segments,
        figures,
        quotes,
        speakers,
        entities,
        dates,
        checks,
        rejected: reviewed.rejected,
        unplaced: reviewed.unplaced,
        brief,
    }
}

/// What stands above the text, and the text taken apart.
fn document<'a>(text: &'a str, options: &Options) -> (intake::Head, text::Document<'a>) {
    let head = intake::head(text, options);
    let paragraphs = head.paragraphs.iter().map(|paragraph| paragraph.span).collect();
    (head, text::Document::with_paragraphs(text, paragraphs))
}
