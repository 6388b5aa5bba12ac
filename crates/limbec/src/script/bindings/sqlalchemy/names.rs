//! The names of SQLAlchemy 2.0 and of Alembic, as `tests/names/record.py` wrote them down.
//!
//! A name that is listed and that the bindings do not have is an error that says so; any other name is an
//! `AttributeError`, as in Python.

use std::collections::HashMap;

/// A module for each line, with its names.
const MODULES: &str = include_str!("../names/modules.txt");
/// A class for each line, with its bases and the attributes that it adds to theirs.
const CLASSES: &str = include_str!("../names/classes.txt");
/// The module of the classes that the ORM's parts define.
const PARTS: &str = "sqlalchemy.orm._limbec.";

/// The names of a module.
#[derive(Clone, Copy)]
pub(in super::super) struct Names {
    /// Whether scripts are meant to import from it.
    pub public: bool,
    text: &'static str,
}

/// What a module says of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Listed {
    /// It is what the public modules have by that name.
    Shared,
    /// It is something else.
    Own,
}

impl Names {
    /// The names, in the order of the alphabet.
    pub(in super::super) fn all(self) -> impl Iterator<Item = &'static str> {
        self.text
            .split(' ')
            .map(|name| name.strip_prefix('!').unwrap_or(name))
    }

    /// Whether the module has the name.
    pub(in super::super) fn get(self, name: &str) -> Option<Listed> {
        self.text.split(' ').find_map(|listed| {
            if listed == name {
                return Some(Listed::Shared);
            }
            (listed.strip_prefix('!') == Some(name)).then_some(Listed::Own)
        })
    }
}

/// All modules.
pub(in super::super) fn modules() -> impl Iterator<Item = (&'static str, Names)> {
    MODULES.lines().filter_map(|line| {
        let (module, text) = line.split_once(": ")?;
        let inner = module.strip_prefix('*');
        let names = Names {
            public: inner.is_some(),
            text,
        };
        Some((inner.unwrap_or(module), names))
    })
}

/// The names of a module.
pub(in super::super) fn of_module(dotted: &str) -> Option<Names> {
    MODULES_BY_NAME.with(|known| known.get(dotted).copied())
}

/// The attributes of a class by its full name, without those whose names begin with an underscore.
#[must_use]
pub fn class_names(class: &str) -> Vec<&'static str> {
    CLASSES_BY_NAME.with(|known| {
        let mut found = Vec::new();
        let mut queue = vec![class];
        while let Some(class) = queue.pop() {
            if let Some(names) = known.get(class) {
                found.extend(names.attributes.split_whitespace());
                queue.extend(names.bases.split_whitespace());
            }
        }
        found
    })
}

/// Whether a class has an attribute, or inherits it.
#[must_use]
pub fn class_has(class: &str, attribute: &str) -> bool {
    CLASSES_BY_NAME.with(|known| has(known, class, attribute))
}

thread_local! {
    static MODULES_BY_NAME: HashMap<&'static str, Names> = modules().collect();
    static CLASSES_BY_NAME: HashMap<&'static str, ClassNames> = classes();
}

struct ClassNames {
    bases: &'static str,
    attributes: &'static str,
}

fn classes() -> HashMap<&'static str, ClassNames> {
    let mut known = HashMap::new();
    for line in CLASSES.lines() {
        let Some((class, attributes)) = line.split_once("): ") else {
            continue;
        };
        let Some((class, bases)) = class.split_once('(') else {
            continue;
        };
        known.insert(class, ClassNames { bases, attributes });
    }
    known
}

fn has(known: &HashMap<&'static str, ClassNames>, class: &str, attribute: &str) -> bool {
    if let Some(name) = class.strip_prefix(PARTS) {
        let found = known.keys().find(|class| {
            class
                .rsplit_once('.')
                .is_some_and(|(module, short)| short == name && is_orm(module))
        });
        return found.is_some_and(|class| has(known, class, attribute));
    }
    let Some(names) = known.get(class) else {
        return false;
    };
    names.attributes.split(' ').any(|name| name == attribute)
        || names
            .bases
            .split(' ')
            .any(|base| has(known, base, attribute))
}

fn is_orm(module: &str) -> bool {
    module.starts_with("sqlalchemy.orm") || module.starts_with("sqlalchemy.ext")
}
