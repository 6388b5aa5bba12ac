//! Which tables, views, sequences and schemas there are.

use super::catalog::{Catalog, literal, place, relkinds, scope};
use crate::inspect::{InspectError, ObjectScope};

const FROM_CLASS: &str =
    "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE ";

/// What has columns.
pub(super) const TABLE_LIKE: &str = "'r', 'p', 'f', 'v', 'm'";

/// The names in the order in which the catalog has them, as SQLAlchemy gives them.
pub(super) fn of_class(
    catalog: &mut Catalog<'_>,
    letters: &str,
    schema: Option<&str>,
    lasting: ObjectScope,
) -> Result<Vec<String>, InspectError> {
    catalog.texts(format!(
        "SELECT c.relname::text {FROM_CLASS}{}{}{}",
        relkinds(letters),
        scope(lasting),
        place(schema)
    ))
}

/// Whether there is something of that name and of one of these kinds.
pub(super) fn has(
    catalog: &mut Catalog<'_>,
    letters: &str,
    name: &str,
    schema: Option<&str>,
) -> Result<bool, InspectError> {
    let found = catalog.texts(format!(
        "SELECT c.relname::text {FROM_CLASS}c.relname = {} AND {}{}",
        literal(name),
        relkinds(letters),
        place(schema)
    ))?;
    Ok(!found.is_empty())
}

pub(super) fn schemas(catalog: &mut Catalog<'_>) -> Result<Vec<String>, InspectError> {
    catalog.texts(
        "SELECT nspname::text FROM pg_catalog.pg_namespace \
         WHERE pg_catalog.left(nspname::text, 3) <> 'pg_' ORDER BY nspname"
            .to_owned(),
    )
}

pub(super) fn has_schema(catalog: &mut Catalog<'_>, name: &str) -> Result<bool, InspectError> {
    let found = catalog.texts(format!(
        "SELECT nspname::text FROM pg_catalog.pg_namespace WHERE nspname = {}",
        literal(name)
    ))?;
    Ok(!found.is_empty())
}

pub(super) fn has_type(
    catalog: &mut Catalog<'_>,
    name: &str,
    schema: Option<&str>,
) -> Result<bool, InspectError> {
    let found = catalog.texts(format!(
        "SELECT t.typname::text FROM pg_catalog.pg_type t \
         JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = {}{}",
        literal(name),
        place_of_type(schema)
    ))?;
    Ok(!found.is_empty())
}

/// In that schema, visible without one, or (`*`) anywhere.
pub(super) fn place_of_type(schema: Option<&str>) -> String {
    match schema {
        None => " AND pg_catalog.pg_type_is_visible(t.oid) AND n.nspname <> 'pg_catalog'".into(),
        Some("*") => String::new(),
        Some(schema) => format!(" AND n.nspname = {}", literal(schema)),
    }
}

/// The text of a view, by its name.
pub(super) fn view_definition(
    catalog: &mut Catalog<'_>,
    view: &str,
    schema: Option<&str>,
) -> Result<Option<String>, InspectError> {
    let found = catalog.texts(format!(
        "SELECT pg_catalog.pg_get_viewdef(c.oid) {FROM_CLASS}c.relname = {} AND {}{}",
        literal(view),
        relkinds("'v', 'm'"),
        place(schema)
    ))?;
    Ok(found.into_iter().next())
}

pub(super) fn table_oid(
    catalog: &mut Catalog<'_>,
    table: &str,
    schema: Option<&str>,
) -> Result<Option<i64>, InspectError> {
    let rows = catalog.rows(&format!(
        "SELECT c.oid::int8 AS oid {FROM_CLASS}c.relname = {} AND {}{}",
        literal(table),
        relkinds(TABLE_LIKE),
        place(schema)
    ))?;
    Ok(rows.first().map(|row| row.int("oid")))
}
