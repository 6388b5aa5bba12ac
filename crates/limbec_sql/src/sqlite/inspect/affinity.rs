//! Declared types as SQLAlchemy types, by SQLAlchemy's rules, which extend SQLite's own.

use std::sync::LazyLock;

use fancy_regex::Regex;
use limbec_schema::{
    BinaryName, BinaryType, BooleanType, ConstraintName, IntegerSize, IntegerType, JsonType,
    NumericName, NumericType, SqlType, StringName, StringType, TemporalName, TemporalType,
};

static DECLARATION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\A([\w ]+)(\(.*?\))?").expect("the pattern is a constant"));

/// A type by its class name in SQLAlchemy and the arguments found in the declaration.
type Make = fn(&[i64]) -> Option<SqlType>;

/// The type of a column declared in these (upper-case) words.
pub(super) fn resolve(declared: &str, warnings: &mut Vec<String>) -> SqlType {
    let (base, arguments) = parts(declared);
    let (class, make) = class_of(base);
    let Some(arguments) = arguments else {
        return make(&[]).unwrap_or(SqlType::Null);
    };
    let digits: Vec<&str> = arguments
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .collect();
    let numbers: Vec<i64> = digits
        .iter()
        .map(|digits| digits.parse().unwrap_or(i64::MAX))
        .collect();
    make(&numbers).unwrap_or_else(|| {
        let shown: Vec<_> = digits.iter().map(|digits| format!("'{digits}'")).collect();
        warnings.push(format!(
            "Could not instantiate type <class '{class}'> with reflected arguments [{}]; \
             using no arguments.",
            shown.join(", ")
        ));
        make(&[]).unwrap_or(SqlType::Null)
    })
}

/// The words of a declaration, and what stands in parentheses behind them.
fn parts(declared: &str) -> (&str, Option<&str>) {
    if !declared.is_ascii() || declared.contains('\n') {
        let parts = DECLARATION.captures(declared).ok().flatten();
        let part = |at| Some(parts.as_ref()?.get(at)?.as_str());
        return (part(1).unwrap_or_default(), part(2));
    }
    // What the pattern finds in such a text; every column of a database comes by here.
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ' ';
    let (base, rest) = declared.split_at(declared.find(|c| !is_word(c)).unwrap_or(declared.len()));
    let inside = rest.starts_with('(') && !base.is_empty();
    let end = rest.find(')').filter(|_| inside);
    (base, end.map(|end| &rest[..=end]))
}

fn class_of(base: &str) -> (&'static str, Make) {
    if let Some((_, class, make)) = KNOWN.iter().find(|(name, _, _)| *name == base) {
        return (*class, *make);
    }
    let has = |part: &str| base.contains(part);
    if has("INT") {
        ("sqlalchemy.sql.sqltypes.INTEGER", integer)
    } else if has("CHAR") || has("CLOB") || has("TEXT") {
        ("sqlalchemy.sql.sqltypes.TEXT", text)
    } else if has("BLOB") || base.is_empty() {
        ("sqlalchemy.sql.sqltypes.NullType", null)
    } else if has("REAL") || has("FLOA") || has("DOUB") {
        ("sqlalchemy.sql.sqltypes.REAL", real)
    } else {
        ("sqlalchemy.sql.sqltypes.NUMERIC", numeric)
    }
}

/// The names that SQLAlchemy knows, with the class each stands for.
const KNOWN: &[(&str, &str, Make)] = &[
    ("BIGINT", "sqlalchemy.sql.sqltypes.BIGINT", bigint),
    ("BLOB", "sqlalchemy.sql.sqltypes.BLOB", blob),
    ("BOOL", "sqlalchemy.sql.sqltypes.BOOLEAN", boolean),
    ("BOOLEAN", "sqlalchemy.sql.sqltypes.BOOLEAN", boolean),
    ("CHAR", "sqlalchemy.sql.sqltypes.CHAR", char),
    ("DATE", "sqlalchemy.sql.sqltypes.DATE", date),
    ("DATE_CHAR", "sqlalchemy.sql.sqltypes.DATE", date),
    ("DATETIME", "sqlalchemy.sql.sqltypes.DATETIME", datetime),
    (
        "DATETIME_CHAR",
        "sqlalchemy.sql.sqltypes.DATETIME",
        datetime,
    ),
    ("DOUBLE", "sqlalchemy.sql.sqltypes.DOUBLE", double),
    ("DECIMAL", "sqlalchemy.sql.sqltypes.DECIMAL", decimal),
    ("FLOAT", "sqlalchemy.sql.sqltypes.FLOAT", float),
    ("INT", "sqlalchemy.sql.sqltypes.INTEGER", integer),
    ("INTEGER", "sqlalchemy.sql.sqltypes.INTEGER", integer),
    ("JSON", "sqlalchemy.dialects.sqlite.json.JSON", json),
    ("NUMERIC", "sqlalchemy.sql.sqltypes.NUMERIC", numeric),
    ("REAL", "sqlalchemy.sql.sqltypes.REAL", real),
    ("SMALLINT", "sqlalchemy.sql.sqltypes.SMALLINT", smallint),
    ("TEXT", "sqlalchemy.sql.sqltypes.TEXT", text),
    ("TIME", "sqlalchemy.sql.sqltypes.TIME", time),
    ("TIME_CHAR", "sqlalchemy.sql.sqltypes.TIME", time),
    ("TIMESTAMP", "sqlalchemy.sql.sqltypes.TIMESTAMP", timestamp),
    ("VARCHAR", "sqlalchemy.sql.sqltypes.VARCHAR", varchar),
    ("NVARCHAR", "sqlalchemy.sql.sqltypes.NVARCHAR", nvarchar),
    ("NCHAR", "sqlalchemy.sql.sqltypes.NCHAR", nchar),
];

fn null(args: &[i64]) -> Option<SqlType> {
    args.is_empty().then_some(SqlType::Null)
}

fn sized(size: IntegerSize, args: &[i64]) -> Option<SqlType> {
    args.is_empty()
        .then_some(SqlType::Integer(IntegerType { size, exact: true }))
}

fn integer(args: &[i64]) -> Option<SqlType> {
    sized(IntegerSize::Regular, args)
}

fn bigint(args: &[i64]) -> Option<SqlType> {
    sized(IntegerSize::Big, args)
}

fn smallint(args: &[i64]) -> Option<SqlType> {
    sized(IntegerSize::Small, args)
}

fn boolean(args: &[i64]) -> Option<SqlType> {
    // Boolean's first argument is `create_constraint`, its second the name of the constraint; a
    // reflected BOOLEAN(1) therefore is one that makes a CHECK, in SQLAlchemy as here.
    (args.len() <= 2).then(|| {
        SqlType::Boolean(BooleanType {
            exact: true,
            create_constraint: args.first().is_some_and(|n| *n != 0),
            name: ConstraintName::Unnamed,
        })
    })
}

fn string(name: StringName, args: &[i64]) -> Option<SqlType> {
    (args.len() <= 2).then(|| {
        SqlType::String(StringType {
            name,
            length: args.first().copied(),
            collation: args.get(1).map(i64::to_string),
        })
    })
}

fn char(args: &[i64]) -> Option<SqlType> {
    string(StringName::ExactChar, args)
}

fn text(args: &[i64]) -> Option<SqlType> {
    string(StringName::ExactText, args)
}

fn varchar(args: &[i64]) -> Option<SqlType> {
    string(StringName::ExactVarchar, args)
}

fn nvarchar(args: &[i64]) -> Option<SqlType> {
    string(StringName::ExactNvarchar, args)
}

fn nchar(args: &[i64]) -> Option<SqlType> {
    string(StringName::ExactNchar, args)
}

fn blob(args: &[i64]) -> Option<SqlType> {
    (args.len() <= 1).then(|| {
        SqlType::Binary(BinaryType {
            name: BinaryName::ExactBlob,
            length: args.first().copied(),
        })
    })
}

/// `NUMERIC(precision, scale, decimal_return_scale, asdecimal)`.
fn fixed(name: NumericName, args: &[i64]) -> Option<SqlType> {
    (args.len() <= 4).then(|| {
        SqlType::Numeric(NumericType {
            name,
            precision: args.first().copied(),
            scale: args.get(1).copied(),
            decimal_return_scale: args.get(2).copied(),
            asdecimal: args.get(3).map(|n| *n != 0),
        })
    })
}

fn numeric(args: &[i64]) -> Option<SqlType> {
    fixed(NumericName::ExactNumeric, args)
}

fn decimal(args: &[i64]) -> Option<SqlType> {
    fixed(NumericName::ExactDecimal, args)
}

/// `FLOAT(precision, asdecimal, decimal_return_scale)`.
fn floating(name: NumericName, args: &[i64]) -> Option<SqlType> {
    (args.len() <= 3).then(|| {
        SqlType::Numeric(NumericType {
            name,
            precision: args.first().copied(),
            scale: None,
            asdecimal: args.get(1).map(|n| *n != 0),
            decimal_return_scale: args.get(2).copied(),
        })
    })
}

fn float(args: &[i64]) -> Option<SqlType> {
    floating(NumericName::ExactFloat, args)
}

fn real(args: &[i64]) -> Option<SqlType> {
    floating(NumericName::ExactReal, args)
}

fn double(args: &[i64]) -> Option<SqlType> {
    floating(NumericName::ExactDouble, args)
}

fn temporal(name: TemporalName, timezone: bool) -> SqlType {
    SqlType::Temporal(TemporalType {
        name,
        timezone,
        precision: None,
    })
}

fn date(args: &[i64]) -> Option<SqlType> {
    args.is_empty()
        .then(|| temporal(TemporalName::ExactDate, false))
}

/// The only argument of these types is `timezone`, which a reflected precision then switches on.
fn zoned(name: TemporalName, args: &[i64]) -> Option<SqlType> {
    (args.len() <= 1).then(|| temporal(name, args.first().is_some_and(|n| *n != 0)))
}

fn datetime(args: &[i64]) -> Option<SqlType> {
    zoned(TemporalName::ExactDateTime, args)
}

fn time(args: &[i64]) -> Option<SqlType> {
    zoned(TemporalName::ExactTime, args)
}

fn timestamp(args: &[i64]) -> Option<SqlType> {
    zoned(TemporalName::ExactTimestamp, args)
}

fn json(args: &[i64]) -> Option<SqlType> {
    (args.len() <= 1).then(|| {
        SqlType::Json(JsonType {
            binary: false,
            dialect: Some("sqlite".to_owned()),
            none_as_null: args.first().is_some_and(|n| *n != 0),
        })
    })
}
