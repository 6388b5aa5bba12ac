//! What to do next, for each error that Alembic leaves the user alone with.

use limbec::commands::CommandError;
use limbec::config::ConfigError;
use limbec::runner::{FailureKind, RunError, ScriptFailure};
use limbec::script::ScriptError;
use limbec_graph::{Caller, CycleKind, GraphError, RevisionMap, Unresolved};

use crate::program::Program;
use crate::sqlstate_hints;

/// The hints that need no project.
pub fn of(error: &CommandError, program: Program) -> Vec<String> {
    let name = program.name();
    match error {
        CommandError::Refused { hints, .. }
        | CommandError::Run(RunError::Command { hints, .. } | RunError::Database { hints, .. }) => {
            hints.clone()
        }
        CommandError::Run(RunError::Scripts(error)) => {
            error.hint().map(str::to_owned).into_iter().collect()
        }
        CommandError::Run(RunError::Config(error))
        | CommandError::Script(ScriptError::Config(error)) => of_config(error),
        CommandError::Run(RunError::Graph(error))
        | CommandError::Script(ScriptError::Graph(error)) => of_graph(error, name),
        CommandError::Run(RunError::Script(failure)) => of_script(failure, name),
        CommandError::Script(error) => error.hint().map(str::to_owned).into_iter().collect(),
        CommandError::DiffsDetected { .. } => vec![format!(
            "`{name} revision --autogenerate -m \"...\"` writes the revision that does this"
        )],
        CommandError::TimedOut {
            lacks_revisions: true,
            ..
        } => vec![format!(
            "`{name} upgrade head` applies what is missing; where a service of its own does that, see what it has logged"
        )],
        CommandError::TimedOut { hints, .. } => hints.clone(),
        CommandError::NotAtHeads | CommandError::Range(_) | CommandError::Run(_) => Vec::new(),
    }
}

/// What a message of a script, a driver or a database means, and what to do about it.
const KNOWN_FAILURES: &[(&str, &str)] = &[
    (
        "Can't load plugin: sqlalchemy.dialects:driver",
        "sqlalchemy.url is still what init wrote: put the URL of your database there, or in LIMBEC_URL or --url, such as \
         sqlite:///app.db or postgresql://user:password@host/database",
    ),
    (
        "Can't load plugin: sqlalchemy.dialects:",
        "the URL of a database starts with sqlite, postgresql, mysql or mariadb; see sqlalchemy.url in the configuration, \
         LIMBEC_URL and --url",
    ),
    (
        "Could not parse SQLAlchemy URL",
        "a URL looks like sqlite:///app.db or postgresql://user:password@host/database; see sqlalchemy.url in the \
         configuration, LIMBEC_URL and --url",
    ),
    (
        "file is not a database",
        "the file that the URL names is no SQLite database, or it is encrypted; it was not changed",
    ),
    (
        "database is locked",
        "another program is writing to this database: stop it, or wait longer with ?timeout=60 at the end of the URL",
    ),
    (
        "attempt to write a readonly database",
        "the file, or the folder that it lies in, may not be written by this user (or the URL says mode=ro)",
    ),
    (
        "unable to open database file",
        "the folder of the file must exist and be writable; a relative path starts at the folder in which the command runs",
    ),
    (
        "has no attribute 'upgrade'",
        "a revision needs a function upgrade(), even one that only says pass",
    ),
    (
        "has no attribute 'downgrade'",
        "a revision needs a function downgrade() for the way back, even one that only says pass",
    ),
    (
        "no such table",
        "no revision up to this one makes the table in this database; `sa.inspect(op.get_bind()).has_table(...)` lets a \
         migration look before it alters",
    ),
    ("already exists", sqlstate_hints::THERE_ALREADY),
    (
        "duplicate column name",
        sqlstate_hints::COLUMN_THERE_ALREADY,
    ),
    (
        "that is imported from a package that is not there",
        "put the package where prepend_sys_path finds it, or take what the migration needs of it into the script",
    ),
];

/// The hints for an exception in `env.py` or in a migration.
fn of_script(failure: &ScriptFailure, name: &str) -> Vec<String> {
    if failure.leftover.unknown {
        return vec![format!(
            "look at `{name} current` before anything else: it shows whether the server has committed"
        )];
    }
    let mut hints: Vec<String> = match &failure.server {
        _ if !failure.hints.is_empty() => Vec::new(),
        // The statements of this migration that were committed may be what is there already.
        Some(_) if is_there_already(failure) && !failure.leftover.kept.is_empty() => Vec::new(),
        Some(server) => {
            let is_sql = failure.kind == FailureKind::Sql;
            let hint = sqlstate_hints::of(server, is_sql, name);
            hint.into_iter().collect()
        }
        None => KNOWN_FAILURES
            .iter()
            .filter(|(words, hint)| {
                let is_for_python = hint.contains("sa.inspect");
                failure.message.contains(words)
                    && !(is_for_python && failure.kind == FailureKind::Sql)
            })
            .map(|(_, hint)| hint.replace("{name}", name))
            .take(1)
            .collect(),
    };
    if failure.kind == FailureKind::Unsupported && failure.hints.is_empty() && hints.is_empty() {
        hints.push(
            "Alembic can run this migration: both tools share the files and the database"
                .to_owned(),
        );
    }
    if failure.step.is_some() && !failure.leftover.kept.is_empty() {
        hints.push(format!(
            "mend the script so that it can meet what is there already (IF NOT EXISTS), or undo that by hand, and run \
             the command again; `{name} current` shows where the database is"
        ));
    } else if failure.step.is_some() && failure.rolled_back && !is_about_the_server(failure) {
        hints.push(format!("mend the script and run the command again; `{name} current` shows where the database is"));
    }
    hints
}

/// Whether something is in the way that has been made before.
fn is_there_already(failure: &ScriptFailure) -> bool {
    let code = failure.server.as_ref().map(|server| server.code.as_str());
    matches!(code, Some("42P07" | "42710" | "42723" | "42701"))
}

/// Whether the failure is one of the server or of the connection, with which nothing is wrong in the script.
fn is_about_the_server(failure: &ScriptFailure) -> bool {
    const CODES: [&str; 8] = ["08", "40", "53", "57", "58", "55P03", "25006", "42501"];
    let code = failure.server.as_ref().map(|server| server.code.as_str());
    code.is_some_and(|code| CODES.iter().any(|start| code.starts_with(start)))
        || failure
            .message
            .contains("server closed the connection unexpectedly")
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

/// The hints that need the graph.
pub fn with_graph(
    error: &CommandError,
    map: &RevisionMap,
    asked: &[String],
    program: Program,
) -> Vec<String> {
    match error {
        CommandError::NotAtHeads => {
            let heads = if map.heads().len() > 1 {
                "heads"
            } else {
                "head"
            };
            vec![format!(
                "`{} upgrade {heads}` brings the database up to date",
                program.name()
            )]
        }
        error => unknown_revision(error, map, asked, program),
    }
}

/// The hints for a symbol that names no revision.
fn unknown_revision(
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
    let in_database = !asked.iter().any(|symbol| symbol.contains(&**argument));
    if in_database {
        hints.push(format!(
            "the database is at {argument}, and no script here has that revision: the scripts are older than the database \
             (a stale image or checkout), or the file was deleted"
        ));
    }
    hints.push(match &nearest[..] {
        [] => format!("`{name} history` lists the revisions that there are"),
        [one] => format!("the nearest revision is {one}"),
        several => format!("the nearest revisions are {}", several.join(", ")),
    });
    if in_database {
        hints.push(format!(
            "bring the missing file back; or, if the tables are those of another revision, record that one: \
             `{name} stamp --purge REVISION`"
        ));
    }
    hints
}
