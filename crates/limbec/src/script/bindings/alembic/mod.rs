//! The package `alembic` as scripts see it.

mod bridge;
mod classes;
mod config_object;
mod context;
mod environment;
mod logger;
mod manager;
mod migration_context;
mod migration_info;
mod modules;
mod op;
mod read;
mod run;
mod script_object;
mod state;

pub use environment::Environment;
pub use migration_context::{ContextRequest, MigrationContext};
pub use modules::module;
pub use state::Alembic;
