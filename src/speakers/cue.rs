//! Reporting verbs and nouns (`cue.tsv`, `noun.tsv`): which words say that somebody said something.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analysis::Act;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// `say`, `announce`
    Speech,
    /// `believe`, `fear`: reported, but nobody need have spoken.
    Belief,
    /// `hope`, `wish`: somebody wants it, and need not have spoken.
    Plan,
    /// `smile`, `continue`: a cue only beside a quotation.
    Manner,
    /// `read`: what a sign or a letter says.
    Document,
}

impl CueKind {
    fn read(column: &str) -> Self {
        match column {
            "belief" => CueKind::Belief,
            "plan" => CueKind::Plan,
            "manner" => CueKind::Manner,
            "document" => CueKind::Document,
            _ => CueKind::Speech,
        }
    }

    /// What it says of the words.
    pub fn act(self) -> Act {
        match self {
            CueKind::Belief => Act::Belief,
            CueKind::Plan => Act::Plan,
            CueKind::Speech | CueKind::Manner | CueKind::Document => Act::Speech,
        }
    }
}

/// What may stand after a cue as its content.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    /// `said [the road was open]`
    pub bare: bool,
    /// `said [that the road was open]`, `explained [how it works]`
    pub clause: bool,
    /// `asked [whether the road was open]`, nothing else.
    pub whether: bool,
    /// `told [reporters that the road was open]`: somebody stands before the clause.
    pub addressee: bool,
    /// `promised [to go]`
    pub infinitive: bool,
    /// `urged [residents to go]`
    pub object_infinitive: bool,
    /// `announced [a plan]`
    pub object: bool,
    /// `called [the plan “a farce”]`
    pub label: bool,
    /// `warned [of rain]`
    pub prepositions: Vec<&'static str>,
    /// `asked [reporters] whether`: somebody listens.
    pub listener: bool,
    /// `cited [a lack of money]`, not `cited [two officials]`: nobody says people.
    pub thing: bool,
    /// `declined [to comment]`: what was not said.
    pub withheld: bool,
    /// `pointed [out]`, `put [it]`: belongs to the cue.
    pub particle: Option<&'static str>,
    /// Without its particle it is no cue.
    pub needs_particle: bool,
}

#[derive(Debug)]
pub struct Entry {
    pub lemma: &'static str,
    pub kind: CueKind,
    pub frames: Frames,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inflection {
    Base,
    Third,
    Past,
    Participle,
    Ing,
}

/// Columns: lemma, irregular past (and participle), kind, frames, example with its content in brackets.
fn rows() -> impl Iterator<Item = [&'static str; 5]> {
    word_list!("speakers/cue.tsv").lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        let mut next = || columns.next();
        Some([next()?, next()?, next()?, next()?, next()?])
    })
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    rows()
        .map(|[lemma, _, kind, frames, _]| Entry {
            lemma,
            kind: CueKind::read(kind),
            frames: read_frames(frames),
        })
        .collect()
});

fn read_frames(column: &'static str) -> Frames {
    let mut frames = Frames::default();
    for frame in column.split(' ') {
        match frame {
            "s" => (frames.bare, frames.clause) = (true, true),
            "t" => frames.clause = true,
            "w" => frames.whether = true,
            "o" => (frames.addressee, frames.listener, frames.clause) = (true, true, true),
            "h" => frames.listener = true,
            "i" => frames.infinitive = true,
            "j" => frames.object_infinitive = true,
            "n" => frames.object = true,
            "a" => frames.label = true,
            "thing" => frames.thing = true,
            "withheld" => frames.withheld = true,
            _ => {
                if let Some(list) = frame.strip_prefix("p:") {
                    frames.prepositions = list.split(',').collect();
                }
                frames.needs_particle |= frame.starts_with('=');
                frames.particle = frame.strip_prefix(['+', '=']).or(frames.particle);
            }
        }
    }
    frames
}

static FORMS: LazyLock<HashMap<String, (usize, Inflection)>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for (index, [lemma, past, ..]) in rows().enumerate() {
        for (form, inflection) in inflect(lemma, past) {
            forms.entry(form).or_insert((index, inflection));
        }
    }
    forms
});

/// The forms of a verb. A past that doubles its last letter is given, and tells that `-ing` doubles it too.
fn inflect(lemma: &str, past: &str) -> Vec<(String, Inflection)> {
    let (past, participle) = past.split_once('/').unwrap_or((past, past));
    let soft_y =
        lemma.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| lemma.ends_with(end));
    let without_e = lemma.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y']));
    let third = if soft_y {
        format!("{}ies", &lemma[..lemma.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end)) {
        format!("{lemma}es")
    } else {
        format!("{lemma}s")
    };
    let regular = match () {
        () if soft_y => format!("{}ied", &lemma[..lemma.len() - 1]),
        () if lemma.ends_with('e') => format!("{lemma}d"),
        () => format!("{lemma}ed"),
    };
    let doubled = past.strip_suffix("ed").filter(|stem| stem.len() == lemma.len() + 1);
    let ing = format!("{}ing", doubled.or(without_e).unwrap_or(lemma));
    let or_regular = |form: &str| if form.is_empty() { regular.clone() } else { form.to_owned() };
    // `forecast`, `read`: far more often the past.
    let base = if past == lemma { Inflection::Past } else { Inflection::Base };
    let mut forms = vec![
        (lemma.to_owned(), base),
        (or_regular(past), Inflection::Past),
        (or_regular(participle), Inflection::Participle),
        (third, Inflection::Third),
        (ing, Inflection::Ing),
    ];
    // British English doubles an l: signalled, marvelled.
    if lemma.ends_with("al") || lemma.ends_with("el") {
        forms.push((format!("{lemma}led"), Inflection::Past));
        forms.push((format!("{lemma}ling"), Inflection::Ing));
    }
    forms
}

/// The reporting verb that a word (in lower case) is a form of.
pub fn verb(lower: &str) -> Option<(&'static Entry, Inflection)> {
    FORMS.get(lower).map(|&(index, inflection)| (&ENTRIES[index], inflection))
}

static NOUNS: LazyLock<HashMap<String, Act>> = LazyLock::new(|| {
    let rows = word_list!("speakers/noun.tsv").lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, CueKind::read(columns.next()?).act()))
    });
    rows.flat_map(|(lemma, act)| {
        let plural = match lemma.strip_suffix("ry").or(lemma.strip_suffix("ty")) {
            Some(_) => format!("{}ies", &lemma[..lemma.len() - 1]),
            None => format!("{lemma}s"),
        };
        [(lemma.to_owned(), act), (plural, act)]
    })
    .collect()
});

/// What a reporting noun (`claim`, `statement`), in lower case, says of its words; `None` for other words.
pub fn noun(lower: &str) -> Option<Act> {
    NOUNS.get(lower).copied()
}

#[cfg(test)]
mod tests {
    use crate::speakers::tests::contents;

    #[test]
    fn forms() {
        for (word, lemma) in [
            ("says", "say"),
            ("denied", "deny"),
            ("quipping", "quip"),
            ("writing", "write"),
            ("agreeing", "agree"),
            ("foreseen", "foresee"),
            ("told", "tell"),
            ("signalled", "signal"),
        ] {
            assert_eq!(super::verb(word).map(|(entry, _)| entry.lemma), Some(lemma), "{word}");
        }
    }

    /// The example without its brackets, and what stands in them.
    fn example(marked: &str) -> (String, Option<String>) {
        let text = marked.replace(['[', ']'], "");
        let content = marked.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
        (text, content.map(|(content, _)| content.to_owned()))
    }

    #[test]
    fn examples_are_found() {
        let verbs = super::rows().map(|[lemma, .., example]| (lemma, example));
        let nouns = word_list!("speakers/noun.tsv").lines().skip(1).filter_map(|line| {
            let (lemma, rest) = line.split_once('\t')?;
            Some((lemma, rest.split_once('\t')?.1))
        });
        let mut failures = Vec::new();
        for (lemma, marked) in verbs.chain(nouns) {
            let (text, expected) = example(marked);
            let found = contents(&text);
            let right = match expected {
                Some(expected) => found == [expected],
                None => found.len() == 1 && found[0].starts_with('“'),
            };
            if !right {
                failures.push(format!("{lemma}: {marked}: {found:?}"));
            }
        }
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    }
}
