//! What scripts may use, as the tables of the documentation show it.

use std::sync::Arc;

use limbec_python::PyResult;

use super::bindings::{alembic, packages, sqlalchemy};
use super::interpreter::{Interpreter, Outside};
use crate::runner::{Interrupt, Recorder, SharedReporter};

/// What of Alembic, SQLAlchemy and the packages beside them scripts may use.
#[derive(Debug, Clone, Default)]
pub struct Understood {
    /// The directives of `alembic.op` with their parameters, and those inside of a batch.
    pub directives: Vec<(&'static str, &'static str, Option<&'static str>)>,
    /// SQLAlchemy's modules: their names that there are, and those that there are not.
    pub sqlalchemy: Vec<(&'static str, Vec<&'static str>, Vec<&'static str>)>,
    /// The packages, and what each covers.
    pub packages: Vec<(&'static str, String)>,
}

impl Understood {
    /// Asks the interpreter's own tables.
    ///
    /// # Errors
    /// Never in practice: only if the interpreter's own modules could not be run.
    pub fn collect() -> PyResult<Self> {
        let reporter: SharedReporter = Arc::new(Recorder::new());
        let mut vm = Interpreter {
            prepend_sys_path: &[],
            project: None,
            outside: &Outside::default(),
            reporter: &reporter,
            interrupt: &Interrupt::new(),
            writes_sql: false,
        }
        .start()?;
        let directives = alembic::op::DIRECTIVES.iter().map(|directive| {
            let batch = directive.batch.as_ref().map(|batch| batch.signature);
            (directive.name, directive.signature, batch)
        });
        Ok(Self {
            directives: directives.collect(),
            sqlalchemy: sqlalchemy::coverage(&mut vm)?,
            packages: packages::coverage(),
        })
    }
}
