//! The types of columns that have a foreign key and no type: those of the columns referred to.

use limbec_python::{PyResult, Value, Vm};

use super::super::registry::is_a;
use super::super::util::{attr, attr_str};
use super::{collection, constraint, items, metadata, set};

/// The columns of a metadata whose types are not known yet.
const UNTYPED: &str = "_limbec_untyped";

/// Give types to the columns of a new table, and to those that waited for it.
pub(super) fn types(vm: &mut Vm, owner: &Value, table: &Value) -> PyResult<()> {
    let mut waiting = items(vm, owner, UNTYPED)?;
    for (_, column) in collection::columns_of(vm, table)? {
        if is_untyped(vm, &column)? && !items(vm, &column, "foreign_keys")?.is_empty() {
            waiting.push(column);
        }
    }
    // A column may wait for one that waits itself, so that every success is worth another round.
    loop {
        let before = waiting.len();
        let mut still = Vec::new();
        for column in waiting {
            match referred(vm, owner, &column)? {
                Some(found) => set(&column, "type", found),
                None => still.push(column),
            }
        }
        waiting = still;
        if waiting.is_empty() || waiting.len() == before {
            break;
        }
    }
    set(owner, UNTYPED, Value::list(waiting));
    Ok(())
}

fn is_untyped(vm: &mut Vm, column: &Value) -> PyResult<bool> {
    let known = attr(vm, column, "type")?;
    Ok(is_a(vm, &known, "NullType"))
}

/// The type of the column that a foreign key of this one refers to, where it is known.
fn referred(vm: &mut Vm, owner: &Value, column: &Value) -> PyResult<Option<Value>> {
    for key in items(vm, column, "foreign_keys")? {
        let text = constraint::target_text(vm, &key)?;
        let Some((table, name)) = text.rsplit_once('.') else {
            continue;
        };
        let mut found = metadata::find_table(vm, owner, table)?;
        if found.is_none()
            && let Some(schema) = attr_str(vm, owner, "schema")?
        {
            found = metadata::find_table(vm, owner, &format!("{schema}.{table}"))?;
        }
        let Some(found) = found else { continue };
        for (_, target) in collection::columns_of(vm, &found)? {
            if attr_str(vm, &target, "name")?.as_deref() == Some(name) && !is_untyped(vm, &target)?
            {
                return attr(vm, &target, "type").map(Some);
            }
        }
    }
    Ok(None)
}
