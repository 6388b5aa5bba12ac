use std::io;

use fallible_iterator::FallibleIterator;
use postgres_protocol::message::backend::{DataRowBody, ErrorFields};

/// A column of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name.
    pub name: String,
    /// The type, by its number in `pg_type`.
    pub type_oid: u32,
    /// The modifier of the type: a length, a precision.
    pub type_modifier: i32,
}

/// What one statement answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Whether the statement is one that returns rows.
    pub returns_rows: bool,
    /// The columns.
    pub fields: Vec<Field>,
    /// The rows, in the server's text form; `None` for NULL.
    pub rows: Vec<Vec<Option<String>>>,
    /// `CREATE TABLE`, `INSERT 0 1` ...; empty for an empty statement.
    pub tag: String,
}

impl Answer {
    /// How many rows the statement touched or returned, from its tag.
    pub fn row_count(&self) -> Option<i64> {
        self.tag.rsplit(' ').next()?.parse().ok()
    }
}

pub(super) fn row(body: &DataRowBody) -> io::Result<Vec<Option<String>>> {
    let buffer = body.buffer();
    body.ranges()
        .map(|range| Ok(range.map(|range| String::from_utf8_lossy(&buffer[range]).into_owned())))
        .collect()
}

/// An error or a notice of the server.
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
    /// The place in the statement, in characters from 1.
    pub position: Option<usize>,
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
    /// The constraint.
    pub constraint: Option<String>,
}

impl ServerMessage {
    pub(super) fn read(mut fields: ErrorFields<'_>) -> io::Result<Self> {
        let mut message = ServerMessage::default();
        let mut localized = String::new();
        while let Some(field) = fields.next()? {
            let text = String::from_utf8_lossy(field.value_bytes()).into_owned();
            match field.type_() {
                b'S' => localized = text,
                b'V' => message.severity = text,
                b'C' => message.code = text,
                b'M' => message.message = text,
                b'D' => message.detail = Some(text),
                b'H' => message.hint = Some(text),
                b'P' => message.position = text.parse().ok(),
                b'p' => message.internal_position = text.parse().ok(),
                b'q' => message.internal_query = Some(text),
                b'W' => message.context = Some(text),
                b's' => message.schema = Some(text),
                b't' => message.table = Some(text),
                b'c' => message.column = Some(text),
                b'n' => message.constraint = Some(text),
                _ => {}
            }
        }
        if message.severity.is_empty() {
            // Servers before 9.6 send only the translated word.
            message.severity = localized;
        }
        Ok(message)
    }
}
