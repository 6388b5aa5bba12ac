use limbec_schema::{
    ArrayType, BinaryName, ConstraintName, EnumType, MysqlType, NumericName, PgDomain, PgType,
    SqlType, TemporalName, TemporalType,
};

use crate::types::{postgres_name, render, uuid};
use crate::{CompileError, Dialect};

/// The type as it stands in DDL.
pub(super) fn type_ddl(dialect: &dyn Dialect, sql_type: &SqlType) -> Result<String, CompileError> {
    render(dialect, sql_type, own)
}

fn own(dialect: &dyn Dialect, sql_type: &SqlType) -> Option<Result<String, CompileError>> {
    Some(match sql_type {
        SqlType::Temporal(t) => Ok(temporal(t)),
        SqlType::Interval(t) if t.native => Ok(interval(None, t.second_precision)),
        SqlType::Numeric(t) => match t.name {
            NumericName::Double => Ok("DOUBLE PRECISION".to_owned()),
            NumericName::Float | NumericName::ExactFloat => Ok(float(t.precision)),
            _ => return None,
        },
        SqlType::Binary(t) if t.name != BinaryName::ExactBlob => match t.name {
            BinaryName::LargeBinary | BinaryName::Pickle => Ok("BYTEA".to_owned()),
            _ => return None,
        },
        SqlType::Enum(t) if t.native_enum || t.exact => enum_type_name(dialect, t),
        SqlType::Json(t) if t.binary => Ok("JSONB".to_owned()),
        SqlType::Uuid(t) => Ok(uuid(t, true)),
        SqlType::Array(t) => array(dialect, t),
        SqlType::Postgres(t) => postgres(dialect, t),
        SqlType::Mysql(t) => return mysql(t),
        SqlType::Sqlite(t) => Ok(temporal(&TemporalType {
            name: t.name,
            timezone: false,
            precision: None,
        })),
        _ => return None,
    })
}

fn float(precision: Option<i64>) -> String {
    match precision {
        Some(precision) if precision != 0 => format!("FLOAT({precision})"),
        _ => "FLOAT".to_owned(),
    }
}

fn temporal(t: &TemporalType) -> String {
    let name = match t.name {
        TemporalName::Date | TemporalName::ExactDate => return "DATE".to_owned(),
        // `sa.DATETIME` is a word that PostgreSQL does not know; SQLAlchemy writes it all the same.
        TemporalName::ExactDateTime => return "DATETIME".to_owned(),
        TemporalName::Time | TemporalName::ExactTime => "TIME",
        TemporalName::DateTime | TemporalName::ExactTimestamp => "TIMESTAMP",
    };
    let precision = t.precision.map_or(String::new(), |p| format!("({p})"));
    let zone = if t.timezone { "WITH" } else { "WITHOUT" };
    format!("{name}{precision} {zone} TIME ZONE")
}

fn interval(fields: Option<&str>, precision: Option<i64>) -> String {
    let mut text = "INTERVAL".to_owned();
    if let Some(fields) = fields {
        text.push(' ');
        text.push_str(fields);
    }
    if let Some(precision) = precision {
        text.push_str(&format!(" ({precision})"));
    }
    text
}

fn array(dialect: &dyn Dialect, t: &ArrayType) -> Result<String, CompileError> {
    let item = dialect.type_ddl(&t.item)?;
    let brackets = "[]".repeat(usize::try_from(t.dimensions.unwrap_or(1)).unwrap_or(0));
    // The brackets belong to the type, and a collation follows the whole of it.
    Ok(match item.find(" COLLATE") {
        Some(at) => format!("{}{brackets}{}", &item[..at], &item[at..]),
        None => format!("{item}{brackets}"),
    })
}

fn postgres(dialect: &dyn Dialect, t: &PgType) -> Result<String, CompileError> {
    Ok(match t {
        PgType::Bit { length, varying } => match (varying, length) {
            (true, Some(length)) => format!("BIT VARYING({length})"),
            (true, None) => "BIT VARYING".to_owned(),
            (false, length) => format!("BIT({})", length.unwrap_or(1)),
        },
        PgType::Interval { fields, precision } => interval(fields.as_deref(), *precision),
        PgType::Domain(domain) => return domain_name(dialect, domain),
        other => postgres_name(other),
    })
}

/// Types of MySQL's module whose names PostgreSQL shares, though not their parameters.
fn mysql(t: &MysqlType) -> Option<Result<String, CompileError>> {
    let name = match t.name.as_str() {
        "ENUM" => {
            return Some(Err(CompileError::compile(
                "PostgreSQL ENUM type requires a name.",
            )));
        }
        "FLOAT" => return Some(Ok(float(t.precision))),
        "TIME" => TemporalName::Time,
        "TIMESTAMP" => TemporalName::ExactTimestamp,
        _ => return None,
    };
    Some(Ok(temporal(&TemporalType {
        name,
        timezone: false,
        precision: None,
    })))
}

/// The name of an ENUM type in the database.
///
/// # Errors
/// An ENUM without a name.
pub(crate) fn enum_type_name(dialect: &dyn Dialect, t: &EnumType) -> Result<String, CompileError> {
    let (ConstraintName::Plain(name) | ConstraintName::Final(name)) = &t.name else {
        return Err(CompileError::compile(
            "PostgreSQL ENUM type requires a name.",
        ));
    };
    Ok(dialect.qualified(t.schema.as_deref(), name))
}

fn domain_name(dialect: &dyn Dialect, t: &PgDomain) -> Result<String, CompileError> {
    Ok(dialect.qualified(t.schema.as_deref(), &t.name))
}
