//! Column types as DDL: what all databases share.
//!
//! SQLAlchemy dispatches on a type's "visit name", not on the dialect's own form of the type, so an
//! exact type of one database compiles on another wherever the name is known there. Each database
//! answers first for the names that it writes in its own way; the rest is written here.

use limbec_schema::{
    BinaryName, EnumType, IntegerSize, MysqlType, NumericName, NumericType, PgType, SqlType,
    StringName, TemporalName, TemporalType, UuidType,
};

use crate::{CompileError, Dialect};

/// What a database writes in its own way; `None` leaves the type to the common rules.
pub(crate) type Override = fn(&dyn Dialect, &SqlType) -> Option<Result<String, CompileError>>;

/// The type as it stands in DDL: the database's own answer, else the common one.
pub(crate) fn render(
    dialect: &dyn Dialect,
    sql_type: &SqlType,
    own: Override,
) -> Result<String, CompileError> {
    let resolved = sql_type.for_dialect(dialect.name());
    match own(dialect, resolved) {
        Some(answer) => answer,
        None => common(dialect, resolved),
    }
}

fn common(dialect: &dyn Dialect, sql_type: &SqlType) -> Result<String, CompileError> {
    match sql_type {
        SqlType::Null => Err(null_type()),
        SqlType::Boolean(_) => Ok("BOOLEAN".to_owned()),
        SqlType::Integer(t) => Ok(integer_name(t.size).to_owned()),
        SqlType::Numeric(t) => Ok(numeric(t)),
        SqlType::String(t) => Ok(sized_string(
            string_name(t.name),
            t.length,
            t.collation.as_deref(),
        )),
        SqlType::Binary(t) => Ok(binary(t.name, t.length)),
        SqlType::Temporal(t) => Ok(temporal_name(t.name).to_owned()),
        // Where there is no interval, SQLAlchemy stores a date and time counted from an epoch.
        SqlType::Interval(_) => dialect.type_ddl(&SqlType::Temporal(TemporalType {
            name: TemporalName::DateTime,
            timezone: false,
            precision: None,
        })),
        SqlType::Enum(t) => Ok(sized_string("VARCHAR", enum_length(t), None)),
        SqlType::Json(t) if !t.binary => Ok("JSON".to_owned()),
        SqlType::Uuid(t) => Ok(uuid(t, false)),
        SqlType::Mysql(t) => mysql_elsewhere(dialect, t),
        SqlType::Sqlite(t) => Ok(temporal_name(t.name).to_owned()),
        SqlType::User(t) => Ok(t.spec.clone()),
        SqlType::Json(_) | SqlType::Array(_) | SqlType::Postgres(_) | SqlType::Foreign(_) => {
            Err(cannot_render(dialect, sql_type))
        }
        SqlType::Decorated(_) | SqlType::Variant(_) => {
            common(dialect, sql_type.for_dialect(dialect.name()))
        }
    }
}

fn null_type() -> CompileError {
    CompileError::compile(
        "Can't generate DDL for NullType(); did you forget to specify a type on this Column?",
    )
}

/// SQLAlchemy's error for a type that the dialect has no way to write.
pub(crate) fn cannot_render(dialect: &dyn Dialect, sql_type: &SqlType) -> CompileError {
    CompileError::cannot_render(
        &format!("<{} object>", dialect.features().type_compiler),
        &visit_name(sql_type),
    )
}

/// The name by which SQLAlchemy's errors call the type.
fn visit_name(sql_type: &SqlType) -> String {
    match sql_type {
        SqlType::Json(_) => "JSONB".to_owned(),
        SqlType::Array(_) => "ARRAY".to_owned(),
        SqlType::Mysql(t) => t.name.clone(),
        SqlType::Foreign(t) => t.name.clone(),
        SqlType::Postgres(t) => postgres_name(t),
        _ => "type".to_owned(),
    }
}

/// The name of a PostgreSQL type without its parameters.
pub(crate) fn postgres_name(pg_type: &PgType) -> String {
    let name = match pg_type {
        PgType::Bit { .. } => "BIT",
        PgType::Bytea { .. } => "BYTEA",
        PgType::Inet => "INET",
        PgType::Cidr => "CIDR",
        PgType::Macaddr => "MACADDR",
        PgType::Macaddr8 => "MACADDR8",
        PgType::Money => "MONEY",
        PgType::Oid => "OID",
        PgType::Regclass => "REGCLASS",
        PgType::Regconfig => "REGCONFIG",
        PgType::Tsvector => "TSVECTOR",
        PgType::Tsquery => "TSQUERY",
        PgType::Hstore { .. } => "HSTORE",
        PgType::Citext => "CITEXT",
        PgType::Interval { .. } => "INTERVAL",
        PgType::Range(name) => name,
        PgType::Xml => "XML",
        PgType::JsonPath => "JSONPATH",
        PgType::Domain(_) => "DOMAIN",
    };
    name.to_owned()
}

/// The name of an integer of that size.
pub(crate) fn integer_name(size: IntegerSize) -> &'static str {
    match size {
        IntegerSize::Small => "SMALLINT",
        IntegerSize::Regular => "INTEGER",
        IntegerSize::Big => "BIGINT",
    }
}

/// The name of a string type.
pub(crate) fn string_name(name: StringName) -> &'static str {
    match name {
        StringName::String | StringName::Unicode | StringName::ExactVarchar => "VARCHAR",
        StringName::Text | StringName::UnicodeText | StringName::ExactText => "TEXT",
        StringName::ExactChar => "CHAR",
        StringName::ExactNchar => "NCHAR",
        StringName::ExactNvarchar => "NVARCHAR",
        StringName::ExactClob => "CLOB",
    }
}

/// The name of a date or time type, as the standard has it.
pub(crate) fn temporal_name(name: TemporalName) -> &'static str {
    match name {
        TemporalName::Date | TemporalName::ExactDate => "DATE",
        TemporalName::Time | TemporalName::ExactTime => "TIME",
        TemporalName::DateTime | TemporalName::ExactDateTime => "DATETIME",
        TemporalName::ExactTimestamp => "TIMESTAMP",
    }
}

/// The name of a number type with a fraction, as the standard has it.
pub(crate) fn numeric_name(name: NumericName) -> &'static str {
    match name {
        NumericName::Numeric | NumericName::ExactNumeric => "NUMERIC",
        NumericName::ExactDecimal => "DECIMAL",
        NumericName::Float | NumericName::ExactFloat => "FLOAT",
        NumericName::ExactReal => "REAL",
        NumericName::Double | NumericName::ExactDouble => "DOUBLE",
        NumericName::ExactDoublePrecision => "DOUBLE PRECISION",
    }
}

fn numeric(t: &NumericType) -> String {
    let name = numeric_name(t.name);
    match name {
        "NUMERIC" | "DECIMAL" => precision_and_scale(name, t.precision, t.scale),
        _ => name.to_owned(),
    }
}

/// `NUMERIC`, `NUMERIC(10)` or `NUMERIC(10, 2)`.
pub(crate) fn precision_and_scale(
    name: &str,
    precision: Option<i64>,
    scale: Option<i64>,
) -> String {
    match (precision, scale) {
        (None, _) => name.to_owned(),
        (Some(precision), None) => format!("{name}({precision})"),
        (Some(precision), Some(scale)) => format!("{name}({precision}, {scale})"),
    }
}

/// `VARCHAR(30) COLLATE "de_DE"`. A length of zero is no length, as in Python, and a collation is
/// always in quotes.
fn sized_string(name: &str, length: Option<i64>, collation: Option<&str>) -> String {
    let mut text = sized(name, length);
    if let Some(collation) = collation.filter(|c| !c.is_empty()) {
        text.push_str(&format!(" COLLATE \"{collation}\""));
    }
    text
}

fn sized(name: &str, length: Option<i64>) -> String {
    match length {
        Some(length) if length != 0 => format!("{name}({length})"),
        _ => name.to_owned(),
    }
}

fn binary(name: BinaryName, length: Option<i64>) -> String {
    match name {
        BinaryName::LargeBinary | BinaryName::Pickle | BinaryName::ExactBlob => "BLOB".to_owned(),
        BinaryName::ExactBinary => sized("BINARY", length),
        BinaryName::ExactVarbinary => sized("VARBINARY", length),
    }
}

/// `UUID`, or 32 hexadecimal digits where the database or the type has no UUID.
pub(crate) fn uuid(t: &UuidType, native: bool) -> String {
    if t.exact || (native && t.native_uuid) {
        "UUID".to_owned()
    } else {
        "CHAR(32)".to_owned()
    }
}

/// The length of the VARCHAR that stands for an Enum: the longest value, in characters.
pub(crate) fn enum_length(t: &EnumType) -> Option<i64> {
    t.length.or_else(|| {
        t.values
            .iter()
            .map(|value| i64::try_from(value.chars().count()).unwrap_or(i64::MAX))
            .max()
    })
}

/// A type of MySQL's module on another database: only names that are standard are known there,
/// and MySQL's own attributes fall away.
fn mysql_elsewhere(dialect: &dyn Dialect, t: &MysqlType) -> Result<String, CompileError> {
    match t.name.as_str() {
        name @ ("INTEGER" | "BIGINT" | "SMALLINT" | "DATE" | "DATETIME" | "TIME" | "TIMESTAMP"
        | "FLOAT" | "DOUBLE" | "REAL" | "BOOLEAN" | "JSON") => Ok(name.to_owned()),
        name @ ("NUMERIC" | "DECIMAL") => Ok(precision_and_scale(name, t.precision, t.scale)),
        name @ ("CHAR" | "VARCHAR" | "NCHAR" | "NVARCHAR" | "TEXT") => {
            Ok(sized_string(name, t.length, t.collation.as_deref()))
        }
        name @ ("BINARY" | "VARBINARY") => Ok(sized(name, t.length)),
        "BLOB" => Ok("BLOB".to_owned()),
        _ => Err(cannot_render(dialect, &SqlType::Mysql(t.clone()))),
    }
}

/// Wraps an error of a column into the place where it occurred, as SQLAlchemy does inside
/// CREATE TABLE.
pub(crate) fn in_column(table: &str, column: &str, error: CompileError) -> CompileError {
    match error {
        CompileError::Compile { message } | CompileError::Unsupported { message } => {
            CompileError::compile(format!(
                "(in table '{table}', column '{column}'): {message}"
            ))
        }
        other => other,
    }
}
