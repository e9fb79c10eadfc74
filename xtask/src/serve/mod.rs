//! A server for the page: static files, on this machine only.

mod files;

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{package, sources, workspace};
use files::Answer;

/// Longest request that is read, in bytes.
const LONGEST_REQUEST: u64 = 16 * 1024;
const DEFAULT_PORT: u16 = 8000;

#[derive(Debug, PartialEq)]
pub struct Options {
    /// 0 for any free one; without it the first free one from 8000 on.
    pub port: Option<u16>,
    pub open: bool,
    /// Path under which the repository appears, as on GitHub Pages: `/copydesk/`.
    pub base: String,
}

/// Serves the repository until it is ended; builds the package first where it is not up to date.
pub fn serve(options: &Options) -> Result<()> {
    let folder = package::folder()?;
    if !sources::is_fresh(&folder)? {
        println!("pkg/ does not match the sources: building it ...");
        package::build(&folder)?;
    }
    let listener = listen(options.port)?;
    let address = format!("http://{}{}www/", listener.local_addr()?, options.base);
    println!("Copydesk is at {address}\nEnd it with Ctrl+C.");
    if options.open {
        open_browser(&address);
    }
    answer_all(&listener, workspace::root(), &options.base);
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("cannot listen on port {port}: choose another with --port"));
    }
    for port in DEFAULT_PORT..DEFAULT_PORT + 20 {
        match TcpListener::bind(("127.0.0.1", port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => continue,
            listener => return listener.context("cannot listen on 127.0.0.1"),
        }
    }
    bail!("ports {DEFAULT_PORT} to {} are all in use: choose one with --port", DEFAULT_PORT + 19)
}

fn answer_all(listener: &TcpListener, root: PathBuf, base: &str) {
    let site = Arc::new(files::Site { root, base: base.to_owned() });
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(&site);
        // A browser that goes away in the middle is nobody's concern.
        std::thread::spawn(move || answer(stream, &site).ok());
    }
}

fn answer(mut stream: TcpStream, site: &files::Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut request = BufReader::new(stream.try_clone()?.take(LONGEST_REQUEST));
    let mut first_line = String::new();
    request.read_line(&mut first_line)?;
    // The rest is read too: closing with bytes unread would reset the connection.
    let mut header = String::new();
    while request.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = first_line.split(' ');
    let answer = match (words.next(), words.next()) {
        (Some("GET" | "HEAD"), Some(target)) => site.answer(target),
        _ => Answer::text("405 Method Not Allowed", "Only GET and HEAD are answered here."),
    };
    let body: &[u8] = if first_line.starts_with("HEAD") { b"" } else { &answer.body };
    stream.write_all(head(&answer).as_bytes())?;
    stream.write_all(body)
}

fn head(answer: &Answer) -> String {
    let location = answer.location.iter().map(|to| format!("Location: {to}\r\n"));
    format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.kind,
        answer.body.len(),
        location.collect::<String>(),
    )
}

/// Opens the address for the person at the machine, if there is one with a screen.
fn open_browser(address: &str) {
    let has_screen =
        || ["DISPLAY", "WAYLAND_DISPLAY"].map(std::env::var_os).iter().any(Option::is_some);
    let mut opener = match std::env::consts::OS {
        "macos" => Command::new("open"),
        "windows" => {
            let mut start = Command::new("cmd");
            start.args(["/C", "start", ""]);
            start
        }
        _ if has_screen() => Command::new("xdg-open"),
        _ => return,
    };
    // Nothing is lost without it: the address stands in the terminal.
    let _ = opener.arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asks a server on a free port, and returns all that it answers.
    fn ask(request: &str) -> String {
        let listener = listen(Some(0)).unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || answer_all(&listener, workspace::root(), "/"));
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn a_file_comes_over_the_wire() {
        let answer = ask("GET /Cargo.toml HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("Cache-Control: no-store\r\n"), "{answer}");
        assert!(answer.ends_with(&workspace::read("Cargo.toml").unwrap()), "{answer}");
    }

    #[test]
    fn head_has_no_body() {
        let answer = ask("HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(answer.contains("Content-Length: ") && answer.ends_with("\r\n\r\n"), "{answer}");
    }

    #[test]
    fn nothing_can_be_written() {
        let answer = ask("PUT /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 405 "), "{answer}");
    }
}
