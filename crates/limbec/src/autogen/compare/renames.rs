//! Renames that someone has told of: the tables of the database are taken as if they had been renamed, and the operations
//! that do it come first.

use std::collections::HashMap;

use limbec_schema::{
    AlterColumn, CheckConstraint, Constraint, Expr, IndexElement, Operation, OptionValue,
    RenameTable, Schema, Table, TextClause,
};

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

/// Renames tables and columns of the database; those of values of types are left.
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

/// A text with one name in place of another, outside of strings.
pub(super) fn with_name(text: &str, old: &str, new: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '\'' {
            let end = rest[1..].find('\'').map_or(rest.len(), |end| end + 2);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_alphanumeric() || c == '_' {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(rest.len());
            out.push_str(if rest[..end] == *old {
                new
            } else {
                &rest[..end]
            });
            rest = &rest[end..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::with_name;

    #[test]
    fn names_change_and_strings_do_not() {
        assert_eq!(
            with_name("(old > 0) AND \"old\" <> 'old' AND older > 1", "old", "new"),
            "(new > 0) AND \"new\" <> 'old' AND older > 1"
        );
    }
}
