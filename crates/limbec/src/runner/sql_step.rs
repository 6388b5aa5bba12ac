//! A step whose script is SQL.

use limbec_sql::db_error::{DbError, DbErrorKind};

use super::error::{FailureKind, FailurePlace, RunError, ScriptFailure};
use super::session::{SqlRefusal, database_error};
use super::steps::Runtime;
use crate::config::Location;
use crate::script::host::HostError;
use crate::script::sql::{SqlProgram, SqlStep};

/// Run the statements of a script, or write them.
///
/// # Errors
/// A statement that the database refuses, with its place in the script.
pub(super) fn run<R: Runtime>(
    runtime: &mut R,
    program: &SqlProgram,
    step: &str,
) -> Result<(), R::Error> {
    let mut left: Option<bool> = None;
    for statement in &program.steps {
        match (statement.autocommit, left) {
            (true, None) => left = Some(runtime.leave_transaction()?),
            (false, Some(resume)) => {
                runtime.return_to_transaction(resume)?;
                left = None;
            }
            _ => {}
        }
        let ran = runtime
            .session()
            .run_sql(program.text(*statement), || program.written(*statement));
        if let Err(refusal) = ran {
            return Err(refused(runtime, program, *statement, step, refusal));
        }
        runtime.finish(Ok(()))?;
    }
    match left {
        Some(resume) => runtime.return_to_transaction(resume),
        None => Ok(()),
    }
}

fn refused<R: Runtime>(
    runtime: &mut R,
    program: &SqlProgram,
    statement: SqlStep,
    step: &str,
    refusal: SqlRefusal,
) -> R::Error {
    let error = match refusal {
        SqlRefusal::Host(error) => {
            return match runtime.finish::<()>(Err(error)) {
                Err(error) => error,
                Ok(()) => runtime.stop(RunError::command("interrupted")),
            };
        }
        SqlRefusal::Database(error) => error,
    };
    let leftover = runtime.session().leftover();
    if error.kind == DbErrorKind::Interrupted {
        let told = RunError::Interrupted {
            step: Some(step.to_owned()),
            leftover,
        };
        return runtime.refused(HostError::Interrupted, told);
    }
    let place = program.place(statement, offset(&error, program.text(statement)));
    let told = RunError::Script(Box::new(ScriptFailure {
        kind: FailureKind::Sql,
        class: class(&error),
        message: words(&error),
        place: Some(shown(&place)),
        traceback: String::new(),
        step: Some(step.to_owned()),
        rolled_back: true,
        leftover,
        database: Some(error.kind),
        server: error.server.clone().map(|mut server| {
            // The place is shown in the file.
            server.position = None;
            server
        }),
        hints: hints(&error, statement),
    }));
    runtime.refused(database_error(*error), told)
}

/// The byte of the statement that the database points at: a number of bytes, or of characters from 1.
fn offset(error: &DbError, text: &str) -> Option<usize> {
    let characters = error.server.as_ref().and_then(|server| server.position);
    match characters {
        Some(position) => text
            .char_indices()
            .nth(position.checked_sub(1)?)
            .map(|(offset, _)| offset),
        None => error.offset,
    }
}

fn class(error: &DbError) -> String {
    match (&error.server, &error.code_name) {
        (Some(server), _) => server.severity.clone(),
        (None, Some(name)) => name.clone(),
        (None, None) => error.class_name().to_owned(),
    }
}

fn words(error: &DbError) -> String {
    match &error.server {
        Some(server) => server.message.clone(),
        // These are the words of a Python driver, which names functions of its own behind the colon.
        None if error.message.starts_with("can't execute COPY ") => {
            let (said, _) = error
                .message
                .split_once(':')
                .unwrap_or((&error.message, ""));
            said.to_owned()
        }
        None => error.message.clone(),
    }
}

fn hints(error: &DbError, statement: SqlStep) -> Vec<String> {
    let mut hints = error.hints.clone();
    let inside = error.code_name.as_deref() == Some("25001")
        || error.message.contains("from within a transaction");
    if error.message.starts_with("can't execute COPY ") {
        hints.push(
            "a script brings and takes no data of its own: write the rows as INSERT ... VALUES, or COPY from a file \
             of the server"
                .to_owned(),
        );
    }
    if inside && !statement.autocommit {
        hints.push(
            "write `-- limbec:autocommit` on a line above it: what follows there runs outside of the transaction"
                .to_owned(),
        );
    }
    hints
}

fn shown(place: &Location) -> FailurePlace {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    FailurePlace {
        file: place.file.display().to_string(),
        line: number(place.line),
        column: number(place.column),
        end_column: number(place.column + place.length),
        source: place.text.clone(),
    }
}
