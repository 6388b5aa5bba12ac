//! Whole configurations read by Limbec and by Alembic: every folder of `tests/config/cases` must give the values and errors
//! that `tests/config/record.py` recorded with Alembic.
//!
//! The options of Alembic depend on the current folder, so the cases run one after the other in this one process.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use limbec::config::{Config, ConfigError, ConfigValue};
use limbec::script::ScriptSettings;
use serde_json::{Map, Value, json};

fn texts(table: IndexMap<String, String>) -> Value {
    table
        .into_iter()
        .map(|(key, text)| (key, Value::from(text)))
        .collect()
}

fn value(value: ConfigValue) -> Value {
    match value {
        ConfigValue::Text(text) => json!(text),
        ConfigValue::Int(number) => json!(number),
        ConfigValue::Bool(flag) => json!(flag),
        ConfigValue::List(items) => json!(items),
        ConfigValue::Dict(table) => texts(table),
        ConfigValue::Dicts(tables) => tables.into_iter().map(texts).collect(),
    }
}

/// The answer as the recorder writes it.
fn attempt<T: Into<Value>>(outcome: Result<T, ConfigError>, here: &str) -> Value {
    match outcome {
        Ok(value) => {
            let text = serde_json::to_string(&value.into())
                .unwrap()
                .replace(here, "HERE");
            json!({ "value": serde_json::from_str::<Value>(&text).unwrap() })
        }
        Err(error) => {
            let exception = error.exception_name();
            match exception {
                "KeyError" | "TypeError" => json!({ "error": { "type": exception } }),
                _ => {
                    let text = error.to_string();
                    let message = text
                        .strip_prefix(&format!("{exception}: "))
                        .unwrap_or(&text);
                    json!({ "error": { "type": exception, "message": message } })
                }
            }
        }
    }
}

fn config() -> Config {
    let mut config = Config::from_files(
        Some(Path::new("alembic.ini")),
        Some(Path::new("pyproject.toml")),
    );
    if let Ok(section) = std::fs::read_to_string("section.txt") {
        config.config_ini_section = section.trim().to_owned();
    }
    config
}

fn hooks(config: &Config) -> Result<Value, ConfigError> {
    let hooks = config.get_hooks_list()?;
    let shown = hooks.into_iter().map(|hook| {
        let mut options: Map<String, Value> = hook
            .options
            .into_iter()
            .map(|(k, v)| (k, v.into()))
            .collect();
        options.insert("_hook_name".to_owned(), hook.name.into());
        Value::Object(options)
    });
    Ok(shown.collect())
}

fn settings(config: &Config) -> Value {
    let outcome = limbec::script::ScriptDirectory::from_config(
        config,
        std::rc::Rc::new(limbec::script::LiteralHeadersOnly),
    );
    match outcome {
        Ok(directory) => shown_settings(directory.settings()),
        Err(error) => {
            let kind = match &error {
                limbec::script::ScriptError::Config(error) => error.exception_name(),
                _ => "CommandError",
            };
            json!({ "error": { "type": kind, "message": error.to_string() } })
        }
    }
}

fn shown_settings(settings: &ScriptSettings) -> Value {
    json!({ "value": {
        "dir": settings.dir,
        "version_locations": settings.version_locations,
        "file_template": settings.file_template,
        "truncate_slug_length": settings.truncate_slug_length,
        "sourceless": settings.sourceless,
        "timezone": settings.timezone,
        "output_encoding": settings.output_encoding,
        "recursive_version_locations": settings.recursive_version_locations,
    } })
}

/// Answers the questions of `recorded` and gives the answers that differ.
fn differences(recorded: &Value, here: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |question: String, expected: &Value, actual: Value| {
        if *expected != actual {
            found.push(format!(
                "{question}\n  Alembic: {expected}\n  Limbec:  {actual}"
            ));
        }
    };
    for (name, expected) in recorded["options"].as_object().unwrap() {
        let actual = attempt(
            config()
                .get_alembic_option(name)
                .map(|found| found.map_or(Value::Null, value)),
            here,
        );
        compare(format!("get_alembic_option({name})"), expected, actual);
    }
    for (name, expected) in recorded["main_options"].as_object().unwrap() {
        compare(
            format!("get_main_option({name})"),
            expected,
            attempt(config().get_main_option(name), here),
        );
    }
    for (name, expected) in recorded["booleans"].as_object().unwrap() {
        let actual = attempt(config().get_alembic_boolean_option(name), here);
        compare(
            format!("get_alembic_boolean_option({name})"),
            expected,
            actual,
        );
    }
    let lists = [
        ("version_locations", config().get_version_locations_list()),
        ("prepend_sys_path", config().get_prepend_sys_paths_list()),
    ];
    for (name, outcome) in lists {
        compare(name.to_owned(), &recorded[name], attempt(outcome, here));
    }
    compare(
        "hooks".to_owned(),
        &recorded["hooks"],
        attempt(hooks(&config()), here),
    );
    let section = config()
        .get_section("alembic")
        .map(|found| found.map_or(Value::Null, texts));
    compare(
        "section".to_owned(),
        &recorded["section"],
        attempt(section, here),
    );
    let actual = serde_json::to_string(&settings(&config()))
        .unwrap()
        .replace(here, "HERE");
    compare(
        "settings".to_owned(),
        &masked(&recorded["settings"]),
        masked(&serde_json::from_str(&actual).unwrap()),
    );
    found
}

/// Paths of packages are absolute or not depending on how Python's import system was set up; both mean the same folder.
/// Errors of a kind that Python ends with a traceback have no wording to keep.
fn masked(settings: &Value) -> Value {
    let mut text = settings.to_string().replace("HERE/src/pkg", "src/pkg");
    if settings["error"]["type"] == "KeyError" || settings["error"]["type"] == "TypeError" {
        text = json!({ "error": { "type": settings["error"]["type"] } }).to_string();
    }
    serde_json::from_str::<Value>(&text.replace("ModuleNotFoundError", "ValueError")).unwrap()
}

#[test]
fn configurations_read_as_in_alembic() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/config/cases");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(cases)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    assert!(folders.len() >= 45, "the cases are there");
    let mut failures = Vec::new();
    for folder in folders {
        let recorded = std::fs::read_to_string(folder.join("expected.json")).unwrap();
        let recorded: Value = serde_json::from_str(&recorded).unwrap();
        std::env::set_current_dir(&folder).unwrap();
        for difference in differences(&recorded, folder.to_str().unwrap()) {
            failures.push(format!(
                "{}: {difference}",
                folder.file_name().unwrap().to_string_lossy()
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
