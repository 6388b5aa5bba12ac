use std::sync::Arc;

use crate::{Cte, Expr, FunctionCall, Select, SqlType, TextClause};

/// A table, or an alias of one, as a column or a FROM names it.
///
/// Two references are the same table where all fields are equal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableRef {
    /// The name of the table.
    pub name: String,
    /// Its schema.
    pub schema: Option<String>,
    /// `table.alias("name")`, or the stem of an anonymous alias (the table's name).
    pub alias: Option<String>,
    /// `table.alias()`: the compiler numbers the alias (`users_1`).
    pub anonymous: bool,
    /// Identity of the alias object, so that two aliases of one table stay two; 0 for tables.
    pub id: u64,
    /// `quoted_name(..., quote=)`.
    pub quote: Option<bool>,
    /// A `Table` of a `MetaData`: `schema_translate_map` changes its schema, unlike that of
    /// `sa.table(...)`.
    pub of_metadata: bool,
}

impl TableRef {
    /// A table of the default schema.
    pub fn named(name: impl Into<String>) -> Self {
        TableRef {
            name: name.into(),
            ..TableRef::default()
        }
    }
}

/// The name that a subquery, a function or a list of values goes by in FROM.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AliasName {
    /// The name, or its stem (`anon`).
    pub name: String,
    /// The compiler numbers the name (`anon_1`).
    pub anonymous: bool,
    /// Identity of the object: two subqueries of one SELECT stay two.
    pub id: u64,
}

/// How two tables are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinKind {
    /// `join(...)`.
    Inner,
    /// `join(..., isouter=True)`, `outerjoin(...)`.
    Left,
    /// `join(..., full=True)`.
    Full,
}

/// Something that stands in FROM.
#[derive(Debug, Clone, PartialEq)]
pub enum FromItem {
    /// `sa.table(...)`, `sa.Table(...)`, an alias of one, a mapped class.
    Table(TableRef),
    /// `select(...).subquery()`, `.lateral()`, `.alias()`.
    Subquery {
        /// The query.
        select: Box<Select>,
        /// Its name.
        alias: AliasName,
        /// `.lateral()`.
        lateral: bool,
    },
    /// `select(...).cte(...)`; the statement's WITH defines it.
    Cte {
        /// The common table expression.
        cte: Arc<Cte>,
        /// `cte.alias(...)`.
        alias: Option<AliasName>,
    },
    /// `func.name(...).table_valued(...)`, `.alias()`, `.column_valued()`.
    Function {
        /// The call.
        call: FunctionCall,
        /// Its name; `None` for `select_from(func.name(...))`.
        alias: Option<AliasName>,
        /// The columns of `render_derived()`, with types where `with_types=True`.
        derived: Vec<(String, Option<SqlType>)>,
        /// `with_ordinality=`: the words are rendered, the name is among the columns.
        with_ordinality: bool,
        /// `joins_implicitly`/`lateral()`.
        lateral: bool,
    },
    /// `sa.values(...).data(...)`.
    Values {
        /// The columns.
        columns: Vec<(String, SqlType)>,
        /// The rows.
        rows: Vec<Vec<Expr>>,
        /// The name; `None` where none was given.
        alias: Option<AliasName>,
        /// `.lateral()`.
        lateral: bool,
    },
    /// `table.tablesample(...)`.
    Sample {
        /// The table.
        table: Box<FromItem>,
        /// Its name.
        alias: AliasName,
        /// How rows are chosen: `system(5)`.
        method: Box<Expr>,
        /// `seed=`.
        seed: Option<Box<Expr>>,
    },
    /// `select_from(sa.text("..."))`.
    Text(TextClause),
    /// `a.join(b, on)`, `select.join(...)`.
    Join {
        /// The kind.
        kind: JoinKind,
        /// The left side.
        left: Box<FromItem>,
        /// The right side.
        right: Box<FromItem>,
        /// The condition; where the script gave none, the bindings find it by the foreign keys.
        on: Option<Box<Expr>>,
    },
}
