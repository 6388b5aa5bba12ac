//! What to do next, for each error that Alembic leaves the user alone with.

use limbec::commands::CommandError;
use limbec::config::ConfigError;
use limbec::runner::RunError;
use limbec::script::ScriptError;
use limbec_graph::{Caller, CycleKind, GraphError, RevisionMap, Unresolved};

use crate::program::Program;

/// The hints that need no project.
pub fn of(error: &CommandError, program: Program) -> Vec<String> {
    let name = program.name();
    match error {
        CommandError::Refused { hints, .. }
        | CommandError::Run(RunError::Command { hints, .. }) => hints.clone(),
        CommandError::NotAtHeads => vec![format!(
            "`{name} upgrade head` brings the database up to date"
        )],
        CommandError::Run(RunError::Config(error))
        | CommandError::Script(ScriptError::Config(error)) => of_config(error),
        CommandError::Run(RunError::Graph(error))
        | CommandError::Script(ScriptError::Graph(error)) => of_graph(error, name),
        CommandError::Script(error) => error.hint().map(str::to_owned).into_iter().collect(),
        CommandError::Range(_) | CommandError::Run(_) => Vec::new(),
    }
}

fn of_config(error: &ConfigError) -> Vec<String> {
    error.hint().map(str::to_owned).into_iter().collect()
}

fn of_graph(error: &GraphError, name: &str) -> Vec<String> {
    match error {
        GraphError::MultipleHeads { heads, caller, .. } => several_heads(heads, caller, name),
        GraphError::Resolution { reason, .. } => match &**reason {
            Unresolved::Ambiguous { candidates } => {
                vec![format!(
                    "it could be {}; give more letters",
                    candidates.join(", ")
                )]
            }
            Unresolved::NotOnBranch { revision, branch } => {
                vec![format!(
                    "{revision} is a revision, but not one of branch {branch}"
                )]
            }
            Unresolved::NoSuchRevision | Unresolved::NoSuchBranch => Vec::new(),
        },
        GraphError::RangeNotAncestor { .. } => {
            vec![format!(
                "`{name} history` shows the order of the revisions, `{name} current` where the database is"
            )]
        }
        GraphError::Cycle { kind, revisions } => {
            let variable = match kind {
                CycleKind::Cycle | CycleKind::SelfLoop => "down_revision",
                CycleKind::DependencyCycle | CycleKind::DependencySelfLoop => "depends_on",
            };
            vec![format!(
                "open the files of {} and correct the {variable} that leads back",
                revisions.join(", ")
            )]
        }
        GraphError::MissingRevision {
            missing, revision, ..
        } => vec![
            format!(
                "the script of {revision} builds on {missing}, and no script has that revision"
            ),
            format!(
                "bring the file of {missing} back, or correct down_revision or depends_on in the file of {revision}"
            ),
        ],
        GraphError::BranchNameTaken { .. } | GraphError::IllegalCharacters { .. } => {
            vec!["choose another name".to_owned()]
        }
        GraphError::Overlap { .. } => vec![format!(
            "one of these revisions contains another; `{name} heads` and `{name} current` show what there is"
        )],
        GraphError::RelativeRevision { .. } | GraphError::WalkedTooFar => {
            vec![format!(
                "the history is shorter than that: see `{name} history -i`"
            )]
        }
        GraphError::AmbiguousWalk { candidates } | GraphError::AmbiguousUpgrade { candidates } => {
            vec![format!(
                "name a branch, such as {}@+1",
                candidates.first().map_or("label", |candidate| candidate)
            )]
        }
        GraphError::InvalidDowngradeTarget => {
            vec![format!("`{name} current` shows where the database is")]
        }
        GraphError::NotAHead { revision } => vec![
            format!("`--splice` makes a branch that starts at {revision}"),
            format!("`{name} heads` shows what can be built on without it"),
        ],
        GraphError::RowsMatched { .. } => {
            vec![format!(
                "another program has changed the version table meanwhile; see `{name} current`"
            )]
        }
        GraphError::DuplicateHeads | GraphError::BrokenMap | GraphError::Undefined { .. } => {
            Vec::new()
        }
    }
}

fn several_heads(heads: &[limbec_graph::RevId], caller: &Caller, name: &str) -> Vec<String> {
    let list = heads.join(", ");
    let mut hints = vec![format!(
        "the heads are {list}; `{name} merge heads -m \"merge branches\"` joins them"
    )];
    match caller {
        Caller::Upgrade(_) => hints.push(format!("`{name} upgrade heads` goes to all of them")),
        Caller::Stamp => hints.push(format!("`{name} stamp heads` means all of them")),
        Caller::NewRevision => {
            hints.push("`--head REVISION` chooses the one to build on".to_owned())
        }
        _ => {}
    }
    hints
}

/// The hints for a symbol that names no revision, which need the graph.
pub fn unknown_revision(
    error: &CommandError,
    map: &RevisionMap,
    asked: &[String],
    program: Program,
) -> Vec<String> {
    let Some(GraphError::Resolution {
        reason, argument, ..
    }) = error.graph()
    else {
        return Vec::new();
    };
    if !matches!(
        **reason,
        Unresolved::NoSuchRevision | Unresolved::NoSuchBranch
    ) {
        return Vec::new();
    }
    let name = program.name();
    let mut hints = Vec::new();
    let nearest = map.nearest_ids(argument, 3);
    if !asked.iter().any(|symbol| symbol.contains(&**argument)) {
        hints.push(format!(
            "the database is at {argument}, and no script here has that revision: the scripts are older than the database \
             (a stale image or checkout), or the file was deleted"
        ));
    }
    if nearest.is_empty() {
        hints.push(format!(
            "`{name} history` lists the revisions that there are"
        ));
    } else {
        hints.push(format!("the nearest revisions are {}", nearest.join(", ")));
    }
    hints
}
