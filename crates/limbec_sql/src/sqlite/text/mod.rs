//! A reading of the text in `sqlite_master` that misses nothing SQLite understands.
//!
//! SQLAlchemy's inspector finds constraints in that text by patterns and overlooks some (`b
//! VARCHAR(10) UNIQUE`, `REFERENCES p ON DELETE CASCADE`, COLLATE, AUTOINCREMENT). Who only asks can
//! live with that; who rebuilds a table from the answer would lose data rules.

mod create_index;
mod create_table;
pub(crate) mod lay_out;
mod normal;
mod tokens;

pub(crate) use create_index::{ParsedIndex, is_plain_index, is_whole, parse_index};
pub(crate) use create_table::{
    ParsedColumn, ParsedConstraint, ParsedKind, ParsedReference, ParsedTable, parse_table,
};
pub(crate) use normal::normal;
pub(crate) use tokens::mentions;
