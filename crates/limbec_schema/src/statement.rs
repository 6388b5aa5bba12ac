use std::sync::Arc;

use crate::{Expr, FromItem, SqlType, TableRef, TextClause};

/// A statement that reads or changes rows.
#[derive(Debug, Clone, PartialEq)]
pub enum SqlStatement {
    /// `sa.text("...")`, and a plain string in `op.execute`.
    Text(TextClause),
    /// `sa.select(...)`, `sa.union(...)`.
    Select(Box<Select>),
    /// `sa.insert(t)`, `t.insert()`, the dialects' `insert`.
    Insert(Box<Insert>),
    /// `sa.update(t)`, `t.update()`.
    Update(Box<Update>),
    /// `sa.delete(t)`, `t.delete()`.
    Delete(Box<Delete>),
}

/// One column of a SELECT list or of RETURNING.
#[derive(Debug, Clone, PartialEq)]
pub struct SelectColumn {
    /// The expression, with its label if it has one.
    pub expr: Expr,
}

impl From<Expr> for SelectColumn {
    fn from(expr: Expr) -> Self {
        SelectColumn { expr }
    }
}

/// `prefix_with("...")` and `suffix_with`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prefix {
    /// The words.
    pub text: TextClause,
    /// `dialect=`: only for this database.
    pub dialect: Option<String>,
}

/// `with_hint(...)` and `with_statement_hint(...)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// What the hint is about; `None` for the statement, or for the table that it changes.
    pub table: Option<FromItem>,
    /// The words; `%(name)s` stands for the name of what the hint is about.
    pub text: String,
    /// `dialect_name=`: only for this database.
    pub dialect: Option<String>,
}

/// `add_cte(...)`.
#[derive(Debug, Clone, PartialEq)]
pub struct AddedCte {
    /// The query.
    pub cte: Arc<Cte>,
    /// `nest_here=True`: it stands in the WITH of this statement, not of the outermost.
    pub nest_here: bool,
}

/// How the columns of a SELECT are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LabelStyle {
    /// `LABEL_STYLE_DISAMBIGUATE_ONLY`: a repeated name is numbered (`id_1`).
    #[default]
    Disambiguate,
    /// `LABEL_STYLE_TABLENAME_PLUS_COL`: `users_id`.
    TableName,
    /// `LABEL_STYLE_NONE`.
    None,
}

/// `with_for_update(...)`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct ForUpdate {
    pub read: bool,
    pub key_share: bool,
    pub nowait: bool,
    pub skip_locked: bool,
    pub of: Vec<Expr>,
}

/// `fetch(count, percent=, with_ties=)`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Fetch {
    pub count: Expr,
    pub percent: bool,
    pub with_ties: bool,
}

/// Which tables of the enclosing statements stay out of a subquery's FROM.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Correlate {
    /// Those that the enclosing statement has, where at least one other remains.
    #[default]
    Auto,
    /// `correlate(a, b)`; empty for `correlate(None)`.
    Only(Vec<FromItem>),
    /// `correlate_except(a, b)`.
    Except(Vec<FromItem>),
}

/// `sa.select(...)`, a set operation over several, or `text(...).columns(...)`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Select {
    /// `add_cte(...)`; CTEs that FROM mentions are found by the compiler.
    pub ctes: Vec<AddedCte>,
    /// `distinct()`.
    pub distinct: bool,
    /// `distinct(a, b)`: `DISTINCT ON` of PostgreSQL.
    pub distinct_on: Vec<Expr>,
    /// The SELECT list.
    pub columns: Vec<SelectColumn>,
    /// What `select_from` and `join` named; tables of columns are added by the compiler.
    pub from: Vec<FromItem>,
    /// `where(...)`, `filter(...)`, `filter_by(...)`: joined by AND.
    pub filter: Vec<Expr>,
    /// `group_by(...)`.
    pub group_by: Vec<Expr>,
    /// `having(...)`.
    pub having: Vec<Expr>,
    /// `order_by(...)`.
    pub order_by: Vec<Expr>,
    /// `limit(...)`.
    pub limit: Option<Expr>,
    /// `offset(...)`.
    pub offset: Option<Expr>,
    /// `fetch(...)`.
    pub fetch: Option<Fetch>,
    /// `with_for_update(...)`.
    pub for_update: Option<ForUpdate>,
    /// `prefix_with(...)`.
    pub prefixes: Vec<Prefix>,
    /// `suffix_with(...)`.
    pub suffixes: Vec<Prefix>,
    /// `with_hint(...)`, `with_statement_hint(...)`.
    pub hints: Vec<Hint>,
    /// `correlate(...)`.
    pub correlate: Correlate,
    /// `set_label_style(...)`.
    pub label_style: LabelStyle,
    /// `union(...)` and such: then `columns` and `from` are empty.
    pub compound: Option<(SetOp, Vec<Select>)>,
    /// `text(...).columns(...)`: the text; `columns` says what it yields.
    pub text: Option<TextClause>,
    /// `values(...).cte()`, `values(...).scalar_values()`: the rows; `columns` says what they yield.
    pub values: Option<Vec<Vec<Expr>>>,
}

/// Set operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SetOp {
    Union,
    UnionAll,
    Intersect,
    IntersectAll,
    Except,
    ExceptAll,
}

/// One query of WITH.
#[derive(Debug, Clone, PartialEq)]
pub struct Cte {
    /// `cte("name")`, or the stem of an anonymous name (`anon`).
    pub name: String,
    /// `cte()`: the compiler numbers the name.
    pub anonymous: bool,
    /// Identity of the object. `cte.union_all(...)` of a recursive query keeps the identity of
    /// the `cte` that its own second part refers to.
    pub id: u64,
    /// `recursive=True`.
    pub recursive: bool,
    /// `nesting=True`: it stands in the WITH of the statement that uses it, not of the outermost.
    pub nesting: bool,
    /// The names of the columns, which a recursive query lists.
    pub columns: Vec<String>,
    /// `prefix_with("MATERIALIZED")`.
    pub prefixes: Vec<Prefix>,
    /// `suffix_with(...)`.
    pub suffixes: Vec<Prefix>,
    /// The query.
    pub statement: SqlStatement,
}

/// What INSERT and UPDATE know of a column of their table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    /// The name in the database.
    pub name: String,
    /// `key=`: what `values()` calls it.
    pub key: String,
    /// The type.
    pub sql_type: SqlType,
    /// A member of the primary key of an `sa.Table`.
    pub primary_key: bool,
    /// The server fills it: a server default, an identity, an autoincrement column.
    pub server_filled: bool,
    /// `default=` of an `sa.Column`: what an INSERT without the column writes. A Python callable is
    /// called by the bindings.
    pub default: Option<Expr>,
    /// `onupdate=` likewise.
    pub onupdate: Option<Expr>,
    /// `quoted_name(..., quote=)`.
    pub quote: Option<bool>,
}

impl TableColumn {
    /// `sa.column(name, type)` of an `sa.table`.
    pub fn new(name: impl Into<String>, sql_type: SqlType) -> Self {
        let name = name.into();
        TableColumn {
            key: name.clone(),
            name,
            sql_type,
            primary_key: false,
            server_filled: false,
            default: None,
            onupdate: None,
            quote: None,
        }
    }
}

/// Where the rows of an INSERT come from. Values go by the key of their column, in the order of
/// the script: the compiler puts them in the order of the table.
#[derive(Debug, Clone, PartialEq)]
pub enum InsertSource {
    /// `values(a=1)`, `values({...})`: one row. Python values are [`Expr::Bind`]s made by
    /// [`crate::build::column_value`].
    Values(Vec<(String, Expr)>),
    /// `values([{...}, {...}])`: several rows in one statement.
    Rows(Vec<Vec<(String, Expr)>>),
    /// `from_select(["a", "b"], select)`.
    Select {
        /// The keys of the columns.
        columns: Vec<String>,
        /// The query.
        select: Box<Select>,
    },
    /// `t.insert()` without values: a parameter for every column.
    Defaults,
}

/// `INSERT`.
#[derive(Debug, Clone, PartialEq)]
pub struct Insert {
    /// `add_cte(...)`.
    pub ctes: Vec<AddedCte>,
    /// The table.
    pub table: TableRef,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// The rows.
    pub source: InsertSource,
    /// `on_conflict_do_nothing`, `on_conflict_do_update`, `on_duplicate_key_update`.
    pub on_conflict: Option<OnConflict>,
    /// `returning(...)`.
    pub returning: Vec<SelectColumn>,
    /// `prefix_with(...)`.
    pub prefixes: Vec<Prefix>,
    /// `with_hint(...)`.
    pub hints: Vec<Hint>,
    /// `inline()`: the keys that the server makes are not asked for.
    pub inline: bool,
}

/// What an INSERT does with a row that is there already.
#[derive(Debug, Clone, PartialEq)]
pub struct OnConflict {
    /// `index_elements=`: columns (or names as [`Expr::Column`] without table), or expressions.
    pub columns: Vec<Expr>,
    /// `constraint=`: the name.
    pub constraint: Option<String>,
    /// `index_where=`.
    pub index_where: Option<Expr>,
    /// What happens.
    pub action: OnConflictAction,
}

/// The action of `ON CONFLICT` or `ON DUPLICATE KEY`.
#[derive(Debug, Clone, PartialEq)]
pub enum OnConflictAction {
    /// `on_conflict_do_nothing`.
    Nothing,
    /// `on_conflict_do_update(set_=..., where=...)`.
    Update {
        /// The assignments, by key.
        set: Vec<(String, Expr)>,
        /// `where=`.
        filter: Option<Expr>,
    },
    /// `mysql.insert(...).on_duplicate_key_update(...)`.
    DuplicateKeyUpdate(Vec<(String, Expr)>),
}

/// `UPDATE`.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// `add_cte(...)`.
    pub ctes: Vec<AddedCte>,
    /// The table.
    pub table: TableRef,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// The assignments by key, in the order of the script.
    pub set: Vec<(String, Expr)>,
    /// `ordered_values(...)`: assigned in that order, not in that of the table.
    pub ordered: bool,
    /// `where(...)`; tables other than `table` become UPDATE ... FROM.
    pub filter: Vec<Expr>,
    /// `returning(...)`.
    pub returning: Vec<SelectColumn>,
    /// `prefix_with(...)`.
    pub prefixes: Vec<Prefix>,
    /// `with_hint(...)`.
    pub hints: Vec<Hint>,
}

/// `DELETE`.
#[derive(Debug, Clone, PartialEq)]
pub struct Delete {
    /// `add_cte(...)`.
    pub ctes: Vec<AddedCte>,
    /// The table.
    pub table: TableRef,
    /// `where(...)`; tables other than `table` become DELETE ... USING.
    pub filter: Vec<Expr>,
    /// `returning(...)`.
    pub returning: Vec<SelectColumn>,
    /// `prefix_with(...)`.
    pub prefixes: Vec<Prefix>,
    /// `with_hint(...)`.
    pub hints: Vec<Hint>,
}
