//! The WebAssembly package: compiled, bound, optimised, and made ready for npm and for the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::settings::Settings;
use crate::setup::{node, wasm_bindgen, wasm_target};
use crate::{shell, sizes, sources, workspace};

/// Goes into the package as it is.
const BESIDE: [&str; 5] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "xtask/package/README.md",
    "xtask/package/embedded.d.ts",
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

    bind(&compile(&settings)?, &settings, &scratch)?;
    optimise(&scratch.join(format!("{}_bg.wasm", settings.build.out_name)), &settings)?;
    embed(&scratch, &settings.build.out_name)?;
    describe(&scratch, &settings.build.out_name)?;
    fs::write(scratch.join(sources::FILE), format!("{hash}\n"))?;

    workspace::empty_folder(folder)?;
    workspace::copy(&scratch, folder)
}

fn compile(settings: &Settings) -> Result<PathBuf> {
    let toolchain = wasm_target::wasm_toolchain()?;
    let mut rustflags = settings.build.rustflags.clone();
    rustflags.extend(neutral_paths());
    let mut cargo = toolchain.cargo("build", &rustflags);
    shell::run(cargo.args(["--quiet", "--lib", "--profile", &settings.build.profile]))?;
    let folder = if settings.build.profile == "dev" { "debug" } else { &settings.build.profile };
    let target = workspace::target_dir().join(wasm_target::TARGET);
    Ok(target.join(folder).join("copydesk.wasm"))
}

/// Panic messages name source files: not where they lie on the machine that built the package.
fn neutral_paths() -> Vec<String> {
    let home = std::env::home_dir().unwrap_or_default().join(".cargo");
    let crates = shell::env_path("CARGO_HOME").unwrap_or(home).join("registry/src");
    let registries = fs::read_dir(crates).into_iter().flatten().flatten();
    let remap = |from: PathBuf, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let mut flags = vec![remap(workspace::root(), ".")];
    flags.extend(registries.map(|registry| remap(registry.path(), "crates")));
    flags
}

fn bind(compiled: &Path, settings: &Settings, folder: &Path) -> Result<()> {
    let mut bindgen = workspace::command(wasm_bindgen::wasm_bindgen()?.cli);
    bindgen.args(["--target", &settings.build.target, "--out-name", &settings.build.out_name]);
    shell::run(bindgen.arg("--out-dir").arg(folder).arg(compiled))
}

fn optimise(wasm: &Path, settings: &Settings) -> Result<()> {
    let mut wasm_opt = workspace::command(node::node()?);
    wasm_opt.arg("node_modules/binaryen/bin/wasm-opt").args(&settings.wasm_opt.flags);
    shell::run(wasm_opt.arg(wasm).arg("-o").arg(wasm))
}

/// Writes embedded.js: all that the engine needs as text, for a page that fetches nothing. The module is
/// compressed before it becomes base64, because base64 itself compresses badly on its way to the visitor.
fn embed(folder: &Path, name: &str) -> Result<()> {
    let glue = fs::read_to_string(folder.join(format!("{name}.js")))?;
    let wasm = BASE64.encode(sizes::gzip(&fs::read(folder.join(format!("{name}_bg.wasm")))?)?);
    let module = format!(
        "/* Made by `cargo xtask build` from {name}.js and {name}_bg.wasm. */\n\
         export const glue = {};\nexport const wasmGzip = \"{wasm}\";\n",
        serde_json::to_string(&glue)?
    );
    fs::write(folder.join("embedded.js"), module)?;
    Ok(())
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
            format!("./{name}_bg.wasm"): format!("./{name}_bg.wasm"),
        },
        "files": [
            format!("{name}.js"),
            format!("{name}.d.ts"),
            format!("{name}_bg.wasm"),
            format!("{name}_bg.wasm.d.ts"),
            "embedded.js",
            "embedded.d.ts",
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
        assert_eq!(json["license"], "MIT OR Apache-2.0");
        assert_eq!(json["exports"]["."]["default"], "./copydesk.js");
        assert_eq!(json["exports"]["./embedded"]["types"], "./embedded.d.ts");
    }
}
