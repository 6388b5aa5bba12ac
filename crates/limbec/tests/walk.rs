//! The README of the crate, word for word: from `cargo new` to a migrated SQLite database.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

/// So many commands are enough.
const MOST: usize = 10;

#[test]
fn the_readme_leads_from_nothing_to_a_migrated_database() {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = crate_folder.ancestors().nth(2).unwrap();
    let readme = std::fs::read_to_string(crate_folder.join("README.md")).unwrap();
    let (_, block) = readme.split_once("```console\n").unwrap();
    let (block, _) = block.split_once("```").unwrap();
    let commands: Vec<&str> = block
        .lines()
        .filter_map(|line| line.strip_prefix("$ "))
        .collect();
    assert!(
        (4..=MOST).contains(&commands.len()),
        "{} commands",
        commands.len()
    );
    let mut script = String::from("set -e\n");
    for command in &commands {
        // The crate as it is here, with the versions that are here.
        let here = format!("cargo add --path '{}' limbec", crate_folder.display());
        script.push_str(&command.replace("cargo add limbec", &here));
        script.push('\n');
        if *command == "cd app" {
            let lock = workspace.join("Cargo.lock");
            script.push_str(&format!("cp '{}' Cargo.lock\n", lock.display()));
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder.path())
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .env("CARGO_NET_OFFLINE", "true")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}\n{said}");
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(out.ends_with("upgrade  -> 0001, users\n"), "{out}");
    let table = Command::new("sqlite3")
        .arg(folder.path().join("app/app.db"))
        .arg("SELECT sql FROM sqlite_master WHERE name = 'users'; SELECT * FROM alembic_version")
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8_lossy(&table.stdout),
        "CREATE TABLE users (id INTEGER PRIMARY KEY)\n0001\n"
    );
}
