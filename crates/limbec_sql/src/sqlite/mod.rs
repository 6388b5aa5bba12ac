//! SQLite.

mod batch;
mod compare;
#[cfg(feature = "sqlite")]
mod connect;
mod ddl;
mod dml;
pub mod dump;
pub mod entities;
#[cfg(feature = "sqlite")]
mod error;
#[cfg(feature = "sqlite")]
mod functions;
#[cfg(feature = "sqlite")]
mod inspect;
#[cfg(feature = "sqlite")]
mod journal;
mod keywords;
#[cfg(feature = "sqlite")]
mod limit;
#[cfg(feature = "sqlite")]
mod lock;
pub(crate) mod meaning;
#[cfg(feature = "sqlite")]
mod scan;
pub(crate) mod split;
#[cfg(feature = "sqlite")]
mod target;
mod text;
mod types;
#[cfg(feature = "sqlite")]
mod values;

#[cfg(feature = "sqlite")]
pub use connect::{SqliteConnection, connect};
#[cfg(feature = "sqlite")]
pub use inspect::SqliteInspector;
#[cfg(feature = "sqlite")]
pub use target::SqliteTarget;

pub(crate) use batch::{complete_by_text, rebuild_table};
pub(crate) use text::mentions;

use limbec_schema::SqlType;

use crate::CompileError;
use crate::ddl::DdlRules;
use crate::dialect::{Dialect, Features, ParamStyle};
use crate::ident::Quoting;

/// The SQLite dialect.
#[derive(Debug)]
pub struct Sqlite;

static FEATURES: Features = Features {
    quoting: Quoting {
        quote: '"',
        reserved: keywords::RESERVED,
    },
    max_identifier_length: 9999,
    max_constraint_length: 9999,
    transactional_ddl: false,
    rolls_back_ddl: true,
    alters_constraints: false,
    comments: false,
    inline_comments: false,
    constraint_comments: false,
    sequences: false,
    optional_sequences: false,
    typed_sequences: false,
    exclusion_constraints: false,
    concurrent_indexes: false,
    rebuilds_tables: true,
    grouped_index_expressions: false,
    search_path: false,
    in_process: true,
    identity_columns: false,
    native_enum: false,
    named_types: false,
    native_boolean: false,
    backslash_escapes: false,
    paramstyle: ParamStyle::Qmark,
    type_compiler: "sqlalchemy.dialects.sqlite.base.SQLiteTypeCompiler",
    ddl_compiler: "sqlalchemy.dialects.sqlite.base.SQLiteDDLCompiler",
    implementation: ("sqlite", "SQLiteImpl"),
};

impl Dialect for Sqlite {
    fn compare(&self) -> &'static dyn crate::compare::CompareRules {
        &compare::Rules
    }

    fn name(&self) -> &'static str {
        "sqlite"
    }

    fn features(&self) -> &'static Features {
        &FEATURES
    }

    fn dml(&self) -> &'static dyn crate::dml::DmlDialect {
        &dml::Dml
    }

    fn isolation_levels(&self, _driver: &str) -> &'static [&'static str] {
        &["READ UNCOMMITTED", "SERIALIZABLE", "AUTOCOMMIT"]
    }

    fn type_ddl(&self, sql_type: &SqlType) -> Result<String, CompileError> {
        types::type_ddl(self, sql_type)
    }

    fn ddl(&self) -> &'static dyn DdlRules {
        &ddl::Rules
    }
}
