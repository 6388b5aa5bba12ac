//! What a database is to the compilers: its name, its features, and its small answers.

use limbec_schema::SqlType;

use crate::CompileError;
use crate::compare::{CompareRules, GenericRules};
use crate::ddl::DdlRules;
use crate::dml::DmlDialect;
use crate::ident::Quoting;
use crate::{mysql, postgres, sqlite};

/// How placeholders are written in statements that go to the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamStyle {
    /// `?`
    Qmark,
    /// `%(name)s`, with every other percent sign doubled.
    Pyformat,
}

/// What a database can do, as far as the generic code must know.
#[derive(Debug, Clone, Copy)]
pub struct Features {
    /// How names are quoted.
    pub quoting: Quoting,
    /// The longest name the database takes.
    pub max_identifier_length: usize,
    /// The longest name of an index or a constraint, where it differs.
    pub max_constraint_length: usize,
    /// Whether Alembic treats DDL as part of a transaction.
    pub transactional_ddl: bool,
    /// Whether the database undoes DDL with the transaction that it is part of.
    pub rolls_back_ddl: bool,
    /// Whether constraints can be added to and dropped from a table that exists.
    pub alters_constraints: bool,
    /// Whether tables and columns have comments.
    pub comments: bool,
    /// Whether comments stand inside CREATE and ALTER rather than in statements of their own.
    pub inline_comments: bool,
    /// Whether constraints have comments.
    pub constraint_comments: bool,
    /// Whether sequences exist.
    pub sequences: bool,
    /// Whether `optional=True` sequences are left out.
    pub optional_sequences: bool,
    /// Whether a sequence has a type of its own (`AS bigint`).
    pub typed_sequences: bool,
    /// Whether EXCLUDE constraints exist.
    pub exclusion_constraints: bool,
    /// Whether an index can be dropped `CONCURRENTLY`.
    pub concurrent_indexes: bool,
    /// Whether a batch makes the table anew for what ALTER cannot do.
    pub rebuilds_tables: bool,
    /// Whether SQLAlchemy writes an expression of an index in parentheses of its own.
    pub grouped_index_expressions: bool,
    /// Whether `SET search_path` says which schemas unqualified names mean.
    pub search_path: bool,
    /// Whether the database runs inside of the program, so that an empty one in memory costs nothing.
    pub in_process: bool,
    /// Whether `GENERATED ... AS IDENTITY` exists.
    pub identity_columns: bool,
    /// Whether Enum is a type of its own.
    pub native_enum: bool,
    /// Whether types have names and are created before the tables that use them.
    pub named_types: bool,
    /// Whether Boolean is a type of its own, so that it needs no CHECK.
    pub native_boolean: bool,
    /// Whether a backslash in a string literal begins an escape, so that it is doubled.
    pub backslash_escapes: bool,
    /// Placeholders of statements that are sent.
    pub paramstyle: ParamStyle,
    /// The class that SQLAlchemy's errors name when a type cannot be written.
    pub type_compiler: &'static str,
    /// The class that SQLAlchemy's errors name when DDL cannot be written.
    pub ddl_compiler: &'static str,
    /// Alembic's class for the database, which logs name: its module below `alembic.ddl`, and the class.
    pub implementation: (&'static str, &'static str),
}

/// A database, as the compilers see it.
pub trait Dialect: Send + Sync + std::fmt::Debug {
    /// SQLAlchemy's name of the dialect: `sqlite`, `postgresql`, `mysql` or `mariadb`.
    fn name(&self) -> &'static str;

    /// What the database can do.
    fn features(&self) -> &'static Features;

    /// The type as it stands in DDL.
    ///
    /// # Errors
    /// A type that the database does not have, or that lacks what the database needs, in
    /// SQLAlchemy's words.
    fn type_ddl(&self, sql_type: &SqlType) -> Result<String, CompileError>;

    /// The answers in which the databases differ about DDL.
    fn ddl(&self) -> &'static dyn DdlRules;

    /// What the database says of statements and expressions.
    fn dml(&self) -> &'static dyn DmlDialect;

    /// The isolation levels that SQLAlchemy's driver offers.
    fn isolation_levels(&self, _driver: &str) -> &'static [&'static str] {
        &[
            "SERIALIZABLE",
            "READ UNCOMMITTED",
            "READ COMMITTED",
            "REPEATABLE READ",
            "AUTOCOMMIT",
        ]
    }

    /// The driver of a URL that names none.
    fn default_driver(&self) -> &'static str {
        match self.name() {
            "sqlite" => "pysqlite",
            "postgresql" => "psycopg2",
            _ => "mysqldb",
        }
    }

    /// Whether the driver asks the server if a transaction is open before it begins one. Those that
    /// remember what they have begun begin none after a `COMMIT` that a script has sent itself.
    fn driver_asks_for_transaction(&self, _driver: &str) -> bool {
        true
    }

    /// What the database says when its schema is compared with models.
    fn compare(&self) -> &'static dyn CompareRules {
        &GenericRules
    }

    /// The name, quoted where it must be.
    fn quote(&self, ident: &str) -> String {
        self.features().quoting.quote(ident)
    }

    /// The name, with quoting forced on or off where `force` says so.
    fn quote_as(&self, ident: &str, force: Option<bool>) -> String {
        match force {
            None => self.quote(ident),
            Some(true) => self.features().quoting.force(ident),
            Some(false) => ident.to_owned(),
        }
    }

    /// `schema.table`, each part quoted where it must be.
    fn qualified(&self, schema: Option<&str>, name: &str) -> String {
        match schema {
            Some(schema) if !schema.is_empty() => {
                format!("{}.{}", self.quote(schema), self.quote(name))
            }
            _ => self.quote(name),
        }
    }

    /// True for MySQL and MariaDB.
    fn is_mysql_like(&self) -> bool {
        matches!(self.name(), "mysql" | "mariadb")
    }
}

/// The dialect of that name (SQLAlchemy's, without a driver).
pub fn dialect(name: &str) -> Option<&'static dyn Dialect> {
    match name {
        "sqlite" => Some(&sqlite::Sqlite),
        "postgresql" => Some(&postgres::POSTGRES),
        "mysql" => Some(&mysql::Mysql),
        "mariadb" => Some(&mysql::MariaDb),
        // Not a database: what `str()` of a construct is written in.
        "default" => Some(&crate::generic::Generic),
        _ => None,
    }
}

/// Whether SQLAlchemy's driver marks placeholders by `%`, so that every other percent sign is
/// doubled in the text of a statement. It shows in offline SQL only.
pub fn doubles_percents(dialect: &str, driver: Option<&str>) -> bool {
    match (dialect, driver) {
        ("postgresql", driver) => driver != Some("asyncpg"),
        ("mysql" | "mariadb", driver) => !matches!(driver, Some("pyodbc" | "mariadbconnector")),
        _ => false,
    }
}
