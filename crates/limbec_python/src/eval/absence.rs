//! What is absent and stops a module: telling it from the project's own mistakes.

use super::imports::ABSENT_STAR;
use crate::error::{Raised, TraceEntry, Unsupported};
use crate::value::{Module, Value};
use crate::vm::Vm;

impl Vm {
    /// What stopped a module that a script imports, where it is not the project's mistake: code that was given stand-ins of
    /// what is absent and found that they are not what it expects (`assert isinstance(...)`). What projects raise themselves,
    /// as for a setting that is missing, stays theirs.
    pub(super) fn caused_by_absence(&self, raised: &Raised) -> Option<Unsupported> {
        let expects = [
            "AssertionError",
            "AttributeError",
            "IndexError",
            "TypeError",
        ];
        let class = raised.value.class();
        if !self.is_loading_parts()
            || !expects.contains(&class.full_name().as_str())
            // `os.environ.get("KINDS").split()`: a setting that is missing, too.
            || raised.summary().contains("'NoneType'")
        {
            return None;
        }
        let traceback: Vec<TraceEntry> = raised.traceback();
        let mut own = traceback
            .iter()
            .filter(|entry| !entry.file.path().starts_with(crate::stdlib::SOURCE_PREFIX));
        let place = own.clone().next_back()?.clone();
        own.any(|entry| self.holds_absent(entry.file.path()))
            .then(|| Unsupported {
                what: raised.summary(),
                place: Some(place),
                absent: None,
                traceback,
            })
    }

    /// Whether a module that was run from that file has a name that is absent, or a module (`ctypes`) whose functions are.
    fn holds_absent(&self, path: &str) -> bool {
        let is_it = |module: &Module| matches!(module.dict().get_str("__file__"), Some(Value::Str(file)) if *file == *path);
        self.modules.values().any(|module| match module {
            Value::Module(module) if is_it(module) => {
                module
                    .dict()
                    .str_items()
                    .iter()
                    .any(|(_, value)| match value {
                        Value::Absent(_) => true,
                        Value::Module(other) => other.dict().contains_str(ABSENT_STAR),
                        _ => false,
                    })
            }
            _ => false,
        })
    }
}

/// CPython runs comprehensions as a part of the code around them.
pub(super) fn is_comprehension(entry: &TraceEntry) -> bool {
    matches!(
        &*entry.function,
        "<listcomp>" | "<setcomp>" | "<dictcomp>" | "<genexpr>"
    )
}
