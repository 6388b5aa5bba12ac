//! What moves on a terminal while migrations run.

use std::io::IsTerminal as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A line that says which migration runs. It is only there on a terminal, and only while the project's own logging
/// says nothing.
pub struct Progress {
    enabled: bool,
    logged: AtomicBool,
    bar: Mutex<Option<ProgressBar>>,
}

impl Progress {
    /// Nothing moves yet.
    pub fn new() -> Self {
        Self {
            enabled: std::io::stderr().is_terminal(),
            logged: AtomicBool::new(false),
            bar: Mutex::new(None),
        }
    }

    /// The project logs its steps itself.
    pub fn logged(&self) {
        self.logged.store(true, Ordering::Relaxed);
    }

    /// A migration starts.
    pub fn step(&self, text: &str) {
        if !self.enabled || self.logged.load(Ordering::Relaxed) {
            return;
        }
        if let Ok(mut bar) = self.bar.lock() {
            let bar = bar.get_or_insert_with(new_bar);
            bar.set_message(text.to_owned());
        }
    }

    /// A migration has ended.
    pub fn step_done(&self) {
        if let Ok(bar) = self.bar.lock()
            && let Some(bar) = &*bar
        {
            bar.inc(1);
        }
    }

    /// Write while nothing moves.
    pub fn suspend(&self, write: impl FnOnce()) {
        match self.bar.lock() {
            Ok(bar) => match &*bar {
                Some(bar) => bar.suspend(write),
                None => write(),
            },
            Err(_) => write(),
        }
    }

    /// Take the line away.
    pub fn finish(&self) {
        if let Ok(mut bar) = self.bar.lock()
            && let Some(bar) = bar.take()
        {
            bar.finish_and_clear();
        }
    }
}

fn new_bar() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} done, {wide_msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}
