//! `repr()` of types, as SQLAlchemy prints them.

use std::rc::Rc;

use limbec_python::{Class, PyResult, Value, Vm};

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
    let own_constructor = class
        .lookup_with_owner("__init__")
        .is_some_and(|(owner, _)| !owner.is_native());
    match row_of(&class) {
        // What a constructor written in Python takes, SQLAlchemy looks for among the attributes.
        Some(_) if own_constructor => shown = python_arguments(vm, this, &class)?,
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

/// The parameters of a constructor that is written in Python, by the attributes of their names.
fn python_arguments(vm: &mut Vm, this: &Value, class: &Rc<Class>) -> PyResult<Vec<String>> {
    let Some(init) = class.lookup("__init__") else {
        return Ok(Vec::new());
    };
    let code = attr(vm, &init, "__code__")?;
    let names = attr(vm, &code, "co_varnames")?;
    let mut shown = Vec::new();
    if names.is_none() {
        return Ok(shown);
    }
    let count = attr(vm, &code, "co_argcount")?.as_int().unwrap_or(1);
    let count = usize::try_from(count).unwrap_or(1);
    for name in vm.iterate(&names)?.iter().take(count).skip(1) {
        let Some(name) = name.as_str() else { continue };
        let value = attr(vm, this, &name)?;
        if !value.is_none() {
            shown.push(format!("{name}={}", vm.repr(&value)?));
        }
    }
    Ok(shown)
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
