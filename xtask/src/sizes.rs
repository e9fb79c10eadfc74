//! What a visitor downloads.

use std::cmp::Reverse;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use flate2::{Compression, write::GzEncoder};

use crate::{package, workspace};

/// The most that a visit to the page may download, in bytes of gzip. The aim is 1.2 MB; comparing articles, which no
/// other page does, costs 95 KB above it until the engine is made smaller.
const LIMIT: usize = 1_300_000;

/// One file that is published, and its sizes in bytes.
struct Part {
    path: String,
    raw: usize,
    gzip: usize,
}

/// Prints the size of everything that Pages publishes of the page and the engine, as it is and in gzip.
pub fn print() -> Result<()> {
    let parts = parts(&package::folder()?)?;
    println!("{:>10} {:>10}  bytes, as they are and in gzip", "raw", "gzip");
    parts.iter().for_each(|part| println!("{part}"));
    println!("{}", total(&parts));
    Ok(())
}

/// An error, with all that makes up the download, if the page with the package in this folder is too large.
pub fn within_limit(package: &Path) -> Result<()> {
    let parts = parts(package)?;
    println!("{}", total(&parts));
    judge(&parts)
}

fn judge(parts: &[Part]) -> Result<()> {
    let total = total(parts);
    let loaded: String = parts
        .iter()
        .filter(|part| is_for_the_page(&part.path))
        .map(|part| format!("\n{part}"))
        .collect();
    ensure!(
        total.gzip <= LIMIT,
        "the page downloads {} bytes in gzip, {} more than it may:{loaded}",
        total.gzip,
        total.gzip - LIMIT
    );
    Ok(())
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:>10} {:>10}  {}", self.raw, self.gzip, self.path)
    }
}

/// The files of the page and of the package, the largest first.
fn parts(package: &Path) -> Result<Vec<Part>> {
    let page = workspace::files_under("www")?
        .into_iter()
        .map(|path| (workspace::root().join(&path), path));
    let mut files: Vec<_> = page.collect();
    for entry in fs::read_dir(package)? {
        let entry = entry?;
        files.push((entry.path(), format!("pkg/{}", entry.file_name().to_string_lossy())));
    }
    let mut parts = Vec::new();
    for (file, path) in files.into_iter().filter(|(_, path)| matters(path)) {
        let content = fs::read(file)?;
        parts.push(Part { path, raw: content.len(), gzip: gzip(&content)?.len() });
    }
    parts.sort_by_key(|part| Reverse(part.gzip));
    Ok(parts)
}

/// The sum of all that the page loads.
fn total(parts: &[Part]) -> Part {
    let loaded = || parts.iter().filter(|part| is_for_the_page(&part.path));
    let path = "all that the page loads".to_owned();
    let sum = |size: fn(&Part) -> usize| loaded().map(size).sum();
    Part { path, raw: sum(|part| part.raw), gzip: sum(|part| part.gzip) }
}

fn matters(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("html" | "js" | "css" | "wasm" | "svg" | "webmanifest"))
}

/// The page takes the engine from two files, the second of which is the plain one in old browsers; the other files
/// of pkg/ are for everybody else, and inspect.html is for developers.
fn is_for_the_page(path: &str) -> bool {
    let developers = path.starts_with("www/inspect") || path.starts_with("www/app/inspect/");
    let engine = ["pkg/embedded.js", "pkg/embedded-simd.js"].contains(&path);
    engine || !path.starts_with("pkg/") && !developers
}

/// As small as gzip can make it; the same bytes for the same content.
fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_compresses() {
        assert!(gzip(&[b'a'; 10_000]).unwrap().len() < 100);
    }

    #[test]
    fn a_page_that_is_too_large_is_an_error_with_its_parts() {
        let part = |path: &str, gzip| Part { path: path.to_owned(), raw: 9, gzip };
        let page = part("www/index.html", 1_000);
        assert!(judge(&[part("pkg/embedded.js", LIMIT - 1_000), page]).is_ok());
        let parts = [part("pkg/embedded.js", LIMIT), part("www/index.html", 1_000)];
        let error = judge(&parts).unwrap_err().to_string();
        let [first, lines @ ..] = &error.lines().collect::<Vec<_>>()[..] else { panic!("{error}") };
        assert!(first.contains(", 1000 more than it may"), "{error}");
        assert_eq!(lines, parts.map(|part| part.to_string()));
    }

    #[test]
    fn only_what_the_page_loads_is_summed() {
        for (path, expected) in [
            ("www/main.js", true),
            ("pkg/embedded.js", true),
            ("pkg/embedded-simd.js", true),
            ("pkg/embedded-plain.js", false),
            ("pkg/copydesk_bg.wasm", false),
        ] {
            assert_eq!(is_for_the_page(path), expected, "{path}");
        }
    }
}
