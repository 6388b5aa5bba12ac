use anstyle::{AnsiColor, Style};
use limbec::commands::{CommandError, Project, SchemaRequest};

use crate::app::App;
use crate::args::SchemaArgs;

const NOTE: Style = AnsiColor::Yellow.on_default().bold();

/// `schema`
pub fn run(app: &App, project: &Project, args: SchemaArgs) -> Result<(), CommandError> {
    let reports = project.schema(&SchemaRequest {
        at: args.at,
        scratch: args.scratch,
        all_schemas: args.all_schemas,
    })?;
    let several = reports.len() > 1;
    for (number, report) in reports.iter().enumerate() {
        if several {
            let blank = if number > 0 { "\n" } else { "" };
            app.console.out(&format!("{blank}-- {}\n\n", report.url));
        }
        app.console.out(&report.text);
        for one in &report.left_out {
            app.console.note(NOTE, "not printed", one);
        }
    }
    Ok(())
}
