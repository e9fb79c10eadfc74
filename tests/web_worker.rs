//! The engine in a dedicated worker, where the page runs it and where files can be read.
#![cfg(target_arch = "wasm32")]

use copydesk::wasm;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::File;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn file(bytes: &[u8]) -> File {
    let parts = Array::of1(&Uint8Array::from(bytes));
    File::new_with_u8_array_sequence(&parts, "article.txt").expect("a file")
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).expect("an object")
}

#[wasm_bindgen_test]
fn files_are_read_in_the_encoding_they_have() {
    for (bytes, encoding, text) in [
        ("A café burnt.".as_bytes(), "utf-8", "A café burnt."),
        (b"A caf\xe9 burnt.", "windows-1252", "A café burnt."),
        (b"\xff\xfeA\0 \0c\0a\0f\0\xe9\0.\0", "utf-16le", "A café."),
    ] {
        let Ok(result) = wasm::analyze_file(&file(bytes), JsValue::NULL) else {
            panic!("{text}: was not read");
        };
        assert_eq!(get(&result, "encoding").as_string().as_deref(), Some(encoding));
        assert_eq!(get(&result, "text").as_string().as_deref(), Some(text));
        let timing = get(&result, "timing");
        assert!(get(&timing, "read").as_f64() >= Some(0.0));
        assert!(get(&timing, "analysis").as_f64() >= Some(0.0));
    }
}

#[wasm_bindgen_test]
fn what_is_no_text_is_an_error_with_a_sentence() {
    let Err(error) = wasm::analyze_file(&file(b"\x89PNG\r\n\x1a\n\0\0\0"), JsValue::NULL) else {
        panic!("an image was taken for text");
    };
    let message = get(&error.into(), "message").as_string().unwrap_or_default();
    assert!(message.len() > 20, "{message}");
}
