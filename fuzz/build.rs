//! Writes the recorded cases of the interpreter into the program, so that the targets need no files.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../crates/limbec_python/tests/cases");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut found = Vec::new();
    scripts(&root, &mut found)?;
    found.sort();
    let mut text = String::from("/// The cases.\npub const SCRIPTS: &[&str] = &[\n");
    for path in found {
        text.push_str(&format!("    include_str!({:?}),\n", path.canonicalize()?));
    }
    text.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    fs::write(out.join("scripts.rs"), text)
}

fn scripts(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            scripts(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "py") {
            found.push(path);
        }
    }
    Ok(())
}
