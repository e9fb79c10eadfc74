//! Whether the committed package was built from the sources beside it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace;

/// The file of the package that says what it was built from.
pub const FILE: &str = "sources.sha256";

/// What the package is made from. (The versions of npm's tools are left out: they change its bytes at
/// most, never what it does.)
const SOURCES: [&str; 13] = [
    "Cargo.lock",
    "Cargo.toml",
    "build.rs",
    "importer/Cargo.toml",
    "importer/src",
    "models",
    "network",
    "src",
    "wasm-pack.toml",
    "xtask/package",
    "xtask/src/embedded.rs",
    "xtask/src/module.rs",
    "xtask/src/package.rs",
];

/// SHA-256 of the path and content of every source, in hexadecimal.
pub fn hash() -> Result<String> {
    let mut files = Vec::new();
    for source in SOURCES {
        for path in workspace::files_under(source)? {
            let content = fs::read(workspace::root().join(&path))
                .with_context(|| format!("cannot read {path}"))?;
            files.push((path, content));
        }
    }
    Ok(hash_of(files))
}

/// Whether the package in this folder was built from the present sources.
pub fn is_fresh(package: &Path) -> Result<bool> {
    let Ok(recorded) = fs::read_to_string(package.join(FILE)) else { return Ok(false) };
    Ok(recorded.trim() == hash()?)
}

/// The length stands before each part, so that no two sets of files read the same.
fn hash_of(mut files: Vec<(String, Vec<u8>)>) -> String {
    files.sort();
    let mut hasher = Sha256::new();
    for (path, content) in files {
        let content = without_carriage_returns(&content);
        for part in [path.as_bytes(), &content] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A checkout on Windows may end its lines with CR LF: the sources are the same all the same.
fn without_carriage_returns(content: &[u8]) -> Vec<u8> {
    let before_line_feed = |at: usize| content.get(at + 1) == Some(&b'\n');
    let kept = |&(at, &byte): &(usize, &u8)| byte != b'\r' || !before_line_feed(at);
    content.iter().enumerate().filter(kept).map(|(_, &byte)| byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(files: &[(&str, &str)]) -> String {
        hash_of(
            files.iter().map(|(path, text)| (path.to_string(), text.as_bytes().to_vec())).collect(),
        )
    }

    #[test]
    fn known_value() {
        let expected = "8196948f6cc961bbfbe7bbf6d82ee47844b1d638d91aba727daebb1b7a0f5ef5";
        assert_eq!(hash(&[("a", "b\n")]), expected);
    }

    #[test]
    fn order_and_line_endings_do_not_matter() {
        let one = hash(&[("src/a.rs", "one\ntwo\n"), ("src/b.rs", "three\n")]);
        assert_eq!(hash(&[("src/b.rs", "three\r\n"), ("src/a.rs", "one\r\ntwo\r\n")]), one);
    }

    #[test]
    fn everything_else_matters() {
        let one = hash(&[("a", "text"), ("b", "")]);
        for other in [
            [("a", "text "), ("b", "")],
            [("a", "tex"), ("tb", "")],
            [("a", ""), ("b", "text")],
            [("a", "te\rxt"), ("b", "")],
        ] {
            assert_ne!(hash(&other), one, "{other:?}");
        }
    }

    #[test]
    fn a_package_without_a_record_is_not_fresh() {
        assert!(!is_fresh(Path::new("no/such/folder")).unwrap());
    }

    #[test]
    fn the_sources_are_where_they_should_be() {
        let core = workspace::files_under("src").unwrap();
        assert!(core.contains(&"src/lib.rs".to_owned()), "{core:?}");
    }
}
