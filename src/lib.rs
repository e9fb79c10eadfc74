pub mod analysis;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analysis::{Analysis, Span};
