//! The only file that knows JavaScript.

use wasm_bindgen::prelude::*;

/// Takes the articles out of a file. What they are is JSON, which costs less to pass on than objects.
#[wasm_bindgen(js_name = importFile, skip_typescript)]
pub fn import_file(name: &str, bytes: &[u8], encoding: Option<String>) -> Result<String, JsError> {
    let import = crate::import(name, bytes, encoding.as_deref())?;
    Ok(serde_json::to_string(&import)?)
}
