use std::time::Instant;

use anstyle::{AnsiColor, Style};
use limbec::commands::{
    CommandError, DatabaseState, Project, WaitEvent, WaitRequest, duration_text,
};
use serde_json::{Value, json};

use crate::app::App;
use crate::args::WaitArgs;
use crate::json;

const WAITING: Style = AnsiColor::Yellow.on_default().bold();
const READY: Style = AnsiColor::Green.on_default().bold();

/// `wait`
pub fn run(app: &App, project: &Project, args: &WaitArgs) -> Result<(), CommandError> {
    let request = WaitRequest {
        goal: args.goal(),
        timeout: args.timeout,
    };
    let begun = Instant::now();
    let mut last = json!({ "reason": null, "databases": [] });
    let waited = project.wait(&request, |event| match event {
        WaitEvent::Unreachable { reason } => {
            last = json!({ "reason": reason, "databases": [] });
            note(app, WAITING, "waiting", reason);
        }
        WaitEvent::Answers(databases) => {
            last = json!({ "reason": null, "databases": databases.iter().map(database).collect::<Vec<_>>() });
            for database in databases {
                let text = database.text(databases.len() > 1);
                if database.missing.is_empty() {
                    let after = duration_text(begun.elapsed());
                    note(app, READY, "ready", &format!("{text} (after {after})"));
                } else {
                    note(app, WAITING, "waiting", &text);
                }
            }
        }
    });
    let ended = matches!(waited, Ok(()) | Err(CommandError::TimedOut { .. }));
    if args.json && ended {
        last["reached"] = waited.is_ok().into();
        last["seconds"] = ((begun.elapsed().as_secs_f64() * 1000.0).round() / 1000.0).into();
        app.console.out(&json::text(&last));
    }
    waited
}

fn note(app: &App, style: Style, label: &str, text: &str) {
    if !app.global.quiet {
        app.console.note(style, label, text);
    }
}

fn database(state: &DatabaseState) -> Value {
    let names =
        |ids: &[limbec_graph::RevId]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
    json!({
        "url": state.url,
        "heads": names(&state.heads),
        "missing": names(&state.missing),
    })
}
