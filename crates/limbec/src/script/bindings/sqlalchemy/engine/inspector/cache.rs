//! What an `Inspector` object has been told already. SQLAlchemy's inspector keeps what it has read,
//! and scripts rely on it either way: a new one sees changes, an old one does not.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::Value;

use crate::script::host::Host;

/// What an `Inspector` object carries.
pub(super) struct InspectorNode {
    pub(super) host: Rc<dyn Host>,
    /// It belongs to a connection, on which a question begins a transaction.
    begins: bool,
    known: RefCell<HashMap<String, Value>>,
}

impl InspectorNode {
    pub(super) fn new(host: Rc<dyn Host>, begins: bool) -> Self {
        InspectorNode {
            host,
            begins,
            known: RefCell::default(),
        }
    }

    /// Note that the database is asked.
    pub(super) fn begin(&self) {
        if self.begins {
            self.host.autobegin();
        }
    }

    pub(super) fn known(&self, key: &str) -> Option<Value> {
        self.known.borrow().get(key).cloned()
    }

    pub(super) fn keep(&self, key: String, found: &Value) {
        self.known.borrow_mut().insert(key, found.clone());
    }

    pub(super) fn clear(&self) {
        self.known.borrow_mut().clear();
    }

    /// `info_cache`
    pub(super) fn as_dict(&self) -> Value {
        let known = self.known.borrow();
        Value::dict(
            known
                .iter()
                .map(|(key, value)| (key.as_str(), value.clone())),
        )
    }
}
