//! What the interpreter asks of the program around it: output, environment, limits.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Where `print` and `sys.stdout.write` go.
pub trait Output {
    /// Text for standard output.
    fn stdout(&mut self, text: &str);
    /// Text for standard error.
    fn stderr(&mut self, text: &str);
}

/// Keeps what is printed; for tests and for callers that show it themselves.
#[derive(Default, Clone)]
pub struct Captured {
    /// What went to standard output so far.
    pub out: Rc<RefCell<String>>,
    /// What went to standard error so far.
    pub err: Rc<RefCell<String>>,
}

impl Output for Captured {
    fn stdout(&mut self, text: &str) {
        self.out.borrow_mut().push_str(text);
    }

    fn stderr(&mut self, text: &str) {
        self.err.borrow_mut().push_str(text);
    }
}

/// The settings of a [`crate::Vm`].
pub struct Config {
    /// `os.environ`
    pub environment: BTreeMap<String, String>,
    /// Files can be read below this folder only; without it none can.
    pub project_root: Option<PathBuf>,
    /// Folders outside of the project whose files can be read too.
    pub read_paths: Vec<PathBuf>,
    /// Folders outside of the project in which log handlers may append to files.
    pub log_paths: Vec<PathBuf>,
    /// Folder that relative paths start from (`os.getcwd()`).
    pub current_dir: Option<PathBuf>,
    /// `sys.argv`
    pub argv: Vec<String>,
    /// When it becomes true, the run stops with [`crate::PyError::Interrupted`].
    pub interrupt: Arc<AtomicBool>,
    /// How many calls may be inside each other; CPython's 1000.
    pub recursion_limit: usize,
    /// How many turns of loops and calls a run may take before it is interrupted; no limit without it.
    pub steps: Option<u64>,
    /// Bytes of the largest object that a script may make at once: `'a' * 10**12` is a `MemoryError`.
    pub largest_object: usize,
    /// Makes the object for `open(path, "w")`, where the program around the interpreter lets scripts write; the path
    /// is below the project. Without it writing is not supported.
    pub create: Option<CreateFile>,
    /// Says whether the class that a native class stands for has an attribute of this name. A script that asks for it where
    /// it is not there gets [`crate::PyError::Unsupported`] instead of an `AttributeError`, which it may catch.
    pub original: Option<OriginalHas>,
    /// Packages that are not there and are known to do nothing that a script depends on: while modules are loaded they may be
    /// given anything, and what is asked of them is left out.
    pub idle_packages: &'static [&'static str],
    /// Keywords that describe what is there already, and are mostly not read: what a call of something absent would make
    /// may be handed on by them.
    pub descriptive_keywords: &'static [&'static str],
}

/// See [`Config::original`]: given the full name of the class and the name of the attribute.
pub type OriginalHas = Rc<dyn Fn(&str, &str) -> bool>;

/// See [`Config::create`]: given the path and the mode.
pub type CreateFile = Rc<dyn Fn(&mut crate::Vm, &std::path::Path, &str) -> crate::PyResult>;

impl Default for Config {
    fn default() -> Self {
        Self {
            environment: BTreeMap::new(),
            project_root: None,
            // Where containers are given their secrets.
            read_paths: vec![PathBuf::from("/run/secrets")],
            log_paths: vec![PathBuf::from("/var/log")],
            current_dir: None,
            argv: Vec::new(),
            interrupt: Arc::new(AtomicBool::new(false)),
            recursion_limit: 1000,
            steps: None,
            largest_object: 1 << 31,
            create: None,
            original: None,
            idle_packages: &[],
            descriptive_keywords: &[],
        }
    }
}
