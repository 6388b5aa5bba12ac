//! Running the text of modules.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::frame::{Exit, Frame};
use super::generator::Resume;
use crate::error::{PyError, PyResult};
use crate::import::Unread;
use crate::ir::Code;
use crate::source::SourceFile;
use crate::value::{Module, Value};
use crate::vm::Vm;

impl Vm {
    /// Run a module that comes with the program: one of the standard library, or of the importer.
    pub(super) fn load_library(
        &mut self,
        module: Rc<Module>,
        text: &str,
        is_package: bool,
    ) -> PyResult<Rc<Module>> {
        let path = format!("{}{}>", crate::stdlib::SOURCE_PREFIX, module.name());
        if is_package {
            // There is nothing to find below it but what is in the tables.
            module.set("__path__", Value::list(Vec::new()));
        }
        self.run_source(module, &path, text)
    }

    pub(super) fn load_source(
        &mut self,
        name: &str,
        path: &str,
        text: impl Into<Arc<str>>,
        is_package: bool,
    ) -> PyResult<Rc<Module>> {
        let module = Module::new(name);
        if is_package {
            let folder = path
                .rsplit_once(['/', '\\'])
                .map_or("", |(folder, _)| folder);
            module.set("__path__", Value::list(vec![Value::str(folder)]));
            module.set("__package__", name);
        } else {
            let parent = name.rsplit_once('.').map_or("", |(parent, _)| parent);
            module.set("__package__", parent);
        }
        module.set("__spec__", spec(&module, path));
        self.run_source(module, path, text)
    }

    /// Run the text of a module that is new; what it left in `sys.modules` is what was imported.
    fn run_source(
        &mut self,
        module: Rc<Module>,
        path: &str,
        text: impl Into<Arc<str>>,
    ) -> PyResult<Rc<Module>> {
        let name = module.name().clone();
        let text: Arc<str> = text.into();
        self.add_module(&module);
        self.loading.push(name.clone());
        let mut result = self.run_in(&module, path, text.clone());
        if let Err(PyError::Exception(raised)) = &result
            && let Some(problem) = self.caused_by_absence(raised)
        {
            result = Err(PyError::Unsupported(Box::new(problem)));
        }
        self.loading.pop();
        self.unread.retain(|unread| unread.name != name);
        if let Err(error) = result {
            self.modules.shift_remove(&name);
            if let PyError::Unsupported(problem) = &error {
                self.unread.push(Unread {
                    name,
                    path: Rc::from(path),
                    text,
                    cause: Rc::from(problem.to_string()),
                    problem: problem.clone(),
                });
            }
            return Err(error);
        }
        // A module may replace itself in `sys.modules`; what it left there is what was imported.
        match self.modules.get(&name) {
            Some(Value::Module(module)) => Ok(module.clone()),
            _ => Ok(module),
        }
    }

    /// Run a source text as a module of that name, which is put into `sys.modules`.
    ///
    /// # Errors
    /// `SyntaxError`; whatever the module raises.
    pub fn run_module(&mut self, name: &str, path: &str, source: &str) -> PyResult<Rc<Module>> {
        self.load_source(name, path, source, false)
    }

    /// As [`Vm::run_module`], without a copy of the text, which stays as long as functions of it do.
    ///
    /// # Errors
    /// As [`Vm::run_module`].
    pub fn run_shared(&mut self, name: &str, path: &str, source: Arc<str>) -> PyResult<Rc<Module>> {
        self.load_source(name, path, source, false)
    }

    /// Run a source text with the names of a module.
    ///
    /// # Errors
    /// Whatever the text raises.
    pub fn run_in(
        &mut self,
        module: &Rc<Module>,
        path: &str,
        source: impl Into<Arc<str>>,
    ) -> PyResult<()> {
        module.set("__file__", path);
        if !module.dict().contains_str("__doc__") {
            module.set("__doc__", Value::None);
        }
        let code = lowered(path, source)?;
        if let Some(doc) = &code.doc {
            module.set("__doc__", Value::Str(doc.clone()));
        }
        let mut frame = Frame::new(code, module.clone(), &[]);
        match frame.run(self, Resume::Start)? {
            Exit::Return(_) | Exit::Yield(_) => {
                module.dict().shrink();
                Ok(())
            }
        }
    }

    /// Run code with the names of a module and locals that may be others: what it returns.
    pub(crate) fn run_code(
        &mut self,
        code: Rc<crate::ir::Code>,
        globals: Rc<Module>,
        locals: Rc<crate::value::PyDict>,
    ) -> PyResult {
        let mut frame = Frame::new(code, globals, &[]);
        frame.names = Some(locals);
        match frame.run(self, Resume::Start)? {
            Exit::Return(value) | Exit::Yield(value) => Ok(value),
        }
    }

    /// The value of an expression that is given as text, with the names of a module.
    ///
    /// # Errors
    /// Whatever the expression raises.
    pub fn eval_text(&mut self, text: &str, globals: &Rc<Module>) -> PyResult {
        let file = SourceFile::new("<string>", format!("({text}\n)"));
        let code = crate::lower::expression(&file)?;
        let mut frame = Frame::new(code, globals.clone(), &[]);
        match frame.run(self, Resume::Start)? {
            Exit::Return(value) | Exit::Yield(value) => Ok(value),
        }
    }
}

/// What a module is told of itself.
fn spec(module: &Module, path: &str) -> Value {
    let spec = SPEC.with(crate::value::Class::allocate);
    let of = |name: &str| module.dict().get_str(name).unwrap_or_default();
    spec.set("name", Value::Str(module.name().clone()));
    spec.set("parent", of("__package__"));
    spec.set("origin", Value::str(path));
    spec.set("submodule_search_locations", of("__path__"));
    spec.set("has_location", Value::Bool(true));
    spec.set("loader", Value::None);
    Value::Instance(spec)
}

thread_local! {
    static SPEC: Rc<crate::value::Class> =
        crate::native::ClassBuilder::new("importlib._bootstrap", "ModuleSpec").build();

    /// The library's own modules, lowered: every interpreter of a thread runs the same ones, and
    /// `show --sql` starts one for each side of each revision.
    static LOWERED: RefCell<HashMap<String, Rc<Code>>> = RefCell::default();
}

/// A module of a package that the importer brings: its modules are there without being imported, as the packages that
/// these stand for import them.
pub(super) fn library(name: &str, is_package: bool) -> Rc<Module> {
    let own = name.to_owned();
    let find = move |vm: &mut Vm, below: &str| vm.find_module(&format!("{own}.{below}"));
    let lazy: Option<crate::value::class::LazyNames> = if is_package {
        Some(Rc::new(find))
    } else {
        None
    };
    Module::with_lazy(name, crate::value::PyDict::new(), lazy, true)
}

/// A module's text, lowered; the library's own modules are lowered once.
fn lowered(path: &str, source: impl Into<Arc<str>>) -> PyResult<Rc<Code>> {
    let own = path.starts_with(crate::stdlib::SOURCE_PREFIX);
    if own && let Some(code) = LOWERED.with(|known| known.borrow().get(path).cloned()) {
        return Ok(code);
    }
    let source: Arc<str> = source.into();
    let file = match source.strip_prefix('\u{feff}') {
        Some(text) => SourceFile::new(path, text.trim_start_matches('\u{feff}')),
        None => SourceFile::new(path, source),
    };
    let code = crate::lower::module(&file)?;
    if own {
        LOWERED.with(|known| known.borrow_mut().insert(path.to_owned(), code.clone()));
    }
    Ok(code)
}
