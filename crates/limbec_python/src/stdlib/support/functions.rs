//! What functions and classes are made of, for `inspect`, `typing` and `abc`.

use std::rc::Rc;

use crate::builtins::union;
use crate::error::PyResult;
use crate::native::ModuleBuilder;
use crate::value::{Class, Function, PySet, Value};
use crate::vm::Vm;

pub(super) fn add(builder: ModuleBuilder) -> ModuleBuilder {
    builder
        // The parameters of a Python function: name, kind and, in a tuple, the default.
        .function("parameters", "function", |_, a| {
            Ok(match a.at(0) {
                Value::Function(function) => Value::list(parameters(function)),
                _ => Value::None,
            })
        })
        // "function", "generator", "coroutine" or "async_generator"; `None` for what is no Python function.
        .function("kind", "function", |_, a| {
            use crate::ir::CodeKind;
            Ok(match a.at(0) {
                Value::Function(function) => Value::str(match function.code.kind {
                    CodeKind::Generator => "generator",
                    CodeKind::Coroutine => "coroutine",
                    CodeKind::AsyncGenerator => "async_generator",
                    _ => "function",
                }),
                _ => Value::None,
            })
        })
        // File, first line and text of a Python function.
        .function("source", "function", |_, a| {
            Ok(match a.at(0) {
                Value::Function(function) => {
                    let code = &function.code;
                    Value::tuple(vec![
                        Value::Str(code.file.path().clone()),
                        Value::Int(i64::from(code.file.line(code.span.start))),
                        Value::str(code.file.slice(code.span)),
                    ])
                }
                _ => Value::None,
            })
        })
        .function("evaluate", "text, module", |vm, a| {
            let text = a.str("text")?;
            match a.get("module").clone() {
                Value::Module(module) => vm.eval_text(&text, &module),
                _ => Err(vm.unsupported("evaluating an annotation without its module")),
            }
        })
        .function("alias", "origin, args", |_, a| {
            Ok(union::alias(a.at(0).clone(), a.at(1)))
        })
        .function("union", "a, b", |vm, a| {
            Ok(union::make(vm, a.at(0), a.at(1)))
        })
        .function("types", "", |vm, _| Ok(types(vm)))
        // The names that a class must have and does not define, as a frozenset.
        .function("abstract_methods", "cls", |vm, a| match a.at(0) {
            Value::Class(class) => abstract_methods(vm, &class.clone()),
            _ => Ok(Value::None),
        })
}

fn abstract_methods(vm: &mut Vm, class: &Rc<Class>) -> PyResult {
    let mut left = Vec::new();
    for (name, value) in class.dict().items() {
        if is_abstract(vm, &value)? {
            left.push(name);
        }
    }
    for base in class.bases() {
        let Some(inherited) = base.lookup("__abstractmethods__") else {
            continue;
        };
        for name in vm.iterate(&inherited)? {
            let found = name.as_str().and_then(|name| class.lookup(&name));
            if let Some(found) = found
                && is_abstract(vm, &found)?
            {
                left.push(name);
            }
        }
    }
    Ok(Value::FrozenSet(Rc::new(PySet::from_items(vm, left)?)))
}

fn is_abstract(vm: &mut Vm, value: &Value) -> PyResult<bool> {
    const MARK: &str = "__isabstractmethod__";
    let mark = match value {
        Value::Property(property) => {
            for part in [&property.get, &property.set, &property.delete] {
                if is_abstract(vm, part)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        Value::ClassMethod(inner) | Value::StaticMethod(inner) => return is_abstract(vm, inner),
        Value::Function(function) => function.attr(MARK),
        Value::Instance(_) | Value::Class(_) => vm.getattr_opt(value, MARK)?,
        _ => None,
    };
    mark.map_or(Ok(false), |mark| vm.truthy(&mark))
}

fn parameters(function: &Function) -> Vec<Value> {
    let code = &function.code;
    let params = &code.params;
    let defaults = function.defaults.borrow();
    let named = params.positional + params.keyword_only;
    let mut rows = Vec::new();
    let row = |place: usize, kind: &str| {
        let default = match defaults.get(place) {
            Some(Some(value)) => Value::tuple(vec![value.clone()]),
            _ => Value::tuple(Vec::new()),
        };
        Value::tuple(vec![
            Value::Str(code.locals[place].clone()),
            Value::str(kind),
            default,
        ])
    };
    let mut extra = named;
    for place in 0..params.positional {
        let kind = if place < params.positional_only {
            "POSITIONAL_ONLY"
        } else {
            "POSITIONAL_OR_KEYWORD"
        };
        rows.push(row(place, kind));
    }
    if params.varargs {
        rows.push(row(extra, "VAR_POSITIONAL"));
        extra += 1;
    }
    for place in params.positional..named {
        rows.push(row(place, "KEYWORD_ONLY"));
    }
    if params.kwargs {
        rows.push(row(extra, "VAR_KEYWORD"));
    }
    rows
}

/// The builtin classes that have no name in `builtins`.
fn types(vm: &Vm) -> Value {
    const NAMES: &[&str] = &[
        "NoneType",
        "NotImplementedType",
        "ellipsis",
        "function",
        "builtin_function_or_method",
        "method",
        "module",
        "generator",
        "coroutine",
        "async_generator",
        "mappingproxy",
        "code",
        "traceback",
        "frame",
        "cell",
        "dict_keys",
        "dict_values",
        "dict_items",
        "list_iterator",
        "iterator",
    ];
    let mut pairs: Vec<(&str, Value)> = NAMES
        .iter()
        .map(|name| (*name, Value::Class(vm.types().get(name).clone())))
        .collect();
    pairs.push(("union", Value::Class(union::union_type())));
    pairs.push(("alias", Value::Class(union::alias_type())));
    Value::dict(pairs)
}
