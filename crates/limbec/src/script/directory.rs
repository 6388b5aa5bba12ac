//! The folder with env.py, the script template and the revisions.

use std::cell::OnceCell;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use limbec_graph::{Revision, RevisionMap};
use rustc_hash::{FxHashMap, FxHashSet};

use super::error::ScriptError;
use super::header::{HeaderRunner, Looking};
use super::listing::Listing;
use super::naming::DEFAULT_FILE_TEMPLATE;
use super::python_env::PythonEnvironment;
use super::revision_file::{Language, Script, ScriptView};
use super::sql;
use crate::config::{Config, ConfigError, HookOptions};

/// Characters of a slug when the configuration says nothing, or says 0.
const DEFAULT_SLUG_LENGTH: usize = 40;

/// The settings of a script directory.
#[derive(Debug, Clone)]
pub struct ScriptSettings {
    /// The scripts are inside of the program: the folder is where they were when it was compiled.
    pub embedded: bool,
    /// The folder.
    pub dir: PathBuf,
    /// `version_locations` as written; empty when the option is not set.
    pub version_locations: Vec<String>,
    /// `file_template`.
    pub file_template: String,
    /// `truncate_slug_length`.
    pub truncate_slug_length: usize,
    /// `sourceless`.
    pub sourceless: bool,
    /// `output_encoding`.
    pub output_encoding: String,
    /// `timezone`.
    pub timezone: Option<String>,
    /// `post_write_hooks`.
    pub hooks: Vec<HookOptions>,
    /// `recursive_version_locations`.
    pub recursive_version_locations: bool,
    /// `prepend_sys_path`: where modules of the project are imported from.
    pub prepend_sys_path: Vec<String>,
}

/// The script directory. Its revisions are read when something first asks for them.
pub struct ScriptDirectory {
    settings: ScriptSettings,
    runner: Rc<dyn HeaderRunner>,
    loaded: OnceCell<Loaded>,
}

/// The revisions.
#[derive(Default)]
struct Loaded {
    map: RevisionMap,
    scripts: Vec<Script>,
    warnings: Vec<String>,
}

impl ScriptDirectory {
    /// The same directory, its revisions yet to be read.
    #[must_use]
    pub fn reopened(&self) -> Self {
        Self {
            settings: self.settings.clone(),
            runner: self.runner.clone(),
            loaded: OnceCell::new(),
        }
    }

    /// The directory that the configuration names.
    ///
    /// # Errors
    /// When an option is missing or cannot be used, or the folder does not exist.
    pub fn from_config(config: &Config, runner: Rc<dyn HeaderRunner>) -> Result<Self, ScriptError> {
        let settings = ScriptSettings::from_config(config)?;
        if !settings.dir.exists() {
            return Err(ScriptError::command_with_hint(
                format!(
                    "Path doesn't exist: {}.  Please use the 'init' command to create a new scripts folder.",
                    settings.dir.display()
                ),
                "check script_location in the configuration, and the folder in which you run the command",
            ));
        }
        Ok(Self::new(settings, runner))
    }

    /// Whether a configuration names a directory without env.py, whose commands never interpret Python.
    #[must_use]
    pub fn is_plain(config: &Config) -> bool {
        ScriptSettings::from_config(config).is_ok_and(|settings| {
            settings.dir.exists()
                && !settings.dir.join("env.py").exists()
                && !settings.dir.join("script.py.mako").exists()
        })
    }

    /// The scripts inside of a program. There is no folder, and nothing can be written.
    ///
    /// # Errors
    /// A graph that does not hang together, though the compiler has looked at it.
    pub(crate) fn embedded(history: &crate::library::Embedded) -> Result<Self, ScriptError> {
        let folder = Path::new(history.folder()).join("versions");
        let scripts = history.scripts().iter().map(|script| {
            Script::of_sql(&folder.join(script.name), script.name, script.source.into())
        });
        let loaded = Loaded::build(scripts.collect::<Result<_, _>>()?, Vec::new())?;
        Ok(Self {
            settings: ScriptSettings::embedded(history.folder()),
            runner: Rc::new(super::LiteralHeadersOnly),
            loaded: OnceCell::from(loaded),
        })
    }

    /// A directory with the given settings.
    #[must_use]
    pub fn new(settings: ScriptSettings, runner: Rc<dyn HeaderRunner>) -> Self {
        Self {
            settings,
            runner,
            loaded: OnceCell::new(),
        }
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &ScriptSettings {
        &self.settings
    }

    /// The path of env.py.
    #[must_use]
    pub fn env_py(&self) -> PathBuf {
        self.settings.dir.join("env.py")
    }

    /// Whether there is an env.py. A project without one has scripts in SQL, and its configuration names the database.
    #[must_use]
    pub fn has_env_py(&self) -> bool {
        !self.settings.embedded && self.env_py().exists()
    }

    /// The folders that hold revisions, absolute.
    ///
    /// # Errors
    /// When one of them is in a Python package that cannot be found.
    pub fn version_locations(&self) -> Result<Vec<PathBuf>, ScriptError> {
        let settings = &self.settings;
        if settings.version_locations.is_empty() {
            return Ok(vec![absolute(&settings.dir.join("versions"))]);
        }
        let resolve = |written: &String| {
            resource_path(written, "version_locations", &settings.prepend_sys_path)
        };
        settings
            .version_locations
            .iter()
            .map(|written| Ok(absolute(&resolve(written)?)))
            .collect()
    }

    /// The graph of the revisions.
    ///
    /// # Errors
    /// When a revision file cannot be read, or the graph has a mistake.
    pub fn revision_map(&self) -> Result<&RevisionMap, ScriptError> {
        Ok(&self.loaded()?.map)
    }

    /// All revision files, in the order in which they were found.
    ///
    /// # Errors
    /// As [`ScriptDirectory::revision_map`].
    pub fn scripts(&self) -> Result<&[Script], ScriptError> {
        Ok(&self.loaded()?.scripts)
    }

    /// What reading the revisions gave reason to warn about: a file found twice, two files with one identifier.
    ///
    /// # Errors
    /// As [`ScriptDirectory::revision_map`].
    pub fn warnings(&self) -> Result<&[String], ScriptError> {
        Ok(&self.loaded()?.warnings)
    }

    /// The file of a revision of this directory's graph.
    #[must_use]
    pub fn script(&self, revision: &Revision) -> Option<&Script> {
        self.loaded.get()?.scripts.get(revision.payload())
    }

    /// The revision with exactly this identifier, with its file.
    ///
    /// # Errors
    /// As [`ScriptDirectory::revision_map`].
    pub fn script_by_id(&self, id: &str) -> Result<Option<ScriptView<'_>>, ScriptError> {
        Ok(self
            .revision_map()?
            .revision(id)
            .and_then(|revision| self.view(revision)))
    }

    /// A revision with its file, for the texts about it.
    #[must_use]
    pub fn view<'a>(&'a self, revision: &'a Revision) -> Option<ScriptView<'a>> {
        Some(ScriptView {
            revision,
            script: self.script(revision)?,
            current: false,
        })
    }

    /// Reads one revision file of this directory; `None` for a file that is no revision.
    pub(super) fn read_script(&self, path: &Path) -> Result<Option<Script>, ScriptError> {
        Script::from_path(path, self.settings.sourceless, self.runner.as_ref())
    }

    /// Adds a file that was just written, and rebuilds the graph.
    pub(super) fn add_script(&mut self, script: Script) -> Result<Vec<String>, ScriptError> {
        let mut scripts = self
            .loaded
            .take()
            .map(|loaded| loaded.scripts)
            .unwrap_or_default();
        scripts.push(script);
        let loaded = Loaded::build(scripts, Vec::new())?;
        let warnings = loaded.warnings.clone();
        self.loaded = OnceCell::from(loaded);
        Ok(warnings)
    }

    /// The revision files one by one, whether or not they make a graph, and what is wrong with those that cannot be read.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn scripts_alone(&self) -> Result<(Vec<Script>, Vec<ScriptError>), ScriptError> {
        let (mut scripts, mut problems) = (Vec::new(), Vec::new());
        let looking = Looking(self.runner.as_ref());
        for folder in self.version_locations()? {
            if !folder.exists() {
                continue;
            }
            for path in self.listing().files(&folder)? {
                match Script::from_path(&path, self.settings.sourceless, &looking) {
                    Ok(script) => scripts.extend(script),
                    Err(error) => problems.push(error),
                }
            }
        }
        Ok((scripts, problems))
    }

    fn listing(&self) -> Listing {
        Listing {
            recursive: self.settings.recursive_version_locations,
            sourceless: self.settings.sourceless,
        }
    }

    fn loaded(&self) -> Result<&Loaded, ScriptError> {
        if let Some(loaded) = self.loaded.get() {
            return Ok(loaded);
        }
        let loaded = self.load()?;
        Ok(self.loaded.get_or_init(|| loaded))
    }

    fn load(&self) -> Result<Loaded, ScriptError> {
        let listing = self.listing();
        let (mut scripts, mut warnings): (Vec<Script>, _) = (Vec::new(), Vec::new());
        let mut unnamed = None;
        let mut seen = FxHashSet::default();
        for folder in self
            .version_locations()?
            .iter()
            .filter(|folder| folder.exists())
        {
            for real in listing.files(folder)? {
                if !seen.insert(real.clone()) {
                    warnings.push(format!(
                        "File {} loaded twice! ignoring. Please ensure version_locations is unique.",
                        real.display()
                    ));
                    continue;
                }
                match self.read_script(&real)? {
                    Some(script) => scripts.push(script),
                    None if is_sql(&real) => unnamed = unnamed.or(Some(real)),
                    None => {}
                }
            }
        }
        if let Some(path) = unnamed
            && !self.has_env_py()
            && scripts.iter().all(|script| is_sql(&script.path))
        {
            // Scripts in Python may read files of SQL that lie beside them; here it must be a mistake.
            return Err(ScriptError::Revision {
                message: format!("{} does not say which revision it is", path.display()),
                path,
                location: None,
                hint: Some(
                    "write `-- revision:` and `-- down_revision:` at its top, or move the file out of the folder"
                        .to_owned(),
                ),
            });
        }
        Loaded::build(scripts, warnings)
    }
}

fn is_sql(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "sql")
}

impl Loaded {
    fn build(scripts: Vec<Script>, mut warnings: Vec<String>) -> Result<Self, ScriptError> {
        one_file_each(&scripts)?;
        let revisions = scripts
            .iter()
            .enumerate()
            .map(|(payload, script)| script.to_revision(payload));
        let (map, found) = RevisionMap::build(revisions)?;
        warnings.extend(found.iter().map(ToString::to_string));
        Ok(Self {
            map,
            scripts,
            warnings,
        })
    }
}

/// Two files of one revision are a warning of Alembic's where both are Python, and the later one counts. Scripts in SQL
/// it does not see: there such a mistake is refused.
fn one_file_each(scripts: &[Script]) -> Result<(), ScriptError> {
    let mut seen: FxHashMap<&str, &Script> = FxHashMap::default();
    for script in scripts {
        let Some(other) = seen.insert(&script.revision, script) else {
            continue;
        };
        let (first, second) = match script.language {
            Language::Sql => (other, script),
            Language::Python => (script, other),
        };
        if second.language == Language::Sql {
            return Err(sql::present_twice(
                &second.path,
                &second.source,
                &second.revision,
                &first.path,
            ));
        }
    }
    Ok(())
}

impl ScriptSettings {
    fn embedded(folder: &str) -> Self {
        Self {
            embedded: true,
            dir: PathBuf::from(folder),
            version_locations: Vec::new(),
            file_template: DEFAULT_FILE_TEMPLATE.to_owned(),
            truncate_slug_length: DEFAULT_SLUG_LENGTH,
            sourceless: false,
            output_encoding: "utf-8".to_owned(),
            timezone: None,
            hooks: Vec::new(),
            recursive_version_locations: false,
            prepend_sys_path: Vec::new(),
        }
    }

    /// The settings that the configuration has.
    ///
    /// # Errors
    /// When an option is missing or cannot be used.
    pub fn from_config(config: &Config) -> Result<Self, ScriptError> {
        let script_location = config.script_location()?;
        let slug_length = config.int_option("truncate_slug_length")?;
        let prepend_sys_path = config.get_prepend_sys_paths_list()?.unwrap_or_default();
        let recursive_version_locations = config.known_boolean("recursive_version_locations")?;
        let dir = resource_path(&script_location, "script_location", &prepend_sys_path)?;
        let version_locations = config.get_version_locations_list()?.unwrap_or_default();
        let text = |name: &str, default: &str| -> Result<String, ConfigError> {
            Ok(config
                .text_option(name)?
                .unwrap_or_else(|| default.to_owned()))
        };
        Ok(Self {
            embedded: false,
            dir,
            version_locations,
            file_template: text("file_template", DEFAULT_FILE_TEMPLATE)?,
            truncate_slug_length: slug_length
                .and_then(|length| usize::try_from(length).ok())
                .filter(|length| *length > 0)
                .unwrap_or(DEFAULT_SLUG_LENGTH),
            sourceless: config.known_boolean("sourceless")?,
            output_encoding: text("output_encoding", "utf-8")?,
            timezone: config.text_option("timezone")?,
            hooks: config.get_hooks_list()?,
            recursive_version_locations,
            prepend_sys_path,
        })
    }
}

/// A folder: a path, or `package:folder` for a folder inside a Python package.
fn resource_path(
    written: &str,
    option: &str,
    prepend_sys_path: &[String],
) -> Result<PathBuf, ScriptError> {
    if Path::new(written).is_absolute() || !written.contains(':') {
        return Ok(python_path(written));
    }
    let mut parts = written.split(':');
    let package = parts.next().unwrap_or_default();
    let roots = module_roots(prepend_sys_path);
    let below: PathBuf = package.split('.').collect();
    let folder = roots
        .iter()
        .map(|root| root.join(&below))
        .find(|folder| folder.is_dir());
    let Some(mut folder) = folder else {
        let looked: Vec<String> = roots
            .iter()
            .map(|root| root.display().to_string())
            .collect();
        return Err(ScriptError::Config(ConfigError::Value {
            message: format!("No module named {}", crate::config::pytext::repr(package)),
            location: None,
            hint: Some(format!(
                "{option} means a folder of the Python package {package}, which was looked for in {}; set prepend_sys_path \
                 to the folder that contains it, or write a path without a colon",
                looked.join(", ")
            )),
        }));
    };
    folder.extend(parts);
    Ok(folder)
}

/// Where packages are looked for: `prepend_sys_path`, `PYTHONPATH`, virtual environments, and the current folder with its
/// `src`, where the package of a project is that `pip install -e` has made known to Python.
fn module_roots(prepend_sys_path: &[String]) -> Vec<PathBuf> {
    let from_environment = std::env::var_os("PYTHONPATH").unwrap_or_default();
    prepend_sys_path
        .iter()
        .map(PathBuf::from)
        .chain(std::env::split_paths(&from_environment).filter(|path| !path.as_os_str().is_empty()))
        .chain(PythonEnvironment::find().site_packages())
        .chain([PathBuf::from("."), PathBuf::from("src")])
        .collect()
}

/// The path as Python's `pathlib` shows it: without `.` parts and doubled separators.
pub(super) fn python_path(written: &str) -> PathBuf {
    let path: PathBuf = Path::new(written)
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    if path.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        path
    }
}

/// Python's `Path.absolute()`: `..` stays.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
