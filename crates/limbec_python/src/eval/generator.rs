//! Generators, coroutines and asynchronous generators. There is no event loop: `await` runs what it waits for to its
//! end, in order.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::frame::{Exit, Frame};
use crate::error::{PyError, PyResult, Raised, raise, raise_class};
use crate::ir::CodeKind;
use crate::types::types;
use crate::value::iter::{GeneratorKind, GeneratorState};
use crate::value::{Generator, Instance, Value};
use crate::vm::Vm;

/// How a frame goes on.
pub(crate) enum Resume {
    Start,
    Send(Value),
    Throw(PyError),
}

/// A generator or coroutine that has not started.
pub(crate) fn suspended(frame: Frame) -> Value {
    let kind = match frame.code.kind {
        CodeKind::Coroutine => GeneratorKind::Coroutine,
        CodeKind::AsyncGenerator => GeneratorKind::AsyncGenerator,
        _ => GeneratorKind::Generator,
    };
    Value::Generator(Rc::new(Generator {
        kind,
        name: frame.code.name.clone(),
        qualname: frame.code.qualname.clone(),
        state: RefCell::new(GeneratorState::Suspended(Box::new(frame))),
        started: Cell::new(false),
    }))
}

/// What a step of a generator gave.
pub(crate) enum Step {
    Yielded(Value),
    Returned(Value),
}

impl Generator {
    fn resume(&self, vm: &mut Vm, resume: Resume) -> PyResult<Step> {
        let state = std::mem::replace(&mut *self.state.borrow_mut(), GeneratorState::Running);
        let mut frame = match state {
            GeneratorState::Suspended(frame) => frame,
            GeneratorState::Running => {
                return Err(raise(
                    "ValueError",
                    format!("{} already executing", self.type_name()),
                ));
            }
            GeneratorState::Done => {
                *self.state.borrow_mut() = GeneratorState::Done;
                return match resume {
                    Resume::Throw(error) => Err(error),
                    _ if self.kind == GeneratorKind::Coroutine => Err(raise(
                        "RuntimeError",
                        "cannot reuse already awaited coroutine",
                    )),
                    _ => Ok(Step::Returned(Value::None)),
                };
            }
            GeneratorState::Ready(value) => {
                *self.state.borrow_mut() = GeneratorState::Done;
                return match resume {
                    Resume::Throw(error) => Err(error),
                    _ => Ok(Step::Returned(value)),
                };
            }
        };
        let resume = match (resume, self.started.replace(true)) {
            (Resume::Send(Value::None) | Resume::Start, false) => Resume::Start,
            (Resume::Send(_), false) => {
                self.started.set(false);
                *self.state.borrow_mut() = GeneratorState::Suspended(frame);
                return Err(raise(
                    "TypeError",
                    format!(
                        "can't send non-None value to a just-started {}",
                        self.type_name()
                    ),
                ));
            }
            (resume, _) => resume,
        };
        match frame.run(vm, resume) {
            Ok(Exit::Yield(value)) => {
                *self.state.borrow_mut() = GeneratorState::Suspended(frame);
                Ok(Step::Yielded(value))
            }
            Ok(Exit::Return(value)) => {
                *self.state.borrow_mut() = GeneratorState::Done;
                Ok(Step::Returned(value))
            }
            Err(error) => {
                *self.state.borrow_mut() = GeneratorState::Done;
                Err(self.checked(vm, error))
            }
        }
    }

    /// A `StopIteration` that leaves a generator is a mistake of its writer.
    fn checked(&self, vm: &Vm, error: PyError) -> PyError {
        let name = match self.kind {
            GeneratorKind::AsyncGenerator if vm.error_is(&error, "StopAsyncIteration") => {
                "StopAsyncIteration"
            }
            _ if vm.error_is(&error, "StopIteration") => "StopIteration",
            _ => return error,
        };
        let kind = match self.kind {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        };
        let new = raise("RuntimeError", format!("{kind} raised {name}"));
        if let (Some(new), Some(old)) = (new.exception(), error.exception()) {
            new.exception_mut(|state| {
                state.cause = Some(old.clone());
                state.context = Some(old.clone());
                state.suppress_context = true;
            });
        }
        new
    }

    /// The next value of a generator; what it returned, once it has.
    pub(crate) fn step(&self, vm: &mut Vm, value: Value) -> PyResult<Step> {
        self.resume(vm, Resume::Send(value))
    }

    /// Raise an error where the generator stopped.
    pub(crate) fn throw(&self, vm: &mut Vm, error: PyError) -> PyResult<Step> {
        self.resume(vm, Resume::Throw(error))
    }

    /// `close()`
    pub(crate) fn close(&self, vm: &mut Vm) -> PyResult<()> {
        if !self.started.get() {
            *self.state.borrow_mut() = GeneratorState::Done;
            return Ok(());
        }
        if matches!(&*self.state.borrow(), GeneratorState::Done) {
            return Ok(());
        }
        let exit = raise_class(&types().exception("GeneratorExit"), Vec::new());
        match self.throw(vm, exit) {
            Ok(Step::Yielded(_)) => Err(raise(
                "RuntimeError",
                format!("{} ignored GeneratorExit", self.type_name()),
            )),
            Ok(Step::Returned(_)) => Ok(()),
            Err(error)
                if vm.error_is(&error, "GeneratorExit") || vm.error_is(&error, "StopIteration") =>
            {
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}

/// A `StopIteration` with the value that a generator returned.
pub(crate) fn stop_iteration(class: &str, value: Value) -> PyError {
    let args = if value.is_none() {
        Vec::new()
    } else {
        vec![value]
    };
    raise_class(&types().exception(class), args)
}

impl Vm {
    /// The value of a `StopIteration`, when the error is one.
    pub(crate) fn stop_value(&self, error: &PyError) -> Option<Value> {
        if !self.error_is(error, "StopIteration") {
            return None;
        }
        error
            .exception()?
            .exception(|state| state.args.first().cloned().unwrap_or_default())
    }

    /// Send a value into an iterator; the end of the iterator is `StopIteration`, or `None` when it returned nothing.
    pub(crate) fn send(&mut self, iter: &Value, value: Value) -> PyResult<Option<Value>> {
        match iter {
            Value::Generator(generator) => match generator.step(self, value)? {
                Step::Yielded(value) => Ok(Some(value)),
                Step::Returned(Value::None) => Ok(None),
                Step::Returned(value) => Err(stop_iteration("StopIteration", value)),
            },
            Value::Instance(_) if value.is_none() => {
                let next = self.getattr(iter, "__next__")?;
                self.call(&next, Vec::new(), Vec::new()).map(Some)
            }
            _ if value.is_none() => self.next(iter),
            _ => self.call_method(iter, "send", vec![value]).map(Some),
        }
    }

    /// Raise an error inside an iterator.
    pub(crate) fn throw_into(&mut self, iter: &Value, error: PyError) -> PyResult<Option<Value>> {
        match iter {
            Value::Generator(generator) => {
                if self.error_is(&error, "GeneratorExit") {
                    generator.close(self)?;
                    return Err(error);
                }
                match generator.throw(self, error)? {
                    Step::Yielded(value) => Ok(Some(value)),
                    Step::Returned(value) => Err(stop_iteration("StopIteration", value)),
                }
            }
            _ => {
                if self.error_is(&error, "GeneratorExit") {
                    if let Some(close) = self.getattr_opt(iter, "close")? {
                        self.call(&close, Vec::new(), Vec::new())?;
                    }
                    return Err(error);
                }
                let exception = error.exception().cloned();
                match (self.getattr_opt(iter, "throw")?, exception) {
                    (Some(throw), Some(value)) => self
                        .call(&throw, vec![Value::Instance(value)], Vec::new())
                        .map(Some),
                    _ => Err(error),
                }
            }
        }
    }

    /// Run a coroutine, or another awaitable, to its end; its result.
    ///
    /// # Errors
    /// `TypeError` for what cannot be awaited; whatever the coroutine raises.
    pub fn run_awaitable(&mut self, value: &Value) -> PyResult {
        match value {
            Value::Generator(generator) if generator.kind == GeneratorKind::Coroutine => loop {
                // A coroutine only stops at something that waits for the outside, and nothing does.
                if let Step::Returned(value) = generator.step(self, Value::None)? {
                    return Ok(value);
                }
            },
            Value::Absent(absent) => Err(self.absent_used(absent)),
            other => {
                let Some(method) = self.special_method(other, "__await__")? else {
                    return Err(raise(
                        "TypeError",
                        format!(
                            "object {} can't be used in 'await' expression",
                            self.type_name(other)
                        ),
                    ));
                };
                let iter = self.call(&method, Vec::new(), Vec::new())?;
                if matches!(&iter, Value::Generator(generator) if generator.kind == GeneratorKind::Coroutine)
                {
                    return self.run_awaitable(&iter);
                }
                loop {
                    match self.send(&iter, Value::None) {
                        Ok(Some(_)) => {}
                        Ok(None) => return Ok(Value::None),
                        Err(error) => {
                            return match self.stop_value(&error) {
                                Some(value) => Ok(value),
                                None => Err(error),
                            };
                        }
                    }
                }
            }
        }
    }

    pub(crate) fn iter_async(&mut self, value: &Value) -> PyResult {
        if let Value::Generator(generator) = value
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            return Ok(value.clone());
        }
        let Some(method) = self.special_method(value, "__aiter__")? else {
            return Err(raise(
                "TypeError",
                format!(
                    "'async for' requires an object with __aiter__ method, got {}",
                    self.type_name(value)
                ),
            ));
        };
        self.call(&method, Vec::new(), Vec::new())
    }

    pub(crate) fn next_async(&mut self, iter: &Value) -> PyResult<Option<Value>> {
        if let Value::Generator(generator) = iter
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            return Ok(match generator.step(self, Value::None)? {
                Step::Yielded(value) => Some(value),
                Step::Returned(_) => None,
            });
        }
        let next = self
            .call_method(iter, "__anext__", Vec::new())
            .and_then(|awaitable| self.run_awaitable(&awaitable));
        match next {
            Ok(value) => Ok(Some(value)),
            Err(error) if self.error_is(&error, "StopAsyncIteration") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The exception that `__exit__` is shown for an error; one that Python does not know is shown as something that
    /// cannot be taken for an exception of the script.
    pub(crate) fn stand_in(&self, error: &PyError) -> Rc<Instance> {
        let (class, text) = match error {
            PyError::Exception(Raised { value, .. }) => return value.clone(),
            PyError::Unsupported(unsupported) => ("SystemExit", unsupported.what.clone()),
            PyError::Interrupted => ("KeyboardInterrupt", String::new()),
        };
        let instance = self.types.exception(class).allocate();
        instance.exception_mut(|state| {
            if !text.is_empty() {
                state.args = vec![Value::str(text)];
            }
        });
        instance
    }
}
