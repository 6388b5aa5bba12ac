//! `values(...)`: rows of literals in FROM.

use std::rc::Rc;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::{Expr, FromItem};

use super::SelectNode;
use super::from::{FromNode, add_column, alias, alias_name, make_from};
use crate::script::bindings::sqlalchemy::expr;
use crate::script::bindings::sqlalchemy::util::{attr, attr_str};
use crate::script::bindings::sqlalchemy::{convert, schema, types};

/// The rows of `values(...)` as a query.
pub(super) fn values_node(vm: &mut Vm, this: &Value, rows: Vec<Vec<Expr>>) -> PyResult<SelectNode> {
    let mut node = SelectNode::default();
    for (_, column) in schema::columns_of(vm, this)? {
        let name = attr_str(vm, &column, "name")?.unwrap_or_default();
        let type_value = expr::type_of(vm, &column)?;
        let plain = schema::new_column_clause(vm, Value::str(name), &type_value)?;
        let expr = convert::expr(vm, &plain)?;
        node.select.columns.push(expr.into());
        node.columns.push(plain);
    }
    node.select.values = Some(rows);
    Ok(node)
}

/// `values(...).scalar_values()`
pub(super) fn scalar_values(vm: &mut Vm, this: &Value) -> PyResult {
    let Some(FromItem::Values { rows, .. }) = this.payload::<FromNode>().map(|f| f.0.clone())
    else {
        return Err(vm.raise("AttributeError", "scalar_values"));
    };
    let node = values_node(vm, this, rows)?;
    Ok(expr::wrap(Expr::Subquery(Box::new(node.select))))
}

/// `values(...).lateral(name)`
pub(super) fn lateral_values(vm: &mut Vm, this: &Value, name: &Value) -> PyResult {
    let made = alias(vm, this, name)?;
    if let Some(FromItem::Values {
        columns,
        rows,
        alias,
        ..
    }) = made.payload::<FromNode>().map(|f| f.0.clone())
        && let Value::Instance(instance) = &made
    {
        instance.set_payload(Rc::new(FromNode(FromItem::Values {
            columns,
            rows,
            alias,
            lateral: true,
        })));
    }
    Ok(made)
}

/// `values(column(...), ..., name="v").data([...])`
pub(super) fn values(vm: &mut Vm, bound: Bound) -> PyResult {
    let mut columns = Vec::new();
    for column in bound.varargs() {
        let own = attr_str(vm, column, "name")?.unwrap_or_default();
        let type_value = attr(vm, column, "type")?;
        columns.push((own, types::sql_type(vm, &type_value)?));
    }
    let name = bound.get("name").clone();
    let alias = if name.is_none() {
        None
    } else {
        Some(alias_name(&name, "anon"))
    };
    let item = FromItem::Values {
        columns,
        rows: Vec::new(),
        alias,
        lateral: false,
    };
    let made = make_from("Values", item, name);
    if let Value::Instance(instance) = &made {
        instance.set("literal_binds", bound.get("literal_binds").clone());
    }
    for column in bound.varargs() {
        let own = attr_str(vm, column, "name")?.unwrap_or_default();
        let type_value = attr(vm, column, "type")?;
        add_column(vm, &made, &own, &own, &type_value, None)?;
    }
    Ok(made)
}

/// `values(...).data([(1, "a"), ...])`
pub(super) fn values_data(vm: &mut Vm, this: &Value, rows: &Value) -> PyResult {
    let Some(found) = this.payload::<FromNode>() else {
        return Ok(this.clone());
    };
    let FromItem::Values {
        columns,
        rows: old,
        alias,
        lateral,
    } = found.0.clone()
    else {
        return Ok(this.clone());
    };
    let own = schema::columns_of(vm, this)?;
    let literal = attr(vm, this, "literal_binds")?;
    let inline = vm.truthy(&literal)?;
    let mut all = old;
    for row in vm.iterate(rows)? {
        let mut cells = Vec::new();
        for (place, cell) in vm.iterate(&row)?.iter().enumerate() {
            let known = own
                .get(place)
                .map(|(_, column)| column.clone())
                .unwrap_or_default();
            cells.push(match expr::operand(vm, &known, cell)? {
                limbec_schema::build::Operand::Expr(expr) => expr,
                limbec_schema::build::Operand::Value(limbec_schema::Literal::Null) => Expr::Null,
                limbec_schema::build::Operand::Value(literal) => Expr::Bind(limbec_schema::Bind {
                    sql_type: columns
                        .get(place)
                        .map_or(limbec_schema::SqlType::Null, |(_, sql_type)| {
                            sql_type.clone()
                        }),
                    inline,
                    ..limbec_schema::Bind::value(literal)
                }),
            });
        }
        all.push(cells);
    }
    let name = attr(vm, this, "name")?;
    let made = make_from(
        "Values",
        FromItem::Values {
            columns,
            rows: all,
            alias,
            lateral,
        },
        name,
    );
    if let Value::Instance(instance) = &made {
        instance.set("literal_binds", Value::Bool(inline));
    }
    for (key, column) in own {
        let name = attr_str(vm, &column, "name")?.unwrap_or_default();
        let type_value = attr(vm, &column, "type")?;
        add_column(vm, &made, &name, &key, &type_value, None)?;
    }
    Ok(made)
}
