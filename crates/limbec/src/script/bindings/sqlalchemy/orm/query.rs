//! `session.query(...)`.

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};

use super::super::registry::is_a;
use super::super::util::{attr, error, make};
use super::super::{dml, expr, select};
use super::declarative::{columns_by_attribute, table_of};
use super::session;

/// What a query carries.
struct QueryNode {
    session: Value,
    select: Value,
    entities: Vec<Value>,
}

/// `session.query(*entities)`
pub(super) fn make_query(vm: &mut Vm, session: &Value, entities: &[Value]) -> PyResult {
    let select = select::select_from_values(vm, entities)?;
    Ok(wrap(session.clone(), select, entities.to_vec()))
}

fn wrap(session: Value, select: Value, entities: Vec<Value>) -> Value {
    let instance = make("orm.Query");
    instance.set_payload(Rc::new(QueryNode {
        session,
        select,
        entities,
    }));
    Value::Instance(instance)
}

fn node(vm: &mut Vm, this: &Value) -> PyResult<Rc<QueryNode>> {
    match this.payload::<QueryNode>() {
        Some(node) => Ok(node),
        None => Err(vm.raise("TypeError", "queries are made by session.query()")),
    }
}

/// The methods that are those of SELECT.
const DELEGATED: &[(&str, &str)] = &[
    ("filter", "where"),
    ("where", "where"),
    ("order_by", "order_by"),
    ("group_by", "group_by"),
    ("having", "having"),
    ("limit", "limit"),
    ("offset", "offset"),
    ("distinct", "distinct"),
    ("select_from", "select_from"),
    ("join", "join"),
    ("outerjoin", "outerjoin"),
    ("filter_by", "filter_by"),
    ("with_entities", "with_only_columns"),
    ("add_columns", "add_columns"),
    ("with_for_update", "with_for_update"),
    ("slice", "slice"),
    ("correlate", "correlate"),
];

fn rows(vm: &mut Vm, this: &Value) -> PyResult {
    let node = node(vm, this)?;
    session::execute(vm, &node.session, &node.select, &Value::None)
}

/// Whether the results are the entities themselves and not rows of them.
fn single(vm: &mut Vm, this: &Value) -> PyResult<bool> {
    let node = node(vm, this)?;
    Ok(match node.entities.as_slice() {
        [one] => table_of(one).is_some(),
        _ => false,
    })
}

fn all(vm: &mut Vm, this: &Value) -> PyResult<Vec<Value>> {
    let mut found = rows(vm, this)?;
    if single(vm, this)? {
        found = vm.call_method(&found, "scalars", Vec::new())?;
    }
    let list = vm.call_method(&found, "all", Vec::new())?;
    vm.iterate(&list)
}

/// One row of the query by a method of the result.
fn one(vm: &mut Vm, this: &Value, method: &str) -> PyResult {
    let mut found = rows(vm, this)?;
    if single(vm, this)? {
        found = vm.call_method(&found, "scalars", Vec::new())?;
    }
    vm.call_method(&found, method, Vec::new())
}

/// The class `Query`.
pub(super) fn class(mut builder: ClassBuilder) -> ClassBuilder {
    for (name, method) in DELEGATED {
        builder = builder.method(name, "*args, **kwargs", move |vm, this, bound| {
            let node = node(vm, &this)?;
            let function = vm.getattr(&node.select, method)?;
            let select = vm.call(&function, bound.varargs().to_vec(), bound.kwargs().to_vec())?;
            let entities = if *method == "with_only_columns" {
                bound.varargs().to_vec()
            } else {
                node.entities.clone()
            };
            Ok(wrap(node.session.clone(), select, entities))
        });
    }
    for name in [
        "options",
        "execution_options",
        "yield_per",
        "populate_existing",
        "autoflush",
    ] {
        builder = builder.method(name, "*args, **kwargs", |_, this, _| Ok(this));
    }
    for name in ["union", "union_all", "subquery", "cte", "exists", "label"] {
        builder = builder.method(name, "*args, **kwargs", move |vm, this, bound| {
            let node = node(vm, &this)?;
            let mut args = Vec::new();
            for arg in bound.varargs() {
                args.push(match arg.payload::<QueryNode>() {
                    Some(other) => other.select.clone(),
                    None => arg.clone(),
                });
            }
            let function = vm.getattr(&node.select, name)?;
            let made = vm.call(&function, args, bound.kwargs().to_vec())?;
            if name.starts_with("union") {
                return Ok(wrap(node.session.clone(), made, Vec::new()));
            }
            Ok(made)
        });
    }
    builder
        .method("all", "", |vm, this, _| all(vm, &this).map(Value::list))
        .method("__iter__", "", |vm, this, _| {
            all(vm, &this).map(Value::iter)
        })
        .method("first", "", |vm, this, _| {
            let limited = vm.call_method(&this, "limit", vec![Value::Int(1)])?;
            one(vm, &limited, "first")
        })
        .method("one", "", |vm, this, _| one(vm, &this, "one"))
        .method("one_or_none", "", |vm, this, _| {
            one(vm, &this, "one_or_none")
        })
        .method("scalar", "", |vm, this, _| {
            let found = rows(vm, &this)?;
            vm.call_method(&found, "scalar", Vec::new())
        })
        .method("count", "", count)
        .method("get", "ident", |vm, this, bound| {
            let node = node(vm, &this)?;
            let class = node.entities.first().cloned().unwrap_or_default();
            session::get(vm, &node.session, &class, bound.at(0))
        })
        .method(
            "update",
            "values, synchronize_session='auto', update_args=None",
            update,
        )
        .method(
            "delete",
            "synchronize_session='auto', delete_args=None",
            delete,
        )
        .method("scalar_subquery", "", |vm, this, _| {
            let node = node(vm, &this)?;
            select::scalar(vm, &node.select)
        })
        .method("as_scalar", "", |vm, this, _| {
            let node = node(vm, &this)?;
            select::scalar(vm, &node.select)
        })
        .method("__clause_element__", "", |vm, this, _| {
            Ok(node(vm, &this)?.select.clone())
        })
        .property("statement", |vm, this| Ok(node(vm, &this)?.select.clone()))
        .property("session", |vm, this| Ok(node(vm, &this)?.session.clone()))
        .method("__str__", "", |vm, this, _| {
            let select = node(vm, &this)?.select.clone();
            vm.str(&select).map(Value::Str)
        })
        .method("__getitem__", "index", |vm, this, bound| {
            let list = Value::list(all(vm, &this)?);
            vm.get_item(&list, bound.at(0))
        })
}

/// `query.count()`: of the rows that the query would give.
fn count(vm: &mut Vm, this: Value, _: Bound) -> PyResult {
    let node = node(vm, &this)?;
    let inner = select::new_subquery(vm, &node.select, &Value::None, false)?;
    let counter = expr::func();
    let counter = vm.getattr(&counter, "count")?;
    let counter = vm.call(&counter, Vec::new(), Vec::new())?;
    let statement = select::select_from_values(vm, &[counter])?;
    let statement = vm.call_method(&statement, "select_from", vec![inner])?;
    let found = session::execute(vm, &node.session, &statement, &Value::None)?;
    vm.call_method(&found, "scalar", Vec::new())
}

/// The table and the conditions of a query that changes rows.
fn target(vm: &mut Vm, this: &Value) -> PyResult<(Rc<QueryNode>, Value)> {
    let node = node(vm, this)?;
    let first = node.entities.first().cloned().unwrap_or_default();
    let table = match table_of(&first) {
        Some(table) => table,
        None if is_a(vm, &first, "Column") => attr(vm, &first, "table")?,
        None => {
            return Err(error(
                vm,
                "InvalidRequestError",
                "This operation requires only one Table or entity be specified as the target.",
            ));
        }
    };
    Ok((node, table))
}

fn with_conditions(vm: &mut Vm, node: &QueryNode, statement: Value) -> PyResult {
    let condition = vm.getattr(&node.select, "whereclause")?;
    if condition.is_none() {
        return Ok(statement);
    }
    vm.call_method(&statement, "where", vec![condition])
}

fn update(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let (node, table) = target(vm, &this)?;
    let class = node.entities.first().cloned().unwrap_or_default();
    let statement = dml::new_update(vm, &table)?;
    let statement = with_conditions(vm, &node, statement)?;
    let mut pairs = Vec::new();
    if let Value::Dict(given) = bound.at(0) {
        let columns = columns_by_attribute(&class);
        for (key, value) in given.items() {
            let column = match key.as_str() {
                Some(name) => columns
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map_or_else(|| key.clone(), |(_, column)| column.clone()),
                None => key.clone(),
            };
            let name = match column.as_str() {
                Some(name) => name,
                None => attr(vm, &column, "key")?.as_str().unwrap_or_default(),
            };
            pairs.push((name, value));
        }
    }
    let statement = vm.call_method(&statement, "values", vec![Value::dict(pairs)])?;
    let found = session::execute(vm, &node.session, &statement, &Value::None)?;
    attr(vm, &found, "rowcount")
}

fn delete(vm: &mut Vm, this: Value, _: Bound) -> PyResult {
    let (node, table) = target(vm, &this)?;
    let statement = dml::new_delete(vm, &table)?;
    let statement = with_conditions(vm, &node, statement)?;
    let found = session::execute(vm, &node.session, &statement, &Value::None)?;
    attr(vm, &found, "rowcount")
}
