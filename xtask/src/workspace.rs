//! Where things are: the root of the repository, and what its own files say.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell;

/// The root of the repository: the folder above this crate's.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// Where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    root().join(shell::env_path("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// A command that runs in the root of the repository.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that runs this program, for everything but wasm32 (see [`crate::setup::wasm_target`]).
pub fn cargo() -> Command {
    command(shell::env_path("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Reads a TOML file of the repository.
pub fn read_toml<T: serde::de::DeserializeOwned>(path: &str) -> Result<T> {
    let text = read(path)?;
    toml::from_str(&text).with_context(|| format!("{path} does not read as expected"))
}

/// Reads a text file of the repository.
pub fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("cannot read {path}"))
}

/// Makes an empty folder, in place of what was there.
pub fn empty_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).with_context(|| format!("cannot empty {}", path.display()))?;
    }
    fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))
}

/// Copies a file, or a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// Every file under a folder of the repository (or the file itself), in the order of their paths,
/// which are relative to the root and use `/`. Nothing for a folder that does not exist.
pub fn files_under(path: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![path.to_owned()];
    while let Some(path) = open.pop() {
        let full = root().join(&path);
        if full.is_dir() {
            for entry in fs::read_dir(&full)? {
                open.push(format!("{path}/{}", entry?.file_name().to_string_lossy()));
            }
        } else if full.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether two folders hold the same files, to the byte.
pub fn same_files(one: &Path, other: &Path) -> bool {
    let names = |folder: &Path| -> Option<Vec<_>> {
        let mut names: Vec<_> =
            fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        Some(names)
    };
    let same = |name| matches!((fs::read(one.join(name)), fs::read(other.join(name))), (Ok(a), Ok(b)) if a == b);
    match (names(one), names(other)) {
        (Some(a), Some(b)) => a == b && a.iter().all(same),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_the_same_to_the_byte() {
        let base = target_dir().join("tmp").join("same-files");
        let folder = |name: &str, files: &[(&str, &str)]| {
            let folder = base.join(name);
            empty_folder(&folder).unwrap();
            for (file, content) in files {
                fs::write(folder.join(file), content).unwrap();
            }
            folder
        };
        let one = folder("one", &[("a", "1"), ("b", "2")]);
        for (name, files, expected) in [
            ("alike", &[("a", "1"), ("b", "2")][..], true),
            ("fewer", &[("a", "1")], false),
            ("other", &[("a", "1"), ("b", "3")], false),
        ] {
            assert_eq!(same_files(&one, &folder(name, files)), expected, "{name}");
        }
        assert!(!same_files(&one, &base.join("none")));
    }
}
