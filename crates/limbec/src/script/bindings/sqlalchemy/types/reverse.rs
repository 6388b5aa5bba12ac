//! From `limbec_schema` back to type objects, for the inspector.

use limbec_python::{PyResult, Value, Vm};
use limbec_schema::{OptionValue, PgDomain, PgType, ServerDefault, SqlType, TemporalName};

use super::super::util::{construct, kw};
use super::{Kind, PgKind, rows};

/// The type object of a type that the database reported.
///
/// # Errors
/// What constructing a class raises.
pub fn type_value(vm: &mut Vm, sql_type: &SqlType) -> PyResult {
    reflected_type(vm, sql_type, "")
}

/// The type object of a type that a database of this dialect reported: dialects have classes of
/// their own for some types.
///
/// # Errors
/// What constructing a class raises.
pub fn reflected_type(vm: &mut Vm, sql_type: &SqlType, dialect: &str) -> PyResult {
    let optional = |value: Option<i64>| value.map_or(Value::None, Value::Int);
    match sql_type {
        SqlType::Null => construct(vm, "NullType", vec![], vec![]),
        SqlType::Boolean(t) => by_kind(vm, Kind::Boolean(t.exact), vec![]),
        SqlType::Integer(t) => by_kind(vm, Kind::Integer(t.size, t.exact), vec![]),
        SqlType::Numeric(t) => {
            let mut args = vec![("precision", optional(t.precision))];
            if t.scale.is_some() {
                args.push(("scale", optional(t.scale)));
            }
            if let Some(asdecimal) = t.asdecimal {
                args.push(("asdecimal", Value::Bool(asdecimal)));
            }
            by_kind(vm, Kind::Numeric(t.name), args)
        }
        SqlType::String(t) => {
            let collation = Value::opt_str(t.collation.as_deref());
            let args = vec![("length", optional(t.length)), ("collation", collation)];
            by_kind(vm, Kind::String(t.name), args)
        }
        SqlType::Binary(t) => by_kind(
            vm,
            Kind::Binary(t.name),
            vec![("length", optional(t.length))],
        ),
        SqlType::Temporal(t)
            if t.precision.is_some() || (dialect == "postgresql" && is_clock(t.name)) =>
        {
            let key = match t.name {
                limbec_schema::TemporalName::ExactTime => "postgresql.TIME",
                _ => "postgresql.TIMESTAMP",
            };
            let args = kw([
                ("timezone", Value::Bool(t.timezone)),
                ("precision", optional(t.precision)),
            ]);
            construct(vm, key, vec![], args)
        }
        SqlType::Temporal(t) => {
            let args = if t.timezone {
                vec![("timezone", Value::Bool(true))]
            } else {
                vec![]
            };
            by_kind(vm, Kind::Temporal(t.name), args)
        }
        SqlType::Interval(_) => construct(vm, "Interval", vec![], vec![]),
        SqlType::Enum(t) => {
            let values = t.values.iter().map(Value::str).collect();
            let key = if t.exact { "postgresql.ENUM" } else { "Enum" };
            let mut args = kw([("name", Value::opt_str(t.name.as_str()))]);
            if let Some(schema) = &t.schema {
                args.extend(kw([("schema", Value::str(schema))]));
            }
            construct(vm, key, values, args)
        }
        SqlType::Json(t) => match (t.dialect.as_deref(), t.binary) {
            (Some("postgresql"), true) => construct(vm, "postgresql.JSONB", vec![], vec![]),
            (Some("postgresql"), false) => construct(vm, "postgresql.JSON", vec![], vec![]),
            (Some("sqlite"), _) => construct(vm, "sqlite.JSON", vec![], vec![]),
            (Some("mysql"), _) => construct(vm, "mysql.JSON", vec![], vec![]),
            _ => construct(vm, "JSON", vec![], vec![]),
        },
        SqlType::Uuid(t) => construct(vm, if t.exact { "UUID" } else { "Uuid" }, vec![], vec![]),
        SqlType::Array(t) => {
            let item = reflected_type(vm, &t.item, dialect)?;
            let key = if t.postgres {
                "postgresql.ARRAY"
            } else {
                "ARRAY"
            };
            construct(vm, key, vec![item], vec![])
        }
        SqlType::Postgres(t) => postgres(vm, t, dialect),
        SqlType::Mysql(t) => mysql(vm, t),
        SqlType::Sqlite(t) => by_kind(vm, Kind::Sqlite(t.name), vec![]),
        SqlType::Foreign(t) => foreign(vm, t),
        // A type name that the dialect does not know is read as NullType by SQLAlchemy.
        SqlType::User(_) => construct(vm, "NullType", vec![], vec![]),
        SqlType::Decorated(t) => type_value(vm, &t.base),
        SqlType::Variant(t) => type_value(vm, &t.base),
    }
}

/// The first row of the kind: generic rows stand before those of the dialects.
fn by_kind(vm: &mut Vm, kind: Kind, args: Vec<(&str, Value)>) -> PyResult {
    let key = rows()
        .find(|row| row.kind == kind)
        .map_or("NullType", |row| row.key);
    let args = args
        .into_iter()
        .map(|(name, value)| (std::rc::Rc::from(name), value))
        .collect();
    construct(vm, key, vec![], args)
}

fn postgres(vm: &mut Vm, t: &PgType, dialect: &str) -> PyResult {
    let optional = |value: &Option<i64>| value.map_or(Value::None, Value::Int);
    let plain = |vm: &mut Vm, kind: PgKind| by_kind(vm, Kind::Postgres(kind), vec![]);
    match t {
        PgType::Bit { length, varying } => {
            let args = vec![
                ("length", optional(length)),
                ("varying", Value::Bool(*varying)),
            ];
            by_kind(vm, Kind::Postgres(PgKind::Bit), args)
        }
        PgType::Bytea { length } => by_kind(
            vm,
            Kind::Postgres(PgKind::Bytea),
            vec![("length", optional(length))],
        ),
        PgType::Interval { fields, precision } => {
            let args = vec![
                ("precision", optional(precision)),
                ("fields", Value::opt_str(fields.as_ref())),
            ];
            by_kind(vm, Kind::Postgres(PgKind::Interval), args)
        }
        PgType::Range(name) => construct(vm, &format!("postgresql.{name}"), vec![], vec![]),
        PgType::Domain(found) => domain(vm, found, dialect),
        PgType::Inet => plain(vm, PgKind::Inet),
        PgType::Cidr => plain(vm, PgKind::Cidr),
        PgType::Macaddr => plain(vm, PgKind::Macaddr),
        PgType::Macaddr8 => plain(vm, PgKind::Macaddr8),
        PgType::Money => plain(vm, PgKind::Money),
        PgType::Oid => plain(vm, PgKind::Oid),
        PgType::Regclass => plain(vm, PgKind::Regclass),
        PgType::Regconfig => plain(vm, PgKind::Regconfig),
        PgType::Tsvector => plain(vm, PgKind::Tsvector),
        PgType::Tsquery => plain(vm, PgKind::Tsquery),
        PgType::Hstore { .. } => plain(vm, PgKind::Hstore),
        PgType::Citext => plain(vm, PgKind::Citext),
        PgType::JsonPath => plain(vm, PgKind::JsonPath),
        PgType::Xml => construct(vm, "NullType", vec![], vec![]),
    }
}

fn is_clock(name: TemporalName) -> bool {
    matches!(name, TemporalName::ExactTime | TemporalName::ExactTimestamp)
}

fn domain(vm: &mut Vm, t: &PgDomain, dialect: &str) -> PyResult {
    let data_type = reflected_type(vm, &t.data_type, dialect)?;
    let mut args = kw([
        ("create_type", Value::Bool(t.create_type)),
        ("collation", Value::opt_str(t.collation.as_ref())),
        (
            "constraint_name",
            Value::opt_str(t.constraint_name.as_str()),
        ),
        ("schema", Value::opt_str(t.schema.as_ref())),
        ("not_null", t.not_null.map_or(Value::None, Value::Bool)),
    ]);
    match &t.default {
        Some(ServerDefault::Literal(text)) => args.extend(kw([("default", Value::str(text))])),
        Some(ServerDefault::Expr(found)) => {
            args.extend(kw([(
                "default",
                super::super::expr::wrap((**found).clone()),
            )]));
        }
        Some(ServerDefault::Fetched) | None => {}
    }
    if let Some(check) = &t.check {
        args.extend(kw([("check", super::super::expr::wrap(check.clone()))]));
    }
    let name = vec![Value::str(&t.name), data_type];
    construct(vm, "postgresql.DOMAIN", name, args)
}

fn mysql(vm: &mut Vm, t: &limbec_schema::MysqlType) -> PyResult {
    let optional = |value: Option<i64>| value.map_or(Value::None, Value::Int);
    let values: Vec<Value> = t.values.iter().map(Value::str).collect();
    let key = format!("mysql.{}", t.name);
    let length = match t.name.as_str() {
        "TINYINT" | "SMALLINT" | "MEDIUMINT" | "INTEGER" | "BIGINT" | "YEAR" => "display_width",
        "DATETIME" | "TIMESTAMP" | "TIME" => "fsp",
        _ => "length",
    };
    let mut args = Vec::new();
    let mut add = |name: &'static str, value: Value, wanted: bool| {
        if wanted {
            args.extend(kw([(name, value)]));
        }
    };
    add(length, optional(t.length), t.length.is_some());
    add("precision", optional(t.precision), t.precision.is_some());
    add("scale", optional(t.scale), t.scale.is_some());
    for (name, flag) in [
        ("unsigned", t.unsigned),
        ("zerofill", t.zerofill),
        ("ascii", t.ascii),
        ("unicode", t.unicode),
        (
            "national",
            t.national && t.name != "NCHAR" && t.name != "NVARCHAR",
        ),
        ("binary", t.binary),
    ] {
        add(name, Value::Bool(true), flag);
    }
    add(
        "charset",
        Value::opt_str(t.charset.as_ref()),
        t.charset.is_some(),
    );
    add(
        "collation",
        Value::opt_str(t.collation.as_ref()),
        t.collation.is_some(),
    );
    construct(vm, &key, values, args)
}

fn foreign(vm: &mut Vm, t: &limbec_schema::ForeignType) -> PyResult {
    let key = format!("{}.{}", t.dialect, t.name);
    if super::row(&key).is_none() {
        return construct(vm, "NullType", vec![], vec![]);
    }
    let args = t
        .args
        .iter()
        .map(|(name, value)| (std::rc::Rc::from(name.as_str()), option(value)))
        .collect();
    construct(vm, &key, vec![], args)
}

fn option(value: &OptionValue) -> Value {
    match value {
        OptionValue::Bool(flag) => Value::Bool(*flag),
        OptionValue::Int(number) => Value::Int(*number),
        OptionValue::Str(text) => Value::str(text),
        _ => Value::None,
    }
}
