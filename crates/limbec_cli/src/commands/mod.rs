//! One file a command: its arguments become a call of the library, and what it found becomes text.

mod branches;
mod check;
mod completions;
mod current;
mod edit;
mod heads;
mod history;
mod init;
mod man;
mod migrate;
mod new_revision;
mod schema;
mod show;
mod wait;

use limbec::commands::{CommandError, Listed, Project};
use limbec::config::Config;
use limbec::runner::Interrupt;
use limbec::script::{ScriptDirectory, TextOptions};

use crate::app::{App, command_name};
use crate::args::Command;
use crate::failure::{self, Failure};
use crate::{hints, json};

/// Run a command.
pub fn run(app: &App, command: Command) -> Result<(), Failure> {
    match &command {
        Command::Completions(args) => return completions::run(app, args),
        Command::Man(args) => return man::run(app, args),
        Command::ListTemplates => return init::list_templates(app),
        _ => {}
    }
    let config = app.config(command_name(&command))?;
    if let Command::Init(args) = &command {
        return init::run(app, &config, args);
    }
    let interrupt = Interrupt::new();
    if !runs_scripts(&command) {
        return with_project(app, config, &interrupt, command);
    }
    let switch = interrupt.clone();
    // A second handler is only refused where the first one is set already, which is as good.
    let _ = ctrlc::set_handler(move || stop(&switch));
    if ScriptDirectory::is_plain(&config) {
        // Only the interpreter needs a deep stack.
        return with_project(app, config, &interrupt, command);
    }
    limbec::run_on_big_stack(|| {
        let config = app.config(command_name(&command))?;
        with_project(app, config, &interrupt, command)
    })
    .unwrap_or_else(|error| {
        Err(Failure::refused(
            format!("cannot start a thread: {error}"),
            Vec::new(),
        ))
    })
}

/// Ctrl-C, or the signal that asks a program to end. Whoever asks a second time does not want to wait for a server that
/// does not answer: it undoes what was not committed when the connection breaks.
#[expect(
    clippy::exit,
    reason = "the run cannot end by itself while it waits for a server"
)]
fn stop(switch: &Interrupt) {
    if switch.is_triggered() {
        std::process::exit(130);
    }
    switch.trigger();
}

/// Whether the command may have to interpret Python, which needs a deep stack.
fn runs_scripts(command: &Command) -> bool {
    match command {
        Command::Heads(_) | Command::Branches(_) => false,
        Command::History(args) => {
            args.indicate_current
                || args
                    .rev_range
                    .as_ref()
                    .is_some_and(|range| range.contains("current"))
        }
        Command::Show(args) => args.sql || args.revision == "current",
        Command::Edit(args) => args.revision == "current",
        _ => true,
    }
}

fn with_project(
    app: &App,
    config: Config,
    interrupt: &Interrupt,
    command: Command,
) -> Result<(), Failure> {
    let mut project = app.project(config, interrupt)?;
    // The process ends with the command: taking a long history apart, piece by piece, would be time for nothing.
    std::mem::forget(project.shared_scripts());
    let (asked, result) = match command {
        Command::Branches(args) => (vec![], branches::run(app, &project, &args)),
        Command::Check(args) => (vec![], check::run(app, &project, &args)),
        Command::Current(args) => (vec![], current::run(app, &project, &args)),
        Command::Downgrade(args) => (
            vec![args.revision.clone()],
            migrate::downgrade(&project, args),
        ),
        Command::Edit(args) => (vec![args.revision.clone()], edit::run(&project, &args)),
        Command::EnsureVersion(args) => (vec![], project.ensure_version(args.sql).map(drop)),
        Command::Heads(args) => (vec![], heads::run(app, &project, &args)),
        Command::History(args) => (
            args.rev_range.iter().cloned().collect(),
            history::run(app, &project, &args),
        ),
        Command::Merge(args) => (
            args.revisions.clone(),
            new_revision::merge(app, &mut project, args),
        ),
        Command::Revision(args) => (
            std::iter::once(args.head.clone())
                .chain(args.depends_on.iter().cloned())
                .collect(),
            new_revision::revision(app, &mut project, args),
        ),
        Command::Schema(args) => (
            args.at.iter().cloned().collect(),
            schema::run(app, &project, args),
        ),
        Command::Show(args) => (vec![args.revision.clone()], show::run(app, &project, &args)),
        Command::Stamp(args) => (args.revisions.clone(), migrate::stamp(&project, args)),
        Command::Upgrade(args) => (
            vec![args.revision.clone()],
            migrate::upgrade(&project, args),
        ),
        Command::Wait(args) => (vec![args.goal.clone()], wait::run(app, &project, &args)),
        Command::Init(_) | Command::ListTemplates | Command::Completions(_) | Command::Man(_) => {
            (vec![], Ok(()))
        }
    };
    if let Ok(warnings) = project.scripts().warnings() {
        for warning in warnings {
            app.console.err(&format!("UserWarning: {warning}\n"));
        }
    }
    result.map_err(|error| {
        if failure::is_command_error(&error) && !app.global.raiseerr {
            project.log().failed(&error.to_string());
        }
        let hints = match project.scripts().revision_map() {
            Ok(map) => hints::with_graph(&error, map, &asked, app.program),
            Err(_) => Vec::new(),
        };
        Failure::explained(error, hints)
    })
}

/// Print revisions, a text each, or all of them as JSON.
fn print_revisions(
    app: &App,
    project: &Project,
    revisions: &[Listed],
    as_json: bool,
    verbose: bool,
    options: TextOptions,
) -> Result<(), CommandError> {
    let mut values = Vec::new();
    for listed in revisions {
        let Some(view) = project.view(listed)? else {
            continue;
        };
        if as_json {
            values.push(json::revision(&view));
        } else {
            app.console.line(&view.cmd_format(verbose, options));
        }
    }
    if as_json {
        app.console.out(&json::text(&values.into()));
    }
    Ok(())
}
