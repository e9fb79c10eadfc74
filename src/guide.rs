//! A page of `docs/` and what the engine finds, side by side: every row of its tables is a test.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::analysis::Rule;

/// What is found in the text of a row, for its other columns; notes the names of the rules that were used.
pub type Find = fn(cells: &[&str], used: &mut BTreeSet<&'static str>) -> String;

/// A page whose tables begin with a column `Text` and end with what is found, and that ends with its list of rules.
pub struct Guide {
    pub path: &'static str,
    pub rules: &'static [Rule],
    pub find: Find,
}

impl Guide {
    /// Fails where the page does not show what is found, or leaves a rule out; with `UPDATE_GUIDE` set it is
    /// written anew instead.
    pub fn check(&self) {
        let guide = std::fs::read_to_string(self.path).expect("the guide is there");
        let mut used = BTreeSet::new();
        let anew = self.written_anew(&guide, &mut used);
        if std::env::var_os("UPDATE_GUIDE").is_some() {
            std::fs::write(self.path, &anew).expect("the guide can be written");
        } else {
            let wrong: Vec<String> = guide
                .lines()
                .zip(anew.lines())
                .filter(|(before, now)| before != now)
                .map(|(before, now)| format!("{before}\n{now}"))
                .collect();
            assert!(wrong.is_empty(), "the guide says, the engine finds:\n{}", wrong.join("\n\n"));
            assert_eq!(guide.lines().count(), anew.lines().count(), "the list of rules");
        }
        let names = self.rules.iter().map(|rule| rule.name);
        let unseen: Vec<&str> = names.filter(|name| !used.contains(name)).collect();
        assert!(unseen.is_empty(), "no row shows the rules {unseen:?}");
    }

    /// The guide with its last column, and its list of rules, as the engine would write them.
    fn written_anew(&self, guide: &str, used: &mut BTreeSet<&'static str>) -> String {
        let (examples, rules) = guide.split_once("| Rule |").expect("it ends with its rules");
        let mut anew = String::new();
        for line in examples.lines() {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            match cells[..] {
                ["", "Text" | "---", ..] => anew.push_str(line),
                ["", ref row @ .., _, ""] => {
                    anew.push('|');
                    for cell in row {
                        let space = if cell.is_empty() { "" } else { " " };
                        write!(anew, "{space}{cell} |").expect("a string");
                    }
                    write!(anew, " {} |", (self.find)(row, used)).expect("a string");
                }
                _ => anew.push_str(line),
            }
            anew.push('\n');
        }
        let header: String = rules.lines().take(2).map(|line| format!("{line}\n")).collect();
        write!(anew, "| Rule |{header}").expect("a string");
        for rule in self.rules {
            writeln!(anew, "| {} | {} |", rule.name, rule.why).expect("a string");
        }
        anew
    }
}

/// The findings of a row as one cell.
pub fn cell(all: Vec<String>) -> String {
    if all.is_empty() { "nothing".to_owned() } else { all.join("; ") }
}
