//! The schema of a SQLite database, as SQLAlchemy's inspector tells it.
//!
//! SQLite keeps the text of each CREATE statement and little else, so names of constraints and some
//! options are found in the text (`parse`), and the rest is asked by pragmas (`facts`). What the
//! text does not give up is answered as SQLAlchemy answers it, that is, not at all; the table
//! rebuild has its own, complete reading of the text.

mod affinity;
mod answers;
mod facts;
mod parse;
mod reflect;

use std::collections::HashMap;

use limbec_schema::{Options, Schema, Table};

use super::connect::SqliteConnection;
use crate::inspect::{
    Answers, InspectError, Inspector, ReflectedCheck, ReflectedColumn, ReflectedForeignKey,
    ReflectedIndex, ReflectedPrimaryKey, ReflectedUnique,
};
use facts::{Catalog, TableFacts};

/// Reads the schema of a SQLite database.
pub struct SqliteInspector<'a> {
    catalog: Catalog<'a>,
    warnings: Vec<String>,
}

impl<'a> SqliteInspector<'a> {
    /// An inspector of this connection.
    pub fn new(connection: &'a SqliteConnection) -> Self {
        SqliteInspector {
            catalog: Catalog::new(connection.raw()),
            warnings: Vec::new(),
        }
    }

    /// All that is known of a table; without columns there is no such table.
    fn facts(&mut self, table: &str, schema: Option<&str>) -> Result<TableFacts, InspectError> {
        let facts = self.catalog.table(table, schema)?;
        if facts.columns.is_empty() {
            return Err(no_such_table(table, schema));
        }
        Ok(facts)
    }

    /// The same, where SQLAlchemy reads the text of the table, which it looks up by its exact name
    /// (and then names the table with a quoted schema in its error).
    fn facts_with_sql(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<TableFacts, InspectError> {
        let facts = self.catalog.table(table, schema)?;
        if facts.sql.is_none() && !facts::is_system_table(table) {
            return Err(no_such_table(table, schema));
        }
        Ok(facts)
    }

    fn parents<'c>(
        &'c self,
        schema: Option<&'c str>,
    ) -> impl Fn(&str) -> Result<Vec<String>, InspectError> + 'c {
        move |parent: &str| {
            Ok(reflect::primary_key(&self.catalog.table(parent, schema)?)?.constrained_columns)
        }
    }
}

fn no_such_table(table: &str, schema: Option<&str>) -> InspectError {
    InspectError::NoSuchTable(match schema {
        Some(schema) => format!("{schema}.{table}"),
        None => table.to_owned(),
    })
}

impl Inspector for SqliteInspector<'_> {
    fn schema_names(&mut self) -> Result<Vec<String>, InspectError> {
        self.catalog.schemas()
    }

    fn default_schema_name(&mut self) -> Result<Option<String>, InspectError> {
        Ok(Some("main".to_owned()))
    }

    fn table_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        self.catalog.names("table", schema)
    }

    fn view_names(&mut self, schema: Option<&str>) -> Result<Vec<String>, InspectError> {
        self.catalog.names("view", schema)
    }

    fn temp_table_names(&mut self) -> Result<Vec<String>, InspectError> {
        self.catalog.names("table", Some("temp"))
    }

    fn temp_view_names(&mut self) -> Result<Vec<String>, InspectError> {
        self.catalog.names("view", Some("temp"))
    }

    fn view_definition(
        &mut self,
        view: &str,
        schema: Option<&str>,
    ) -> Result<String, InspectError> {
        self.catalog
            .view_sql(view, schema)?
            .ok_or_else(|| no_such_table(view, schema))
    }

    fn has_table(&mut self, table: &str, schema: Option<&str>) -> Result<bool, InspectError> {
        if let Some(schema) = schema
            && !self.catalog.schemas()?.iter().any(|known| known == schema)
        {
            return Ok(false);
        }
        self.catalog.has_columns(table, schema)
    }

    fn columns(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedColumn>, InspectError> {
        let facts = self.facts(table, schema)?;
        reflect::columns(&facts, &mut self.warnings)
    }

    fn primary_key(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<ReflectedPrimaryKey, InspectError> {
        let facts = self.facts_with_sql(table, schema)?;
        reflect::primary_key(&facts)
    }

    fn foreign_keys(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedForeignKey>, InspectError> {
        let facts = self.facts_with_sql(table, schema)?;
        let mut warnings = Vec::new();
        let found = reflect::foreign_keys(&facts, schema, &self.parents(schema), &mut warnings);
        self.warnings.append(&mut warnings);
        found
    }

    fn unique_constraints(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedUnique>, InspectError> {
        let facts = self.facts_with_sql(table, schema)?;
        Ok(reflect::unique_constraints(&facts, &mut self.warnings))
    }

    fn check_constraints(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedCheck>, InspectError> {
        let facts = self.facts_with_sql(table, schema)?;
        Ok(reflect::check_constraints(&facts))
    }

    fn indexes(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Vec<ReflectedIndex>, InspectError> {
        let facts = self.facts(table, schema)?;
        Ok(reflect::indexes(&facts, &mut self.warnings))
    }

    fn table_comment(
        &mut self,
        _table: &str,
        _schema: Option<&str>,
    ) -> Result<Option<String>, InspectError> {
        Err(InspectError::NotImplemented)
    }

    fn table_options(
        &mut self,
        table: &str,
        schema: Option<&str>,
    ) -> Result<Options, InspectError> {
        let facts = self.facts_with_sql(table, schema)?;
        Ok(reflect::table_options(&facts))
    }

    fn reflect(&mut self, table: &str, schema: Option<&str>) -> Result<Table, InspectError> {
        let facts = self.facts(table, schema)?;
        let mut warnings = Vec::new();
        let found = reflect::table(&facts, schema, &self.parents(schema), &mut warnings);
        self.warnings.append(&mut warnings);
        found
    }

    fn reflect_all(&mut self, schema: Option<&str>) -> Result<Schema, InspectError> {
        let all = self.catalog.all_tables(schema)?;
        let mut keys = HashMap::with_capacity(all.len());
        for facts in &all {
            let key = reflect::primary_key(facts)?.constrained_columns;
            keys.insert(facts.name.clone(), key);
        }
        let parents = |parent: &str| Ok(keys.get(parent).cloned().unwrap_or_default());
        let mut found = Schema::default();
        // What is known of a table is let go when the table is made of it.
        for facts in all {
            let table = reflect::table(&facts, schema, &parents, &mut self.warnings)?;
            let key = (schema.map(str::to_owned), facts.name);
            found.tables.insert(key, table);
        }
        Ok(found)
    }

    fn answers(&self) -> &'static dyn Answers {
        &answers::SqliteAnswers
    }

    fn take_warnings(&mut self) -> Vec<String> {
        let mut warnings = std::mem::take(&mut self.warnings);
        // Python shows a warning once for each text, wherever it comes from.
        let mut seen = std::collections::HashSet::new();
        warnings.retain(|warning| seen.insert(warning.clone()));
        warnings
    }
}
