//! The default of a column that gets an ENUM type, or loses one: PostgreSQL casts none to another type by itself, and one
//! that says the old type keeps that type alive. It is taken away before and set again after.

use limbec_schema::{AlterColumn, Change, ColumnDefault, Operation};

use super::super::Directive;
use super::enums::enum_of;

/// The operation in three, where it is such a change of a column with a default.
pub(super) fn apart(directive: Directive) -> Vec<Directive> {
    let Directive::Operation(Operation::AlterColumn(mut op)) = directive else {
        return vec![directive];
    };
    let types = [op.existing.sql_type.as_ref(), op.sql_type.as_ref()];
    let Change::Set(Some(now)) = op.existing.server_default.clone() else {
        return vec![Directive::Operation(Operation::AlterColumn(op))];
    };
    if op.sql_type.is_none()
        || !types
            .into_iter()
            .flatten()
            .any(|known| enum_of(known).is_some())
    {
        return vec![Directive::Operation(Operation::AlterColumn(op))];
    }
    let wanted = match std::mem::take(&mut op.server_default) {
        Change::Set(wanted) => wanted,
        Change::Keep => Some(without_cast(now.clone())),
    };
    let alter = |from: &AlterColumn| AlterColumn {
        table: from.table.clone(),
        schema: from.schema.clone(),
        column: from.column.clone(),
        existing: from.existing.clone(),
        ..AlterColumn::default()
    };
    let mut before = alter(&op);
    before.server_default = Change::Set(None);
    let mut after = alter(&op);
    after.existing.sql_type.clone_from(&op.sql_type);
    if let Change::Set(nullable) = op.nullable {
        after.existing.nullable = Some(nullable);
    }
    after.existing.server_default = Change::Set(None);
    after.server_default = Change::Set(wanted.clone());
    op.existing.server_default = Change::Keep;
    let mut all = vec![before, *op];
    if wanted.is_some() {
        all.push(after);
    }
    all.into_iter()
        .map(|op| Directive::Operation(Operation::AlterColumn(Box::new(op))))
        .collect()
}

/// `'x'` of `'x'::mood`
fn without_cast(default: ColumnDefault) -> ColumnDefault {
    let mut default = default;
    if let ColumnDefault::Server(server) = &mut default
        && let Some(clause) = server.as_text_mut()
        && let Some((text, _)) = clause.text.rsplit_once("'::")
        && text.starts_with('\'')
    {
        clause.text = format!("{text}'");
    }
    default
}
