use indexmap::IndexMap;

use crate::{Column, Constraint, Index, Options};

/// A table: declared by a script or a model, or found in a database.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The name.
    pub name: String,
    /// The schema, `None` for the connection's default.
    pub schema: Option<String>,
    /// Quoting of the name forced on or off.
    pub quote: Option<bool>,
    /// The columns in order.
    pub columns: Vec<Column>,
    /// The constraints in the order of their declaration, those of columns not included.
    pub constraints: Vec<Constraint>,
    /// The indexes in the order of their declaration, those of `index=True` not included.
    pub indexes: Vec<Index>,
    /// The comment.
    pub comment: Option<String>,
    /// Words between CREATE and TABLE, such as `TEMPORARY`.
    pub prefixes: Vec<String>,
    /// Options that only some databases read.
    pub options: Options,
}

impl Table {
    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// The tables of a database or of a metadata, by schema and name, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Schema {
    /// The tables by (schema, name).
    pub tables: IndexMap<(Option<String>, String), Table>,
}
