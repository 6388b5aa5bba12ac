//! The exceptions of `psycopg2`, which `error.orig` is on PostgreSQL, and the modules in which scripts find them.
//!
//! Nothing else of the driver is here: connections are opened by `create_engine`.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, Module, ModuleBuilder, PyResult, Value, Vm};
use limbec_sql::ErrorClass;
use limbec_sql::postgres::{error_code, error_name, error_names};

use super::{missing, ranges, registry};

const ROOT: &str = "psycopg2";

/// The module of a dotted name.
pub fn module(dotted: &str) -> Option<Rc<Module>> {
    let builder = ModuleBuilder::new(dotted);
    let builder = match dotted.strip_prefix(ROOT)? {
        "" => builder
            .value("__path__", Value::list(Vec::new()))
            .value("apilevel", Value::str("2.0"))
            .value("paramstyle", Value::str("pyformat"))
            .lazy(|_, name| Ok(Some(below(ROOT, name)))),
        ".errors" => builder
            .function("lookup", "code", |vm, bound| {
                lookup(vm, &bound.str("code")?)
            })
            .lazy(|_, name| Ok(Some(below("psycopg2.errors", name)))),
        ".errorcodes" => builder.lazy(|_, name| Ok(Some(constant(name)))),
        ".extensions" => builder
            .value("ISOLATION_LEVEL_AUTOCOMMIT", Value::Int(0))
            .value("ISOLATION_LEVEL_READ_COMMITTED", Value::Int(1))
            .value("ISOLATION_LEVEL_REPEATABLE_READ", Value::Int(2))
            .value("ISOLATION_LEVEL_SERIALIZABLE", Value::Int(3))
            .lazy(|_, name| Ok(Some(below("psycopg2.extensions", name)))),
        ".extras" | "._range" => {
            let own = dotted.to_owned();
            builder.lazy(move |vm, name| {
                if ranges::DRIVER.contains(&name) {
                    return ranges::driver_class(vm, name).map(Some);
                }
                Ok(Some(below(&own, name)))
            })
        }
        _ => return None,
    };
    Some(builder.build())
}

/// An exception, a module, or what stands for a name that only the driver itself has.
fn below(module_name: &str, name: &str) -> Value {
    let key = format!("{module_name}.{name}");
    class(&key)
        .map(Value::Class)
        .or_else(|| module(&key).map(Value::Module))
        .unwrap_or_else(|| missing::placeholder(&key))
}

/// `psycopg2.errors.lookup("42710")`
fn lookup(vm: &mut Vm, code: &str) -> PyResult {
    let found = error_name(code).and_then(|name| class(&format!("psycopg2.errors.{name}")));
    match found {
        Some(class) => Ok(Value::Class(class)),
        None => Err(vm.raise("KeyError", code)),
    }
}

/// `psycopg2.errorcodes.DUPLICATE_OBJECT`
fn constant(name: &str) -> Value {
    let found = error_names().find(|(_, class)| upper_snake(class) == name);
    match found {
        Some((code, _)) => Value::str(code),
        None => missing::placeholder(&format!("psycopg2.errorcodes.{name}")),
    }
}

/// `DuplicateObject` as `DUPLICATE_OBJECT`.
fn upper_snake(class: &str) -> String {
    let mut out = String::with_capacity(class.len() + 4);
    for c in class.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
    }
    out
}

/// The exception class of a dotted name, always the same object.
pub(super) fn class(key: &str) -> Option<Rc<Class>> {
    let (module, name) = key.rsplit_once('.')?;
    let base = match (module, name) {
        (ROOT, "Error" | "Warning") => return Some(made(key, module, name, None)),
        (ROOT, "DatabaseError" | "InterfaceError") => "psycopg2.Error".to_owned(),
        (ROOT, name) => {
            ErrorClass::from_name(name)?;
            "psycopg2.DatabaseError".to_owned()
        }
        ("psycopg2.extensions", "TransactionRollbackError" | "QueryCanceledError") => {
            "psycopg2.OperationalError".to_owned()
        }
        ("psycopg2.errors", name) => {
            let code = error_code(name)?;
            match code {
                "57014" => "psycopg2.extensions.QueryCanceledError".to_owned(),
                code if code.starts_with("40") => {
                    "psycopg2.extensions.TransactionRollbackError".to_owned()
                }
                code => format!("psycopg2.{}", ErrorClass::of_sqlstate(code).name()),
            }
        }
        _ => return None,
    };
    Some(made(key, module, name, Some(&base)))
}

fn made(key: &str, module: &str, name: &str, base: Option<&str>) -> Rc<Class> {
    registry::shared_class(key, || {
        let base = base
            .and_then(class)
            .unwrap_or_else(|| limbec_python::types().exception("Exception").clone());
        let builder = ClassBuilder::new(module, name).base(&base);
        if name == "Error" {
            // What a server did not say is None.
            return ["pgcode", "pgerror", "cursor"]
                .into_iter()
                .fold(builder, |builder, name| builder.attr(name, Value::None))
                .build();
        }
        builder.build()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_codes() {
        assert_eq!(upper_snake("DuplicateObject"), "DUPLICATE_OBJECT");
        let class = class("psycopg2.errors.DeadlockDetected").unwrap();
        assert_eq!(&*class.name(), "DeadlockDetected");
        assert!(super::class("psycopg2.errors.Nope").is_none());
    }
}
