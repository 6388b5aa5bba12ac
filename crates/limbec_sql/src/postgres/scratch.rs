//! What a script of CREATE statements makes: it is applied inside a transaction that is rolled back,
//! in a schema of its own or in an empty database.

use std::collections::HashSet;

use limbec_schema::{IntegerSize, Literal, ServerDefault, SqlType, Table};

use super::connect::PostgresConnection;
use crate::connection::{Connection, Outcome};
use crate::db_error::DbError;
use crate::inspect::{InspectError, ObjectKind, ObjectScope, Selection};
use crate::scratch::{Declared, Direct, ScriptError, ScriptPlace};
use crate::statement::Statement;

/// See [`Connection::declared_by_script`].
///
/// # Errors
/// What the database says; a script that leaves its place.
pub(super) fn declared_by_script(
    connection: &mut PostgresConnection,
    sql: &str,
    place: ScriptPlace,
) -> Result<Declared, ScriptError> {
    connection.begin()?;
    let found = match place {
        ScriptPlace::Apart => apart(connection, sql),
        ScriptPlace::Alone => alone(connection, sql),
    };
    let undone = connection.rollback();
    let found = found?;
    undone?;
    Ok(found)
}

/// In a schema that is the first of the search path: what the script makes goes there, and the
/// extensions of the database are found behind it.
fn apart(connection: &mut PostgresConnection, sql: &str) -> Result<Declared, ScriptError> {
    let schema = text(&ask(
        connection,
        "SELECT 'limbec_scratch_' || pg_backend_pid()",
    )?);
    let path = text(&ask(connection, "SELECT current_setting('search_path')")?);
    let path = match path.trim() {
        "" => schema.clone(),
        path => format!("{schema}, {path}"),
    };
    ask(connection, &format!("CREATE SCHEMA {schema}"))?;
    set_path(connection, &path)?;
    ask(connection, &guarded(sql))?;
    set_path(connection, &path)?;
    let strays = ask(
        connection,
        &format!(
            "SELECT n.nspname || '.' || c.relname FROM pg_class c \
             JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE c.xmin::text::bigint = txid_current() & 4294967295 \
             AND n.nspname <> '{schema}' AND n.nspname !~ '^pg_' ORDER BY 1 LIMIT 1"
        ),
    )?;
    if !strays.rows.is_empty() {
        return Err(ScriptError::Strays(text(&strays)));
    }
    let names = ask(
        connection,
        &format!(
            "SELECT relname::text FROM pg_class WHERE relnamespace = '{schema}'::regnamespace \
             AND relkind IN ('r', 'p')"
        ),
    )?;
    let names = names.rows.into_iter().filter_map(|row| first(row.first()));
    let selection = Selection {
        schema: None,
        names: names.collect(),
        kind: ObjectKind::TABLE,
        scope: ObjectScope::DEFAULT,
    };
    let tables = match selection.names.is_empty() {
        true => Vec::new(),
        false => declared(connection, &selection)?,
    };
    with_entities(connection, tables)
}

fn with_entities(
    connection: &mut PostgresConnection,
    tables: Vec<Table>,
) -> Result<Declared, ScriptError> {
    let dialect = connection.dialect();
    let entities = super::entities::entities(dialect, &[None], &mut Direct(connection))?;
    let statements = super::dump::table_statements(dialect, &[None], &mut Direct(connection))?;
    Ok(Declared {
        tables,
        entities,
        statements,
    })
}

fn alone(connection: &mut PostgresConnection, sql: &str) -> Result<Declared, ScriptError> {
    if let Some(table) = connection.inspector().table_names(None)?.into_iter().next() {
        return Err(ScriptError::NotEmpty(table));
    }
    let path = text(&ask(connection, "SELECT current_setting('search_path')")?);
    ask(connection, &guarded(sql))?;
    // What pg_dump writes empties the search path.
    set_path(connection, &path)?;
    let tables = declared(connection, &Selection::tables(None))?;
    with_entities(connection, tables)
}

/// The tables as models would declare them.
///
/// # Errors
/// What the database says.
pub(super) fn declared(
    connection: &mut PostgresConnection,
    selection: &Selection,
) -> Result<Vec<Table>, InspectError> {
    let mut tables = connection.inspector().reflect_selection(selection)?;
    let serials = serials(connection, selection.schema.as_deref())?;
    for table in &mut tables {
        let name = table.name.clone();
        for column in &mut table.columns {
            let text = column
                .server_default
                .as_ref()
                .and_then(ServerDefault::as_text);
            let counted = text.is_some_and(|clause| clause.text.starts_with("nextval('"));
            let serial =
                matches!(&column.sql_type, SqlType::Integer(t) if t.size != IntegerSize::Small);
            if counted && serial && serials.contains(&(name.clone(), column.name.clone())) {
                column.server_default = None;
            }
        }
    }
    Ok(tables)
}

/// The columns, with their tables, that own the sequence that counts them.
fn serials(
    connection: &mut PostgresConnection,
    schema: Option<&str>,
) -> Result<HashSet<(String, String)>, DbError> {
    let place = match schema {
        None => "pg_table_is_visible(t.oid)".to_owned(),
        Some(schema) => format!("n.nspname = '{}'", schema.replace('\'', "''")),
    };
    let found = ask(
        connection,
        &format!(
            "SELECT t.relname::text, a.attname::text FROM pg_depend d \
             JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' \
             JOIN pg_class t ON t.oid = d.refobjid \
             JOIN pg_namespace n ON n.oid = t.relnamespace \
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid \
             WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass \
             AND d.deptype = 'a' AND {place}"
        ),
    )?;
    Ok(found
        .rows
        .iter()
        .filter_map(|row| Some((first(row.first())?, first(row.get(1))?)))
        .collect())
}

/// The script as the text of one statement, in which the server refuses to end the transaction.
fn guarded(sql: &str) -> String {
    let sql: String = sql
        .lines()
        // Two commands of psql that pg_dump writes.
        .map(|line| match line.split_whitespace().next() {
            Some("\\restrict" | "\\unrestrict") => "\n".to_owned(),
            _ => format!("{line}\n"),
        })
        .collect();
    let tag = (0..)
        .map(|number| format!("limbec{number}"))
        .find(|tag| !sql.contains(tag.as_str()))
        .unwrap_or_default();
    format!("DO ${tag}a$ BEGIN EXECUTE ${tag}b${sql}${tag}b$; END ${tag}a$")
}

fn set_path(connection: &mut PostgresConnection, path: &str) -> Result<(), DbError> {
    let path = path.replace('\'', "''");
    let sql = format!("SELECT set_config('search_path', '{path}', true)");
    ask(connection, &sql).map(drop)
}

fn ask(connection: &mut PostgresConnection, sql: &str) -> Result<Outcome, DbError> {
    connection.execute(&Statement::new(sql.to_owned()))
}

fn first(value: Option<&Literal>) -> Option<String> {
    match value? {
        Literal::Str(text) => Some(text.clone()),
        _ => None,
    }
}

fn text(outcome: &Outcome) -> String {
    first(outcome.scalar()).unwrap_or_default()
}
