//! MySQL and MariaDB.

mod ddl;
mod dml;
mod keywords;
pub(crate) mod split;
mod types;

use limbec_schema::SqlType;

use crate::CompileError;
use crate::ddl::DdlRules;
use crate::dialect::{Dialect, Features, ParamStyle};
use crate::ident::Quoting;

/// The MySQL dialect.
#[derive(Debug)]
pub struct Mysql;

static FEATURES: Features = Features {
    quoting: Quoting {
        quote: '`',
        reserved: keywords::RESERVED_MYSQL,
    },
    max_identifier_length: 255,
    max_constraint_length: 64,
    transactional_ddl: false,
    rolls_back_ddl: false,
    alters_constraints: true,
    comments: true,
    inline_comments: true,
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
    native_enum: true,
    named_types: false,
    native_boolean: false,
    backslash_escapes: true,
    paramstyle: ParamStyle::Qmark,
    type_compiler: "sqlalchemy.dialects.mysql.base.MySQLTypeCompiler",
    ddl_compiler: "sqlalchemy.dialects.mysql.base.MySQLDDLCompiler",
    implementation: ("mysql", "MySQLImpl"),
};

impl Dialect for Mysql {
    fn name(&self) -> &'static str {
        "mysql"
    }

    fn features(&self) -> &'static Features {
        &FEATURES
    }

    fn dml(&self) -> &'static dyn crate::dml::DmlDialect {
        &dml::Dml { mariadb: false }
    }

    fn type_ddl(&self, sql_type: &SqlType) -> Result<String, CompileError> {
        types::type_ddl(self, sql_type)
    }

    fn ddl(&self) -> &'static dyn DdlRules {
        &ddl::Rules
    }
}

/// The MariaDB dialect.
#[derive(Debug)]
pub struct MariaDb;

static MARIADB_FEATURES: Features = Features {
    quoting: Quoting {
        quote: '`',
        reserved: keywords::RESERVED_MARIADB,
    },
    max_identifier_length: 255,
    max_constraint_length: 64,
    transactional_ddl: false,
    rolls_back_ddl: false,
    alters_constraints: true,
    comments: true,
    inline_comments: true,
    constraint_comments: false,
    sequences: true,
    optional_sequences: false,
    typed_sequences: false,
    exclusion_constraints: false,
    concurrent_indexes: false,
    rebuilds_tables: false,
    grouped_index_expressions: false,
    search_path: false,
    in_process: false,
    identity_columns: false,
    native_enum: true,
    named_types: false,
    native_boolean: false,
    backslash_escapes: true,
    paramstyle: ParamStyle::Qmark,
    type_compiler: "sqlalchemy.dialects.mysql.mariadb.MariaDBTypeCompiler",
    ddl_compiler: "sqlalchemy.dialects.mysql.base.MySQLDDLCompiler",
    implementation: ("mysql", "MariaDBImpl"),
};

impl Dialect for MariaDb {
    fn name(&self) -> &'static str {
        "mariadb"
    }

    fn features(&self) -> &'static Features {
        &MARIADB_FEATURES
    }

    fn dml(&self) -> &'static dyn crate::dml::DmlDialect {
        &dml::Dml { mariadb: true }
    }

    fn type_ddl(&self, sql_type: &SqlType) -> Result<String, CompileError> {
        types::type_ddl(self, sql_type)
    }

    fn ddl(&self) -> &'static dyn DdlRules {
        &ddl::Rules
    }
}
