use std::sync::Arc;

use limbec_sql::db_error::ServerMessage;

/// What a run tells whoever started it, as it happens.
///
/// The library never prints. Text that a run owes to standard output (`print` of a script, the SQL
/// of `--sql`) and to standard error (log lines, warnings) arrives here, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<'a> {
    /// Text for standard output, exactly as it is: what a script printed.
    Print(&'a str),
    /// Text for standard output, exactly as it is: SQL of an offline run.
    Sql(&'a str),
    /// Text for standard error, exactly as it is: log lines as the script's logging formats them,
    /// and warnings.
    Diagnostic(&'a str),
    /// A migration is about to run.
    StepStarted(StepInfo<'a>),
    /// The migration has run and the version table has been changed.
    StepFinished(StepInfo<'a>),
    /// A statement is about to be sent to the database.
    Statement(&'a str),
    /// The server has something to say beside its answers: `RAISE NOTICE`, a warning.
    Notice(&'a ServerMessage),
    /// The run waits for another one that migrates the same database.
    WaitingForLock,
}

/// One migration, as a reporter sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepInfo<'a> {
    /// The revision whose function runs, or the revisions stamped, separated by commas.
    pub revision: &'a str,
    /// The whole line as Alembic logs it: `upgrade a -> b, message`.
    pub text: &'a str,
    /// True for `upgrade()`.
    pub is_upgrade: bool,
}

/// Receives the events of a run.
///
/// A run works on a thread of its own, hence the bounds; the methods take `&self` because the
/// interpreter, the session and the log all report to the same one.
pub trait Reporter: Send + Sync {
    /// Something happened.
    fn report(&self, event: Event<'_>);
}

/// A reporter as a run shares it among its parts.
pub type SharedReporter = Arc<dyn Reporter>;

/// A reporter that keeps what it is told, for tests and for embedding.
#[derive(Debug, Default)]
pub struct Recorder {
    inner: std::sync::Mutex<Recorded>,
}

/// What a [`Recorder`] has kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recorded {
    /// All text for standard output.
    pub output: String,
    /// Only the SQL of that text.
    pub sql: String,
    /// All text for standard error.
    pub diagnostics: String,
    /// The lines of the steps that finished.
    pub steps: Vec<String>,
    /// The revisions of those steps.
    pub revisions: Vec<String>,
    /// What the server said beside its answers.
    pub notices: Vec<String>,
    /// The statements that were sent.
    pub statements: Vec<String>,
}

impl Recorder {
    /// An empty recorder.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was reported so far.
    pub fn recorded(&self) -> Recorded {
        match self.inner.lock() {
            Ok(inner) => inner.clone(),
            Err(poisoned) => poisoned.into_inner().clone(),
        }
    }
}

impl Reporter for Recorder {
    fn report(&self, event: Event<'_>) {
        let mut inner = match self.inner.lock() {
            Ok(inner) => inner,
            Err(poisoned) => poisoned.into_inner(),
        };
        match event {
            Event::Print(text) => inner.output.push_str(text),
            Event::Sql(text) => {
                inner.output.push_str(text);
                inner.sql.push_str(text);
            }
            Event::Diagnostic(text) => inner.diagnostics.push_str(text),
            Event::StepFinished(step) => {
                inner.steps.push(step.text.to_owned());
                inner.revisions.push(step.revision.to_owned());
            }
            Event::Notice(notice) => inner.notices.push(notice.message.clone()),
            Event::Statement(sql) => inner.statements.push(sql.to_owned()),
            Event::StepStarted(_) | Event::WaitingForLock => {}
        }
    }
}
