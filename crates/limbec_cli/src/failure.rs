//! From an error of the library to what the user sees, and the exit code.

use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use limbec::commands::CommandError;
use limbec::config::{ConfigError, Location};
use limbec::runner::{FailureKind, Leftover, RunError, ScriptFailure};
use limbec::script::ScriptError;

use crate::app::App;
use crate::console::Console;
use crate::excerpt::excerpt;
use crate::hints;
use crate::server_message::{self, Verbosity};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default().bold();
const FRAME: Style = AnsiColor::Blue.on_default().bold();

/// The exit code of a command that Alembic ends by `sys.exit(-1)`.
const COMMAND_ERROR: u8 = 255;
/// The exit code of Python after an exception that nothing caught.
const TRACEBACK: u8 = 1;
/// The exit code of `wait` when the time is over.
const TIMED_OUT: u8 = 4;
/// The exit code after Ctrl-C: 128 and the number of the signal.
const INTERRUPTED: u8 = 130;

/// How many migrations that were undone together with the one that failed are named.
const STEPS_SHOWN: usize = 10;

/// Why the program ends with an error.
pub struct Failure {
    error: CommandError,
    hints: Vec<String>,
}

impl<E: Into<CommandError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self {
            error: error.into(),
            hints: Vec::new(),
        }
    }
}

impl Failure {
    /// A refusal of the command line itself.
    pub fn refused(message: impl Into<String>, hints: Vec<String>) -> Self {
        CommandError::Refused {
            message: message.into(),
            hints,
        }
        .into()
    }

    /// The same with hints that need to know the project.
    pub fn explained(error: CommandError, hints: Vec<String>) -> Self {
        Self { error, hints }
    }

    /// Tell the user, and give the exit code.
    pub fn report(&self, app: &App) -> ExitCode {
        let console = &app.console;
        let code = match &self.error {
            CommandError::Run(RunError::Script(failure)) => {
                script_failure(console, failure);
                TRACEBACK
            }
            CommandError::Run(RunError::Database {
                message, server, ..
            }) => {
                match server {
                    Some(server) => {
                        console.err(&server_message::text(server, Verbosity::Verbose));
                    }
                    None => console.note(ERROR, "error", message),
                }
                TRACEBACK
            }
            CommandError::Run(RunError::Exit { code, message }) => {
                // The script has decided; as in Python there is nothing to add.
                if let Some(message) = message {
                    console.err(&format!("{message}\n"));
                }
                return ExitCode::from(*code);
            }
            CommandError::Run(RunError::Interrupted { step, leftover }) => {
                let during = step
                    .as_deref()
                    .map_or(String::new(), |step| format!(" during {step}"));
                console.err(&format!(
                    "{ERROR}interrupted{ERROR:#}{during}{}\n",
                    if leftover.unknown {
                        ""
                    } else {
                        "; what was not committed has been rolled back"
                    }
                ));
                left_over(console, leftover, false);
                INTERRUPTED
            }
            error @ CommandError::TimedOut { .. } => {
                console.note(ERROR, "error", &error.to_string());
                TIMED_OUT
            }
            error => {
                let text = error.to_string();
                // With --raiseerr Alembic lets Python end the command.
                let code = if is_command_error(error) && !app.global.raiseerr {
                    console.message(&format!("FAILED: {text}"));
                    COMMAND_ERROR
                } else {
                    console.note(ERROR, "error", &text);
                    TRACEBACK
                };
                if let Some(location) = location(error) {
                    console.err(&snippet(location, console.error_width()));
                }
                code
            }
        };
        for hint in hints::of(&self.error, app.program)
            .iter()
            .chain(&self.hints)
        {
            console.note(HINT, "hint", &relative_all(hint));
        }
        if app.global.raiseerr {
            console.err(&format!("{:#?}\n", self.error));
        }
        ExitCode::from(code)
    }
}

/// Whether Alembic ends the command with `FAILED: ...`, rather than with a traceback.
pub fn is_command_error(error: &CommandError) -> bool {
    match error {
        CommandError::Run(
            RunError::Script(_)
            | RunError::Database { .. }
            | RunError::Exit { .. }
            | RunError::Interrupted { .. },
        )
        | CommandError::TimedOut { .. } => false,
        error => !error
            .graph()
            .is_some_and(limbec_graph::GraphError::is_traceback_in_alembic),
    }
}

/// The place in a file that an error is about.
fn location(error: &CommandError) -> Option<&Location> {
    match error {
        CommandError::Run(RunError::Config(error))
        | CommandError::Script(ScriptError::Config(error)) => ConfigError::location(error),
        CommandError::Script(error) => error.location(),
        CommandError::Run(RunError::Scripts(error)) => error.location(),
        _ => None,
    }
}

/// The line with a caret below it, on a terminal of this width.
fn snippet(location: &Location, width: Option<usize>) -> String {
    let Location { line, column, .. } = location;
    let file = relative(&location.file.display().to_string());
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    let room = width.map(|width| width.saturating_sub(number.len() + 3));
    let excerpt = excerpt(&location.text, *column, location.length, room);
    let source = excerpt.text;
    let (indent, carets) = (" ".repeat(excerpt.indent), "^".repeat(excerpt.carets));
    format!(
        "{margin}{FRAME}-->{FRAME:#} {file}:{line}:{column}\n\
         {margin} {FRAME}|{FRAME:#}\n\
         {FRAME}{number} |{FRAME:#} {source}\n\
         {margin} {FRAME}|{FRAME:#} {indent}{ERROR}{carets}{ERROR:#}\n"
    )
}

/// The traceback of a script, what was running, and the line of the project that it stopped at. What the exception says
/// is the last line of the traceback and is not said again.
fn script_failure(console: &Console, failure: &ScriptFailure) {
    let what = match &failure.step {
        Some(step) => format!("this migration failed: {step}"),
        None => "env.py failed".to_owned(),
    };
    if failure.traceback.is_empty() && failure.server.is_some() {
        console.note(ERROR, "error", &what);
    } else if failure.traceback.is_empty() {
        let summary = failure.summary();
        console.note(ERROR, "error", &format!("{what}\n{summary}"));
    } else {
        let traceback = failure.traceback.trim_end();
        let traceback = match failure.kind {
            FailureKind::Unsupported => relative_all(traceback),
            FailureKind::Exception | FailureKind::Syntax | FailureKind::Sql => {
                relative_frames(traceback)
            }
        };
        console.err(&format!("{traceback}\n\n"));
        console.note(ERROR, "error", &what);
    }
    if let Some(server) = &failure.server {
        console.err(&server_message::text(server, Verbosity::Verbose));
    }
    if let Some(place) = &failure.place {
        let length = place.end_column.saturating_sub(place.column).max(1);
        let location = Location {
            file: PathBuf::from(&place.file),
            line: place.line as usize,
            column: place.column as usize,
            length: length as usize,
            text: place.source.clone(),
        };
        console.err(&snippet(&location, console.error_width()));
    }
    let rolled_back = failure.rolled_back && failure.step.is_some();
    left_over(console, &failure.leftover, rolled_back);
    for hint in &failure.hints {
        console.note(HINT, "hint", &relative_all(hint));
    }
}

/// What of a run is still in the database, and what is not.
fn left_over(console: &Console, leftover: &Leftover, rolled_back: bool) {
    if leftover.unknown {
        let text = "the connection was lost while the server was asked to commit: nobody here knows whether it has";
        console.note(HINT, "note", text);
        return;
    }
    if !leftover.kept.is_empty() {
        let many = leftover.kept.len() > 1;
        let what = if many {
            format!("these {} statements were", leftover.kept.len())
        } else {
            "this statement was".to_owned()
        };
        let mut text =
            format!("{what} committed before the failure and what they did is still there:");
        if !many {
            text = text.replace("they", "it");
        }
        console.note(HINT, "note", &text);
        for statement in &leftover.kept {
            console.err(&indented(statement));
        }
        console.err("      all else that this migration did has been rolled back\n");
    } else if rolled_back {
        let text = "all that this migration did has been rolled back";
        console.note(HINT, "note", text);
    }
    if !leftover.undone.is_empty() {
        let text = "so have those that ran before it, in the same transaction:";
        console.note(HINT, "note", text);
        for step in leftover.undone.iter().take(STEPS_SHOWN) {
            console.err(&indented(step));
        }
        let more = leftover.undone.len().saturating_sub(STEPS_SHOWN);
        if more > 0 {
            console.err(&indented(&format!("… and {more} more")));
        }
    }
}

/// The lines of a statement below a note.
fn indented(text: &str) -> String {
    text.lines()
        .map(|line| format!("        {line}\n"))
        .collect()
}

/// The folder that the command runs in, as paths below it begin.
fn here() -> Option<String> {
    let folder = std::env::current_dir().ok()?;
    Some(format!("{}{}", folder.display(), std::path::MAIN_SEPARATOR))
}

/// A path as one would type it here.
fn relative(path: &str) -> String {
    let short = here().and_then(|here| path.strip_prefix(&here).map(str::to_owned));
    short.unwrap_or_else(|| path.to_owned())
}

/// The frames of a traceback with such paths; what the exception says stays as it is.
fn relative_frames(traceback: &str) -> String {
    match here() {
        Some(here) => traceback.replace(&format!("  File \"{here}"), "  File \""),
        None => traceback.to_owned(),
    }
}

/// A text of Limbec's own with such paths.
fn relative_all(text: &str) -> String {
    here().map_or_else(|| text.to_owned(), |here| text.replace(&here, ""))
}
