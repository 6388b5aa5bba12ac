//! Small questions about columns, types and constraints.

use limbec_schema::{
    CheckConstraint, Column, ColumnDefault, Constraint, Expr, Index, IndexElement,
    PrimaryKeyConstraint, SqlType,
};

use super::statements::rename_in;
use crate::CompileError;
use crate::ddl::columns_in;

/// The column without what has become constraints and indexes of the table.
pub(super) fn detached(column: &Column) -> Column {
    Column {
        unique: false,
        index: false,
        foreign_keys: Vec::new(),
        ..column.clone()
    }
}

/// The type no longer makes a CHECK.
pub(super) fn stop_type_check(sql_type: &mut SqlType) {
    match sql_type {
        SqlType::Boolean(t) => t.create_constraint = false,
        SqlType::Enum(t) => t.create_constraint = false,
        SqlType::Variant(t) => {
            stop_type_check(&mut t.base);
            t.variants.iter_mut().for_each(|(_, t)| stop_type_check(t));
        }
        SqlType::Decorated(t) => {
            stop_type_check(&mut t.base);
            t.by_dialect
                .iter_mut()
                .for_each(|(_, t)| stop_type_check(t));
        }
        _ => {}
    }
}

/// The name of a Boolean or an Enum, which is that of its CHECK.
pub(super) fn type_name(sql_type: &SqlType) -> Option<String> {
    let name = match sql_type.for_dialect("sqlite") {
        SqlType::Boolean(t) => &t.name,
        SqlType::Enum(t) => &t.name,
        _ => return None,
    };
    name.as_str().map(str::to_owned)
}

pub(super) fn set_default(
    column: &mut Column,
    default: Option<&ColumnDefault>,
) -> Result<(), CompileError> {
    match default {
        None => {
            column.server_default = None;
            Ok(())
        }
        Some(ColumnDefault::Server(default)) => {
            column.server_default = Some(default.clone());
            Ok(())
        }
        Some(ColumnDefault::Computed(_) | ColumnDefault::Identity(_)) => {
            Err(CompileError::Argument {
                message:
                    "Adding a \"computed\" or \"identity\" construct to an existing column is \
                          not supported in batch mode."
                        .to_owned(),
            })
        }
    }
}

/// Calls `change` with every column of the constraint's own table.
pub(super) fn for_each_column(constraint: &mut Constraint, mut change: impl FnMut(&mut String)) {
    match constraint {
        Constraint::PrimaryKey(PrimaryKeyConstraint { columns, .. }) => {
            columns.iter_mut().for_each(change);
        }
        Constraint::Unique(unique) => unique.columns.iter_mut().for_each(change),
        Constraint::ForeignKey(key) => key.columns.iter_mut().for_each(change),
        Constraint::Check(check) => match &mut check.type_bound {
            Some(column) => change(&mut column.clone()),
            None => rename_in(&mut check.expr, &mut change),
        },
        Constraint::Exclude(_) => {}
    }
}

pub(super) fn rename_elements(index: &mut Index, key: &dyn Fn(&String) -> String) {
    for element in &mut index.elements {
        if let IndexElement::Column(name) = element {
            *name = key(name);
        }
    }
}

/// Whether a CHECK found in the database uses the column.
pub(super) fn mentions(check: &CheckConstraint, column: &str) -> bool {
    match sql_of(check) {
        Some(sql) => crate::sqlite::mentions(sql, column),
        None => columns_in(&check.expr).contains(&column),
    }
}

/// Whether a CHECK found in the database has the form that Boolean and Enum give it:
/// `column IN (...)`.
pub(super) fn is_check_of_type(check: &CheckConstraint, column: &str) -> bool {
    let Some(text) = sql_of(check) else {
        return false;
    };
    let text = text.trim_start_matches(['"', '`', '[']);
    let Some(rest) = text.strip_prefix(column) else {
        return false;
    };
    let rest = rest.trim_start_matches(['"', '`', ']']).trim_start();
    rest.get(..2)
        .is_some_and(|word| word.eq_ignore_ascii_case("in"))
        && rest[2..].trim_start().starts_with('(')
}

/// The condition, where it is text.
fn sql_of(check: &CheckConstraint) -> Option<&str> {
    match &check.expr {
        Expr::Text(clause) => Some(&clause.text),
        Expr::Raw { text, .. } => Some(text),
        _ => None,
    }
}
