//! `func`, and what function objects can do.

use std::rc::Rc;

use limbec_python::{ClassBuilder, PyResult, Value, Vm, native_fn};
use limbec_schema::build::{self, Operand};
use limbec_schema::{Expr, FunctionCall, FunctionName};

use super::{construct, node, operators, wrap};
use crate::script::bindings::sqlalchemy::util::{attr, attr_str, make, quote_of};
use crate::script::bindings::sqlalchemy::{
    compiler, convert, missing, registry, select, types, values,
};

/// The names before the next one: `func.pg_catalog.lower`.
struct Path(Vec<FunctionName>);

/// `sqlalchemy.func`
pub(in super::super) fn func() -> Value {
    generator(Vec::new())
}

fn generator(path: Vec<FunctionName>) -> Value {
    let instance = make("_FunctionGenerator");
    instance.set_payload(Rc::new(Path(path)));
    Value::Instance(instance)
}

/// The class of `func`: an attribute is the next name, a call makes the function.
pub(super) fn generator_class(builder: ClassBuilder) -> ClassBuilder {
    builder
        .getattr(|_, this, name| {
            if name.starts_with("__") {
                return Ok(None);
            }
            let mut path = this
                .payload::<Path>()
                .map_or_else(Vec::new, |path| path.0.clone());
            // A trailing underscore only keeps Python's own words apart: `func.and_` is `and`.
            let name = name.strip_suffix('_').unwrap_or(name);
            path.push(FunctionName {
                name: name.to_owned(),
                quote: None,
            });
            Ok(Some(generator(path)))
        })
        .method("__call__", "*args, **kwargs", |vm, this, bound| {
            let mut path = this
                .payload::<Path>()
                .map_or_else(Vec::new, |path| path.0.clone());
            let Some(last) = path.pop() else {
                return Err(vm.raise("TypeError", "func() needs the name of a function"));
            };
            make_call(vm, path, last, bound.varargs(), bound.kwargs())
        })
}

/// The class `FunctionElement`, which scripts extend with functions of their own.
pub(super) fn element(builder: ClassBuilder) -> ClassBuilder {
    builder
        .init("*clauses", |vm, this, bound| {
            let mut items = Vec::new();
            for clause in bound.varargs() {
                items.push(wrap(super::argument(vm, clause)?));
            }
            this.set("_limbec_clauses", Value::list(items));
            Ok(())
        })
        .property("clauses", |vm, this| {
            Ok(compiler::clauses(attr(vm, &this, "_limbec_clauses")?))
        })
}

/// A call of a function by its name.
pub(super) fn call(
    vm: &mut Vm,
    packages: &[&str],
    name: &str,
    args: &[Value],
    kwargs: &[(Rc<str>, Value)],
) -> PyResult {
    let named = |name: &str| FunctionName {
        name: name.to_owned(),
        quote: None,
    };
    let packages = packages.iter().map(|name| named(name)).collect();
    make_call(vm, packages, named(name), args, kwargs)
}

/// `Function(name, *args)`: the class itself, called by a script.
pub(super) fn from_class(
    vm: &mut Vm,
    name: &Value,
    args: &[Value],
    kwargs: &[(Rc<str>, Value)],
) -> PyResult {
    let text = name.as_str().unwrap_or_default();
    let last = FunctionName {
        name: text.to_string(),
        quote: quote_of(name),
    };
    make_call(vm, Vec::new(), last, args, kwargs)
}

fn make_call(
    vm: &mut Vm,
    packages: Vec<FunctionName>,
    name: FunctionName,
    args: &[Value],
    kwargs: &[(Rc<str>, Value)],
) -> PyResult {
    if let Some(problem) = special(vm, &packages, &name, args)? {
        return Ok(problem);
    }
    let mut converted = Vec::new();
    for arg in args {
        missing::check(vm, arg)?;
        let value = if let Some(select) = select::select_of(arg) {
            Operand::Expr(Expr::Subquery(Box::new(select)))
        } else if super::is_sql(vm, arg)? {
            Operand::Expr(convert::expr(vm, arg)?)
        } else {
            Operand::Value(values::literal(vm, arg)?)
        };
        converted.push(build::function_arg(&name.name, value));
    }
    if converted.is_empty() && name.name.eq_ignore_ascii_case("count") {
        converted.push(Expr::Star(None));
    }
    let mut type_value = None;
    for (keyword, value) in kwargs {
        match &**keyword {
            "type_" => type_value = Some(types::to_instance(vm, value)?),
            other => {
                return Err(missing::unsupported(
                    vm,
                    &format!("the keyword '{other}' of func.{}()", name.name),
                ));
            }
        }
    }
    let sql_type = match &type_value {
        Some(type_value) => types::sql_type(vm, type_value)?,
        None if packages.is_empty() => build::function_type(&name.name, &converted),
        None => limbec_schema::SqlType::Null,
    };
    let shown = name.name.clone();
    let made = wrap(Expr::Function(FunctionCall {
        packages,
        name,
        args: converted,
        sql_type,
        filter: Vec::new(),
        within_group: Vec::new(),
    }));
    if let Value::Instance(instance) = &made {
        instance.set("name", Value::str(shown));
        if let Some(type_value) = type_value {
            instance.set("type", type_value);
        }
    }
    Ok(made)
}

/// `func.cast(x, type)` is CAST; `func.next_value(sequence)` is the next value of a sequence.
fn special(
    vm: &mut Vm,
    packages: &[FunctionName],
    name: &FunctionName,
    args: &[Value],
) -> PyResult<Option<Value>> {
    if !packages.is_empty() {
        return Ok(None);
    }
    match (name.name.to_ascii_lowercase().as_str(), args) {
        ("cast", [value, type_]) if types::is_type(vm, type_) => {
            operators::cast(vm, value, type_, false).map(Some)
        }
        ("next_value", [sequence]) if registry::is_a(vm, sequence, "Sequence") => {
            next_value(vm, sequence).map(Some)
        }
        _ => Ok(None),
    }
}

/// `sequence.next_value()`
pub(in super::super) fn next_value(vm: &mut Vm, sequence: &Value) -> PyResult {
    Ok(wrap(Expr::NextValue {
        name: attr_str(vm, sequence, "name")?.unwrap_or_default(),
        schema: attr_str(vm, sequence, "schema")?,
    }))
}

/// The functions that have a class of their own in SQLAlchemy.
const GENERIC: &[&str] = &[
    "aggregate_strings",
    "array_agg",
    "char_length",
    "coalesce",
    "concat",
    "count",
    "cube",
    "cume_dist",
    "current_date",
    "current_time",
    "current_timestamp",
    "current_user",
    "dense_rank",
    "grouping_sets",
    "localtime",
    "localtimestamp",
    "max",
    "min",
    "mode",
    "now",
    "percent_rank",
    "percentile_cont",
    "percentile_disc",
    "random",
    "rank",
    "rollup",
    "session_user",
    "sum",
    "sysdate",
    "user",
];

/// `<sqlalchemy.sql.functions.now at 0x7f0000000000; now>`: the class, an address, which is chance, and the name.
fn shown(this: &Value) -> String {
    let (name, class) = match node(this) {
        Some(Expr::Function(call)) => {
            let name = call.name.name;
            let lower = name.to_ascii_lowercase();
            let known = call.packages.is_empty() && GENERIC.contains(&lower.as_str());
            if known {
                (lower.clone(), lower)
            } else {
                (name, "Function".to_owned())
            }
        }
        _ => (String::new(), "Function".to_owned()),
    };
    format!("<sqlalchemy.sql.functions.{class} at 0x7f0000000000; {name}>")
}

/// The methods of function objects.
pub(super) fn methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .new_object("name, *args, **kwargs", |vm, _, bound| {
            from_class(vm, bound.at(0), bound.varargs(), bound.kwargs())
        })
        .method("__repr__", "", |_, this, _| Ok(Value::str(shown(&this))))
        .method("filter", "*criterion", |vm, this, bound| {
            filter(vm, &this, bound.varargs())
        })
        .method("within_group", "*order_by", |vm, this, bound| {
            within_group(vm, &this, bound.varargs())
        })
        .method("as_comparison", "left_index, right_index", |vm, _, _| {
            Err(missing::unsupported(vm, "Function.as_comparison()"))
        })
        .method(
            "alias",
            "name=None, joins_implicitly=False",
            |vm, this, bound| {
                select::function_alias(vm, &this, bound.get("name"), &[], &Value::None)
            },
        )
        .method(
            "table_valued",
            "*expr, with_ordinality=None, joins_implicitly=False, name=None",
            |vm, this, bound| {
                let ordinality = bound.get("with_ordinality").clone();
                let name = bound.get("name").clone();
                select::function_alias(vm, &this, &name, bound.varargs(), &ordinality)
            },
        )
        .method(
            "column_valued",
            "name=None, joins_implicitly=False",
            |vm, this, bound| select::column_valued(vm, &this, bound.get("name")),
        )
        .method("scalar_table_valued", "name, type_=None", |vm, _, _| {
            Err(missing::unsupported(vm, "Function.scalar_table_valued()"))
        })
        .method("select", "", |vm, this, _| {
            select::select_from_values(vm, &[this])
        })
        .property("clauses", |_, this| {
            let list = match node(&this) {
                Some(Expr::Function(call)) => call.args.into_iter().map(wrap).collect(),
                _ => Vec::new(),
            };
            Ok(Value::list(list))
        })
}

/// `func.count().filter(...)`
pub(super) fn filter(vm: &mut Vm, this: &Value, criterion: &[Value]) -> PyResult {
    let conditions = construct::conditions(vm, criterion)?;
    match node(this) {
        Some(Expr::Function(mut call)) => {
            call.filter.extend(conditions);
            Ok(keep_name(vm, this, wrap(Expr::Function(call)))?)
        }
        _ => Err(vm.raise("AttributeError", "only functions have filter()")),
    }
}

/// `func.percentile_cont(0.5).within_group(...)`
pub(super) fn within_group(vm: &mut Vm, this: &Value, order_by: &[Value]) -> PyResult {
    let mut list = Vec::new();
    for item in order_by {
        list.extend(operators::expressions(vm, item)?);
    }
    match node(this) {
        Some(Expr::Function(mut call)) => {
            call.within_group = list;
            Ok(keep_name(vm, this, wrap(Expr::Function(call)))?)
        }
        _ => Err(vm.raise("AttributeError", "only functions have within_group()")),
    }
}

fn keep_name(vm: &mut Vm, old: &Value, new: Value) -> PyResult {
    if let Value::Instance(instance) = &new {
        let name = attr(vm, old, "name")?;
        instance.set("name", name);
    }
    Ok(new)
}

/// The classes of `sqlalchemy.sql.functions`: `count()`, `now()`, `coalesce(a, b)`.
pub(in super::super) fn generic(name: &str) -> Option<Value> {
    if !build::is_generic_function(name) {
        return None;
    }
    let own = name.to_owned();
    Some(native_fn(name, "*args, **kwargs", move |vm, bound| {
        call(vm, &[], &own, bound.varargs(), bound.kwargs())
    }))
}
