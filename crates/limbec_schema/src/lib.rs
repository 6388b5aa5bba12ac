//! The words that every layer of Limbec shares: tables, columns, constraints, indexes, types,
//! expressions and migration operations, as plain data that knows no database.
#![warn(missing_docs)]
// A script makes a few hundred of these values and drops them: boxes would save nothing and clutter
// every match.
#![allow(clippy::large_enum_variant)]

pub mod build;
mod change;
mod column;
mod constraint;
mod expr;
mod from;
mod index;
mod literal;
mod name;
mod naming;
mod op;
mod options;
mod statement;
mod table;
mod translate;
mod types;

pub use change::Change;
pub use column::{
    Autoincrement, Column, Computed, Identity, InlineForeignKey, Sequence, SequenceOptions,
    ServerDefault,
};
pub use constraint::{
    CheckConstraint, Constraint, ExcludeConstraint, ExcludeElement, ForeignKeyConstraint,
    PrimaryKeyConstraint, Timing, UniqueConstraint,
};
pub use expr::{
    BinaryOp, Case, ColumnRef, CustomOp, Expr, Frame, FrameUnit, FunctionCall, FunctionName, Over,
    StringMatch, TextClause, UnaryOp,
};
pub use from::{AliasName, FromItem, JoinKind, TableRef};
pub use index::{Index, IndexElement};
pub use literal::{Bind, Literal, NullsOrder};
pub use name::ConstraintName;
pub use naming::{ConventionError, NamingConvention, NamingKind};
pub use op::{
    AddColumn, AddConstraint, AlterColumn, Batch, BatchItem, BatchSettings, BulkInsert,
    ColumnDefault, ColumnPosition, Commented, CreateIndex, CreateTable, DropColumn, DropConstraint,
    DropIndex, DropTable, DropTableComment, ExecuteSql, ExistingColumn, Operation, Recreate,
    RenameTable, SqlCommand, TableComment,
};
pub use options::{OptionValue, Options};
pub use statement::{
    AddedCte, Correlate, Cte, Delete, Fetch, ForUpdate, Hint, Insert, InsertSource, LabelStyle,
    OnConflict, OnConflictAction, Prefix, Select, SelectColumn, SetOp, SqlStatement, TableColumn,
    Update,
};
pub use table::{Schema, SchemaKey, Table, View};
pub use translate::SchemaMap;
pub use types::{
    ArrayType, BinaryName, BinaryType, BooleanType, DecoratedType, EnumType, ForeignType,
    IntegerSize, IntegerType, IntervalType, JsonType, MysqlType, NamedType, NumericName,
    NumericType, OddValue, PgDomain, PgType, SqlType, SqliteTemporal, StringName, StringType,
    TemporalName, TemporalType, UserType, UuidType, VariantType,
};
