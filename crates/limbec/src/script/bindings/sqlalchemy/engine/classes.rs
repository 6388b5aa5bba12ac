//! The classes of `sqlalchemy.engine`.

use super::super::registry::ClassSpec;
use super::super::util::attr;
use super::{
    asynchronous, connection, defaults, dialect, factory, inspector, result, row, transaction, url,
};

const BASE: &str = "sqlalchemy.engine.base";
const RESULT: &str = "sqlalchemy.engine.result";
const ASYNC: &str = "sqlalchemy.ext.asyncio.engine";

/// The classes.
pub(in super::super) const CLASSES: &[ClassSpec] = &[
    ClassSpec::new("Connection", BASE, &[], connection::class),
    ClassSpec::new(
        "MockConnection",
        "sqlalchemy.engine.mock",
        &[],
        connection::mock,
    ),
    ClassSpec::new("Engine", BASE, &[], factory::class),
    ClassSpec::new("_EngineBegin", BASE, &[], factory::begin_class),
    ClassSpec::new("Transaction", BASE, &[], transaction::transaction),
    ClassSpec::new("RootTransaction", BASE, &["Transaction"], |builder| builder),
    ClassSpec::new("NestedTransaction", BASE, &["Transaction"], |builder| {
        builder
    }),
    ClassSpec::new(
        "DefaultExecutionContext",
        "sqlalchemy.engine.default",
        &[],
        defaults::context_class,
    ),
    ClassSpec::new("Result", RESULT, &[], result::class),
    ClassSpec::new(
        "CursorResult",
        "sqlalchemy.engine.cursor",
        &["Result"],
        |builder| builder,
    ),
    ClassSpec::new("ScalarResult", RESULT, &["Result"], |builder| builder),
    ClassSpec::new("MappingResult", RESULT, &["Result"], |builder| builder),
    ClassSpec::new("BaseRow", "sqlalchemy.engine.row", &[], |builder| builder),
    ClassSpec::new("Row", "sqlalchemy.engine.row", &["BaseRow"], row::class),
    ClassSpec::new(
        "RowMapping",
        "sqlalchemy.engine.row",
        &["BaseRow"],
        row::mapping_class,
    ),
    ClassSpec::new("RMKeyView", RESULT, &[], row::keys_class),
    ClassSpec::new("URL", "sqlalchemy.engine.url", &[], url::class),
    ClassSpec::new(
        "IdentifierPreparer",
        "sqlalchemy.sql.compiler",
        &[],
        dialect::preparer_class,
    ),
    ClassSpec::new(
        "TypeCompiler",
        "sqlalchemy.sql.compiler",
        &[],
        dialect::compiler_class,
    ),
    ClassSpec::new("Compiled", "sqlalchemy.sql.compiler", &[], |builder| {
        builder.method("__str__", "", |vm, this, _| attr(vm, &this, "string"))
    }),
    ClassSpec::new(
        "Inspector",
        "sqlalchemy.engine.reflection",
        &[],
        inspector::class,
    ),
    ClassSpec::new(
        "PGInspector",
        "sqlalchemy.dialects.postgresql.base",
        &["Inspector"],
        inspector::postgres_class,
    ),
    ClassSpec::new("Pool", "sqlalchemy.pool.base", &[], |builder| builder),
    ClassSpec::new("AsyncEngine", ASYNC, &[], asynchronous::engine_class),
    ClassSpec::new(
        "AsyncConnection",
        ASYNC,
        &[],
        asynchronous::connection_class,
    ),
    ClassSpec::new(
        "AsyncTransaction",
        ASYNC,
        &[],
        asynchronous::transaction_class,
    ),
    // Models of asynchronous applications inherit from it.
    ClassSpec::new(
        "AsyncAttrs",
        "sqlalchemy.ext.asyncio.session",
        &[],
        |builder| {
            builder.property("awaitable_attrs", |vm, _| {
                Err(vm.unsupported("sqlalchemy.ext.asyncio.AsyncAttrs.awaitable_attrs"))
            })
        },
    ),
    ClassSpec::new("AsyncResult", ASYNC, &[], asynchronous::result_class),
    ClassSpec::new("_AsyncOpening", ASYNC, &[], asynchronous::opening_class),
    ClassSpec::new("DBAPIConnection", "sqlite3", &[], factory::raw_class),
    ClassSpec::new("DBAPICursor", "sqlite3", &[], factory::cursor_class),
];
