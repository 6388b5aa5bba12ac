//! `get_multi_columns()` and its family: one answer for many tables.

use std::cell::RefCell;

use limbec_python::{Bound, ClassBuilder, PyDict, PyResult, Value, Vm};
use limbec_sql::inspect::{
    Answer, InspectError, Inspector, ObjectKind, ObjectScope, PerTable, Selection,
};
use std::rc::Rc;

use super::super::super::util::attr;
use super::{answers, ask, list, node, schema_of};

const SIGNATURE: &str = "schema=None, filter_names=None, kind=None, scope=None, **kw";

/// The methods.
pub(super) fn methods(builder: ClassBuilder) -> ClassBuilder {
    builder
        .method("get_multi_columns", SIGNATURE, |vm, this, bound| {
            multi(vm, &this, &bound, |inspector, selection| {
                let found = inspector.multi_columns(selection)?;
                Ok(shape(found, |items| {
                    list(&items, |item| inspector.answers().column(item))
                }))
            })
        })
        .method("get_multi_pk_constraint", SIGNATURE, |vm, this, bound| {
            multi(vm, &this, &bound, |inspector, selection| {
                let found = inspector.multi_primary_keys(selection)?;
                Ok(shape(found, |key| inspector.answers().primary_key(&key)))
            })
        })
        .method("get_multi_foreign_keys", SIGNATURE, |vm, this, bound| {
            multi(vm, &this, &bound, |inspector, selection| {
                let found = inspector.multi_foreign_keys(selection)?;
                Ok(shape(found, |items| {
                    list(&items, |item| inspector.answers().foreign_key(item))
                }))
            })
        })
        .method("get_multi_indexes", SIGNATURE, |vm, this, bound| {
            multi(vm, &this, &bound, |inspector, selection| {
                let found = inspector.multi_indexes(selection)?;
                Ok(shape(found, |items| {
                    list(&items, |item| inspector.answers().index(item))
                }))
            })
        })
        .method(
            "get_multi_unique_constraints",
            SIGNATURE,
            |vm, this, bound| {
                multi(vm, &this, &bound, |inspector, selection| {
                    let found = inspector.multi_unique_constraints(selection)?;
                    Ok(shape(found, |items| {
                        list(&items, |item| inspector.answers().unique_constraint(item))
                    }))
                })
            },
        )
        .method(
            "get_multi_check_constraints",
            SIGNATURE,
            |vm, this, bound| {
                multi(vm, &this, &bound, |inspector, selection| {
                    let found = inspector.multi_check_constraints(selection)?;
                    Ok(shape(found, |items| {
                        list(&items, |item| inspector.answers().check_constraint(item))
                    }))
                })
            },
        )
        .method("get_multi_table_comment", SIGNATURE, |vm, this, bound| {
            multi(vm, &this, &bound, |inspector, selection| {
                let found = inspector.multi_table_comments(selection)?;
                let answers = inspector.answers();
                let mut shaped = Vec::new();
                for (table, comment) in found {
                    let comment = answers.table_comment(comment.as_ref());
                    shaped.push((table, comment.ok_or(InspectError::NotImplemented)?));
                }
                Ok(shaped)
            })
        })
        .method("get_multi_table_options", SIGNATURE, |vm, this, bound| {
            multi(vm, &this, &bound, |inspector, selection| {
                let found = inspector.multi_table_options(selection)?;
                Ok(shape(found, |options| Answer::options(&options)))
            })
        })
}

fn shape<T>(found: PerTable<T>, answer: impl Fn(T) -> Answer) -> PerTable<Answer> {
    found
        .into_iter()
        .map(|(table, item)| (table, answer(item)))
        .collect()
}

/// `{(schema, table): answer}`
fn multi(
    vm: &mut Vm,
    this: &Value,
    bound: &Bound,
    question: impl FnOnce(&mut dyn Inspector, &Selection) -> Result<PerTable<Answer>, InspectError>,
) -> PyResult {
    let selection = selection(vm, bound)?;
    let node = node(vm, this)?;
    node.begin();
    let found = ask(vm, &*node.host, |inspector| question(inspector, &selection))?;
    let schema = Value::opt_str(selection.schema.as_ref());
    let dict = PyDict::new();
    for (table, answer) in found {
        let answer = answers::value(vm, answer, node.host.dialect().name())?;
        let key = Value::tuple(vec![schema.clone(), Value::str(table)]);
        dict.set(vm, key, answer)?;
    }
    Ok(Value::Dict(Rc::new(dict)))
}

fn selection(vm: &mut Vm, bound: &Bound) -> PyResult<Selection> {
    let names = match bound.opt("filter_names") {
        Some(names) => vm.iterate(names)?,
        None => Vec::new(),
    };
    let kind = flag(vm, bound.get("kind"), ObjectKind::TABLE.0)?;
    let scope = flag(vm, bound.get("scope"), ObjectScope::DEFAULT.0)?;
    Ok(Selection {
        schema: schema_of(bound)?,
        names: names
            .iter()
            .filter_map(Value::as_str)
            .map(|name| name.to_string())
            .collect(),
        kind: ObjectKind(kind),
        scope: ObjectScope(scope),
    })
}

fn flag(vm: &mut Vm, given: &Value, default: u8) -> PyResult<u8> {
    if given.is_none() {
        return Ok(default);
    }
    let number = attr(vm, given, "value")?.as_int();
    match number.and_then(|number| u8::try_from(number).ok()) {
        Some(number) => Ok(number),
        None => {
            let shown = vm.repr(given)?;
            let message = format!("ObjectKind or ObjectScope expected, got {shown}");
            Err(vm.raise("TypeError", message))
        }
    }
}

thread_local! {
    static FLAGS: RefCell<Vec<(&'static str, Value)>> = const { RefCell::new(Vec::new()) };
}

const KINDS: [(&str, i64); 5] = [
    ("TABLE", 1),
    ("VIEW", 2),
    ("MATERIALIZED_VIEW", 4),
    ("ANY_VIEW", 6),
    ("ANY", 7),
];
const SCOPES: [(&str, i64); 3] = [("DEFAULT", 1), ("TEMPORARY", 2), ("ANY", 3)];

/// The classes `ObjectKind` and `ObjectScope`.
pub(in super::super::super) fn flags(vm: &mut Vm, name: &str) -> PyResult<Option<Value>> {
    let (name, members): (_, &[(&str, i64)]) = match name {
        "ObjectKind" => ("ObjectKind", &KINDS),
        "ObjectScope" => ("ObjectScope", &SCOPES),
        _ => return Ok(None),
    };
    let made = FLAGS.with_borrow(|made| {
        made.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, class)| class.clone())
    });
    if made.is_some() {
        return Ok(made);
    }
    let module = vm.import("enum")?;
    let class = vm.getattr(&module, "Flag")?;
    let members = members
        .iter()
        .map(|(member, value)| (*member, Value::Int(*value)));
    let args = vec![Value::str(name), Value::dict(members)];
    let class = vm.call(&class, args, Vec::new())?;
    FLAGS.with_borrow_mut(|made| made.push((name, class.clone())));
    Ok(Some(class))
}
