//! `sa.Enum`, `postgresql.ENUM` and `mysql.ENUM`.

use std::cell::Cell;
use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, Instance, PyResult, Value, Vm};
use limbec_schema::{EnumType, NamedType, OddValue};

use super::super::util::{
    argument_error, attr, attr_bool, attr_constraint_name, attr_int, attr_str,
};
use super::super::{engine, schema};

thread_local! {
    static NEXT: Cell<u64> = const { Cell::new(1) };
}

/// A number that no other object has.
pub(in super::super) fn fresh_id() -> u64 {
    NEXT.with(|next| {
        let id = next.get();
        next.set(id + 1);
        id
    })
}

/// The keywords of all three classes with their defaults.
const KEYWORDS: &[(&str, Value)] = &[
    ("create_constraint", Value::Bool(false)),
    ("metadata", Value::None),
    ("name", Value::None),
    ("native_enum", Value::Bool(true)),
    ("schema", Value::None),
    ("inherit_schema", Value::Bool(false)),
    ("validate_strings", Value::Bool(false)),
    ("values_callable", Value::None),
    ("sort_key_function", Value::None),
    ("omit_aliases", Value::Bool(true)),
    ("collation", Value::None),
];

const MYSQL_KEYWORDS: &[(&str, Value)] = &[
    ("charset", Value::None),
    ("ascii", Value::Bool(false)),
    ("unicode", Value::Bool(false)),
    ("binary", Value::Bool(false)),
    ("national", Value::Bool(false)),
];

/// The constructor and the methods of one of the classes.
pub(super) fn methods(key: &'static str, builder: ClassBuilder) -> ClassBuilder {
    builder
        .init("*enums, **kw", move |vm, this, bound| {
            init(vm, this, &bound, key)
        })
        .method("create", "bind=None, checkfirst=True", |vm, this, bound| {
            let check_first = vm.truthy(bound.get("checkfirst"))?;
            let named = NamedType::Enum(enum_type(vm, &this)?);
            engine::create_type(vm, bound.get("bind"), named, check_first, true)
        })
        .method("drop", "bind=None, checkfirst=True", |vm, this, bound| {
            let check_first = vm.truthy(bound.get("checkfirst"))?;
            let named = NamedType::Enum(enum_type(vm, &this)?);
            engine::create_type(vm, bound.get("bind"), named, check_first, false)
        })
        .property("python_type", |vm, this| {
            let class = attr(vm, &this, "enum_class")?;
            Ok(match class {
                Value::None => Value::Class(limbec_python::types().get("str").clone()),
                class => class,
            })
        })
}

fn init(vm: &mut Vm, this: &Rc<Instance>, bound: &Bound, key: &str) -> PyResult<()> {
    for (name, default) in KEYWORDS {
        this.set(name, default.clone());
    }
    if key == "mysql.ENUM" {
        for (name, default) in MYSQL_KEYWORDS {
            this.set(name, default.clone());
        }
    }
    if key == "postgresql.ENUM" {
        this.set("create_type", Value::Bool(true));
    }
    for (name, value) in bound.kwargs() {
        this.set(name, value.clone());
    }
    values(vm, this, bound)?;
    let this_value = Value::Instance(this.clone());
    if let Some(metadata) = bound.kwarg("metadata") {
        schema::belong(vm, metadata, "_schema_types", this_value.clone())?;
    }
    let listed = attr(vm, &this_value, "enums")?;
    let listed = vm.iterate(&listed)?;
    // The values become keys, and are measured: a list has no hash, a number no length.
    for value in &listed {
        vm.hash(value)?;
    }
    let mut longest = 0;
    for value in &listed {
        longest = vm.len(value)?.max(longest);
    }
    let longest = i64::try_from(longest).unwrap_or(i64::MAX);
    match bound.kwarg("length").and_then(|length| length.as_int()) {
        Some(length) if length < longest => {
            return Err(vm.raise(
                "ValueError",
                format!(
                    "When provided, length must be larger or equal than the length of the longest \
                     enum value. {length} < {longest}"
                ),
            ));
        }
        Some(length) => this.set("length", Value::Int(length)),
        None => this.set("length", Value::Int(longest)),
    }
    this.set(
        "_limbec_given_length",
        bound.kwarg("length").cloned().unwrap_or_default(),
    );
    this.set(
        "_limbec_id",
        Value::Int(i64::try_from(fresh_id()).unwrap_or(0)),
    );
    Ok(())
}

/// The values: the arguments, or the names of a Python enum's members.
fn values(vm: &mut Vm, this: &Rc<Instance>, bound: &Bound) -> PyResult<()> {
    let given = match bound.kwarg("_enums") {
        Some(listed) => vm.iterate(listed)?,
        None => bound.varargs().to_vec(),
    };
    this.set("enum_class", Value::None);
    let class = match given.as_slice() {
        [class @ Value::Class(_)] => Some(class.clone()),
        _ => None,
    };
    let Some(class) = class else {
        this.set("enums", Value::list(given));
        return Ok(());
    };
    let Some(members) = vm.getattr_opt(&class, "__members__")? else {
        let shown = vm.repr(&class)?;
        return Err(argument_error(
            vm,
            format!("Enum() expects strings or a Python enum class, got {shown}"),
        ));
    };
    let names = match bound.kwarg("values_callable") {
        Some(callable) if !callable.is_none() => {
            let values = vm.call(callable, vec![class.clone()], Vec::new())?;
            vm.iterate(&values)?
        }
        _ => member_names(vm, &members, bound)?,
    };
    this.set("enums", Value::list(names));
    if bound.kwarg("name").is_none() {
        let name = attr(vm, &class, "__name__")?;
        if let Some(name) = name.as_str() {
            this.set("name", Value::str(name.to_lowercase()));
        }
    }
    this.set("enum_class", class);
    Ok(())
}

/// The names of the members; aliases are left out unless `omit_aliases=False`.
fn member_names(vm: &mut Vm, members: &Value, bound: &Bound) -> PyResult<Vec<Value>> {
    let omit = match bound.kwarg("omit_aliases") {
        Some(flag) => vm.truthy(flag)?,
        None => true,
    };
    let mut names = Vec::new();
    for name in vm.iterate(members)? {
        let member = vm.get_item(members, &name)?;
        let own = attr(vm, &member, "name")?;
        if !omit || own.as_str() == name.as_str() {
            names.push(name);
        }
    }
    Ok(names)
}

/// The type as data.
pub(in super::super) fn enum_type(vm: &mut Vm, this: &Value) -> PyResult<EnumType> {
    let listed = attr(vm, this, "enums")?;
    let mut values = Vec::new();
    let mut odd_value = None;
    let mut length = attr_int(vm, this, "_limbec_given_length")?;
    for value in vm.iterate(&listed)? {
        let shown = vm.str(&value)?.to_string();
        if value.as_str().is_none() && odd_value.is_none() {
            odd_value = Some(OddValue {
                shown: shown.clone(),
                class: vm.type_name(&value).to_string(),
            });
            length = attr_int(vm, this, "length")?;
        }
        values.push(shown);
    }
    let enum_class = attr(vm, this, "enum_class")?;
    let create_type = attr(vm, this, "create_type")?;
    let class = vm.class_of(this);
    let metadata = attr(vm, this, "metadata")?;
    let schema = match attr_str(vm, this, "schema")? {
        None if !metadata.is_none() => attr_str(vm, &metadata, "schema")?,
        given => given,
    };
    Ok(EnumType {
        values,
        name: attr_constraint_name(vm, this, "name")?,
        schema,
        inherit_schema: attr_bool(vm, this, "inherit_schema")?,
        metadata: !metadata.is_none(),
        native_enum: attr_bool(vm, this, "native_enum")?,
        create_constraint: attr_bool(vm, this, "create_constraint")?,
        length,
        create_type: create_type.as_bool().unwrap_or(true),
        exact: class.is_subclass(&super::super::registry::class("postgresql.ENUM")),
        class_name: enum_class.as_class().map(|class| class.full_name()),
        id: u64::try_from(attr_int(vm, this, "_limbec_id")?.unwrap_or(0)).unwrap_or(0),
        odd_value,
    })
}
