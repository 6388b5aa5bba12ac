//! Functions in FROM.

use std::sync::Arc;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::{AliasName, Expr, FromItem};

use super::from::{FromNode, add_column, alias_name, from_item, make_from};
use crate::script::bindings::sqlalchemy::expr::{self, node};
use crate::script::bindings::sqlalchemy::util::{attr, attr_str};
use crate::script::bindings::sqlalchemy::{schema, types};

/// `func.name(...).table_valued("a", "b", with_ordinality="n")`, `.alias()`
pub(in super::super) fn function_alias(
    vm: &mut Vm,
    this: &Value,
    name: &Value,
    columns: &[Value],
    ordinality: &Value,
) -> PyResult {
    let Some(Expr::Function(call)) = node(this) else {
        return Err(vm.raise("AttributeError", "only functions have table_valued()"));
    };
    let stem = call.name.name.clone();
    let item = FromItem::Function {
        call,
        alias: Some(alias_name(
            name,
            if columns.is_empty() { &stem } else { "anon" },
        )),
        derived: Vec::new(),
        with_ordinality: !ordinality.is_none(),
        lateral: false,
    };
    let made = make_from("TableValuedAlias", item, name.clone());
    let mut all = columns.to_vec();
    if !ordinality.is_none() {
        all.push(ordinality.clone());
    }
    for column in &all {
        let (own, type_value) = match column.as_str() {
            Some(own) => (own.to_string(), Value::None),
            None => (
                attr_str(vm, column, "name")?.unwrap_or_default(),
                attr(vm, column, "type")?,
            ),
        };
        add_column(vm, &made, &own, &own, &type_value, None)?;
    }
    if columns.is_empty() {
        let type_value = expr::type_of(vm, this)?;
        add_column(vm, &made, &stem, "column", &type_value, None)?;
    }
    Ok(made)
}

/// `func.unnest(x).column_valued("name")`
pub(in super::super) fn column_valued(vm: &mut Vm, this: &Value, name: &Value) -> PyResult {
    let made = function_alias(vm, this, name, &[], &Value::None)?;
    let item = from_item(vm, &made)?;
    Ok(expr::wrap(Expr::FromValue(Arc::new(item))))
}

/// `alias.render_derived(with_types=False)`
pub(super) fn render_derived(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let Some(found) = this.payload::<FromNode>() else {
        return Ok(this.clone());
    };
    let FromItem::Function {
        call,
        alias,
        with_ordinality,
        ..
    } = found.0.clone()
    else {
        return Ok(this.clone());
    };
    let with_types = bound.bool("with_types")?;
    let mut derived = Vec::new();
    for (_, column) in schema::columns_of(vm, this)? {
        let own = attr_str(vm, &column, "name")?.unwrap_or_default();
        let type_value = attr(vm, &column, "type")?;
        let sql_type = if with_types {
            Some(types::sql_type(vm, &type_value)?)
        } else {
            None
        };
        derived.push((own, sql_type));
    }
    let alias = match bound.get("name").as_str() {
        Some(name) => Some(AliasName {
            name: name.to_string(),
            anonymous: false,
            id: alias.map_or_else(types::fresh_id, |alias| alias.id),
        }),
        // A name that was given before is not taken over.
        None => alias.map(|alias| AliasName {
            name: "anon".to_owned(),
            anonymous: true,
            id: alias.id,
        }),
    };
    let item = FromItem::Function {
        call,
        alias,
        derived,
        with_ordinality,
        // As in the original, it is lost here: `lateral()` comes last.
        lateral: false,
    };
    let name = attr(vm, this, "name")?;
    function_again(vm, this, item, name)
}

/// `alias.lateral(name)` of a function that gives a table
pub(super) fn lateral_function(vm: &mut Vm, this: &Value, name: &Value) -> PyResult {
    let Some(found) = this.payload::<FromNode>() else {
        return Ok(this.clone());
    };
    let mut item = found.0.clone();
    if let FromItem::Function { alias, lateral, .. } = &mut item {
        *lateral = true;
        // Without a name of its own it is named after what it is made of.
        let stem = alias.as_ref().map_or("anon", |alias| &alias.name);
        *alias = Some(AliasName {
            name: name
                .as_str()
                .map_or(stem.to_owned(), |name| name.to_string()),
            anonymous: name.is_none(),
            id: types::fresh_id(),
        });
    }
    function_again(vm, this, item, name.clone())
}

/// A function that gives a table, as something else with the same columns.
fn function_again(vm: &mut Vm, this: &Value, item: FromItem, name: Value) -> PyResult {
    let made = make_from("TableValuedAlias", item, name);
    for (key, column) in schema::columns_of(vm, this)? {
        let own = attr_str(vm, &column, "name")?.unwrap_or_default();
        let type_value = attr(vm, &column, "type")?;
        add_column(vm, &made, &own, &key, &type_value, None)?;
    }
    Ok(made)
}
