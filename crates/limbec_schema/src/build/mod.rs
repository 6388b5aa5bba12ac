//! Expression trees as SQLAlchemy's operators make them.
//!
//! `column == None` is IS NULL, `~(a == b)` is `a != b`, a Python value beside a column takes the
//! column's type: these decisions fall where an expression is made, not where it is compiled, and
//! they are the same for every database. Everything that makes expressions goes through here.
//!
//! Parentheses are not made here: the compiler sets them by precedence.

mod boolean;
mod function;
mod operate;
mod output;
mod pattern;
mod types;

pub use boolean::{and, negate, or};
pub use function::{function_arg, function_type, is_generic_function};
pub use operate::{between, column_value, in_list, is_operator, operate, value_beside};
pub use output::{Naming, OutputName, output_names, own_name, truth_operand};
pub use pattern::{Pattern, autoescape, string_match};
pub use types::Affinity;

use crate::{Expr, Literal};

/// The other side of an operator: a Python value, whose type depends on what it stands beside, or
/// an expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A Python value. `None`, `True` and `False` are values too.
    Value(Literal),
    /// An SQL expression.
    Expr(Expr),
}

impl From<Literal> for Operand {
    fn from(value: Literal) -> Self {
        Operand::Value(value)
    }
}

impl From<Expr> for Operand {
    fn from(expr: Expr) -> Self {
        Operand::Expr(expr)
    }
}

/// An operator that does not go with its operands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BuildError {
    /// A `sqlalchemy.exc.ArgumentError` with these words.
    Argument(String),
    /// A Python `NotImplementedError` with these words.
    NotImplemented(String),
}

impl std::fmt::Display for BuildError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            BuildError::Argument(message) | BuildError::NotImplemented(message) => {
                out.write_str(message)
            }
        }
    }
}

impl std::error::Error for BuildError {}
