//! PostgreSQL.

#[cfg(feature = "postgres")]
mod adapt;
mod compare;
#[cfg(feature = "postgres")]
mod connect;
mod ddl;
mod declared;
mod dml;
pub mod dump;
pub mod entities;
pub mod enums;
#[cfg(feature = "postgres")]
mod error;
mod excerpt;
#[cfg(feature = "postgres")]
mod inspect;
#[cfg(feature = "postgres")]
mod interpolate;
mod keywords;
#[cfg(feature = "postgres")]
mod lock;
pub(crate) mod meaning;
#[cfg(feature = "postgres")]
mod open;
#[cfg(feature = "postgres")]
mod scratch;
pub(crate) mod split;
mod sqlstate;
#[cfg(feature = "postgres")]
mod target;
#[cfg(feature = "postgres")]
mod tls;
mod types;
#[cfg(feature = "postgres")]
mod values;
#[cfg(feature = "postgres")]
mod wire;

#[cfg(feature = "postgres")]
pub use connect::{PostgresConnection, connect};
pub(crate) use excerpt::excerpt;
pub(crate) use keywords::RESERVED;
pub(crate) use sqlstate::class_of;
pub use sqlstate::{error_code, error_name, error_names};
#[cfg(feature = "postgres")]
pub use target::{PostgresTarget, TargetError};

use limbec_schema::SqlType;

pub(crate) use types::enum_type_name;

use crate::CompileError;
use crate::ddl::DdlRules;
use crate::dialect::{Dialect, Features, ParamStyle};
use crate::ident::Quoting;

/// The PostgreSQL dialect.
#[derive(Debug)]
pub struct Postgres {
    features: &'static Features,
}

/// The dialect where no server is asked. Like SQLAlchemy it does not rely on what a server says of
/// its strings, and doubles backslashes.
pub static POSTGRES: Postgres = Postgres {
    features: &FEATURES,
};

/// The dialect of a server with `standard_conforming_strings`, to which a backslash is a character
/// as any other.
#[cfg(feature = "postgres")]
static STANDARD_STRINGS: Postgres = Postgres {
    features: &Features {
        backslash_escapes: false,
        ..FEATURES
    },
};

const FEATURES: Features = Features {
    quoting: Quoting {
        quote: '"',
        reserved: keywords::RESERVED,
    },
    max_identifier_length: 63,
    max_constraint_length: 63,
    transactional_ddl: true,
    rolls_back_ddl: true,
    alters_constraints: true,
    comments: true,
    inline_comments: false,
    constraint_comments: true,
    sequences: true,
    optional_sequences: true,
    typed_sequences: true,
    exclusion_constraints: true,
    concurrent_indexes: true,
    rebuilds_tables: false,
    grouped_index_expressions: true,
    search_path: true,
    in_process: false,
    identity_columns: true,
    native_enum: true,
    named_types: true,
    native_boolean: true,
    backslash_escapes: true,
    paramstyle: ParamStyle::Pyformat,
    type_compiler: "sqlalchemy.dialects.postgresql.base.PGTypeCompiler",
    ddl_compiler: "sqlalchemy.dialects.postgresql.base.PGDDLCompiler",
    implementation: ("postgresql", "PostgresqlImpl"),
};

impl Dialect for Postgres {
    fn compare(&self) -> &'static dyn crate::compare::CompareRules {
        &compare::Rules
    }

    fn name(&self) -> &'static str {
        "postgresql"
    }

    fn features(&self) -> &'static Features {
        self.features
    }

    fn dml(&self) -> &'static dyn crate::dml::DmlDialect {
        &dml::Dml
    }

    fn isolation_levels(&self, driver: &str) -> &'static [&'static str] {
        if driver == "asyncpg" {
            &[
                "AUTOCOMMIT",
                "READ COMMITTED",
                "REPEATABLE READ",
                "SERIALIZABLE",
            ]
        } else {
            &[
                "AUTOCOMMIT",
                "READ COMMITTED",
                "READ UNCOMMITTED",
                "REPEATABLE READ",
                "SERIALIZABLE",
            ]
        }
    }

    fn driver_asks_for_transaction(&self, driver: &str) -> bool {
        matches!(driver, "psycopg" | "psycopg_async" | "pg8000")
    }

    fn type_ddl(&self, sql_type: &SqlType) -> Result<String, CompileError> {
        types::type_ddl(self, sql_type)
    }

    fn ddl(&self) -> &'static dyn DdlRules {
        &ddl::Rules
    }
}
