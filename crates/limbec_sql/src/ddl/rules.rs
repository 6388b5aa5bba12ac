use limbec_schema::{
    CheckConstraint, Column, ForeignKeyConstraint, Index, NamedType, PrimaryKeyConstraint,
    UniqueConstraint,
};

use super::{ColumnAlteration, Ddl, TableShape, alter, named_types, validate_phrase};
use crate::{CompileError, Statement};

/// The answers in which the databases differ about DDL.
///
/// Methods that have a body here give the common answer of SQLAlchemy's compiler.
pub trait DdlRules: Sync {
    /// A column inside CREATE TABLE or ADD COLUMN: name, type, default, nullability and so on.
    ///
    /// # Errors
    /// What the database cannot write.
    #[doc(hidden)]
    fn column(
        &self,
        ddl: &Ddl<'_>,
        shape: &TableShape,
        column: &Column,
    ) -> Result<String, CompileError>;

    /// What follows the closing parenthesis of CREATE TABLE.
    ///
    /// # Errors
    /// Options that cannot be written.
    #[doc(hidden)]
    fn table_options(&self, ddl: &Ddl<'_>, shape: &TableShape) -> Result<String, CompileError>;

    /// Whether the primary key stands beside its column and not as a constraint of its own.
    #[doc(hidden)]
    fn inlines_primary_key(&self, _shape: &TableShape) -> bool {
        false
    }

    /// What stands between the columns of a primary key and its DEFERRABLE (first), and at the end.
    #[doc(hidden)]
    fn primary_key_extras(
        &self,
        _ddl: &Ddl<'_>,
        _shape: &TableShape,
        _key: &PrimaryKeyConstraint,
    ) -> Result<(String, String), CompileError> {
        Ok((String::new(), String::new()))
    }

    /// What stands after UNIQUE, after its columns, and at the end.
    #[doc(hidden)]
    fn unique_extras(
        &self,
        _ddl: &Ddl<'_>,
        _shape: &TableShape,
        _unique: &UniqueConstraint,
    ) -> Result<[String; 3], CompileError> {
        Ok([String::new(), String::new(), String::new()])
    }

    /// Refuses a named type that a column of a new table brings along.
    ///
    /// # Errors
    /// Databases without named types refuse.
    #[doc(hidden)]
    fn accept_named_type(&self, ddl: &Ddl<'_>, named: &NamedType) -> Result<(), CompileError> {
        Err(named_types::cannot_create(ddl, named))
    }

    /// What stands at the end of a CHECK of the table.
    #[doc(hidden)]
    fn check_suffix(&self, _check: &CheckConstraint) -> String {
        String::new()
    }

    /// Refuses a CHECK of a column that the database cannot take.
    #[doc(hidden)]
    fn accept_column_check(&self, _check: &CheckConstraint) -> Result<(), CompileError> {
        Ok(())
    }

    /// The table after REFERENCES; `None` where the database cannot have the foreign key.
    #[doc(hidden)]
    fn referred_table(
        &self,
        ddl: &Ddl<'_>,
        _shape: &TableShape,
        key: &ForeignKeyConstraint,
    ) -> Option<String> {
        Some(
            ddl.dialect
                .qualified(key.ref_schema.as_deref(), &key.ref_table),
        )
    }

    /// What stands at the end of a foreign key.
    #[doc(hidden)]
    fn foreign_key_suffix(&self, _key: &ForeignKeyConstraint) -> &'static str {
        ""
    }

    /// The MATCH clause.
    ///
    /// # Errors
    /// A phrase that is none, or a database that does not take it.
    #[doc(hidden)]
    fn match_clause(&self, kind: &str) -> Result<String, CompileError> {
        validate_phrase(kind)?;
        Ok(format!(" MATCH {kind}"))
    }

    /// Refuses an ON DELETE that is no phrase.
    ///
    /// # Errors
    /// SQLAlchemy's `Unexpected SQL phrase`.
    #[doc(hidden)]
    fn validate_ondelete(&self, action: &str) -> Result<(), CompileError> {
        validate_phrase(action)
    }

    /// `CREATE INDEX`, with the name already written.
    ///
    /// # Errors
    /// Options or expressions that cannot be written.
    #[doc(hidden)]
    fn create_index(
        &self,
        ddl: &Ddl<'_>,
        index: &Index,
        name: &str,
        if_not_exists: bool,
    ) -> Result<String, CompileError>;

    /// The statements of `op.alter_column`, type-bound constraints apart.
    ///
    /// # Errors
    /// Alterations that the database does not have.
    #[doc(hidden)]
    fn alter_column(
        &self,
        ddl: &Ddl<'_>,
        alteration: &ColumnAlteration<'_>,
    ) -> Result<Vec<Statement>, CompileError>;

    /// ALTER COLUMN for an identity.
    ///
    /// # Errors
    /// Databases without identity columns refuse.
    #[doc(hidden)]
    fn alter_identity(
        &self,
        _ddl: &Ddl<'_>,
        _alteration: &ColumnAlteration<'_>,
    ) -> Result<String, CompileError> {
        Err(alter::identity_error())
    }

    /// The statement that sets or drops the comment of a column.
    ///
    /// # Errors
    /// Databases without comments refuse.
    #[doc(hidden)]
    fn column_comment(
        &self,
        ddl: &Ddl<'_>,
        _alteration: &ColumnAlteration<'_>,
        _comment: Option<&str>,
    ) -> Result<Statement, CompileError> {
        Err(CompileError::cannot_render(
            &format!("<{} object>", ddl.dialect.features().ddl_compiler),
            "<class 'alembic.ddl.base.ColumnComment'>: <class 'alembic.ddl.base.ColumnComment'> \
             construct has no default compilation handler.",
        ))
    }

    /// The word between RENAME and the name of a column, with the blank after it.
    #[doc(hidden)]
    fn rename_column_word(&self) -> &'static str {
        ""
    }
}
