use limbec::commands::{CommandError, HistoryRequest, Project};
use limbec::script::TextOptions;

use super::print_revisions;
use crate::app::App;
use crate::args::HistoryArgs;

/// `history`
pub fn run(app: &App, project: &Project, args: &HistoryArgs) -> Result<(), CommandError> {
    let options = TextOptions {
        branches: true,
        doc: true,
        parents: true,
        ..TextOptions::default()
    };
    let revisions = project.history(&HistoryRequest {
        range: args.rev_range.clone(),
        indicate_current: args.indicate_current,
    })?;
    print_revisions(app, project, &revisions, args.json, args.verbose, options)
}
