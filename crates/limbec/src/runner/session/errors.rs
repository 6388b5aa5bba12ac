//! Errors of a database as scripts see them.

use limbec_sql::batch::BatchError;
use limbec_sql::db_error::{DbError, DbErrorKind};
use limbec_sql::inspect::InspectError;

use crate::script::host::HostError;

/// The error as scripts see it.
pub(in crate::runner) fn database_error(error: DbError) -> HostError {
    if error.kind == DbErrorKind::Interrupted {
        return HostError::Interrupted;
    }
    if error.is_plain_python() {
        return HostError::Exception {
            class: python_class(error.subclass),
            message: error.message.clone(),
        };
    }
    HostError::Database {
        class: error.class_name(),
        driver_class: error.driver_class(),
        message: error.message.clone(),
        statement: error.statement.clone(),
        params: error.parameters_text(),
        server: error.server.clone().map(Box::new),
    }
}

/// The exceptions of Python itself that drivers raise.
fn python_class(name: Option<&'static str>) -> &'static str {
    match name {
        Some("KeyError") => "builtins.KeyError",
        Some("IndexError") => "builtins.IndexError",
        Some("ValueError") => "builtins.ValueError",
        Some("OverflowError") => "builtins.OverflowError",
        _ => "builtins.TypeError",
    }
}

/// The error of a batch as scripts see it. Those that only Limbec has are Alembic's `CommandError`.
pub(super) fn batch_error(error: BatchError) -> HostError {
    match error {
        BatchError::Compile(error) => HostError::Compile(error),
        BatchError::Inspect(error) => inspect_error(error),
        BatchError::Database(error) => database_error(error),
        BatchError::LeftOver { .. }
        | BatchError::RowsLost { .. }
        | BatchError::ForeignKeys(_)
        | BatchError::Dependent { .. } => HostError::Exception {
            class: "alembic.util.exc.CommandError",
            message: error.to_string(),
        },
    }
}

pub(super) fn inspect_error(error: InspectError) -> HostError {
    match error {
        InspectError::Database(error) => database_error(error),
        InspectError::NoSuchTable(name) => HostError::Exception {
            class: "sqlalchemy.exc.NoSuchTableError",
            message: name,
        },
        InspectError::NotImplemented => HostError::Exception {
            class: "NotImplementedError",
            message: String::new(),
        },
        InspectError::Catalog(message) => HostError::Unsupported(message),
    }
}
