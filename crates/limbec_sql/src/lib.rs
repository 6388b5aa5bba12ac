//! All that differs between databases: how a migration operation and a statement become SQL, how a
//! database is connected to, inspected and locked.
//!
//! Generic code stands at the top (`ddl`, `dml`, `types`); the small answers in which the databases
//! differ stand in `sqlite`, `postgres` and `mysql`, under the same file names in each.
#![warn(missing_docs)]

pub mod batch;
pub mod compare;
pub mod connection;
pub mod db_error;
pub mod ddl;
pub mod dialect;
pub mod dml;
pub mod dump;
pub mod entity;
mod error;
pub mod expr;
pub mod generic;
mod ident;
pub mod inspect;
pub mod literal;
pub mod meaning;
pub mod mysql;
pub mod naming;
pub mod postgres;
mod python_repr;
pub mod scratch;
pub mod split;
pub mod sqlite;
pub mod statement;
pub mod types;
pub mod url;

pub use batch::{BatchError, BatchEvent};
pub use connection::{
    ColumnInfo, ConnectError, Connection, InterruptHandle, LockScope, NoticeReceiver, Outcome,
    connect, connect_within,
};
pub use db_error::{DbError, DbErrorKind, ErrorClass, ServerMessage};
pub use ddl::{CompileContext, compile};
pub use dialect::{Dialect, Features, dialect, doubles_percents};
pub use dml::{BindMode, compile_bulk_insert, compile_statement, compile_translated, many_rows};
pub use error::CompileError;
pub use expr::{
    compile_expr, compile_expr_ddl, compile_expr_ddl_grouped, compile_from, text_parameters,
};
pub use inspect::{InspectError, Inspector};
pub use literal::literal;
pub use statement::{Params, Statement};
pub use url::{Url, UrlError};
