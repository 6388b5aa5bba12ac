//! What a server says, as `psycopg2` raises it.

use super::wire::{ServerMessage, WireError};
use crate::db_error::{DbError, DbErrorKind, ErrorClass};

/// The Python module of the error classes that have a SQLSTATE of their own.
const ERRORS: &str = "psycopg2.errors";
/// The Python module of the classes of Python's database interface.
const DRIVER: &str = "psycopg2";

/// The error of a statement or of a connection.
pub(super) fn from_wire(error: WireError) -> DbError {
    match error {
        WireError::Server(message) => from_server(*message),
        WireError::Lost(error) => {
            let text = format!("server closed the connection unexpectedly: {error}");
            DbError::new(DRIVER, ErrorClass::Operational, text)
        }
        WireError::Protocol(text) => DbError::new(DRIVER, ErrorClass::Operational, text),
    }
}

fn from_server(message: ServerMessage) -> DbError {
    let class = class_of(&message.code);
    let mut text = message.message.clone();
    for (label, part) in [("DETAIL", &message.detail), ("HINT", &message.hint)] {
        if let Some(part) = part {
            text.push_str(&format!("\n{label}:  {part}"));
        }
    }
    text.push('\n');
    let kind = match &message.code[..] {
        "55P03" => DbErrorKind::Locked,
        "57014" => DbErrorKind::Interrupted,
        "25006" => DbErrorKind::ReadOnly,
        code if code.starts_with("23") => DbErrorKind::Constraint,
        code if code.starts_with("53") => DbErrorKind::Disk,
        _ => DbErrorKind::Other,
    };
    DbError::new(ERRORS, class, text).with_code(0, message.code, kind)
}

/// The class of Python's database interface for a SQLSTATE.
/// Source: psycopg2, `psycopg/pqpath.c`, `exception_from_sqlstate`.
fn class_of(code: &str) -> ErrorClass {
    match code.get(..2).unwrap_or_default() {
        "0A" => ErrorClass::NotSupported,
        "20" | "21" | "26" | "34" | "3D" | "3F" | "42" => ErrorClass::Programming,
        "22" => ErrorClass::Data,
        "23" => ErrorClass::Integrity,
        "24" | "25" | "2D" | "2F" | "38" | "39" | "3B" => ErrorClass::Internal,
        "40" | "53" | "54" | "55" | "57" | "58" => ErrorClass::Operational,
        _ => ErrorClass::Database,
    }
}
