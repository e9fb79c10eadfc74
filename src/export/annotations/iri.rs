//! The name of a file as an IRI.

/// A relative reference: whoever reads it beside the article finds it by that. Never another scheme or host.
pub fn relative(name: &str) -> String {
    let mut out = String::new();
    for (at, byte) in name.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(byte.into())
            }
            // Two at the start would begin the name of a host.
            b'/' if at > 0 || !name.starts_with("//") => out.push('/'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    if out.is_empty() { "untitled".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_relative_reference() {
        for (name, expected) in [
            ("ferry.txt", "ferry.txt"),
            ("news/ferry 2.txt", "news/ferry%202.txt"),
            ("javascript:alert(1)", "javascript%3Aalert%281%29"),
            ("//pier.example/x", "%2F/pier.example/x"),
            ("/news/ferry.txt", "/news/ferry.txt"),
            ("fähre?#\"<>.txt", "f%C3%A4hre%3F%23%22%3C%3E.txt"),
            ("..\\up", "..%5Cup"),
            ("", "untitled"),
        ] {
            assert_eq!(relative(name), expected, "{name}");
        }
    }
}
