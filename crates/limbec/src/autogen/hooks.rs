//! What a comparison asks of others: the database, and the functions that env.py configured.

use limbec_schema::{Column, Schema, Table};
use limbec_sql::CompileError;
use limbec_sql::meaning::Ask;

use super::{ModelError, RenameError};
use crate::script::host::HostError;

/// The database that is compared.
pub trait Actual: Ask<HostError> {
    /// The names of its schemas.
    ///
    /// # Errors
    /// What the database says.
    fn schema_names(&mut self) -> Result<Vec<String>, HostError>;

    /// The schema that unqualified names belong to.
    fn default_schema(&mut self) -> Option<String>;

    /// The tables of a schema.
    ///
    /// # Errors
    /// What the database says.
    fn tables(&mut self, schema: Option<&str>) -> Result<Schema, HostError>;

    /// The columns that own a sequence, by the sequence as `nextval` names it: `(table, column)`.
    ///
    /// # Errors
    /// What the database says.
    fn sequence_owner(&mut self, sequence: &str) -> Result<Option<SequenceOwner>, HostError>;

    /// Whether a query of one value answers true.
    ///
    /// # Errors
    /// What the database says.
    fn is_true(&mut self, query: &str) -> Result<bool, HostError>;
}

/// A sequence and the column that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SequenceOwner {
    /// The sequence, without its schema.
    pub sequence: String,
    /// The column.
    pub column: String,
}

/// The logger that a line of the comparison goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompareLog {
    /// `alembic.autogenerate.compare.tables`
    Tables,
    /// `alembic.autogenerate.compare.types`
    Types,
    /// `alembic.autogenerate.compare.constraints`
    Constraints,
    /// `alembic.autogenerate.compare.server_defaults`
    Defaults,
    /// `alembic.autogenerate.compare.comments`
    Comments,
    /// `alembic.ext.checkconstraint_byname`
    Checks,
    /// `alembic.ddl.postgresql`
    Postgres,
}

/// What the functions of env.py are asked, and where the comparison's messages go.
pub trait Hooks {
    /// What a hook may raise.
    type Error;

    /// `include_name`.
    ///
    /// # Errors
    /// What the function raises.
    fn includes_name(
        &mut self,
        name: Option<&str>,
        kind: NameKind,
        place: &NamePlace<'_>,
    ) -> Result<bool, Self::Error>;

    /// `include_object`; `compare_to` is the object on the other side.
    ///
    /// # Errors
    /// What the function raises.
    fn includes_object(
        &mut self,
        object: Object<'_>,
        compare_to: Option<Object<'_>>,
    ) -> Result<bool, Self::Error>;

    /// `compare_type` as a function: `None` leaves it to the rules.
    ///
    /// # Errors
    /// What the function raises.
    fn types_differ(&mut self, pair: ColumnPair<'_>) -> Result<Option<bool>, Self::Error>;

    /// `compare_server_default` as a function, with the defaults of both sides as text.
    ///
    /// # Errors
    /// What the function raises.
    fn defaults_differ(
        &mut self,
        pair: ColumnPair<'_>,
        found: Option<&str>,
        declared: Option<&str>,
    ) -> Result<Option<bool>, Self::Error>;

    /// How Python shows the function that compares defaults.
    ///
    /// # Errors
    /// What its `__repr__` raises.
    fn shown_defaults_hook(&mut self) -> Result<String, Self::Error>;

    /// A line for the log.
    ///
    /// # Errors
    /// What a handler raises.
    fn log(&mut self, log: CompareLog, text: &str) -> Result<(), Self::Error>;

    /// A warning.
    fn warn(&mut self, text: &str);
}

/// Why a comparison stopped.
#[derive(Debug)]
pub enum CompareError<E> {
    /// A hook raised.
    Hook(E),
    /// A type or an expression that the database does not have.
    Sql(CompileError),
    /// The database refused.
    Host(HostError),
    /// The models do not fit together.
    Model(ModelError),
    /// A rename that cannot be.
    Rename(RenameError),
}

impl<E> From<RenameError> for CompareError<E> {
    fn from(error: RenameError) -> Self {
        Self::Rename(error)
    }
}

impl<E> From<CompileError> for CompareError<E> {
    fn from(error: CompileError) -> Self {
        Self::Sql(error)
    }
}

impl<E> From<HostError> for CompareError<E> {
    fn from(error: HostError) -> Self {
        Self::Host(error)
    }
}

impl<E> From<ModelError> for CompareError<E> {
    fn from(error: ModelError) -> Self {
        Self::Model(error)
    }
}

/// What `include_name` is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum NameKind {
    Schema,
    Table,
    Column,
    Index,
    Unique,
    ForeignKey,
    Check,
}

impl NameKind {
    /// Alembic's word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Table => "table",
            Self::Column => "column",
            Self::Index => "index",
            Self::Unique => "unique_constraint",
            Self::ForeignKey => "foreign_key_constraint",
            Self::Check => "check_constraint",
        }
    }
}

/// Where a name belongs to: what `parent_names` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamePlace<'a> {
    /// Nowhere: the name is one of a schema.
    Database,
    /// A schema: the name is one of a table.
    Schema(Option<&'a str>),
    /// A table.
    Table {
        /// Its schema.
        schema: Option<&'a str>,
        /// Its name.
        table: &'a str,
    },
}

/// The side that an object stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The models.
    Declared,
    /// The database.
    Found,
}

/// A table, or a part of one.
#[derive(Debug, Clone, Copy)]
pub struct Object<'a> {
    /// Where it stands.
    pub side: Side,
    /// The table.
    pub table: &'a Table,
    /// What of it.
    pub part: Part<'a>,
}

/// See [`Object`].
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// All of it.
    Whole,
    /// A column.
    Column(&'a Column),
    /// An index, by its place.
    Index(usize),
    /// A constraint, by its place.
    Constraint(usize),
}

/// A column of the database and the declared column of that name.
#[derive(Debug, Clone, Copy)]
pub struct ColumnPair<'a> {
    /// The table in the database.
    pub found_table: &'a Table,
    /// The column in the database.
    pub found: &'a Column,
    /// The declared table.
    pub declared_table: &'a Table,
    /// The declared column.
    pub declared: &'a Column,
}

impl<'a> ColumnPair<'a> {
    /// The column of the database as an object.
    pub fn found_object(&self) -> Object<'a> {
        Object {
            side: Side::Found,
            table: self.found_table,
            part: Part::Column(self.found),
        }
    }

    /// The declared column as an object.
    pub fn declared_object(&self) -> Object<'a> {
        Object {
            side: Side::Declared,
            table: self.declared_table,
            part: Part::Column(self.declared),
        }
    }
}
