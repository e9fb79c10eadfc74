//! A Rust compiler for wasm32-unknown-unknown.
//!
//! The usual way is `rustup target add`. Where its server cannot be reached, Debian's own packages
//! do as well: they have a second toolchain with the source of its standard library, which is
//! compiled for wasm32 into `target/tools`. The native build stays with the usual toolchain.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::{debian, say};
use crate::{shell, workspace};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Pretends that the usual way fails, to try the other one.
const NO_RUSTUP: &str = "COPYDESK_NO_RUSTUP_TARGET";

const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// A toolchain that compiles for wasm32.
pub enum WasmToolchain {
    /// The one that runs this program.
    Usual,
    /// Debian's, with a standard library and a linker from elsewhere.
    Debian { sysroot: PathBuf, linker: PathBuf },
}

impl WasmToolchain {
    /// `cargo COMMAND --target wasm32-unknown-unknown`, with these flags for the compiler.
    pub fn cargo(&self, command: &str, rustflags: &[String]) -> Command {
        let mut rustflags = rustflags.to_vec();
        let mut cargo = match self {
            WasmToolchain::Usual => workspace::cargo(),
            WasmToolchain::Debian { sysroot, linker } => {
                rustflags.push(format!("--sysroot={}", sysroot.display()));
                let mut cargo = debian_cargo();
                cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                cargo
            }
        };
        cargo.args([command, "--target", TARGET]);
        cargo.env("CARGO_ENCODED_RUSTFLAGS", rustflags.join("\x1f"));
        cargo
    }
}

/// Finds a toolchain for wasm32, or makes one.
pub fn wasm_toolchain() -> Result<WasmToolchain> {
    let usual_allowed = shell::env_path(NO_RUSTUP).is_none();
    let sysroot = PathBuf::from(shell::output(rustc().args(["--print", "sysroot"]))?);
    if usual_allowed && has_standard_library(&sysroot) {
        return Ok(WasmToolchain::Usual);
    }
    if let Some(made) = debian_sysroot().filter(|made| has_standard_library(made)) {
        return Ok(WasmToolchain::Debian { sysroot: made, linker: linker(&sysroot)? });
    }
    if usual_allowed && add_by_rustup() && has_standard_library(&sysroot) {
        return Ok(WasmToolchain::Usual);
    }
    if debian::can_install() {
        let made = make_debian_sysroot()?;
        return Ok(WasmToolchain::Debian { sysroot: made, linker: linker(&sysroot)? });
    }
    bail!(
        "Rust cannot compile for WebAssembly here.\n\
         Run `rustup target add {TARGET}`, or install your system's package of Rust's\n\
         standard library for wasm32, and try again."
    )
}

fn rustc() -> Command {
    workspace::command(shell::env_path("RUSTC").unwrap_or_else(|| "rustc".into()))
}

fn add_by_rustup() -> bool {
    let Some(rustup) = shell::find_on_path(&["rustup"]) else { return false };
    say(&format!("adding Rust's standard library for {TARGET} ..."));
    let limit = Duration::from_secs(120);
    let mut rustup = workspace::command(rustup);
    rustup.args(["target", "add", TARGET]).env("RUST_BACKTRACE", "0");
    let added = shell::run_within(limit, &mut rustup);
    added.inspect_err(|error| say(&error.to_string())).is_ok()
}

fn library_folder(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn has_standard_library(sysroot: &Path) -> bool {
    let Ok(entries) = fs::read_dir(library_folder(sysroot)) else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// The linker that comes with rustup's toolchain: Debian's has none for wasm32.
fn linker(sysroot: &Path) -> Result<PathBuf> {
    let host = shell::output(rustc().args(["--print", "host-tuple"]))?;
    let bundled = sysroot.join("lib/rustlib").join(host).join("bin/rust-lld");
    let found = Some(bundled).filter(|path| path.is_file());
    found.or_else(|| shell::find_on_path(&["rust-lld", "wasm-ld"])).context(
        "no linker for WebAssembly: neither rustup's rust-lld nor wasm-ld (Debian: `lld`) is here",
    )
}

/// Debian's cargo and rustc, out of reach of rustup's settings.
fn debian_cargo() -> Command {
    let mut cargo = workspace::command(DEBIAN_CARGO);
    cargo.env("RUSTC", DEBIAN_RUSTC).env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
    // Clippy too must be Debian's.
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = [PathBuf::from("/usr/bin")].into_iter().chain(std::env::split_paths(&path));
    if let Ok(path) = std::env::join_paths(folders) {
        cargo.env("PATH", path);
    }
    cargo
}

/// Where the standard library for Debian's compiler belongs, one folder for each version of it.
fn debian_sysroot() -> Option<PathBuf> {
    let version = shell::output(Command::new(DEBIAN_RUSTC).arg("--version")).ok()?;
    let version = version.split_whitespace().nth(1)?;
    Some(workspace::target_dir().join("tools").join(format!("rust-{version}-{TARGET}")))
}

/// Compiles the standard library as a by-product of an empty crate, and keeps it.
fn make_debian_sysroot() -> Result<PathBuf> {
    debian::install(&DEBIAN_PACKAGES)?;
    say(&format!("compiling Rust's standard library for {TARGET}, a minute or two, once ..."));
    let sysroot = debian_sysroot().context("Debian's rustc was installed but does not run")?;
    let crate_folder = sysroot.join("build");
    workspace::empty_folder(&crate_folder.join("src"))?;
    fs::write(crate_folder.join("src/lib.rs"), "")?;
    let manifest = "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n";
    fs::write(crate_folder.join("Cargo.toml"), manifest)?;

    let mut cargo = debian_cargo();
    // The standard library's own way of being compiled counts as unstable; `test` is for tests/web.rs.
    cargo.env("RUSTC_BOOTSTRAP", "1").current_dir(&crate_folder);
    cargo.args(["build", "--quiet", "--release", "-Zbuild-std=std,panic_abort,test"]);
    cargo.args(["--target", TARGET, "--target-dir", "target"]);
    shell::run(&mut cargo)?;
    keep_libraries(&crate_folder.join("target").join(TARGET).join("release/deps"), &sysroot)?;
    fs::remove_dir_all(&crate_folder)?;
    Ok(sysroot)
}

fn keep_libraries(built: &Path, sysroot: &Path) -> Result<()> {
    let folder = library_folder(sysroot);
    workspace::empty_folder(&folder)?;
    for entry in fs::read_dir(built)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            workspace::copy(&entry.path(), &folder.join(name))?;
        }
    }
    Ok(())
}
