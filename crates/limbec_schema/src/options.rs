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

/// Dialect options by their full keyword (`postgresql_where`, `mysql_engine`), in the order given.
pub type Options = IndexMap<String, OptionValue>;
