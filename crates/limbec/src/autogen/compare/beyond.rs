//! The parts of a comparison that Alembic does not have, around the one of tables that it has.

use limbec_schema::{
    AlterColumn, Constraint, ConstraintName, Expr, Index, IndexElement, OptionValue, Options,
    Schema, Table, TextClause,
};
use limbec_sql::Dialect;
use limbec_sql::ddl::type_checks;
use limbec_sql::entity::{Entity, FoundEnum, entities, enums};
use limbec_sql::meaning::{MeaningError, Meanings, TablePair, Wanted, meanings};

use super::super::hooks::{CompareError, Hooks};
use super::super::renames::{Rename, RenameError};
use super::super::{Directive, Model};
use super::entities::{Touched, touched};
use super::enums as enums_of;
use super::{Comparison, Found, renames};

impl<H: Hooks> Comparison<'_, H> {
    /// Tables and all that is compared beside them, in the order of a script.
    pub(super) fn all(
        &mut self,
        model: &Model,
        found: &mut [(Option<String>, Schema)],
        default_schema: Option<&str>,
    ) -> Result<Vec<Directive>, CompareError<H::Error>> {
        let kinds = self.settings.kinds;
        let schemas: Vec<Option<String>> = found.iter().map(|(schema, _)| schema.clone()).collect();
        let found_enums = match kinds.enums || !self.settings.rename_requests.is_empty() {
            true => enums(self.dialect, &schemas, &mut *self.actual)?,
            false => Vec::new(),
        };
        let renames = self.renames(found, &found_enums)?;
        let (renamed, renaming) = renames::apply(&renames, model, default_schema, found)?;
        let values = value_changes(&renames, &found_enums, self.dialect)?;
        for table in found
            .iter_mut()
            .flat_map(|(_, tables)| tables.tables.values_mut())
        {
            for (old, new, types) in &values {
                renames::rename_value(table, old, new, types);
            }
        }
        self.renamed = renamed.clone();
        self.know_meanings(model, found, default_schema)?;
        for meanings in self.meanings.values_mut() {
            for (old, new, types) in &values {
                rename_value_in(meanings, old, new, types);
            }
        }
        let mut tables = self.tables(model, found, default_schema)?;
        let mut types = enums_of::EnumChanges::default();
        if kinds.enums {
            types = self.enums(
                model,
                &found_enums,
                &renames,
                &renamed,
                default_schema,
                &mut tables,
            )?;
        }
        let mut under: Vec<Touched> = touched(&tables, self.dialect.features().rebuilds_tables);
        let enums_of::EnumChanges {
            first,
            last,
            swapped,
        } = types;
        under.extend(swapped.into_iter().map(|(schema, table, column)| {
            let place = limbec_schema::Table {
                name: table.clone(),
                schema: schema.clone(),
                ..limbec_schema::Table::default()
            };
            let present = renamed.present_column(&place, &column).to_owned();
            (schema, table, Some(present))
        }));
        let is_moved = !under.is_empty() && (kinds.enums || kinds.entities());
        let beside: Vec<Entity> = match kinds.entities() || is_moved {
            true => entities(self.dialect, &schemas, &mut *self.actual)?,
            false => Vec::new(),
        };
        let changes = self.entities(model, &beside, &under, &renamed, &tables)?;
        let with_views = changes.aside;
        let mut all = with_views;
        // The statements on types know tables and columns by the names that they have.
        all.extend(first);
        all.extend(renaming);
        all.extend(changes.first);
        all.extend(tables);
        all.extend(changes.after);
        all.extend(last);
        all.extend(changes.last);
        Ok(all)
    }

    /// Whether no revision has made something of that name, where that matters.
    pub(super) fn is_foreign(&self, name: &str) -> bool {
        let known = self.settings.known_names.as_ref();
        known.is_some_and(|known| !known.contains(&name.to_lowercase()))
    }

    /// What the requests mean.
    fn renames(
        &self,
        found: &Found,
        found_enums: &[FoundEnum],
    ) -> Result<Vec<Rename>, CompareError<H::Error>> {
        let tables_of = |schema: Option<&str>| {
            let known = found.iter().find(|(known, _)| known.as_deref() == schema);
            known.map(|(_, tables)| tables)
        };
        let table = |schema: Option<&str>, name: &str| {
            let key = (schema.map(str::to_owned), name.to_owned());
            tables_of(schema).and_then(|tables| tables.tables.get(&key))
        };
        let has_value = |schema: Option<&str>, name: &str, value: &str| {
            found_enums.iter().any(|known| {
                known.schema.as_deref() == schema
                    && known.name == name
                    && known.values.iter().any(|known| known == value)
            })
        };
        let mut renames = self.settings.renames.clone();
        for request in &self.settings.rename_requests {
            // A table of an earlier request may be called by its new name.
            let earlier = |schema: Option<&str>, name: &str| {
                renames.iter().find_map(|rename| match rename {
                    Rename::Table {
                        schema: own,
                        old,
                        new,
                    } if own.as_deref() == schema && new == name => Some(old.clone()),
                    _ => None,
                })
            };
            let meant = request.meant(
                &|schema, name| table(schema, name).is_some(),
                &|schema, name, column| {
                    let present = earlier(schema, name);
                    table(schema, present.as_deref().unwrap_or(name))
                        .is_some_and(|table| table.column(column).is_some())
                },
                &has_value,
            )?;
            renames.push(meant);
        }
        let tables: Vec<Rename> = renames.clone();
        for rename in &mut renames {
            if let Rename::Column { schema, table, .. } = rename {
                let renamed = tables.iter().find_map(|other| match other {
                    Rename::Table {
                        schema: own,
                        old,
                        new,
                    } if own == schema && old == table => Some(new),
                    _ => None,
                });
                if let Some(new) = renamed {
                    table.clone_from(new);
                }
            }
        }
        Ok(renames)
    }

    /// Asks for the meanings of the parts of tables that are on both sides.
    fn know_meanings(
        &mut self,
        model: &Model,
        found: &mut [(Option<String>, Schema)],
        default_schema: Option<&str>,
    ) -> Result<(), CompareError<H::Error>> {
        let kinds = self.settings.kinds;
        let wanted = Wanted {
            checks: kinds.checks,
            defaults: kinds.defaults,
            indexes: kinds.indexes,
        };
        if wanted == Wanted::default() {
            return Ok(());
        }
        let mut keys = Vec::new();
        for (schema, tables) in found.iter() {
            for declared in &model.tables {
                let own = declared.schema.as_deref();
                let own = own.filter(|own| Some(*own) != default_schema);
                let key = (schema.clone(), declared.name.clone());
                if own == schema.as_deref() && tables.tables.contains_key(&key) {
                    keys.push(key.clone());
                    let declared = self.with_type_checks(declared)?;
                    self.declared.insert(key, declared);
                }
            }
        }
        let mut pairs = Vec::new();
        for key in &keys {
            let tables = found.iter().find(|(schema, _)| *schema == key.0);
            let table = tables.and_then(|(_, tables)| tables.tables.get(key));
            if let (Some(found), Some(declared)) = (table, self.declared.get(key)) {
                pairs.push(TablePair {
                    found,
                    present_name: self.renamed.present_table(key.0.as_deref(), &key.1),
                    declared,
                });
            }
        }
        let answers = match meanings(self.dialect, &pairs, wanted, &mut *self.actual) {
            Ok(answers) => answers,
            Err(MeaningError::Ask(error)) => return Err(CompareError::Host(error)),
            Err(MeaningError::Sql(error)) => return Err(CompareError::Sql(error)),
        };
        for (key, mut meanings) in keys.into_iter().zip(answers) {
            let tables = found.iter_mut().find(|(schema, _)| *schema == key.0);
            if let Some(table) = tables.and_then(|(_, tables)| tables.tables.get_mut(&key)) {
                for column in &table.columns {
                    let present = self.renamed.present_column(table, &column.name);
                    if present != column.name {
                        rename_in(&mut meanings, present, &column.name);
                    }
                }
                if !self.dialect.compare().reads_expression_indexes() {
                    add_unread_indexes(table, &meanings, self.dialect);
                }
            }
            self.meanings.insert(key, meanings);
        }
        Ok(())
    }
}

impl<H: Hooks> Comparison<'_, H> {
    /// A declared table, the CHECK constraints of its types among its own.
    fn with_type_checks(&self, declared: &Table) -> Result<Table, CompareError<H::Error>> {
        let mut table = declared.clone();
        table.constraints.retain(|constraint| match constraint {
            Constraint::Check(check) => check.type_bound.is_none(),
            _ => true,
        });
        // The places of the constraints that objects stand behind stay as they are.
        if table.constraints.len() != declared.constraints.len() {
            table.constraints.clone_from(&declared.constraints);
            return Ok(table);
        }
        let checks = type_checks(self.dialect, declared)?;
        table
            .constraints
            .extend(checks.into_iter().map(Constraint::Check));
        Ok(table)
    }
}

/// The meanings of the database name a column as it is called there.
fn rename_in(meanings: &mut Meanings, old: &str, new: &str) {
    for (_, check) in &mut meanings.found_checks {
        *check = renames::with_name(check, old, new);
    }
    for index in meanings.found_indexes.values_mut() {
        index.meaning = renames::with_name(&index.meaning, old, new);
    }
    if let Some(default) = meanings.found_defaults.remove(old) {
        meanings.found_defaults.insert(new.to_owned(), default);
    }
}

/// The renames of values, one after another, with the ways to write their types.
#[allow(clippy::type_complexity, reason = "used at once, in one place")]
fn value_changes(
    renames: &[Rename],
    found: &[FoundEnum],
    dialect: &dyn Dialect,
) -> Result<Vec<(String, String, Vec<String>)>, RenameError> {
    let mut changes = Vec::new();
    for known in found {
        let key = (known.schema.clone(), known.name.clone());
        let steps = renames::value_steps(&known.values, &enums_of::value_renames(renames, &key))?;
        let types = enums_of::spellings(&key, dialect);
        changes.extend(
            steps
                .into_iter()
                .map(|(old, new)| (old, new, types.clone())),
        );
    }
    Ok(changes)
}

fn rename_value_in(meanings: &mut Meanings, old: &str, new: &str, types: &[String]) {
    let renamed = |text: &mut String| *text = renames::with_value(text, old, new, types);
    meanings
        .found_checks
        .iter_mut()
        .for_each(|(_, check)| renamed(check));
    meanings.found_defaults.values_mut().for_each(&renamed);
    for index in meanings.found_indexes.values_mut() {
        renamed(&mut index.meaning);
        renamed(&mut index.create);
    }
}

/// The indexes over expressions, which SQLAlchemy's inspector passes over.
fn add_unread_indexes(
    table: &mut limbec_schema::Table,
    meanings: &Meanings,
    dialect: &dyn Dialect,
) {
    let mut names: Vec<&String> = meanings.found_indexes.keys().collect();
    names.sort();
    for name in names {
        let known = table
            .indexes
            .iter()
            .any(|index| index.name.as_str() == Some(name));
        if known {
            continue;
        }
        let sql = &meanings.found_indexes[name].create;
        if let Some((elements, condition)) = parts(sql) {
            let text = |text: &str| {
                Expr::Text(TextClause {
                    text: text.replace(':', "\\:"),
                    binds: Vec::new(),
                })
            };
            let mut options = Options::new();
            if let Some(condition) = condition {
                let key = format!("{}_where", dialect.name());
                options.insert(key, OptionValue::Expr(text(&condition)));
            }
            table.indexes.push(Index {
                name: ConstraintName::Final(name.clone()),
                table: table.name.clone(),
                schema: table.schema.clone(),
                elements: elements
                    .iter()
                    .map(|element| IndexElement::Expr(Box::new(text(element))))
                    .collect(),
                unique: meanings.found_indexes[name].meaning.starts_with("unique "),
                quote: None,
                options,
            });
        }
    }
}

/// What stands in the parentheses of CREATE INDEX, and its condition.
fn parts(sql: &str) -> Option<(Vec<String>, Option<String>)> {
    let start = sql.find('(')?;
    let mut elements = vec![String::new()];
    let mut depth = 0_usize;
    let mut quote = None;
    let mut end = sql.len();
    for (at, c) in sql[start..].char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '\'' | '"' | '`') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            (None, ',') if depth == 1 => {
                elements.push(String::new());
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            end = start + at + 1;
            break;
        }
        if at > 0 {
            elements.last_mut()?.push(c);
        }
    }
    let elements = elements
        .iter()
        .map(|element| element.trim().to_owned())
        .collect();
    let rest = sql[end..].trim();
    let condition = rest
        .get(..5)
        .filter(|word| word.eq_ignore_ascii_case("where"))
        .map(|_| rest[5..].trim().to_owned());
    Some((elements, condition))
}

/// A column that becomes one of an ENUM type takes the text of its value.
pub(super) fn using(op: &mut AlterColumn, dialect: &dyn Dialect) {
    if dialect.features().named_types {
        op.options
            .insert("postgresql_using".to_owned(), OptionValue::None);
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn parts_of_an_index_are_read() {
        let sql = "CREATE INDEX i ON t (lower(a), coalesce(b, ',') DESC) WHERE a > (1)";
        let (elements, condition) = parts(sql).unwrap();
        assert_eq!(elements, ["lower(a)", "coalesce(b, ',') DESC"]);
        assert_eq!(condition.as_deref(), Some("a > (1)"));
    }
}
