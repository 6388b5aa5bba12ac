use indexmap::IndexMap;

use crate::{
    Change, Column, Computed, Constraint, Expr, Identity, Index, Options, ServerDefault,
    SqlStatement, SqlType, Table, TableColumn, TableRef,
};

/// One migration operation: the currency between scripts, autogenerate and the databases.
///
/// Readers (compile, render, reverse, describe, judge) match every variant without `_ =>`, so that
/// the compiler lists what a new operation must touch.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Operation {
    CreateTable(CreateTable),
    DropTable(DropTable),
    RenameTable(RenameTable),
    AddColumn(AddColumn),
    DropColumn(DropColumn),
    AlterColumn(Box<AlterColumn>),
    CreateIndex(CreateIndex),
    DropIndex(DropIndex),
    AddConstraint(AddConstraint),
    DropConstraint(DropConstraint),
    TableComment(TableComment),
    DropTableComment(DropTableComment),
    BulkInsert(BulkInsert),
    Execute(ExecuteSql),
    Batch(Box<Batch>),
}

/// `op.create_table`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct CreateTable {
    pub table: Table,
    pub if_not_exists: bool,
}

/// `op.drop_table`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct DropTable {
    pub name: String,
    pub schema: Option<String>,
    pub if_exists: bool,
    pub options: Options,
    /// The table as it was, where autogenerate knows it: what `reverse` needs.
    pub original: Option<Box<Table>>,
}

/// `op.rename_table`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct RenameTable {
    pub old_name: String,
    pub new_name: String,
    pub schema: Option<String>,
}

/// `op.add_column`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct AddColumn {
    pub table: String,
    pub schema: Option<String>,
    pub column: Column,
    pub if_not_exists: bool,
    /// `inline_references=True` of 1.18: REFERENCES stands inside ADD COLUMN.
    pub inline_references: bool,
    /// `inline_primary_key=True`: PRIMARY KEY stands inside ADD COLUMN.
    pub inline_primary_key: bool,
    /// Where a batch places it.
    pub position: ColumnPosition,
}

/// `insert_before` and `insert_after` of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct ColumnPosition {
    pub before: Option<String>,
    pub after: Option<String>,
}

/// `op.drop_column`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct DropColumn {
    pub table: String,
    pub schema: Option<String>,
    pub column: String,
    pub if_exists: bool,
    /// `mssql_drop_check` and such.
    pub options: Options,
    pub original: Option<Box<Column>>,
}

/// What a column's default becomes.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum ColumnDefault {
    Server(ServerDefault),
    Identity(Identity),
    Computed(Computed),
}

/// What the script says that the column is, before it is altered.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct ExistingColumn {
    pub sql_type: Option<SqlType>,
    pub nullable: Option<bool>,
    /// `Keep` where the script did not say (Alembic's `False`).
    pub server_default: Change<Option<ColumnDefault>>,
    pub comment: Option<String>,
    pub autoincrement: Option<bool>,
}

/// `op.alter_column`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct AlterColumn {
    pub table: String,
    pub schema: Option<String>,
    pub column: String,
    pub existing: ExistingColumn,
    pub nullable: Change<bool>,
    pub server_default: Change<Option<ColumnDefault>>,
    pub comment: Change<Option<String>>,
    pub name: Option<String>,
    pub sql_type: Option<SqlType>,
    /// The type, or else the existing one, is a class (`sa.DateTime`) and no object: MySQL's part of Alembic does not
    /// know a class for a DATETIME.
    pub bare_type: bool,
    pub autoincrement: Option<bool>,
    /// `postgresql_using`, `mysql_*`.
    pub options: Options,
    /// Where a batch places it.
    pub position: ColumnPosition,
}

/// `op.create_index`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct CreateIndex {
    pub index: Index,
    pub if_not_exists: bool,
}

/// `op.drop_index`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct DropIndex {
    pub name: crate::ConstraintName,
    pub table: Option<String>,
    pub schema: Option<String>,
    pub if_exists: bool,
    pub options: Options,
    pub original: Option<Box<Index>>,
    /// What the database says of the columns of `original`, for those who are told of it.
    pub columns: Vec<Column>,
}

/// `op.create_primary_key`, `create_foreign_key`, `create_unique_constraint`,
/// `create_check_constraint` and `create_exclude_constraint`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct AddConstraint {
    pub table: String,
    pub schema: Option<String>,
    pub constraint: Constraint,
}

/// `op.drop_constraint`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct DropConstraint {
    pub name: crate::ConstraintName,
    pub table: String,
    pub schema: Option<String>,
    /// `foreignkey`, `primary`, `unique`, `check`, as given in `type_`.
    pub kind: Option<String>,
    pub if_exists: bool,
    /// `DropConstraint(..., cascade=True)`.
    pub cascade: bool,
    pub original: Option<Box<Constraint>>,
}

/// `op.create_table_comment`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct TableComment {
    pub table: String,
    pub schema: Option<String>,
    pub comment: Option<String>,
    pub existing: Option<String>,
}

/// `op.drop_table_comment`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct DropTableComment {
    pub table: String,
    pub schema: Option<String>,
    pub existing: Option<String>,
}

/// `op.bulk_insert`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct BulkInsert {
    pub table: TableRef,
    /// The columns that the table declares.
    pub columns: Vec<TableColumn>,
    /// The rows by key of their columns: Python values are [`Expr::Bind`]s made by
    /// [`crate::build::column_value`].
    pub rows: Vec<IndexMap<String, Expr>>,
    pub multiinsert: bool,
}

/// `op.execute`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct ExecuteSql {
    pub command: SqlCommand,
}

/// What `op.execute` was given.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum SqlCommand {
    /// A statement: `text()`, an INSERT, an UPDATE ... A plain string is `text()` to Alembic.
    Statement(SqlStatement),
    /// DDL made in the script as a construct, such as `CreateSequence` or `Enum.create()`.
    CreateSequence {
        sequence: crate::Sequence,
        if_not_exists: bool,
    },
    DropSequence {
        sequence: crate::Sequence,
        if_exists: bool,
    },
    /// `CREATE TYPE`, `CREATE DOMAIN`: whoever asks has looked whether it is there.
    CreateType(crate::NamedType),
    DropType(crate::NamedType),
    /// What `Table.create()` sends once the types are there: the table with its indexes and all of
    /// its comments.
    BuildTable(Box<Table>),
    /// `SetColumnComment`, `DropConstraintComment` and such; `None` drops the comment.
    Comment {
        on: Commented,
        comment: Option<String>,
    },
    /// `CreateTable(table)`: the statement alone, without types, indexes and comments.
    CreateTable {
        table: Box<Table>,
        if_not_exists: bool,
    },
    CreateSchema {
        name: String,
        if_not_exists: bool,
    },
    DropSchema {
        name: String,
        cascade: bool,
        if_exists: bool,
    },
    /// `DropTable`, `CreateIndex`, `DropIndex`, `AddConstraint`, `DropConstraint`,
    /// `SetTableComment`: constructs that Alembic writes in the same way.
    Ddl(Box<Operation>),
    /// DDL text that goes in as it is (`sa.DDL(...)`, `exec_driver_sql`).
    Raw(String),
}

/// What a comment belongs to. Those of tables are operations of their own.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Commented {
    Column {
        table: String,
        schema: Option<String>,
        column: Box<Column>,
    },
    Constraint {
        table: String,
        schema: Option<String>,
        name: crate::ConstraintName,
    },
}

/// `recreate=` of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Recreate {
    #[default]
    Auto,
    Always,
    Never,
}

/// The arguments of `op.batch_alter_table`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct BatchSettings {
    pub recreate: Recreate,
    pub copy_from: Option<Table>,
    /// Constraints and columns of `table_args`.
    pub table_args: Vec<Constraint>,
    pub table_kwargs: Options,
    /// Columns and constraints that replace or complete what reflection finds.
    pub reflect_columns: Vec<Column>,
    #[allow(missing_docs)]
    pub reflect_constraints: Vec<Constraint>,
    pub reflect_kwargs: Options,
    pub naming_convention: Option<crate::NamingConvention>,
    pub partial_reordering: Vec<Vec<String>>,
}

/// What a batch holds: operations, and statements that were executed inside it.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchItem {
    /// The operation, whose table is the batch's.
    pub operation: Operation,
}

/// `op.batch_alter_table`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Batch {
    pub table: String,
    pub schema: Option<String>,
    pub settings: BatchSettings,
    pub items: Vec<BatchItem>,
}
