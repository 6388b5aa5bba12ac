use limbec::commands::{CommandError, Project};
use limbec::script::TextOptions;
use serde_json::json;

use crate::app::App;
use crate::args::CurrentArgs;
use crate::json;

/// `current`
pub fn run(app: &App, project: &Project, args: &CurrentArgs) -> Result<(), CommandError> {
    if args.json {
        return run_json(app, project, args);
    }
    let console = app.console.clone();
    let (verbose, check_heads) = (args.verbose, args.check_heads);
    project.current(move |report, views| {
        if verbose {
            console.line(&format!("Current revision(s) for {}:", report.url));
        }
        if check_heads && !report.at_heads {
            return Err(CommandError::NotAtHeads);
        }
        for view in views {
            console.line(&view.cmd_format(verbose, TextOptions::default()));
        }
        Ok(())
    })?;
    Ok(())
}

/// `current --json`: one text, when all databases are known.
fn run_json(app: &App, project: &Project, args: &CurrentArgs) -> Result<(), CommandError> {
    let reports = project.current(|_, _| Ok(()))?;
    let mut databases = Vec::new();
    for report in &reports {
        let mut revisions = Vec::new();
        for listed in &report.revisions {
            if let Some(view) = project.view(listed)? {
                revisions.push(json::revision(&view));
            }
        }
        databases.push(json!({
            "url": report.url,
            "heads": report.heads.iter().map(|head| head.to_string()).collect::<Vec<_>>(),
            "at_heads": report.at_heads,
            "revisions": revisions,
        }));
    }
    app.console.out(&json::text(&databases.into()));
    if args.check_heads && reports.iter().any(|report| !report.at_heads) {
        return Err(CommandError::NotAtHeads);
    }
    Ok(())
}
