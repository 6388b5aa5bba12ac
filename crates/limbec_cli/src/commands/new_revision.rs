use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::sync::Arc;

use limbec::autogen::{Asker, Candidate};
use limbec::commands::{CommandError, MergeRequest, Project, RevisionRequest};

use crate::app::App;
use crate::args::{MergeArgs, RevisionArgs};

/// `revision`
pub fn revision(app: &App, project: &mut Project, args: RevisionArgs) -> Result<(), CommandError> {
    let mut comparison = args.comparison.request();
    if args.autogenerate && std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        comparison.asker = Some(Asker(Arc::new(is_renamed)));
    }
    let request = RevisionRequest {
        message: args.message,
        autogenerate: args.autogenerate,
        models: args.models.source(),
        comparison,
        sql: args.sql,
        head: args.head,
        splice: args.splice,
        branch_label: args.branch_label,
        version_path: args.version_path,
        rev_id: args.rev_id,
        depends_on: args.depends_on,
    };
    project
        .revision(&request, &mut |event| app.console.script_event(&event))
        .map(drop)
}

/// Ask on the terminal whether something is something else under a new name; anything but a yes is a no.
fn is_renamed(candidate: &Candidate) -> bool {
    let mut terminal = std::io::stderr().lock();
    let question = format!(
        "{} is new: renamed from {}? [y/N] ",
        candidate.new, candidate.old
    );
    if terminal
        .write_all(question.as_bytes())
        .and_then(|()| terminal.flush())
        .is_err()
    {
        return false;
    }
    let mut answer = String::new();
    let read = std::io::stdin().lock().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
}

/// `merge`
pub fn merge(app: &App, project: &mut Project, args: MergeArgs) -> Result<(), CommandError> {
    let request = MergeRequest {
        revisions: args.revisions,
        message: args.message,
        branch_label: args.branch_label,
        rev_id: args.rev_id,
        splice: args.splice,
    };
    project
        .merge(&request, &mut |event| app.console.script_event(&event))
        .map(drop)
}
