//! The JavaScript side of the engine, in a dedicated worker, where the page runs it.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "../src/wasm.rs"]
mod wasm;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(wasm::version(), env!("CARGO_PKG_VERSION"));
}
