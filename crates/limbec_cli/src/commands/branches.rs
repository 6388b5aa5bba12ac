use limbec::commands::{CommandError, Project};
use limbec::script::TextOptions;
use serde_json::Value;

use crate::app::App;
use crate::args::BranchesArgs;
use crate::json;

/// `branches`
pub fn run(app: &App, project: &Project, args: &BranchesArgs) -> Result<(), CommandError> {
    let options = TextOptions {
        branches: true,
        ..TextOptions::default()
    };
    let mut values = Vec::new();
    for branch in project.branches()? {
        let Some(point) = project.view(&branch.point)? else {
            continue;
        };
        let mut lines = Vec::new();
        let mut next = Vec::new();
        for listed in &branch.next {
            let Some(view) = project.view(listed)? else {
                continue;
            };
            let text = view.cmd_format(
                false,
                TextOptions {
                    doc: args.verbose,
                    ..options
                },
            );
            let indent = " ".repeat(point.revision.id().chars().count());
            lines.push(format!("{indent} -> {text}"));
            next.push(Value::from(listed.revision.to_string()));
        }
        if args.json {
            let mut value = json::revision(&point);
            value["branches_into"] = next.into();
            values.push(value);
        } else {
            let text = point.cmd_format(args.verbose, options);
            app.console.line(&format!("{text}\n{}\n", lines.join("\n")));
        }
    }
    if args.json {
        app.console.out(&json::text(&values.into()));
    }
    Ok(())
}
