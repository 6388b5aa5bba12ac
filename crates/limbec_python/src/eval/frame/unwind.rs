//! What happens when a statement fails, returns or leaves a loop: handlers, `finally` and `with`.

use super::{Control, Frame, Signal};
use crate::error::{PyError, PyResult, Raised, TraceEntry, raise};
use crate::ir::{Try, With};
use crate::source::Span;
use crate::value::{Instance, Value};
use crate::vm::Vm;
use std::rc::Rc;

impl Frame {
    /// Note that an error passes through this frame.
    pub(super) fn failed(&self, vm: &mut Vm, mut error: PyError) -> Signal {
        let entry = || TraceEntry {
            file: self.code.file.clone(),
            span: vm.span,
            function: self.code.name.clone(),
        };
        match &mut error {
            PyError::Exception(raised) => {
                if raised.again {
                    raised.again = false;
                } else {
                    let entry = entry();
                    let fresh = raised.value.exception_mut(|state| {
                        let fresh = state.traceback.is_empty();
                        state.traceback.push(entry);
                        fresh
                    });
                    if fresh == Some(true) {
                        vm.set_context(&raised.value);
                    }
                }
            }
            PyError::Unsupported(unsupported) => {
                let entry = entry();
                let path = entry.file.path();
                if unsupported.place.is_none() && !path.starts_with(crate::stdlib::SOURCE_PREFIX) {
                    unsupported.place = Some(entry.clone());
                }
                unsupported.traceback.insert(0, entry);
            }
            PyError::Interrupted => {}
        }
        Signal::Raise(error)
    }

    /// Leave what is being run until something takes the signal; the value when the function returns.
    pub(super) fn unwind(&mut self, vm: &mut Vm, mut signal: Signal) -> PyResult<Option<Value>> {
        loop {
            let Some(control) = self.control.pop() else {
                return match signal {
                    Signal::Return(value) => Ok(Some(value)),
                    Signal::Raise(error) => Err(error),
                    Signal::Break | Signal::Continue => Ok(Some(Value::None)),
                };
            };
            match control {
                Control::Block { .. } | Control::YieldFrom { .. } => {}
                Control::While(_) | Control::For { .. } => match signal {
                    Signal::Break => {
                        abandon(vm, &control);
                        return Ok(None);
                    }
                    Signal::Continue => {
                        self.control.push(control);
                        return Ok(None);
                    }
                    Signal::Return(_) | Signal::Raise(_) => abandon(vm, &control),
                },
                Control::Except(node) => match signal {
                    Signal::Raise(PyError::Exception(raised)) => {
                        let found = if node.star {
                            self.enter_star(vm, &node, raised)
                        } else {
                            self.find_handler(vm, &node, raised)
                        };
                        match found {
                            None => return Ok(None),
                            Some(other) => signal = other,
                        }
                    }
                    other => signal = other,
                },
                Control::Handler(node, index, _) => {
                    vm.handling.pop();
                    self.forget_name(vm, &node, index);
                }
                Control::Star(star) => match signal {
                    Signal::Raise(PyError::Exception(raised)) => {
                        match self.star_raised(vm, *star, raised) {
                            None => return Ok(None),
                            Some(other) => signal = other,
                        }
                    }
                    other => {
                        self.leave_star(vm, &star);
                        signal = other;
                    }
                },
                Control::Finally(node) => {
                    if let Signal::Raise(PyError::Exception(raised)) = &signal {
                        vm.handling.push(raised.value.clone());
                    }
                    self.control.push(Control::Ending(Some(signal)));
                    self.enter_block(&node.finally);
                    return Ok(None);
                }
                Control::Ending(pending) => {
                    if matches!(pending, Some(Signal::Raise(PyError::Exception(_)))) {
                        vm.handling.pop();
                    }
                }
                Control::With { node, exit } => {
                    vm.span = node.span;
                    match self.leave_with(vm, &node, &exit, signal) {
                        None => return Ok(None),
                        Some(other) => signal = other,
                    }
                }
            }
        }
    }

    /// Enter the handler that takes the exception; the signal that goes on when there is none.
    pub(super) fn find_handler(
        &mut self,
        vm: &mut Vm,
        node: &Rc<Try>,
        raised: Raised,
    ) -> Option<Signal> {
        let saved = vm.span;
        let value = Value::Instance(raised.value.clone());
        for (index, handler) in node.handlers.iter().enumerate() {
            if let Some(class) = &handler.class {
                vm.handling.push(raised.value.clone());
                let matches = self
                    .eval(vm, class)
                    .and_then(|class| vm.exception_matches(&raised.value, &class))
                    .map_err(|error| self.failed(vm, error));
                vm.handling.pop();
                match matches {
                    Ok(true) => {}
                    Ok(false) => continue,
                    Err(signal) => return Some(signal),
                }
            }
            vm.handling.push(raised.value.clone());
            self.control
                .push(Control::Handler(node.clone(), index, raised.value.clone()));
            if let Some(name) = &handler.name
                && let Err(error) = self.store(vm, name, value)
            {
                return Some(self.failed(vm, error));
            }
            self.enter_block(&handler.body);
            return None;
        }
        vm.span = saved;
        Some(Signal::Raise(PyError::Exception(raised)))
    }

    /// `except E as name` removes the name at its end.
    pub(super) fn forget_name(&mut self, vm: &mut Vm, node: &Try, index: usize) {
        if let Some(name) = &node.handlers[index].name {
            // The name may have been deleted by the handler itself.
            let _ = self.delete_name(vm, name);
        }
    }

    /// Call `__exit__`; the signal that goes on, unless it is an exception that `__exit__` took.
    pub(super) fn leave_with(
        &mut self,
        vm: &mut Vm,
        node: &With,
        exit: &Value,
        signal: Signal,
    ) -> Option<Signal> {
        let error = match signal {
            Signal::Raise(error) => error,
            other => {
                let none = vec![Value::None, Value::None, Value::None];
                return match self.call_exit(vm, node, exit, none) {
                    Ok(_) => Some(other),
                    Err(error) => Some(self.failed(vm, error)),
                };
            }
        };
        let stand_in = vm.stand_in(&error);
        let args = vec![
            Value::Class(stand_in.class()),
            Value::Instance(stand_in.clone()),
            vm.traceback_object(&stand_in),
        ];
        vm.handling.push(stand_in);
        let result = self
            .call_exit(vm, node, exit, args)
            .and_then(|result| vm.truthy(&result));
        let result = result.map_err(|error| self.failed(vm, error));
        vm.handling.pop();
        match (result, error) {
            (Ok(true), PyError::Exception(_)) => None,
            (
                Err(Signal::Raise(PyError::Exception(_))),
                error @ (PyError::Unsupported(_) | PyError::Interrupted),
            ) => Some(Signal::Raise(error)),
            (Err(signal), _) => Some(signal),
            (_, error) => Some(Signal::Raise(error)),
        }
    }

    pub(super) fn call_exit(
        &mut self,
        vm: &mut Vm,
        node: &With,
        exit: &Value,
        args: Vec<Value>,
    ) -> PyResult {
        let result = vm.call(exit, args, Vec::new())?;
        if node.is_async {
            vm.run_awaitable(&result)
        } else {
            Ok(result)
        }
    }

    pub(super) fn enter_with(&mut self, vm: &mut Vm, node: &Rc<With>) -> PyResult<()> {
        let manager = self.eval(vm, &node.context)?;
        vm.span = node.span;
        let (enter, exit) = if node.is_async {
            ("__aenter__", "__aexit__")
        } else {
            ("__enter__", "__exit__")
        };
        let protocol = if node.is_async {
            "asynchronous context manager"
        } else {
            "context manager"
        };
        if let Value::Absent(absent) = &manager {
            return Err(vm.absent_used(absent));
        }
        let Some(enter) = vm.special_method(&manager, enter)? else {
            return Err(raise(
                "TypeError",
                format!(
                    "'{}' object does not support the {protocol} protocol",
                    vm.type_name(&manager)
                ),
            ));
        };
        let Some(exit) = vm.special_method(&manager, exit)? else {
            return Err(raise(
                "TypeError",
                format!(
                    "'{}' object does not support the {protocol} protocol (missed {exit} method)",
                    vm.type_name(&manager)
                ),
            ));
        };
        let mut entered = vm.call(&enter, Vec::new(), Vec::new())?;
        if node.is_async {
            entered = vm.run_awaitable(&entered)?;
        }
        self.control.push(Control::With {
            node: node.clone(),
            exit,
        });
        if let Some(target) = &node.target {
            self.assign(vm, target, entered)?;
        }
        self.enter_block(&node.body);
        Ok(())
    }

    pub(super) fn raise_stmt(
        &mut self,
        vm: &mut Vm,
        at: Span,
        exception: Option<&crate::ir::Expr>,
        cause: Option<&crate::ir::Expr>,
    ) -> PyError {
        let Some(exception) = exception else {
            return match vm.handling.last() {
                Some(value) => PyError::Exception(Raised {
                    value: value.clone(),
                    again: true,
                }),
                None => raise("RuntimeError", "No active exception to reraise"),
            };
        };
        let result = self.raised(vm, at, exception, cause);
        match result {
            Ok(instance) => {
                vm.set_context(&instance);
                PyError::Exception(Raised::new(instance))
            }
            Err(error) => error,
        }
    }

    pub(super) fn raised(
        &mut self,
        vm: &mut Vm,
        at: Span,
        exception: &crate::ir::Expr,
        cause: Option<&crate::ir::Expr>,
    ) -> PyResult<Rc<Instance>> {
        let value = self.eval(vm, exception)?;
        let cause = match cause {
            Some(cause) => Some(self.eval(vm, cause)?),
            None => None,
        };
        vm.span = at;
        let instance = vm.exception_of(&value, "exceptions must derive from BaseException")?;
        if let Some(cause) = cause {
            let cause = match cause {
                Value::None => None,
                cause => Some(
                    vm.exception_of(&cause, "exception causes must derive from BaseException")?,
                ),
            };
            instance.exception_mut(|state| {
                state.cause = cause;
                state.suppress_context = true;
            });
        }
        Ok(instance)
    }
}

/// A loop is left before its iterator has ended: a generator that nobody else holds is closed, as CPython does when it
/// drops the last reference, so that its `finally` runs.
pub(super) fn abandon(vm: &mut Vm, control: &Control) {
    if let Control::For { iter, .. } = control
        && let Value::Generator(generator) = iter
        && Rc::strong_count(generator) == 1
    {
        // CPython only reports what such a generator raises.
        let _ = generator.close(vm);
    }
}
