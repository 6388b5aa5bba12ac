//! What a running script may ask of the engine.
//!
//! The bindings (`alembic.op`, `sqlalchemy`) turn Python calls into the plain data of
//! `limbec_schema` and hand it to a [`Host`]; whether a database, a writer of SQL or a test stands
//! behind it is not their concern.

use std::rc::Rc;

use limbec_schema::{Literal, Operation, SchemaMap, SqlStatement};
use limbec_sql::connection::Characteristic;
use limbec_sql::inspect::{InspectError, Inspector};
use limbec_sql::{CompileError, Dialect, Params, ServerMessage};
use thiserror::Error;

/// What stands behind a connection that a script holds.
///
/// The methods take `&self`: a script may reach one connection by several names at the same time,
/// so that the implementation keeps its own state behind a `RefCell`. None of them runs Python.
pub trait Host: std::any::Any {
    /// The dialect.
    fn dialect(&self) -> &'static dyn Dialect;

    /// SQLAlchemy's name of the driver: `pysqlite`, `asyncpg`, `psycopg2` ...
    fn driver(&self) -> String;

    /// The URL as the script gave it, with its password.
    fn url(&self) -> String;

    /// True where SQL is written and no database is there (`--sql`).
    fn is_offline(&self) -> bool;

    /// The version of the server, by its numbers; empty offline.
    fn server_version(&self) -> Vec<i64>;

    /// Run or write a statement. The values of its binds are inside it.
    ///
    /// # Errors
    /// What cannot be compiled, and what the database refuses.
    fn execute(&self, statement: &SqlStatement) -> Result<Outcome, HostError>;

    /// Run or write SQL in the driver's own words (`exec_driver_sql`).
    ///
    /// # Errors
    /// What the database refuses.
    fn execute_driver(&self, sql: &str, params: &Params) -> Result<Outcome, HostError>;

    /// Carry out a migration operation.
    ///
    /// # Errors
    /// What cannot be compiled, and what the database refuses.
    fn invoke(&self, operation: Operation) -> Result<(), HostError>;

    /// Begin, end or undo a transaction or a savepoint.
    ///
    /// # Errors
    /// What the database refuses.
    fn transaction(&self, command: TransactionCommand) -> Result<(), HostError>;

    /// Whether a transaction is open.
    fn in_transaction(&self) -> bool;

    /// What holds for the transactions from now on: the isolation level, which may be
    /// `AUTOCOMMIT`, and such.
    ///
    /// # Errors
    /// What the database refuses.
    fn set_characteristic(&self, characteristic: &Characteristic) -> Result<(), HostError>;

    /// The isolation level that was set.
    fn isolation_level(&self) -> Option<String>;

    /// Note that a transaction has begun, in name: SQLAlchemy's `autobegin`.
    fn autobegin(&self);

    /// Which schema stands for which from now on (`schema_translate_map`).
    fn set_schema_map(&self, map: Option<SchemaMap>);

    /// The map that holds, also an empty one; `None` where nobody has given any.
    fn given_schema_map(&self) -> Option<SchemaMap>;

    /// The map that holds.
    fn schema_map(&self) -> SchemaMap {
        self.given_schema_map().unwrap_or_default()
    }

    /// The schema that unqualified names belong to; `None` where the database has no such word.
    fn default_schema(&self) -> Option<String>;

    /// A script says that it is another one, as it has set the search path.
    fn set_default_schema(&self, name: Option<String>);

    /// Look at the database through its inspector. [`inspect`] gives what was found.
    ///
    /// # Errors
    /// What the database refuses; offline there is nothing to look at.
    fn look(&self, question: &mut Question<'_>) -> Result<(), HostError>;

    /// Whether there is a table or a view of that name.
    ///
    /// # Errors
    /// As [`Host::look`].
    fn has_table(&self, name: &str, schema: Option<&str>) -> Result<bool, HostError> {
        self.is_there(&mut |inspector| inspector.has_table(name, schema))
    }

    /// Whether there is a named type (an ENUM, a domain) of that name.
    ///
    /// # Errors
    /// As [`Host::look`].
    fn has_type(&self, name: &str, schema: Option<&str>) -> Result<bool, HostError> {
        self.is_there(&mut |inspector| inspector.has_type(name, schema))
    }

    /// Whether there is a sequence of that name.
    ///
    /// # Errors
    /// As [`Host::look`].
    fn has_sequence(&self, name: &str, schema: Option<&str>) -> Result<bool, HostError> {
        self.is_there(&mut |inspector| inspector.has_sequence(name, schema))
    }

    /// Whether the inspector finds something; not where the database has no such things at all.
    ///
    /// # Errors
    /// As [`Host::look`].
    fn is_there(
        &self,
        ask: &mut dyn FnMut(&mut dyn Inspector) -> Result<bool, InspectError>,
    ) -> Result<bool, HostError> {
        let mut there = false;
        self.look(&mut |inspector| {
            there = match ask(inspector) {
                Err(InspectError::NotImplemented) => false,
                answer => answer?,
            };
            Ok(())
        })?;
        Ok(there)
    }

    /// The connection is not used any more.
    fn close(&self);
}

/// What is asked of an inspector.
pub type Question<'a> = dyn FnMut(&mut dyn Inspector) -> Result<(), InspectError> + 'a;

/// Ask the inspector of a host. The second part of the answer are the warnings that SQLAlchemy
/// would have given.
///
/// # Errors
/// As [`Host::look`].
pub fn inspect<T>(
    host: &dyn Host,
    ask: impl FnOnce(&mut dyn Inspector) -> Result<T, InspectError>,
) -> Result<(T, Vec<String>), HostError> {
    let mut ask = Some(ask);
    let mut found = None;
    host.look(&mut |inspector| {
        if let Some(ask) = ask.take() {
            let answer = ask(inspector)?;
            found = Some((answer, inspector.take_warnings()));
        }
        Ok(())
    })?;
    found.ok_or_else(|| HostError::Unsupported("this connection has no inspector".to_owned()))
}

/// Opens databases for scripts: what `create_engine(...)` and `engine.connect()` reach.
pub trait Connector {
    /// Open the database of a URL. `--sql` runs and tests may answer with something else.
    ///
    /// The arguments are those that `create_engine(connect_args=...)` adds for the driver; they
    /// mean what they would mean after the `?` of the URL, and win over it.
    ///
    /// # Errors
    /// A URL of an unknown form or dialect, and what the database refuses.
    fn connect(&self, url: &str, arguments: &[(String, String)])
    -> Result<Rc<dyn Host>, HostError>;

    /// The URL that the user has given, whatever scripts name.
    fn chosen(&self) -> Option<&str> {
        None
    }

    /// The URL that stands for one that a script names: another one where the user has said which
    /// database it is to be. `asynchronous` says that an asynchronous engine is made of it.
    ///
    /// # Errors
    /// The script names several databases, and the user one.
    fn resolve(&self, url: &str, _asynchronous: bool) -> Result<String, HostError> {
        Ok(url.to_owned())
    }
}

/// The commands of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TransactionCommand {
    Begin,
    Commit,
    Rollback,
    Savepoint(String),
    ReleaseSavepoint(String),
    RollbackToSavepoint(String),
}

/// What a statement gave back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// The columns; empty where the statement returns no rows.
    pub columns: Vec<OutcomeColumn>,
    /// The rows, with the values as the driver gives them.
    pub rows: Vec<Vec<Literal>>,
    /// How many rows were changed; -1 where the driver does not say.
    pub rowcount: i64,
    /// The key of the last row inserted, where the driver says it.
    pub lastrowid: Option<i64>,
}

/// A column of a result.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeColumn {
    /// The name.
    pub name: String,
    /// The type that the table declares, where the driver tells it.
    pub declared: Option<String>,
}

/// Why the host could not do what a script asked.
#[derive(Debug, Clone, Error)]
pub enum HostError {
    /// SQL that cannot be written for the dialect.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// The database refused.
    #[error("({driver_class}) {message}")]
    Database {
        /// The class in `sqlalchemy.exc`: `OperationalError`, `IntegrityError` ...
        class: &'static str,
        /// The class of the driver's own exception: `sqlite3.OperationalError`.
        driver_class: String,
        /// The driver's message.
        message: String,
        /// The statement that was sent.
        statement: Option<String>,
        /// The parameters as SQLAlchemy shows them: `(1, 'x')`.
        params: Option<String>,
        /// All that the server said, where the database is one that says it in parts.
        server: Option<Box<ServerMessage>>,
    },
    /// Any other error that is a Python exception to the script.
    #[error("{message}")]
    Exception {
        /// The dotted name of the exception class, such as `sqlalchemy.exc.ArgumentError`.
        class: &'static str,
        /// Its message.
        message: String,
    },
    /// Something that Limbec does not do, which no `except` may hide.
    #[error("{0}")]
    Unsupported(String),
    /// The run was stopped from outside.
    #[error("interrupted")]
    Interrupted,
}
