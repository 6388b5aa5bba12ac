//! Iteration: what can be iterated, the next item, and what is unpacked.

use std::rc::Rc;

use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::value::iter::IterState;
use crate::value::{PyDict, PyIter, Value};
use crate::vm::Vm;

impl Vm {
    /// Whether `iter(value)` would work.
    pub(crate) fn is_iterable(&mut self, value: &Value) -> PyResult<bool> {
        Ok(match value {
            Value::Str(_)
            | Value::Bytes(_)
            | Value::ByteArray(_)
            | Value::List(_)
            | Value::Tuple(_)
            | Value::Dict(_)
            | Value::DictView(_)
            | Value::Set(_)
            | Value::FrozenSet(_)
            | Value::Range(_)
            | Value::Iterator(_) => true,
            Value::Generator(generator) => generator.type_name() == "generator",
            Value::Absent(absent) => return Err(self.absent_used(absent)),
            other => {
                let class = self.class_of(other);
                class
                    .lookup("__iter__")
                    .is_some_and(|method| !method.is_none())
                    || class.lookup("__getitem__").is_some()
            }
        })
    }

    /// `iter(value)`
    ///
    /// # Errors
    /// `TypeError` when it is not iterable; whatever `__iter__` raises.
    pub fn iter(&mut self, value: &Value) -> PyResult {
        Ok(PyIter::over(match value {
            Value::List(items) => IterState::List(items.clone(), 0),
            Value::Tuple(items) => IterState::Tuple(items.clone(), 0),
            Value::Str(text) => IterState::Str(text.clone(), 0),
            Value::Bytes(data) => IterState::Bytes(data.clone(), 0),
            Value::ByteArray(data) => IterState::Bytes(Rc::from(data.borrow().as_slice()), 0),
            Value::Range(range) => IterState::Range(**range, 0),
            Value::Dict(dict) => IterState::Dict {
                dict: dict.clone(),
                kind: crate::value::DictViewKind::Keys,
                place: 0,
                len: dict.len(),
            },
            Value::DictView(view) => IterState::Dict {
                dict: view.dict.clone(),
                kind: view.kind,
                place: 0,
                len: view.dict.len(),
            },
            Value::Set(set) | Value::FrozenSet(set) => IterState::Set {
                set: set.clone(),
                place: 0,
                len: set.len(),
            },
            Value::Iterator(_) => return Ok(value.clone()),
            Value::Generator(generator) if generator.type_name() == "generator" => {
                return Ok(value.clone());
            }
            Value::Absent(absent) => return Err(self.absent_used(absent)),
            other => {
                let class = self.class_of(other);
                match class.lookup("__iter__") {
                    Some(Value::None) | None => {}
                    Some(method) => {
                        let bound = self.bind(&method, other, &class)?;
                        let iter = self.call_args(&bound, Args::default())?;
                        if !self.is_iterator(&iter) {
                            return Err(raise(
                                "TypeError",
                                format!(
                                    "iter() returned non-iterator of type '{}'",
                                    self.type_name(&iter)
                                ),
                            ));
                        }
                        return Ok(iter);
                    }
                }
                if class.lookup("__getitem__").is_some() && !matches!(other, Value::Class(_)) {
                    IterState::Sequence(other.clone(), 0)
                } else {
                    return Err(raise(
                        "TypeError",
                        format!("'{}' object is not iterable", self.type_name(other)),
                    ));
                }
            }
        }))
    }

    pub(crate) fn is_iterator(&self, value: &Value) -> bool {
        match value {
            Value::Iterator(_) => true,
            Value::Generator(generator) => generator.type_name() == "generator",
            Value::Instance(instance) => instance.class().lookup("__next__").is_some(),
            _ => false,
        }
    }

    /// The next value of an iterator; `None` at its end.
    ///
    /// # Errors
    /// `TypeError` when it is no iterator; whatever it raises.
    pub fn next(&mut self, iter: &Value) -> PyResult<Option<Value>> {
        match iter {
            Value::Iterator(iter) => {
                self.check_interrupt()?;
                iter.next(self)
            }
            Value::Generator(generator) => match generator.step(self, Value::None)? {
                super::generator::Step::Yielded(value) => Ok(Some(value)),
                super::generator::Step::Returned(_) => Ok(None),
            },
            Value::Instance(_) => {
                let Some(method) = self.special_method(iter, "__next__")? else {
                    return Err(self.not_iterator(iter));
                };
                match self.call(&method, Vec::new(), Vec::new()) {
                    Ok(value) => Ok(Some(value)),
                    Err(error) if self.error_is(&error, "StopIteration") => Ok(None),
                    Err(error) => Err(error),
                }
            }
            other => Err(self.not_iterator(other)),
        }
    }

    pub(crate) fn not_iterator(&self, value: &Value) -> PyError {
        raise(
            "TypeError",
            format!("'{}' object is not an iterator", self.type_name(value)),
        )
    }

    /// The values for several targets, of which one may have a star.
    pub(crate) fn unpack(
        &mut self,
        value: &Value,
        targets: usize,
        star: Option<usize>,
    ) -> PyResult<Vec<Value>> {
        if !self.is_iterable(value)? {
            return Err(raise(
                "TypeError",
                format!(
                    "cannot unpack non-iterable {} object",
                    self.type_name(value)
                ),
            ));
        }
        let Some(star) = star else {
            let items = match value {
                Value::List(_) | Value::Tuple(_) => self.iterate(value)?,
                other => {
                    // One more than there are targets is enough to know that there are too many.
                    let iter = self.iter(other)?;
                    let mut items = Vec::with_capacity(targets);
                    while items.len() <= targets {
                        match self.next(&iter)? {
                            Some(item) => items.push(item),
                            None => break,
                        }
                    }
                    items
                }
            };
            return match items.len().cmp(&targets) {
                std::cmp::Ordering::Equal => Ok(items),
                std::cmp::Ordering::Less => Err(raise(
                    "ValueError",
                    format!(
                        "not enough values to unpack (expected {targets}, got {})",
                        items.len()
                    ),
                )),
                std::cmp::Ordering::Greater => Err(raise(
                    "ValueError",
                    format!("too many values to unpack (expected {targets})"),
                )),
            };
        };
        let mut items = self.iterate(value)?;
        let fixed = targets - 1;
        if items.len() < fixed {
            return Err(raise(
                "ValueError",
                format!(
                    "not enough values to unpack (expected at least {fixed}, got {})",
                    items.len()
                ),
            ));
        }
        let after = items.split_off(items.len() - (fixed - star));
        let middle = items.split_off(star);
        items.push(Value::list(middle));
        items.extend(after);
        Ok(items)
    }

    /// The pairs of a mapping: a dict, or anything with `keys()`; `None` when it is none.
    pub(crate) fn mapping_items(&mut self, value: &Value) -> PyResult<Option<Vec<(Value, Value)>>> {
        match value {
            Value::Dict(dict) => return Ok(Some(dict.items())),
            Value::Absent(absent) => return Err(self.absent_used(absent)),
            Value::Instance(instance) => {
                if let Some(Value::Dict(dict)) = instance.inner() {
                    return Ok(Some(dict.items()));
                }
            }
            _ => return Ok(None),
        }
        let Some(keys) = self.getattr_opt(value, "keys")? else {
            return Ok(None);
        };
        let keys = self.call(&keys, Vec::new(), Vec::new())?;
        let mut pairs = Vec::new();
        for key in self.iterate(&keys)? {
            let item = self.get_item(value, &key)?;
            pairs.push((key, item));
        }
        Ok(Some(pairs))
    }

    /// `dict.update(value)`
    pub(crate) fn update_dict(&mut self, dict: &Rc<PyDict>, value: &Value) -> PyResult<()> {
        if let Some(pairs) = self.mapping_items(value)? {
            for (key, value) in pairs {
                dict.set(self, key, value)?;
            }
            return Ok(());
        }
        for (index, pair) in self.iterate(value)?.into_iter().enumerate() {
            if !self.is_iterable(&pair)? {
                return Err(raise(
                    "TypeError",
                    format!(
                        "cannot convert dictionary update sequence element #{index} to a sequence"
                    ),
                ));
            }
            let parts = self.iterate(&pair)?;
            let [key, value] = parts.as_slice() else {
                return Err(raise(
                    "ValueError",
                    format!(
                        "dictionary update sequence element #{index} has length {}; 2 is required",
                        parts.len()
                    ),
                ));
            };
            dict.set(self, key.clone(), value.clone())?;
        }
        Ok(())
    }
}
