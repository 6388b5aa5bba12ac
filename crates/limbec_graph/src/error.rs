//! What can go wrong in the graph, worded as Alembic's command line words it.

use std::fmt;

use thiserror::Error;

use crate::revision::{RevId, Selector};

/// The operation during which an error came up: Alembic rewords some errors after it
/// (`ScriptDirectory._catch_revision_errors`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// The map itself; the wording of `alembic.script.revision`.
    Library,
    /// A look-up of one or more revisions, as `show` and `current` do.
    Lookup,
    /// A walk through the history from `start` to `end`.
    Walk {
        /// The lower end as given.
        start: Selector,
        /// The upper end as given.
        end: Selector,
    },
    /// `upgrade` to this destination.
    Upgrade(Selector),
    /// `downgrade` to this destination.
    Downgrade(Selector),
    /// `stamp`.
    Stamp,
    /// The question for the one head of the script directory.
    CurrentHead,
    /// `revision` or `merge`.
    NewRevision,
}

/// Why a symbol names no revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// Neither a revision nor a label begins so.
    NoSuchRevision,
    /// Several identifiers or labels begin so.
    Ambiguous {
        /// All of them, in the order of the map.
        candidates: Vec<RevId>,
    },
    /// The part before `@` is no branch.
    NoSuchBranch,
    /// The revision exists, but not on the branch that was named.
    NotOnBranch {
        /// The revision that was found.
        revision: RevId,
        /// The branch as written before `@`.
        branch: RevId,
    },
}

/// The kinds of circular history that Alembic tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CycleKind {
    /// `down_revision`s lead in a circle.
    Cycle,
    /// A revision is its own `down_revision`.
    SelfLoop,
    /// `down_revision`s and dependencies together lead in a circle.
    DependencyCycle,
    /// A revision depends on itself.
    DependencySelfLoop,
}

impl fmt::Display for CycleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cycle => "Cycle",
            Self::SelfLoop => "Self-loop",
            Self::DependencyCycle => "Dependency cycle",
            Self::DependencySelfLoop => "Dependency self-loop",
        })
    }
}

/// An error of the graph. `Display` gives the text that Alembic prints after `FAILED: `.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GraphError {
    /// The two ends of a range are not on one line of descent.
    #[error("{}", range_text(lower, upper, caller))]
    RangeNotAncestor {
        /// The lower end.
        lower: Box<Selector>,
        /// The upper end.
        upper: Box<Selector>,
        /// Decides the wording.
        caller: Box<Caller>,
    },
    /// One revision was asked for, and there are several heads.
    #[error("{}", heads_text(heads, argument, caller))]
    MultipleHeads {
        /// The heads that compete.
        heads: Vec<RevId>,
        /// The symbol that was to be resolved.
        argument: RevId,
        /// Decides the wording.
        caller: Box<Caller>,
    },
    /// A symbol names no revision.
    #[error("{}", resolution_text(reason, argument, caller))]
    Resolution {
        /// Why not, for hints; Alembic's command line does not tell the reasons apart.
        reason: Box<Unresolved>,
        /// The symbol.
        argument: RevId,
        /// Decides the wording.
        caller: Box<Caller>,
    },
    /// The history is circular.
    #[error("{kind} is detected in revisions ({})", .revisions.join(", "))]
    Cycle {
        /// Which kind of circle.
        kind: CycleKind,
        /// The revisions concerned.
        revisions: Vec<RevId>,
    },
    /// A `down_revision` or `depends_on` names a revision that does not exist. Alembic prints this line as a warning
    /// and then stops with a `KeyError`.
    #[error("Revision {missing} referenced from {referenced_from} is not present")]
    MissingRevision {
        /// The name that leads nowhere.
        missing: RevId,
        /// The revision that has it.
        revision: RevId,
        /// That revision as Alembic prints it.
        referenced_from: String,
    },
    /// Two revisions carry the same branch label, or a label equals an identifier.
    #[error("Branch name '{label}' in revision {revision} already used by revision {owner}")]
    BranchNameTaken {
        /// The label.
        label: RevId,
        /// The revision that comes too late.
        revision: RevId,
        /// The revision that has the name.
        owner: RevId,
    },
    /// A revision identifier contains characters of the target grammar.
    #[error("Character(s) '{characters}' not allowed in revision identifier '{revision}'")]
    IllegalCharacters {
        /// The characters, joined by a comma and a space.
        characters: String,
        /// The identifier.
        revision: RevId,
    },
    /// One of several targets, or of several rows of the version table, is an ancestor of another.
    #[error("Requested revision {revision} overlaps with other requested revisions {}", .others.join(", "))]
    Overlap {
        /// The revision whose line contains the others.
        revision: RevId,
        /// The others.
        others: Vec<RevId>,
    },
    /// `+N` or `-N` leads past the end of the history.
    #[error("Relative revision {relative} didn't produce {count} migrations")]
    RelativeRevision {
        /// The relative part as Alembic prints it.
        relative: String,
        /// Its absolute value.
        count: String,
    },
    /// `rev+N` or `rev-N` of a downgrade leads past the end of the history.
    #[error("Walked too far")]
    WalkedTooFar,
    /// `+N` or `-N` meets a branch point or a merge, so that there is no single next revision.
    #[error("Ambiguous walk")]
    AmbiguousWalk {
        /// The revisions that could be next.
        candidates: Vec<RevId>,
    },
    /// `+N` with several rows in the version table.
    #[error("Ambiguous upgrade from multiple current revisions")]
    AmbiguousUpgrade {
        /// The revisions it could start from.
        candidates: Vec<RevId>,
    },
    /// The branch that was named has no part in the revisions to drop.
    #[error("Not a valid downgrade target from current heads")]
    InvalidDowngradeTarget,
    /// A label stands where an identifier must stand, so that the graph does not hang together.
    #[error("Dependency resolution failed; broken map")]
    BrokenMap,
    /// `revision --head` or `merge` named a revision that is no head, without `--splice`.
    #[error(
        "Revision {revision} is not a head revision; please specify --splice to create a new branch from this revision"
    )]
    NotAHead {
        /// The revision.
        revision: RevId,
    },
    /// `merge` named one revision twice.
    #[error("Duplicate head revisions specified")]
    DuplicateHeads,
    /// Changing a row of the version table met another number of rows than one.
    #[error("Online migration expected to match one row when {action} in '{table}'; {found} found")]
    RowsMatched {
        /// `deleting 'a'` or `updating 'a' to 'b'`.
        action: String,
        /// The name of the version table.
        table: String,
        /// How many rows matched.
        found: u64,
    },
    /// A state for which Alembic has no message: it stops with an assertion or a `KeyError` and a traceback.
    #[error("{message}")]
    Undefined {
        /// What is the matter, in our own words.
        message: String,
    },
}

impl GraphError {
    /// An error where Alembic stops with a traceback.
    pub(crate) fn undefined(message: impl Into<String>) -> Self {
        Self::Undefined {
            message: message.into(),
        }
    }

    /// The error with the wording of `new`, unless an inner operation has worded it already.
    #[must_use]
    pub(crate) fn for_caller(mut self, new: &Caller) -> Self {
        if let Self::RangeNotAncestor { caller, .. }
        | Self::MultipleHeads { caller, .. }
        | Self::Resolution { caller, .. } = &mut self
            && **caller == Caller::Library
        {
            **caller = new.clone();
        }
        self
    }

    /// Whether Alembic ends with a Python traceback (exit code 1) where this error is reported.
    #[must_use]
    pub fn is_traceback_in_alembic(&self) -> bool {
        matches!(self, Self::Undefined { .. } | Self::MissingRevision { .. })
    }
}

/// Something that Alembic warns about and then goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Two scripts have the same identifier; the later one counts.
    PresentTwice {
        /// The identifier.
        revision: RevId,
    },
    /// `downgrade -N` while the version table has several rows.
    AmbiguousDowngrade,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PresentTwice { revision } => {
                write!(f, "Revision {revision} is present more than once")
            }
            Self::AmbiguousDowngrade => f.write_str(
                "downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future release.",
            ),
        }
    }
}

fn range_text(lower: &Selector, upper: &Selector, caller: &Caller) -> String {
    let base_if_empty = |end: &Selector| {
        if end.is_falsy() {
            "base".to_owned()
        } else {
            end.to_string()
        }
    };
    let (start, end) = match caller {
        Caller::Library => {
            return format!(
                "Revision {} is not an ancestor of revision {}",
                base_if_empty(lower),
                base_if_empty(upper)
            );
        }
        Caller::Upgrade(end) => {
            return format!("Destination {end} is not a valid upgrade target from current head(s)");
        }
        Caller::Downgrade(end) => {
            return format!(
                "Destination {end} is not a valid downgrade target from current head(s)"
            );
        }
        Caller::Walk { start, end } => (start, end),
        Caller::Lookup | Caller::Stamp | Caller::CurrentHead | Caller::NewRevision => {
            (lower, upper)
        }
    };
    format!(
        "Requested range {start}:{end} does not refer to ancestor/descendant revisions along the same branch"
    )
}

fn heads_text(heads: &[RevId], argument: &str, caller: &Caller) -> String {
    let end = match caller {
        Caller::Library => {
            return format!(
                "Multiple heads are present for given argument '{argument}'; {}",
                heads.join(", ")
            );
        }
        Caller::Stamp => {
            return "Multiple heads are present; please specify a single target revision"
                .to_owned();
        }
        Caller::CurrentHead => {
            return "The script directory has multiple heads (due to branching).\
                    Please use get_heads(), or merge the branches using alembic merge."
                .to_owned();
        }
        Caller::NewRevision => {
            return "Multiple heads are present; please specify the head revision on which the new \
                    revision should be based, or perform a merge."
                .to_owned();
        }
        Caller::Lookup => None,
        Caller::Walk { end, .. } | Caller::Upgrade(end) | Caller::Downgrade(end) => {
            (!end.is_falsy()).then(|| end.to_string())
        }
    };
    let symbol = end.as_deref().unwrap_or(argument);
    format!(
        "Multiple head revisions are present for given argument '{symbol}'; please specify a specific \
         target revision, '<branchname>@{symbol}' to narrow to a specific head, or 'heads' for all heads"
    )
}

fn resolution_text(reason: &Unresolved, argument: &str, caller: &Caller) -> String {
    if *caller != Caller::Library {
        return format!("Can't locate revision identified by '{argument}'");
    }
    match reason {
        Unresolved::NoSuchRevision if argument.chars().count() < 4 => format!(
            "No such revision or branch '{argument}'; please ensure at least four characters are present \
             for partial revision identifier matches"
        ),
        Unresolved::NoSuchRevision => format!("No such revision or branch '{argument}'"),
        Unresolved::Ambiguous { candidates } => {
            let first: Vec<String> = candidates
                .iter()
                .take(3)
                .map(|candidate| format!("'{candidate}'"))
                .collect();
            format!(
                "Multiple revisions start with '{argument}': {}...",
                first.join(", ")
            )
        }
        Unresolved::NoSuchBranch => format!("No such branch: '{argument}'"),
        Unresolved::NotOnBranch { revision, branch } => {
            format!("Revision {revision} is not a member of branch '{branch}'")
        }
    }
}
