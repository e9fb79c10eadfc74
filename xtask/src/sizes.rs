//! What a visitor downloads of what is published.

use std::cmp::Reverse;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};

use crate::dist;

/// One limit, in bytes of gzip, and the files that it is for.
struct Limit {
    what: &'static str,
    most: usize,
    counts: fn(&str) -> bool,
}

const LIMITS: [Limit; 3] = [
    Limit { what: "scripts and styles of the page", most: 70_000, counts: is_of_the_page },
    // The aim is 1.2 MB. Comparing articles costs 95 KB, corrections and exports 50 KB above it, until the engine is made
    // smaller.
    Limit { what: "all that the page loads", most: 1_350_000, counts: is_loaded },
    Limit { what: "other formats, when one comes", most: 700_000, counts: is_importer },
];

/// One file that is published, and its sizes in bytes.
struct Part {
    name: String,
    raw: usize,
    gzip: usize,
}

/// Prints the size of everything that is published of the page and the engine, as it is and in gzip.
pub fn print(published: &Path) -> Result<()> {
    let parts = parts(published)?;
    println!("{:>10} {:>10}  bytes, as they are and in gzip", "raw", "gzip");
    parts.iter().for_each(|part| println!("{part}"));
    LIMITS.iter().for_each(|limit| println!("{}", sum(&parts, limit)));
    Ok(())
}

/// An error, with all that makes up the download, if what is published is too large.
pub fn within_limits(published: &Path) -> Result<()> {
    let parts = parts(published)?;
    LIMITS.iter().for_each(|limit| println!("{}", sum(&parts, limit)));
    LIMITS.iter().try_for_each(|limit| judge(&parts, limit))
}

fn judge(parts: &[Part], limit: &Limit) -> Result<()> {
    let gzip = sum(parts, limit).gzip;
    let counted: String = parts
        .iter()
        .filter(|part| (limit.counts)(&part.name))
        .map(|part| format!("\n{part}"))
        .collect();
    ensure!(
        gzip <= limit.most,
        "{}: {gzip} bytes in gzip, {} more than it may be:{counted}",
        limit.what,
        gzip - limit.most
    );
    Ok(())
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:>10} {:>10}  {}", self.raw, self.gzip, self.name)
    }
}

/// Every file that is published for browsers, the largest first.
fn parts(published: &Path) -> Result<Vec<Part>> {
    let entries =
        fs::read_dir(published).with_context(|| format!("cannot read {}", published.display()))?;
    let mut parts = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if matters(&name) {
            let content = fs::read(entry.path())?;
            parts.push(Part { name, raw: content.len(), gzip: gzip(&content)?.len() });
        }
    }
    parts.sort_by_key(|part| Reverse(part.gzip));
    Ok(parts)
}

/// The sum of all that a limit is for.
fn sum(parts: &[Part], limit: &Limit) -> Part {
    let counted = || parts.iter().filter(|part| (limit.counts)(&part.name));
    let sum = |size: fn(&Part) -> usize| counted().map(size).sum();
    Part { name: limit.what.to_owned(), raw: sum(|part| part.raw), gzip: sum(|part| part.gzip) }
}

fn matters(name: &str) -> bool {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("html" | "js" | "css" | "svg" | "png" | "webmanifest"))
}

/// Every script and style but the engine's.
fn is_of_the_page(name: &str) -> bool {
    (name.ends_with(".js") || name.ends_with(".css"))
        && !name.starts_with("embedded")
        && !is_importer(name)
}

/// What is loaded when a file comes that is more than text.
fn is_importer(name: &str) -> bool {
    name.starts_with("importer") || name.starts_with("importing")
}

/// The page takes the engine from two files, the second of which is the plain one in old browsers. The page as one file
/// is for those who ask for it, and icons are for those who install the page.
fn is_loaded(name: &str) -> bool {
    let icon = name.ends_with(".svg") || name.ends_with(".png");
    !name.starts_with("embedded-plain") && name != dist::ONE_FILE && !icon && !is_importer(name)
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
        let [page, all, _] = &LIMITS;
        let part = |name: &str, gzip| Part { name: name.to_owned(), raw: 9, gzip };
        let index = || part("index.html", 1_000);
        let engine = |gzip| part("embedded-A.js", gzip);
        assert!(judge(&[engine(all.most - 1_000), index()], all).is_ok());
        let parts = [engine(all.most), index()];
        assert!(judge(&parts, page).is_ok());
        let error = judge(&parts, all).unwrap_err().to_string();
        let [first, lines @ ..] = &error.lines().collect::<Vec<_>>()[..] else { panic!("{error}") };
        assert!(first.contains(", 1000 more than it may be"), "{error}");
        assert_eq!(lines, parts.map(|part| part.to_string()));
    }

    #[test]
    fn only_what_the_page_loads_is_summed() {
        for (name, of_the_page, loaded) in [
            ("main-AAAAAAAA.js", true, true),
            ("style-AAAAAAAA.css", true, true),
            ("sw.js", true, true),
            ("index.html", false, true),
            ("embedded-AAAAAAAA.js", false, true),
            ("embedded-simd-AAAAAAAA.js", false, true),
            ("embedded-plain-AAAAAAAA.js", false, false),
            ("importing-AAAAAAAA.js", false, false),
            ("copydesk.html", false, false),
            ("icon-512.png", false, false),
        ] {
            assert_eq!((is_of_the_page(name), is_loaded(name)), (of_the_page, loaded), "{name}");
        }
    }
}
