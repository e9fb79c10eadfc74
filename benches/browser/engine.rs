//! The engine for the benchmark in a browser (`run.mjs`), which takes `analyze` from it as the page does, and
//! grammar alone as follows. `cargo xtask bench` builds it.
#![cfg(target_arch = "wasm32")]

use copydesk::syntax::Syntax;
use copydesk::text::Document;
use wasm_bindgen::prelude::*;

/// A text in tokens, and what comes next: parts of speech, heads, relations, names.
#[wasm_bindgen]
pub struct Article {
    document: Document<'static>,
}

#[wasm_bindgen]
impl Article {
    /// Keeps the text until the page with the benchmark is closed.
    #[wasm_bindgen(constructor)]
    pub fn new(text: String) -> Article {
        Article { document: Document::new(text.leak()) }
    }

    /// How many tokens it has.
    pub fn tokens(&self) -> usize {
        self.document.tokens.len()
    }

    /// How many names it has.
    pub fn names(&self) -> usize {
        Syntax::new(&self.document).names().len()
    }
}
