//! The types of `sqlmodel` and `sqlalchemy_utils`: what they stand for on each database.
//!
//! Histories name these types in their columns and hardly ever use their values, so that their DDL
//! is what matters.

use std::rc::Rc;

use limbec_python::{Class, PyResult, Value, Vm};
use limbec_schema::{
    BinaryName, BinaryType, DecoratedType, JsonType, PgType, SqlType, StringName, StringType,
    UserType, UuidType,
};

use super::super::util::{attr, attr_bool, attr_int};
use super::table::{TypeRow, row};
use super::{Kind, repr, sql_type};

/// What a type of these packages stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) enum Package {
    /// A string without length, which MySQL gives 255 characters.
    AutoString,
    /// The type of `sqlalchemy.types` with that key.
    Plain(&'static str),
    /// `Unicode` of `length` or `max_length`.
    Unicode(i64),
    /// `String` of a fixed length.
    Fixed(i64),
    /// What `impl=` says, or a string of 255 characters.
    Choice,
    /// 16 bytes, 32 characters, or the type of the database.
    Uuid,
    /// JSON where the database has it.
    Json,
    /// Bytes.
    Password,
    /// A string whose content is encrypted.
    StringEncrypted,
    /// `LTREE`.
    Ltree,
    /// Bits of a week.
    WeekDays,
}

const fn utils(key: &'static str, init: &'static str, package: Package) -> TypeRow {
    row(
        key,
        &["TypeDecorator"],
        "type_decorator",
        Some(init),
        Kind::Package(package),
    )
}

/// The rows.
pub(super) const ROWS: &[TypeRow] = &[
    utils(
        "sqlmodel.AutoString",
        "length=None, collation=None",
        Package::AutoString,
    ),
    utils(
        "sqlalchemy_utils.ArrowType",
        "timezone=False",
        Package::Plain("DateTime"),
    ),
    utils(
        "sqlalchemy_utils.EnrichedDateTimeType",
        "timezone=False",
        Package::Plain("DateTime"),
    ),
    utils(
        "sqlalchemy_utils.EnrichedDateType",
        "date_processor=None",
        Package::Plain("Date"),
    ),
    utils(
        "sqlalchemy_utils.ChoiceType",
        "choices, impl=None",
        Package::Choice,
    ),
    utils(
        "sqlalchemy_utils.ColorType",
        "max_length=20",
        Package::Unicode(20),
    ),
    utils("sqlalchemy_utils.CountryType", "", Package::Fixed(2)),
    utils("sqlalchemy_utils.CurrencyType", "", Package::Fixed(3)),
    utils(
        "sqlalchemy_utils.EmailType",
        "length=255",
        Package::Unicode(255),
    ),
    utils(
        "sqlalchemy_utils.IPAddressType",
        "max_length=50",
        Package::Unicode(50),
    ),
    utils("sqlalchemy_utils.JSONType", "", Package::Json),
    utils("sqlalchemy_utils.LocaleType", "", Package::Unicode(10)),
    utils(
        "sqlalchemy_utils.TimezoneType",
        "backend='dateutil'",
        Package::Unicode(50),
    ),
    utils(
        "sqlalchemy_utils.URLType",
        "",
        Package::Plain("UnicodeText"),
    ),
    utils(
        "sqlalchemy_utils.UUIDType",
        "binary=True, native=True",
        Package::Uuid,
    ),
    utils(
        "sqlalchemy_utils.PhoneNumberType",
        "region='US', max_length=20",
        Package::Unicode(20),
    ),
    utils(
        "sqlalchemy_utils.ScalarListType",
        "coerce_func=None, separator=','",
        Package::Plain("UnicodeText"),
    ),
    utils(
        "sqlalchemy_utils.PasswordType",
        "max_length=None, schemes=None, deprecated=None",
        Package::Password,
    ),
    utils(
        "sqlalchemy_utils.StringEncryptedType",
        "type_in=None, key=None, engine=None, padding=None, length=None",
        Package::StringEncrypted,
    ),
    utils(
        "sqlalchemy_utils.EncryptedType",
        "type_in=None, key=None, engine=None, padding=None",
        Package::Plain("LargeBinary"),
    ),
    utils(
        "sqlalchemy_utils.TSVectorType",
        "*columns, regconfig=None, weights=None",
        Package::Plain("postgresql.TSVECTOR"),
    ),
    utils("sqlalchemy_utils.LtreeType", "", Package::Ltree),
    utils("sqlalchemy_utils.WeekDaysType", "", Package::WeekDays),
    utils(
        "sqlalchemy_utils.IntRangeType",
        "step=None",
        Package::Plain("postgresql.INT4RANGE"),
    ),
    utils(
        "sqlalchemy_utils.Int8RangeType",
        "step=None",
        Package::Plain("postgresql.INT8RANGE"),
    ),
    utils(
        "sqlalchemy_utils.NumericRangeType",
        "step=None",
        Package::Plain("postgresql.NUMRANGE"),
    ),
    utils(
        "sqlalchemy_utils.DateRangeType",
        "step=None",
        Package::Plain("postgresql.DATERANGE"),
    ),
    utils(
        "sqlalchemy_utils.DateTimeRangeType",
        "step=None",
        Package::Plain("postgresql.TSRANGE"),
    ),
];

fn string(name: StringName, length: Option<i64>) -> SqlType {
    SqlType::String(StringType {
        name,
        length,
        collation: None,
    })
}

fn binary(name: BinaryName, length: Option<i64>) -> SqlType {
    SqlType::Binary(BinaryType { name, length })
}

/// The type that an object stands for.
pub(super) fn convert(
    vm: &mut Vm,
    this: &Value,
    class: &Rc<Class>,
    package: Package,
) -> PyResult<SqlType> {
    let mut by_dialect: Vec<(String, SqlType)> = Vec::new();
    let mut on = |dialects: &[&str], found: SqlType| {
        for dialect in dialects {
            by_dialect.push(((*dialect).to_owned(), found.clone()));
        }
    };
    let base = match package {
        Package::AutoString => {
            let length = attr_int(vm, this, "length")?;
            if length.is_none() {
                on(&["mysql", "mariadb"], string(StringName::String, Some(255)));
            }
            string(StringName::String, length)
        }
        Package::Plain(key) => {
            let timezone = attr_bool(vm, this, "timezone")?;
            let inner = super::super::util::construct(vm, key, vec![], vec![])?;
            match sql_type(vm, &inner)? {
                SqlType::Temporal(mut found) => {
                    found.timezone = timezone;
                    SqlType::Temporal(found)
                }
                found => found,
            }
        }
        Package::Unicode(length) => {
            let given = attr_int(vm, this, "max_length")?.or(attr_int(vm, this, "length")?);
            string(StringName::Unicode, Some(given.unwrap_or(length)))
        }
        Package::Fixed(length) => string(StringName::String, Some(length)),
        Package::Choice => match attr(vm, this, "impl")? {
            Value::None => string(StringName::Unicode, Some(255)),
            given => sql_type(vm, &given)?,
        },
        Package::Uuid => {
            let native = attr_bool(vm, this, "native")?;
            if native {
                on(
                    &["postgresql"],
                    SqlType::Uuid(UuidType {
                        exact: true,
                        as_uuid: true,
                        native_uuid: true,
                    }),
                );
            }
            if attr_bool(vm, this, "binary")? {
                binary(BinaryName::ExactBinary, Some(16))
            } else {
                string(StringName::ExactChar, Some(32))
            }
        }
        Package::Json => {
            on(
                &["postgresql"],
                SqlType::Json(JsonType {
                    binary: false,
                    dialect: Some("postgresql".to_owned()),
                    none_as_null: false,
                }),
            );
            string(StringName::UnicodeText, None)
        }
        Package::Password => {
            let length = attr_int(vm, this, "max_length")?.or(Some(1024));
            on(&["postgresql"], SqlType::Postgres(PgType::Bytea { length }));
            on(&["sqlite"], binary(BinaryName::ExactBlob, length));
            binary(BinaryName::ExactVarbinary, length)
        }
        Package::StringEncrypted => {
            let length = attr_int(vm, this, "length")?;
            string(StringName::String, length)
        }
        Package::Ltree => SqlType::User(UserType {
            spec: "LTREE".to_owned(),
            class_name: class.full_name(),
        }),
        Package::WeekDays => {
            on(
                &["postgresql"],
                SqlType::Postgres(PgType::Bit {
                    length: Some(7),
                    varying: false,
                }),
            );
            string(StringName::String, Some(7))
        }
    };
    Ok(SqlType::Decorated(DecoratedType {
        class_name: class.full_name(),
        repr: repr::repr(vm, this)?,
        base: Box::new(base),
        by_dialect,
    }))
}
