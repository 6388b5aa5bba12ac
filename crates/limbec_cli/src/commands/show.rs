use std::fmt::Write as _;

use limbec::commands::{CommandError, Project, ShownSql};
use limbec::script::TextOptions;
use serde_json::{Map, json};

use super::print_revisions;
use crate::app::App;
use crate::args::{DialectName, ShowArgs};
use crate::json;

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
    let dialect = args.dialect.unwrap_or(DialectName::Sqlite);
    let shown = project.show_sql(&args.revision, dialect.as_str())?;
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

fn sides(shown: &ShownSql) -> serde_json::Value {
    json!({
        "upgrade": shown.sql.upgrade,
        "downgrade": shown.sql.downgrade,
        "upgrade_error": shown.sql.upgrade_error,
        "downgrade_error": shown.sql.downgrade_error,
    })
}

/// Both sides of a revision as SQL with comments.
fn text(shown: &ShownSql) -> String {
    let mut out = String::new();
    let sides = [
        ("upgrade", &shown.sql.upgrade, &shown.sql.upgrade_error),
        (
            "downgrade",
            &shown.sql.downgrade,
            &shown.sql.downgrade_error,
        ),
    ];
    for (side, sql, error) in sides {
        let _ = writeln!(out, "-- {} {side}\n", shown.revision);
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
