//! What a comparison finds, and what a script is rendered from.

use limbec_schema::Operation;

/// One thing to do, or several of one table.
// A script holds a few of these for a short time.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq)]
pub enum Directive {
    /// An operation.
    Operation(Operation),
    /// All that changes in a table that exists.
    ModifyTable(ModifyTable),
    /// Statements for something that Alembic has no operation for.
    Statements(Statements),
    /// An operation of the project's own class, as its renderer wrote it.
    Lines(Vec<String>),
    /// An operation that a comparator of the project's own has found, with its way back.
    Custom(Custom),
}

/// The operations of one table.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct ModifyTable {
    pub table: String,
    pub schema: Option<String>,
    pub ops: Vec<Directive>,
}

/// Statements that a script executes, and those that undo them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statements {
    /// What they do, as the name of a directive: `create_view`.
    pub op: &'static str,
    /// What undoing them is.
    pub back_op: &'static str,
    /// The schema.
    pub schema: Option<String>,
    /// The table, of something that belongs to one.
    pub table: Option<String>,
    /// The name of the view, the type ...
    pub name: String,
    /// The statements.
    pub forth: Vec<Step>,
    /// Those that undo them.
    pub back: Vec<Step>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Inside of the migration's transaction.
    Sql(String),
    /// Outside of a transaction, in an autocommit block.
    Alone(String),
}

/// See [`Directive::Custom`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Custom {
    /// What it does.
    pub forth: Vec<Directive>,
    /// What undoes it.
    pub back: Vec<Directive>,
    /// Its `to_diff_tuple()`, as Python shows it.
    pub diff: Option<String>,
}

/// Whether there is nothing to do: [`ModifyTable`]s without operations do not count.
pub fn are_empty(directives: &[Directive]) -> bool {
    directives.iter().all(|directive| match directive {
        Directive::ModifyTable(modify) => are_empty(&modify.ops),
        Directive::Custom(custom) => are_empty(&custom.forth),
        Directive::Operation(_) | Directive::Lines(_) | Directive::Statements(_) => false,
    })
}
