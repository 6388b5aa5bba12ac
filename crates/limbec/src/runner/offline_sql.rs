//! The SQL of single revisions, without a database and without `env.py`.

use std::sync::Arc;

use limbec_python::{PyResult, Value, Vm};
use limbec_sql::Dialect;

use super::error::{RunError, ScriptFailure};
use super::event::{Recorder, SharedReporter};
use super::interrupt::Interrupt;
use crate::script::Script;
use crate::script::ScriptDirectory;
use crate::script::bindings::alembic::{module_name, offline_context, operations_of};
use crate::script::failure;
use crate::script::interpreter::{Interpreter, Outside};

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
}

/// Renders revisions one by one, each on its own, as `show A:B --sql` prints them: values are
/// written into the statements, and the version table is left out.
pub struct OfflineRenderer<'a> {
    scripts: &'a ScriptDirectory,
    dialect: &'static dyn Dialect,
    interrupt: Interrupt,
}

impl<'a> OfflineRenderer<'a> {
    /// A renderer for a dialect, by SQLAlchemy's name (`sqlite`, `postgresql`, `mysql`, `mariadb`).
    ///
    /// Interpreting scripts needs a deep stack: use it inside
    /// [`run_on_big_stack`](limbec_python::run_on_big_stack).
    ///
    /// # Errors
    /// A dialect that does not exist.
    pub fn new(
        scripts: &'a ScriptDirectory,
        dialect: &str,
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
            Ok(text) => sql.upgrade = Some(text),
            Err(error) => sql.upgrade_error = Some(error),
        }
        match self.side(script, "downgrade")? {
            Ok(text) => sql.downgrade = Some(text),
            Err(error) => sql.downgrade_error = Some(error),
        }
        Ok(sql)
    }

    /// One side, in an interpreter of its own: what the other side or another script did to a
    /// module must not show.
    fn side(&self, script: &Script, name: &str) -> Result<Result<String, String>, RunError> {
        let recorder = Arc::new(Recorder::new());
        let reporter: SharedReporter = recorder.clone();
        let interpreter = Interpreter {
            prepend_sys_path: &self.scripts.settings().prepend_sys_path,
            project: Some(&self.scripts.settings().dir),
            outside: &Outside::default(),
            reporter: &reporter,
            interrupt: &self.interrupt,
            writes_sql: false,
        };
        let mut vm = interpreter
            .start()
            .map_err(|error| RunError::command(error.to_string()))?;
        let ran = run_side(&mut vm, self.dialect, script, name, &reporter);
        match ran {
            Ok(()) => Ok(Ok(recorder.recorded().sql)),
            Err(error) => match failure::run_error(&mut vm, &error) {
                interrupted @ RunError::Interrupted { .. } => Err(interrupted),
                RunError::Script(failure) => Ok(Err(describe(&failure))),
                other => Ok(Err(other.to_string())),
            },
        }
    }
}

fn run_side(
    vm: &mut Vm,
    dialect: &'static dyn Dialect,
    script: &Script,
    name: &str,
    reporter: &SharedReporter,
) -> PyResult<()> {
    let path = script.path.display().to_string();
    let module = vm.run_shared(&module_name(&path), &path, script.source.clone())?;
    let context = offline_context(vm, dialect, reporter)?;
    let manager = operations_of(vm, &context);
    vm.call_method(&manager, "__enter__", Vec::new())?;
    let function = vm.getattr(&Value::Module(module), name)?;
    vm.call(&function, Vec::new(), Vec::new())?;
    Ok(())
}

/// An error in one line, with its place.
fn describe(failure: &ScriptFailure) -> String {
    match &failure.place {
        Some(place) => format!("{}:{}: {}", place.file, place.line, failure.summary()),
        None => failure.summary(),
    }
}
