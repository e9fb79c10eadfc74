//! The page's modules and style sheets in few small files, by esbuild: named by their content, so that a browser may keep
//! them for good. What the page loads on its own (the engine) stays in files of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::html;
use crate::setup::node;
use crate::{shell, workspace};

/// What esbuild made of what.
#[derive(Deserialize)]
pub struct Bundle {
    outputs: BTreeMap<String, Output>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Output {
    entry_point: Option<String>,
    imports: Vec<Import>,
    inputs: BTreeMap<String, serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Import {
    path: String,
    kind: String,
}

/// Bundles what the page loads, paths from `www/`, into a folder.
pub fn make(stage: &Path, loaded: &[&str], folder: &Path) -> Result<Bundle> {
    let description = stage.join("bundle.json");
    let mut esbuild = esbuild(stage)?;
    esbuild.args(loaded.iter().map(|path| format!("www/{path}")));
    esbuild.args(["--splitting", "--format=esm", "--legal-comments=linked"]);
    esbuild.args(["--entry-names=[name]-[hash]", "--chunk-names=[name]-[hash]"]);
    esbuild.arg(format!("--outdir={}", folder.display()));
    esbuild.arg(format!("--metafile={}", description.display()));
    shell::run(&mut esbuild)?;
    serde_json::from_str(&fs::read_to_string(description)?)
        .context("esbuild's description of its work does not read as expected")
}

/// esbuild, which makes one small file of several, with what every use of it needs.
pub fn esbuild(stage: &Path) -> Result<Command> {
    node::node()?;
    let program = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };
    let mut esbuild = Command::new(workspace::root().join("node_modules/.bin").join(program));
    esbuild.current_dir(stage).args([
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    Ok(esbuild)
}

impl Bundle {
    /// The page with the bundled files in place of its sources. What they import in turn is named too, so that the browser
    /// asks for all of them at once.
    pub fn page(&self, page: &str) -> Result<String> {
        html::replace_loaded(page, |line, path| {
            let source = format!("www/{path}");
            let is_of = |output: &&Output| output.entry_point.as_ref() == Some(&source);
            let (name, output) =
                self.named().find(|(_, output)| is_of(output)).context(source.clone())?;
            let imports = output.imports.iter().filter(|import| import.kind == "import-statement");
            let early: String = imports
                .map(|import| {
                    format!("  <link rel=\"modulepreload\" href=\"{}\">\n", file_name(&import.path))
                })
                .collect();
            Ok(early + &line.replace(path, name))
        })
    }

    /// Name of the file that holds this source and is made of nothing else.
    pub fn file_of(&self, source: &str) -> Result<&str> {
        let holds =
            |output: &Output| output.inputs.len() == 1 && output.inputs.contains_key(source);
        let found = self.named().find(|(_, output)| holds(output));
        Ok(found.with_context(|| format!("{source} has no file of its own"))?.0)
    }

    fn named(&self) -> impl Iterator<Item = (&str, &Output)> {
        self.outputs.iter().map(|(path, output)| (file_name(path), output))
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle() -> Bundle {
        serde_json::from_str(
            r#"{ "outputs": {
                "../dist/main-AAAAAAAA.js": { "entryPoint": "www/app/main.js", "inputs": { "www/app/main.js": {} },
                  "imports": [{ "path": "../dist/chunk-BBBBBBBB.js", "kind": "import-statement" },
                              { "path": "../dist/late-CCCCCCCC.js", "kind": "dynamic-import" }] },
                "../dist/late-CCCCCCCC.js": { "entryPoint": "pkg/late.js", "inputs": { "pkg/late.js": {} }, "imports": [] }
            } }"#,
        )
        .unwrap()
    }

    #[test]
    fn the_page_loads_the_bundle_and_what_it_imports() {
        let page = "<script type=\"module\" src=\"app/main.js\"></script>\n";
        let expected = "  <link rel=\"modulepreload\" href=\"chunk-BBBBBBBB.js\">\n\
            <script type=\"module\" src=\"main-AAAAAAAA.js\"></script>\n";
        assert_eq!(bundle().page(page).unwrap(), expected);
    }

    #[test]
    fn a_source_that_was_not_bundled_is_an_error() {
        assert!(bundle().page("<script src=\"app/other.js\"></script>").is_err());
        assert!(bundle().file_of("pkg/other.js").is_err());
        assert_eq!(bundle().file_of("pkg/late.js").unwrap(), "late-CCCCCCCC.js");
    }
}
