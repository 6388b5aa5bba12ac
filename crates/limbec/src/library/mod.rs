//! The library as programs use it: open a history, upgrade a database, ask where it is.

mod builder;
mod embedded;
mod error;

pub use builder::Builder;
pub use embedded::{Embedded, EmbeddedScript};
pub use error::Error;

use std::path::Path;

use builder::Settings;

use crate::commands::{CommandError, MigrateRequest, Project, StampRequest};
use crate::runner::Absence;

/// A history of migrations and the database that it is for.
///
/// Every call opens the database anew and closes it again: a `Limbec` holds no connection, can be cloned, sent to other
/// threads and used from several at once. Two programs that migrate one database wait for each other. The calls block;
/// inside of an asynchronous runtime they belong into `spawn_blocking` or its like.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let versions = folder.path().join("migrations/versions");
/// # std::fs::create_dir_all(&versions)?;
/// # std::fs::write(versions.join("a.sql"), "-- users\n-- revision: 3f2a\n-- down_revision: none\n\n-- limbec:upgrade\n\
/// #     CREATE TABLE users (id INTEGER PRIMARY KEY);\n\n-- limbec:downgrade\nDROP TABLE users;\n")?;
/// # let ini = folder.path().join("alembic.ini");
/// # std::fs::write(&ini, format!("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = sqlite:///{}\n",
/// #     folder.path().join("app.db").display()))?;
/// use limbec::Limbec;
///
/// let limbec = Limbec::open(&ini)?;
/// assert!(!limbec.is_at_head()?);
/// let applied = limbec.upgrade("head")?;
/// assert_eq!(applied, ["upgrade  -> 3f2a, users"]);
/// assert_eq!(limbec.current()?, ["3f2a"]);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Limbec {
    settings: Settings,
}

/// A revision that a database does not have yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The identifier.
    pub revision: String,
    /// The first paragraph of the message.
    pub message: String,
}

/// What an upgrade would run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedStep {
    /// The revision.
    pub revision: String,
    /// Its SQL. A script in Python that looks at the database cannot be written without one: then the reason stands
    /// here.
    pub sql: Result<String, String>,
}

impl Limbec {
    /// The history and the database of a configuration file: `alembic.ini` or `pyproject.toml`.
    ///
    /// # Errors
    /// A file that does not exist or cannot be read, and an option that cannot be used. The database is not opened.
    pub fn open(config: impl AsRef<Path>) -> Result<Self, Error> {
        Self::builder(config).build()
    }

    /// The same, with more to say about it.
    ///
    /// ```no_run
    /// use std::time::Duration;
    /// use limbec::Limbec;
    ///
    /// # fn main() -> Result<(), limbec::Error> {
    /// let limbec = Limbec::builder("alembic.ini")
    ///     .url("postgresql://app@localhost/app")
    ///     .lock_timeout(Duration::from_secs(60))
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn builder(config: impl AsRef<Path>) -> Builder {
        Builder::of_file(config.as_ref())
    }

    /// A history inside of the program, and the database of a URL. See [`embed!`](crate::embed).
    pub fn embedded(history: &'static Embedded, url: impl Into<String>) -> Builder {
        Builder::of_embedded(history, url.into())
    }

    pub(crate) fn with(settings: Settings) -> Self {
        Self { settings }
    }

    /// Run the migrations up to a target: `head`, a revision, `+1`. Says which were run, as the log names them.
    ///
    /// # Errors
    /// A target that cannot be reached; a migration that fails, which leaves nothing of itself behind; a database that
    /// cannot be opened or is locked for too long.
    pub fn upgrade(&self, target: &str) -> Result<Vec<String>, Error> {
        let request = request(target);
        let ran = self.project(|project| project.upgrade(&request))?;
        Ok(ran.steps)
    }

    /// Run the migrations back to a target: `base`, a revision, `-1`.
    ///
    /// # Errors
    /// As [`Limbec::upgrade`].
    pub fn downgrade(&self, target: &str) -> Result<Vec<String>, Error> {
        let request = request(target);
        let ran = self.project(|project| project.downgrade(&request))?;
        Ok(ran.steps)
    }

    /// Note that the database is at a target, without running anything.
    ///
    /// # Errors
    /// As [`Limbec::upgrade`].
    pub fn stamp(&self, target: &str) -> Result<(), Error> {
        let request = StampRequest {
            revisions: vec![target.to_owned()],
            ..StampRequest::default()
        };
        self.project(|project| project.stamp(&request))?;
        Ok(())
    }

    /// The revisions that the database is at: none where it has never been migrated, several in the middle of a history
    /// with branches.
    ///
    /// # Errors
    /// A database that cannot be opened, and one that is at a revision which the history does not have.
    pub fn current(&self) -> Result<Vec<String>, Error> {
        let reports = self.project(|project| project.current(|_, _| Ok(())))?;
        let heads = reports.into_iter().flat_map(|report| report.heads);
        Ok(heads.map(|head| head.to_string()).collect())
    }

    /// The newest revisions of the history. The database is not asked.
    ///
    /// # Errors
    /// A history that cannot be read or does not hang together.
    pub fn heads(&self) -> Result<Vec<String>, Error> {
        let heads = self.project(|project| project.heads(false))?;
        Ok(heads
            .into_iter()
            .map(|head| head.revision.to_string())
            .collect())
    }

    /// Whether the database has all migrations of the history.
    ///
    /// # Errors
    /// As [`Limbec::current`].
    pub fn is_at_head(&self) -> Result<bool, Error> {
        let reports = self.project(|project| project.current(|_, _| Ok(())))?;
        Ok(reports.iter().all(|report| report.at_heads))
    }

    /// The migrations that an upgrade to all heads would run, the first one first.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use limbec::{Embedded, EmbeddedScript};
    /// # static MIGRATIONS: Embedded = Embedded::new("migrations", &[EmbeddedScript { name: "a.sql", source:
    /// #     "-- users\n-- revision: 3f2a\n-- down_revision: none\n-- limbec:upgrade\nCREATE TABLE users (id INTEGER);\n" }]);
    /// # let folder = tempfile::tempdir()?;
    /// # let url = format!("sqlite:///{}", folder.path().join("app.db").display());
    /// use limbec::Limbec;
    ///
    /// // MIGRATIONS is limbec::embed!("migrations").
    /// let limbec = Limbec::embedded(&MIGRATIONS, url).build()?;
    /// for pending in limbec.pending()? {
    ///     println!("{}: {}", pending.revision, pending.message);
    /// }
    /// # assert_eq!(limbec.pending()?[0].message, "users");
    /// limbec.upgrade("head")?;
    /// assert!(limbec.pending()?.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Limbec::current`].
    pub fn pending(&self) -> Result<Vec<Pending>, Error> {
        self.project(|project| {
            let mut pending = Vec::new();
            for found in project.pending("heads")?.revisions {
                let view = project.scripts().script_by_id(&found)?;
                pending.push(Pending {
                    revision: found.to_string(),
                    message: view.map_or_else(String::new, |view| view.script.doc().to_owned()),
                });
            }
            Ok(pending)
        })
    }

    /// The SQL that an upgrade to a target would run, migration by migration.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use limbec::{Embedded, EmbeddedScript};
    /// # static MIGRATIONS: Embedded = Embedded::new("migrations", &[EmbeddedScript { name: "a.sql", source:
    /// #     "-- users\n-- revision: 3f2a\n-- down_revision: none\n-- limbec:upgrade\nCREATE TABLE users (id INTEGER);\n" }]);
    /// # let folder = tempfile::tempdir()?;
    /// # let url = format!("sqlite:///{}", folder.path().join("app.db").display());
    /// use limbec::Limbec;
    ///
    /// // MIGRATIONS is limbec::embed!("migrations").
    /// let limbec = Limbec::embedded(&MIGRATIONS, url).build()?;
    /// let plan = limbec.plan("head")?;
    /// assert_eq!(plan[0].revision, "3f2a");
    /// assert_eq!(plan[0].sql.as_deref(), Ok("CREATE TABLE users (id INTEGER);\n\n"));
    /// assert!(limbec.current()?.is_empty(), "nothing has been run");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Limbec::upgrade`]; nothing is run.
    pub fn plan(&self, target: &str) -> Result<Vec<PlannedStep>, Error> {
        self.project(|project| {
            let pending = project.pending(target)?;
            let mut steps = Vec::new();
            for found in pending.revisions {
                for shown in project.show_sql(&found, pending.dialect, Absence::Refuse)? {
                    let sql = shown.sql;
                    steps.push(PlannedStep {
                        revision: shown.revision.to_string(),
                        sql: sql.upgrade.ok_or(sql.upgrade_error.unwrap_or_default()),
                    });
                }
            }
            Ok(steps)
        })
    }

    /// Work with the project, on a thread with a deep stack where scripts may be interpreted.
    fn project<T: Send>(
        &self,
        work: impl FnOnce(&mut Project) -> Result<T, CommandError> + Send,
    ) -> Result<T, Error> {
        let settings = &self.settings;
        let run = || work(&mut settings.project()?).map_err(Error::from);
        #[cfg(feature = "python")]
        if settings.interprets() {
            return limbec_python::run_on_big_stack(run)
                .unwrap_or_else(|error| Err(Error::thread(&error)));
        }
        run()
    }
}

impl std::fmt::Debug for Limbec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Limbec")
            .field("history", &self.settings.history)
            .finish_non_exhaustive()
    }
}

fn request(target: &str) -> MigrateRequest {
    MigrateRequest {
        revision: target.to_owned(),
        ..MigrateRequest::default()
    }
}
