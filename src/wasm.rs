//! The only file that knows JavaScript: strings, files and plain objects in and out, typed by `api.d.ts`.
//!
//! Offsets leave the core as UTF-16 code units, the unit of JavaScript strings.

use js_sys::{Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{DomException, File, FileReaderSync, TextDecoder, WorkerGlobalScope};

use crate::desk::{self, Brief, Correction};
use crate::export::{Exported, Format, export};
use crate::intake::decode::{self, NoText};
use crate::text::offsets::{self, Unit};
use crate::{Analysis, Reference, review};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("api.d.ts");

/// A panic is a bug of ours: its place goes to the console, and the page replaces the worker.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    published: Option<String>,
    file_published: Option<String>,
    outlet: Option<String>,
    corrections: Option<Vec<review::Correction>>,
}

/// An article to export.
#[derive(Deserialize)]
struct Article {
    name: String,
    text: String,
    #[serde(default)]
    options: Option<Options>,
}

#[derive(Serialize)]
struct FileAnalysis {
    text: String,
    encoding: &'static str,
    timing: Timing,
}

/// Milliseconds.
#[derive(Serialize)]
struct Timing {
    read: f64,
    analysis: f64,
}

/// Version of the engine.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Analyses one article.
#[wasm_bindgen(skip_typescript)]
pub fn analyze(text: &str, options: JsValue) -> Result<JsValue, JsError> {
    with_brief(&run(text, options)?)
}

/// Lays analysed articles side by side.
#[wasm_bindgen(skip_typescript)]
pub fn compare(briefs: Vec<Uint8Array>, corrections: JsValue) -> Result<JsValue, JsError> {
    let unpacked = briefs.iter().map(|packed| postcard::from_bytes(&packed.to_vec()));
    let briefs: Vec<Brief> = unpacked
        .collect::<Result<_, _>>()
        .map_err(|_| JsError::new("A brief is of another version of the engine. Analyse again."))?;
    let corrections: Option<Vec<Correction>> = serde_wasm_bindgen::from_value(corrections)?;
    plain(&desk::compare(&briefs, &corrections.unwrap_or_default()))
}

/// Analyses articles and writes what they say as one file. It is not called `export`, which no function can be.
#[wasm_bindgen(js_name = exportArticles, skip_typescript)]
pub fn export_articles(
    articles: JsValue,
    format: &str,
    list: Option<String>,
) -> Result<String, JsError> {
    let format = Format::named(format, list.as_deref())?;
    let articles: Vec<Article> = serde_wasm_bindgen::from_value(articles)?;
    let analyzed = articles.into_iter().map(|Article { name, text, options }| {
        let analysis = crate::analyze(&text, &known(options)?);
        Ok((name, text, analysis))
    });
    let analyzed = analyzed.collect::<Result<Vec<_>, JsError>>()?;
    let exported = analyzed.iter().map(|(name, text, analysis)| Exported { name, text, analysis });
    Ok(export(&exported.collect::<Vec<_>>(), format))
}

/// The grammar of one article.
#[wasm_bindgen(skip_typescript)]
pub fn inspect(text: &str, options: JsValue) -> Result<JsValue, JsError> {
    let options = known(serde_wasm_bindgen::from_value(options)?)?;
    let mut inspection = crate::inspect::inspect(text, &options);
    offsets::convert(&mut inspection, text, Unit::Utf16);
    plain(&inspection)
}

/// Reads and analyses a file; works in a worker only, where files can be read without waiting.
#[wasm_bindgen(js_name = analyzeFile, skip_typescript)]
pub fn analyze_file(file: &File, options: JsValue) -> Result<JsValue, JsError> {
    let started = now();
    let (text, encoding) = read(file)?;
    let read = now();
    let analysis = run(&text, options)?;
    let timing = Timing { read: read - started, analysis: now() - read };
    let value = plain(&FileAnalysis { text, encoding, timing })?;
    set(&value, "analysis", &with_brief(&analysis)?);
    Ok(value)
}

fn run(text: &str, options: JsValue) -> Result<Analysis, JsError> {
    let options = known(serde_wasm_bindgen::from_value(options)?)?;
    let mut analysis = crate::analyze(text, &options);
    offsets::convert(&mut analysis, text, Unit::Utf16);
    Ok(analysis)
}

/// What the caller knows of the article.
fn known(options: Option<Options>) -> Result<crate::Options, JsError> {
    let Options { published, file_published, outlet, corrections } = options.unwrap_or_default();
    let day = |said: Option<String>| said.map(|day| day.parse::<Reference>()).transpose();
    Ok(crate::Options {
        published: day(published)?,
        file_published: day(file_published)?,
        outlet,
        corrections: corrections.unwrap_or_default(),
    })
}

/// An analysis with its brief, which only the engine reads.
fn with_brief(analysis: &Analysis) -> Result<JsValue, JsError> {
    let value = plain(analysis)?;
    let packed = postcard::to_allocvec(&analysis.brief)?;
    set(&value, "brief", &Uint8Array::from(&*packed));
    Ok(value)
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // It only fails for what is no object.
    let _ = Reflect::set(object, &name.into(), value);
}

/// A plain object; what is missing is `null`.
fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn read(file: &File) -> Result<(String, &'static str), JsError> {
    // Before a byte of it is taken into memory.
    if file.size() > decode::LARGEST as f64 {
        return Err(NoText::TooLarge(file.size() as u64).into());
    }
    let buffer = FileReaderSync::new()
        .and_then(|reader| reader.read_as_array_buffer(file))
        .map_err(|error| unreadable(&error))?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    let label = decode::sniff(&bytes)?.label();
    let text = TextDecoder::new_with_label(label)
        .and_then(|decoder| decoder.decode_with_u8_array(&bytes))
        .map_err(|_| JsError::new("It is too large for this browser to read."))?;
    Ok((text, label))
}

/// What the browser said when it could not read a file, as a sentence for the reader.
fn unreadable(error: &JsValue) -> JsError {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    JsError::new(match name.as_str() {
        "NotFoundError" | "NotReadableError" => {
            "It was moved, deleted or changed before it could be read. Drop it again."
        }
        "SecurityError" => {
            "The browser does not allow it to be read. Copy it elsewhere and drop it again."
        }
        _ => "The browser could not read it. Drop it again.",
    })
}

/// Milliseconds since the page or worker began.
fn now() -> f64 {
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    scope.performance().map_or(0.0, |performance| performance.now())
}
