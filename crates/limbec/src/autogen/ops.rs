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
    /// An operation of the project's own class, as its renderer wrote it.
    Lines(Vec<String>),
}

/// The operations of one table.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct ModifyTable {
    pub table: String,
    pub schema: Option<String>,
    pub ops: Vec<Directive>,
}

/// Whether there is nothing to do: [`ModifyTable`]s without operations do not count.
pub fn are_empty(directives: &[Directive]) -> bool {
    directives.iter().all(|directive| match directive {
        Directive::ModifyTable(modify) => are_empty(&modify.ops),
        Directive::Operation(_) | Directive::Lines(_) => false,
    })
}
