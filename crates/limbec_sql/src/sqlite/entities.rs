//! Views and triggers of a SQLite database, by the statements that it keeps.

use super::text::normal;
use crate::Dialect;
use crate::entity::{Entity, EntityKind, Use};
use crate::meaning::{Ask, text};

/// All of the database.
///
/// # Errors
/// What the database says.
pub fn entities<E>(dialect: &dyn Dialect, ask: &mut dyn Ask<E>) -> Result<Vec<Entity>, E> {
    let rows = ask.query(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY type DESC, name",
    )?;
    let names = ask.query("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")?;
    let names: Vec<String> = names.iter().filter_map(|row| text(row, 0)).collect();
    let mut found = Vec::new();
    for row in &rows {
        let (Some(kind), Some(name), Some(table), Some(sql)) =
            (text(row, 0), text(row, 1), text(row, 2), text(row, 3))
        else {
            continue;
        };
        let is_view = kind == "view";
        let used = names
            .iter()
            .filter(|other| **other != name && super::text::mentions(&sql, other));
        let quoted = dialect.quote(&name);
        found.push(Entity {
            kind: if is_view {
                EntityKind::View
            } else {
                EntityKind::Trigger
            },
            schema: None,
            identity: if is_view {
                name.clone()
            } else {
                format!("{table}.{name}")
            },
            drop: format!("DROP {} {quoted}", if is_view { "VIEW" } else { "TRIGGER" }),
            replace: None,
            shape: String::new(),
            meaning: normal(&sql, ""),
            uses: used
                .map(|relation| Use {
                    schema: None,
                    relation: relation.clone(),
                    column: None,
                })
                .collect(),
            create: vec![sql],
            table: (!is_view).then_some(table),
            name,
        });
    }
    Ok(found)
}
