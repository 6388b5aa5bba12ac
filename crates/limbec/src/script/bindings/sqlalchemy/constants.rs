//! The names of the package that are neither classes nor functions.

use limbec_python::Value;

use super::{engine, event, expr, registry};

/// The value of a key, `None` where it is a class, a function or nothing.
pub(super) fn find(key: &str) -> Option<Value> {
    Some(match key {
        "func" | "modifier" => expr::func(),
        "BLANK_SCHEMA" => Value::str("<blank schema>"),
        "RETAIN_SCHEMA" => Value::str("<retain schema>"),
        "NULL_UNSPECIFIED" => Value::Ellipsis,
        "LABEL_STYLE_DEFAULT" | "LABEL_STYLE_DISAMBIGUATE_ONLY" => {
            Value::str("LABEL_STYLE_DISAMBIGUATE_ONLY")
        }
        "LABEL_STYLE_NONE" => Value::str("LABEL_STYLE_NONE"),
        "LABEL_STYLE_TABLENAME_PLUS_COL" => Value::str("LABEL_STYLE_TABLENAME_PLUS_COL"),
        "dialect" | "postgresql.dialect" => Value::Class(engine::dialect_class("postgresql", "")),
        "mysql.dialect" => Value::Class(engine::dialect_class("mysql", "")),
        "sqlite.dialect" => Value::Class(engine::dialect_class("sqlite", "")),
        "listen" => event::listen(),
        "listens_for" => event::listens_for(),
        "remove" => event::remove(),
        "contains" => event::contains(),
        "compiles" => event::compiles(),
        "DDLElement" => Value::Class(registry::class("ExecutableDDLElement")),
        "NullPool"
        | "QueuePool"
        | "StaticPool"
        | "SingletonThreadPool"
        | "AssertionPool"
        | "Pool"
        | "AsyncAdaptedQueuePool" => {
            // Pools are named in env.py and never used: one connection is all a migration has.
            Value::Class(registry::class("Pool"))
        }
        _ => {
            if let Some(name) = key.strip_prefix("functions.") {
                return expr::generic(name);
            }
            return None;
        }
    })
}
