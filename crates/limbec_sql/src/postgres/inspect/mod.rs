//! Reads the schema of a PostgreSQL database, with the answers of SQLAlchemy's inspector.
//!
//! Every question is one about many tables (`Selection`); a question about one table is the same
//! with one name. The queries ask the catalog directly, and none of them is asked once for each
//! table.

mod answers;
mod catalog;
mod columns;
mod constraints;
mod foreign_keys;
mod indexes;
mod named_types;
mod names;
mod types;
mod whole;

use limbec_schema::{Options, Schema, Table};

use super::connect::PostgresConnection;
use crate::inspect::{
    Answers, InspectError, Inspector, ObjectKind, ObjectScope, PerTable, ReflectedCheck,
    ReflectedColumn, ReflectedDomain, ReflectedEnum, ReflectedForeignKey, ReflectedIndex,
    ReflectedPrimaryKey, ReflectedUnique, Selection,
};
use catalog::Catalog;

/// The inspector of a connection.
pub struct PostgresInspector<'a> {
    catalog: Catalog<'a>,
    warnings: Vec<String>,
}

impl<'a> PostgresInspector<'a> {
    /// An inspector that looks through this connection.
    pub fn new(connection: &'a mut PostgresConnection) -> Self {
        PostgresInspector {
            catalog: Catalog::new(connection),
            warnings: Vec::new(),
        }
    }

    /// The answer about one table.
    fn one<T>(
        &mut self,
        table: &str,
        schema: Option<&str>,
        ask: impl FnOnce(&mut Self, &Selection) -> Result<PerTable<T>, InspectError>,
    ) -> Result<T, InspectError> {
        let found = ask(self, &Selection::one(table, schema))?;
        found
            .into_iter()
            .next()
            .map(|(_, answer)| answer)
            .ok_or_else(|| no_such_table(table, schema))
    }
}

fn no_such_table(table: &str, schema: Option<&str>) -> InspectError {
    InspectError::NoSuchTable(match schema {
        Some(schema) => format!("{schema}.{table}"),
        None => table.to_owned(),
    })
}

impl Inspector for PostgresInspector<'_> {
    fn schema_names(&mut self) -> Result<Vec<String>, InspectError> {
        names::schemas(&mut self.catalog)
    }

    fn has_schema(&mut self, name: &str) -> Result<bool, InspectError> {
        names::has_schema(&mut self.catalog, name)
    }

    fn default_schema_name(&mut self) -> Result<Option<String>, InspectError> {
        let found = self
            .catalog
            .texts("SELECT current_schema()::text".to_owned())?;
        Ok(found.into_iter().next())
    }

    fn table_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        names::of_class(&mut self.catalog, "'r', 'p'", schema, ObjectScope::DEFAULT)
    }

    fn view_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        names::of_class(&mut self.catalog, "'v'", schema, ObjectScope::DEFAULT)
    }

    fn materialized_view_names(
        &mut self,
        schema: Option<&str>,
    ) -> Result<Vec<String>, InspectError> {
        names::of_class(&mut self.catalog, "'m'", schema, ObjectScope::DEFAULT)
    }

    fn foreign_table_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        names::of_class(&mut self.catalog, "'f'", schema, ObjectScope::ANY)
    }

    fn temp_table_names(&mut self) -> Result<Vec<String>, InspectError> {
        names::of_class(&mut self.catalog, "'r', 'p'", None, ObjectScope::TEMPORARY)
    }

    fn temp_view_names(&mut self) -> Result<Vec<String>, InspectError> {
        names::of_class(&mut self.catalog, "'v'", None, ObjectScope::TEMPORARY)
    }

    fn sequence_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        names::of_class(&mut self.catalog, "'S'", schema, ObjectScope::ANY)
    }

    fn has_sequence(&mut self, name: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        names::has(&mut self.catalog, "'S'", name, schema)
    }

    fn has_type(&mut self, name: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        names::has_type(&mut self.catalog, name, schema)
    }

    fn enums(&mut self, schema: Option<&str>) -> Result<Vec<ReflectedEnum>, InspectError> {
        named_types::enums(&mut self.catalog, schema)
    }

    fn domains(&mut self, schema: Option<&str>) -> Result<Vec<ReflectedDomain>, InspectError> {
        named_types::domains(&mut self.catalog, schema)
    }

    fn table_oid(&mut self, table: &str, schema: Option<&str>) -> Result<i64, InspectError> {
        names::table_oid(&mut self.catalog, table, schema)?
            .ok_or_else(|| no_such_table(table, schema))
    }

    fn view_definition(
        &mut self,
        view: &str,
        schema: Option<&str>,
    ) -> Result<String, InspectError> {
        names::view_definition(&mut self.catalog, view, schema)?
            .ok_or_else(|| no_such_table(view, schema))
    }

    fn has_table(&mut self, table: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        names::has(&mut self.catalog, names::TABLE_LIKE, table, schema)
    }

    fn columns(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedColumn>, InspectError> {
        self.one(table, schema, Self::multi_columns)
    }

    fn primary_key(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<ReflectedPrimaryKey, InspectError> {
        self.one(table, schema, Self::multi_primary_keys)
    }

    fn foreign_keys(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedForeignKey>, InspectError> {
        self.one(table, schema, Self::multi_foreign_keys)
    }

    fn unique_constraints(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedUnique>, InspectError> {
        self.one(table, schema, Self::multi_unique_constraints)
    }

    fn check_constraints(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedCheck>, InspectError> {
        self.one(table, schema, Self::multi_check_constraints)
    }

    fn indexes(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedIndex>, InspectError> {
        self.one(table, schema, Self::multi_indexes)
    }

    fn table_comment(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Option<String>, InspectError> {
        self.one(table, schema, Self::multi_table_comments)
    }

    fn table_options(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Options, InspectError> {
        Err(InspectError::NotImplemented)
    }

    fn multi_columns(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedColumn>>, InspectError> {
        columns::columns(&mut self.catalog, selection, &mut self.warnings)
    }

    fn multi_primary_keys(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<ReflectedPrimaryKey>, InspectError> {
        constraints::primary_keys(&mut self.catalog, selection)
    }

    fn multi_foreign_keys(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedForeignKey>>, InspectError> {
        foreign_keys::foreign_keys(&mut self.catalog, selection)
    }

    fn multi_unique_constraints(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedUnique>>, InspectError> {
        constraints::unique_constraints(&mut self.catalog, selection)
    }

    fn multi_check_constraints(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedCheck>>, InspectError> {
        constraints::check_constraints(&mut self.catalog, selection, &mut self.warnings)
    }

    fn multi_indexes(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Vec<ReflectedIndex>>, InspectError> {
        indexes::indexes(&mut self.catalog, selection)
    }

    fn multi_table_comments(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Option<String>>, InspectError> {
        constraints::table_comments(&mut self.catalog, selection)
    }

    fn multi_table_options(
        &mut self,
        selection: &Selection,
    ) -> Result<PerTable<Options>, InspectError> {
        // SQLAlchemy asks for each table what its dialect does not answer, among them, whatever
        // the schema, for the temporary ones.
        let temporary = selection.kind.contains(ObjectKind::TABLE)
            && selection.scope.contains(ObjectScope::TEMPORARY)
            && !self.temp_table_names()?.is_empty();
        let tables = constraints::tables(&mut self.catalog, selection)?;
        if !temporary && tables.is_empty() && selection.names.is_empty() {
            return Ok(Vec::new());
        }
        Err(InspectError::NotImplemented)
    }

    fn reflect(&mut self, table: &str, schema: Option<&str>) -> Result<Table, InspectError> {
        let selection = Selection::one(table, schema);
        whole::tables(&mut self.catalog, &selection, &mut self.warnings)?
            .into_iter()
            .next()
            // Here SQLAlchemy's error names the table without its schema.
            .ok_or_else(|| InspectError::NoSuchTable(table.to_owned()))
    }

    fn reflect_selection(&mut self, selection: &Selection) -> Result<Vec<Table>, InspectError> {
        whole::tables(&mut self.catalog, selection, &mut self.warnings)
    }

    fn reflect_all(&mut self, schema: Option<&str>) -> Result<Schema, InspectError> {
        whole::schema(&mut self.catalog, schema, &mut self.warnings)
    }

    fn answers(&self) -> &'static dyn Answers {
        &answers::PostgresAnswers
    }

    fn take_warnings(&mut self) -> Vec<String> {
        std::mem::take(&mut self.warnings)
    }
}
