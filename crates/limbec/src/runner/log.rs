//! The logging that `env.py` has configured, after the run.

use std::cell::RefCell;

use limbec_python::Vm;

use crate::script::bindings::alembic::log_error;

/// Where the last word of a command is logged. Alembic's commands fail in the process that ran `env.py`, so that their
/// errors pass through the handlers that it has set up; a command that has not run it logs nothing.
#[derive(Default)]
pub struct RunLog(RefCell<Option<Vm>>);

impl RunLog {
    /// The interpreter of a run that has ended.
    pub(super) fn keep(&self, vm: Vm) {
        self.0.replace(Some(vm));
    }

    /// Log a command's error as Alembic does (`ERROR [alembic.util.messaging] ...`). A handler that fails is not worth
    /// an error that would hide the first.
    pub fn failed(&self, message: &str) {
        if let Ok(mut vm) = self.0.try_borrow_mut()
            && let Some(vm) = &mut *vm
        {
            let _ = log_error(vm, message);
        }
    }
}
