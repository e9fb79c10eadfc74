//! The readable report.

use std::io::{self, Write};
use std::path::Path;

use copydesk::Analysis;

pub fn write(
    file: &Path,
    _text: &str,
    _analysis: &Analysis,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "{}", file.display())
}
