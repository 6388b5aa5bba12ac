//! Names that all their uses share: a thousand scripts say `op`, `sa` and `upgrade`, and every column has a `type`.

use std::cell::RefCell;
use std::rc::Rc;

use crate::value::Value;
use crate::value::hash::hash_str;
use crate::value::table::Table;

thread_local! {
    static NAMES: RefCell<Table<()>> = RefCell::default();
}

/// The name as a text that is shared. It stays for as long as the thread: for what sources and natives name, not for
/// data.
pub(crate) fn intern(name: &str) -> Rc<str> {
    intern_hashed(name, hash_str(name))
}

/// As [`intern`], for a name whose hash is known.
pub(crate) fn intern_hashed(name: &str, hash: i64) -> Rc<str> {
    NAMES.with_borrow_mut(|names| {
        let place = names.find(
            hash,
            |entry| matches!(&entry.key, Value::Str(known) if **known == *name),
        );
        if let Some(Value::Str(known)) = place.and_then(|place| names.at(place)).map(|e| &e.key) {
            return known.clone();
        }
        let new: Rc<str> = Rc::from(name);
        names.push(hash, Value::Str(new.clone()), ());
        new
    })
}
