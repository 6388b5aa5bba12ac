//! What can stand in FROM: tables, aliases, subqueries, CTEs, functions, lists of values.

use std::rc::Rc;
use std::sync::Arc;

use limbec_python::{Bound, PyResult, Value, Vm};
use limbec_schema::{AliasName, Cte, Expr, FromItem, SqlStatement, TableRef, TextClause};

use super::from_values::values_node;
use super::{SelectNode, node_of, output_columns};
use crate::script::bindings::sqlalchemy::expr::{self, node};
use crate::script::bindings::sqlalchemy::registry::is_a;
use crate::script::bindings::sqlalchemy::util::{argument_error, attr, attr_str, make, quote_of};
use crate::script::bindings::sqlalchemy::{convert, dml, missing, schema, types};

/// The data of a FROM object that is not a plain table.
pub(in super::super) struct FromNode(pub FromItem);

/// `table("name", column(...), schema=...)`
pub(super) fn table(vm: &mut Vm, bound: Bound) -> PyResult {
    let instance = make("TableClause");
    let this = Value::Instance(instance.clone());
    // Its columns will know it.
    vm.suspect(&this);
    instance.set("name", bound.get("name").clone());
    let columns = schema::new_collection();
    for column in bound.varargs() {
        if !is_a(vm, column, "ColumnClause") {
            let shown = vm.repr(column)?;
            return Err(argument_error(
                vm,
                format!("column() object expected, got {shown}"),
            ));
        }
        let key = attr_str(vm, column, "key")?.unwrap_or_default();
        if let Value::Instance(column) = column {
            column.set("table", this.clone());
        }
        schema::push(&columns, &*key, column.clone());
    }
    instance.set("_columns", columns);
    instance.set("schema", Value::None);
    for (name, value) in bound.kwargs() {
        if &**name != "schema" {
            return Err(argument_error(
                vm,
                format!("Unsupported argument(s): ['{name}']"),
            ));
        }
        instance.set("schema", value.clone());
    }
    Ok(this)
}

/// The table of a `Table` or `table()` object.
pub(in super::super) fn table_ref(vm: &mut Vm, value: &Value) -> PyResult<TableRef> {
    if let Some(found) = value.payload::<FromNode>()
        && let FromItem::Table(table) = &found.0
    {
        return Ok(table.clone());
    }
    if !is_a(vm, value, "TableClause") {
        if let Some(method) = vm.getattr_opt(value, "__table__")? {
            return table_ref(vm, &method);
        }
        let shown = vm.repr(value)?;
        return Err(argument_error(
            vm,
            format!("subject table for an INSERT, UPDATE or DELETE expected, got {shown}."),
        ));
    }
    let name = attr(vm, value, "name")?;
    Ok(TableRef {
        name: name
            .as_str()
            .map_or_else(String::new, |name| name.to_string()),
        schema: attr_str(vm, value, "schema")?,
        quote: quote_of(&name),
        of_metadata: is_a(vm, value, "Table"),
        ..TableRef::default()
    })
}

/// What stands in FROM.
pub(in super::super) fn from_item(vm: &mut Vm, value: &Value) -> PyResult<FromItem> {
    missing::check(vm, value)?;
    if let Some(found) = value.payload::<FromNode>() {
        return Ok(found.0.clone());
    }
    if is_a(vm, value, "TableClause") {
        return table_ref(vm, value).map(FromItem::Table);
    }
    if let Some(Expr::Text(clause)) = node(value) {
        return Ok(FromItem::Text(clause));
    }
    if let Some(Expr::Function(call)) = node(value) {
        return Ok(FromItem::Function {
            call,
            alias: None,
            derived: Vec::new(),
            with_ordinality: false,
            lateral: false,
        });
    }
    if node_of(value).is_some() {
        let made = new_subquery(vm, value, &Value::None, false)?;
        return from_item(vm, &made);
    }
    if let Some(source) = super::source_of(vm, value)? {
        return from_item(vm, &source);
    }
    if let Value::Instance(_) | Value::Class(_) = value {
        if let Some(table) = vm.getattr_opt(value, "__table__")? {
            return from_item(vm, &table);
        }
        if let Some(method) = vm.getattr_opt(value, "__clause_element__")? {
            let inner = vm.call(&method, vec![], vec![])?;
            return from_item(vm, &inner);
        }
    }
    if let Some(text) = value.as_str() {
        return Ok(FromItem::Text(TextClause {
            text: text.to_string(),
            binds: Vec::new(),
        }));
    }
    let shown = vm.repr(value)?;
    Err(argument_error(
        vm,
        format!(
            "FROM expression, such as a Table or alias() object, or a SELECT construct expected, got {shown}."
        ),
    ))
}

/// The object of something in FROM, with its columns.
pub(super) fn make_from(key: &str, item: FromItem, name: Value) -> Value {
    let instance = make(key);
    instance.set_payload(Rc::new(FromNode(item)));
    instance.set("name", name);
    instance.set("_columns", schema::new_collection());
    Value::Instance(instance)
}

/// Give a FROM object a column.
pub(super) fn add_column(
    vm: &mut Vm,
    owner: &Value,
    name: &str,
    key: &str,
    type_value: &Value,
    anonymous: Option<usize>,
) -> PyResult<()> {
    let column = schema::new_column_clause(vm, Value::str(name), type_value)?;
    if let Value::Instance(instance) = &column {
        instance.set("table", owner.clone());
        instance.set("key", Value::str(key));
        if let Some(index) = anonymous {
            let index = i64::try_from(index).unwrap_or_default();
            instance.set("_limbec_anonymous", Value::Int(index));
        }
    }
    let columns = attr(vm, owner, "_columns")?;
    schema::push(&columns, key, column);
    Ok(())
}

/// The place of a column whose name the compiler numbers.
fn place_of(vm: &mut Vm, column: &Value) -> PyResult<Option<usize>> {
    Ok(match attr(vm, column, "_limbec_anonymous")? {
        Value::Int(index) => usize::try_from(index).ok(),
        _ => None,
    })
}

/// The column of a FROM object that stands for a `Column`: of the same class, with the same
/// foreign keys.
fn proxied(vm: &mut Vm, owner: &Value, key: &str, source: &Value) -> PyResult<()> {
    if !is_a(vm, source, "Column") {
        return Ok(());
    }
    let columns = attr(vm, owner, "_columns")?;
    let made = make("Column");
    let found = schema::columns_of(vm, &columns)?
        .into_iter()
        .find(|(known, _)| **known == *key)
        .map(|(_, column)| column);
    let Some(Value::Instance(plain)) = found else {
        return Ok(());
    };
    for (name, value) in plain.attrs().str_items() {
        made.set(&name, value);
    }
    for name in [
        "nullable",
        "primary_key",
        "foreign_keys",
        "constraints",
        "comment",
    ] {
        made.set(name, attr(vm, source, name)?);
    }
    schema::push(&columns, key, Value::Instance(made));
    Ok(())
}

pub(super) fn alias_name(name: &Value, stem: &str) -> AliasName {
    AliasName {
        name: name
            .as_str()
            .map_or_else(|| stem.to_owned(), |name| name.to_string()),
        anonymous: name.is_none(),
        id: types::fresh_id(),
    }
}

/// `select.subquery(name)`, `select.lateral(name)`
pub(in super::super) fn new_subquery(
    vm: &mut Vm,
    this: &Value,
    name: &Value,
    lateral: bool,
) -> PyResult {
    let Some(node) = node_of(this) else {
        return alias(vm, this, name);
    };
    let item = FromItem::Subquery {
        select: Box::new(node.query()),
        alias: alias_name(name, "anon"),
        lateral,
    };
    let key = if lateral { "Lateral" } else { "Subquery" };
    let made = make_from(key, item, name.clone());
    if let Value::Instance(instance) = &made {
        instance.set("element", this.clone());
    }
    add_outputs(vm, &made, &node)?;
    Ok(made)
}

fn add_outputs(vm: &mut Vm, owner: &Value, node: &SelectNode) -> PyResult<()> {
    for column in output_columns(vm, node)? {
        add_column(
            vm,
            owner,
            &column.name,
            &column.key,
            &column.type_value,
            column.anonymous,
        )?;
        proxied(vm, owner, &column.key, &column.source)?;
    }
    Ok(())
}

/// `table.alias(name)`, also of subqueries, CTEs and joins.
pub(in super::super) fn alias(vm: &mut Vm, this: &Value, name: &Value) -> PyResult {
    if node_of(this).is_some() {
        return new_subquery(vm, this, name, false);
    }
    let item = match from_item(vm, this)? {
        FromItem::Table(table) => {
            let stem = table.alias.clone().unwrap_or_else(|| table.name.clone());
            let own = alias_name(name, &stem);
            FromItem::Table(TableRef {
                alias: Some(own.name),
                anonymous: own.anonymous,
                id: own.id,
                ..table
            })
        }
        FromItem::Cte { cte, .. } => {
            let stem = cte.name.clone();
            FromItem::Cte {
                cte,
                alias: Some(alias_name(name, &stem)),
            }
        }
        FromItem::Subquery {
            select, lateral, ..
        } => FromItem::Subquery {
            select,
            alias: alias_name(name, "anon"),
            lateral,
        },
        FromItem::Function {
            call,
            derived,
            with_ordinality,
            lateral,
            ..
        } => {
            let stem = call.name.name.clone();
            FromItem::Function {
                call,
                alias: Some(alias_name(name, &stem)),
                derived,
                with_ordinality,
                lateral,
            }
        }
        FromItem::Values {
            columns,
            rows,
            lateral,
            ..
        } => FromItem::Values {
            columns,
            rows,
            alias: Some(alias_name(name, "anon")),
            lateral,
        },
        FromItem::Text(_) | FromItem::Join { .. } | FromItem::Sample { .. } => {
            return Err(missing::unsupported(
                vm,
                "alias() of a join, of text() or of tablesample()",
            ));
        }
    };
    let made = make_from("Alias", item, name.clone());
    if let Value::Instance(instance) = &made {
        instance.set("element", this.clone());
    }
    for (key, column) in schema::columns_of(vm, this)? {
        let own = attr_str(vm, &column, "name")?.unwrap_or_else(|| key.to_string());
        let type_value = expr::type_of(vm, &column)?;
        let place = place_of(vm, &column)?;
        add_column(vm, &made, &own, &key, &type_value, place)?;
        proxied(vm, &made, &key, &column)?;
    }
    Ok(made)
}

/// `select.cte(name, recursive=...)`, also of INSERT, UPDATE and DELETE with RETURNING.
pub(in super::super) fn cte(
    vm: &mut Vm,
    this: &Value,
    name: &Value,
    recursive: bool,
    nesting: bool,
) -> PyResult {
    let (statement, outputs) = match this.payload::<FromNode>().map(|found| found.0.clone()) {
        Some(FromItem::Values { rows, .. }) => {
            let node = values_node(vm, this, rows)?;
            (SqlStatement::Select(Box::new(node.query())), node)
        }
        _ => cte_parts(vm, this)?,
    };
    let own = alias_name(name, "anon");
    let columns = output_columns(vm, &outputs)?;
    let cte = Cte {
        name: own.name,
        anonymous: own.anonymous,
        id: own.id,
        recursive,
        nesting,
        columns: columns.iter().map(|column| column.name.clone()).collect(),
        prefixes: Vec::new(),
        suffixes: Vec::new(),
        statement,
    };
    let made = make_from(
        "CTE",
        FromItem::Cte {
            cte: Arc::new(cte),
            alias: None,
        },
        name.clone(),
    );
    if let Value::Instance(instance) = &made {
        instance.set("element", this.clone());
    }
    add_outputs(vm, &made, &outputs)?;
    Ok(made)
}

/// `table.tablesample(sampling, name=..., seed=...)`
pub(super) fn sample(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let table = from_item(vm, this)?;
    let FromItem::Table(plain) = &table else {
        return Err(missing::unsupported(
            vm,
            "tablesample() of anything but a table",
        ));
    };
    let name = bound.get("name");
    let alias = alias_name(name, &plain.name.clone());
    let sampling = bound.get("sampling");
    let method = match node(sampling) {
        Some(call @ Expr::Function(_)) => call,
        _ => {
            let argument = expr::argument(vm, sampling)?;
            let argument = match argument {
                Expr::Bind(bind) => Expr::Bind(limbec_schema::Bind {
                    key: "system".to_owned(),
                    anonymous: true,
                    ..bind
                }),
                other => other,
            };
            Expr::Function(limbec_schema::FunctionCall {
                packages: Vec::new(),
                name: limbec_schema::FunctionName {
                    name: "system".to_owned(),
                    quote: None,
                },
                args: vec![argument],
                sql_type: limbec_schema::SqlType::Null,
                filter: Vec::new(),
                within_group: Vec::new(),
            })
        }
    };
    let seed = match bound.opt("seed") {
        Some(seed) => Some(Box::new(expr::argument(vm, seed)?)),
        None => None,
    };
    let item = FromItem::Sample {
        table: Box::new(table),
        alias,
        method: Box::new(method),
        seed,
    };
    let made = make_from("TableSample", item, name.clone());
    for (key, column) in schema::columns_of(vm, this)? {
        let own = attr_str(vm, &column, "name")?.unwrap_or_else(|| key.to_string());
        let type_value = expr::type_of(vm, &column)?;
        add_column(vm, &made, &own, &key, &type_value, None)?;
        proxied(vm, &made, &key, &column)?;
    }
    Ok(made)
}

/// `cte.prefix_with(...)`, `cte.suffix_with(...)`: the same CTE with more words.
pub(super) fn cte_words(vm: &mut Vm, this: &Value, bound: &Bound, before: bool) -> PyResult {
    let words = super::prefixes(vm, bound)?;
    let found = this.payload::<FromNode>().map(|found| found.0.clone());
    let (Some(FromItem::Cte { cte, alias }), Value::Instance(instance)) = (found, this) else {
        return Err(vm.raise("AttributeError", "not a CTE"));
    };
    let mut cte = (*cte).clone();
    if before {
        cte.prefixes.extend(words);
    } else {
        cte.suffixes.extend(words);
    }
    let copy = instance.class().allocate();
    for (name, value) in instance.attrs().str_items() {
        copy.set(&name, value);
    }
    copy.set_payload(Rc::new(FromNode(FromItem::Cte {
        cte: Arc::new(cte),
        alias,
    })));
    // Its columns belong to the new object.
    let made = Value::Instance(copy.clone());
    copy.set("_columns", schema::new_collection());
    for (key, column) in schema::columns_of(vm, this)? {
        let own = attr_str(vm, &column, "name")?.unwrap_or_else(|| key.to_string());
        let type_value = expr::type_of(vm, &column)?;
        let place = place_of(vm, &column)?;
        add_column(vm, &made, &own, &key, &type_value, place)?;
        proxied(vm, &made, &key, &column)?;
    }
    Ok(made)
}

fn cte_parts(vm: &mut Vm, this: &Value) -> PyResult<(SqlStatement, SelectNode)> {
    let statement = convert::statement(vm, this)?;
    let outputs = match node_of(this) {
        Some(node) => (*node).clone(),
        None => SelectNode {
            columns: dml::returning_of(this),
            ..SelectNode::default()
        },
    };
    Ok((statement, outputs))
}

/// `cte.union_all(other)` of a recursive query: the same CTE with a second part.
pub(super) fn cte_union(
    vm: &mut Vm,
    this: &Value,
    op: limbec_schema::SetOp,
    others: &[Value],
) -> PyResult {
    let Some(found) = this.payload::<FromNode>() else {
        return Err(vm.raise("AttributeError", "not a CTE"));
    };
    let FromItem::Cte { cte, .. } = &found.0 else {
        return Err(vm.raise("AttributeError", "not a CTE"));
    };
    let element = attr(vm, this, "element")?;
    let mut parts = vec![element];
    parts.extend(others.iter().cloned());
    let whole = super::set_operation(vm, op, &parts)?;
    let statement = convert::statement(vm, &whole)?;
    let joined = Cte {
        statement,
        ..(**cte).clone()
    };
    let name = attr(vm, this, "name")?;
    let made = make_from(
        "CTE",
        FromItem::Cte {
            cte: Arc::new(joined),
            alias: None,
        },
        name,
    );
    if let Value::Instance(instance) = &made {
        instance.set("element", whole);
    }
    for (key, column) in schema::columns_of(vm, this)? {
        let own = attr_str(vm, &column, "name")?.unwrap_or_else(|| key.to_string());
        let type_value = expr::type_of(vm, &column)?;
        let place = place_of(vm, &column)?;
        add_column(vm, &made, &own, &key, &type_value, place)?;
        proxied(vm, &made, &key, &column)?;
    }
    Ok(made)
}
