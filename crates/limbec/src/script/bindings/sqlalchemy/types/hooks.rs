//! `@compiles(Class, "dialect")` of `sqlalchemy.ext.compiler`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use limbec_python::{Class, Value};

/// The functions that a script registered for a class: `(dialect or "", function)`.
type Hooks = Vec<(String, Value)>;

thread_local! {
    static HOOKS: RefCell<HashMap<usize, (Rc<Class>, Hooks)>> = RefCell::default();
}

/// Forget all functions.
pub(in super::super) fn reset() {
    HOOKS.with(|hooks| hooks.borrow_mut().clear());
}

/// Register a function for a class; `dialects` empty means all.
pub(in super::super) fn add(class: &Rc<Class>, dialects: &[String], function: &Value) {
    HOOKS.with(|hooks| {
        let mut hooks = hooks.borrow_mut();
        let (_, list) = hooks
            .entry(Rc::as_ptr(class) as usize)
            .or_insert_with(|| (class.clone(), Hooks::new()));
        let all = [String::new()];
        let names = if dialects.is_empty() {
            &all[..]
        } else {
            dialects
        };
        for name in names {
            list.retain(|(known, _)| known != name);
            list.push((name.clone(), function.clone()));
        }
    });
}

/// Whether any function is registered.
pub(in super::super) fn any() -> bool {
    HOOKS.with(|hooks| !hooks.borrow().is_empty())
}

/// The function for a dialect, or the one for all.
pub(in super::super) fn for_dialect(hooks: &[(String, Value)], dialect: &str) -> Option<Value> {
    let named = |wanted: &str| hooks.iter().find(|(name, _)| name == wanted);
    named(dialect)
        .or_else(|| named(""))
        .map(|(_, function)| function.clone())
}

/// The functions of a class or of its nearest base that has some.
pub(in super::super) fn of(class: &Rc<Class>) -> Hooks {
    HOOKS.with(|hooks| {
        let hooks = hooks.borrow();
        if hooks.is_empty() {
            return Hooks::new();
        }
        class
            .mro()
            .iter()
            .find_map(|class| hooks.get(&(Rc::as_ptr(class) as usize)))
            .map_or_else(Hooks::new, |(_, list)| list.clone())
    })
}
