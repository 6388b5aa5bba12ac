use limbec_schema::{
    BinaryName, BinaryType, MysqlType, NumericName, NumericType, PgType, SqlType, StringName,
    StringType,
};

use crate::types::{
    cannot_render, enum_length, numeric_name, precision_and_scale, render, string_name, uuid,
};
use crate::{CompileError, Dialect};

/// The type as it stands in DDL.
pub(super) fn type_ddl(dialect: &dyn Dialect, sql_type: &SqlType) -> Result<String, CompileError> {
    render(dialect, sql_type, own)
}

fn own(dialect: &dyn Dialect, sql_type: &SqlType) -> Option<Result<String, CompileError>> {
    Some(match sql_type {
        SqlType::Boolean(_) => Ok("BOOL".to_owned()),
        SqlType::Numeric(t) => Ok(numeric(t)),
        SqlType::String(t) => string(dialect, t),
        SqlType::Binary(t) => binary(t),
        SqlType::Enum(t) if t.native_enum || t.exact => match &t.odd_value {
            Some(odd) => Err(CompileError::Attribute {
                message: format!("'{}' object has no attribute 'replace'", odd.class),
            }),
            None => Ok(values("ENUM", &t.values)),
        },
        SqlType::Enum(t) => string(
            dialect,
            &StringType {
                name: StringName::String,
                // SQLAlchemy counts an empty list of values as length zero.
                length: Some(enum_length(t).unwrap_or(0)),
                collation: None,
            },
        ),
        SqlType::Uuid(t) => Ok(uuid(t, false)),
        SqlType::Mysql(t) => mysql(dialect, t),
        SqlType::Postgres(PgType::Bit { length, varying }) => {
            Ok(bit(length.or((!varying).then_some(1))))
        }
        _ => return None,
    })
}

fn numeric(t: &NumericType) -> String {
    let name = numeric_name(t.name);
    match t.name {
        NumericName::Float | NumericName::ExactFloat => {
            precision_and_scale(name, t.precision, None)
        }
        NumericName::Numeric | NumericName::ExactNumeric | NumericName::ExactDecimal => {
            precision_and_scale(name, t.precision, t.scale)
        }
        NumericName::Double | NumericName::ExactDouble | NumericName::ExactReal => {
            both_or_none(name, t.precision, t.scale)
        }
        NumericName::ExactDoublePrecision => name.to_owned(),
    }
}

fn both_or_none(name: &str, precision: Option<i64>, scale: Option<i64>) -> String {
    match (precision, scale) {
        (Some(_), Some(_)) => precision_and_scale(name, precision, scale),
        _ => name.to_owned(),
    }
}

fn string(dialect: &dyn Dialect, t: &StringType) -> Result<String, CompileError> {
    let name = string_name(t.name);
    let text = match name {
        "VARCHAR" => required_length(dialect, "VARCHAR", "VARCHAR", t.length)?,
        "NVARCHAR" => required_length(dialect, "NVARCHAR", "NATIONAL VARCHAR", t.length)?,
        "NCHAR" => optional_length("NATIONAL CHAR", t.length),
        "CLOB" => "CLOB".to_owned(),
        other => optional_length(other, t.length),
    };
    Ok(match t.collation.as_deref().filter(|c| !c.is_empty()) {
        Some(collation) => format!("{text} COLLATE {collation}"),
        None => text,
    })
}

fn required_length(
    dialect: &dyn Dialect,
    name: &str,
    written: &str,
    length: Option<i64>,
) -> Result<String, CompileError> {
    match length {
        Some(length) => Ok(format!("{written}({length})")),
        None => Err(CompileError::compile(format!(
            "{name} requires a length on dialect {}",
            dialect.name()
        ))),
    }
}

fn optional_length(name: &str, length: Option<i64>) -> String {
    match length {
        Some(length) => format!("{name}({length})"),
        None => name.to_owned(),
    }
}

fn binary(t: &BinaryType) -> Result<String, CompileError> {
    match t.name {
        BinaryName::LargeBinary | BinaryName::Pickle | BinaryName::ExactBlob => {
            Ok(optional_length("BLOB", t.length))
        }
        BinaryName::ExactBinary => Ok(optional_length(
            "BINARY",
            t.length.filter(|length| *length != 0),
        )),
        BinaryName::ExactVarbinary => varbinary(t.length),
    }
}

fn varbinary(length: Option<i64>) -> Result<String, CompileError> {
    length
        .map(|length| format!("VARBINARY({length})"))
        .ok_or_else(|| CompileError::Type {
            message: "%d format: a real number is required, not NoneType".to_owned(),
        })
}

fn bit(length: Option<i64>) -> String {
    optional_length("BIT", length)
}

/// `ENUM('a','b')`: quotes and backslashes are doubled, as MySQL reads them by default.
fn values(name: &str, values: &[String]) -> String {
    let quoted: Vec<String> = values
        .iter()
        .map(|value| format!("'{}'", value.replace('\'', "''").replace('\\', "\\\\")))
        .collect();
    format!("{name}({})", quoted.join(","))
}

fn mysql(dialect: &dyn Dialect, t: &MysqlType) -> Result<String, CompileError> {
    Ok(match t.name.as_str() {
        name @ ("NUMERIC" | "DECIMAL") => {
            number(t, precision_and_scale(name, t.precision, t.scale))
        }
        name @ ("DOUBLE" | "REAL") => number(t, both_or_none(name, t.precision, t.scale)),
        name @ "FLOAT" => number(t, precision_and_scale(name, t.precision, t.scale)),
        name @ ("INTEGER" | "BIGINT" | "MEDIUMINT" | "TINYINT" | "SMALLINT") => {
            number(t, optional_length(name, t.length))
        }
        "BIT" => bit(t.length),
        name @ ("DATETIME" | "TIME" | "TIMESTAMP") => {
            optional_length(name, t.length.filter(|fsp| *fsp != 0))
        }
        name @ "YEAR" => optional_length(name, t.length),
        name @ ("TEXT" | "CHAR") => charset(t, optional_length(name, t.length)),
        name @ ("TINYTEXT" | "MEDIUMTEXT" | "LONGTEXT") => charset(t, name.to_owned()),
        "VARCHAR" => charset(t, required_length(dialect, "VARCHAR", "VARCHAR", t.length)?),
        "NVARCHAR" => national(
            t,
            required_length(dialect, "NVARCHAR", "VARCHAR", t.length)?,
        ),
        "NCHAR" => national(t, optional_length("CHAR", t.length)),
        "VARBINARY" => varbinary(t.length)?,
        "BINARY" => optional_length("BINARY", t.length.filter(|length| *length != 0)),
        "BLOB" => optional_length("BLOB", t.length),
        name @ ("ENUM" | "SET") => charset(t, values(name, &t.values)),
        name @ ("TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" | "DATE" | "JSON") => name.to_owned(),
        "BOOLEAN" => "BOOL".to_owned(),
        name @ ("INET4" | "INET6") if dialect.name() == "mariadb" => name.to_owned(),
        _ => return Err(cannot_render(dialect, &SqlType::Mysql(t.clone()))),
    })
}

fn number(t: &MysqlType, mut text: String) -> String {
    if t.unsigned {
        text.push_str(" UNSIGNED");
    }
    if t.zerofill {
        text.push_str(" ZEROFILL");
    }
    text
}

/// The character set and collation; NATIONAL takes the place of the character set.
fn charset(t: &MysqlType, text: String) -> String {
    if t.national {
        return national(t, text);
    }
    let set = match (&t.charset, t.ascii, t.unicode) {
        (Some(charset), ..) if !charset.is_empty() => Some(format!("CHARACTER SET {charset}")),
        (_, true, _) => Some("ASCII".to_owned()),
        (_, _, true) => Some("UNICODE".to_owned()),
        _ => None,
    };
    join([Some(text), set, collation(t)])
}

fn national(t: &MysqlType, text: String) -> String {
    join([Some("NATIONAL".to_owned()), Some(text), collation(t)])
}

fn collation(t: &MysqlType) -> Option<String> {
    match &t.collation {
        Some(collation) if !collation.is_empty() => Some(format!("COLLATE {collation}")),
        _ if t.binary => Some("BINARY".to_owned()),
        _ => None,
    }
}

fn join(parts: [Option<String>; 3]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
