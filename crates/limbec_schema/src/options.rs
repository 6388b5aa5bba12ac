use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;

use indexmap::IndexMap;

use crate::Expr;

/// The value of an option that only some databases read, such as `postgresql_using="gin"`.
#[derive(Debug, Clone, PartialEq)]
pub enum OptionValue {
    /// Python's `None`: the option is named but says nothing.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A string.
    Str(String),
    /// An SQL expression, such as the predicate of a partial index.
    Expr(Expr),
    /// A list or tuple.
    List(Vec<OptionValue>),
    /// A dictionary with string keys.
    Map(IndexMap<String, OptionValue>),
}

impl OptionValue {
    /// The string, where the value is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            OptionValue::Str(text) => Some(text),
            _ => None,
        }
    }

    /// Python's truth of the value.
    pub fn is_truthy(&self) -> bool {
        match self {
            OptionValue::None => false,
            OptionValue::Bool(value) => *value,
            OptionValue::Int(value) => *value != 0,
            OptionValue::Str(text) => !text.is_empty(),
            OptionValue::Expr(_) => true,
            OptionValue::List(items) => !items.is_empty(),
            OptionValue::Map(items) => !items.is_empty(),
        }
    }
}

type Map = IndexMap<String, OptionValue>;

/// Dialect options by their full keyword (`postgresql_where`, `mysql_engine`), in the order given. It is a map that takes
/// no room while it is empty, as it mostly is.
#[derive(Debug, Clone, Default)]
pub struct Options(Option<Box<Map>>);

impl Options {
    /// No options.
    pub const fn new() -> Self {
        Self(None)
    }
}

impl Deref for Options {
    type Target = Map;

    fn deref(&self) -> &Map {
        static EMPTY: LazyLock<Map> = LazyLock::new(Map::new);
        self.0.as_deref().unwrap_or(&EMPTY)
    }
}

impl DerefMut for Options {
    fn deref_mut(&mut self) -> &mut Map {
        self.0.get_or_insert_default()
    }
}

impl PartialEq for Options {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl FromIterator<(String, OptionValue)> for Options {
    fn from_iter<I: IntoIterator<Item = (String, OptionValue)>>(pairs: I) -> Self {
        let map: Map = pairs.into_iter().collect();
        Self((!map.is_empty()).then(|| Box::new(map)))
    }
}

impl<const N: usize> From<[(String, OptionValue); N]> for Options {
    fn from(pairs: [(String, OptionValue); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl IntoIterator for Options {
    type Item = (String, OptionValue);
    type IntoIter = indexmap::map::IntoIter<String, OptionValue>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.map_or_else(Map::new, |map| *map).into_iter()
    }
}

impl<'a> IntoIterator for &'a Options {
    type Item = (&'a String, &'a OptionValue);
    type IntoIter = indexmap::map::Iter<'a, String, OptionValue>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
