//! The classes of `sqlalchemy.sql.selectable`.

use std::sync::Arc;

use limbec_python::{Bound, ClassBuilder, PyResult, Value, Vm};
use limbec_schema::{Expr, SetOp, UnaryOp};

use super::generative as g;
use super::{
    from, from_functions, from_values, joins, mapped, node_of, scalar, select_from_values,
    set_operation,
};
use crate::script::bindings::sqlalchemy::expr::{self, wrap};
use crate::script::bindings::sqlalchemy::registry::ClassSpec;
use crate::script::bindings::sqlalchemy::util::{argument_error, attr, attr_str};
use crate::script::bindings::sqlalchemy::{dml, schema};

const fn spec(
    key: &'static str,
    bases: &'static [&'static str],
    build: fn(ClassBuilder) -> ClassBuilder,
) -> ClassSpec {
    ClassSpec::new(key, "sqlalchemy.sql.selectable", bases, build)
}

/// The classes.
pub(in super::super) const CLASSES: &[ClassSpec] = &[
    spec("ReturnsRows", &["ClauseElement"], |builder| builder),
    spec("Selectable", &["ReturnsRows"], |builder| builder),
    spec("FromClause", &["Selectable"], from_clause),
    spec("TableClause", &["FromClause"], table_clause),
    spec("AliasedReturnsRows", &["FromClause"], |builder| builder),
    spec("Alias", &["AliasedReturnsRows"], |builder| builder),
    spec("Subquery", &["AliasedReturnsRows"], |builder| builder),
    spec("Lateral", &["AliasedReturnsRows"], |builder| builder),
    spec("CTE", &["AliasedReturnsRows"], cte),
    spec("TableSample", &["AliasedReturnsRows"], |builder| builder),
    spec("TableValuedAlias", &["Alias"], |builder| {
        builder
            .method(
                "render_derived",
                "name=None, with_types=False",
                |vm, this, bound| from_functions::render_derived(vm, &this, &bound),
            )
            .method("lateral", "name=None", |vm, this, bound| {
                from_functions::lateral_function(vm, &this, bound.at(0))
            })
            .property("column", |vm, this| {
                let item = from::from_item(vm, &this)?;
                Ok(expr::wrap(Expr::FromValue(Arc::new(item))))
            })
    }),
    spec("Values", &["FromClause"], |builder| {
        builder
            .method("data", "values", |vm, this, bound| {
                from_values::values_data(vm, &this, bound.at(0))
            })
            .method("lateral", "name=None", |vm, this, bound| {
                from_values::lateral_values(vm, &this, bound.at(0))
            })
            .method("scalar_values", "", |vm, this, _| {
                from_values::scalar_values(vm, &this)
            })
            .method(
                "cte",
                "name=None, recursive=False, nesting=False",
                |vm, this, bound| new_cte(vm, &this, &bound),
            )
    }),
    spec("Join", &["FromClause"], |builder| builder),
    spec("SelectBase", &["Selectable", "Executable"], select_base),
    spec("GenerativeSelect", &["SelectBase"], generative),
    spec("Select", &["GenerativeSelect"], select),
    spec("CompoundSelect", &["GenerativeSelect"], |builder| builder),
    spec("TextualSelect", &["SelectBase"], |builder| builder),
];

fn columns(vm: &mut Vm, this: Value) -> PyResult {
    attr(vm, &this, "_columns")
}

/// What everything in FROM can do.
fn from_clause(builder: ClassBuilder) -> ClassBuilder {
    builder
        .attr("schema", Value::None)
        .attr("named_with_column", Value::Bool(true))
        .property("c", columns)
        .property("columns", columns)
        .property("exported_columns", columns)
        .property("description", |vm, this| attr(vm, &this, "name"))
        .method("select", "", |vm, this, _| select_from_values(vm, &[this]))
        .method("alias", "name=None, flat=False", |vm, this, bound| {
            from::alias(vm, &this, bound.at(0))
        })
        .method(
            "join",
            "right, onclause=None, isouter=False, full=False",
            |vm, this, bound| joins::join(vm, &this, &bound),
        )
        .method(
            "outerjoin",
            "right, onclause=None, full=False",
            |vm, this, bound| joins::outer_join(vm, &this, &bound),
        )
        .method(
            "tablesample",
            "sampling, name=None, seed=None",
            |vm, this, bound| from::sample(vm, &this, &bound),
        )
        .method("is_derived_from", "fromclause", |_, this, bound| {
            Ok(Value::Bool(this.is(bound.at(0))))
        })
}

/// What `table()` and `Table` can do besides.
fn table_clause(builder: ClassBuilder) -> ClassBuilder {
    builder
        .new_object("name, *columns, **kw", |vm, _, bound| {
            from::table(vm, bound)
        })
        .property("fullname", |vm, this| {
            let name = attr_str(vm, &this, "name")?.unwrap_or_default();
            Ok(Value::str(match attr_str(vm, &this, "schema")? {
                Some(schema) => format!("{schema}.{name}"),
                None => name,
            }))
        })
        .method("__str__", "", |vm, this, _| vm.getattr(&this, "fullname"))
        .method("insert", "", |vm, this, _| {
            dml::new_insert(vm, "Insert", &this)
        })
        .method("update", "", |vm, this, _| dml::new_update(vm, &this))
        .method("delete", "", |vm, this, _| dml::new_delete(vm, &this))
        .method("append_column", "c", |vm, this, bound| {
            let column = bound.at(0);
            let key = attr_str(vm, column, "key")?.unwrap_or_default();
            if let Value::Instance(column) = column {
                column.set("table", this.clone());
            }
            let own = attr(vm, &this, "_columns")?;
            schema::push(&own, &*key, column.clone());
            Ok(Value::None)
        })
}

fn cte(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("union", "*other", |vm, this, bound| {
            from::cte_union(vm, &this, SetOp::Union, bound.varargs())
        })
        .method("union_all", "*other", |vm, this, bound| {
            from::cte_union(vm, &this, SetOp::UnionAll, bound.varargs())
        })
        .method(
            "prefix_with",
            "*prefixes, dialect='*'",
            |vm, this, bound| from::cte_words(vm, &this, &bound, true),
        )
        .method(
            "suffix_with",
            "*suffixes, dialect='*'",
            |vm, this, bound| from::cte_words(vm, &this, &bound, false),
        )
}

/// `select.cte(name, recursive=..., nesting=...)`
pub(in super::super) fn new_cte(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let recursive = bound.bool("recursive")?;
    let nesting = bound.bool("nesting")?;
    from::cte(vm, this, bound.get("name"), recursive, nesting)
}

/// What SELECT, UNION and `text().columns()` share.
fn select_base(builder: ClassBuilder) -> ClassBuilder {
    mapped::base(builder)
        .method("subquery", "name=None", |vm, this, bound| {
            from::new_subquery(vm, &this, bound.at(0), false)
        })
        .method("alias", "name=None, flat=False", |vm, this, bound| {
            from::new_subquery(vm, &this, bound.at(0), false)
        })
        .method("lateral", "name=None", |vm, this, bound| {
            from::new_subquery(vm, &this, bound.at(0), true)
        })
        .method(
            "cte",
            "name=None, recursive=False, nesting=False",
            |vm, this, bound| new_cte(vm, &this, &bound),
        )
        .method("options", "*options", |vm, this, bound| {
            let options = bound.varargs().to_vec();
            g::change(vm, &this, |_, node| {
                node.options.extend(options);
                Ok(())
            })
        })
        .method("execution_options", "**kw", |vm, this, bound| {
            let given = bound.kwargs().to_vec();
            g::change(vm, &this, |_, node| {
                node.execution.extend(given);
                Ok(())
            })
        })
        .method("get_execution_options", "", |_, this, _| {
            let given = node_of(&this).map(|node| node.execution.clone());
            Ok(Value::dict(given.unwrap_or_default()))
        })
        .property("_with_options", |_, this| {
            Ok(Value::tuple(
                node_of(&this).map_or_else(Vec::new, |node| node.options.clone()),
            ))
        })
        .method("scalar_subquery", "", |vm, this, _| scalar(vm, &this))
        .method("as_scalar", "", |vm, this, _| scalar(vm, &this))
        .method("label", "name", |vm, this, bound| {
            let inner = scalar(vm, &this)?;
            vm.call_method(&inner, "label", vec![bound.at(0).clone()])
        })
        .method("exists", "", |vm, this, _| exists(vm, &this))
        .property("selected_columns", selected)
        .property("exported_columns", selected)
        .property("c", selected)
        .property("columns", selected)
        .method("add_cte", "*ctes, nest_here=False", |vm, this, bound| {
            let ctes = g::ctes(vm, &bound)?;
            g::change(vm, &this, |_, node| {
                node.select.ctes.extend(ctes);
                Ok(())
            })
        })
}

fn selected(vm: &mut Vm, this: Value) -> PyResult {
    let collection = schema::new_collection();
    let Some(node) = node_of(&this) else {
        return Ok(collection);
    };
    for (place, column) in node.columns.iter().enumerate() {
        let key = match attr_str(vm, column, "key")? {
            Some(key) => key,
            None => expr::name_of(vm, column)?.unwrap_or_else(|| format!("_no_label_{place}")),
        };
        schema::push(&collection, &*key, column.clone());
    }
    Ok(collection)
}

/// What SELECT and UNION share.
fn generative(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("order_by", "*clauses", |vm, this, bound| {
            g::ordering(vm, &this, bound.varargs(), |select| &mut select.order_by)
        })
        .method("group_by", "*clauses", |vm, this, bound| {
            g::ordering(vm, &this, bound.varargs(), |select| &mut select.group_by)
        })
        .method("limit", "limit", |vm, this, bound| {
            let limit = g::count(vm, bound.at(0))?;
            g::change(vm, &this, |_, node| {
                node.select.limit = limit;
                Ok(())
            })
        })
        .method("offset", "offset", |vm, this, bound| {
            let offset = g::count(vm, bound.at(0))?;
            g::change(vm, &this, |_, node| {
                node.select.offset = offset;
                Ok(())
            })
        })
        .method(
            "fetch",
            "count, with_ties=False, percent=False",
            |vm, this, bound| g::fetch(vm, &this, &bound),
        )
        .method("slice", "start, stop", |vm, this, bound| {
            g::slice(vm, &this, bound.at(0), bound.at(1))
        })
        .method(
            "with_for_update",
            "nowait=False, read=False, of=None, skip_locked=False, key_share=False",
            |vm, this, bound| g::for_update(vm, &this, &bound),
        )
        .method("set_label_style", "style", |vm, this, bound| {
            g::label_style(vm, &this, bound.at(0))
        })
        .method("apply_labels", "", |vm, this, _| {
            g::label_style(vm, &this, &Value::str("LABEL_STYLE_TABLENAME_PLUS_COL"))
        })
}

/// What only SELECT can do.
fn select(mut builder: ClassBuilder) -> ClassBuilder {
    const OPERATIONS: &[(&str, SetOp)] = &[
        ("union", SetOp::Union),
        ("union_all", SetOp::UnionAll),
        ("intersect", SetOp::Intersect),
        ("intersect_all", SetOp::IntersectAll),
        ("except_", SetOp::Except),
        ("except_all", SetOp::ExceptAll),
    ];
    for (name, op) in OPERATIONS {
        builder = builder.method(name, "*other", move |vm, this, bound| {
            let mut parts = vec![this];
            parts.extend(bound.varargs().iter().cloned());
            set_operation(vm, *op, &parts)
        });
    }
    for name in ["where", "filter"] {
        builder = builder.method(name, "*whereclause", |vm, this, bound| {
            g::filter(vm, &this, bound.varargs())
        });
    }
    for (name, outer) in [("join", false), ("outerjoin", true)] {
        builder = builder.method(
            name,
            "target, onclause=None, *, isouter=False, full=False",
            move |vm, this, bound| g::join(vm, &this, &bound, outer),
        );
    }
    for (name, outer) in [("join_from", false), ("outerjoin_from", true)] {
        builder = builder.method(
            name,
            "from_, target, onclause=None, *, isouter=False, full=False",
            move |vm, this, bound| g::join_from(vm, &this, &bound, outer),
        );
    }
    mapped::select(builder)
        .new_object("*entities", |vm, _, bound| {
            select_from_values(vm, bound.varargs())
        })
        .method("filter_by", "**kwargs", |vm, this, bound| {
            g::filter_by(vm, &this, bound.kwargs())
        })
        .method("having", "*having", |vm, this, bound| {
            let conditions = expr::conditions(vm, bound.varargs())?;
            g::change(vm, &this, |_, node| {
                node.select.having.extend(conditions);
                Ok(())
            })
        })
        .method("distinct", "*expr", |vm, this, bound| {
            g::distinct(vm, &this, bound.varargs())
        })
        .method("select_from", "*froms", |vm, this, bound| {
            g::select_from(vm, &this, bound.varargs())
        })
        .method(
            "with_only_columns",
            "*entities, maintain_column_froms=False",
            |vm, this, bound| {
                let keeps = bound.bool("maintain_column_froms")?;
                g::only_columns(vm, &this, bound.varargs(), keeps)
            },
        )
        .method("add_columns", "*entities", |vm, this, bound| {
            let entities = bound.varargs().to_vec();
            g::change(vm, &this, |vm, node| {
                super::add_entities(vm, node, &entities)
            })
        })
        .method("column", "column", |vm, this, bound| {
            let entities = vec![bound.at(0).clone()];
            g::change(vm, &this, |vm, node| {
                super::add_entities(vm, node, &entities)
            })
        })
        .method(
            "prefix_with",
            "*prefixes, dialect='*'",
            |vm, this, bound| {
                let words = g::prefixes(vm, &bound)?;
                g::change(vm, &this, |_, node| {
                    node.select.prefixes.extend(words);
                    Ok(())
                })
            },
        )
        .method(
            "suffix_with",
            "*suffixes, dialect='*'",
            |vm, this, bound| {
                let words = g::prefixes(vm, &bound)?;
                g::change(vm, &this, |_, node| {
                    node.select.suffixes.extend(words);
                    Ok(())
                })
            },
        )
        .method("correlate", "*fromclauses", |vm, this, bound| {
            g::correlate(vm, &this, bound.varargs(), false)
        })
        .method("correlate_except", "*fromclauses", |vm, this, bound| {
            g::correlate(vm, &this, bound.varargs(), true)
        })
        .property("whereclause", |_, this| Ok(g::whereclause(&this)))
        .method(
            "with_hint",
            "selectable, text, dialect_name='*'",
            |vm, this, bound| {
                let hint = g::hint(vm, &bound, Some(bound.at(0)))?;
                g::change(vm, &this, |_, node| {
                    node.select.hints.push(hint);
                    Ok(())
                })
            },
        )
        .method(
            "with_statement_hint",
            "text, dialect_name='*'",
            |vm, this, bound| {
                let hint = g::hint(vm, &bound, None)?;
                g::change(vm, &this, |_, node| {
                    node.select.hints.push(hint);
                    Ok(())
                })
            },
        )
}

/// `exists(...)`: of a query, or of columns that a query is made of.
pub(super) fn exists(vm: &mut Vm, argument: &Value) -> PyResult {
    let select = match node_of(argument) {
        Some(node) => node.query(),
        None if argument.is_none() => limbec_schema::Select {
            columns: vec![Expr::Star(None).into()],
            ..limbec_schema::Select::default()
        },
        None => {
            if let Some(Expr::Subquery(select)) = expr::node(argument) {
                *select
            } else {
                let made = select_from_values(vm, std::slice::from_ref(argument))?;
                node_of(&made).map(|node| node.query()).unwrap_or_default()
            }
        }
    };
    Ok(wrap(Expr::Unary {
        op: UnaryOp::Exists,
        operand: Box::new(Expr::Subquery(Box::new(select))),
    }))
}

/// The methods of `exists()`.
pub(in super::super) fn exists_methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("where", "*clauses", |vm, this, bound| {
            let conditions = expr::conditions(vm, bound.varargs())?;
            change_exists(vm, &this, |select| select.filter.extend(conditions))
        })
        .method("select_from", "*froms", |vm, this, bound| {
            let mut list = Vec::new();
            for table in bound.varargs() {
                list.push(from::from_item(vm, table)?);
            }
            change_exists(vm, &this, |select| select.from.extend(list))
        })
        .method("correlate", "*froms", |vm, this, bound| {
            let mut list = Vec::new();
            for table in bound.varargs() {
                if !table.is_none() {
                    list.push(from::from_item(vm, table)?);
                }
            }
            change_exists(vm, &this, |select| {
                select.correlate = limbec_schema::Correlate::Only(list);
            })
        })
        .method("select", "", |vm, this, _| select_from_values(vm, &[this]))
}

fn change_exists(
    vm: &mut Vm,
    this: &Value,
    edit: impl FnOnce(&mut limbec_schema::Select),
) -> PyResult {
    match expr::node(this) {
        Some(Expr::Unary { op, operand }) => match *operand {
            Expr::Subquery(mut select) => {
                edit(&mut select);
                Ok(wrap(Expr::Unary {
                    op,
                    operand: Box::new(Expr::Subquery(select)),
                }))
            }
            _ => Ok(this.clone()),
        },
        _ => Err(argument_error(vm, "not an EXISTS")),
    }
}

/// The methods of `scalar_subquery()`.
pub(in super::super) fn scalar_methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("where", "*clauses", |vm, this, bound| {
            let conditions = expr::conditions(vm, bound.varargs())?;
            match expr::node(&this) {
                Some(Expr::Subquery(mut select)) => {
                    select.filter.extend(conditions);
                    Ok(wrap(Expr::Subquery(select)))
                }
                _ => Ok(this),
            }
        })
        .method("correlate", "*froms", |vm, this, bound| {
            let mut list = Vec::new();
            for table in bound.varargs() {
                if !table.is_none() {
                    list.push(from::from_item(vm, table)?);
                }
            }
            match expr::node(&this) {
                Some(Expr::Subquery(mut select)) => {
                    select.correlate = limbec_schema::Correlate::Only(list);
                    Ok(wrap(Expr::Subquery(select)))
                }
                _ => Ok(this),
            }
        })
}
