//! What can go wrong while Python code runs.

use std::rc::Rc;

use crate::source::{SourceFile, Span};
use crate::value::{Instance, Value};

/// The result of anything that may run Python code.
pub type PyResult<T = Value> = Result<T, PyError>;

/// Why Python code stopped.
#[derive(Debug, Clone, thiserror::Error)]
pub enum PyError {
    /// A Python exception. `except` can catch it.
    #[error("{}", .0.summary())]
    Exception(Raised),
    /// Something that the interpreter does not have. No `except` catches it.
    #[error("{0}")]
    Unsupported(Box<Unsupported>),
    /// The run was stopped from outside. No `except` catches it; `finally` and `with` still run.
    #[error("interrupted")]
    Interrupted,
}

/// A raised exception; its way so far is in the exception's state.
#[derive(Clone)]
pub struct Raised {
    /// The exception.
    pub value: Rc<Instance>,
    /// Whether the frame where it is raised again adds no entry to the traceback (a bare `raise`, the end of `finally`).
    pub(crate) again: bool,
}

impl std::fmt::Debug for Raised {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.summary())
    }
}

impl Raised {
    pub(crate) fn new(value: Rc<Instance>) -> Self {
        Self {
            value,
            again: false,
        }
    }

    /// The calls the exception went through, outermost first, as a traceback shows them.
    pub fn traceback(&self) -> Vec<TraceEntry> {
        let mut entries = self
            .value
            .exception(|state| state.traceback.clone())
            .unwrap_or_default();
        entries.reverse();
        entries
    }

    /// `ValueError: text`, as well as it can be said without running Python code (`__str__`).
    pub fn summary(&self) -> String {
        let name = self.value.class().full_name();
        let text = self
            .value
            .exception(|state| match state.args.as_slice() {
                [] => String::new(),
                [one] => one
                    .as_str()
                    .map_or_else(|| format!("{one:?}"), |text| text.to_string()),
                more => format!("{more:?}"),
            })
            .unwrap_or_default();
        if text.is_empty() {
            name
        } else {
            format!("{name}: {text}")
        }
    }
}

/// One call that an exception went through.
#[derive(Clone, Debug)]
pub struct TraceEntry {
    /// The file of the code.
    pub file: Rc<SourceFile>,
    /// The expression or statement that was being run.
    pub span: Span,
    /// The function's name, `<module>` at the top.
    pub function: Rc<str>,
}

impl TraceEntry {
    /// Line number, from 1.
    pub fn line(&self) -> u32 {
        self.file.line(self.span.start)
    }

    /// The line's text.
    pub fn source_line(&self) -> &str {
        self.file.line_text(self.line())
    }
}

/// Something that the interpreter does not have: a construct, a function, a package.
#[derive(Debug, Clone)]
pub struct Unsupported {
    /// What it is, in words.
    pub what: String,
    /// Where the script uses it.
    pub place: Option<TraceEntry>,
    /// The name that came from a package that is not there.
    pub absent: Option<Rc<crate::value::Absent>>,
    /// The calls that led there, outermost first.
    pub traceback: Vec<TraceEntry>,
}

impl std::fmt::Display for Unsupported {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.what)?;
        if let Some(place) = &self.place {
            write!(f, " ({}, line {})", place.file.path(), place.line())?;
        }
        Ok(())
    }
}

impl std::error::Error for Unsupported {}

impl PyError {
    /// The exception, when it is one.
    pub fn exception(&self) -> Option<&Rc<Instance>> {
        match self {
            Self::Exception(raised) => Some(&raised.value),
            _ => None,
        }
    }

    /// Something unsupported at a known place.
    pub(crate) fn unsupported_at(
        what: impl Into<String>,
        file: &Rc<SourceFile>,
        span: Span,
    ) -> Self {
        Self::Unsupported(Box::new(Unsupported {
            what: what.into(),
            place: Some(TraceEntry {
                file: file.clone(),
                span,
                function: Rc::from("<module>"),
            }),
            absent: None,
            traceback: Vec::new(),
        }))
    }
}

/// A builtin exception with a message: `raise("ValueError", "no such thing")`. A name that is no builtin exception
/// becomes `RuntimeError`.
pub fn raise(class: &str, message: impl AsRef<str>) -> PyError {
    let class = crate::types::types().exception(class);
    raise_class(&class, vec![Value::str(message)])
}

/// An exception of a class that keeps its arguments as `BaseException` does; `__init__` is not called
/// (`Vm::raise_class` calls it).
pub fn raise_class(class: &Rc<crate::value::Class>, args: Vec<Value>) -> PyError {
    let instance = class.allocate();
    instance.exception_mut(|state| state.args = args);
    PyError::Exception(Raised::new(instance))
}

/// Something that the interpreter does not have; the place is filled in where the script is.
pub fn unsupported(what: impl Into<String>) -> PyError {
    PyError::Unsupported(Box::new(Unsupported {
        what: what.into(),
        place: None,
        absent: None,
        traceback: Vec::new(),
    }))
}

/// The error of a name that is used although its package is not there.
pub(crate) fn absent_used(absent: &Rc<crate::value::Absent>) -> PyError {
    let line = absent.file.line(absent.span.start);
    let name = &absent.name;
    let path = absent.file.path();
    let mut error = unsupported(match &absent.cause {
        Some(cause) => format!(
            "'{name}' is used here, but the module that {path}, line {line} imports it from could not be interpreted: \
             {cause}"
        ),
        None => format!(
            "'{name}' is used here, but the package '{}' that {path}, line {line} imports it from is not available",
            absent.package,
        ),
    });
    if let PyError::Unsupported(unsupported) = &mut error {
        unsupported.absent = Some(absent.clone());
    }
    error
}
