//! Running the steps of a plan: the part of a run that is the same whoever runs the scripts.

use std::collections::VecDeque;
use std::rc::Rc;

use limbec_graph::{Heads, RevId, Step, VersionChange};
use limbec_schema::{Literal, Operation, SqlStatement};
use limbec_sql::connection::Ahead;
use limbec_sql::{Params, Statement};

use super::error::RunError;
use super::event::{Event, SharedReporter, StepInfo};
use super::interrupt::Interrupt;
use super::lock::MigrationLock;
use super::session::Session;
use super::sql_step;
use super::version_table::VersionTable;
use crate::config::TimeLimits;
use crate::script::host::{Host, HostError, Outcome};
use crate::script::sql::{Direction, SqlProgram};
use crate::script::{Language, ScriptDirectory};

/// What differs between a run of `env.py` and one without Python.
pub(crate) trait Runtime {
    /// What ends the run: an exception on its way through `env.py`, or the error itself.
    type Error;
    /// A script that is not SQL, ready to run.
    type Script;

    /// The database, or the writer.
    fn session(&self) -> &Rc<Session>;

    /// What the command asks for.
    fn request(&self) -> RunRequest;

    /// The version table.
    fn version(&self) -> &VersionTable;

    /// The scripts.
    fn scripts(&self) -> &Rc<ScriptDirectory>;

    /// Who is told what happens.
    fn reporter(&self) -> &SharedReporter;

    /// What stops the run.
    fn interrupt(&self) -> &Interrupt;

    /// Carry out an operation on the session.
    fn operation(&self, operation: &Operation) -> Result<(), HostError>;

    /// What the session has done is handed on, and its error becomes one of the run.
    fn finish<T>(&mut self, done: Result<T, HostError>) -> Result<T, Self::Error>;

    /// An error of the library.
    fn stop(&mut self, error: RunError) -> Self::Error;

    /// A statement of a script in SQL that failed: `error` is what the host says, `told` what is told of it.
    fn refused(&mut self, error: HostError, told: RunError) -> Self::Error;

    /// The revisions that the database is at; offline those that the run starts from.
    fn current_heads(&mut self) -> Result<Vec<RevId>, Self::Error>;

    /// Write a script instead of running some, where that is the command.
    fn generate(&mut self, rows: &[RevId]) -> Option<Result<(), Self::Error>>;

    /// Look at the database when all steps have been run, where the command wants that.
    fn look(&mut self) -> Result<(), Self::Error>;

    /// The steps to run.
    fn plan(&mut self, rows: &[RevId]) -> Result<Vec<Step>, Self::Error>;

    /// Read a script that is not SQL.
    fn load(&mut self, step: &Step, payload: usize) -> Result<Self::Script, Self::Error>;

    /// Run it.
    fn call(&mut self, script: &Self::Script) -> Result<(), Self::Error>;

    /// Let go of what has run.
    fn forget(&mut self, step: &Step, script: Option<Self::Script>);

    /// Whether a step is a transaction of its own.
    fn transaction(&self) -> StepTransaction;

    /// Whether the database gets nothing between the statements of two steps but the end of one transaction and
    /// the begin of the next: no function of `env.py` is called there.
    fn sends_nothing_of_its_own(&self) -> bool;

    /// Begin a real transaction.
    fn begin(&mut self) -> Result<(), Self::Error>;

    /// End it.
    fn end(&mut self, commit: bool) -> Result<(), Self::Error>;

    /// Let every statement commit itself; says whether there was a transaction.
    fn leave_transaction(&mut self) -> Result<bool, Self::Error>;

    /// End that.
    fn return_to_transaction(&mut self, resume: bool) -> Result<(), Self::Error>;

    /// Write a line that is no statement; nothing online.
    fn write(&mut self, text: &str) -> Result<(), Self::Error>;

    /// Log what happens to the version table.
    fn debug(&mut self, text: &str) -> Result<(), Self::Error>;

    /// Log that a step runs.
    fn announce(&mut self, text: &str) -> Result<(), Self::Error>;

    /// The step has been run, and the version table changed.
    fn applied(&mut self, step: &Step, heads: &Heads) -> Result<(), Self::Error>;

    /// A step is in the works, so that an error can name it; `None` once it is not.
    fn running(&mut self, step: Option<RunningStep>);

    /// A step has ended well.
    fn done(&mut self, text: &str);
}

/// What a command asks of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RunRequest {
    pub as_sql: bool,
    pub dont_mutate: bool,
    pub purge: bool,
    pub ensure_version_table: bool,
    pub limits: TimeLimits,
}

/// The transaction of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepTransaction {
    /// Nothing is begun here.
    None,
    /// `BEGIN` and `COMMIT` are written.
    Written,
    /// A transaction of the database.
    Real,
}

/// A step that is in the works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RunningStep {
    /// The whole line as Alembic logs it.
    pub text: String,
    /// Whether anything of it may have run.
    pub begun: bool,
}

/// Run what the command asks for on one database.
///
/// # Errors
/// What the command, the scripts and the database answer.
pub(crate) fn run_steps<R: Runtime>(runtime: &mut R) -> Result<(), R::Error> {
    let request = runtime.request();
    let mut run = Run {
        lock: MigrationLock::new(request.limits.lock),
        request,
        heads: Heads::new(Vec::new()),
        compiled: VecDeque::new(),
        runtime,
    };
    let done = run.all_steps();
    run.runtime.session().series_done();
    run.lock.release(run.runtime.session());
    done
}

struct Run<'a, R> {
    runtime: &'a mut R,
    request: RunRequest,
    heads: Heads,
    /// What the next changes of the version table were compiled to, where that was needed before they are made.
    compiled: VecDeque<Statement>,
    lock: MigrationLock,
}

/// The script of a step.
enum StepScript<S> {
    /// `versions/*.sql`.
    Sql(SqlProgram),
    /// What the runtime has read.
    Other(S),
}

/// What came of a step.
enum StepOutcome {
    /// It was run.
    Done,
    /// Another process has changed the version table since the plan was made.
    Overtaken,
}

impl<R: Runtime> Run<'_, R> {
    fn all_steps(&mut self) -> Result<(), R::Error> {
        let mut rows = self.prepare()?;
        loop {
            self.heads = Heads::new(rows.clone());
            if let Some(generated) = self.runtime.generate(&rows) {
                return generated;
            }
            let steps = self.runtime.plan(&rows)?;
            // All scripts are read before the first one runs: a mistake in the last is found while
            // nothing has been done.
            let scripts = self.load(&steps)?;
            if steps.len() > 1 {
                self.runtime.session().series_begins();
            }
            let mut overtaken = false;
            let mut coming = steps.iter().zip(scripts).peekable();
            while let Some((step, script)) = coming.next() {
                let next = coming.peek().map(|(step, script)| (*step, script.as_ref()));
                match self.step(step, script.as_ref(), next)? {
                    // What ran is done with: long histories would not fit otherwise.
                    StepOutcome::Done => match script {
                        Some(StepScript::Other(script)) => {
                            self.runtime.forget(step, Some(script));
                        }
                        Some(StepScript::Sql(_)) => {}
                        None => self.runtime.forget(step, None),
                    },
                    StepOutcome::Overtaken => {
                        overtaken = true;
                        break;
                    }
                }
            }
            if !overtaken {
                return self.runtime.look();
            }
            rows = self.read_rows()?;
        }
    }

    /// The revisions to start from; the version table is made where there is none.
    fn prepare(&mut self) -> Result<Vec<RevId>, R::Error> {
        let request = self.request;
        if !request.as_sql && !request.dont_mutate {
            let runtime = &*self.runtime;
            let locked =
                self.lock
                    .acquire_early(runtime.session(), runtime.reporter(), runtime.interrupt());
            self.runtime.finish(locked)?;
            if let Some(limit) = request.limits.statement {
                let limited = self.runtime.session().limit_statements(limit);
                self.runtime.finish(limited)?;
            }
        }
        if request.purge {
            if request.as_sql {
                let error = RunError::command("Can't use --purge with --sql mode");
                return Err(self.runtime.stop(error));
            }
            self.ensure_version_table(true)?;
            return Ok(Vec::new());
        }
        let rows = self.runtime.current_heads()?;
        if request.as_sql && request.ensure_version_table {
            let create = self.runtime.version().create();
            self.invoke(&create)?;
        }
        if !request.as_sql && rows.is_empty() && !request.dont_mutate {
            self.ensure_version_table(false)?;
        }
        Ok(rows)
    }

    fn ensure_version_table(&mut self, purge: bool) -> Result<(), R::Error> {
        if !purge && self.has_version_table()? {
            return Ok(());
        }
        let own = !self.runtime.session().in_transaction();
        if own {
            self.runtime.begin()?;
        }
        let made = self.make_version_table(purge);
        if own {
            self.runtime.end(made.is_ok())?;
        }
        made
    }

    fn make_version_table(&mut self, purge: bool) -> Result<(), R::Error> {
        // Whoever else migrates may have made the table since it was looked for.
        self.lock()?;
        let version = self.runtime.version().clone();
        if !self.has_version_table()? && !self.is_translated_table_there()? {
            self.invoke(&version.create())?;
        }
        if purge {
            self.statement(&version.delete_all())?;
        }
        Ok(())
    }

    fn has_version_table(&mut self) -> Result<bool, R::Error> {
        has_version_table(self.runtime)
    }

    /// Whether the table is there by the schema that `schema_translate_map` gives it: Alembic looks for it
    /// by its own, and makes it by the other.
    fn is_translated_table_there(&mut self) -> Result<bool, R::Error> {
        let version = self.runtime.version().clone();
        let session = self.runtime.session().clone();
        let own = version.schema.as_deref();
        let map = session.schema_map();
        let schema = map.of(own);
        if schema == own {
            return Ok(false);
        }
        let found = session.has_table(&version.name, schema);
        self.runtime.finish(found)
    }

    fn load(&mut self, steps: &[Step]) -> Result<Vec<Option<StepScript<R::Script>>>, R::Error> {
        let mut scripts = Vec::with_capacity(steps.len());
        for step in steps {
            let Some(payload) = step.payload() else {
                scripts.push(None);
                continue;
            };
            // An error here is one of this migration, though nothing of it has run.
            self.runtime.running(Some(RunningStep {
                text: step.to_string(),
                begun: false,
            }));
            let script = match self.sql_program(step, payload)? {
                Some(program) => StepScript::Sql(program),
                None => StepScript::Other(self.runtime.load(step, payload)?),
            };
            self.runtime.running(None);
            scripts.push(Some(script));
        }
        Ok(scripts)
    }

    /// The statements of a step whose script is SQL.
    fn sql_program(&mut self, step: &Step, payload: usize) -> Result<Option<SqlProgram>, R::Error> {
        let scripts = self.runtime.scripts().clone();
        let script = match scripts.scripts() {
            Ok(scripts) => scripts.get(payload),
            Err(error) => return Err(self.runtime.stop(error.into())),
        };
        let Some(script) = script.filter(|script| script.language == Language::Sql) else {
            return Ok(None);
        };
        let direction = match step.is_upgrade() {
            true => Direction::Upgrade,
            false => Direction::Downgrade,
        };
        let dialect = self.runtime.session().dialect();
        SqlProgram::of(&script.path, &script.source, direction, dialect)
            .map(Some)
            .map_err(|error| self.runtime.stop(error.into()))
    }

    /// Run a step; `next` is the one that follows.
    fn step(
        &mut self,
        step: &Step,
        script: Option<&StepScript<R::Script>>,
        next: Option<(&Step, Option<&StepScript<R::Script>>)>,
    ) -> Result<StepOutcome, R::Error> {
        let outcome = match self.runtime.transaction() {
            StepTransaction::None => self.step_inside(step, script)?,
            StepTransaction::Written => {
                self.runtime.write("BEGIN;")?;
                let outcome = self.step_inside(step, script)?;
                self.runtime.write("COMMIT;")?;
                outcome
            }
            StepTransaction::Real => {
                self.runtime.begin()?;
                let outcome = self.step_inside(step, script);
                if let (Ok(StepOutcome::Done), Some((next, Some(StepScript::Sql(program))))) =
                    (&outcome, next)
                {
                    self.send_ahead(next, program);
                }
                self.runtime.end(matches!(outcome, Ok(StepOutcome::Done)))?;
                outcome?
            }
        };
        if matches!(outcome, StepOutcome::Done) {
            self.finished(step);
        }
        Ok(outcome)
    }

    /// The step, inside of whatever transaction there is.
    fn step_inside(
        &mut self,
        step: &Step,
        script: Option<&StepScript<R::Script>>,
    ) -> Result<StepOutcome, R::Error> {
        let as_sql = self.request.as_sql;
        if !as_sql && self.lock()? {
            let rows = self.read_rows()?;
            let expected: Vec<&RevId> = self.heads.rows().collect();
            if rows.len() != expected.len() || !expected.iter().all(|row| rows.contains(row)) {
                return Ok(StepOutcome::Overtaken);
            }
        }
        if as_sql && self.heads.is_empty() {
            let create = self.runtime.version().create();
            self.invoke(&create)?;
        }
        let text = step.to_string();
        self.started(step, &text);
        self.runtime.announce(&text)?;
        if as_sql {
            self.runtime
                .write(&format!("-- Running {}", step.short_log()))?;
        }
        match script {
            Some(StepScript::Sql(program)) => sql_step::run(self.runtime, program, &text)?,
            Some(StepScript::Other(script)) => self.runtime.call(script)?,
            None => {}
        }
        self.move_heads(step)?;
        self.runtime.applied(step, &self.heads)?;
        Ok(StepOutcome::Done)
    }

    /// Let the end of this step's transaction go to the server together with the whole of the next step, where that
    /// is known: the way there and back is waited for once. What runs and what is told stay the same: each
    /// answer is read where it was read before, and the next step ends with its change of the version table, not
    /// committed, so that an error found in any of the answers rolls it back.
    fn send_ahead(&mut self, next: &Step, program: &SqlProgram) {
        let alone = self.runtime.sends_nothing_of_its_own();
        if !alone || program.steps.iter().any(|statement| statement.autocommit) {
            return;
        }
        let Some(changes) = self.version_statements(next) else {
            return;
        };
        self.compiled = changes.into();
        let script = program.steps.iter().map(|step| program.text(*step));
        let statements = script.chain(self.compiled.iter().map(|change| change.sql.as_str()));
        let coming: Vec<Ahead<'_>> = [Ahead::Commit, Ahead::Begin]
            .into_iter()
            .chain(statements.map(Ahead::Statement))
            .collect();
        self.runtime.session().send_ahead(&coming);
    }

    /// What a step that has not run yet will send to the version table.
    fn version_statements(&self, step: &Step) -> Option<Vec<Statement>> {
        let map = self.runtime.scripts().revision_map().ok()?;
        let transition = self.heads.clone().apply(map, step).ok()?;
        let compiled = transition.changes.iter().map(|change| {
            let statement = statement_of(self.runtime.version(), change);
            let compiled = self.runtime.session().compiled(&statement).ok()?;
            matches!(compiled.params, Params::None).then_some(compiled)
        });
        compiled.collect()
    }

    /// Take the lock; says whether the version table must be read again.
    fn lock(&mut self) -> Result<bool, R::Error> {
        let runtime = &*self.runtime;
        let locked = self
            .lock
            .acquire(runtime.session(), runtime.reporter(), runtime.interrupt());
        self.runtime.finish(locked)
    }

    fn move_heads(&mut self, step: &Step) -> Result<(), R::Error> {
        let scripts = self.runtime.scripts().clone();
        let map = scripts
            .revision_map()
            .map_err(|error| self.runtime.stop(error.into()))?;
        let transition = self
            .heads
            .apply(map, step)
            .map_err(|error| self.runtime.stop(error.into()))?;
        self.runtime.debug(&transition.to_string())?;
        for change in &transition.changes {
            self.change(change)?;
        }
        Ok(())
    }

    fn change(&mut self, change: &VersionChange) -> Result<(), R::Error> {
        let session = self.runtime.session();
        let compiled = match self.compiled.pop_front() {
            Some(compiled) => Ok(compiled),
            None => session.compiled(&statement_of(self.runtime.version(), change)),
        };
        let done = compiled.and_then(|compiled| session.run_compiled(&compiled));
        let outcome = self.runtime.finish(done)?;
        if self.request.as_sql {
            return Ok(());
        }
        let found = u64::try_from(outcome.rowcount).unwrap_or(1);
        let table = &self.runtime.version().name;
        change
            .check_matched(found, table)
            .map_err(|error| self.runtime.stop(error.into()))
    }

    fn read_rows(&mut self) -> Result<Vec<RevId>, R::Error> {
        read_rows(self.runtime)
    }

    fn invoke(&mut self, operation: &Operation) -> Result<(), R::Error> {
        let done = self.runtime.operation(operation);
        self.runtime.finish(done)
    }

    fn statement(&mut self, statement: &SqlStatement) -> Result<Outcome, R::Error> {
        let done = self.runtime.session().run(statement);
        self.runtime.finish(done)
    }

    fn started(&mut self, step: &Step, text: &str) {
        self.runtime.session().step_started();
        self.runtime.running(Some(RunningStep {
            text: text.to_owned(),
            begun: true,
        }));
        self.runtime.reporter().report(Event::StepStarted(StepInfo {
            revision: &revisions_of(step),
            text,
            is_upgrade: step.is_upgrade(),
        }));
    }

    fn finished(&mut self, step: &Step) {
        let text = step.to_string();
        self.runtime.session().step_done(&text);
        self.runtime.done(&text);
        self.runtime
            .reporter()
            .report(Event::StepFinished(StepInfo {
                revision: &revisions_of(step),
                text: &text,
                is_upgrade: step.is_upgrade(),
            }));
    }
}

fn statement_of(version: &VersionTable, change: &VersionChange) -> SqlStatement {
    match change {
        VersionChange::Insert(id) => version.insert(id),
        VersionChange::Update { from, to } => version.update(from, to),
        VersionChange::Delete(id) => version.delete(id),
    }
}

/// The revision that a step runs, or those that it stamps.
fn revisions_of(step: &Step) -> String {
    match step.revision() {
        Some(id) => id.to_string(),
        None => step.to_revisions().join(", "),
    }
}

/// Whether there is a version table.
///
/// # Errors
/// What the database refuses.
pub(crate) fn has_version_table<R: Runtime>(runtime: &mut R) -> Result<bool, R::Error> {
    let version = runtime.version();
    let found = runtime
        .session()
        .has_table(&version.name, version.schema.as_deref());
    runtime.finish(found)
}

/// The rows of the version table.
///
/// # Errors
/// What the database refuses.
pub(crate) fn read_rows<R: Runtime>(runtime: &mut R) -> Result<Vec<RevId>, R::Error> {
    let outcome = runtime.session().run(&runtime.version().select());
    let outcome = runtime.finish(outcome)?;
    Ok(rows_of(&outcome))
}

/// The revisions in the answer of the version table.
pub(crate) fn rows_of(outcome: &Outcome) -> Vec<RevId> {
    let rows = outcome.rows.iter();
    rows.filter_map(|row| match row.first() {
        Some(Literal::Str(version)) => Some(RevId::from(version.as_str())),
        _ => None,
    })
    .collect()
}
