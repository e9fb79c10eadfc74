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

/// An article as `exportArticles` takes it.
fn article(name: &str, text: &str, options: JsValue) -> JsValue {
    let article = Object::new();
    for (key, value) in [("name", name.into()), ("text", text.into()), ("options", options)] {
        Reflect::set(&article, &key.into(), &value).expect("an object");
    }
    article.into()
}

#[wasm_bindgen_test]
fn articles_are_exported_in_every_format() {
    let articles = || -> JsValue {
        let first = article("ferry.txt", "31 people were hurt on Monday.", options("2022-05-04"));
        Array::of2(&first, &article("dam.txt", "Seven people left.", JsValue::NULL)).into()
    };
    for (format, list, start) in [
        ("json", None, "{\"format\":\"copydesk\",\"version\":1,"),
        ("csv", Some("figures"), "article,id,words,"),
        ("markdown", None, "# "),
        ("html", None, "<!doctype html>"),
        ("annotations", None, "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\","),
    ] {
        let Ok(text) = wasm::export_articles(articles(), format, list.map(str::to_owned)) else {
            panic!("{format} was not written");
        };
        assert!(text.starts_with(start), "{format}: {text}");
        assert!(text.contains("dam.txt"), "{format}: {text}");
    }
    let Ok(dates) = wasm::export_articles(articles(), "csv", Some("dates".to_owned())) else {
        panic!("dates were not written");
    };
    assert!(dates.contains(",2022-05-02,"), "by the day of publication: {dates}");
}

#[wasm_bindgen_test]
fn an_export_that_is_none_is_an_error_with_a_sentence() {
    let none = || JsValue::from(Array::new());
    for (format, list, expected) in [("csv", None, "figures, quotes"), ("pdf", None, "“pdf”")] {
        let Err(error) = wasm::export_articles(none(), format, list) else {
            panic!("{format} was written");
        };
        let message = get(&error.into(), "message").as_string().unwrap_or_default();
        assert!(message.contains(expected), "{message}");
    }
}
