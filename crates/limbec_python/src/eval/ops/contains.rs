//! `in`.

use super::bytes_of;
use crate::error::{PyResult, raise};
use crate::value::{DictView, DictViewKind, Value};
use crate::vm::Vm;
use std::rc::Rc;

impl Vm {
    /// `item in container`
    ///
    /// # Errors
    /// `TypeError` when the container is none; whatever its methods raise.
    pub fn contains(&mut self, container: &Value, item: &Value) -> PyResult<bool> {
        match container {
            Value::Str(text) => match item.as_str() {
                Some(part) => Ok(text.contains(&*part)),
                None => Err(raise(
                    "TypeError",
                    format!(
                        "'in <string>' requires string as left operand, not {}",
                        self.type_name(item)
                    ),
                )),
            },
            Value::List(items) => {
                let items = items.borrow().clone();
                self.any_equal(&items, item)
            }
            Value::Tuple(items) => self.any_equal(items, item),
            Value::Dict(dict) => dict.clone().contains(self, item),
            Value::Set(set) | Value::FrozenSet(set) => {
                if let Value::Set(inner) = item {
                    // A set is looked for as if it were frozen.
                    let frozen = Value::FrozenSet(inner.clone());
                    return set.clone().contains(self, &frozen);
                }
                set.clone().contains(self, item)
            }
            Value::Range(range) => match item {
                Value::Int(_) | Value::Bool(_) => Ok(range.contains(item.as_int().unwrap_or(0))),
                other => {
                    let items = self.iterate(container)?;
                    self.any_equal(&items, other)
                }
            },
            Value::Bytes(_) | Value::ByteArray(_) => {
                let data = bytes_of(container).unwrap_or_default();
                match (item.as_int(), bytes_of(item)) {
                    (Some(byte), _) => Ok(data.iter().any(|b| i64::from(*b) == byte)),
                    (_, Some(part)) => Ok(
                        part.is_empty() || data.windows(part.len()).any(|window| window == part)
                    ),
                    _ => Err(raise(
                        "TypeError",
                        format!(
                            "a bytes-like object is required, not '{}'",
                            self.type_name(item)
                        ),
                    )),
                }
            }
            Value::DictView(view) => {
                let view: Rc<DictView> = view.clone();
                match view.kind {
                    DictViewKind::Keys => view.dict.contains(self, item),
                    DictViewKind::Values => {
                        let values = view.dict.values();
                        self.any_equal(&values, item)
                    }
                    DictViewKind::Items => match item {
                        Value::Tuple(pair) if pair.len() == 2 => {
                            match view.dict.get(self, &pair[0])? {
                                Some(value) => self.eq(&value, &pair[1]),
                                None => Ok(false),
                            }
                        }
                        _ => Ok(false),
                    },
                }
            }
            Value::Absent(absent) => Err(self.absent_used(absent)),
            other => {
                if let Some(method) = self.special_method(other, "__contains__")? {
                    let result = self.call(&method, vec![item.clone()], Vec::new())?;
                    return self.truthy(&result);
                }
                if !self.is_iterable(other)? {
                    return Err(raise(
                        "TypeError",
                        format!(
                            "argument of type '{}' is not iterable",
                            self.type_name(other)
                        ),
                    ));
                }
                let iter = self.iter(other)?;
                while let Some(value) = self.next(&iter)? {
                    if self.eq(&value, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
        }
    }

    fn any_equal(&mut self, items: &[Value], item: &Value) -> PyResult<bool> {
        for other in items {
            if other.is(item) || self.eq(other, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
