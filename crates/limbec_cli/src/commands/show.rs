use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use limbec::commands::{CommandError, Project, ShownSql};
use limbec::runner::Absence;
use limbec::script::{ScriptError, TextOptions};
use serde_json::{Map, json};

use super::print_revisions;
use crate::app::App;
use crate::args::{DialectName, ShowArgs};
use crate::json;

const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// `show`
pub fn run(app: &App, project: &Project, args: &ShowArgs) -> Result<(), CommandError> {
    if args.sql {
        return sql(app, project, args);
    }
    let shown = project.show(&args.revision)?;
    let options = TextOptions::default();
    print_revisions(app, project, &shown.revisions, args.json, true, options)?;
    shown.stopped.map_or(Ok(()), Err)
}

fn sql(app: &App, project: &Project, args: &ShowArgs) -> Result<(), CommandError> {
    let dialect = args.dialect.unwrap_or(DialectName::Sqlite).as_str();
    let shown = match project.scripts().revision_map() {
        Err(error) if is_everything(&args.revision) => alone(app, project, dialect, error)?,
        _ => project.show_sql(&args.revision, dialect, Absence::Assume)?,
    };
    if args.json {
        let revisions: Map<_, _> = shown
            .iter()
            .map(|one| (one.revision.to_string(), sides(one)))
            .collect();
        app.console.out(&json::text(&revisions.into()));
    } else {
        for one in &shown {
            app.console.out(&text(one));
        }
    }
    Ok(())
}

/// Whether every revision is asked for.
fn is_everything(symbol: &str) -> bool {
    matches!(
        symbol,
        "base:heads" | "base:head" | "base:" | ":heads" | ":head" | ":"
    )
}

/// Every script by itself, of a history whose graph has a mistake: to look at them is a way to find it.
fn alone(
    app: &App,
    project: &Project,
    dialect: &str,
    error: ScriptError,
) -> Result<Vec<ShownSql>, CommandError> {
    let (shown, problems) = project.show_sql_alone(dialect, Absence::Assume)?;
    let warn = |text: &str| app.console.note(WARNING, "warning", text);
    for problem in &problems {
        warn(&problem.to_string());
    }
    if problems.is_empty() {
        warn(&error.to_string());
    }
    warn(
        "the revisions do not hang together: each script is shown by itself, in the order of the files",
    );
    Ok(shown)
}

fn sides(shown: &ShownSql) -> serde_json::Value {
    json!({
        "upgrade": shown.sql.upgrade,
        "downgrade": shown.sql.downgrade,
        "upgrade_error": shown.sql.upgrade_error,
        "downgrade_error": shown.sql.downgrade_error,
        "upgrade_assumed": shown.sql.upgrade_assumed,
        "downgrade_assumed": shown.sql.downgrade_assumed,
    })
}

/// Both sides of a revision as SQL with comments.
fn text(shown: &ShownSql) -> String {
    let mut out = String::new();
    let of = &shown.sql;
    let sides = [
        (
            "upgrade",
            &of.upgrade,
            &of.upgrade_error,
            &of.upgrade_assumed,
        ),
        (
            "downgrade",
            &of.downgrade,
            &of.downgrade_error,
            &of.downgrade_assumed,
        ),
    ];
    for (side, sql, error, assumed) in sides {
        let _ = writeln!(out, "-- {} {side}\n", shown.revision);
        for note in assumed {
            let _ = writeln!(out, "-- assumed: {note}");
        }
        if let Some(sql) = sql {
            out.push_str(sql);
        }
        for line in error.iter().flat_map(|error| error.lines()) {
            let _ = writeln!(out, "-- cannot be written without a database: {line}");
        }
        if error.is_some() {
            out.push('\n');
        }
    }
    out
}
