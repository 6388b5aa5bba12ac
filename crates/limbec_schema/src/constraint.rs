use crate::{ConstraintName, Expr, Options};

/// When a constraint is checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timing {
    /// `DEFERRABLE` (true) or `NOT DEFERRABLE` (false).
    pub deferrable: Option<bool>,
    /// `INITIALLY ...`: `DEFERRED` or `IMMEDIATE`, as the script spells it.
    pub initially: Option<String>,
}

/// A constraint of a table.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Constraint {
    PrimaryKey(PrimaryKeyConstraint),
    ForeignKey(ForeignKeyConstraint),
    Unique(UniqueConstraint),
    Check(CheckConstraint),
    Exclude(ExcludeConstraint),
}

impl Constraint {
    /// The name.
    pub fn name(&self) -> &ConstraintName {
        match self {
            Constraint::PrimaryKey(c) => &c.name,
            Constraint::ForeignKey(c) => &c.name,
            Constraint::Unique(c) => &c.name,
            Constraint::Check(c) => &c.name,
            Constraint::Exclude(c) => &c.name,
        }
    }

    /// The name, to be changed.
    pub fn name_mut(&mut self) -> &mut ConstraintName {
        match self {
            Constraint::PrimaryKey(c) => &mut c.name,
            Constraint::ForeignKey(c) => &mut c.name,
            Constraint::Unique(c) => &mut c.name,
            Constraint::Check(c) => &mut c.name,
            Constraint::Exclude(c) => &mut c.name,
        }
    }
}

/// `PRIMARY KEY (...)`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct PrimaryKeyConstraint {
    pub name: ConstraintName,
    pub columns: Vec<String>,
    pub timing: Timing,
    pub comment: Option<String>,
    pub options: Options,
}

/// `FOREIGN KEY (...) REFERENCES ...`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct ForeignKeyConstraint {
    pub name: ConstraintName,
    pub columns: Vec<String>,
    pub ref_schema: Option<String>,
    pub ref_table: String,
    /// The columns referred to; empty means the other table's primary key.
    pub ref_columns: Vec<String>,
    pub ondelete: Option<String>,
    pub onupdate: Option<String>,
    pub match_type: Option<String>,
    pub timing: Timing,
    pub use_alter: bool,
    pub comment: Option<String>,
    pub options: Options,
}

/// `UNIQUE (...)`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct UniqueConstraint {
    pub name: ConstraintName,
    pub columns: Vec<String>,
    pub timing: Timing,
    pub comment: Option<String>,
    pub options: Options,
}

/// `CHECK (...)`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct CheckConstraint {
    pub name: ConstraintName,
    pub expr: Expr,
    pub timing: Timing,
    pub comment: Option<String>,
    pub options: Options,
    /// Made by a type (`Boolean` or `Enum` with `create_constraint`), for the column named here.
    pub type_bound: Option<String>,
}

/// `EXCLUDE USING ... (...)` of PostgreSQL.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct ExcludeConstraint {
    pub name: ConstraintName,
    pub elements: Vec<ExcludeElement>,
    pub using: Option<String>,
    pub predicate: Option<Expr>,
    pub ops: Options,
    pub timing: Timing,
    pub comment: Option<String>,
    pub options: Options,
}

/// One `expression WITH operator` of an exclusion constraint.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct ExcludeElement {
    pub expr: Expr,
    pub operator: String,
}
