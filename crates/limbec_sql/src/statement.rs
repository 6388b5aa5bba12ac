//! One piece of SQL on its way to a database or to a file.

use limbec_schema::Literal;

/// The values that travel beside a statement.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Params {
    /// None: the statement is complete as it is.
    #[default]
    None,
    /// One value for each placeholder, in order.
    Positional(Vec<Literal>),
    /// Values by name.
    Named(Vec<(String, Literal)>),
    /// The statement runs once for each row of values.
    Many(Vec<Vec<Literal>>),
    /// The statement runs once for each row of values by name.
    NamedMany {
        /// The names, the same for every row.
        names: Vec<String>,
        /// The values of each row, in the order of the names.
        rows: Vec<Vec<Literal>>,
    },
}

/// A statement, exactly as SQLAlchemy would send it.
///
/// The text keeps the leading newline and the tabs that SQLAlchemy writes, because SQLite keeps the
/// text of `CREATE TABLE` in `sqlite_master` and the schema must be the same byte for byte.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Statement {
    /// The text.
    pub sql: String,
    /// The values beside it.
    pub params: Params,
}

impl Statement {
    /// A statement without values.
    pub fn new(sql: impl Into<String>) -> Self {
        Statement {
            sql: sql.into(),
            params: Params::None,
        }
    }

    /// The text as offline mode prints it (Alembic's rule): tabs become four blanks, the ends are
    /// trimmed, and `;` closes it.
    pub fn offline_text(&self) -> String {
        format!("{};", self.sql.replace('\t', "    ").trim())
    }
}
