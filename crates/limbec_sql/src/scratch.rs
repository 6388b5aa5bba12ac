//! What a script of CREATE statements makes, without keeping it.

use limbec_schema::Table;
use thiserror::Error;

use crate::connection::Connection;
use crate::db_error::DbError;
use crate::entity::Entity;
use crate::inspect::InspectError;
use crate::meaning::{Ask, Rows};
use crate::statement::Statement;

/// What a script or a database declares.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Declared {
    /// The tables.
    pub tables: Vec<Table>,
    /// Views, functions and the like.
    pub entities: Vec<Entity>,
}

/// A connection that is asked as it is.
#[allow(missing_debug_implementations)]
pub struct Direct<'a>(pub &'a mut dyn Connection);

impl Ask<DbError> for Direct<'_> {
    fn query(&mut self, sql: &str) -> Result<Rows, DbError> {
        Ok(self.0.execute(&Statement::new(sql.to_owned()))?.rows)
    }

    fn probe(&mut self, script: &str, query: &str) -> Result<Option<Rows>, DbError> {
        const NAME: &str = "limbec_probe";
        self.0.savepoint(NAME)?;
        let rows = match self.0.execute_script(script) {
            Ok(()) => self.query(query).map(Some),
            Err(_) => Ok(None),
        };
        self.0.rollback_to_savepoint(NAME)?;
        self.0.release_savepoint(NAME)?;
        rows
    }
}

/// Where such a script is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptPlace {
    /// Apart from whatever is in the database.
    Apart,
    /// In the database itself, which must be empty.
    Alone,
}

/// Why the tables of a script are not known.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ScriptError {
    /// The database refused.
    #[error(transparent)]
    Database(#[from] DbError),
    /// What was made cannot be read.
    #[error(transparent)]
    Inspect(#[from] InspectError),
    /// The script names something that is not its own.
    #[error("the statements reach {0}, which is not the scratch schema")]
    Strays(String),
    /// A scratch database in which something is.
    #[error("the scratch database is not empty: it has the table {0}")]
    NotEmpty(String),
}
