//! Where in a file of CREATE statements an error stands.

use std::path::Path;

use limbec_sql::DbError;
use limbec_sql::scratch::ScriptError as Refusal;

use super::source::SourceError;
use crate::config::Location;
use crate::runner::RunError;
use crate::script::ScriptError;
use crate::script::sql::{location, word_length};

impl From<SourceError> for RunError {
    /// An error of a statement is shown in its file, where the database says its place.
    fn from(error: SourceError) -> Self {
        if let SourceError::Script {
            file,
            error: Refusal::Database(refusal),
        } = &error
            && let Some(location) = place(file, refusal)
        {
            let message = match &refusal.server {
                Some(server) => server.message.clone(),
                None => refusal.message.clone(),
            };
            return Self::Scripts(Box::new(ScriptError::Revision {
                message,
                path: file.clone(),
                location: Some(Box::new(location)),
                hint: error.hints().into_iter().next(),
            }));
        }
        Self::Command {
            message: error.to_string(),
            hints: error.hints(),
        }
    }
}

fn place(file: &Path, error: &DbError) -> Option<Location> {
    let (text, at) = match &error.server {
        // The server runs the file as a text inside of its own; it counts characters from 1.
        Some(server) => {
            let text = server.internal_query.clone()?;
            let before = server.internal_position?.checked_sub(1)?;
            let (at, _) = text.char_indices().nth(before)?;
            (text, at)
        }
        None => (std::fs::read_to_string(file).ok()?, error.offset?),
    };
    let rest = text.get(at..)?;
    Some(location(file, &text, at, at + word_length(rest)))
}
