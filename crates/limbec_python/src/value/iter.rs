//! Iterators, generators and the views of dicts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{PyDict, PyList, PySet, Range, Value};
use crate::error::{PyResult, raise};
use crate::eval::frame::Frame;
use crate::vm::Vm;

/// Which view of a dict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DictViewKind {
    /// `keys()`
    Keys,
    /// `values()`
    Values,
    /// `items()`
    Items,
}

impl DictViewKind {
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::Keys => "dict_keys",
            Self::Values => "dict_values",
            Self::Items => "dict_items",
        }
    }
}

/// `dict.keys()`, `.values()`, `.items()`
pub struct DictView {
    /// The dict.
    pub dict: Rc<PyDict>,
    /// Which view.
    pub kind: DictViewKind,
}

/// An iterator's closure.
type NextFn = Box<dyn FnMut(&mut Vm) -> PyResult<Option<Value>>>;

/// What an iterator goes over.
pub(crate) enum IterState {
    Done,
    List(Rc<PyList>, usize),
    ListReversed(Rc<PyList>, usize),
    Tuple(Rc<[Value]>, usize),
    Str(Rc<str>, usize),
    Bytes(Rc<[u8]>, usize),
    Range(Range, i64),
    Dict {
        dict: Rc<PyDict>,
        kind: DictViewKind,
        place: usize,
        len: usize,
    },
    Set {
        set: Rc<PySet>,
        place: usize,
        len: usize,
    },
    Values(std::vec::IntoIter<Value>),
    /// `__getitem__` with 0, 1, 2, …
    Sequence(Value, i64),
    Native(NextFn),
}

/// An iterator over a builtin collection, or one that is written in Rust.
pub struct PyIter {
    state: RefCell<IterState>,
    name: &'static str,
}

impl PyIter {
    pub(crate) fn over(state: IterState) -> Value {
        let name = match &state {
            IterState::List(..) => "list_iterator",
            IterState::ListReversed(..) => "list_reverseiterator",
            IterState::Tuple(..) => "tuple_iterator",
            IterState::Str(..) => "str_ascii_iterator",
            IterState::Bytes(..) => "bytes_iterator",
            IterState::Range(..) => "range_iterator",
            IterState::Dict { kind, .. } => match kind {
                DictViewKind::Keys => "dict_keyiterator",
                DictViewKind::Values => "dict_valueiterator",
                DictViewKind::Items => "dict_itemiterator",
            },
            IterState::Set { .. } => "set_iterator",
            _ => "iterator",
        };
        Self::named(name, state)
    }

    pub(crate) fn named(name: &'static str, state: IterState) -> Value {
        Value::Iterator(Rc::new(Self {
            state: RefCell::new(state),
            name,
        }))
    }

    pub(crate) fn values(items: Vec<Value>) -> Value {
        Self::over(IterState::Values(items.into_iter()))
    }

    pub(crate) fn native(next: impl FnMut(&mut Vm) -> PyResult<Option<Value>> + 'static) -> Value {
        Self::over(IterState::Native(Box::new(next)))
    }

    pub(crate) fn native_named(
        name: &'static str,
        next: impl FnMut(&mut Vm) -> PyResult<Option<Value>> + 'static,
    ) -> Value {
        Self::named(name, IterState::Native(Box::new(next)))
    }

    pub(crate) fn type_name(&self) -> &'static str {
        self.name
    }

    /// The next value.
    ///
    /// # Errors
    /// Whatever the iterator raises.
    pub fn next(&self, vm: &mut Vm) -> PyResult<Option<Value>> {
        if let Some(result) = self.plain_next() {
            return result;
        }
        // What may run Python code is taken out first, because that code may ask this iterator again.
        let mut state = std::mem::replace(&mut *self.state.borrow_mut(), IterState::Done);
        let result = match &mut state {
            IterState::Sequence(object, index) => {
                let key = Value::Int(*index);
                *index += 1;
                match vm.get_item(object, &key) {
                    Ok(value) => Ok(Some(value)),
                    Err(error)
                        if vm.error_is(&error, "IndexError")
                            || vm.error_is(&error, "StopIteration") =>
                    {
                        Ok(None)
                    }
                    Err(error) => Err(error),
                }
            }
            IterState::Native(next) => next(vm),
            _ => Ok(None),
        };
        // An iterator that failed or ended stays ended.
        if matches!(result, Ok(Some(_))) {
            *self.state.borrow_mut() = state;
        }
        result
    }

    /// The next value of an iterator over a builtin collection; `None` for the other iterators.
    fn plain_next(&self) -> Option<PyResult<Option<Value>>> {
        let mut state = self.state.borrow_mut();
        let next = match &mut *state {
            IterState::Sequence(..) | IterState::Native(_) => return None,
            state => advance(state),
        };
        let ended = !matches!(next, Ok(Some(_)));
        if ended {
            // What it held is dropped after the borrow ends.
            let old = std::mem::replace(&mut *state, IterState::Done);
            drop(state);
            drop(old);
        }
        Some(next)
    }
}

fn advance(state: &mut IterState) -> PyResult<Option<Value>> {
    Ok(match state {
        IterState::Done | IterState::Sequence(..) | IterState::Native(_) => None,
        IterState::List(items, place) => {
            let value = items.borrow().get(*place).cloned();
            *place += 1;
            value
        }
        IterState::ListReversed(items, left) => {
            if *left == 0 {
                None
            } else {
                *left -= 1;
                items.borrow().get(*left).cloned()
            }
        }
        IterState::Tuple(items, place) => {
            let value = items.get(*place).cloned();
            *place += 1;
            value
        }
        IterState::Str(text, place) => {
            let letter = text[*place..].chars().next();
            letter.map(|letter| {
                *place += letter.len_utf8();
                Value::str(letter.encode_utf8(&mut [0; 4]))
            })
        }
        IterState::Bytes(data, place) => {
            let value = data.get(*place).map(|byte| Value::Int(i64::from(*byte)));
            *place += 1;
            value
        }
        IterState::Range(range, index) => {
            if *index >= range.len() {
                None
            } else {
                *index += 1;
                Some(Value::Int(range.at(*index - 1)))
            }
        }
        IterState::Dict {
            dict,
            kind,
            place,
            len,
        } => {
            if dict.len() != *len {
                return Err(raise(
                    "RuntimeError",
                    "dictionary changed size during iteration",
                ));
            }
            dict.next_from(*place).map(|(next, key, value)| {
                *place = next;
                match kind {
                    DictViewKind::Keys => key,
                    DictViewKind::Values => value,
                    DictViewKind::Items => Value::tuple(vec![key, value]),
                }
            })
        }
        IterState::Set { set, place, len } => {
            if set.len() != *len {
                return Err(raise("RuntimeError", "Set changed size during iteration"));
            }
            set.next_from(*place).map(|(next, item)| {
                *place = next;
                item
            })
        }
        IterState::Values(items) => items.next(),
    })
}

/// What a [`Generator`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeneratorKind {
    /// A function with `yield`
    Generator,
    /// An `async def`
    Coroutine,
    /// An `async def` with `yield`
    AsyncGenerator,
}

pub(crate) enum GeneratorState {
    Suspended(Box<Frame>),
    Running,
    Done,
    /// A coroutine that has finished without being run: native `async` functions.
    Ready(Value),
}

/// A suspended function: a generator, a coroutine or an asynchronous generator.
pub struct Generator {
    pub(crate) kind: GeneratorKind,
    pub(crate) name: Rc<str>,
    pub(crate) qualname: Rc<str>,
    pub(crate) state: RefCell<GeneratorState>,
    pub(crate) started: Cell<bool>,
}

impl Generator {
    pub(crate) fn ready(value: Value) -> Rc<Self> {
        Rc::new(Self {
            kind: GeneratorKind::Coroutine,
            name: Rc::from("ready"),
            qualname: Rc::from("ready"),
            state: RefCell::new(GeneratorState::Ready(value)),
            started: Cell::new(false),
        })
    }

    pub(crate) fn type_name(&self) -> &'static str {
        match self.kind {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async_generator",
        }
    }
}
