//! `TypeDecorator`, and types that a script compiles itself (`@compiles`).

use std::cell::Cell;
use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, PyError, PyResult, Value, Vm, native_fn};
use limbec_schema::{DecoratedType, SqlType, UserType};

use super::super::util::attr;
use super::super::{compiler, exc, registry};
use super::{convert, dialect_object, hooks, sql_type};

/// The dialects whose answer `load_dialect_impl` is asked for where no connection says which.
const DIALECTS: &[&str] = &["sqlite", "postgresql", "mysql", "mariadb"];

thread_local! {
    /// How many decorators are being asked; one that asks itself ends in an error, not in a loop.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// The methods of `TypeDecorator`.
pub(super) fn methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .attr("cache_ok", Value::None)
        .init("*args, **kwargs", |vm, this, bound| {
            let this_value = Value::Instance(this.clone());
            let Some(base) = this.class().lookup("impl") else {
                // The bytes of a pickle need no type of their own.
                if registry::is_a(vm, &this_value, "PickleType") {
                    return Ok(());
                }
                return Err(vm.raise(
                    "AttributeError",
                    "TypeDecorator implementations require a class-level variable 'impl' which \
                     refers to the class of type being decorated",
                ));
            };
            let inner = match &base {
                Value::Class(class) => {
                    vm.instantiate(class, bound.varargs().to_vec(), bound.kwargs().to_vec())?
                }
                other => convert::to_instance(vm, other)?,
            };
            vm.setattr(&this_value, "impl", inner)?;
            Ok(())
        })
        .method("process_bind_param", "value, dialect", |vm, _, _| {
            Err(vm.raise("NotImplementedError", ""))
        })
        .method("process_result_value", "value, dialect", |vm, _, _| {
            Err(vm.raise("NotImplementedError", ""))
        })
        .method("load_dialect_impl", "dialect", |vm, this, _| {
            inner(vm, &this)
        })
        .method("type_engine", "dialect", |vm, this, bound| {
            let dialect = bound.get("dialect").clone();
            vm.call_method(&this, "load_dialect_impl", vec![dialect])
        })
        .method("coerce_compared_value", "op, value", |_, this, _| Ok(this))
        .property("impl_instance", |vm, this| inner(vm, &this))
        .getattr(|vm, this, name| {
            if name.starts_with('_') || name == "impl" {
                return Ok(None);
            }
            let inner = inner(vm, this)?;
            if inner.is_none() {
                return Ok(None);
            }
            vm.getattr_opt(&inner, name)
        })
}

/// What a decorator stands for.
fn inner(vm: &mut Vm, this: &Value) -> PyResult {
    let Value::Instance(instance) = this else {
        return Ok(Value::None);
    };
    if let Some(inner) = instance.get("impl") {
        return Ok(inner);
    }
    // A class whose own constructor does not call that of TypeDecorator still has `impl`.
    match instance.class().lookup("impl") {
        Some(base) => convert::to_instance(vm, &base),
        None => Ok(Value::None),
    }
}

/// A decorator, resolved to what it stands for on each dialect.
pub(super) fn decorated(vm: &mut Vm, this: &Value, class: &Rc<Class>) -> PyResult<SqlType> {
    if DEPTH.with(Cell::get) > 50 {
        return Err(vm.raise("RecursionError", "maximum recursion depth exceeded"));
    }
    DEPTH.with(|depth| depth.set(depth.get() + 1));
    let result = resolve(vm, this, class);
    DEPTH.with(|depth| depth.set(depth.get() - 1));
    result
}

fn resolve(vm: &mut Vm, this: &Value, class: &Rc<Class>) -> PyResult<SqlType> {
    let inner = inner(vm, this)?;
    let base = sql_type(vm, &inner)?;
    let mut by_dialect = Vec::new();
    let overridden = class
        .lookup_with_owner("load_dialect_impl")
        .is_some_and(|(owner, _)| !owner.is_native());
    if overridden {
        let running = compiler::running();
        for name in DIALECTS {
            // A method may refuse the dialects that its project does not use.
            if running.as_deref().is_some_and(|running| running != *name) {
                continue;
            }
            let answer = vm.call_method(this, "load_dialect_impl", vec![dialect_object(name)]);
            let answer = match answer {
                Err(PyError::Exception(_)) if running.is_none() => continue,
                other => other?,
            };
            let found = if answer.is(this) {
                base.clone()
            } else {
                sql_type(vm, &answer)?
            };
            if found != base {
                by_dialect.push(((*name).to_owned(), found));
            }
        }
    }
    Ok(SqlType::Decorated(DecoratedType {
        class_name: super::shown_name(class),
        repr: vm.repr(this)?.to_string(),
        base: Box::new(base),
        by_dialect,
    }))
}

/// What a script's function makes of a type.
fn compiled(
    vm: &mut Vm,
    this: &Value,
    class: &Rc<Class>,
    own: &SqlType,
    dialect: &str,
    function: &Value,
) -> PyResult<SqlType> {
    let compiler = compiler::object(dialect, Some(own.clone()));
    let text = vm.call(function, vec![this.clone(), compiler], Vec::new())?;
    Ok(SqlType::User(UserType {
        spec: vm.str(&text)?.to_string(),
        class_name: super::shown_name(class),
        repr: None,
    }))
}

/// `type.dialect_impl(dialect)`
pub(super) fn dialect_impl(vm: &mut Vm, this: &Value, dialect: &Value) -> PyResult {
    let name = attr(vm, dialect, "name")?.as_str().unwrap_or_default();
    if let Value::Dict(variants) = attr(vm, this, convert::VARIANTS)?
        && let Some(variant) = variants.get_str(&name)
    {
        return Ok(variant);
    }
    if registry::is_a(vm, this, "TypeDecorator") {
        return vm.call_method(this, "load_dialect_impl", vec![dialect.clone()]);
    }
    Ok(this.clone())
}

/// A type of a class that a script compiles itself on some dialects.
pub(super) fn compiled_by_hooks(
    vm: &mut Vm,
    this: &Value,
    class: &Rc<Class>,
    hooks: &[(String, Value)],
) -> PyResult<SqlType> {
    let own = convert::plain(vm, this, class)?;
    let mut base = own.clone();
    let mut by_dialect = Vec::new();
    if let Some(running) = compiler::running() {
        // Only what is asked for is compiled: a function for another dialect may refuse.
        if let Some(function) = hooks::for_dialect(hooks, &running) {
            base = compiled(vm, this, class, &own, &running, &function)?;
        }
    } else {
        for (dialect, function) in hooks {
            let name = if dialect.is_empty() {
                "default"
            } else {
                dialect
            };
            let made = match compiled(vm, this, class, &own, name, function) {
                // Nobody has asked for that dialect yet.
                Err(PyError::Exception(_)) => continue,
                other => other?,
            };
            if dialect.is_empty() {
                base = made;
            } else {
                by_dialect.push((dialect.clone(), made));
            }
        }
    }
    Ok(SqlType::Decorated(DecoratedType {
        class_name: super::shown_name(class),
        repr: vm.repr(this)?.to_string(),
        base: Box::new(base),
        by_dialect,
    }))
}

/// `compiler.visit_JSON(type)`: the DDL of the type on the compiler's dialect.
pub(in super::super) fn compiler_attribute(
    vm: &mut Vm,
    this: &Value,
    name: &str,
) -> PyResult<Option<Value>> {
    if name != "process" && !name.starts_with("visit_") {
        return Ok(None);
    }
    let dialect = attr(vm, this, "dialect")?;
    let dialect = attr(vm, &dialect, "name")?.as_str().unwrap_or_default();
    let visited = name.strip_prefix("visit_").map(str::to_owned);
    Ok(Some(native_fn(name, "type_, **kw", move |vm, bound| {
        let type_value = bound.get("type_").clone();
        let class = vm.class_of(&type_value);
        // The script's own function must not be asked again.
        let found = match visited.as_deref().and_then(by_visit_name) {
            Some(found) => found,
            None => convert::plain(vm, &type_value, &class)?,
        };
        let Some(dialect) = limbec_sql::dialect(&dialect) else {
            return Ok(Value::opt_str(super::default_text(&found)));
        };
        match dialect.type_ddl(&found) {
            Ok(text) => Ok(Value::str(text)),
            Err(error) => Err(exc::compile_error(vm, &error)),
        }
    })))
}

/// The plain type that a `visit_` method writes where it needs no arguments.
fn by_visit_name(name: &str) -> Option<SqlType> {
    use limbec_schema::{JsonType, StringName, StringType};
    Some(match name {
        "JSON" => SqlType::Json(JsonType {
            binary: false,
            dialect: None,
            none_as_null: false,
        }),
        "TEXT" | "text" => SqlType::String(StringType {
            name: StringName::ExactText,
            length: None,
            collation: None,
        }),
        _ => return None,
    })
}

/// A Python value on its way to a column of this type, by `process_bind_param` where the type has
/// one.
pub(in super::super) fn bind_processed(
    vm: &mut Vm,
    type_value: &Value,
    value: Value,
    dialect: &str,
) -> PyResult {
    if !overrides(type_value, "process_bind_param") {
        return Ok(value);
    }
    vm.call_method(
        type_value,
        "process_bind_param",
        vec![value, dialect_object(dialect)],
    )
}

/// What a decorator stands for on a dialect.
pub(in super::super) fn implementation(vm: &mut Vm, this: &Value, dialect: &str) -> PyResult {
    let found = vm.call_method(this, "load_dialect_impl", vec![dialect_object(dialect)])?;
    if found.is(this) {
        inner(vm, this)
    } else {
        convert::to_instance(vm, &found)
    }
}

/// A Python value on its way to a column of a `UserDefinedType`, by its `bind_processor` where it
/// has one.
pub(in super::super) fn user_processed(vm: &mut Vm, type_value: &Value, value: Value) -> PyResult {
    if !overrides(type_value, "bind_processor") {
        return Ok(value);
    }
    let dialect = compiler::running().unwrap_or_else(|| "default".to_owned());
    let processor = vm.call_method(type_value, "bind_processor", vec![dialect_object(&dialect)])?;
    if processor.is_none() {
        return Ok(value);
    }
    vm.call(&processor, vec![value], Vec::new())
}

/// A value that came from a column of this type, by `process_result_value` where the type has one.
pub(in super::super) fn result_processed(
    vm: &mut Vm,
    type_value: &Value,
    value: Value,
    dialect: &str,
) -> PyResult {
    if !overrides(type_value, "process_result_value") {
        return Ok(value);
    }
    vm.call_method(
        type_value,
        "process_result_value",
        vec![value, dialect_object(dialect)],
    )
}

fn overrides(type_value: &Value, method: &str) -> bool {
    let Value::Instance(instance) = type_value else {
        return false;
    };
    let class = instance.class();
    !class.is_native()
        && class
            .lookup_with_owner(method)
            .is_some_and(|(owner, _)| !owner.is_native())
}
