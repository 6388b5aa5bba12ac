//! `except*`: each handler takes its part of a group of exceptions; what is left, and what the handlers raise, goes on.

use std::rc::Rc;

use super::{Control, Frame, Signal};
use crate::builtins::exception_group as group;
use crate::error::{PyError, PyResult, Raised, raise};
use crate::ir::Try;
use crate::value::{Instance, Value};
use crate::vm::Vm;

/// The handlers of one `try` on their way through a group.
pub(super) struct Star {
    pub(super) node: Rc<Try>,
    /// The handler whose body runs.
    pub(super) index: usize,
    original: Rc<Instance>,
    /// What no handler has taken so far.
    rest: Option<Rc<Instance>>,
    /// What the handlers raised.
    raised: Vec<Rc<Instance>>,
    /// The part that the running handler took.
    pub(super) part: Rc<Instance>,
}

impl Frame {
    /// Begin with the first handler; the signal that goes on when none takes a part.
    pub(super) fn enter_star(
        &mut self,
        vm: &mut Vm,
        node: &Rc<Try>,
        raised: Raised,
    ) -> Option<Signal> {
        let star = Star {
            node: node.clone(),
            index: 0,
            original: raised.value.clone(),
            rest: Some(raised.value.clone()),
            raised: Vec::new(),
            part: raised.value,
        };
        self.next_star(vm, star)
    }

    /// The body of a handler came to its end.
    pub(super) fn star_ended(&mut self, vm: &mut Vm, mut star: Star) -> Option<Signal> {
        self.leave_star(vm, &star);
        star.index += 1;
        self.next_star(vm, star)
    }

    /// The body of a handler raised something.
    pub(super) fn star_raised(
        &mut self,
        vm: &mut Vm,
        mut star: Star,
        raised: Raised,
    ) -> Option<Signal> {
        self.leave_star(vm, &star);
        star.raised.push(raised.value);
        star.index += 1;
        self.next_star(vm, star)
    }

    pub(super) fn leave_star(&mut self, vm: &mut Vm, star: &Star) {
        vm.handling.pop();
        self.forget_name(vm, &star.node, star.index);
    }

    fn next_star(&mut self, vm: &mut Vm, mut star: Star) -> Option<Signal> {
        let node = star.node.clone();
        while let (Some(rest), Some(handler)) = (star.rest.clone(), node.handlers.get(star.index)) {
            vm.handling.push(star.original.clone());
            let split = match &handler.class {
                Some(class) => self
                    .eval(vm, class)
                    .and_then(|class| split_for(vm, &rest, &class)),
                None => Err(raise("SyntaxError", "expected one or more exception types")),
            };
            let split = split.map_err(|error| self.failed(vm, error));
            vm.handling.pop();
            let (part, rest) = match split {
                Ok(split) => split,
                Err(signal) => return Some(signal),
            };
            star.rest = rest;
            let Some(part) = part else {
                star.index += 1;
                continue;
            };
            star.part = part.clone();
            vm.handling.push(part.clone());
            self.control.push(Control::Star(Box::new(star)));
            if let Some(name) = &handler.name
                && let Err(error) = self.store(vm, name, Value::Instance(part))
            {
                return Some(self.failed(vm, error));
            }
            self.enter_block(&handler.body);
            return None;
        }
        finish(vm, star)
    }
}

/// What goes on when all handlers had their turn.
fn finish(vm: &mut Vm, star: Star) -> Option<Signal> {
    let again = |value: Rc<Instance>| {
        Some(Signal::Raise(PyError::Exception(Raised {
            value,
            again: true,
        })))
    };
    if star.raised.is_empty() {
        return star.rest.and_then(again);
    }
    if !group::is_group(&star.original) {
        // Only one handler can have taken it.
        return star.raised.into_iter().next().and_then(again);
    }
    let parts_of_it = |value: &Rc<Instance>| group::is_part(&star.original, value);
    let (mut kept, new): (Vec<_>, Vec<_>) = star.raised.into_iter().partition(parts_of_it);
    kept.extend(star.rest);
    let kept = match kept.len() {
        0 => None,
        1 => kept.into_iter().next(),
        _ => match group::projection(vm, &star.original, &kept) {
            Ok(kept) => kept,
            Err(error) => return Some(Signal::Raise(error)),
        },
    };
    if new.is_empty() {
        return kept.and_then(again);
    }
    let all: Vec<Value> = new.into_iter().chain(kept).map(Value::Instance).collect();
    match group::make(vm, "", all) {
        Ok(value) => Some(Signal::Raise(PyError::Exception(Raised::new(value)))),
        Err(error) => Some(Signal::Raise(error)),
    }
}

type Split = (Option<Rc<Instance>>, Option<Rc<Instance>>);

/// The part of an exception that `except* class` takes, and the rest.
fn split_for(vm: &mut Vm, exception: &Rc<Instance>, class: &Value) -> PyResult<Split> {
    let classes = match class {
        Value::Tuple(classes) => classes.to_vec(),
        one => vec![one.clone()],
    };
    let base = vm.types.get("BaseExceptionGroup").clone();
    for class in &classes {
        match class {
            Value::Class(class) if class.is_subclass(&base) => {
                return Err(raise(
                    "TypeError",
                    "catching ExceptionGroup with except* is not allowed. Use except instead.",
                ));
            }
            _ => {}
        }
    }
    if !group::is_group(exception) {
        if !vm.exception_matches(exception, class)? {
            return Ok((None, Some(exception.clone())));
        }
        let inner = vec![Value::Instance(exception.clone())];
        return Ok((Some(group::wrap(vm, inner)?), None));
    }
    // Checks the classes, too.
    vm.exception_matches(exception, class)?;
    let pair = vm.call_method(
        &Value::Instance(exception.clone()),
        "split",
        vec![class.clone()],
    )?;
    match &pair {
        Value::Tuple(pair) if pair.len() == 2 => {
            let part = |value: &Value| match value {
                Value::Instance(instance) if instance.is_exception() => Some(instance.clone()),
                _ => None,
            };
            Ok((part(&pair[0]), part(&pair[1])))
        }
        _ => Err(raise(
            "TypeError",
            format!(
                "{}.split must return a 2-tuple, got {}",
                exception.class().name(),
                vm.type_name(&pair)
            ),
        )),
    }
}
