//! What a schema holds, as SQLAlchemy's inspector tells it.
//!
//! Values and order are those of SQLAlchemy 2.0, oddities included, because scripts compare them.

pub(crate) mod answer;
mod assemble;
mod selection;
mod words;

pub use answer::{Answer, Answers};
pub use assemble::{TableParts, assemble, reflected_text};
pub use selection::{ObjectKind, ObjectScope, PerTable, Selection};
pub use words::{
    ReflectedCheck, ReflectedColumn, ReflectedComputed, ReflectedDomain, ReflectedEnum,
    ReflectedForeignKey, ReflectedIndex, ReflectedPrimaryKey, ReflectedUnique,
};

use limbec_schema::{Options, Schema, Table};

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
    /// `NotImplementedError`: the dialect of SQLAlchemy has no answer to this question.
    #[error("this database has no such thing")]
    NotImplemented,
    /// A catalog whose contents do not fit together, as after a hand-edited `sqlite_master`.
    #[error("{0}")]
    Catalog(String),
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

    /// The tables of a selection, as [`Inspector::reflect`] gives each.
    ///
    /// # Errors
    /// What the database says.
    fn reflect_selection(&mut self, selection: &Selection) -> Result<Vec<Table>, InspectError> {
        let found = selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.reflect(table, schema)
        })?;
        Ok(found.into_iter().map(|(_, table)| table).collect())
    }

    /// Every table of the schema, with a number of queries that does not grow with their number.
    ///
    /// # Errors
    /// What the database says.
    fn reflect_all(&mut self, schema: Option<&str>) -> Result<Schema, InspectError>;

    /// The materialized views.
    ///
    /// # Errors
    /// What the database says; a database without them.
    fn materialized_view_names(
        &mut self,
        schema: Option<&str>,
    ) -> Result<Vec<String>, InspectError> {
        let _ = schema;
        Err(InspectError::NotImplemented)
    }

    /// The foreign tables.
    ///
    /// # Errors
    /// What the database says; a database without them.
    fn foreign_table_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        let _ = schema;
        Err(InspectError::NotImplemented)
    }

    /// The sequences.
    ///
    /// # Errors
    /// What the database says; a database without them.
    fn sequence_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        let _ = schema;
        Err(InspectError::NotImplemented)
    }

    /// Whether there is such a sequence.
    ///
    /// # Errors
    /// As [`Inspector::sequence_names`].
    fn has_sequence(&mut self, name: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        let names = self.sequence_names(schema)?;
        Ok(names.iter().any(|known| known == name))
    }

    /// Whether there is such a schema.
    ///
    /// # Errors
    /// What the database says.
    fn has_schema(&mut self, name: &str) -> Result<bool, InspectError> {
        Ok(self.schema_names()?.iter().any(|known| known == name))
    }

    /// Whether there is such a type. `*` looks in all schemas.
    ///
    /// # Errors
    /// What the database says; a database without named types.
    fn has_type(&mut self, name: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        let _ = (name, schema);
        Err(InspectError::NotImplemented)
    }

    /// The ENUM types. `*` looks in all schemas.
    ///
    /// # Errors
    /// What the database says; a database without them.
    fn enums(&mut self, schema: Option<&str>) -> Result<Vec<ReflectedEnum>, InspectError> {
        let _ = schema;
        Err(InspectError::NotImplemented)
    }

    /// The DOMAIN types. `*` looks in all schemas.
    ///
    /// # Errors
    /// What the database says; a database without them.
    fn domains(&mut self, schema: Option<&str>) -> Result<Vec<ReflectedDomain>, InspectError> {
        let _ = schema;
        Err(InspectError::NotImplemented)
    }

    /// The number of a table in the catalog.
    ///
    /// # Errors
    /// No such table, or what the database says; a database that does not number them.
    fn table_oid(&mut self, table: &str, schema: Option<&str>) -> Result<i64, InspectError> {
        let _ = (table, schema);
        Err(InspectError::NotImplemented)
    }

    /// The columns of many tables: `get_multi_...`.
    ///
    /// # Errors
    /// What the database says.
    fn multi_columns(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedColumn>>, InspectError> {
        selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.columns(table, schema)
        })
    }

    /// The primary keys of many tables: `get_multi_...`.
    ///
    /// # Errors
    /// What the database says.
    fn multi_primary_keys(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<ReflectedPrimaryKey>, InspectError> {
        selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.primary_key(table, schema)
        })
    }

    /// The foreign keys of many tables: `get_multi_...`.
    ///
    /// # Errors
    /// What the database says.
    fn multi_foreign_keys(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedForeignKey>>, InspectError> {
        selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.foreign_keys(table, schema)
        })
    }

    /// The unique constraints of many tables: `get_multi_...`.
    ///
    /// # Errors
    /// What the database says.
    fn multi_unique_constraints(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedUnique>>, InspectError> {
        selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.unique_constraints(table, schema)
        })
    }

    /// The check constraints of many tables: `get_multi_...`.
    ///
    /// # Errors
    /// What the database says.
    fn multi_check_constraints(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedCheck>>, InspectError> {
        selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.check_constraints(table, schema)
        })
    }

    /// The indexes of many tables: `get_multi_...`.
    ///
    /// # Errors
    /// What the database says.
    fn multi_indexes(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedIndex>>, InspectError> {
        selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.indexes(table, schema)
        })
    }

    /// The comments of many tables: `get_multi_...`.
    ///
    /// # Errors
    /// What the database says.
    fn multi_table_comments(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Option<String>>, InspectError> {
        selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.table_comment(table, schema)
        })
    }

    /// The options of many tables: `get_multi_...`.
    ///
    /// # Errors
    /// What the database says.
    fn multi_table_options(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Options>, InspectError> {
        selection::one_by_one(self, selection, |inspector, table, schema| {
            inspector.table_options(table, schema)
        })
    }

    /// How SQLAlchemy's dialect puts what was found into dictionaries.
    fn answers(&self) -> &'static dyn Answers;

    /// The warnings that SQLAlchemy would have given since the last call, in its words.
    fn take_warnings(&mut self) -> Vec<String>;
}
