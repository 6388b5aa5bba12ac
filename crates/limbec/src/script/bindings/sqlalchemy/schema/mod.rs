//! Tables and what they consist of: `sqlalchemy.schema`.
//!
//! The objects keep their arguments as attributes, so that scripts can read and change them;
//! [`convert`] reads them when an operation or a statement needs them.

mod classes;
mod collection;
mod column;
mod constraint;
pub(super) mod convert;
mod defaults;
mod index;
mod metadata;
mod naming;
mod reflect;
mod resolve;
mod table;

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyResult, Value, Vm};

use super::registry::{self, FunctionSpec};
use super::types;
use super::util::{argument_error, attr};

pub(super) use classes::CLASSES;
pub use collection::columns_of;
pub(super) use collection::{new_collection, push};
pub(super) use column::{column_clause_class, new_column_clause};
pub(super) use defaults::check_default;
pub use reflect::table_from_data;
pub(super) use reflect::{Reflection, reflect_into};

/// The functions of the module.
pub(super) const FUNCTIONS: &[FunctionSpec] = &[FunctionSpec {
    key: "insert_sentinel",
    signature: "name=None, type_=None, *, default=None, omit_from_statements=True",
    run: |vm, _| Err(super::missing::unsupported(vm, "insert_sentinel()")),
}];

/// `quoted_name(value, quote)`, also for the classes that extend it.
pub(super) fn quoted_name(class: &Rc<Class>, value: &Value, quote: &Value) -> PyResult {
    if value.is_none() {
        return Ok(Value::None);
    }
    let instance = class.allocate();
    let text = value.as_str().unwrap_or_default();
    instance.set_inner(Value::Str(text));
    instance.set("quote", quote.clone());
    Ok(Value::Instance(instance))
}

/// A name with `quote=` applied where it was given.
fn name_with_quote(name: &Value, quote: &Value) -> PyResult {
    if quote.is_none() || name.is_none() {
        return Ok(name.clone());
    }
    quoted_name(&registry::class("quoted_name"), name, quote)
}

/// A new empty set of objects.
fn new_set() -> Value {
    Value::Set(Rc::new(limbec_python::PySet::new()))
}

/// An attribute that an object has when it is first asked for it.
fn late(builder: ClassBuilder, name: &'static str, make: fn() -> Value) -> ClassBuilder {
    builder.property_set(
        name,
        move |_, this| {
            let Value::Instance(instance) = &this else {
                return Ok(Value::None);
            };
            Ok(instance.get(name).unwrap_or_else(|| {
                let made = make();
                instance.set(name, made.clone());
                made
            }))
        },
        move |_, this, value| {
            set(&this, name, value);
            Ok(())
        },
    )
}

/// Add to a set that is an attribute.
fn add_to(vm: &mut Vm, object: &Value, name: &str, item: Value) -> PyResult<()> {
    if let Value::Set(set) = attr(vm, object, name)? {
        set.add(vm, item)?;
    }
    Ok(())
}

/// Remove from a set that is an attribute.
fn remove_from(vm: &mut Vm, object: &Value, name: &str, item: &Value) -> PyResult<()> {
    if let Value::Set(set) = attr(vm, object, name)? {
        set.remove(vm, item)?;
    }
    Ok(())
}

/// Note in a metadata what belongs to it: sequences and types with `metadata=`.
pub(super) fn belong(vm: &mut Vm, metadata: &Value, list: &str, item: Value) -> PyResult<()> {
    if metadata.is_none() {
        return Ok(());
    }
    let mut known = items(vm, metadata, list)?;
    known.push(item);
    set(metadata, list, Value::list(known));
    Ok(())
}

/// The items of a set or list that is an attribute.
pub(super) fn items(vm: &mut Vm, object: &Value, name: &str) -> PyResult<Vec<Value>> {
    if let Value::Instance(instance) = object
        && matches!(name, "constraints" | "foreign_keys")
        && instance.get(name).is_none()
        && registry::is_a(vm, object, "Column")
    {
        // It would make them when it is asked for them.
        return Ok(Vec::new());
    }
    match attr(vm, object, name)? {
        Value::None => Ok(Vec::new()),
        found => vm.iterate(&found),
    }
}

/// Set an attribute of one of our objects without asking its class.
fn set(object: &Value, name: &str, value: impl Into<Value>) {
    if let Value::Instance(instance) = object {
        instance.set(name, value);
    }
}

/// The error of something that a table or a column cannot hold.
fn not_an_item(vm: &mut Vm, value: &Value) -> PyResult<limbec_python::PyError> {
    let shown = vm.repr(value)?;
    Ok(argument_error(
        vm,
        format!("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {shown}"),
    ))
}

/// `schema.name` or `name`.
pub(super) fn full_name(vm: &mut Vm, table: &Value) -> PyResult<String> {
    let name = attr(vm, table, "name")?;
    let name = name.as_str().unwrap_or_default();
    Ok(match attr(vm, table, "schema")?.as_str() {
        Some(schema) => format!("{schema}.{name}"),
        None => name.to_string(),
    })
}

/// A type object for an argument, `NullType()` for none.
fn type_argument(vm: &mut Vm, value: &Value) -> PyResult {
    types::to_instance(vm, value)
}
