//! The types of `sqlalchemy.dialects.*`: one row for each class.

use limbec_schema::TemporalName as Time;

use super::Kind::{self, *};
use super::PgKind as Pg;
use super::table::{TypeRow, row};

const NONE: Option<&str> = None;
const LENGTH: Option<&str> = Some("length=None");
const STRING: Option<&str> = Some("length=None, collation=None");
const FLOAT: Option<&str> = Some("precision=None, asdecimal=False, decimal_return_scale=None");
const ZONE_PRECISION: Option<&str> = Some("timezone=False, precision=None");

/// `sqlalchemy.dialects.postgresql`.
pub(super) const POSTGRESQL: &[TypeRow] = &[
    row(
        "postgresql.ARRAY",
        &["ARRAY"],
        "ARRAY",
        Some("item_type, as_tuple=False, dimensions=None, zero_indexes=False"),
        Array(true),
    ),
    row(
        "postgresql.BIT",
        &["TypeEngine"],
        "BIT",
        Some("length=None, varying=False"),
        Postgres(Pg::Bit),
    ),
    row(
        "postgresql.BYTEA",
        &["LargeBinary"],
        "BYTEA",
        LENGTH,
        Postgres(Pg::Bytea),
    ),
    row(
        "postgresql.CITEXT",
        &["TEXT"],
        "CITEXT",
        STRING,
        Postgres(Pg::Citext),
    ),
    row(
        "postgresql.INET",
        &["TypeEngine"],
        "INET",
        NONE,
        Postgres(Pg::Inet),
    ),
    row(
        "postgresql.CIDR",
        &["TypeEngine"],
        "CIDR",
        NONE,
        Postgres(Pg::Cidr),
    ),
    row(
        "postgresql.MACADDR",
        &["TypeEngine"],
        "MACADDR",
        NONE,
        Postgres(Pg::Macaddr),
    ),
    row(
        "postgresql.MACADDR8",
        &["TypeEngine"],
        "MACADDR8",
        NONE,
        Postgres(Pg::Macaddr8),
    ),
    row(
        "postgresql.MONEY",
        &["TypeEngine"],
        "MONEY",
        NONE,
        Postgres(Pg::Money),
    ),
    row(
        "postgresql.OID",
        &["TypeEngine"],
        "OID",
        NONE,
        Postgres(Pg::Oid),
    ),
    row(
        "postgresql.REGCLASS",
        &["TypeEngine"],
        "REGCLASS",
        NONE,
        Postgres(Pg::Regclass),
    ),
    row(
        "postgresql.REGCONFIG",
        &["TypeEngine"],
        "REGCONFIG",
        NONE,
        Postgres(Pg::Regconfig),
    ),
    row(
        "postgresql.TSVECTOR",
        &["TypeEngine"],
        "TSVECTOR",
        NONE,
        Postgres(Pg::Tsvector),
    ),
    row(
        "postgresql.TSQUERY",
        &["TypeEngine"],
        "TSQUERY",
        NONE,
        Postgres(Pg::Tsquery),
    ),
    row(
        "postgresql.JSONPATH",
        &["TypeEngine"],
        "JSONPATH",
        NONE,
        Postgres(Pg::JsonPath),
    ),
    row(
        "postgresql.HSTORE",
        &["Indexable", "Concatenable", "TypeEngine"],
        "HSTORE",
        Some("text_type=None"),
        Postgres(Pg::Hstore),
    ),
    row(
        "postgresql.INTERVAL",
        &["NativeForEmulated", "_AbstractInterval"],
        "INTERVAL",
        Some("precision=None, fields=None"),
        Postgres(Pg::Interval),
    ),
    row(
        "postgresql.TIME",
        &["TIME"],
        "TIME",
        ZONE_PRECISION,
        Temporal(Time::ExactTime),
    ),
    row(
        "postgresql.TIMESTAMP",
        &["TIMESTAMP"],
        "TIMESTAMP",
        ZONE_PRECISION,
        Temporal(Time::ExactTimestamp),
    ),
    row(
        "postgresql.JSON",
        &["JSON"],
        "JSON",
        Some("none_as_null=False, astext_type=None"),
        Json("postgresql", false),
    ),
    row(
        "postgresql.JSONB",
        &["postgresql.JSON"],
        "JSONB",
        Some("none_as_null=False, astext_type=None"),
        Json("postgresql", true),
    ),
    row(
        "postgresql.NamedType",
        &["SchemaType", "TypeEngine"],
        "",
        NONE,
        Abstract,
    ),
    TypeRow {
        key: "postgresql.ENUM",
        bases: &["postgresql.NamedType", "NativeForEmulated", "Enum"],
        visit: "ENUM",
        init: Some("*enums, **kw"),
        repr: None,
        kind: Enum,
    },
    TypeRow {
        key: "postgresql.DOMAIN",
        bases: &["postgresql.NamedType"],
        visit: "DOMAIN",
        init: Some(
            "name, data_type, *, collation=None, default=None, constraint_name=None, \
             not_null=False, check=None, create_type=True, schema=None, metadata=None, \
             inherit_schema=False",
        ),
        repr: Some("name, data_type"),
        kind: Postgres(Pg::Domain),
    },
    row(
        "postgresql.AbstractRange",
        &["TypeEngine"],
        "",
        NONE,
        Abstract,
    ),
    row(
        "postgresql.AbstractSingleRange",
        &["postgresql.AbstractRange"],
        "",
        NONE,
        Abstract,
    ),
    row(
        "postgresql.AbstractMultiRange",
        &["postgresql.AbstractRange"],
        "",
        NONE,
        Abstract,
    ),
    range("postgresql.INT4RANGE", SINGLE),
    range("postgresql.INT8RANGE", SINGLE),
    range("postgresql.NUMRANGE", SINGLE),
    range("postgresql.DATERANGE", SINGLE),
    range("postgresql.TSRANGE", SINGLE),
    range("postgresql.TSTZRANGE", SINGLE),
    range("postgresql.INT4MULTIRANGE", MULTI),
    range("postgresql.INT8MULTIRANGE", MULTI),
    range("postgresql.NUMMULTIRANGE", MULTI),
    range("postgresql.DATEMULTIRANGE", MULTI),
    range("postgresql.TSMULTIRANGE", MULTI),
    range("postgresql.TSTZMULTIRANGE", MULTI),
];

const SINGLE: &[&str] = &["postgresql.AbstractSingleRange"];
const MULTI: &[&str] = &["postgresql.AbstractMultiRange"];

const fn range(key: &'static str, bases: &'static [&'static str]) -> TypeRow {
    row(key, bases, "", NONE, Postgres(Pg::Range))
}

/// What `repr` shows of MySQL's types, in its order.
const MY_STRING: &str = "charset=None, collation=None, ascii=False, binary=False, unicode=False, \
                         national=False, length=None";
const MY_INTEGER: &str = "display_width=None, unsigned=False, zerofill=False";
const MY_NUMERIC: &str = "unsigned=False, zerofill=False, precision=None, scale=None, \
                          decimal_return_scale=None, asdecimal=True";
const MY_FLOAT: &str = "precision=None, scale=None, asdecimal=False, unsigned=False, \
                        zerofill=False, decimal_return_scale=None";

const LENGTH_KW: Option<&str> = Some(
    "length=None, *, charset=None, collation=None, ascii=False, binary=False, unicode=False, \
     national=False",
);
const NATIONAL_KW: Option<&str> = Some(
    "length=None, *, charset=None, collation=None, ascii=False, binary=False, unicode=False, \
     national=True",
);
const STRING_KW: Option<&str> = Some(
    "*, charset=None, collation=None, ascii=False, binary=False, unicode=False, national=False, \
     length=None",
);
const NUMERIC_KW: Option<&str> = Some(
    "precision=None, scale=None, asdecimal=True, *, unsigned=False, zerofill=False, \
     decimal_return_scale=None",
);
const FLOAT_KW: Option<&str> = Some(
    "precision=None, scale=None, asdecimal=False, *, unsigned=False, zerofill=False, \
     decimal_return_scale=None",
);

const fn mysql(
    key: &'static str,
    bases: &'static [&'static str],
    visit: &'static str,
    init: Option<&'static str>,
    repr: &'static str,
) -> TypeRow {
    TypeRow {
        key,
        bases,
        visit,
        init,
        repr: Some(repr),
        kind: Mysql,
    }
}

/// `sqlalchemy.dialects.mysql`.
pub(super) const MYSQL: &[TypeRow] = &[
    mysql(
        "mysql.BIGINT",
        &["BIGINT"],
        "BIGINT",
        Some(MY_INTEGER),
        MY_INTEGER,
    ),
    mysql(
        "mysql.INTEGER",
        &["INTEGER"],
        "INTEGER",
        Some(MY_INTEGER),
        MY_INTEGER,
    ),
    mysql(
        "mysql.MEDIUMINT",
        &["Integer"],
        "MEDIUMINT",
        Some(MY_INTEGER),
        MY_INTEGER,
    ),
    mysql(
        "mysql.SMALLINT",
        &["SMALLINT"],
        "SMALLINT",
        Some(MY_INTEGER),
        MY_INTEGER,
    ),
    mysql(
        "mysql.TINYINT",
        &["Integer"],
        "TINYINT",
        Some(MY_INTEGER),
        MY_INTEGER,
    ),
    mysql(
        "mysql.NUMERIC",
        &["NUMERIC"],
        "NUMERIC",
        NUMERIC_KW,
        MY_NUMERIC,
    ),
    mysql(
        "mysql.DECIMAL",
        &["DECIMAL"],
        "DECIMAL",
        NUMERIC_KW,
        MY_NUMERIC,
    ),
    mysql("mysql.FLOAT", &["FLOAT"], "FLOAT", FLOAT_KW, MY_FLOAT),
    mysql("mysql.DOUBLE", &["DOUBLE"], "DOUBLE", NUMERIC_KW, MY_FLOAT),
    mysql("mysql.REAL", &["REAL"], "REAL", NUMERIC_KW, MY_FLOAT),
    mysql("mysql.BIT", &["TypeEngine"], "BIT", LENGTH, "length=None"),
    mysql(
        "mysql.YEAR",
        &["TypeEngine"],
        "YEAR",
        Some("display_width=None"),
        "display_width=None",
    ),
    mysql("mysql.CHAR", &["CHAR"], "CHAR", LENGTH_KW, MY_STRING),
    mysql(
        "mysql.VARCHAR",
        &["VARCHAR"],
        "VARCHAR",
        LENGTH_KW,
        MY_STRING,
    ),
    mysql("mysql.NCHAR", &["NCHAR"], "NCHAR", NATIONAL_KW, MY_STRING),
    mysql(
        "mysql.NVARCHAR",
        &["NVARCHAR"],
        "NVARCHAR",
        NATIONAL_KW,
        MY_STRING,
    ),
    mysql("mysql.TEXT", &["TEXT"], "TEXT", LENGTH_KW, MY_STRING),
    mysql(
        "mysql.TINYTEXT",
        &["String"],
        "TINYTEXT",
        STRING_KW,
        MY_STRING,
    ),
    mysql(
        "mysql.MEDIUMTEXT",
        &["String"],
        "MEDIUMTEXT",
        STRING_KW,
        MY_STRING,
    ),
    mysql(
        "mysql.LONGTEXT",
        &["String"],
        "LONGTEXT",
        STRING_KW,
        MY_STRING,
    ),
    mysql(
        "mysql.TINYBLOB",
        &["_Binary"],
        "TINYBLOB",
        LENGTH,
        "length=None",
    ),
    mysql(
        "mysql.MEDIUMBLOB",
        &["_Binary"],
        "MEDIUMBLOB",
        LENGTH,
        "length=None",
    ),
    mysql(
        "mysql.LONGBLOB",
        &["_Binary"],
        "LONGBLOB",
        LENGTH,
        "length=None",
    ),
    mysql(
        "mysql.DATETIME",
        &["DATETIME"],
        "DATETIME",
        Some("timezone=False, fsp=None"),
        "timezone=False, fsp=None",
    ),
    mysql(
        "mysql.TIMESTAMP",
        &["TIMESTAMP"],
        "TIMESTAMP",
        Some("timezone=False, fsp=None"),
        "timezone=False, fsp=None",
    ),
    mysql(
        "mysql.TIME",
        &["TIME"],
        "TIME",
        Some("timezone=False, fsp=None"),
        "timezone=False, fsp=None",
    ),
    mysql("mysql.INET4", &["TypeEngine"], "INET4", NONE, ""),
    mysql("mysql.INET6", &["TypeEngine"], "INET6", NONE, ""),
    row(
        "mysql.JSON",
        &["JSON"],
        "JSON",
        Some("none_as_null=False"),
        Json("mysql", false),
    ),
    TypeRow {
        key: "mysql.ENUM",
        bases: &["NativeForEmulated", "Enum"],
        visit: "ENUM",
        init: Some("*enums, **kw"),
        repr: None,
        kind: Enum,
    },
    TypeRow {
        key: "mysql.SET",
        bases: &["String"],
        visit: "SET",
        init: Some(
            "*values, retrieve_as_bitwise=False, charset=None, collation=None, ascii=False, \
             binary=False, unicode=False, national=False, length=None",
        ),
        repr: Some("*values, retrieve_as_bitwise=False, charset=None, collation=None"),
        kind: Mysql,
    },
];

const SQLITE_TEMPORAL: Option<&str> =
    Some("timezone=False, *, storage_format=None, regexp=None, truncate_microseconds=False");

/// `sqlalchemy.dialects.sqlite`.
pub(super) const SQLITE: &[TypeRow] = &[
    TypeRow {
        key: "sqlite.DATE",
        bases: &["Date"],
        visit: "date",
        init: Some("storage_format=None, regexp=None"),
        repr: Some(""),
        kind: Sqlite(Time::Date),
    },
    TypeRow {
        key: "sqlite.DATETIME",
        bases: &["DateTime"],
        visit: "datetime",
        init: SQLITE_TEMPORAL,
        repr: Some(""),
        kind: Sqlite(Time::DateTime),
    },
    TypeRow {
        key: "sqlite.TIME",
        bases: &["Time"],
        visit: "time",
        init: SQLITE_TEMPORAL,
        repr: Some(""),
        kind: Sqlite(Time::Time),
    },
    row(
        "sqlite.JSON",
        &["JSON"],
        "JSON",
        Some("none_as_null=False"),
        Json("sqlite", false),
    ),
];

/// A type of a database that Limbec does not compile for.
const fn oracle(
    key: &'static str,
    bases: &'static [&'static str],
    init: Option<&'static str>,
) -> TypeRow {
    row(key, bases, "", init, Kind::Foreign("oracle"))
}

const fn mssql(
    key: &'static str,
    bases: &'static [&'static str],
    init: Option<&'static str>,
) -> TypeRow {
    row(key, bases, "", init, Kind::Foreign("mssql"))
}

/// `sqlalchemy.dialects.oracle` and `sqlalchemy.dialects.mssql`.
pub(super) const FOREIGN: &[TypeRow] = &[
    oracle("oracle.BFILE", &["LargeBinary"], LENGTH),
    oracle("oracle.BINARY_DOUBLE", &["Double"], FLOAT),
    oracle("oracle.BINARY_FLOAT", &["Float"], FLOAT),
    oracle("oracle.DATE", &["DateTime"], Some("timezone=False")),
    oracle(
        "oracle.FLOAT",
        &["FLOAT"],
        Some("binary_precision=None, asdecimal=False, decimal_return_scale=None"),
    ),
    oracle(
        "oracle.INTERVAL",
        &["NativeForEmulated", "_AbstractInterval"],
        Some("day_precision=None, second_precision=None"),
    ),
    oracle("oracle.LONG", &["Text"], STRING),
    oracle("oracle.NCLOB", &["Text"], STRING),
    oracle(
        "oracle.NUMBER",
        &["Numeric", "Integer"],
        Some("precision=None, scale=None, asdecimal=None"),
    ),
    oracle("oracle.RAW", &["_Binary"], LENGTH),
    oracle("oracle.ROWID", &["TypeEngine"], NONE),
    oracle(
        "oracle.TIMESTAMP",
        &["TIMESTAMP"],
        Some("timezone=False, local_timezone=False"),
    ),
    oracle("oracle.VARCHAR2", &["VARCHAR"], STRING),
    oracle(
        "oracle.VECTOR",
        &["TypeEngine"],
        Some("dim=None, storage_format=None, storage_type=None"),
    ),
    mssql(
        "mssql.BIT",
        &["Boolean"],
        Some("create_constraint=False, name=None"),
    ),
    mssql(
        "mssql.DATETIME2",
        &["DateTime"],
        Some("precision=None, *, timezone=False"),
    ),
    mssql(
        "mssql.DATETIMEOFFSET",
        &["DateTime"],
        Some("precision=None, *, timezone=False"),
    ),
    mssql("mssql.DOUBLE_PRECISION", &["DOUBLE_PRECISION"], FLOAT),
    mssql("mssql.IMAGE", &["LargeBinary"], LENGTH),
    mssql("mssql.JSON", &["JSON"], Some("none_as_null=False")),
    mssql("mssql.MONEY", &["TypeEngine"], NONE),
    mssql("mssql.NTEXT", &["UnicodeText"], STRING),
    mssql("mssql.REAL", &["REAL"], FLOAT),
    mssql("mssql.TIMESTAMP", &["_Binary"], Some("convert_int=False")),
    mssql(
        "mssql.ROWVERSION",
        &["mssql.TIMESTAMP"],
        Some("convert_int=False"),
    ),
    mssql("mssql.SMALLDATETIME", &["DateTime"], Some("timezone=False")),
    mssql("mssql.SMALLMONEY", &["TypeEngine"], NONE),
    mssql("mssql.SQL_VARIANT", &["TypeEngine"], NONE),
    mssql(
        "mssql.TIME",
        &["TIME"],
        Some("precision=None, *, timezone=False"),
    ),
    mssql("mssql.TINYINT", &["Integer"], NONE),
    mssql("mssql.UNIQUEIDENTIFIER", &["Uuid"], Some("as_uuid=True")),
    mssql(
        "mssql.VARBINARY",
        &["VARBINARY", "LargeBinary"],
        Some("length=None, filestream=False"),
    ),
    mssql("mssql.XML", &["Text"], STRING),
];
