//! What a server says, as `psycopg2` raises it.

use std::io;

use super::excerpt::excerpt;
use super::sqlstate::{class_of, error_name};
use super::wire::WireError;
use crate::db_error::{DbError, DbErrorKind, ErrorClass, PYTHON, ServerMessage};
use crate::statement::{Params, Statement};

/// The Python module of the error classes that have a SQLSTATE of their own.
const ERRORS: &str = "psycopg2.errors";
/// The Python module of the classes of Python's database interface.
const DRIVER: &str = "psycopg2";

/// An exception of Python itself, such as `ValueError`.
pub(super) fn python_error(class: &'static str, message: impl Into<String>) -> DbError {
    DbError::new(PYTHON, ErrorClass::Programming, message).with_subclass(Some(class))
}

/// What the driver itself finds wrong with a statement.
pub(super) fn wrong(message: impl Into<String>) -> DbError {
    DbError::new(DRIVER, ErrorClass::Programming, message)
}

/// The error of a conversation.
pub(super) fn from_wire(error: WireError) -> DbError {
    match error {
        WireError::Server(message) => from_server(*message),
        WireError::Lost(error) => lost(&error),
        WireError::Protocol(text) => DbError::new(DRIVER, ErrorClass::Operational, text),
        WireError::CopyIn => wrong("can't execute COPY FROM: use the copy_from() method instead"),
        WireError::CopyOut => wrong("can't execute COPY TO: use the copy_to() method instead"),
    }
}

/// The connection is gone. The words are libpq's.
fn lost(error: &io::Error) -> DbError {
    let text = match error.kind() {
        io::ErrorKind::UnexpectedEof
        | io::ErrorKind::ConnectionReset
        | io::ErrorKind::BrokenPipe => "server closed the connection unexpectedly\n\
             \tThis probably means the server terminated abnormally\n\
             \tbefore or while processing the request.\n"
            .to_owned(),
        _ => format!("could not receive data from server: {}\n", os_text(error)),
    };
    DbError::new(DRIVER, ErrorClass::Operational, text)
        .with_code(0, "08006", DbErrorKind::ConnectionLost)
        .with_hint(
            "the server ended the connection: what was not committed is undone; look into the \
             log of the server, and run the command again",
        )
}

/// The operating system's words, without the number that Rust adds.
pub(super) fn os_text(error: &io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error ") {
        Some((text, _)) => text.to_owned(),
        None => text,
    }
}

/// The error of a message of the server.
pub(super) fn from_server(message: ServerMessage) -> DbError {
    let class = class_of(&message.code);
    let name = error_name(&message.code);
    let (module, name) = match name {
        Some(name) => (ERRORS, Some(name)),
        None if message.code.starts_with("40") => {
            ("psycopg2.extensions", Some("TransactionRollbackError"))
        }
        None => (DRIVER, None),
    };
    DbError::new(module, class, libpq_text(&message))
        .with_subclass(name)
        .with_code(0, message.code.clone(), kind_of(&message.code))
        .with_server(message)
}

/// What to do is known for these.
fn kind_of(code: &str) -> DbErrorKind {
    match code {
        "55P03" => DbErrorKind::Locked,
        "25006" => DbErrorKind::ReadOnly,
        "28000" | "28P01" => DbErrorKind::AccessDenied,
        "3D000" => DbErrorKind::NoSuchDatabase,
        "57P03" => DbErrorKind::CannotConnect,
        "57P01" | "57P02" | "57P05" => DbErrorKind::ConnectionLost,
        "53100" => DbErrorKind::Disk,
        code if code.starts_with("08") => DbErrorKind::ConnectionLost,
        code if code.starts_with("23") => DbErrorKind::Constraint,
        _ => DbErrorKind::Other,
    }
}

/// The text of a message as libpq puts it together, without the severity, which `psycopg2` strips.
fn libpq_text(message: &ServerMessage) -> String {
    let mut text = message.message.clone();
    let place = match (message.position, message.internal_position) {
        (Some(at), _) => Some((message.query.as_deref(), at)),
        (None, Some(at)) => Some((message.internal_query.as_deref(), at)),
        (None, None) => None,
    };
    if let Some((None, at)) = place {
        text.push_str(&format!(" at character {at}"));
    }
    text.push('\n');
    if let Some((Some(query), at)) = place {
        text.push_str(&excerpt(query, at));
    }
    for (label, part) in [
        ("DETAIL", &message.detail),
        ("HINT", &message.hint),
        ("QUERY", &message.internal_query),
        ("CONTEXT", &message.context),
    ] {
        if let Some(part) = part {
            text.push_str(&format!("{label}:  {part}\n"));
        }
    }
    text
}

/// The error with its statement, as SQLAlchemy shows it for this driver: percent signs doubled.
pub(super) fn with_statement(error: DbError, statement: &Statement) -> DbError {
    if error.is_plain_python() {
        return error;
    }
    if statement.sql.is_empty() {
        return error;
    }
    match &statement.params {
        Params::Named(pairs) if pairs.iter().any(|(name, _)| name.ends_with("__1")) => {
            error.with_statement(&shortened(&statement.sql), &statement.params)
        }
        Params::None => error.with_statement(&statement.sql.replace('%', "%%"), &Params::None),
        params => error.with_statement(&statement.sql, params),
    }
}

/// The text of an INSERT of many rows as SQLAlchemy shows it.
fn shortened(sql: &str) -> String {
    const LONGEST: usize = 500;
    const HEAD: usize = 250;
    const TAIL: usize = 100;
    let count = sql.chars().count();
    if count <= LONGEST {
        return sql.to_owned();
    }
    let head: String = sql.chars().take(HEAD).collect();
    let tail: String = sql.chars().skip(count - TAIL).collect();
    let left_out = count - HEAD - TAIL;
    format!("{head} ... {left_out} characters truncated ... {tail}")
}
