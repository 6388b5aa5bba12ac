//! Naming conventions: the names of constraints and indexes that a script leaves open.

use limbec_schema::{ConstraintName, NamingConvention, NamingKind};
use md5::{Digest, Md5};

use crate::{CompileError, Dialect};

/// The template that SQLAlchemy uses where a metadata has no convention of its own.
const DEFAULT_INDEX_TEMPLATE: &str = "ix_%(column_0_label)s";

/// A name as far as conventions settle it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FinalName {
    /// The server chooses.
    Unnamed,
    /// As the script gave it: too long a name is an error.
    Given(String),
    /// By a convention or marked by `op.f`: too long a name is cut.
    Conventional(String),
}

/// What a convention may say about the thing that it names.
#[derive(Debug)]
pub struct Subject<'a> {
    /// What is named.
    pub kind: NamingKind,
    /// The name as far as the script gave it.
    pub name: &'a ConstraintName,
    /// The table.
    pub table: &'a str,
    /// Its schema.
    pub schema: Option<&'a str>,
    /// The columns covered.
    pub columns: Vec<&'a str>,
    /// Those of the columns that an index names without their table (`sa.column("a").desc()`): their
    /// labels do without it too.
    pub free: Vec<&'a str>,
    /// The table and the columns that a foreign key refers to.
    pub referred: Option<(&'a str, Vec<&'a str>)>,
}

/// Applies a convention (or SQLAlchemy's default one).
///
/// # Errors
/// A template that asks for a name that was not given, or for something unknown.
pub fn settle(
    convention: Option<&NamingConvention>,
    subject: &Subject<'_>,
) -> Result<FinalName, CompileError> {
    let template = match convention.filter(|c| !c.templates.is_empty()) {
        Some(convention) => convention.templates.get(&subject.kind).map(String::as_str),
        None if subject.kind == NamingKind::Index => Some(DEFAULT_INDEX_TEMPLATE),
        None => None,
    };
    match (subject.name, template) {
        (ConstraintName::Final(name), _) => Ok(FinalName::Conventional(name.clone())),
        (ConstraintName::Plain(_), Some(template)) if template.contains("constraint_name") => {
            fill(template, subject).map(FinalName::Conventional)
        }
        (ConstraintName::Plain(name), _) => Ok(FinalName::Given(name.clone())),
        (ConstraintName::Unnamed, Some(template)) => {
            fill(template, subject).map(FinalName::Conventional)
        }
        (ConstraintName::Unnamed, None) => Ok(FinalName::Unnamed),
    }
}

/// Fills in the tokens of a template, by the rules of Python's `%` with a mapping.
fn fill(template: &str, subject: &Subject<'_>) -> Result<String, CompileError> {
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('%') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            text.push('%');
            rest = after;
            continue;
        }
        let token = rest
            .strip_prefix('(')
            .and_then(|inner| inner.split_once(")s"))
            .ok_or_else(|| {
                invalid(format!(
                    "unsupported format in naming convention {template:?}"
                ))
            })?;
        text.push_str(&value_of(token.0, subject)?);
        rest = token.1;
    }
    text.push_str(rest);
    Ok(text)
}

fn invalid(message: String) -> CompileError {
    CompileError::InvalidRequest { message }
}

fn value_of(token: &str, subject: &Subject<'_>) -> Result<String, CompileError> {
    match token {
        "table_name" => Ok(subject.table.to_owned()),
        "constraint_name" => match subject.name.as_str() {
            Some(name) => Ok(name.to_owned()),
            None => Err(invalid(
                "Naming convention including %(constraint_name)s token requires that constraint \
                 is explicitly named."
                    .to_owned(),
            )),
        },
        "referred_table_name" => match &subject.referred {
            Some((table, _)) => Ok((*table).to_owned()),
            None => Err(invalid(format!("'{token}'"))),
        },
        _ => column_token(token, subject),
    }
}

/// `column_0_name`, `referred_column_0_name`, and the forms for all columns: `column_0N_name` joins
/// the values directly, `column_0_N_name` by an underscore.
fn column_token(token: &str, subject: &Subject<'_>) -> Result<String, CompileError> {
    let unknown = || invalid(format!("'{token}'"));
    let (referred, rest) = match token.strip_prefix("referred_") {
        Some(rest) => (true, rest),
        None => (false, token),
    };
    let rest = rest.strip_prefix("column_").ok_or_else(unknown)?;
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let index: usize = rest[..digits].parse().map_err(|_| unknown())?;
    let (separator, attribute) = if let Some(attribute) = rest[digits..].strip_prefix("_N_") {
        (Some("_"), attribute)
    } else if let Some(attribute) = rest[digits..].strip_prefix("N_") {
        (Some(""), attribute)
    } else {
        (None, rest[digits..].strip_prefix('_').ok_or_else(unknown)?)
    };
    let columns = match (referred, &subject.referred) {
        (true, Some((_, columns))) => columns,
        (true, None) => return Err(unknown()),
        (false, _) => &subject.columns,
    };
    let value = |column: &str| match (attribute, referred) {
        ("name", _) | ("key", false) => Ok(column.to_owned()),
        ("label", false) => Ok(label(subject, column)),
        _ => Err(unknown()),
    };
    match separator {
        Some(separator) => {
            let values: Result<Vec<String>, CompileError> =
                columns.iter().map(|column| value(column)).collect();
            Ok(values?.join(separator))
        }
        // SQLAlchemy takes a column that is not there for an empty name.
        None => columns.get(index).map_or(Ok(String::new()), |c| value(c)),
    }
}

/// `schema_table_column`, the name that SQLAlchemy gives a column in a result.
fn label(subject: &Subject<'_>, column: &str) -> String {
    if subject.free.contains(&column) {
        return column.to_owned();
    }
    match subject.schema {
        Some(schema) => format!("{}_{}_{column}", schema.replace('.', "_"), subject.table),
        None => format!("{}_{column}", subject.table),
    }
}

/// The name as it stands in DDL: quoted where it must be, and cut where a convention made it too long.
///
/// # Errors
/// A name given by the script that is too long for the database.
pub(crate) fn written(
    dialect: &dyn Dialect,
    name: &FinalName,
    quote: Option<bool>,
) -> Result<Option<String>, CompileError> {
    let features = dialect.features();
    match name {
        FinalName::Unnamed => Ok(None),
        FinalName::Conventional(name) => {
            let name = shortened(name, features.max_constraint_length);
            Ok(Some(dialect.quote_as(&name, quote)))
        }
        FinalName::Given(name) if name.chars().count() > features.max_identifier_length => {
            Err(CompileError::Identifier {
                message: format!(
                    "Identifier '{name}' exceeds maximum length of {} characters",
                    features.max_identifier_length
                ),
            })
        }
        FinalName::Given(name) => Ok(Some(dialect.quote_as(name, quote))),
    }
}

/// Cuts a name to `max` characters; the last four are of its MD5, so that two long names stay two.
pub fn shortened(name: &str, max: usize) -> String {
    if name.chars().count() <= max {
        return name.to_owned();
    }
    let head: String = name.chars().take(max.saturating_sub(8)).collect();
    let digest = Md5::digest(name.as_bytes());
    let bytes = &digest[digest.len() - 2..];
    format!("{head}_{:02x}{:02x}", bytes[0], bytes[1])
}
