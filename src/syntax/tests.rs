//! What the rules of the stages after this one rely on, in sentences of our own.

use super::*;

/// `word>head relation` of every token that is no punctuation; `>0` is the root.
fn arcs(text: &str) -> String {
    let document = Document::new(text);
    let syntax = Syntax::new(&document);
    let arc = |token: usize| {
        let head = syntax.head(token).map_or("0", |head| document.word(head));
        format!("{}>{head} {}", document.word(token), syntax.relation(token).name())
    };
    let tokens = (0..document.tokens.len()).filter(|&token| syntax.tag(token) != Tag::Punct);
    tokens.map(arc).collect::<Vec<_>>().join(", ")
}

#[test]
fn heads_and_relations() {
    for (text, expected) in [
        (
            "Rescuers evacuated 40 wounded sailors from the port on Monday.",
            "Rescuers>evacuated nsubj, evacuated>0 root, 40>sailors nummod, wounded>sailors amod, \
             sailors>evacuated obj, from>port case, the>port det, port>evacuated obl, on>Monday case, \
             Monday>evacuated obl",
        ),
        (
            "Two people were killed by the storm.",
            "Two>people nummod, people>killed nsubj:pass, were>killed aux:pass, killed>0 root, by>storm case, \
             the>storm det, storm>killed obl:agent",
        ),
        (
            "The mayor said that the bridge had collapsed.",
            "The>mayor det, mayor>said nsubj, said>0 root, that>collapsed mark, the>bridge det, \
             bridge>collapsed nsubj, had>collapsed aux, collapsed>said ccomp",
        ),
        (
            "“We lost everything,” Anna Brandt told reporters.",
            "We>lost nsubj, lost>told ccomp, everything>lost obj, Anna>told nsubj, Brandt>Anna flat, told>0 root, \
             reporters>told iobj",
        ),
    ] {
        assert_eq!(arcs(text), expected);
    }
}

#[test]
fn base_phrases() {
    for (text, expected) in [
        ("The old ferry burned.", "The old ferry"),
        (
            "The mayor's office met 40 wounded sailors in Port Hale.",
            "The mayor's office|40 wounded sailors|Port Hale",
        ),
        ("She saw a 70-year-old woman.", "She|a 70-year-old woman"),
        ("More than 300 people and two dogs left.", "More than 300 people|two dogs"),
        ("It cost $2.5 million.", "It|$2.5 million"),
    ] {
        let document = Document::new(text);
        let syntax = Syntax::new(&document);
        let found: Vec<&str> = syntax
            .all_phrases()
            .map(|phrase| document.span(phrase.tokens.clone()).of(text))
            .collect();
        assert_eq!(found.join("|"), expected);
    }
}

#[test]
fn verb_groups() {
    for (text, head, expected) in [
        (
            "The bodies had not been found.",
            "found",
            "had not been found: Past perfect passive negated",
        ),
        ("They will close the port.", "close", "will close: Future"),
        ("The crew may be hiding.", "hiding", "may be hiding: Present progressive modal"),
        ("It was a disaster.", "disaster", "was: Past"),
        ("She wants to leave.", "leave", "to leave:"),
        ("He declined to comment.", "declined", "declined: Past"),
    ] {
        let document = Document::new(text);
        let syntax = Syntax::new(&document);
        let token = (0..document.tokens.len()).find(|&t| document.word(t) == head).expect("head");
        let group = syntax.verb_group(token).expect(text);
        let words: Vec<&str> = group.tokens.iter().map(|&t| document.word(t)).collect();
        let mut found = format!("{}:", words.join(" "));
        let tense = group.tense.map(|tense| format!("{tense:?}"));
        let features = [
            (group.perfect, "perfect"),
            (group.progressive, "progressive"),
            (group.passive, "passive"),
            (group.negated, "negated"),
            (group.modal.is_some(), "modal"),
        ];
        let names = features.iter().filter(|(is, _)| *is).map(|(_, name)| (*name).to_owned());
        tense.into_iter().chain(names).for_each(|name| found = format!("{found} {name}"));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn names_of_a_document() {
    for (text, expected) in [
        (
            "Anna Brandt of the Red Cross spoke in Port Hale.",
            "PER Anna Brandt|ORG Red Cross|LOC Port Hale",
        ),
        // A surname stands for the person who was named in full.
        ("Maria Lindgren resigned. Lindgren gave no reason.", "PER Maria Lindgren|PER Lindgren"),
        ("The ferry sank in the harbour.", ""),
        // One word for many is a people, whoever they are; their titles name no one.
        ("Many Americans and Kurds left. The Senators stayed.", "NORP Americans|NORP Kurds"),
        // Storms have names of people, and are none.
        ("Cyclone Maria made landfall at dawn. Maria killed four people.", ""),
        // Headlines in capitals, or without any.
        (
            "MAYOR LINDGREN RESIGNS AFTER BRIDGE COLLAPSE IN WARSAW\n\nMayor Maria Lindgren resigned on Monday \
             after the bridge in Warsaw collapsed.\n\nwarsaw mourns, says lindgren",
            "PER LINDGREN|LOC WARSAW|PER Mayor Maria Lindgren|LOC Warsaw|LOC warsaw|PER lindgren",
        ),
        ("thousands flee kyiv as russian troops advance", "LOC kyiv"),
    ] {
        let document = Document::new(text);
        let syntax = Syntax::new(&document);
        let show = |name: &Name| {
            format!("{} {}", name.kind.name(), document.span(name.tokens.clone()).of(text))
        };
        assert_eq!(syntax.names().iter().map(show).collect::<Vec<_>>().join("|"), expected);
    }
}

#[test]
fn the_shared_subject_of_a_second_verb() {
    let document = Document::new("The crew jumped and swam ashore.");
    let syntax = Syntax::new(&document);
    assert_eq!(syntax.subject(4), Some(1));
}

#[test]
fn very_long_sentences_are_parsed_in_pieces() {
    let text = format!("They saw {} and left.", vec!["a boat"; 2000].join(", "));
    let document = Document::new(&text);
    let syntax = Syntax::new(&document);
    assert_eq!(syntax.tag(document.tokens.len() - 1), Tag::Punct);
    let roots = (0..document.tokens.len()).filter(|&token| syntax.head(token).is_none()).count();
    assert_eq!(roots, document.sentences.len());
}
