//! The values of the interpreter.

pub mod class;
pub mod dict;
pub mod function;
pub mod hash;
pub mod iter;
mod lookups;
pub mod number;
pub mod set;
pub mod table;

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use num_bigint::BigInt;

pub use class::{Class, ExceptionState, Instance, InstanceKind, Layout, Module};
pub use dict::PyDict;
pub use function::{BoundMethod, Cell, Function, NativeFn, Property, SuperObject};
pub use iter::{DictView, DictViewKind, Generator, PyIter};
pub use set::PySet;

use crate::error::PyResult;
use crate::source::{SourceFile, Span};
use crate::vm::Vm;

/// Any Python object. Cloning is cheap: what is not a plain number is shared.
#[derive(Clone, Default)]
pub enum Value {
    /// `None`
    #[default]
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `True` or `False`
    Bool(bool),
    /// An `int` that fits 64 bits
    Int(i64),
    /// An `int` that does not fit 64 bits
    BigInt(Rc<BigInt>),
    /// `float`
    Float(f64),
    /// `str`
    Str(Rc<str>),
    /// `bytes`
    Bytes(Rc<[u8]>),
    /// `bytearray`
    ByteArray(Rc<RefCell<Vec<u8>>>),
    /// `list`
    List(Rc<PyList>),
    /// `tuple`
    Tuple(Rc<[Value]>),
    /// `dict`
    Dict(Rc<PyDict>),
    /// `dict.keys()`, `.values()`, `.items()`
    DictView(Rc<DictView>),
    /// `set`
    Set(Rc<PySet>),
    /// `frozenset`
    FrozenSet(Rc<PySet>),
    /// `slice`
    Slice(Rc<Slice>),
    /// `range`
    Range(Rc<Range>),
    /// A function written in Python
    Function(Rc<Function>),
    /// A function written in Rust
    Native(Rc<NativeFn>),
    /// A function with its first argument
    BoundMethod(Rc<BoundMethod>),
    /// `property`
    Property(Rc<Property>),
    /// `classmethod(f)`
    ClassMethod(Rc<Value>),
    /// `staticmethod(f)`
    StaticMethod(Rc<Value>),
    /// A class, whether written in Python or in Rust
    Class(Rc<Class>),
    /// An object of such a class
    Instance(Rc<Instance>),
    /// A module
    Module(Rc<Module>),
    /// A generator, coroutine or asynchronous generator
    Generator(Rc<Generator>),
    /// Any other iterator
    Iterator(Rc<PyIter>),
    /// `super()`
    Super(Rc<SuperObject>),
    /// A name that came from a package that is not there
    Absent(Rc<Absent>),
}

/// A `list`.
pub type PyList = RefCell<Vec<Value>>;

/// A `slice` object.
#[derive(Debug, Clone, Default)]
pub struct Slice {
    /// `slice.start`
    pub start: Value,
    /// `slice.stop`
    pub stop: Value,
    /// `slice.step`
    pub step: Value,
}

/// A `range` object; its bounds fit 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// First number.
    pub start: i64,
    /// Bound that is not reached.
    pub stop: i64,
    /// Step, never 0.
    pub step: i64,
}

impl Range {
    /// How many numbers there are.
    pub fn len(&self) -> i64 {
        let (start, stop, step) = (
            i128::from(self.start),
            i128::from(self.stop),
            i128::from(self.step),
        );
        let count = if step > 0 {
            (stop - start + step - 1).div_euclid(step)
        } else {
            (start - stop - step - 1).div_euclid(-step)
        };
        i64::try_from(count.max(0)).unwrap_or(i64::MAX)
    }

    /// Whether it has no numbers.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at an index that is inside.
    pub fn at(&self, index: i64) -> i64 {
        self.start.wrapping_add(index.wrapping_mul(self.step))
    }

    /// Whether the number is in the range.
    pub fn contains(&self, number: i64) -> bool {
        let inside = if self.step > 0 {
            self.start <= number && number < self.stop
        } else {
            self.stop < number && number <= self.start
        };
        inside && (i128::from(number) - i128::from(self.start)) % i128::from(self.step) == 0
    }
}

/// A name that was imported from a package that is not there. Binding it is fine, using it is an error that names
/// the package and the place of the import.
#[derive(Debug)]
pub struct Absent {
    /// The whole dotted name, for example `app.models.User`.
    pub name: Rc<str>,
    /// The package that was looked for, for example `app`.
    pub package: Rc<str>,
    /// Where the import stands.
    pub file: Rc<SourceFile>,
    /// Where the import stands in the file.
    pub span: Span,
    /// Why the package is not there, where it is: what could not be interpreted in it.
    pub cause: Option<Rc<str>>,
}

impl Value {
    /// A `str`.
    pub fn str(text: impl AsRef<str>) -> Self {
        Self::Str(Rc::from(text.as_ref()))
    }

    /// A `bytes`.
    pub fn bytes(data: impl AsRef<[u8]>) -> Self {
        Self::Bytes(Rc::from(data.as_ref()))
    }

    /// A `list`.
    pub fn list(items: Vec<Value>) -> Self {
        Self::List(Rc::new(RefCell::new(items)))
    }

    /// A `tuple`.
    pub fn tuple(items: impl Into<Rc<[Value]>>) -> Self {
        Self::Tuple(items.into())
    }

    /// A `dict` with string keys.
    pub fn dict<K: Into<Rc<str>>>(pairs: impl IntoIterator<Item = (K, Value)>) -> Self {
        let dict = PyDict::new();
        for (key, value) in pairs {
            dict.set_str(key, value);
        }
        Self::Dict(Rc::new(dict))
    }

    /// An `int` of any size.
    pub fn int(number: impl Into<BigInt>) -> Self {
        number::normalize(number.into())
    }

    /// `None` or the value.
    pub fn option(value: Option<Value>) -> Self {
        value.unwrap_or(Value::None)
    }

    /// `None` or the string.
    pub fn opt_str(text: Option<impl AsRef<str>>) -> Self {
        text.map_or(Value::None, Value::str)
    }

    /// An iterator over values that already exist.
    pub fn iter(items: Vec<Value>) -> Self {
        PyIter::values(items)
    }

    /// An iterator that asks a Rust closure for each next value.
    pub fn iterator(next: impl FnMut(&mut Vm) -> PyResult<Option<Value>> + 'static) -> Self {
        PyIter::native(next)
    }

    /// A coroutine that is already finished: what an `async` method that is written in Rust returns.
    pub fn ready(value: Value) -> Self {
        Self::Generator(Generator::ready(value))
    }

    /// Whether this is `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// The string, of a `str` or of an object of a class that extends `str`.
    pub fn as_str(&self) -> Option<Rc<str>> {
        match self {
            Self::Str(text) => Some(text.clone()),
            Self::Instance(instance) => instance.inner()?.as_str(),
            _ => None,
        }
    }

    /// The number, of an `int` (or `bool`) that fits 64 bits.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            Self::Bool(flag) => Some(i64::from(*flag)),
            Self::Instance(instance) => instance.inner()?.as_int(),
            _ => None,
        }
    }

    /// The flag of a `bool`.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The instance, when it is one.
    pub fn as_instance(&self) -> Option<&Rc<Instance>> {
        match self {
            Self::Instance(instance) => Some(instance),
            _ => None,
        }
    }

    /// The class, when it is one.
    pub fn as_class(&self) -> Option<&Rc<Class>> {
        match self {
            Self::Class(class) => Some(class),
            _ => None,
        }
    }

    /// The Rust data of an instance, when it has data of that type.
    pub fn payload<T: Any>(&self) -> Option<Rc<T>> {
        self.as_instance()?.payload::<T>()
    }

    /// The value itself, or what an object of a class that extends a builtin class wraps.
    pub fn unwrap_inner(&self) -> Value {
        match self {
            Self::Instance(instance) => instance.inner().unwrap_or_else(|| self.clone()),
            _ => self.clone(),
        }
    }

    /// `a is b`
    pub fn is(&self, other: &Value) -> bool {
        use Value as V;
        match (self, other) {
            (V::None, V::None)
            | (V::NotImplemented, V::NotImplemented)
            | (V::Ellipsis, V::Ellipsis) => true,
            (V::Bool(a), V::Bool(b)) => a == b,
            (V::Int(a), V::Int(b)) => a == b,
            (V::Float(a), V::Float(b)) => a.to_bits() == b.to_bits(),
            (V::BigInt(a), V::BigInt(b)) => Rc::ptr_eq(a, b),
            // Equal strings count as one object: CPython interns constants, and scripts that compare with `is` rely on it.
            (V::Str(a), V::Str(b)) => a == b,
            (V::Bytes(a), V::Bytes(b)) => Rc::ptr_eq(a, b),
            (V::ByteArray(a), V::ByteArray(b)) => Rc::ptr_eq(a, b),
            (V::List(a), V::List(b)) => Rc::ptr_eq(a, b),
            (V::Tuple(a), V::Tuple(b)) => Rc::ptr_eq(a, b) || (a.is_empty() && b.is_empty()),
            (V::Dict(a), V::Dict(b)) => Rc::ptr_eq(a, b),
            (V::DictView(a), V::DictView(b)) => Rc::ptr_eq(a, b),
            (V::Set(a), V::Set(b)) | (V::FrozenSet(a), V::FrozenSet(b)) => Rc::ptr_eq(a, b),
            (V::Slice(a), V::Slice(b)) => Rc::ptr_eq(a, b),
            (V::Range(a), V::Range(b)) => Rc::ptr_eq(a, b),
            (V::Function(a), V::Function(b)) => Rc::ptr_eq(a, b),
            (V::Native(a), V::Native(b)) => Rc::ptr_eq(a, b),
            (V::BoundMethod(a), V::BoundMethod(b)) => Rc::ptr_eq(a, b),
            (V::Property(a), V::Property(b)) => Rc::ptr_eq(a, b),
            (V::ClassMethod(a), V::ClassMethod(b)) | (V::StaticMethod(a), V::StaticMethod(b)) => {
                Rc::ptr_eq(a, b)
            }
            (V::Class(a), V::Class(b)) => Rc::ptr_eq(a, b),
            (V::Instance(a), V::Instance(b)) => Rc::ptr_eq(a, b),
            (V::Module(a), V::Module(b)) => Rc::ptr_eq(a, b),
            (V::Generator(a), V::Generator(b)) => Rc::ptr_eq(a, b),
            (V::Iterator(a), V::Iterator(b)) => Rc::ptr_eq(a, b),
            (V::Super(a), V::Super(b)) => Rc::ptr_eq(a, b),
            (V::Absent(a), V::Absent(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}

/// Shows the kind of value, for `Debug` of the structures that hold one; `repr` is `Vm::repr`.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bool(flag) => write!(f, "{flag}"),
            Self::Int(number) => write!(f, "{number}"),
            Self::Float(number) => write!(f, "{number:?}"),
            Self::Str(text) => write!(f, "{text:?}"),
            Self::Tuple(items) => f.debug_list().entries(items.iter()).finish(),
            Self::List(items) => f.debug_list().entries(items.borrow().iter()).finish(),
            Self::Instance(instance) => write!(f, "<{} object>", instance.class().name()),
            Self::Class(class) => write!(f, "<class {}>", class.name()),
            Self::Absent(absent) => write!(f, "<absent {}>", absent.name),
            other => write!(f, "<{}>", other.kind()),
        }
    }
}

impl Value {
    /// The name of the builtin type, for messages; `Vm::type_name` knows the classes of instances.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::None => "NoneType",
            Self::NotImplemented => "NotImplementedType",
            Self::Ellipsis => "ellipsis",
            Self::Bool(_) => "bool",
            Self::Int(_) | Self::BigInt(_) => "int",
            Self::Float(_) => "float",
            Self::Str(_) => "str",
            Self::Bytes(_) => "bytes",
            Self::ByteArray(_) => "bytearray",
            Self::List(_) => "list",
            Self::Tuple(_) => "tuple",
            Self::Dict(_) => "dict",
            Self::DictView(view) => view.kind.type_name(),
            Self::Set(_) => "set",
            Self::FrozenSet(_) => "frozenset",
            Self::Slice(_) => "slice",
            Self::Range(_) => "range",
            Self::Function(_) => "function",
            Self::Native(_) => "builtin_function_or_method",
            Self::BoundMethod(method) if matches!(method.function, Self::Native(_)) => {
                "builtin_function_or_method"
            }
            Self::BoundMethod(_) => "method",
            Self::Property(_) => "property",
            Self::ClassMethod(_) => "classmethod",
            Self::StaticMethod(_) => "staticmethod",
            Self::Class(_) => "type",
            Self::Instance(_) => "object",
            Self::Module(_) => "module",
            Self::Generator(generator) => generator.type_name(),
            Self::Iterator(iter) => iter.type_name(),
            Self::Super(_) => "super",
            Self::Absent(_) => "absent",
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::str(text)
    }
}

impl From<Rc<str>> for Value {
    fn from(text: Rc<str>) -> Self {
        Self::Str(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

impl From<Rc<Class>> for Value {
    fn from(class: Rc<Class>) -> Self {
        Self::Class(class)
    }
}

impl From<Rc<Instance>> for Value {
    fn from(instance: Rc<Instance>) -> Self {
        Self::Instance(instance)
    }
}

impl From<Rc<Module>> for Value {
    fn from(module: Rc<Module>) -> Self {
        Self::Module(module)
    }
}

impl From<Rc<NativeFn>> for Value {
    fn from(function: Rc<NativeFn>) -> Self {
        Self::Native(function)
    }
}

impl From<Rc<PyDict>> for Value {
    fn from(dict: Rc<PyDict>) -> Self {
        Self::Dict(dict)
    }
}
