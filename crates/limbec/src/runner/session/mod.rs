mod errors;
mod host;
mod journal;
mod online;

pub(super) use errors::database_error;
use errors::{batch_error, inspect_error};
pub use journal::Leftover;
use online::Online;
pub(super) use online::SqlRefusal;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use limbec_schema::{Batch, NamingConvention, Operation, SchemaMap, SqlStatement};
use limbec_sql::LockScope;
use limbec_sql::batch::{BatchError, BatchEvent};
use limbec_sql::connection::{Ahead, Connection, InterruptHandle};
use limbec_sql::db_error::DbError;
use limbec_sql::ddl::TypeMemo;
use limbec_sql::inspect::InspectError;
use limbec_sql::{
    BindMode, CompileContext, Dialect, Params, Statement, Url, UrlError, compile_translated,
};

use super::event::{Event, SharedReporter};
use super::noted::{LastErrors, Noted};
use super::offline::Writer;
use crate::script::host::{Host, HostError, Outcome};

/// What a script's connection reaches: a database, or a writer of SQL.
///
/// Both go the same way, from an operation through the compiler to a statement, and part in one
/// place, `Session::send`. What `--sql` prints is therefore what runs.
pub struct Session {
    dialect: &'static dyn Dialect,
    driver: String,
    url: String,
    link: Link,
    reporter: RefCell<SharedReporter>,
    literal_binds: Cell<bool>,
    doubled_percents: Cell<bool>,
    naming_convention: RefCell<Option<NamingConvention>>,
    /// The types that this context has created: a type that two tables share is created once.
    type_memo: RefCell<TypeMemo>,
    /// The open transaction holds migrations that `env.py` must commit.
    expects_commit: Cell<bool>,
    last_errors: LastErrors,
    /// The schema of unqualified names, asked once: SQLAlchemy asks when it connects.
    default_schema: RefCell<Option<Option<String>>>,
    /// `schema_translate_map`.
    schemas: RefCell<Option<SchemaMap>>,
    /// The URL with the arguments of `connect_args`.
    target: OnceCell<Url>,
}

enum Link {
    Online(RefCell<Online>),
    Offline(Writer),
}

impl Session {
    /// A session on an open connection.
    pub fn online(
        connection: Box<dyn Connection>,
        driver: impl Into<String>,
        url: impl Into<String>,
        reporter: SharedReporter,
    ) -> Rc<Self> {
        Self::connected(connection, driver, url, reporter, LastErrors::default())
    }

    /// The same with a place of the run for its last error.
    pub(super) fn connected(
        mut connection: Box<dyn Connection>,
        driver: impl Into<String>,
        url: impl Into<String>,
        reporter: SharedReporter,
        last_errors: LastErrors,
    ) -> Rc<Self> {
        let dialect = connection.dialect();
        let listener = reporter.clone();
        connection.on_notice(Box::new(move |notice| {
            listener.report(Event::Notice(&notice));
        }));
        let driver = driver.into();
        let online = Online::new(connection, &driver, last_errors.clone());
        Rc::new(Self {
            dialect,
            driver,
            url: url.into(),
            link: Link::Online(RefCell::new(online)),
            reporter: RefCell::new(reporter),
            literal_binds: Cell::new(false),
            doubled_percents: Cell::new(false),
            naming_convention: RefCell::new(None),
            type_memo: RefCell::default(),
            expects_commit: Cell::new(false),
            last_errors,
            default_schema: RefCell::default(),
            schemas: RefCell::default(),
            target: OnceCell::new(),
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
            reporter: RefCell::new(reporter),
            literal_binds: Cell::new(false),
            doubled_percents: Cell::new(false),
            naming_convention: RefCell::new(None),
            type_memo: RefCell::default(),
            expects_commit: Cell::new(false),
            last_errors: LastErrors::default(),
            default_schema: RefCell::default(),
            schemas: RefCell::default(),
            target: OnceCell::new(),
        })
    }

    /// Tell another one from now on.
    pub(super) fn report_to(&self, reporter: &SharedReporter) {
        *self.reporter.borrow_mut() = reporter.clone();
    }

    fn reporter(&self) -> SharedReporter {
        self.reporter.borrow().clone()
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

    /// Forget which types were created: another context begins, perhaps in another schema.
    pub fn forget_types(&self) {
        *self.type_memo.borrow_mut() = TypeMemo::default();
    }

    /// Note what the connection was opened with.
    pub(super) fn opened_with(&self, url: Url) {
        // It is noted once, by who has opened the connection.
        let _ = self.target.set(url);
    }

    /// The URL by which the database can be reached once more.
    ///
    /// # Errors
    /// A session that nobody has opened by a URL.
    pub fn target(&self) -> Result<Url, UrlError> {
        match self.target.get() {
            Some(url) => Ok(url.clone()),
            None => Url::parse(&self.url),
        }
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
            online.begun = true;
            online.begin_for_statement()?;
        }
        Ok(())
    }

    /// Note that the open transaction holds work that someone else must commit.
    #[cfg(feature = "python")]
    pub(crate) fn expect_commit(&self) {
        self.expects_commit.set(true);
    }

    /// Whether that commit has not come.
    #[cfg(feature = "python")]
    pub(crate) fn expects_commit(&self) -> bool {
        self.expects_commit.get()
    }

    /// End each statement that runs longer than this.
    ///
    /// # Errors
    /// What the database refuses.
    pub(super) fn limit_statements(&self, limit: Duration) -> Result<(), HostError> {
        match &self.link {
            Link::Online(online) => {
                let mut online = online.borrow_mut();
                online.check_open()?;
                let limited = online.connection.set_statement_timeout(limit);
                online.checked(limited)
            }
            Link::Offline(_) => Ok(()),
        }
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
            writer.write(text, &self.reporter());
        }
    }

    /// Whether the migration lock outlives transactions, so that it is taken before anything is
    /// read.
    pub(super) fn locks_before_reading(&self) -> bool {
        match &self.link {
            Link::Online(online) => {
                online.borrow().connection.migration_lock_scope() == LockScope::Session
            }
            Link::Offline(_) => false,
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
        let is_transaction = online.connection.migration_lock_scope() == LockScope::Transaction;
        if is_transaction && (online.autocommit || online.connection.in_transaction()) {
            return Some(Ok(None));
        }
        let acquired = online.connection.acquire_migration_lock(timeout);
        if matches!(acquired, Ok(LockScope::Transaction)) {
            online.begin_was_sent();
        }
        Some(acquired.map(Some))
    }

    /// Give the migration lock back: now, or when the open transaction ends.
    pub(super) fn release_lock(&self) {
        if let Link::Online(online) = &self.link {
            // The lock ends with the connection in any case.
            let _ = online.borrow_mut().connection.release_migration_lock();
        }
    }

    /// Several migrations follow.
    pub(super) fn series_begins(&self) {
        if let Link::Online(online) = &self.link {
            online.borrow_mut().connection.series_begins();
        }
    }

    /// All migrations are done, or one has failed.
    pub(super) fn series_done(&self) {
        if let Link::Online(online) = &self.link {
            online.borrow_mut().connection.series_done();
        }
    }

    /// Note that a migration starts.
    pub(crate) fn step_started(&self) {
        if let Link::Online(online) = &self.link {
            online.borrow_mut().journal.step_started();
        }
    }

    /// Note that a migration has ended well.
    pub(crate) fn step_done(&self, text: &str) {
        if let Link::Online(online) = &self.link {
            let mut online = online.borrow_mut();
            let open = online.connection.in_transaction();
            online.journal.step_done(text, open);
        }
    }

    /// What is left of the migrations that have run, once whatever is open has been rolled back.
    pub(crate) fn leftover(&self) -> Leftover {
        match &self.link {
            Link::Online(online) => online.borrow().journal.leftover(),
            Link::Offline(_) => Leftover::default(),
        }
    }

    /// Run or write a statement, without the transaction that SQLAlchemy begins for those of
    /// scripts.
    ///
    /// # Errors
    /// What cannot be compiled, and what the database refuses.
    pub fn run(&self, statement: &SqlStatement) -> Result<Outcome, HostError> {
        self.run_compiled(&self.compiled(statement)?)
    }

    /// What [`Session::run`] sends for a statement.
    ///
    /// # Errors
    /// What cannot be compiled.
    pub(super) fn compiled(&self, statement: &SqlStatement) -> Result<Statement, HostError> {
        let schemas = self.schemas.borrow().clone().unwrap_or_default();
        Ok(compile_translated(
            self.dialect,
            statement,
            self.bind_mode(),
            &schemas,
        )?)
    }

    /// The other half of [`Session::run`].
    ///
    /// # Errors
    /// What the database refuses.
    pub(super) fn run_compiled(&self, statement: &Statement) -> Result<Outcome, HostError> {
        self.settle_default_schema(statement);
        self.send(statement)
    }

    /// Say what will be sent next; see [`Connection::send_ahead`].
    pub(super) fn send_ahead(&self, coming: &[Ahead<'_>]) {
        if let Link::Online(online) = &self.link {
            online.borrow_mut().send_ahead(coming);
        }
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
            self.settle_default_schema(&statement);
            self.send(&statement)?;
        }
        Ok(())
    }

    /// Make a table by these statements, with the types that the operation makes for its columns.
    pub(super) fn carry_out_as(
        &self,
        operation: &Operation,
        statements: &[String],
    ) -> Result<(), HostError> {
        let compiled = limbec_sql::compile(self.dialect, operation, &self.compile_context())?;
        let types = compiled
            .into_iter()
            .filter(|statement| statement.sql.starts_with("CREATE TYPE "));
        let own = statements.iter().cloned().map(Statement::new);
        for statement in types.chain(own) {
            self.send(&statement)?;
        }
        Ok(())
    }

    /// Run a statement of a script in SQL as it stands, or write it as the script has it.
    pub(super) fn run_sql(
        &self,
        sql: &str,
        written: impl FnOnce() -> String,
    ) -> Result<(), SqlRefusal> {
        match &self.link {
            Link::Online(online) => {
                self.begin_for_script();
                self.reporter().report(Event::Statement(sql));
                online.borrow_mut().send_sql(sql)
            }
            Link::Offline(writer) => {
                writer.write(&written(), &self.reporter());
                Ok(())
            }
        }
    }

    /// Let unqualified names mean this schema alone; nothing on a database that has no such setting.
    pub(super) fn use_search_path(&self, schema: &str) -> Result<(), HostError> {
        if let Link::Online(online) = &self.link
            && self.dialect.features().search_path
        {
            let sql = format!("SET search_path TO {}", self.dialect.quote(schema));
            online.borrow_mut().send(&Statement::new(sql))?;
        }
        Ok(())
    }

    /// SQLAlchemy asks for the schema of unqualified names when it connects; here it is asked when
    /// it could change, which few scripts do. (Functions that listen for `connect` come before.)
    fn settle_default_schema(&self, statement: &Statement) {
        let asked = self.is_offline() || self.default_schema.borrow().is_some();
        if !asked && statement.sql.to_ascii_lowercase().contains("search_path") {
            self.default_schema();
        }
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
                self.reporter().report(Event::Statement(&statement.sql));
                online.borrow_mut().send(statement)
            }
            Link::Offline(writer) => {
                let mut text = statement.offline_text();
                // Text with the driver's placeholders in it comes with its percent signs doubled.
                let placeholders = matches!(statement.params, Params::Named(_));
                if self.doubled_percents.get() && !placeholders {
                    text = text.replace('%', "%%");
                }
                writer.write(&text, &self.reporter());
                Ok(Outcome::default())
            }
        }
    }

    /// A batch looks at the table before it knows its statements, and checks what it has done.
    fn run_batch(&self, online: &mut Online, batch: &Batch) -> Result<(), HostError> {
        online.check_open()?;
        online.begin_for_statement()?;
        let reporter = self.reporter();
        let sent: RefCell<Vec<String>> = RefCell::default();
        let mut on_event = |event: BatchEvent<'_>| match event {
            BatchEvent::Statement(statement) => {
                reporter.report(Event::Statement(&statement.sql));
                sent.borrow_mut().push(statement.sql.clone());
            }
            BatchEvent::Safeguard(_) => {}
            BatchEvent::Warning(text) => {
                reporter.report(Event::Diagnostic(&format!("UserWarning: {text}\n")));
            }
        };
        let context = self.compile_context_for(&*online.connection);
        let connection = &mut *online.connection;
        let before = connection.in_transaction();
        let done = limbec_sql::batch::run(connection, batch, &context, &mut on_event);
        for sql in sent.take() {
            online.ran(&sql, before);
        }
        done.map_err(|error| {
            let hints = error.hints();
            let (kind, server) = match &error {
                BatchError::Database(error) => (Some(error.kind), error.server.clone()),
                _ => (None, None),
            };
            let error = batch_error(error);
            self.last_errors.note(Noted {
                text: error.to_string(),
                hints,
                kind,
                server,
            });
            error
        })
    }

    /// What is known of the error with these words, beyond them.
    pub(super) fn noted(&self, message: &str) -> Option<Noted> {
        self.last_errors.about(message)
    }

    /// Keep what is known of an error of this session's database.
    pub(super) fn note(&self, error: &DbError) {
        self.last_errors.note(error);
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
            type_memo: self.type_memo.borrow().clone(),
            schemas: self.schemas.borrow().clone().unwrap_or_default(),
        }
    }

    fn bind_mode(&self) -> BindMode {
        match (self.is_offline(), self.literal_binds.get()) {
            (true, true) => BindMode::Literal,
            (true, false) => BindMode::Printed,
            (false, _) => BindMode::Parameters,
        }
    }

    /// The tables of a schema, with a number of queries that does not grow with theirs.
    ///
    /// # Errors
    /// What the database refuses; offline there is nothing to look at.
    pub fn reflect_all(&self, schema: Option<&str>) -> Result<limbec_schema::Schema, HostError> {
        let (found, warnings) = self.inspect(|inspector| {
            let found = inspector.reflect_all(schema)?;
            Ok((found, inspector.take_warnings()))
        })?;
        for text in warnings {
            self.reporter()
                .report(Event::Diagnostic(&format!("SAWarning: {text}\n")));
        }
        Ok(found)
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
                look(&mut *inspector).map_err(|error| {
                    if let InspectError::Database(error) = &error {
                        self.note(error);
                    }
                    inspect_error(error)
                })
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
