//! SELECT, and everything that can stand in FROM.

mod classes;
mod entity;
mod from;
mod from_functions;
mod from_values;
mod generative;
mod joins;
mod mapped;

use std::rc::Rc;

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::build::{self, OutputName};
use limbec_schema::{Expr, Select, SelectColumn, SetOp, TextClause};

use super::expr::{self, wrap};
use super::registry::{FunctionSpec, is_a};
use super::util::{argument_error, attr, attr_str, make};
use super::{convert, missing, schema, values};

pub(super) use classes::new_cte;
pub(super) use classes::{CLASSES, exists_methods, scalar_methods};
pub(super) use entity::{entity_columns, source_of};
pub(super) use from::{from_item, new_subquery, table_ref};
pub(super) use from_functions::{column_valued, function_alias};
pub(super) use generative::{ctes, hint, prefixes};

/// What a SELECT object carries: the query, and the objects that the script selected.
#[derive(Clone, Default)]
pub(super) struct SelectNode {
    /// The query.
    pub select: Select,
    /// The selected objects, whose types results and subqueries take over.
    pub columns: Vec<Value>,
    /// The tables that `join` looks for a condition in.
    pub sources: Vec<Value>,
    /// The mapped classes among what was selected, with the places of their columns.
    pub entities: Vec<Entity>,
    /// The conditions that these classes add.
    pub criteria: Vec<Expr>,
    /// What `filter_by` looks for names in.
    pub namespace: Value,
    /// What `options()` was given.
    pub options: Vec<Value>,
    /// What `execution_options()` was given.
    pub execution: Vec<(Rc<str>, Value)>,
}

/// A mapped class in a SELECT list.
#[derive(Clone)]
pub(super) struct Entity {
    /// The class.
    pub class: Value,
    /// The place of its first column.
    pub start: usize,
    /// How many columns it has.
    pub count: usize,
}

/// The functions.
pub(super) const FUNCTIONS: &[FunctionSpec] = &[
    FunctionSpec {
        key: "select",
        signature: "*entities, **kw",
        run: |vm, bound| {
            if let Some((name, _)) = bound.kwargs().first() {
                return Err(vm.raise(
                    "TypeError",
                    format!("select() got an unexpected keyword argument '{name}'"),
                ));
            }
            select_from_values(vm, bound.varargs())
        },
    },
    compound("union", |vm, bound| {
        set_operation(vm, SetOp::Union, bound.varargs())
    }),
    compound("union_all", |vm, bound| {
        set_operation(vm, SetOp::UnionAll, bound.varargs())
    }),
    compound("intersect", |vm, bound| {
        set_operation(vm, SetOp::Intersect, bound.varargs())
    }),
    compound("intersect_all", |vm, bound| {
        set_operation(vm, SetOp::IntersectAll, bound.varargs())
    }),
    compound("except_", |vm, bound| {
        set_operation(vm, SetOp::Except, bound.varargs())
    }),
    compound("except_all", |vm, bound| {
        set_operation(vm, SetOp::ExceptAll, bound.varargs())
    }),
    FunctionSpec {
        key: "exists",
        signature: "__argument=None",
        run: |vm, bound| classes::exists(vm, bound.at(0)),
    },
    FunctionSpec {
        key: "table",
        signature: "name, *columns, **kw",
        run: from::table,
    },
    FunctionSpec {
        key: "values",
        signature: "*columns, name=None, literal_binds=False",
        run: from_values::values,
    },
    FunctionSpec {
        key: "alias",
        signature: "selectable, name=None, flat=False",
        run: |vm, bound| from::alias(vm, bound.at(0), bound.at(1)),
    },
    FunctionSpec {
        key: "subquery",
        signature: "alias, *args, **kwargs",
        run: |vm, bound| {
            let made = select_from_values(vm, bound.varargs())?;
            new_subquery(vm, &made, bound.at(0), false)
        },
    },
    FunctionSpec {
        key: "lateral",
        signature: "selectable, name=None",
        run: |vm, bound| {
            if is_a(vm, bound.at(0), "Values") {
                return from_values::lateral_values(vm, bound.at(0), bound.at(1));
            }
            new_subquery(vm, bound.at(0), bound.at(1), true)
        },
    },
    FunctionSpec {
        key: "tablesample",
        signature: "selectable, sampling, name=None, seed=None",
        run: |vm, bound| {
            let table = joins::entity(vm, bound.at(0))?;
            from::sample(vm, &table, &bound)
        },
    },
    FunctionSpec {
        key: "cte",
        signature: "selectable, name=None, recursive=False",
        run: |vm, bound| {
            let recursive = bound.bool("recursive")?;
            from::cte(vm, bound.at(0), bound.at(1), recursive, false)
        },
    },
    FunctionSpec {
        key: "join",
        signature: "left, right, onclause=None, isouter=False, full=False",
        run: |vm, bound| joins::join(vm, bound.at(0), &bound),
    },
    FunctionSpec {
        key: "outerjoin",
        signature: "left, right, onclause=None, full=False",
        run: |vm, bound| joins::outer_join(vm, bound.at(0), &bound),
    },
];

const fn compound(
    key: &'static str,
    run: fn(&mut Vm, limbec_python::Bound) -> PyResult,
) -> FunctionSpec {
    FunctionSpec {
        key,
        signature: "*selects",
        run,
    }
}

/// The object of a query.
pub(super) fn wrap_select(node: SelectNode) -> Value {
    let key = match (&node.select.compound, &node.select.text) {
        (Some(_), _) => "CompoundSelect",
        (None, Some(_)) => "TextualSelect",
        _ => "Select",
    };
    let instance = make(key);
    instance.set_payload(Rc::new(node));
    Value::Instance(instance)
}

/// The query of an object, where it is one.
pub(super) fn node_of(value: &Value) -> Option<Rc<SelectNode>> {
    value.payload::<SelectNode>()
}

/// The query of an object that is a query, `None` for everything else.
pub(super) fn select_of(value: &Value) -> Option<Select> {
    node_of(value).map(|node| node.query())
}

/// `select(...)`
pub(super) fn select_from_values(vm: &mut Vm, entities: &[Value]) -> PyResult {
    let mut node = SelectNode::default();
    add_entities(vm, &mut node, entities)?;
    Ok(wrap_select(node))
}

/// Add what is selected: columns, expressions, tables.
pub(super) fn add_entities(vm: &mut Vm, node: &mut SelectNode, entities: &[Value]) -> PyResult<()> {
    for entity in entities {
        missing::check(vm, entity)?;
        if node.namespace.is_none() {
            node.namespace = entity.clone();
        }
        if let Some(answer) = entity::answer(vm, entity)? {
            let start = node.columns.len();
            for source in &answer.sources {
                node.reads(vm, source)?;
            }
            for column in &answer.columns {
                add_entity(vm, node, column)?;
            }
            node.restrict(vm, &answer.criteria)?;
            let count = node.columns.len() - start;
            node.entities.push(Entity {
                class: entity.clone(),
                start,
                count,
            });
            continue;
        }
        if is_a(vm, entity, "FromClause") {
            node.sources.push(entity.clone());
            for (_, column) in schema::columns_of(vm, entity)? {
                add_entity(vm, node, &column)?;
            }
            continue;
        }
        if let Some(text) = entity.as_str()
            && !is_a(vm, entity, "ClauseElement")
        {
            return Err(argument_error(
                vm,
                format!(
                    "Textual column expression '{text}' should be explicitly declared with \
                     text('{text}'), or use column('{text}') for more specificity"
                ),
            ));
        }
        if matches!(entity, Value::List(_) | Value::Tuple(_)) {
            let shown = vm.repr(entity)?;
            let mut inner = Vec::new();
            for item in vm.iterate(entity)? {
                inner.push(vm.repr(&item)?.to_string());
            }
            return Err(argument_error(
                vm,
                format!(
                    "Column expression, FROM clause, or other columns clause element expected, \
                     got {shown}. Did you mean to say select({})?",
                    inner.join(", ")
                ),
            ));
        }
        if let Some(source) = entity::source_of(vm, entity)? {
            node.reads(vm, &source)?;
        }
        if let Some(criteria) = entity::criteria_of(vm, entity)?
            && !node.criteria.contains(&criteria)
        {
            node.criteria.push(criteria);
        }
        if let Some(found) = clause_element(vm, entity)? {
            add_entities(vm, node, &[found])?;
            continue;
        }
        add_entity(vm, node, entity)?;
    }
    Ok(())
}

/// What an object that is no construct itself stands for (`__clause_element__`).
fn clause_element(vm: &mut Vm, value: &Value) -> PyResult<Option<Value>> {
    if !matches!(value, Value::Instance(_) | Value::Class(_)) || is_a(vm, value, "ClauseElement") {
        return Ok(None);
    }
    match vm.getattr_opt(value, "__clause_element__")? {
        Some(method) => vm.call(&method, Vec::new(), Vec::new()).map(Some),
        None => Ok(None),
    }
}

fn add_entity(vm: &mut Vm, node: &mut SelectNode, entity: &Value) -> PyResult<()> {
    let expr = if expr::is_sql(vm, entity)? {
        convert::expr(vm, entity)?
    } else {
        match entity {
            // Numbers of a SELECT list go in as they are.
            Value::Int(_) | Value::Float(_) => Expr::Raw {
                text: vm.str(entity)?.to_string(),
                sql_type: values::literal(vm, entity)?.natural_type(),
            },
            other => expr::argument(vm, other)?,
        }
    };
    let named = attr_str(vm, entity, "_limbec_selected_name")?;
    let mut selected = entity.clone();
    let expr = match (named, expr) {
        (Some(_), expr @ Expr::Label { .. }) | (None, expr) => expr,
        (Some(name), expr) => {
            let labelled = Expr::Label {
                name,
                anonymous: false,
                operand: Box::new(expr),
            };
            selected = wrap(labelled.clone());
            if let Value::Instance(instance) = &selected {
                instance.set("type", expr::type_of(vm, entity)?);
            }
            labelled
        }
    };
    let table = attr(vm, entity, "table")?;
    if is_a(vm, &table, "FromClause") && !node.sources.iter().any(|known| known.is(&table)) {
        node.sources.push(table);
    }
    node.select.columns.push(SelectColumn { expr });
    node.columns.push(selected);
    Ok(())
}

/// `union(a, b)`
pub(super) fn set_operation(vm: &mut Vm, op: SetOp, parts: &[Value]) -> PyResult {
    let mut selects = Vec::new();
    let mut columns = Vec::new();
    let mut entities = Vec::new();
    for part in parts {
        let Some(node) = node_of(part) else {
            let shown = vm.repr(part)?;
            return Err(argument_error(
                vm,
                format!(
                    "SELECT construct for inclusion in a UNION or other set construct expected, got {shown}."
                ),
            ));
        };
        if columns.is_empty() {
            columns.clone_from(&node.columns);
            entities.clone_from(&node.entities);
        }
        selects.push(node.query());
    }
    let select = Select {
        // The columns of the whole are those of the first part, by their names there.
        label_style: selects
            .first()
            .map_or_else(Default::default, |first| first.label_style),
        compound: Some((op, selects)),
        ..Select::default()
    };
    Ok(wrap_select(SelectNode {
        select,
        columns,
        entities,
        ..SelectNode::default()
    }))
}

/// `text(...).columns(...)`
pub(super) fn textual(
    vm: &mut Vm,
    text: &Value,
    columns: &[Value],
    named: &[(Rc<str>, Value)],
) -> PyResult {
    let Some(Expr::Text(clause)) = expr::node(text) else {
        return Err(vm.raise("AttributeError", "only text() has columns()"));
    };
    let mut node = SelectNode::default();
    for column in columns {
        add_entity(vm, &mut node, column)?;
    }
    for (name, type_) in named {
        let column = schema::new_column_clause(vm, Value::Str(name.clone()), type_)?;
        add_entity(vm, &mut node, &column)?;
    }
    node.select.text = Some(TextClause { ..clause });
    Ok(wrap_select(node))
}

/// The columns that a subquery of this query has: name, whether the name is a stem, type.
pub(super) fn output_columns(vm: &mut Vm, node: &SelectNode) -> PyResult<Vec<OutputColumn>> {
    let mut exprs = Vec::with_capacity(node.columns.len());
    for value in &node.columns {
        exprs.push(SelectColumn::from(convert::expr(vm, value)?));
    }
    let namings = build::output_names(&exprs, node.select.label_style);
    let mut list: Vec<OutputColumn> = Vec::new();
    for (index, (value, naming)) in node.columns.iter().zip(namings).enumerate() {
        let type_value = expr::type_of(vm, value)?;
        let (name, key, anonymous) = match naming.output() {
            OutputName::Fixed(name) => {
                let key = attr_str(vm, value, "key")?.unwrap_or_else(|| name.clone());
                (name.clone(), key, None)
            }
            // No script can know the name, and no two columns share it.
            OutputName::OfAlias { stem, column, .. } => {
                let name = format!("{stem}_1_{column}");
                (name.clone(), name, None)
            }
            OutputName::Stem(stem) => (stem.clone(), format!("%({index} {stem})s"), Some(index)),
        };
        // Columns that share a name stay two.
        let taken = |key: &str| list.iter().any(|known| known.key == key);
        let key = if taken(&key) {
            (1..)
                .map(|number| format!("{key}_{number}"))
                .find(|key| !taken(key))
                .unwrap_or(key)
        } else {
            key
        };
        list.push(OutputColumn {
            name,
            key,
            anonymous,
            type_value,
            source: value.clone(),
        });
    }
    Ok(list)
}

/// One column of a query as its subquery has it.
pub(super) struct OutputColumn {
    /// The name.
    pub name: String,
    /// What `c` calls it.
    pub key: String,
    /// Its place, where the compiler numbers the name.
    pub anonymous: Option<usize>,
    /// The type object.
    pub type_value: Value,
    /// What was selected.
    pub source: Value,
}

/// An expression for `scalar_subquery()`.
pub(super) fn scalar(vm: &mut Vm, this: &Value) -> PyResult {
    let Some(node) = node_of(this) else {
        return Err(vm.raise("AttributeError", "only a SELECT has scalar_subquery()"));
    };
    let made = wrap(Expr::Subquery(Box::new(node.query())));
    if let (Value::Instance(instance), Some(first)) = (&made, node.columns.first()) {
        let type_value = expr::type_of(vm, first)?;
        instance.set("type", type_value);
    }
    Ok(made)
}
