//! A run without Python: a project of scripts in SQL, whose database the configuration names.

use std::cell::RefCell;
use std::rc::Rc;

use limbec_graph::{Heads, RevId, Step};
use limbec_schema::Operation;
use limbec_sql::{ConnectError, Url};

use super::error::RunError;
use super::event::{Event, SharedReporter};
use super::interrupt::Interrupt;
use super::offline::Writer;
use super::options::{CurrentState, EnvOptions, RunSummary};
use super::plain_error::{connect_error, host_error};
use super::plain_generation;
use super::session::Session;
use super::steps::{self, RunRequest, RunningStep, Runtime, StepTransaction};
use super::version_table::VersionTable;
use crate::config::{Config, ConfigValue, TimeLimits, mask_url};
use crate::script::ScriptDirectory;
use crate::script::host::{Host, HostError, TransactionCommand};

/// Run what a command asks for on the database that the configuration names.
///
/// # Errors
/// What the function of the steps answers, and what the database refuses. Whatever was not committed has been rolled
/// back then.
pub(crate) fn run_plain(
    config: &Rc<RefCell<Config>>,
    scripts: &Rc<ScriptDirectory>,
    options: EnvOptions,
    reporter: &SharedReporter,
    interrupt: &Interrupt,
) -> Result<RunSummary, RunError> {
    let (url, version, limits) = {
        let config = config.borrow();
        (
            config.database_url()?,
            version_table(&config)?,
            config.time_limits()?,
        )
    };
    let session = match options.as_sql {
        true => offline(&url, reporter)?,
        false => online(&url, reporter, interrupt)?,
    };
    if let Some(path) = &options.search_path {
        let set = session.use_search_path(path);
        set.map_err(|error| host_error(&session, error))?;
    }
    let mut run = PlainRun {
        session: session.clone(),
        version,
        limits,
        config,
        scripts,
        reporter,
        interrupt,
        url: mask_url(&url),
        transactional: session.dialect().features().rolls_back_ddl,
        own_transaction: false,
        summary: RunSummary {
            template_args: options.template_args.clone(),
            ..RunSummary::default()
        },
        options,
    };
    let done = steps::run_steps(&mut run);
    session.close();
    done.map(|()| run.summary)
}

/// Open the database of a URL.
///
/// # Errors
/// A URL that means nothing, and a database that cannot be opened or reached.
pub(crate) fn online(
    text: &str,
    reporter: &SharedReporter,
    interrupt: &Interrupt,
) -> Result<Rc<Session>, RunError> {
    let open = || -> Result<_, ConnectError> {
        let url = Url::parse(text)?;
        Ok((limbec_sql::connect(&url)?, url))
    };
    let (connection, url) = open().map_err(connect_error)?;
    interrupt.watch(connection.interrupt_handle());
    let driver = connection.dialect().default_driver();
    let session = Session::online(connection, driver, text, reporter.clone());
    session.opened_with(url);
    Ok(session)
}

fn offline(text: &str, reporter: &SharedReporter) -> Result<Rc<Session>, RunError> {
    let dialect = Url::parse(text).and_then(|url| url.dialect());
    let dialect = dialect.map_err(|error| connect_error(error.into()))?;
    let session = Session::offline(dialect, Writer::to_reporter(), reporter.clone());
    session.set_literal_binds(true);
    Ok(session)
}

/// `version_table` and `version_table_schema` of `[limbec]`: elsewhere `env.py` says them.
fn version_table(config: &Config) -> Result<VersionTable, RunError> {
    let text = |name: &str| -> Result<Option<String>, RunError> {
        Ok(match config.get_limbec_option(name)? {
            Some(ConfigValue::Text(text)) if !text.is_empty() => Some(text),
            _ => None,
        })
    };
    let default = VersionTable::default();
    Ok(VersionTable {
        name: text("version_table")?.unwrap_or(default.name),
        schema: text("version_table_schema")?,
        ..VersionTable::default()
    })
}

/// One run.
struct PlainRun<'a> {
    session: Rc<Session>,
    version: VersionTable,
    limits: TimeLimits,
    config: &'a Rc<RefCell<Config>>,
    scripts: &'a Rc<ScriptDirectory>,
    reporter: &'a SharedReporter,
    interrupt: &'a Interrupt,
    options: EnvOptions,
    /// The URL with its password hidden.
    url: String,
    /// DDL is a part of transactions.
    transactional: bool,
    own_transaction: bool,
    summary: RunSummary,
}

impl Runtime for PlainRun<'_> {
    type Error = RunError;
    type Script = std::convert::Infallible;

    fn session(&self) -> &Rc<Session> {
        &self.session
    }

    fn request(&self) -> RunRequest {
        RunRequest {
            as_sql: self.options.as_sql,
            dont_mutate: self.options.dont_mutate,
            purge: self.options.purge,
            ensure_version_table: self.options.ensure_version_table,
            limits: self.limits,
        }
    }

    fn version(&self) -> &VersionTable {
        &self.version
    }

    fn scripts(&self) -> &Rc<ScriptDirectory> {
        self.scripts
    }

    fn reporter(&self) -> &SharedReporter {
        self.reporter
    }

    fn interrupt(&self) -> &Interrupt {
        self.interrupt
    }

    fn operation(&self, operation: &Operation) -> Result<(), HostError> {
        self.session.carry_out(operation)
    }

    fn finish<T>(&mut self, done: Result<T, HostError>) -> Result<T, RunError> {
        done.map_err(|error| host_error(&self.session, error))
    }

    fn stop(&mut self, error: RunError) -> RunError {
        error
    }

    fn refused(&mut self, _error: HostError, told: RunError) -> RunError {
        told
    }

    fn current_heads(&mut self) -> Result<Vec<RevId>, RunError> {
        if !self.options.as_sql {
            return match steps::has_version_table(self)? {
                true => steps::read_rows(self),
                false => Ok(Vec::new()),
            };
        }
        let scripts = self.scripts.clone();
        let map = scripts.revision_map()?;
        match self.options.starting_rev.as_deref() {
            None | Some("base") => Ok(Vec::new()),
            start => Ok(map.offline_heads(start)?),
        }
    }

    fn generate(&mut self, rows: &[RevId]) -> Option<Result<(), RunError>> {
        let request = self.options.generation.take()?;
        let source = plain_generation::Source {
            session: &self.session,
            version: &self.version,
            scripts: self.scripts,
            config: &self.config.borrow(),
            reporter: self.reporter,
        };
        let generated = source.generate(request, rows);
        Some(generated.map(|generated| self.summary.generated = generated))
    }

    fn look(&mut self) -> Result<(), RunError> {
        let Some(look) = &mut self.options.look else {
            return Ok(());
        };
        let looked = look(&self.session, &self.version);
        self.finish(looked)
    }

    fn plan(&mut self, rows: &[RevId]) -> Result<Vec<Step>, RunError> {
        (self.options.steps)(&CurrentState {
            heads: rows,
            as_sql: self.options.as_sql,
            dialect: self.session.dialect().name(),
            url: &self.url,
        })
    }

    /// Scripts in Python need the interpreter, and that an `env.py`.
    fn load(&mut self, _step: &Step, _payload: usize) -> Result<Self::Script, RunError> {
        Err(RunError::Command {
            message: format!("Can't find Python file {}", self.scripts.env_py().display()),
            hints: vec![
                "a history with scripts in Python needs an env.py in the script folder".to_owned(),
            ],
        })
    }

    fn call(&mut self, script: &Self::Script) -> Result<(), RunError> {
        match *script {}
    }

    fn forget(&mut self, _step: &Step, _script: Option<Self::Script>) {}

    fn transaction(&self) -> StepTransaction {
        match (self.transactional, self.options.as_sql) {
            (false, true) => StepTransaction::None,
            (true, true) => StepTransaction::Written,
            (_, false) => StepTransaction::Real,
        }
    }

    fn sends_nothing_of_its_own(&self) -> bool {
        true
    }

    fn begin(&mut self) -> Result<(), RunError> {
        let begun = self.session.transaction(TransactionCommand::Begin);
        self.finish(begun)?;
        self.own_transaction = true;
        Ok(())
    }

    fn end(&mut self, commit: bool) -> Result<(), RunError> {
        if !std::mem::replace(&mut self.own_transaction, false) {
            return Ok(());
        }
        let ended = self.session.transaction(match commit {
            true => TransactionCommand::Commit,
            false => TransactionCommand::Rollback,
        });
        match ended {
            // The error that led to a rollback must not be hidden by one of the rollback.
            Err(_) if !commit => Ok(()),
            other => self.finish(other).map_err(|mut error| {
                if self.session.leftover().unknown {
                    error.commit_unanswered();
                }
                error
            }),
        }
    }

    fn leave_transaction(&mut self) -> Result<bool, RunError> {
        if self.options.as_sql {
            if self.transactional {
                self.write("COMMIT;")?;
            }
            return Ok(false);
        }
        let open = self.session.in_transaction();
        self.end(true)?;
        self.session.switch_autocommit(true);
        Ok(open)
    }

    fn return_to_transaction(&mut self, resume: bool) -> Result<(), RunError> {
        if self.options.as_sql {
            return match self.transactional {
                true => self.write("BEGIN;"),
                false => Ok(()),
            };
        }
        self.session.switch_autocommit(false);
        // What the statements outside have begun in name has been done long ago.
        let done = self.session.transaction(TransactionCommand::Commit);
        self.finish(done)?;
        match resume {
            true => self.begin(),
            false => Ok(()),
        }
    }

    fn write(&mut self, text: &str) -> Result<(), RunError> {
        self.session.write_text(text);
        Ok(())
    }

    fn debug(&mut self, text: &str) -> Result<(), RunError> {
        tracing::debug!("{text}");
        Ok(())
    }

    /// As the logging section of a new project with an `env.py` has it.
    fn announce(&mut self, text: &str) -> Result<(), RunError> {
        let line = format!("INFO  [alembic.runtime.migration] Running {text}\n");
        self.reporter.report(Event::Diagnostic(&line));
        Ok(())
    }

    fn applied(&mut self, _step: &Step, _heads: &Heads) -> Result<(), RunError> {
        Ok(())
    }

    fn running(&mut self, _step: Option<RunningStep>) {}

    fn done(&mut self, text: &str) {
        self.summary.steps.push(text.to_owned());
    }
}
