//! The generic types and the exact types of the SQL standard: one row for each class.

use limbec_schema::IntegerSize as Size;
use limbec_schema::{
    BinaryName as Bin, NumericName as Num, StringName as Text, TemporalName as Time,
};

use super::Kind::{self, *};

/// A type class.
pub(super) struct TypeRow {
    /// The key in the registry.
    pub key: &'static str,
    /// The keys of its bases.
    pub bases: &'static [&'static str],
    /// `__visit_name__`: by what name compilers know it.
    pub visit: &'static str,
    /// The parameters of its constructor, each kept as an attribute; `None` means those of the
    /// base.
    pub init: Option<&'static str>,
    /// What `repr` shows, where it differs from the constructor.
    pub repr: Option<&'static str>,
    /// What it converts to.
    pub kind: Kind,
}

/// A row whose `repr` follows its constructor.
pub(super) const fn row(
    key: &'static str,
    bases: &'static [&'static str],
    visit: &'static str,
    init: Option<&'static str>,
    kind: Kind,
) -> TypeRow {
    TypeRow {
        key,
        bases,
        visit,
        init,
        repr: None,
        kind,
    }
}

const LENGTH: Option<&str> = Some("length=None");
const STRING: Option<&str> = Some("length=None, collation=None");
const NUMERIC: Option<&str> =
    Some("precision=None, scale=None, decimal_return_scale=None, asdecimal=True");
const FLOAT: Option<&str> = Some("precision=None, asdecimal=False, decimal_return_scale=None");
const ZONE: Option<&str> = Some("timezone=False");
const BOOLEAN: Option<&str> = Some("create_constraint=False, name=None");

/// `sqlalchemy.types`.
pub(super) const GENERIC: &[TypeRow] = &[
    row("TypeEngine", &[], "", None, Abstract),
    row("TypeEngineMixin", &[], "", None, Abstract),
    row("ExternalType", &["TypeEngineMixin"], "", None, Abstract),
    row("SchemaType", &["TypeEngineMixin"], "", None, Abstract),
    row("Emulated", &["TypeEngineMixin"], "", None, Abstract),
    row(
        "NativeForEmulated",
        &["TypeEngineMixin"],
        "",
        None,
        Abstract,
    ),
    row("Concatenable", &["TypeEngineMixin"], "", None, Abstract),
    row("Indexable", &["TypeEngineMixin"], "", None, Abstract),
    row("NullType", &["TypeEngine"], "null", None, Null),
    row(
        "UserDefinedType",
        &["ExternalType", "TypeEngine"],
        "user_defined",
        None,
        User,
    ),
    row(
        "TypeDecorator",
        &["ExternalType", "TypeEngine"],
        "type_decorator",
        None,
        Decorator,
    ),
    row(
        "PickleType",
        &["TypeDecorator"],
        "type_decorator",
        None,
        Binary(Bin::Pickle),
    ),
    row(
        "Boolean",
        &["SchemaType", "Emulated", "TypeEngine"],
        "boolean",
        BOOLEAN,
        Boolean(false),
    ),
    row("BOOLEAN", &["Boolean"], "BOOLEAN", BOOLEAN, Boolean(true)),
    row(
        "MatchType",
        &["Boolean"],
        "boolean",
        BOOLEAN,
        Boolean(false),
    ),
    row(
        "Integer",
        &["TypeEngine"],
        "integer",
        None,
        Integer(Size::Regular, false),
    ),
    row(
        "SmallInteger",
        &["Integer"],
        "small_integer",
        None,
        Integer(Size::Small, false),
    ),
    row(
        "BigInteger",
        &["Integer"],
        "big_integer",
        None,
        Integer(Size::Big, false),
    ),
    row(
        "INTEGER",
        &["Integer"],
        "INTEGER",
        None,
        Integer(Size::Regular, true),
    ),
    row(
        "SMALLINT",
        &["SmallInteger"],
        "SMALLINT",
        None,
        Integer(Size::Small, true),
    ),
    row(
        "BIGINT",
        &["BigInteger"],
        "BIGINT",
        None,
        Integer(Size::Big, true),
    ),
    row(
        "Numeric",
        &["TypeEngine"],
        "numeric",
        NUMERIC,
        Numeric(Num::Numeric),
    ),
    row("Float", &["Numeric"], "float", FLOAT, Numeric(Num::Float)),
    row("Double", &["Float"], "double", FLOAT, Numeric(Num::Double)),
    row(
        "NUMERIC",
        &["Numeric"],
        "NUMERIC",
        NUMERIC,
        Numeric(Num::ExactNumeric),
    ),
    row(
        "DECIMAL",
        &["Numeric"],
        "DECIMAL",
        NUMERIC,
        Numeric(Num::ExactDecimal),
    ),
    row(
        "FLOAT",
        &["Float"],
        "FLOAT",
        FLOAT,
        Numeric(Num::ExactFloat),
    ),
    row("REAL", &["Float"], "REAL", FLOAT, Numeric(Num::ExactReal)),
    row(
        "DOUBLE",
        &["Double"],
        "DOUBLE",
        FLOAT,
        Numeric(Num::ExactDouble),
    ),
    row(
        "DOUBLE_PRECISION",
        &["Double"],
        "DOUBLE_PRECISION",
        FLOAT,
        Numeric(Num::ExactDoublePrecision),
    ),
    row(
        "String",
        &["Concatenable", "TypeEngine"],
        "string",
        STRING,
        String(Text::String),
    ),
    row(
        "Unicode",
        &["String"],
        "unicode",
        STRING,
        String(Text::Unicode),
    ),
    row("Text", &["String"], "text", STRING, String(Text::Text)),
    row(
        "UnicodeText",
        &["Text"],
        "unicode_text",
        STRING,
        String(Text::UnicodeText),
    ),
    row("CHAR", &["String"], "CHAR", STRING, String(Text::ExactChar)),
    row(
        "VARCHAR",
        &["String"],
        "VARCHAR",
        STRING,
        String(Text::ExactVarchar),
    ),
    row(
        "NCHAR",
        &["Unicode"],
        "NCHAR",
        STRING,
        String(Text::ExactNchar),
    ),
    row(
        "NVARCHAR",
        &["Unicode"],
        "NVARCHAR",
        STRING,
        String(Text::ExactNvarchar),
    ),
    row("TEXT", &["Text"], "TEXT", STRING, String(Text::ExactText)),
    row("CLOB", &["Text"], "CLOB", STRING, String(Text::ExactClob)),
    row("_Binary", &["TypeEngine"], "", LENGTH, Abstract),
    row(
        "LargeBinary",
        &["_Binary"],
        "large_binary",
        LENGTH,
        Binary(Bin::LargeBinary),
    ),
    row(
        "BLOB",
        &["LargeBinary"],
        "BLOB",
        LENGTH,
        Binary(Bin::ExactBlob),
    ),
    row(
        "BINARY",
        &["_Binary"],
        "BINARY",
        LENGTH,
        Binary(Bin::ExactBinary),
    ),
    row(
        "VARBINARY",
        &["_Binary"],
        "VARBINARY",
        LENGTH,
        Binary(Bin::ExactVarbinary),
    ),
    row("Date", &["TypeEngine"], "date", None, Temporal(Time::Date)),
    row("Time", &["TypeEngine"], "time", ZONE, Temporal(Time::Time)),
    row(
        "DateTime",
        &["TypeEngine"],
        "datetime",
        ZONE,
        Temporal(Time::DateTime),
    ),
    row("DATE", &["Date"], "DATE", None, Temporal(Time::ExactDate)),
    row("TIME", &["Time"], "TIME", ZONE, Temporal(Time::ExactTime)),
    row(
        "DATETIME",
        &["DateTime"],
        "DATETIME",
        ZONE,
        Temporal(Time::ExactDateTime),
    ),
    row(
        "TIMESTAMP",
        &["DateTime"],
        "TIMESTAMP",
        ZONE,
        Temporal(Time::ExactTimestamp),
    ),
    row("_AbstractInterval", &["TypeEngine"], "", None, Abstract),
    TypeRow {
        key: "Interval",
        bases: &["Emulated", "_AbstractInterval", "TypeDecorator"],
        visit: "interval",
        init: Some("native=True, second_precision=None, day_precision=None"),
        repr: Some(""),
        kind: Interval,
    },
    TypeRow {
        key: "Enum",
        bases: &["String", "SchemaType", "Emulated", "TypeEngine"],
        visit: "enum",
        init: Some("*enums, **kw"),
        repr: None,
        kind: Enum,
    },
    row(
        "JSON",
        &["Indexable", "TypeEngine"],
        "JSON",
        Some("none_as_null=False"),
        Json("", false),
    ),
    row(
        "Uuid",
        &["Emulated", "TypeEngine"],
        "uuid",
        Some("as_uuid=True, native_uuid=True"),
        Uuid(false),
    ),
    TypeRow {
        key: "UUID",
        bases: &["Uuid", "NativeForEmulated"],
        visit: "UUID",
        init: Some("as_uuid=True"),
        repr: Some("as_uuid=True"),
        kind: Uuid(true),
    },
    row(
        "ARRAY",
        &["Indexable", "Concatenable", "TypeEngine"],
        "ARRAY",
        Some("item_type, as_tuple=False, dimensions=None, zero_indexes=False"),
        Array(false),
    ),
    row("TupleType", &["TypeEngine"], "", Some("*types"), Null),
    row(
        "TableValueType",
        &["TypeEngine"],
        "",
        Some("*elements"),
        Null,
    ),
];
