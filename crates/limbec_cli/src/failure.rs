//! From an error of the library to what the user sees, and the exit code.

use std::fmt::Write as _;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use limbec::commands::CommandError;
use limbec::config::{ConfigError, Location};
use limbec::runner::{RunError, ScriptFailure};
use limbec::script::ScriptError;

use crate::app::App;
use crate::hints;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default().bold();
const FRAME: Style = AnsiColor::Blue.on_default().bold();

/// The exit code of a command that Alembic ends by `sys.exit(-1)`.
const COMMAND_ERROR: u8 = 255;
/// The exit code of Python after an exception that nothing caught.
const TRACEBACK: u8 = 1;
/// The exit code after Ctrl-C: 128 and the number of the signal.
const INTERRUPTED: u8 = 130;

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
        let code = match &self.error {
            CommandError::Run(RunError::Script(failure)) => {
                app.console.err(&script_failure(failure));
                TRACEBACK
            }
            CommandError::Run(RunError::Exit { code, message }) => {
                if let Some(message) = message {
                    app.console.err(&format!("{message}\n"));
                }
                *code
            }
            CommandError::Run(RunError::Interrupted { step }) => {
                let during = step
                    .as_deref()
                    .map_or(String::new(), |step| format!(" during {step}"));
                app.console.err(&format!(
                    "{ERROR}interrupted{ERROR:#}{during}; what was not committed has been rolled back\n"
                ));
                INTERRUPTED
            }
            error => {
                let text = error.to_string();
                let code = if is_command_error(error) {
                    app.console.message(&format!("FAILED: {text}"));
                    COMMAND_ERROR
                } else {
                    app.console.err(&format!("{ERROR}error:{ERROR:#} {text}\n"));
                    TRACEBACK
                };
                if let Some(location) = location(error) {
                    app.console.err(&snippet(location));
                }
                code
            }
        };
        let mut text = String::new();
        for hint in hints::of(&self.error, app.program)
            .iter()
            .chain(&self.hints)
        {
            let _ = writeln!(text, "{HINT}hint:{HINT:#} {hint}");
        }
        if app.global.raiseerr {
            let _ = writeln!(text, "{:#?}", self.error);
        }
        app.console.err(&text);
        ExitCode::from(code)
    }
}

/// Whether Alembic ends the command with `FAILED: ...`, rather than with a traceback.
pub fn is_command_error(error: &CommandError) -> bool {
    match error {
        CommandError::Run(RunError::Script(_) | RunError::Interrupted { .. }) => false,
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
        _ => None,
    }
}

/// The line with a caret below it.
fn snippet(location: &Location) -> String {
    framed(
        &location.file.display().to_string(),
        location.line,
        location.column,
        location.length,
        &location.text,
    )
}

fn framed(file: &str, line: usize, column: usize, length: usize, source: &str) -> String {
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    let source = source.replace('\t', " ");
    let before: String = source.chars().take(column.saturating_sub(1)).collect();
    let indent = " ".repeat(unicode_width::UnicodeWidthStr::width(before.as_str()));
    let marked: String = source
        .chars()
        .skip(column.saturating_sub(1))
        .take(length)
        .collect();
    let carets = "^".repeat(unicode_width::UnicodeWidthStr::width(marked.as_str()).max(1));
    format!(
        "{margin}{FRAME}-->{FRAME:#} {file}:{line}:{column}\n\
         {margin} {FRAME}|{FRAME:#}\n\
         {FRAME}{number} |{FRAME:#} {source}\n\
         {margin} {FRAME}|{FRAME:#} {indent}{ERROR}{carets}{ERROR:#}\n"
    )
}

/// The traceback of a script, what was running, and the line of the project that it stopped at.
fn script_failure(failure: &ScriptFailure) -> String {
    let mut text = failure.traceback.clone();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let what = match &failure.step {
        Some(step) => format!("{step} failed"),
        None => "env.py failed".to_owned(),
    };
    let _ = writeln!(
        text,
        "\n{ERROR}error:{ERROR:#} {what}: {}",
        failure.summary().lines().next().unwrap_or_default()
    );
    if let Some(place) = &failure.place {
        let length = place.end_column.saturating_sub(place.column).max(1);
        text.push_str(&framed(
            &place.file,
            place.line as usize,
            place.column as usize,
            length as usize,
            &place.source,
        ));
    }
    if failure.rolled_back && failure.step.is_some() {
        let _ = writeln!(
            text,
            "{HINT}note:{HINT:#} all that this migration did has been rolled back"
        );
    }
    for hint in &failure.hints {
        let _ = writeln!(text, "{HINT}hint:{HINT:#} {hint}");
    }
    text
}
