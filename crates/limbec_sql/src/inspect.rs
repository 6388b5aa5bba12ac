//! What a schema holds, as SQLAlchemy's inspector tells it.
//!
//! Values and order are those of SQLAlchemy 2.0, oddities included, because scripts compare them.

use limbec_schema::{Identity, Options, Schema, SqlType, Table};

use crate::db_error::DbError;

/// Why the schema could not be read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum InspectError {
    /// `sqlalchemy.exc.NoSuchTableError`: its text is the name alone.
    #[error("{0}")]
    NoSuchTable(String),
    /// The database refused.
    #[error(transparent)]
    Database(#[from] DbError),
    /// A catalog whose contents do not fit together, as after a hand-edited `sqlite_master`.
    #[error("{0}")]
    Catalog(String),
}

/// A column: `get_columns`.
#[derive(Debug, Clone, PartialEq)]
pub struct ReflectedColumn {
    /// The name.
    pub name: String,
    /// The type.
    pub sql_type: SqlType,
    /// Whether NULL is allowed.
    pub nullable: bool,
    /// The text of the default, as the database keeps it.
    pub default: Option<String>,
    /// SQLite: the column's place in the primary key, from 1, or 0. Other databases do not say.
    pub primary_key: Option<i64>,
    /// Whether the server numbers rows; only some databases say.
    pub autoincrement: Option<bool>,
    /// `GENERATED ALWAYS AS`.
    pub computed: Option<ReflectedComputed>,
    /// `GENERATED ... AS IDENTITY`.
    pub identity: Option<Identity>,
    /// The comment, where the database has comments.
    pub comment: Option<String>,
    /// Options that only this database has.
    pub dialect_options: Options,
}

/// The expression of a generated column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReflectedComputed {
    /// The expression; empty where it could not be found in the text.
    pub sqltext: String,
    /// `STORED`.
    pub persisted: bool,
}

/// A primary key: `get_pk_constraint`. No columns means no key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedPrimaryKey {
    /// The name, where it has one.
    pub name: Option<String>,
    /// The columns, in the order of the key.
    pub constrained_columns: Vec<String>,
    /// The comment.
    pub comment: Option<String>,
}

/// A foreign key: `get_foreign_keys`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedForeignKey {
    /// The name, where it has one.
    pub name: Option<String>,
    /// The columns here.
    pub constrained_columns: Vec<String>,
    /// The schema of the other table.
    pub referred_schema: Option<String>,
    /// The other table.
    pub referred_table: String,
    /// The columns there.
    pub referred_columns: Vec<String>,
    /// `ondelete`, `onupdate`, `deferrable`, `initially`, `match`: only those that are said, in the
    /// order of SQLAlchemy's dictionary.
    pub options: Options,
    /// The comment.
    pub comment: Option<String>,
}

/// A unique constraint: `get_unique_constraints`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedUnique {
    /// The name, where it has one.
    pub name: Option<String>,
    /// The columns.
    pub column_names: Vec<String>,
    /// The index that stands behind it, where the database shows that as an index too.
    pub duplicates_index: Option<String>,
    /// The comment.
    pub comment: Option<String>,
    /// Options that only this database has.
    pub dialect_options: Options,
}

/// A check constraint: `get_check_constraints`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedCheck {
    /// The name, where it has one.
    pub name: Option<String>,
    /// The condition.
    pub sqltext: String,
    /// The comment.
    pub comment: Option<String>,
    /// Options that only this database has.
    pub dialect_options: Options,
}

/// An index: `get_indexes`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReflectedIndex {
    /// The name.
    pub name: Option<String>,
    /// The columns; `None` where an expression stands.
    pub column_names: Vec<Option<String>>,
    /// Columns and expressions, where there is an expression.
    pub expressions: Option<Vec<String>>,
    /// Whether it is unique.
    pub unique: bool,
    /// The constraint whose index it is, where the database shows both.
    pub duplicates_constraint: Option<String>,
    /// Columns that are stored but not indexed.
    pub include_columns: Option<Vec<String>>,
    /// `desc`, `nulls_first` ... by column.
    pub column_sorting: Vec<(String, Vec<String>)>,
    /// Options that only this database has, such as `sqlite_where`.
    pub dialect_options: Options,
}

/// What reads the schema of a database.
///
/// `schema` is `None` for the connection's default schema.
pub trait Inspector {
    /// The schemas.
    ///
    /// # Errors
    /// What the database says.
    fn schema_names(&mut self) -> Result<Vec<String>, InspectError>;

    /// The name of the default schema (`main`, `public` ...).
    ///
    /// # Errors
    /// What the database says.
    fn default_schema_name(&mut self) -> Result<Option<String>, InspectError>;

    /// The tables, in order of name.
    ///
    /// # Errors
    /// What the database says.
    fn table_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError>;

    /// The views.
    ///
    /// # Errors
    /// What the database says.
    fn view_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError>;

    /// The temporary tables.
    ///
    /// # Errors
    /// What the database says.
    fn temp_table_names(&mut self) -> Result<Vec<String>, InspectError>;

    /// The temporary views.
    ///
    /// # Errors
    /// What the database says.
    fn temp_view_names(&mut self) -> Result<Vec<String>, InspectError>;

    /// The text of a view.
    ///
    /// # Errors
    /// No such view, or what the database says.
    fn view_definition(&mut self, view: &str, schema: Option<&str>)
    -> Result<String, InspectError>;

    /// Whether there is such a table or view.
    ///
    /// # Errors
    /// What the database says.
    fn has_table(&mut self, table: &str, schema: Option<&str>) -> Result<bool, InspectError>;

    /// Whether there is a named type (an ENUM, a domain) of that name. Without a schema, one that is
    /// found without naming its schema.
    ///
    /// # Errors
    /// What the database says.
    fn has_type(&mut self, _name: &str, _schema: Option<&str>) -> Result<bool, InspectError> {
        Ok(false)
    }

    /// Whether there is a sequence of that name. Without a schema, one that is found without naming
    /// its schema.
    ///
    /// # Errors
    /// What the database says.
    fn has_sequence(&mut self, _name: &str, _schema: Option<&str>) -> Result<bool, InspectError> {
        Ok(false)
    }

    /// The columns in order.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn columns(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedColumn>, InspectError>;

    /// The primary key.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn primary_key(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<ReflectedPrimaryKey, InspectError>;

    /// The foreign keys.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn foreign_keys(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedForeignKey>, InspectError>;

    /// The unique constraints.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn unique_constraints(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedUnique>, InspectError>;

    /// The check constraints.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn check_constraints(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedCheck>, InspectError>;

    /// The indexes.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn indexes(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedIndex>, InspectError>;

    /// The comment of a table; databases without comments answer `NotImplemented` in SQLAlchemy,
    /// and `None` here.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn table_comment(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Option<String>, InspectError>;

    /// The options of a table, such as `sqlite_strict`.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn table_options(&mut self, table: &str, schema: Option<&str>)
    -> Result<Options, InspectError>;

    /// The whole table, as `Table(name, metadata, autoload_with=...)` builds it.
    ///
    /// # Errors
    /// No such table, or what the database says.
    fn reflect(&mut self, table: &str, schema: Option<&str>) -> Result<Table, InspectError>;

    /// Every table of the schema, with a number of queries that does not grow with their number.
    ///
    /// # Errors
    /// What the database says.
    fn reflect_all(&mut self, schema: Option<&str>) -> Result<Schema, InspectError>;

    /// The warnings that SQLAlchemy would have given since the last call, in its words.
    fn take_warnings(&mut self) -> Vec<String>;
}
