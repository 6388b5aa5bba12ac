//! `import`.

use std::rc::Rc;

use super::absence::is_comprehension;
use super::frame::Frame;
use super::modules::library;
use crate::error::{PyError, PyResult, raise};
use crate::import::{Found, Unread};
use crate::ir::{CodeKind, ImportFrom, ImportName, Target};
use crate::source::Span;
use crate::value::{Absent, Module, Value};
use crate::vm::Vm;

/// What a module keeps of `from x import *` where `x` is absent.
pub(crate) const ABSENT_STAR: &str = " from an absent module import *";

/// What `importlib.metadata` raises.
const NOT_INSTALLED: &str = "importlib.metadata.PackageNotFoundError";

/// What marks a package whose other parts may be installed elsewhere (`pkgutil.extend_path`).
const PORTIONS: &str = "__limbec_portions__";

impl Frame {
    pub(super) fn import(&mut self, vm: &mut Vm, names: &[ImportName]) -> PyResult<()> {
        for name in names {
            vm.span = name.span;
            let module = vm.import_or_absent(&name.module, name.guarded, self, name.span)?;
            let value = if name.renamed {
                module
            } else {
                let first = name.module.split('.').next().unwrap_or("");
                match vm.modules.get(first) {
                    Some(value) => value.clone(),
                    None => match module {
                        Value::Absent(absent) => Value::Absent(Rc::new(Absent {
                            name: Rc::from(first),
                            package: absent.package.clone(),
                            file: absent.file.clone(),
                            span: absent.span,
                            cause: absent.cause.clone(),
                        })),
                        other => other,
                    },
                }
            };
            self.store(vm, &name.target, value)?;
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, vm: &mut Vm, node: &ImportFrom, at: Span) -> PyResult<()> {
        if &*node.module == "__future__" && node.level == 0 {
            // The features are known when the source is lowered; the names are only there to be bound.
            for (name, target, _) in &node.names {
                self.store(vm, target, Value::Str(name.clone()))?;
            }
            return Ok(());
        }
        let dotted = self.absolute_name(&node.module, node.level)?;
        let module = vm.import_or_absent(&dotted, node.guarded, self, at)?;
        if node.star {
            return self.import_star(vm, &module);
        }
        for (name, target, _) in &node.names {
            vm.span = at;
            let value = self.imported_name(vm, &module, &dotted, name, node.guarded)?;
            self.store(vm, target, value)?;
        }
        Ok(())
    }

    /// What a name of a module stands for when its value could not be made because something in it is absent:
    /// `LOG = log.getLogger(__name__)`, `Model = make_base()`. Most such names are never used by a migration, so
    /// binding one is not using it; the error comes where the name is used. Inside of functions, and for what a
    /// call of the project's own code ran into, the error stays where it is.
    pub(super) fn absent_result(&self, vm: &Vm, targets: &[Target], error: PyError) -> PyResult {
        let bound = targets.iter().all(|at| matches!(at, Target::Name(..)));
        match error {
            // `__version__ = version("package")`: no packages are installed here.
            PyError::Exception(raised)
                if bound
                    && self.code.kind == CodeKind::Module
                    && vm.is_loading()
                    && !self.is_guarded()
                    && raised.value.class().full_name() == NOT_INSTALLED =>
            {
                let Target::Name(_, span) = &targets[0] else {
                    return Err(PyError::Exception(raised));
                };
                let name = self.code.file.slice(*span);
                Ok(Value::Absent(Rc::new(Absent {
                    name: Rc::from(name),
                    package: Rc::from(name),
                    file: self.code.file.clone(),
                    span: *span,
                    cause: Some(Rc::from(
                        "no package is installed that it could be asked of",
                    )),
                })))
            }
            PyError::Unsupported(unsupported)
                if bound
                    && self.code.kind == CodeKind::Module
                    && unsupported.traceback.iter().all(is_comprehension) =>
            {
                match unsupported.absent {
                    Some(absent) => Ok(Value::Absent(absent)),
                    None => Err(PyError::Unsupported(unsupported)),
                }
            }
            error => Err(error),
        }
    }

    fn imported_name(
        &mut self,
        vm: &mut Vm,
        module: &Value,
        dotted: &str,
        name: &str,
        guarded: bool,
    ) -> PyResult {
        // What an absent module holds is absent, too: naming it is not using it.
        if let Value::Absent(_) = module {
            return vm.getattr(module, name);
        }
        if let Some(value) = vm.getattr_opt(module, name)? {
            return Ok(value);
        }
        let full = format!("{dotted}.{name}");
        if let Some(value) = vm.modules.get(full.as_str()) {
            return Ok(value.clone());
        }
        if let Value::Module(parent) = module {
            if parent.dict().contains_str("__path__")
                && let Some(value) = vm.find_module(&full)?
            {
                return Ok(value);
            }
            // `from x import *` of a module that is absent may have been meant to bind it.
            if let Some(Value::Absent(absent)) = parent.dict().get_str(ABSENT_STAR) {
                return Ok(vm.absent_attr(&absent, name));
            }
            let place = match parent.dict().get_str("__file__") {
                Some(Value::Str(file)) => file.to_string(),
                _ => "unknown location".to_owned(),
            };
            let partial = vm.loading.iter().any(|loading| **loading == *dotted);
            let text = if partial {
                format!(
                    "cannot import name '{name}' from partially initialized module '{dotted}' (most likely due to a circular import) ({place})"
                )
            } else {
                format!("cannot import name '{name}' from '{dotted}' ({place})")
            };
            if parent.is_native() && !guarded {
                let problem = vm.unsupported(format!("'{name}' of the module '{dotted}'"));
                // A module of the project may do without it; whoever uses it is told.
                return match problem {
                    PyError::Unsupported(problem) if vm.is_loading() => {
                        Ok(Value::Absent(Rc::new(Absent {
                            name: Rc::from(full),
                            package: Rc::from(dotted),
                            file: self.code.file.clone(),
                            span: vm.span,
                            cause: Some(Rc::from(problem.to_string())),
                        })))
                    }
                    other => Err(other),
                };
            }
            return Err(raise("ImportError", text));
        }
        Err(raise(
            "ImportError",
            format!("cannot import name '{name}' from '{dotted}'"),
        ))
    }

    fn import_star(&mut self, vm: &mut Vm, module: &Value) -> PyResult<()> {
        let module = match module {
            Value::Module(module) => module.clone(),
            Value::Absent(absent) => {
                // Which names it would bind is not known: a name that is missing later may be one of them.
                self.globals
                    .dict()
                    .set_str(ABSENT_STAR, Value::Absent(absent.clone()));
                return Ok(());
            }
            _ => return Ok(()),
        };
        if let Some(absent) = module.dict().get_str(ABSENT_STAR) {
            self.globals.dict().set_str(ABSENT_STAR, absent);
        }
        let names: Vec<Rc<str>> = match module.dict().get_str("__all__") {
            Some(all) => vm.iterate(&all)?.iter().filter_map(Value::as_str).collect(),
            None => module
                .dict()
                .str_items()
                .into_iter()
                .map(|(name, _)| name)
                .filter(|name| !name.starts_with('_'))
                .collect(),
        };
        for name in names {
            let package = Value::Module(module.clone());
            let value = match vm.getattr_opt(&package, &name)? {
                Some(value) => value,
                // `__all__` may name modules of the package that nothing has imported yet.
                None if module.dict().contains_str("__path__") => {
                    match vm.find_module(&format!("{}.{name}", module.name()))? {
                        Some(value) => value,
                        None => vm.getattr(&package, &name)?,
                    }
                }
                None => vm.getattr(&package, &name)?,
            };
            self.globals.dict().set_str(name, value);
        }
        Ok(())
    }

    /// The whole name of a relative import.
    fn absolute_name(&self, module: &str, level: u32) -> PyResult<String> {
        if level == 0 {
            return Ok(module.to_owned());
        }
        let package = match self.globals.dict().get_str("__package__") {
            Some(Value::Str(package)) => package.to_string(),
            _ => String::new(),
        };
        if package.is_empty() {
            return Err(raise(
                "ImportError",
                "attempted relative import with no known parent package",
            ));
        }
        let mut parts: Vec<&str> = package.split('.').collect();
        for _ in 1..level {
            parts.pop();
            if parts.is_empty() {
                return Err(raise(
                    "ImportError",
                    "attempted relative import beyond top-level package",
                ));
            }
        }
        if !module.is_empty() {
            parts.push(module);
        }
        Ok(parts.join("."))
    }
}

impl Vm {
    /// Import a module by its whole dotted name.
    ///
    /// # Errors
    /// `ModuleNotFoundError`; whatever the module raises.
    pub fn import(&mut self, name: &str) -> PyResult {
        match self.find_module(name)? {
            Some(module) => Ok(module),
            None => Err(self.not_found(name)),
        }
    }

    fn not_found(&self, name: &str) -> PyError {
        let mut missing = name;
        let mut text = format!("No module named '{name}'");
        // The first part that is not there is named; when its parent is no package, that is said.
        for (index, _) in name.match_indices('.') {
            let parent = &name[..index];
            if !self.modules.contains_key(parent) {
                missing = parent;
                text = format!("No module named '{missing}'");
                break;
            }
        }
        if let Some((parent, _)) = name.rsplit_once('.')
            && missing == name
            && let Some(Value::Module(module)) = self.modules.get(parent)
            && !module.dict().contains_str("__path__")
        {
            text = format!("No module named '{name}'; '{parent}' is not a package");
        }
        let error = raise("ModuleNotFoundError", text);
        if let Some(exception) = error.exception() {
            exception.set("name", Value::str(missing));
            exception.set("path", Value::None);
        }
        error
    }

    /// A module, or a stand-in when its package is not there and nobody waits for the error.
    fn import_or_absent(
        &mut self,
        name: &str,
        guarded: bool,
        frame: &Frame,
        span: Span,
    ) -> PyResult {
        match self.find_module(name) {
            Ok(Some(module)) => return Ok(module),
            Ok(None) => {}
            // A module of the project that does what cannot be done here is absent: whoever uses a name of it is told.
            Err(PyError::Unsupported(problem)) => {
                let absent = Value::Absent(Rc::new(Absent {
                    name: Rc::from(name),
                    package: Rc::from(name.split('.').next().unwrap_or("")),
                    file: frame.code.file.clone(),
                    span,
                    cause: Some(Rc::from(problem.to_string())),
                }));
                // `import a.b` binds `a`, and `a.b.c` is asked of that.
                if let Some((parent, last)) = name.rsplit_once('.')
                    && let Some(Value::Module(parent)) = self.modules.get(parent)
                    && !parent.dict().contains_str(last)
                {
                    parent.dict().set_str(last, absent.clone());
                }
                return Ok(absent);
            }
            Err(error) => return Err(error),
        }
        if guarded {
            return Err(self.not_found(name));
        }
        let first = name.split('.').next().unwrap_or("");
        let known = self
            .modules
            .get(first)
            .is_some_and(|module| matches!(module, Value::Module(module) if !module.is_native() && !module.dict().contains_str(PORTIONS)));
        if known && self.assumed.is_none() {
            // The package is the project's own: a module that is missing in it is a mistake.
            return Err(self.not_found(name));
        }
        Ok(Value::Absent(Rc::new(Absent {
            name: Rc::from(name),
            package: Rc::from(first),
            file: frame.code.file.clone(),
            span,
            cause: None,
        })))
    }

    /// The modules that stopped at something that is not there or not supported. Whoever uses a name of one is told;
    /// what else one would have done (registered a table) is not known.
    pub fn unread_modules(&self) -> &[Unread] {
        &self.unread
    }

    /// The path and the text of a module of the project that was not imported.
    pub fn text_of_other_module(&mut self, name: &str) -> Option<(String, String)> {
        if self.modules.contains_key(name) {
            return None;
        }
        let mut importer = self.importer.take()?;
        let found = importer.find(self, name);
        self.importer = Some(importer);
        match found {
            Found::Source { path, text, .. } => Some((path, text)),
            _ => None,
        }
    }

    /// Import a module and its parents; `None` when it is not there.
    pub(crate) fn find_module(&mut self, name: &str) -> PyResult<Option<Value>> {
        if let Some(unread) = self.unread.iter().find(|unread| *unread.name == *name) {
            // Run once more, it would declare its first tables again, and stop at the same place.
            return Err(PyError::Unsupported(unread.problem.clone()));
        }
        if let Some(module) = self.modules.get(name) {
            return match module {
                Value::None => Err(self.not_found(name)),
                module => Ok(Some(module.clone())),
            };
        }
        if let Some((parent, _)) = name.rsplit_once('.')
            && self.find_module(parent)?.is_none()
        {
            return Ok(None);
        }
        if let Some(module) = self.modules.get(name) {
            return Ok(Some(module.clone()));
        }
        if name == "builtins" {
            let module = self.builtins.clone();
            self.add_module(&module);
            return Ok(Some(Value::Module(module)));
        }
        if let Some(make) = crate::stdlib::find(name) {
            let module = make(self);
            self.add_module(&module);
            self.bind_in_parent(name, &module);
            return Ok(Some(Value::Module(module)));
        }
        if let Some(text) = crate::stdlib::source(name) {
            let module = Module::with_lazy(name, crate::value::PyDict::new(), None, true);
            let is_package = crate::stdlib::is_package(name);
            let module = self.load_library(module, text, is_package)?;
            self.bind_in_parent(name, &module);
            if let Some(run) = self.when_loaded.remove(name) {
                run(self)?;
            }
            return Ok(Some(Value::Module(module)));
        }
        if crate::stdlib::is_package(name) {
            let module = Module::with_lazy(name, crate::value::PyDict::new(), None, true);
            module.set("__path__", Value::list(Vec::new()));
            module.set("__package__", name);
            self.add_module(&module);
            self.bind_in_parent(name, &module);
            return Ok(Some(Value::Module(module)));
        }
        let Some(mut importer) = self.importer.take() else {
            return Ok(None);
        };
        let found = importer.find(self, name);
        self.importer = Some(importer);
        let module = match found {
            Found::Absent => return self.find_by_script(name),
            Found::Native(module) => {
                self.modules
                    .insert(Rc::from(name), Value::Module(module.clone()));
                module
            }
            Found::Namespace { path } => {
                let module = Module::new(name);
                module.set("__path__", Value::list(vec![Value::str(path)]));
                module.set("__package__", name);
                self.add_module(&module);
                module
            }
            Found::Library { text, is_package } => {
                let module = library(name, is_package);
                self.load_library(module, &text, is_package)?
            }
            Found::Source {
                path,
                text,
                is_package,
            } => self.load_source(name, &path, text, is_package)?,
        };
        self.bind_in_parent(name, &module);
        Ok(Some(Value::Module(module)))
    }

    /// Ask the finders that a script has put into `sys.meta_path`.
    fn find_by_script(&mut self, name: &str) -> PyResult<Option<Value>> {
        let finders = match self
            .module("sys")
            .and_then(|sys| sys.dict().get_str("meta_path"))
        {
            Some(Value::List(finders)) => finders.borrow().clone(),
            _ => return Ok(None),
        };
        for finder in finders {
            let asked = vec![Value::str(name), Value::None, Value::None];
            let spec = self.call_method(&finder, "find_spec", asked)?;
            if spec.is_none() {
                continue;
            }
            let loader = self.getattr(&spec, "loader")?;
            let made = self.call_method(&loader, "create_module", vec![spec])?;
            let module = match made {
                Value::None => Value::Module(Module::new(name)),
                made => made,
            };
            self.modules.insert(Rc::from(name), module.clone());
            self.call_method(&loader, "exec_module", vec![module.clone()])?;
            if let Some((parent, last)) = name.rsplit_once('.')
                && let Some(parent) = self.modules.get(parent).cloned()
            {
                self.setattr(&parent, last, module.clone())?;
            }
            return Ok(Some(module));
        }
        Ok(None)
    }

    fn bind_in_parent(&mut self, name: &str, module: &Rc<Module>) {
        if let Some((parent, last)) = name.rsplit_once('.')
            && let Some(Value::Module(parent)) = self.modules.get(parent)
        {
            parent.dict().set_str(last, Value::Module(module.clone()));
        }
    }
}
