//! The folder that GitHub Pages publishes.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::{package, sources, workspace};

const PUBLISHED: [&str; 7] =
    [".nojekyll", "LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "index.html", "pkg", "www"];

/// Makes `target/dist` with exactly what is published, and returns its path.
pub fn make() -> Result<PathBuf> {
    ensure!(
        sources::is_fresh(&package::folder()?)?,
        "pkg/ does not match the sources: run `cargo xtask build` and commit it"
    );
    let folder = workspace::target_dir().join("dist");
    workspace::empty_folder(&folder)?;
    for name in PUBLISHED {
        workspace::copy(&workspace::root().join(name), &folder.join(name))?;
    }
    Ok(folder)
}
