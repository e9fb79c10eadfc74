//! What a visitor downloads.

use std::io::Write;
use std::path::Path;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

use crate::workspace;

/// Prints the size of everything that Pages publishes of the page and the engine, as it is and in gzip.
pub fn print() -> Result<()> {
    println!("{:>10} {:>10}  bytes, as they are and in gzip", "raw", "gzip");
    let mut total = (0, 0);
    for folder in ["www", "pkg"] {
        for path in workspace::files_under(folder)? {
            if !matters(&path) {
                continue;
            }
            let content = std::fs::read(workspace::root().join(&path))?;
            let zipped = gzip(&content)?.len();
            println!("{:>10} {zipped:>10}  {path}", content.len());
            if is_for_the_page(&path) {
                total = (total.0 + content.len(), total.1 + zipped);
            }
        }
    }
    println!("{:>10} {:>10}  all that the page loads", total.0, total.1);
    Ok(())
}

fn matters(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("html" | "js" | "css" | "wasm" | "svg" | "webmanifest"))
}

/// The page takes the engine from embedded.js; the other files of pkg/ are for everybody else.
fn is_for_the_page(path: &str) -> bool {
    !path.starts_with("pkg/") || path == "pkg/embedded.js"
}

/// As small as gzip can make it; the same bytes for the same content.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
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
    fn only_what_the_page_loads_is_summed() {
        for (path, expected) in
            [("www/main.js", true), ("pkg/embedded.js", true), ("pkg/copydesk_bg.wasm", false)]
        {
            assert_eq!(is_for_the_page(path), expected, "{path}");
        }
    }
}
