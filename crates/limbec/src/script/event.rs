//! What the work on scripts reports while it goes on. The library does not print: a front end shows these events, and
//! [`ScriptEvent::text`] gives the exact text that Alembic writes for each.

/// One report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScriptEvent {
    /// A piece of work begins: `Generating …/x.py ...`.
    Begun {
        /// What is done, without the dots.
        message: String,
        /// The outcome comes on a line of its own, because the work itself prints.
        newline: bool,
        /// Shown even with `--quiet`, as Alembic does for write hooks.
        even_if_quiet: bool,
    },
    /// The piece of work ended well.
    Done {
        /// As for the beginning.
        even_if_quiet: bool,
    },
    /// The piece of work failed; the error follows.
    Failed {
        /// As for the beginning.
        even_if_quiet: bool,
    },
    /// A line for the user.
    Message {
        /// The line.
        text: String,
        /// Shown even with `--quiet`.
        even_if_quiet: bool,
    },
    /// Something that is probably a mistake (Python's `UserWarning`); belongs on standard error.
    Warning {
        /// The warning.
        text: String,
    },
}

/// Receives the events.
pub type Notify<'a> = &'a mut dyn FnMut(ScriptEvent);

impl ScriptEvent {
    /// The text for standard output, as Alembic prints it. `width` is the width of the terminal; without one lines are neither
    /// indented nor wrapped. Empty when `quiet` hides the event, and for warnings.
    #[must_use]
    pub fn text(&self, width: Option<usize>, quiet: bool) -> String {
        if quiet && !self.even_if_quiet() {
            return String::new();
        }
        match self {
            Self::Begun {
                message, newline, ..
            } => message_text(&format!("{message} ..."), *newline, width),
            Self::Done { .. } => "  done\n".to_owned(),
            Self::Failed { .. } => "  FAILED\n".to_owned(),
            Self::Message { text, .. } => message_text(text, true, width),
            Self::Warning { .. } => String::new(),
        }
    }

    /// The same event, shown even with `--quiet`.
    #[must_use]
    pub(super) fn always(mut self) -> Self {
        match &mut self {
            Self::Begun { even_if_quiet, .. }
            | Self::Done { even_if_quiet }
            | Self::Failed { even_if_quiet }
            | Self::Message { even_if_quiet, .. } => *even_if_quiet = true,
            Self::Warning { .. } => {}
        }
        self
    }

    fn even_if_quiet(&self) -> bool {
        match self {
            Self::Begun { even_if_quiet, .. }
            | Self::Done { even_if_quiet }
            | Self::Failed { even_if_quiet }
            | Self::Message { even_if_quiet, .. } => *even_if_quiet,
            Self::Warning { .. } => true,
        }
    }
}

/// A line as `alembic.util.msg` writes it: on a terminal indented by two blanks and wrapped, otherwise as it is.
#[must_use]
pub fn message_text(text: &str, newline: bool, width: Option<usize>) -> String {
    let mut out = match width {
        Some(width) if width > 0 => super::wrap::wrap(text, width, "  ").join("\n"),
        _ => text.to_owned(),
    };
    if newline {
        out.push('\n');
    }
    out
}

/// Reports a piece of work around `work`.
pub(super) fn status<T, E>(
    notify: Notify<'_>,
    message: String,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    notify(ScriptEvent::Begun {
        message,
        newline: false,
        even_if_quiet: false,
    });
    let outcome = work();
    notify(match outcome {
        Ok(_) => ScriptEvent::Done {
            even_if_quiet: false,
        },
        Err(_) => ScriptEvent::Failed {
            even_if_quiet: false,
        },
    });
    outcome
}
