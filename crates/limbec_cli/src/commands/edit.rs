use std::path::{Path, PathBuf};
use std::process::Command;

use limbec::commands::{CommandError, Project};

use crate::args::EditArgs;

/// The editors that are looked for after `EDITOR` and `VISUAL`, as Alembic has them.
const EDITORS: [&str; 5] = ["sensible-editor", "editor", "nano", "vim", "code"];

/// `edit`
pub fn run(project: &Project, args: &EditArgs) -> Result<(), CommandError> {
    for file in project.files_to_edit(&args.revision)? {
        open(&file).map_err(|reason| CommandError::Refused {
            message: format!("Error executing editor ({reason})"),
            hints: vec!["set EDITOR to the program that you edit with".to_owned()],
        })?;
    }
    Ok(())
}

fn open(file: &Path) -> Result<(), String> {
    let editor = find_editor().ok_or(
        "No suitable editor found. Please set the \"EDITOR\" or \"VISUAL\" environment variables",
    )?;
    let status = Command::new(&editor)
        .arg(file)
        .status()
        .map_err(|error| error.to_string())?;
    if status.success() {
        return Ok(());
    }
    Err(format!(
        "Command '['{}', '{}']' returned non-zero exit status {}.",
        editor.display(),
        file.display(),
        status.code().unwrap_or(-1)
    ))
}

fn find_editor() -> Option<PathBuf> {
    let chosen: Vec<String> = ["EDITOR", "VISUAL"]
        .iter()
        .filter_map(|variable| std::env::var(variable).ok())
        .collect();
    if let Some(path) = chosen.iter().map(Path::new).find(|path| path.exists()) {
        return Some(path.to_owned());
    }
    let names = chosen
        .iter()
        .map(String::as_str)
        .filter(|name| !name.contains('/'))
        .chain(EDITORS);
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    names
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.exists())
}
