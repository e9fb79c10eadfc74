//! HTML as it is written: tags are ours and known when we compile, all else is escaped on its way in.

/// A page in the making. Only [`Markup::tag`] writes markup as it is, and takes nothing that comes from an article.
#[derive(Default)]
pub struct Markup(String);

impl Markup {
    /// Markup of ours.
    pub fn tag(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// An opening tag with attributes, their values escaped.
    pub fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) -> &mut Self {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            self.0.push(' ');
            self.0.push_str(attribute);
            self.0.push_str("=\"");
            escape(&mut self.0, value);
            self.0.push('"');
        }
        self.0.push('>');
        self
    }

    /// Words as they stand. With controls of direction in them they are kept apart, so that nothing around them turns.
    pub fn text(&mut self, words: &str) -> &mut Self {
        if !words.contains(turns) {
            return self.plain(words);
        }
        self.tag("<bdi>").plain(words).tag("</bdi>")
    }

    /// Words where no elements may stand: in a title.
    pub fn plain(&mut self, words: &str) -> &mut Self {
        escape(&mut self.0, words);
        self
    }

    pub fn into_text(self) -> String {
        self.0
    }
}

/// A control that changes the direction of what follows.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\r' => {}
            // No page may hold them.
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        for (words, expected) in [
            ("31 people & “more”", "31 people &amp; “more”"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("</style><!--", "&lt;/style&gt;&lt;!--"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            ("a\r\nb\0c\u{9b}d", "a\nb\u{fffd}c\u{fffd}d"),
            ("tur\u{202e}ned", "<bdi>tur\u{202e}ned</bdi>"),
            ("\u{2067}<b>", "<bdi>\u{2067}&lt;b&gt;</bdi>"),
        ] {
            let mut page = Markup::default();
            page.text(words);
            assert_eq!(page.into_text(), expected);
        }
    }

    #[test]
    fn attributes_end_where_they_should() {
        let mut page = Markup::default();
        page.open("a", &[("href", "#x\" onclick=\"y"), ("title", "<'\u{202e}>")]);
        let expected = "<a href=\"#x&quot; onclick=&quot;y\" title=\"&lt;&#39;\u{202e}&gt;\">";
        assert_eq!(page.into_text(), expected);
    }
}
