//! ENUM types of PostgreSQL: new ones, those that are gone, and those with other values.

use std::collections::HashSet;

use indexmap::IndexMap;
use limbec_schema::{Change, ColumnDefault, EnumType, Operation, ServerDefault, SqlType, Table};
use limbec_sql::compile_expr_ddl;
use limbec_sql::entity::{EnumColumn, FoundEnum};
use limbec_sql::postgres::enums::{list, quoted};

use super::super::hooks::{CompareError, CompareLog, Hooks};
use super::super::ops::{Statements, Step};
use super::super::renames::Rename;
use super::super::{Directive, Model};
use super::renames::{Renamed, value_steps, with_value};
use super::{Comparison, enum_defaults};

/// A type by its schema, `None` for the default one, and its name.
pub(super) type Key = (Option<String>, String);

/// What becomes of the types.
#[derive(Default)]
pub(super) struct EnumChanges {
    /// What comes before the tables.
    pub first: Vec<Directive>,
    /// What comes after them.
    pub last: Vec<Directive>,
    /// Columns whose type is replaced, as `(schema, table, column)`.
    pub swapped: Vec<(Option<String>, String, String)>,
}

impl<H: Hooks> Comparison<'_, H> {
    /// Compares the types. The operations on the tables are changed where they would make a type themselves, or set a
    /// default that the new type brings along.
    pub(super) fn enums(
        &mut self,
        model: &Model,
        found: &[FoundEnum],
        renames: &[Rename],
        renamed: &Renamed,
        default_schema: Option<&str>,
        directives: &mut Vec<Directive>,
    ) -> Result<EnumChanges, CompareError<H::Error>> {
        let wanted = wanted_types(model, default_schema);
        let mut changes = EnumChanges::default();
        let used = types_in(directives, default_schema);
        for (key, declared) in &wanted {
            let known = found
                .iter()
                .find(|found| (&found.schema, &found.name) == (&key.0, &key.1));
            match known {
                None if used.contains(key) => {
                    self.enum_log("added", key)?;
                    changes
                        .first
                        .push(creation(key, &declared.values, true, self.dialect));
                }
                None => {}
                Some(known) if known.values == declared.values => {}
                Some(known) => {
                    let renames = value_renames(renames, key);
                    let renames = value_steps(&known.values, &renames)?;
                    let change = EnumChange {
                        key,
                        known,
                        renames,
                        wanted: &declared.values,
                    };
                    self.enum_changed(model, &change, renamed, &mut changes, directives)?;
                }
            }
        }
        for known in found {
            let key = (known.schema.clone(), known.name.clone());
            if wanted.contains_key(&key) || !is_free(known, directives) {
                continue;
            }
            if self.is_foreign(&known.name) {
                self.foreign.push(format!("type {}", shown(&key)));
                continue;
            }
            self.enum_log("removed", &key)?;
            changes
                .last
                .push(creation(&key, &known.values, false, self.dialect));
        }
        let mut known: HashSet<Key> = wanted.keys().cloned().collect();
        known.extend(
            found
                .iter()
                .map(|found| (found.schema.clone(), found.name.clone())),
        );
        for directive in directives {
            explicit(directive, &known, default_schema, self.dialect);
        }
        Ok(changes)
    }

    fn enum_log(&mut self, word: &str, key: &Key) -> Result<(), CompareError<H::Error>> {
        let text = format!("Detected {word} enum type '{}'", shown(key));
        self.log(CompareLog::Types, &text)
    }

    fn enum_changed(
        &mut self,
        model: &Model,
        change: &EnumChange<'_>,
        renamed: &Renamed,
        changes: &mut EnumChanges,
        directives: &mut Vec<Directive>,
    ) -> Result<(), CompareError<H::Error>> {
        let name = self
            .dialect
            .qualified(change.key.0.as_deref(), &change.key.1);
        let statements = |op, forth, back| {
            Directive::Statements(Statements {
                op,
                back_op: op,
                schema: change.key.0.clone(),
                table: None,
                name: change.key.1.clone(),
                forth,
                back,
            })
        };
        let mut values = change.known.values.clone();
        for (old, new) in &change.renames {
            let Some(value) = values.iter_mut().find(|value| *value == old) else {
                continue;
            };
            value.clone_from(new);
            let text = format!(
                "Detected renamed value {} to {} of enum type '{}'",
                quoted(old),
                quoted(new),
                shown(change.key)
            );
            self.log(CompareLog::Types, &text)?;
            let rename = |from: &str, to: &str| {
                let (from, to) = (quoted(from), quoted(to));
                vec![Step::Sql(format!(
                    "ALTER TYPE {name} RENAME VALUE {from} TO {to}"
                ))]
            };
            changes.first.push(statements(
                "rename_enum_value",
                rename(old, new),
                rename(new, old),
            ));
        }
        if values == change.wanted {
            return Ok(());
        }
        let text = format!(
            "Detected changed values of enum type '{}': [{}] to [{}]",
            shown(change.key),
            list(&values),
            list(change.wanted)
        );
        self.log(CompareLog::Types, &text)?;
        let old_columns = self.swapped_columns(model, change, &values, renamed)?;
        let back = swap(self.dialect, change, &values, &old_columns, false);
        if let Some(added) = additions(&name, &values, change.wanted) {
            changes
                .first
                .push(statements("add_enum_value", added, back));
            return Ok(());
        }
        let forth = swap(self.dialect, change, change.wanted, &old_columns, true);
        changes.first.push(statements("alter_enum", forth, back));
        for column in &old_columns {
            let place = (
                column.column.schema.clone(),
                column.table.clone(),
                column.name.clone(),
            );
            if column.replaces_default {
                keep_default(directives, &place);
            }
            changes.swapped.push(place);
        }
        Ok(())
    }

    /// The columns of a type, with the defaults that they get.
    fn swapped_columns<'e>(
        &self,
        model: &Model,
        change: &EnumChange<'e>,
        present: &[String],
        renamed: &Renamed,
    ) -> Result<Vec<SwappedColumn<'e>>, CompareError<H::Error>> {
        let mut all = Vec::new();
        for column in &change.known.columns {
            let declared = model
                .tables
                .iter()
                .find(|table| {
                    renamed.present_table(table.schema.as_deref(), &table.name) == column.table
                        && table
                            .schema
                            .as_deref()
                            .is_none_or(|own| column.schema.as_deref().is_none_or(|s| s == own))
                })
                .and_then(|table| {
                    let found = Table {
                        schema: column.schema.clone(),
                        name: table.name.clone(),
                        ..Table::default()
                    };
                    let own = table
                        .columns
                        .iter()
                        .find(|own| renamed.present_column(&found, &own.name) == column.column)?;
                    Some((table, own))
                });
            let is_lost = column.default.as_deref().is_some_and(|default| {
                literals(default)
                    .iter()
                    .any(|value| present.contains(value) && !change.wanted.contains(value))
            });
            let mut default = column.default.clone();
            let mut before = column.default.clone();
            for text in [&mut default, &mut before].into_iter().flatten() {
                // The server writes the default anew when a value is renamed.
                *text = change.renamed(text, self.dialect);
            }
            if is_lost {
                default = match declared.and_then(|(_, own)| own.server_default.as_ref()) {
                    Some(ServerDefault::Literal(text)) => Some(quoted(text)),
                    Some(ServerDefault::Expr(expr)) => Some(compile_expr_ddl(self.dialect, expr)?),
                    Some(ServerDefault::Fetched) | None => None,
                };
            }
            let (table, name) = declared.map_or_else(
                || (column.table.clone(), column.column.clone()),
                |(table, own)| (table.name.clone(), own.name.clone()),
            );
            all.push(SwappedColumn {
                column,
                table,
                name,
                before,
                default,
                replaces_default: is_lost,
            });
        }
        Ok(all)
    }
}

/// A type on both sides, with different values.
struct EnumChange<'a> {
    key: &'a Key,
    known: &'a FoundEnum,
    renames: Vec<(String, String)>,
    wanted: &'a [String],
}

impl EnumChange<'_> {
    /// A text of the server's after the renames of the values.
    fn renamed(&self, text: &str, dialect: &dyn limbec_sql::Dialect) -> String {
        let types = spellings(self.key, dialect);
        let steps = self.renames.iter();
        steps.fold(text.to_owned(), |text, (old, new)| {
            with_value(&text, old, new, &types)
        })
    }
}

/// The ways in which the server writes the name of a type.
pub(super) fn spellings(key: &Key, dialect: &dyn limbec_sql::Dialect) -> Vec<String> {
    let mut found = vec![dialect.quote(&key.1)];
    found.extend(
        key.0
            .as_deref()
            .map(|schema| dialect.qualified(Some(schema), &key.1)),
    );
    found
}

struct SwappedColumn<'a> {
    column: &'a EnumColumn,
    /// Its table and its name after the renames of tables and columns, which come after the types.
    table: String,
    name: String,
    /// The default before, and after.
    before: Option<String>,
    default: Option<String>,
    /// The default before has a value that is gone.
    replaces_default: bool,
}

fn shown(key: &Key) -> String {
    super::super::model::full_name(key.0.as_deref(), &key.1)
}

pub(super) fn value_renames(renames: &[Rename], key: &Key) -> Vec<(String, String)> {
    renames
        .iter()
        .filter_map(|rename| match rename {
            Rename::Value {
                schema,
                name,
                old,
                new,
            } if (schema, name) == (&key.0, &key.1) => Some((old.clone(), new.clone())),
            _ => None,
        })
        .collect()
}

/// The ENUM types of the models.
fn wanted_types<'m>(model: &'m Model, default_schema: Option<&str>) -> IndexMap<Key, &'m EnumType> {
    let mut wanted = IndexMap::new();
    for table in &model.tables {
        for column in &table.columns {
            if let Some(found) = enum_of(&column.sql_type) {
                wanted
                    .entry(key_of(found, table, default_schema))
                    .or_insert(found);
            }
        }
    }
    wanted
}

fn key_of(found: &EnumType, table: &Table, default_schema: Option<&str>) -> Key {
    let schema = match (&found.schema, found.inherit_schema) {
        (None, true) => table.schema.clone(),
        (own, _) => own.clone(),
    };
    let schema = schema.filter(|schema| Some(schema.as_str()) != default_schema);
    (schema, found.name.as_str().unwrap_or_default().to_owned())
}

/// The native ENUM type inside of a type.
pub(super) fn enum_of(sql_type: &SqlType) -> Option<&EnumType> {
    match sql_type {
        SqlType::Enum(found) if found.native_enum && found.name.as_str().is_some() => Some(found),
        SqlType::Array(array) => enum_of(&array.item),
        SqlType::Decorated(decorated) => enum_of(&decorated.base),
        _ => None,
    }
}

fn enum_of_mut(sql_type: &mut SqlType) -> Option<&mut EnumType> {
    match sql_type {
        SqlType::Enum(found) if found.native_enum => Some(found),
        SqlType::Array(array) => enum_of_mut(&mut array.item),
        _ => None,
    }
}

/// The types that new columns and new types of columns need.
fn types_in(directives: &[Directive], default_schema: Option<&str>) -> HashSet<Key> {
    let mut found = HashSet::new();
    let place = |schema: &Option<String>| Table {
        schema: schema.clone(),
        ..Table::default()
    };
    for directive in directives {
        match directive {
            Directive::ModifyTable(modify) => found.extend(types_in(&modify.ops, default_schema)),
            Directive::Operation(Operation::CreateTable(op)) => {
                let types = op
                    .table
                    .columns
                    .iter()
                    .filter_map(|column| enum_of(&column.sql_type));
                found.extend(types.map(|own| key_of(own, &op.table, default_schema)));
            }
            Directive::Operation(Operation::AddColumn(op)) => {
                let own = enum_of(&op.column.sql_type);
                found.extend(own.map(|own| key_of(own, &place(&op.schema), default_schema)));
            }
            Directive::Operation(Operation::AlterColumn(op)) => {
                let own = op.sql_type.as_ref().and_then(enum_of);
                found.extend(own.map(|own| key_of(own, &place(&op.schema), default_schema)));
            }
            _ => {}
        }
    }
    found
}

/// Whether no column keeps the type.
fn is_free(known: &FoundEnum, directives: &[Directive]) -> bool {
    known.columns.iter().all(|column| {
        let is_table = |schema: &Option<String>, table: &str| {
            *schema == column.schema && table == column.table
        };
        directives.iter().any(|directive| match directive {
            Directive::Operation(Operation::DropTable(op)) => is_table(&op.schema, &op.name),
            Directive::ModifyTable(modify) => modify.ops.iter().any(|op| match op {
                Directive::Operation(Operation::DropColumn(op)) => {
                    is_table(&op.schema, &op.table) && op.column == column.column
                }
                Directive::Operation(Operation::AlterColumn(op)) => {
                    is_table(&op.schema, &op.table)
                        && op.column == column.column
                        && op.sql_type.is_some()
                }
                _ => false,
            }),
            _ => false,
        })
    })
}

/// CREATE TYPE, or its way back.
fn creation(
    key: &Key,
    values: &[String],
    is_new: bool,
    dialect: &dyn limbec_sql::Dialect,
) -> Directive {
    let name = dialect.qualified(key.0.as_deref(), &key.1);
    let create = vec![Step::Sql(format!(
        "CREATE TYPE {name} AS ENUM ({})",
        list(values)
    ))];
    let drop = vec![Step::Sql(format!("DROP TYPE {name}"))];
    let (op, back_op, forth, back) = if is_new {
        ("create_enum", "drop_enum", create, drop)
    } else {
        ("drop_enum", "create_enum", drop, create)
    };
    Directive::Statements(Statements {
        op,
        back_op,
        schema: key.0.clone(),
        table: None,
        name: key.1.clone(),
        forth,
        back,
    })
}

/// ADD VALUE for each new value, where nothing else has changed.
fn additions(name: &str, present: &[String], wanted: &[String]) -> Option<Vec<Step>> {
    let mut kept = wanted.iter().filter(|value| present.contains(value));
    if !present.iter().all(|value| kept.next() == Some(value)) {
        return None;
    }
    let mut steps = Vec::new();
    let mut known: Vec<&String> = present.iter().collect();
    for (at, value) in wanted.iter().enumerate() {
        if known.contains(&value) {
            continue;
        }
        let place = match at.checked_sub(1).and_then(|before| wanted.get(before)) {
            Some(before) if known.last() == Some(&before) => {
                known.push(value);
                String::new()
            }
            Some(before) => {
                let after = known
                    .iter()
                    .position(|known| *known == before)
                    .map_or(0, |at| at + 1);
                known.insert(after, value);
                format!(" AFTER {}", quoted(before))
            }
            None => {
                let place = known
                    .first()
                    .map(|next| format!(" BEFORE {}", quoted(next)));
                known.insert(0, value);
                place.unwrap_or_default()
            }
        };
        let value = quoted(value);
        steps.push(Step::Alone(format!(
            "ALTER TYPE {name} ADD VALUE IF NOT EXISTS {value}{place}"
        )));
    }
    Some(steps)
}

/// A new type in the place of the old one: the columns change to it, their defaults apart.
fn swap(
    dialect: &dyn limbec_sql::Dialect,
    change: &EnumChange<'_>,
    to: &[String],
    columns: &[SwappedColumn<'_>],
    is_forth: bool,
) -> Vec<Step> {
    let (schema, name) = change.key;
    let full = dialect.qualified(schema.as_deref(), name);
    let old = format!("{name}_old");
    let mut sql = Vec::new();
    let holders: Vec<_> = change
        .known
        .holders
        .iter()
        .map(|holder| {
            let create = change.renamed(&holder.create, dialect);
            (holder.drop.clone(), create)
        })
        .collect();
    sql.extend(holders.iter().map(|(drop, _)| drop.clone()));
    sql.push(format!(
        "ALTER TYPE {full} RENAME TO {}",
        dialect.quote(&old)
    ));
    sql.push(format!("CREATE TYPE {full} AS ENUM ({})", list(to)));
    for column in columns {
        let table = dialect.qualified(column.column.schema.as_deref(), &column.column.table);
        let name = dialect.quote(&column.column.column);
        let (now, then) = match is_forth {
            true => (&column.before, &column.default),
            false => (&column.default, &column.before),
        };
        let array = if column.column.is_array { "[]" } else { "" };
        if now.is_some() {
            sql.push(format!(
                "ALTER TABLE {table} ALTER COLUMN {name} DROP DEFAULT"
            ));
        }
        sql.push(format!(
            "ALTER TABLE {table} ALTER COLUMN {name} TYPE {full}{array} USING {name}::text{array}::{full}{array}"
        ));
        if let Some(default) = then {
            sql.push(format!(
                "ALTER TABLE {table} ALTER COLUMN {name} SET DEFAULT {default}"
            ));
        }
    }
    sql.extend(holders.into_iter().map(|(_, create)| create));
    sql.push(format!(
        "DROP TYPE {}",
        dialect.qualified(schema.as_deref(), &old)
    ));
    sql.into_iter().map(Step::Sql).collect()
}

/// The strings in a text.
fn literals(text: &str) -> Vec<String> {
    let pieces: Vec<&str> = text.split('\'').collect();
    pieces
        .chunks(2)
        .filter_map(|pair| pair.get(1))
        .flat_map(|text| {
            let inner = text.trim_start_matches('{').trim_end_matches('}');
            let parts: Vec<String> = match inner.len() == text.len() {
                true => vec![(*text).to_owned()],
                false => inner.split(',').map(str::to_owned).collect(),
            };
            parts
        })
        .collect()
}

/// A default that the new type has brought along is not set once more.
fn keep_default(directives: &mut Vec<Directive>, place: &(Option<String>, String, String)) {
    for directive in directives.iter_mut() {
        let Directive::ModifyTable(modify) = directive else {
            continue;
        };
        modify.ops.retain_mut(|op| match op {
            Directive::Operation(Operation::AlterColumn(op))
                if (&op.schema, &op.table, &op.column) == (&place.0, &place.1, &place.2) =>
            {
                op.server_default = Change::Keep;
                op.existing.server_default = Change::<Option<ColumnDefault>>::Keep;
                op.nullable.is_set()
                    || op.sql_type.is_some()
                    || op.comment.is_set()
                    || op.name.is_some()
            }
            _ => true,
        });
    }
    directives.retain(|directive| match directive {
        Directive::ModifyTable(modify) => !modify.ops.is_empty(),
        _ => true,
    });
}

/// Operations leave the types to the statements, and tell how a value becomes one of a type.
fn explicit(
    directive: &mut Directive,
    known: &HashSet<Key>,
    default_schema: Option<&str>,
    dialect: &dyn limbec_sql::Dialect,
) {
    let settle = |sql_type: &mut SqlType, table: &Table| {
        if let Some(own) = enum_of_mut(sql_type)
            && known.contains(&key_of(own, table, default_schema))
        {
            own.exact = true;
            own.create_type = false;
            own.metadata = true;
        }
    };
    let place = |schema: &Option<String>| Table {
        schema: schema.clone(),
        ..Table::default()
    };
    match directive {
        Directive::ModifyTable(modify) => {
            for op in &mut modify.ops {
                explicit(op, known, default_schema, dialect);
            }
            let ops = std::mem::take(&mut modify.ops);
            modify.ops = ops.into_iter().flat_map(enum_defaults::apart).collect();
        }
        Directive::Operation(Operation::CreateTable(op)) => settle_table(&mut op.table, &settle),
        Directive::Operation(Operation::DropTable(op)) => {
            if let Some(original) = &mut op.original {
                settle_table(original, &settle);
            }
        }
        Directive::Operation(Operation::AddColumn(op)) => {
            settle(&mut op.column.sql_type, &place(&op.schema));
        }
        Directive::Operation(Operation::DropColumn(op)) => {
            if let Some(original) = &mut op.original {
                settle(&mut original.sql_type, &place(&op.schema));
            }
        }
        Directive::Operation(Operation::AlterColumn(op)) => {
            let place = place(&op.schema);
            let old = op.existing.sql_type.as_mut();
            if let Some(old) = old {
                settle(old, &place);
            }
            if let Some(new) = &mut op.sql_type {
                settle(new, &place);
                super::beyond::using(op, dialect);
            }
        }
        _ => {}
    }
}

fn settle_table(table: &mut Table, settle: &dyn Fn(&mut SqlType, &Table)) {
    let place = Table {
        schema: table.schema.clone(),
        ..Table::default()
    };
    for column in &mut table.columns {
        settle(&mut column.sql_type, &place);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::ops::Step;
    use super::{additions, literals};

    fn values(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    fn added(present: &str, wanted: &str) -> Option<Vec<String>> {
        let steps = additions("m", &values(present), &values(wanted))?;
        Some(
            steps
                .into_iter()
                .map(|step| match step {
                    Step::Alone(sql) | Step::Sql(sql) => {
                        sql.replace("ALTER TYPE m ADD VALUE IF NOT EXISTS ", "")
                    }
                })
                .collect(),
        )
    }

    #[test]
    fn values_are_added_where_they_stand() {
        assert_eq!(added("ab", "abc"), Some(vec!["'c'".to_owned()]));
        assert_eq!(added("bc", "abc"), Some(vec!["'a' BEFORE 'b'".to_owned()]));
        assert_eq!(
            added("ad", "abcd"),
            Some(vec!["'b' AFTER 'a'".to_owned(), "'c' AFTER 'b'".to_owned()])
        );
        assert_eq!(added("ab", "ba"), None);
        assert_eq!(added("ab", "ac"), None);
    }

    #[test]
    fn strings_of_defaults_are_read() {
        assert_eq!(literals("'a'::mood"), ["a"]);
        assert_eq!(literals("'{a,b}'::mood[]"), ["a", "b"]);
    }
}
