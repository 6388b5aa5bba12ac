//! Builders for functions, classes and modules that are written in Rust.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::args::{Args, Bound, Signature};
use crate::error::{PyResult, raise};
use crate::types::types;
use crate::value::class::LazyNames;
use crate::value::function::NativeBody;
use crate::value::{Class, Instance, Layout, Module, NativeFn, Property, PyDict, Value};
use crate::vm::Vm;

/// A function. The signature is written as in Python, without annotations: `"name, *, schema=None, **kw"`; it is
/// parsed at the first call.
///
/// ```
/// # use limbec_python::{native_fn, Value};
/// let double = native_fn("double", "number, times=2", |_vm, a| {
///     Ok(Value::Int(a.int("number")? * a.int("times")?))
/// });
/// ```
pub fn native_fn(
    name: &str,
    signature: &str,
    run: impl Fn(&mut Vm, Bound) -> PyResult + 'static,
) -> Value {
    Value::Native(make(name, name, signature, false, move |vm, _, bound| {
        run(vm, bound)
    }))
}

/// A function that takes its arguments as they come.
pub fn raw_fn(name: &str, run: impl Fn(&mut Vm, Args) -> PyResult + 'static) -> Value {
    Value::Native(Rc::new(NativeFn {
        name: Rc::from(name),
        qualname: Rc::from(name),
        body: NativeBody::Closure(Rc::new(run)),
        binds: false,
        attrs: OnceCell::new(),
    }))
}

/// A method for a class that is added to it after it was built, or whose messages shall not name the class; the
/// signature is without `self`.
pub fn native_method(
    name: &str,
    signature: &str,
    run: impl Fn(&mut Vm, Value, Bound) -> PyResult + 'static,
) -> Value {
    Value::Native(make(name, name, signature, true, run))
}

/// Methods of builtin types that take nothing but `self`.
const WITHOUT_ARGUMENTS: &[&str] = &[
    "as_integer_ratio",
    "bit_count",
    "bit_length",
    "capitalize",
    "casefold",
    "clear",
    "copy",
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "islower",
    "isnumeric",
    "isprintable",
    "isspace",
    "istitle",
    "isupper",
    "is_integer",
    "items",
    "keys",
    "lower",
    "popitem",
    "reverse",
    "swapcase",
    "title",
    "upper",
    "values",
];

/// A method for a class's dict: takes `self` and arguments as they come.
pub(crate) fn raw_method(class: &str, name: &str, run: fn(&mut Vm, Args) -> PyResult) -> Value {
    let body = if WITHOUT_ARGUMENTS.contains(&name) {
        NativeBody::RawNoArgs(run)
    } else {
        NativeBody::Raw(run)
    };
    Value::Native(Rc::new(NativeFn {
        name: Rc::from(name),
        qualname: Rc::from(format!("{class}.{name}")),
        body,
        binds: true,
        attrs: OnceCell::new(),
    }))
}

/// A method for a class's dict with captured data.
pub(crate) fn closure_method(
    class: &str,
    name: &str,
    run: impl Fn(&mut Vm, Args) -> PyResult + 'static,
) -> Value {
    Value::Native(Rc::new(NativeFn {
        name: Rc::from(name),
        qualname: Rc::from(format!("{class}.{name}")),
        body: NativeBody::Closure(Rc::new(run)),
        binds: true,
        attrs: OnceCell::new(),
    }))
}

/// A free function without captured data that takes its arguments as they come.
pub(crate) fn raw_static(name: &str, run: fn(&mut Vm, Args) -> PyResult) -> Value {
    Value::Native(Rc::new(NativeFn {
        name: Rc::from(name),
        qualname: Rc::from(name),
        body: NativeBody::Raw(run),
        binds: false,
        attrs: OnceCell::new(),
    }))
}

fn make(
    name: &str,
    qualname: &str,
    signature: &str,
    method: bool,
    run: impl Fn(&mut Vm, Value, Bound) -> PyResult + 'static,
) -> Rc<NativeFn> {
    Rc::new(NativeFn {
        name: Rc::from(name),
        qualname: Rc::from(qualname),
        body: NativeBody::Bound {
            text: Rc::from(signature),
            signature: OnceCell::new(),
            method,
            run: Rc::new(run),
        },
        binds: method,
        attrs: OnceCell::new(),
    })
}

impl NativeFn {
    /// Call the function.
    ///
    /// # Errors
    /// `TypeError` when the arguments do not fit; whatever the function raises.
    pub fn call(&self, vm: &mut Vm, mut args: Args) -> PyResult {
        match &self.body {
            NativeBody::Raw(run) => run(vm, args),
            NativeBody::Closure(run) => run(vm, args),
            NativeBody::RawNoArgs(run) => {
                let given = args.pos.len().saturating_sub(1);
                if !args.kw.is_empty() {
                    return Err(raise(
                        "TypeError",
                        format!("{}() takes no keyword arguments", self.qualname),
                    ));
                }
                if given > 0 {
                    return Err(raise(
                        "TypeError",
                        format!("{}() takes no arguments ({given} given)", self.qualname),
                    ));
                }
                run(vm, args)
            }
            NativeBody::Bound {
                text,
                signature,
                method,
                run,
            } => {
                let signature = match signature.get() {
                    Some(signature) => signature,
                    None => {
                        let parsed = Rc::new(Signature::parse(&self.qualname, text)?);
                        signature.get_or_init(|| parsed)
                    }
                };
                let this = if *method {
                    if args.pos.is_empty() {
                        return Err(raise(
                            "TypeError",
                            format!("unbound method {}() needs an argument", self.qualname),
                        ));
                    }
                    args.pos.remove(0)
                } else {
                    Value::None
                };
                let bound = signature.bind(&self.qualname, args, *method)?;
                run(vm, this, bound)
            }
        }
    }
}

/// Builds a class. Its methods are found by Python code as if they were written in Python, so scripts can extend the
/// class, and operators are methods: `.method("__add__", "other", ..)`.
pub struct ClassBuilder {
    name: String,
    bases: Vec<Rc<Class>>,
    dict: PyDict,
    metaclass: Option<Rc<Class>>,
}

impl ClassBuilder {
    /// Start a class of a module. Without [`ClassBuilder::base`] it extends `object`.
    pub fn new(module: &str, name: &str) -> Self {
        let dict = PyDict::new();
        dict.set_str("__module__", Value::str(module));
        dict.set_str("__qualname__", Value::str(name));
        Self {
            name: name.to_owned(),
            bases: Vec::new(),
            dict,
            metaclass: None,
        }
    }

    /// Extend a class; several calls give several bases, in order.
    #[must_use]
    pub fn base(mut self, base: &Rc<Class>) -> Self {
        self.bases.push(base.clone());
        self
    }

    /// The metaclass, when it is not that of the bases.
    #[must_use]
    pub fn metaclass(mut self, metaclass: &Rc<Class>) -> Self {
        self.metaclass = Some(metaclass.clone());
        self
    }

    /// `__doc__`
    #[must_use]
    pub fn doc(self, text: &str) -> Self {
        self.attr("__doc__", Value::str(text))
    }

    /// `__init__`; the signature is without `self`.
    #[must_use]
    pub fn init(
        self,
        signature: &str,
        run: impl Fn(&mut Vm, &Rc<Instance>, Bound) -> PyResult<()> + 'static,
    ) -> Self {
        self.method("__init__", signature, move |vm, this, bound| {
            let Value::Instance(instance) = &this else {
                return Err(raise("TypeError", "__init__() needs an instance"));
            };
            run(vm, instance, bound)?;
            Ok(Value::None)
        })
    }

    /// `__new__`: makes the object of the class that is given (this class or one that extends it).
    #[must_use]
    pub fn new_object(
        self,
        signature: &str,
        run: impl Fn(&mut Vm, &Rc<Class>, Bound) -> PyResult + 'static,
    ) -> Self {
        let qualname = format!("{}.__new__", self.name);
        let function = make(
            "__new__",
            &qualname,
            signature,
            true,
            move |vm, this, bound| {
                let Value::Class(class) = &this else {
                    return Err(raise("TypeError", "__new__() needs a class"));
                };
                run(vm, class, bound)
            },
        );
        self.attr(
            "__new__",
            Value::StaticMethod(Rc::new(Value::Native(function))),
        )
    }

    /// A method; the signature is without `self`.
    #[must_use]
    pub fn method(
        self,
        name: &str,
        signature: &str,
        run: impl Fn(&mut Vm, Value, Bound) -> PyResult + 'static,
    ) -> Self {
        let qualname = format!("{}.{name}", self.name);
        let function = make(name, &qualname, signature, true, run);
        self.attr(name, Value::Native(function))
    }

    /// A class method; the signature is without `cls`.
    #[must_use]
    pub fn class_method(
        self,
        name: &str,
        signature: &str,
        run: impl Fn(&mut Vm, &Rc<Class>, Bound) -> PyResult + 'static,
    ) -> Self {
        let qualname = format!("{}.{name}", self.name);
        let function = make(name, &qualname, signature, true, move |vm, this, bound| {
            let class = match &this {
                Value::Class(class) => class.clone(),
                other => vm.class_of(other),
            };
            run(vm, &class, bound)
        });
        self.attr(name, Value::ClassMethod(Rc::new(Value::Native(function))))
    }

    /// A static method.
    #[must_use]
    pub fn static_method(
        self,
        name: &str,
        signature: &str,
        run: impl Fn(&mut Vm, Bound) -> PyResult + 'static,
    ) -> Self {
        let qualname = format!("{}.{name}", self.name);
        let function = make(name, &qualname, signature, false, move |vm, _, bound| {
            run(vm, bound)
        });
        self.attr(name, Value::StaticMethod(Rc::new(Value::Native(function))))
    }

    /// A property that can be read.
    #[must_use]
    pub fn property(self, name: &str, get: impl Fn(&mut Vm, Value) -> PyResult + 'static) -> Self {
        let property = Property {
            get: self.getter(name, get),
            ..Property::default()
        };
        self.attr(name, Value::Property(Rc::new(property)))
    }

    /// A property that can be read and set.
    #[must_use]
    pub fn property_set(
        self,
        name: &str,
        get: impl Fn(&mut Vm, Value) -> PyResult + 'static,
        set: impl Fn(&mut Vm, Value, Value) -> PyResult<()> + 'static,
    ) -> Self {
        let qualname = format!("{}.{name}", self.name);
        let set = make(name, &qualname, "value", true, move |vm, this, bound| {
            set(vm, this, bound.at(0).clone())?;
            Ok(Value::None)
        });
        let property = Property {
            get: self.getter(name, get),
            set: Value::Native(set),
            ..Property::default()
        };
        self.attr(name, Value::Property(Rc::new(property)))
    }

    fn getter(&self, name: &str, get: impl Fn(&mut Vm, Value) -> PyResult + 'static) -> Value {
        let qualname = format!("{}.{name}", self.name);
        Value::Native(make(name, &qualname, "", true, move |vm, this, _| {
            get(vm, this)
        }))
    }

    /// `__getattr__`: asked for attributes that are not found otherwise; `None` means that there is no such attribute.
    #[must_use]
    pub fn getattr(
        self,
        find: impl Fn(&mut Vm, &Value, &str) -> PyResult<Option<Value>> + 'static,
    ) -> Self {
        self.method("__getattr__", "name", move |vm, this, bound| {
            let name = bound.str("name")?;
            match find(vm, &this, &name)? {
                Some(value) => Ok(value),
                None => Err(vm.no_attribute(&this, &name)),
            }
        })
    }

    /// Any other attribute of the class.
    #[must_use]
    pub fn attr(self, name: &str, value: impl Into<Value>) -> Self {
        self.dict.set_str(name, value.into());
        self
    }

    /// The class.
    pub fn build(self) -> Rc<Class> {
        let types = types();
        let bases = if self.bases.is_empty() {
            vec![types.object.clone()]
        } else {
            self.bases
        };
        // A native class with bases in an impossible order is a mistake of its writer; the linear order keeps it usable.
        let mro = crate::types::linearize(&bases).unwrap_or_else(|| bases.clone());
        let layout = bases
            .iter()
            .map(|base| base.layout())
            .find(|layout| *layout != Layout::Object)
            .unwrap_or(Layout::Object);
        let metaclass = self
            .metaclass
            .or_else(|| bases.iter().find_map(|base| base.metaclass().cloned()));
        Class::new_raw(
            self.name,
            bases,
            mro,
            Rc::new(self.dict),
            metaclass,
            layout,
            true,
        )
    }
}

/// Builds a module.
pub struct ModuleBuilder {
    name: String,
    dict: PyDict,
    lazy: Option<LazyNames>,
}

impl ModuleBuilder {
    /// Start a module with its dotted name.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            dict: PyDict::new(),
            lazy: None,
        }
    }

    /// A name.
    #[must_use]
    pub fn value(self, name: &str, value: impl Into<Value>) -> Self {
        self.dict.set_str(name, value.into());
        self
    }

    /// A function, see [`native_fn`].
    #[must_use]
    pub fn function(
        self,
        name: &str,
        signature: &str,
        run: impl Fn(&mut Vm, Bound) -> PyResult + 'static,
    ) -> Self {
        self.value(name, native_fn(name, signature, run))
    }

    /// A class, under its own name.
    #[must_use]
    pub fn class(self, class: &Rc<Class>) -> Self {
        let name = class.name();
        self.value(&name, class.clone())
    }

    /// A hook for names that are built when they are first used; it is asked once for each name, and says `None` for
    /// names that it does not have.
    #[must_use]
    pub fn lazy(
        mut self,
        find: impl Fn(&mut Vm, &str) -> PyResult<Option<Value>> + 'static,
    ) -> Self {
        self.lazy = Some(Rc::new(find));
        self
    }

    /// The module.
    pub fn build(self) -> Rc<Module> {
        Module::with_lazy(self.name, self.dict, self.lazy, true)
    }
}
