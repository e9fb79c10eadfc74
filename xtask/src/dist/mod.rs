//! The folder that GitHub Pages publishes: the page in few small files, the page as one file, and what keeps it for use
//! with no network.

mod bundle;
mod html;
mod offline;
mod one_file;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};

use crate::{package, sources, workspace};
pub use one_file::NAME as ONE_FILE;

/// Goes beside the page as it is, under this name.
const BESIDE: [(&str, &str); 4] = [
    (".nojekyll", ".nojekyll"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("NOTICE", "NOTICE"),
];

/// Makes `target/dist` with the committed package, and says what its one file is.
pub fn make() -> Result<PathBuf> {
    let committed = package::folder()?;
    ensure!(
        sources::is_fresh(&committed)?,
        "pkg/ does not match the sources: run `cargo xtask build` and commit it"
    );
    let folder = make_with(&committed)?;
    print!("{}", fs::read_to_string(folder.join(one_file::HASH))?);
    Ok(folder)
}

/// Makes `target/dist` with the package in a folder, and returns its path.
pub fn make_with(package: &Path) -> Result<PathBuf> {
    let stage = stage(package)?;
    let folder = workspace::target_dir().join("dist");
    workspace::empty_folder(&folder)?;
    for (from, to) in BESIDE {
        workspace::copy(&workspace::root().join(from), &folder.join(to))?;
    }
    for path in vendored_licences()? {
        let library = path.split('/').nth(2).context("a library has a name")?;
        workspace::copy(
            &workspace::root().join(&path),
            &folder.join(format!("LICENSE-{library}")),
        )?;
    }
    let page = with_icon(&fs::read_to_string(stage.join("www/index.html"))?)?;
    let bundle = bundle::make(&stage, &html::loaded(&page), &folder)?;
    fs::write(folder.join("index.html"), offline::page(&bundle.page(&page)?)?)?;
    one_file::write(&stage, &page, &folder)?;
    offline::write(&stage, &bundle, &folder)?;
    Ok(folder)
}

/// The licence of every library that the page includes.
fn vendored_licences() -> Result<Vec<String>> {
    let is_licence = |path: &String| path.contains("/LICEN");
    Ok(workspace::files_under("www/vendor")?.into_iter().filter(is_licence).collect())
}

/// The page's sources and the package side by side, as the modules of the page expect them.
fn stage(package: &Path) -> Result<PathBuf> {
    let stage = workspace::target_dir().join("dist-sources");
    workspace::empty_folder(&stage)?;
    workspace::copy(&workspace::root().join("www"), &stage.join("www"))?;
    workspace::copy(package, &stage.join("pkg"))?;
    // esbuild takes its settings from here, not from what lies further up.
    fs::write(stage.join("package.json"), "{ \"type\": \"module\" }\n")?;
    Ok(stage)
}

fn with_icon(page: &str) -> Result<String> {
    html::swap(page, "data:,", &icon("icon.svg", "image/svg+xml")?)
}

/// A picture of `www/offline` as an address that holds it: the page's policy allows no other.
fn icon(name: &str, kind: &str) -> Result<String> {
    let file = workspace::root().join("www/offline").join(name);
    let picture = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(format!("data:{kind};base64,{}", BASE64.encode(picture)))
}
