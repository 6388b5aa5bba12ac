//! Renames that someone has told of: the tables of the database are taken as if they had been renamed, and the operations
//! that do it come first.

use std::collections::HashMap;

use limbec_schema::{
    AlterColumn, CheckConstraint, Constraint, Expr, IndexElement, Operation, OptionValue,
    RenameTable, Schema, Table, TextClause,
};

use limbec_sql::postgres::enums::quoted;

use super::super::hooks::CompareError;
use super::super::renames::{Rename, RenameError};
use super::super::{Directive, Model};
use super::Found;

/// What was renamed, by the new names.
#[derive(Debug, Clone, Default)]
pub(super) struct Renamed {
    /// The tables.
    tables: HashMap<(Option<String>, String), String>,
    /// The columns, by schema, new name of the table, and new name.
    columns: HashMap<(Option<String>, String, String), String>,
}

impl Renamed {
    /// The name that a table has in the database.
    pub fn present_table<'n>(&'n self, schema: Option<&str>, name: &'n str) -> &'n str {
        let key = (schema.map(str::to_owned), name.to_owned());
        self.tables.get(&key).map_or(name, String::as_str)
    }

    /// The name that a column has in the database.
    pub fn present_column<'n>(&'n self, table: &Table, name: &'n str) -> &'n str {
        let key = (table.schema.clone(), table.name.clone(), name.to_owned());
        self.columns.get(&key).map_or(name, String::as_str)
    }
}

/// Renames tables and columns of the database; those of values of types are for [`rename_value`].
pub(super) fn apply<E>(
    renames: &[Rename],
    model: &Model,
    default_schema: Option<&str>,
    found: &mut Found,
) -> Result<(Renamed, Vec<Directive>), CompareError<E>> {
    let mut renamed = Renamed::default();
    let mut directives = Vec::new();
    let is_declared = |schema: &Option<String>, name: &str| {
        model.tables.iter().any(|table| {
            let own = table
                .schema
                .as_deref()
                .filter(|own| Some(*own) != default_schema);
            own == schema.as_deref() && table.name == name
        })
    };
    for rename in renames {
        if let Rename::Table { schema, old, new } = rename {
            let tables =
                tables_of(found, schema).ok_or_else(|| RenameError::no_table(schema, old))?;
            let key = |name: &str| (schema.clone(), name.to_owned());
            if tables.tables.contains_key(&key(new)) {
                return Err(RenameError::TableExists(shown(schema, new)).into());
            }
            if !is_declared(schema, new) {
                return Err(RenameError::NotDeclared(shown(schema, new)).into());
            }
            let Some(at) = tables.tables.get_index_of(&key(old)) else {
                return Err(RenameError::no_table(schema, old).into());
            };
            if let Some((_, mut table)) = tables.tables.shift_remove_index(at) {
                table.name.clone_from(new);
                for index in &mut table.indexes {
                    index.table.clone_from(new);
                }
                tables.tables.shift_insert(at, key(new), table);
            }
            refer_to_table(found, schema, old, new);
            renamed.tables.insert(key(new), old.clone());
            directives.push(Directive::Operation(Operation::RenameTable(RenameTable {
                old_name: old.clone(),
                new_name: new.clone(),
                schema: schema.clone(),
            })));
        }
    }
    for rename in renames {
        if let Rename::Column {
            schema,
            table,
            old,
            new,
        } = rename
        {
            let key = (schema.clone(), table.clone());
            let there = tables_of(found, schema).and_then(|tables| tables.tables.get_mut(&key));
            let Some(data) = there else {
                return Err(RenameError::no_table(schema, table).into());
            };
            if data.column(old).is_none() {
                return Err(
                    RenameError::NoColumn(format!("{}.{old}", shown(schema, table))).into(),
                );
            }
            if data.column(new).is_some() {
                return Err(
                    RenameError::ColumnExists(format!("{}.{new}", shown(schema, table))).into(),
                );
            }
            let declared = model.tables.iter().find(|other| other.name == *table);
            if declared.is_none_or(|declared| declared.column(new).is_none()) {
                return Err(
                    RenameError::NotDeclared(format!("{}.{new}", shown(schema, table))).into(),
                );
            }
            // Not in a batch: Alembic's would leave the old name in CHECK constraints.
            directives.push(column_rename(schema, data, old, new));
            rename_column(data, old, new);
            refer_to_column(found, schema, table, old, new);
            let key = (schema.clone(), table.clone(), new.clone());
            renamed.columns.insert(key, old.clone());
        }
    }
    Ok((renamed, directives))
}

fn shown(schema: &Option<String>, name: &str) -> String {
    super::super::model::full_name(schema.as_deref(), name)
}

fn tables_of<'f>(found: &'f mut Found, schema: &Option<String>) -> Option<&'f mut Schema> {
    found
        .iter_mut()
        .find(|(known, _)| known == schema)
        .map(|(_, tables)| tables)
}

fn column_rename(schema: &Option<String>, table: &Table, old: &str, new: &str) -> Directive {
    let mut op = AlterColumn {
        table: table.name.clone(),
        schema: schema.clone(),
        column: old.to_owned(),
        name: Some(new.to_owned()),
        ..AlterColumn::default()
    };
    if let Some(column) = table.column(old) {
        op.existing.sql_type = Some(column.sql_type.clone());
        op.existing.nullable = Some(super::super::model::is_nullable(table, column));
    }
    Directive::Operation(Operation::AlterColumn(Box::new(op)))
}

fn foreign_keys(
    found: &mut Found,
) -> impl Iterator<Item = &mut limbec_schema::ForeignKeyConstraint> {
    found
        .iter_mut()
        .flat_map(|(_, tables)| tables.tables.values_mut())
        .flat_map(|table| table.constraints.iter_mut())
        .filter_map(|constraint| match constraint {
            Constraint::ForeignKey(key) => Some(key),
            _ => None,
        })
}

fn refer_to_table(found: &mut Found, schema: &Option<String>, old: &str, new: &str) {
    for key in foreign_keys(found) {
        if key.ref_table == old && key.ref_schema == *schema {
            new.clone_into(&mut key.ref_table);
        }
    }
}

fn refer_to_column(found: &mut Found, schema: &Option<String>, table: &str, old: &str, new: &str) {
    for key in foreign_keys(found) {
        if key.ref_table == table && key.ref_schema == *schema {
            replace(&mut key.ref_columns, old, new);
        }
    }
}

fn replace(names: &mut [String], old: &str, new: &str) {
    for name in names.iter_mut().filter(|name| *name == old) {
        new.clone_into(name);
    }
}

fn rename_column(table: &mut Table, old: &str, new: &str) {
    for column in table.columns.iter_mut().filter(|column| column.name == old) {
        new.clone_into(&mut column.name);
    }
    for column in &mut table.columns {
        if let Some(computed) = &mut column.computed {
            rename_in(&mut computed.expr, old, new);
        }
    }
    for constraint in &mut table.constraints {
        match constraint {
            Constraint::PrimaryKey(key) => replace(&mut key.columns, old, new),
            Constraint::ForeignKey(key) => replace(&mut key.columns, old, new),
            Constraint::Unique(unique) => replace(&mut unique.columns, old, new),
            Constraint::Check(CheckConstraint { expr, .. }) => rename_in(expr, old, new),
            Constraint::Exclude(_) => {}
        }
    }
    for index in &mut table.indexes {
        for element in &mut index.elements {
            match element {
                IndexElement::Column(name) if name == old => new.clone_into(name),
                IndexElement::Column(_) => {}
                IndexElement::Expr(expr) => rename_in(expr, old, new),
            }
        }
        for value in index.options.values_mut() {
            match value {
                OptionValue::List(items) => {
                    for item in items {
                        if let OptionValue::Str(name) = item
                            && name == old
                        {
                            new.clone_into(name);
                        }
                    }
                }
                OptionValue::Expr(expr) => rename_in(expr, old, new),
                OptionValue::Str(text) => *text = with_name(text, old, new),
                _ => {}
            }
        }
    }
}

/// The expressions of a database are texts.
fn rename_in(expr: &mut Expr, old: &str, new: &str) {
    if let Expr::Text(TextClause { text, .. }) = expr {
        *text = with_name(text, old, new);
    }
}

/// A text with one name in place of another, outside of strings, and where it names neither a type nor a function.
pub(super) fn with_name(text: &str, old: &str, new: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut in_type = false;
    while let Some(c) = rest.chars().next() {
        if c == '\'' {
            let end = string_end(rest);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            in_type = false;
        } else if rest.starts_with("::") {
            out.push_str("::");
            rest = &rest[2..];
            in_type = true;
        } else if is_word(c) {
            let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
            let after = rest[end..].trim_start_matches('"');
            let is_name = !in_type && !after.starts_with('(');
            out.push_str(if is_name && rest[..end] == *old {
                new
            } else {
                &rest[..end]
            });
            rest = &rest[end..];
        } else {
            in_type &= matches!(c, '.' | '"');
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// A text as the server writes it when a value of an ENUM type has another name; `types` are the ways to write the type.
pub(super) fn with_value(text: &str, old: &str, new: &str, types: &[String]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('\'') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = string_end(rest);
        let (literal, after) = rest.split_at(end);
        let is_value = types.iter().any(|name| {
            let after = after
                .strip_prefix("::")
                .and_then(|a| a.strip_prefix(&**name));
            after.is_some_and(|after| !after.starts_with(|c: char| is_word(c) || c == '.'))
        });
        let inner = literal.trim_matches('\'');
        let items = inner.strip_prefix('{').and_then(|i| i.strip_suffix('}'));
        match items {
            _ if !is_value => out.push_str(literal),
            Some(items) => {
                let items: Vec<&str> = items
                    .split(',')
                    .map(|item| if item == old { new } else { item })
                    .collect();
                out.push_str(&format!("'{{{}}}'", items.join(",")));
            }
            None if literal == quoted(old) => out.push_str(&quoted(new)),
            None => out.push_str(literal),
        }
        rest = after;
    }
    out + rest
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where the string ends that a text begins with; a quote in it is doubled.
fn string_end(text: &str) -> usize {
    let mut end = 1;
    while let Some(quote) = text[end..].find('\'') {
        end += quote + 1;
        if !text[end..].starts_with('\'') {
            return end;
        }
        end += 1;
    }
    text.len()
}

/// The values of an ENUM type are called otherwise in the texts that the server has of a table.
pub(super) fn rename_value(table: &mut Table, old: &str, new: &str, types: &[String]) {
    let renamed = |expr: &mut Expr| {
        if let Expr::Text(TextClause { text, .. }) = expr {
            *text = with_value(text, old, new, types);
        }
    };
    for constraint in &mut table.constraints {
        if let Constraint::Check(CheckConstraint { expr, .. }) = constraint {
            renamed(expr);
        }
    }
    for index in &mut table.indexes {
        for element in &mut index.elements {
            if let IndexElement::Expr(expr) = element {
                renamed(expr);
            }
        }
        for value in index.options.values_mut() {
            match value {
                OptionValue::Expr(expr) => renamed(expr),
                OptionValue::Str(text) => *text = with_value(text, old, new, types),
                _ => {}
            }
        }
    }
}

/// Renames of the values of a type in an order in which no name is taken; names that are exchanged go by one that is free.
pub(super) fn value_steps(
    values: &[String],
    renames: &[(String, String)],
) -> Result<Vec<(String, String)>, RenameError> {
    let mut values = values.to_vec();
    let mut pending: Vec<(String, String)> = renames.to_vec();
    pending.retain(|(old, _)| values.contains(old));
    let mut steps = Vec::new();
    while !pending.is_empty() {
        let free = pending.iter().position(|(_, new)| !values.contains(new));
        let (old, new) = match free {
            Some(at) => pending.remove(at),
            None => {
                let (old, new) = pending[0].clone();
                if !pending.iter().any(|(other, _)| *other == new) {
                    return Err(RenameError::ValueExists(new));
                }
                let mut aside = format!("{old}_");
                while values.contains(&aside) {
                    aside.push('_');
                }
                pending[0].0.clone_from(&aside);
                (old, aside)
            }
        };
        for value in values.iter_mut().filter(|value| **value == old) {
            value.clone_from(&new);
        }
        steps.push((old, new));
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::{value_steps, with_name, with_value};

    #[test]
    fn names_change_and_strings_do_not() {
        assert_eq!(
            with_name("(old > 0) AND \"old\" <> 'old' AND older > 1", "old", "new"),
            "(new > 0) AND \"new\" <> 'old' AND older > 1"
        );
        assert_eq!(
            with_name(
                "old <> 'it''s old'::old AND old(old) = x::\"s\".old[]",
                "old",
                "new"
            ),
            "new <> 'it''s old'::old AND old(new) = x::\"s\".old[]"
        );
    }

    #[test]
    fn values_change_where_they_are_of_the_type() {
        let types = ["mood".to_owned(), "app.mood".to_owned()];
        let renamed = |text: &str| with_value(text, "sad", "glum", &types);
        assert_eq!(
            renamed("(m <> 'sad'::mood) OR n = 'sad'::text OR 'sad'::moods = x"),
            "(m <> 'glum'::mood) OR n = 'sad'::text OR 'sad'::moods = x"
        );
        assert_eq!(
            renamed("'{sad,fine,sadder}'::app.mood[]"),
            "'{glum,fine,sadder}'::app.mood[]"
        );
        assert_eq!(
            renamed("'it''s'::mood = 'sad'::mood"),
            "'it''s'::mood = 'glum'::mood"
        );
    }

    fn steps(values: &str, renames: &[(&str, &str)]) -> Option<String> {
        let values: Vec<String> = values.chars().map(String::from).collect();
        let owned = |(old, new): &(&str, &str)| (old.to_string(), new.to_string());
        let renames: Vec<(String, String)> = renames.iter().map(owned).collect();
        let steps = value_steps(&values, &renames).ok()?;
        let shown: Vec<String> = steps
            .iter()
            .map(|(old, new)| format!("{old}>{new}"))
            .collect();
        Some(shown.join(" "))
    }

    #[test]
    fn values_are_renamed_in_an_order_that_works() {
        assert_eq!(steps("ab", &[("a", "c")]).as_deref(), Some("a>c"));
        assert_eq!(
            steps("ab", &[("a", "b"), ("b", "c")]).as_deref(),
            Some("b>c a>b")
        );
        assert_eq!(
            steps("ab", &[("a", "b"), ("b", "a")]).as_deref(),
            Some("a>a_ b>a a_>b")
        );
        assert_eq!(steps("ab", &[("a", "b")]), None);
        assert_eq!(steps("b", &[("a", "b")]).as_deref(), Some(""));
    }
}
