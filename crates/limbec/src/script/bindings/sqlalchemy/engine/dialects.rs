//! The classes of the dialects: one for each database, and one for each of its drivers.
//!
//! Scripts ask `isinstance(connection.dialect, postgresql.dialect)`, or for `PGDialect`.

use std::rc::Rc;

use limbec_python::{Class, ClassBuilder, Value};

use super::super::{names, registry};
use super::dialect;
use crate::script::bindings::sqlalchemy::registry::ClassSpec;

/// The classes.
pub(in super::super) const CLASSES: &[ClassSpec] = &[
    ClassSpec::new(
        "Dialect",
        "sqlalchemy.engine.interfaces",
        &[],
        dialect::class,
    ),
    ClassSpec::new(
        "DefaultDialect",
        "sqlalchemy.engine.default",
        &["Dialect"],
        |builder| builder.attr("name", Value::str("default")),
    ),
    ClassSpec::new(
        "PGDialect",
        "sqlalchemy.dialects.postgresql.base",
        &["DefaultDialect"],
        |builder| named(builder, "postgresql"),
    ),
    ClassSpec::new(
        "_PGDialect_common_psycopg",
        "sqlalchemy.dialects.postgresql._psycopg_common",
        &["PGDialect"],
        |builder| builder,
    ),
    ClassSpec::new(
        "PGDialect_psycopg2",
        "sqlalchemy.dialects.postgresql.psycopg2",
        &["_PGDialect_common_psycopg"],
        |builder| driver(builder, "psycopg2"),
    ),
    ClassSpec::new(
        "PGDialect_psycopg",
        "sqlalchemy.dialects.postgresql.psycopg",
        &["_PGDialect_common_psycopg"],
        |builder| driver(builder, "psycopg"),
    ),
    ClassSpec::new(
        "PGDialect_asyncpg",
        "sqlalchemy.dialects.postgresql.asyncpg",
        &["PGDialect"],
        |builder| asynchronous(builder, "asyncpg"),
    ),
    ClassSpec::new(
        "PGDialect_pg8000",
        "sqlalchemy.dialects.postgresql.pg8000",
        &["PGDialect"],
        |builder| driver(builder, "pg8000"),
    ),
    ClassSpec::new(
        "MySQLDialect",
        "sqlalchemy.dialects.mysql.base",
        &["DefaultDialect"],
        |builder| named(builder, "mysql"),
    ),
    ClassSpec::new(
        "MySQLDialect_mysqldb",
        "sqlalchemy.dialects.mysql.mysqldb",
        &["MySQLDialect"],
        |builder| driver(builder, "mysqldb"),
    ),
    ClassSpec::new(
        "MySQLDialect_pymysql",
        "sqlalchemy.dialects.mysql.pymysql",
        &["MySQLDialect_mysqldb"],
        |builder| driver(builder, "pymysql"),
    ),
    ClassSpec::new(
        "MySQLDialect_aiomysql",
        "sqlalchemy.dialects.mysql.aiomysql",
        &["MySQLDialect_pymysql"],
        |builder| asynchronous(builder, "aiomysql"),
    ),
    ClassSpec::new(
        "MySQLDialect_asyncmy",
        "sqlalchemy.dialects.mysql.asyncmy",
        &["MySQLDialect_pymysql"],
        |builder| asynchronous(builder, "asyncmy"),
    ),
    ClassSpec::new(
        "MySQLDialect_mysqlconnector",
        "sqlalchemy.dialects.mysql.mysqlconnector",
        &["MySQLDialect"],
        |builder| driver(builder, "mysqlconnector"),
    ),
    ClassSpec::new(
        "MariaDBDialect",
        "sqlalchemy.dialects.mysql.mariadb",
        // Its objects are of a class that extends that of the driver, too.
        &["MySQLDialect_mysqldb"],
        |builder| named(builder, "mariadb"),
    ),
    ClassSpec::new(
        "SQLiteDialect",
        "sqlalchemy.dialects.sqlite.base",
        &["DefaultDialect"],
        |builder| named(builder, "sqlite"),
    ),
    ClassSpec::new(
        "SQLiteDialect_pysqlite",
        "sqlalchemy.dialects.sqlite.pysqlite",
        &["SQLiteDialect"],
        |builder| driver(builder, "pysqlite"),
    ),
    ClassSpec::new(
        "SQLiteDialect_aiosqlite",
        "sqlalchemy.dialects.sqlite.aiosqlite",
        &["SQLiteDialect_pysqlite"],
        |builder| asynchronous(builder, "aiosqlite"),
    ),
];

/// The class that a dialect's objects have; the one of the usual driver where no driver is named.
pub(in super::super) fn class(name: &str, driver: &str) -> Rc<Class> {
    registry::class(match (name, driver) {
        ("postgresql", "asyncpg") => "PGDialect_asyncpg",
        ("postgresql", "psycopg" | "psycopg_async") => "PGDialect_psycopg",
        ("postgresql", "pg8000") => "PGDialect_pg8000",
        ("postgresql", _) => "PGDialect_psycopg2",
        ("mysql", "pymysql") => "MySQLDialect_pymysql",
        ("mysql", "aiomysql") => "MySQLDialect_aiomysql",
        ("mysql", "asyncmy") => "MySQLDialect_asyncmy",
        ("mysql", "mysqlconnector") => "MySQLDialect_mysqlconnector",
        ("mysql", _) => "MySQLDialect_mysqldb",
        ("mariadb", _) => "MariaDBDialect",
        ("sqlite", "aiosqlite") => "SQLiteDialect_aiosqlite",
        ("sqlite", _) => "SQLiteDialect_pysqlite",
        _ => "DefaultDialect",
    })
}

/// A name of one of the inner modules of the package, where it is not what the public modules have by that name.
pub(in super::super) fn own_name(module: &str, name: &str) -> Option<Value> {
    if name == "dialect"
        && let Some(rest) = module.strip_prefix("sqlalchemy.dialects.")
        && let Some((database, driver)) = rest.split_once('.')
    {
        let found = class(database, driver);
        return (&*found.module() == module).then_some(Value::Class(found));
    }
    let found = registry::find_class(name)?;
    let public = names::of_module(&found.module()).is_some_and(|names| names.public);
    (!public).then_some(Value::Class(found))
}

fn named(builder: ClassBuilder, name: &'static str) -> ClassBuilder {
    // Projects add the types that they have made; what is reflected is compared by its name.
    builder
        .attr("name", Value::str(name))
        .attr("ischema_names", Value::dict(Vec::<(&str, Value)>::new()))
}

fn driver(builder: ClassBuilder, name: &'static str) -> ClassBuilder {
    builder.attr("driver", Value::str(name))
}

fn asynchronous(builder: ClassBuilder, name: &'static str) -> ClassBuilder {
    driver(builder, name).attr("is_async", Value::Bool(true))
}
