//! `wasm-pack.toml`: how the package is built.

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::workspace;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    pub build: Build,
    pub wasm_opt: WasmOpt,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Build {
    /// What wasm-bindgen writes its JavaScript for.
    pub target: String,
    /// Cargo profile.
    pub profile: String,
    /// Folder of the package, from the root of the repository.
    pub out_dir: String,
    /// Name of the package's files: `{out_name}.js`, `{out_name}_bg.wasm`.
    pub out_name: String,
    /// For the compiler, on top of what the profile says.
    pub rustflags: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WasmOpt {
    pub flags: Vec<String>,
}

impl Settings {
    pub fn read() -> Result<Settings> {
        let settings: Settings = workspace::read_toml("wasm-pack.toml")?;
        ensure!(
            settings.build.target == "web",
            "wasm-pack.toml: target is {:?}, but the page and embedded.js need \"web\"",
            settings.build.target
        );
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_file_reads() {
        let settings = Settings::read().unwrap();
        assert_eq!(settings.build.out_dir, "pkg");
        assert!(settings.wasm_opt.flags.contains(&"-O3".to_owned()));
    }

    #[test]
    fn no_feature_is_switched_on_wholesale() {
        let flags = Settings::read().unwrap().wasm_opt.flags;
        assert!(!flags.contains(&"--all-features".to_owned()), "{flags:?}");
    }

    #[test]
    fn plain_wasm_pack_optimises_the_same_way() {
        let manifest: toml::Table = workspace::read_toml("Cargo.toml").unwrap();
        let profile = &manifest["package"]["metadata"]["wasm-pack"]["profile"]["release"];
        let flags: Vec<String> = profile["wasm-opt"].clone().try_into().unwrap();
        assert_eq!(flags, Settings::read().unwrap().wasm_opt.flags);
    }

    #[test]
    fn a_misspelt_setting_is_an_error() {
        let error = toml::from_str::<WasmOpt>("flag = []").unwrap_err();
        assert!(error.to_string().contains("unknown field `flag`"), "{error}");
    }
}
