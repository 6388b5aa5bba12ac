//! The package `alembic` as scripts see it.

mod autogenerate;
mod bridge;
mod classes;
pub(crate) mod config_object;
mod context;
mod environment;
mod logger;
mod manager;
mod migration_context;
mod migration_info;
mod modules;
pub(in crate::script) mod op;
mod read;
mod run;
mod script_object;
mod state;

pub use environment::{Environment, module_name};
pub use logger::{log_error, prepare_loggers};
pub use migration_context::{MigrationContext, offline_context};
pub use modules::module;
pub use op::operations::proxied as operations_of;
pub use state::Alembic;
