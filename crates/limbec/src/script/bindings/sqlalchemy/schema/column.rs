//! `sa.Column` and `sa.column`.

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, Instance, PyResult, Value, Vm};

use super::super::missing;
use super::super::registry::{is_a, is_class_of};
use super::super::util::{argument_error, attr, keep, keep_options, make};
use super::{add_to, defaults, late, name_with_quote, new_set, not_an_item, set, type_argument};

/// What `Column.__init__` takes.
pub(super) const COLUMN: &str = "*args, name=None, type_=None, autoincrement='auto', default=..., \
     insert_default=..., doc=None, key=None, index=None, unique=None, info=None, nullable=..., \
     onupdate=None, primary_key=False, server_default=None, server_onupdate=None, quote=None, \
     system=False, comment=None, insert_sentinel=False, _omit_from_statements=False, \
     _proxies=None, **dialect_kwargs";

/// An `sa.column(name, type)` object.
pub(in super::super) fn new_column_clause(vm: &mut Vm, name: Value, type_: &Value) -> PyResult {
    let type_value = type_argument(vm, type_)?;
    let instance = make("ColumnClause");
    let this = Value::Instance(instance);
    set(&this, "name", name.clone());
    set(&this, "key", name);
    set(&this, "type", type_value);
    set(&this, "table", Value::None);
    Ok(this)
}

/// The class behind `sa.column`.
pub(in super::super) fn column_clause_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .attr("table", Value::None)
        .attr("is_literal", Value::Bool(false))
        .init(
            "text, type_=None, is_literal=False, _selectable=None",
            |vm, this, bound| {
                let type_value = type_argument(vm, bound.get("type_"))?;
                this.set("name", bound.get("text").clone());
                this.set("key", bound.get("text").clone());
                this.set("type", type_value);
                Ok(())
            },
        )
        .property("description", |vm, this| attr(vm, &this, "name"))
        .method("__repr__", "", |vm, this, _| {
            // An expression has the address of the object; a name says more.
            let name = attr(vm, &this, "name")?;
            let name = name.as_str().unwrap_or_default();
            Ok(Value::str(format!(
                "<sqlalchemy.sql.elements.ColumnClause at 0x7f0000000000; {name}>"
            )))
        })
}

/// The class `sa.Column`.
pub(super) fn class(mut builder: ClassBuilder) -> ClassBuilder {
    for (name, usual) in USUAL {
        builder = builder.attr(name, usual());
    }
    for name in [
        "computed",
        "identity",
        "default",
        "onupdate",
        "server_default",
        "server_onupdate",
    ] {
        builder = builder.attr(name, Value::None);
    }
    for name in ["constraints", "foreign_keys"] {
        builder = late(builder, name, new_set);
    }
    late(builder, "dialect_kwargs", || {
        Value::dict(Vec::<(&str, Value)>::new())
    })
    .attr("table", Value::None)
    .attr("nullable", Value::Bool(true))
    .attr("_user_defined_nullable", Value::Ellipsis)
    .property_set(
        "type",
        |vm, this| match &this {
            Value::Instance(instance) => match instance.get("type") {
                Some(known) => Ok(known),
                None => type_argument(vm, &Value::None),
            },
            _ => Ok(Value::None),
        },
        |_, this, value| {
            set(&this, "type", value);
            Ok(())
        },
    )
    .init(COLUMN, init)
    .method("__repr__", "", |vm, this, _| repr(vm, &this))
    .method("__str__", "", |vm, this, _| {
        let name = attr(vm, &this, "name")?;
        let Some(name) = name.as_str() else {
            return Ok(Value::str("(no name)"));
        };
        let table = attr(vm, &this, "table")?;
        if table.is_none() {
            return Ok(Value::Str(name));
        }
        let table = attr(vm, &table, "name")?.as_str().unwrap_or_default();
        Ok(Value::str(format!("{table}.{name}")))
    })
    .method("copy", "**kw", |vm, this, _| copy(vm, &this))
    .method("_copy", "**kw", |vm, this, _| copy(vm, &this))
    .method("append_foreign_key", "fk", |vm, this, bound| {
        attach(vm, &this, bound.at(0))?;
        Ok(Value::None)
    })
    .method("references", "column", |vm, this, bound| {
        for key in super::items(vm, &this, "foreign_keys")? {
            let target = vm.getattr_opt(&key, "column")?;
            if target.is_some_and(|target| target.is(bound.at(0))) {
                return Ok(Value::Bool(true));
            }
        }
        Ok(Value::Bool(false))
    })
    .property("info", |_, this| {
        let Value::Instance(instance) = &this else {
            return Ok(Value::None);
        };
        Ok(match instance.get("_info") {
            Some(info) => info,
            None => {
                let info = Value::dict(Vec::<(&str, Value)>::new());
                instance.set("_info", info.clone());
                info
            }
        })
    })
    .property("quote", |vm, this| {
        let name = attr(vm, &this, "name")?;
        Ok(super::super::util::quote_of(&name).map_or(Value::None, Value::Bool))
    })
    .property("dialect_options", |vm, this| {
        attr(vm, &this, "dialect_kwargs")
    })
    .property("kwargs", |vm, this| attr(vm, &this, "dialect_kwargs"))
}

fn init(vm: &mut Vm, this: &Rc<Instance>, bound: Bound) -> PyResult<()> {
    // Its default and its foreign keys will know it.
    vm.suspect(&Value::Instance(this.clone()));
    let mut rest: Vec<Value> = bound.varargs().to_vec();
    let mut name = bound.get("name").clone();
    if let Some(first) = rest.first() {
        if first.as_str().is_some() {
            if !name.is_none() {
                return Err(argument_error(
                    vm,
                    "May not pass name positionally and as a keyword.",
                ));
            }
            name = rest.remove(0);
        } else if first.is_none() {
            rest.remove(0);
        }
    }
    let mut type_ = bound.get("type_").clone();
    if let Some(first) = rest.first() {
        missing::check(vm, first)?;
        if is_class_of(first, "TypeEngine") || is_a(vm, first, "TypeEngine") {
            if !type_.is_none() {
                return Err(argument_error(
                    vm,
                    "May not pass type_ positionally and as a keyword.",
                ));
            }
            type_ = rest.remove(0);
        } else if first.is_none() {
            rest.remove(0);
        }
    }
    if name.is_none() && !bound.get("quote").is_none() {
        return Err(argument_error(
            vm,
            "Explicit 'name' is required when sending 'quote' argument",
        ));
    }
    let object = Value::Instance(this.clone());
    this.set("name", name_with_quote(&name, bound.get("quote"))?);
    let type_value = type_argument(vm, &type_)?;
    if !is_a(vm, &type_value, "TypeEngine") {
        let shown = vm.repr(&type_value)?;
        return Err(argument_error(
            vm,
            format!("Object {shown} is not legal as a type"),
        ));
    }
    this.set("type", type_value);
    let key = bound.get("key");
    this.set("key", if key.is_none() { name } else { key.clone() });
    plain_attributes(vm, this, &bound)?;
    defaults::set_client(vm, &object, &bound)?;
    defaults::set_server(vm, &object, &bound)?;
    for item in &rest {
        attach(vm, &object, item)?;
    }
    keep_options(vm, this, &bound)
}

/// The arguments that are attributes as they are, with the values that they mostly have.
const USUAL: [(&str, fn() -> Value); 7] = [
    ("autoincrement", || Value::str("auto")),
    ("doc", || Value::None),
    ("index", || Value::None),
    ("unique", || Value::None),
    ("system", || Value::Bool(false)),
    ("comment", || Value::None),
    ("primary_key", || Value::Bool(false)),
];

/// A column keeps of them what differs from the usual: there are many columns, and little is said of most.
fn plain_attributes(vm: &mut Vm, this: &Rc<Instance>, bound: &Bound) -> PyResult<()> {
    // Those that are not given have the values of our own class.
    let is_plain = this.class().is_native();
    for (name, _) in USUAL {
        if !is_plain || bound.given(name) {
            keep(this, name, bound.get(name).clone());
        }
    }
    let nullable = bound.get("nullable").clone();
    let is_said = !matches!(nullable, Value::Ellipsis);
    let is_nullable = if is_said {
        vm.truthy(&nullable)?
    } else {
        !vm.truthy(bound.get("primary_key"))?
    };
    if is_said {
        this.set("_user_defined_nullable", nullable);
    }
    if is_said || !is_nullable {
        this.set("nullable", is_nullable);
    }
    if let Some(info) = bound.opt("info") {
        this.set("_info", info.clone());
    }
    Ok(())
}

/// Give a column one of the things it can hold.
pub(super) fn attach(vm: &mut Vm, column: &Value, item: &Value) -> PyResult<()> {
    missing::check(vm, item)?;
    if item.is_none() {
        return Ok(());
    }
    if is_a(vm, item, "ForeignKey") {
        let parent = attr(vm, item, "parent")?;
        if !parent.is_none() && !parent.is(column) {
            return Err(super::super::util::invalid_request(
                vm,
                "This ForeignKey already has a parent !",
            ));
        }
        set(item, "parent", column.clone());
        return add_to(vm, column, "foreign_keys", item.clone());
    }
    if is_a(vm, item, "Constraint") {
        set(item, "parent", column.clone());
        return add_to(vm, column, "constraints", item.clone());
    }
    if is_a(vm, item, "Identity") || is_a(vm, item, "Computed") {
        return defaults::attach_generated(vm, column, item);
    }
    if is_a(vm, item, "Sequence") || is_a(vm, item, "ColumnDefault") {
        let slot = if super::super::util::attr_bool(vm, item, "for_update")? {
            "onupdate"
        } else {
            "default"
        };
        set(item, "column", column.clone());
        set(column, slot, item.clone());
        return Ok(());
    }
    if is_a(vm, item, "FetchedValue") {
        set(item, "column", column.clone());
        set(column, "server_default", item.clone());
        return Ok(());
    }
    Err(not_an_item(vm, item)?)
}

/// A column like this one that belongs to no table.
pub(super) fn copy(vm: &mut Vm, this: &Value) -> PyResult {
    let Value::Instance(old) = this else {
        return Ok(this.clone());
    };
    let new = old.class().allocate();
    for (name, value) in old.attrs().str_items() {
        if !matches!(&*name, "table" | "constraints" | "foreign_keys" | "_info") {
            new.set(&name, value);
        }
    }
    if let Some(Value::Dict(info)) = old.get("_info") {
        new.set("_info", Value::Dict(Rc::new(info.copy())));
    }
    let new = Value::Instance(new);
    for key in super::items(vm, this, "foreign_keys")? {
        if attr(vm, &key, "_limbec_of_constraint")?.is_none() {
            let copied = super::constraint::copy_foreign_key(&key);
            attach(vm, &new, &copied)?;
        }
    }
    for constraint in super::items(vm, this, "constraints")? {
        let copied = super::super::types_shallow_copy(&constraint);
        attach(vm, &new, &copied)?;
    }
    Ok(new)
}

/// `Column('id', Integer(), table=<users>, primary_key=True, nullable=False)`
fn repr(vm: &mut Vm, this: &Value) -> PyResult {
    let name = attr(vm, this, "name")?;
    let type_value = attr(vm, this, "type")?;
    let mut parts = vec![
        vm.repr(&name)?.to_string(),
        vm.repr(&type_value)?.to_string(),
    ];
    for slot in ["foreign_keys", "constraints"] {
        for item in super::items(vm, this, slot)? {
            parts.push(vm.repr(&item)?.to_string());
        }
    }
    let table = attr(vm, this, "table")?;
    parts.push(match &table {
        Value::None => "table=None".to_owned(),
        table => format!(
            "table=<{}>",
            attr(vm, table, "name")?.as_str().unwrap_or_default()
        ),
    });
    let key = attr(vm, this, "key")?;
    let mut shown = Vec::new();
    if key.as_str() != name.as_str() {
        shown.push("key");
    }
    for slot in [
        "primary_key",
        "nullable",
        "onupdate",
        "default",
        "server_default",
        "comment",
    ] {
        let value = attr(vm, this, slot)?;
        let present = match slot {
            "primary_key" | "comment" => vm.truthy(&value)?,
            "nullable" => !vm.truthy(&value)?,
            _ => !value.is_none(),
        };
        if present {
            shown.push(slot);
        }
    }
    for slot in shown {
        let value = attr(vm, this, slot)?;
        parts.push(format!("{slot}={}", vm.repr(&value)?));
    }
    Ok(Value::str(format!("Column({})", parts.join(", "))))
}
