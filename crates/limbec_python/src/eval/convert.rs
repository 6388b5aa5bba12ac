//! Truth, length, hash, and text of values.

use std::rc::Rc;

use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::value::Value;
use crate::value::hash::{address, hash_frozenset, hash_tuple, quick_hash};
use crate::value::iter::IterState;
use crate::vm::Vm;

impl Vm {
    /// `bool(value)`
    ///
    /// # Errors
    /// Whatever `__bool__` or `__len__` raises; using an absent name.
    pub fn truthy(&mut self, value: &Value) -> PyResult<bool> {
        Ok(match value {
            Value::None => false,
            Value::Bool(flag) => *flag,
            Value::Int(number) => *number != 0,
            Value::Float(number) => *number != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::Bytes(data) => !data.is_empty(),
            Value::ByteArray(data) => !data.borrow().is_empty(),
            Value::List(items) => !items.borrow().is_empty(),
            Value::Tuple(items) => !items.is_empty(),
            Value::Dict(dict) => !dict.is_empty(),
            Value::DictView(view) => !view.dict.is_empty(),
            Value::Set(set) | Value::FrozenSet(set) => !set.is_empty(),
            Value::Range(range) => !range.is_empty(),
            Value::Absent(absent) if self.assumes(absent, "it is taken to be true") => true,
            Value::Absent(absent) => return Err(self.absent_used(absent)),
            Value::Instance(_) | Value::Class(_) => return self.object_truth(value),
            _ => true,
        })
    }

    fn object_truth(&mut self, value: &Value) -> PyResult<bool> {
        let class = self.class_of(value);
        if let Some(method) = class.lookup("__bool__") {
            let bound = self.bind(&method, value, &class)?;
            return match self.call_args(&bound, Args::default())? {
                Value::Bool(flag) => Ok(flag),
                other => Err(raise(
                    "TypeError",
                    format!(
                        "__bool__ should return bool, returned {}",
                        self.type_name(&other)
                    ),
                )),
            };
        }
        if let Some(method) = class.lookup("__len__") {
            let bound = self.bind(&method, value, &class)?;
            let len = self.call_args(&bound, Args::default())?;
            return Ok(len.as_int() != Some(0));
        }
        Ok(true)
    }

    /// `len(value)`
    ///
    /// # Errors
    /// `TypeError` when it has no length; whatever `__len__` raises.
    pub fn len(&mut self, value: &Value) -> PyResult<usize> {
        Ok(match value {
            Value::Str(text) => {
                if text.is_ascii() {
                    text.len()
                } else {
                    text.chars().count()
                }
            }
            Value::Bytes(data) => data.len(),
            Value::ByteArray(data) => data.borrow().len(),
            Value::List(items) => items.borrow().len(),
            Value::Tuple(items) => items.len(),
            Value::Dict(dict) => dict.len(),
            Value::DictView(view) => view.dict.len(),
            Value::Set(set) | Value::FrozenSet(set) => set.len(),
            Value::Range(range) => range.len() as usize,
            Value::Absent(absent) => return Err(self.absent_used(absent)),
            other => {
                let Some(method) = self.special_method(other, "__len__")? else {
                    return Err(raise(
                        "TypeError",
                        format!("object of type '{}' has no len()", self.type_name(other)),
                    ));
                };
                let len = self.call(&method, Vec::new(), Vec::new())?;
                match len.as_int() {
                    Some(len) if len < 0 => {
                        return Err(raise("ValueError", "__len__() should return >= 0"));
                    }
                    Some(len) => len as usize,
                    None => {
                        return Err(raise(
                            "TypeError",
                            format!(
                                "'{}' object cannot be interpreted as an integer",
                                self.type_name(&len)
                            ),
                        ));
                    }
                }
            }
        })
    }

    /// `hash(value)`
    ///
    /// # Errors
    /// `TypeError` when it has no hash; whatever `__hash__` raises.
    pub fn hash(&mut self, value: &Value) -> PyResult<i64> {
        if let Some(hash) = quick_hash(value) {
            return Ok(hash);
        }
        match value {
            Value::Tuple(items) => {
                self.enter()?;
                let mut hashes = Vec::with_capacity(items.len());
                for item in items.iter() {
                    match self.hash(item) {
                        Ok(hash) => hashes.push(hash),
                        Err(error) => {
                            self.leave();
                            return Err(error);
                        }
                    }
                }
                self.leave();
                Ok(hash_tuple(hashes.into_iter()))
            }
            Value::FrozenSet(set) => Ok(hash_frozenset(set.hashes().into_iter())),
            Value::BoundMethod(method) => {
                Ok(quick_hash(&method.function).unwrap_or(0) ^ self.identity(&method.this))
            }
            Value::Range(range) => {
                let parts = [range.len(), range.start, range.step];
                Ok(hash_tuple(parts.into_iter()))
            }
            Value::Instance(instance) => {
                let class = instance.class();
                match class.lookup("__hash__") {
                    Some(Value::None) => Err(self.unhashable(value)),
                    Some(method) => {
                        let bound = self.bind(&method, value, &class)?;
                        let hash = self.call_args(&bound, Args::default())?;
                        match hash.unwrap_inner() {
                            Value::Int(hash) => Ok(hash),
                            big @ (Value::BigInt(_) | Value::Bool(_)) => {
                                Ok(quick_hash(&big).unwrap_or(0))
                            }
                            _ => Err(raise(
                                "TypeError",
                                "__hash__ method should return an integer",
                            )),
                        }
                    }
                    None => Ok(address(instance)),
                }
            }
            Value::Class(class) => {
                if let Some(meta) = class.metaclass()
                    && let Some(method) = meta.lookup("__hash__")
                    && matches!(method, Value::Function(_))
                {
                    let hash = self.call(&method, vec![value.clone()], Vec::new())?;
                    return Ok(hash.as_int().unwrap_or(0));
                }
                Ok(address(class))
            }
            Value::Absent(absent) => Err(self.absent_used(absent)),
            Value::List(_)
            | Value::Dict(_)
            | Value::Set(_)
            | Value::ByteArray(_)
            | Value::Slice(_)
            | Value::DictView(_) => Err(self.unhashable(value)),
            other => Ok(self.identity(other)),
        }
    }

    fn unhashable(&self, value: &Value) -> PyError {
        raise(
            "TypeError",
            format!("unhashable type: '{}'", self.type_name(value)),
        )
    }

    /// `id(value)`
    pub(crate) fn identity(&self, value: &Value) -> i64 {
        match value {
            Value::Instance(instance) => address(instance) << 4,
            Value::List(items) => address(items) << 4,
            Value::Dict(dict) => address(dict) << 4,
            Value::Tuple(items) => address(items) << 4,
            Value::Set(set) | Value::FrozenSet(set) => address(set) << 4,
            Value::BoundMethod(method) => address(method) << 4,
            Value::ByteArray(data) => address(data) << 4,
            Value::Slice(slice) => address(slice) << 4,
            Value::Class(class) => address(class) << 4,
            Value::ClassMethod(inner) | Value::StaticMethod(inner) => address(inner) << 4,
            other => (quick_hash(other).unwrap_or(0) & 0xffff_ffff_ffff) << 4,
        }
    }

    /// `str(value)`
    ///
    /// # Errors
    /// Whatever `__str__` raises.
    pub fn str(&mut self, value: &Value) -> PyResult<Rc<str>> {
        match value {
            Value::Str(text) => Ok(text.clone()),
            Value::Instance(_) => {
                let class = self.class_of(value);
                if let Some(method) = class.lookup("__str__") {
                    let bound = self.bind(&method, value, &class)?;
                    let text = self.call_args(&bound, Args::default())?;
                    return match text.as_str() {
                        Some(text) => Ok(text),
                        None => Err(raise(
                            "TypeError",
                            format!(
                                "__str__ returned non-string (type {})",
                                self.type_name(&text)
                            ),
                        )),
                    };
                }
                self.repr(value)
            }
            Value::Class(class) => {
                if let Some(meta) = class.metaclass().cloned()
                    && let Some(method) = meta.lookup("__str__")
                    && matches!(method, Value::Function(_) | Value::Native(_))
                {
                    let text = self.call(&method, vec![value.clone()], Vec::new())?;
                    return Ok(text.as_str().unwrap_or_else(|| Rc::from("")));
                }
                self.repr(value)
            }
            other => self.repr(other),
        }
    }

    /// `ascii(value)`
    ///
    /// # Errors
    /// Whatever `__repr__` raises.
    pub fn ascii(&mut self, value: &Value) -> PyResult<Rc<str>> {
        let text = self.repr(value)?;
        if text.is_ascii() {
            return Ok(text);
        }
        let mut ascii = String::with_capacity(text.len() * 2);
        for letter in text.chars() {
            match u32::from(letter) {
                0..0x80 => ascii.push(letter),
                code @ 0x80..0x100 => ascii.push_str(&format!("\\x{code:02x}")),
                code @ 0x100..0x10000 => ascii.push_str(&format!("\\u{code:04x}")),
                code => ascii.push_str(&format!("\\U{code:08x}")),
            }
        }
        Ok(Rc::from(ascii))
    }

    /// `format(value, spec)`
    ///
    /// # Errors
    /// `ValueError` for a spec that the type does not take; whatever `__format__` raises.
    pub fn format(&mut self, value: &Value, spec: &str) -> PyResult<Rc<str>> {
        if let Value::Absent(absent) = value {
            return Err(self.absent_used(absent));
        }
        if let Value::Instance(instance) = value {
            let class = instance.class();
            if let Some(method) = class.lookup("__format__") {
                let bound = self.bind(&method, value, &class)?;
                let text = self.call_args(&bound, Args::pos(vec![Value::str(spec)]))?;
                return match text.as_str() {
                    Some(text) => Ok(text),
                    None => Err(raise(
                        "TypeError",
                        format!(
                            "__format__ must return a str, not {}",
                            self.type_name(&text)
                        ),
                    )),
                };
            }
        }
        crate::builtins::format::format_value(self, value, spec)
    }

    /// An iterator over the values from the last to the first.
    pub(crate) fn reversed(&mut self, value: &Value) -> PyResult {
        Ok(match value {
            Value::List(items) => {
                let len = items.borrow().len();
                crate::value::PyIter::over(IterState::ListReversed(items.clone(), len))
            }
            Value::Tuple(_)
            | Value::Str(_)
            | Value::Range(_)
            | Value::Dict(_)
            | Value::DictView(_)
            | Value::Bytes(_) => {
                let iter = self.iter(value)?;
                let mut items = Vec::new();
                while let Some(item) = self.next(&iter)? {
                    items.push(item);
                }
                items.reverse();
                crate::value::PyIter::named("reversed", IterState::Values(items.into_iter()))
            }
            other => {
                if let Some(method) = self.special_method(other, "__reversed__")? {
                    return self.call(&method, Vec::new(), Vec::new());
                }
                let has_items = self.special_method(other, "__getitem__")?.is_some();
                let has_len = self.special_method(other, "__len__")?.is_some();
                if !(has_items && has_len) {
                    return Err(raise(
                        "TypeError",
                        format!("'{}' object is not reversible", self.type_name(other)),
                    ));
                }
                let object = other.clone();
                let mut left = self.len(other)?;
                crate::value::PyIter::native_named("reversed", move |vm| {
                    if left == 0 {
                        return Ok(None);
                    }
                    left -= 1;
                    vm.get_item(&object, &Value::Int(left as i64)).map(Some)
                })
            }
        })
    }
}
