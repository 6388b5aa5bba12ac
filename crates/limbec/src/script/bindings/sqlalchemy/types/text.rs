//! `str(type)`: the type as SQLAlchemy's default dialect writes it.

use limbec_schema::SqlType;

/// The text, `None` where the default dialect cannot say it and Python shows the `repr`.
pub(in super::super) fn default_text(sql_type: &SqlType) -> Option<String> {
    limbec_sql::dialect("default")?.type_ddl(sql_type).ok()
}
