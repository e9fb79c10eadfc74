//! Firefox, for the tests of the main way in a second browser.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::debian;
use crate::shell;

const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];
const MAC_APPLICATION: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// From FIREFOX, else from the usual places, else from Debian's packages.
pub fn firefox() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if debian::can_install() {
        debian::install(&["firefox-esr"])?;
        return find().context("Debian's firefox-esr was installed but is not on PATH");
    }
    bail!(
        "The tests need Firefox too.\n\
         Install it, or say where it is in the environment variable FIREFOX."
    )
}

fn find() -> Option<PathBuf> {
    let on_mac = || Some(PathBuf::from(MAC_APPLICATION)).filter(|path| path.exists());
    shell::env_path("FIREFOX").or_else(|| shell::find_on_path(&BROWSERS)).or_else(on_mac)
}
