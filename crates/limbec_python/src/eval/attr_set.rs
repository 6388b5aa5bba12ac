//! `object.name = value`, `del object.name`.

use std::rc::Rc;

use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::value::{Class, Instance, Value};
use crate::vm::Vm;

impl Vm {
    /// `setattr(object, name, value)`
    ///
    /// # Errors
    /// `AttributeError`; whatever a property or `__setattr__` raises.
    pub fn setattr(&mut self, object: &Value, name: &str, value: Value) -> PyResult<()> {
        match object {
            Value::Instance(instance) => {
                let class = instance.class();
                if let Some(hook) = class.lookup("__setattr__")
                    && !super::special::is_object_method(&self.types, "__setattr__", &hook)
                {
                    let args = vec![object.clone(), Value::str(name), value];
                    self.call_args(&hook, Args::pos(args))?;
                    return Ok(());
                }
                self.plain_setattr(instance, object, name, value)
            }
            Value::Class(class) => {
                if let Some(meta) = class.metaclass()
                    && let Some(hook) = meta.lookup("__setattr__")
                    && matches!(hook, Value::Function(_) | Value::Native(_))
                {
                    let args = vec![object.clone(), Value::str(name), value];
                    self.call_args(&hook, Args::pos(args))?;
                    return Ok(());
                }
                self.set_class_attr(class, name, value)
            }
            Value::Module(module) => {
                module.dict().set_str(name, value);
                Ok(())
            }
            Value::Function(function) => {
                match (name, &value) {
                    ("__defaults__", Value::Tuple(_) | Value::None) => {
                        return Err(self.unsupported("setting __defaults__"));
                    }
                    _ => function.attrs().set_str(name, value),
                }
                Ok(())
            }
            Value::Native(function) => {
                function.attrs().set_str(name, value);
                Ok(())
            }
            // `login.login_view = "login"` while modules are loaded.
            Value::Absent(absent) if self.may_be_set(absent, &value) => Ok(()),
            Value::Absent(absent) => Err(self.absent_used(absent)),
            other => {
                let class = self.class_of(other);
                let text = if class.lookup(name).is_some() {
                    format!(
                        "'{}' object attribute '{name}' is read-only",
                        self.type_name(other)
                    )
                } else {
                    format!(
                        "'{}' object has no attribute '{name}'",
                        self.type_name(other)
                    )
                };
                Err(raise("AttributeError", text))
            }
        }
    }

    pub(crate) fn set_class_attr(
        &mut self,
        class: &Rc<Class>,
        name: &str,
        value: Value,
    ) -> PyResult<()> {
        if &*class.module() == "builtins" && class.is_native() {
            return Err(raise(
                "TypeError",
                format!(
                    "cannot set '{name}' attribute of immutable type '{}'",
                    class.name()
                ),
            ));
        }
        if let ("__name__", Some(text)) = (name, value.as_str()) {
            class.set_name(text);
            return Ok(());
        }
        class.dict().set_str(name, value);
        Ok(())
    }

    /// `object.__setattr__`
    pub(crate) fn plain_setattr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        name: &str,
        value: Value,
    ) -> PyResult<()> {
        let class = instance.class();
        match class.lookup(name) {
            Some(Value::Property(property)) => {
                if property.set.is_none() {
                    return Err(raise(
                        "AttributeError",
                        format!(
                            "property '{name}' of '{}' object has no setter",
                            class.name()
                        ),
                    ));
                }
                self.call_args(&property.set, Args::pos(vec![object.clone(), value]))?;
                return Ok(());
            }
            Some(found @ Value::Instance(_)) => {
                if let Some(set) = self.class_of(&found).lookup("__set__") {
                    self.call_args(&set, Args::pos(vec![found, object.clone(), value]))?;
                    return Ok(());
                }
            }
            _ => {}
        }
        match (name, &value) {
            ("__class__", Value::Class(class)) => {
                instance.set_class(class.clone());
                return Ok(());
            }
            ("__dict__", Value::Dict(dict)) => {
                instance.attrs().clear();
                for (key, value) in dict.str_items() {
                    instance.attrs().set_str(key, value);
                }
                return Ok(());
            }
            _ => {}
        }
        let allowed = match class.slots() {
            Some(slots) => slots.iter().any(|slot| &**slot == name),
            None => !Rc::ptr_eq(&class, &self.types.object),
        };
        if !allowed {
            let text = if class.lookup(name).is_some() {
                format!("'{}' object attribute '{name}' is read-only", class.name())
            } else {
                return Err(self.no_attribute(object, name));
            };
            return Err(raise("AttributeError", text));
        }
        instance.attrs().set_str(name, value);
        Ok(())
    }

    /// `delattr(object, name)`
    ///
    /// # Errors
    /// `AttributeError`; whatever a property or `__delattr__` raises.
    pub fn delattr(&mut self, object: &Value, name: &str) -> PyResult<()> {
        match object {
            Value::Instance(instance) => {
                let class = instance.class();
                if let Some(hook) = class.lookup("__delattr__")
                    && !super::special::is_object_method(&self.types, "__delattr__", &hook)
                {
                    let args = vec![object.clone(), Value::str(name)];
                    self.call_args(&hook, Args::pos(args))?;
                    return Ok(());
                }
                self.plain_delattr(instance, object, name)
            }
            Value::Class(class)
                if class.metaclass().is_some_and(|meta| {
                    matches!(meta.lookup("__delattr__"), Some(Value::Function(_)))
                }) =>
            {
                let hook = class
                    .metaclass()
                    .and_then(|meta| meta.lookup("__delattr__"));
                let args = vec![object.clone(), Value::str(name)];
                self.call_args(&hook.unwrap_or_default(), Args::pos(args))?;
                Ok(())
            }
            Value::Class(class) => match class.dict().remove_str(name) {
                Some(_) if !class.is_native() => Ok(()),
                _ => Err(self.no_attribute(object, name)),
            },
            Value::Module(module) => match module.dict().remove_str(name) {
                Some(_) => Ok(()),
                None => Err(self.no_attribute(object, name)),
            },
            Value::Function(function) => match function.attrs().remove_str(name) {
                Some(_) => Ok(()),
                None => Err(self.no_attribute(object, name)),
            },
            Value::Absent(absent) => Err(self.absent_used(absent)),
            other => Err(self.no_attribute(other, name)),
        }
    }

    /// `object.__delattr__`
    pub(crate) fn plain_delattr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        name: &str,
    ) -> PyResult<()> {
        let class = instance.class();
        match class.lookup(name) {
            Some(Value::Property(property)) => {
                if property.delete.is_none() {
                    return Err(raise(
                        "AttributeError",
                        format!(
                            "property '{name}' of '{}' object has no deleter",
                            class.name()
                        ),
                    ));
                }
                self.call_args(&property.delete, Args::pos(vec![object.clone()]))?;
                return Ok(());
            }
            Some(found @ Value::Instance(_)) => {
                if let Some(delete) = self.class_of(&found).lookup("__delete__") {
                    self.call_args(&delete, Args::pos(vec![found, object.clone()]))?;
                    return Ok(());
                }
            }
            _ => {}
        }
        match instance.attrs().remove_str(name) {
            Some(_) => Ok(()),
            None => Err(self.no_attribute(object, name)),
        }
    }
}
