//! The interpreter: its modules, its host, and the operations that native code uses.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};
use std::sync::atomic::Ordering;

use indexmap::IndexMap;

use crate::args::Args;
use crate::error::{PyError, PyResult, Raised, TraceEntry};
use crate::host::{Config, Output};
use crate::import::Importer;
use crate::ir::Code;
use crate::source::Span;
use crate::types::{Types, types};
use crate::value::{Absent, Class, Instance, Module, Value};

/// A call that is running.
pub(crate) struct Running {
    pub(crate) code: Rc<Code>,
    pub(crate) globals: Rc<Module>,
    /// Where the caller was.
    pub(crate) caller_span: Span,
}

/// An interpreter.
pub struct Vm {
    pub(crate) types: Rc<Types>,
    pub(crate) config: Config,
    pub(crate) output: Box<dyn Output>,
    pub(crate) importer: Option<Box<dyn Importer>>,
    /// `sys.modules`
    pub(crate) modules: IndexMap<Rc<str>, Value>,
    pub(crate) builtins: Rc<Module>,
    pub(crate) calls: Vec<Running>,
    /// What is being run in the innermost call.
    pub(crate) span: Span,
    /// Calls inside each other, native ones included.
    pub(crate) depth: usize,
    /// Exceptions that are being handled, innermost last.
    pub(crate) handling: Vec<Rc<Instance>>,
    /// The `__class__` variables of the classes that are being made, innermost last.
    pub(crate) class_cells: Vec<Rc<crate::value::Cell>>,
    /// The modules that are being run, innermost last.
    pub(crate) loading: Vec<Rc<str>>,
    /// How many of them were being run when a function was called in earnest; see [`Vm::call_in_earnest`].
    pub(crate) loading_before: usize,
    /// See [`Vm::unread_modules`].
    pub(crate) unread: Vec<crate::import::Unread>,
    /// Containers whose `repr` is being made.
    pub(crate) in_repr: Vec<i64>,
    /// Objects that may be part of a circle of references; see [`Vm::suspect`].
    pub(crate) suspects: Vec<Weak<Instance>>,
    /// The names of the function that calls `exec` or `eval` right now.
    pub(crate) dynamic_locals: Option<Rc<crate::value::PyDict>>,
    /// Whether Rust code asks whether an object has an attribute.
    probing: std::cell::Cell<bool>,
    /// What is left of [`Config::steps`].
    steps: std::cell::Cell<u64>,
    extensions: RefCell<HashMap<TypeId, Rc<dyn Any>>>,
    /// See [`Vm::assume`].
    pub(crate) assumed: Option<RefCell<Vec<String>>>,
    /// What is done once a module of the library has been loaded.
    pub(crate) when_loaded: HashMap<&'static str, fn(&mut Vm) -> PyResult<()>>,
}

impl Vm {
    /// An interpreter with the standard library and whatever modules the importer finds.
    ///
    /// Away from a big stack ([`run_on_big_stack`]) the recursion limit is lower, because the stack would end first.
    pub fn new(mut config: Config, importer: Box<dyn Importer>, output: Box<dyn Output>) -> Self {
        if !ON_BIG_STACK.get() {
            config.recursion_limit = config.recursion_limit.min(SMALL_STACK_LIMIT);
        }
        let types = types();
        let builtins = crate::builtins::module(&types);
        let steps = std::cell::Cell::new(config.steps.unwrap_or(u64::MAX));
        Self {
            types,
            config,
            output,
            importer: Some(importer),
            modules: IndexMap::new(),
            builtins,
            calls: Vec::new(),
            span: Span::default(),
            depth: 0,
            handling: Vec::new(),
            class_cells: Vec::new(),
            loading: Vec::new(),
            loading_before: 0,
            unread: Vec::new(),
            in_repr: Vec::new(),
            suspects: Vec::new(),
            dynamic_locals: None,
            probing: std::cell::Cell::new(false),
            steps,
            extensions: RefCell::default(),
            assumed: None,
            when_loaded: HashMap::new(),
        }
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The builtin classes.
    pub fn types(&self) -> &Rc<Types> {
        &self.types
    }

    /// Data that the program around the interpreter keeps in it, by its type.
    pub fn ext<T: Any>(&self) -> Option<Rc<T>> {
        let found = self.extensions.borrow().get(&TypeId::of::<T>()).cloned();
        found?.downcast::<T>().ok()
    }

    /// Keep data for [`Vm::ext`]; replaces data of the same type.
    pub fn set_ext<T: Any>(&self, data: Rc<T>) {
        self.extensions.borrow_mut().insert(TypeId::of::<T>(), data);
    }

    /// Remove the data of a type.
    pub fn remove_ext<T: Any>(&self) {
        self.extensions.borrow_mut().remove(&TypeId::of::<T>());
    }

    /// Do something once a module of the library has been loaded, before anyone uses it; not where none loads it.
    pub fn when_loaded(&mut self, module: &'static str, run: fn(&mut Vm) -> PyResult<()>) {
        self.when_loaded.insert(module, run);
    }

    /// Write to standard output.
    pub fn print(&mut self, text: &str) {
        self.output.stdout(text);
    }

    /// The object that a script put in the place of `sys.stdout`.
    pub(crate) fn replaced_stdout(&self) -> Option<Value> {
        let sys = self.module("sys")?;
        let stream = sys.dict().get_str("stdout")?;
        let first = sys.dict().get_str("__stdout__")?;
        (!stream.is(&first)).then_some(stream)
    }

    /// Write to standard error.
    pub fn print_error(&mut self, text: &str) {
        self.output.stderr(text);
    }

    /// Replace where output goes; the old one.
    pub fn set_output(&mut self, output: Box<dyn Output>) -> Box<dyn Output> {
        std::mem::replace(&mut self.output, output)
    }

    /// A builtin exception with a message.
    pub fn raise(&self, class: &str, message: impl AsRef<str>) -> PyError {
        crate::error::raise(class, message)
    }

    /// An exception of a class, made by calling the class.
    pub fn raise_class(&mut self, class: &Rc<Class>, args: Vec<Value>) -> PyError {
        match self.instantiate(class, args, Vec::new()) {
            Ok(Value::Instance(instance)) if instance.is_exception() => {
                PyError::Exception(Raised::new(instance))
            }
            Ok(_) => self.raise("TypeError", "exceptions must derive from BaseException"),
            Err(error) => error,
        }
    }

    /// Something that the interpreter does not have, used where the script is now.
    pub fn unsupported(&self, what: impl Into<String>) -> PyError {
        let mut error = crate::error::unsupported(what);
        if let PyError::Unsupported(unsupported) = &mut error {
            unsupported.place = self.here();
        }
        error
    }

    /// What may not be had: absent where a module asks for it while it is loaded, as most of it is never used; an error
    /// where a script does.
    pub(crate) fn refused(&self, name: &str, why: &str) -> PyResult {
        match self.here() {
            Some(at) if self.is_loading_parts() => Ok(Value::Absent(Rc::new(Absent {
                name: Rc::from(format!("{name}()")),
                package: Rc::from(name.split('.').next().unwrap_or(name)),
                file: at.file,
                span: at.span,
                cause: Some(Rc::from(why)),
            }))),
            _ => Err(self.unsupported(why)),
        }
    }

    /// What stands for a name of a package that is not there, asked for where the script is now.
    pub(crate) fn absent(&self, name: &str) -> Value {
        match self.here() {
            Some(at) => Value::Absent(Rc::new(Absent {
                name: Rc::from(name),
                package: Rc::from(name.split('.').next().unwrap_or(name)),
                file: at.file,
                span: at.span,
                cause: None,
            })),
            None => Value::None,
        }
    }

    /// Where the script is: the innermost Python code that is not the standard library's.
    pub fn here(&self) -> Option<TraceEntry> {
        let frames = self.script_frames();
        frames.into_iter().next().map(|(entry, _)| entry)
    }

    /// Whether an error is an exception of the builtin class with this name, or of one that extends it.
    pub fn error_is(&self, error: &PyError, class: &str) -> bool {
        error
            .exception()
            .is_some_and(|value| value.class().is_subclass(&self.types.exception(class)))
    }

    /// The name of a value's class, for messages.
    pub fn type_name(&self, value: &Value) -> String {
        crate::types::type_name(value)
    }

    /// The error of an attribute that is not there, in CPython's words.
    ///
    /// Where a native class lacks what the class that it stands for has, that is said instead: no script could tell from an
    /// `AttributeError` that it would have done something else with the original.
    pub fn no_attribute(&self, object: &Value, name: &str) -> PyError {
        if let Some(what) = self.lacks(object, name) {
            return self.unsupported(what);
        }
        let text = match object {
            Value::Class(class) => {
                format!("type object '{}' has no attribute '{name}'", class.name())
            }
            Value::Module(module) => {
                format!("module '{}' has no attribute '{name}'", module.name())
            }
            _ => format!(
                "'{}' object has no attribute '{name}'",
                self.type_name(object)
            ),
        };
        let error = self.raise("AttributeError", text);
        if let Some(exception) = error.exception() {
            exception.set("name", Value::str(name));
            exception.set("obj", object.clone());
        }
        error
    }

    /// What a script asks for that only the original of a native class has. The library's own code looks before it leaps.
    pub(crate) fn lacks(&self, object: &Value, name: &str) -> Option<String> {
        let has = self.config.original.as_ref()?;
        if self.probing.get() || name.starts_with('_') || self.in_library() {
            return None;
        }
        let class = match object {
            Value::Instance(instance) => instance.class(),
            Value::Class(class) => class.clone(),
            _ => return None,
        };
        let found = class
            .mro()
            .into_iter()
            .find(|class| has(&class.full_name(), name))?;
        Some(format!("{}.{name}", found.full_name()))
    }

    /// Call with positional and keyword arguments.
    ///
    /// # Errors
    /// `TypeError` for what cannot be called or does not take the arguments; whatever is raised inside.
    pub fn call(
        &mut self,
        function: &Value,
        args: Vec<Value>,
        kwargs: Vec<(Rc<str>, Value)>,
    ) -> PyResult {
        self.call_args(function, Args::new(args, kwargs))
    }

    /// Call a method with positional arguments.
    ///
    /// # Errors
    /// As [`Vm::call`]; `AttributeError` when there is no such method.
    pub fn call_method(&mut self, object: &Value, name: &str, args: Vec<Value>) -> PyResult {
        let method = self.getattr(object, name)?;
        self.call_args(&method, Args::pos(args))
    }

    /// Make an object of a class by calling the class.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub fn instantiate(
        &mut self,
        class: &Rc<Class>,
        args: Vec<Value>,
        kwargs: Vec<(Rc<str>, Value)>,
    ) -> PyResult {
        self.call_args(&Value::Class(class.clone()), Args::new(args, kwargs))
    }

    /// Whether the object is of the class or of one that extends it; `__instancecheck__` is not asked.
    pub fn isinstance(&self, object: &Value, class: &Rc<Class>) -> bool {
        self.class_of(object).is_subclass(class)
    }

    /// Whether there is such an attribute.
    ///
    /// # Errors
    /// Anything but `AttributeError` that looking for it raises.
    pub fn hasattr(&mut self, object: &Value, name: &str) -> PyResult<bool> {
        Ok(self.getattr_opt(object, name)?.is_some())
    }

    /// The attribute that Rust code looks for, when there is one.
    ///
    /// # Errors
    /// As [`Vm::hasattr`].
    pub fn getattr_opt(&mut self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        let before = self.probing.replace(true);
        let found = self.attribute(object, name);
        self.probing.set(before);
        found
    }

    /// The attribute that a script asks for, when there is one.
    ///
    /// # Errors
    /// As [`Vm::hasattr`]. Whoever asks what an absent name can do uses it: every answer would be a guess.
    pub(crate) fn attribute(&mut self, object: &Value, name: &str) -> PyResult<Option<Value>> {
        if let Value::Absent(absent) = object {
            return Err(self.absent_used(absent));
        }
        // What is often not there is not worth an exception.
        match object {
            Value::Instance(instance) if !instance.class().has_custom_getattribute() => {
                return self.instance_attr_opt(instance, object, name);
            }
            Value::Class(class) if self.class_lacks(class, name) => {
                return self.missing(object, name);
            }
            _ => {}
        }
        match self.getattr(object, name) {
            Ok(value) => Ok(Some(value)),
            Err(error) if self.error_is(&error, "AttributeError") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The items of an iterable.
    ///
    /// # Errors
    /// `TypeError` when it is not iterable; whatever the iteration raises.
    pub fn iterate(&mut self, value: &Value) -> PyResult<Vec<Value>> {
        match value {
            Value::List(items) => return Ok(items.borrow().clone()),
            Value::Tuple(items) => return Ok(items.to_vec()),
            Value::Set(set) | Value::FrozenSet(set) => return Ok(set.items()),
            Value::Dict(dict) => return Ok(dict.keys()),
            _ => {}
        }
        let iter = self.iter(value)?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iter)? {
            items.push(item);
            if items.len().is_power_of_two() {
                self.room(items.len() * std::mem::size_of::<Value>())?;
            }
        }
        Ok(items)
    }

    /// A module that has been imported.
    pub fn module(&self, name: &str) -> Option<Rc<Module>> {
        match self.modules.get(name) {
            Some(Value::Module(module)) => Some(module.clone()),
            _ => None,
        }
    }

    /// Put a module into `sys.modules`.
    pub fn add_module(&mut self, module: &Rc<Module>) {
        self.modules
            .insert(module.name().clone(), Value::Module(module.clone()));
    }

    /// Stop when the program around the interpreter asked for it.
    ///
    /// # Errors
    /// [`PyError::Interrupted`].
    pub fn check_interrupt(&self) -> PyResult<()> {
        // The request is taken here, so that `finally` and `with` can run; a second request ends those too.
        if self.config.interrupt.load(Ordering::Relaxed)
            && self.config.interrupt.swap(false, Ordering::Relaxed)
        {
            return Err(PyError::Interrupted);
        }
        self.spend(1)
    }

    /// Count work against [`Config::steps`].
    fn spend(&self, steps: u64) -> PyResult<()> {
        let left = self.steps.get();
        if left == u64::MAX {
            return Ok(());
        }
        self.steps.set(left.saturating_sub(steps));
        if left <= steps {
            return Err(PyError::Interrupted);
        }
        Ok(())
    }

    /// Ask for the memory of one object, before it is made.
    ///
    /// # Errors
    /// `MemoryError` when no script can mean an object of that size.
    pub fn room(&self, bytes: usize) -> PyResult<()> {
        if bytes > self.config.largest_object {
            return Err(self.raise("MemoryError", ""));
        }
        // Making a large object is work, too.
        self.spend(bytes as u64 / 1024)
    }

    /// Enter a call; [`Vm::leave`] ends it.
    pub(crate) fn enter(&mut self) -> PyResult<()> {
        self.check_interrupt()?;
        if self.depth >= self.config.recursion_limit {
            return Err(self.raise("RecursionError", "maximum recursion depth exceeded"));
        }
        self.depth += 1;
        Ok(())
    }

    pub(crate) fn leave(&mut self) {
        self.depth -= 1;
    }
}

/// Run something on a thread with a stack that is big enough for the recursion limit.
///
/// # Errors
/// The operating system's, when it has no thread to give.
pub fn run_on_big_stack<T: Send>(run: impl FnOnce() -> T + Send) -> std::io::Result<T> {
    std::thread::scope(|scope| {
        let handle = std::thread::Builder::new()
            .name("limbec-python".to_owned())
            .stack_size(BIG_STACK)
            .spawn_scoped(scope, || {
                ON_BIG_STACK.set(true);
                run()
            })?;
        match handle.join() {
            Ok(value) => Ok(value),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// Bytes of the big stack; the system only provides the pages that are used.
const BIG_STACK: usize = 512 << 20;

thread_local! {
    static ON_BIG_STACK: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Calls inside each other that fit a stack of 2 MiB, in a build without optimization too.
const SMALL_STACK_LIMIT: usize = 80;

/// How deep a syntax tree may be on this thread.
pub(crate) fn stack_depth() -> usize {
    if ON_BIG_STACK.get() { 20_000 } else { 250 }
}
