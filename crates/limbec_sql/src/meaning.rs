//! What CHECK constraints, defaults and indexes mean: their text as the database itself normalises it, so that two
//! spellings of one thing are equal.
//!
//! PostgreSQL is asked to parse what is wanted, on temporary tables inside of a savepoint that is rolled back. SQLite keeps
//! the text of whoever wrote it, so that its tokens are compared.

use std::collections::HashMap;

use limbec_schema::{Literal, Table};

use crate::{CompileError, Dialect, postgres, sqlite};

/// The rows of an answer.
pub type Rows = Vec<Vec<Literal>>;

/// Asks a database. The error is whoever's that asks.
pub trait Ask<E> {
    /// The rows of a query.
    ///
    /// # Errors
    /// What the database says.
    fn query(&mut self, sql: &str) -> Result<Rows, E>;

    /// Runs a script, then a query, and undoes the script; `None` where the database refuses the script.
    ///
    /// # Errors
    /// A database that allows no such script at all.
    fn probe(&mut self, script: &str, query: &str) -> Result<Option<Rows>, E>;
}

/// Why meanings are not known.
#[derive(Debug)]
pub enum MeaningError<E> {
    /// The database.
    Ask(E),
    /// Something that cannot be written for it.
    Sql(CompileError),
}

impl<E> From<CompileError> for MeaningError<E> {
    fn from(error: CompileError) -> Self {
        Self::Sql(error)
    }
}

/// A table of the database and the declared table that it should be.
#[derive(Debug, Clone, Copy)]
pub struct TablePair<'a> {
    /// The table in the database.
    pub found: &'a Table,
    /// The name that it has there still, where it is to be renamed.
    pub present_name: &'a str,
    /// The declared table.
    pub declared: &'a Table,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// CHECK constraints.
    pub checks: bool,
    /// Server defaults.
    pub defaults: bool,
    /// Indexes over expressions and with conditions.
    pub indexes: bool,
}

/// The meanings of the parts of one table on both sides. A declared part that the database cannot parse is missing: it is
/// not what is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meanings {
    /// The CHECK constraints of the database: name and meaning.
    pub found_checks: Vec<(Option<String>, String)>,
    /// The declared ones, by their place among the constraints.
    pub checks: HashMap<usize, String>,
    /// The defaults of the database, by column.
    pub found_defaults: HashMap<String, String>,
    /// The declared ones.
    pub defaults: HashMap<String, String>,
    /// The indexes of the database, by name.
    pub found_indexes: HashMap<String, FoundIndex>,
    /// The declared ones, by their place.
    pub indexes: HashMap<usize, String>,
}

/// An index as the database keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundIndex {
    /// What it covers and how.
    pub meaning: String,
    /// The statement that makes it.
    pub create: String,
}

/// The meanings of the parts of tables, pair by pair; empty where the database has no such thing.
///
/// # Errors
/// What the database says; something that cannot be written for it.
pub fn meanings<E>(
    dialect: &dyn Dialect,
    pairs: &[TablePair<'_>],
    wanted: Wanted,
    ask: &mut dyn Ask<E>,
) -> Result<Vec<Meanings>, MeaningError<E>> {
    match dialect.name() {
        "postgresql" => postgres::meaning::meanings(dialect, pairs, wanted, ask),
        "sqlite" => sqlite::meaning::meanings(dialect, pairs, wanted, ask),
        _ => Ok(pairs.iter().map(|_| Meanings::default()).collect()),
    }
}

/// A text, where the database has answered with one.
pub(crate) fn text(row: &[Literal], place: usize) -> Option<String> {
    match row.get(place)? {
        Literal::Str(text) => Some(text.clone()),
        Literal::Int(number) => Some(number.to_string()),
        Literal::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}
