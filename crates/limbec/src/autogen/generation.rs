//! What `revision` generates: drafts of scripts, which env.py may change before they are written.

use super::{Asker, Directive, Kinds, ModelsSource, RenameRequest};

/// What `revision` or `check` asks a run of env.py for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GenerationRequest {
    /// Compare the database with the models; otherwise the draft stays empty, and env.py may fill
    /// it.
    pub autogenerate: bool,
    /// Where the declared tables come from, if not from `target_metadata`.
    pub models: Option<ModelsSource>,
    /// What is compared beside what Alembic compares.
    pub kinds: Kinds,
    /// What `--rename` says.
    pub renames: Vec<RenameRequest>,
    /// Who is asked whether something was renamed.
    pub asker: Option<Asker>,
    /// `--sql`.
    pub sql: bool,
    /// The differences are told, as `check` does.
    pub tells_differences: bool,
    /// The script as the command line describes it.
    pub draft: Draft,
}

/// A script that is not written yet: Alembic's `MigrationScript`.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Draft {
    pub rev_id: String,
    pub message: Option<String>,
    /// One symbol, or the revisions of a merge.
    pub head: Vec<String>,
    pub splice: bool,
    pub branch_labels: Vec<String>,
    pub version_path: Option<String>,
    pub depends_on: Vec<String>,
    /// Imports that env.py asked for.
    pub imports: Vec<String>,
    /// What `upgrade()` does; an env.py of several databases has a body for each.
    pub upgrades: Vec<Body>,
    /// What `downgrade()` does.
    pub downgrades: Vec<Body>,
    /// env.py has come as far as the comparison, so that the bodies are to be written.
    pub rendered: bool,
}

/// A body, under the name that the template knows it by.
#[derive(Debug, Clone, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Body {
    pub token: String,
    pub directives: Vec<Directive>,
}

/// A draft after env.py has run.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GeneratedRevision {
    /// The draft.
    pub draft: Draft,
    /// The rendered bodies by token, and the imports.
    pub texts: Vec<(String, String)>,
    /// The differences as `check` shows them.
    pub diffs: Vec<String>,
}
