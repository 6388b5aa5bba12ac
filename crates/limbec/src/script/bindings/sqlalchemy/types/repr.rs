//! `repr()` of types, as SQLAlchemy prints them.

use limbec_python::{PyResult, Value, Vm};

use super::super::registry;
use super::super::util::attr;
use super::{Kind, row_of};

/// The parameters of a signature with the text of their defaults.
pub(super) fn params(signature: &'static str) -> Vec<(&'static str, Option<&'static str>)> {
    signature
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty() && *part != "*" && *part != "/")
        .map(|part| match part.split_once('=') {
            Some((name, default)) => (name.trim(), Some(default.trim())),
            None => (part, None),
        })
        .collect()
}

/// `String(length=50)`
pub(super) fn repr(vm: &mut Vm, this: &Value) -> PyResult<String> {
    let class = vm.class_of(this);
    let mut shown = Vec::new();
    match row_of(&class) {
        Some(row) if row.kind == Kind::Enum => shown = enum_arguments(vm, this, row.key)?,
        Some(row) => {
            for (name, default) in params(row.repr.or(row.init).unwrap_or("")) {
                argument(vm, this, name, default, &mut shown)?;
            }
        }
        None => {}
    }
    if registry::is_a(vm, this, "TypeDecorator") && !class.is_native() {
        shown = decorator_arguments(vm, this)?;
    }
    Ok(format!("{}({})", class.name(), shown.join(", ")))
}

fn argument(
    vm: &mut Vm,
    this: &Value,
    name: &str,
    default: Option<&str>,
    shown: &mut Vec<String>,
) -> PyResult<()> {
    if let Some(name) = name.strip_prefix('*') {
        let values = attr(vm, this, name)?;
        for value in vm.iterate(&values)? {
            shown.push(vm.repr(&value)?.to_string());
        }
        return Ok(());
    }
    let value = attr(vm, this, name)?;
    match default {
        None => shown.push(vm.repr(&value)?.to_string()),
        Some(default) => {
            let text = vm.repr(&value)?;
            if *text != *default {
                shown.push(format!("{name}={text}"));
            }
        }
    }
    Ok(())
}

/// A decorator shows the arguments of what it stands for.
fn decorator_arguments(vm: &mut Vm, this: &Value) -> PyResult<Vec<String>> {
    let inner = attr(vm, this, "impl")?;
    let text = vm.repr(&inner)?;
    let Some((_, rest)) = text.split_once('(') else {
        return Ok(Vec::new());
    };
    let inside = rest.strip_suffix(')').unwrap_or(rest);
    Ok(if inside.is_empty() {
        Vec::new()
    } else {
        vec![inside.to_owned()]
    })
}

fn enum_arguments(vm: &mut Vm, this: &Value, key: &str) -> PyResult<Vec<String>> {
    let mut shown = Vec::new();
    let enums = attr(vm, this, "enums")?;
    for value in vm.iterate(&enums)? {
        shown.push(vm.repr(&value)?.to_string());
    }
    let names: &[(&str, &str)] = if key == "mysql.ENUM" {
        &[("charset", "None"), ("collation", "None")]
    } else {
        &[
            ("name", "None"),
            ("schema", "None"),
            ("inherit_schema", "False"),
            ("native_enum", "True"),
            ("create_constraint", "False"),
        ]
    };
    for (name, default) in names {
        argument(vm, this, name, Some(default), &mut shown)?;
    }
    let longest = vm
        .iterate(&enums)?
        .iter()
        .filter_map(|value| value.as_str())
        .map(|text| text.chars().count())
        .max()
        .unwrap_or(0);
    let length = attr(vm, this, "length")?;
    if key == "Enum"
        && let Some(length) = length.as_int()
        && usize::try_from(length) != Ok(longest)
    {
        shown.push(format!("length={length}"));
    }
    Ok(shown)
}
