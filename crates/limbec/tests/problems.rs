//! What a person is shown when a configuration is wrong: every file of `tests/problems` has a `.txt` beside it with the error,
//! the line with a caret under the mistake, and the hint. `UPDATE_EXPECT=1 cargo test` writes these files anew.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::rc::Rc;

use limbec::config::{Config, Location};
use limbec::script::{LiteralHeadersOnly, ScriptDirectory, ScriptError};

/// Asks for all that a command may ask for, and gives the first error.
fn first_error(config: &Config) -> Result<(), ScriptError> {
    let directory = ScriptDirectory::from_config(config, Rc::new(LiteralHeadersOnly))?;
    directory.version_locations()?;
    directory.new_rev_id(config)?;
    config.asbool_option("revision_environment")?;
    config.get_section("alembic")?;
    Ok(())
}

fn shown(error: &ScriptError) -> String {
    let mut text = format!("error: {error}\n");
    if let Some(Location {
        file,
        line,
        column,
        length,
        text: source,
    }) = error.location()
    {
        let name = file.file_name().unwrap().to_string_lossy();
        let caret = format!("{}{}", " ".repeat(column - 1), "^".repeat(*length));
        text.push_str(&format!(
            "  --> {name}:{line}:{column}\n  | {source}\n  | {caret}\n"
        ));
    }
    if let Some(hint) = error.hint() {
        text.push_str(&format!("hint: {hint}\n"));
    }
    text
}

fn is_explained(path: &Path) -> datatest_stable::Result<()> {
    let is_toml = path
        .extension()
        .is_some_and(|extension| extension == "toml");
    let absent = path.with_extension("absent");
    let config = if is_toml {
        Config::from_files(Some(&absent), Some(path))
    } else {
        Config::from_files(Some(path), Some(&absent))
    };
    let error = first_error(&config).err().ok_or("an error was expected")?;
    let folder = path
        .canonicalize()?
        .parent()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned();
    let actual = shown(&error)
        .replace(&folder, "HERE")
        .replace(path.parent().unwrap().to_str().unwrap(), "HERE");
    let expected = path.with_extension("txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(expected, actual)?;
        return Ok(());
    }
    let recorded = std::fs::read_to_string(expected)?;
    (recorded == actual)
        .then_some(())
        .ok_or_else(|| format!("expected:\n{recorded}\nactual:\n{actual}").into())
}

datatest_stable::harness! {
    { test = is_explained, root = "tests/problems", pattern = r"\.(ini|toml)$" },
}
