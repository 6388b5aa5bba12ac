//! Errors of a run without Python.

use limbec_sql::ConnectError;

use super::error::{FailureKind, RunError, ScriptFailure};
use super::session::Session;
use crate::script::host::HostError;

/// A database that cannot be opened or reached.
pub(crate) fn connect_error(error: ConnectError) -> RunError {
    match error {
        ConnectError::Database(error) => RunError::Database {
            class: error.driver_class(),
            message: error.message.trim_end().to_owned(),
            kind: error.kind,
            hints: error.hints.clone(),
            server: error.server.clone().map(Box::new),
        },
        ConnectError::Url(error) => RunError::Command {
            message: error.to_string(),
            hints: error.hint().into_iter().collect(),
        },
        ConnectError::NoDriver(_) => RunError::command(error.to_string()),
    }
}

/// What the session answers to Limbec's own statements.
pub(super) fn host_error(session: &Session, error: HostError) -> RunError {
    let noted = session.noted(&error.to_string());
    let mut told = match error {
        HostError::Interrupted => RunError::Interrupted {
            step: None,
            leftover: session.leftover(),
        },
        HostError::Database {
            driver_class,
            message,
            server,
            ..
        } => RunError::Database {
            class: driver_class,
            message: message.trim_end().to_owned(),
            kind: noted
                .as_ref()
                .and_then(|noted| noted.kind)
                .unwrap_or_default(),
            hints: Vec::new(),
            server,
        },
        HostError::Compile(_) | HostError::Exception { .. } => RunError::command(error.to_string()),
        HostError::Unsupported(message) => RunError::Script(Box::new(ScriptFailure {
            kind: FailureKind::Unsupported,
            class: "Unsupported".to_owned(),
            message,
            place: None,
            traceback: String::new(),
            step: None,
            rolled_back: true,
            leftover: session.leftover(),
            database: None,
            server: None,
            hints: Vec::new(),
        })),
    };
    if let Some(noted) = noted {
        told.add(noted);
    }
    told
}
