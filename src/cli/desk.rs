//! `copydesk compare`: several articles side by side, as text or as one JSON object.

use std::io::{self, Write};
use std::path::PathBuf;

use copydesk::desk::{self, Comparison, FigureGroup, Place, Verdict};
use copydesk::text::offsets::{self, Unit};
use copydesk::{Analysis, analyze};
use serde::Serialize;

use super::files;

/// An article that was read.
pub struct Article {
    file: PathBuf,
    text: String,
    analysis: Analysis,
    imported: bool,
}

impl Article {
    pub fn new(read: files::Article) -> Self {
        let files::Article { name, text, options, imported } = read;
        let analysis = analyze(&text, &options);
        Article { file: name, text, analysis, imported }
    }

    /// The outlet, or else the file.
    fn outlet(&self) -> String {
        self.analysis.outlet.clone().unwrap_or_else(|| self.file.display().to_string())
    }
}

/// The object that `--json` prints. Places are code points of the articles' texts.
#[derive(Serialize)]
struct Record<'a> {
    articles: Vec<Listed<'a>>,
    #[serde(flatten)]
    comparison: Comparison,
}

#[derive(Serialize)]
struct Listed<'a> {
    file: &'a std::path::Path,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

/// Writes one JSON object: the articles with all that was found in them, and the comparison.
pub fn write_json(articles: &mut [Article], out: &mut impl Write) -> io::Result<()> {
    for article in articles.iter_mut() {
        offsets::convert(&mut article.analysis, &article.text, Unit::CodePoints);
    }
    let comparison = compared(articles);
    let listed = articles.iter().map(|Article { file, text, analysis, imported }| Listed {
        file,
        text: imported.then_some(text),
        analysis,
    });
    super::write_line(&Record { articles: listed.collect(), comparison }, out)
}

fn compared(articles: &[Article]) -> Comparison {
    let briefs: Vec<desk::Brief> =
        articles.iter().map(|article| article.analysis.brief.clone()).collect();
    desk::compare(&briefs, &[])
}

/// Writes what the articles say together, for a reader.
pub fn write_text(articles: &[Article], out: &mut impl Write) -> io::Result<()> {
    let sheet = Sheet { articles, compared: compared(articles) };
    for (at, article) in articles.iter().enumerate() {
        let title = article.analysis.title.as_deref().unwrap_or("no headline");
        let day = article.analysis.published.as_ref().map_or("no date", |day| &day.value);
        writeln!(out, "{}  {}, {day}: {title}", letter(at), article.outlet())?;
    }
    sheet.figures(out)?;
    sheet.people(out)?;
    sheet.quotes(out)?;
    sheet.events(out)?;
    sheet.checks(out)
}

/// `A`, `B` … `Z`, `AA`.
fn letter(at: usize) -> String {
    let last = char::from(b'A' + (at % 26) as u8);
    if at < 26 { last.to_string() } else { format!("{}{last}", letter(at / 26 - 1)) }
}

struct Sheet<'a> {
    articles: &'a [Article],
    compared: Comparison,
}

impl Sheet<'_> {
    /// The words at a place, on one line.
    fn words(&self, place: &Place) -> String {
        place.span.on_one_line(&self.articles[place.article].text)
    }

    fn figures(&self, out: &mut impl Write) -> io::Result<()> {
        for (verdict, heading) in [
            (Verdict::Differ, "They disagree on"),
            (Verdict::Unclear, "Unclear: the day or the scope may differ"),
            (Verdict::Agree, "They agree on"),
        ] {
            let mut groups =
                self.compared.figures.iter().filter(|group| group.verdict == verdict).peekable();
            if groups.peek().is_some() {
                writeln!(out, "\n{heading}")?;
            }
            for group in groups {
                self.figure(group, out)?;
            }
        }
        Ok(())
    }

    fn figure(&self, group: &FigureGroup, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "  {}", if group.label.is_empty() { "a figure" } else { &group.label })?;
        for claim in &group.claims {
            let sign = if claim.odd && group.verdict == Verdict::Differ { "≠" } else { " " };
            let day = claim.days.as_ref().map(|[first, last]| {
                if first == last { format!(", {first}") } else { format!(", {first} to {last}") }
            });
            let source = claim.source.as_ref().map(|source| format!(", {source}"));
            let words = self.words(&claim.place);
            let (day, source) = (day.unwrap_or_default(), source.unwrap_or_default());
            writeln!(out, "  {sign} {} {words}{day}{source}", letter(claim.place.article))?;
        }
        Ok(())
    }

    fn people(&self, out: &mut impl Write) -> io::Result<()> {
        let shared = |person: &&desk::Person| {
            let first = person.mentions[0].article;
            person.mentions.iter().any(|mention| mention.article != first)
        };
        let mut people = self.compared.people.iter().filter(shared).peekable();
        if people.peek().is_some() {
            writeln!(out, "\nPeople and organisations")?;
        }
        for person in people {
            let mut spellings: Vec<(String, String)> = Vec::new();
            for mention in &person.mentions {
                let (name, by) = (self.words(mention), letter(mention.article));
                match spellings.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, letters)) if !letters.ends_with(&by) => *letters += &format!(" {by}"),
                    Some(_) => {}
                    None => spellings.push((name, by)),
                }
            }
            let spelled: Vec<String> =
                spellings.iter().map(|(name, letters)| format!("{name} ({letters})")).collect();
            let role = person.roles.first().map(|role| format!(", {role}")).unwrap_or_default();
            writeln!(out, "  {}{role}: {}", person.name, spelled.join(", "))?;
        }
        Ok(())
    }

    fn quotes(&self, out: &mut impl Write) -> io::Result<()> {
        if !self.compared.quotes.is_empty() {
            writeln!(out, "\nThe same quote")?;
        }
        for group in &self.compared.quotes {
            let who = group.speaker.map_or("unknown", |person| &self.compared.people[person].name);
            writeln!(out, "  {who}")?;
            for said in &group.members {
                let copied = said.same_as.map(|at| {
                    format!(" (the words of {})", letter(group.members[at].place.article))
                });
                let copied = copied.unwrap_or_default();
                writeln!(
                    out,
                    "    {} “{}”{copied}",
                    letter(said.place.article),
                    self.words(&said.place)
                )?;
            }
        }
        Ok(())
    }

    fn events(&self, out: &mut impl Write) -> io::Result<()> {
        if !self.compared.events.is_empty() {
            writeln!(out, "\nTimeline")?;
        }
        for event in &self.compared.events {
            let [first, last] = &event.days;
            let until = if first == last { String::new() } else { format!(" to {last}") };
            let time = event.time.as_ref().map(|time| format!(" {time}")).unwrap_or_default();
            let mut letters: Vec<String> =
                event.members.iter().map(|told| letter(told.article)).collect();
            letters.dedup();
            let told = &event.members[0];
            let words = self.words(&Place { article: told.article, span: told.span });
            writeln!(out, "  {first}{until}{time}  {}  {words}", letters.join(" "))?;
        }
        Ok(())
    }

    fn checks(&self, out: &mut impl Write) -> io::Result<()> {
        let own = self.articles.iter().map(|article| article.analysis.checks.len()).sum::<usize>();
        if own + self.compared.checks.len() > 0 {
            writeln!(out, "\nChecks")?;
        }
        for check in &self.compared.checks {
            let letters: Vec<String> =
                check.places.iter().map(|place| letter(place.article)).collect();
            writeln!(out, "  {} {}: {}", letters.join(" "), check.rule, check.what)?;
        }
        for (at, article) in self.articles.iter().enumerate() {
            for check in &article.analysis.checks {
                writeln!(out, "  {} {}: {}", letter(at), check.rule.name, check.what)?;
            }
        }
        Ok(())
    }
}
