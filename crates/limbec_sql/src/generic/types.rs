//! `str(type)`.

use limbec_schema::{BinaryName, IntegerSize, NumericName, SqlType, StringName, TemporalName};

/// The text, `None` where the default dialect cannot say it and Python shows the `repr`.
pub(super) fn text(sql_type: &SqlType) -> Option<String> {
    Some(match sql_type {
        SqlType::Null => "NULL".to_owned(),
        SqlType::Boolean(_) => "BOOLEAN".to_owned(),
        SqlType::Integer(t) => match t.size {
            IntegerSize::Small => "SMALLINT",
            IntegerSize::Regular => "INTEGER",
            IntegerSize::Big => "BIGINT",
        }
        .to_owned(),
        SqlType::Numeric(t) => numeric(t),
        SqlType::String(t) => string(t),
        SqlType::Binary(t) => match t.name {
            BinaryName::LargeBinary | BinaryName::Pickle | BinaryName::ExactBlob => {
                "BLOB".to_owned()
            }
            BinaryName::ExactBinary => with_length("BINARY", t.length),
            BinaryName::ExactVarbinary => with_length("VARBINARY", t.length),
        },
        SqlType::Temporal(t) => temporal(t.name).to_owned(),
        SqlType::Sqlite(t) => temporal(t.name).to_owned(),
        SqlType::Interval(_) => "DATETIME".to_owned(),
        SqlType::Enum(t) => {
            let longest = t
                .values
                .iter()
                .map(|value| value.chars().count())
                .max()
                .unwrap_or(0);
            let longest = i64::try_from(longest).unwrap_or(i64::MAX);
            with_length("VARCHAR", Some(t.length.unwrap_or(longest)))
        }
        SqlType::Json(t) => if t.binary { "JSONB" } else { "JSON" }.to_owned(),
        SqlType::Uuid(t) => if t.exact { "UUID" } else { "CHAR(32)" }.to_owned(),
        SqlType::Array(_) => "ARRAY".to_owned(),
        SqlType::User(t) => t.spec.clone(),
        SqlType::Decorated(t) => return text(&t.base),
        SqlType::Variant(t) => return text(&t.base),
        SqlType::Mysql(t) => match (t.name.as_str(), t.length) {
            ("VARCHAR" | "CHAR" | "NCHAR" | "NVARCHAR" | "TEXT", length) => {
                collated(with_length(&t.name, length), t.collation.as_deref())
            }
            ("NUMERIC" | "DECIMAL", _) => precise(&t.name, t.precision, t.scale),
            (name, _) => name.to_owned(),
        },
        SqlType::Postgres(_) | SqlType::Foreign(_) => return None,
    })
}

fn with_length(name: &str, length: Option<i64>) -> String {
    match length {
        Some(length) => format!("{name}({length})"),
        None => name.to_owned(),
    }
}

fn collated(text: String, collation: Option<&str>) -> String {
    match collation {
        Some(collation) => format!("{text} COLLATE \"{collation}\""),
        None => text,
    }
}

fn precise(name: &str, precision: Option<i64>, scale: Option<i64>) -> String {
    match (precision, scale) {
        (None, _) => name.to_owned(),
        (Some(precision), None) => format!("{name}({precision})"),
        (Some(precision), Some(scale)) => format!("{name}({precision}, {scale})"),
    }
}

fn numeric(t: &limbec_schema::NumericType) -> String {
    match t.name {
        NumericName::Numeric | NumericName::ExactNumeric => {
            precise("NUMERIC", t.precision, t.scale)
        }
        NumericName::ExactDecimal => precise("DECIMAL", t.precision, t.scale),
        NumericName::Float | NumericName::ExactFloat => "FLOAT".to_owned(),
        NumericName::ExactReal => "REAL".to_owned(),
        NumericName::Double | NumericName::ExactDouble => "DOUBLE".to_owned(),
        NumericName::ExactDoublePrecision => "DOUBLE PRECISION".to_owned(),
    }
}

fn string(t: &limbec_schema::StringType) -> String {
    let name = match t.name {
        StringName::String | StringName::Unicode | StringName::ExactVarchar => "VARCHAR",
        StringName::Text | StringName::UnicodeText | StringName::ExactText => "TEXT",
        StringName::ExactChar => "CHAR",
        StringName::ExactNchar => "NCHAR",
        StringName::ExactNvarchar => "NVARCHAR",
        StringName::ExactClob => "CLOB",
    };
    collated(with_length(name, t.length), t.collation.as_deref())
}

fn temporal(name: TemporalName) -> &'static str {
    match name {
        TemporalName::Date | TemporalName::ExactDate => "DATE",
        TemporalName::Time | TemporalName::ExactTime => "TIME",
        TemporalName::DateTime | TemporalName::ExactDateTime => "DATETIME",
        TemporalName::ExactTimestamp => "TIMESTAMP",
    }
}
