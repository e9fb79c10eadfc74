//! Speed, natively and in a browser, and what a visitor downloads: `cargo xtask bench`.

use std::path::Path;

use anyhow::Result;

use crate::module::{self, Source};
use crate::settings::{Settings, Vectors};
use crate::setup::{browser, node};
use crate::{dist, shell, sizes, workspace};

pub fn run() -> Result<()> {
    shell::run(workspace::cargo().args(["build", "--quiet", "--release"]))?;
    let benches = ["--bench", "analysis", "--bench", "kernel", "--bench", "desk"];
    shell::run(workspace::cargo().args(["bench", "--quiet"]).args(benches))?;
    println!();
    in_browser()?;
    println!();
    let published = dist::make()?;
    of_the_page(&published)?;
    println!();
    sizes::print(&published)
}

/// How soon the page is there, and how smooth it stays: from the folder that is published.
fn of_the_page(published: &Path) -> Result<()> {
    let mut node = workspace::command(node::node()?);
    node.arg("benches/browser/page.mjs").arg(published);
    shell::run(node.env("CHROMIUM", browser::browser()?.chromium))
}

/// Both modules, beside a tagger that is written in JavaScript.
fn in_browser() -> Result<()> {
    let settings = Settings::read()?;
    let source = Source {
        cargo: &["--example", "browser"],
        compiled: "examples/browser.wasm",
        name: "browser",
        target: "no-modules",
    };
    let modules = workspace::target_dir().join("bench");
    for vectors in [Vectors::Simd, Vectors::Plain] {
        let folder = modules.join(vectors.to_string());
        workspace::empty_folder(&folder)?;
        module::build(&source, &settings, vectors, &folder)?;
    }
    let mut node = workspace::command(node::node()?);
    node.arg("benches/browser/run.mjs").arg(modules).env("CHROMIUM", browser::browser()?.chromium);
    shell::run(&mut node)
}
