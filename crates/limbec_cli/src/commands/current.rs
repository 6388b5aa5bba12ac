use limbec::commands::{CommandError, Project};
use limbec::script::TextOptions;
use serde_json::json;

use crate::app::App;
use crate::args::CurrentArgs;
use crate::json;

/// `current`
pub fn run(app: &App, project: &Project, args: &CurrentArgs) -> Result<(), CommandError> {
    let reports = project.current()?;
    let mut databases = Vec::new();
    for report in &reports {
        if args.verbose && !args.json {
            app.console
                .line(&format!("Current revision(s) for {}:", report.url));
        }
        if args.check_heads && !report.at_heads && !args.json {
            return Err(CommandError::NotAtHeads);
        }
        let mut revisions = Vec::new();
        for listed in &report.revisions {
            let Some(view) = project.view(listed)? else {
                continue;
            };
            if args.json {
                revisions.push(json::revision(&view));
            } else {
                app.console
                    .line(&view.cmd_format(args.verbose, TextOptions::default()));
            }
        }
        databases.push(json!({
            "url": report.url,
            "heads": report.heads.iter().map(|head| head.to_string()).collect::<Vec<_>>(),
            "at_heads": report.at_heads,
            "revisions": revisions,
        }));
    }
    if args.json {
        app.console.out(&json::text(&databases.into()));
        if args.check_heads && reports.iter().any(|report| !report.at_heads) {
            return Err(CommandError::NotAtHeads);
        }
    }
    Ok(())
}
