//! The revision graph of Alembic 1.20: which revisions exist, what a target such as `head`, `ae10+2` or
//! `billing@base` means, which steps lead there, and what each step does to the version table.
//!
//! The crate is pure: it reads no files, sends no SQL and prints nothing. Scripts are handed in as [`Revision`]s,
//! each with a `payload` number by which the caller finds its own data again.
//!
//! - [`RevisionMap::build`] makes the graph and reports what Alembic would warn about.
//! - [`RevisionMap::get_revision`], [`RevisionMap::get_revisions`] and [`RevisionMap::walk`] answer questions about it.
//! - [`RevisionMap::upgrade_plan`], [`RevisionMap::downgrade_plan`] and [`RevisionMap::stamp_plan`] give ordered [`Step`]s.
//! - [`Heads`] turns each step into [`VersionChange`]s of the version table.
//! - [`NewRevision`] checks what `revision` and `merge` are about to write.
//!
//! Every error reads as Alembic's command line shows it after `FAILED: `. Where Alembic orders a Python set, and so
//! answers at random, this crate keeps the order in which things were written.

mod bits;
mod build;
mod collect;
mod error;
mod generate;
mod heads;
mod lineage;
mod map;
mod nearest;
mod number;
mod plan;
mod resolve;
mod revision;
mod sort;
mod step;
mod target;
mod walk;

pub use collect::Iteration;
pub use error::{Caller, CycleKind, GraphError, Unresolved, Warning};
pub use generate::{NewRevision, PreparedRevision, RevisionHeads};
pub use heads::{Heads, Transition, TransitionKind, VersionChange};
pub use map::RevisionMap;
pub use number::{NumberFormat, NumberFormatError};
pub use plan::Plan;
pub use resolve::Found;
pub use revision::{RevId, Revision, Selector};
pub use step::{Step, StepKind};
pub use target::{RangeError, Relative, RevisionRange};
