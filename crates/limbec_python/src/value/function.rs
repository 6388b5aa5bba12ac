//! Functions of both kinds, and what is made of them.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::{Class, Module, PyDict, Value};
use crate::args::{Args, Bound, Signature};
use crate::error::PyResult;
use crate::ir::Code;
use crate::vm::Vm;

/// A variable that closures share.
pub type Cell = RefCell<Option<Value>>;

/// A function written in Python.
pub struct Function {
    /// What it runs.
    pub(crate) code: Rc<Code>,
    /// The module whose globals it sees.
    pub(crate) globals: Rc<Module>,
    /// Values of the parameters that have one, in the order of the parameters.
    pub(crate) defaults: RefCell<Vec<Option<Value>>>,
    /// The variables of enclosing functions that it uses.
    pub(crate) closure: Vec<Rc<Cell>>,
    /// Attributes that were set on it, `__name__` and `__doc__` included when they were changed.
    pub(crate) attrs: OnceCell<Rc<PyDict>>,
    /// `__qualname__`
    pub(crate) qualname: Rc<str>,
}

impl Function {
    /// `__name__`
    pub fn name(&self) -> Rc<str> {
        match self.attrs.get().and_then(|attrs| attrs.get_str("__name__")) {
            Some(Value::Str(name)) => name,
            _ => self.code.name.clone(),
        }
    }

    /// `__dict__`
    pub fn attrs(&self) -> &Rc<PyDict> {
        self.attrs.get_or_init(Rc::default)
    }

    /// An attribute that was set on it.
    pub fn attr(&self, name: &str) -> Option<Value> {
        self.attrs.get()?.get_str(name)
    }
}

/// A native function with arguments that are bound to its signature; the second argument is `self`.
pub(crate) type RunBound = Rc<dyn Fn(&mut Vm, Value, Bound) -> PyResult>;

/// A native function that takes its arguments as they come.
pub(crate) type RunRaw = Rc<dyn Fn(&mut Vm, Args) -> PyResult>;

/// What a native function runs.
pub(crate) enum NativeBody {
    /// Arguments are bound to a signature first.
    Bound {
        /// The signature as text, parsed at the first call.
        text: Rc<str>,
        signature: OnceCell<Rc<Signature>>,
        /// Whether the first positional argument is `self` and not in the signature.
        method: bool,
        run: RunBound,
    },
    /// Arguments as they come.
    Raw(fn(&mut Vm, Args) -> PyResult),
    /// As `Raw`, with `self` only.
    RawNoArgs(fn(&mut Vm, Args) -> PyResult),
    /// As `Raw`, with captured data.
    Closure(RunRaw),
}

/// A function written in Rust.
pub struct NativeFn {
    pub(crate) name: Rc<str>,
    pub(crate) qualname: Rc<str>,
    pub(crate) body: NativeBody,
    /// Whether it takes `self` when it is found in a class.
    pub(crate) binds: bool,
    pub(crate) attrs: OnceCell<Rc<PyDict>>,
}

impl NativeFn {
    /// `__name__`
    pub fn name(&self) -> &Rc<str> {
        &self.name
    }

    /// `__dict__`
    pub fn attrs(&self) -> &Rc<PyDict> {
        self.attrs.get_or_init(Rc::default)
    }
}

/// A function with its first argument.
pub struct BoundMethod {
    /// `__func__`
    pub function: Value,
    /// `__self__`
    pub this: Value,
}

/// A `property`.
#[derive(Clone, Default)]
pub struct Property {
    /// `fget`
    pub get: Value,
    /// `fset`
    pub set: Value,
    /// `fdel`
    pub delete: Value,
    /// `__doc__`
    pub doc: Value,
}

/// What `super()` gives.
pub struct SuperObject {
    /// The class after which the lookup starts.
    pub class: Rc<Class>,
    /// The object or class it is bound to.
    pub this: Value,
    /// The class of `this`, whose order of lookup is used.
    pub this_class: Rc<Class>,
}
