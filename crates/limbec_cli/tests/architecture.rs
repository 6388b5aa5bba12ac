//! The dependencies of the crates point one way (ARCHITECTURE.md).
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::process::Command;

/// What each crate may use of the others.
const ALLOWED: &[(&str, &[&str])] = &[
    ("limbec_graph", &[]),
    ("limbec_schema", &[]),
    ("limbec_python", &[]),
    ("limbec_script", &[]),
    ("limbec_sql", &["limbec_schema"]),
    ("limbec_macros", &["limbec_graph", "limbec_script"]),
    (
        "limbec",
        &[
            "limbec_graph",
            "limbec_macros",
            "limbec_schema",
            "limbec_python",
            "limbec_script",
            "limbec_sql",
        ],
    ),
    ("limbec_cli", &["limbec", "limbec_graph"]),
    // Servers for tests; it uses none of the others.
    ("limbec_testing", &[]),
];

/// Crates that only one of ours may use.
const ONLY_IN: &[(&str, &str)] = &[
    ("ruff_python_parser", "limbec_python"),
    ("rusqlite", "limbec_sql"),
    ("clap", "limbec_cli"),
    ("tracing-subscriber", "limbec_cli"),
];

#[test]
fn dependencies_point_one_way() {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
            "--offline",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut seen = BTreeSet::new();
    for package in metadata["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        let (_, allowed) = ALLOWED
            .iter()
            .find(|(known, _)| *known == name)
            .unwrap_or_else(|| {
                panic!("{name} is a new crate: give it a row in ALLOWED and in ARCHITECTURE.md")
            });
        seen.insert(name.to_owned());
        for dependency in package["dependencies"].as_array().unwrap() {
            let used = dependency["name"].as_str().unwrap();
            let in_tests = dependency["kind"] == "dev";
            assert!(
                in_tests || !used.starts_with("limbec") || allowed.contains(&used),
                "{name} must not use {used}"
            );
            if let Some((_, owner)) = ONLY_IN.iter().find(|(krate, _)| *krate == used) {
                assert!(
                    in_tests || *owner == name,
                    "only {owner} may use {used}, not {name}"
                );
            }
        }
    }
    assert_eq!(seen.len(), ALLOWED.len(), "a crate of ALLOWED is gone");
}
