//! What SQLAlchemy's reading of a table misses, added from the text of the table.
//!
//! Nothing here changes what Alembic would write for a table that it reads completely.

use limbec_schema::{
    BatchSettings, CheckConstraint, Column, Constraint, ConstraintName, Expr, ForeignKeyConstraint,
    OptionValue, Options, ServerDefault, SqlType, Table, Timing, UniqueConstraint, UserType,
};

use super::super::text::{
    ParsedColumn, ParsedConstraint, ParsedKind, ParsedReference, ParsedTable, is_whole,
};

/// Completes a reflected table. `keeps_names` is false where the batch has a naming convention: then
/// the script knows constraints by the names that the convention gives them.
pub(super) fn complete(table: &mut Table, parsed: &ParsedTable, keeps_names: bool) {
    let strict = table
        .options
        .get("sqlite_strict")
        .is_some_and(OptionValue::is_truthy);
    for found in &parsed.columns {
        if found.autoincrement {
            table
                .options
                .insert("sqlite_autoincrement".to_owned(), OptionValue::Bool(true));
        }
        if let Some(column) = table
            .columns
            .iter_mut()
            .find(|column| column.name == found.name)
        {
            complete_column(column, found, strict);
        }
    }
    let mut checks = Vec::new();
    let mut claimed = Vec::new();
    for constraint in &parsed.constraints {
        match &constraint.kind {
            ParsedKind::PrimaryKey(_) => complete_primary_key(table, constraint),
            ParsedKind::Unique { columns, exact } => {
                complete_unique(table, constraint, columns, *exact, keeps_names);
            }
            ParsedKind::ForeignKey { columns, reference } => {
                let name = constraint.name.as_ref().filter(|_| keeps_names);
                complete_foreign_key(table, name, columns, reference, &mut claimed);
            }
            ParsedKind::Check(text) => checks.push(check(constraint, text)),
        }
    }
    replace_checks(table, checks);
}

fn complete_column(column: &mut Column, found: &ParsedColumn, strict: bool) {
    if let Some((text, stored)) = &found.generated
        && let Some(computed) = &mut column.computed
    {
        computed.expr = raw(text);
        computed.persisted = Some(*stored);
    }
    if let Some(conflict) = &found.not_null_conflict {
        let conflict = OptionValue::Str(conflict.clone());
        column
            .options
            .insert("sqlite_on_conflict_not_null".to_owned(), conflict);
    }
    let any = strict && found.type_text.eq_ignore_ascii_case("ANY");
    if any || column.sql_type == SqlType::Null {
        // SQLAlchemy has no type for these, and so could not make the table again at all.
        column.sql_type = as_written(&found.type_text);
    }
    if let Some(collation) = &found.collation {
        match &mut column.sql_type {
            SqlType::String(t) => t.collation = Some(collation.clone()),
            _ => {
                column.sql_type = as_written(&format!("{} COLLATE {collation}", found.type_text));
            }
        }
    }
}

fn as_written(text: &str) -> SqlType {
    SqlType::User(UserType {
        spec: text.trim().to_owned(),
        class_name: String::new(),
        repr: None,
    })
}

fn raw(text: &str) -> Expr {
    Expr::Raw {
        text: text.to_owned(),
        sql_type: SqlType::Null,
    }
}

fn set_conflict(options: &mut Options, conflict: Option<&String>) {
    if let Some(conflict) = conflict {
        let conflict = OptionValue::Str(conflict.clone());
        options.insert("sqlite_on_conflict".to_owned(), conflict);
    }
}

fn complete_primary_key(table: &mut Table, found: &ParsedConstraint) {
    for constraint in &mut table.constraints {
        if let Constraint::PrimaryKey(key) = constraint {
            set_conflict(&mut key.options, found.conflict.as_ref());
            // AUTOINCREMENT puts the key beside its column, which then bears the clause.
            if let ([name], Some(conflict)) = (&key.columns[..], &found.conflict)
                && let Some(column) = table.columns.iter_mut().find(|column| column.name == *name)
            {
                let conflict = OptionValue::Str(conflict.clone());
                column
                    .options
                    .insert("sqlite_on_conflict_primary_key".to_owned(), conflict);
            }
        }
    }
}

fn complete_unique(
    table: &mut Table,
    found: &ParsedConstraint,
    columns: &[String],
    exact: bool,
    keeps_names: bool,
) {
    let name = match (&found.name, keeps_names) {
        (Some(name), true) => ConstraintName::Plain(name.clone()),
        _ => ConstraintName::Unnamed,
    };
    let known = table
        .constraints
        .iter_mut()
        .find_map(|constraint| match constraint {
            Constraint::Unique(unique) if unique.columns == columns => Some(unique),
            _ => None,
        });
    if let Some(unique) = known {
        set_conflict(&mut unique.options, found.conflict.as_ref());
        if unique.name.is_unnamed() {
            unique.name = name;
        }
        return;
    }
    if !exact {
        // An order or a collation inside UNIQUE has no place in the schema's data.
        return;
    }
    let mut unique = UniqueConstraint {
        name,
        columns: columns.to_vec(),
        ..UniqueConstraint::default()
    };
    set_conflict(&mut unique.options, found.conflict.as_ref());
    table.constraints.push(Constraint::Unique(unique));
}

/// `claimed` holds the places of the foreign keys that were found in the text already, so that two
/// over the same columns stay two.
fn complete_foreign_key(
    table: &mut Table,
    name: Option<&String>,
    columns: &[String],
    reference: &ParsedReference,
    claimed: &mut Vec<usize>,
) {
    let place = table
        .constraints
        .iter()
        .enumerate()
        .position(|(at, constraint)| {
            !claimed.contains(&at)
                && matches!(constraint, Constraint::ForeignKey(key)
                if key.columns == columns && key.ref_table == reference.table)
        });
    let Some(place) = place else { return };
    claimed.push(place);
    if let Constraint::ForeignKey(key) = &mut table.constraints[place] {
        fill_foreign_key(key, reference);
        if key.name.is_unnamed()
            && let Some(name) = name
        {
            key.name = ConstraintName::Plain(name.clone());
        }
    }
}

fn fill_foreign_key(key: &mut ForeignKeyConstraint, reference: &ParsedReference) {
    let fill = |slot: &mut Option<String>, value: &Option<String>| {
        if slot.is_none() {
            slot.clone_from(value);
        }
    };
    fill(&mut key.ondelete, &reference.ondelete);
    fill(&mut key.onupdate, &reference.onupdate);
    fill(&mut key.match_type, &reference.match_type);
    fill(&mut key.timing.initially, &reference.initially);
    key.timing.deferrable = key.timing.deferrable.or(reference.deferrable);
}

fn check(found: &ParsedConstraint, text: &str) -> CheckConstraint {
    CheckConstraint {
        name: ConstraintName::from(found.name.clone()),
        expr: raw(text),
        timing: Timing::default(),
        comment: None,
        options: Options::new(),
        type_bound: None,
    }
}

/// The text is the better witness for CHECKs: a pattern also finds the word in comments and strings.
/// The order is SQLAlchemy's: by name, those without one last.
fn replace_checks(table: &mut Table, mut checks: Vec<CheckConstraint>) {
    table
        .constraints
        .retain(|constraint| !matches!(constraint, Constraint::Check(_)));
    let key = |check: &CheckConstraint| check.name.as_str().unwrap_or("~").to_owned();
    checks.sort_by_key(key);
    table
        .constraints
        .extend(checks.into_iter().map(Constraint::Check));
}

/// All expressions in the text of a table: conditions and generated columns.
pub(super) fn expressions(parsed: &ParsedTable) -> impl Iterator<Item = &str> {
    let checks = parsed
        .constraints
        .iter()
        .filter_map(|constraint| match &constraint.kind {
            ParsedKind::Check(text) => Some(text.as_str()),
            _ => None,
        });
    let generated = parsed
        .columns
        .iter()
        .filter_map(|column| column.generated.as_ref());
    checks.chain(generated.map(|(text, _)| text.as_str()))
}

/// A default that is an expression needs parentheses when it is written again; SQLite gives it
/// without. Alembic's rule.
pub(super) fn parenthesize_defaults(table: &mut Table) {
    for column in &mut table.columns {
        let default = column.server_default.as_mut();
        if let Some(clause) = default.and_then(ServerDefault::as_text_mut)
            && needs_parentheses(&clause.text)
        {
            clause.text = format!("({})", clause.text);
        }
    }
}

fn needs_parentheses(default: &str) -> bool {
    let mut chars = default.chars();
    let single = match (chars.next(), chars.next()) {
        (None, _) => return false,
        (Some(c), None) => c.is_ascii_digit() || c == '.',
        _ => false,
    };
    // The pattern of Alembic wants something between the ends, and knows no line breaks.
    let within = |open: char, close: char| {
        default.chars().count() > 2
            && default.starts_with(open)
            && default.ends_with(close)
            && !default.contains('\n')
            // Alembic takes `'a' || 'b'` for one, which SQLite then refuses.
            && is_whole(default)
    };
    // Alembic puts parentheses around `"text"` too, which SQLite then takes for a column and refuses.
    !(single || within('\'', '\'') || within('(', ')') || within('"', '"'))
}

/// `reflect_args`: columns and constraints of the script in place of, or beside, those found.
pub(super) fn replace_reflected(table: &mut Table, settings: &BatchSettings) {
    for given in &settings.reflect_columns {
        match table
            .columns
            .iter_mut()
            .find(|column| column.name == given.name)
        {
            Some(column) => {
                let foreign_keys = !given.foreign_keys.is_empty();
                *column = given.clone();
                if foreign_keys {
                    table.constraints.retain(|constraint| {
                        !matches!(constraint, Constraint::ForeignKey(key) if key.columns == [given.name.clone()])
                    });
                }
            }
            None => table.columns.push(given.clone()),
        }
    }
    table
        .constraints
        .extend(settings.reflect_constraints.iter().cloned());
}
