//! `sa.Table`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};

use limbec_python::{Bound, Class, ClassBuilder, Instance, PyResult, Value, Vm};

use super::super::registry::is_a;
use super::super::util::{
    argument_error, attr, attr_bool, attr_str, construct, error, invalid_request, keep_options, kw,
    there,
};
use super::super::{engine, missing, types};
use super::reflect::{Reflection, reflect_into};
use super::{
    collection, column, constraint, full_name, index, items, metadata, name_with_quote,
    new_collection, new_set, not_an_item, resolve, set,
};

const SIGNATURE: &str = "name, metadata, *args, schema=None, quote=None, quote_schema=None, \
     autoload_with=None, autoload_replace=True, keep_existing=False, extend_existing=False, \
     resolve_fks=True, include_columns=None, implicit_returning=True, comment=None, info=None, \
     listeners=None, prefixes=None, must_exist=False, autoload=None, _extend_on=None, _no_init=True, \
     **kw";

/// The class.
pub(super) fn class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .new_object(SIGNATURE, new)
        .method("__init__", "*args, **kwargs", |_, _, _| Ok(Value::None))
        .method("__repr__", "", |vm, this, _| repr(vm, &this))
        .method("__str__", "", |vm, this, _| {
            full_name(vm, &this).map(Value::str)
        })
        .property("fullname", |vm, this| full_name(vm, &this).map(Value::str))
        .property("key", |vm, this| full_name(vm, &this).map(Value::str))
        .property("kwargs", |vm, this| attr(vm, &this, "dialect_kwargs"))
        .property("foreign_key_constraints", |vm, this| {
            let found = new_set();
            for item in items(vm, &this, "constraints")? {
                if is_a(vm, &item, "ForeignKeyConstraint")
                    && let Value::Set(set) = &found
                {
                    set.add(vm, item)?;
                }
            }
            Ok(found)
        })
        .property("autoincrement_column", |vm, this| {
            let key = attr(vm, &this, "primary_key")?;
            let columns = attr(vm, &key, "_columns")?;
            let columns = collection::columns_of(vm, &columns)?;
            Ok(match columns.as_slice() {
                [(_, only)] => only.clone(),
                _ => Value::None,
            })
        })
        .method(
            "append_column",
            "column, replace_existing=False",
            |vm, this, bound| {
                append_column(vm, &this, bound.at(0), bound.bool("replace_existing")?)?;
                Ok(Value::None)
            },
        )
        .method("append_constraint", "constraint", |vm, this, bound| {
            attach(vm, &this, bound.at(0))?;
            Ok(Value::None)
        })
        .method("add_is_dependent_on", "table", |vm, this, bound| {
            let mut known = match attr(vm, &this, "_extra_dependencies")? {
                Value::None => Vec::new(),
                found => vm.iterate(&found)?,
            };
            known.push(bound.at(0).clone());
            set(&this, "_extra_dependencies", Value::list(known));
            Ok(Value::None)
        })
        .method("create", "bind, checkfirst=False", |vm, this, bound| {
            let check = vm.truthy(bound.get("checkfirst"))?;
            engine::create_table(vm, bound.get("bind"), &this, check)
        })
        .method("drop", "bind, checkfirst=False", |vm, this, bound| {
            let check = vm.truthy(bound.get("checkfirst"))?;
            engine::drop_table(vm, bound.get("bind"), &this, check)
        })
        .method(
            "to_metadata",
            "metadata, schema='<retain schema>', referred_schema_fn=None, name=None",
            to_metadata,
        )
        .method(
            "tometadata",
            "metadata, schema='<retain schema>', referred_schema_fn=None, name=None",
            to_metadata,
        )
}

fn new(vm: &mut Vm, class: &Rc<Class>, bound: Bound) -> PyResult {
    let metadata = bound.get("metadata").clone();
    missing::check(vm, &metadata)?;
    if !is_a(vm, &metadata, "MetaData") {
        let shown = vm.repr(&metadata)?;
        return Err(argument_error(
            vm,
            format!("expected a MetaData object as the second argument of Table(), got {shown}"),
        ));
    }
    let name = name_with_quote(bound.get("name"), bound.get("quote"))?;
    let mut schema = bound.get("schema").clone();
    if schema.is_none() {
        schema = attr(vm, &metadata, "schema")?;
    } else if schema.as_str().as_deref() == Some("<blank schema>") {
        schema = Value::None;
    }
    let key = match schema.as_str() {
        Some(schema) => format!("{schema}.{}", name.as_str().unwrap_or_default()),
        None => name.as_str().unwrap_or_default().to_string(),
    };
    let existing = metadata::find_table(vm, &metadata, &key)?;
    if let Some(table) = existing {
        let extend = bound.bool("extend_existing")?;
        let keep = bound.bool("keep_existing")?;
        let has_content = !bound.varargs().is_empty() || !bound.kwargs().is_empty();
        if has_content && !extend && !keep {
            return Err(invalid_request(
                vm,
                format!(
                    "Table '{key}' is already defined for this MetaData instance.  Specify \
                     'extend_existing=True' to redefine options and columns on an existing Table \
                     object."
                ),
            ));
        }
        if extend {
            for item in bound.varargs() {
                if is_a(vm, item, "Column") {
                    append_column(vm, &table, item, true)?;
                } else {
                    attach(vm, &table, item)?;
                }
            }
        }
        return Ok(table);
    }
    if bound.bool("must_exist")? {
        return Err(invalid_request(vm, format!("Table '{key}' not defined")));
    }
    make(vm, class, &bound, name, schema, &metadata)
}

thread_local! {
    /// The tables of this run by schema and name: what an expression in an index refers to knows
    /// its table by name only.
    static MADE: RefCell<HashMap<(Option<String>, String), Weak<Instance>>> = RefCell::default();
}

/// The table of that name that was made last.
pub(super) fn made(schema: Option<&str>, name: &str) -> Option<Value> {
    let key = (schema.map(str::to_owned), name.to_owned());
    MADE.with(|made| made.borrow().get(&key).and_then(Weak::upgrade))
        .map(Value::Instance)
}

fn remember(schema: &Value, name: &Value, table: &Rc<Instance>) {
    let text = |value: &Value| value.as_str().map(|text| text.to_string());
    let key = (text(schema), text(name).unwrap_or_default());
    MADE.with(|made| made.borrow_mut().insert(key, Rc::downgrade(table)));
}

fn make(
    vm: &mut Vm,
    class: &Rc<Class>,
    bound: &Bound,
    name: Value,
    schema: Value,
    metadata: &Value,
) -> PyResult {
    let instance = class.allocate();
    let table = Value::Instance(instance.clone());
    // Its columns and its metadata will know it.
    vm.suspect(&table);
    remember(&schema, &name, &instance);
    instance.set("name", name);
    instance.set("schema", schema);
    instance.set("metadata", metadata.clone());
    instance.set("comment", bound.get("comment").clone());
    instance.set("_columns", new_collection());
    instance.set("constraints", new_set());
    instance.set("indexes", new_set());
    instance.set("foreign_keys", new_set());
    instance.set(
        "info",
        bound
            .opt("info")
            .cloned()
            .unwrap_or_else(|| Value::dict(Vec::<(&str, Value)>::new())),
    );
    let prefixes = match bound.opt("prefixes") {
        Some(prefixes) => vm.iterate(prefixes)?,
        None => Vec::new(),
    };
    instance.set("_prefixes", Value::list(prefixes));
    keep_options(vm, &instance, bound)?;
    let key = construct(vm, "PrimaryKeyConstraint", vec![], vec![])?;
    set(&key, "_limbec_implicit", Value::Bool(true));
    instance.set("primary_key", Value::None);
    constraint::attach(vm, &key, &table)?;
    metadata::register(vm, metadata, &table)?;
    let filled = fill(vm, &table, bound);
    if filled.is_err() {
        metadata::unregister(vm, metadata, &table)?;
    }
    filled?;
    resolve::types(vm, metadata, &table)?;
    Ok(table)
}

fn fill(vm: &mut Vm, table: &Value, bound: &Bound) -> PyResult<()> {
    let source = bound.get("autoload_with").clone();
    if !source.is_none() {
        let include = match bound.opt("include_columns") {
            Some(names) => Some(vm.iterate(names)?),
            None => None,
        };
        let how = Reflection {
            include,
            resolve_fks: vm.truthy(bound.get("resolve_fks"))?,
            ..Reflection::default()
        };
        reflect_into(vm, table, &source, &how)?;
        for item in bound.varargs() {
            if is_a(vm, item, "Column") {
                make_way(vm, table, item)?;
            }
        }
    } else if !bound.get("autoload").is_none() {
        return Err(vm.raise(
            "TypeError",
            "Additional arguments should be named <dialectname>_<argument>, got 'autoload'",
        ));
    }
    attach_all(vm, table, bound.varargs())
}

/// A column that the script declares takes the place of the one that was reflected, with the foreign keys of that.
fn make_way(vm: &mut Vm, table: &Value, item: &Value) -> PyResult<()> {
    let name = attr_str(vm, item, "name")?.unwrap_or_default();
    let columns = attr(vm, table, "_columns")?;
    if collection::get(&columns, &name).is_none() {
        return Ok(());
    }
    let key = attr_str(vm, item, "key")?.unwrap_or_else(|| name.clone());
    collection::put_in_place(&columns, &name, &key, item);
    let primary = attr(vm, table, "primary_key")?;
    let own = attr(vm, &primary, "_columns")?;
    if collection::get(&own, &name).is_some() {
        if !attr_bool(vm, item, "primary_key")? {
            let table = attr_str(vm, table, "name")?.unwrap_or_default();
            return Err(argument_error(
                vm,
                format!(
                    "Trying to redefine primary-key column '{name}' as a non-primary-key column on \
                     table '{table}'"
                ),
            ));
        }
        collection::put_in_place(&own, &name, &key, item);
    }
    for constraint in items(vm, table, "constraints")? {
        if is_a(vm, &constraint, "ForeignKeyConstraint")
            && names_of(vm, &constraint)?
                .iter()
                .any(|known| **known == *name)
        {
            super::remove_from(vm, table, "constraints", &constraint)?;
        }
    }
    Ok(())
}

/// The names of the columns of a constraint.
fn names_of(vm: &mut Vm, constraint: &Value) -> PyResult<Vec<Rc<str>>> {
    let columns = collection::columns_of(vm, constraint)?;
    let mut names = Vec::new();
    for (key, column) in columns {
        let name = attr(vm, &column, "name")?;
        names.push(name.as_str().unwrap_or(key));
    }
    Ok(names)
}

/// Give a table columns, constraints and indexes: the columns first, as constraints name them.
pub(in super::super) fn attach_all(vm: &mut Vm, table: &Value, args: &[Value]) -> PyResult<()> {
    for item in args {
        if is_a(vm, item, "Column") {
            append_column(vm, table, item, false)?;
        } else {
            attach(vm, table, item)?;
        }
    }
    Ok(())
}

/// Give a table a constraint or an index.
fn attach(vm: &mut Vm, table: &Value, item: &Value) -> PyResult<()> {
    missing::check(vm, item)?;
    if is_a(vm, item, "Constraint") {
        return constraint::attach(vm, item, table);
    }
    if is_a(vm, item, "Index") {
        return index::attach(vm, item, table);
    }
    if is_a(vm, item, "Column") {
        return append_column(vm, table, item, false);
    }
    if let Value::Instance(_) = item
        && vm.hasattr(item, "_set_parent")?
    {
        return Ok(());
    }
    Err(not_an_item(vm, item)?)
}

/// Give a table a column.
pub(super) fn append_column(
    vm: &mut Vm,
    table: &Value,
    item: &Value,
    replace: bool,
) -> PyResult<()> {
    let name = attr(vm, item, "name")?;
    there(vm, &name)?;
    let name = name.as_str().unwrap_or_default();
    if name.is_empty() {
        return Err(argument_error(
            vm,
            "Column must be constructed with a non-blank name or assign a non-blank .name before \
             adding to a Table.",
        ));
    }
    let key = attr(vm, item, "key")?;
    there(vm, &key)?;
    let key = match key.as_str() {
        Some(key) => key,
        None => {
            set(item, "key", Value::Str(name.clone()));
            name.clone()
        }
    };
    let owner = attr(vm, item, "table")?;
    if !owner.is_none() && !owner.is(table) {
        let other = attr_str(vm, &owner, "name")?.unwrap_or_default();
        return Err(argument_error(
            vm,
            format!("Column object '{key}' already assigned to Table '{other}'"),
        ));
    }
    let columns = attr(vm, table, "_columns")?;
    if let Some(existing) = collection::get(&columns, &key)
        && !existing.is(item)
        && !replace
    {
        let on = if key == name { "name" } else { "key" };
        let own_name = attr_str(vm, table, "name")?.unwrap_or_default();
        return Err(error(
            vm,
            "DuplicateColumnError",
            format!("A column with {on} '{key}' is already present in table '{own_name}'."),
        ));
    }
    collection::push(&columns, key.clone(), item.clone());
    set(item, "table", table.clone());
    if attr_bool(vm, item, "primary_key")? {
        let primary = attr(vm, table, "primary_key")?;
        let own = attr(vm, &primary, "_columns")?;
        collection::push(&own, key, item.clone());
    }
    flags(vm, table, item)?;
    for foreign in items(vm, item, "foreign_keys")? {
        constraint::from_inline(vm, &foreign, item, table)?;
    }
    types::attached(vm, item, table)
}

/// `index=True` and `unique=True` of a column.
fn flags(vm: &mut Vm, table: &Value, item: &Value) -> PyResult<()> {
    let by_name = attr(vm, item, "index")?;
    let unique = attr(vm, item, "unique")?;
    if by_name.as_str().is_some() {
        return Err(argument_error(
            vm,
            "The 'index' keyword argument on Column is boolean only. To create indexes with a \
             specific name, create an explicit Index object external to the Table.",
        ));
    }
    if vm.truthy(&by_name)? {
        let unique = vm.truthy(&unique)?;
        return index::from_flag(vm, item, table, unique);
    }
    if unique.as_str().is_some() {
        return Err(argument_error(
            vm,
            "The 'unique' keyword argument on Column is boolean only. To create unique \
             constraints or indexes with a specific name, append an explicit UniqueConstraint to \
             the Table's list of elements, or create an explicit Index object external to the \
             Table.",
        ));
    }
    if vm.truthy(&unique)? {
        let made = construct(vm, "UniqueConstraint", vec![], vec![])?;
        set(&made, "_pending_colargs", Value::list(vec![item.clone()]));
        set(&made, "_limbec_inline", Value::Bool(true));
        constraint::attach(vm, &made, table)?;
    }
    Ok(())
}

/// `Table('users', MetaData(), Column(...), schema=None)`
fn repr(vm: &mut Vm, this: &Value) -> PyResult {
    let name = attr(vm, this, "name")?;
    let metadata = attr(vm, this, "metadata")?;
    let mut parts = vec![vm.repr(&name)?.to_string(), vm.repr(&metadata)?.to_string()];
    for (_, column) in collection::columns_of(vm, this)? {
        parts.push(vm.repr(&column)?.to_string());
    }
    let schema = attr(vm, this, "schema")?;
    parts.push(format!("schema={}", vm.repr(&schema)?));
    Ok(Value::str(format!("Table({})", parts.join(", "))))
}

fn to_metadata(vm: &mut Vm, this: Value, bound: Bound) -> PyResult {
    let name = match bound.get("name") {
        Value::None => attr(vm, &this, "name")?,
        given => given.clone(),
    };
    let schema = match bound.get("schema").as_str().as_deref() {
        Some("<retain schema>") => attr(vm, &this, "schema")?,
        _ => bound.get("schema").clone(),
    };
    let mut args = vec![name, bound.get("metadata").clone()];
    for (_, item) in collection::columns_of(vm, &this)? {
        args.push(column::copy(vm, &item)?);
    }
    construct(vm, "Table", args, kw([("schema", schema)]))
}
