//! The SQL of single revisions, without a database and without `env.py`.

use limbec_sql::Dialect;

use super::error::RunError;
use super::interrupt::Interrupt;
#[cfg(feature = "python")]
use super::offline_python;
#[cfg(not(feature = "python"))]
use super::without_python as offline_python;
use crate::config::Config;
use crate::script::sql::{Direction, SqlProgram};
use crate::script::{Language, Script, ScriptDirectory, ScriptError};
use offline_python::Outside;

/// The SQL of one revision. A side that cannot be rendered without a database has an error in
/// place of its SQL, and leaves the other side alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RevisionSql {
    /// What `upgrade()` writes.
    pub upgrade: Option<String>,
    /// What `downgrade()` writes.
    pub downgrade: Option<String>,
    /// Why `upgrade()` wrote nothing.
    pub upgrade_error: Option<String>,
    /// Why `downgrade()` wrote nothing.
    pub downgrade_error: Option<String>,
    /// What was assumed of packages that are not there; see [`Absence::Assume`].
    pub upgrade_assumed: Vec<String>,
    /// The same for `downgrade()`.
    pub downgrade_assumed: Vec<String>,
}

/// What a script may do with packages of its application that are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// Import them, and nothing else: as in a run.
    Refuse,
    /// Be looked at all the same: what is absent is true where a condition asks for it, and its calls are left out, each
    /// with a note. Nothing is run by this.
    Assume,
}

/// What a side writes, and what was assumed for it.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub sql: String,
    pub assumed: Vec<String>,
}

/// Renders revisions one by one, each on its own, as `show A:B --sql` prints them: values are
/// written into the statements, and the version table is left out.
pub struct OfflineRenderer<'a> {
    scripts: &'a ScriptDirectory,
    dialect: &'static dyn Dialect,
    outside: Outside,
    absence: Absence,
    interrupt: Interrupt,
}

impl<'a> OfflineRenderer<'a> {
    /// A renderer for a dialect, by SQLAlchemy's name (`sqlite`, `postgresql`, `mysql`, `mariadb`). `types` and
    /// `read_paths` of `[limbec]` hold as in a run.
    ///
    /// Interpreting scripts needs a deep stack: use it inside
    /// [`run_on_big_stack`](limbec_python::run_on_big_stack).
    ///
    /// # Errors
    /// A dialect that does not exist, and options of `[limbec]` that cannot be read.
    pub fn new(
        scripts: &'a ScriptDirectory,
        config: &Config,
        dialect: &str,
        absence: Absence,
        interrupt: &Interrupt,
    ) -> Result<Self, RunError> {
        let Some(dialect) = limbec_sql::dialect(dialect) else {
            return Err(RunError::Command {
                message: format!("Can't load plugin: sqlalchemy.dialects:{dialect}"),
                hints: vec!["use sqlite, postgresql, mysql or mariadb".to_owned()],
            });
        };
        Ok(Self {
            scripts,
            dialect,
            outside: Outside::of(config)?.reading(scripts.version_locations()?),
            absence,
            interrupt: interrupt.clone(),
        })
    }

    /// The SQL of both sides of a revision.
    ///
    /// # Errors
    /// Only an interrupt; whatever the script does wrong is in the answer.
    pub fn render(&self, script: &Script) -> Result<RevisionSql, RunError> {
        let mut sql = RevisionSql::default();
        match self.side(script, "upgrade")? {
            Ok(side) => {
                sql.upgrade = Some(side.sql);
                sql.upgrade_assumed = side.assumed;
            }
            Err(error) => sql.upgrade_error = Some(error),
        }
        match self.side(script, "downgrade")? {
            Ok(side) => {
                sql.downgrade = Some(side.sql);
                sql.downgrade_assumed = side.assumed;
            }
            Err(error) => sql.downgrade_error = Some(error),
        }
        Ok(sql)
    }

    fn side(&self, script: &Script, name: &str) -> Result<Result<Side, String>, RunError> {
        if script.language == Language::Sql {
            let sql = sql_side(script, name, self.dialect);
            let side = sql.map(|sql| Side {
                sql,
                ..Side::default()
            });
            return Ok(side.map_err(|error| error.to_string()));
        }
        let outside = &self.outside;
        offline_python::side(
            self.scripts,
            script,
            name,
            self.dialect,
            outside,
            self.absence,
            &self.interrupt,
        )
    }
}

/// One side of a script in SQL.
fn sql_side(
    script: &Script,
    name: &str,
    dialect: &'static dyn Dialect,
) -> Result<String, ScriptError> {
    let direction = match name {
        "upgrade" => Direction::Upgrade,
        _ => Direction::Downgrade,
    };
    let program = SqlProgram::of(&script.path, &script.source, direction, dialect)?;
    let statements = program.steps.iter();
    Ok(statements
        .map(|statement| format!("{}\n\n", program.written(*statement)))
        .collect())
}
