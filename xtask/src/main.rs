//! The project's own commands: `cargo xtask help` lists them.

mod bench;
mod checks;
mod dist;
mod embedded;
mod module;
mod package;
mod serve;
mod settings;
mod setup;
mod shell;
mod sizes;
mod sources;
mod steps;
mod workspace;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const USAGE: &str = "\
cargo xtask COMMAND

  serve   Serves the page on this machine and opens it in a browser.
            --port N        at this port (0: any free one; else the first free from 8000 on)
            --no-open       without opening a browser
            --base /PATH/   below a path, as on GitHub Pages
  build   Builds the WebAssembly package into pkg/, to be committed.
  check   Quick checks: format, lints, native tests, types of the page, pkg/ up to date.
  test    Every check, in a real browser too, with a package built from source.
            --quick         with the committed pkg/ where it is up to date
  bench   Runs the benchmarks, in a browser too, and prints what a visitor downloads.
  dist    Makes target/dist/ with what GitHub Pages publishes, and prints the SHA-256 of its one-file page.

Rust and Node.js (20 or later) must be there, for `serve` Rust alone; the rest is installed where it
is missing, into target/ where possible. The environment can say otherwise:
  CHROMIUM, CHROMEDRIVER            paths of the browser and its driver
  FIREFOX                           path of Firefox, for the tests of the main way in it
  COPYDESK_NO_RUSTUP_TARGET=1       takes the way for machines without rustup's server (Debian, root)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match obey(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", options @ ..] => serve::serve(&serve_options(options)?),
        ["build"] => build(),
        ["check"] => checks::check(),
        ["test"] => checks::test(false),
        ["test", "--quick"] => checks::test(true),
        ["bench"] => bench::run(),
        ["dist"] => {
            println!("{}", dist::make()?.display());
            Ok(())
        }
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("`{}` is no command\n\n{USAGE}", other.join(" ")),
    }
}

fn serve_options(words: &[&str]) -> Result<serve::Options> {
    let mut options = serve::Options { port: None, open: true, base: "/".to_owned() };
    let mut words = words.iter();
    while let Some(&word) = words.next() {
        match word {
            "--no-open" => options.open = false,
            "--port" => {
                let port = words.next().and_then(|port| port.parse().ok());
                options.port = Some(port.context("--port needs a number, 0 to 65535")?);
            }
            "--base" => {
                let base = words.next().context("--base needs a path")?.trim_matches('/');
                options.base = if base.is_empty() { "/".to_owned() } else { format!("/{base}/") };
            }
            other => bail!("serve has no option {other}\n\n{USAGE}"),
        }
    }
    Ok(options)
}

fn build() -> Result<()> {
    package::build(&package::folder()?)?;
    sizes::print(&dist::make()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serve_takes_its_options() {
        let expected = serve::Options { port: Some(0), open: false, base: "/copydesk/".to_owned() };
        let words = ["--port", "0", "--no-open", "--base", "copydesk"];
        assert_eq!(serve_options(&words).unwrap(), expected);
    }

    #[test]
    fn mistakes_are_explained() {
        for (words, expected) in [
            (&["serve", "--port", "x"][..], "--port needs a number"),
            (&["serve", "--fast"], "serve has no option --fast"),
            (&["fly"], "`fly` is no command"),
        ] {
            let words: Vec<String> = words.iter().map(|word| word.to_string()).collect();
            let error = obey(&words).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
