use crate::{Expr, FromItem, TableRef, TextClause};

/// A statement that reads or changes rows.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum SqlStatement {
    Text(TextClause),
    Select(Box<Select>),
    Insert(Box<Insert>),
    Update(Box<Update>),
    Delete(Box<Delete>),
}

/// One column of a SELECT list.
#[derive(Debug, Clone, PartialEq)]
pub struct SelectColumn {
    /// The expression, with its label if it has one.
    pub expr: Expr,
}

/// `SELECT`, or several joined by set operators.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Select {
    pub ctes: Vec<Cte>,
    pub distinct: bool,
    pub distinct_on: Vec<Expr>,
    pub columns: Vec<SelectColumn>,
    /// What `select_from` and `join` named; tables of columns are added by the compiler.
    pub from: Vec<FromItem>,
    pub filter: Vec<Expr>,
    pub group_by: Vec<Expr>,
    pub having: Vec<Expr>,
    pub order_by: Vec<Expr>,
    pub limit: Option<Expr>,
    pub offset: Option<Expr>,
    /// `FOR UPDATE ...`, already in words.
    pub for_update: Option<String>,
    pub prefixes: Vec<String>,
    /// Tables of an enclosing statement that do not stand in this one's FROM.
    pub correlate: Option<Vec<TableRef>>,
    /// The set operation, where this is a compound: then `columns` and `from` are empty.
    pub compound: Option<(SetOp, Vec<Select>)>,
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
#[allow(missing_docs)]
pub struct Cte {
    pub name: TableRef,
    pub columns: Vec<String>,
    pub recursive: bool,
    pub statement: SqlStatement,
}

/// Where the rows of an INSERT come from.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum InsertSource {
    /// One row of values, by column.
    Values(Vec<(String, Expr)>),
    /// Several rows in one statement.
    Rows(Vec<Vec<(String, Expr)>>),
    Select {
        columns: Vec<String>,
        select: Box<Select>,
    },
    Defaults,
}

/// `INSERT`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Insert {
    pub ctes: Vec<Cte>,
    pub table: TableRef,
    pub source: InsertSource,
    pub on_conflict: Option<OnConflict>,
    pub returning: Vec<SelectColumn>,
    pub prefixes: Vec<String>,
}

/// What an INSERT does with a row that is there already.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct OnConflict {
    pub columns: Vec<Expr>,
    pub constraint: Option<String>,
    pub index_where: Option<Expr>,
    pub action: OnConflictAction,
}

/// The action of `ON CONFLICT` or `ON DUPLICATE KEY`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum OnConflictAction {
    Nothing,
    Update {
        set: Vec<(String, Expr)>,
        filter: Option<Expr>,
    },
    /// MySQL's `ON DUPLICATE KEY UPDATE`.
    DuplicateKeyUpdate(Vec<(String, Expr)>),
}

/// `UPDATE`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Update {
    pub ctes: Vec<Cte>,
    pub table: TableRef,
    pub set: Vec<(String, Expr)>,
    pub filter: Vec<Expr>,
    pub returning: Vec<SelectColumn>,
}

/// `DELETE`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct Delete {
    pub ctes: Vec<Cte>,
    pub table: TableRef,
    pub filter: Vec<Expr>,
    pub returning: Vec<SelectColumn>,
}
