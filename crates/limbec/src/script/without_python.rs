//! What stands in for the interpreter in a build without the feature `python`: each of its uses is an error.

use std::path::Path;

use super::error::ScriptError;

fn absent(path: &Path) -> ScriptError {
    ScriptError::command_with_hint(
        format!(
            "{} is Python, and this build of Limbec is without its feature python",
            path.display()
        ),
        "build with the feature python, or write the script in SQL",
    )
}

/// Templates of scripts in Python.
pub mod mako {
    use std::path::Path;

    use indexmap::IndexMap;

    use crate::script::{CreateDate, ScriptError};

    /// A value for a template.
    #[derive(Debug, Clone)]
    pub enum TemplateValue {
        /// `None`.
        None,
        /// A text.
        Text(String),
        /// `True` or `False`.
        Bool(bool),
        /// A tuple of texts.
        Tuple(Vec<String>),
        /// A list of texts.
        List(Vec<String>),
        /// A `datetime`.
        Date(CreateDate),
    }

    /// The values that a template is given, by name.
    pub type TemplateArgs = IndexMap<String, TemplateValue>;

    /// # Errors
    /// Always.
    pub fn render(path: &Path, _text: &str, _args: &TemplateArgs) -> Result<String, ScriptError> {
        Err(super::absent(path))
    }
}

/// The headers of scripts in Python.
pub mod python_header {
    use std::path::Path;

    use crate::script::{HeaderRunner, ScriptError, ScriptHeader};

    pub(in crate::script) fn read(
        path: &Path,
        _source: &str,
        _runner: &dyn HeaderRunner,
    ) -> Result<ScriptHeader, ScriptError> {
        Err(super::absent(path))
    }
}

/// Who renders templates: nobody.
pub mod template_engine {
    use std::cell::RefCell;
    use std::fmt;
    use std::path::Path;
    use std::rc::Rc;

    use super::mako::TemplateArgs;
    use crate::config::Config;
    use crate::runner::{Interrupt, SharedReporter};
    use crate::script::ScriptError;

    /// Renders script templates.
    pub trait TemplateEngine: fmt::Debug {
        /// Renders the template `text`; `path` is the name that errors show.
        ///
        /// # Errors
        /// Always, in this build.
        fn render(
            &self,
            path: &Path,
            text: &str,
            args: &TemplateArgs,
        ) -> Result<String, ScriptError> {
            super::mako::render(path, text, args)
        }
    }

    /// Renders without a project.
    #[derive(Debug, Clone, Copy, Default)]
    pub struct PlainTemplates;

    impl TemplateEngine for PlainTemplates {}

    /// Renders with a project.
    pub struct ProjectTemplates {
        /// The configuration.
        pub config: Rc<RefCell<Config>>,
        /// Where modules are imported from.
        pub prepend_sys_path: Vec<String>,
        /// Who is told what a template prints.
        pub reporter: SharedReporter,
        /// What stops a template.
        pub interrupt: Interrupt,
    }

    impl fmt::Debug for ProjectTemplates {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.debug_struct("ProjectTemplates").finish_non_exhaustive()
        }
    }

    impl TemplateEngine for ProjectTemplates {}
}
