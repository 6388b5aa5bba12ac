//! The classes of `sqlalchemy.engine`.

use limbec_python::ClassBuilder;

use super::super::registry::ClassSpec;
use super::super::util::attr;
use super::{asynchronous, connection, defaults, dialect, factory, inspector, result, row, url};

const fn spec(
    key: &'static str,
    module: &'static str,
    bases: &'static [&'static str],
    build: fn(ClassBuilder) -> ClassBuilder,
) -> ClassSpec {
    ClassSpec {
        key,
        module,
        bases,
        build,
    }
}

const BASE: &str = "sqlalchemy.engine.base";
const RESULT: &str = "sqlalchemy.engine.result";
const ASYNC: &str = "sqlalchemy.ext.asyncio.engine";

/// The classes.
pub(in super::super) const CLASSES: &[ClassSpec] = &[
    spec("Connection", BASE, &[], connection::class),
    spec(
        "MockConnection",
        "sqlalchemy.engine.mock",
        &[],
        connection::mock,
    ),
    spec("Engine", BASE, &[], factory::class),
    spec("_EngineBegin", BASE, &[], factory::begin_class),
    spec("Transaction", BASE, &[], connection::transaction),
    spec("RootTransaction", BASE, &["Transaction"], |builder| builder),
    spec("NestedTransaction", BASE, &["Transaction"], |builder| {
        builder
    }),
    spec(
        "DefaultExecutionContext",
        "sqlalchemy.engine.default",
        &[],
        defaults::context_class,
    ),
    spec("Result", RESULT, &[], result::class),
    spec(
        "CursorResult",
        "sqlalchemy.engine.cursor",
        &["Result"],
        |builder| builder,
    ),
    spec("ScalarResult", RESULT, &["Result"], |builder| builder),
    spec("MappingResult", RESULT, &["Result"], |builder| builder),
    spec("BaseRow", "sqlalchemy.engine.row", &[], |builder| builder),
    spec("Row", "sqlalchemy.engine.row", &["BaseRow"], row::class),
    spec(
        "RowMapping",
        "sqlalchemy.engine.row",
        &["BaseRow"],
        row::mapping_class,
    ),
    spec("RMKeyView", RESULT, &[], row::keys_class),
    spec("URL", "sqlalchemy.engine.url", &[], url::class),
    spec(
        "IdentifierPreparer",
        "sqlalchemy.sql.compiler",
        &[],
        dialect::preparer_class,
    ),
    spec(
        "TypeCompiler",
        "sqlalchemy.sql.compiler",
        &[],
        dialect::compiler_class,
    ),
    spec("Compiled", "sqlalchemy.sql.compiler", &[], |builder| {
        builder.method("__str__", "", |vm, this, _| attr(vm, &this, "string"))
    }),
    spec(
        "Inspector",
        "sqlalchemy.engine.reflection",
        &[],
        inspector::class,
    ),
    spec(
        "PGInspector",
        "sqlalchemy.dialects.postgresql.base",
        &["Inspector"],
        inspector::postgres_class,
    ),
    spec("Pool", "sqlalchemy.pool.base", &[], |builder| builder),
    spec("AsyncEngine", ASYNC, &[], asynchronous::engine_class),
    spec(
        "AsyncConnection",
        ASYNC,
        &[],
        asynchronous::connection_class,
    ),
    spec(
        "AsyncTransaction",
        ASYNC,
        &[],
        asynchronous::transaction_class,
    ),
    // Models of asynchronous applications inherit from it.
    spec(
        "AsyncAttrs",
        "sqlalchemy.ext.asyncio.session",
        &[],
        |builder| {
            builder.property("awaitable_attrs", |vm, _| {
                Err(vm.unsupported("sqlalchemy.ext.asyncio.AsyncAttrs.awaitable_attrs"))
            })
        },
    ),
    spec("AsyncResult", ASYNC, &[], asynchronous::result_class),
    spec("_AsyncOpening", ASYNC, &[], asynchronous::opening_class),
    spec("DBAPIConnection", "sqlite3", &[], factory::raw_class),
    spec("DBAPICursor", "sqlite3", &[], factory::cursor_class),
];
