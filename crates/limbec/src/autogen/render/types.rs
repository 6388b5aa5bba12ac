//! Types as Python shows them: SQLAlchemy's `repr`, on plain data.

use limbec_schema::{
    BinaryName, EnumType, IntegerSize, IntervalType, JsonType, MysqlType, NumericName, NumericType,
    OptionValue, PgType, SqlType, StringName, StringType, TemporalName, TemporalType,
};

use super::{flag, optional};
use crate::config::pytext::repr;

/// Which module the class of a type is from.
pub(super) enum Origin {
    /// `sqlalchemy`
    Sqlalchemy,
    /// A module of `sqlalchemy.dialects`.
    Dialect(String),
    /// A module of the project's, or of a package.
    User(String),
}

/// A type in pieces.
pub(super) struct TypeText {
    pub origin: Origin,
    pub name: String,
    pub arguments: Vec<Argument>,
    /// The finished text, where Python has said it.
    pub whole: Option<String>,
}

/// An argument of a type.
pub(super) enum Argument {
    /// As it stands.
    Text(String),
    /// A type, behind a keyword.
    Type(&'static str, SqlType),
}

/// `String(length=50)`: the type as Python's `repr` shows it.
pub fn type_repr(sql_type: &SqlType) -> String {
    let text = match sql_type {
        // `repr` leaves out what can only be given by name; the text in a script does not.
        SqlType::Postgres(PgType::Domain(domain)) => {
            let shown = [repr(&domain.name), type_repr(&domain.data_type)];
            return format!("DOMAIN({})", shown.join(", "));
        }
        _ => type_text(sql_type),
    };
    if let Some(whole) = text.whole {
        return whole;
    }
    let arguments: Vec<String> = text
        .arguments
        .iter()
        .map(|argument| match argument {
            Argument::Text(text) => text.clone(),
            Argument::Type(keyword, inner) => format!("{keyword}{}", type_repr(inner)),
        })
        .collect();
    format!("{}({})", text.name, arguments.join(", "))
}

/// Collects the arguments that are not at their defaults.
#[derive(Default)]
struct Arguments(Vec<Argument>);

impl Arguments {
    fn number(mut self, name: &str, value: Option<i64>) -> Self {
        self.0
            .extend(value.map(|value| Argument::Text(format!("{name}={value}"))));
        self
    }

    fn text(mut self, name: &str, value: Option<&str>) -> Self {
        self.0
            .extend(value.map(|value| Argument::Text(format!("{name}={}", repr(value)))));
        self
    }

    fn flag(mut self, name: &str, value: bool, default: bool) -> Self {
        if value != default {
            self.0
                .push(Argument::Text(format!("{name}={}", flag(value))));
        }
        self
    }

    fn inner(mut self, keyword: &'static str, value: &SqlType) -> Self {
        self.0.push(Argument::Type(keyword, value.clone()));
        self
    }
}

fn sa(name: &str, arguments: Arguments) -> TypeText {
    TypeText {
        origin: Origin::Sqlalchemy,
        name: name.to_owned(),
        arguments: arguments.0,
        whole: None,
    }
}

fn of_dialect(dialect: &str, name: &str, arguments: Arguments) -> TypeText {
    TypeText {
        origin: Origin::Dialect(dialect.to_owned()),
        name: name.to_owned(),
        arguments: arguments.0,
        whole: None,
    }
}

/// A type by `module.Class`, shown as Python has said it.
fn of_user(class_name: &str, whole: Option<String>) -> TypeText {
    let (module, name) = class_name.rsplit_once('.').unwrap_or(("", class_name));
    TypeText {
        origin: match module {
            "sqlalchemy" => Origin::Sqlalchemy,
            module if module.starts_with("sqlalchemy.dialects.") => {
                let dialect = module.split('.').nth(2).unwrap_or_default();
                Origin::Dialect(dialect.to_owned())
            }
            module if module.starts_with("sqlalchemy.") => Origin::Sqlalchemy,
            module => Origin::User(module.to_owned()),
        },
        name: name.to_owned(),
        arguments: Vec::new(),
        whole,
    }
}

pub(super) fn type_text(sql_type: &SqlType) -> TypeText {
    let none = Arguments::default();
    match sql_type {
        SqlType::Null => sa("NullType", none),
        SqlType::Boolean(t) => sa(
            if t.exact { "BOOLEAN" } else { "Boolean" },
            none.flag("create_constraint", t.create_constraint, false)
                .text("name", t.name.as_str()),
        ),
        SqlType::Integer(t) => sa(
            match (t.size, t.exact) {
                (IntegerSize::Small, false) => "SmallInteger",
                (IntegerSize::Small, true) => "SMALLINT",
                (IntegerSize::Regular, false) => "Integer",
                (IntegerSize::Regular, true) => "INTEGER",
                (IntegerSize::Big, false) => "BigInteger",
                (IntegerSize::Big, true) => "BIGINT",
            },
            none,
        ),
        SqlType::Numeric(t) => numeric(t),
        SqlType::String(t) => string(t),
        SqlType::Binary(t) => sa(
            match t.name {
                BinaryName::LargeBinary => "LargeBinary",
                BinaryName::Pickle => "PickleType",
                BinaryName::ExactBlob => "BLOB",
                BinaryName::ExactBinary => "BINARY",
                BinaryName::ExactVarbinary => "VARBINARY",
            },
            none.number("length", t.length),
        ),
        SqlType::Temporal(t) => temporal(t),
        SqlType::Interval(IntervalType { .. }) => sa("Interval", none),
        SqlType::Enum(t) => enumeration(t),
        SqlType::Json(t) => json(t),
        SqlType::Uuid(t) => sa(
            if t.exact { "UUID" } else { "Uuid" },
            none.flag("as_uuid", t.as_uuid, true)
                .flag("native_uuid", t.native_uuid, true),
        ),
        SqlType::Array(t) => {
            let arguments = none.inner("", &t.item);
            if t.postgres {
                let arguments = arguments
                    .flag("as_tuple", t.as_tuple, false)
                    .number("dimensions", t.dimensions)
                    .flag("zero_indexes", t.zero_indexes, false);
                of_dialect("postgresql", "ARRAY", arguments)
            } else {
                let arguments = arguments
                    .flag("as_tuple", t.as_tuple, false)
                    .number("dimensions", t.dimensions)
                    .flag("zero_indexes", t.zero_indexes, false);
                sa("ARRAY", arguments)
            }
        }
        SqlType::Postgres(t) => postgres(t),
        SqlType::Mysql(t) => mysql(t),
        SqlType::Sqlite(t) => of_dialect(
            "sqlite",
            match t.name {
                TemporalName::Date | TemporalName::ExactDate => "DATE",
                TemporalName::Time | TemporalName::ExactTime => "TIME",
                TemporalName::DateTime
                | TemporalName::ExactDateTime
                | TemporalName::ExactTimestamp => "DATETIME",
            },
            none,
        ),
        SqlType::Foreign(t) => {
            let arguments = t
                .args
                .iter()
                .fold(none, |arguments, (name, value)| match value {
                    OptionValue::Int(number) => arguments.number(name, Some(*number)),
                    OptionValue::Str(text) => arguments.text(name, Some(text)),
                    OptionValue::Bool(value) => arguments.flag(name, *value, !*value),
                    _ => arguments,
                });
            match t.dialect.as_str() {
                "" => sa(&t.name, arguments),
                dialect => of_dialect(dialect, &t.name, arguments),
            }
        }
        SqlType::User(t) => of_user(&t.class_name, t.repr.clone()),
        SqlType::Decorated(t) => of_user(&t.class_name, Some(t.repr.clone())),
        SqlType::Variant(t) => type_text(&t.base),
    }
}

fn numeric(t: &NumericType) -> TypeText {
    let (name, is_float) = match t.name {
        NumericName::Numeric => ("Numeric", false),
        NumericName::ExactNumeric => ("NUMERIC", false),
        NumericName::ExactDecimal => ("DECIMAL", false),
        NumericName::Float => ("Float", true),
        NumericName::Double => ("Double", true),
        NumericName::ExactFloat => ("FLOAT", true),
        NumericName::ExactReal => ("REAL", true),
        NumericName::ExactDouble => ("DOUBLE", true),
        NumericName::ExactDoublePrecision => ("DOUBLE_PRECISION", true),
    };
    let arguments = Arguments::default().number("precision", t.precision);
    let arguments = if is_float {
        arguments
            .flag("asdecimal", t.asdecimal.unwrap_or(false), false)
            .number("decimal_return_scale", t.decimal_return_scale)
    } else {
        arguments
            .number("scale", t.scale)
            .number("decimal_return_scale", t.decimal_return_scale)
            .flag("asdecimal", t.asdecimal.unwrap_or(true), true)
    };
    sa(name, arguments)
}

fn string(t: &StringType) -> TypeText {
    let name = match t.name {
        StringName::String => "String",
        StringName::Unicode => "Unicode",
        StringName::Text => "Text",
        StringName::UnicodeText => "UnicodeText",
        StringName::ExactChar => "CHAR",
        StringName::ExactVarchar => "VARCHAR",
        StringName::ExactNchar => "NCHAR",
        StringName::ExactNvarchar => "NVARCHAR",
        StringName::ExactText => "TEXT",
        StringName::ExactClob => "CLOB",
    };
    let arguments = Arguments::default()
        .number("length", t.length)
        .text("collation", t.collation.as_deref());
    sa(name, arguments)
}

fn temporal(t: &TemporalType) -> TypeText {
    let name = match t.name {
        TemporalName::Date => "Date",
        TemporalName::Time => "Time",
        TemporalName::DateTime => "DateTime",
        TemporalName::ExactDate => "DATE",
        TemporalName::ExactTime => "TIME",
        TemporalName::ExactDateTime => "DATETIME",
        TemporalName::ExactTimestamp => "TIMESTAMP",
    };
    let arguments = Arguments::default().flag("timezone", t.timezone, false);
    // Only PostgreSQL's own classes have a precision.
    if t.precision.is_some() {
        return of_dialect(
            "postgresql",
            name,
            arguments.number("precision", t.precision),
        );
    }
    sa(name, arguments)
}

fn enumeration(t: &EnumType) -> TypeText {
    let mut arguments = Arguments(
        t.values
            .iter()
            .map(|value| Argument::Text(repr(value)))
            .collect(),
    )
    .text("name", t.name.as_str())
    .text("schema", t.schema.as_deref())
    .flag("inherit_schema", t.inherit_schema, false);
    if t.exact {
        // SQLAlchemy does not show it; here it is what the comparison of types has put there.
        if t.metadata {
            arguments = arguments.flag("create_type", t.create_type, true);
        }
        return of_dialect("postgresql", "ENUM", arguments);
    }
    arguments = arguments.flag("native_enum", t.native_enum, true).flag(
        "create_constraint",
        t.create_constraint,
        false,
    );
    let longest = t.values.iter().map(|value| value.chars().count()).max();
    let longest = longest.and_then(|length| i64::try_from(length).ok());
    if t.length.is_some() && t.length != Some(longest.unwrap_or(0)) {
        arguments = arguments.number("length", t.length);
    }
    sa("Enum", arguments)
}

fn json(t: &JsonType) -> TypeText {
    let arguments = Arguments::default().flag("none_as_null", t.none_as_null, false);
    let text = SqlType::String(StringType {
        name: StringName::Text,
        length: None,
        collation: None,
    });
    match t.dialect.as_deref() {
        Some("postgresql") => of_dialect(
            "postgresql",
            if t.binary { "JSONB" } else { "JSON" },
            arguments.inner("astext_type=", &text),
        ),
        Some(dialect) => of_dialect(dialect, "JSON", arguments),
        None => sa("JSON", arguments),
    }
}

fn postgres(t: &PgType) -> TypeText {
    let none = Arguments::default();
    let pg = |name: &str, arguments| of_dialect("postgresql", name, arguments);
    match t {
        PgType::Bit { length, varying } => pg(
            "BIT",
            none.number("length", *length)
                .flag("varying", *varying, false),
        ),
        PgType::Bytea { length } => pg("BYTEA", none.number("length", *length)),
        PgType::Inet => pg("INET", none),
        PgType::Cidr => pg("CIDR", none),
        PgType::Macaddr => pg("MACADDR", none),
        PgType::Macaddr8 => pg("MACADDR8", none),
        PgType::Money => pg("MONEY", none),
        PgType::Oid => pg("OID", none),
        PgType::Regclass => pg("REGCLASS", none),
        PgType::Regconfig => pg("REGCONFIG", none),
        PgType::Tsvector => pg("TSVECTOR", none),
        PgType::Tsquery => pg("TSQUERY", none),
        PgType::Hstore { text_type } => {
            let text = SqlType::String(StringType {
                name: StringName::Text,
                length: None,
                collation: None,
            });
            pg(
                "HSTORE",
                none.inner("text_type=", text_type.as_deref().unwrap_or(&text)),
            )
        }
        PgType::Citext => pg("CITEXT", none),
        PgType::Interval { fields, precision } => pg(
            "INTERVAL",
            none.number("precision", *precision)
                .text("fields", fields.as_deref()),
        ),
        PgType::Range(name) => pg(name, none),
        PgType::Xml => sa("NullType", none),
        PgType::JsonPath => pg("JSONPATH", none),
        PgType::Domain(domain) => {
            let mut arguments = Arguments(vec![
                Argument::Text(optional(Some(&domain.name))),
                Argument::Type("", domain.data_type.clone()),
            ])
            .text("collation", domain.collation.as_deref())
            .text("constraint_name", domain.constraint_name.as_str())
            .flag("not_null", domain.not_null == Some(true), false);
            arguments = arguments.text("schema", domain.schema.as_deref()).flag(
                "create_type",
                domain.create_type,
                true,
            );
            pg("DOMAIN", arguments)
        }
    }
}

fn mysql(t: &MysqlType) -> TypeText {
    let length = match t.name.as_str() {
        "TINYINT" | "SMALLINT" | "MEDIUMINT" | "INTEGER" | "BIGINT" | "YEAR" => "display_width",
        "DATETIME" | "TIMESTAMP" | "TIME" => "fsp",
        _ => "length",
    };
    let arguments = Arguments(
        t.values
            .iter()
            .map(|value| Argument::Text(repr(value)))
            .collect(),
    )
    .text("charset", t.charset.as_deref())
    .text("collation", t.collation.as_deref())
    .number("precision", t.precision)
    .number("scale", t.scale)
    .number(length, t.length)
    .flag("unsigned", t.unsigned, false)
    .flag("zerofill", t.zerofill, false)
    .flag("ascii", t.ascii, false)
    .flag("unicode", t.unicode, false)
    .flag("binary", t.binary, false);
    of_dialect("mysql", &t.name, arguments)
}
