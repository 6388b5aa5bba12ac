//! SQLite's result codes as the exceptions of Python's `sqlite3`.

use rusqlite::Error;
use rusqlite::ffi;

use crate::db_error::{DbError, DbErrorKind, ErrorClass};

/// The Python module of the driver.
pub(super) const MODULE: &str = "sqlite3";

/// An error of the driver itself, such as a wrong number of parameters.
pub(super) fn programming(message: impl Into<String>) -> DbError {
    DbError::new(MODULE, ErrorClass::Programming, message)
}

/// The error of Python's `sqlite3` for what rusqlite reports.
pub(super) fn from_rusqlite(error: Error) -> DbError {
    match error {
        Error::SqliteFailure(failure, message) => {
            let message = message.unwrap_or_else(|| code_text(failure.extended_code));
            from_code(failure.extended_code, message)
        }
        Error::SqlInputError {
            error, msg, offset, ..
        } => from_code(error.extended_code, msg).with_offset(usize::try_from(offset).ok()),
        Error::MultipleStatement => programming("You can only execute one statement at a time."),
        Error::InvalidPath(_) | Error::NulError(_) => from_code(
            ffi::SQLITE_CANTOPEN,
            "unable to open database file".to_owned(),
        ),
        other => DbError::new(MODULE, ErrorClass::Interface, other.to_string()),
    }
}

fn from_code(code: i32, message: String) -> DbError {
    let primary = code & 0xff;
    // rusqlite adds the path to this one message; SQLite and Python do not.
    let message = match primary == ffi::SQLITE_CANTOPEN
        && message.starts_with("unable to open database file")
    {
        true => "unable to open database file".to_owned(),
        false => message,
    };
    DbError::new(MODULE, class(primary), message).with_code(code, code_name(code), kind(primary))
}

/// CPython's table of result codes and exception classes.
fn class(primary: i32) -> ErrorClass {
    match primary {
        ffi::SQLITE_INTERNAL | ffi::SQLITE_NOTFOUND => ErrorClass::Internal,
        ffi::SQLITE_ERROR
        | ffi::SQLITE_PERM
        | ffi::SQLITE_ABORT
        | ffi::SQLITE_BUSY
        | ffi::SQLITE_LOCKED
        | ffi::SQLITE_READONLY
        | ffi::SQLITE_INTERRUPT
        | ffi::SQLITE_IOERR
        | ffi::SQLITE_FULL
        | ffi::SQLITE_CANTOPEN
        | ffi::SQLITE_PROTOCOL
        | ffi::SQLITE_EMPTY
        | ffi::SQLITE_SCHEMA => ErrorClass::Operational,
        ffi::SQLITE_TOOBIG => ErrorClass::Data,
        ffi::SQLITE_CONSTRAINT | ffi::SQLITE_MISMATCH => ErrorClass::Integrity,
        ffi::SQLITE_MISUSE | ffi::SQLITE_RANGE => ErrorClass::Interface,
        _ => ErrorClass::Database,
    }
}

fn kind(primary: i32) -> DbErrorKind {
    match primary {
        ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => DbErrorKind::Locked,
        ffi::SQLITE_READONLY | ffi::SQLITE_PERM => DbErrorKind::ReadOnly,
        ffi::SQLITE_NOTADB | ffi::SQLITE_CORRUPT => DbErrorKind::NotADatabase,
        ffi::SQLITE_CANTOPEN => DbErrorKind::CannotConnect,
        ffi::SQLITE_INTERRUPT => DbErrorKind::Interrupted,
        ffi::SQLITE_IOERR | ffi::SQLITE_FULL => DbErrorKind::Disk,
        ffi::SQLITE_CONSTRAINT => DbErrorKind::Constraint,
        _ => DbErrorKind::Other,
    }
}

/// The text of a code for which SQLite gave no message.
fn code_text(code: i32) -> String {
    ffi::code_to_str(code).to_owned()
}

/// The name that Python gives as `sqlite_errorname`.
fn code_name(code: i32) -> String {
    let name = match code {
        ffi::SQLITE_CONSTRAINT_CHECK => "SQLITE_CONSTRAINT_CHECK",
        ffi::SQLITE_CONSTRAINT_COMMITHOOK => "SQLITE_CONSTRAINT_COMMITHOOK",
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => "SQLITE_CONSTRAINT_FOREIGNKEY",
        ffi::SQLITE_CONSTRAINT_FUNCTION => "SQLITE_CONSTRAINT_FUNCTION",
        ffi::SQLITE_CONSTRAINT_NOTNULL => "SQLITE_CONSTRAINT_NOTNULL",
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY => "SQLITE_CONSTRAINT_PRIMARYKEY",
        ffi::SQLITE_CONSTRAINT_TRIGGER => "SQLITE_CONSTRAINT_TRIGGER",
        ffi::SQLITE_CONSTRAINT_UNIQUE => "SQLITE_CONSTRAINT_UNIQUE",
        ffi::SQLITE_CONSTRAINT_VTAB => "SQLITE_CONSTRAINT_VTAB",
        ffi::SQLITE_CONSTRAINT_ROWID => "SQLITE_CONSTRAINT_ROWID",
        ffi::SQLITE_BUSY_RECOVERY => "SQLITE_BUSY_RECOVERY",
        ffi::SQLITE_BUSY_SNAPSHOT => "SQLITE_BUSY_SNAPSHOT",
        ffi::SQLITE_READONLY_DBMOVED => "SQLITE_READONLY_DBMOVED",
        ffi::SQLITE_READONLY_DIRECTORY => "SQLITE_READONLY_DIRECTORY",
        ffi::SQLITE_READONLY_ROLLBACK => "SQLITE_READONLY_ROLLBACK",
        ffi::SQLITE_CANTOPEN_ISDIR => "SQLITE_CANTOPEN_ISDIR",
        _ => return primary_name(code & 0xff).to_owned(),
    };
    name.to_owned()
}

fn primary_name(primary: i32) -> &'static str {
    match primary {
        ffi::SQLITE_ERROR => "SQLITE_ERROR",
        ffi::SQLITE_INTERNAL => "SQLITE_INTERNAL",
        ffi::SQLITE_PERM => "SQLITE_PERM",
        ffi::SQLITE_ABORT => "SQLITE_ABORT",
        ffi::SQLITE_BUSY => "SQLITE_BUSY",
        ffi::SQLITE_LOCKED => "SQLITE_LOCKED",
        ffi::SQLITE_NOMEM => "SQLITE_NOMEM",
        ffi::SQLITE_READONLY => "SQLITE_READONLY",
        ffi::SQLITE_INTERRUPT => "SQLITE_INTERRUPT",
        ffi::SQLITE_IOERR => "SQLITE_IOERR",
        ffi::SQLITE_CORRUPT => "SQLITE_CORRUPT",
        ffi::SQLITE_NOTFOUND => "SQLITE_NOTFOUND",
        ffi::SQLITE_FULL => "SQLITE_FULL",
        ffi::SQLITE_CANTOPEN => "SQLITE_CANTOPEN",
        ffi::SQLITE_PROTOCOL => "SQLITE_PROTOCOL",
        ffi::SQLITE_SCHEMA => "SQLITE_SCHEMA",
        ffi::SQLITE_TOOBIG => "SQLITE_TOOBIG",
        ffi::SQLITE_CONSTRAINT => "SQLITE_CONSTRAINT",
        ffi::SQLITE_MISMATCH => "SQLITE_MISMATCH",
        ffi::SQLITE_MISUSE => "SQLITE_MISUSE",
        ffi::SQLITE_AUTH => "SQLITE_AUTH",
        ffi::SQLITE_RANGE => "SQLITE_RANGE",
        ffi::SQLITE_NOTADB => "SQLITE_NOTADB",
        _ => "unknown",
    }
}
