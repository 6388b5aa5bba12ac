//! Constraints: inside CREATE TABLE, added to a table, dropped from it.

use limbec_schema::{
    CheckConstraint, Constraint, ConstraintName, DropConstraint, ExcludeConstraint, Expr,
    ForeignKeyConstraint, NamingKind, PrimaryKeyConstraint, Timing, UniqueConstraint,
};

use super::shape::BoundConstraint;
use super::table::written_name;
use super::{Ddl, TableShape, columns_in};
use crate::naming::{FinalName, Subject};
use crate::{CompileError, Statement};

/// Names in parentheses, each quoted where it must be.
pub(crate) fn quoted_list(ddl: &Ddl<'_>, names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| ddl.dialect.quote(name)).collect();
    quoted.join(", ")
}

/// A constraint other than the primary key as a line of CREATE TABLE, or after ADD.
///
/// SQLite leaves out a foreign key to another schema, which it cannot have: then there is no line.
pub(super) fn sql(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    bound: &BoundConstraint,
) -> Result<Option<String>, CompileError> {
    match &bound.constraint {
        Constraint::PrimaryKey(key) => primary_key(ddl, shape, key, false).map(Some),
        Constraint::ForeignKey(key) => foreign_key(ddl, shape, key),
        Constraint::Unique(unique) => self::unique(ddl, shape, unique).map(Some),
        Constraint::Check(check) => {
            let mut text = column_check(ddl, shape, check)?;
            text.push_str(&ddl.rules().check_suffix(check));
            Ok(Some(text))
        }
        Constraint::Exclude(exclude) => self::exclude(ddl, exclude).map(Some),
    }
}

/// `CONSTRAINT name `, or nothing.
fn preamble(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    kind: NamingKind,
    name: &ConstraintName,
    columns: Vec<&str>,
    referred: Option<(&str, Vec<&str>)>,
) -> Result<String, CompileError> {
    let written = ddl.name(&Subject {
        kind,
        name,
        table: &shape.name,
        schema: shape.schema.as_deref(),
        columns,
        free: Vec::new(),
        referred,
    })?;
    Ok(written.map_or(String::new(), |name| format!("CONSTRAINT {name} ")))
}

fn borrowed(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

/// `PRIMARY KEY (...)`. A key made of flagged columns begins with the one that the server numbers.
pub(super) fn primary_key(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    key: &PrimaryKeyConstraint,
    implicit: bool,
) -> Result<String, CompileError> {
    let mut columns = key.columns.clone();
    if implicit
        && let Some(first) = shape.autoincrement(ddl)?
        && let Some(at) = columns.iter().position(|name| name == first)
    {
        let first = columns.remove(at);
        columns.insert(0, first);
    }
    let (middle, end) = ddl.rules().primary_key_extras(ddl, shape, key)?;
    Ok(format!(
        "{}PRIMARY KEY ({}){middle}{}{end}",
        preamble(
            ddl,
            shape,
            NamingKind::PrimaryKey,
            &key.name,
            borrowed(&key.columns),
            None
        )?,
        quoted_list(ddl, &columns),
        timing(&key.timing)?
    ))
}

fn unique(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    unique: &UniqueConstraint,
) -> Result<String, CompileError> {
    if unique.columns.is_empty() {
        return Ok(String::new());
    }
    let [before, after, end] = ddl.rules().unique_extras(ddl, shape, unique)?;
    Ok(format!(
        "{}UNIQUE {before}({}){after}{}{end}",
        preamble(
            ddl,
            shape,
            NamingKind::Unique,
            &unique.name,
            borrowed(&unique.columns),
            None
        )?,
        quoted_list(ddl, &unique.columns),
        timing(&unique.timing)?
    ))
}

/// `CHECK (...)` as it stands beside a column, without what databases add to one of the table.
pub(super) fn column_check(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    check: &CheckConstraint,
) -> Result<String, CompileError> {
    let columns = match &check.type_bound {
        Some(column) => vec![column.as_str()],
        None => columns_in(&check.expr),
    };
    Ok(format!(
        "{}CHECK ({}){}",
        preamble(ddl, shape, NamingKind::Check, &check.name, columns, None)?,
        ddl.expr(&check.expr)?,
        timing(&check.timing)?
    ))
}

fn foreign_key(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    key: &ForeignKeyConstraint,
) -> Result<Option<String>, CompileError> {
    let rules = ddl.rules();
    let Some(target) = rules.referred_table(ddl, shape, key) else {
        return Ok(None);
    };
    // Where no columns are named, SQLAlchemy takes those of the same names.
    let referred = if key.ref_columns.is_empty() {
        &key.columns
    } else {
        &key.ref_columns
    };
    Ok(Some(format!(
        "{}FOREIGN KEY({}) REFERENCES {target} ({}){}{}",
        preamble(
            ddl,
            shape,
            NamingKind::ForeignKey,
            &key.name,
            borrowed(&key.columns),
            Some((&key.ref_table, borrowed(referred)))
        )?,
        quoted_list(ddl, &key.columns),
        quoted_list(ddl, referred),
        foreign_key_tail(ddl, key)?,
        rules.foreign_key_suffix(key)
    )))
}

/// MATCH, ON DELETE, ON UPDATE and DEFERRABLE of a foreign key.
pub(super) fn foreign_key_tail(
    ddl: &Ddl<'_>,
    key: &ForeignKeyConstraint,
) -> Result<String, CompileError> {
    let mut text = match &key.match_type {
        Some(kind) => ddl.rules().match_clause(kind)?,
        None => String::new(),
    };
    if let Some(action) = &key.ondelete {
        ddl.rules().validate_ondelete(action)?;
        text.push_str(&format!(" ON DELETE {action}"));
    }
    if let Some(action) = &key.onupdate {
        validate_phrase(action)?;
        text.push_str(&format!(" ON UPDATE {action}"));
    }
    text.push_str(&timing(&key.timing)?);
    Ok(text)
}

fn timing(timing: &Timing) -> Result<String, CompileError> {
    let mut text = match timing.deferrable {
        Some(true) => " DEFERRABLE".to_owned(),
        Some(false) => " NOT DEFERRABLE".to_owned(),
        None => String::new(),
    };
    if let Some(initially) = &timing.initially {
        validate_phrase(initially)?;
        text.push_str(&format!(" INITIALLY {initially}"));
    }
    Ok(text)
}

fn exclude(ddl: &Ddl<'_>, exclude: &ExcludeConstraint) -> Result<String, CompileError> {
    if !ddl.dialect.features().exclusion_constraints {
        return Err(CompileError::cannot_render(
            &format!("<{} object>", ddl.dialect.features().ddl_compiler),
            "<class 'sqlalchemy.dialects.postgresql.ext.ExcludeConstraint'>",
        ));
    }
    let name = match exclude.name.as_str() {
        Some(name) => format!("CONSTRAINT {} ", ddl.dialect.quote(name)),
        None => String::new(),
    };
    let mut elements = Vec::new();
    for element in &exclude.elements {
        let class = match &element.expr {
            Expr::Column(column) => exclude.ops.get(&column.name),
            _ => None,
        };
        let class = class.and_then(|class| class.as_str());
        elements.push(format!(
            "{}{} WITH {}",
            ddl.expr(&element.expr)?,
            class.map_or(String::new(), |class| format!(" {class}")),
            element.operator
        ));
    }
    let predicate = match &exclude.predicate {
        Some(predicate) => format!(" WHERE ({})", ddl.expr(predicate)?),
        None => String::new(),
    };
    Ok(format!(
        "{name}EXCLUDE USING {} ({}){predicate}{}",
        exclude.using.as_deref().unwrap_or("gist").to_lowercase(),
        elements.join(", "),
        timing(&exclude.timing)?
    ))
}

/// `ALTER TABLE ... ADD ...`.
///
/// SQLite cannot: a declared constraint is an error there, and one that a type brings along is left
/// out with a warning, both as Alembic does.
pub(super) fn add(
    ddl: &Ddl<'_>,
    shape: &TableShape,
    bound: &BoundConstraint,
) -> Result<Vec<Statement>, CompileError> {
    if !ddl.dialect.features().alters_constraints {
        if bound.type_bound {
            tracing::warn!(
                "Skipping unsupported ALTER for creation of implicit constraint. Please refer to \
                 the batch mode feature which allows for SQLite migrations using a copy-and-move \
                 strategy."
            );
            return Ok(Vec::new());
        }
        return Err(no_alter());
    }
    Ok(sql(ddl, shape, bound)?
        .map(|constraint| {
            Statement::new(format!(
                "ALTER TABLE {} ADD {constraint}",
                written_name(ddl, shape)
            ))
        })
        .into_iter()
        .collect())
}

fn no_alter() -> CompileError {
    CompileError::not_implemented(
        "No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode \
         feature which allows for SQLite migrations using a copy-and-move strategy.",
    )
}

/// The statement of `op.drop_constraint`.
pub(super) fn drop(ddl: &Ddl<'_>, op: &DropConstraint) -> Result<Vec<Statement>, CompileError> {
    let kind = match op.kind.as_deref() {
        None => None,
        Some("foreignkey") => Some(NamingKind::ForeignKey),
        Some("primary") => Some(NamingKind::PrimaryKey),
        Some("unique") => Some(NamingKind::Unique),
        Some("check") => Some(NamingKind::Check),
        Some(_) => {
            return Err(CompileError::Type {
                message: "'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None"
                    .to_owned(),
            });
        }
    };
    if !ddl.dialect.features().alters_constraints {
        return Err(no_alter());
    }
    let name = match kind {
        Some(kind) => ddl.settled(&Subject {
            kind,
            name: &op.name,
            table: &op.table,
            schema: op.schema.as_deref(),
            columns: Vec::new(),
            free: Vec::new(),
            referred: None,
        })?,
        // A constraint of no known kind has no template that could name it.
        None => match &op.name {
            ConstraintName::Unnamed => FinalName::Unnamed,
            ConstraintName::Plain(name) => FinalName::Given(name.clone()),
            ConstraintName::Final(name) => FinalName::Conventional(name.clone()),
        },
    };
    let name = crate::naming::written(ddl.dialect, &name, None)?;
    let table = ddl.dialect.qualified(op.schema.as_deref(), &op.table);
    let mut sql = drop_sql(ddl, &table, kind, name, op.if_exists)?;
    if op.cascade && !ddl.dialect.is_mysql_like() {
        sql.push_str(" CASCADE");
    }
    Ok(vec![Statement::new(sql)])
}

/// `ALTER TABLE ... DROP CONSTRAINT ...`, in MySQL by the kind of constraint.
pub(super) fn drop_sql(
    ddl: &Ddl<'_>,
    table: &str,
    kind: Option<NamingKind>,
    name: Option<String>,
    if_exists: bool,
) -> Result<String, CompileError> {
    let unnamed = || {
        let class = match kind {
            Some(NamingKind::ForeignKey) => "ForeignKeyConstraint",
            Some(NamingKind::PrimaryKey) => "PrimaryKeyConstraint",
            Some(NamingKind::Unique) => "UniqueConstraint",
            Some(NamingKind::Check) => "CheckConstraint",
            _ => "Constraint",
        };
        CompileError::compile(format!(
            "Can't emit DROP CONSTRAINT for constraint {class}(); it has no name"
        ))
    };
    if ddl.dialect.is_mysql_like() {
        let what = match kind {
            Some(NamingKind::PrimaryKey) => {
                return Ok(format!("ALTER TABLE {table} DROP PRIMARY KEY "));
            }
            Some(NamingKind::ForeignKey) => "FOREIGN KEY",
            Some(NamingKind::Unique) => "INDEX",
            Some(NamingKind::Check) if ddl.dialect.name() == "mariadb" => "CONSTRAINT",
            Some(NamingKind::Check) => "CHECK",
            Some(NamingKind::Index) | None => {
                return Err(CompileError::not_implemented(
                    "No generic 'DROP CONSTRAINT' in MySQL - please specify constraint type",
                ));
            }
        };
        return Ok(format!(
            "ALTER TABLE {table} DROP {what} {}",
            name.ok_or_else(unnamed)?
        ));
    }
    Ok(format!(
        "ALTER TABLE {table} DROP CONSTRAINT {}{}",
        if if_exists { "IF EXISTS " } else { "" },
        name.ok_or_else(unnamed)?
    ))
}

/// Refuses a phrase that is more than words, so that nothing else can be smuggled in.
///
/// # Errors
/// SQLAlchemy's `Unexpected SQL phrase`.
pub(crate) fn validate_phrase(phrase: &str) -> Result<(), CompileError> {
    if is_words(phrase) {
        return Ok(());
    }
    Err(unexpected_phrase(phrase, r"^\\w+(?:\\s+\\w+)*$"))
}

/// SQLAlchemy's error for a phrase that does not match a pattern (given as Python shows it).
pub(crate) fn unexpected_phrase(phrase: &str, pattern: &str) -> CompileError {
    CompileError::compile(format!(
        "Unexpected SQL phrase: {} (matching against '{pattern}')",
        crate::python_repr::python_str_repr(phrase)
    ))
}

/// Whether the text is words of letters, digits and underscores with white space between.
pub(crate) fn is_words(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace)
        && text
            .split_whitespace()
            .all(|word| word.chars().all(|c| c.is_alphanumeric() || c == '_'))
}
