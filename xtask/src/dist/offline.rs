//! What keeps the published page for use with no network: manifest, service worker, and the page that knows of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{bundle, bundle::Bundle, html, icon};
use crate::shell;

const MANIFEST: &str = "manifest.webmanifest";

/// The page with its manifest, by which its scripts know too that there is a service worker.
pub fn page(page: &str) -> Result<String> {
    let page =
        html::swap(page, "worker-src blob:;", "worker-src blob: 'self'; manifest-src 'self';")?;
    html::swap(&page, "</head>", &format!("  <link rel=\"manifest\" href=\"{MANIFEST}\">\n</head>"))
}

/// Writes the manifest and the service worker, which knows every file that the page needs.
pub fn write(stage: &Path, bundle: &Bundle, folder: &Path) -> Result<()> {
    let manifest = fs::read_to_string(stage.join("www/offline").join(MANIFEST))?;
    fs::write(folder.join(MANIFEST), with_icons(serde_json::from_str(&manifest)?)?.to_string())?;
    let mut files = needed(folder)?;
    let mut only = |source| -> Result<BTreeMap<String, String>> {
        let name = bundle.file_of(source)?;
        Ok(BTreeMap::from([files.remove_entry(name).context(name.to_owned())?]))
    };
    let (simd, plain) = (only("pkg/embedded-simd.js")?, only("pkg/embedded-plain.js")?);
    let list = json!({ "files": files, "simd": simd, "plain": plain });
    let version = &hexadecimal(list.to_string().as_bytes())[..16];
    let published = json!({ "version": version, "files": files, "simd": simd, "plain": plain });

    let mut esbuild = bundle::esbuild(stage)?;
    esbuild.args(["www/offline/sw.js", "--format=iife"]);
    esbuild.arg(format!("--define:PUBLISHED={published}"));
    shell::run(esbuild.arg(format!("--outfile={}", folder.join("sw.js").display())))
}

/// The manifest with its icons inside.
fn with_icons(mut manifest: Value) -> Result<Value> {
    let icons = manifest["icons"].as_array_mut().context("the manifest has no icons")?;
    for one in icons {
        let [source, kind] = ["src", "type"].map(|key| one[key].as_str().unwrap_or_default());
        one["src"] = icon(source, kind)?.into();
    }
    Ok(manifest)
}

/// The files that the page loads, with their hashes; the page itself is `./`.
fn needed(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let loaded = [".js", ".css", ".webmanifest"].iter().any(|kind| name.ends_with(kind));
        if loaded || name == "index.html" {
            let name = if loaded { name } else { "./".to_owned() };
            files.insert(name, integrity(&fs::read(entry.path())?));
        }
    }
    Ok(files)
}

/// SHA-256 as Subresource Integrity and Content Security Policy write it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(content)))
}

pub fn hexadecimal(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_allowed_its_manifest_and_service_worker_and_nothing_more() {
        let before = "<meta content=\"worker-src blob:; connect-src 'none'\"></head>";
        let expected = "<meta content=\"worker-src blob: 'self'; manifest-src 'self'; connect-src 'none'\">  \
            <link rel=\"manifest\" href=\"manifest.webmanifest\">\n</head>";
        assert_eq!(page(before).unwrap(), expected);
    }

    #[test]
    fn known_hashes() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(&hexadecimal(b"")[..8], "e3b0c442");
    }
}
