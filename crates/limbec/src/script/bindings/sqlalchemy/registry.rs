//! The classes and functions of the package, each built when it is first used and then shared.
//!
//! They are made once for a thread, as the builtin classes of the interpreter are: values are
//! shared by `Rc` and stay on their thread. A class is found by its *key*: the name that
//! SQLAlchemy gives it, with the dialect before it where two packages use one name
//! (`VARCHAR`, `mysql.VARCHAR`).

use std::cell::RefCell;
use std::rc::Rc;

use limbec_python::{Bound, Class, ClassBuilder, PyResult, Value, Vm, native_fn, types};
use rustc_hash::FxHashMap;

use super::{ddl, dml, engine, exc, expr, schema, select, types as sqltypes};

/// How a class is made.
pub(super) struct ClassSpec {
    /// The key.
    pub key: &'static str,
    /// The module that `repr` and tracebacks name.
    pub module: &'static str,
    /// The keys of its bases.
    pub bases: &'static [&'static str],
    /// Adds what the class has.
    pub build: fn(ClassBuilder) -> ClassBuilder,
}

impl ClassSpec {
    pub(super) const fn new(
        key: &'static str,
        module: &'static str,
        bases: &'static [&'static str],
        build: fn(ClassBuilder) -> ClassBuilder,
    ) -> Self {
        Self {
            key,
            module,
            bases,
            build,
        }
    }
}

/// A function of the package.
pub(super) struct FunctionSpec {
    /// The key.
    pub key: &'static str,
    /// The parameters, as Python writes them.
    pub signature: &'static str,
    /// What it does.
    pub run: fn(&mut Vm, Bound) -> PyResult,
}

/// All classes but the types, which have a table of their own.
const CLASSES: &[&[ClassSpec]] = &[
    schema::CLASSES,
    expr::CLASSES,
    select::CLASSES,
    dml::CLASSES,
    ddl::CLASSES,
    engine::CLASSES,
    engine::DIALECTS,
    exc::CLASSES,
    sqltypes::CLASSES,
];

/// All functions.
const FUNCTIONS: &[&[FunctionSpec]] = &[
    expr::FUNCTIONS,
    select::FUNCTIONS,
    dml::FUNCTIONS,
    engine::FUNCTIONS,
    schema::FUNCTIONS,
];

thread_local! {
    static MADE: RefCell<FxHashMap<String, Value>> = RefCell::default();
}

/// Forget all classes and functions, so that what one project did to them (`@compiles`, patched
/// attributes) does not reach the next one on this thread.
pub fn reset() {
    MADE.with(|made| made.borrow_mut().clear());
    super::modules::reset();
    sqltypes::hooks::reset();
    super::compiler::reset();
}

/// The class of a key that is known to be there; `object` where the key is a mistake of ours.
pub(super) fn class(key: &str) -> Rc<Class> {
    let found = find_class(key);
    debug_assert!(found.is_some(), "no class {key}");
    found.unwrap_or_else(|| types().object.clone())
}

/// The class of a key.
pub(super) fn find_class(key: &str) -> Option<Rc<Class>> {
    if let Some(Value::Class(class)) = made(key) {
        return Some(class);
    }
    let built = match CLASSES
        .iter()
        .flat_map(|list| *list)
        .find(|spec| spec.key == key)
    {
        Some(spec) => build(spec),
        None => sqltypes::build(key)?,
    };
    keep(key, Value::Class(built.clone()));
    Some(built)
}

/// The function of a key.
pub(super) fn find_function(key: &str) -> Option<Value> {
    if let Some(found @ Value::Native(_)) = made(key) {
        return Some(found);
    }
    let spec = FUNCTIONS
        .iter()
        .flat_map(|list| *list)
        .find(|spec| spec.key == key)?;
    let function = native_fn(short(key), spec.signature, spec.run);
    keep(key, function.clone());
    Some(function)
}

/// Whether the value is an object of the class.
pub(super) fn is_a(vm: &Vm, value: &Value, key: &str) -> bool {
    matches!(value, Value::Instance(_)) && vm.isinstance(value, &class(key))
}

/// Whether the value is the class or a class that extends it.
pub(super) fn is_class_of(value: &Value, key: &str) -> bool {
    value
        .as_class()
        .is_some_and(|found| found.is_subclass(&class(key)))
}

/// The name without its dialect.
pub(super) fn short(key: &str) -> &str {
    key.rsplit_once('.').map_or(key, |(_, name)| name)
}

fn build(spec: &ClassSpec) -> Rc<Class> {
    // `Select[tuple[int]]` in an annotation: most classes of SQLAlchemy are generic.
    let mut builder = ClassBuilder::new(spec.module, short(spec.key))
        .attr("__type_params__", Value::tuple(Vec::new()));
    for base in spec.bases {
        builder = builder.base(&base_class(base));
    }
    (spec.build)(builder).build()
}

/// A base: one of ours, or a builtin class.
pub(super) fn base_class(key: &str) -> Rc<Class> {
    match key {
        "str"
        | "int"
        | "tuple"
        | "Exception"
        | "KeyError"
        | "AttributeError"
        | "ValueError"
        | "TypeError"
        | "Warning"
        | "DeprecationWarning"
        | "RuntimeWarning"
        | "PendingDeprecationWarning" => types().get(key).clone(),
        _ => class(key),
    }
}

fn made(key: &str) -> Option<Value> {
    MADE.with(|made| made.borrow().get(key).cloned())
}

/// A class that is made by `build` when it is first asked for.
pub(super) fn shared_class(key: &str, build: impl FnOnce() -> Rc<Class>) -> Rc<Class> {
    if let Some(Value::Class(class)) = made(key) {
        return class;
    }
    let class = build();
    keep(key, Value::Class(class.clone()));
    class
}

/// An object that there is one of, made by `make` when it is first asked for.
///
/// # Errors
/// Those of `make`.
pub(super) fn shared(key: &str, make: impl FnOnce() -> PyResult) -> PyResult {
    if let Some(known) = made(key) {
        return Ok(known);
    }
    let object = make()?;
    keep(key, object.clone());
    Ok(object)
}

fn keep(key: &str, value: Value) {
    MADE.with(|made| made.borrow_mut().insert(key.to_owned(), value));
}
