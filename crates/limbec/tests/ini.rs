//! INI files read by Limbec and by CPython: every case of `tests/ini/cases` must give the same sections, options, values and
//! errors as `tests/ini/record.py` recorded with CPython's `configparser`.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;

use limbec::config::{Ini, IniError};
use serde_json::{Value, json};

/// `{"value": …}` or `{"error": …}`, as the recorder writes it.
fn attempt(outcome: Result<Value, IniError>) -> Value {
    match outcome {
        Ok(value) => json!({ "value": value }),
        Err(error) => {
            json!({ "error": { "type": error.kind.exception_name(), "message": error.to_string() } })
        }
    }
}

fn section(ini: &Ini, name: &str) -> Value {
    let options: Vec<String> = ini
        .options(name)
        .unwrap()
        .into_iter()
        .map(str::to_owned)
        .collect();
    let raw = options
        .iter()
        .map(|key| (key.clone(), json!(ini.get_raw(name, key).unwrap())));
    let values = options
        .iter()
        .map(|key| (key.clone(), attempt(ini.get(name, key).map(Value::from))));
    let items = ini
        .items(name)
        .map(|items| json!(items.into_iter().map(|(k, v)| [k, v]).collect::<Vec<_>>()));
    json!({
        "options": options,
        "raw": Value::Object(raw.collect()),
        "values": Value::Object(values.collect()),
        "items": attempt(items),
    })
}

fn read(path: &Path) -> Value {
    let bytes = std::fs::read(path).unwrap();
    let first =
        String::from_utf8_lossy(bytes.split(|byte| *byte == b'\n').next().unwrap()).into_owned();
    let here = first.strip_prefix("# here: ").unwrap_or("/srv/app");
    let mut ini = Ini::new([("here", here)]);
    let name = Path::new(path.file_name().unwrap());
    if let Err(error) = ini.read_str(std::str::from_utf8(&bytes).unwrap(), name) {
        assert_points_into_the_file(&error);
        return attempt(Err(error));
    }
    let sections = ini
        .sections()
        .map(|name| (name.to_owned(), section(&ini, name)))
        .collect();
    json!({
        "defaults": ini.defaults().map(|(key, value)| [key, value]).collect::<Vec<_>>(),
        "sections": Value::Object(sections),
    })
}

/// Every error of the reader shows a line of the file, with a caret inside it.
fn assert_points_into_the_file(error: &IniError) {
    let location = error
        .location
        .as_deref()
        .expect("an error of the reader has a place");
    let width = location.text.chars().count();
    assert!(
        location.column <= width + 1 && location.column - 1 + location.length <= width.max(1),
        "{location:?}"
    );
    assert!(
        error.hint.is_some(),
        "an error of the reader says what to do"
    );
}

fn same_as_configparser(path: &Path) -> datatest_stable::Result<()> {
    let recorded: Value = serde_json::from_slice(&std::fs::read(path.with_extension("json"))?)?;
    let actual = read(path);
    if recorded == actual {
        return Ok(());
    }
    let (recorded, actual) = (
        serde_json::to_string_pretty(&recorded)?,
        serde_json::to_string_pretty(&actual)?,
    );
    Err(format!("configparser:\n{recorded}\nLimbec:\n{actual}").into())
}

datatest_stable::harness! {
    { test = same_as_configparser, root = "tests/ini/cases", pattern = r"\.ini$" },
}
