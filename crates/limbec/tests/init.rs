//! `init` of Limbec and of Alembic: the cases of `tests/init/cases.json` must print and write what `tests/init/record.py`
//! recorded with Alembic. Only the order of the template's files is free, because Alembic takes it from the disk.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use limbec::config::{CommandOptions, Config};
use limbec::script::{InitRequest, ScriptEvent, init};
use serde_json::{Value, json};

fn set_up(case: &Value, root: &Path) {
    std::fs::create_dir_all(root).unwrap();
    for name in case["folders"].as_array().into_iter().flatten() {
        std::fs::create_dir_all(root.join(name.as_str().unwrap())).unwrap();
    }
    for (name, text) in case["files"].as_object().into_iter().flatten() {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text.as_str().unwrap()).unwrap();
    }
}

fn files_below(folder: &Path, outer: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, outer, found);
        } else {
            found.push(path.strip_prefix(outer).unwrap().display().to_string());
        }
    }
}

fn locations(root: &Path) -> BTreeMap<&'static str, Vec<String>> {
    let mut found = BTreeMap::new();
    for name in ["alembic.ini", "pyproject.toml"] {
        if let Ok(text) = std::fs::read_to_string(root.join(name)) {
            let values = text
                .lines()
                .filter_map(|line| line.strip_prefix("script_location = "))
                .map(str::to_owned);
            found.insert(name, values.collect());
        }
    }
    found
}

fn run(case: &Value) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let outer = folder.path().canonicalize().unwrap();
    let root = outer.join("project");
    set_up(case, &root);
    std::env::set_current_dir(&root).unwrap();
    let quiet = case["quiet"].as_bool().unwrap_or_default();
    let mut config = Config::from_files(
        Some(Path::new("alembic.ini")),
        Some(Path::new("pyproject.toml")),
    );
    config.cmd_opts = Some(CommandOptions {
        quiet,
        ..CommandOptions::default()
    });
    let request = InitRequest {
        directory: case["directory"].as_str().unwrap(),
        template: case["template"].as_str().unwrap(),
        package: case["package"].as_bool().unwrap_or_default(),
    };
    let mut printed = String::new();
    let outcome = init(&config, request, &mut |event: ScriptEvent| {
        printed.push_str(&event.text(None, quiet))
    });
    if let Err(error) = &outcome {
        printed.push_str(&format!("FAILED: {error}\n"));
    }
    let mut lines: Vec<String> = printed
        .replace(outer.to_str().unwrap(), "OUTER")
        .lines()
        .map(str::to_owned)
        .collect();
    lines.sort();
    let mut files = Vec::new();
    files_below(&outer, &outer, &mut files);
    files.sort();
    let script_location = locations(&root);
    json!({ "ok": outcome.is_ok(), "stdout": lines, "files": files, "script_location": script_location })
}

#[test]
fn init_prints_and_writes_what_alembic_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/init");
    let read = |name: &str| -> Value {
        serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
    };
    let (cases, recorded) = (read("cases.json"), read("expected.json"));
    for case in cases.as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        assert_eq!(run(case), recorded[name], "{name}");
    }
}

#[test]
fn an_unknown_template_is_refused_before_anything_is_made() {
    let config = Config::from_files(Some(Path::new("alembic.ini")), None);
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("migrations");
    let request = InitRequest {
        directory: target.to_str().unwrap(),
        template: "nonesuch",
        package: false,
    };
    let error = init(&config, request, &mut |_| {}).unwrap_err();
    assert_eq!(error.to_string(), "No such template nonesuch");
    assert_eq!(
        error.hint(),
        Some("the templates are async, generic, multidb, pyproject, pyproject_async, sql")
    );
    assert!(!target.exists());
}
