//! Node.js and the packages that package.json names.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use super::say;
use crate::{shell, workspace};

/// As in package.json's `engines`.
const OLDEST_NODE: u32 = 20;

/// `node`, with every package of package-lock.json in place.
pub fn node() -> Result<PathBuf> {
    let node = shell::find_on_path(&["node"]).with_context(missing)?;
    let version = shell::output(std::process::Command::new(&node).arg("--version"))?;
    if major(&version) < Some(OLDEST_NODE) {
        bail!("Node.js {version} is too old: {OLDEST_NODE} or later is needed");
    }
    if !packages_are_fresh(&workspace::root()) {
        say("installing the Node packages of package-lock.json ...");
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        shell::run(workspace::command(npm).args(arguments))?;
    }
    Ok(node)
}

fn missing() -> String {
    format!(
        "Node.js is missing: install version {OLDEST_NODE} or later with npm (nodejs.org).\n\
         Only `cargo xtask serve` with an up-to-date pkg/ does without it."
    )
}

/// npm writes node_modules/.package-lock.json at the end of an installation.
fn packages_are_fresh(root: &Path) -> bool {
    let installed = modified(&root.join("node_modules/.package-lock.json"));
    installed.is_some() && installed >= modified(&root.join("package-lock.json"))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

/// `v22.4.1` -> 22
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn major_version() {
        for (version, expected) in [("v22.4.1", Some(22)), ("v8.0.0", Some(8)), ("", None)] {
            assert_eq!(major(version), expected, "{version}");
        }
    }
}
