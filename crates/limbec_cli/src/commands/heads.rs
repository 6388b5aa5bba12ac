use limbec::commands::{CommandError, Project};
use limbec::script::TextOptions;

use super::print_revisions;
use crate::app::App;
use crate::args::HeadsArgs;

/// `heads`
pub fn run(app: &App, project: &Project, args: &HeadsArgs) -> Result<(), CommandError> {
    let options = TextOptions {
        branches: true,
        tree_indicators: false,
        ..TextOptions::default()
    };
    let heads = project.heads(args.resolve_dependencies)?;
    print_revisions(app, project, &heads, args.json, args.verbose, options)
}
