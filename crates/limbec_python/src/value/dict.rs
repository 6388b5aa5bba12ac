//! `dict`.

use std::cell::RefCell;
use std::rc::Rc;

use super::Value;
use super::hash::{hash_str, quick_eq};
use super::table::Table;
use crate::error::PyResult;
use crate::names::intern_hashed;
use crate::vm::Vm;

/// A `dict`: keeps the order of insertion. The methods with a [`Vm`] take any key and may run Python code
/// (`__hash__`, `__eq__`); those with `_str` take string keys and cannot fail.
#[derive(Default)]
pub struct PyDict {
    table: RefCell<Table<Value>>,
}

impl PyDict {
    /// An empty dict.
    pub fn new() -> Self {
        Self::default()
    }

    /// Give back the room that further keys would have taken.
    pub fn shrink(&self) {
        self.table.borrow_mut().shrink();
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a string key.
    pub fn get_str(&self, key: &str) -> Option<Value> {
        let table = self.table.borrow();
        let place = find_str(&table, key, hash_str(key))?;
        table.at(place).map(|entry| entry.value.clone())
    }

    /// Where a string key is, for [`PyDict::at_place`].
    pub(crate) fn place_of(&self, key: &str, hash: i64) -> Option<usize> {
        find_str(&self.table.borrow(), key, hash)
    }

    /// The value at a place, when the key there is this string.
    pub(crate) fn at_place(&self, place: usize, key: &str) -> Option<Value> {
        let table = self.table.borrow();
        let entry = table.at(place)?;
        is_key(&entry.key, key).then(|| entry.value.clone())
    }

    /// Count the changes of the keys: this is the dict of a class.
    pub(crate) fn watch(&self) {
        self.table.borrow_mut().watch();
    }

    /// Whether there is such a string key.
    pub fn contains_str(&self, key: &str) -> bool {
        find_str(&self.table.borrow(), key, hash_str(key)).is_some()
    }

    /// Set the value of a string key.
    pub fn set_str(&self, key: impl Into<Rc<str>>, value: Value) {
        let key: Rc<str> = key.into();
        let hash = hash_str(&key);
        let mut table = self.table.borrow_mut();
        match find_str(&table, &key, hash) {
            Some(place) => {
                let old = table
                    .at_mut(place)
                    .map(|entry| std::mem::replace(&mut entry.value, value));
                // The old value is dropped after the borrow ends: dropping may be deep.
                drop(table);
                drop(old);
            }
            None => {
                table.push(hash, Value::Str(key), value);
                drop(table);
            }
        }
    }

    /// As [`PyDict::set_str`], for a key that native code names: all dicts share its text.
    pub(crate) fn set_name(&self, key: &str, value: Value) {
        let hash = hash_str(key);
        let mut table = self.table.borrow_mut();
        let place = find_str(&table, key, hash);
        match place.and_then(|place| table.at_mut(place)) {
            Some(entry) => {
                let old = std::mem::replace(&mut entry.value, value);
                // Dropping may be deep, and come back to this dict.
                drop(table);
                drop(old);
            }
            None => table.push(hash, Value::Str(intern_hashed(key, hash)), value),
        }
    }

    /// Each key with its value, without a copy.
    pub(crate) fn each(&self, mut look: impl FnMut(&Value, &Value)) {
        for entry in self.table.borrow().iter() {
            look(&entry.key, &entry.value);
        }
    }

    /// Remove a string key; its value, when it was there.
    pub fn remove_str(&self, key: &str) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        let place = find_str(&table, key, hash_str(key))?;
        table.remove(place).map(|entry| entry.value)
    }

    /// The value of a key.
    ///
    /// # Errors
    /// `TypeError` for a key without hash; whatever the key's `__hash__` or `__eq__` raise.
    pub fn get(&self, vm: &mut Vm, key: &Value) -> PyResult<Option<Value>> {
        if let Value::Str(text) = key {
            let hash = hash_str(text);
            let table = self.table.borrow();
            if let Some(place) = find_str(&table, text, hash) {
                return Ok(table.at(place).map(|entry| entry.value.clone()));
            }
            // Objects of other classes may say that they equal a string.
            if table
                .find(hash, |entry| matches!(entry.key, Value::Instance(_)))
                .is_none()
            {
                return Ok(None);
            }
        }
        let hash = vm.hash(key)?;
        let place = self.find(vm, key, hash)?;
        let table = self.table.borrow();
        Ok(place.and_then(|place| table.at(place).map(|entry| entry.value.clone())))
    }

    /// Whether the key is there.
    ///
    /// # Errors
    /// As [`PyDict::get`].
    pub fn contains(&self, vm: &mut Vm, key: &Value) -> PyResult<bool> {
        Ok(self.get(vm, key)?.is_some())
    }

    /// Set the value of a key; the value it had before.
    ///
    /// # Errors
    /// As [`PyDict::get`].
    pub fn set(&self, vm: &mut Vm, key: Value, value: Value) -> PyResult<Option<Value>> {
        let hash = vm.hash(&key)?;
        let place = self.find(vm, &key, hash)?;
        let mut table = self.table.borrow_mut();
        if let Some(entry) = place.and_then(|place| table.at_mut(place)) {
            return Ok(Some(std::mem::replace(&mut entry.value, value)));
        }
        table.push(hash, key, value);
        Ok(None)
    }

    /// Remove a key; its value, when it was there.
    ///
    /// # Errors
    /// As [`PyDict::get`].
    pub fn remove(&self, vm: &mut Vm, key: &Value) -> PyResult<Option<Value>> {
        let hash = vm.hash(key)?;
        let Some(place) = self.find(vm, key, hash)? else {
            return Ok(None);
        };
        let removed = self.table.borrow_mut().remove(place);
        Ok(removed.map(|entry| entry.value))
    }

    /// Remove everything.
    pub fn clear(&self) {
        let old = self.table.borrow_mut().take();
        drop(old);
    }

    /// The pairs, in order, as they are now.
    pub fn items(&self) -> Vec<(Value, Value)> {
        let table = self.table.borrow();
        table
            .iter()
            .map(|entry| (entry.key.clone(), entry.value.clone()))
            .collect()
    }

    /// The pairs whose key is a string, in order.
    pub fn str_items(&self) -> Vec<(Rc<str>, Value)> {
        let table = self.table.borrow();
        table
            .iter()
            .filter_map(|entry| match &entry.key {
                Value::Str(key) => Some((key.clone(), entry.value.clone())),
                _ => None,
            })
            .collect()
    }

    /// The keys, in order.
    pub fn keys(&self) -> Vec<Value> {
        self.table
            .borrow()
            .iter()
            .map(|entry| entry.key.clone())
            .collect()
    }

    /// The values, in order.
    pub fn values(&self) -> Vec<Value> {
        self.table
            .borrow()
            .iter()
            .map(|entry| entry.value.clone())
            .collect()
    }

    /// A dict with the same pairs.
    pub fn copy(&self) -> PyDict {
        PyDict {
            table: RefCell::new(self.table.borrow().clone()),
        }
    }

    /// Remove and return the last pair.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        let mut table = self.table.borrow_mut();
        let place = (0..table.places())
            .rev()
            .find(|place| table.at(*place).is_some())?;
        table.remove(place).map(|entry| (entry.key, entry.value))
    }

    /// The first pair at or after a place, with the place after it; for iterators.
    pub(crate) fn next_from(&self, mut place: usize) -> Option<(usize, Value, Value)> {
        let table = self.table.borrow();
        while place < table.places() {
            if let Some(entry) = table.at(place) {
                return Some((place + 1, entry.key.clone(), entry.value.clone()));
            }
            place += 1;
        }
        None
    }

    fn find(&self, vm: &mut Vm, key: &Value, hash: i64) -> PyResult<Option<usize>> {
        find_in(&self.table, vm, key, hash)
    }
}

fn find_str(table: &Table<Value>, key: &str, hash: i64) -> Option<usize> {
    table.find(hash, |entry| is_key(&entry.key, key))
}

fn is_key(known: &Value, key: &str) -> bool {
    match known {
        Value::Str(text) => **text == *key,
        Value::Instance(_) => known.as_str().is_some_and(|text| *text == *key),
        _ => false,
    }
}

/// Find the place of a key; equality that needs Python code is asked while the table is not borrowed.
pub(crate) fn find_in<V>(
    table: &RefCell<Table<V>>,
    vm: &mut Vm,
    key: &Value,
    hash: i64,
) -> PyResult<Option<usize>> {
    let mut unsure: Vec<Value> = Vec::new();
    let sure = table.borrow().find(hash, |entry| {
        if entry.key.is(key) {
            return true;
        }
        match quick_eq(&entry.key, key) {
            Some(same) => same,
            None => {
                unsure.push(entry.key.clone());
                false
            }
        }
    });
    if sure.is_some() {
        return Ok(sure);
    }
    for candidate in unsure {
        if vm.eq(&candidate, key)? {
            let place = table.borrow().find(hash, |entry| entry.key.is(&candidate));
            if place.is_some() {
                return Ok(place);
            }
        }
    }
    Ok(None)
}
