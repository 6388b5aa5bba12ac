//! New revisions of Limbec and of Alembic: the cases of `tests/generate/cases.json` must print and write, byte for byte, what
//! `tests/generate/record.py` recorded with Alembic and its own template.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use limbec::config::Config;
use limbec::script::{LiteralHeadersOnly, NewScript, ScriptDirectory, ScriptEvent};
use serde_json::{Map, Value, json};

fn set_up(case: &Value, outer: &Path) {
    std::fs::create_dir_all(outer.join("migrations/versions")).unwrap();
    let template = limbec::templates::find("generic").unwrap();
    let script = template
        .files
        .iter()
        .find(|file| file.name == "script.py.mako")
        .unwrap();
    std::fs::write(outer.join("migrations/script.py.mako"), script.text).unwrap();
    for name in case["folders"].as_array().into_iter().flatten() {
        std::fs::create_dir_all(outer.join(name.as_str().unwrap())).unwrap();
    }
    for (name, text) in case["files"].as_object().into_iter().flatten() {
        std::fs::write(outer.join(name), text.as_str().unwrap()).unwrap();
    }
    let mut options: Map<String, Value> = Map::new();
    options.insert("script_location".to_owned(), "%(here)s/migrations".into());
    options.insert("timezone".to_owned(), "UTC".into());
    options.extend(case["options"].as_object().cloned().unwrap_or_default());
    let lines: Vec<String> = options
        .iter()
        .map(|(name, value)| format!("{name} = {}\n", value.as_str().unwrap()))
        .collect();
    std::fs::write(
        outer.join("alembic.ini"),
        format!("[alembic]\n{}", lines.concat()),
    )
    .unwrap();
}

fn request(step: &Value) -> NewScript {
    let text = |name: &str| step[name].as_str().map(str::to_owned);
    let texts = |name: &str| -> Vec<String> {
        step[name]
            .as_array()
            .into_iter()
            .flatten()
            .map(|text| text.as_str().unwrap().to_owned())
            .collect()
    };
    let mut new = NewScript::new(text("rev_id").unwrap(), None);
    new.message = text("message");
    match &step["head"] {
        Value::String(head) => new.head = head.into(),
        Value::Array(_) => {
            let heads: Vec<limbec_graph::RevId> = texts("head")
                .iter()
                .map(|head| head.as_str().into())
                .collect();
            new.head = heads.into();
        }
        _ => {}
    }
    new.splice = step["splice"].as_bool().unwrap_or_default();
    new.branch_labels = text("branch_label").into_iter().collect();
    new.version_path = text("version_path");
    new.depends_on = texts("depends_on");
    new.moment = Some("2026-07-01T09:05:07.000120Z".parse().unwrap());
    new
}

fn files(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.insert(path.clone(), std::fs::read_to_string(path).unwrap());
        }
    }
}

fn run(directory: &mut ScriptDirectory, step: &Value, outer: &Path) -> Value {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    files(outer, &mut before);
    let mut printed = String::new();
    let outcome = directory.generate_revision(&request(step), &mut |event: ScriptEvent| {
        printed.push_str(&event.text(None, false));
    });
    files(outer, &mut after);
    let shown = |text: &str| text.replace(outer.to_str().unwrap(), "OUTER");
    let new: Map<String, Value> = after
        .into_iter()
        .filter(|(path, _)| !before.contains_key(path))
        .map(|(path, text)| {
            (
                path.strip_prefix(outer).unwrap().display().to_string(),
                text.into(),
            )
        })
        .collect();
    match outcome {
        Ok(script) => json!({
            "revision": script.map(|script| script.revision), "stdout": shown(&printed), "files": new,
        }),
        Err(error) => {
            json!({ "error": shown(&error.to_string()), "stdout": shown(&printed), "files": new })
        }
    }
}

#[test]
fn new_revisions_are_those_of_alembic() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/generate");
    let read = |name: &str| -> Value {
        serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
    };
    let (cases, recorded) = (read("cases.json"), read("expected.json"));
    for case in cases.as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let place = tempfile::tempdir().unwrap();
        let outer = place.path().canonicalize().unwrap();
        set_up(case, &outer);
        std::env::set_current_dir(&outer).unwrap();
        let config = Config::from_files(Some(&outer.join("alembic.ini")), None);
        let mut directory =
            ScriptDirectory::from_config(&config, Rc::new(LiteralHeadersOnly)).unwrap();
        for (number, step) in case["steps"].as_array().unwrap().iter().enumerate() {
            assert_eq!(
                run(&mut directory, step, &outer),
                recorded[name][number],
                "{name}, step {number}"
            );
        }
    }
}

/// Alembic has no such option; the cases of the graph crate have the details of the formats.
#[test]
fn revisions_are_numbered_where_a_format_is_set() {
    let sources = [
        (
            "alembic.ini",
            "[alembic]\nscript_location = %(here)s/migrations\nversion_num_format = %%04d\n",
        ),
        (
            "alembic.ini",
            "[alembic]\nscript_location = %(here)s/migrations\n[limbec]\nversion_num_format = %%04d\n",
        ),
        (
            "pyproject.toml",
            "[tool.alembic]\nscript_location = \"%(here)s/migrations\"\nversion_num_format = \"%%04d\"\n",
        ),
        (
            "pyproject.toml",
            "[tool.alembic]\nscript_location = \"%(here)s/migrations\"\n[tool.limbec]\nversion_num_format = \"%%04d\"\n",
        ),
    ];
    for (file, text) in sources {
        let place = tempfile::tempdir().unwrap();
        let outer = place.path().canonicalize().unwrap();
        set_up(&json!({}), &outer);
        std::fs::remove_file(outer.join("alembic.ini")).unwrap();
        std::fs::write(outer.join(file), text).unwrap();
        let config = Config::from_files(
            Some(&outer.join("alembic.ini")),
            Some(&outer.join("pyproject.toml")),
        );
        let mut directory =
            ScriptDirectory::from_config(&config, Rc::new(LiteralHeadersOnly)).unwrap();
        let mut written = Vec::new();
        for message in ["initial", "add email", "left"] {
            let id = directory.new_rev_id(&config).unwrap();
            let script = directory
                .generate_revision(&NewScript::new(id, Some(message)), &mut |_| {})
                .unwrap()
                .unwrap();
            written.push(
                script
                    .path
                    .file_name()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned(),
            );
        }
        assert_eq!(
            written,
            ["0001_initial.py", "0002_add_email.py", "0003_left.py"],
            "{file}: {text}"
        );
        let random = NewScript {
            head: "0002".into(),
            splice: true,
            ..NewScript::new("8bd76168eb7e", None)
        };
        directory.generate_revision(&random, &mut |_| {}).unwrap();
        assert_eq!(
            directory.new_rev_id(&config).unwrap(),
            "0004",
            "the number is free over all branches"
        );
    }
}
