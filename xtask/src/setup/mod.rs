//! Everything a fresh machine lacks. Each part looks first and installs only what is missing.

pub mod browser;
mod debian;
pub mod firefox;
pub mod node;
pub mod wasm_bindgen;
pub mod wasm_target;

/// Tells what is being done, since it can take minutes.
fn say(what: &str) {
    println!("  set-up: {what}");
}
