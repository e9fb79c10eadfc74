//! The WebAssembly package: compiled, bound, optimised, and made ready for npm and for the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::module::{self, Source};
use crate::settings::{Build, Settings, Vectors};
use crate::{embedded, sources, workspace};

/// The trained model, which both modules hold.
const MODEL: &str = "models/en.bin";

/// Goes into the package as it is.
const BESIDE: [&str; 8] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "xtask/package/README.md",
    "xtask/package/embedded.d.ts",
    "xtask/package/embedded-simd.d.ts",
    "xtask/package/embedded-plain.d.ts",
    "xtask/package/importer.d.ts",
];

/// The committed package.
pub fn folder() -> Result<PathBuf> {
    Ok(workspace::root().join(Settings::read()?.build.out_dir))
}

/// Builds the package into a folder, in place of what was there.
pub fn build(folder: &Path) -> Result<()> {
    let settings = Settings::read()?;
    // Before anything slow, so that sources changed meanwhile are not taken for the ones built.
    let hash = sources::hash()?;
    // Complete or not there at all: an interrupted build leaves the old package as it was.
    let scratch = workspace::target_dir().join("pkg-unfinished");
    workspace::empty_folder(&scratch)?;

    importer(&settings.importer(), &scratch)?;
    modules(&settings, &scratch)?;
    describe(&scratch, &settings.build.out_name)?;
    fs::write(scratch.join(sources::FILE), format!("{hash}\n"))?;

    workspace::empty_folder(folder)?;
    workspace::copy(&scratch, folder)
}

/// Writes the module of the package, and both modules as text. The plain one is nowhere else: what runs outside a
/// browser has vectors.
fn modules(settings: &Settings, folder: &Path) -> Result<()> {
    let Build { out_name: name, target, .. } = &settings.build;
    let source = Source { cargo: &["--lib"], compiled: "copydesk.wasm", name, target };
    let beside = workspace::target_dir().join("pkg-plain");
    workspace::empty_folder(&beside)?;
    module::build(&source, settings, Vectors::Simd, folder)?;
    module::build(&source, settings, Vectors::Plain, &beside)?;

    let glue = |folder: &Path| fs::read_to_string(folder.join(format!("{name}.js")));
    let wasm = |folder: &Path| fs::read(folder.join(format!("{name}_bg.wasm")));
    ensure!(glue(folder)? == glue(&beside)?, "the two modules differ in their JavaScript");
    let named = [(Vectors::Simd, wasm(folder)?), (Vectors::Plain, wasm(&beside)?)];
    let model = fs::read(workspace::root().join(MODEL))?;
    embedded::write(folder, &glue(folder)?, &model, &named)
}

/// Writes the module that reads other formats, as text alone: it is the page's.
fn importer(settings: &Settings, folder: &Path) -> Result<()> {
    let source = Source {
        cargo: &["--package", "copydesk-importer", "--lib"],
        compiled: "copydesk_importer.wasm",
        name: "importer",
        target: &settings.build.target,
    };
    let beside = workspace::target_dir().join("pkg-importer");
    workspace::empty_folder(&beside)?;
    module::build(&source, settings, Vectors::Plain, &beside)?;
    let glue = fs::read_to_string(beside.join("importer.js"))?;
    embedded::write_importer(folder, &glue, &fs::read(beside.join("importer_bg.wasm"))?)
}

/// Writes package.json and puts the texts beside it.
fn describe(folder: &Path, name: &str) -> Result<()> {
    let manifest = package_json(&workspace::read_toml("Cargo.toml")?, name);
    fs::write(folder.join("package.json"), format!("{manifest:#}\n"))?;
    // wasm-bindgen's own, for folders that are built anew by hand.
    let _ = fs::remove_file(folder.join(".gitignore"));
    for file in BESIDE {
        let from = workspace::root().join(file);
        let name = from.file_name().context("a file has a name")?;
        workspace::copy(&from, &folder.join(name))?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Manifest {
    workspace: Workspace,
    package: Package,
}

#[derive(Deserialize)]
struct Workspace {
    package: Shared,
}

#[derive(Deserialize)]
struct Shared {
    license: String,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    description: String,
    keywords: Vec<String>,
}

fn package_json(cargo: &Manifest, name: &str) -> Value {
    let entry = |file: &str| json!({ "types": format!("./{file}.d.ts"), "default": format!("./{file}.js") });
    json!({
        "name": cargo.package.name,
        "version": cargo.package.version,
        "description": cargo.package.description,
        "keywords": cargo.package.keywords,
        "license": cargo.workspace.package.license,
        "type": "module",
        "main": format!("./{name}.js"),
        "types": format!("./{name}.d.ts"),
        "exports": {
            ".": entry(name),
            "./embedded": entry("embedded"),
            "./embedded-simd": entry("embedded-simd"),
            "./embedded-plain": entry("embedded-plain"),
            "./importer": entry("importer"),
            format!("./{name}_bg.wasm"): format!("./{name}_bg.wasm"),
        },
        "files": [
            format!("{name}.js"),
            format!("{name}.d.ts"),
            format!("{name}_bg.wasm"),
            format!("{name}_bg.wasm.d.ts"),
            "embedded.js",
            "embedded.d.ts",
            "embedded-simd.js",
            "embedded-simd.d.ts",
            "embedded-plain.js",
            "embedded-plain.d.ts",
            "importer.js",
            "importer.d.ts",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "NOTICE",
        ],
        // The start function, which sets the panic hook, runs in `init`, not on import.
        "sideEffects": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_names_what_is_built() {
        let cargo: Manifest = workspace::read_toml("Cargo.toml").unwrap();
        let json = package_json(&cargo, "copydesk");
        assert_eq!(json["name"], "copydesk");
        assert_eq!(json["version"], cargo.package.version);
        assert_eq!(json["license"], "(MIT OR Apache-2.0) AND CC-BY-SA-4.0");
        assert_eq!(json["exports"]["."]["default"], "./copydesk.js");
        assert_eq!(json["exports"]["./embedded"]["types"], "./embedded.d.ts");
    }
}
