//! An interpreter for the scripts of a project.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use limbec_python::{Output, PyResult, Value, Vm};

use super::importer::ProjectImporter;
use super::mapped_types::MappedTypes;
use super::sql_file;
use crate::config::{Config, ConfigError, ConfigValue};
use crate::runner::{Event, Interrupt, SharedReporter};

/// `read_paths`, `log_paths` and `types` of `[limbec]`.
#[derive(Debug, Clone, Default)]
pub struct Outside {
    /// Folders whose files may be read, beside those of the project and `/run/secrets`.
    pub read_paths: Vec<PathBuf>,
    /// Folders in which log handlers may append to files, beside the project and `/var/log`.
    pub log_paths: Vec<PathBuf>,
    /// The column types that are mapped to DDL.
    pub types: MappedTypes,
}

impl Outside {
    /// As the configuration says it.
    ///
    /// # Errors
    /// A value that cannot be substituted.
    pub fn of(config: &Config) -> Result<Self, ConfigError> {
        let folders = |name: &str| -> Result<Vec<PathBuf>, ConfigError> {
            let text = match config.get_limbec_option(name)? {
                Some(ConfigValue::Text(text)) => text,
                Some(ConfigValue::List(items)) => items.join(","),
                _ => String::new(),
            };
            let parts = text.split([',', '\n']).map(str::trim);
            Ok(parts
                .filter(|part| !part.is_empty())
                .map(PathBuf::from)
                .collect())
        };
        Ok(Self {
            read_paths: folders("read_paths")?,
            log_paths: folders("log_paths")?,
            types: MappedTypes::of(config)?,
        })
    }

    /// With the folders of the revisions, which `version_locations` may have anywhere, and the script folders around them.
    pub fn reading(mut self, locations: Vec<PathBuf>) -> Self {
        for location in locations {
            let around = location.parent().filter(|at| at.join("env.py").exists());
            self.read_paths.extend(around.map(Path::to_owned));
            self.read_paths.push(location);
        }
        self
    }
}

/// What an interpreter for a project is made from.
pub struct Interpreter<'a> {
    /// `prepend_sys_path`: where the project's modules are.
    pub prepend_sys_path: &'a [String],
    /// The folder that the configuration is in.
    pub project: Option<&'a Path>,
    /// The folders outside of the project that scripts may use.
    pub outside: &'a Outside,
    /// Who is told what scripts print.
    pub reporter: &'a SharedReporter,
    /// What stops the scripts.
    pub interrupt: &'a Interrupt,
    /// Whether scripts may write files of SQL: those of a `--sql` run, whose output they are.
    pub writes_sql: bool,
}

impl Interpreter<'_> {
    /// A new interpreter: no module is imported yet.
    ///
    /// # Errors
    /// Never in practice: only if the interpreter's own `sys` could not be imported.
    pub fn start(&self) -> PyResult<Vm> {
        super::bindings::reset();
        let current_dir = std::env::current_dir().ok();
        let allowed = limbec_python::Config::default();
        let outside = self.outside;
        let root = project_root(self.project, current_dir.as_deref());
        let own = [&current_dir, &root].into_iter().flatten();
        let own = own.flat_map(|folder| [folder.clone(), folder.join("src")]);
        let importer = Box::new(ProjectImporter {
            types: outside.types.clone(),
            own: own.collect(),
        });
        let config = limbec_python::Config {
            read_paths: [&*allowed.read_paths, &*outside.read_paths].concat(),
            log_paths: [&*allowed.log_paths, &*outside.log_paths].concat(),
            environment: std::env::vars().collect(),
            project_root: root,
            current_dir,
            argv: vec!["alembic".to_owned()],
            interrupt: self.interrupt.flag(),
            create: self.writes_sql.then(sql_file::creator),
            original: Some(Rc::new(super::bindings::original_has)),
            idle_packages: super::bindings::IDLE_PACKAGES,
            descriptive_keywords: &["existing_type"],
            ..limbec_python::Config::default()
        };
        let output = Box::new(ToReporter(Arc::clone(self.reporter)));
        let mut vm = Vm::new(config, importer, output);
        match vm.import("sys") {
            Ok(sys) => vm.setattr(&sys, "path", Value::list(self.search_path()))?,
            Err(error) if vm.error_is(&error, "ModuleNotFoundError") => {}
            Err(error) => return Err(error),
        }
        Ok(vm)
    }

    /// `sys.path`: the project's folders and `PYTHONPATH`.
    fn search_path(&self) -> Vec<Value> {
        let from_environment = std::env::var_os("PYTHONPATH").unwrap_or_default();
        let configured = self.prepend_sys_path.iter().map(PathBuf::from);
        configured
            .chain(std::env::split_paths(&from_environment))
            .map(|path| Value::str(path.display().to_string()))
            .collect()
    }
}

/// The folder that scripts may read: the repository or package around the folder that the command runs in, or around
/// the one of the configuration where that lies elsewhere.
fn project_root(project: Option<&Path>, current: Option<&Path>) -> Option<PathBuf> {
    let folder = project_folder(project, current)?;
    Some(surrounding(&folder).map_or(folder.clone(), Path::to_owned))
}

/// The nearest folder of a repository, or else of a Python package, that a folder is in. Neither the root of the file
/// system nor the home of the user is one.
fn surrounding(folder: &Path) -> Option<&Path> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let holds = |marks: &[&str]| {
        folder
            .ancestors()
            .filter(|at| at.parent().is_some() && home.as_deref() != Some(at))
            .find(|at| marks.iter().any(|mark| at.join(mark).exists()))
    };
    holds(&[".git", ".hg"]).or_else(|| holds(&["pyproject.toml", "setup.py", "setup.cfg"]))
}

fn project_folder(project: Option<&Path>, current: Option<&Path>) -> Option<PathBuf> {
    match (project, current) {
        (Some(project), Some(current)) => {
            let project = std::path::absolute(current.join(project)).ok()?;
            Some(if project.starts_with(current) {
                current.to_owned()
            } else {
                project
            })
        }
        (Some(folder), None) | (None, Some(folder)) => Some(folder.to_owned()),
        (None, None) => None,
    }
}

/// Sends what scripts print to the reporter.
struct ToReporter(SharedReporter);

impl Output for ToReporter {
    fn stdout(&mut self, text: &str) {
        self.0.report(Event::Print(text));
    }

    fn stderr(&mut self, text: &str) {
        self.0.report(Event::Diagnostic(text));
    }
}
