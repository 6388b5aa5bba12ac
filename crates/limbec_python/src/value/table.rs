//! The hash table below `dict` and `set`: it keeps the order of insertion and leaves hashing and equality, which may
//! run Python code, to its user.

use std::cell::Cell;

use super::Value;

thread_local! {
    /// How often the keys of a watched table have changed.
    static CHANGES: Cell<u64> = const { Cell::new(0) };
}

/// A number that is another one whenever a key came into a watched table or went out of it: what was found in them, and where,
/// holds for as long as the number is the same.
pub(crate) fn changes() -> u64 {
    CHANGES.get()
}

/// Say that what was found in watched tables holds no longer.
pub(crate) fn changed() {
    CHANGES.set(CHANGES.get() + 1);
}

const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;
/// Up to here a table has no index and is searched from its start.
const LINEAR: usize = 8;

#[derive(Clone)]
pub(crate) struct Entry<V> {
    pub(crate) hash: i64,
    pub(crate) key: Value,
    pub(crate) value: V,
}

#[derive(Clone)]
pub(crate) struct Table<V> {
    entries: Vec<Option<Entry<V>>>,
    index: Box<[u32]>,
    live: u32,
    /// Whether it is the dict of a class; see [`changes`].
    watched: bool,
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            index: Box::default(),
            live: 0,
            watched: false,
        }
    }
}

impl<V> Table<V> {
    pub(crate) fn len(&self) -> usize {
        self.live as usize
    }

    /// Count the changes of the keys from now on, see [`changes`].
    pub(crate) fn watch(&mut self) {
        self.watched = true;
    }

    /// The table as it is; this one is empty then, and watched as before.
    pub(crate) fn take(&mut self) -> Self {
        self.touch();
        let watched = self.watched;
        std::mem::replace(
            self,
            Self {
                watched,
                ..Self::default()
            },
        )
    }

    fn touch(&self) {
        if self.watched {
            changed();
        }
    }

    /// The number of places, of which some may be empty; the bound for [`Table::at`].
    pub(crate) fn places(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn at(&self, place: usize) -> Option<&Entry<V>> {
        self.entries.get(place)?.as_ref()
    }

    pub(crate) fn at_mut(&mut self, place: usize) -> Option<&mut Entry<V>> {
        self.entries.get_mut(place)?.as_mut()
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry<V>> {
        self.entries.iter().flatten()
    }

    /// The place of the first entry with this hash that `same` accepts.
    pub(crate) fn find(&self, hash: i64, mut same: impl FnMut(&Entry<V>) -> bool) -> Option<usize> {
        if self.index.is_empty() {
            return self.entries.iter().position(|entry| {
                entry
                    .as_ref()
                    .is_some_and(|entry| entry.hash == hash && same(entry))
            });
        }
        let mask = self.index.len() - 1;
        let mut slot = spread(hash) & mask;
        loop {
            match self.index[slot] {
                EMPTY => return None,
                DELETED => {}
                place => {
                    if let Some(entry) = &self.entries[place as usize]
                        && entry.hash == hash
                        && same(entry)
                    {
                        return Some(place as usize);
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Add an entry whose key is known not to be there.
    pub(crate) fn push(&mut self, hash: i64, key: Value, value: V) {
        self.touch();
        self.live += 1;
        let place = self.entries.len() as u32;
        if self.entries.len() == self.entries.capacity() {
            // There are many objects with few attributes: doubling would leave much room unused.
            let more = match self.entries.len() {
                0 => 2,
                1..8 => 3,
                many => many / 2,
            };
            self.entries.reserve_exact(more);
        }
        self.entries.push(Some(Entry { hash, key, value }));
        if self.entries.len() > LINEAR && (self.entries.len() * 3 > self.index.len() * 2) {
            self.rebuild();
        } else if !self.index.is_empty() {
            insert_slot(&mut self.index, hash, place);
        }
    }

    /// Remove and return the entry at a place. The place stays, empty, until the next rebuild: that bounds how many
    /// slots of the index are in use.
    pub(crate) fn remove(&mut self, place: usize) -> Option<Entry<V>> {
        let entry = self.entries.get_mut(place)?.take()?;
        self.touch();
        self.live -= 1;
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut slot = spread(entry.hash) & mask;
            while self.index[slot] != place as u32 {
                slot = (slot + 1) & mask;
            }
            self.index[slot] = DELETED;
        }
        if self.live == 0 {
            self.clear();
        }
        Some(entry)
    }

    pub(crate) fn clear(&mut self) {
        self.touch();
        self.entries.clear();
        self.index = Box::default();
        self.live = 0;
    }

    /// Give back the room that further entries would have taken.
    pub(crate) fn shrink(&mut self) {
        self.entries.shrink_to_fit();
    }

    /// Close the gaps of removed entries and make an index of fitting size.
    fn rebuild(&mut self) {
        if self.len() < self.entries.len() {
            self.entries.retain(Option::is_some);
        }
        let size = (self.len() * 2).next_power_of_two().max(16);
        self.index = vec![EMPTY; size].into_boxed_slice();
        for (place, entry) in self.entries.iter().enumerate() {
            if let Some(entry) = entry {
                insert_slot(&mut self.index, entry.hash, place as u32);
            }
        }
    }
}

fn insert_slot(index: &mut [u32], hash: i64, place: u32) {
    let mask = index.len() - 1;
    let mut slot = spread(hash) & mask;
    while index[slot] != EMPTY && index[slot] != DELETED {
        slot = (slot + 1) & mask;
    }
    index[slot] = place;
}

/// Small integers hash to themselves; spread them over the table.
fn spread(hash: i64) -> usize {
    ((hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_keep_their_order_through_removal_and_growth() {
        let mut table = Table::default();
        for number in 0..100 {
            table.push(number, Value::Int(number), ());
        }
        for number in (0..100).step_by(2) {
            let place = table.find(number, |_| true).expect("it was pushed");
            table.remove(place);
        }
        for number in 200..300 {
            table.push(number, Value::Int(number), ());
        }
        let keys: Vec<i64> = table.iter().map(|entry| entry.hash).collect();
        let expected: Vec<i64> = (0..100).filter(|n| n % 2 == 1).chain(200..300).collect();
        assert_eq!(keys, expected);
        assert!(table.find(4, |_| true).is_none());
        assert!(table.find(5, |_| true).is_some());
        assert_eq!(table.len(), 150);
    }
}
