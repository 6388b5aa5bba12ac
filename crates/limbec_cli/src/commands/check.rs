use limbec::commands::{CommandError, Project};
use serde_json::json;

use crate::app::App;
use crate::args::CheckArgs;
use crate::json;

/// `check`
pub fn run(app: &App, project: &Project, args: &CheckArgs) -> Result<(), CommandError> {
    let report = project.check(args.models.source(), &args.comparison.request())?;
    if args.json {
        app.console.out(&json::text(&json!({
            "up_to_date": report.diffs.is_empty(),
            "differences": report.diffs,
            "operations": json::operations(&report.operations),
            "upgrade": report.upgrades,
        })));
    }
    if !report.diffs.is_empty() {
        return Err(CommandError::DiffsDetected {
            diffs: report.diffs,
        });
    }
    if !args.json {
        app.console.line("No new upgrade operations detected.");
    }
    Ok(())
}
