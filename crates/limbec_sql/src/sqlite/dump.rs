//! The schema of a SQLite database, by the statements that it keeps.

use super::text::lay_out;
use crate::Dialect;
use crate::dump::{Dump, DumpRequest, TableStatements, ended};
use crate::meaning::{Ask, text};

/// Tables with their indexes by name, then views, then triggers: SQLite looks for what a view or a trigger names when it is
/// used, so that no other order is needed. The tables that belong to a virtual table are made with it.
const OBJECTS: &str = "\
SELECT type, name, tbl_name, sql FROM sqlite_master \
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow') \
ORDER BY CASE type WHEN 'trigger' THEN 2 WHEN 'view' THEN 1 ELSE 0 END, \
CASE type WHEN 'index' THEN tbl_name ELSE name END, type DESC, name";

/// See [`crate::dump::table_statements`].
///
/// # Errors
/// What the database says.
pub fn table_statements<E>(
    dialect: &dyn Dialect,
    ask: &mut dyn Ask<E>,
) -> Result<Vec<TableStatements>, E> {
    let rows =
        ask.query("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL")?;
    let indexes = ask.query(
        "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    )?;
    let found = rows.iter().filter_map(|row| {
        let (name, sql) = (text(row, 0)?, text(row, 1)?);
        let own = indexes
            .iter()
            .filter(|row| text(row, 0).as_ref() == Some(&name));
        let own = own.filter_map(|row| {
            let sql = text(row, 2)?;
            Some((text(row, 1)?, vec![lay_out::one_line(&sql).unwrap_or(sql)]))
        });
        let indexes = own.collect();
        let laid_out = lay_out::table(&sql, &dialect.quote(&name));
        Some(TableStatements {
            schema: None,
            name,
            statements: vec![laid_out.unwrap_or(sql)],
            indexes,
        })
    });
    Ok(found.collect())
}

/// See [`crate::dump::dump`].
///
/// # Errors
/// What the database says.
pub fn dump<E>(
    dialect: &dyn Dialect,
    request: &DumpRequest<'_>,
    ask: &mut dyn Ask<E>,
) -> Result<Dump, E> {
    let mut found = Dump::default();
    for row in ask.query(OBJECTS)? {
        let (Some(kind), Some(name), Some(table), Some(sql)) =
            (text(&row, 0), text(&row, 1), text(&row, 2), text(&row, 3))
        else {
            continue;
        };
        if table == request.version_table.1 {
            continue;
        }
        let laid_out = match kind.as_str() {
            "table" => lay_out::table(&sql, &dialect.quote(&name)),
            "index" => lay_out::one_line(&sql),
            _ => None,
        };
        if kind != "index" && !found.text.is_empty() {
            found.text.push('\n');
        }
        found.text.push_str(&ended(&laid_out.unwrap_or(sql)));
    }
    Ok(found)
}
