//! `TypeEngine.Comparator`: what a type of a project adds to the expressions of it.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyResult, Value, Vm};

use crate::script::bindings::sqlalchemy::missing;

/// The methods that a comparator may replace an operator by.
const OPERATORS: &[&str] = &[
    "operate", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__add__", "__sub__",
    "__mul__", "__and__", "__or__",
];

/// The class that comparators extend.
pub(in super::super) fn class() -> Rc<Class> {
    ClassBuilder::new("sqlalchemy.sql.type_api", "Comparator")
        .init("expr", |vm, this, bound| {
            let expr = bound.get("expr").clone();
            let of = vm.getattr(&expr, "type")?;
            this.set("expr", expr);
            this.set("type", of);
            Ok(())
        })
        .class_method("__class_getitem__", "item", |_, class, _| {
            Ok(Value::Class(class.clone()))
        })
        .method("__clause_element__", "", |vm, this, _| {
            vm.getattr(&this, "expr")
        })
        .build()
}

/// The comparator of a column's type, where a script made one.
fn of(this: &Value) -> Option<Rc<Class>> {
    let Value::Instance(instance) = this else {
        return None;
    };
    let Some(Value::Instance(of)) = instance.get("type") else {
        return None;
    };
    match of.class().lookup("comparator_factory") {
        Some(Value::Class(class)) => Some(class),
        _ => None,
    }
}

/// An attribute that only the comparator has.
pub(super) fn attribute(vm: &mut Vm, this: &Value, name: &str) -> PyResult<Option<Value>> {
    if let Some(found) = super::json_access::attribute(vm, this, name)? {
        return Ok(Some(found));
    }
    let Some(class) = of(this).filter(|class| class.lookup(name).is_some()) else {
        return Ok(None);
    };
    let made = vm.call(&Value::Class(class), vec![this.clone()], Vec::new())?;
    vm.getattr(&made, name).map(Some)
}

/// Complains where a comparator would write the operator.
pub(super) fn check(vm: &mut Vm, this: &Value) -> PyResult<()> {
    let Some(class) = of(this) else {
        return Ok(());
    };
    let own = OPERATORS
        .iter()
        .find(|name| matches!(class.lookup(name), Some(Value::Function(_))));
    match own {
        Some(name) => Err(missing::unsupported(
            vm,
            &format!("{name} of the comparator {}", class.full_name()),
        )),
        None => Ok(()),
    }
}
