//! The engine as text, for a page that fetches nothing: its modules without the model, and the model once.
//!
//! wasm-bindgen's JavaScript and the model are the same for both modules, so they stand in a file of their own,
//! which changes only when they do: most changes of the sources add nothing of the model to the repository.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};

use crate::settings::Vectors;

/// Writes embedded.js, and embedded-simd.js and embedded-plain.js.
pub fn write(
    folder: &Path,
    glue: &str,
    model: &[u8],
    modules: &[(Vectors, Vec<u8>)],
) -> Result<()> {
    let glue = serde_json::to_string(glue)?;
    let model_gzip = packed(model)?;
    let common = format!(
        "/* Made by `cargo xtask build`. */\n\
         export const glue = {glue};\nexport const model = \"{model_gzip}\";\n"
    );
    fs::write(folder.join("embedded.js"), common)?;
    for (vectors, module) in modules {
        let (before, after) = around(module, model)
            .with_context(|| format!("the {vectors} module cannot do without its model"))?;
        let text = format!(
            "/* Made by `cargo xtask build`. */\n\
             export const before = \"{}\";\nexport const after = \"{}\";\n",
            packed(before)?,
            packed(after)?
        );
        fs::write(folder.join(format!("embedded-{vectors}.js")), text)?;
    }
    Ok(())
}

/// Writes the module that reads other formats, whole, as one more script.
pub fn write_importer(folder: &Path, glue: &str, wasm: &[u8]) -> Result<()> {
    let (glue, wasm) = (serde_json::to_string(glue)?, packed(wasm)?);
    let text = format!(
        "/* Made by `cargo xtask build`. */\n\
         export const glue = {glue};\nexport const wasm = \"{wasm}\";\n"
    );
    Ok(fs::write(folder.join("importer.js"), text)?)
}

/// Compressed before it becomes base64, which itself compresses badly on its way to the visitor; by Zopfli, which
/// takes seconds and makes it 4 % smaller than gzip can.
fn packed(bytes: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(BASE64.encode(packed))
}

/// What stands before and after the model, which a module holds in one piece.
fn around<'a>(module: &'a [u8], model: &[u8]) -> Result<(&'a [u8], &'a [u8])> {
    let mut places = module.windows(model.len()).enumerate().filter(|(_, piece)| *piece == model);
    let (start, _) = places.next().context("models/en.bin is not in the module in one piece")?;
    ensure!(places.next().is_none(), "models/en.bin is in the module twice");
    Ok((&module[..start], &module[start + model.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_cut_around_its_model() {
        assert_eq!(around(b"code model data", b"model").unwrap(), (&b"code "[..], &b" data"[..]));
    }

    #[test]
    fn a_model_in_pieces_or_twice_is_an_error() {
        for (module, expected) in [
            (&b"code mo del"[..], "models/en.bin is not in the module in one piece"),
            (b"model model", "models/en.bin is in the module twice"),
        ] {
            assert_eq!(around(module, b"model").unwrap_err().to_string(), expected);
        }
    }
}
