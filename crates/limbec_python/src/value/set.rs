//! `set` and `frozenset`.

use std::cell::RefCell;

use super::Value;
use super::dict::find_in;
use super::table::Table;
use crate::error::PyResult;
use crate::vm::Vm;

/// A `set`. It keeps the order of insertion, so that scripts do the same in every run.
#[derive(Default)]
pub struct PySet {
    table: RefCell<Table<()>>,
}

impl PySet {
    /// An empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// A set of these items.
    ///
    /// # Errors
    /// `TypeError` for an item without hash; whatever `__hash__` or `__eq__` raise.
    pub fn from_items(vm: &mut Vm, items: impl IntoIterator<Item = Value>) -> PyResult<Self> {
        let set = Self::new();
        for item in items {
            set.add(vm, item)?;
        }
        Ok(set)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    /// Whether there are no items.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Add an item; whether it is new.
    ///
    /// # Errors
    /// As [`PySet::from_items`].
    pub fn add(&self, vm: &mut Vm, item: Value) -> PyResult<bool> {
        let hash = vm.hash(&item)?;
        if find_in(&self.table, vm, &item, hash)?.is_some() {
            return Ok(false);
        }
        self.table.borrow_mut().push(hash, item, ());
        Ok(true)
    }

    /// Whether the item is there.
    ///
    /// # Errors
    /// As [`PySet::from_items`].
    pub fn contains(&self, vm: &mut Vm, item: &Value) -> PyResult<bool> {
        let hash = vm.hash(item)?;
        Ok(find_in(&self.table, vm, item, hash)?.is_some())
    }

    /// Remove an item; whether it was there.
    ///
    /// # Errors
    /// As [`PySet::from_items`].
    pub fn remove(&self, vm: &mut Vm, item: &Value) -> PyResult<bool> {
        let hash = vm.hash(item)?;
        let Some(place) = find_in(&self.table, vm, item, hash)? else {
            return Ok(false);
        };
        let removed = self.table.borrow_mut().remove(place);
        Ok(removed.is_some())
    }

    /// Remove and return the first item.
    pub fn pop(&self) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        let place = (0..table.places()).find(|place| table.at(*place).is_some())?;
        table.remove(place).map(|entry| entry.key)
    }

    /// Remove everything.
    pub fn clear(&self) {
        let old = self.table.borrow_mut().take();
        drop(old);
    }

    /// The items, in order, as they are now.
    pub fn items(&self) -> Vec<Value> {
        self.table
            .borrow()
            .iter()
            .map(|entry| entry.key.clone())
            .collect()
    }

    /// Each item, without a copy.
    pub(crate) fn each(&self, mut look: impl FnMut(&Value)) {
        for entry in self.table.borrow().iter() {
            look(&entry.key);
        }
    }

    /// The hashes of the items.
    pub(crate) fn hashes(&self) -> Vec<i64> {
        self.table.borrow().iter().map(|entry| entry.hash).collect()
    }

    /// A set with the same items.
    pub fn copy(&self) -> PySet {
        PySet {
            table: RefCell::new(self.table.borrow().clone()),
        }
    }

    /// The first item at or after a place, with the place after it; for iterators.
    pub(crate) fn next_from(&self, mut place: usize) -> Option<(usize, Value)> {
        let table = self.table.borrow();
        while place < table.places() {
            if let Some(entry) = table.at(place) {
                return Some((place + 1, entry.key.clone()));
            }
            place += 1;
        }
        None
    }
}
