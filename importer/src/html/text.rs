//! A tree of elements -> its paragraphs.

use dom_query::{Document, NodeRef};

/// Nothing in these is read as text.
const SILENT: [&str; 20] = [
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "button",
    "select", "textarea", "input", "video", "audio", "canvas", "dialog", "form", "map", "datalist",
];

/// On a page, these surround its text.
const AROUND: [&str; 4] = ["nav", "footer", "aside", "menu"];

/// These stand in a line with what is before and after them; every other element is a block.
const INLINE: [&str; 35] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "meter", "nobr", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

/// All paragraphs of a piece of a page, or of its main text.
pub fn paragraphs(document: &Document) -> Vec<String> {
    Walk::default().through(document.root())
}

/// All paragraphs of a whole page but for what is sure to surround its text.
pub fn paragraphs_of_page(document: &Document) -> Vec<String> {
    let walk = Walk { page: true, ..Walk::default() };
    walk.through(document.body().unwrap_or_else(|| document.root()))
}

/// Whether a tree is neither deeper nor larger.
pub fn is_within(document: &Document, depth: usize, nodes: usize) -> bool {
    let mut open = vec![(document.root(), 0)];
    let mut seen = 0;
    while let Some((node, level)) = open.pop() {
        seen += 1;
        if level > depth || seen > nodes {
            return false;
        }
        open.extend(node.children_it(false).map(|child| (child, level + 1)));
    }
    true
}

#[derive(Default)]
struct Walk {
    page: bool,
    paragraphs: Vec<String>,
    line: String,
    /// Whether white space came since the last word.
    space: bool,
    /// How many elements are open that keep line ends as they are, and that make them spaces.
    kept: usize,
    heading: usize,
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(String),
}

impl Walk {
    /// With a list of its own rather than calls within calls: a page may be nested as deep as it likes.
    fn through(mut self, root: NodeRef) -> Vec<String> {
        let mut steps = vec![Step::Enter(root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node) if node.is_text() => self.words(&node.text()),
                Step::Enter(node) => {
                    let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
                    if self.passes_over(&node, &name) {
                        continue;
                    }
                    self.enter(&name);
                    steps.push(Step::Leave(name));
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
                Step::Leave(name) => self.leave(&name),
            }
        }
        self.flush();
        self.paragraphs
    }

    fn passes_over(&self, node: &NodeRef, name: &str) -> bool {
        let hidden = || {
            let style = node.attr("style").map(|style| style.replace(' ', "")).unwrap_or_default();
            node.has_attr("hidden") || style.contains("display:none")
        };
        SILENT.contains(&name)
            || self.page && AROUND.contains(&name)
            || node.is_element() && hidden()
    }

    fn enter(&mut self, name: &str) {
        match name {
            "br" if self.heading > 0 => self.space = true,
            "br" => self.flush(),
            "td" | "th" => self.cell(),
            _ if is_block(name) => self.flush(),
            _ => {}
        }
        self.count(name, 1);
    }

    fn leave(&mut self, name: &str) {
        if is_block(name) && !matches!(name, "td" | "th" | "br") {
            self.flush();
        }
        self.count(name, -1);
    }

    fn count(&mut self, name: &str, by: isize) {
        let counted = match name {
            "pre" => &mut self.kept,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => &mut self.heading,
            _ => return,
        };
        *counted = counted.saturating_add_signed(by);
    }

    /// Cells of a row are parted by tabs.
    fn cell(&mut self) {
        if !self.line.is_empty() {
            self.line.push('\t');
        }
        self.space = false;
    }

    fn words(&mut self, text: &str) {
        if self.kept > 0 {
            self.line.push_str(text);
            return;
        }
        for letter in text.chars() {
            // A soft hyphen says where a word may be broken, and is no part of it; nor is a space of no width.
            if matches!(letter, '\u{AD}' | '\u{200B}' | '\u{FEFF}') {
                continue;
            }
            if letter.is_whitespace() && letter != '\u{A0}' && letter != '\u{202F}' {
                self.space = true;
                continue;
            }
            if self.space && !self.line.is_empty() && !self.line.ends_with('\t') {
                self.line.push(' ');
            }
            self.space = false;
            self.line.push(letter);
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.space = false;
        let line = line.trim();
        if line.chars().any(char::is_alphanumeric) {
            self.paragraphs.push(line.to_owned());
        }
    }
}

fn is_block(name: &str) -> bool {
    !INLINE.contains(&name) && name != "img" && name != "wbr"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_paragraphs() {
        for (source, expected) in [
            (
                "<p>It <b>struck</b> a\n rock.</p><p>It sank.",
                &["It struck a rock.", "It sank."][..],
            ),
            ("<div>It struck.<br><br>It sank.</div>", &["It struck.", "It sank."]),
            ("<h1>Ferry<br>aground</h1>It struck.", &["Ferry aground", "It struck."]),
            ("<ul><li>one<li>two</ul>", &["one", "two"]),
            (
                "<table><tr><td>Tern</td><td> 12 </td></tr><tr><td>Skua<td>3</table>",
                &["Tern\t12", "Skua\t3"],
            ),
            ("It struck.<script>var a = 1</script><style>b {}</style>", &["It struck."]),
            ("<p hidden>no</p><p style='display: none'>no</p>yes", &["yes"]),
            ("<pre>one\n  two</pre>", &["one\n  two"]),
            ("<p>har&shy;bour 1&nbsp;000</p><p>***</p>", &["harbour 1\u{A0}000"]),
            ("<span>Tern</span><span>house</span> <i>12</i>", &["Ternhouse 12"]),
            ("", &[]),
        ] {
            assert_eq!(paragraphs(&Document::from(source)), expected, "{source}");
        }
    }

    #[test]
    fn a_deep_page_is_read_all_the_same() {
        let source = format!("{}It struck.", "<div>".repeat(20_000));
        let document = Document::from(source.as_str());
        assert!(!is_within(&document, 256, 200_000));
        assert_eq!(paragraphs(&document), ["It struck."]);
    }
}
