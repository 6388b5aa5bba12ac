//! `object[key]`.

use std::rc::Rc;

use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::value::{Range, Slice, Value};
use crate::vm::Vm;

/// The indices of a slice of a sequence: start, step, count.
pub(crate) struct Indices {
    pub(crate) start: i64,
    pub(crate) stop: i64,
    pub(crate) step: i64,
    pub(crate) count: usize,
}

impl Indices {
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.count).map(|n| (self.start + n as i64 * self.step) as usize)
    }
}

impl Vm {
    /// An index, of an `int` or of an object with `__index__`.
    pub(crate) fn index(&mut self, value: &Value) -> PyResult<Option<i64>> {
        match value {
            Value::Int(number) => Ok(Some(*number)),
            Value::Bool(flag) => Ok(Some(i64::from(*flag))),
            Value::BigInt(number) => Ok(Some(if number.sign() == num_bigint::Sign::Minus {
                i64::MIN
            } else {
                i64::MAX
            })),
            Value::Instance(instance) => {
                if let Some(number) = instance.inner().and_then(|inner| inner.as_int()) {
                    return Ok(Some(number));
                }
                match self.special_method(value, "__index__")? {
                    Some(method) => Ok(self.call(&method, Vec::new(), Vec::new())?.as_int()),
                    None => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// `slice.indices(len)`
    pub(crate) fn slice_indices(&mut self, slice: &Slice, len: usize) -> PyResult<Indices> {
        let len = len as i64;
        let mut part = |value: &Value| -> PyResult<Option<i64>> {
            if value.is_none() {
                return Ok(None);
            }
            match self.index(value)? {
                Some(number) => Ok(Some(number)),
                None => Err(raise(
                    "TypeError",
                    "slice indices must be integers or None or have an __index__ method",
                )),
            }
        };
        let step = part(&slice.step)?.unwrap_or(1);
        let (start, stop) = (part(&slice.start)?, part(&slice.stop)?);
        if step == 0 {
            return Err(raise("ValueError", "slice step cannot be zero"));
        }
        let step = step.max(-i64::MAX);
        let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
        let clamp = |number: i64| {
            let number = if number < 0 {
                number.saturating_add(len)
            } else {
                number
            };
            number.clamp(low, high)
        };
        let (first, last) = if step > 0 { (low, high) } else { (high, low) };
        let start = start.map_or(first, clamp);
        let stop = stop.map_or(last, clamp);
        let count = Range { start, stop, step }.len() as usize;
        Ok(Indices {
            start,
            stop,
            step,
            count,
        })
    }

    fn bad_index(&self, kind: &str, key: &Value) -> PyError {
        let text = if kind == "string" {
            format!(
                "string indices must be integers, not '{}'",
                self.type_name(key)
            )
        } else if kind == "byte" {
            format!(
                "byte indices must be integers or slices, not {}",
                self.type_name(key)
            )
        } else {
            format!(
                "{kind} indices must be integers or slices, not {}",
                self.type_name(key)
            )
        };
        raise("TypeError", text)
    }

    /// The place of an index in a sequence.
    fn place(&mut self, kind: &str, key: &Value, len: usize) -> PyResult<Option<usize>> {
        let Some(index) = self.index(key)? else {
            return Err(self.bad_index(kind, key));
        };
        let index = if index < 0 {
            index.saturating_add(len as i64)
        } else {
            index
        };
        Ok(usize::try_from(index).ok().filter(|index| *index < len))
    }

    /// `object[key]`
    ///
    /// # Errors
    /// `IndexError`, `KeyError`, `TypeError`; whatever `__getitem__` raises.
    pub fn get_item(&mut self, object: &Value, key: &Value) -> PyResult {
        let out_of_range = |kind: &str| raise("IndexError", format!("{kind} index out of range"));
        match object {
            Value::Dict(dict) => match dict.clone().get(self, key)? {
                Some(value) => Ok(value),
                None => Err(key_error(key)),
            },
            Value::List(items) => {
                if let Value::Slice(slice) = key {
                    let len = items.borrow().len();
                    let indices = self.slice_indices(slice, len)?;
                    let items = items.borrow();
                    let part = indices.iter().filter_map(|at| items.get(at).cloned());
                    return Ok(Value::list(part.collect()));
                }
                let len = items.borrow().len();
                let place = self.place("list", key, len)?;
                let found = place.and_then(|place| items.borrow().get(place).cloned());
                found.ok_or_else(|| out_of_range("list"))
            }
            Value::Tuple(items) => {
                if let Value::Slice(slice) = key {
                    let indices = self.slice_indices(slice, items.len())?;
                    let part: Vec<Value> = indices.iter().map(|at| items[at].clone()).collect();
                    return Ok(Value::tuple(part));
                }
                let place = self.place("tuple", key, items.len())?;
                place
                    .map(|place| items[place].clone())
                    .ok_or_else(|| out_of_range("tuple"))
            }
            Value::Str(text) => self.str_item(text, key),
            Value::Bytes(_) | Value::ByteArray(_) => self.bytes_item(object, key),
            Value::Range(range) => {
                if let Value::Slice(slice) = key {
                    let indices = self.slice_indices(slice, range.len() as usize)?;
                    return Ok(Value::Range(Rc::new(Range {
                        start: range.at(indices.start),
                        stop: range.at(indices.stop),
                        step: range.step.saturating_mul(indices.step),
                    })));
                }
                let place = self.place("range", key, range.len() as usize)?;
                match place {
                    Some(place) => Ok(Value::Int(range.at(place as i64))),
                    None => Err(raise("IndexError", "range object index out of range")),
                }
            }
            Value::Class(class) => self.class_item(class, object, key),
            Value::Absent(absent) => Err(self.absent_used(absent)),
            Value::Instance(instance) => {
                let class = instance.class();
                if let Some(method) = class.lookup("__getitem__") {
                    let bound = self.bind(&method, object, &class)?;
                    return self.call_args(&bound, Args::pos(vec![key.clone()]));
                }
                Err(self.not_subscriptable(object))
            }
            _ => Err(self.not_subscriptable(object)),
        }
    }

    fn not_subscriptable(&self, object: &Value) -> PyError {
        raise(
            "TypeError",
            format!("'{}' object is not subscriptable", self.type_name(object)),
        )
    }

    /// `Class[item]`
    fn class_item(
        &mut self,
        class: &Rc<crate::value::Class>,
        object: &Value,
        key: &Value,
    ) -> PyResult {
        if let Some(meta) = class.metaclass()
            && let Some(method) = meta.lookup("__getitem__")
        {
            let bound = self.bind(&method, object, meta)?;
            return self.call_args(&bound, Args::pos(vec![key.clone()]));
        }
        if let Some(method) = class.lookup("__class_getitem__") {
            let bound = self.bind(&method, object, class)?;
            return self.call_args(&bound, Args::pos(vec![key.clone()]));
        }
        if class.lookup(crate::builtins::TYPE_PARAMS).is_some() {
            let args = Args::pos(vec![object.clone(), key.clone()]);
            return crate::builtins::class_getitem(self, args);
        }
        Err(raise(
            "TypeError",
            format!("type '{}' is not subscriptable", class.name()),
        ))
    }

    fn str_item(&mut self, text: &Rc<str>, key: &Value) -> PyResult {
        let ascii = text.is_ascii();
        let len = if ascii {
            text.len()
        } else {
            text.chars().count()
        };
        if let Value::Slice(slice) = key {
            let indices = self.slice_indices(slice, len)?;
            if ascii && indices.step == 1 {
                let start = indices.start as usize;
                return Ok(Value::str(&text[start..start + indices.count]));
            }
            let letters: Vec<char> = text.chars().collect();
            let part: String = indices.iter().map(|at| letters[at]).collect();
            return Ok(Value::str(part));
        }
        let Some(place) = self.place("string", key, len)? else {
            return Err(raise("IndexError", "string index out of range"));
        };
        if ascii {
            return Ok(Value::str(&text[place..=place]));
        }
        let letter: String = text.chars().skip(place).take(1).collect();
        Ok(Value::str(letter))
    }

    fn bytes_item(&mut self, object: &Value, key: &Value) -> PyResult {
        let data = super::ops::bytes_of(object).unwrap_or_default();
        if let Value::Slice(slice) = key {
            let indices = self.slice_indices(slice, data.len())?;
            let part: Vec<u8> = indices.iter().map(|at| data[at]).collect();
            return Ok(match object {
                Value::Bytes(_) => Value::bytes(part),
                _ => Value::ByteArray(Rc::new(part.into())),
            });
        }
        let kind = if matches!(object, Value::Bytes(_)) {
            "byte"
        } else {
            "bytearray"
        };
        match self.place(kind, key, data.len())? {
            Some(place) => Ok(Value::Int(i64::from(data[place]))),
            None if kind == "byte" => Err(raise("IndexError", "index out of range")),
            None => Err(raise("IndexError", "bytearray index out of range")),
        }
    }

    /// `object[key] = value`
    ///
    /// # Errors
    /// As [`Vm::get_item`].
    pub fn set_item(&mut self, object: &Value, key: &Value, value: Value) -> PyResult<()> {
        match object {
            Value::Dict(dict) => {
                let old = dict.clone().set(self, key.clone(), value)?;
                drop(old);
                Ok(())
            }
            Value::List(items) => {
                if let Value::Slice(slice) = key {
                    if !self.is_iterable(&value)? {
                        let text = if slice.step.is_none() {
                            "can only assign an iterable"
                        } else {
                            "must assign iterable to extended slice"
                        };
                        return Err(raise("TypeError", text));
                    }
                    let values = self.iterate(&value)?;
                    let len = items.borrow().len();
                    let indices = self.slice_indices(slice, len)?;
                    return set_slice(&mut items.borrow_mut(), &indices, values);
                }
                let len = items.borrow().len();
                match self.place("list", key, len)? {
                    Some(place) => {
                        let old = std::mem::replace(&mut items.borrow_mut()[place], value);
                        drop(old);
                        Ok(())
                    }
                    None => Err(raise("IndexError", "list assignment index out of range")),
                }
            }
            Value::ByteArray(data) => {
                let len = data.borrow().len();
                if let Value::Slice(slice) = key {
                    let bytes = super::ops::bytes_of(&value)
                        .ok_or_else(|| raise("TypeError", "can assign only bytes to a slice"))?;
                    let indices = self.slice_indices(slice, len)?;
                    if indices.step != 1 {
                        return Err(self.unsupported("setting a slice of a bytearray with a step"));
                    }
                    let start = (indices.start as usize).min(len);
                    data.borrow_mut()
                        .splice(start..start + indices.count, bytes);
                    return Ok(());
                }
                let byte = value.as_int().and_then(|byte| u8::try_from(byte).ok());
                match (self.place("bytearray", key, len)?, byte) {
                    (Some(place), Some(byte)) => {
                        data.borrow_mut()[place] = byte;
                        Ok(())
                    }
                    (None, _) => Err(raise("IndexError", "bytearray index out of range")),
                    (_, None) => Err(raise("ValueError", "byte must be in range(0, 256)")),
                }
            }
            Value::Absent(absent) if self.may_be_set(absent, &value) => Ok(()),
            Value::Absent(absent) => Err(self.absent_used(absent)),
            other => match self.special_method(other, "__setitem__")? {
                Some(method) => {
                    self.call(&method, vec![key.clone(), value], Vec::new())?;
                    Ok(())
                }
                None => Err(raise(
                    "TypeError",
                    format!(
                        "'{}' object does not support item assignment",
                        self.type_name(other)
                    ),
                )),
            },
        }
    }

    /// `del object[key]`
    ///
    /// # Errors
    /// As [`Vm::get_item`].
    pub fn del_item(&mut self, object: &Value, key: &Value) -> PyResult<()> {
        match object {
            Value::Dict(dict) => match dict.clone().remove(self, key)? {
                Some(_) => Ok(()),
                None => Err(key_error(key)),
            },
            Value::List(items) => {
                let len = items.borrow().len();
                if let Value::Slice(slice) = key {
                    let indices = self.slice_indices(slice, len)?;
                    let gone: std::collections::HashSet<usize> = indices.iter().collect();
                    let mut at = 0;
                    items.borrow_mut().retain(|_| {
                        at += 1;
                        !gone.contains(&(at - 1))
                    });
                    return Ok(());
                }
                match self.place("list", key, len)? {
                    Some(place) => {
                        let old = items.borrow_mut().remove(place);
                        drop(old);
                        Ok(())
                    }
                    None => Err(raise("IndexError", "list assignment index out of range")),
                }
            }
            Value::ByteArray(data) => {
                let len = data.borrow().len();
                if let Value::Slice(slice) = key {
                    let indices = self.slice_indices(slice, len)?;
                    let gone: std::collections::HashSet<usize> = indices.iter().collect();
                    let mut at = 0;
                    data.borrow_mut().retain(|_| {
                        at += 1;
                        !gone.contains(&(at - 1))
                    });
                    return Ok(());
                }
                match self.place("bytearray", key, len)? {
                    Some(place) => {
                        data.borrow_mut().remove(place);
                        Ok(())
                    }
                    None => Err(raise("IndexError", "bytearray index out of range")),
                }
            }
            Value::Absent(absent) => Err(self.absent_used(absent)),
            other => match self.special_method(other, "__delitem__")? {
                Some(method) => {
                    self.call(&method, vec![key.clone()], Vec::new())?;
                    Ok(())
                }
                None => Err(raise(
                    "TypeError",
                    format!(
                        "'{}' object doesn't support item deletion",
                        self.type_name(other)
                    ),
                )),
            },
        }
    }
}

/// `KeyError(key)`
pub(crate) fn key_error(key: &Value) -> PyError {
    let class = crate::types::types().exception("KeyError");
    crate::error::raise_class(&class, vec![key.clone()])
}

fn set_slice(items: &mut Vec<Value>, indices: &Indices, values: Vec<Value>) -> PyResult<()> {
    if indices.step == 1 {
        let start = indices.start as usize;
        let end = (indices.stop.max(indices.start)) as usize;
        items.splice(start..end, values);
        return Ok(());
    }
    if values.len() != indices.count {
        return Err(raise(
            "ValueError",
            format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                values.len(),
                indices.count
            ),
        ));
    }
    for (at, value) in indices.iter().zip(values) {
        items[at] = value;
    }
    Ok(())
}
