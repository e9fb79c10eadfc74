//! Words that are divided already -> a text, and its `Document`.

use super::{Document, Sentence, Token, token};
use crate::Span;

/// Sentences of given words, and the text that they make.
///
/// ```
/// use copydesk::text::Pretokenized;
/// let mut given = Pretokenized::default();
/// given.paragraph();
/// given.sentence([("They", true), ("can", true), ("not", false), (".", false)]);
/// assert_eq!(given.text(), "They cannot.");
/// let document = given.document();
/// assert_eq!((document.word(2), document.sentences.len()), ("not", 1));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Pretokenized {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    paragraphs: Vec<Span>,
    /// The next sentence begins a paragraph.
    begins: bool,
}

impl Pretokenized {
    /// The next sentence begins a paragraph, as the first one always does.
    pub fn paragraph(&mut self) {
        self.begins = true;
    }

    /// Adds a sentence: its words, none of them empty, each with whether a space stands before it.
    /// A sentence without words adds nothing.
    pub fn sentence<'w>(&mut self, words: impl IntoIterator<Item = (&'w str, bool)>) {
        let first = self.tokens.len();
        let begins = self.begins || self.paragraphs.is_empty();
        for (word, space) in words {
            let opens = begins && self.tokens.len() == first;
            if opens && !self.text.is_empty() {
                self.text.push_str("\n\n");
            } else if space && !opens {
                self.text.push(' ');
            }
            let start = self.text.len();
            self.text.push_str(word);
            let span = Span::new(start, self.text.len());
            let space_before = space || opens;
            self.tokens.push(Token { span, kind: token::kind(word), space_before });
        }
        if let (Some(token), Some(last)) = (self.tokens.get(first), self.tokens.last()) {
            let span = token.span.join(last.span);
            match self.paragraphs.last_mut() {
                Some(paragraph) if !begins => *paragraph = paragraph.join(span),
                _ => self.paragraphs.push(span),
            }
            let paragraph = self.paragraphs.len() - 1;
            self.sentences.push(Sentence { tokens: first..self.tokens.len(), paragraph });
            self.begins = false;
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn document(&self) -> Document<'_> {
        let (tokens, sentences) = (self.tokens.clone(), self.sentences.clone());
        Document::with_tokens(&self.text, tokens, sentences, self.paragraphs.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TokenKind;

    #[test]
    fn makes_the_text_that_the_words_are_from() {
        let mut given = Pretokenized::default();
        given.sentence([("Head", true)]);
        given.paragraph();
        given.sentence([]);
        given.sentence([("It", true), ("'s", false), ("$", true), ("2.5", false), ("m", false)]);
        given.sentence([("—", false), ("go", true), (".", false)]);
        assert_eq!(given.text(), "Head\n\nIt's $2.5m— go.");
        let document = given.document();
        assert_eq!(document.paragraphs, [Span::new(0, 4), Span::new(6, 23)]);
        assert_eq!(document.sentences.len(), 3);
        assert_eq!(document.paragraph_of(7), 1);
        let kinds: Vec<TokenKind> = document.tokens.iter().map(|token| token.kind).collect();
        use TokenKind::{Number, Punct, Symbol, Word};
        assert_eq!(kinds, [Word, Word, Word, Symbol, Number, Word, Punct, Word, Punct]);
        let spaces: Vec<bool> = document.tokens.iter().map(|token| token.space_before).collect();
        assert_eq!(spaces, [true, true, false, true, false, false, false, true, false]);
    }

    #[test]
    fn divides_as_the_text_itself_would_be() {
        let text = "“Go,” she said. “It’s 4:01 p.m. already.”";
        let found = Document::new(text);
        let mut given = Pretokenized::default();
        for sentence in &found.sentences {
            let words = sentence.tokens.clone();
            given.sentence(words.map(|i| (found.word(i), found.tokens[i].space_before)));
        }
        assert_eq!(given.text(), text);
        let document = given.document();
        assert_eq!(document.tokens, found.tokens);
        assert_eq!(document.quotations, found.quotations);
    }
}
