//! What the ORM asks of a SELECT object beyond SQLAlchemy's own methods.

use limbec_python::{ClassBuilder, PyResult, Value, Vm};
use limbec_schema::{Expr, JoinKind, LabelStyle, SelectColumn, SqlType};

use super::generative as g;
use super::{SelectNode, add_entities, joins, node_of};
use crate::script::bindings::sqlalchemy::{missing, orm};

/// The methods of every query.
pub(super) fn base(builder: ClassBuilder) -> ClassBuilder {
    builder
        .property("_limbec_entities", |_, this| Ok(entities(&this)))
        .property("_limbec_columns", |_, this| {
            Ok(Value::list(
                node_of(&this).map_or_else(Vec::new, |node| node.columns.clone()),
            ))
        })
        .property("_limbec_limited", |_, this| {
            Ok(Value::Bool(node_of(&this).is_some_and(|node| {
                node.select.limit.is_some() || node.select.offset.is_some() || node.select.distinct
            })))
        })
        .method("_limbec_labelled", "", |vm, this, _| {
            style(vm, &this, LabelStyle::TableName)
        })
        .method("_limbec_unlabelled", "", |vm, this, _| {
            style(vm, &this, LabelStyle::Disambiguate)
        })
}

/// The methods of SELECT itself.
pub(super) fn select(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("_limbec_reselect", "*items", |vm, this, bound| {
            let items = bound.varargs().to_vec();
            g::change(vm, &this, |vm, node| {
                let criteria = std::mem::take(&mut node.criteria);
                let namespace = std::mem::take(&mut node.namespace);
                node.select.columns.clear();
                node.columns.clear();
                node.entities.clear();
                add_entities(vm, node, &items)?;
                node.criteria = criteria;
                node.namespace = namespace;
                Ok(())
            })
        })
        .method(
            "_limbec_join",
            "left, target, onclause, outer",
            |vm, this, bound| {
                let left = joins::entity(vm, bound.at(0))?;
                let target = joins::entity(vm, bound.at(1))?;
                let kind = if bound.bool("outer")? {
                    JoinKind::Left
                } else {
                    JoinKind::Inner
                };
                g::add_join(vm, &this, &left, &target, bound.at(2), kind)
            },
        )
        .method("_limbec_for_exists", "", |vm, this, _| {
            g::change(vm, &this, |vm, node| {
                let sources = node.sources.clone();
                for source in &sources {
                    let item = super::from_item(vm, source)?;
                    if node.select.from.is_empty() {
                        node.select.from.push(item);
                    }
                }
                node.select.columns = vec![SelectColumn {
                    expr: Expr::Raw {
                        text: "1".to_owned(),
                        sql_type: SqlType::integer(),
                    },
                }];
                node.select.label_style = LabelStyle::Disambiguate;
                Ok(())
            })
        })
        .method("_limbec_named_after", "entity", |vm, this, bound| {
            let entity = bound.at(0).clone();
            g::change(vm, &this, |_, node| {
                node.namespace = entity;
                Ok(())
            })
        })
        .method("from_statement", "statement", |vm, this, bound| {
            let Some(node) = node_of(&this) else {
                return Ok(this);
            };
            let mut list = Vec::new();
            let mut place = 0;
            while place < node.columns.len() {
                match node.entities.iter().find(|entity| entity.start == place) {
                    Some(entity) if entity.count > 0 => {
                        list.push(entity.class.clone());
                        place += entity.count;
                    }
                    _ => {
                        list.push(node.columns[place].clone());
                        place += 1;
                    }
                }
            }
            orm::call(
                vm,
                "FromStatement",
                vec![Value::list(list), bound.at(0).clone()],
            )
        })
        .method("_limbec_first", "", |vm, this, _| {
            let limit = g::count(vm, &Value::Int(1))?;
            g::change(vm, &this, |_, node| {
                if node.select.limit.is_none() {
                    node.select.limit = limit;
                }
                Ok(())
            })
        })
        .property("_limbec_refuses_dml", |_, this| {
            Ok(node_of(&this).map_or(Value::None, |node| refused(&node)))
        })
}

/// What of a query no UPDATE or DELETE can be made of.
fn refused(node: &SelectNode) -> Value {
    let select = &node.select;
    let found = if select.limit.is_some() {
        "limit()"
    } else if select.offset.is_some() {
        "offset()"
    } else if !select.order_by.is_empty() {
        "order_by()"
    } else if !select.group_by.is_empty() {
        "group_by()"
    } else if select.distinct {
        "distinct()"
    } else if select
        .from
        .iter()
        .any(|item| matches!(item, limbec_schema::FromItem::Join { .. }))
        && !node.sources.is_empty()
        && node.sources.len() > 1
    {
        "join(), outerjoin(), select_from(), or from_self()"
    } else {
        return Value::None;
    };
    Value::str(found)
}

fn style(vm: &mut Vm, this: &Value, style: LabelStyle) -> PyResult {
    if node_of(this).is_none() {
        return Err(missing::unsupported(vm, "this statement as a query"));
    }
    g::change(vm, this, |_, node| {
        node.select.label_style = style;
        Ok(())
    })
}

/// The entities of a query with the places of their columns, then how many columns there are.
fn entities(this: &Value) -> Value {
    let Some(node) = node_of(this) else {
        return Value::None;
    };
    let number = |count: usize| Value::Int(i64::try_from(count).unwrap_or(i64::MAX));
    let list = node
        .entities
        .iter()
        .map(|entity| {
            Value::tuple(vec![
                entity.class.clone(),
                number(entity.start),
                number(entity.count),
            ])
        })
        .collect();
    Value::tuple(vec![Value::list(list), number(node.columns.len())])
}
