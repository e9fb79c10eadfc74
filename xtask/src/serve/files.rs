//! Which file answers which address.

use std::fs;
use std::path::{Path, PathBuf};

pub struct Site {
    pub root: PathBuf,
    /// Begins and ends with `/`.
    pub base: String,
}

#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: &'static str,
    pub kind: &'static str,
    /// Where to look instead.
    pub location: Option<String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(status: &'static str, text: &str) -> Answer {
        Answer { status, kind: TEXT, location: None, body: text.into() }
    }

    fn redirect(to: String) -> Answer {
        let location = Some(to);
        Answer { location, ..Answer::text("301 Moved Permanently", "It is elsewhere.") }
    }
}

impl Site {
    /// The answer to a request for `target`, the path and query of an address.
    pub fn answer(&self, target: &str) -> Answer {
        let not_found = || Answer::text("404 Not Found", "There is no such file.");
        let address = target.split(['?', '#']).next().unwrap_or_default();
        if format!("{address}/") == self.base {
            return Answer::redirect(self.base.clone());
        }
        let Some(inner) = address.strip_prefix(&self.base) else { return not_found() };
        let Some(path) = relative_path(inner).and_then(|path| self.existing(&path)) else {
            return not_found();
        };
        match path.is_dir() {
            true if !address.ends_with('/') => Answer::redirect(format!("{address}/")),
            true => read(&path.join("index.html")).unwrap_or_else(not_found),
            false => read(&path).unwrap_or_else(not_found),
        }
    }

    /// A file or folder inside the root; a symbolic link that leads out of it is none.
    fn existing(&self, path: &Path) -> Option<PathBuf> {
        let full = self.root.join(path).canonicalize().ok()?;
        full.starts_with(self.root.canonicalize().ok()?).then_some(full)
    }
}

fn read(path: &Path) -> Option<Answer> {
    let body = fs::read(path).ok()?;
    Some(Answer { status: "200 OK", kind: media_type(path), location: None, body })
}

/// The path an address means, below the root; `None` for one that leads out of it or is hidden.
fn relative_path(address: &str) -> Option<PathBuf> {
    let decoded = percent_decode(address)?;
    let parts = decoded.split('/').filter(|part| !part.is_empty());
    let is_safe = |part: &str| !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    parts.map(|part| is_safe(part).then_some(part)).collect()
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            decoded.push(byte);
            continue;
        }
        let mut digit = || char::from(bytes.next()?).to_digit(16);
        decoded.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
    }
    String::from_utf8(decoded).ok()
}

const TEXT: &str = "text/plain; charset=utf-8";

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "md" | "rs" | "sha256" | "toml" | "ts" | "tsv" | "txt" => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_paths_below_the_root() {
        for (address, expected) in [
            ("", Some("")),
            ("www/", Some("www")),
            ("www//main.js", Some("www/main.js")),
            ("a%20b.txt", Some("a b.txt")),
            ("caf%C3%A9.txt", Some("café.txt")),
            ("../secret", None),
            ("www/../../secret", None),
            ("%2e%2e/secret", None),
            ("..%2fsecret", None),
            ("www/..%5c..%5csecret", None),
            ("c:/secret", None),
            (".git/config", None),
            ("www/.hidden", None),
            ("a%00b", None),
            ("a%zz", None),
            ("a%4", None),
            ("%ff", None),
        ] {
            assert_eq!(relative_path(address), expected.map(PathBuf::from), "{address}");
        }
    }

    #[test]
    fn media_types() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("main.js", "text/javascript; charset=utf-8"),
            ("copydesk_bg.wasm", "application/wasm"),
            ("copydesk.d.ts", TEXT),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name)), expected, "{name}");
        }
    }

    fn answer(base: &str, target: &str) -> (&'static str, Option<String>) {
        let site = Site { root: crate::workspace::root(), base: base.to_owned() };
        let answer = site.answer(target);
        (answer.status, answer.location)
    }

    #[test]
    fn folders_end_with_a_slash() {
        assert_eq!(answer("/", "/src?x"), ("301 Moved Permanently", Some("/src/".to_owned())));
        assert_eq!(answer("/", "/").0, "200 OK");
        assert_eq!(answer("/", "/src/").0, "404 Not Found");
        assert_eq!(answer("/", "/no-such-file").0, "404 Not Found");
    }

    #[test]
    fn everything_can_be_below_a_base() {
        assert_eq!(answer("/desk/", "/desk").1, Some("/desk/".to_owned()));
        assert_eq!(answer("/desk/", "/desk/src").1, Some("/desk/src/".to_owned()));
        assert_eq!(answer("/desk/", "/desk/Cargo.toml?v=1").0, "200 OK");
        assert_eq!(answer("/desk/", "/Cargo.toml").0, "404 Not Found");
    }

    #[test]
    #[cfg(unix)]
    fn a_link_out_of_the_root_leads_nowhere() {
        let folder = std::env::temp_dir().join(format!("copydesk-site-{}", std::process::id()));
        crate::workspace::empty_folder(&folder).unwrap();
        std::os::unix::fs::symlink("/", folder.join("out")).unwrap();
        let site = Site { root: folder.clone(), base: "/".to_owned() };
        assert_eq!(site.answer("/out/etc/").status, "404 Not Found");
        fs::remove_dir_all(folder).unwrap();
    }
}
