//! What a script of CREATE statements makes, without keeping it.

use limbec_schema::Table;
use thiserror::Error;

use crate::connection::Connection;
use crate::db_error::DbError;
use crate::dump::TableStatements;
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
    /// The tables as the database writes them.
    pub statements: Vec<TableStatements>,
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
    /// The same, whatever is in it.
    #[error("it is not empty: it has {0}")]
    Occupied(String),
}

/// A PostgreSQL database that was empty, so that all that is in it later may go.
#[derive(Debug)]
pub struct Scratch {
    /// The schemas that were there.
    schemas: String,
}

impl Scratch {
    /// Look that it is empty.
    ///
    /// # Errors
    /// A database in which something is; what it says.
    pub fn of(connection: &mut dyn Connection) -> Result<Self, ScriptError> {
        let found = Direct(connection).query(&format!("{SCRATCH_OBJECTS} LIMIT 1"))?;
        if let Some(name) = found.first().and_then(|row| crate::meaning::text(row, 1)) {
            return Err(ScriptError::Occupied(name));
        }
        let schemas = "SELECT string_agg(quote_literal(nspname), ', ') FROM pg_namespace";
        let schemas = Direct(connection).query(schemas)?;
        let schemas = schemas.first().and_then(|row| crate::meaning::text(row, 0));
        Ok(Self {
            schemas: schemas.unwrap_or_default(),
        })
    }

    /// Drop all that has been made in it since.
    ///
    /// # Errors
    /// What the database says.
    pub fn empty(&self, connection: &mut dyn Connection) -> Result<(), DbError> {
        connection.execute_script("SET client_min_messages = warning")?;
        let new = format!(
            "SELECT 'SCHEMA ' || quote_ident(nspname) FROM pg_namespace WHERE nspname NOT IN ({}) AND nspname !~ '^pg_'",
            self.schemas
        );
        for query in [
            "SELECT 'EXTENSION ' || quote_ident(extname) FROM pg_extension WHERE extname <> 'plpgsql'",
            &new,
            SCRATCH_OBJECTS,
        ] {
            let rows = Direct(connection).query(query)?;
            for row in &rows {
                if let Some(object) = crate::meaning::text(row, 0) {
                    connection.execute_script(&format!("DROP {object} CASCADE"))?;
                }
            }
        }
        Ok(())
    }
}

/// What is in the schemas of users and belongs to nothing else: how DROP calls it, and its name.
const SCRATCH_OBJECTS: &str = "\
SELECT x.word || ' IF EXISTS ' || x.name, x.name FROM (\
SELECT n.nspname, 'pg_class'::regclass AS class, c.oid, CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' \
WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS word, \
quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c', 'f') \
UNION ALL SELECT n.nspname, 'pg_proc'::regclass, p.oid, CASE p.prokind WHEN 'a' THEN 'AGGREGATE' ELSE 'ROUTINE' END, \
quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')' \
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace \
UNION ALL SELECT n.nspname, 'pg_type'::regclass, y.oid, 'TYPE', quote_ident(n.nspname) || '.' || quote_ident(y.typname) \
FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace WHERE y.typtype IN ('d', 'e', 'r')) x \
WHERE x.nspname !~ '^pg_' AND x.nspname <> 'information_schema' \
AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = x.class AND d.objid = x.oid AND d.deptype IN ('e', 'i'))";
