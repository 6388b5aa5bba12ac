//! Writing files from templates, with the status lines that Alembic prints.

use std::io::Write;
use std::path::Path;

use super::directory::absolute;
use super::error::ScriptError;
use super::event::{Notify, status};
use super::mako::{self, TemplateArgs};
use super::template_engine::TemplateEngine;
use crate::config::pytext::repr;

/// A template to be rendered.
pub(super) struct Source<'a> {
    /// The name that errors show.
    pub path: &'a Path,
    /// The text.
    pub text: &'a str,
}

/// Renders a template to a file: `Generating /path/x.py ...  done`.
pub(super) fn generate(
    source: &Source<'_>,
    destination: &Path,
    encoding: &str,
    args: &TemplateArgs,
    engine: &dyn TemplateEngine,
    notify: Notify<'_>,
) -> Result<(), ScriptError> {
    status(
        notify,
        format!("Generating {}", absolute(destination).display()),
        || {
            let output = encode(&engine.render(source.path, source.text, args)?, encoding)?;
            std::fs::write(destination, output)
                .map_err(|error| ScriptError::io("write", destination, &error))
        },
    )
}

/// Renders a template to the end of an existing file, after an empty line.
pub(super) fn append(
    source: &Source<'_>,
    destination: &Path,
    args: &TemplateArgs,
    notify: Notify<'_>,
) -> Result<(), ScriptError> {
    status(
        notify,
        format!("Appending to existing {}", absolute(destination).display()),
        || {
            let output = mako::render(source.path, source.text, args)?;
            let failed = |error: std::io::Error| ScriptError::io("write", destination, &error);
            let mut file = std::fs::OpenOptions::new()
                .append(true)
                .open(destination)
                .map_err(failed)?;
            file.write_all(format!("\n\n{output}").as_bytes())
                .map_err(failed)
        },
    )
}

/// Writes a file as it is.
pub(super) fn copy(text: &str, destination: &Path, notify: Notify<'_>) -> Result<(), ScriptError> {
    status(
        notify,
        format!("Generating {}", absolute(destination).display()),
        || {
            std::fs::write(destination, text)
                .map_err(|error| ScriptError::io("write", destination, &error))
        },
    )
}

/// Makes a folder and those above it.
pub(super) fn create_folder(folder: &Path, notify: Notify<'_>) -> Result<(), ScriptError> {
    status(
        notify,
        format!("Creating directory {}", absolute(folder).display()),
        || {
            std::fs::create_dir_all(folder)
                .map_err(|error| ScriptError::io("create", folder, &error))
        },
    )
}

/// Makes a folder when it does not exist.
pub(super) fn ensure_folder(folder: &Path, notify: Notify<'_>) -> Result<(), ScriptError> {
    let folder = absolute(folder);
    if folder.exists() {
        Ok(())
    } else {
        create_folder(&folder, notify)
    }
}

/// The text in the encoding that `output_encoding` names, under the names that Python has for it.
fn encode(text: &str, encoding: &str) -> Result<Vec<u8>, ScriptError> {
    let name: String = encoding
        .to_lowercase()
        .chars()
        .map(|c| if c == '_' || c == ' ' { '-' } else { c })
        .collect();
    let highest = match name.as_str() {
        "utf-8" | "utf8" | "u8" | "utf" | "cp65001" => return Ok(text.as_bytes().to_vec()),
        "utf-8-sig" => return Ok([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        "ascii" | "us-ascii" | "646" => 0x7f,
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "8859" | "l1" | "cp819" => 0xff,
        _ => {
            return Err(ScriptError::command_with_hint(
                format!("unknown encoding: {encoding}"),
                "output_encoding may be utf-8, utf-8-sig, latin-1 or ascii; Limbec reads scripts in UTF-8",
            ));
        }
    };
    let encoded = text.chars().enumerate().map(|(position, c)| {
        u8::try_from(u32::from(c))
            .ok()
            .filter(|byte| *byte <= highest)
            .ok_or_else(|| {
                ScriptError::command_with_hint(
                    format!(
                        "'{name}' codec can't encode character {} in position {position}",
                        repr(&c.to_string())
                    ),
                    "set output_encoding = utf-8",
                )
            })
    });
    encoded.collect()
}
