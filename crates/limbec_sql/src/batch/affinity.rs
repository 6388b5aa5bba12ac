//! The family of a type, by which a batch decides whether values must be cast.

use limbec_schema::{PgType, SqlType, TemporalName};

/// The class that SQLAlchemy's `_type_affinity` answers; two types of one family need no cast.
pub(super) fn family(sql_type: &SqlType) -> String {
    let name = match sql_type {
        SqlType::Null => "Null",
        SqlType::Boolean(_) => "Boolean",
        SqlType::Integer(_) => "Integer",
        SqlType::Numeric(_) => "Numeric",
        SqlType::String(_) => "String",
        SqlType::Enum(t) if t.exact => "NamedType",
        SqlType::Enum(_) => "String",
        SqlType::Binary(_) => "Binary",
        SqlType::Temporal(t) => moment(t.name),
        SqlType::Sqlite(t) => moment(t.name),
        SqlType::Interval(_) => "Interval",
        SqlType::Json(_) => "Json",
        SqlType::Uuid(_) => "Uuid",
        SqlType::Array(_) => "Array",
        SqlType::Postgres(PgType::Bytea { .. }) => "Binary",
        SqlType::Postgres(PgType::Interval { .. }) => "Interval",
        SqlType::Postgres(PgType::Citext) => "String",
        SqlType::Postgres(t) => return format!("postgresql {:?}", std::mem::discriminant(t)),
        SqlType::Mysql(t) => return mysql(&t.name),
        SqlType::Foreign(t) => return format!("{}.{}", t.dialect, t.name),
        SqlType::User(t) => return format!("user {}", t.class_name),
        SqlType::Decorated(t) => return family(&t.base),
        SqlType::Variant(t) => return family(&t.base),
    };
    name.to_owned()
}

fn moment(name: TemporalName) -> &'static str {
    match name {
        TemporalName::Date | TemporalName::ExactDate => "Date",
        TemporalName::Time | TemporalName::ExactTime => "Time",
        TemporalName::DateTime | TemporalName::ExactDateTime | TemporalName::ExactTimestamp => {
            "DateTime"
        }
    }
}

fn mysql(name: &str) -> String {
    let family = match name {
        "INTEGER" | "BIGINT" | "SMALLINT" | "TINYINT" | "MEDIUMINT" => "Integer",
        "NUMERIC" | "DECIMAL" | "FLOAT" | "DOUBLE" | "REAL" => "Numeric",
        "DATETIME" | "TIMESTAMP" => "DateTime",
        "DATE" => "Date",
        "TIME" => "Time",
        "BOOLEAN" => "Boolean",
        "JSON" => "Json",
        "CHAR" | "VARCHAR" | "NCHAR" | "NVARCHAR" | "TEXT" | "TINYTEXT" | "MEDIUMTEXT"
        | "LONGTEXT" | "SET" => "String",
        "BINARY" | "VARBINARY" | "BLOB" | "TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" => "Binary",
        other => other,
    };
    family.to_owned()
}
