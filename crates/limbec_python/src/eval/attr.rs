//! Attributes: how they are found.

use std::rc::Rc;

use super::imports::ABSENT_STAR;
use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::value::{Absent, Class, Function, Instance, PyDict, SuperObject, Value};
use crate::vm::Vm;

impl Vm {
    /// The class of a value.
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        match value {
            Value::Instance(instance) => instance.class(),
            Value::Class(class) => class
                .metaclass()
                .cloned()
                .unwrap_or_else(|| self.types.type_.clone()),
            other => self.types.of(other).clone(),
        }
    }

    /// `getattr(object, name)`
    ///
    /// # Errors
    /// `AttributeError`; whatever a property or `__getattr__` raises.
    pub fn getattr(&mut self, object: &Value, name: &str) -> PyResult {
        match object {
            Value::Instance(instance) => self.instance_attr(instance, object, name),
            Value::Class(class) => self.class_attr(class, object, name),
            Value::Module(module) => {
                if let Some(value) = module.get(self, name)? {
                    return Ok(value);
                }
                match name {
                    "__dict__" => return Ok(Value::Dict(module.dict().clone())),
                    "__class__" => return Ok(Value::Class(self.class_of(object))),
                    "__doc__" => return Ok(Value::None),
                    _ => {}
                }
                if let Some(value) = self.submodule(module.name(), name) {
                    return Ok(value);
                }
                if let Some(getattr) = module.dict().get_str("__getattr__") {
                    return self.call(&getattr, vec![Value::str(name)], Vec::new());
                }
                match module.dict().get_str(ABSENT_STAR) {
                    Some(Value::Absent(absent)) => Ok(self.absent_attr(&absent, name)),
                    _ => Err(self.no_attribute(object, name)),
                }
            }
            Value::Absent(absent) => Ok(self.absent_attr(absent, name)),
            Value::Super(object) => self.super_attr(object, name),
            Value::Function(function) => self.function_attr(function, object, name),
            other => self.builtin_attr(other, name),
        }
    }

    fn submodule(&self, package: &str, name: &str) -> Option<Value> {
        self.modules
            .get(format!("{package}.{name}").as_str())
            .filter(|module| matches!(module, Value::Module(_)))
            .cloned()
    }

    /// What a call of something absent answers.
    pub(crate) fn absent_result(&self, absent: &Rc<Absent>) -> Value {
        Value::Absent(Rc::new(Absent {
            name: Rc::from(format!("{}()", absent.name)),
            package: absent.package.clone(),
            file: absent.file.clone(),
            span: absent.span,
            cause: absent.cause.clone(),
        }))
    }

    pub(crate) fn absent_attr(&self, absent: &Rc<Absent>, name: &str) -> Value {
        Value::Absent(Rc::new(Absent {
            name: Rc::from(format!("{}.{name}", absent.name)),
            package: absent.package.clone(),
            file: absent.file.clone(),
            span: absent.span,
            cause: absent.cause.clone(),
        }))
    }

    /// Bind what was found in a class to an object of it (`__get__`).
    pub(crate) fn bind(&mut self, found: &Value, object: &Value, class: &Rc<Class>) -> PyResult {
        match found {
            Value::Function(_) => Ok(Self::bound(found, object)),
            Value::Native(native) if native.binds => Ok(Self::bound(found, object)),
            Value::ClassMethod(inner) => Ok(Self::bound(inner, &Value::Class(class.clone()))),
            Value::StaticMethod(inner) => Ok((**inner).clone()),
            Value::Property(property) => {
                if property.get.is_none() {
                    return Err(raise(
                        "AttributeError",
                        format!("property of '{}' object has no getter", class.name()),
                    ));
                }
                self.call_args(&property.get, Args::pos(vec![object.clone()]))
            }
            Value::Instance(descriptor) => match descriptor.class().lookup("__get__") {
                Some(get) => {
                    let args = vec![found.clone(), object.clone(), Value::Class(class.clone())];
                    self.call_args(&get, Args::pos(args))
                }
                None => Ok(found.clone()),
            },
            other => Ok(other.clone()),
        }
    }

    /// Bind what was found in a class to the class itself.
    fn bind_class(&mut self, found: &Value, class: &Rc<Class>) -> PyResult {
        match found {
            Value::ClassMethod(inner) => match &**inner {
                Value::Property(property) => {
                    self.call_args(&property.get, Args::pos(vec![Value::Class(class.clone())]))
                }
                inner => Ok(Self::bound(inner, &Value::Class(class.clone()))),
            },
            Value::StaticMethod(inner) => Ok((**inner).clone()),
            Value::Instance(descriptor) => match descriptor.class().lookup("__get__") {
                Some(get) => {
                    let args = vec![found.clone(), Value::None, Value::Class(class.clone())];
                    self.call_args(&get, Args::pos(args))
                }
                None => Ok(found.clone()),
            },
            other => Ok(other.clone()),
        }
    }

    /// Whether what was found in a class comes before the object's own attributes.
    fn is_data_descriptor(found: &Value) -> bool {
        match found {
            Value::Property(_) => true,
            Value::Instance(descriptor) => {
                let class = descriptor.class();
                class.lookup("__set__").is_some() || class.lookup("__delete__").is_some()
            }
            _ => false,
        }
    }

    fn instance_attr(&mut self, instance: &Rc<Instance>, object: &Value, name: &str) -> PyResult {
        let class = instance.class();
        if class.has_custom_getattribute()
            && let Some(hook) = class.lookup("__getattribute__")
            && !matches!(hook, Value::Native(_))
        {
            let args = vec![object.clone(), Value::str(name)];
            return match self.call_args(&hook, Args::pos(args)) {
                Err(error) if self.error_is(&error, "AttributeError") => {
                    self.getattr_hook(&class, object, name, error)
                }
                other => other,
            };
        }
        match self.plain_instance_attr(instance, object, name) {
            Ok(Some(value)) => Ok(value),
            Ok(None) => match class.lookup("__getattr__") {
                Some(hook) => {
                    let args = vec![object.clone(), Value::str(name)];
                    self.call_args(&hook, Args::pos(args))
                }
                None => Err(self.no_attribute(object, name)),
            },
            Err(error) if self.error_is(&error, "AttributeError") => {
                self.getattr_hook(&class, object, name, error)
            }
            Err(error) => Err(error),
        }
    }

    /// The attribute of an object whose class has no `__getattribute__` of its own, when there is one.
    pub(crate) fn instance_attr_opt(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        name: &str,
    ) -> PyResult<Option<Value>> {
        let is_raised = match self.plain_instance_attr(instance, object, name) {
            Ok(None) => false,
            Err(error) if self.error_is(&error, "AttributeError") => true,
            found => return found,
        };
        let Some(hook) = instance.class().lookup("__getattr__") else {
            return if is_raised {
                Ok(None)
            } else {
                self.missing(object, name)
            };
        };
        let args = vec![object.clone(), Value::str(name)];
        match self.call_args(&hook, Args::pos(args)) {
            Ok(value) => Ok(Some(value)),
            Err(error) if self.error_is(&error, "AttributeError") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Nothing, unless the original of a native class has it.
    pub(crate) fn missing(&self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        match self.lacks(object, name) {
            Some(what) => Err(self.unsupported(what)),
            None => Ok(None),
        }
    }

    /// Whether a class has no such attribute, as far as that is known without asking anyone.
    pub(crate) fn class_lacks(&self, class: &Rc<Class>, name: &str) -> bool {
        let meta = class.metaclass();
        // These are there although no dict has them.
        let is_made = matches!(
            name,
            "__name__"
                | "__qualname__"
                | "__module__"
                | "__bases__"
                | "__base__"
                | "__mro__"
                | "__dict__"
                | "__class__"
                | "__doc__"
                | "__annotations__"
        );
        !is_made
            && class.lookup(name).is_none()
            && self.types.type_.lookup(name).is_none()
            && meta.is_none_or(|meta| {
                meta.lookup(name).is_none() && meta.lookup("__getattr__").is_none()
            })
    }

    /// `object.__getattribute__`; `None` when there is no such attribute.
    pub(crate) fn plain_instance_attr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        name: &str,
    ) -> PyResult<Option<Value>> {
        let class = instance.class();
        let found = class.lookup(name);
        if let Some(found) = &found
            && Self::is_data_descriptor(found)
        {
            return self.bind(found, object, &class).map(Some);
        }
        if let Some(value) = instance.attrs().get_str(name) {
            return Ok(Some(value));
        }
        if let Some(found) = &found {
            return self.bind(found, object, &class).map(Some);
        }
        Ok(match name {
            "__class__" => Some(Value::Class(class)),
            "__dict__" if class.slots().is_some() => None,
            "__dict__" => Some(Value::Dict(instance.attrs().clone())),
            "__doc__" => Some(Value::None),
            _ => None,
        })
    }

    fn getattr_hook(
        &mut self,
        class: &Rc<Class>,
        object: &Value,
        name: &str,
        error: PyError,
    ) -> PyResult {
        match class.lookup("__getattr__") {
            Some(hook) => {
                let args = vec![object.clone(), Value::str(name)];
                self.call_args(&hook, Args::pos(args))
            }
            None => Err(error),
        }
    }

    fn class_attr(&mut self, class: &Rc<Class>, object: &Value, name: &str) -> PyResult {
        let meta = class.metaclass().cloned();
        let in_meta = meta.as_ref().and_then(|meta| meta.lookup(name));
        if let (Some(meta), Some(found)) = (&meta, &in_meta)
            && Self::is_data_descriptor(found)
        {
            return self.bind(found, object, meta);
        }
        match name {
            "__name__" => return Ok(Value::Str(class.name())),
            "__qualname__" => return Ok(Value::Str(class.qualname())),
            "__module__" => return Ok(Value::Str(class.module())),
            "__bases__" => {
                let bases: Vec<Value> = class.bases().into_iter().map(Value::Class).collect();
                return Ok(Value::tuple(bases));
            }
            "__base__" => {
                return Ok(class
                    .bases()
                    .into_iter()
                    .next()
                    .map_or(Value::None, Value::Class));
            }
            "__mro__" => {
                let mro: Vec<Value> = class.mro().into_iter().map(Value::Class).collect();
                return Ok(Value::tuple(mro));
            }
            "__dict__" => return Ok(Value::Dict(class.dict().clone())),
            "__class__" => return Ok(Value::Class(self.class_of(object))),
            "__doc__" => return Ok(class.dict().get_str("__doc__").unwrap_or_default()),
            "__annotations__" => {
                if let Some(own) = class.dict().get_str("__annotations__") {
                    return Ok(own);
                }
                let empty = Value::Dict(Rc::new(PyDict::new()));
                class.dict().set_str("__annotations__", empty.clone());
                return Ok(empty);
            }
            _ => {}
        }
        if let Some(found) = class.lookup(name) {
            return self.bind_class(&found, class);
        }
        if let (Some(meta), Some(found)) = (&meta, &in_meta) {
            return self.bind(found, object, meta);
        }
        if let Some(found) = self.types.type_.clone().lookup(name) {
            let type_ = self.types.type_.clone();
            return self.bind(&found, object, &type_);
        }
        if let Some(hook) = meta.and_then(|meta| meta.lookup("__getattr__")) {
            let args = vec![object.clone(), Value::str(name)];
            return self.call_args(&hook, Args::pos(args));
        }
        Err(self.no_attribute(object, name))
    }

    fn super_attr(&mut self, object: &Rc<SuperObject>, name: &str) -> PyResult {
        let mut after = false;
        for class in object.this_class.mro() {
            if after && let Some(found) = class.dict().get_str(name) {
                let is_class = matches!(&object.this, Value::Class(this) if Rc::ptr_eq(this, &object.this_class));
                if is_class && !matches!(found, Value::ClassMethod(_)) {
                    // `super()` in a class method or in a metaclass: functions stay unbound, unless the class is the
                    // object of a metaclass.
                    return match &found {
                        Value::StaticMethod(inner) => Ok((**inner).clone()),
                        _ => Ok(found),
                    };
                }
                let this_class = object.this_class.clone();
                return self.bind(&found, &object.this, &this_class);
            }
            if Rc::ptr_eq(&class, &object.class) {
                after = true;
            }
        }
        if name == "__class__" {
            return Ok(Value::Class(self.types.get("super").clone()));
        }
        Err(raise(
            "AttributeError",
            format!("'super' object has no attribute '{name}'"),
        ))
    }

    fn function_attr(&mut self, function: &Rc<Function>, object: &Value, name: &str) -> PyResult {
        if let Some(value) = function.attrs.get().and_then(|attrs| attrs.get_str(name)) {
            return Ok(value);
        }
        let code = &function.code;
        Ok(match name {
            "__name__" => Value::Str(code.name.clone()),
            "__qualname__" => Value::Str(function.qualname.clone()),
            "__module__" => match function.globals.dict().get_str("__name__") {
                Some(name) => name,
                None => Value::None,
            },
            "__doc__" => code.doc.clone().map_or(Value::None, Value::Str),
            "__dict__" => Value::Dict(function.attrs().clone()),
            "__globals__" => Value::Dict(function.globals.dict().clone()),
            "__defaults__" => {
                let defaults = function.defaults.borrow();
                let values: Vec<Value> = defaults
                    .iter()
                    .take(code.params.positional)
                    .flatten()
                    .cloned()
                    .collect();
                if values.is_empty() {
                    Value::None
                } else {
                    Value::tuple(values)
                }
            }
            "__kwdefaults__" => {
                let defaults = function.defaults.borrow();
                let pairs: Vec<(Rc<str>, Value)> = code
                    .locals
                    .iter()
                    .zip(defaults.iter())
                    .skip(code.params.positional)
                    .filter_map(|(name, value)| Some((name.clone(), value.clone()?)))
                    .collect();
                if pairs.is_empty() {
                    Value::None
                } else {
                    Value::dict(pairs)
                }
            }
            "__annotations__" => self.function_annotations(function)?,
            "__closure__" if function.closure.is_empty() => Value::None,
            "__closure__" => {
                let cells = function.closure.iter().map(|cell| {
                    let object = self.types.get("cell").allocate();
                    if let Some(value) = &*cell.borrow() {
                        object.set("cell_contents", value.clone());
                    }
                    Value::Instance(object)
                });
                Value::tuple(cells.collect::<Vec<_>>())
            }
            "__code__" => crate::builtins::dynamic::code_object(self, code),
            _ => return self.builtin_attr(object, name),
        })
    }

    /// Annotations of a function are evaluated when someone asks; what cannot be evaluated stays text.
    fn function_annotations(&mut self, function: &Rc<Function>) -> PyResult {
        let code = &function.code;
        let dict = PyDict::new();
        for (name, span) in &code.annotations {
            let text = code.file.slice(*span);
            let value = if code.text_annotations {
                Value::str(text)
            } else {
                match self.eval_text(text, &function.globals) {
                    Ok(value) => value,
                    Err(PyError::Interrupted) => return Err(PyError::Interrupted),
                    Err(_) => Value::str(text),
                }
            };
            dict.set_str(name.clone(), value);
        }
        let value = Value::Dict(Rc::new(dict));
        function.attrs().set_str("__annotations__", value.clone());
        Ok(value)
    }

    /// Attributes of values of builtin types.
    fn builtin_attr(&mut self, object: &Value, name: &str) -> PyResult {
        if let Some(value) = super::special::attribute(self, object, name)? {
            return Ok(value);
        }
        let class = self.class_of(object);
        if let Some(found) = class.lookup(name) {
            return self.bind(&found, object, &class);
        }
        match name {
            "__class__" => Ok(Value::Class(class)),
            "__doc__" => Ok(Value::None),
            _ => Err(self.no_attribute(object, name)),
        }
    }

    /// A method and the object it is to be called with, when it takes one: saves making a bound method.
    pub(crate) fn method(
        &mut self,
        object: &Value,
        name: &str,
    ) -> PyResult<(Value, Option<Value>)> {
        let class = match object {
            Value::Instance(instance) => {
                let class = instance.class();
                if class.has_custom_getattribute() || instance.attrs().contains_str(name) {
                    return Ok((self.getattr(object, name)?, None));
                }
                class
            }
            Value::Str(_)
            | Value::List(_)
            | Value::Dict(_)
            | Value::Tuple(_)
            | Value::Set(_)
            | Value::Int(_)
            | Value::Bytes(_) => self.types.of(object).clone(),
            _ => return Ok((self.getattr(object, name)?, None)),
        };
        match class.lookup(name) {
            Some(found @ Value::Function(_)) => Ok((found, Some(object.clone()))),
            Some(Value::Native(native)) if native.binds => {
                Ok((Value::Native(native), Some(object.clone())))
            }
            _ => Ok((self.getattr(object, name)?, None)),
        }
    }

    /// A method that the interpreter itself calls: looked up in the class, not in the object.
    pub(crate) fn special_method(&mut self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        let class = self.class_of(object);
        match class.lookup(name) {
            Some(Value::None) | None => Ok(None),
            Some(found) => self.bind(&found, object, &class).map(Some),
        }
    }
}
