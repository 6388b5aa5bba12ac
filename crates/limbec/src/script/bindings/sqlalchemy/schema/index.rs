//! `sa.Index`.

use limbec_python::{ClassBuilder, PyResult, Value, Vm};

use super::super::registry::is_a;
use super::super::util::{argument_error, attr, attr_bool, attr_str, keep_options, make};
use super::super::{engine, expr, missing};
use super::{add_to, collection, items, name_with_quote, new_collection, set};

/// The class.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init(
            "name, *expressions, unique=False, quote=None, info=None, _table=None, \
             _column_flag=False, **dialect_kw",
            |vm, this, bound| {
                this.set(
                    "name",
                    name_with_quote(bound.get("name"), bound.get("quote"))?,
                );
                this.set("unique", bound.get("unique").clone());
                this.set("table", Value::None);
                this.set("_columns", new_collection());
                if let Some(info) = bound.opt("info") {
                    this.set("info", info.clone());
                }
                keep_options(vm, this, &bound)?;
                let object = Value::Instance(this.clone());
                let mut table = bound.get("_table").clone();
                let mut kept = Vec::new();
                for item in bound.varargs() {
                    kept.push(element(vm, item)?);
                    if table.is_none()
                        && let Some(found) = table_of(vm, item)?
                    {
                        table = found;
                    }
                }
                this.set("expressions", Value::list(kept));
                if is_a(vm, &table, "Table") {
                    attach(vm, &object, &table)
                } else {
                    Ok(())
                }
            },
        )
        .property("columns", |vm, this| attr(vm, &this, "_columns"))
        .property("c", |vm, this| attr(vm, &this, "_columns"))
        .property("kwargs", |vm, this| attr(vm, &this, "dialect_kwargs"))
        .method(
            "ddl_if",
            "dialect=None, callable_=None, state=None",
            |_, this, bound| {
                super::super::ddl::keep_condition(&this, &bound);
                Ok(this)
            },
        )
        .method("create", "bind, checkfirst=False", |vm, this, bound| {
            let check = vm.truthy(bound.get("checkfirst"))?;
            engine::create_index(vm, bound.get("bind"), &this, check, true)
        })
        .method("drop", "bind, checkfirst=False", |vm, this, bound| {
            let check = vm.truthy(bound.get("checkfirst"))?;
            engine::create_index(vm, bound.get("bind"), &this, check, false)
        })
        .method("__repr__", "", |vm, this, _| {
            let name = attr(vm, &this, "name")?;
            let mut parts = vec![vm.repr(&name)?.to_string()];
            for item in items(vm, &this, "expressions")? {
                parts.push(vm.repr(&item)?.to_string());
            }
            if attr_bool(vm, &this, "unique")? {
                parts.push("unique=True".to_owned());
            }
            Ok(Value::str(format!("Index({})", parts.join(", "))))
        })
}

/// One thing that an index covers: a name, or an expression.
fn element(vm: &mut Vm, item: &Value) -> PyResult {
    missing::check(vm, item)?;
    if item.as_str().is_some() || expr::is_sql(vm, item)? {
        if let Value::Instance(_) = item
            && !is_a(vm, item, "ClauseElement")
            && item.as_str().is_none()
        {
            return vm.call_method(item, "__clause_element__", Vec::new());
        }
        return Ok(item.clone());
    }
    let shown = vm.repr(item)?;
    Err(argument_error(
        vm,
        format!("String column name or Column object for DDL constraint expected, got {shown}."),
    ))
}

/// The table of a column, also where the column stands in an expression.
fn table_of(vm: &mut Vm, item: &Value) -> PyResult<Option<Value>> {
    if is_a(vm, item, "Column") {
        let table = attr(vm, item, "table")?;
        return Ok(is_a(vm, &table, "Table").then_some(table));
    }
    let Some(expr) = expr::node(item) else {
        return Ok(None);
    };
    let named = limbec_sql::ddl::tables_in(&expr);
    Ok(named
        .first()
        .and_then(|(schema, name)| super::table::made(*schema, name)))
}

/// Give an index to a table.
pub(super) fn attach(vm: &mut Vm, index: &Value, table: &Value) -> PyResult<()> {
    set(index, "table", table.clone());
    add_to(vm, table, "indexes", index.clone())?;
    let columns = attr(vm, table, "_columns")?;
    let own = attr(vm, index, "_columns")?;
    let mut bound = Vec::new();
    for item in items(vm, index, "expressions")? {
        let found = match item.as_str() {
            Some(name) => match collection::get(&columns, &name) {
                Some(column) => column,
                None => {
                    let table = attr_str(vm, table, "name")?.unwrap_or_default();
                    return Err(super::super::util::error(
                        vm,
                        "ConstraintColumnNotFoundError",
                        format!(
                            "Can't create Index on table '{table}': no column named '{name}' is \
                             present."
                        ),
                    ));
                }
            },
            None => item,
        };
        if is_a(vm, &found, "ColumnClause") {
            let key = attr_str(vm, &found, "key")?.unwrap_or_default();
            collection::push(&own, key, found.clone());
        }
        bound.push(found);
    }
    set(index, "expressions", Value::list(bound));
    super::naming::apply(vm, index, table)
}

/// The index that `index=True` makes.
pub(super) fn from_flag(vm: &mut Vm, column: &Value, table: &Value, unique: bool) -> PyResult<()> {
    let this = Value::Instance(make("Index"));
    set(&this, "name", Value::None);
    set(&this, "unique", Value::Bool(unique));
    set(&this, "_columns", new_collection());
    set(&this, "expressions", Value::list(vec![column.clone()]));
    set(&this, "_limbec_inline", Value::Bool(true));
    attach(vm, &this, table)
}
