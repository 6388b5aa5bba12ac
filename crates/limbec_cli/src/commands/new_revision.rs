use limbec::commands::{CommandError, MergeRequest, Project, RevisionRequest};

use crate::app::App;
use crate::args::{MergeArgs, RevisionArgs};

/// `revision`
pub fn revision(app: &App, project: &mut Project, args: RevisionArgs) -> Result<(), CommandError> {
    let request = RevisionRequest {
        message: args.message,
        autogenerate: args.autogenerate,
        models: args.models.source(),
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
