//! Revision files read by Limbec and by Alembic: every folder of `tests/scripts/cases` must give the revisions, the order, the
//! texts and the errors that `tests/scripts/record.py` recorded with Alembic.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::rc::Rc;

use limbec::config::Config;
use limbec::script::{LiteralHeadersOnly, ScriptDirectory, ScriptError, ScriptView, TextOptions};
use serde_json::{Map, Value, json};

fn directory(folder: &Path) -> Result<ScriptDirectory, ScriptError> {
    let ini = folder.join("alembic.ini");
    let mut config = Config::from_files(Some(&ini), None);
    config
        .set_main_option("script_location", folder.to_str().unwrap())
        .unwrap();
    if let Ok(options) = std::fs::read(folder.join("options.json")) {
        let options: Map<String, Value> = serde_json::from_slice(&options).unwrap();
        for (name, value) in options {
            config
                .set_main_option(&name, value.as_str().unwrap())
                .unwrap();
        }
    }
    ScriptDirectory::from_config(&config, Rc::new(LiteralHeadersOnly))
}

fn texts(view: ScriptView<'_>) -> Value {
    let plain = TextOptions::default();
    let doc = TextOptions {
        doc: true,
        parents: true,
        ..plain
    };
    let branches = TextOptions {
        branches: true,
        doc: true,
        tree_indicators: false,
        ..plain
    };
    json!({
        "str": view.to_string(),
        "log_entry": view.log_entry(),
        "plain": view.cmd_format(false, plain),
        "doc": view.cmd_format(false, doc),
        "branches": view.cmd_format(false, branches),
        "path": view.script.path,
    })
}

fn answers(folder: &Path) -> Result<Value, ScriptError> {
    let directory = directory(folder)?;
    let order: Vec<&str> = directory
        .scripts()?
        .iter()
        .map(|script| script.revision.as_str())
        .collect();
    let mut scripts = Map::new();
    for id in &order {
        scripts.insert(
            (*id).to_owned(),
            texts(directory.script_by_id(id)?.unwrap()),
        );
    }
    Ok(json!({ "order": order, "scripts": scripts, "warnings": directory.warnings()? }))
}

/// Alembic prints sets of names in random order.
fn sorted_sets(answers: &mut Value) {
    for texts in answers["scripts"]
        .as_object_mut()
        .into_iter()
        .flat_map(|scripts| scripts.values_mut())
    {
        let entry = texts["log_entry"].as_str().unwrap().to_owned();
        let lines = entry.split('\n').map(|line| match line.split_once(": ") {
            Some((title @ ("Branches into" | "Branch names"), names)) => {
                let mut names: Vec<&str> = names.split(", ").collect();
                names.sort_unstable();
                format!("{title}: {}", names.join(", "))
            }
            _ => line.to_owned(),
        });
        texts["log_entry"] = lines.collect::<Vec<String>>().join("\n").into();
    }
}

fn same_as_alembic(expected: &Path) -> datatest_stable::Result<()> {
    let folder = expected.parent().unwrap().canonicalize()?;
    let mut recorded: Value = serde_json::from_slice(&std::fs::read(expected)?)?;
    let outcome = answers(&folder).unwrap_or_else(|error| json!({ "error": error.to_string() }));
    let mut actual: Value = serde_json::from_str(
        &outcome
            .to_string()
            .replace(folder.to_str().unwrap(), "HERE"),
    )?;
    sorted_sets(&mut recorded);
    sorted_sets(&mut actual);
    if recorded == actual {
        return Ok(());
    }
    Err(format!("Alembic:\n{recorded:#}\nLimbec:\n{actual:#}").into())
}

datatest_stable::harness! {
    { test = same_as_alembic, root = "tests/scripts/cases", pattern = r"expected\.json$" },
}
