//! Standard output and standard error.

use std::io::{IsTerminal, Write as _};
use std::os::fd::AsFd;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anstyle::Style;
use limbec::runner::{Event, Reporter};
use limbec::script::ScriptEvent;
use unicode_width::UnicodeWidthStr as _;

use crate::progress::Progress;
use crate::server_message::{self, Verbosity};

/// So many bytes of data for a pipe do not wait.
const HELD: usize = 64 << 10;

/// Where text goes. Standard output is data and equals Alembic's; all else goes to standard error.
pub struct Console {
    quiet: bool,
    /// Data for a pipe or a file that has not been written yet: one line at a time would cost more than making it.
    held: Mutex<Vec<u8>>,
    /// Standard output is a terminal, where everything is seen at once.
    terminal: bool,
    /// The width of the terminal, where standard input is one: Alembic then indents and wraps its messages.
    width: Option<usize>,
    /// The width of the terminal that standard error is.
    error_width: Option<usize>,
    progress: Progress,
}

impl Console {
    /// The console of the process.
    pub fn new(quiet: bool) -> Self {
        Self {
            quiet,
            held: Mutex::default(),
            terminal: std::io::stdout().is_terminal(),
            width: width_of(&std::io::stdin()),
            error_width: width_of(&std::io::stderr()),
            progress: Progress::new(),
        }
    }

    /// Text for standard output, exactly as it is. A reader that has gone away is no error.
    pub fn out(&self, text: &str) {
        self.hold(text);
        self.flush();
    }

    /// Text for standard output, of which more will follow: on a pipe it may wait until there is some.
    fn hold(&self, text: &str) {
        let mut held = self.held();
        held.extend_from_slice(text.as_bytes());
        if self.terminal || held.len() >= HELD {
            self.write(&mut held);
        }
    }

    /// Write what has waited; so does everything for standard error, which keeps the order where both are one.
    fn flush(&self) {
        self.write(&mut self.held());
    }

    fn held(&self) -> MutexGuard<'_, Vec<u8>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, held: &mut Vec<u8>) {
        if held.is_empty() {
            return;
        }
        self.progress.suspend(|| {
            let mut stdout = std::io::stdout().lock();
            let _ = stdout.write_all(held);
            let _ = stdout.flush();
        });
        held.clear();
    }

    /// A line of data, which `--quiet` hides as in Alembic.
    pub fn line(&self, text: &str) {
        if !self.quiet {
            self.hold(&format!("{text}\n"));
        }
    }

    /// Lines of data with colours, which go to a terminal only; `--quiet` hides them.
    pub fn drawing(&self, lines: &[String]) {
        if self.quiet {
            return;
        }
        let mut text = lines.join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        self.flush();
        self.progress.suspend(|| {
            let mut stdout = anstream::stdout().lock();
            let _ = stdout.write_all(text.as_bytes());
            let _ = stdout.flush();
        });
    }

    /// The width of the terminal that standard error is.
    pub fn error_width(&self) -> Option<usize> {
        self.error_width
    }

    /// The width of the terminal that standard output is.
    pub fn output_width(&self) -> Option<usize> {
        width_of(&std::io::stdout())
    }

    /// Text for standard error, with colours where it is a terminal.
    pub fn err(&self, text: &str) {
        self.flush();
        self.progress.suspend(|| {
            let mut stderr = anstream::stderr().lock();
            let _ = stderr.write_all(text.as_bytes());
        });
    }

    /// A remark such as `hint: ...`; on a terminal it is wrapped, with the lines that follow below the text.
    pub fn note(&self, style: Style, label: &str, text: &str) {
        let indent = " ".repeat(label.len() + 2);
        let mut lines = text.lines().flat_map(|line| match self.error_width {
            Some(width) => words_to_lines(line, width.saturating_sub(indent.len())),
            None => vec![line.to_owned()],
        });
        let first = lines.next().unwrap_or_default();
        let mut out = format!("{style}{label}:{style:#} {first}\n");
        for line in lines {
            out.push_str(&format!("{indent}{line}\n"));
        }
        self.err(&out);
    }

    /// What the work on scripts reports.
    pub fn script_event(&self, event: &ScriptEvent) {
        if let ScriptEvent::Warning { text } = event {
            self.err(&format!("UserWarning: {text}\n"));
        }
        let text = event.text(self.width, self.quiet);
        if !text.is_empty() {
            self.out(&text);
        }
    }

    /// A message as `alembic.util.msg` writes it.
    pub fn message(&self, text: &str) {
        if !self.quiet {
            self.out(&limbec::script::message_text(text, true, self.width));
        }
    }

    /// The work is done: nothing waits, and nothing moves on the terminal any more.
    pub fn finish(&self) {
        self.flush();
        self.progress.finish();
    }
}

/// The width of a stream that is a terminal.
fn width_of(stream: &(impl IsTerminal + AsFd)) -> Option<usize> {
    stream
        .is_terminal()
        .then(|| terminal_size::terminal_size_of(stream))
        .flatten()
        .map(|(width, _)| usize::from(width.0))
}

/// Whole words in lines of at most this width, as far as they fit.
fn words_to_lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        let fits = line.width() + 1 + word.width() <= width;
        if line.is_empty() {
            line.push_str(word);
        } else if fits {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

impl Reporter for Console {
    fn report(&self, event: Event<'_>) {
        match event {
            Event::Print(text) => self.out(text),
            Event::Sql(text) => self.hold(text),
            Event::Diagnostic(text) => {
                self.progress.logged();
                self.err(text);
            }
            Event::StepStarted(step) => self.progress.step(step.text),
            Event::StepFinished(_) => self.progress.step_done(),
            Event::Notice(notice) => {
                // What a server calls a warning is one, whatever is asked for.
                if !self.quiet || notice.severity == "WARNING" {
                    self.err(&server_message::text(notice, Verbosity::Default));
                }
            }
            Event::Statement(_) => {}
            Event::WaitingForLock => {
                self.err("waiting for another migration of the same database to end\n");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_remarks_are_wrapped_between_words() {
        assert_eq!(words_to_lines("one two three", 7), ["one two", "three"]);
        assert_eq!(
            words_to_lines("а-длинное-слово b", 4),
            ["а-длинное-слово", "b"]
        );
        assert_eq!(words_to_lines("", 10), [""]);
    }
}
