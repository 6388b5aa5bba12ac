//! Reads the schema of a PostgreSQL database, with the answers of SQLAlchemy's inspector.

mod exists;

use limbec_schema::{Literal, Options, Schema, Table};

use super::connect::PostgresConnection;
use crate::inspect::{
    InspectError, Inspector, ReflectedCheck, ReflectedColumn, ReflectedForeignKey, ReflectedIndex,
    ReflectedPrimaryKey, ReflectedUnique,
};

/// The inspector of a connection.
pub struct PostgresInspector<'a> {
    connection: &'a mut PostgresConnection,
}

impl<'a> PostgresInspector<'a> {
    /// An inspector that looks through this connection.
    pub fn new(connection: &'a mut PostgresConnection) -> Self {
        PostgresInspector { connection }
    }

    fn texts(&mut self, sql: &str, values: &[&str]) -> Result<Vec<String>, InspectError> {
        let values: Vec<Literal> = values
            .iter()
            .map(|value| Literal::Str((*value).to_owned()))
            .collect();
        let outcome = self.connection.catalog(sql, &values)?;
        Ok(outcome
            .rows
            .into_iter()
            .filter_map(|row| match row.into_iter().next() {
                Some(Literal::Str(text)) => Some(text),
                _ => None,
            })
            .collect())
    }
}

impl Inspector for PostgresInspector<'_> {
    fn schema_names(&mut self) -> Result<Vec<String>, InspectError> {
        todo!()
    }

    fn default_schema_name(&mut self) -> Result<Option<String>, InspectError> {
        todo!()
    }

    fn table_names(&mut self, _schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        todo!()
    }

    fn view_names(&mut self, _schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        todo!()
    }

    fn temp_table_names(&mut self) -> Result<Vec<String>, InspectError> {
        todo!()
    }

    fn temp_view_names(&mut self) -> Result<Vec<String>, InspectError> {
        todo!()
    }

    fn view_definition(
        &mut self,
        _view: &str,
        _schema: Option<&str>,
    ) -> Result<String, InspectError> {
        todo!()
    }

    fn has_table(&mut self, table: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        let visible = "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n \
                       ON n.oid = c.relnamespace WHERE c.relname = $1 AND c.relkind IN \
                       ('r', 'p', 'f', 'v', 'm')";
        let found = match schema {
            None => self.texts(
                &format!("{visible} AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog'"),
                &[table],
            )?,
            Some(schema) => self.texts(&format!("{visible} AND n.nspname = $2"), &[table, schema])?,
        };
        Ok(!found.is_empty())
    }

    fn has_type(&mut self, name: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        self.type_exists(name, schema)
    }

    fn has_sequence(&mut self, name: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        self.sequence_exists(name, schema)
    }

    fn columns(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Vec<ReflectedColumn>, InspectError> {
        todo!()
    }

    fn primary_key(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<ReflectedPrimaryKey, InspectError> {
        todo!()
    }

    fn foreign_keys(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Vec<ReflectedForeignKey>, InspectError> {
        todo!()
    }

    fn unique_constraints(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Vec<ReflectedUnique>, InspectError> {
        todo!()
    }

    fn check_constraints(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Vec<ReflectedCheck>, InspectError> {
        todo!()
    }

    fn indexes(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Vec<ReflectedIndex>, InspectError> {
        todo!()
    }

    fn table_comment(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Option<String>, InspectError> {
        todo!()
    }

    fn table_options(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Options, InspectError> {
        todo!()
    }

    fn reflect(&mut self, _table: &str, _schema: Option<&str>) -> Result<Table, InspectError> {
        todo!()
    }

    fn reflect_all(&mut self, _schema: Option<&str>) -> Result<Schema, InspectError> {
        todo!()
    }

    fn take_warnings(&mut self) -> Vec<String> {
        Vec::new()
    }
}
