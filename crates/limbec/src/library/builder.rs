//! What a program says about the database and the run.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::embedded::Embedded;
use super::{Error, Limbec};
use crate::commands::{CommandError, Project};
use crate::config::{CommandOptions, Config, ConfigError};
use crate::runner::{Event, InterpretedHeaders, Interrupt, Reporter, SharedReporter};
use crate::script::ScriptDirectory;

/// Makes a [`Limbec`]; see [`Limbec::builder`] and [`Limbec::embedded`].
#[derive(Debug, Clone)]
#[must_use]
pub struct Builder {
    settings: Settings,
}

/// What was said.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(super) history: History,
    url: Option<String>,
    section: String,
    x: Vec<String>,
    reporter: SharedReporter,
    interrupt: Interrupt,
    /// Options of `[limbec]`.
    options: Vec<(&'static str, String)>,
}

/// Where the scripts are.
#[derive(Debug, Clone)]
pub(super) enum History {
    File(PathBuf),
    Embedded(&'static Embedded),
}

impl Builder {
    pub(super) fn of_file(config: &Path) -> Self {
        Self::of(History::File(config.to_owned()), None)
    }

    pub(super) fn of_embedded(history: &'static Embedded, url: String) -> Self {
        Self::of(History::Embedded(history), Some(url))
    }

    fn of(history: History, url: Option<String>) -> Self {
        Self {
            settings: Settings {
                history,
                url,
                section: crate::config::DEFAULT_INI_SECTION.to_owned(),
                x: Vec::new(),
                reporter: Arc::new(Silent),
                interrupt: Interrupt::new(),
                options: Vec::new(),
            },
        }
    }

    /// The database, instead of the one that the configuration or `env.py` names.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.settings.url = Some(url.into());
        self
    }

    /// The section of the configuration file, instead of `alembic`.
    pub fn section(mut self, name: impl Into<String>) -> Self {
        self.settings.section = name.into();
        self
    }

    /// An argument for `env.py`, as `-x` gives it: `tenant=acme`.
    pub fn x(mut self, argument: impl Into<String>) -> Self {
        self.settings.x.push(argument.into());
        self
    }

    /// Who is told what happens; nobody without this.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use limbec::{Embedded, EmbeddedScript};
    /// # static MIGRATIONS: Embedded = Embedded::new("migrations", &[EmbeddedScript { name: "a.sql", source:
    /// #     "-- users\n-- revision: 3f2a\n-- down_revision: none\n-- limbec:upgrade\nCREATE TABLE users (id INTEGER);\n" }]);
    /// # let folder = tempfile::tempdir()?;
    /// # let url = format!("sqlite:///{}", folder.path().join("app.db").display());
    /// use std::sync::{Arc, Mutex};
    /// use limbec::Limbec;
    /// use limbec::runner::{Event, Reporter};
    ///
    /// #[derive(Default)]
    /// struct Steps(Mutex<Vec<String>>);
    ///
    /// impl Reporter for Steps {
    ///     fn report(&self, event: Event<'_>) {
    ///         if let Event::StepFinished(step) = event {
    ///             self.0.lock().unwrap().push(step.text.to_owned());
    ///         }
    ///     }
    /// }
    ///
    /// // MIGRATIONS is limbec::embed!("migrations").
    /// let steps = Arc::new(Steps::default());
    /// let limbec = Limbec::embedded(&MIGRATIONS, url).reporter(steps.clone()).build()?;
    /// limbec.upgrade("head")?;
    /// assert_eq!(*steps.0.lock().unwrap(), ["upgrade  -> 3f2a, users"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn reporter(mut self, reporter: Arc<dyn Reporter>) -> Self {
        self.settings.reporter = reporter;
        self
    }

    /// What stops a run from another thread.
    pub fn interrupt(mut self, interrupt: &Interrupt) -> Self {
        self.settings.interrupt = interrupt.clone();
        self
    }

    /// How long to wait for another program that migrates the same database; 30 seconds without this.
    pub fn lock_timeout(self, timeout: Duration) -> Self {
        self.seconds("lock_timeout", timeout)
    }

    /// How long each statement of a migration may run; for ever without this. One that runs longer is ended, and its
    /// migration rolled back: [`Error::Migration`] with [`ScriptFailure::database`](crate::runner::ScriptFailure::database) of
    /// [`DbErrorKind::TimedOut`](crate::DbErrorKind::TimedOut).
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// # let versions = folder.path().join("migrations/versions");
    /// # std::fs::create_dir_all(&versions)?;
    /// # std::fs::write(versions.join("a.sql"), "-- slow\n-- revision: a1\n-- down_revision: none\n-- limbec:upgrade\n\
    /// #     CREATE TABLE t AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c;\n")?;
    /// # let ini = folder.path().join("alembic.ini");
    /// # std::fs::write(&ini, "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = sqlite://\n")?;
    /// use std::time::Duration;
    /// use limbec::{DbErrorKind, Error, Limbec};
    ///
    /// let limbec = Limbec::builder(&ini)
    ///     .statement_timeout(Duration::from_millis(50))
    ///     .build()?;
    /// match limbec.upgrade("head") {
    ///     Err(Error::Migration(failure)) => assert_eq!(failure.database, Some(DbErrorKind::TimedOut)),
    ///     other => panic!("{other:?}"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn statement_timeout(self, timeout: Duration) -> Self {
        self.seconds("statement_timeout", timeout)
    }

    fn seconds(mut self, name: &'static str, timeout: Duration) -> Self {
        let seconds = timeout.as_secs_f64().to_string();
        self.settings.options.push((name, seconds));
        self
    }

    /// The version table, instead of `alembic_version`, for a history of scripts in SQL; `env.py` says it itself.
    pub fn version_table(mut self, name: impl Into<String>) -> Self {
        self.settings.options.push(("version_table", name.into()));
        self
    }

    /// A folder whose files scripts in Python may read, beside those of the project. All else is closed to them:
    /// they write no files, start no programs and reach no network.
    pub fn read_path(mut self, folder: impl AsRef<Path>) -> Self {
        let folder = folder.as_ref().display().to_string();
        let mut known = self.settings.options.iter_mut();
        match known.rfind(|(name, _)| *name == "read_paths") {
            Some((_, folders)) => {
                folders.push(',');
                folders.push_str(&folder);
            }
            None => self.settings.options.push(("read_paths", folder)),
        }
        self
    }

    /// The history, once it has been found. The database is not opened.
    ///
    /// # Errors
    /// A configuration or a script folder that does not exist or cannot be read.
    pub fn build(self) -> Result<Limbec, Error> {
        self.settings.project()?;
        Ok(Limbec::with(self.settings))
    }
}

impl Settings {
    /// The project for one call.
    pub(super) fn project(&self) -> Result<Project, Error> {
        Ok(self.open()?)
    }

    fn open(&self) -> Result<Project, CommandError> {
        let config = self.config()?;
        match &self.history {
            History::File(_) => {
                let folders = config.get_prepend_sys_paths_list()?.unwrap_or_default();
                let runner = std::rc::Rc::new(InterpretedHeaders::new(folders, &self.interrupt));
                Project::open(
                    config,
                    runner,
                    self.reporter.clone(),
                    self.interrupt.clone(),
                )
            }
            History::Embedded(history) => {
                let scripts = ScriptDirectory::embedded(history)?;
                let (reporter, interrupt) = (self.reporter.clone(), self.interrupt.clone());
                Ok(Project::of_scripts(config, scripts, reporter, interrupt))
            }
        }
    }

    fn config(&self) -> Result<Config, ConfigError> {
        let mut config = match &self.history {
            History::File(file) if file.extension().is_some_and(|kind| kind == "toml") => {
                Config::from_files(None, Some(file))
            }
            History::File(file) => Config::from_files(Some(file), None),
            History::Embedded(_) => Config::new(),
        };
        config.config_ini_section.clone_from(&self.section);
        config.url_override.clone_from(&self.url);
        for (name, value) in &self.options {
            // The percent sign is the one character that means something in a value.
            config.set_section_option("limbec", name, &value.replace('%', "%%"))?;
        }
        if !self.x.is_empty() {
            config.cmd_opts = Some(CommandOptions {
                x: Some(self.x.clone()),
                name: self.section.clone(),
                ..CommandOptions::default()
            });
        }
        Ok(config)
    }

    /// Whether scripts may be interpreted.
    #[cfg(feature = "python")]
    pub(super) fn interprets(&self) -> bool {
        match &self.history {
            History::File(_) => !self
                .config()
                .is_ok_and(|config| ScriptDirectory::is_plain(&config)),
            History::Embedded(_) => false,
        }
    }
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings")
            .field("history", &self.history)
            .finish_non_exhaustive()
    }
}

/// Tells nobody.
struct Silent;

impl Reporter for Silent {
    fn report(&self, _event: Event<'_>) {}
}
