//! Autogenerate: what separates a database from the models, as operations and as the text of a
//! script.
//!
//! [`compare()`] works on plain data: the declared tables on one side, an [`Actual`] database on the
//! other, and [`Hooks`] that are asked and told on the way. What it finds are [`Directive`]s, which
//! [`render`] writes as Python, `reverse` turns round for the way back, and [`render::diffs`] shows
//! as `check` does. Where the declared tables come from, and that hooks are Python functions, is
//! not known here.

pub mod compare;
mod describe;
mod generation;
mod hooks;
mod kinds;
mod model;
mod ops;
mod renames;
pub mod render;
mod reverse;
mod source;
mod source_place;

pub use compare::{Difference, compare};
pub use describe::{Summary, summaries};
pub use generation::{Body, Draft, GeneratedRevision, GenerationRequest};
pub use hooks::{
    Actual, ColumnPair, CompareError, CompareLog, Hooks, NameKind, NamePlace, Object, Part,
    SequenceOwner, Side,
};
pub use kinds::{Kinds, UnknownKind};
pub use model::{Model, ModelError};
pub use ops::{Custom, Directive, ModifyTable, Statements, Step, are_empty};
pub use renames::{
    Asker, Candidate, Rename, RenameError, RenameKind, RenameRequest, answers, candidates,
};
pub use reverse::{Irreversible, reversed};
pub use source::{
    ExportedProject, ModelsSource, SourceError, Target, exported, read as read_models,
};

/// What `context.configure(...)` says of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareSettings {
    /// `include_schemas=True`: all schemas of the database, not the default one only.
    pub include_schemas: bool,
    /// `compare_type`.
    pub types: Asked,
    /// `compare_server_default`.
    pub server_defaults: Asked,
    /// The plugins that are switched on.
    pub plugins: Plugins,
    /// The version table, which is no part of the comparison.
    pub version_table: (Option<String>, String),
    /// What is compared beside what Alembic compares.
    pub kinds: Kinds,
    /// The words of all revisions, in lower case: what is named by none of them is not dropped. `None` where that does not
    /// matter.
    pub known_names: Option<std::rc::Rc<std::collections::HashSet<String>>>,
    /// What `--rename` says.
    pub rename_requests: Vec<RenameRequest>,
    /// What was answered to questions.
    pub renames: Vec<Rename>,
}

/// Whether something is compared, and who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It is not compared.
    No,
    /// The rules of the database decide.
    Rules,
    /// A hook decides, unless it leaves it to the rules.
    Hook,
}

/// The parts of the comparison, which Alembic has as plugins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Plugins {
    pub tables: bool,
    pub types: bool,
    pub constraints: bool,
    pub defaults: bool,
    pub comments: bool,
    /// `alembic.ext.checkconstraint_byname`, which must be asked for.
    pub checks_by_name: bool,
}

impl Default for Plugins {
    fn default() -> Self {
        Self {
            tables: true,
            types: true,
            constraints: true,
            defaults: true,
            comments: true,
            checks_by_name: false,
        }
    }
}
