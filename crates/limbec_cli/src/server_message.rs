//! Errors and notices of a server, as psql shows them.

use anstyle::{AnsiColor, Style};
use limbec::runner::ServerMessage;

const LABEL: Style = Style::new().bold();

/// How much is shown, by the words of psql's `VERBOSITY`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verbosity {
    /// What a notice needs.
    Default,
    /// The SQLSTATE, the functions in which it happened, and the names of what it is about.
    Verbose,
}

/// The lines of a message.
pub fn text(message: &ServerMessage, verbosity: Verbosity) -> String {
    let style = severity_style(&message.severity);
    let verbose = verbosity == Verbosity::Verbose;
    let code = if verbose {
        format!("{}: ", message.code)
    } else {
        String::new()
    };
    let mut text = format!(
        "{style}{}:{style:#}  {code}{}\n",
        message.severity, message.message
    );
    if let Some(excerpt) = message.excerpt() {
        let (line, mark) = excerpt.split_once('\n').unwrap_or((&excerpt, ""));
        text.push_str(&format!("{line}\n"));
        let mark = mark.trim_end();
        let (indent, caret) = mark.split_at(mark.len().saturating_sub(1));
        text.push_str(&format!("{indent}{style}{caret}{style:#}\n"));
    }
    let mut part = |label: &str, value: &Option<String>| {
        if let Some(value) = value {
            text.push_str(&format!("{LABEL}{label}:{LABEL:#}  {value}\n"));
        }
    };
    part("DETAIL", &message.detail);
    part("HINT", &message.hint);
    if verbose {
        part("QUERY", &message.internal_query);
        part("CONTEXT", &message.context);
        // Most messages name these themselves.
        let unnamed = |name: &Option<String>| {
            name.clone()
                .filter(|name| !message.message.contains(name.as_str()))
        };
        part("TABLE NAME", &unnamed(&message.table));
        part("COLUMN NAME", &unnamed(&message.column));
        part("CONSTRAINT NAME", &unnamed(&message.constraint));
    }
    text
}

fn severity_style(severity: &str) -> Style {
    match severity {
        "ERROR" | "FATAL" | "PANIC" => AnsiColor::Red.on_default().bold(),
        "WARNING" => AnsiColor::Yellow.on_default().bold(),
        _ => LABEL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(message: &ServerMessage, verbosity: Verbosity) -> String {
        anstream::adapter::strip_str(&text(message, verbosity)).to_string()
    }

    #[test]
    fn an_error_has_its_code_its_place_and_the_names_that_its_text_leaves_out() {
        let message = ServerMessage {
            severity: "ERROR".to_owned(),
            code: "23505".to_owned(),
            message: "duplicate key value violates unique constraint \"u\"".to_owned(),
            detail: Some("Key (a)=(1) already exists.".to_owned()),
            position: Some(14),
            query: Some("INSERT\n\tINTO t VALUES (1)".to_owned()),
            context: Some("SQL statement".to_owned()),
            table: Some("accounts".to_owned()),
            constraint: Some("u".to_owned()),
            ..ServerMessage::default()
        };
        assert_eq!(
            plain(&message, Verbosity::Verbose),
            "ERROR:  23505: duplicate key value violates unique constraint \"u\"\n\
             LINE 2:  INTO t VALUES (1)\n              ^\n\
             DETAIL:  Key (a)=(1) already exists.\nCONTEXT:  SQL statement\nTABLE NAME:  accounts\n"
        );
    }

    #[test]
    fn a_notice_is_its_text() {
        let message = ServerMessage {
            severity: "NOTICE".to_owned(),
            code: "00000".to_owned(),
            message: "table \"t\" does not exist, skipping".to_owned(),
            context: Some("PL/pgSQL function f() line 1 at RAISE".to_owned()),
            ..ServerMessage::default()
        };
        assert_eq!(
            plain(&message, Verbosity::Default),
            "NOTICE:  table \"t\" does not exist, skipping\n"
        );
    }
}
