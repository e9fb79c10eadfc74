//! The `wasm-bindgen` program and its test runner, of the very version that the core is linked with.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::say;
use crate::{shell, workspace};

pub struct WasmBindgen {
    pub cli: PathBuf,
    pub test_runner: PathBuf,
}

/// From PATH where it is the right version, else from `target/tools`, where it is installed once.
pub fn wasm_bindgen() -> Result<WasmBindgen> {
    let version = locked_version(&workspace::read("Cargo.lock")?)?;
    let tools = workspace::target_dir().join("tools");
    let find = || {
        let on_path = shell::find_on_path(&["wasm-bindgen"]);
        let folders = on_path.iter().filter_map(|cli| cli.parent()).map(Path::to_path_buf);
        folders.chain([tools.join("bin")]).find_map(|folder| in_folder(&folder, &version))
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    say(&format!("compiling wasm-bindgen {version} into target/tools, a few minutes, once ..."));
    install(&version, &tools)?;
    find().with_context(|| format!("wasm-bindgen {version} was installed but does not run"))
}

fn install(version: &str, tools: &Path) -> Result<()> {
    let install = || {
        let mut cargo = workspace::cargo();
        cargo.env("CARGO_TARGET_DIR", tools.join("build")).arg("install").arg("--root").arg(tools);
        // Unoptimised it compiles three times as fast, and is fast enough.
        cargo.args(["--quiet", "--debug", "wasm-bindgen-cli", "--version", version]);
        cargo
    };
    // Not every registry mirror has all that the program's own lock file names.
    shell::output(install().arg("--locked")).map(drop).or_else(|_| shell::run(&mut install()))
}

fn in_folder(folder: &Path, version: &str) -> Option<WasmBindgen> {
    let program = |name: &str| {
        let path = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let printed = shell::output(Command::new(&path).arg("--version")).ok()?;
        (printed.split_whitespace().nth(1) == Some(version)).then_some(path)
    };
    let cli = program("wasm-bindgen")?;
    Some(WasmBindgen { cli, test_runner: program("wasm-bindgen-test-runner")? })
}

fn locked_version(lock: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let lock: Lock = toml::from_str(lock).context("Cargo.lock does not read as expected")?;
    let package = lock.package.into_iter().find(|package| package.name == "wasm-bindgen");
    Ok(package.context("Cargo.lock names no wasm-bindgen")?.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_comes_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"9.9.9\"\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock).unwrap(), "0.2.130");
    }

    #[test]
    fn a_lock_file_without_it_is_an_error() {
        let error = locked_version("package = []").err().unwrap();
        assert_eq!(error.to_string(), "Cargo.lock names no wasm-bindgen");
    }
}
