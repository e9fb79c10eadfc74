//! Copies the word lists of `src/` without their examples, which are tests: `word_list!` in `src/lib.rs` takes the
//! copies into a release.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src");
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where"));
    for list in lists(Path::new("src"))? {
        let copy = target.join(list.strip_prefix("src").expect("it was found there"));
        fs::create_dir_all(copy.parent().expect("a file is in a folder"))?;
        fs::write(copy, without_examples(&fs::read_to_string(list)?))?;
    }
    Ok(())
}

/// Every word list below a folder.
fn lists(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(lists(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "tsv") {
            found.push(path);
        }
    }
    Ok(found)
}

/// The last column is left empty rather than out, so that a row has the same columns everywhere.
fn without_examples(list: &str) -> String {
    if !list.lines().next().is_some_and(|head| head.ends_with("\texample")) {
        return list.to_owned();
    }
    let rows = list.lines().filter_map(|line| line.rsplit_once('\t'));
    rows.map(|(row, _)| format!("{row}\t\n")).collect()
}
