//! From SQLite's facts to SQLAlchemy's answers. Nothing here asks the database.

use indexmap::IndexMap;
use limbec_schema::{OptionValue, Options, Table};

use super::facts::{ColumnFacts, TableFacts};
use super::{affinity, parse};
use crate::inspect::{
    InspectError, ReflectedCheck, ReflectedColumn, ReflectedComputed, ReflectedForeignKey,
    ReflectedIndex, ReflectedPrimaryKey, ReflectedUnique, TableParts, assemble, reflected_text,
};

/// Looks up the primary key of another table.
pub(super) type Parents<'a> = dyn Fn(&str) -> Result<Vec<String>, InspectError> + 'a;

/// What SQLAlchemy's `get_columns` answers.
pub(super) fn columns(
    facts: &TableFacts,
    warnings: &mut Vec<String>,
) -> Result<Vec<ReflectedColumn>, InspectError> {
    let generated = facts.columns.iter().any(|column| column.hidden > 1);
    let body = match (generated, &facts.sql) {
        (true, Some(sql)) => Some(parse::body(sql).ok_or_else(|| {
            InspectError::Catalog(format!("create table not found in {}", sql.trim()))
        })?),
        _ => None,
    };
    Ok(facts
        .columns
        .iter()
        .filter(|column| column.hidden != 1)
        .map(|column| one_column(column, body.as_deref().unwrap_or_default(), warnings))
        .collect())
}

fn one_column(column: &ColumnFacts, body: &str, warnings: &mut Vec<String>) -> ReflectedColumn {
    let mut declared = column.decl_type.to_uppercase();
    let computed = (column.hidden > 1).then(|| {
        // The words of the expression's clause end up in the type: `INTEGER GENERATED ALWAYS`.
        declared = declared
            .replace("GENERATED", "")
            .replace("ALWAYS", "")
            .trim()
            .to_owned();
        ReflectedComputed {
            sqltext: parse::generated_expression(body, &column.name),
            persisted: column.hidden == 3,
        }
    });
    ReflectedColumn {
        name: column.name.clone(),
        sql_type: affinity::resolve(&declared, warnings),
        nullable: !column.not_null,
        default: column.default.clone(),
        primary_key: Some(column.primary_key),
        autoincrement: None,
        computed,
        identity: None,
        comment: None,
        dialect_options: Options::new(),
    }
}

/// What `get_pk_constraint` answers.
pub(super) fn primary_key(facts: &TableFacts) -> Result<ReflectedPrimaryKey, InspectError> {
    let mut key: Vec<_> = facts
        .columns
        .iter()
        .filter(|column| column.primary_key > 0 && column.hidden != 1)
        .collect();
    key.sort_by_key(|column| column.primary_key);
    if key.is_empty() {
        return Ok(ReflectedPrimaryKey::default());
    }
    Ok(ReflectedPrimaryKey {
        name: facts.sql.as_deref().and_then(parse::primary_key_name),
        constrained_columns: key.iter().map(|column| column.name.clone()).collect(),
        ..ReflectedPrimaryKey::default()
    })
}

/// What `get_foreign_keys` answers: those that the text names first, in the text's order.
pub(super) fn foreign_keys(
    facts: &TableFacts,
    schema: Option<&str>,
    parents: &Parents<'_>,
    warnings: &mut Vec<String>,
) -> Result<Vec<ReflectedForeignKey>, InspectError> {
    let mut by_id: IndexMap<i64, ReflectedForeignKey> = IndexMap::new();
    for row in &facts.foreign_keys {
        if !by_id.contains_key(&row.id) {
            let referred_columns = match &row.to {
                Some(_) => Vec::new(),
                None => parents(&row.table)?,
            };
            let key = ReflectedForeignKey {
                referred_schema: schema.map(str::to_owned),
                referred_table: row.table.clone(),
                referred_columns,
                ..ReflectedForeignKey::default()
            };
            by_id.insert(row.id, key);
        }
        if let Some(key) = by_id.get_mut(&row.id) {
            key.constrained_columns.push(row.from.clone());
            key.referred_columns.extend(row.to.clone());
        }
    }
    let mut open: IndexMap<Vec<String>, ReflectedForeignKey> = IndexMap::new();
    for key in by_id.into_values() {
        let signature = signature(
            &key.constrained_columns,
            &key.referred_table,
            &key.referred_columns,
        );
        open.insert(signature, key);
    }
    let mut found = Vec::new();
    for parsed in parse::foreign_keys(facts.sql.as_deref().unwrap_or_default()) {
        let signature = signature(&parsed.columns, &parsed.table, &parsed.referred);
        match open.shift_remove(&signature) {
            Some(key) => found.push(ReflectedForeignKey {
                name: parsed.name,
                options: parsed.options,
                ..key
            }),
            None => warnings.push(not_located(&signature, &facts.name)),
        }
    }
    found.extend(open.into_values());
    Ok(found)
}

fn signature(columns: &[String], table: &str, referred: &[String]) -> Vec<String> {
    let mut signature = columns.to_vec();
    signature.push(table.to_owned());
    signature.extend_from_slice(referred);
    signature
}

fn not_located(signature: &[String], table: &str) -> String {
    let shown: Vec<_> = signature
        .iter()
        .map(|part| crate::python_repr::python_str_repr(part))
        .collect();
    format!(
        "WARNING: SQL-parsed foreign key constraint '({})' could not be located in PRAGMA \
         foreign_keys for table {table}",
        shown.join(", ")
    )
}

/// The indexes, those of constraints included, by name.
fn all_indexes(
    facts: &TableFacts,
    with_automatic: bool,
    warnings: &mut Vec<String>,
) -> Vec<ReflectedIndex> {
    let mut found = Vec::new();
    for index in &facts.indexes {
        if !with_automatic && index.name.starts_with("sqlite_autoindex") {
            continue;
        }
        let mut dialect_options = Options::new();
        if index.partial {
            match index.sql.as_deref().and_then(parse::predicate) {
                Some(predicate) => {
                    let predicate = OptionValue::Expr(reflected_text(&predicate));
                    dialect_options.insert("sqlite_where".to_owned(), predicate);
                }
                None => warnings.push(format!(
                    "Failed to look up filter predicate of partial index {}",
                    index.name
                )),
            }
        }
        if index.columns.iter().any(Option::is_none) {
            warnings.push(format!(
                "Skipped unsupported reflection of expression-based index {}",
                index.name
            ));
            continue;
        }
        found.push(ReflectedIndex {
            name: Some(index.name.clone()),
            column_names: index.columns.clone(),
            unique: index.unique,
            dialect_options,
            ..ReflectedIndex::default()
        });
    }
    found
        .sort_by(|a, b| parse::sort_key(a.name.as_deref()).cmp(parse::sort_key(b.name.as_deref())));
    found
}

/// What `get_indexes` answers.
pub(super) fn indexes(facts: &TableFacts, warnings: &mut Vec<String>) -> Vec<ReflectedIndex> {
    all_indexes(facts, false, warnings)
}

/// What `get_unique_constraints` answers: those in the text behind which there is an index.
pub(super) fn unique_constraints(
    facts: &TableFacts,
    warnings: &mut Vec<String>,
) -> Vec<ReflectedUnique> {
    let mut automatic: Vec<Vec<String>> = all_indexes(facts, true, warnings)
        .into_iter()
        .filter(|index| {
            index
                .name
                .as_deref()
                .is_some_and(|name| name.starts_with("sqlite_autoindex"))
        })
        .map(|index| index.column_names.into_iter().flatten().collect())
        .collect();
    if automatic.is_empty() {
        return Vec::new();
    }
    // Two constraints over the same columns share one index.
    automatic.dedup();
    let mut found = Vec::new();
    for (name, columns) in parse::uniques(facts.sql.as_deref().unwrap_or_default()) {
        if !automatic.contains(&columns) {
            continue;
        }
        automatic.retain(|index| *index != columns);
        found.push(ReflectedUnique {
            name,
            column_names: columns,
            ..ReflectedUnique::default()
        });
    }
    found
}

/// What `get_check_constraints` answers.
pub(super) fn check_constraints(facts: &TableFacts) -> Vec<ReflectedCheck> {
    parse::checks(facts.sql.as_deref().unwrap_or_default())
}

/// What `get_table_options` answers.
pub(super) fn table_options(facts: &TableFacts) -> Options {
    facts
        .sql
        .as_deref()
        .map(parse::table_options)
        .unwrap_or_default()
}

/// The table, as `Table(name, metadata, autoload_with=...)` builds it.
pub(super) fn table(
    facts: &TableFacts,
    schema: Option<&str>,
    parents: &Parents<'_>,
    warnings: &mut Vec<String>,
) -> Result<Table, InspectError> {
    Ok(assemble(TableParts {
        name: facts.name.clone(),
        schema: schema.map(str::to_owned),
        primary_key: primary_key(facts)?,
        columns: columns(facts, warnings)?,
        foreign_keys: foreign_keys(facts, schema, parents, warnings)?,
        indexes: indexes(facts, warnings),
        unique_constraints: unique_constraints(facts, warnings),
        check_constraints: check_constraints(facts),
        comment: None,
        options: table_options(facts),
    }))
}
