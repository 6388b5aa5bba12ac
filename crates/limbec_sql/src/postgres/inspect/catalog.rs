//! Asks the catalog: rows are read by the names of their columns.

use std::rc::Rc;

use serde_json::Value;

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
        let outcome = self.connection.execute(&Statement {
            sql: sql.to_owned(),
            params: Params::None,
        })?;
        let names: Rc<[String]> = outcome.columns.into_iter().map(|c| c.name).collect();
        let row = |values| Row {
            names: names.clone(),
            values,
        };
        Ok(outcome.rows.into_iter().map(row).collect())
    }
}

/// A row of the catalog. A column that is not of the type asked for reads as empty: the queries
/// beside say what they select.
pub(super) struct Row {
    names: Rc<[String]>,
    values: Vec<Literal>,
}

impl Row {
    fn get(&self, column: &str) -> Option<&Literal> {
        let place = self.names.iter().position(|name| name == column)?;
        self.values.get(place)
    }

    pub(super) fn text(&self, column: &str) -> String {
        self.opt_text(column).unwrap_or_default()
    }

    pub(super) fn opt_text(&self, column: &str) -> Option<String> {
        text_of(self.get(column)?)
    }

    pub(super) fn flag(&self, column: &str) -> bool {
        self.get(column).and_then(flag_of).unwrap_or_default()
    }

    pub(super) fn int(&self, column: &str) -> i64 {
        self.opt_int(column).unwrap_or_default()
    }

    pub(super) fn opt_int(&self, column: &str) -> Option<i64> {
        int_of(self.get(column)?)
    }

    pub(super) fn texts(&self, column: &str) -> Vec<String> {
        self.items(column, text_of)
    }

    pub(super) fn flags(&self, column: &str) -> Vec<bool> {
        self.items(column, flag_of)
    }

    pub(super) fn ints(&self, column: &str) -> Vec<i64> {
        self.items(column, int_of)
    }

    fn items<T>(&self, column: &str, read: impl Fn(&Literal) -> Option<T>) -> Vec<T> {
        match self.get(column) {
            Some(Literal::List(items)) => items.iter().filter_map(read).collect(),
            _ => Vec::new(),
        }
    }

    /// An object inside the row.
    pub(super) fn object(&self, column: &str) -> Option<Row> {
        let Some(Literal::Json(text)) = self.get(column) else {
            return None;
        };
        let Ok(Value::Object(object)) = serde_json::from_str(text) else {
            return None;
        };
        let (names, values): (Vec<String>, Vec<Literal>) = object
            .into_iter()
            .map(|(name, value)| (name, plain(value)))
            .unzip();
        Some(Row {
            names: names.into(),
            values,
        })
    }
}

fn text_of(value: &Literal) -> Option<String> {
    match value {
        Literal::Str(text) => Some(text.clone()),
        _ => None,
    }
}

fn flag_of(value: &Literal) -> Option<bool> {
    match value {
        Literal::Bool(flag) => Some(*flag),
        _ => None,
    }
}

fn int_of(value: &Literal) -> Option<i64> {
    match value {
        Literal::Int(number) => Some(*number),
        _ => None,
    }
}

/// A number, a flag or a text of JSON; what else there is stands for nothing here.
fn plain(value: Value) -> Literal {
    match value {
        Value::Bool(flag) => Literal::Bool(flag),
        Value::String(text) => Literal::Str(text),
        Value::Number(number) => number.as_i64().map_or(Literal::Null, Literal::Int),
        _ => Literal::Null,
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
