//! Column types: the classes of `sqlalchemy.types` and of the dialects.
//!
//! A type object keeps the arguments of its constructor as attributes, as in SQLAlchemy, so that
//! scripts can read and change them and classes written in Python can extend any of them. The
//! tables say for each class how its attributes become a [`limbec_schema::SqlType`].

mod attach;
mod convert;
mod decorator;
mod dialects;
mod enums;
pub(super) mod hooks;
mod methods;
mod repr;
mod reverse;
mod table;
mod text;

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, Value};
use limbec_schema::{BinaryName, IntegerSize, NumericName, StringName, TemporalName};

use super::registry::{self, ClassSpec};
use table::TypeRow;

pub(super) use attach::attached;
pub use attach::{adds, created};
pub use convert::{is_type, named_type, sql_type, to_instance};
pub(super) use decorator::{
    bind_processed, compiler_attribute, implementation, result_processed, user_processed,
};
pub(super) use enums::fresh_id;
pub(super) use methods::{dialect_object, shallow_copy};
pub use reverse::{reflected_type, type_value};
pub(super) use text::default_text;

/// How the objects of a type class convert.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// The class is only a base.
    Abstract,
    Null,
    Boolean(bool),
    Integer(IntegerSize, bool),
    Numeric(NumericName),
    String(StringName),
    Binary(BinaryName),
    Temporal(TemporalName),
    Interval,
    Enum,
    /// The dialect, and whether it is binary JSON.
    Json(&'static str, bool),
    Uuid(bool),
    Array(bool),
    Postgres(PgKind),
    Mysql,
    Sqlite(TemporalName),
    /// A database that Limbec does not compile for.
    Foreign(&'static str),
    /// `UserDefinedType`.
    User,
    /// `TypeDecorator`.
    Decorator,
}

/// The types that only PostgreSQL has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum PgKind {
    Bit,
    Bytea,
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
    JsonPath,
    Hstore,
    Citext,
    Interval,
    Range,
    Domain,
}

/// All rows.
fn rows() -> impl Iterator<Item = &'static TypeRow> {
    [
        table::GENERIC,
        dialects::POSTGRESQL,
        dialects::MYSQL,
        dialects::SQLITE,
        dialects::FOREIGN,
    ]
    .into_iter()
    .flatten()
}

/// The row of a key.
fn row(key: &str) -> Option<&'static TypeRow> {
    rows().find(|row| row.key == key)
}

/// The attribute of a class that names its row.
const ROW: &str = "_limbec_type";

/// The row of a class: its own, or that of the nearest base.
fn row_of(class: &Rc<Class>) -> Option<&'static TypeRow> {
    row(&class.lookup(ROW)?.as_str()?)
}

/// Other names of the same class.
const ALIASES: &[(&str, &str)] = &[
    ("INT", "INTEGER"),
    ("oracle.NVARCHAR2", "NVARCHAR"),
    ("postgresql.PGUuid", "UUID"),
];

/// Build the class of a key, `None` where no type has it.
pub(super) fn build(key: &str) -> Option<Rc<Class>> {
    if let Some((_, real)) = ALIASES.iter().find(|(alias, _)| *alias == key) {
        return registry::find_class(real);
    }
    let row = row(key)?;
    let mut builder = ClassBuilder::new(module_of(key), registry::short(key));
    for base in row.bases {
        builder = builder.base(&registry::class(base));
    }
    builder = builder.attr(ROW, Value::str(row.key));
    if !row.visit.is_empty() {
        builder = builder.attr("__visit_name__", Value::str(row.visit));
    }
    builder = methods::own(row, builder);
    Some(builder.build())
}

fn module_of(key: &str) -> &'static str {
    match key.split_once('.').map(|(dialect, _)| dialect) {
        Some("postgresql") => "sqlalchemy.dialects.postgresql",
        Some("mysql") => "sqlalchemy.dialects.mysql",
        Some("sqlite") => "sqlalchemy.dialects.sqlite",
        Some("oracle") => "sqlalchemy.dialects.oracle",
        Some("mssql") => "sqlalchemy.dialects.mssql",
        _ if matches!(key, "TypeEngine" | "TypeDecorator" | "UserDefinedType") => {
            "sqlalchemy.sql.type_api"
        }
        _ => "sqlalchemy.sql.sqltypes",
    }
}

/// A class of a script as Alembic writes it: its module and its own name, whatever it is declared in.
pub fn shown_name(class: &Class) -> String {
    format!("{}.{}", class.module(), class.name())
}

/// Classes that stand beside the types.
pub(super) const CLASSES: &[ClassSpec] = methods::CLASSES;
