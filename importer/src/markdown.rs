//! Markdown -> articles: its words, without its marks.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::article::Draft;
use crate::html;

pub fn read(text: &str) -> Draft {
    // No smart punctuation, and nothing else that would change a letter of the text.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut page = Page::default();
    for event in Parser::new_ext(text.trim_start_matches('\u{FEFF}'), options) {
        page.take(event);
    }
    page.flush();
    page.draft
}

#[derive(Default)]
struct Page {
    draft: Draft,
    line: String,
    /// The next number of each open list, the innermost last; none for one without numbers.
    lists: Vec<Option<u64>>,
    /// Depth inside pictures, whose words are no part of the article.
    picture: usize,
    raw: Raw,
}

/// What the text that comes is, where it is no text.
#[derive(Default, PartialEq)]
enum Raw {
    #[default]
    No,
    Html,
    Head,
}

impl Page {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) if self.picture == 0 => {
                self.line.push_str(&text)
            }
            Event::SoftBreak | Event::HardBreak => self.line.push('\n'),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::TableCell => return,
            Tag::Image { .. } => return self.picture += 1,
            // Its number goes before the words of an item, not into a line of its own.
            Tag::Paragraph if self.is_number() => return,
            _ => self.flush(),
        }
        match tag {
            Tag::List(first) => self.lists.push(first),
            Tag::Item => self.number(),
            Tag::HtmlBlock => self.raw = Raw::Html,
            Tag::MetadataBlock(_) => self.raw = Raw::Head,
            _ => {}
        }
    }

    /// A number is a word of the text: `1912. The year of the ice` is read as a list.
    fn number(&mut self) {
        if let Some(Some(next)) = self.lists.last_mut() {
            self.line.push_str(&format!("{next}. "));
            *next += 1;
        }
    }

    fn is_number(&self) -> bool {
        self.line
            .strip_suffix(". ")
            .is_some_and(|line| line.bytes().all(|byte| byte.is_ascii_digit()))
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.picture = self.picture.saturating_sub(1),
            TagEnd::TableCell => self.line.push('\t'),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            TagEnd::Heading(HeadingLevel::H1)
                if self.draft.title.is_none() && self.draft.paragraphs.is_empty() =>
            {
                self.draft.title = Some(self.line.clone());
                self.flush();
            }
            _ => {
                self.flush();
                if let TagEnd::List(_) = tag {
                    self.lists.pop();
                }
            }
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        match std::mem::take(&mut self.raw) {
            Raw::Html => self.draft.paragraphs.extend(html::fragment(&line).paragraphs),
            Raw::Head => self.head(&line),
            Raw::No if !line.trim().is_empty() => {
                self.draft.paragraphs.push(line.trim_end().to_owned())
            }
            Raw::No => {}
        }
    }

    /// `title: Ferry aground`, between two lines of hyphens at the head of the file.
    fn head(&mut self, lines: &str) {
        for (key, value) in lines.lines().filter_map(|line| line.split_once(':')) {
            let value = Some(value.trim().trim_matches(['"', '\'']).to_owned());
            match key.trim().to_ascii_lowercase().as_str() {
                "title" => self.draft.title = value,
                "date" | "published" => self.draft.published = value,
                "author" => self.draft.author = value,
                "outlet" | "source" | "publisher" => self.draft.outlet = value,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_marks_go() {
        for (text, expected) in [
            (
                "# Ferry aground\n\nIt *struck* a **rock**, [the port](http://p.example) said.",
                "Ferry aground\n\nIt struck a rock, the port said.",
            ),
            (
                "Ferry aground\nCoast Radio, May 4, 2026\n\nIt struck.",
                "Ferry aground\nCoast Radio, May 4, 2026\n\nIt struck.",
            ),
            ("Ferry aground\n=====\n\nIt struck.", "Ferry aground\n\nIt struck."),
            ("- one boat\n- two boats", "one boat\n\ntwo boats"),
            ("1912. The year of the ice.", "1912. The year of the ice."),
            ("1. first\n\n2. second", "1. first\n\n2. second"),
            ("3. third\n4. fourth", "3. third\n\n4. fourth"),
            ("> “It sank,” she said.", "“It sank,” she said."),
            ("```\n5 < 6\n```", "5 < 6"),
            ("| Boat | Hurt |\n|---|---|\n| Tern | 12 |", "Boat\tHurt\n\nTern\t12"),
            ("![A map](m.png) It struck.", "It struck."),
            ("5 * 3 * 2 is 30, and $5 -- not \"6\".", "5 * 3 * 2 is 30, and $5 -- not \"6\"."),
            ("<div>It <b>struck</b>.</div>\n\nIt sank.", "It struck.\n\nIt sank."),
            ("It <b>struck</b> ~~once~~.", "It struck once."),
            ("#1 in the harbour", "#1 in the harbour"),
        ] {
            let article = read(text).finish("a.md".to_owned(), None).expect(text);
            assert_eq!(article.text, expected, "{text}");
        }
    }

    #[test]
    fn the_head_of_the_file_is_read() {
        let text = "---\ntitle: \"Ferry: aground\"\ndate: 2026-05-12\nauthor: Hanne Lorv\nsource: Coast Radio\n---\n\nIt struck.";
        let article = read(text).finish("a.md".to_owned(), None).unwrap();
        let found =
            [article.title, article.published, article.author, article.outlet].map(Option::unwrap);
        assert_eq!(found, ["Ferry: aground", "2026-05-12", "Hanne Lorv", "Coast Radio"]);
        assert_eq!(article.text, "Ferry: aground\n\nIt struck.");
    }
}
