//! One WebAssembly module: compiled, bound to JavaScript, optimised.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::settings::{Settings, Vectors};
use crate::setup::{node, wasm_bindgen, wasm_target};
use crate::{shell, workspace};

/// What is made into a module.
pub struct Source<'a> {
    /// Which part of the crate, in cargo's words.
    pub cargo: &'a [&'a str],
    /// The file that cargo makes of it, below the profile's folder.
    pub compiled: &'a str,
    /// Name of the module's own files: `{name}.js`, `{name}_bg.wasm`.
    pub name: &'a str,
    /// What wasm-bindgen writes its JavaScript for.
    pub target: &'a str,
}

/// Writes a module and its JavaScript into a folder.
pub fn build(source: &Source, settings: &Settings, vectors: Vectors, folder: &Path) -> Result<()> {
    let compiled = compile(source, settings, vectors)?;
    let mut bindgen = workspace::command(wasm_bindgen::wasm_bindgen()?.cli);
    bindgen.args(["--target", source.target, "--out-name", source.name]);
    shell::run(bindgen.arg("--out-dir").arg(folder).arg(compiled))?;

    let wasm = folder.join(format!("{}_bg.wasm", source.name));
    let mut wasm_opt = workspace::command(node::node()?);
    wasm_opt.arg("node_modules/binaryen/bin/wasm-opt").args(settings.wasm_opt_flags(vectors));
    shell::run(wasm_opt.arg(&wasm).arg("-o").arg(&wasm))
}

fn compile(source: &Source, settings: &Settings, vectors: Vectors) -> Result<PathBuf> {
    let toolchain = wasm_target::wasm_toolchain()?;
    let mut rustflags = settings.rustflags(vectors);
    rustflags.extend(neutral_paths());
    let mut cargo = toolchain.cargo("build", &rustflags);
    cargo.args(["--quiet", "--profile", &settings.build.profile]).args(source.cargo);
    shell::run(&mut cargo)?;
    let folder = if settings.build.profile == "dev" { "debug" } else { &settings.build.profile };
    let target = workspace::target_dir().join(wasm_target::TARGET);
    Ok(target.join(folder).join(source.compiled))
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
