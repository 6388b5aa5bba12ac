//! The dialect of no database: what SQLAlchemy prints for `str(statement)` and `str(type)`.
//!
//! Nothing is ever sent in it. Scripts print it, and compare it in rare cases.

mod dml;
mod types;

use limbec_schema::SqlType;

use crate::CompileError;
use crate::ddl::DdlRules;
use crate::dialect::{Dialect, Features, ParamStyle};
use crate::ident::Quoting;
use crate::sqlite::Sqlite;

/// SQLAlchemy's `DefaultDialect`.
#[derive(Debug)]
pub struct Generic;

static FEATURES: Features = Features {
    quoting: Quoting {
        quote: '"',
        reserved: crate::postgres::RESERVED,
    },
    max_identifier_length: 9999,
    max_constraint_length: 9999,
    transactional_ddl: false,
    rolls_back_ddl: false,
    alters_constraints: true,
    comments: false,
    inline_comments: false,
    constraint_comments: false,
    sequences: false,
    optional_sequences: false,
    typed_sequences: false,
    exclusion_constraints: false,
    concurrent_indexes: false,
    rebuilds_tables: false,
    grouped_index_expressions: false,
    search_path: false,
    in_process: false,
    identity_columns: false,
    native_enum: false,
    named_types: false,
    native_boolean: true,
    backslash_escapes: false,
    paramstyle: ParamStyle::Qmark,
    type_compiler: "sqlalchemy.sql.compiler.StrSQLTypeCompiler",
    ddl_compiler: "sqlalchemy.sql.compiler.DDLCompiler",
    implementation: ("impl", "DefaultImpl"),
};

impl Dialect for Generic {
    fn name(&self) -> &'static str {
        "default"
    }

    fn features(&self) -> &'static Features {
        &FEATURES
    }

    fn type_ddl(&self, sql_type: &SqlType) -> Result<String, CompileError> {
        types::text(sql_type).ok_or_else(|| {
            CompileError::cannot_render("StrSQLTypeCompiler", &format!("{sql_type:?}"))
        })
    }

    fn ddl(&self) -> &'static dyn DdlRules {
        Sqlite.ddl()
    }

    fn dml(&self) -> &'static dyn crate::dml::DmlDialect {
        &dml::Dml
    }
}
