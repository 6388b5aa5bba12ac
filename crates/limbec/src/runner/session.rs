use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use limbec_schema::{Batch, NamingConvention, Operation, SqlStatement, Table};
use limbec_sql::LockScope;
use limbec_sql::batch::{BatchError, BatchEvent};
use limbec_sql::connection::{Connection, InterruptHandle};
use limbec_sql::db_error::{DbError, DbErrorKind};
use limbec_sql::ddl::TypeMemo;
use limbec_sql::inspect::InspectError;
use limbec_sql::{BindMode, CompileContext, Dialect, Params, Statement, compile_statement};

use super::event::{Event, SharedReporter};
use super::offline::Writer;
use crate::script::host::{Host, HostError, Outcome, OutcomeColumn, TransactionCommand};

/// What a script's connection reaches: a database, or a writer of SQL.
///
/// Both go the same way, from an operation through the compiler to a statement, and part in one
/// place, `Session::send`. What `--sql` prints is therefore what runs.
pub struct Session {
    dialect: &'static dyn Dialect,
    driver: String,
    url: String,
    link: Link,
    reporter: SharedReporter,
    literal_binds: Cell<bool>,
    doubled_percents: Cell<bool>,
    naming_convention: RefCell<Option<NamingConvention>>,
    /// The types that this run has created: a type that two tables share is created once.
    type_memo: TypeMemo,
    /// The open transaction holds migrations that `env.py` must commit.
    expects_commit: Cell<bool>,
    /// What to do about the last error.
    hints: Rc<RefCell<Vec<String>>>,
}

enum Link {
    Online(RefCell<Online>),
    Offline(Writer),
}

/// A connection and what SQLAlchemy's transaction model knows about it.
struct Online {
    connection: Box<dyn Connection>,
    /// A transaction has begun as far as the script is concerned. The database may not know yet:
    /// SQLAlchemy begins one for every statement, and a lock that a mere look would take, or a
    /// PRAGMA that a transaction would disable, are not what the script asked for.
    begun: bool,
    /// `isolation_level="AUTOCOMMIT"`: transactions are begun in name only.
    autocommit: bool,
    closed: bool,
    hints: Rc<RefCell<Vec<String>>>,
}

impl Session {
    /// A session on an open connection.
    pub fn online(
        connection: Box<dyn Connection>,
        driver: impl Into<String>,
        url: impl Into<String>,
        reporter: SharedReporter,
    ) -> Rc<Self> {
        let dialect = connection.dialect();
        let hints: Rc<RefCell<Vec<String>>> = Rc::default();
        let online = Online {
            connection,
            begun: false,
            autocommit: false,
            closed: false,
            hints: hints.clone(),
        };
        Rc::new(Self {
            dialect,
            driver: driver.into(),
            url: url.into(),
            link: Link::Online(RefCell::new(online)),
            reporter,
            literal_binds: Cell::new(false),
            doubled_percents: Cell::new(false),
            naming_convention: RefCell::new(None),
            type_memo: TypeMemo::default(),
            expects_commit: Cell::new(false),
            hints,
        })
    }

    /// A session that writes SQL.
    pub fn offline(
        dialect: &'static dyn Dialect,
        writer: Writer,
        reporter: SharedReporter,
    ) -> Rc<Self> {
        Rc::new(Self {
            dialect,
            driver: String::new(),
            url: format!("{}://", dialect.name()),
            link: Link::Offline(writer),
            reporter,
            literal_binds: Cell::new(false),
            doubled_percents: Cell::new(false),
            naming_convention: RefCell::new(None),
            type_memo: TypeMemo::default(),
            expects_commit: Cell::new(false),
            hints: Rc::default(),
        })
    }

    /// Whether values are written into the text of offline statements.
    pub fn set_literal_binds(&self, literal_binds: bool) {
        self.literal_binds.set(literal_binds);
    }

    /// Whether percent signs are doubled in offline statements, as SQLAlchemy does for drivers whose
    /// placeholders are made with them.
    pub fn set_doubled_percents(&self, doubled: bool) {
        self.doubled_percents.set(doubled);
    }

    /// The convention that names what the operations leave unnamed.
    pub fn set_naming_convention(&self, convention: Option<NamingConvention>) {
        *self.naming_convention.borrow_mut() = convention;
    }

    /// The writer of an offline session.
    pub fn writer(&self) -> Option<&Writer> {
        match &self.link {
            Link::Online(_) => None,
            Link::Offline(writer) => Some(writer),
        }
    }

    /// Ends a running statement from another thread; `None` offline.
    pub fn interrupt_handle(&self) -> Option<InterruptHandle> {
        match &self.link {
            Link::Online(online) => Some(online.borrow().connection.interrupt_handle()),
            Link::Offline(_) => None,
        }
    }

    /// Begin now, taking the lock that a writing transaction takes, and not at the first statement.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn begin_now(&self) -> Result<(), HostError> {
        if let Link::Online(online) = &self.link {
            let mut online = online.borrow_mut();
            if !online.autocommit && !online.connection.in_transaction() {
                let begun = online.connection.begin();
                online.checked(begun)?;
            }
            online.begun = true;
        }
        Ok(())
    }

    /// Note that the open transaction holds work that someone else must commit.
    pub(crate) fn expect_commit(&self) {
        self.expects_commit.set(true);
    }

    /// Whether that commit has not come.
    pub(crate) fn expects_commit(&self) -> bool {
        self.expects_commit.get()
    }

    /// Switches `AUTOCOMMIT` on or off and answers how it was.
    pub fn switch_autocommit(&self, autocommit: bool) -> bool {
        match &self.link {
            Link::Online(online) => {
                std::mem::replace(&mut online.borrow_mut().autocommit, autocommit)
            }
            Link::Offline(_) => false,
        }
    }

    /// Write a text that is no statement; nothing online.
    pub fn write_text(&self, text: &str) {
        if let Link::Offline(writer) = &self.link {
            writer.write(text, &self.reporter);
        }
    }

    /// Take the migration lock; `None` offline, where there is nothing to lock. `Ok(None)` where
    /// the open transaction holds it already.
    pub(super) fn acquire_lock(
        &self,
        timeout: Duration,
    ) -> Option<Result<Option<LockScope>, DbError>> {
        let Link::Online(online) = &self.link else {
            return None;
        };
        let mut online = online.borrow_mut();
        if online.autocommit
            || (self.dialect.name() == "sqlite" && online.connection.in_transaction())
        {
            return Some(Ok(None));
        }
        let acquired = online.connection.acquire_migration_lock(timeout);
        if matches!(acquired, Ok(LockScope::Transaction)) {
            online.begun = true;
        }
        Some(acquired.map(Some))
    }

    /// Give the migration lock back.
    pub(super) fn release_lock(&self) {
        if let Link::Online(online) = &self.link {
            // The lock ends with the connection in any case.
            let _ = online.borrow_mut().connection.release_migration_lock();
        }
    }

    /// Run or write a statement, without the transaction that SQLAlchemy begins for those of
    /// scripts.
    ///
    /// # Errors
    /// What cannot be compiled, and what the database refuses.
    pub fn run(&self, statement: &SqlStatement) -> Result<Outcome, HostError> {
        let compiled = compile_statement(self.dialect, statement, self.bind_mode())?;
        self.send(&compiled)
    }

    /// Carry out an operation, as [`Session::run`] runs a statement.
    ///
    /// # Errors
    /// What cannot be compiled, and what the database refuses.
    pub fn carry_out(&self, operation: &Operation) -> Result<(), HostError> {
        if let (Link::Online(online), Operation::Batch(batch)) = (&self.link, operation) {
            return self.run_batch(&mut online.borrow_mut(), batch);
        }
        for statement in limbec_sql::compile(self.dialect, operation, &self.compile_context())? {
            self.send(&statement)?;
        }
        Ok(())
    }

    /// SQLAlchemy's `autobegin`: whatever a script sends begins a transaction, in name.
    fn begin_for_script(&self) {
        if let Link::Online(online) = &self.link {
            online.borrow_mut().begun = true;
        }
    }

    /// The one place where online and offline part.
    fn send(&self, statement: &Statement) -> Result<Outcome, HostError> {
        match &self.link {
            Link::Online(online) => {
                self.reporter.report(Event::Statement(&statement.sql));
                online.borrow_mut().send(statement)
            }
            Link::Offline(writer) => {
                let mut text = statement.offline_text();
                // Text with the driver's placeholders in it comes with its percent signs doubled.
                let placeholders = matches!(statement.params, Params::Named(_));
                if self.doubled_percents.get() && !placeholders {
                    text = text.replace('%', "%%");
                }
                writer.write(&text, &self.reporter);
                Ok(Outcome::default())
            }
        }
    }

    /// A batch looks at the table before it knows its statements, and checks what it has done.
    fn run_batch(&self, online: &mut Online, batch: &Batch) -> Result<(), HostError> {
        online.check_open()?;
        online.begin_for_statement()?;
        let reporter = self.reporter.clone();
        let mut on_event = move |event: BatchEvent<'_>| match event {
            BatchEvent::Statement(statement) => reporter.report(Event::Statement(&statement.sql)),
            BatchEvent::Safeguard(_) => {}
            BatchEvent::Warning(text) => {
                reporter.report(Event::Diagnostic(&format!("UserWarning: {text}\n")));
            }
        };
        let context = self.compile_context_for(&*online.connection);
        let connection = &mut *online.connection;
        let done = limbec_sql::batch::run(connection, batch, &context, &mut on_event);
        done.map_err(|error| {
            *self.hints.borrow_mut() = error.hints();
            batch_error(error)
        })
    }

    /// Keep what to do about an error of this session's database.
    pub(super) fn note(&self, error: &DbError) {
        self.hints.borrow_mut().clone_from(&error.hints);
    }

    /// What to do about the last error, beyond what its message says.
    pub fn take_hints(&self) -> Vec<String> {
        std::mem::take(&mut *self.hints.borrow_mut())
    }

    fn compile_context(&self) -> CompileContext {
        match &self.link {
            Link::Online(online) => self.compile_context_for(&*online.borrow().connection),
            Link::Offline(_) => self.compile_context_of(None),
        }
    }

    fn compile_context_for(&self, connection: &dyn Connection) -> CompileContext {
        let numbers = connection.server_version();
        let part = |place: usize| {
            let number = numbers.get(place).copied().unwrap_or(0);
            u16::try_from(number).unwrap_or(u16::MAX)
        };
        self.compile_context_of((!numbers.is_empty()).then(|| (part(0), part(1), part(2))))
    }

    fn compile_context_of(&self, server_version: Option<(u16, u16, u16)>) -> CompileContext {
        CompileContext {
            as_sql: self.is_offline(),
            literal_binds: self.literal_binds.get(),
            naming_convention: self.naming_convention.borrow().clone(),
            server_version,
            type_memo: self.type_memo.clone(),
        }
    }

    fn bind_mode(&self) -> BindMode {
        match (self.is_offline(), self.literal_binds.get()) {
            (true, true) => BindMode::Literal,
            (true, false) => BindMode::Printed,
            (false, _) => BindMode::Parameters,
        }
    }

    fn inspect<R>(
        &self,
        look: impl FnOnce(&mut dyn limbec_sql::inspect::Inspector) -> Result<R, InspectError>,
    ) -> Result<R, HostError> {
        match &self.link {
            Link::Online(online) => {
                let mut online = online.borrow_mut();
                online.check_open()?;
                let mut inspector = online.connection.inspector();
                look(&mut *inspector).map_err(inspect_error)
            }
            Link::Offline(_) => Err(HostError::Exception {
                class: "sqlalchemy.exc.NoInspectionAvailable",
                message: "No inspection system is available for object of type \
                          <class 'sqlalchemy.engine.mock.MockConnection'>"
                    .to_owned(),
            }),
        }
    }
}

impl Online {
    fn check_open(&self) -> Result<(), HostError> {
        if self.closed {
            return Err(HostError::Exception {
                class: "sqlalchemy.exc.ResourceClosedError",
                message: "This Connection is closed".to_owned(),
            });
        }
        Ok(())
    }

    /// The error as scripts see it; what to do about it is kept for whoever shows it.
    fn checked<T>(&self, done: Result<T, DbError>) -> Result<T, HostError> {
        done.map_err(|error| {
            self.hints.borrow_mut().clone_from(&error.hints);
            database_error(error)
        })
    }

    /// Begin the transaction that has only begun in name.
    fn begin_for_statement(&mut self) -> Result<(), HostError> {
        if self.begun && !self.autocommit && !self.connection.in_transaction() {
            let begun = self.connection.begin();
            self.checked(begun)?;
        }
        Ok(())
    }

    fn send(&mut self, statement: &Statement) -> Result<Outcome, HostError> {
        self.check_open()?;
        if needs_transaction(&statement.sql) {
            self.begin_for_statement()?;
        }
        if let Some(enforce) = foreign_key_pragma(self.connection.dialect(), &statement.sql) {
            // Inside a transaction SQLite ignores the PRAGMA without a word; the connection has a
            // way that it does not ignore.
            let switched = self.connection.set_foreign_keys(enforce);
            self.checked(switched)?;
        }
        let outcome = self.connection.execute(statement);
        let outcome = self.checked(outcome)?;
        Ok(Outcome {
            columns: outcome
                .columns
                .into_iter()
                .map(|column| OutcomeColumn {
                    name: column.name,
                    declared: column.decl_type,
                })
                .collect(),
            rows: outcome.rows,
            rowcount: outcome.rowcount,
            lastrowid: outcome.lastrowid,
        })
    }

    fn transaction(&mut self, command: &TransactionCommand) -> Result<(), HostError> {
        self.check_open()?;
        let connection = &mut *self.connection;
        let done = match command {
            TransactionCommand::Begin => {
                self.begun = true;
                Ok(())
            }
            TransactionCommand::Commit => {
                self.begun = false;
                if connection.in_transaction() {
                    connection.commit()
                } else {
                    Ok(())
                }
            }
            TransactionCommand::Rollback => {
                self.begun = false;
                if connection.in_transaction() {
                    connection.rollback()
                } else {
                    Ok(())
                }
            }
            TransactionCommand::Savepoint(name) => {
                // A savepoint outside of a transaction would be a transaction of its own, and its
                // release a commit.
                let begin = if self.autocommit || connection.in_transaction() {
                    Ok(())
                } else {
                    connection.begin()
                };
                self.begun = true;
                begin.and_then(|()| connection.savepoint(name))
            }
            TransactionCommand::ReleaseSavepoint(name) => connection.release_savepoint(name),
            TransactionCommand::RollbackToSavepoint(name) => connection.rollback_to_savepoint(name),
        };
        self.checked(done)
    }
}

impl Host for Session {
    fn dialect(&self) -> &'static dyn Dialect {
        self.dialect
    }

    fn driver(&self) -> String {
        self.driver.clone()
    }

    fn url(&self) -> String {
        self.url.clone()
    }

    fn is_offline(&self) -> bool {
        matches!(self.link, Link::Offline(_))
    }

    fn server_version(&self) -> Vec<i64> {
        match &self.link {
            Link::Online(online) => online
                .borrow()
                .connection
                .server_version()
                .into_iter()
                .map(i64::from)
                .collect(),
            Link::Offline(_) => Vec::new(),
        }
    }

    fn execute(&self, statement: &SqlStatement) -> Result<Outcome, HostError> {
        self.begin_for_script();
        self.run(statement)
    }

    fn execute_driver(&self, sql: &str, params: &Params) -> Result<Outcome, HostError> {
        self.begin_for_script();
        self.send(&Statement {
            sql: sql.to_owned(),
            params: params.clone(),
        })
    }

    fn invoke(&self, operation: Operation) -> Result<(), HostError> {
        self.begin_for_script();
        self.carry_out(&operation)
    }

    fn transaction(&self, command: TransactionCommand) -> Result<(), HostError> {
        let done = match &self.link {
            Link::Online(online) => online.borrow_mut().transaction(&command),
            Link::Offline(_) => Ok(()),
        };
        if command == TransactionCommand::Commit && done.is_ok() {
            self.expects_commit.set(false);
        }
        done
    }

    fn in_transaction(&self) -> bool {
        match &self.link {
            Link::Online(online) => {
                let online = online.borrow();
                online.begun || online.connection.in_transaction()
            }
            Link::Offline(_) => false,
        }
    }

    fn set_autocommit(&self, autocommit: bool) {
        self.switch_autocommit(autocommit);
    }

    fn table_names(&self, schema: Option<&str>) -> Result<Vec<String>, HostError> {
        self.inspect(|inspector| inspector.table_names(schema))
    }

    fn view_names(&self, schema: Option<&str>) -> Result<Vec<String>, HostError> {
        self.inspect(|inspector| inspector.view_names(schema))
    }

    fn schema_names(&self) -> Result<Vec<String>, HostError> {
        self.inspect(|inspector| inspector.schema_names())
    }

    fn default_schema(&self) -> Option<String> {
        self.inspect(|inspector| inspector.default_schema_name())
            .ok()
            .flatten()
    }

    fn has_table(&self, name: &str, schema: Option<&str>) -> Result<bool, HostError> {
        self.inspect(|inspector| inspector.has_table(name, schema))
    }

    fn reflect(&self, name: &str, schema: Option<&str>) -> Result<Option<Table>, HostError> {
        self.inspect(|inspector| match inspector.reflect(name, schema) {
            Ok(table) => Ok(Some(table)),
            Err(InspectError::NoSuchTable(_)) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn close(&self) {
        if let Link::Online(online) = &self.link {
            let mut online = online.borrow_mut();
            if !online.closed {
                online.begun = false;
                // What was not committed is lost with the connection, as in SQLAlchemy; an error
                // of this rollback would hide the one that led here.
                let _ = online.connection.rollback();
                online.closed = true;
            }
        }
    }
}

/// The error as scripts see it.
pub(super) fn database_error(error: DbError) -> HostError {
    if error.kind == DbErrorKind::Interrupted {
        return HostError::Interrupted;
    }
    HostError::Database {
        class: error.class_name(),
        driver_class: format!("{}.{}", error.module, error.class_name()),
        message: error.message.clone(),
        statement: error.statement.clone(),
        params: error.parameters_text(),
    }
}

/// The error of a batch as scripts see it. Those that only Limbec has are Alembic's `CommandError`.
fn batch_error(error: BatchError) -> HostError {
    match error {
        BatchError::Compile(error) => HostError::Compile(error),
        BatchError::Inspect(error) => inspect_error(error),
        BatchError::Database(error) => database_error(error),
        BatchError::LeftOver { .. }
        | BatchError::RowsLost { .. }
        | BatchError::ForeignKeys(_)
        | BatchError::Dependent { .. } => HostError::Exception {
            class: "alembic.util.exc.CommandError",
            message: error.to_string(),
        },
    }
}

fn inspect_error(error: InspectError) -> HostError {
    match error {
        InspectError::Database(error) => database_error(error),
        InspectError::NoSuchTable(name) => HostError::Exception {
            class: "sqlalchemy.exc.NoSuchTableError",
            message: name,
        },
        InspectError::Catalog(message) => HostError::Unsupported(message),
    }
}

/// Whether a statement must stand inside the transaction that the script has begun. Looking does
/// not need one, and the rest of these cannot run inside one or mean something else there.
fn needs_transaction(sql: &str) -> bool {
    const OUTSIDE: [&str; 7] = [
        "SELECT", "PRAGMA", "EXPLAIN", "VACUUM", "ATTACH", "DETACH", "VALUES",
    ];
    let word: String = sql
        .trim_start()
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    !OUTSIDE.contains(&word.to_ascii_uppercase().as_str())
}

/// The setting of `PRAGMA foreign_keys = ...` on SQLite.
fn foreign_key_pragma(dialect: &dyn Dialect, sql: &str) -> Option<bool> {
    if dialect.name() != "sqlite" {
        return None;
    }
    let text = sql.trim().trim_end_matches(';').to_ascii_lowercase();
    let rest = text.strip_prefix("pragma")?.trim_start();
    let rest = rest.strip_prefix("foreign_keys")?.trim_start();
    let value = rest
        .strip_prefix('=')
        .or_else(|| rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')))?;
    match value.trim().trim_matches('\'') {
        "on" | "1" | "true" | "yes" => Some(true),
        "off" | "0" | "false" | "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_needs_no_transaction() {
        assert!(!needs_transaction("\n  select 1"));
        assert!(!needs_transaction("PRAGMA table_info(x)"));
        assert!(needs_transaction("\nCREATE TABLE t (a INTEGER)"));
        assert!(needs_transaction("WITH x AS (SELECT 1) DELETE FROM t"));
    }

    #[test]
    fn the_foreign_key_pragma_is_understood_in_all_its_forms() {
        let sqlite = limbec_sql::dialect("sqlite").unwrap();
        for (sql, setting) in [
            ("PRAGMA foreign_keys=OFF", Some(false)),
            ("pragma foreign_keys = 1;", Some(true)),
            ("PRAGMA foreign_keys(on)", Some(true)),
            ("PRAGMA foreign_keys", None),
            ("PRAGMA foreign_key_check", None),
        ] {
            assert_eq!(foreign_key_pragma(sqlite, sql), setting, "{sql}");
        }
        let postgresql = limbec_sql::dialect("postgresql").unwrap();
        assert_eq!(
            foreign_key_pragma(postgresql, "PRAGMA foreign_keys=OFF"),
            None
        );
    }
}
