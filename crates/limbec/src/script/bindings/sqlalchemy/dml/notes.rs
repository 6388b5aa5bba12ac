//! What the ORM asks of INSERT, UPDATE and DELETE beyond SQLAlchemy's own methods.

use limbec_python::{ClassBuilder, Value};
use limbec_schema::{SqlStatement, build};

use super::super::{expr, select};
use super::{add_filter, change, node_of};

/// What the ORM reads of a statement.
pub(super) fn orm(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("execution_options", "**kw", |vm, this, bound| {
            let given = bound.kwargs().to_vec();
            change(vm, &this, |_, node| {
                node.execution.extend(given);
                Ok(())
            })
        })
        .method("get_execution_options", "", |_, this, _| {
            let given = node_of(&this).map(|node| node.execution.clone());
            Ok(Value::dict(given.unwrap_or_default()))
        })
        .method("options", "*options", |vm, this, bound| {
            let options = bound.varargs().to_vec();
            change(vm, &this, |_, node| {
                node.options.extend(options);
                Ok(())
            })
        })
        .property("_with_options", |_, this| {
            let given = node_of(&this).map(|node| node.options.clone());
            Ok(Value::tuple(given.unwrap_or_default()))
        })
        .property("_limbec_entity", |_, this| {
            Ok(node_of(&this).map_or(Value::None, |node| node.entity.clone()))
        })
        .property("_limbec_entities", |_, this| {
            let Some(node) = node_of(&this) else {
                return Ok(Value::None);
            };
            let number = |count: usize| Value::Int(i64::try_from(count).unwrap_or(i64::MAX));
            let list = node.entities.iter().map(|(class, start, count)| {
                Value::tuple(vec![class.clone(), number(*start), number(*count)])
            });
            Ok(Value::tuple(vec![
                Value::list(list.collect()),
                number(node.returning.len()),
            ]))
        })
        .method("_limbec_where", "query", |vm, this, bound| {
            let filter = select::select_of(bound.at(0)).map(|select| select.filter);
            add_filter(vm, &this, filter.unwrap_or_default())
        })
        .property("whereclause", |_, this| {
            let filter = match node_of(&this).map(|node| node.statement.clone()) {
                Some(SqlStatement::Update(update)) => update.filter,
                Some(SqlStatement::Delete(delete)) => delete.filter,
                _ => Vec::new(),
            };
            Ok(match filter.len() {
                0 => Value::None,
                _ => expr::wrap(build::and(filter)),
            })
        })
}
