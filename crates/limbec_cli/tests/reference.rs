//! The pages of the documentation that list what the code knows: options, variables, modules, names.
//!
//! `LIMBEC_UPDATE=1 cargo test -p limbec_cli --test reference` writes the tables of `python.md`, which stand between
//! comments `<!-- table: NAME -->` and `<!-- end -->`, into the pages of both languages.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use limbec::config::{ALEMBIC_OPTIONS, LIMBEC_OPTIONS};
use limbec::script::Understood;
use support::{limbec, stderr, stdout, workspace};

const LANGUAGES: [&str; 2] = ["en", "ru"];

#[test]
fn the_page_of_the_configuration_has_every_option() {
    for language in LANGUAGES {
        let page = page(language, "configuration");
        for option in ALEMBIC_OPTIONS.iter().chain(LIMBEC_OPTIONS) {
            assert!(
                page.contains(&format!("| `{option}` |")),
                "docs/{language}/configuration.md has no row for {option}"
            );
        }
    }
}

#[test]
fn the_page_of_the_configuration_has_every_variable() {
    let mut variables = Vec::new();
    variables_below(&workspace().join("crates"), &mut variables);
    assert!(variables.len() > 30, "{variables:?}");
    for language in LANGUAGES {
        let page = page(language, "configuration");
        for variable in &variables {
            assert!(
                page.contains(&format!("`{variable}`")),
                "docs/{language}/configuration.md does not have the variable {variable}"
            );
        }
    }
}

#[test]
fn the_tables_of_python_are_those_of_the_interpreter() {
    let tables = limbec::run_on_big_stack(tables).expect("a thread starts");
    for language in LANGUAGES {
        let text = page(language, "python");
        let updated = with_tables(&text, &tables);
        if std::env::var_os("LIMBEC_UPDATE").is_some() {
            let path = workspace().join(format!("docs/{language}/python.md"));
            std::fs::write(path, updated).unwrap();
        } else {
            assert!(
                text == updated,
                "docs/{language}/python.md is out of date: \
                 LIMBEC_UPDATE=1 cargo test -p limbec_cli --test reference"
            );
        }
    }
}

fn page(language: &str, name: &str) -> String {
    let path = workspace().join(format!("docs/{language}/{name}.md"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The variables of the environment that the sources name: `env::var("NAME")`, libpq's, and constants.
fn variables_below(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["tests", "examples", "limbec_testing"].contains(&name.as_str()) {
                variables_below(&path, found);
            }
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            for start in [
                "env::var(\"",
                "env::var_os(\"",
                "_VARIABLE: &str = \"",
                "environment(\"",
                ", \"PG",
                "[\"EDITOR\", \"",
                "[\"",
            ] {
                for (at, _) in text.match_indices(start) {
                    let quote = at + start.find('"').unwrap() + 1;
                    let variable: String =
                        text[quote..].chars().take_while(|c| *c != '"').collect();
                    let is_name = variable.len() > 2
                        && variable.chars().all(|c| c.is_ascii_uppercase() || c == '_');
                    let meant = start != "[\"" || variable == "EDITOR";
                    if is_name && meant && !found.contains(&variable) {
                        found.push(variable);
                    }
                }
            }
        }
    }
}

fn with_tables(text: &str, tables: &BTreeMap<&'static str, String>) -> String {
    let mut result = String::new();
    let mut rest = text;
    let mut seen = 0;
    while let Some((before, after)) = rest.split_once("<!-- table: ") {
        let (name, after) = after
            .split_once(" -->\n")
            .expect("a name and the end of the comment");
        let (_, after) = after
            .split_once("<!-- end -->")
            .expect("the end of the table");
        let table = tables
            .get(name)
            .unwrap_or_else(|| panic!("no table {name}"));
        result.push_str(&format!(
            "{before}<!-- table: {name} -->\n\n{table}\n<!-- end -->"
        ));
        rest = after;
        seen += 1;
    }
    assert_eq!(seen, tables.len(), "every table stands on the page");
    result + rest
}

/// The tables, by name.
fn tables() -> BTreeMap<&'static str, String> {
    let understood = Understood::collect().expect("the interpreter starts");
    let mut directives = String::new();
    for (name, signature, batch) in &understood.directives {
        directives.push_str(&format!("- `op.{name}({signature})`\n"));
        if let Some(batch) = batch {
            directives.push_str(&format!("  - `batch_op.{name}({batch})`\n"));
        }
    }
    let (mut there, mut not_there) = (String::new(), String::new());
    for (module, has, lacks) in &understood.sqlalchemy {
        if !has.is_empty() {
            there.push_str(&format!("- **{module}**: {}\n", code(has)));
        }
        if !lacks.is_empty() {
            not_there.push_str(&format!("- **{module}**: {}\n", code(lacks)));
        }
    }
    let packages = understood.packages.iter();
    let packages = packages.map(|(name, covers)| format!("- **{name}**: {covers}\n"));
    let python = python();
    BTreeMap::from([
        ("op", directives),
        ("sqlalchemy", there),
        ("not in sqlalchemy", not_there),
        ("packages", packages.collect()),
        ("builtins", python.0),
        ("stdlib", python.1),
        ("stubs", python.2),
    ])
}

/// Built-in names, modules with their names, and modules that can only be imported: asked of the binary by an `env.py`.
fn python() -> (String, String, String) {
    const ASK: &str = "import builtins, importlib, sys\n\
         def names(of):\n    return ' '.join(n for n in dir(of) if n.isidentifier() and not n.startswith('_'))\n\
         print('builtins:', names(builtins))\n\
         for known in sorted(set(sys.stdlib_module_names)):\n    \
             if not known.startswith('_') and known != 'builtins':\n        \
                 print(known + ':', names(importlib.import_module(known)))\n";
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("migrations/versions")).unwrap();
    std::fs::write(folder.path().join("migrations/env.py"), ASK).unwrap();
    std::fs::write(
        folder.path().join("alembic.ini"),
        "[alembic]\nscript_location = migrations\n",
    )
    .unwrap();
    let output = limbec()
        .arg("current")
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let (mut builtins, mut modules, mut stubs) = (String::new(), String::new(), Vec::new());
    let text = stdout(&output);
    for (name, names) in text.lines().filter_map(|line| line.split_once(':')) {
        let known: Vec<&str> = names.split_whitespace().collect();
        match (name, known.is_empty()) {
            ("builtins", _) => builtins = code(&known) + "\n",
            (_, true) => stubs.push(name),
            _ => modules.push_str(&format!("- **{name}**: {}\n", code(&known))),
        }
    }
    (builtins, modules, code(&stubs) + "\n")
}

/// Names as code, between spaces.
fn code(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(" ")
}
