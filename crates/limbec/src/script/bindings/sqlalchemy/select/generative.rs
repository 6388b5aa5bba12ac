//! The methods of SELECT that make a new one: `where`, `order_by`, `limit`, `join` ...

use std::rc::Rc;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::{
    AddedCte, Bind, Correlate, Expr, Fetch, ForUpdate, FromItem, Hint, JoinKind, LabelStyle,
    Literal, Prefix, SqlType, TextClause, build,
};

use super::{SelectNode, add_entities, entity, from_item, joins, node_of, wrap_select};
use crate::script::bindings::sqlalchemy::expr::{self, node};
use crate::script::bindings::sqlalchemy::util::{argument_error, attr_str, invalid_request};
use crate::script::bindings::sqlalchemy::{convert, missing, schema};

/// The query of `this`, changed.
pub(super) fn change(
    vm: &mut Vm,
    this: &Value,
    edit: impl FnOnce(&mut Vm, &mut SelectNode) -> PyResult<()>,
) -> PyResult {
    let Some(node) = node_of(this) else {
        return Err(vm.raise("TypeError", "this method belongs to SELECT constructs"));
    };
    let mut node = SelectNode::clone(&node);
    edit(vm, &mut node)?;
    Ok(wrap_select(node))
}

/// `where(*conditions)`
pub(super) fn filter(vm: &mut Vm, this: &Value, conditions: &[Value]) -> PyResult {
    let conditions = expr::conditions(vm, conditions)?;
    change(vm, this, |_, node| {
        node.select.filter.extend(conditions);
        Ok(())
    })
}

/// `filter_by(name=value)`: about the last thing joined, or the first.
pub(super) fn filter_by(vm: &mut Vm, this: &Value, pairs: &[(Rc<str>, Value)]) -> PyResult {
    let Some(node) = node_of(this) else {
        return Ok(this.clone());
    };
    let mut conditions = Vec::new();
    for (name, value) in pairs {
        let column = named(vm, &node, name)?;
        // A relationship compares in its own way.
        conditions.push(vm.call_method(&column, "__eq__", vec![value.clone()])?);
    }
    filter(vm, this, &conditions)
}

/// What `filter_by` means by a name: an attribute of a mapped class, a column of a table.
fn named(vm: &mut Vm, node: &SelectNode, name: &str) -> PyResult {
    let mut owner = node.namespace.clone();
    if let Some(parent) = vm.getattr_opt(&owner, "_entity")?
        && vm.hasattr(&parent, "__limbec_entity__")?
    {
        owner = parent;
    }
    if vm.hasattr(&owner, "__limbec_entity__")? {
        if let Some(found) = vm.getattr_opt(&owner, name)? {
            return Ok(found);
        }
        let shown = match super::source_of(vm, &owner)? {
            Some(source) => attr_str(vm, &source, "name")?.unwrap_or_default(),
            None => vm.repr(&owner)?.to_string(),
        };
        return Err(invalid_request(
            vm,
            format!("Entity namespace for \"{shown}\" has no property \"{name}\""),
        ));
    }
    let Some(source) = node.sources.last().cloned() else {
        return Err(invalid_request(
            vm,
            "filter_by() needs a table to look for columns in",
        ));
    };
    let found = schema::columns_of(vm, &source)?
        .into_iter()
        .find(|(key, _)| **key == *name)
        .map(|(_, column)| column);
    match found {
        Some(column) => Ok(column),
        None => {
            let owner = attr_str(vm, &source, "name")?.unwrap_or_default();
            Err(invalid_request(
                vm,
                format!("Entity namespace for \"{owner}\" has no property \"{name}\""),
            ))
        }
    }
}

/// `order_by(*clauses)`, `group_by(*clauses)`; a lone `None` takes all away.
pub(super) fn ordering(
    vm: &mut Vm,
    this: &Value,
    clauses: &[Value],
    pick: fn(&mut limbec_schema::Select) -> &mut Vec<Expr>,
) -> PyResult {
    if let [Value::None] = clauses {
        return change(vm, this, |_, node| {
            pick(&mut node.select).clear();
            Ok(())
        });
    }
    let mut list = Vec::new();
    for clause in clauses {
        if !matches!(clause, Value::Bool(false)) {
            list.extend(expr::expressions(vm, clause)?);
        }
    }
    change(vm, this, |_, node| {
        pick(&mut node.select).extend(list);
        Ok(())
    })
}

/// A LIMIT or OFFSET.
pub(super) fn count(vm: &mut Vm, value: &Value) -> PyResult<Option<Expr>> {
    if value.is_none() {
        return Ok(None);
    }
    if expr::is_sql(vm, value)? {
        return convert::expr(vm, value).map(Some);
    }
    let Some(number) = value.as_int() else {
        let class = Value::Class(vm.class_of(value));
        let shown = vm.repr(&class)?;
        return Err(vm.raise(
            "TypeError",
            format!(
                "int() argument must be a string, a bytes-like object or a real number, not {shown}"
            ),
        ));
    };
    Ok(Some(Expr::Bind(Bind {
        sql_type: SqlType::integer(),
        ..Bind::value(Literal::Int(number))
    })))
}

/// `fetch(count, with_ties=, percent=)`
pub(super) fn fetch(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let count = count(vm, bound.get("count"))?;
    let (with_ties, percent) = (bound.bool("with_ties")?, bound.bool("percent")?);
    change(vm, this, |_, node| {
        node.select.fetch = count.map(|count| Fetch {
            count,
            percent,
            with_ties,
        });
        Ok(())
    })
}

/// `distinct(*columns)`
pub(super) fn distinct(vm: &mut Vm, this: &Value, columns: &[Value]) -> PyResult {
    let mut on = Vec::new();
    for column in columns {
        on.extend(expr::expressions(vm, column)?);
    }
    change(vm, this, |_, node| {
        node.select.distinct = true;
        node.select.distinct_on.extend(on);
        Ok(())
    })
}

/// `select_from(*tables)`
pub(super) fn select_from(vm: &mut Vm, this: &Value, tables: &[Value]) -> PyResult {
    let mut list = Vec::new();
    let mut sources = Vec::new();
    for table in tables {
        list.push(from_item(vm, table)?);
        sources.push(joins::entity(vm, table)?);
    }
    let namespace = tables.first().cloned();
    change(vm, this, |vm, node| {
        for table in tables {
            if let Some(criteria) = entity::criteria_of(vm, table)?
                && !node.criteria.contains(&criteria)
            {
                node.criteria.push(criteria);
            }
        }
        node.select.from.extend(list);
        node.sources.extend(sources);
        if let Some(namespace) = namespace {
            node.namespace = namespace;
        }
        Ok(())
    })
}

/// `join(target, onclause)`: from the last thing joined or the first table.
pub(super) fn join(vm: &mut Vm, this: &Value, bound: &Bound, outer: bool) -> PyResult {
    let kind = if bound.bool("full")? {
        JoinKind::Full
    } else if outer || bound.bool("isouter")? {
        JoinKind::Left
    } else {
        JoinKind::Inner
    };
    let Some(node) = node_of(this) else {
        return Ok(this.clone());
    };
    let given = bound.get("target");
    let (along, towards) = match bound.get("onclause") {
        Value::None => (given, &Value::None),
        on => (on, given),
    };
    if let Some((left, steps, namespace)) = entity::join_steps(vm, along, towards)? {
        return add_steps(vm, this, &left, &steps, &namespace, kind);
    }
    let target = &joins::entity(vm, given)?;
    missing::check(vm, target)?;
    let mut on = bound.get("onclause").clone();
    let Some(left) = left_side(vm, &node, target, &mut on)? else {
        return Err(invalid_request(
            vm,
            "Can't determine which FROM clause to join from, there are multiple FROMS which can \
             join to this entity. Please use the .select_from() method to establish an explicit \
             left side, as well as providing an explicit ON clause if not present already to help \
             resolve the ambiguity.",
        ));
    };
    let made = add_join(vm, this, &left, target, &on, kind)?;
    towards_entity(vm, &made, given)
}

/// After a join, names are looked for in its target, whose rows may meet a condition.
fn towards_entity(vm: &mut Vm, this: &Value, target: &Value) -> PyResult {
    change(vm, this, |vm, node| {
        node.namespace = target.clone();
        if let Some(criteria) = entity::criteria_of(vm, target)?
            && !node.criteria.contains(&criteria)
        {
            node.criteria.push(criteria);
        }
        Ok(())
    })
}

/// A join along a relationship, which may go through another table.
fn add_steps(
    vm: &mut Vm,
    this: &Value,
    left: &Value,
    steps: &[(Value, Value)],
    namespace: &Value,
    kind: JoinKind,
) -> PyResult {
    let mut made = this.clone();
    let mut from = joins::entity(vm, left)?;
    for (target, condition) in steps {
        let target = joins::entity(vm, target)?;
        made = add_join(vm, &made, &from, &target, condition, kind)?;
        from = target;
    }
    towards_entity(vm, &made, namespace)
}

/// What a join starts from: the first of the sources that has a foreign key to the target.
fn left_side(
    vm: &mut Vm,
    node: &SelectNode,
    target: &Value,
    on: &mut Value,
) -> PyResult<Option<Value>> {
    let sources: Vec<&Value> = node
        .sources
        .iter()
        .filter(|source| !source.is(target))
        .collect();
    if !on.is_none() {
        return Ok(sources.first().map(|source| (*source).clone()));
    }
    for source in &sources {
        if joins::inferred(vm, source, target).is_ok() {
            return Ok(Some((*source).clone()));
        }
    }
    Ok(sources.first().map(|source| (*source).clone()))
}

/// `join_from(left, target, onclause)`
pub(super) fn join_from(vm: &mut Vm, this: &Value, bound: &Bound, outer: bool) -> PyResult {
    let kind = if bound.bool("full")? {
        JoinKind::Full
    } else if outer || bound.bool("isouter")? {
        JoinKind::Left
    } else {
        JoinKind::Inner
    };
    let left = joins::entity(vm, bound.get("from_"))?;
    let (along, towards) = match bound.get("onclause") {
        Value::None => (bound.get("target"), &Value::None),
        on => (on, bound.get("target")),
    };
    if let Some((_, steps, namespace)) = entity::join_steps(vm, along, towards)? {
        return add_steps(vm, this, &left, &steps, &namespace, kind);
    }
    let target = joins::entity(vm, bound.get("target"))?;
    add_join(vm, this, &left, &target, bound.get("onclause"), kind)
}

pub(super) fn add_join(
    vm: &mut Vm,
    this: &Value,
    left: &Value,
    target: &Value,
    on: &Value,
    kind: JoinKind,
) -> PyResult {
    let condition = if on.is_none() {
        joins::inferred(vm, left, target)?
    } else {
        convert::expr(vm, on)?
    };
    let left_item = from_item(vm, left)?;
    let right = from_item(vm, target)?;
    change(vm, this, |_, node| {
        // A second join goes on from the first one that has the table in it.
        let place = node
            .select
            .from
            .iter()
            .position(|item| contains(item, &left_item));
        let start = match place {
            Some(place) => node.select.from.remove(place),
            None => left_item,
        };
        let joined = FromItem::Join {
            kind,
            left: Box::new(start),
            right: Box::new(right),
            on: Some(Box::new(condition)),
        };
        match place {
            Some(place) => node.select.from.insert(place, joined),
            None => node.select.from.push(joined),
        }
        node.sources.push(target.clone());
        Ok(())
    })
}

fn contains(item: &FromItem, wanted: &FromItem) -> bool {
    match item {
        whole if whole == wanted => true,
        FromItem::Join { left, right, .. } => contains(left, wanted) || contains(right, wanted),
        _ => false,
    }
}

/// `with_only_columns(*entities)`
pub(super) fn only_columns(
    vm: &mut Vm,
    this: &Value,
    entities: &[Value],
    keeps_tables: bool,
) -> PyResult {
    change(vm, this, |vm, node| {
        if keeps_tables {
            let mut tables = Vec::new();
            for column in &node.select.columns {
                tables_of(&column.expr, &mut tables);
            }
            for table in tables {
                if !node.select.from.iter().any(|item| contains(item, &table)) {
                    node.select.from.push(table);
                }
            }
        }
        node.select.columns.clear();
        node.columns.clear();
        node.entities.clear();
        node.criteria.clear();
        node.namespace = Value::None;
        add_entities(vm, node, entities)
    })
}

/// The tables of the columns of an expression.
fn tables_of(expr: &Expr, out: &mut Vec<FromItem>) {
    match expr {
        Expr::Column(column) => {
            if let Some(table) = column.table.as_deref()
                && !out.contains(table)
            {
                out.push(table.clone());
            }
        }
        other => other.each_child(&mut |child| tables_of(child, out)),
    }
}

/// `with_hint(table, text, dialect_name)`, `with_statement_hint(text, dialect_name)`
pub(in super::super) fn hint(vm: &mut Vm, bound: &Bound, table: Option<&Value>) -> PyResult<Hint> {
    let table = match table {
        Some(table) => Some(from_item(vm, table)?),
        None => None,
    };
    let dialect = bound.opt_str("dialect_name")?;
    Ok(Hint {
        table,
        text: bound.str("text")?.to_string(),
        dialect: dialect
            .filter(|name| &**name != "*")
            .map(|name| name.to_string()),
    })
}

/// `with_for_update(nowait=, read=, of=, skip_locked=, key_share=)`
pub(super) fn for_update(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    // A mapped class stands for its table.
    let mut named = match bound.get("of") {
        Value::None => Vec::new(),
        several @ (Value::List(_) | Value::Tuple(_)) => vm.iterate(several)?,
        one => vec![one.clone()],
    };
    for item in &mut named {
        if let Some(table) = super::entity::source_of(vm, item)? {
            *item = table;
        }
    }
    let of = expr::expressions(vm, &Value::list(named))?;
    let locking = ForUpdate {
        read: bound.bool("read")?,
        key_share: bound.bool("key_share")?,
        nowait: bound.bool("nowait")?,
        skip_locked: bound.bool("skip_locked")?,
        of,
    };
    change(vm, this, |_, node| {
        node.select.for_update = Some(locking);
        Ok(())
    })
}

/// `prefix_with(*words, dialect="*")`
pub(in super::super) fn prefixes(vm: &mut Vm, bound: &Bound) -> PyResult<Vec<Prefix>> {
    let dialect = match bound.get("dialect").as_str() {
        None => None,
        Some(name) if &*name == "*" => None,
        Some(name) => Some(name.to_string()),
    };
    let mut list = Vec::new();
    for word in bound.varargs() {
        let text = match (word.as_str(), node(word)) {
            (Some(text), _) => TextClause {
                text: text.to_string(),
                binds: Vec::new(),
            },
            (None, Some(Expr::Text(clause))) => clause,
            _ => return Err(argument_error(vm, "prefix_with() takes strings")),
        };
        list.push(Prefix {
            text,
            dialect: dialect.clone(),
        });
    }
    Ok(list)
}

/// `correlate(*tables)`
pub(super) fn correlate(vm: &mut Vm, this: &Value, tables: &[Value], except: bool) -> PyResult {
    let mut list = Vec::new();
    for table in tables {
        if !table.is_none() {
            list.push(from_item(vm, table)?);
        }
    }
    change(vm, this, |_, node| {
        node.select.correlate = match (except, std::mem::take(&mut node.select.correlate)) {
            (false, Correlate::Only(mut old)) => {
                old.extend(list);
                Correlate::Only(old)
            }
            (false, _) => Correlate::Only(list),
            (true, _) => Correlate::Except(list),
        };
        Ok(())
    })
}

/// `set_label_style(style)`
pub(super) fn label_style(vm: &mut Vm, this: &Value, style: &Value) -> PyResult {
    let style = match style.as_str().as_deref() {
        Some("LABEL_STYLE_NONE") => LabelStyle::None,
        Some("LABEL_STYLE_TABLENAME_PLUS_COL") => LabelStyle::TableName,
        _ => LabelStyle::Disambiguate,
    };
    change(vm, this, |_, node| {
        node.select.label_style = style;
        Ok(())
    })
}

/// `slice(start, stop)`
pub(super) fn slice(vm: &mut Vm, this: &Value, start: &Value, stop: &Value) -> PyResult {
    let offset = start.as_int().unwrap_or(0);
    let limit = stop.as_int().map(|stop| stop - offset);
    let offset_expr = if offset == 0 {
        None
    } else {
        count(vm, &Value::Int(offset))?
    };
    let limit_expr = match limit {
        Some(limit) => count(vm, &Value::Int(limit))?,
        None => None,
    };
    change(vm, this, |_, node| {
        node.select.limit = limit_expr;
        node.select.offset = offset_expr;
        Ok(())
    })
}

/// `add_cte(*ctes)`
pub(in super::super) fn ctes(vm: &mut Vm, bound: &Bound) -> PyResult<Vec<AddedCte>> {
    let nest_here = bound.bool("nest_here")?;
    let mut list = Vec::new();
    for value in bound.varargs() {
        match from_item(vm, value)? {
            FromItem::Cte { cte, .. } => list.push(AddedCte { cte, nest_here }),
            _ => return Err(argument_error(vm, "add_cte() takes CTE objects")),
        }
    }
    Ok(list)
}

/// The conditions of a query as one expression.
pub(super) fn whereclause(this: &Value) -> Value {
    match node_of(this) {
        Some(node) if !node.select.filter.is_empty() => {
            let mut items = node.select.filter.clone();
            if items.len() == 1 {
                expr::wrap(items.remove(0))
            } else {
                expr::wrap(build::and(items))
            }
        }
        _ => Value::None,
    }
}
