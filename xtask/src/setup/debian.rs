//! Debian and its relatives, where root can install what is missing.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::say;
use crate::shell;

/// Whether packages can be installed here without asking anybody.
pub fn can_install() -> bool {
    Path::new("/usr/bin/apt-get").exists() && shell::is_root()
}

pub fn install(packages: &[&str]) -> Result<()> {
    say(&format!("installing Debian's {} ...", packages.join(", ")));
    shell::run(apt_get().args(["update", "--quiet=2"]))?;
    shell::run(
        apt_get().args(["install", "--yes", "--quiet=2", "--no-install-recommends"]).args(packages),
    )
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    command
}
