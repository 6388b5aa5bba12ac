use std::cell::RefCell;

use super::event::{Event, SharedReporter};

/// Where the SQL of an offline run goes.
///
/// Without a buffer of the script's own it goes to standard output by way of the reporter. A
/// buffer is a Python object, which the session must not call: then the text waits here until the
/// bindings hand it over.
#[derive(Debug, Default)]
pub struct Writer {
    pending: Option<RefCell<String>>,
}

impl Writer {
    /// A writer to standard output.
    pub fn to_reporter() -> Self {
        Self { pending: None }
    }

    /// A writer whose text is fetched by [`Writer::take`].
    pub fn buffered() -> Self {
        Self {
            pending: Some(RefCell::default()),
        }
    }

    /// Write a statement or a comment, followed by the blank line that Alembic puts there.
    pub fn write(&self, text: &str, reporter: &SharedReporter) {
        match &self.pending {
            Some(pending) => {
                let mut pending = pending.borrow_mut();
                pending.push_str(text);
                pending.push_str("\n\n");
            }
            None => reporter.report(Event::Sql(&format!("{text}\n\n"))),
        }
    }

    /// The text that waits, which then waits no more.
    pub fn take(&self) -> String {
        self.pending
            .as_ref()
            .map(|pending| std::mem::take(&mut *pending.borrow_mut()))
            .unwrap_or_default()
    }
}
