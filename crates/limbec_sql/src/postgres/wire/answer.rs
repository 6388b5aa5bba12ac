use std::io;

use fallible_iterator::FallibleIterator;
use postgres_protocol::message::backend::{DataRowBody, ErrorFields, RowDescriptionBody};

use crate::db_error::ServerMessage;

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
    /// `CREATE TABLE`, `INSERT 0 1` ...
    pub tag: String,
    /// Whether the text held no statement at all.
    pub empty: bool,
}

impl Answer {
    pub(super) fn of_rows(body: &RowDescriptionBody) -> io::Result<Self> {
        let fields = body
            .fields()
            .map(|field| {
                Ok(Field {
                    name: field.name().to_owned(),
                    type_oid: field.type_oid(),
                    type_modifier: field.type_modifier(),
                })
            })
            .collect()?;
        Ok(Answer {
            returns_rows: true,
            fields,
            ..Answer::default()
        })
    }

    /// How many rows the statement returned or touched; -1 where that has no meaning.
    pub fn row_count(&self) -> i64 {
        if self.returns_rows {
            return i64::try_from(self.rows.len()).unwrap_or(i64::MAX);
        }
        let number = self.tag.rsplit(' ').next();
        number.and_then(|number| number.parse().ok()).unwrap_or(-1)
    }
}

pub(super) fn row(body: &DataRowBody) -> io::Result<Vec<Option<String>>> {
    let buffer = body.buffer();
    body.ranges()
        .map(|range| Ok(range.map(|range| String::from_utf8_lossy(&buffer[range]).into_owned())))
        .collect()
}

/// Reads an error or a notice of the server.
pub(super) fn server_message(mut fields: ErrorFields<'_>) -> io::Result<ServerMessage> {
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
            b'd' => message.data_type = Some(text),
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
