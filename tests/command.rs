//! The command line, run as its users run it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn copydesk(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A command that refuses its arguments has closed its input already.
    let _ = child.stdin.take().expect("it is piped").write_all(input);
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the output is UTF-8")
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("the folder can be written");
    path
}

#[test]
fn one_bad_file_never_costs_the_others() {
    let good = file("good.txt", "Seven people were hurt on 4 May 2026.".as_bytes());
    let empty = file("empty.txt", b"");
    let binary = file("binary.txt", &[0, 1, 2, 3, 4, 5, 0, 7, 200]);
    let [good, empty, binary] =
        [&good, &empty, &binary].map(|path| path.to_str().expect("it is UTF-8"));
    let output = copydesk(&["analyze", "gone.txt", empty, good, binary], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("injured"), "{}", text(&output.stdout));
    let errors = text(&output.stderr);
    assert_eq!(errors.lines().count(), 3, "{errors}");
    assert!(errors.contains("copydesk: gone.txt: No such file"), "{errors}");
    assert!(errors.contains(&format!("{empty}: It is empty.")), "{errors}");
    assert!(errors.contains(&format!("{binary}: It is not text.")), "{errors}");
}

#[test]
fn names_are_matched_line_by_line() {
    let lines = r#"{"id":1,"a":"Vadym Boichenko","b":"Vadim Boïtchenko"}
no pair
{"id":"two","a":"Ida Marsh","b":"Henrik Dahl"}
"#;
    let output = copydesk(&["match-names", "--jsonl"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("copydesk: line 2:"), "{}", text(&output.stderr));
    let records = text(&output.stdout).lines();
    let records: Vec<serde_json::Value> =
        records.map(|line| serde_json::from_str(line).expect("it is JSON")).collect();
    assert_eq!((&records[0]["id"], &records[1]["id"]), (&1.into(), &"two".into()));
    let score = |record: &serde_json::Value| record["score"].as_f64().expect("it is a number");
    assert!(score(&records[0]) > 0.9 && score(&records[1]) < 0.4, "{records:?}");
}

#[test]
fn standard_input_and_json() {
    let output =
        copydesk(&["analyze", "--json", "-"], "“😀” said on 4 May 2026, in 31 words.".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let record: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(record["file"], "-");
    let date = &record["dates"][0];
    assert_eq!((&date["text"], &date["value"]), (&"4 May 2026".into(), &"2026-05-04".into()));
    assert_eq!((&date["start"], &date["end"]), (&12.into(), &22.into()), "code points");
}

#[test]
fn the_stream_keeps_order_and_ids_and_passes_over_bad_lines() {
    let lines = concat!(
        r#"{"id": "a", "text": "It began on Wednesday.", "reference": "2026-05-14"}"#,
        "\n\nnot json\n",
        r#"{"id": 7, "text": "It began on Wednesday."}"#,
        "\n",
        r#"{"id": "c", "text": "Late.", "reference": "soon"}"#,
        "\n",
    );
    let output = copydesk(&["analyze", "--jsonl"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let records: Vec<serde_json::Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("it is JSON"))
        .collect();
    assert_eq!(records.len(), 2);
    assert_eq!(records[0]["id"], "a");
    assert_eq!(records[0]["dates"][0]["value"], "2026-05-13");
    assert_eq!(records[1]["id"], 7);
    assert_eq!(records[1]["dates"][0]["value"], serde_json::Value::Null, "no anchor, no guess");
    let errors = text(&output.stderr);
    assert!(
        errors.contains("line 3: ") && errors.contains("line 5: “soon” is not a date"),
        "{errors}"
    );
}

#[test]
fn a_text_becomes_conllu_and_conllu_is_filled_in() {
    let output = copydesk(&["parse", "-"], "Hale\n\nIt’s late. They can't go.".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let parsed = text(&output.stdout);
    assert!(
        parsed.starts_with("# newdoc id = -\n# newpar\n# sent_id = 1\n# text = Hale\n1\tHale\t")
    );
    assert!(parsed.contains("# newpar\n# sent_id = 2\n# text = It’s late.\n1\tIt\t_\tPRON\t"));
    assert!(parsed.contains("\n2\tca\t_\tAUX\tMD\t_\t4\taux\t_\tSpaceAfter=No\n3\tn't\t"));
    assert_eq!(parsed.matches("# newpar").count(), 2);
    let again = copydesk(&["parse", "--tokens", "-"], parsed.as_bytes());
    assert_eq!(text(&again.stdout), parsed);
}

#[test]
fn only_the_columns_of_the_grammar_are_replaced() {
    let given = concat!(
        "# newdoc id = a\n# newpar\n# sent_id = x\n",
        "1-2\tthey’ll\t_\t_\t_\t_\t_\t_\t_\tNote=kept\n",
        "1\tthey\tthey\tX\tXX\tCase=Nom\t2\tdep\t3:nsubj\tName=B-PER|Note=kept\n",
        "2\t’ll\twill\tX\tXX\t_\t1\tdep\t_\t_\n",
        "2.1\tsoon\t_\tADV\t_\t_\t_\t_\t_\t_\n",
        "3\tleave\tleave\tX\tXX\t_\t0\tdep\t_\tName=O\n\n",
    );
    let output = copydesk(&["parse", "--tokens", "-"], given.as_bytes());
    let expected = given
        .replace("\tX\tXX\tCase=Nom\t2\tdep\t", "\tPRON\tPRP\tCase=Nom\t3\tnsubj\t")
        .replace("\tX\tXX\t_\t1\tdep\t", "\tAUX\tMD\t_\t3\taux\t")
        .replace("\tX\tXX\t_\t0\tdep\t", "\tVERB\tVB\t_\t0\troot\t")
        .replace("Name=B-PER|", "")
        .replace("Name=O", "_");
    assert_eq!(text(&output.stdout), expected);
    let broken = file("broken.conllu", b"# text = a\n1\ta\n");
    let broken = broken.to_str().expect("it is UTF-8");
    let output = copydesk(&["parse", "--tokens", broken], b"");
    assert_eq!(output.status.code(), Some(1));
    let expected = format!("copydesk: {broken}: line 2: 2 columns between tabs, where 10 belong\n");
    assert_eq!(text(&output.stderr), expected);
}

/// Two articles to export, by their paths.
fn two(of: &str) -> [String; 2] {
    let path = |name: &str, content: &str| {
        file(&format!("{of}-{name}.txt"), content.as_bytes())
            .to_str()
            .expect("it is UTF-8")
            .to_owned()
    };
    [
        path("ferry", "“It sank,” said Maren Oduya on 4 May 2026. Seven people were hurt."),
        path("dam", "At least 31 people left on Monday."),
    ]
}

#[test]
fn articles_are_exported_together_in_every_format() {
    let [ferry, dam] = two("formats");
    for (arguments, start) in [
        (&["json"][..], "{\"format\":\"copydesk\",\"version\":1,"),
        (&["csv", "--list", "figures"], "article,id,words,kind,bound,value,"),
        (&["markdown"], "# "),
        (&["html"], "<!doctype html>"),
        (&["annotations"], "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\","),
    ] {
        let all =
            [&["export", "--to"], arguments, &["--published", "2026-05-06", &ferry, &dam]].concat();
        let output = copydesk(&all, b"");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let written = text(&output.stdout);
        assert!(written.starts_with(start), "{arguments:?}: {written}");
        assert!(written.contains("formats-ferry") && written.contains("formats-dam"), "{written}");
    }
}

#[test]
fn each_list_is_a_table_by_the_day_of_publication() {
    let [ferry, dam] = two("lists");
    for (list, expected) in [
        ("figures", ",At least 31,count,at least,31,"),
        ("quotes", ",Maren Oduya,s1,"),
        ("speakers", ",s1,Maren Oduya,person,"),
        ("dates", ",Monday,DATE,2026-05-04,"),
        ("checks", "article,id,words,what,rule,"),
    ] {
        let arguments =
            ["export", "--to=csv", "--list", list, "--published", "2026-05-06", &ferry, &dam];
        let output = copydesk(&arguments, b"");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert!(text(&output.stdout).contains(expected), "{list}: {}", text(&output.stdout));
        assert!(text(&output.stdout).lines().count() > 0 && text(&output.stdout).ends_with("\r\n"));
    }
}

#[test]
fn an_export_goes_into_a_file_and_leaves_out_what_cannot_be_read() {
    let [ferry, _] = two("output");
    let page = file("export.html", b"old");
    let page_path = page.to_str().expect("it is UTF-8");
    let output = copydesk(&["export", "--to", "html", "-o", page_path, &ferry, "gone.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("copydesk: gone.txt: No such file"));
    assert!(output.stdout.is_empty());
    let written = fs::read_to_string(&page).expect("it is there");
    assert!(written.contains("Maren Oduya") && written.ends_with("</html>\n"), "{written}");
    // Nothing to export: the file stays as it is.
    let output = copydesk(&["export", "--to", "json", "-o", page_path, "gone.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&page).expect("it is there"), written);
    // It would be lost.
    let output = copydesk(&["export", "--to", "json", "-o", &ferry, &ferry], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("is one of the articles"), "{}", text(&output.stderr));
    let output = copydesk(&["export", "--to", "markdown", "-"], b"Seven people left.");
    assert!(text(&output.stdout).starts_with("# standard input\n"), "{}", text(&output.stdout));
}

#[test]
fn a_wrong_command_says_what_is_wrong() {
    for (arguments, expected) in [
        (&["analyze"][..], "<FILES>"),
        (
            &["analyze", "--published", "31 June", "-"],
            "“31 June” is not a date; write it as 2022-05-04",
        ),
        (&["analyse", "-"], "analyze"),
        (&["export", "-"], "--to <FORMAT>"),
        (&["export", "--to", "pdf", "-"], "json, csv, markdown, html, annotations"),
        (
            &["export", "--to", "csv", "-"],
            "CSV is one list at a time: figures, quotes, speakers, dates or checks. Name it with --list.",
        ),
        (&["export", "--to", "csv", "--list", "names", "-"], "figures, quotes, speakers"),
        (
            &["export", "--to", "html", "--list", "dates", "-"],
            "Only CSV is one list; html has all of them.",
        ),
    ] {
        let output = copydesk(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
    }
}

#[test]
fn files_of_other_formats_are_read_too() {
    let page = "<!doctype html><title>Ferry aground</title><meta property='og:site_name' content='Coast Radio'><meta name='date' content='2026-05-12'><body><p>Seven people were hurt on Monday off Grim Point, the harbour master said.";
    let page = file("page.html", page.as_bytes());
    let rows = file(
        "rows.csv",
        "id,text\n1,Seven people were hurt.\n2,\n3,Eight people were hurt.".as_bytes(),
    );
    let [page, rows] = [&page, &rows].map(|path| path.to_str().expect("it is UTF-8"));
    let output = copydesk(&["analyze", "--json", page, rows], b"");
    assert_eq!(output.status.code(), Some(0));
    let records: Vec<serde_json::Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("it is JSON"))
        .collect();
    assert_eq!(records.len(), 3);
    assert_eq!(
        (&records[0]["outlet"], &records[0]["published"]["source"]),
        (&"Coast Radio".into(), &"file".into())
    );
    assert_eq!(records[0]["published"]["value"], "2026-05-12");
    assert!(
        records[0]["text"].as_str().is_some_and(|text| text.starts_with("Ferry aground\n\nSeven")),
        "{}",
        records[0]["text"]
    );
    assert_eq!(records[2]["file"], format!("{rows}: 3"));
    assert!(
        text(&output.stderr).contains(&format!("{rows}: Line 3: it holds no text.")),
        "{}",
        text(&output.stderr)
    );
    let output = copydesk(&["compare", rows, page], b"");
    assert!(text(&output.stdout).contains("people"), "{}", text(&output.stdout));
}
