//! Errors of a database, in the words and classes of the Python drivers that SQLAlchemy uses.

use std::fmt;

use limbec_schema::Literal;

use crate::python_repr::{python_repr, python_str_repr, shorten};
use crate::statement::Params;

/// The class of an error, by the names of Python's database interface (PEP 249).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ErrorClass {
    Interface,
    Database,
    Data,
    Operational,
    Integrity,
    Internal,
    Programming,
    NotSupported,
}

impl ErrorClass {
    /// The name of the class: `OperationalError` ...
    pub fn name(self) -> &'static str {
        match self {
            ErrorClass::Interface => "InterfaceError",
            ErrorClass::Database => "DatabaseError",
            ErrorClass::Data => "DataError",
            ErrorClass::Operational => "OperationalError",
            ErrorClass::Integrity => "IntegrityError",
            ErrorClass::Internal => "InternalError",
            ErrorClass::Programming => "ProgrammingError",
            ErrorClass::NotSupported => "NotSupportedError",
        }
    }

    /// The class of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }

    /// The class that PostgreSQL's driver has for a SQLSTATE.
    pub fn of_sqlstate(code: &str) -> Self {
        crate::postgres::class_of(code)
    }

    const ALL: [ErrorClass; 8] = [
        ErrorClass::Interface,
        ErrorClass::Database,
        ErrorClass::Data,
        ErrorClass::Operational,
        ErrorClass::Integrity,
        ErrorClass::Internal,
        ErrorClass::Programming,
        ErrorClass::NotSupported,
    ];

    /// The code under which SQLAlchemy's documentation explains the class.
    fn background(self) -> &'static str {
        match self {
            ErrorClass::Interface => "rvf5",
            ErrorClass::Database => "4xp6",
            ErrorClass::Data => "9h9h",
            ErrorClass::Operational => "e3q8",
            ErrorClass::Integrity => "gkpj",
            ErrorClass::Internal => "2j85",
            ErrorClass::Programming => "f405",
            ErrorClass::NotSupported => "tw8g",
        }
    }
}

/// What kind of trouble it is, as far as somebody acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DbErrorKind {
    /// Another connection holds a lock.
    Locked,
    /// The database cannot be written.
    ReadOnly,
    /// The file is not a database, or is damaged.
    NotADatabase,
    /// The database cannot be opened or reached: nobody listens, or nobody does yet.
    CannotConnect,
    /// The host of the server has no address.
    UnknownHost,
    /// TLS is not to be had, or a check of the certificate failed.
    Tls,
    /// Something in the URL or the environment means nothing: no server was asked.
    BadArgument,
    /// The server is there and refuses the user or the password.
    AccessDenied,
    /// The server is there and has no such database.
    NoSuchDatabase,
    /// The connection was lost while it was used.
    ConnectionLost,
    /// The statement was ended by an interrupt.
    Interrupted,
    /// The statement ran longer than it was given.
    TimedOut,
    /// The disk is full or failed.
    Disk,
    /// A constraint does not hold.
    Constraint,
    /// Anything else: in most cases the statement itself.
    #[default]
    Other,
}

/// The module of Python's own exceptions.
pub const PYTHON: &str = "builtins";

/// What a server said of an error or a notice, in its parts.
/// Source: PostgreSQL documentation, "Error and Notice Message Fields".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServerMessage {
    /// `ERROR`, `FATAL`, `NOTICE` ..., never translated.
    pub severity: String,
    /// The SQLSTATE.
    pub code: String,
    /// The message.
    pub message: String,
    /// What else there is to know.
    pub detail: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
    /// The place in [`ServerMessage::query`], in characters from 1.
    pub position: Option<usize>,
    /// The text that was sent, with its values written into it: the one that `position` counts in.
    pub query: Option<String>,
    /// The place in `internal_query`, in characters from 1.
    pub internal_position: Option<usize>,
    /// The statement that a function ran.
    pub internal_query: Option<String>,
    /// The functions in which it happened.
    pub context: Option<String>,
    /// The schema of the object that it is about.
    pub schema: Option<String>,
    /// The table.
    pub table: Option<String>,
    /// The column.
    pub column: Option<String>,
    /// The type.
    pub data_type: Option<String>,
    /// The constraint.
    pub constraint: Option<String>,
}

impl ServerMessage {
    /// The line of the statement in which the place is, cut to the width of a terminal, and a line
    /// with a mark below it, as psql shows them. The statement is the one that was sent, or the one
    /// that a function ran.
    pub fn excerpt(&self) -> Option<String> {
        let (query, position) = match self.position {
            Some(position) => (self.query.as_ref()?, position),
            None => (self.internal_query.as_ref()?, self.internal_position?),
        };
        Some(crate::postgres::excerpt(query, position)).filter(|text| !text.is_empty())
    }
}

/// What a database said to a statement.
#[derive(Debug, Clone, PartialEq)]
pub struct DbError(Box<DbErrorData>);

/// The parts of a [`DbError`].
#[derive(Debug, Clone, PartialEq)]
pub struct DbErrorData {
    /// The Python module whose class the error has: `sqlite3`, `psycopg2.errors` ...
    pub module: &'static str,
    /// The class.
    pub class: ErrorClass,
    /// The name of the exception's own class below that, where the driver has one for every code:
    /// `UndefinedTable`.
    pub subclass: Option<&'static str>,
    /// What kind of trouble it is.
    pub kind: DbErrorKind,
    /// The message of the database.
    pub message: String,
    /// The number (SQLite: the extended result code; MySQL: the error number).
    pub code: Option<i32>,
    /// The name of the code (`SQLITE_BUSY`), or the SQLSTATE.
    pub code_name: Option<String>,
    /// The statement that was sent, where there was one.
    pub statement: Option<String>,
    /// The byte of the statement at which the database stopped, where it tells.
    pub offset: Option<usize>,
    /// Its values.
    pub params: Params,
    /// Lines for people that Limbec adds below, without `hint: `.
    pub hints: Vec<String>,
    /// All that the server said, where the database is one that says it in parts.
    pub server: Option<ServerMessage>,
}

impl DbError {
    /// An error without a statement.
    pub fn new(module: &'static str, class: ErrorClass, message: impl Into<String>) -> Self {
        DbError(Box::new(DbErrorData {
            module,
            class,
            subclass: None,
            kind: DbErrorKind::Other,
            message: message.into(),
            code: None,
            code_name: None,
            statement: None,
            offset: None,
            params: Params::None,
            hints: Vec::new(),
            server: None,
        }))
    }

    /// The error with its code and kind.
    #[must_use]
    pub fn with_code(mut self, code: i32, name: impl Into<String>, kind: DbErrorKind) -> Self {
        self.0.code = Some(code);
        self.0.code_name = Some(name.into());
        self.0.kind = kind;
        self
    }

    /// The error with the byte of its statement at which the database stopped.
    #[must_use]
    pub fn with_offset(mut self, offset: Option<usize>) -> Self {
        self.0.offset = offset;
        self
    }

    /// The same, of a statement that ran longer than it was given.
    #[must_use]
    #[cfg_attr(
        not(any(feature = "sqlite", feature = "postgres")),
        allow(dead_code, reason = "only connections need it")
    )]
    pub(crate) fn timed_out(self, limit: std::time::Duration) -> Self {
        let limit = limit.as_secs_f64();
        self.with_kind(DbErrorKind::TimedOut).with_hint(format!(
            "the statement ran longer than the statement_timeout of {limit} s"
        ))
    }

    /// The error with its kind.
    #[must_use]
    pub fn with_kind(mut self, kind: DbErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// The error with the name of its own class, which a driver has for every code.
    #[must_use]
    pub fn with_subclass(mut self, name: Option<&'static str>) -> Self {
        self.0.subclass = name;
        self
    }

    /// The error with all that the server said.
    #[must_use]
    pub fn with_server(mut self, message: ServerMessage) -> Self {
        self.0.server = Some(message);
        self
    }

    /// The error with the statement that caused it.
    #[must_use]
    pub fn with_statement(mut self, sql: &str, params: &Params) -> Self {
        self.0.statement = Some(sql.to_owned());
        self.0.params = params.clone();
        self
    }

    /// The error with one more hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hints.push(hint.into());
        self
    }

    /// The class name, `OperationalError` ...
    pub fn class_name(&self) -> &'static str {
        self.0.class.name()
    }

    /// The class of the driver's own exception: `sqlite3.OperationalError`,
    /// `psycopg2.errors.UndefinedTable`.
    pub fn driver_class(&self) -> String {
        let name = self.0.subclass.unwrap_or_else(|| self.class_name());
        format!("{}.{name}", self.0.module)
    }

    /// Whether it is an exception of Python itself (`ValueError`), which SQLAlchemy passes on as it
    /// is.
    pub fn is_plain_python(&self) -> bool {
        self.0.module == PYTHON
    }

    /// The text that SQLAlchemy puts into its exception:
    /// `(sqlite3.OperationalError) no such table: x`, then the statement, its parameters, and the
    /// link to the explanation.
    pub fn sqlalchemy_text(&self) -> String {
        let mut text = self.headline();
        if let Some(sql) = &self.0.statement {
            text.push_str("\n[SQL: ");
            text.push_str(sql);
            text.push(']');
            if let Some(parameters) = params_repr(&self.0.params) {
                text.push_str("\n[parameters: ");
                text.push_str(&parameters);
                text.push(']');
            }
        }
        text.push_str("\n(Background on this error at: https://sqlalche.me/e/20/");
        text.push_str(self.0.class.background());
        text.push(')');
        text
    }

    /// The parameters as SQLAlchemy's text shows them; `None` where there are none.
    pub fn parameters_text(&self) -> Option<String> {
        params_repr(&self.0.params)
    }

    /// The first line of that text: `(sqlite3.OperationalError) no such table: x`.
    pub fn headline(&self) -> String {
        format!("({}) {}", self.driver_class(), self.0.message)
    }
}

impl std::ops::Deref for DbError {
    type Target = DbErrorData;

    fn deref(&self) -> &DbErrorData {
        &self.0
    }
}

impl fmt::Display for DbError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sqlalchemy_text())
    }
}

impl std::error::Error for DbError {}

/// How many parameter sets of an executemany SQLAlchemy shows before it leaves the middle out.
const SETS_SHOWN: usize = 10;
/// How many parameters of one set it shows before it leaves the middle out.
const PARAMETERS_SHOWN: usize = 100;

/// SQLAlchemy's rendering of parameters in error texts; `None` where there are none.
fn params_repr(params: &Params) -> Option<String> {
    match params {
        Params::None => None,
        Params::Positional(values) if values.is_empty() => None,
        Params::Positional(values) => Some(tuple_repr(values)),
        Params::Named(values) if values.is_empty() => None,
        Params::Named(values) => Some(format!("{{{}}}", named_repr(values))),
        Params::Many(sets) if sets.is_empty() => None,
        Params::Many(sets) => Some(sets_repr(sets, tuple_repr)),
        Params::NamedMany { rows, .. } if rows.is_empty() => None,
        Params::NamedMany { names, rows } => Some(sets_repr(rows, |row| {
            format!("{{{}}}", join_parameters(&row_repr(names, row)))
        })),
    }
}

/// The sets of an executemany, the middle ones left out where they are many.
fn sets_repr(sets: &[Vec<Literal>], shown: impl Fn(&[Literal]) -> String) -> String {
    let shown = |sets: &[Vec<Literal>]| {
        let texts: Vec<_> = sets.iter().map(|set| shown(set)).collect();
        texts.join(", ")
    };
    if sets.len() <= SETS_SHOWN {
        return format!("[{}]", shown(sets));
    }
    format!(
        "[{}  ... displaying {SETS_SHOWN} of {} total bound parameter sets ...  {}]",
        shown(&sets[..SETS_SHOWN - 2]),
        sets.len(),
        shown(&sets[sets.len() - 2..])
    )
}

fn row_repr(names: &[String], row: &[Literal]) -> Vec<String> {
    names
        .iter()
        .zip(row)
        .map(|(name, value)| pair_repr(name, value))
        .collect()
}

fn pair_repr(name: &str, value: &Literal) -> String {
    format!(
        "{}: {}",
        python_str_repr(name),
        shorten(&python_repr(value))
    )
}

fn tuple_repr(values: &[Literal]) -> String {
    let shown: Vec<_> = values.iter().map(|v| shorten(&python_repr(v))).collect();
    let comma = if values.len() == 1 { "," } else { "" };
    format!("({}{comma})", join_parameters(&shown))
}

fn named_repr(values: &[(String, Literal)]) -> String {
    let shown: Vec<_> = values
        .iter()
        .map(|(name, value)| pair_repr(name, value))
        .collect();
    join_parameters(&shown)
}

fn join_parameters(shown: &[String]) -> String {
    if shown.len() <= PARAMETERS_SHOWN {
        return shown.join(", ");
    }
    let half = PARAMETERS_SHOWN / 2;
    format!(
        "{} ... {} parameters truncated ... {}",
        shown[..half].join(", "),
        shown.len() - PARAMETERS_SHOWN,
        shown[shown.len() - half..].join(", ")
    )
}
