//! `BaseExceptionGroup` and `ExceptionGroup`.

use std::rc::Rc;

use super::{arity, methods, statics};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::types::Types;
use crate::value::{Instance, Value};
use crate::vm::Vm;

pub(super) fn fill(types: &Types) {
    let class = types.get("BaseExceptionGroup");
    statics(class, &[("__new__", new)]);
    methods(
        class,
        &[
            ("__init__", |_, _| Ok(Value::None)),
            ("__str__", to_str),
            ("derive", derive),
            ("split", split),
            ("subgroup", subgroup),
        ],
    );
}

/// Whether the exception is a group.
pub(crate) fn is_group(exception: &Rc<Instance>) -> bool {
    let types = crate::types::types();
    exception
        .class()
        .is_subclass(types.get("BaseExceptionGroup"))
}

/// The exceptions of a group.
pub(crate) fn members(group: &Rc<Instance>) -> Vec<Rc<Instance>> {
    match group.get("exceptions") {
        Some(Value::Tuple(items)) => items
            .iter()
            .filter_map(|item| item.as_instance().cloned())
            .collect(),
        _ => Vec::new(),
    }
}

/// A group of these exceptions.
pub(crate) fn make(vm: &mut Vm, message: &str, exceptions: Vec<Value>) -> PyResult<Rc<Instance>> {
    build(vm, message, Value::list(exceptions))
}

/// The group that `except*` sees for an exception that is none.
pub(crate) fn wrap(vm: &mut Vm, exceptions: Vec<Value>) -> PyResult<Rc<Instance>> {
    build(vm, "", Value::tuple(exceptions))
}

fn build(vm: &mut Vm, message: &str, exceptions: Value) -> PyResult<Rc<Instance>> {
    let class = Value::Class(vm.types.get("BaseExceptionGroup").clone());
    match vm.call(&class, vec![Value::str(message), exceptions], Vec::new())? {
        Value::Instance(instance) => Ok(instance),
        _ => Err(raise("TypeError", "an exception group was expected")),
    }
}

/// Whether an exception is the group itself or was split off it: it is raised again, and not new.
pub(crate) fn is_part(original: &Rc<Instance>, value: &Rc<Instance>) -> bool {
    if Rc::ptr_eq(original, value) {
        return true;
    }
    if !is_group(value) {
        return false;
    }
    let leaves = leaves(original);
    self::leaves(value)
        .iter()
        .all(|leaf| leaves.iter().any(|own| Rc::ptr_eq(own, leaf)))
}

/// The part of a group whose exceptions are in one of the given groups.
pub(crate) fn projection(
    vm: &mut Vm,
    original: &Rc<Instance>,
    kept: &[Rc<Instance>],
) -> PyResult<Option<Rc<Instance>>> {
    let wanted: Vec<Rc<Instance>> = kept.iter().flat_map(leaves).collect();
    let (part, _) = divide(vm, original, &mut |_, exception| {
        Ok(!is_group(exception) && wanted.iter().any(|leaf| Rc::ptr_eq(leaf, exception)))
    })?;
    Ok(part)
}

fn leaves(exception: &Rc<Instance>) -> Vec<Rc<Instance>> {
    if !is_group(exception) {
        return vec![exception.clone()];
    }
    members(exception).iter().flat_map(leaves).collect()
}

fn this(args: &Args) -> PyResult<Rc<Instance>> {
    match args.pos.first() {
        Some(Value::Instance(instance)) if instance.is_exception() => Ok(instance.clone()),
        _ => Err(raise(
            "TypeError",
            "this method requires a 'BaseExceptionGroup' object",
        )),
    }
}

fn new(vm: &mut Vm, args: Args) -> PyResult {
    let [Value::Class(class), message, given] = args.pos.as_slice() else {
        return Err(raise(
            "TypeError",
            format!(
                "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
                args.pos.len().saturating_sub(1)
            ),
        ));
    };
    if message.as_str().is_none() {
        return Err(raise(
            "TypeError",
            format!(
                "BaseExceptionGroup.__new__() argument 1 must be str, not {}",
                vm.type_name(message)
            ),
        ));
    }
    if !matches!(given.unwrap_inner(), Value::List(_) | Value::Tuple(_)) {
        return Err(raise(
            "TypeError",
            "second argument (exceptions) must be a sequence",
        ));
    }
    let exceptions = vm.iterate(given)?;
    if exceptions.is_empty() {
        return Err(raise(
            "ValueError",
            "second argument (exceptions) must be a non-empty sequence",
        ));
    }
    let plain = vm.types.exception.clone();
    let mut all_plain = true;
    for (index, exception) in exceptions.iter().enumerate() {
        match exception {
            Value::Instance(instance) if instance.is_exception() => {
                all_plain = all_plain && instance.class().is_subclass(&plain);
            }
            _ => {
                return Err(raise(
                    "ValueError",
                    format!("Item {index} of second argument (exceptions) is not an exception"),
                ));
            }
        }
    }
    let base = vm.types.get("BaseExceptionGroup").clone();
    let mut class = class.clone();
    if Rc::ptr_eq(&class, &base) {
        if all_plain {
            class = vm.types.get("ExceptionGroup").clone();
        }
    } else if !all_plain && class.is_subclass(&plain) {
        let text = if Rc::ptr_eq(&class, vm.types.get("ExceptionGroup")) {
            "Cannot nest BaseExceptions in an ExceptionGroup".to_owned()
        } else {
            format!("Cannot nest BaseExceptions in '{}'", class.name())
        };
        return Err(raise("TypeError", text));
    }
    let instance = class.allocate();
    instance.exception_mut(|state| state.args = args.pos[1..].to_vec());
    instance.set("message", message.clone());
    instance.set("exceptions", Value::tuple(exceptions));
    Ok(Value::Instance(instance))
}

fn to_str(vm: &mut Vm, args: Args) -> PyResult {
    let instance = this(&args)?;
    let message = instance.get("message").unwrap_or_default();
    let message = vm.str(&message)?;
    let count = members(&instance).len();
    let plural = if count == 1 { "" } else { "s" };
    Ok(Value::str(format!(
        "{message} ({count} sub-exception{plural})"
    )))
}

fn derive(vm: &mut Vm, args: Args) -> PyResult {
    arity("BaseExceptionGroup.derive", &args, 1, 1)?;
    let message = this(&args)?.get("message").unwrap_or_default();
    let class = Value::Class(vm.types.get("BaseExceptionGroup").clone());
    vm.call(&class, vec![message, args.pos[1].clone()], Vec::new())
}

fn split(vm: &mut Vm, args: Args) -> PyResult {
    arity("BaseExceptionGroup.split", &args, 1, 1)?;
    let (part, rest) = by_condition(vm, &this(&args)?, &args.pos[1])?;
    let value = |part: Option<Rc<Instance>>| Value::option(part.map(Value::Instance));
    Ok(Value::tuple(vec![value(part), value(rest)]))
}

fn subgroup(vm: &mut Vm, args: Args) -> PyResult {
    arity("BaseExceptionGroup.subgroup", &args, 1, 1)?;
    let (part, _) = by_condition(vm, &this(&args)?, &args.pos[1])?;
    Ok(Value::option(part.map(Value::Instance)))
}

type Halves = (Option<Rc<Instance>>, Option<Rc<Instance>>);

fn by_condition(vm: &mut Vm, group: &Rc<Instance>, condition: &Value) -> PyResult<Halves> {
    let classes = match condition {
        Value::Class(class) => class.is_subclass(&vm.types.base_exception),
        Value::Tuple(items) => items.iter().all(
            |item| matches!(item, Value::Class(class) if class.is_subclass(&vm.types.base_exception)),
        ),
        _ => false,
    };
    if !classes
        && !matches!(
            condition,
            Value::Function(_) | Value::Native(_) | Value::BoundMethod(_)
        )
    {
        return Err(raise(
            "TypeError",
            "expected a function, exception type or tuple of exception types",
        ));
    }
    divide(vm, group, &mut |vm, exception| {
        if classes {
            return vm.exception_matches(exception, condition);
        }
        let answer = vm.call(
            condition,
            vec![Value::Instance(exception.clone())],
            Vec::new(),
        )?;
        vm.truthy(&answer)
    })
}

type Condition<'a> = &'a mut dyn FnMut(&mut Vm, &Rc<Instance>) -> PyResult<bool>;

/// The exceptions that meet a condition and the others, in groups of the same nesting.
fn divide(vm: &mut Vm, exception: &Rc<Instance>, condition: Condition) -> PyResult<Halves> {
    if condition(vm, exception)? {
        return Ok((Some(exception.clone()), None));
    }
    if !is_group(exception) {
        return Ok((None, Some(exception.clone())));
    }
    vm.enter()?;
    let mut parts = Vec::new();
    let mut others = Vec::new();
    let mut failed = None;
    for member in members(exception) {
        match divide(vm, &member, condition) {
            Ok((part, other)) => {
                parts.extend(part.map(Value::Instance));
                others.extend(other.map(Value::Instance));
            }
            Err(error) => {
                failed = Some(error);
                break;
            }
        }
    }
    vm.leave();
    if let Some(error) = failed {
        return Err(error);
    }
    Ok((
        derived(vm, exception, parts)?,
        derived(vm, exception, others)?,
    ))
}

/// A group like another one, with some of its exceptions.
fn derived(
    vm: &mut Vm,
    group: &Rc<Instance>,
    members: Vec<Value>,
) -> PyResult<Option<Rc<Instance>>> {
    if members.is_empty() {
        return Ok(None);
    }
    let made = vm.call_method(
        &Value::Instance(group.clone()),
        "derive",
        vec![Value::list(members)],
    )?;
    let Value::Instance(made) = made else {
        return Err(raise(
            "TypeError",
            "derive must return an instance of BaseExceptionGroup",
        ));
    };
    if !is_group(&made) {
        return Err(raise(
            "TypeError",
            "derive must return an instance of BaseExceptionGroup",
        ));
    }
    let state = group.exception(|state| {
        (
            state.traceback.clone(),
            state.cause.clone(),
            state.context.clone(),
            state.suppress_context,
        )
    });
    if let Some((traceback, cause, context, suppress)) = state {
        made.exception_mut(|state| {
            state.traceback = traceback;
            state.cause = cause;
            state.context = context;
            state.suppress_context = suppress;
        });
    }
    if let Some(Value::List(notes)) = group.get("__notes__") {
        let notes = notes.borrow().clone();
        made.set("__notes__", Value::list(notes));
    }
    Ok(Some(made))
}
