use crate::{ConstraintName, Expr, Options};

/// An index.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Index {
    pub name: ConstraintName,
    pub table: String,
    pub schema: Option<String>,
    pub elements: Vec<IndexElement>,
    pub unique: bool,
    /// `quote=`: quoting of the name forced on or off.
    pub quote: Option<bool>,
    pub options: Options,
}

/// One thing that an index covers.
#[derive(Debug, Clone, PartialEq)]
pub enum IndexElement {
    /// A column by name.
    Column(String),
    /// An expression, with its ordering if it has one.
    Expr(Box<Expr>),
}
