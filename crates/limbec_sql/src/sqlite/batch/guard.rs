//! What was right before a rebuild and must be right after it.

use std::collections::{BTreeMap, BTreeSet};

use limbec_schema::{Batch, Literal};

use super::{master, text_of};
use crate::batch::BatchError;
use crate::connection::Connection;
use crate::db_error::DbError;
use crate::statement::{Params, Statement};

/// A row that refers to nothing: the table, the row, the table that it refers to.
type Violation = (String, Option<i64>, String);

/// How many rows an error names.
const SHOWN: usize = 5;

/// The state before a rebuild.
pub(super) struct Guard {
    rows: i64,
    /// The tables whose foreign keys concern the table, with the violations found; `Err` where the
    /// keys themselves do not fit.
    violations: BTreeMap<String, Result<Vec<Violation>, DbError>>,
    /// The views that can be read.
    views: Vec<String>,
    /// Whether rows of the table can be written, its triggers included.
    writable: bool,
}

impl Guard {
    pub(super) fn before(
        connection: &mut dyn Connection,
        batch: &Batch,
    ) -> Result<Self, BatchError> {
        let table = connection
            .dialect()
            .qualified(batch.schema.as_deref(), &batch.table);
        let count = connection.execute(&Statement::new(format!("SELECT count(*) FROM {table}")))?;
        let rows = match count.scalar() {
            Some(Literal::Int(rows)) => *rows,
            _ => 0,
        };
        let mut violations = BTreeMap::new();
        for concerned in concerned_tables(connection, batch)? {
            let found = check(connection, batch, &concerned);
            violations.insert(concerned, found);
        }
        let mut views = Vec::new();
        for view in all_views(connection, batch)? {
            if read_view(connection, batch, &view).is_ok() {
                views.push(view);
            }
        }
        let writable = write_plan(connection, batch).is_ok();
        Ok(Guard {
            rows,
            violations,
            views,
            writable,
        })
    }

    pub(super) fn compare_rows(&self, copied: i64, table: &str) -> Result<(), BatchError> {
        if copied == self.rows {
            return Ok(());
        }
        Err(BatchError::RowsLost {
            table: table.to_owned(),
            before: self.rows,
            after: copied,
        })
    }

    /// Compares; what is worse but may be mended by a later step is returned as a warning.
    pub(super) fn after(
        &self,
        connection: &mut dyn Connection,
        batch: &Batch,
    ) -> Result<Vec<String>, BatchError> {
        let warnings = self.compare_foreign_keys(connection, batch)?;
        for view in &self.views {
            if let Err(error) = read_view(connection, batch, view) {
                return Err(dependent("view", view, batch, &error));
            }
        }
        if self.writable
            && let Err(error) = write_plan(connection, batch)
        {
            let trigger = first_trigger(connection, batch)?;
            return Err(dependent("trigger", &trigger, batch, &error));
        }
        Ok(warnings)
    }

    fn compare_foreign_keys(
        &self,
        connection: &mut dyn Connection,
        batch: &Batch,
    ) -> Result<Vec<String>, BatchError> {
        let mut new = Vec::new();
        let mut warnings = Vec::new();
        for concerned in concerned_tables(connection, batch)? {
            let before = match self.violations.get(&concerned) {
                Some(Ok(found)) => found.as_slice(),
                // Keys that did not fit before are not the rebuild's doing.
                Some(Err(_)) => continue,
                None => &[],
            };
            let mut known: BTreeMap<&Violation, usize> = BTreeMap::new();
            for violation in before {
                *known.entry(violation).or_default() += 1;
            }
            let after = match check(connection, batch, &concerned) {
                Ok(found) => found,
                // A key that a batch takes from under a foreign key is often given a new one by the
                // next batch, so that this is no error yet.
                Err(error) => {
                    warnings.push(format!(
                        "after the batch on table {} a foreign key does not fit: {}",
                        batch.table, error.message
                    ));
                    continue;
                }
            };
            for violation in after {
                match known.get_mut(&violation) {
                    Some(count) if *count > 0 => *count -= 1,
                    _ => new.push(violation),
                }
            }
        }
        if new.is_empty() {
            return Ok(warnings);
        }
        let shown: Vec<_> = new.iter().take(SHOWN).map(describe).collect();
        let more = match new.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        Err(BatchError::ForeignKeys(format!(
            "after the batch on table {} {} would refer to nothing: {}{more}",
            batch.table,
            if new.len() == 1 {
                "1 row".to_owned()
            } else {
                format!("{} rows", new.len())
            },
            shown.join(", ")
        )))
    }
}

fn describe((table, row, parent): &Violation) -> String {
    match row {
        Some(row) => format!("{table} (rowid {row}) to {parent}"),
        None => format!("{table} to {parent}"),
    }
}

fn dependent(kind: &'static str, name: &str, batch: &Batch, error: &DbError) -> BatchError {
    BatchError::Dependent {
        kind,
        name: name.to_owned(),
        table: batch.table.clone(),
        message: error.message.clone(),
    }
}

/// The table itself, if it has foreign keys, and the tables that refer to it.
fn concerned_tables(
    connection: &mut dyn Connection,
    batch: &Batch,
) -> Result<BTreeSet<String>, BatchError> {
    let sql = format!(
        "SELECT DISTINCT m.name FROM {} m JOIN pragma_foreign_key_list(m.name, ?1) f \
         WHERE m.type = 'table' AND (m.name = ?2 COLLATE NOCASE OR f.\"table\" = ?2 COLLATE NOCASE)",
        master(connection.dialect(), batch)
    );
    let schema = batch.schema.as_deref().unwrap_or("main");
    let values = [schema, &batch.table].map(|text| Literal::Str(text.to_owned()));
    let outcome = connection.execute(&Statement {
        sql,
        params: Params::Positional(values.to_vec()),
    })?;
    Ok(outcome.rows.iter().map(|row| text_of(&row[0])).collect())
}

fn check(
    connection: &mut dyn Connection,
    batch: &Batch,
    table: &str,
) -> Result<Vec<Violation>, DbError> {
    let dialect = connection.dialect();
    let prefix = match batch.schema.as_deref() {
        Some(schema) => format!("{}.", dialect.quote(schema)),
        None => String::new(),
    };
    let sql = format!("PRAGMA {prefix}foreign_key_check({})", dialect.quote(table));
    let outcome = connection.execute(&Statement::new(sql))?;
    let row_id = |value: &Literal| match value {
        Literal::Int(row) => Some(*row),
        _ => None,
    };
    Ok(outcome
        .rows
        .iter()
        .map(|row| (text_of(&row[0]), row_id(&row[1]), text_of(&row[2])))
        .collect())
}

fn all_views(connection: &mut dyn Connection, batch: &Batch) -> Result<Vec<String>, BatchError> {
    let sql = format!(
        "SELECT name FROM {} WHERE type = 'view' ORDER BY name",
        master(connection.dialect(), batch)
    );
    let outcome = connection.execute(&Statement::new(sql))?;
    Ok(outcome.rows.iter().map(|row| text_of(&row[0])).collect())
}

/// Prepares a view without reading a row of it.
fn read_view(connection: &mut dyn Connection, batch: &Batch, view: &str) -> Result<(), DbError> {
    let view = connection
        .dialect()
        .qualified(batch.schema.as_deref(), view);
    let sql = format!("EXPLAIN SELECT * FROM {view}");
    connection.execute(&Statement::new(sql)).map(drop)
}

/// Prepares an INSERT, an UPDATE and a DELETE, which compiles all triggers of the table, without
/// running them.
fn write_plan(connection: &mut dyn Connection, batch: &Batch) -> Result<(), DbError> {
    let table = connection
        .dialect()
        .qualified(batch.schema.as_deref(), &batch.table);
    let first = "SELECT name FROM pragma_table_info(?1, ?2) ORDER BY cid LIMIT 1".to_owned();
    let schema = batch.schema.as_deref().unwrap_or("main");
    let values = [&*batch.table, schema].map(|text| Literal::Str(text.to_owned()));
    let column = connection.execute(&Statement {
        sql: first,
        params: Params::Positional(values.to_vec()),
    })?;
    let column = column.scalar().map(text_of).unwrap_or_default();
    let column = connection.dialect().quote(&column);
    for sql in [
        format!("EXPLAIN INSERT INTO {table} DEFAULT VALUES"),
        format!("EXPLAIN UPDATE {table} SET {column} = {column}"),
        format!("EXPLAIN DELETE FROM {table}"),
    ] {
        connection.execute(&Statement::new(sql))?;
    }
    Ok(())
}

fn first_trigger(connection: &mut dyn Connection, batch: &Batch) -> Result<String, BatchError> {
    let sql = format!(
        "SELECT name FROM {} WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE ORDER BY name",
        master(connection.dialect(), batch)
    );
    let params = Params::Positional(vec![Literal::Str(batch.table.clone())]);
    let outcome = connection.execute(&Statement { sql, params })?;
    let names: Vec<_> = outcome.rows.iter().map(|row| text_of(&row[0])).collect();
    Ok(names.join(", "))
}
