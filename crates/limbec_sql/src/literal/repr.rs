use limbec_schema::{
    BinaryName, IntegerSize, Literal, NumericName, PgType, SqlType, StringName, TemporalName,
};

use crate::python_repr::{python_repr, python_str_repr, shorten};

/// Python's `repr` of a value, shortened as SQLAlchemy does in errors.
pub(super) fn shown(value: &Literal) -> String {
    shorten(&match value {
        Literal::Json(text) => json_repr(text),
        other => python_repr(other),
    })
}

/// JSON text as the Python value that it came from.
fn json_repr(text: &str) -> String {
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(value) => json_value_repr(&value),
        Err(_) => text.to_owned(),
    }
}

fn json_value_repr(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(flag) => if *flag { "True" } else { "False" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => python_str_repr(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(json_value_repr).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|(key, value)| format!("{}: {}", python_str_repr(key), json_value_repr(value)))
                .collect();
            format!("{{{}}}", items.join(", "))
        }
    }
}

/// `str(type)`: the type as SQLAlchemy names it in errors.
pub fn type_name(sql_type: &SqlType) -> String {
    match sql_type {
        SqlType::Null => "NULL".to_owned(),
        SqlType::Boolean(_) => "BOOLEAN".to_owned(),
        SqlType::Integer(t) => match t.size {
            IntegerSize::Small => "SMALLINT",
            IntegerSize::Regular => "INTEGER",
            IntegerSize::Big => "BIGINT",
        }
        .to_owned(),
        SqlType::Numeric(t) => {
            let name = match t.name {
                NumericName::Numeric | NumericName::ExactNumeric => "NUMERIC",
                NumericName::ExactDecimal => "DECIMAL",
                NumericName::Float | NumericName::ExactFloat => "FLOAT",
                NumericName::ExactReal => "REAL",
                NumericName::Double | NumericName::ExactDouble => "DOUBLE",
                NumericName::ExactDoublePrecision => "DOUBLE PRECISION",
            };
            match (t.precision, t.scale) {
                (Some(p), Some(s)) if matches!(name, "NUMERIC" | "DECIMAL") => {
                    format!("{name}({p}, {s})")
                }
                (Some(p), None) if matches!(name, "NUMERIC" | "DECIMAL") => format!("{name}({p})"),
                _ => name.to_owned(),
            }
        }
        SqlType::String(t) => {
            let name = match t.name {
                StringName::String | StringName::Unicode | StringName::ExactVarchar => "VARCHAR",
                StringName::Text | StringName::UnicodeText | StringName::ExactText => "TEXT",
                StringName::ExactChar => "CHAR",
                StringName::ExactNchar => "NCHAR",
                StringName::ExactNvarchar => "NVARCHAR",
                StringName::ExactClob => "CLOB",
            };
            match t.length {
                Some(length) => format!("{name}({length})"),
                None => name.to_owned(),
            }
        }
        SqlType::Binary(t) => match t.name {
            BinaryName::LargeBinary | BinaryName::Pickle | BinaryName::ExactBlob => "BLOB",
            BinaryName::ExactBinary => "BINARY",
            BinaryName::ExactVarbinary => "VARBINARY",
        }
        .to_owned(),
        SqlType::Temporal(t) => temporal_name(t.name).to_owned(),
        SqlType::Sqlite(t) => temporal_name(t.name).to_owned(),
        SqlType::Interval(_) => "DATETIME".to_owned(),
        SqlType::Enum(t) => {
            let longest = t
                .values
                .iter()
                .map(|v| v.chars().count())
                .max()
                .unwrap_or(0);
            format!("VARCHAR({longest})")
        }
        SqlType::Json(t) => if t.binary { "JSONB" } else { "JSON" }.to_owned(),
        SqlType::Uuid(t) => if t.exact { "UUID" } else { "CHAR(32)" }.to_owned(),
        SqlType::Array(_) => "ARRAY".to_owned(),
        SqlType::Postgres(t) => postgres_name(t),
        SqlType::Mysql(t) => t.name.clone(),
        SqlType::Foreign(t) => t.name.clone(),
        SqlType::User(t) => t.spec.clone(),
        SqlType::Decorated(t) => type_name(&t.base),
        SqlType::Variant(t) => type_name(&t.base),
    }
}

fn temporal_name(name: TemporalName) -> &'static str {
    match name {
        TemporalName::Date | TemporalName::ExactDate => "DATE",
        TemporalName::Time | TemporalName::ExactTime => "TIME",
        TemporalName::DateTime | TemporalName::ExactDateTime => "DATETIME",
        TemporalName::ExactTimestamp => "TIMESTAMP",
    }
}

fn postgres_name(t: &PgType) -> String {
    match t {
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
        PgType::Range(name) => return name.clone(),
        PgType::Xml => "XML",
        PgType::JsonPath => "JSONPATH",
        PgType::Domain(domain) => return domain.name.clone(),
    }
    .to_owned()
}
