//! What SQLite's DDL has of its own.

use limbec_schema::build::Affinity;
use limbec_schema::{
    Autoincrement, CheckConstraint, Column, ForeignKeyConstraint, Index, OptionValue, Options,
    PrimaryKeyConstraint, UniqueConstraint,
};

use crate::ddl::{
    ColumnAlteration, Ddl, DdlRules, TableShape, computed_clause, default_of, index_elements,
    schema_prefix, separately,
};
use crate::{CompileError, Statement};

/// The rules of SQLite.
#[derive(Debug)]
pub(super) struct Rules;

impl DdlRules for Rules {
    fn column(
        &self,
        ddl: &Ddl<'_>,
        shape: &TableShape,
        column: &Column,
    ) -> Result<String, CompileError> {
        let mut text = format!(
            "{} {}",
            ddl.dialect.quote_as(&column.name, column.quote),
            ddl.dialect.type_ddl(&column.sql_type)?
        );
        if let Some(default) = default_of(ddl, column)? {
            // SQLite wants parentheses around everything but constants and bare names.
            if needs_parentheses(&default) {
                text.push_str(&format!(" DEFAULT ({default})"));
            } else {
                text.push_str(&format!(" DEFAULT {default}"));
            }
        }
        if !shape.nullable(column) {
            text.push_str(" NOT NULL");
            text.push_str(&on_conflict(&column.options, "sqlite_on_conflict_not_null"));
        }
        if column.primary_key {
            if column.autoincrement == Autoincrement::On && shape.primary_key.columns.len() != 1 {
                return Err(CompileError::compile(
                    "SQLite does not support autoincrement for composite primary keys",
                ));
            }
            if is_inline_key(shape, column) {
                text.push_str(" PRIMARY KEY");
                text.push_str(&on_conflict(
                    &column.options,
                    "sqlite_on_conflict_primary_key",
                ));
                text.push_str(" AUTOINCREMENT");
            }
        }
        if let Some(computed) = &column.computed {
            text.push(' ');
            text.push_str(&computed_clause(ddl, computed)?);
        }
        Ok(text)
    }

    fn table_options(&self, _: &Ddl<'_>, shape: &TableShape) -> Result<String, CompileError> {
        let mut options = Vec::new();
        let with_rowid = shape.options.get("sqlite_with_rowid");
        if with_rowid.is_some_and(|value| !value.is_truthy()) {
            options.push("WITHOUT ROWID");
        }
        let strict = shape.options.get("sqlite_strict");
        if strict.is_some_and(OptionValue::is_truthy) {
            options.push("STRICT");
        }
        Ok(if options.is_empty() {
            String::new()
        } else {
            format!("\n {}", options.join(",\n "))
        })
    }

    fn inlines_primary_key(&self, shape: &TableShape) -> bool {
        match &shape.primary_key.columns[..] {
            [name] => shape
                .column(name)
                .is_some_and(|column| is_inline_key(shape, column)),
            _ => false,
        }
    }

    fn primary_key_extras(
        &self,
        _: &Ddl<'_>,
        shape: &TableShape,
        key: &PrimaryKeyConstraint,
    ) -> Result<(String, String), CompileError> {
        let end = constraint_on_conflict(
            shape,
            &key.options,
            &key.columns,
            "sqlite_on_conflict_primary_key",
        );
        Ok((String::new(), end))
    }

    fn unique_extras(
        &self,
        _: &Ddl<'_>,
        shape: &TableShape,
        unique: &UniqueConstraint,
    ) -> Result<[String; 3], CompileError> {
        let end = constraint_on_conflict(
            shape,
            &unique.options,
            &unique.columns,
            "sqlite_on_conflict_unique",
        );
        Ok([String::new(), String::new(), end])
    }

    fn check_suffix(&self, check: &CheckConstraint) -> String {
        on_conflict(&check.options, "sqlite_on_conflict")
    }

    fn accept_column_check(&self, check: &CheckConstraint) -> Result<(), CompileError> {
        if on_conflict(&check.options, "sqlite_on_conflict").is_empty() {
            return Ok(());
        }
        Err(CompileError::compile(
            "SQLite does not support on conflict clause for column check constraint",
        ))
    }

    /// A foreign key stays within its schema, so the other table is named without one.
    fn referred_table(
        &self,
        ddl: &Ddl<'_>,
        shape: &TableShape,
        key: &ForeignKeyConstraint,
    ) -> Option<String> {
        (shape.schema == key.ref_schema).then(|| ddl.dialect.quote(&key.ref_table))
    }

    fn create_index(
        &self,
        ddl: &Ddl<'_>,
        index: &Index,
        name: &str,
        if_not_exists: bool,
    ) -> Result<String, CompileError> {
        let mut text = format!(
            "CREATE {}INDEX {}{}{name} ON {} ({})",
            if index.unique { "UNIQUE " } else { "" },
            if if_not_exists { "IF NOT EXISTS " } else { "" },
            schema_prefix(ddl, index.schema.as_deref()),
            ddl.dialect.quote(&index.table),
            index_elements(ddl, index, |ddl, expr| ddl.expr(expr))?.join(", ")
        );
        if let Some(predicate) = crate::ddl::predicate(ddl, &index.options, "sqlite_where")? {
            text.push_str(" WHERE ");
            text.push_str(&predicate);
        }
        Ok(text)
    }

    fn alter_column(
        &self,
        ddl: &Ddl<'_>,
        alteration: &ColumnAlteration<'_>,
    ) -> Result<Vec<Statement>, CompileError> {
        separately(ddl, alteration, alteration.sql_type)
    }

    fn rename_column_word(&self) -> &'static str {
        "COLUMN "
    }
}

/// Whether the column is the key of a table made with `sqlite_autoincrement=True`: AUTOINCREMENT is
/// possible beside the column only.
fn is_inline_key(shape: &TableShape, column: &Column) -> bool {
    let asked = shape.options.get("sqlite_autoincrement");
    asked.is_some_and(OptionValue::is_truthy)
        && column.primary_key
        && shape.primary_key.columns.len() == 1
        && column.sql_type.affinity() == Affinity::Integer
        && !shape.has_foreign_key(column)
}

/// An expression of more than word characters that does not begin with a quote or a parenthesis.
fn needs_parentheses(default: &str) -> bool {
    let first = default.trim_start().chars().next();
    !matches!(first, Some('\'' | '"' | '('))
        && default.chars().any(|c| !(c.is_alphanumeric() || c == '_'))
}

fn on_conflict(options: &Options, key: &str) -> String {
    match options.get(key).and_then(OptionValue::as_str) {
        Some(action) => format!(" ON CONFLICT {action}"),
        None => String::new(),
    }
}

/// The constraint's own clause, or that of its only column.
fn constraint_on_conflict(
    shape: &TableShape,
    options: &Options,
    columns: &[String],
    column_key: &str,
) -> String {
    let own = on_conflict(options, "sqlite_on_conflict");
    match columns {
        [name] if own.is_empty() => shape
            .column(name)
            .map_or(own, |column| on_conflict(&column.options, column_key)),
        _ => own,
    }
}
