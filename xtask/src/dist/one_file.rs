//! The whole page as one file, for a disk or a memory stick: it loads nothing, not even from where it lies.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use super::{bundle, html, offline, vendored_licences};
use crate::{shell, workspace};

pub const NAME: &str = "copydesk.html";
/// What `sha256sum --check` reads.
pub const HASH: &str = "copydesk.html.sha256";

/// What travels with it, as it travels alone, beside the licences of the libraries inside.
const LICENCES: [&str; 2] = ["NOTICE", "LICENSE-MIT"];

/// Writes the page as one file, and its SHA-256 beside it.
pub fn write(stage: &Path, page: &str, folder: &Path) -> Result<()> {
    let loaded = html::loaded(page);
    let (styles, scripts): (Vec<&str>, Vec<&str>) =
        loaded.into_iter().partition(|path| path.ends_with(".css"));
    let style = bundled(stage, &styles, "@import", "one.css")?;
    let script = bundled(stage, &scripts, "import", "one.js")?;
    let page = with_everything_inside(page, &style, &script)? + &licences()?;
    fs::write(folder.join(NAME), &page)?;
    let hash = offline::hexadecimal(page.as_bytes());
    Ok(fs::write(folder.join(HASH), format!("{hash}  {NAME}\n"))?)
}

/// All of one kind that the page loads, as one text.
fn bundled(stage: &Path, paths: &[&str], import: &str, name: &str) -> Result<String> {
    let entry = stage.join("www").join(name);
    let imports: String = paths.iter().map(|path| format!("{import} \"./{path}\";\n")).collect();
    fs::write(&entry, imports)?;
    let mut esbuild = bundle::esbuild(stage)?;
    esbuild.args(["--format=esm", "--legal-comments=inline"]).arg(&entry);
    shell::output(&mut esbuild)
}

/// The style in place of the first style sheet, the script in place of the first script; allowed by what they are, so
/// that nothing else in the page can be either.
fn with_everything_inside(page: &str, style: &str, script: &str) -> Result<String> {
    let (mut style_tag, mut script_tag) =
        (element("style", "", style)?, element("script", " type=\"module\"", script)?);
    let page = html::replace_loaded(page, |_, path| {
        Ok(std::mem::take(if path.ends_with(".css") { &mut style_tag } else { &mut script_tag }))
    })?;
    let allowed = |text: &str| format!("'{}'", offline::integrity(text.as_bytes()));
    let page = html::swap(&page, "style-src 'self'", &format!("style-src {}", allowed(style)))?;
    html::swap(&page, "script-src 'self'", &format!("script-src {}", allowed(script)))
}

/// An element whose text neither ends it early nor is read as anything else.
fn element(name: &str, attributes: &str, text: &str) -> Result<String> {
    let small = text.to_ascii_lowercase();
    for trap in [&format!("</{name}"), "<!--", "\r", "\0"] {
        ensure!(
            !small.contains(trap),
            "a bundled {name} holds {trap:?}, which HTML reads as its own"
        );
    }
    Ok(format!("  <{name}{attributes}>{text}</{name}>\n"))
}

fn licences() -> Result<String> {
    let paths = LICENCES.map(str::to_owned).into_iter().chain(vendored_licences()?);
    let texts: Vec<String> = paths.map(|path| workspace::read(&path)).collect::<Result<_>>()?;
    let text = texts.join("\n----\n\n");
    ensure!(!text.contains("-->"), "a licence ends the comment that holds it");
    Ok(format!("<!--\n{text}-->\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta content=\"script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\">\n\
        <link rel=\"stylesheet\" href=\"a.css\">\n<link rel=\"stylesheet\" href=\"b.css\">\n\
        <script src=\"a.js\"></script>\n<script src=\"b.js\"></script>\n";

    #[test]
    fn style_and_script_are_inside_and_allowed_by_their_hash() {
        let page = with_everything_inside(PAGE, "p{}", "1").unwrap();
        assert!(!page.contains("'self'"), "{page}");
        assert!(
            page.contains("script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' 'wasm"),
            "{page}"
        );
        assert!(
            page.ends_with("  <style>p{}</style>\n  <script type=\"module\">1</script>\n"),
            "{page}"
        );
    }

    #[test]
    fn a_text_that_would_end_its_element_is_an_error() {
        for text in ["a</SCRIPT>", "a<!--b", "a\r\n"] {
            assert!(element("script", "", text).is_err(), "{text}");
        }
    }
}
