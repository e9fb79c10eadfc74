//! Everything that is checked before a change goes in: `cargo xtask check` and `cargo xtask test`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail, ensure};

use crate::settings::{Settings, Vectors};
use crate::setup::{browser, browser::Browser, firefox, node, wasm_bindgen, wasm_target};
use crate::steps::Steps;
use crate::{dist, package, shell, sizes, sources, workspace};

/// Longest that the tests in one folder may take.
const TESTS_LIMIT: Duration = Duration::from_secs(15 * 60);

/// The tests that are compiled to WebAssembly, in a page and in a worker.
const BROWSER_TESTS: [&str; 4] = ["--test", "web", "--test", "web_worker"];

/// What TypeScript checks: the page, and the service worker, which lives in a world of its own.
const TYPED: [&str; 2] = ["www/tsconfig.json", "www/offline/tsconfig.json"];

const DOWNLOAD: &str = "published page, downloads within their limits";

/// The quick ones, without a browser.
pub fn check() -> Result<()> {
    let mut steps = Steps::default();
    native(&mut steps);
    page_sources(&mut steps);
    if let Some(committed) = steps.step("pkg/ matches the sources", fresh_package) {
        steps.step(DOWNLOAD, || sizes::within_limits(&dist::make_with(&committed)?));
    }
    steps.summary()
}

/// All of them. `quick` takes the committed package where it is up to date, rather than build it, and
/// leaves out the engine's own tests in the browser.
pub fn test(quick: bool) -> Result<()> {
    let mut steps = Steps::default();
    native(&mut steps);
    page_sources(&mut steps);
    let committed = steps.step("pkg/ matches the sources", fresh_package);
    let built = match committed.clone().filter(|_| quick) {
        Some(committed) => Some(committed),
        None => steps.step("package, built from source", build_apart),
    };
    if let Some(built) = &built {
        steps.step(DOWNLOAD, || sizes::within_limits(&dist::make_with(built)?));
    }
    let Some(browser) = steps.step("a browser for the tests", browser::browser) else {
        return steps.summary();
    };
    if !quick {
        steps.step("engine in the browser (wasm-bindgen-test)", || engine_in_browser(&browser));
    }
    if let Some(built) = &built {
        steps.step("package and page, as built", || package_and_page(&browser, built));
        steps.step("page in Firefox", || page_in_firefox(built));
    }
    // Where both are the same to the byte, they have been tested.
    let tested = |committed: &PathBuf| {
        built.as_ref().is_some_and(|built| workspace::same_files(built, committed))
    };
    if let Some(committed) = committed.filter(|committed| !tested(committed)) {
        steps.step("package and page, as committed", || package_and_page(&browser, &committed));
    }
    steps.summary()
}

fn native(steps: &mut Steps) {
    steps.step("format (cargo fmt)", || {
        shell::run(workspace::cargo().args(["fmt", "--all", "--check"]))
    });
    steps.step("lints (cargo clippy)", || {
        let arguments = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-Dwarnings"];
        shell::run(workspace::cargo().args(arguments))
    });
    steps.step("lints for WebAssembly", || {
        let mut clippy = wasm_target::wasm_toolchain()?.cargo("clippy", &[]);
        let targets = ["--quiet", "--lib", "--example", "browser"];
        shell::run(clippy.args(targets).args(BROWSER_TESTS).args(["--", "-Dwarnings"]))?;
        let mut clippy = wasm_target::wasm_toolchain()?.cargo("clippy", &[]);
        let importer = ["--quiet", "--package", "copydesk-importer", "--lib", "--", "-Dwarnings"];
        shell::run(clippy.args(importer))
    });
    steps.step("tests (cargo test)", || {
        shell::run(workspace::cargo().args(["test", "--quiet", "--workspace"]))
    });
}

fn page_sources(steps: &mut Steps) {
    steps.step("types of the page (tsc)", || {
        TYPED.iter().try_for_each(|project| {
            let mut tsc = workspace::command(node::node()?);
            shell::run(tsc.args(["node_modules/typescript/bin/tsc", "-p", project]))
        })
    });
    steps.step("www/vendor/ is what npm has", vendored_files);
}

/// The committed package, if it was built from the present sources.
fn fresh_package() -> Result<PathBuf> {
    let folder = package::folder()?;
    ensure!(
        sources::is_fresh(&folder)?,
        "pkg/ does not match the sources: run `cargo xtask build` and commit pkg/"
    );
    Ok(folder)
}

/// Builds the package beside the committed one, which stays as it is.
fn build_apart() -> Result<PathBuf> {
    let folder = workspace::target_dir().join("pkg");
    package::build(&folder)?;
    Ok(folder)
}

/// Each vendored file `www/vendor/PATH` is `node_modules/PATH`, unchanged.
fn vendored_files() -> Result<()> {
    node::node()?;
    for file in workspace::files_under("www/vendor")? {
        let original = file.replacen("www/vendor", "node_modules", 1);
        let read = |path: &str| fs::read(workspace::root().join(path)).unwrap_or_default();
        if read(&file) != read(&original) {
            bail!("{file} is not {original}: copy it anew");
        }
    }
    Ok(())
}

fn engine_in_browser(browser: &Browser) -> Result<()> {
    let capabilities = workspace::target_dir().join("webdriver.json");
    browser::write_capabilities(&browser.chromium, &capabilities)?;
    let runner = wasm_bindgen::wasm_bindgen()?.test_runner;
    let rustflags = Settings::read()?.rustflags(Vectors::Simd);
    let mut cargo = wasm_target::wasm_toolchain()?.cargo("test", &rustflags);
    cargo.args(BROWSER_TESTS);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("CHROMEDRIVER", &browser.chromedriver);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    shell::run_within(TESTS_LIMIT, &mut cargo)
}

/// Runs tests/package and tests/page against the package in a folder, and what is published of it.
fn package_and_page(browser: &Browser, package: &Path) -> Result<()> {
    let mut node = tests_in(&["tests/package", "tests/page"])?;
    node.env("CHROMIUM", &browser.chromium).env("PKG_DIR", package);
    shell::run_within(TESTS_LIMIT, node.env("DIST_DIR", dist::make_with(package)?))
}

/// Runs tests/firefox against what is published.
fn page_in_firefox(package: &Path) -> Result<()> {
    let mut node = tests_in(&["tests/firefox"])?;
    node.env("FIREFOX", firefox::firefox()?);
    shell::run_within(TESTS_LIMIT, node.env("DIST_DIR", dist::make_with(package)?))
}

/// Node's test runner with every test under these folders.
fn tests_in(folders: &[&str]) -> Result<Command> {
    let is_test = |path: &String| path.ends_with(".test.js") || path.ends_with(".test.mjs");
    let mut node = workspace::command(node::node()?);
    node.arg("--test");
    for folder in folders {
        node.args(workspace::files_under(folder)?.into_iter().filter(is_test));
    }
    Ok(node)
}
