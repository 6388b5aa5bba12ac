//! Ranges of PostgreSQL as objects: what a driver's answer becomes, and what a statement is given.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::Literal;

use super::util::kw;
use super::values;

/// The names that `psycopg2` has.
pub(super) const DRIVER: &[&str] = &[
    "Range",
    "NumericRange",
    "DateRange",
    "DateTimeRange",
    "DateTimeTZRange",
];

/// A class of the file that declares them.
pub(super) fn class(vm: &mut Vm, name: &str) -> PyResult {
    const MODULE: &str = "_limbec_ranges";
    let module = match vm.import(MODULE) {
        Ok(module) => module,
        Err(_) => Value::Module(vm.run_module(MODULE, "<ranges>", include_str!("ranges.py"))?),
    };
    vm.getattr(&module, name)
}

/// A class of the driver.
pub(super) fn driver_class(vm: &mut Vm, name: &str) -> PyResult {
    class(vm, if name == "Range" { "Raw" } else { name })
}

/// Whether a column of the database has ranges, or arrays of them, by the name that its driver tells.
pub(super) fn is_range(declared: &str) -> bool {
    declared.trim_end_matches("[]").ends_with("range")
}

/// The object of a range, whose bounds the driver has read: that of a column of a range type, or the driver's own.
pub(super) fn value(vm: &mut Vm, literal: &Literal, declared: &str, is_typed: bool) -> PyResult {
    match literal {
        Literal::List(items) => {
            let mut made = Vec::with_capacity(items.len());
            for item in items {
                made.push(value(vm, item, declared, is_typed)?);
            }
            Ok(Value::list(made))
        }
        Literal::Tuple(parts) => {
            let [lower, upper, Literal::Str(bounds)] = parts.as_slice() else {
                return values::value(vm, literal);
            };
            let class = if is_typed {
                class(vm, "Range")?
            } else {
                driver_class(
                    vm,
                    match declared.trim_end_matches("[]") {
                        "daterange" => "DateRange",
                        "tsrange" => "DateTimeRange",
                        "tstzrange" => "DateTimeTZRange",
                        _ => "NumericRange",
                    },
                )?
            };
            let ends = vec![values::value(vm, lower)?, values::value(vm, upper)?];
            let options = match bounds.as_str() {
                "" => kw([("empty", Value::Bool(true))]),
                bounds => kw([("bounds", Value::str(bounds))]),
            };
            vm.call(&class, ends, options)
        }
        other => values::value(vm, other),
    }
}

/// The text of a range that a statement is given, `None` for anything else.
pub(super) fn text(vm: &mut Vm, given: &Value) -> PyResult<Option<String>> {
    let class = vm.class_of(given);
    let is_range = class.mro().iter().any(|class| {
        let name = class.full_name();
        name == "psycopg2._range.Range" || name == "sqlalchemy.dialects.postgresql.ranges.Range"
    });
    if !is_range {
        return Ok(None);
    }
    let text = vm.call_method(given, "_sql_text", Vec::new())?;
    Ok(text.as_str().map(|text| text.to_string()))
}
