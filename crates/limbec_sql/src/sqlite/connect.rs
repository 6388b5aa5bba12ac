//! A connection to SQLite that behaves as Python's `sqlite3` does under SQLAlchemy.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use limbec_schema::Literal;
use rusqlite::config::DbConfig;
use rusqlite::{OpenFlags, Rows};

use super::error::{from_rusqlite, programming};
use super::limit::StatementLimit;
use super::scan::StatementKind;
use super::target::SqliteTarget;
use super::values::{Bound, check_bindable, read_row};
use super::{Sqlite, functions, inspect, journal, lock, scan};
use crate::connection::{
    ColumnInfo, ConnectError, Connection, InterruptHandle, LockScope, Outcome,
};
use crate::db_error::DbError;
use crate::dialect::Dialect;
use crate::inspect::Inspector;
use crate::scratch::{Declared, Direct};
use crate::split::{PieceKind, split};
use crate::statement::{Params, Statement};
use crate::url::Url;

/// How many prepared statements are kept; CPython keeps as many.
const CACHED_STATEMENTS: usize = 128;

/// Opens the database of a URL; with a `patience` only where its file is there, and no lock is waited for longer than that.
///
/// # Errors
/// A URL that means nothing, and a file that cannot be opened.
pub fn connect(url: &Url, patience: Option<Duration>) -> Result<Box<dyn Connection>, ConnectError> {
    let mut target = SqliteTarget::from_url(url)?;
    if let Some(patience) = patience {
        target.create = false;
        target.timeout = target.timeout.min(patience);
    }
    Ok(Box::new(SqliteConnection::open(&target)?))
}

/// A connection to a SQLite database.
pub struct SqliteConnection {
    raw: rusqlite::Connection,
    busy_timeout: Duration,
    /// How long a statement may run, where that was said.
    limit: Option<StatementLimit>,
    /// The journal stays between transactions for now.
    keeps_journal: bool,
}

impl SqliteConnection {
    /// Opens the database, and makes the file where there is none, as Python does, unless the target says otherwise.
    ///
    /// # Errors
    /// `unable to open database file`. A file that is no database is only noticed by the first
    /// statement.
    pub fn open(target: &SqliteTarget) -> Result<Self, DbError> {
        let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
        flags.set(OpenFlags::SQLITE_OPEN_CREATE, target.create);
        if target.uri {
            flags |= OpenFlags::SQLITE_OPEN_URI;
        }
        let raw = rusqlite::Connection::open_with_flags(Path::new(&target.filename), flags)
            .map_err(from_rusqlite)?;
        Self::prepare(raw, target.timeout).map_err(from_rusqlite)
    }

    /// An empty database in memory.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn open_in_memory() -> Result<Self, DbError> {
        Self::open(&SqliteTarget::memory())
    }

    fn prepare(raw: rusqlite::Connection, busy_timeout: Duration) -> rusqlite::Result<Self> {
        raw.busy_timeout(busy_timeout)?;
        raw.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
        // The bundled library is compiled with foreign keys on; Python's is not, and an application
        // that wants them says so.
        raw.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
        functions::register(&raw)?;
        Ok(SqliteConnection {
            raw,
            busy_timeout,
            limit: None,
            keeps_journal: false,
        })
    }

    /// The connection of the driver, for what only SQLite has (backup, hooks).
    pub fn raw(&self) -> &rusqlite::Connection {
        &self.raw
    }

    pub(super) fn busy_timeout(&self) -> Duration {
        self.busy_timeout
    }

    /// Runs statements for as long as they may run.
    fn limited<T>(
        &mut self,
        run: impl FnOnce(&mut Self) -> Result<T, DbError>,
    ) -> Result<T, DbError> {
        if let Some(limit) = &self.limit {
            limit.begin();
        }
        let ran = run(self);
        match &self.limit {
            Some(limit) => limit.end(ran),
            None => ran,
        }
    }

    /// Runs one statement, without the statement in the error.
    fn run(&mut self, sql: &str, params: &Params) -> Result<Outcome, DbError> {
        if sql.as_bytes().contains(&0) {
            return Err(programming("the query contains a null character"));
        }
        let kind = scan::statement_kind(sql);
        if let Some(enforce) = self.foreign_keys_inside_transaction(sql, kind) {
            self.set_foreign_keys(enforce)?;
            return Ok(Outcome {
                rowcount: -1,
                ..Outcome::default()
            });
        }
        // Queries may come again, and so may changes that are given their values; a CREATE TABLE or an UPDATE that
        // stands in a script does not, and would only take memory and push others out of the cache.
        let has_values = !matches!(params, Params::None);
        if kind == StatementKind::Query || (kind == StatementKind::Change && has_values) {
            let mut prepared = self
                .raw
                .prepare_cached(sql)
                .map_err(|e| self.refuse(sql, e))?;
            self.run_prepared(&mut prepared, params, kind)
        } else {
            let mut prepared = self.raw.prepare(sql).map_err(|e| self.refuse(sql, e))?;
            self.run_prepared(&mut prepared, params, kind)
        }
    }

    fn run_prepared(
        &self,
        prepared: &mut rusqlite::Statement<'_>,
        params: &Params,
        kind: StatementKind,
    ) -> Result<Outcome, DbError> {
        let mut outcome = Outcome {
            columns: describe(prepared),
            rowcount: -1,
            ..Outcome::default()
        };
        let sets: &[Vec<Literal>] = match params {
            Params::Many(sets) => sets,
            _ => &[],
        };
        match params {
            Params::Many(_) => {
                for set in sets {
                    bind_positional(prepared, set)?;
                    self.step_all(prepared, kind, &mut outcome)?;
                }
            }
            Params::None => {
                bind_positional(prepared, &[])?;
                self.step_all(prepared, kind, &mut outcome)?;
            }
            Params::Positional(values) => {
                bind_positional(prepared, values)?;
                self.step_all(prepared, kind, &mut outcome)?;
            }
            Params::NamedMany { names, rows } => {
                for row in rows {
                    let values: Vec<_> = names.iter().cloned().zip(row.iter().cloned()).collect();
                    bind_named(prepared, &values)?;
                    self.step_all(prepared, kind, &mut outcome)?;
                }
            }
            Params::Named(values) => {
                bind_named(prepared, values)?;
                self.step_all(prepared, kind, &mut outcome)?;
            }
        }
        outcome.lastrowid = Some(self.raw.last_insert_rowid());
        Ok(outcome)
    }

    fn step_all(
        &self,
        prepared: &mut rusqlite::Statement<'_>,
        kind: StatementKind,
        outcome: &mut Outcome,
    ) -> Result<(), DbError> {
        let width = outcome.columns.len();
        let mut rows: Rows<'_> = prepared.raw_query();
        while let Some(row) = rows.next().map_err(from_rusqlite)? {
            outcome.rows.push(read_row(row, width)?);
        }
        drop(rows);
        if kind.counts_rows() {
            let changes = i64::try_from(self.raw.changes()).unwrap_or(i64::MAX);
            outcome.rowcount = outcome.rowcount.max(0) + changes;
        }
        Ok(())
    }

    /// The error of a statement that cannot be prepared.
    ///
    /// Python looks at the text behind the first statement before anything else can go wrong with
    /// it, so that `CREATE TABLE t (x); CREATE INDEX i ON t (x)` is refused for being two.
    fn refuse(&self, sql: &str, error: rusqlite::Error) -> DbError {
        let Some(offset) = scan::second_statement(sql) else {
            return from_rusqlite(error);
        };
        if self.raw.prepare(&sql[..offset]).is_err() {
            return from_rusqlite(error);
        }
        let (line, column) = scan::line_and_column(sql, offset);
        from_rusqlite(rusqlite::Error::MultipleStatement).with_hint(format!(
            "a second statement begins at line {line}, column {column}: \
             call op.execute() once for each statement"
        ))
    }

    /// `PRAGMA foreign_keys = ...` inside a transaction, where SQLite ignores it without a word.
    ///
    /// Under Alembic no transaction is open at that moment (Python's driver opens one only before a
    /// change of rows), so scripts rely on the pragma and it must work here too.
    fn foreign_keys_inside_transaction(&self, sql: &str, kind: StatementKind) -> Option<bool> {
        if kind != StatementKind::Pragma || self.raw.is_autocommit() {
            return None;
        }
        scan::foreign_keys_pragma(sql)
    }
}

impl Drop for SqliteConnection {
    /// What was not committed is undone first: a journal that is in use cannot go.
    fn drop(&mut self) {
        if self.keeps_journal && !self.raw.is_autocommit() {
            // Closing the connection undoes it otherwise.
            let _ = self.raw.execute_batch("ROLLBACK");
        }
        self.series_done();
    }
}

fn describe(prepared: &rusqlite::Statement<'_>) -> Vec<ColumnInfo> {
    if prepared.column_count() == 0 {
        return Vec::new();
    }
    prepared
        .columns()
        .map(|column| ColumnInfo {
            name: column.name().to_owned(),
            decl_type: column.decl_type().map(str::to_owned),
        })
        .collect()
}

fn bind_positional(
    prepared: &mut rusqlite::Statement<'_>,
    values: &[Literal],
) -> Result<(), DbError> {
    let expected = prepared.parameter_count();
    if expected != values.len() {
        return Err(programming(format!(
            "Incorrect number of bindings supplied. The current statement uses {expected}, and \
             there are {} supplied.",
            values.len()
        )));
    }
    for (position, value) in values.iter().enumerate() {
        check_bindable(value, position + 1)?;
        prepared
            .raw_bind_parameter(position + 1, Bound(value))
            .map_err(from_rusqlite)?;
    }
    Ok(())
}

fn bind_named(
    prepared: &mut rusqlite::Statement<'_>,
    values: &[(String, Literal)],
) -> Result<(), DbError> {
    for index in 1..=prepared.parameter_count() {
        let Some(name) = prepared.parameter_name(index) else {
            return Err(programming(format!(
                "Binding {index} has no name, but you supplied a dictionary (which has only names)."
            )));
        };
        let bare = name.get(1..).unwrap_or_default().to_owned();
        let Some((_, value)) = values.iter().find(|(key, _)| *key == bare) else {
            return Err(programming(format!(
                "You did not supply a value for binding parameter {name}."
            )));
        };
        check_bindable(value, index)?;
        prepared
            .raw_bind_parameter(index, Bound(value))
            .map_err(from_rusqlite)?;
    }
    Ok(())
}

impl Connection for SqliteConnection {
    fn dialect(&self) -> &'static dyn Dialect {
        &Sqlite
    }

    fn execute(&mut self, statement: &Statement) -> Result<Outcome, DbError> {
        self.limited(|this| this.run(&statement.sql, &statement.params))
            .map_err(|error| error.with_statement(&statement.sql, &statement.params))
    }

    fn series_begins(&mut self) {
        self.keeps_journal |= journal::keep(&self.raw);
    }

    fn series_done(&mut self) {
        if self.keeps_journal && self.raw.is_autocommit() {
            self.keeps_journal = false;
            journal::remove(&self.raw);
        }
    }

    fn declared_by_script(
        &mut self,
        sql: &str,
        _place: crate::scratch::ScriptPlace,
    ) -> Result<Declared, crate::scratch::ScriptError> {
        // A database in memory is apart from all others, and ends with its connection.
        let mut scratch = Self::open_in_memory()?;
        // One by one, so that an error has its place in the whole script.
        for piece in split(&Sqlite, sql) {
            if matches!(piece.kind, PieceKind::Blank | PieceKind::Command) {
                continue;
            }
            let statement = &sql[piece.start..piece.end];
            scratch.raw.execute_batch(statement).map_err(|error| {
                let error = from_rusqlite(error);
                let offset = piece.start + error.offset.unwrap_or(0);
                error.with_offset(Some(offset))
            })?;
        }
        Ok(Declared {
            tables: scratch.declared_tables(None)?,
            entities: super::entities::entities(&Sqlite, &mut Direct(&mut scratch))?,
            statements: super::dump::table_statements(&Sqlite, &mut Direct(&mut scratch))?,
        })
    }

    fn execute_script(&mut self, sql: &str) -> Result<(), DbError> {
        self.limited(|this| this.raw.execute_batch(sql).map_err(from_rusqlite))
            .map_err(|error| error.with_statement(sql, &Params::None))
    }

    fn begin(&mut self) -> Result<(), DbError> {
        self.raw
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(from_rusqlite)
    }

    fn commit(&mut self) -> Result<(), DbError> {
        self.raw.execute_batch("COMMIT").map_err(from_rusqlite)
    }

    fn rollback(&mut self) -> Result<(), DbError> {
        // SQLite rolls back by itself after some errors (a full disk, an interrupt).
        if self.raw.is_autocommit() {
            return Ok(());
        }
        self.raw.execute_batch("ROLLBACK").map_err(from_rusqlite)
    }

    fn in_transaction(&self) -> bool {
        !self.raw.is_autocommit()
    }

    /// Looking takes a lock that nobody asked for, and the rest of these cannot run inside a
    /// transaction or mean something else there.
    fn needs_transaction(&self, sql: &str) -> bool {
        scan::needs_transaction(sql)
    }

    fn migration_lock_scope(&self) -> LockScope {
        LockScope::Transaction
    }

    fn acquire_migration_lock(&mut self, timeout: Duration) -> Result<LockScope, DbError> {
        lock::acquire(self, timeout)
    }

    fn release_migration_lock(&mut self) -> Result<(), DbError> {
        Ok(())
    }

    fn set_statement_timeout(&mut self, timeout: Duration) -> Result<(), DbError> {
        let limit = StatementLimit::set(&mut self.raw, timeout).map_err(from_rusqlite)?;
        self.limit = Some(limit);
        Ok(())
    }

    /// The pragma does nothing inside a transaction, because a count of open violations could then
    /// be wrong. The configuration call below has no such rule; who switches the enforcement off
    /// inside a transaction therefore runs `PRAGMA foreign_key_check` before it commits, as the
    /// table rebuild does.
    fn set_foreign_keys(&mut self, enforce: bool) -> Result<bool, DbError> {
        let before = self
            .raw
            .db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY)
            .map_err(from_rusqlite)?;
        if before != enforce {
            self.raw
                .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, enforce)
                .map_err(from_rusqlite)?;
        }
        Ok(before)
    }

    fn inspector(&mut self) -> Box<dyn Inspector + '_> {
        Box::new(inspect::SqliteInspector::new(self))
    }

    fn interrupt_handle(&self) -> InterruptHandle {
        let handle = self.raw.get_interrupt_handle();
        Arc::new(move || handle.interrupt())
    }

    fn server_version(&self) -> Vec<u32> {
        rusqlite::version()
            .split('.')
            .filter_map(|part| part.parse().ok())
            .collect()
    }
}
