//! `wasm-pack.toml`: how the package is built.

use std::fmt;

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::workspace;

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    pub build: Build,
    pub wasm_opt: WasmOpt,
    pub simd: Simd,
    pub importer: Importer,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
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
    /// For the compiler, on top of what the profile says, for both modules.
    pub rustflags: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WasmOpt {
    /// For both modules.
    pub flags: Vec<String>,
}

/// What the module with 128-bit vectors has on top of what both have.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Simd {
    pub rustflags: Vec<String>,
    pub wasm_opt: Vec<String>,
}

/// The module that reads other formats, where it differs from the engine's.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Importer {
    /// Cargo profile.
    pub profile: String,
    /// How wasm-opt optimises.
    pub optimise: String,
}

/// Which of the two modules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Vectors {
    /// With 128-bit vectors.
    Simd,
    /// Without, for browsers that have none.
    Plain,
}

impl fmt::Display for Vectors {
    /// As in the names of files.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Vectors::Simd => "simd",
            Vectors::Plain => "plain",
        })
    }
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

    /// For the compiler.
    pub fn rustflags(&self, vectors: Vectors) -> Vec<String> {
        of_module(&self.build.rustflags, &self.simd.rustflags, vectors)
    }

    /// For the module that reads other formats.
    pub fn importer(&self) -> Settings {
        let mut settings = self.clone();
        settings.build.profile = self.importer.profile.clone();
        settings.wasm_opt.flags.retain(|flag| !flag.starts_with("-O"));
        settings.wasm_opt.flags.push(self.importer.optimise.clone());
        settings
    }

    pub fn wasm_opt_flags(&self, vectors: Vectors) -> Vec<String> {
        of_module(&self.wasm_opt.flags, &self.simd.wasm_opt, vectors)
    }
}

fn of_module(both: &[String], simd: &[String], vectors: Vectors) -> Vec<String> {
    match vectors {
        Vectors::Simd => [both, simd].concat(),
        Vectors::Plain => both.to_vec(),
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
    fn what_reads_other_formats_is_built_small() {
        let importer = Settings::read().unwrap().importer();
        let levels = importer.wasm_opt.flags.iter().filter(|flag| flag.starts_with("-O"));
        assert_eq!(levels.collect::<Vec<_>>(), ["-Oz"]);
        assert_eq!(importer.build.profile, "importer");
    }

    #[test]
    fn no_feature_is_switched_on_wholesale() {
        let flags = Settings::read().unwrap().wasm_opt_flags(Vectors::Simd);
        assert!(!flags.contains(&"--all-features".to_owned()), "{flags:?}");
    }

    #[test]
    fn plain_wasm_pack_optimises_the_same_way() {
        let manifest: toml::Table = workspace::read_toml("Cargo.toml").unwrap();
        let profile = &manifest["package"]["metadata"]["wasm-pack"]["profile"]["release"];
        let flags: Vec<String> = profile["wasm-opt"].clone().try_into().unwrap();
        assert_eq!(flags, Settings::read().unwrap().wasm_opt_flags(Vectors::Simd));
    }

    #[test]
    fn only_one_module_has_vectors() {
        let settings = Settings::read().unwrap();
        for (vectors, expected) in [(Vectors::Simd, true), (Vectors::Plain, false)] {
            let flags = [settings.rustflags(vectors), settings.wasm_opt_flags(vectors)];
            let have = flags.map(|flags| flags.iter().any(|flag| flag.contains("simd")));
            assert_eq!(have, [expected; 2], "{vectors}");
        }
    }

    #[test]
    fn a_misspelt_setting_is_an_error() {
        let error = toml::from_str::<WasmOpt>("flag = []").unwrap_err();
        assert!(error.to_string().contains("unknown field `flag`"), "{error}");
    }
}
