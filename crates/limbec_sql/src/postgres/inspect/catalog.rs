//! Asks the catalog: rows come as one JSON object each, so that arrays, numbers of the catalog and
//! NULLs are read the same way whatever the connection makes of their types.

use serde_json::{Map, Value};

use super::super::connect::PostgresConnection;
use crate::connection::Connection;
use crate::inspect::{InspectError, ObjectKind, ObjectScope, Selection};
use crate::statement::{Params, Statement};
use limbec_schema::Literal;

/// The catalog behind a connection.
pub(super) struct Catalog<'a> {
    connection: &'a mut PostgresConnection,
}

impl<'a> Catalog<'a> {
    pub(super) fn new(connection: &'a mut PostgresConnection) -> Self {
        Catalog { connection }
    }

    /// Whether the server is of this version or a newer one.
    pub(super) fn is_at_least(&self, major: u32) -> bool {
        let version = self.connection.server_version();
        version.first().is_none_or(|found| *found >= major)
    }

    /// The texts of the first column.
    pub(super) fn texts(&mut self, sql: String) -> Result<Vec<String>, InspectError> {
        let outcome = self.connection.execute(&Statement {
            sql,
            params: Params::None,
        })?;
        let first = outcome.rows.into_iter().map(|row| row.into_iter().next());
        Ok(first
            .filter_map(|value| match value {
                Some(Literal::Str(text)) => Some(text),
                _ => None,
            })
            .collect())
    }

    /// The rows of a query, by the names of its columns.
    pub(super) fn rows(&mut self, sql: &str) -> Result<Vec<Row>, InspectError> {
        let wrapped = format!("SELECT pg_catalog.row_to_json(answer)::text FROM ({sql}) AS answer");
        self.texts(wrapped)?
            .iter()
            .map(|text| match serde_json::from_str(text) {
                Ok(Value::Object(columns)) => Ok(Row(columns)),
                _ => Err(InspectError::Catalog(format!(
                    "the catalog answered with something else than an object: {text}"
                ))),
            })
            .collect()
    }
}

/// A row of the catalog. A column that is not of the type asked for reads as empty: the queries
/// beside say what they select.
pub(super) struct Row(Map<String, Value>);

impl Row {
    pub(super) fn text(&self, column: &str) -> String {
        self.opt_text(column).unwrap_or_default()
    }

    pub(super) fn opt_text(&self, column: &str) -> Option<String> {
        self.0.get(column)?.as_str().map(str::to_owned)
    }

    pub(super) fn flag(&self, column: &str) -> bool {
        self.0
            .get(column)
            .and_then(Value::as_bool)
            .unwrap_or_default()
    }

    pub(super) fn int(&self, column: &str) -> i64 {
        self.opt_int(column).unwrap_or_default()
    }

    pub(super) fn opt_int(&self, column: &str) -> Option<i64> {
        self.0.get(column)?.as_i64()
    }

    pub(super) fn texts(&self, column: &str) -> Vec<String> {
        self.items(column, |item| item.as_str().map(str::to_owned))
    }

    pub(super) fn flags(&self, column: &str) -> Vec<bool> {
        self.items(column, Value::as_bool)
    }

    pub(super) fn ints(&self, column: &str) -> Vec<i64> {
        self.items(column, Value::as_i64)
    }

    fn items<T>(&self, column: &str, read: impl Fn(&Value) -> Option<T>) -> Vec<T> {
        match self.0.get(column) {
            Some(Value::Array(items)) => items.iter().filter_map(read).collect(),
            _ => Vec::new(),
        }
    }

    /// An object inside the row.
    pub(super) fn object(&self, column: &str) -> Option<Row> {
        match self.0.get(column) {
            Some(Value::Object(columns)) => Some(Row(columns.clone())),
            _ => None,
        }
    }
}

/// A text as a literal, whatever `standard_conforming_strings` says.
pub(super) fn literal(text: &str) -> String {
    let doubled = text.replace('\'', "''");
    if text.contains('\\') {
        format!("E'{}'", doubled.replace('\\', "\\\\"))
    } else {
        format!("'{doubled}'")
    }
}

/// The conditions on `pg_class c` and `pg_namespace n` that a selection is.
pub(super) fn condition(selection: &Selection) -> String {
    let mut kinds = Vec::new();
    for (kind, letters) in [
        (ObjectKind::TABLE, "'r', 'p', 'f'"),
        (ObjectKind::VIEW, "'v'"),
        (ObjectKind::MATERIALIZED_VIEW, "'m'"),
    ] {
        if selection.kind.contains(kind) {
            kinds.push(letters);
        }
    }
    let mut condition = relkinds(&kinds.join(", "));
    condition.push_str(scope(selection.scope));
    condition.push_str(&place(selection.schema.as_deref()));
    if !selection.names.is_empty() {
        let names: Vec<String> = selection.names.iter().map(|name| literal(name)).collect();
        condition.push_str(&format!(" AND c.relname IN ({})", names.join(", ")));
    }
    condition
}

/// The kinds of `pg_class`, by their letters.
pub(super) fn relkinds(letters: &str) -> String {
    match letters {
        "" => "false".to_owned(),
        letters => format!("c.relkind IN ({letters})"),
    }
}

/// Lasting or temporary.
pub(super) fn scope(scope: ObjectScope) -> &'static str {
    match scope {
        ObjectScope::DEFAULT => " AND c.relpersistence <> 't'",
        ObjectScope::TEMPORARY => " AND c.relpersistence = 't'",
        _ => "",
    }
}

/// In that schema, or visible without one.
pub(super) fn place(schema: Option<&str>) -> String {
    match schema {
        None => " AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog'".into(),
        Some(schema) => format!(" AND n.nspname = {}", literal(schema)),
    }
}
