//! `init`: the files of a new project.

use std::path::{Path, PathBuf};

use super::directory::{absolute, python_path};
use super::error::ScriptError;
use super::event::{Notify, ScriptEvent, status};
use super::mako::{TemplateArgs, TemplateValue};
use super::template_engine::PlainTemplates;
use super::write::{self, Source};
use crate::config::{Config, Pyproject};
use crate::templates::{self, Template, TemplateFile};

/// What `init` is asked for.
#[derive(Debug, Clone, Copy)]
pub struct InitRequest<'a> {
    /// The folder to make.
    pub directory: &'a str,
    /// `-t`.
    pub template: &'a str,
    /// `--package`.
    pub package: bool,
}

/// The text of `list_templates`.
#[must_use]
pub fn list_templates_text() -> String {
    let mut text = "Available templates:\n\n".to_owned();
    // The text is Alembic's, and so are the templates that it lists; `sql` is Limbec's own.
    for template in templates::all()
        .iter()
        .filter(|template| template.name != "sql")
    {
        text.push_str(&format!("{} - {}\n", template.name, template.synopsis()));
    }
    text.push_str("\nTemplates are used via the 'init' command, e.g.:\n\n  alembic init --template generic ./scripts\n");
    text
}

/// Makes a new project.
///
/// # Errors
/// When the folder is in use, there is no such template, or a file cannot be written.
pub fn init(
    config: &Config,
    request: InitRequest<'_>,
    notify: Notify<'_>,
) -> Result<(), ScriptError> {
    let directory = python_path(request.directory);
    check_free(&directory)?;
    let template =
        templates::find(request.template).ok_or_else(|| no_such_template(request.template))?;
    if !directory.exists() {
        write::create_folder(&directory, notify)?;
    }
    let versions = directory.join("versions");
    write::create_folder(&versions, notify)?;
    let project = Project::new(config, &directory)?;
    for file in template.files {
        project.write(file, notify)?;
    }
    if request.package {
        for folder in [&directory, &versions] {
            let path = absolute(folder).join("__init__.py");
            status(notify, format!("Adding {}", path.display()), || {
                std::fs::write(&path, "").map_err(|error| ScriptError::io("write", &path, &error))
            })?;
        }
    }
    notify(ScriptEvent::Message {
        text: project.farewell(template),
        even_if_quiet: false,
    });
    Ok(())
}

fn check_free(directory: &Path) -> Result<(), ScriptError> {
    if !directory.exists() {
        return Ok(());
    }
    let mut entries =
        std::fs::read_dir(directory).map_err(|error| ScriptError::io("read", directory, &error))?;
    if entries.next().is_none() {
        return Ok(());
    }
    Err(ScriptError::command_with_hint(
        format!(
            "Directory {} already exists and is not empty",
            directory.display()
        ),
        "name another folder; a project that is there already needs no init",
    ))
}

fn no_such_template(name: &str) -> ScriptError {
    let names: Vec<&str> = templates::all()
        .iter()
        .map(|template| template.name)
        .collect();
    ScriptError::command_with_hint(
        format!("No such template {name}"),
        format!("the templates are {}", names.join(", ")),
    )
}

/// Where the files of the new project go.
struct Project<'a> {
    directory: &'a Path,
    ini: PathBuf,
    toml: PathBuf,
}

impl<'a> Project<'a> {
    fn new(config: &Config, directory: &'a Path) -> Result<Self, ScriptError> {
        let file = |name: &Option<String>, default: &str| {
            absolute(Path::new(name.as_deref().unwrap_or(default)))
        };
        Ok(Self {
            directory,
            ini: file(&config.config_file_name, "alembic.ini"),
            toml: file(&config.toml_file_name, "pyproject.toml"),
        })
    }

    fn write(&self, file: &TemplateFile, notify: Notify<'_>) -> Result<(), ScriptError> {
        let source = Source {
            path: Path::new(file.name),
            text: file.text,
        };
        if file.name.starts_with("alembic.ini") && self.ini.exists() {
            let text = format!("File {} already exists, skipping", self.ini.display());
            notify(ScriptEvent::Message {
                text,
                even_if_quiet: false,
            });
            return Ok(());
        }
        // Alembic's `--quiet` does not reach the part of it that writes these files.
        let notify: Notify<'_> = &mut |event: ScriptEvent| notify(event.always());
        match file.name {
            "alembic.ini.mako" => write::generate(
                &source,
                &self.ini,
                "utf-8",
                &self.args(&self.ini),
                &PlainTemplates,
                notify,
            ),
            "alembic.ini" => {
                let location = self.location(&self.ini);
                let text = file.text.replace("{script_location}", &location);
                write::copy(&text, &self.ini, notify)
            }
            "pyproject.toml.mako" if self.toml.exists() => self.extend_toml(&source, notify),
            "pyproject.toml.mako" => write::generate(
                &source,
                &self.toml,
                "utf-8",
                &self.args(&self.toml),
                &PlainTemplates,
                notify,
            ),
            name => write::copy(file.text, &self.directory.join(name), notify),
        }
    }

    fn extend_toml(&self, source: &Source<'_>, notify: Notify<'_>) -> Result<(), ScriptError> {
        if !Pyproject::mentions_alembic(&self.toml)? {
            return write::append(source, &self.toml, &self.args(&self.toml), notify);
        }
        let text = format!(
            "File {} already exists and already has a [tool.alembic] section, skipping",
            self.toml.display()
        );
        notify(ScriptEvent::Message {
            text,
            even_if_quiet: true,
        });
        Ok(())
    }

    /// `script_location` for a configuration file: relative to its folder, unless the user named an absolute folder.
    fn location(&self, config_file: &Path) -> String {
        if self.directory.is_absolute() {
            slashes(self.directory)
        } else {
            let folder = config_file.parent().unwrap_or(Path::new("/"));
            let relative = relative_to(&absolute(self.directory), folder);
            if relative.as_os_str().is_empty() {
                "%(here)s".to_owned()
            } else {
                format!("%(here)s/{}", slashes(&relative))
            }
        }
    }

    fn args(&self, config_file: &Path) -> TemplateArgs {
        let location = TemplateValue::Text(self.location(config_file));
        TemplateArgs::from_iter([("script_location".to_owned(), location)])
    }

    fn farewell(&self, template: &Template) -> String {
        let has_toml = template
            .files
            .iter()
            .any(|file| file.name == "pyproject.toml.mako");
        let ini = self.ini.display();
        if has_toml {
            format!(
                "Please edit configuration settings in {} and configuration/connection/logging settings in {ini} before \
                 proceeding.",
                self.toml.display()
            )
        } else {
            format!(
                "Please edit configuration/connection/logging settings in {ini} before proceeding."
            )
        }
    }
}

fn slashes(path: &Path) -> String {
    let shown = path.display().to_string();
    if cfg!(windows) {
        shown.replace('\\', "/")
    } else {
        shown
    }
}

/// The way from one absolute folder to another, going up with `..` where needed.
fn relative_to(path: &Path, from: &Path) -> PathBuf {
    let (path, from): (Vec<_>, Vec<_>) = (path.components().collect(), from.components().collect());
    let shared = path
        .iter()
        .zip(&from)
        .take_while(|(left, right)| left == right)
        .count();
    let up = from[shared..]
        .iter()
        .map(|_| std::path::Component::ParentDir);
    up.chain(path[shared..].iter().copied()).collect()
}
