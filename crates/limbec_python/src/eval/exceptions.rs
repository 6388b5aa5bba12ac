//! Exceptions: raising, matching, chaining; and `isinstance`.

use std::rc::Rc;

use crate::error::{PyError, PyResult, raise};
use crate::value::{Class, Instance, Value};
use crate::vm::Vm;

impl Vm {
    /// The exception that `raise value` raises.
    pub(crate) fn exception_of(&mut self, value: &Value, wrong: &str) -> PyResult<Rc<Instance>> {
        match value {
            Value::Instance(instance) if instance.is_exception() => Ok(instance.clone()),
            Value::Class(class) if class.is_subclass(&self.types.base_exception) => {
                match self.call_args(value, crate::args::Args::default())? {
                    Value::Instance(instance) if instance.is_exception() => Ok(instance),
                    other => Err(raise(
                        "TypeError",
                        format!(
                            "calling {} should have returned an instance of BaseException, not {}",
                            self.repr(value)?,
                            self.repr(&Value::Class(self.class_of(&other)))?
                        ),
                    )),
                }
            }
            Value::Absent(absent) => Err(self.absent_used(absent)),
            _ => Err(raise("TypeError", wrong)),
        }
    }

    /// Whether `except classes` takes the exception.
    pub(crate) fn exception_matches(
        &mut self,
        exception: &Rc<Instance>,
        classes: &Value,
    ) -> PyResult<bool> {
        match classes {
            Value::Class(class) if class.is_subclass(&self.types.base_exception) => {
                Ok(exception.class().is_subclass(class))
            }
            Value::Tuple(classes) => {
                for class in classes.iter() {
                    if self.exception_matches(exception, class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            // The class of an absent package cannot have been raised by anyone.
            Value::Absent(_) => Ok(false),
            _ => Err(raise(
                "TypeError",
                "catching classes that do not inherit from BaseException is not allowed",
            )),
        }
    }

    /// Note which exception was being handled when a new one was raised.
    pub(crate) fn set_context(&self, exception: &Rc<Instance>) {
        let Some(handled) = self.handling.last() else {
            return;
        };
        if Rc::ptr_eq(handled, exception) {
            return;
        }
        // The chain must not come back to the new exception.
        let mut at = handled.clone();
        loop {
            let next = at.exception(|state| state.context.clone()).flatten();
            match next {
                None => break,
                Some(next) if Rc::ptr_eq(&next, exception) => {
                    at.exception_mut(|state| state.context = None);
                    break;
                }
                Some(next) => at = next,
            }
        }
        let handled = handled.clone();
        exception.exception_mut(|state| state.context = Some(handled));
    }

    /// The value of `__traceback__`: scripts only pass it on.
    pub(crate) fn traceback_object(&self, exception: &Rc<Instance>) -> Value {
        let empty = exception
            .exception(|state| state.traceback.is_empty())
            .unwrap_or(true);
        if empty {
            return Value::None;
        }
        let traceback = self.types.get("traceback").allocate();
        let entries = exception.exception(|state| state.traceback.clone());
        traceback.set_payload(Rc::new(entries.unwrap_or_default()));
        Value::Instance(traceback)
    }

    pub(crate) fn name_error(&self, name: &str) -> PyError {
        let error = raise("NameError", format!("name '{name}' is not defined"));
        if let Some(exception) = error.exception() {
            exception.set("name", Value::str(name));
        }
        error
    }

    /// `isinstance(object, classes)` with all that it takes: a class, a tuple, a union, a class with
    /// `__instancecheck__`.
    ///
    /// # Errors
    /// `TypeError` when `classes` is none of these.
    pub fn isinstance_of(&mut self, object: &Value, classes: &Value) -> PyResult<bool> {
        match classes {
            Value::Class(class) => {
                if let Some(meta) = class.metaclass().cloned()
                    && let Some(hook) = meta.lookup("__instancecheck__")
                {
                    let hook = self.bind(&hook, classes, &meta)?;
                    let result = self.call(&hook, vec![object.clone()], Vec::new())?;
                    return self.truthy(&result);
                }
                Ok(self.is_plain_instance(object, class))
            }
            Value::Tuple(classes) => {
                for class in classes.iter() {
                    if self.isinstance_of(object, class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            // Nothing can be an object of a class that is not there.
            Value::Absent(_) => Ok(false),
            Value::None => Err(Self::not_classes("isinstance")),
            other => {
                if let Some(members) = crate::builtins::union::members(other) {
                    for member in members {
                        let matches = match &member {
                            Value::None => object.is_none(),
                            member => self.isinstance_of(object, member)?,
                        };
                        if matches {
                            return Ok(true);
                        }
                    }
                    return Ok(false);
                }
                if matches!(other, Value::Instance(alias) if alias.class().is_subclass(&crate::builtins::union::alias_type()))
                {
                    return Err(raise(
                        "TypeError",
                        "isinstance() argument 2 cannot be a parameterized generic",
                    ));
                }
                if let Some(hook) = self.special_method(other, "__instancecheck__")? {
                    let result = self.call(&hook, vec![object.clone()], Vec::new())?;
                    return self.truthy(&result);
                }
                Err(Self::not_classes("isinstance"))
            }
        }
    }

    fn not_classes(function: &str) -> PyError {
        let kind = if function == "isinstance" {
            "a type, a tuple of types, or a union"
        } else {
            "a class, a tuple of classes, or a union"
        };
        raise("TypeError", format!("{function}() arg 2 must be {kind}"))
    }

    /// `type.__instancecheck__`
    pub(crate) fn is_plain_instance(&self, object: &Value, class: &Rc<Class>) -> bool {
        if self.class_of(object).is_subclass(class) {
            return true;
        }
        crate::builtins::virtual_class(object, class)
    }

    /// `issubclass(class, classes)`
    ///
    /// # Errors
    /// `TypeError` when the arguments are no classes.
    pub fn issubclass_of(&mut self, class: &Value, classes: &Value) -> PyResult<bool> {
        if let Value::Absent(_) = class {
            return Ok(false);
        }
        let Value::Class(class) = class else {
            return Err(raise("TypeError", "issubclass() arg 1 must be a class"));
        };
        match classes {
            Value::Class(other) => {
                if let Some(meta) = other.metaclass().cloned()
                    && let Some(hook) = meta.lookup("__subclasscheck__")
                {
                    let hook = self.bind(&hook, classes, &meta)?;
                    let result = self.call(&hook, vec![Value::Class(class.clone())], Vec::new())?;
                    return self.truthy(&result);
                }
                Ok(class.is_subclass(other) || crate::builtins::virtual_subclass(class, other))
            }
            Value::Tuple(classes) => {
                for other in classes.iter() {
                    if self.issubclass_of(&Value::Class(class.clone()), other)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::Absent(_) => Ok(false),
            other => match crate::builtins::union::members(other) {
                Some(members) => {
                    for member in members {
                        if self.issubclass_of(&Value::Class(class.clone()), &member)? {
                            return Ok(true);
                        }
                    }
                    Ok(false)
                }
                None => Err(Self::not_classes("issubclass")),
            },
        }
    }
}
