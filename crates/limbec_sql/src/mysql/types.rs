use limbec_schema::SqlType;

use crate::{CompileError, Dialect};

/// The type as it stands in DDL.
pub(super) fn type_ddl(dialect: &dyn Dialect, sql_type: &SqlType) -> Result<String, CompileError> {
    let _ = sql_type;
    Err(CompileError::not_implemented(format!(
        "types for {} are being built",
        dialect.name()
    )))
}
