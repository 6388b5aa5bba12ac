//! Operations that scripts add: `Operations.register_operation` and `implementation_for`.

use std::rc::Rc;

use limbec_python::{Args, Class, ClassBuilder, PyResult, Value, Vm, native_fn, raw_fn};

use super::super::state::Alembic;
use super::operations;

/// Add both class methods.
pub(super) fn class_methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .class_method(
            "register_operation",
            "name, sourcename=None",
            |vm, class, bound| {
                let name = bound.str("name")?;
                let source = match bound.opt_str("sourcename")? {
                    Some(source) => source,
                    None => name.clone(),
                };
                let class = class.clone();
                let _ = vm;
                Ok(native_fn("register", "op_cls", move |vm, bound| {
                    register(vm, &class, &name, &source, bound.get("op_cls"))
                }))
            },
        )
        .class_method(
            "implementation_for",
            "op_cls, replace=False",
            |_, _, bound| {
                let target = bound.get("op_cls").clone();
                let replace = bound.bool("replace")?;
                Ok(native_fn("decorate", "fn", move |vm, bound| {
                    implement(vm, &target, replace, bound.get("fn"))
                }))
            },
        )
}

/// `op.<name>(...)` becomes `op_cls.<source>(operations, ...)`.
fn register(
    vm: &mut Vm,
    class: &Rc<Class>,
    name: &Rc<str>,
    source: &Rc<str>,
    op_class: &Value,
) -> PyResult {
    // The method must exist when it is registered, as Alembic reads its signature then.
    vm.getattr(op_class, source)?;
    let (source, target) = (source.clone(), op_class.clone());
    let method =
        limbec_python::native::native_method(name, "*args, **kw", move |vm, this, bound| {
            let function = vm.getattr(&target, &source)?;
            let mut pos = vec![this];
            pos.extend(bound.varargs().iter().cloned());
            vm.call_args(&function, Args::new(pos, bound.kwargs().to_vec()))
        });
    vm.setattr(&Value::Class(class.clone()), name, method)?;
    Ok(op_class.clone())
}

fn implement(vm: &mut Vm, target: &Value, replace: bool, function: &Value) -> PyResult {
    let Value::Class(class) = target else {
        return Err(vm.raise("TypeError", "op_cls must be a class"));
    };
    let state = Alembic::of(vm);
    let taken = state.implementation(class).is_some()
        || operations::default_implementation(&state, class).is_some();
    if taken && !replace {
        let shown = vm.repr(target)?;
        return Err(vm.raise(
            "ValueError",
            format!(
                "Can not set dispatch function for object {shown}: key already exists. To replace \
                 existing function, use replace=True."
            ),
        ));
    }
    state.register(class, function.clone());
    Ok(function.clone())
}

/// The module `alembic.operations.toimpl`: the implementations under their own names.
pub fn toimpl(vm: &Vm, name: &str) -> Option<Value> {
    let state = Alembic::of(vm);
    let directive = super::DIRECTIVES.iter().find(|d| d.name == name)?;
    let class = state.class(directive.class);
    operations::default_implementation(&state, &class)
}

/// A function of the module `alembic.op` that stands for a method of whatever `op` is then.
pub(super) fn proxy(name: &str) -> Value {
    let method: Rc<str> = Rc::from(name);
    raw_fn(name, move |vm, args| {
        let operations = Alembic::of(vm).operations(vm, &method)?;
        let function = vm.getattr(&operations, &method)?;
        vm.call_args(&function, args)
    })
}
