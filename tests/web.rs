//! The engine as JavaScript on a page sees it, in a real browser.
#![cfg(target_arch = "wasm32")]

use copydesk::wasm;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).expect("an object")
}

fn analyze(text: &str, options: JsValue) -> JsValue {
    match wasm::analyze(text, options) {
        Ok(analysis) => analysis,
        Err(error) => panic!("{:?}", JsValue::from(error)),
    }
}

fn options(published: &str) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &"published".into(), &published.into()).expect("an object");
    options.into()
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(wasm::version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn an_analysis_is_a_plain_object_with_null_for_what_is_unknown() {
    for options in [JsValue::UNDEFINED, JsValue::NULL, Object::new().into()] {
        let analysis = analyze("A ferry sank.", options);
        assert!(analysis.is_instance_of::<Object>());
        assert_eq!(get(&analysis, "words"), JsValue::from(3));
        assert!(get(&analysis, "published").is_null());
    }
}

#[wasm_bindgen_test]
fn offsets_are_utf_16_code_units() {
    let analysis = analyze("“🚢” sank.", JsValue::NULL);
    let paragraph = get(&analysis, "paragraphs").unchecked_into::<Array>().get(0);
    assert_eq!(get(&paragraph, "start"), JsValue::from(0));
    assert_eq!(get(&paragraph, "end"), JsValue::from(10));
}

#[wasm_bindgen_test]
fn the_day_of_publication_comes_from_the_caller() {
    let analysis = analyze("A ferry sank.", options("2022-05-04"));
    let published = get(&analysis, "published");
    assert_eq!(get(&published, "value"), JsValue::from("2022-05-04"));
    assert_eq!(get(&published, "source"), JsValue::from("user"));
}

#[wasm_bindgen_test]
fn a_day_that_is_none_is_an_error() {
    let Err(error) = wasm::analyze("A ferry sank.", options("yesterday")) else {
        panic!("`yesterday` was taken for a day");
    };
    let message = get(&error.into(), "message").as_string().unwrap_or_default();
    assert!(message.contains("yesterday"), "{message}");
}
