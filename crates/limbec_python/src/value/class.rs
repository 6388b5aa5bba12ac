//! Classes, their instances, and modules. Classes written in Python and in Rust are the same.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::hash::hash_str;
use super::table::changed;
use super::{PyDict, Value, lookups};
use crate::error::{PyResult, TraceEntry};
use crate::vm::Vm;

/// Which builtin data the instances of a class carry, inherited from its bases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Attributes only.
    Object,
    /// The instances are classes: `type` and metaclasses.
    Type,
    /// The instances are exceptions.
    Exception,
    /// The instances wrap a value of a builtin type (`class Name(str)`).
    Wraps,
}

/// A class.
pub struct Class {
    name: RefCell<Rc<str>>,
    bases: RefCell<Vec<Rc<Class>>>,
    /// The order in which attributes are looked up, without the class itself.
    mro: RefCell<Vec<Rc<Class>>>,
    dict: Rc<PyDict>,
    metaclass: Option<Rc<Class>>,
    layout: Layout,
    native: bool,
    subclasses: RefCell<Vec<Weak<Class>>>,
    /// Whether `__getattribute__` or the like makes attribute access special.
    custom_getattribute: Cell<bool>,
    /// The attributes that instances may have, when `__slots__` says so for the class and all its bases.
    slots: std::cell::OnceCell<Vec<Rc<str>>>,
}

impl Class {
    /// Make a class; `mro` is the order of lookup without the class itself.
    pub(crate) fn new_raw(
        name: impl Into<Rc<str>>,
        bases: Vec<Rc<Class>>,
        mro: Vec<Rc<Class>>,
        dict: Rc<PyDict>,
        metaclass: Option<Rc<Class>>,
        layout: Layout,
        native: bool,
    ) -> Rc<Self> {
        dict.watch();
        let custom = dict.contains_str("__getattribute__")
            || mro.iter().any(|class| class.custom_getattribute.get());
        let class = Rc::new(Self {
            name: RefCell::new(name.into()),
            bases: RefCell::new(bases),
            mro: RefCell::new(mro),
            dict,
            metaclass,
            layout,
            native,
            subclasses: RefCell::default(),
            custom_getattribute: Cell::new(custom),
            slots: std::cell::OnceCell::new(),
        });
        for base in class.bases.borrow().iter() {
            base.subclasses.borrow_mut().push(Rc::downgrade(&class));
        }
        class
    }

    /// `__name__`
    pub fn name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }

    pub(crate) fn set_name(&self, name: Rc<str>) {
        *self.name.borrow_mut() = name;
    }

    /// `__qualname__`
    pub fn qualname(&self) -> Rc<str> {
        match self.dict.get_str("__qualname__") {
            Some(Value::Str(name)) => name,
            _ => self.name(),
        }
    }

    /// `__module__`
    pub fn module(&self) -> Rc<str> {
        match self.dict.get_str("__module__") {
            Some(Value::Str(name)) => name,
            _ => Rc::from("builtins"),
        }
    }

    /// The name that messages and tracebacks show: with its module, unless that is `builtins`.
    pub fn full_name(&self) -> String {
        let module = self.module();
        if &*module == "builtins" {
            self.qualname().to_string()
        } else {
            format!("{module}.{}", self.qualname())
        }
    }

    /// `__bases__`
    pub fn bases(&self) -> Vec<Rc<Class>> {
        self.bases.borrow().clone()
    }

    /// `__mro__`
    pub fn mro(self: &Rc<Self>) -> Vec<Rc<Class>> {
        let mut all = vec![self.clone()];
        all.extend(self.mro.borrow().iter().cloned());
        all
    }

    /// `__dict__`: the class's own attributes.
    pub fn dict(&self) -> &Rc<PyDict> {
        &self.dict
    }

    /// The metaclass, when it is not `type`.
    pub fn metaclass(&self) -> Option<&Rc<Class>> {
        self.metaclass.as_ref()
    }

    pub(crate) fn has_custom_metaclass(&self) -> bool {
        self.metaclass.is_some()
    }

    /// See [`Class::slots`]; it is said once, when the class is made.
    pub(crate) fn set_slots(&self, slots: Vec<Rc<str>>) {
        let _ = self.slots.set(slots);
    }

    /// The attributes that instances may have; `None` when they may have any.
    pub(crate) fn slots(&self) -> Option<&[Rc<str>]> {
        self.slots.get().map(Vec::as_slice)
    }

    pub(crate) fn set_mro(&self, mro: Vec<Rc<Class>>) {
        *self.mro.borrow_mut() = mro;
        changed();
    }

    /// Which builtin data the instances carry.
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// Whether the class was written in Rust.
    pub fn is_native(&self) -> bool {
        self.native
    }

    pub(crate) fn has_custom_getattribute(&self) -> bool {
        self.custom_getattribute.get()
    }

    /// The attribute in the class or its bases, without binding it.
    pub fn lookup(&self, name: &str) -> Option<Value> {
        match self.place_of(name)? {
            (0, place) => self.dict.at_place(place, name),
            (depth, place) => self.mro.borrow()[depth - 1].dict.at_place(place, name),
        }
    }

    /// As [`Class::lookup`], with the class it was found in.
    pub fn lookup_with_owner(self: &Rc<Self>, name: &str) -> Option<(Rc<Class>, Value)> {
        let (depth, place) = self.place_of(name)?;
        let owner = match depth {
            0 => self.clone(),
            depth => self.mro.borrow()[depth - 1].clone(),
        };
        let value = owner.dict.at_place(place, name)?;
        Some((owner, value))
    }

    /// Where an attribute is: in the class itself (0) or in one of those behind it, and the place in its dict.
    fn place_of(&self, name: &str) -> Option<(usize, usize)> {
        let hash = hash_str(name);
        lookups::find(std::ptr::from_ref(self).addr(), name, hash, || {
            if let Some(place) = self.dict.place_of(name, hash) {
                return Some((0, place));
            }
            let mro = self.mro.borrow();
            let mut classes = mro.iter().enumerate();
            classes.find_map(|(depth, class)| Some((depth + 1, class.dict.place_of(name, hash)?)))
        })
    }

    /// Whether the class is `other` or extends it.
    pub fn is_subclass(self: &Rc<Self>, other: &Rc<Class>) -> bool {
        Rc::ptr_eq(self, other)
            || self
                .mro
                .borrow()
                .iter()
                .any(|class| Rc::ptr_eq(class, other))
    }

    /// The classes that extend this one directly and are alive.
    pub fn subclasses(&self) -> Vec<Rc<Class>> {
        self.subclasses
            .borrow()
            .iter()
            .filter_map(Weak::upgrade)
            .collect()
    }

    /// Make an instance without calling `__new__` or `__init__`.
    pub fn allocate(self: &Rc<Self>) -> Rc<Instance> {
        let more = match self.layout {
            Layout::Exception => Some(Box::new(More {
                kind: InstanceKind::Exception(Box::default()),
                payload: None,
            })),
            _ => None,
        };
        Rc::new(Instance {
            class: RefCell::new(self.clone()),
            attrs: Rc::new(PyDict::new()),
            more: RefCell::new(more),
        })
    }
}

impl Drop for Class {
    fn drop(&mut self) {
        // Another class may come to its address.
        changed();
    }
}

/// What an instance carries besides its attributes.
#[derive(Default)]
pub enum InstanceKind {
    /// Nothing.
    #[default]
    Plain,
    /// The state of an exception.
    Exception(Box<ExceptionState>),
    /// The value of the builtin type that the class extends.
    Wraps(Value),
}

/// The state of an exception.
#[derive(Default, Clone)]
pub struct ExceptionState {
    /// `args`
    pub args: Vec<Value>,
    /// `__cause__`
    pub cause: Option<Rc<Instance>>,
    /// `__context__`
    pub context: Option<Rc<Instance>>,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// The way the exception took, innermost call first.
    pub traceback: Vec<TraceEntry>,
}

/// An object of a class.
pub struct Instance {
    class: RefCell<Rc<Class>>,
    attrs: Rc<PyDict>,
    more: RefCell<Option<Box<More>>>,
}

/// What few objects have besides attributes.
#[derive(Default)]
struct More {
    kind: InstanceKind,
    payload: Option<Rc<dyn Any>>,
}

impl Instance {
    /// `__class__`
    pub fn class(&self) -> Rc<Class> {
        self.class.borrow().clone()
    }

    pub(crate) fn set_class(&self, class: Rc<Class>) {
        *self.class.borrow_mut() = class;
    }

    /// `__dict__`: the object's own attributes.
    pub fn attrs(&self) -> &Rc<PyDict> {
        &self.attrs
    }

    /// An attribute of the object itself, without looking at its class.
    pub fn get(&self, name: &str) -> Option<Value> {
        self.attrs.get_str(name)
    }

    /// Set an attribute of the object itself, without asking its class.
    pub fn set(&self, name: &str, value: impl Into<Value>) {
        self.attrs.set_name(name, value.into());
    }

    /// The Rust data of the object, when it has data of that type.
    pub fn payload<T: Any>(&self) -> Option<Rc<T>> {
        let more = self.more.borrow();
        more.as_ref()?.payload.clone()?.downcast::<T>().ok()
    }

    /// Give the object its Rust data.
    pub fn set_payload<T: Any>(&self, payload: Rc<T>) {
        let old = (self.more.borrow_mut().get_or_insert_default().payload).replace(payload);
        // The old data is dropped after the borrow ends.
        drop(old);
    }

    /// The value of the builtin type that the object's class extends.
    pub fn inner(&self) -> Option<Value> {
        match &self.more.borrow().as_ref()?.kind {
            InstanceKind::Wraps(value) => Some(value.clone()),
            _ => None,
        }
    }

    /// Set the value that [`Instance::inner`] gives.
    pub fn set_inner(&self, value: Value) {
        let mut more = self.more.borrow_mut();
        let kind = &mut more.get_or_insert_default().kind;
        let old = std::mem::replace(kind, InstanceKind::Wraps(value));
        drop(more);
        drop(old);
    }

    /// Whether this is an exception.
    pub fn is_exception(&self) -> bool {
        self.exception(|_| ()).is_some()
    }

    /// Read the state of an exception.
    pub fn exception<R>(&self, read: impl FnOnce(&ExceptionState) -> R) -> Option<R> {
        match &self.more.borrow().as_ref()?.kind {
            InstanceKind::Exception(state) => Some(read(state)),
            _ => None,
        }
    }

    /// Change the state of an exception.
    pub fn exception_mut<R>(&self, change: impl FnOnce(&mut ExceptionState) -> R) -> Option<R> {
        match &mut self.more.borrow_mut().as_mut()?.kind {
            InstanceKind::Exception(state) => Some(change(state)),
            _ => None,
        }
    }
}

/// Builds a name of a module when it is first used.
pub type LazyNames = Rc<dyn Fn(&mut Vm, &str) -> PyResult<Option<Value>>>;

/// A module.
pub struct Module {
    name: Rc<str>,
    dict: Rc<PyDict>,
    lazy: Option<LazyNames>,
    native: bool,
    /// The builtins of a text that was run with others (`exec(text, {"__builtins__": {}})`).
    builtins: Option<Rc<PyDict>>,
}

impl Module {
    /// An empty module that runs Python code.
    pub fn new(name: impl Into<Rc<str>>) -> Rc<Self> {
        Self::with_lazy(name, PyDict::new(), None, false)
    }

    /// As [`Module::new`], with names that are made when they are first used: by the module's own code, too.
    pub fn lazy(
        name: impl Into<Rc<str>>,
        find: impl Fn(&mut Vm, &str) -> PyResult<Option<Value>> + 'static,
    ) -> Rc<Self> {
        Self::with_lazy(name, PyDict::new(), Some(Rc::new(find)), false)
    }

    pub(crate) fn with_lazy(
        name: impl Into<Rc<str>>,
        dict: PyDict,
        lazy: Option<LazyNames>,
        native: bool,
    ) -> Rc<Self> {
        let name = name.into();
        dict.set_str("__name__", Value::Str(name.clone()));
        Rc::new(Self {
            name,
            dict: Rc::new(dict),
            lazy,
            native,
            builtins: None,
        })
    }

    /// A module over names that someone else has.
    pub(crate) fn over(name: Rc<str>, dict: Rc<PyDict>, builtins: Option<Rc<PyDict>>) -> Rc<Self> {
        Rc::new(Self {
            name,
            dict,
            lazy: None,
            native: false,
            builtins,
        })
    }

    /// The builtins that hold instead of the usual ones.
    pub(crate) fn other_builtins(&self) -> Option<&Rc<PyDict>> {
        self.builtins.as_ref()
    }

    /// The dotted name.
    pub fn name(&self) -> &Rc<str> {
        &self.name
    }

    /// `__dict__`: the module's names.
    pub fn dict(&self) -> &Rc<PyDict> {
        &self.dict
    }

    /// Whether the module was written in Rust.
    pub fn is_native(&self) -> bool {
        self.native
    }

    /// A name of the module; it is built now when it is lazy.
    ///
    /// # Errors
    /// Whatever building a lazy name raises.
    pub fn get(&self, vm: &mut Vm, name: &str) -> PyResult<Option<Value>> {
        if let Some(value) = self.dict.get_str(name) {
            return Ok(Some(value));
        }
        let Some(lazy) = &self.lazy else {
            return Ok(None);
        };
        let value = lazy(vm, name)?;
        if let Some(value) = &value {
            self.dict.set_str(name, value.clone());
        }
        Ok(value)
    }

    /// Set a name.
    pub fn set(&self, name: &str, value: impl Into<Value>) {
        self.dict.set_name(name, value.into());
    }
}
