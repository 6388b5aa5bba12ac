//! Attributes of values that are not objects of classes: functions, methods, properties, slices.

use std::rc::Rc;

use crate::error::PyResult;
use crate::types::Types;
use crate::value::{PyDict, Value};
use crate::vm::Vm;

/// Whether a method is the one of `object` itself.
pub(super) fn is_object_method(types: &Types, name: &str, found: &Value) -> bool {
    match (types.object.dict().get_str(name), found) {
        (Some(Value::Native(own)), Value::Native(found)) => Rc::ptr_eq(&own, found),
        _ => false,
    }
}

pub(super) fn attribute(vm: &mut Vm, object: &Value, name: &str) -> PyResult<Option<Value>> {
    Ok(match object {
        Value::Native(function) => {
            if let Some(value) = function.attrs.get().and_then(|attrs| attrs.get_str(name)) {
                return Ok(Some(value));
            }
            match name {
                "__name__" => Some(Value::Str(function.name.clone())),
                "__qualname__" => Some(Value::Str(function.qualname.clone())),
                "__module__" => Some(Value::str("builtins")),
                "__dict__" => Some(Value::Dict(function.attrs().clone())),
                _ => None,
            }
        }
        Value::BoundMethod(method) => match name {
            "__self__" => Some(method.this.clone()),
            "__func__" => Some(method.function.clone()),
            "__class__" => None,
            _ => {
                let function = method.function.clone();
                vm.getattr_opt(&function, name)?
            }
        },
        Value::Property(property) => match name {
            "fget" => Some(property.get.clone()),
            "fset" => Some(property.set.clone()),
            "fdel" => Some(property.delete.clone()),
            "__doc__" => Some(property.doc.clone()),
            _ => None,
        },
        Value::ClassMethod(inner) | Value::StaticMethod(inner) => match name {
            "__func__" | "__wrapped__" => Some((**inner).clone()),
            "__name__" | "__qualname__" | "__doc__" | "__module__" => {
                let inner = (**inner).clone();
                vm.getattr_opt(&inner, name)?
            }
            _ => None,
        },
        Value::Slice(slice) => match name {
            "start" => Some(slice.start.clone()),
            "stop" => Some(slice.stop.clone()),
            "step" => Some(slice.step.clone()),
            _ => None,
        },
        Value::Range(range) => match name {
            "start" => Some(Value::Int(range.start)),
            "stop" => Some(Value::Int(range.stop)),
            "step" => Some(Value::Int(range.step)),
            _ => None,
        },
        Value::Generator(generator) => match name {
            "__name__" => Some(Value::Str(generator.name.clone())),
            "__qualname__" => Some(Value::Str(generator.qualname.clone())),
            "gi_frame" | "cr_frame" | "ag_frame" => Some(match &*generator.state.borrow() {
                crate::value::iter::GeneratorState::Done => Value::None,
                _ => Value::Instance(vm.types.get("frame").allocate()),
            }),
            "gi_running" | "cr_running" | "ag_running" => Some(Value::Bool(matches!(
                &*generator.state.borrow(),
                crate::value::iter::GeneratorState::Running
            ))),
            _ => None,
        },
        Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => match name {
            "real" | "numerator" => Some(match object {
                Value::Bool(flag) => Value::Int(i64::from(*flag)),
                other => other.clone(),
            }),
            "imag" => Some(Value::Int(0)),
            "denominator" => Some(Value::Int(1)),
            _ => None,
        },
        Value::Float(_) => match name {
            "real" => Some(object.clone()),
            "imag" => Some(Value::Float(0.0)),
            _ => None,
        },
        Value::Module(module) if name == "__dict__" => Some(Value::Dict(module.dict().clone())),
        Value::DictView(view) if name == "mapping" => {
            Some(Value::Dict(Rc::new(PyDict::copy(&view.dict))))
        }
        _ => None,
    })
}
