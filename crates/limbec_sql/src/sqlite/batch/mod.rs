//! A table rebuild on a live SQLite database that loses nothing.
//!
//! The statements are Alembic's; what is done around them is not:
//!
//! - Everything happens in the migration's transaction, inside a savepoint, so that an error leaves
//!   the table as it was, also where the script catches it.
//! - Foreign keys are not enforced meanwhile (with enforcement, dropping the old table would delete
//!   the rows that refer to it), and `legacy_alter_table` is on, so that the renaming of the new table
//!   does not stumble over views and triggers that wait for it. The pragma `foreign_keys` does
//!   nothing inside a transaction; the configuration call that [`Connection::set_foreign_keys`] makes
//!   does, and is safe here because the check at the end looks at the rows themselves.
//! - What Alembic's reading of the table misses is kept (`complete`): unnamed CHECKs, UNIQUE behind a
//!   column, ON DELETE of an inline REFERENCES, AUTOINCREMENT and its counter, collations, ON CONFLICT,
//!   generated columns, indexes over expressions, triggers.
//! - Where a renamed column is used by something outside of the plain columns (a view, a trigger, a
//!   CHECK, another table), SQLite itself renames it first, which mends all of these.
//! - Rows are counted, `foreign_key_check` runs before and after, views and triggers that worked must
//!   work (`guard`). Anything worse than before is an error.

mod complete;
mod guard;

use std::collections::HashMap;

use indexmap::IndexMap;
use limbec_schema::{
    Batch, ConstraintName, Expr, Index, IndexElement, Literal, Operation, OptionValue, Options,
};

use super::text::{ParsedIndex, is_plain_index, mentions, parse_index, parse_table};
use crate::batch::{BatchError, BatchEvent, Existing, OnEvent, Rebuild, RebuildPlan, temp_name};
use crate::connection::Connection;
use crate::ddl::CompileContext;
use crate::dialect::Dialect;
use crate::inspect::InspectError;
use crate::statement::{Params, Statement};
use guard::Guard;

/// The savepoint around a rebuild.
const SAVEPOINT: &str = "limbec_batch";

/// Rebuilds the table of a batch.
///
/// # Errors
/// What the database or Alembic would say, and what the safeguards found. After an error nothing
/// of the rebuild is left.
pub(crate) fn rebuild_table(
    connection: &mut dyn Connection,
    batch: &Batch,
    ctx: &CompileContext,
    on_event: &mut OnEvent<'_>,
) -> Result<(), BatchError> {
    let mut work = Work {
        dialect: connection.dialect(),
        connection,
        batch,
        ctx,
        on_event,
    };
    work.refuse_left_over()?;
    // A savepoint outside of a transaction begins one.
    let enforced = work.connection.set_foreign_keys(false)?;
    let result = work.inside_savepoint();
    // Whatever happened, the connection is as it was.
    work.connection.set_foreign_keys(enforced)?;
    result
}

struct Work<'a, 'e> {
    dialect: &'static dyn Dialect,
    connection: &'a mut dyn Connection,
    batch: &'a Batch,
    ctx: &'a CompileContext,
    on_event: &'a mut OnEvent<'e>,
}

impl Work<'_, '_> {
    fn inside_savepoint(&mut self) -> Result<(), BatchError> {
        let legacy = self.number("PRAGMA legacy_alter_table")?;
        self.connection.savepoint(SAVEPOINT)?;
        let result = self.rebuild();
        self.silently("PRAGMA legacy_alter_table", legacy)?;
        match result {
            Ok(()) => {
                self.connection.release_savepoint(SAVEPOINT)?;
                Ok(())
            }
            Err(error) => {
                // After some errors (a full disk) SQLite has rolled everything back by itself.
                if self.connection.in_transaction() {
                    self.connection.rollback_to_savepoint(SAVEPOINT)?;
                    self.connection.release_savepoint(SAVEPOINT)?;
                }
                Err(error)
            }
        }
    }

    fn rebuild(&mut self) -> Result<(), BatchError> {
        let existing = self.existing()?;
        let counter = self.counter()?;
        let triggers = self.objects("trigger")?;
        let plan = Rebuild::plan(self.dialect, self.batch, existing, self.ctx)?;
        for warning in &plan.warnings {
            (self.on_event)(BatchEvent::Warning(warning));
        }
        let guard = Guard::before(self.connection, self.batch)?;
        self.silently("PRAGMA legacy_alter_table", 1)?;
        self.replace(&plan, &guard)?;
        for (_, sql) in &triggers {
            self.safeguard(Statement::new(sql))?;
        }
        self.restore_counter(counter)?;
        self.silently("PRAGMA legacy_alter_table", 0)?;
        for warning in guard.after(self.connection, self.batch)? {
            (self.on_event)(BatchEvent::Warning(&warning));
        }
        Ok(())
    }

    /// Alembic's statements, the rows counted.
    fn replace(&mut self, plan: &RebuildPlan, guard: &Guard) -> Result<(), BatchError> {
        self.send_all(&plan.create)?;
        if let Some(copy) = &plan.copy {
            (self.on_event)(BatchEvent::Statement(copy));
            let copied = self.connection.execute(copy)?.rowcount;
            guard.compare_rows(copied, &self.batch.table)?;
        }
        self.send_all(&plan.drop)?;
        self.send_all(&plan.rename)?;
        self.send_all(&plan.indexes)
    }

    /// The table as it is: given by the script, or read.
    fn existing(&mut self) -> Result<Existing, BatchError> {
        if let Some(table) = &self.batch.settings.copy_from {
            return Ok(Existing::given(table.clone()));
        }
        let renamed = self.rename_columns_first()?;
        let (name, schema) = (&self.batch.table, self.batch.schema.as_deref());
        let mut inspector = self.connection.inspector();
        let mut table = inspector.reflect(name, schema)?;
        drop(inspector);
        let settings = &self.batch.settings;
        let keeps_names = settings.naming_convention.is_none();
        if let Some(parsed) = self.table_sql()?.as_deref().and_then(parse_table) {
            complete::complete(&mut table, &parsed, keeps_names);
        }
        complete::parenthesize_defaults(&mut table);
        complete::replace_reflected(&mut table, settings);
        let mut verbatim_indexes = IndexMap::new();
        for (index, sql) in self.objects("index")? {
            if !is_plain_index(&sql) {
                table
                    .indexes
                    .retain(|found| found.name.as_str() != Some(&index));
                verbatim_indexes.insert(index, sql);
            }
        }
        Ok(Existing {
            table,
            reflected: true,
            verbatim_indexes,
            renamed,
        })
    }

    /// Lets SQLite rename columns where more than plain columns would have to follow; answers the
    /// old names by the new ones.
    fn rename_columns_first(&mut self) -> Result<HashMap<String, String>, BatchError> {
        let renames = renames(self.batch);
        let needed = !renames.is_empty() && self.is_used_elsewhere(&renames)?;
        if !needed {
            return Ok(HashMap::new());
        }
        // By way of names that nothing has, so that two columns can change places.
        let interim = |at: usize| format!("_alembic_tmp_column_{at}");
        for (at, (old, _)) in renames.iter().enumerate() {
            self.rename_column(old, &interim(at))?;
        }
        for (at, (_, new)) in renames.iter().enumerate() {
            self.rename_column(&interim(at), new)?;
        }
        Ok(renames.into_iter().map(|(old, new)| (new, old)).collect())
    }

    fn rename_column(&mut self, old: &str, new: &str) -> Result<(), BatchError> {
        let table = self
            .dialect
            .qualified(self.batch.schema.as_deref(), &self.batch.table);
        self.safeguard(Statement::new(format!(
            "ALTER TABLE {table} RENAME COLUMN {} TO {}",
            self.dialect.quote(old),
            self.dialect.quote(new)
        )))
    }

    /// Whether any text in the schema that mentions the table mentions one of the columns, except
    /// as a column that a rebuild renames by itself.
    fn is_used_elsewhere(&mut self, renames: &[(String, String)]) -> Result<bool, BatchError> {
        let table = &self.batch.table;
        let rows = self.query(&format!(
            "SELECT type, name, tbl_name, sql FROM {} WHERE sql IS NOT NULL",
            master(self.dialect, self.batch)
        ))?;
        for row in rows {
            let [kind, name, owner, sql] = row.map(|value| text_of(&value));
            let uses = |sql: &str| renames.iter().any(|(old, _)| mentions(sql, old));
            let used = match kind.as_str() {
                "table" if name.eq_ignore_ascii_case(table) => {
                    parse_table(&sql).is_some_and(|parsed| complete::expressions(&parsed).any(uses))
                }
                "index" if owner.eq_ignore_ascii_case(table) => {
                    (!is_plain_index(&sql) || sql.to_ascii_uppercase().contains("WHERE"))
                        && uses(&sql)
                }
                "index" => false,
                _ => mentions(&sql, table) && uses(&sql),
            };
            if used {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn table_sql(&mut self) -> Result<Option<String>, BatchError> {
        let sql = format!(
            "SELECT sql FROM {} WHERE type = 'table' AND name = ?",
            master(self.dialect, self.batch)
        );
        let params = Params::Positional(vec![Literal::Str(self.batch.table.clone())]);
        let outcome = self.connection.execute(&Statement { sql, params })?;
        Ok(outcome.scalar().map(text_of).filter(|sql| !sql.is_empty()))
    }

    /// Names and texts of the table's triggers or indexes, in the order in which they were made.
    fn objects(&mut self, kind: &str) -> Result<Vec<(String, String)>, BatchError> {
        let sql = format!(
            "SELECT name, sql FROM {} WHERE type = ? AND tbl_name = ? COLLATE NOCASE \
             AND sql IS NOT NULL ORDER BY rowid",
            master(self.dialect, self.batch)
        );
        let values = [kind, &self.batch.table].map(|text| Literal::Str(text.to_owned()));
        let params = Params::Positional(values.to_vec());
        let outcome = self.connection.execute(&Statement { sql, params })?;
        let pair = |row: &Vec<Literal>| (text_of(&row[0]), text_of(&row[1]));
        Ok(outcome.rows.iter().map(pair).collect())
    }

    /// The counter of AUTOINCREMENT.
    fn counter(&mut self) -> Result<Option<i64>, BatchError> {
        if !self.has("sqlite_sequence")? {
            return Ok(None);
        }
        let sql = format!("SELECT seq FROM {} WHERE name = ?", self.sequence());
        let params = Params::Positional(vec![Literal::Str(self.batch.table.clone())]);
        let outcome = self.connection.execute(&Statement { sql, params })?;
        Ok(match outcome.scalar() {
            Some(Literal::Int(number)) => Some(*number),
            _ => None,
        })
    }

    /// Puts the counter back, so that the keys of deleted rows are not given out again.
    fn restore_counter(&mut self, counter: Option<i64>) -> Result<(), BatchError> {
        let Some(counter) = counter else {
            return Ok(());
        };
        if self.counter()?.is_some_and(|now| now >= counter) {
            return Ok(());
        }
        let sequence = self.sequence();
        let table = Literal::Str(self.batch.table.clone());
        let delete = format!("DELETE FROM {sequence} WHERE name = ?");
        let insert = format!("INSERT INTO {sequence} (name, seq) VALUES (?, ?)");
        self.safeguard(Statement {
            sql: delete,
            params: Params::Positional(vec![table.clone()]),
        })?;
        self.safeguard(Statement {
            sql: insert,
            params: Params::Positional(vec![table, Literal::Int(counter)]),
        })
    }

    fn sequence(&self) -> String {
        self.dialect
            .qualified(self.batch.schema.as_deref(), "sqlite_sequence")
    }

    /// Stops before anything is done where an earlier run left its new table behind.
    fn refuse_left_over(&mut self) -> Result<(), BatchError> {
        let temp = temp_name(&self.batch.table);
        if !self.has(&temp)? {
            return Ok(());
        }
        let table = self.batch.table.clone();
        let quoted = |name: &str| self.dialect.qualified(self.batch.schema.as_deref(), name);
        let (new, old) = (quoted(&temp), quoted(&table));
        let rows = |count: i64| {
            if count == 1 {
                "1 row".to_owned()
            } else {
                format!("{count} rows")
            }
        };
        let in_new = self.number(&format!("SELECT count(*) FROM {new}"))?;
        let hints = if self.has(&table)? {
            let in_old = self.number(&format!("SELECT count(*) FROM {old}"))?;
            vec![
                format!(
                    "{table} is still there with {}; {temp} has {}",
                    rows(in_old),
                    rows(in_new)
                ),
                format!(
                    "if {table} is complete, run: DROP TABLE {new};  and then the migration again"
                ),
            ]
        } else {
            vec![
                format!(
                    "{table} itself is gone: the earlier run stopped between dropping and renaming; {temp} has {}",
                    rows(in_new)
                ),
                format!(
                    "bring the table back: ALTER TABLE {new} RENAME TO {old};  and look for indexes that are missing"
                ),
            ]
        };
        Err(BatchError::LeftOver { table, temp, hints })
    }

    fn has(&mut self, table: &str) -> Result<bool, BatchError> {
        let sql = format!(
            "SELECT count(*) FROM {} WHERE type = 'table' AND name = ? COLLATE NOCASE",
            master(self.dialect, self.batch)
        );
        let params = Params::Positional(vec![Literal::Str(table.to_owned())]);
        let outcome = self.connection.execute(&Statement { sql, params })?;
        Ok(outcome.scalar() != Some(&Literal::Int(0)))
    }

    fn send_all(&mut self, statements: &[Statement]) -> Result<(), BatchError> {
        for statement in statements {
            (self.on_event)(BatchEvent::Statement(statement));
            self.connection.execute(statement)?;
        }
        Ok(())
    }

    fn safeguard(&mut self, statement: Statement) -> Result<(), BatchError> {
        (self.on_event)(BatchEvent::Safeguard(&statement));
        self.connection.execute(&statement)?;
        Ok(())
    }

    /// Sets a pragma of this connection.
    fn silently(&mut self, pragma: &str, value: i64) -> Result<(), BatchError> {
        self.connection
            .execute(&Statement::new(format!("{pragma} = {value}")))?;
        Ok(())
    }

    fn number(&mut self, sql: &str) -> Result<i64, BatchError> {
        let outcome = self.connection.execute(&Statement::new(sql))?;
        match outcome.scalar() {
            Some(Literal::Int(number)) => Ok(*number),
            _ => Ok(0),
        }
    }

    fn query<const N: usize>(&mut self, sql: &str) -> Result<Vec<[Literal; N]>, BatchError> {
        let outcome = self.connection.execute(&Statement::new(sql))?;
        outcome
            .rows
            .into_iter()
            .map(|row| {
                row.try_into().map_err(|_| {
                    InspectError::Catalog(
                        "a query answered an unexpected number of columns".to_owned(),
                    )
                    .into()
                })
            })
            .collect()
    }
}

/// The columns that a batch renames: (old name, new name).
fn renames(batch: &Batch) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for item in &batch.items {
        if let Operation::AlterColumn(op) = &item.operation
            && let Some(new) = &op.name
            && *new != op.column
        {
            found.retain(|(old, _)| *old != op.column);
            found.push((op.column.clone(), new.clone()));
        }
    }
    found
}

fn master(dialect: &dyn Dialect, batch: &Batch) -> String {
    dialect.qualified(batch.schema.as_deref(), "sqlite_master")
}

fn text_of(value: &Literal) -> String {
    match value {
        Literal::Str(text) => text.clone(),
        _ => String::new(),
    }
}

/// Adds to a reflected table what its statements say beyond what SQLAlchemy sees.
pub(crate) fn complete_by_text(
    table: &mut limbec_schema::Table,
    sql: &str,
    indexes: &[(String, Vec<String>)],
) {
    if let Some(parsed) = parse_table(sql) {
        complete::complete(table, &parsed, true);
    }
    for (name, statements) in indexes {
        let Some(sql) = statements.first().filter(|sql| !is_plain_index(sql)) else {
            continue;
        };
        if let Some(parsed) = parse_index(sql) {
            table
                .indexes
                .retain(|found| found.name.as_str() != Some(name));
            table.indexes.push(index_by_text(table, name, parsed));
        }
    }
}

fn index_by_text(table: &limbec_schema::Table, name: &str, parsed: ParsedIndex) -> Index {
    let mut options = Options::default();
    if let Some(predicate) = parsed.predicate {
        let predicate = OptionValue::Expr(Expr::text(predicate));
        options.insert("sqlite_where".to_owned(), predicate);
    }
    let element = |element| match element {
        Ok(column) => IndexElement::Column(column),
        Err(expression) => IndexElement::Expr(Box::new(Expr::text(expression))),
    };
    Index {
        name: ConstraintName::Plain(name.to_owned()),
        table: table.name.clone(),
        schema: table.schema.clone(),
        elements: parsed.elements.into_iter().map(element).collect(),
        unique: parsed.unique,
        options,
        ..Index::default()
    }
}
