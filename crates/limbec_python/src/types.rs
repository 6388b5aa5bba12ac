//! The builtin classes, made once for each thread: values are shared by `Rc`, so they stay on their thread.

use std::collections::HashMap;
use std::rc::Rc;

use crate::value::{Class, Layout, PyDict, Value};

/// The builtin classes.
pub struct Types {
    /// `object`
    pub object: Rc<Class>,
    /// `type`
    pub type_: Rc<Class>,
    /// `BaseException`
    pub base_exception: Rc<Class>,
    /// `Exception`
    pub exception: Rc<Class>,
    str_: Rc<Class>,
    int: Rc<Class>,
    list: Rc<Class>,
    dict: Rc<Class>,
    by_name: HashMap<&'static str, Rc<Class>>,
}

thread_local! {
    static TYPES: Rc<Types> = Rc::new(Types::build());
}

/// The builtin classes of this thread.
pub fn types() -> Rc<Types> {
    TYPES.with(Rc::clone)
}

/// The class of a value, without its module: for messages.
pub(crate) fn type_name(value: &Value) -> String {
    match value {
        Value::Instance(instance) => {
            let class = instance.class();
            // Classes that CPython has in C are named with their module.
            let in_c =
                class.is_native() && matches!(&*class.module(), "datetime" | "decimal" | "re");
            if in_c {
                format!("{}.{}", class.module(), class.name())
            } else {
                class.name().to_string()
            }
        }
        Value::Class(class) => class
            .metaclass()
            .map_or_else(|| "type".to_owned(), |class| class.name().to_string()),
        other => other.kind().to_owned(),
    }
}

impl Types {
    fn build() -> Self {
        let plain = |name: &'static str, bases: Vec<Rc<Class>>, layout: Layout| {
            let dict = PyDict::new();
            dict.set_str("__module__", Value::str("builtins"));
            let mro = linearize(&bases).unwrap_or_default();
            Class::new_raw(name, bases, mro, Rc::new(dict), None, layout, true)
        };
        let object = plain("object", Vec::new(), Layout::Object);
        let type_ = plain("type", vec![object.clone()], Layout::Type);
        let mut by_name: HashMap<&'static str, Rc<Class>> = HashMap::new();
        by_name.insert("object", object.clone());
        by_name.insert("type", type_.clone());
        for name in BUILTIN {
            let base = if *name == "bool" {
                &by_name["int"]
            } else {
                &object
            };
            let class = plain(name, vec![base.clone()], Layout::Wraps);
            by_name.insert(name, class);
        }
        for name in INTERNAL {
            let class = plain(name, vec![object.clone()], Layout::Object);
            by_name.insert(name, class);
        }
        let mut types = Self {
            base_exception: object.clone(),
            exception: object.clone(),
            str_: by_name["str"].clone(),
            int: by_name["int"].clone(),
            list: by_name["list"].clone(),
            dict: by_name["dict"].clone(),
            object,
            type_,
            by_name,
        };
        for (name, bases) in EXCEPTIONS {
            let bases: Vec<Rc<Class>> = bases
                .split(',')
                .map(|base| types.by_name[base].clone())
                .collect();
            let class = plain(name, bases, Layout::Exception);
            types.by_name.insert(name, class);
        }
        types.base_exception = types.by_name["BaseException"].clone();
        types.exception = types.by_name["Exception"].clone();
        crate::builtins::fill(&types);
        types
    }

    /// The class of a value of a builtin type; the most frequent ones without looking for their name.
    pub(crate) fn of(&self, value: &Value) -> &Rc<Class> {
        match value {
            Value::Str(_) => &self.str_,
            Value::Int(_) | Value::BigInt(_) => &self.int,
            Value::List(_) => &self.list,
            Value::Dict(_) => &self.dict,
            other => self.get(other.kind()),
        }
    }

    /// A builtin class by its name, `object` when there is none.
    pub fn get(&self, name: &str) -> &Rc<Class> {
        self.by_name.get(name).unwrap_or(&self.object)
    }

    /// A builtin class by its name.
    pub fn find(&self, name: &str) -> Option<&Rc<Class>> {
        self.by_name.get(name)
    }

    /// The builtin exception classes.
    pub fn exceptions(&self) -> impl Iterator<Item = &Rc<Class>> {
        EXCEPTIONS.iter().map(|(name, _)| self.get(name))
    }

    /// A builtin exception class by its name, `RuntimeError` when there is none.
    pub fn exception(&self, name: &str) -> Rc<Class> {
        match self.by_name.get(name) {
            Some(class) if class.layout() == Layout::Exception => class.clone(),
            _ => self.by_name["RuntimeError"].clone(),
        }
    }
}

/// The order of lookup of a class with these bases (C3), without the class itself; `None` when there is none.
pub(crate) fn linearize(bases: &[Rc<Class>]) -> Option<Vec<Rc<Class>>> {
    if let [base] = bases {
        return Some(base.mro());
    }
    let mut lists: Vec<Vec<Rc<Class>>> = bases.iter().map(Class::mro).collect();
    lists.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(order);
        }
        let next = lists.iter().map(|list| &list[0]).find(|head| {
            !lists
                .iter()
                .any(|list| list[1..].iter().any(|class| Rc::ptr_eq(class, head)))
        })?;
        let next = next.clone();
        for list in &mut lists {
            if Rc::ptr_eq(&list[0], &next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}

/// Builtin types that classes can extend.
const BUILTIN: &[&str] = &[
    "int",
    "bool",
    "float",
    "str",
    "bytes",
    "bytearray",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
];

/// Builtin types whose values are made otherwise.
const INTERNAL: &[&str] = &[
    "NoneType",
    "NotImplementedType",
    "ellipsis",
    "slice",
    "range",
    "function",
    "builtin_function_or_method",
    "method",
    "property",
    "classmethod",
    "staticmethod",
    "module",
    "generator",
    "coroutine",
    "async_generator",
    "dict_keys",
    "dict_values",
    "dict_items",
    "super",
    "absent",
    "iterator",
    "list_iterator",
    "tuple_iterator",
    "str_ascii_iterator",
    "dict_keyiterator",
    "dict_valueiterator",
    "dict_itemiterator",
    "set_iterator",
    "range_iterator",
    "bytes_iterator",
    "enumerate",
    "zip",
    "map",
    "filter",
    "reversed",
    "list_reverseiterator",
    "callable_iterator",
    "mappingproxy",
    "code",
    "traceback",
    "frame",
    "cell",
];

/// The exceptions with their bases, bases first.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("BaseException", "object"),
    ("Exception", "BaseException"),
    ("SystemExit", "BaseException"),
    ("KeyboardInterrupt", "BaseException"),
    ("GeneratorExit", "BaseException"),
    ("BaseExceptionGroup", "BaseException"),
    ("ExceptionGroup", "BaseExceptionGroup,Exception"),
    ("StopIteration", "Exception"),
    ("StopAsyncIteration", "Exception"),
    ("ArithmeticError", "Exception"),
    ("FloatingPointError", "ArithmeticError"),
    ("OverflowError", "ArithmeticError"),
    ("ZeroDivisionError", "ArithmeticError"),
    ("AssertionError", "Exception"),
    ("AttributeError", "Exception"),
    ("BufferError", "Exception"),
    ("EOFError", "Exception"),
    ("ImportError", "Exception"),
    ("ModuleNotFoundError", "ImportError"),
    ("LookupError", "Exception"),
    ("IndexError", "LookupError"),
    ("KeyError", "LookupError"),
    ("MemoryError", "Exception"),
    ("NameError", "Exception"),
    ("UnboundLocalError", "NameError"),
    ("OSError", "Exception"),
    ("BlockingIOError", "OSError"),
    ("ChildProcessError", "OSError"),
    ("ConnectionError", "OSError"),
    ("BrokenPipeError", "ConnectionError"),
    ("ConnectionAbortedError", "ConnectionError"),
    ("ConnectionRefusedError", "ConnectionError"),
    ("ConnectionResetError", "ConnectionError"),
    ("FileExistsError", "OSError"),
    ("FileNotFoundError", "OSError"),
    ("InterruptedError", "OSError"),
    ("IsADirectoryError", "OSError"),
    ("NotADirectoryError", "OSError"),
    ("PermissionError", "OSError"),
    ("ProcessLookupError", "OSError"),
    ("TimeoutError", "OSError"),
    ("ReferenceError", "Exception"),
    ("RuntimeError", "Exception"),
    ("NotImplementedError", "RuntimeError"),
    ("RecursionError", "RuntimeError"),
    ("SyntaxError", "Exception"),
    ("IndentationError", "SyntaxError"),
    ("TabError", "IndentationError"),
    ("SystemError", "Exception"),
    ("TypeError", "Exception"),
    ("ValueError", "Exception"),
    ("UnicodeError", "ValueError"),
    ("UnicodeDecodeError", "UnicodeError"),
    ("UnicodeEncodeError", "UnicodeError"),
    ("UnicodeTranslateError", "UnicodeError"),
    ("Warning", "Exception"),
    ("BytesWarning", "Warning"),
    ("DeprecationWarning", "Warning"),
    ("EncodingWarning", "Warning"),
    ("FutureWarning", "Warning"),
    ("ImportWarning", "Warning"),
    ("PendingDeprecationWarning", "Warning"),
    ("ResourceWarning", "Warning"),
    ("RuntimeWarning", "Warning"),
    ("SyntaxWarning", "Warning"),
    ("UnicodeWarning", "Warning"),
    ("UserWarning", "Warning"),
];
