//! Names of constraints and indexes inside a batch, settled against the real name of the table.
//!
//! The new table bears another name until the end, so that a naming convention must be applied
//! before it is written.

use limbec_schema::{
    AddColumn, Constraint, ConstraintName, Expr, Index, IndexElement, NamingConvention, NamingKind,
    Table,
};

use crate::CompileError;
use crate::ddl::{Ddl, TableShape, columns_in};
use crate::naming::{FinalName, Subject, settle};

/// The table that Alembic makes of an added column, with all that the column brings along.
pub(super) fn shape_of_column(ddl: &Ddl<'_>, op: &AddColumn) -> Result<TableShape, CompileError> {
    let table = Table {
        name: op.table.clone(),
        schema: op.schema.clone(),
        columns: vec![op.column.clone()],
        ..Table::default()
    };
    TableShape::build(ddl, &table)
}

fn final_name(name: FinalName) -> ConstraintName {
    match name {
        FinalName::Unnamed => ConstraintName::Unnamed,
        FinalName::Given(name) | FinalName::Conventional(name) => ConstraintName::Final(name),
    }
}

fn borrowed(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

/// The constraint with its final name.
pub(super) fn named_constraint(
    convention: Option<&NamingConvention>,
    table: &str,
    schema: Option<&str>,
    mut constraint: Constraint,
) -> Result<Constraint, CompileError> {
    let (kind, columns, referred) = match &constraint {
        Constraint::PrimaryKey(key) => (NamingKind::PrimaryKey, borrowed(&key.columns), None),
        Constraint::Unique(unique) => (NamingKind::Unique, borrowed(&unique.columns), None),
        Constraint::ForeignKey(key) => (
            NamingKind::ForeignKey,
            borrowed(&key.columns),
            Some((key.ref_table.as_str(), borrowed(&key.ref_columns))),
        ),
        // A type without a name makes a constraint without a name, whatever the convention says.
        Constraint::Check(check) if check.type_bound.is_some() && check.name.is_unnamed() => {
            return Ok(constraint);
        }
        Constraint::Check(check) => (
            NamingKind::Check,
            match &check.type_bound {
                Some(column) => vec![column.as_str()],
                None => columns_in(&check.expr),
            },
            None,
        ),
        Constraint::Exclude(_) => return Ok(constraint),
    };
    let name = settle(
        convention,
        &Subject {
            kind,
            name: constraint.name(),
            table,
            schema,
            columns,
            free: Vec::new(),
            referred,
        },
    )?;
    *constraint.name_mut() = final_name(name);
    Ok(constraint)
}

/// The index with its final name.
pub(super) fn named_index(
    convention: Option<&NamingConvention>,
    table: &str,
    mut index: Index,
) -> Result<Index, CompileError> {
    let columns = index
        .elements
        .iter()
        .flat_map(|element| match element {
            IndexElement::Column(name) => vec![name.as_str()],
            IndexElement::Expr(expr) => match &**expr {
                Expr::Text(text) => vec![text.text.as_str()],
                expr => columns_in(expr),
            },
        })
        .collect();
    let name = settle(
        convention,
        &Subject {
            kind: NamingKind::Index,
            name: &index.name,
            table,
            schema: index.schema.as_deref(),
            columns,
            free: Vec::new(),
            referred: None,
        },
    )?;
    index.name = final_name(name);
    Ok(index)
}

/// The name of a constraint that is dropped: `kind` is `type_` of `op.drop_constraint`.
pub(super) fn dropped_name(
    convention: Option<&NamingConvention>,
    table: &str,
    schema: Option<&str>,
    name: &ConstraintName,
    kind: Option<&str>,
) -> Result<Option<String>, CompileError> {
    let kind = match kind {
        Some("foreignkey") => NamingKind::ForeignKey,
        Some("primary") => NamingKind::PrimaryKey,
        Some("unique") => NamingKind::Unique,
        Some("check") => NamingKind::Check,
        _ => return Ok(name.as_str().map(str::to_owned)),
    };
    // Without a name there is nothing that a convention could be asked about.
    if name.is_unnamed() {
        return Ok(None);
    }
    let name = settle(
        convention,
        &Subject {
            kind,
            name,
            table,
            schema,
            columns: Vec::new(),
            free: Vec::new(),
            referred: None,
        },
    )?;
    Ok(final_name(name).as_str().map(str::to_owned))
}
