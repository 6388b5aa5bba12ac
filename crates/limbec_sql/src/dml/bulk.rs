use limbec_schema::{
    Bind, BulkInsert, Expr, Insert, InsertSource, Literal, SchemaMap, SqlStatement, TableColumn,
};

use super::compiler::escaped_name;
use super::{BindMode, Compiler, compile_translated, many_rows};
use crate::dialect::ParamStyle;
use crate::literal::bind_value;
use crate::{CompileError, Dialect, Params, Statement};

/// `op.bulk_insert`: in a file one INSERT a row, its values written out; on a database one INSERT
/// for all rows.
///
/// # Errors
/// A row that names a column the table does not have, lacks a column that the first row has, or
/// holds a value that cannot be written.
pub fn compile_bulk_insert(
    dialect: &dyn Dialect,
    bulk: &BulkInsert,
    mode: BindMode,
    schemas: &SchemaMap,
) -> Result<Vec<Statement>, CompileError> {
    // Alembic writes the values of a bulk insert into a file whatever `literal_binds` says.
    if mode != BindMode::Parameters {
        return bulk
            .rows
            .iter()
            .map(|row| {
                let values = row
                    .iter()
                    .map(|(key, value)| (key.clone(), inline(value)))
                    .collect();
                compile_row(dialect, bulk, values, BindMode::Literal, schemas)
            })
            .collect();
    }
    let together = bulk.multiinsert
        && bulk.rows.iter().all(|row| {
            row.values().all(|value| {
                matches!(value, Expr::Bind(bind) if !bind.inline) || *value == Expr::Null
            })
        });
    if together {
        return many(dialect, bulk, schemas);
    }
    bulk.rows
        .iter()
        .map(|row| {
            let values = row.iter().map(|(k, v)| (k.clone(), v.clone())).collect();
            compile_row(dialect, bulk, values, BindMode::Parameters, schemas)
        })
        .collect()
}

/// The value, written into the statement.
fn inline(value: &Expr) -> Expr {
    match value {
        Expr::Bind(bind) => Expr::Bind(Bind {
            inline: true,
            ..bind.clone()
        }),
        other => other.clone(),
    }
}

fn compile_row(
    dialect: &dyn Dialect,
    bulk: &BulkInsert,
    values: Vec<(String, Expr)>,
    mode: BindMode,
    schemas: &SchemaMap,
) -> Result<Statement, CompileError> {
    let statement = insert(bulk, InsertSource::Values(values));
    compile_translated(dialect, &statement, mode, schemas)
}

fn insert(bulk: &BulkInsert, source: InsertSource) -> SqlStatement {
    SqlStatement::Insert(Box::new(Insert {
        ctes: Vec::new(),
        table: bulk.table.clone(),
        columns: bulk.columns.clone(),
        source,
        on_conflict: None,
        returning: Vec::new(),
        prefixes: Vec::new(),
        hints: Vec::new(),
        inline: true,
    }))
}

/// One INSERT with the columns of the first row, and the values of every row beside it.
fn many(
    dialect: &dyn Dialect,
    bulk: &BulkInsert,
    schemas: &SchemaMap,
) -> Result<Vec<Statement>, CompileError> {
    let Some(first) = bulk.rows.first() else {
        return Ok(Vec::new());
    };
    let pattern: Vec<(String, Expr)> = first
        .keys()
        .filter(|key| column(bulk, key).is_some())
        .map(|key| (key.clone(), required(bulk, key)))
        .collect();
    let statement = insert(bulk, InsertSource::Values(pattern));
    let mut compiler = Compiler::new(dialect, BindMode::Parameters);
    compiler.schemas = schemas.clone();
    let text = compiler.statement(&statement)?;
    let names = compiler.slot_names(&text);
    let mut rows = Vec::with_capacity(bulk.rows.len());
    for (index, row) in bulk.rows.iter().enumerate() {
        let values = names
            .iter()
            .map(|name| {
                let column = column(bulk, name);
                let value = match (row.get(name), column) {
                    (Some(Expr::Bind(bind)), _) => bind.value.clone().unwrap_or(Literal::Null),
                    (Some(_), _) => Literal::Null,
                    (
                        None,
                        Some(TableColumn {
                            default: Some(Expr::Bind(bind)),
                            ..
                        }),
                    ) => bind.value.clone().unwrap_or(Literal::Null),
                    (None, _) => return Err(missing(name, index)),
                };
                let sql_type = column.map_or(limbec_schema::SqlType::Null, |c| c.sql_type.clone());
                bind_value(dialect, &value, &sql_type)
            })
            .collect::<Result<Vec<_>, _>>()?;
        rows.push(values);
    }
    let sql = compiler.text_with_placeholders(&text);
    if dialect.features().paramstyle == ParamStyle::Pyformat {
        let names = names.iter().map(|name| escaped_name(name)).collect();
        return Ok(many_rows(sql, names, rows));
    }
    let params = match rows.len() {
        1 => Params::Positional(rows.remove(0)),
        _ => Params::Many(rows),
    };
    Ok(vec![Statement { sql, params }])
}

fn column<'b>(bulk: &'b BulkInsert, key: &str) -> Option<&'b TableColumn> {
    bulk.columns.iter().find(|column| column.key == key)
}

fn required(bulk: &BulkInsert, key: &str) -> Expr {
    Expr::Bind(Bind {
        key: key.to_owned(),
        anonymous: false,
        value: None,
        sql_type: column(bulk, key).map_or(limbec_schema::SqlType::Null, |c| c.sql_type.clone()),
        inline: false,
        expanding: false,
    })
}

fn missing(name: &str, row: usize) -> CompileError {
    CompileError::InvalidRequest {
        message: format!(
            "A value is required for bind parameter '{name}', in parameter group {row}"
        ),
    }
}
