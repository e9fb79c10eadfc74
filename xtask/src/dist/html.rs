//! Small changes to the text of the page, each of which must find its place.

use anyhow::{Result, ensure};

/// Puts one text in place of another, which must be there once.
pub fn swap(page: &str, from: &str, to: &str) -> Result<String> {
    let places = page.matches(from).count();
    ensure!(places == 1, "www/index.html has {places} times `{from}`, which should be there once");
    Ok(page.replacen(from, to, 1))
}

/// The style sheets and scripts that the page loads, in their order.
pub fn loaded(page: &str) -> Vec<&str> {
    let quoted =
        |line| [" href=\"", " src=\""].into_iter().find_map(|name| between(line, name, "\""));
    page.lines().filter(|line| is_loaded(line)).filter_map(quoted).collect()
}

/// Puts for each line that loads a file what `with` makes of the line and the file's path.
pub fn replace_loaded(
    page: &str,
    mut with: impl FnMut(&str, &str) -> Result<String>,
) -> Result<String> {
    let mut replaced = String::new();
    for line in page.split_inclusive('\n') {
        match loaded(line)[..] {
            [path] => replaced.push_str(&with(line, path)?),
            _ => replaced.push_str(line),
        }
    }
    Ok(replaced)
}

fn is_loaded(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("<script ") || line.starts_with("<link rel=\"stylesheet\"")
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"a.css\">\n\
        <script type=\"module\" src=\"app/b.js\" async></script>\n<p>";

    #[test]
    fn what_a_page_loads() {
        assert_eq!(loaded(PAGE), ["a.css", "app/b.js"]);
    }

    #[test]
    fn only_what_it_loads_is_replaced() {
        let replaced = replace_loaded(PAGE, |_, path| Ok(format!("[{path}]\n"))).unwrap();
        assert_eq!(replaced, "<link rel=\"icon\" href=\"data:,\">\n[a.css]\n[app/b.js]\n<p>");
    }

    #[test]
    fn a_place_that_is_not_there_is_an_error() {
        assert_eq!(swap("a-b", "-", "+").unwrap(), "a+b");
        for page in ["ab", "a-b-c"] {
            assert!(swap(page, "-", "+").is_err(), "{page}");
        }
    }
}
