//! From the inspector's answers to Python values.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{Expr, OptionValue};
use limbec_sql::inspect::{Answer, ReflectedDomain, ReflectedEnum};

use super::super::super::util::kw;
use super::super::super::{expr, registry, types};

/// The value of an answer. The dialect says whose type classes stand for the types.
pub(super) fn value(vm: &mut Vm, answer: Answer, dialect: &str) -> PyResult {
    Ok(match answer {
        Answer::None => Value::None,
        Answer::Bool(flag) => Value::Bool(flag),
        Answer::Int(number) => Value::Int(number),
        Answer::Str(text) => Value::str(text),
        Answer::Type(found) => types::reflected_type(vm, &found, dialect)?,
        Answer::Option(found) => option(&found),
        Answer::List(items) => Value::list(values(vm, items, dialect)?),
        Answer::Tuple(items) => Value::tuple(values(vm, items, dialect)?),
        Answer::Map(pairs) => {
            let mut made = Vec::new();
            for (key, item) in pairs {
                made.push((key, value(vm, item, dialect)?));
            }
            Value::dict(made)
        }
    })
}

fn values(vm: &mut Vm, items: Vec<Answer>, dialect: &str) -> PyResult<Vec<Value>> {
    items
        .into_iter()
        .map(|item| value(vm, item, dialect))
        .collect()
}

/// The value of a dialect's option.
pub(in super::super::super) fn option(value: &OptionValue) -> Value {
    match value {
        OptionValue::None => Value::None,
        OptionValue::Bool(flag) => Value::Bool(*flag),
        OptionValue::Int(number) => Value::Int(*number),
        OptionValue::Str(text) => Value::str(text),
        OptionValue::Expr(Expr::Text(clause)) => expr::text_clause(clause.clone()),
        OptionValue::Expr(found) => expr::wrap(found.clone()),
        OptionValue::List(items) => Value::list(items.iter().map(option).collect()),
        OptionValue::Map(items) => Value::dict(
            items
                .iter()
                .map(|(name, item)| (name.as_str(), option(item))),
        ),
    }
}

pub(super) fn enum_type(found: &ReflectedEnum) -> Answer {
    Answer::map([
        ("name", Answer::str(&found.name)),
        ("schema", Answer::str(&found.schema)),
        ("visible", Answer::Bool(found.visible)),
        ("labels", Answer::strings(&found.labels)),
    ])
}

pub(super) fn domain(found: &ReflectedDomain) -> Answer {
    let constraints = found.constraints.iter().map(|(name, check)| {
        Answer::map([("name", Answer::str(name)), ("check", Answer::str(check))])
    });
    Answer::map([
        ("name", Answer::str(&found.name)),
        ("schema", Answer::str(&found.schema)),
        ("visible", Answer::Bool(found.visible)),
        ("type", Answer::str(&found.base_type)),
        ("nullable", Answer::Bool(found.nullable)),
        ("default", Answer::opt_str(found.default.as_ref())),
        ("constraints", Answer::List(constraints.collect())),
        ("collation", Answer::opt_str(found.collation.as_ref())),
    ])
}

/// `sqlalchemy.util.warn(message)`
pub(in super::super::super) fn warn(vm: &mut Vm, message: &str) -> PyResult<()> {
    let module = vm.import("warnings")?;
    let function = vm.getattr(&module, "warn")?;
    let category = Value::Class(registry::class("SAWarning"));
    let args = vec![Value::str(message), category];
    vm.call(&function, args, kw([("stacklevel", Value::Int(1))]))?;
    Ok(())
}
