//! What is found of an article, put together.

use crate::{Imported, day};

/// An article as its format gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub title: Option<String>,
    pub outlet: Option<String>,
    /// In whatever form the file has it.
    pub published: Option<String>,
    pub author: Option<String>,
    pub paragraphs: Vec<String>,
    pub notes: Vec<String>,
}

/// The title may stand again among so many first paragraphs: below a section's name, above a byline.
const HEAD: usize = 3;

impl Draft {
    /// The article, if it has any text.
    pub fn finish(self, name: String, encoding: Option<&'static str>) -> Option<Imported> {
        let title = self.title.as_deref().map(one_line).filter(|title| !title.is_empty());
        let mut paragraphs: Vec<&str> =
            self.paragraphs.iter().map(|one| one.trim()).filter(|one| !one.is_empty()).collect();
        if paragraphs.is_empty() {
            return None;
        }
        if let Some(title) = &title {
            let again = paragraphs.iter().take(HEAD).position(|one| same(one, title));
            again.map(|at| paragraphs.remove(at));
            paragraphs.insert(0, title);
        }
        let text = paragraphs.join("\n\n");
        let known =
            |value: Option<String>| value.map(|value| one_line(&value)).filter(|v| !v.is_empty());
        Some(Imported {
            name,
            text,
            encoding,
            outlet: known(self.outlet),
            published: self.published.as_deref().and_then(day::normal),
            author: known(self.author).and_then(|author| writer(&author)),
            title,
        })
    }
}

/// Without line ends and doubled spaces.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

/// The name alone: no `By`, no address of a page.
fn writer(author: &str) -> Option<String> {
    let by = author.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    let name = if by { author[3..].trim() } else { author };
    (!name.is_empty() && !name.contains("://")).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_comes_first_and_once() {
        for (title, paragraphs, expected) in [
            (Some("Ferry aground"), &["It struck."][..], Some("Ferry aground\n\nIt struck.")),
            (
                Some("Ferry  aground"),
                &["FERRY AGROUND", "It struck."],
                Some("Ferry aground\n\nIt struck."),
            ),
            (
                Some("Ferry aground"),
                &["News", "Ferry aground!", "It struck."],
                Some("Ferry aground\n\nNews\n\nIt struck."),
            ),
            (None, &[" It struck. ", " ", "It sank."], Some("It struck.\n\nIt sank.")),
            (Some("Ferry aground"), &[], None),
            (Some("Ferry aground"), &[" \n"], None),
        ] {
            let draft = Draft {
                title: title.map(str::to_owned),
                paragraphs: paragraphs.iter().map(|&one| one.to_owned()).collect(),
                ..Draft::default()
            };
            let text = draft.finish("a".to_owned(), None).map(|article| article.text);
            assert_eq!(text.as_deref(), expected, "{title:?} {paragraphs:?}");
        }
    }

    #[test]
    fn writers() {
        for (author, expected) in [
            ("By Hanne Lorv", Some("Hanne Lorv")),
            ("by ", None),
            ("Hanne Lorv", Some("Hanne Lorv")),
            ("https://coast.example/lorv", None),
            ("Élo", Some("Élo")),
        ] {
            assert_eq!(writer(author).as_deref(), expected, "{author}");
        }
    }
}
