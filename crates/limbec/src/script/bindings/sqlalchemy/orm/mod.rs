//! `sqlalchemy.orm`, as far as migrations use it: declarative classes, sessions and queries.
//!
//! A mapped class keeps its `Column` objects as attributes, so that `User.id == 5` is an expression
//! without further ado. Objects remember what was loaded; a session writes what differs from it.
//! Relationships are not followed: their attributes are names that are not supported.

mod declarative;
mod objects;
mod query;
mod session;

use limbec_python::Value;

use super::missing;
use super::registry::{ClassSpec, FunctionSpec};

pub(super) use declarative::{columns_by_attribute, table_of};

const fn spec(
    key: &'static str,
    module: &'static str,
    bases: &'static [&'static str],
    build: fn(limbec_python::ClassBuilder) -> limbec_python::ClassBuilder,
) -> ClassSpec {
    ClassSpec {
        key,
        module,
        bases,
        build,
    }
}

/// The classes.
pub(super) const CLASSES: &[ClassSpec] = &[
    spec(
        "DeclarativeBase",
        "sqlalchemy.orm.decl_api",
        &[],
        declarative::base_class,
    ),
    spec(
        "MappedColumn",
        "sqlalchemy.orm.properties",
        &["Column"],
        |builder| builder,
    ),
    spec(
        "Mapped",
        "sqlalchemy.orm.base",
        &[],
        declarative::mapped_class,
    ),
    spec("orm.Session", "sqlalchemy.orm.session", &[], session::class),
    spec(
        "SessionTransaction",
        "sqlalchemy.orm.session",
        &[],
        session::transaction_class,
    ),
    spec(
        "orm.UnmappedInstanceError",
        "sqlalchemy.orm.exc",
        &["InvalidRequestError"],
        |builder| builder,
    ),
    spec("orm.Query", "sqlalchemy.orm.query", &[], query::class),
    spec(
        "orm.sessionmaker",
        "sqlalchemy.orm.session",
        &[],
        session::maker_class,
    ),
    spec(
        "orm.scoped_session",
        "sqlalchemy.orm.scoping",
        &["orm.sessionmaker"],
        |builder| builder,
    ),
];

const fn function(
    key: &'static str,
    signature: &'static str,
    run: fn(&mut limbec_python::Vm, limbec_python::Bound) -> limbec_python::PyResult,
) -> FunctionSpec {
    FunctionSpec {
        key,
        signature,
        run,
    }
}

/// The functions.
pub(super) const FUNCTIONS: &[FunctionSpec] = &[
    function(
        "declarative_base",
        "*, metadata=None, mapper=None, cls=None, name='Base', class_registry=None, \
         type_annotation_map=None, constructor=None, metaclass=None",
        declarative::declarative_base,
    ),
    function(
        "mapped_column",
        "*args, **kwargs",
        declarative::mapped_column,
    ),
    function("relationship", "*args, **kwargs", |_, _| {
        Ok(ignored("relationship"))
    }),
    function("backref", "*args, **kwargs", |_, _| Ok(ignored("backref"))),
    function("deferred", "column, *args, **kwargs", |_, bound| {
        Ok(bound.at(0).clone())
    }),
    function("declared_attr", "fget", |_, bound| Ok(bound.at(0).clone())),
    function("selectinload", "*args, **kwargs", |_, _| {
        Ok(ignored("selectinload"))
    }),
    function("joinedload", "*args, **kwargs", |_, _| {
        Ok(ignored("joinedload"))
    }),
    function("raiseload", "*args, **kwargs", |_, _| {
        Ok(ignored("raiseload"))
    }),
    function("flag_modified", "instance, key", |_, bound| {
        objects::flag_modified(bound.at(0), bound.at(1));
        Ok(Value::None)
    }),
    function("configure_mappers", "", |_, _| Ok(Value::None)),
];

/// Something that may stand in a class or in `options()` and that nothing may be asked of.
fn ignored(name: &str) -> Value {
    missing::placeholder(&format!("sqlalchemy.orm.{name}"))
}
