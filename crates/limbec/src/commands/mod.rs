//! The commands: what `upgrade`, `history`, `revision` and the others do, without printing.
//!
//! A command is a method of a [`Project`] in a file of its own. What it finds is its result; what happens on the way
//! goes to the project's reporter.

mod branches;
mod check;
mod current;
mod edit;
mod ensure_version;
mod error;
mod heads;
mod history;
mod merge;
mod migrate;
mod new_revision;
mod pending;
mod project;
mod schema;
mod show;
mod show_sql;
mod stamp;
mod wait;

pub use branches::Branch;
pub use check::CheckReport;
pub use current::CurrentReport;
pub use error::CommandError;
pub use history::HistoryRequest;
pub use merge::MergeRequest;
pub use migrate::MigrateRequest;
pub use new_revision::{ComparisonRequest, RevisionRequest};
pub use pending::PendingReport;
pub use project::{Listed, Project};
pub use schema::{SchemaReport, SchemaRequest};
pub use show::Shown;
pub use show_sql::ShownSql;
pub use stamp::StampRequest;
pub use wait::{DatabaseState, WaitEvent, WaitGoal, WaitRequest, duration_text};
