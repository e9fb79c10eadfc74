//! Chromium (or Chrome) and ChromeDriver, for the tests.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::debian;
use crate::{shell, workspace};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const MAC_APPLICATIONS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

/// From CHROMIUM and CHROMEDRIVER, else from the usual places, else from Debian's packages.
pub fn browser() -> Result<Browser> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if debian::can_install() {
        debian::install(&["chromium", "chromium-driver"])?;
        return find().context("Debian's chromium was installed but is not on PATH");
    }
    bail!(
        "The tests need Chromium or Chrome and the ChromeDriver of the same version.\n\
         Install them, or say where they are in the environment variables CHROMIUM and CHROMEDRIVER."
    )
}

fn find() -> Option<Browser> {
    let on_mac = || MAC_APPLICATIONS.map(PathBuf::from).into_iter().find(|path| path.exists());
    // Where GitHub's machines keep the one that fits their Chrome.
    let on_github = || Some(shell::env_path("CHROMEWEBDRIVER")?.join("chromedriver"));
    Some(Browser {
        chromium: shell::env_path("CHROMIUM")
            .or_else(|| shell::find_on_path(&BROWSERS))
            .or_else(on_mac)?,
        chromedriver: shell::env_path("CHROMEDRIVER")
            .or_else(on_github)
            .or_else(|| shell::find_on_path(&["chromedriver"]))?,
    })
}

/// Writes the repository's webdriver.json anew with the browser of this machine.
pub fn write_capabilities(browser: &Path, to: &Path) -> Result<()> {
    let committed = serde_json::from_str(&workspace::read("webdriver.json")?)
        .context("webdriver.json does not read as JSON")?;
    let capabilities = capabilities(committed, browser, shell::is_root());
    Ok(std::fs::write(to, capabilities.to_string())?)
}

fn capabilities(mut committed: Value, browser: &Path, is_root: bool) -> Value {
    let options = &mut committed["goog:chromeOptions"];
    options["binary"] = json!(browser);
    // Chromium refuses to run its sandbox as root.
    if let (true, Some(arguments)) = (is_root, options["args"].as_array_mut()) {
        arguments.push(json!("--no-sandbox"));
    }
    committed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_root_goes_without_the_sandbox() {
        for (is_root, arguments) in
            [(true, json!(["--a", "--no-sandbox"])), (false, json!(["--a"]))]
        {
            let committed = json!({ "goog:chromeOptions": { "args": ["--a"] } });
            let expected =
                json!({ "goog:chromeOptions": { "args": arguments, "binary": "/bin/chromium" } });
            assert_eq!(capabilities(committed, Path::new("/bin/chromium"), is_root), expected);
        }
    }
}
