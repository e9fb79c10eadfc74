//! Whole files of each format. All of their words are made up.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;

use copydesk_importer::{Error, Format, Import, Imported, import, looks_like};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use proptest::prelude::*;
use rawzip::{CompressionMethod, ZipArchiveWriter};

const PAGE: &str = include_str!("page.html");

fn read(name: &str, bytes: &[u8]) -> Import {
    import(name, bytes, None).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn only(import: &Import) -> &Imported {
    let [article] = &import.articles[..] else { panic!("{import:?}") };
    article
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut zip = ZipArchiveWriter::new(&mut bytes);
    for (name, text) in parts {
        let file = zip.new_file(name).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().unwrap();
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
        writer.write_all(text.as_bytes()).unwrap();
        let (encoder, descriptor) = writer.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    zip.finish().unwrap();
    bytes
}

fn word(body: &str, title: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    let core = format!(
        "<cp:coreProperties xmlns:dc=\"d\" xmlns:cp=\"c\"><dc:title>{title}</dc:title><dc:creator>pc 7</dc:creator></cp:coreProperties>"
    );
    archive(&[("word/document.xml", &document), ("docProps/core.xml", &core)])
}

/// A Word paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn a_page_gives_its_article_and_nothing_around_it() {
    let import = read("saved.html", PAGE.as_bytes());
    assert_eq!((import.format, &import.notes[..]), (Format::WebPage, &[][..]));
    let article = only(&import);
    assert_eq!(article.title.as_deref(), Some("Ferry runs aground off Grim Point’s lighthouse"));
    assert_eq!(article.outlet.as_deref(), Some("Tarrow Courier"));
    assert_eq!(article.published.as_deref(), Some("2026-05-12T18:05"));
    assert_eq!(article.author.as_deref(), Some("Hanne Lorv, Piet Aalto"));
    assert_eq!(article.encoding, Some("utf-8"));
    assert!(
        article.text.starts_with(
            "Ferry runs aground off Grim Point’s lighthouse\n\nThe ferry Tern ran aground"
        ),
        "{}",
        article.text
    );
    assert!(article.text.contains("\n\n“We felt one long shudder, and then"), "{}", article.text);
    for around in
        ["Subscribe", "Cookies", "Weather", "More from", "All rights", "newsletter", "Share"]
    {
        assert!(!article.text.contains(around), "{around}: {}", article.text);
    }
}

#[test]
fn what_a_page_says_of_itself() {
    let body = "<article><h1>Ferry aground</h1><p>It struck a rock off Grim Point at noon, the port said, and nobody was hurt.</p></article>";
    for (head, expected) in [
        ("", "- - -"),
        (
            "<meta property='og:site_name' content='Coast Radio'><meta property='article:published_time' content='2026-05-12T06:30:00+02:00'>",
            "Coast Radio 2026-05-12T06:30 -",
        ),
        (
            "<meta name='author' content='By Hanne Lorv'><meta name='date' content='yesterday'>",
            "- - Hanne Lorv",
        ),
        (
            "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebPage\"}, {\"@type\": [\"NewsArticle\"], \"datePublished\": \"2026-05-12\", \"publisher\": {\"@id\": \"#o\"}}, {\"@id\": \"#o\", \"name\": \"Coast &amp; Radio\"}]}</script>",
            "Coast & Radio 2026-05-12 -",
        ),
        ("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", </script>", "- - -"),
        (
            "<script type='application/ld+json'>{\"@type\": \"Product\", \"datePublished\": \"2026-05-12\"}</script>",
            "- - -",
        ),
    ] {
        let page = format!(
            "<!doctype html><html><head><title>Ferry aground</title>{head}</head><body>{body}</body></html>"
        );
        let import = read("a.html", page.as_bytes());
        let article = only(&import);
        let known = [&article.outlet, &article.published, &article.author]
            .map(|one| one.as_deref().unwrap_or("-"));
        assert_eq!(known.join(" "), expected, "{head}");
    }
}

#[test]
fn times_on_a_page_tell_its_day_only_if_they_agree() {
    for (times, expected) in [
        (
            "<time datetime='2026-05-12T06:30'>a</time><time datetime='2026-05-12T09:00'>b</time>",
            Some("2026-05-12T06:30"),
        ),
        ("<time datetime='2026-05-12'>a</time><time datetime='2026-05-10'>b</time>", None),
    ] {
        let page = format!(
            "<!doctype html><title>Ferry aground</title><body>{times}<p>It struck a rock off Grim Point.</p>"
        );
        assert_eq!(
            only(&read("a.html", page.as_bytes())).published.as_deref(),
            expected,
            "{times}"
        );
    }
}

#[test]
fn a_piece_of_a_page_is_read_whole() {
    for source in [
        "<meta charset='utf-8'><h2>Ferry aground</h2><p>It struck.</p>",
        "<html><body>\n<!--StartFragment--><h2>Ferry aground</h2><p>It struck.</p><!--EndFragment-->\n</body></html>",
    ] {
        assert_eq!(
            only(&read("pasted.html", source.as_bytes())).text,
            "Ferry aground\n\nIt struck.",
            "{source}"
        );
    }
}

#[test]
fn word_files() {
    let title =
        "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Ferry aground</w:t></w:r></w:p>";
    let moved = "<w:p><w:moveFrom><w:r><w:t>Gone.</w:t></w:r></w:moveFrom><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:ins><w:r><w:t>It sank.</w:t></w:r></w:ins></w:p>";
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        p("Tern"),
        p("12"),
        p("hurt")
    );
    let tabs = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t></w:r></w:p>";
    for (body, property, expected) in [
        (p("It &amp; the &#8220;rock&#x201D;."), "", "It & the “rock”."),
        (format!("{}{}", p("It struck"), p("")), "", "It struck"),
        (
            format!("{}{title}", p("It struck.")),
            "Another title altogether",
            "Ferry aground\n\nIt struck.",
        ),
        (p("It struck."), "A ferry aground", "A ferry aground\n\nIt struck."),
        (p("It struck."), "Document1", "It struck."),
        (
            format!("{}{}", p("Ferry aground"), p("It struck.")),
            "A ferry aground",
            "Ferry aground\n\nIt struck.",
        ),
        (moved.to_owned(), "", "It sank."),
        (format!("{table}{}", p("It struck.")), "", "Tern\t12 hurt\n\nIt struck."),
        (tabs.to_owned(), "", "A\tB\nC"),
    ] {
        let import = read("a.docx", &word(&body, property));
        assert_eq!(import.format, Format::Word);
        let article = only(&import);
        assert_eq!(article.text, expected, "{body}");
        assert_eq!((&article.published, &article.author, article.encoding), (&None, &None, None));
    }
}

#[test]
fn archives_that_are_not_read_say_what_they_are() {
    for (bytes, expected) in [
        (
            archive(&[("xl/workbook.xml", "")]),
            "It is a spreadsheet, which is not read. Save it as CSV, with a column named text, and try again.",
        ),
        (
            archive(&[("content.xml", "")]),
            "It is an OpenDocument file, which is not read. Save it as .docx and try again.",
        ),
        (
            archive(&[("a.txt", "It struck.")]),
            "It is a zip archive, which is not read. Unpack it and drop its files.",
        ),
        (
            b"PK\x03\x04 and no more".to_vec(),
            "It is damaged, or no Word file. Open it where it came from, and save it anew.",
        ),
        (
            word("<w:p>", "")[..200].to_vec(),
            "It is damaged, or no Word file. Open it where it came from, and save it anew.",
        ),
        (
            archive(&[("word/document.xml", "<a><b></a>")]),
            "It is damaged, or no Word file. Open it where it came from, and save it anew.",
        ),
        (word("", ""), "It holds no text. Paste the text of the article instead."),
    ] {
        assert_eq!(import("a.docx", &bytes, None).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let bomb = archive(&[("word/document.xml", &" ".repeat(21_000_000))]);
    assert!(bomb.len() < 100_000);
    assert_eq!(import("a.docx", &bomb, None), Err(Error::TooLargeUnpacked));
}

#[test]
fn mail() {
    let head = "From: \"Port of Tarn\" <press@tarn.example>\r\nTo: desk@coast.example\r\nSubject: Fwd: =?utf-8?Q?F=C3=A4hre_aground?=\r\nDate: Tue, 12 May 2026 18:05:00 +0200\r\nMIME-Version: 1.0\r\n";
    let attachment = "--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF\r\n--x--\r\n";
    for (rest, text, notes) in [
        ("\r\nIt struck.\r\n\r\nIt sank.\r\n".to_owned(), "Fähre aground\n\nIt struck.\n\nIt sank.", 0),
        ("Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=93It=94 str=\r\nuck.".to_owned(), "Fähre aground\n\n“It” struck.", 0),
        ("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+SXQ8L3A+PHA+c2Fuay48L3A+\r\n".to_owned(), "Fähre aground\n\nIt\n\nsank.", 0),
        ("Content-Type: text/plain; format=flowed\r\n\r\nIt struck \r\na rock.\r\n".to_owned(), "Fähre aground\n\nIt struck a rock.", 0),
        (format!("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nIt struck.\r\n{attachment}"), "Fähre aground\n\nIt struck.", 1),
        ("Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nIt struck.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>no\r\n--x--\r\n".to_owned(), "Fähre aground\n\nIt struck.", 0),
    ] {
        let import = read("a.eml", format!("{head}{rest}").as_bytes());
        let article = only(&import);
        assert_eq!((article.text.as_str(), import.notes.len()), (text, notes), "{rest}");
        assert_eq!((article.published.as_deref(), article.author.as_deref()), (Some("2026-05-12T18:05"), Some("Port of Tarn")));
    }
}

#[test]
fn a_page_saved_as_mail_is_a_page() {
    let head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tarn.example/a\r\nSubject: Ferry\r\nDate: Mon, 1 Jun 2026 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
    let import = read("a.mhtml", format!("{head}{PAGE}\r\n--x--\r\n").as_bytes());
    let article = only(&import);
    assert_eq!(
        (article.published.as_deref(), article.outlet.as_deref()),
        (Some("2026-05-12T18:05"), Some("Tarrow Courier"))
    );
}

#[test]
fn each_format_is_told_from_plain_text() {
    for (name, bytes, expected) in [
        ("a.txt", &b"It struck."[..], false),
        ("a.txt", b"\x93It\x94 struck.", false),
        ("a.txt", b"%PDF-1.7", false),
        ("a.txt", b"PK\x03\x04", true),
        ("a.md", b"It struck.", true),
        ("a.txt", b"<html>", true),
        ("a.txt", b"From: a@b.example\nTo: c@d.example\n\nIt struck.", true),
    ] {
        assert_eq!(looks_like(name, bytes), expected, "{name} {bytes:?}");
    }
}

#[test]
fn nothing_is_refused_with_reason() {
    for (bytes, expected) in [
        (&b""[..], Error::Empty),
        (b" \n", Error::Empty),
        (b"<!doctype html><script>1</script>", Error::NoText),
    ] {
        assert_eq!(import("a", bytes, None), Err(expected), "{bytes:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_it_panic(name in "a[.](txt|md|html|csv|jsonl|eml|docx)", bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = import(&name, &bytes, None);
    }

    #[test]
    fn no_piece_of_a_file_makes_it_panic(from in 0..PAGE.len(), to in 0..PAGE.len(), cut in 0usize..900) {
        let _ = import("a.html", &PAGE.as_bytes()[from.min(to)..to.max(from)], None);
        let mut word = word(&p("It struck."), "A ferry aground");
        word.truncate(cut);
        let _ = import("a.docx", &word, None);
    }

    #[test]
    fn no_marks_make_it_panic(text in "([<>&#*_|~`\\[\\]()!:;,\"'{}\n\t /=-]|<p>|<div>|<b>|<table>|<td>|---\n|# |1[.] |it|é){0,60}") {
        for name in ["a.md", "a.html", "a.csv", "a.jsonl"] {
            let _ = import(name, text.as_bytes(), None);
        }
    }
}
