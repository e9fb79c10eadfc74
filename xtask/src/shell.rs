//! Other programs: running them, and saying plainly which one failed.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Runs a program to its end; its output goes to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a program like [`run`], and ends it when it takes longer than `limit`.
pub fn run_within(limit: Duration, command: &mut Command) -> Result<()> {
    let started = Instant::now();
    let mut child = command.spawn().with_context(|| format!("cannot start `{}`", line(command)))?;
    loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => bail!("`{}` failed ({status})", line(command)),
            None if started.elapsed() > limit => {
                child.kill()?;
                child.wait()?;
                bail!("`{}` was ended after {} s", line(command), limit.as_secs());
            }
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// What a program prints, without the white space around it.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// The first of these programs that PATH holds.
pub fn find_on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|path| path.is_file())
    })
}

/// A path from the environment, for those who keep a tool in a place of their own.
pub fn env_path(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

pub fn is_root() -> bool {
    cfg!(unix) && output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command() {
        let error = run(Command::new("no-such-program").arg("--flag")).unwrap_err();
        assert_eq!(error.to_string(), "cannot start `no-such-program --flag`");
    }

    #[test]
    #[cfg(unix)]
    fn a_program_that_takes_too_long_is_ended() {
        let started = Instant::now();
        let limit = Duration::from_millis(100);
        assert!(run_within(limit, Command::new("sleep").arg("20")).is_err());
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}
