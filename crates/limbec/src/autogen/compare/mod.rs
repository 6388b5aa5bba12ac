//! The comparison, in Alembic's order: schemas, tables, and of each table columns, indexes and
//! unique constraints, foreign keys, comments.
//!
//! Where Alembic walks through a set, whose order is chance, the order here is that of the
//! declaration or of the database.

mod beyond;
mod checks;
mod checks_by_meaning;
mod columns;
mod comments;
mod defaults;
mod entities;
mod enum_defaults;
mod enums;
mod foreign_keys;
mod indexes;
mod renames;
mod tables;

use std::collections::HashMap;

use limbec_schema::{
    Constraint, ConstraintName, DecoratedType, Schema, ServerDefault, SqlType, Table,
};
use limbec_sql::Dialect;
use limbec_sql::meaning::Meanings;

use super::hooks::{Actual, CompareError, CompareLog, Hooks, NameKind, NamePlace, Object};
use super::{CompareSettings, Directive, Model};

/// What a comparison works with.
pub(super) struct Comparison<'a, H: Hooks> {
    dialect: &'static dyn Dialect,
    settings: &'a CompareSettings,
    actual: &'a mut dyn Actual,
    hooks: &'a mut H,
    /// What the database has answered: columns that are alike ask alike.
    answers: HashMap<String, bool>,
    /// Types of the database and of the models that the rules found alike.
    alike: Vec<(SqlType, SqlType)>,
    /// What the parts of tables mean, by schema and name of the table.
    meanings: HashMap<(Option<String>, String), Meanings>,
    /// The declared tables with the CHECK constraints of their types.
    declared: HashMap<(Option<String>, String), Table>,
    renamed: renames::Renamed,
    /// What no revision has made, which stays.
    foreign: Vec<String>,
}

/// What a comparison has found.
#[derive(Debug, Default)]
pub struct Difference {
    /// What makes the database into what the models declare.
    pub directives: Vec<Directive>,
    /// What no revision has made, which stays.
    pub foreign: Vec<String>,
    /// The schemas that were compared; `None` is the default one.
    pub schemas: Vec<Option<String>>,
}

impl Difference {
    /// A line that names what stays.
    pub fn note(&self) -> Option<String> {
        let names = self.foreign.join(", ");
        (!names.is_empty())
            .then(|| format!("note: no revision has made these, so they stay: {names}"))
    }
}

type Done<H> = Result<(), CompareError<<H as Hooks>::Error>>;

/// What makes a database into what the models declare.
///
/// # Errors
/// What the database or a hook answers; a type that the database does not have.
pub fn compare<H: Hooks>(
    dialect: &'static dyn Dialect,
    settings: &CompareSettings,
    model: &Model,
    actual: &mut dyn Actual,
    hooks: &mut H,
) -> Result<Difference, CompareError<H::Error>> {
    let mut comparison = Comparison {
        dialect,
        settings,
        actual,
        hooks,
        answers: HashMap::new(),
        alike: Vec::new(),
        meanings: HashMap::new(),
        declared: HashMap::new(),
        renamed: renames::Renamed::default(),
        foreign: Vec::new(),
    };
    for warning in &model.warnings {
        comparison.hooks.warn(warning);
    }
    let mut found = Vec::new();
    let default_schema = comparison.actual.default_schema();
    for schema in comparison.schemas(default_schema.as_deref())? {
        let tables = comparison.actual.tables(schema.as_deref())?;
        found.push((schema, tables));
    }
    let directives = comparison.all(model, &mut found, default_schema.as_deref())?;
    Ok(Difference {
        directives,
        foreign: comparison.foreign,
        schemas: found.into_iter().map(|(schema, _)| schema).collect(),
    })
}

impl<H: Hooks> Comparison<'_, H> {
    /// The schemas to look at; `None` is the default one.
    fn schemas(
        &mut self,
        default_schema: Option<&str>,
    ) -> Result<Vec<Option<String>>, CompareError<H::Error>> {
        let mut all = vec![None];
        if self.settings.include_schemas {
            let names = self.actual.schema_names()?;
            let others = names.into_iter().filter(|name| {
                name != "information_schema" && Some(name.as_str()) != default_schema
            });
            all.extend(others.map(Some));
        }
        let mut kept = Vec::new();
        for schema in all {
            if self.includes_name(schema.as_deref(), NameKind::Schema, &NamePlace::Database)? {
                kept.push(schema);
            }
        }
        Ok(kept)
    }

    fn includes_name(
        &mut self,
        name: Option<&str>,
        kind: NameKind,
        place: &NamePlace<'_>,
    ) -> Result<bool, CompareError<H::Error>> {
        self.hooks
            .includes_name(name, kind, place)
            .map_err(CompareError::Hook)
    }

    fn includes(
        &mut self,
        object: Object<'_>,
        compare_to: Option<Object<'_>>,
    ) -> Result<bool, CompareError<H::Error>> {
        self.hooks
            .includes_object(object, compare_to)
            .map_err(CompareError::Hook)
    }

    /// Whether a query answers true; each is asked once.
    fn answers_true(&mut self, query: String) -> Result<bool, CompareError<H::Error>> {
        if let Some(answer) = self.answers.get(&query) {
            return Ok(*answer);
        }
        let answer = self.actual.is_true(&query)?;
        self.answers.insert(query, answer);
        Ok(answer)
    }

    fn log(&mut self, log: CompareLog, text: &str) -> Done<H> {
        self.hooks.log(log, text).map_err(CompareError::Hook)
    }

    /// A table of the database as Alembic takes it over: its names are final, and defaults that are
    /// not the user's are gone.
    fn taken_over(
        &mut self,
        table: &Table,
        is_dropped: bool,
    ) -> Result<Table, CompareError<H::Error>> {
        let mut table = table.clone();
        let rules = self.dialect.compare();
        for constraint in &mut table.constraints {
            finish(constraint.name_mut());
            if let (Constraint::Unique(unique), false) = (constraint, is_dropped) {
                rules.tidy_options(&mut unique.options);
            }
        }
        for index in &mut table.indexes {
            finish(&mut index.name);
            rules.tidy_options(&mut index.options);
        }
        let name = table.name.clone();
        let place = Table {
            name: name.clone(),
            schema: table.schema.clone(),
            ..Table::default()
        };
        for column in &mut table.columns {
            if let Some(class) = rules.own_type_name(&column.sql_type) {
                column.sql_type = SqlType::Decorated(DecoratedType {
                    class_name: class.to_owned(),
                    repr: super::render::type_repr(&column.sql_type),
                    base: Box::new(column.sql_type.clone()),
                    by_dialect: Vec::new(),
                });
            }
            let default = column.server_default.as_mut();
            let Some(clause) = default.and_then(ServerDefault::as_text_mut) else {
                continue;
            };
            if let Some(sequence) = defaults::serial_sequence(&column.sql_type, &clause.text)
                && let Some(owner) = self.actual.sequence_owner(&sequence)?
                && owner.column == self.renamed.present_column(&place, &column.name)
            {
                let text = format!(
                    "Detected sequence named '{}' as owned by integer column '{name}({})', \
                     assuming SERIAL and omitting",
                    owner.sequence, column.name
                );
                column.server_default = None;
                self.log(CompareLog::Postgres, &text)?;
                continue;
            }
            match rules.reflected_default(std::mem::take(&mut clause.text)) {
                Some(text) => clause.text = text,
                None => column.server_default = None,
            }
        }
        Ok(table)
    }
}

fn finish(name: &mut ConstraintName) {
    if let ConstraintName::Plain(text) = name {
        *name = ConstraintName::Final(std::mem::take(text));
    }
}

/// The tables of the database by schema, and the schema as `None` for the default one.
type Found = [(Option<String>, Schema)];

/// Python's `repr` of a name that may be missing.
fn shown(name: Option<&str>) -> String {
    name.map_or_else(|| "None".to_owned(), crate::config::pytext::repr)
}
