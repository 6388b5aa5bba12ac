//! A look at what a script would do although packages that it uses are not there.

use crate::value::Absent;
use crate::vm::Vm;

impl Vm {
    /// From now on what is absent stands in for itself where that decides what a script does: it is true, equal to nothing
    /// but itself, a call of it is left out and answers another stand-in, and what it decorates stays as it is. Each such use
    /// is noted. This is for a look at a script; one that is carried out must have what it uses.
    pub fn assume(&mut self) {
        self.assumed.get_or_insert_default();
    }

    /// What was assumed so far, each with its place, and forgotten by this.
    pub fn take_assumed(&mut self) -> Vec<String> {
        let assumed = self.assumed.as_ref();
        assumed.map(std::cell::RefCell::take).unwrap_or_default()
    }

    /// Whether something absent stands in for itself; `what` is what is made of it.
    pub fn assumes(&self, absent: &Absent, what: &str) -> bool {
        let Some(assumed) = &self.assumed else {
            return false;
        };
        let place = self.here().map(|at| {
            let line = at.file.line(at.span.start);
            format!("{}:{line}: ", at.file.path())
        });
        let place = place.unwrap_or_default();
        let note = format!("{place}'{}' is not available: {what}", absent.name);
        let mut assumed = assumed.borrow_mut();
        if !assumed.contains(&note) {
            assumed.push(note);
        }
        true
    }
}
