//! Mail (.eml), and web pages saved as mail (.mhtml) -> articles.

use mail_parser::{HeaderName, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::article::Draft;
use crate::{Error, day, html};

/// The text of a message: its plain part where it has one.
pub fn read(bytes: &[u8]) -> Result<Draft, Error> {
    let message = parser().parse(bytes).ok_or(Error::Damaged("mail"))?;
    if let Some(page) = saved_page(&message) {
        return Ok(html::read(page));
    }
    let plain: Vec<String> = message.text_bodies().filter_map(plain).collect();
    let mut draft = match plain.is_empty() {
        false => Draft { paragraphs: plain, ..Draft::default() },
        true => message.html_bodies().find_map(page).map(html::fragment).unwrap_or_default(),
    };
    draft.title = message.subject().map(|subject| without_prefixes(subject).to_owned());
    draft.published = message.date().and_then(day::of_date);
    draft.author = sender(&message);
    if let count @ 1.. = message.attachment_count() {
        let were = if count == 1 {
            "1 attachment was".to_owned()
        } else {
            format!("{count} attachments were")
        };
        draft.notes.push(format!("{were} left out."));
    }
    Ok(draft)
}

/// Reads the headers that are asked for here, and no others: each costs code.
fn parser() -> MessageParser {
    MessageParser::new()
        .with_mime_headers()
        .header_text(HeaderName::Subject)
        .header_date(HeaderName::Date)
        .header_address(HeaderName::From)
        .default_header_ignore()
}

/// What a browser saved: a page with its pictures, as a message that nobody sent.
fn saved_page<'a>(message: &'a Message) -> Option<&'a str> {
    let saved = message.header_raw("From").is_some_and(|from| from.contains("<Saved by"));
    saved.then(|| message.html_bodies().find_map(page)).flatten()
}

fn page<'a>(part: &'a MessagePart) -> Option<&'a str> {
    match &part.body {
        PartType::Html(page) => Some(page),
        _ => None,
    }
}

fn plain(part: &MessagePart) -> Option<String> {
    let PartType::Text(text) = &part.body else { return None };
    let text = text.replace("\r\n", "\n");
    let flowed = part
        .content_type()
        .and_then(|kind| kind.attribute("format"))
        .is_some_and(|format| format.eq_ignore_ascii_case("flowed"));
    let text = if flowed { joined(&text) } else { text };
    (!text.trim().is_empty()).then_some(text)
}

/// In flowed text a line that ends with a space goes on in the next.
fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.split('\n') {
        joined.push_str(line);
        if !line.ends_with(' ') || line == "-- " {
            joined.push('\n');
        }
    }
    joined
}

/// `Fwd: Re: Ferry aground`
fn without_prefixes(mut subject: &str) -> &str {
    loop {
        subject = subject.trim_start();
        let prefix = ["re:", "fwd:", "fw:", "aw:", "wg:"].iter().find(|prefix| {
            subject.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
        });
        match prefix {
            Some(prefix) => subject = &subject[prefix.len()..],
            None => return subject,
        }
    }
}

fn sender(message: &Message) -> Option<String> {
    Some(message.from()?.first()?.name()?.to_owned())
}
