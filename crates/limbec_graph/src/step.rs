//! One step of a plan: a migration to run, or a stamp.

use std::fmt;

use crate::revision::{RevId, Revision};

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// Runs `upgrade()` of a script.
    Upgrade,
    /// Runs `downgrade()` of a script.
    Downgrade,
    /// Changes the version table only.
    Stamp {
        /// Whether the version table moves upwards.
        is_upgrade: bool,
        /// Whether a branch appears or disappears, rather than moves.
        branch_move: bool,
    },
}

/// One step of a plan. It owns what it says, so that a plan outlives the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub(crate) kind: StepKind,
    pub(crate) revision: Option<RevId>,
    pub(crate) payload: Option<usize>,
    pub(crate) from: Vec<RevId>,
    pub(crate) to: Vec<RevId>,
    pub(crate) written_down: Vec<RevId>,
    pub(crate) doc: Option<String>,
}

impl Step {
    pub(crate) fn upgrade(revision: &Revision) -> Self {
        Self {
            kind: StepKind::Upgrade,
            revision: Some(revision.id.clone()),
            payload: Some(revision.payload),
            from: revision.normalized_down_revisions(),
            to: vec![revision.id.clone()],
            written_down: revision.down.clone(),
            doc: revision.doc.clone(),
        }
    }

    pub(crate) fn downgrade(revision: &Revision) -> Self {
        let up = Self::upgrade(revision);
        Self {
            kind: StepKind::Downgrade,
            from: up.to,
            to: up.from,
            ..up
        }
    }

    pub(crate) fn stamp(
        from: Vec<RevId>,
        to: Vec<RevId>,
        is_upgrade: bool,
        branch_move: bool,
    ) -> Self {
        Self {
            kind: StepKind::Stamp {
                is_upgrade,
                branch_move,
            },
            revision: None,
            payload: None,
            from,
            to,
            written_down: Vec::new(),
            doc: None,
        }
    }

    /// What the step does.
    #[must_use]
    pub fn kind(&self) -> StepKind {
        self.kind
    }

    /// Whether the step leads upwards; stamps have a direction as well.
    #[must_use]
    pub fn is_upgrade(&self) -> bool {
        match self.kind {
            StepKind::Upgrade => true,
            StepKind::Downgrade => false,
            StepKind::Stamp { is_upgrade, .. } => is_upgrade,
        }
    }

    /// Whether the step runs no script.
    #[must_use]
    pub fn is_stamp(&self) -> bool {
        matches!(self.kind, StepKind::Stamp { .. })
    }

    /// The revision whose script is run; none for a stamp.
    #[must_use]
    pub fn revision(&self) -> Option<&RevId> {
        self.revision.as_ref()
    }

    /// The caller's number of the script that is run; none for a stamp.
    #[must_use]
    pub fn payload(&self) -> Option<usize> {
        self.payload
    }

    /// The message of the script that is run.
    #[must_use]
    pub fn doc(&self) -> Option<&str> {
        self.doc.as_deref()
    }

    /// The revisions before the step, dependencies included.
    #[must_use]
    pub fn from_revisions(&self) -> &[RevId] {
        &self.from
    }

    /// The revisions after the step, dependencies included.
    #[must_use]
    pub fn to_revisions(&self) -> &[RevId] {
        &self.to
    }

    /// The revisions before the step as the log names them: without dependencies.
    #[must_use]
    pub fn from_revisions_no_deps(&self) -> &[RevId] {
        match self.kind {
            StepKind::Upgrade => &self.written_down,
            StepKind::Downgrade | StepKind::Stamp { .. } => &self.from,
        }
    }

    /// The revisions after the step as the log names them: without dependencies.
    #[must_use]
    pub fn to_revisions_no_deps(&self) -> &[RevId] {
        match self.kind {
            StepKind::Downgrade => &self.written_down,
            StepKind::Upgrade | StepKind::Stamp { .. } => &self.to,
        }
    }

    /// The upper revisions, as `MigrationInfo.up_revision_ids` gives them to `on_version_apply` callbacks.
    #[must_use]
    pub fn up_revisions(&self) -> &[RevId] {
        if self.is_upgrade() {
            &self.to
        } else {
            &self.from
        }
    }

    /// The lower revisions, as `MigrationInfo.down_revision_ids` gives them to `on_version_apply` callbacks.
    #[must_use]
    pub fn down_revisions(&self) -> &[RevId] {
        if self.is_upgrade() {
            &self.from
        } else {
            &self.to
        }
    }

    /// The name of the function that the step runs.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            StepKind::Upgrade => "upgrade",
            StepKind::Downgrade => "downgrade",
            StepKind::Stamp { .. } => "stamp_revision",
        }
    }

    /// The text after `-- Running ` in offline mode: `upgrade a -> b`.
    #[must_use]
    pub fn short_log(&self) -> String {
        format!(
            "{} {} -> {}",
            self.name(),
            self.from_revisions_no_deps().join(", "),
            self.to_revisions_no_deps().join(", ")
        )
    }
}

/// The text after `Running ` in the log: `upgrade a, b -> c, message`.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short_log())?;
        match self.doc() {
            Some(doc) if !doc.is_empty() => write!(f, ", {doc}"),
            _ => Ok(()),
        }
    }
}
