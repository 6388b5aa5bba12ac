use indexmap::IndexMap;

use crate::{Column, Constraint, EnumType, Index, Options, PgDomain, Sequence};

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

/// A view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The name.
    pub name: String,
    /// The schema, `None` for the connection's default.
    pub schema: Option<String>,
    /// The query, as the database writes it.
    pub definition: String,
    /// A materialized view.
    pub materialized: bool,
    /// The comment.
    pub comment: Option<String>,
}

/// Schema and name.
pub type SchemaKey = (Option<String>, String);

/// What a database or a metadata holds, each by schema and name, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Schema {
    /// The tables.
    pub tables: IndexMap<SchemaKey, Table>,
    /// The views.
    pub views: IndexMap<SchemaKey, View>,
    /// The sequences that belong to no column.
    pub sequences: IndexMap<SchemaKey, Sequence>,
    /// The ENUM types.
    pub enums: IndexMap<SchemaKey, EnumType>,
    /// The DOMAIN types.
    pub domains: IndexMap<SchemaKey, PgDomain>,
}
