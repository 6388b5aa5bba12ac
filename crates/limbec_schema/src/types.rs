use indexmap::IndexMap;

use crate::{ConstraintName, OptionValue};

/// A column type, generic (`sa.String`) or exact (`sa.VARCHAR`, `postgresql.JSONB`).
///
/// Generic and exact types of one family share a variant and differ in `name` or `exact`, because
/// they compile alike and differ only where they are rendered as Python or mapped by a dialect.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum SqlType {
    /// `NullType`: no type is known.
    Null,
    Boolean(BooleanType),
    Integer(IntegerType),
    Numeric(NumericType),
    String(StringType),
    Binary(BinaryType),
    Temporal(TemporalType),
    Interval(IntervalType),
    // The largest, and rare: in a box it does not make every column larger.
    Enum(Box<EnumType>),
    Json(JsonType),
    Uuid(UuidType),
    Array(ArrayType),
    /// A type of `sqlalchemy.dialects.postgresql` without a generic counterpart.
    Postgres(PgType),
    /// A type of `sqlalchemy.dialects.mysql`.
    Mysql(MysqlType),
    /// `sqlalchemy.dialects.sqlite` DATE, DATETIME, TIME.
    Sqlite(SqliteTemporal),
    /// A type of a database that Limbec does not know (Oracle, SQL Server ...).
    Foreign(ForeignType),
    /// A type that says its own DDL (`UserDefinedType.get_col_spec`).
    User(UserType),
    /// A `TypeDecorator`, resolved to what it stands for.
    Decorated(DecoratedType),
    /// `with_variant`.
    Variant(VariantType),
}

/// `Boolean` and `BOOLEAN`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct BooleanType {
    /// `BOOLEAN`, not `Boolean`.
    pub exact: bool,
    pub create_constraint: bool,
    pub name: ConstraintName,
}

/// The size of an integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum IntegerSize {
    Small,
    Regular,
    Big,
}

/// `SmallInteger`, `Integer`, `BigInteger` and their exact forms.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct IntegerType {
    pub size: IntegerSize,
    pub exact: bool,
}

/// Which class of numeric type it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum NumericName {
    Numeric,
    Float,
    Double,
    ExactNumeric,
    ExactDecimal,
    ExactFloat,
    ExactReal,
    ExactDouble,
    ExactDoublePrecision,
}

/// Numbers with a fraction.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct NumericType {
    pub name: NumericName,
    pub precision: Option<i64>,
    pub scale: Option<i64>,
    pub asdecimal: Option<bool>,
    pub decimal_return_scale: Option<i64>,
}

/// Which class of string type it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum StringName {
    String,
    Unicode,
    Text,
    UnicodeText,
    ExactChar,
    ExactVarchar,
    ExactNchar,
    ExactNvarchar,
    ExactText,
    ExactClob,
}

/// Strings.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct StringType {
    pub name: StringName,
    pub length: Option<i64>,
    pub collation: Option<String>,
}

/// Which class of binary type it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum BinaryName {
    LargeBinary,
    Pickle,
    ExactBlob,
    ExactBinary,
    ExactVarbinary,
}

/// Bytes.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct BinaryType {
    pub name: BinaryName,
    pub length: Option<i64>,
}

/// Which class of date or time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TemporalName {
    Date,
    Time,
    DateTime,
    ExactDate,
    ExactTime,
    ExactDateTime,
    ExactTimestamp,
}

/// Dates and times. `precision` is that of the PostgreSQL and MySQL forms.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct TemporalType {
    pub name: TemporalName,
    pub timezone: bool,
    pub precision: Option<i64>,
}

/// `sa.Interval`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct IntervalType {
    pub native: bool,
    pub second_precision: Option<i64>,
    pub day_precision: Option<i64>,
}

/// `sa.Enum` and `postgresql.ENUM`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct EnumType {
    pub values: Vec<String>,
    /// The name of the type (PostgreSQL) and of the CHECK constraint.
    pub name: ConstraintName,
    pub schema: Option<String>,
    pub inherit_schema: bool,
    /// `metadata=` was given: CREATE TABLE does not create the type.
    pub metadata: bool,
    pub native_enum: bool,
    pub create_constraint: bool,
    /// `length=`; `None` means the longest value.
    pub length: Option<i64>,
    /// `postgresql.ENUM(create_type=...)`.
    pub create_type: bool,
    /// `postgresql.ENUM`, not `sa.Enum`.
    pub exact: bool,
    /// The Python enum class, where the values came from one (`module.Class`).
    pub class_name: Option<String>,
    /// Identity of the type object: one type used by two tables is one type.
    pub id: u64,
    /// The first of the values that is no text, as in `sa.Enum(("a", "b"))`: such a type cannot be written out.
    pub odd_value: Option<OddValue>,
}

/// A value of an ENUM type that is no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OddValue {
    /// As Python's `str` shows it.
    pub shown: String,
    /// The name of its class.
    pub class: String,
}

/// `sa.JSON`, `postgresql.JSON`/`JSONB`, `sqlite.JSON`, `mysql.JSON`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct JsonType {
    /// `postgresql.JSONB`.
    pub binary: bool,
    /// The dialect whose JSON it is; `None` for `sa.JSON`.
    pub dialect: Option<String>,
    pub none_as_null: bool,
}

/// `sa.Uuid`, `sa.UUID` and `postgresql.UUID`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct UuidType {
    pub exact: bool,
    pub as_uuid: bool,
    pub native_uuid: bool,
}

/// `sa.ARRAY` and `postgresql.ARRAY`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct ArrayType {
    pub item: Box<SqlType>,
    pub dimensions: Option<i64>,
    /// `postgresql.ARRAY`.
    pub postgres: bool,
    pub as_tuple: bool,
    pub zero_indexes: bool,
}

/// Types that only PostgreSQL has.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum PgType {
    Bit {
        length: Option<i64>,
        varying: bool,
    },
    Bytea {
        length: Option<i64>,
    },
    Inet,
    Cidr,
    Macaddr,
    Macaddr8,
    Money,
    Oid,
    Regclass,
    Regconfig,
    Tsvector,
    Tsquery,
    Hstore {
        text_type: Option<Box<SqlType>>,
    },
    Citext,
    Interval {
        fields: Option<String>,
        precision: Option<i64>,
    },
    /// `INT4RANGE`, `TSTZMULTIRANGE` ...: the exact name.
    Range(String),
    Xml,
    JsonPath,
    Domain(Box<PgDomain>),
}

/// `postgresql.DOMAIN`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct PgDomain {
    pub name: String,
    pub schema: Option<String>,
    pub data_type: SqlType,
    pub collation: Option<String>,
    pub default: Option<crate::ServerDefault>,
    pub constraint_name: ConstraintName,
    pub not_null: Option<bool>,
    pub check: Option<crate::Expr>,
    pub create_type: bool,
    /// `metadata=` was given.
    pub metadata: bool,
    /// The schema is that of the table.
    pub inherit_schema: bool,
}

/// A type that is made before the tables that use it.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum NamedType {
    Enum(EnumType),
    Domain(Box<PgDomain>),
}

impl NamedType {
    /// The name; empty where it has none, which is an error once it is written.
    pub fn name(&self) -> &str {
        match self {
            NamedType::Enum(t) => t.name.as_str().unwrap_or_default(),
            NamedType::Domain(t) => &t.name,
        }
    }

    /// The schema.
    pub fn schema(&self) -> Option<&str> {
        match self {
            NamedType::Enum(t) => t.schema.as_deref(),
            NamedType::Domain(t) => t.schema.as_deref(),
        }
    }

    /// Whether it belongs to a metadata by `metadata=`: then a table alone does not create it.
    pub fn has_metadata(&self) -> bool {
        match self {
            NamedType::Enum(t) => t.metadata,
            NamedType::Domain(t) => t.metadata,
        }
    }

    /// The word for the kind: types of different kinds may have one name.
    pub fn kind(&self) -> &'static str {
        match self {
            NamedType::Enum(_) => "enum",
            NamedType::Domain(_) => "domain",
        }
    }
}

/// A type of `sqlalchemy.dialects.mysql`: the exact name and its parameters.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct MysqlType {
    /// `TINYINT`, `LONGTEXT`, `ENUM`, `SET`, `DATETIME` ...
    pub name: String,
    /// Length or display width or `fsp`.
    pub length: Option<i64>,
    pub precision: Option<i64>,
    pub scale: Option<i64>,
    pub unsigned: bool,
    pub zerofill: bool,
    pub charset: Option<String>,
    pub collation: Option<String>,
    pub ascii: bool,
    pub unicode: bool,
    pub national: bool,
    pub binary: bool,
    /// The values of `ENUM` and `SET`.
    pub values: Vec<String>,
}

/// `sqlite.DATE`, `sqlite.DATETIME`, `sqlite.TIME`.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct SqliteTemporal {
    pub name: TemporalName,
    pub storage_format: Option<String>,
    pub regexp: Option<String>,
    pub truncate_microseconds: bool,
}

/// A type of a database that Limbec does not compile for.
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignType {
    /// `oracle`, `mssql` ...
    pub dialect: String,
    /// The class name, which is also what SQLAlchemy calls it in its error.
    pub name: String,
    /// The arguments, for rendering.
    pub args: IndexMap<String, OptionValue>,
}

/// A type that says its own DDL.
#[derive(Debug, Clone, PartialEq)]
pub struct UserType {
    /// What stands in the DDL.
    pub spec: String,
    /// `module.Class`, for rendering as Python.
    pub class_name: String,
    /// The `repr` of the type, where it is known.
    pub repr: Option<String>,
}

/// A `TypeDecorator`: what it stands for, and by what name it goes.
#[derive(Debug, Clone, PartialEq)]
pub struct DecoratedType {
    /// `module.Class`.
    pub class_name: String,
    /// The `repr` of the type, for rendering as Python.
    pub repr: String,
    /// What it stands for where no dialect below says otherwise.
    pub base: Box<SqlType>,
    /// What `load_dialect_impl` answers, by dialect name.
    pub by_dialect: Vec<(String, SqlType)>,
}

/// `Type().with_variant(...)`.
#[derive(Debug, Clone, PartialEq)]
pub struct VariantType {
    /// The type for all other dialects.
    pub base: Box<SqlType>,
    /// The type by dialect name.
    pub variants: Vec<(String, SqlType)>,
}

impl SqlType {
    /// `sa.Integer()`.
    pub fn integer() -> Self {
        SqlType::Integer(IntegerType {
            size: IntegerSize::Regular,
            exact: false,
        })
    }

    /// `sa.String(length)`.
    pub fn string(length: Option<i64>) -> Self {
        SqlType::String(StringType {
            name: StringName::String,
            length,
            collation: None,
        })
    }

    /// The type that a dialect sees: variants and decorators resolved.
    pub fn for_dialect(&self, dialect: &str) -> &SqlType {
        match self {
            SqlType::Variant(v) => v
                .variants
                .iter()
                .find(|(name, _)| name == dialect)
                .map_or(&*v.base, |(_, variant)| variant)
                .for_dialect(dialect),
            SqlType::Decorated(d) => d
                .by_dialect
                .iter()
                .find(|(name, _)| name == dialect)
                .map_or(&*d.base, |(_, chosen)| chosen)
                .for_dialect(dialect),
            other => other,
        }
    }
}

/// The generic types with SQLAlchemy's defaults, as values without a column get them.
impl SqlType {
    /// `sa.Boolean()`.
    pub fn boolean() -> Self {
        SqlType::Boolean(BooleanType::default())
    }

    /// `sa.Float()`.
    pub fn float() -> Self {
        SqlType::Numeric(NumericType::named(NumericName::Float))
    }

    /// `sa.Numeric()`.
    pub fn numeric() -> Self {
        SqlType::Numeric(NumericType::named(NumericName::Numeric))
    }

    /// `sa.LargeBinary()`.
    pub fn large_binary() -> Self {
        SqlType::Binary(BinaryType {
            name: BinaryName::LargeBinary,
            length: None,
        })
    }

    /// `sa.Date()`.
    pub fn date() -> Self {
        SqlType::Temporal(TemporalType::named(TemporalName::Date))
    }

    /// `sa.Time()`.
    pub fn time() -> Self {
        SqlType::Temporal(TemporalType::named(TemporalName::Time))
    }

    /// `sa.DateTime()`.
    pub fn datetime() -> Self {
        SqlType::Temporal(TemporalType::named(TemporalName::DateTime))
    }

    /// `sa.Interval()`.
    pub fn interval() -> Self {
        SqlType::Interval(IntervalType {
            native: true,
            second_precision: None,
            day_precision: None,
        })
    }

    /// `sa.Uuid()`.
    pub fn uuid() -> Self {
        SqlType::Uuid(UuidType {
            exact: false,
            as_uuid: true,
            native_uuid: true,
        })
    }
}

impl NumericType {
    /// A numeric type without precision or scale.
    pub fn named(name: NumericName) -> Self {
        NumericType {
            name,
            precision: None,
            scale: None,
            asdecimal: None,
            decimal_return_scale: None,
        }
    }
}

impl TemporalType {
    /// A date or time type without time zone or precision.
    pub fn named(name: TemporalName) -> Self {
        TemporalType {
            name,
            timezone: false,
            precision: None,
        }
    }
}
