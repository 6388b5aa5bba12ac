//! Arguments: as they are passed, and bound to the parameters of a native function.

use std::rc::Rc;

use crate::error::{PyError, PyResult, raise};
use crate::types::type_name;
use crate::value::Value;
use crate::vm::Vm;

/// Arguments as they are passed.
#[derive(Default, Clone)]
pub struct Args {
    /// Positional arguments.
    pub pos: Vec<Value>,
    /// Keyword arguments, in order.
    pub kw: Vec<(Rc<str>, Value)>,
}

impl Args {
    /// Positional arguments only.
    pub fn pos(pos: Vec<Value>) -> Self {
        Self {
            pos,
            kw: Vec::new(),
        }
    }

    /// Positional and keyword arguments.
    pub fn new(pos: Vec<Value>, kw: Vec<(Rc<str>, Value)>) -> Self {
        Self { pos, kw }
    }
}

impl From<Vec<Value>> for Args {
    fn from(pos: Vec<Value>) -> Self {
        Self::pos(pos)
    }
}

impl From<Bound> for Args {
    /// The variable arguments of a function that passes them on.
    fn from(bound: Bound) -> Self {
        Self {
            pos: bound.varargs().to_vec(),
            kw: bound.kwargs().to_vec(),
        }
    }
}

/// One parameter of a [`Signature`].
#[derive(Debug)]
struct Param {
    name: Rc<str>,
    default: Option<Value>,
    positional_only: bool,
    keyword_only: bool,
}

/// The parameters of a native function.
#[derive(Debug)]
pub struct Signature {
    params: Vec<Param>,
    positional: usize,
    /// The places of those without a default, a bit for each.
    required: u64,
    varargs: Option<Rc<str>>,
    kwargs: Option<Rc<str>>,
}

impl Signature {
    /// Read `"a, b=1, *args, c, **kw"`. Defaults are literals: numbers, strings, `None`, `True`, `False`, `()`, `...`.
    ///
    /// # Errors
    /// `SystemError` when the text is not a signature: a mistake in the native function.
    pub fn parse(function: &str, text: &str) -> PyResult<Self> {
        let mut signature = Self {
            params: Vec::new(),
            positional: 0,
            required: 0,
            varargs: None,
            kwargs: None,
        };
        let mut keyword_only = false;
        for part in split_params(text) {
            let part = part.trim();
            if part.is_empty() {
                continue;
            }
            if part == "/" {
                for param in &mut signature.params {
                    param.positional_only = true;
                }
            } else if part == "*" {
                keyword_only = true;
            } else if let Some(name) = part.strip_prefix("**") {
                signature.kwargs = Some(Rc::from(name.trim()));
            } else if let Some(name) = part.strip_prefix('*') {
                signature.varargs = Some(Rc::from(name.trim()));
                keyword_only = true;
            } else {
                let (name, default) = match part.split_once('=') {
                    None => (part, None),
                    Some((name, literal)) => match parse_literal(literal.trim()) {
                        Some(value) => (name.trim(), Some(value)),
                        None => {
                            return Err(raise(
                                "SystemError",
                                format!("{function}(): the default {literal} is not a literal"),
                            ));
                        }
                    },
                };
                if !keyword_only {
                    signature.positional += 1;
                }
                let place = signature.params.len();
                if place == u64::BITS as usize {
                    return Err(raise(
                        "SystemError",
                        format!("{function}() has too many parameters"),
                    ));
                }
                if default.is_none() {
                    signature.required |= 1 << place;
                }
                signature.params.push(Param {
                    name: Rc::from(name),
                    default,
                    positional_only: false,
                    keyword_only,
                });
            }
        }
        Ok(signature)
    }

    /// Give each parameter its value, or raise the `TypeError` that CPython raises.
    ///
    /// # Errors
    /// `TypeError`; `this` counts as the first positional argument in its words.
    pub(crate) fn bind(
        self: &Rc<Self>,
        function: &str,
        args: Args,
        method: bool,
    ) -> PyResult<Bound> {
        let default = |param: &Param| param.default.clone().unwrap_or_default();
        let mut values: Vec<Value> = self.params.iter().map(default).collect();
        let mut given = 0u64;
        let passed = args.pos.len();
        let mut pos = args.pos.into_iter();
        for (index, value) in pos.by_ref().take(self.positional).enumerate() {
            given |= 1 << index;
            values[index] = value;
        }
        let varargs: Vec<Value> = pos.collect();
        if !varargs.is_empty() && self.varargs.is_none() {
            return Err(self.too_many(function, passed, method));
        }
        let mut kwargs = Vec::new();
        for (name, value) in args.kw {
            let place = self
                .params
                .iter()
                .position(|param| param.name == name && !param.positional_only);
            match place {
                Some(place) if given & (1 << place) != 0 => {
                    return Err(raise(
                        "TypeError",
                        format!("{function}() got multiple values for argument '{name}'"),
                    ));
                }
                Some(place) => {
                    given |= 1 << place;
                    values[place] = value;
                }
                None if self.kwargs.is_some() => kwargs.push((name, value)),
                None => {
                    return Err(raise(
                        "TypeError",
                        format!("{function}() got an unexpected keyword argument '{name}'"),
                    ));
                }
            }
        }
        if self.required & !given != 0 {
            let missing = self.params.iter().enumerate();
            let missing = missing.filter(|(at, _)| (self.required & !given) & (1 << at) != 0);
            let missing: Vec<&Param> = missing.map(|(_, param)| param).collect();
            return Err(missing_error(function, &missing));
        }
        Ok(Bound {
            signature: self.clone(),
            values,
            given,
            varargs,
            kwargs,
        })
    }

    fn too_many(&self, function: &str, passed: usize, method: bool) -> PyError {
        let extra = usize::from(method);
        let most = self.positional + extra;
        let least = self.params[..self.positional]
            .iter()
            .filter(|param| param.default.is_none())
            .count()
            + extra;
        let takes = if least == most {
            format!("{most} positional argument{}", plural(most))
        } else {
            format!("from {least} to {most} positional arguments")
        };
        let passed = passed + extra;
        let verb = if passed == 1 { "was" } else { "were" };
        raise(
            "TypeError",
            format!("{function}() takes {takes} but {passed} {verb} given"),
        )
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn missing_error(function: &str, missing: &[&Param]) -> PyError {
    let keyword_only = missing.iter().all(|param| param.keyword_only);
    let missing: Vec<&Param> = if keyword_only {
        missing.to_vec()
    } else {
        missing
            .iter()
            .copied()
            .filter(|param| !param.keyword_only)
            .collect()
    };
    let names: Vec<String> = missing
        .iter()
        .map(|param| format!("'{}'", param.name))
        .collect();
    let kind = if keyword_only {
        "keyword-only"
    } else {
        "positional"
    };
    raise(
        "TypeError",
        format!(
            "{function}() missing {} required {kind} argument{}: {}",
            names.len(),
            plural(names.len()),
            join_names(&names)
        ),
    )
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`
pub(crate) fn join_names(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

/// Split at commas that are not inside quotes or parentheses.
fn split_params(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut quote = None;
    let mut depth = 0;
    for (index, letter) in text.char_indices() {
        match (quote, letter) {
            (Some(open), letter) if open == letter => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(letter),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            (None, ',') if depth == 0 => {
                parts.push(&text[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn parse_literal(text: &str) -> Option<Value> {
    Some(match text {
        "None" => Value::None,
        "True" => Value::Bool(true),
        "False" => Value::Bool(false),
        "..." => Value::Ellipsis,
        "()" => Value::tuple(Vec::new()),
        _ => {
            if let Ok(number) = text.parse::<i64>() {
                Value::Int(number)
            } else if let Ok(number) = text.parse::<f64>() {
                Value::Float(number)
            } else {
                let inner = text
                    .strip_prefix('\'')
                    .and_then(|rest| rest.strip_suffix('\''))
                    .or_else(|| {
                        text.strip_prefix('"')
                            .and_then(|rest| rest.strip_suffix('"'))
                    })?;
                Value::str(inner)
            }
        }
    })
}

/// Arguments bound to the parameters of a native function.
#[derive(Debug)]
pub struct Bound {
    signature: Rc<Signature>,
    values: Vec<Value>,
    given: u64,
    varargs: Vec<Value>,
    kwargs: Vec<(Rc<str>, Value)>,
}

impl Bound {
    fn place(&self, name: &str) -> Option<usize> {
        self.signature
            .params
            .iter()
            .position(|param| &*param.name == name)
    }

    /// The value of a parameter; `None` for a name that is not in the signature.
    pub fn get(&self, name: &str) -> &Value {
        match self.place(name) {
            Some(place) => &self.values[place],
            None => {
                debug_assert!(false, "no parameter {name}");
                &Value::None
            }
        }
    }

    /// The value of a parameter by its place in the signature.
    pub fn at(&self, place: usize) -> &Value {
        self.values.get(place).unwrap_or(&Value::None)
    }

    /// The value of a parameter, unless it is `None`.
    pub fn opt(&self, name: &str) -> Option<&Value> {
        let value = self.get(name);
        (!value.is_none()).then_some(value)
    }

    /// Whether the caller passed it, even when it passed the default's value.
    pub fn given(&self, name: &str) -> bool {
        self.place(name)
            .is_some_and(|place| self.given & (1 << place) != 0)
    }

    /// The positional arguments beyond the parameters.
    pub fn varargs(&self) -> &[Value] {
        &self.varargs
    }

    /// The keyword arguments that are no parameters.
    pub fn kwargs(&self) -> &[(Rc<str>, Value)] {
        &self.kwargs
    }

    /// One of the keyword arguments that are no parameters.
    pub fn kwarg(&self, name: &str) -> Option<&Value> {
        self.kwargs
            .iter()
            .find(|(key, _)| &**key == name)
            .map(|(_, value)| value)
    }

    fn wrong(&self, name: &str, wanted: &str) -> PyError {
        if let Value::Absent(absent) = self.get(name) {
            return crate::error::absent_used(absent);
        }
        let found = type_name(self.get(name));
        raise(
            "TypeError",
            format!("argument '{name}' must be {wanted}, not {found}"),
        )
    }

    /// A `str` argument.
    ///
    /// # Errors
    /// `TypeError` for other types.
    pub fn str(&self, name: &str) -> PyResult<Rc<str>> {
        match self.get(name).as_str() {
            Some(text) => Ok(text),
            None => Err(self.wrong(name, "str")),
        }
    }

    /// A `str` argument or `None`.
    ///
    /// # Errors
    /// `TypeError` for other types.
    pub fn opt_str(&self, name: &str) -> PyResult<Option<Rc<str>>> {
        match self.opt(name) {
            None => Ok(None),
            Some(_) => self.str(name).map(Some),
        }
    }

    /// An argument as a truth value; objects with a `__bool__` of their own count as true.
    ///
    /// # Errors
    /// None; the result is a `PyResult` so that all readers of arguments are used alike.
    pub fn bool(&self, name: &str) -> PyResult<bool> {
        Ok(quick_truth(self.get(name)))
    }

    /// An argument as a truth value, unless it is `None`.
    ///
    /// # Errors
    /// As [`Bound::bool`].
    pub fn opt_bool(&self, name: &str) -> PyResult<Option<bool>> {
        match self.opt(name) {
            None => Ok(None),
            Some(value) => Ok(Some(quick_truth(value))),
        }
    }

    /// An `int` argument.
    ///
    /// # Errors
    /// `TypeError` for other types; `OverflowError` for numbers beyond 64 bits.
    pub fn int(&self, name: &str) -> PyResult<i64> {
        match self.get(name).as_int() {
            Some(number) => Ok(number),
            None if matches!(self.get(name), Value::BigInt(_)) => Err(raise(
                "OverflowError",
                "Python int too large to convert to C long",
            )),
            None => Err(self.wrong(name, "int")),
        }
    }

    /// An `int` argument or `None`.
    ///
    /// # Errors
    /// As [`Bound::int`].
    pub fn opt_int(&self, name: &str) -> PyResult<Option<i64>> {
        match self.opt(name) {
            None => Ok(None),
            Some(_) => self.int(name).map(Some),
        }
    }

    /// The items of an iterable argument.
    ///
    /// # Errors
    /// `TypeError` when it is not iterable.
    pub fn iterate(&self, vm: &mut Vm, name: &str) -> PyResult<Vec<Value>> {
        let value = self.get(name).clone();
        vm.iterate(&value)
    }
}

/// The truth of a value, as far as it needs no Python code.
fn quick_truth(value: &Value) -> bool {
    match value {
        Value::None => false,
        Value::Bool(flag) => *flag,
        Value::Int(number) => *number != 0,
        Value::Float(number) => *number != 0.0,
        Value::Str(text) => !text.is_empty(),
        Value::Bytes(data) => !data.is_empty(),
        Value::List(items) => !items.borrow().is_empty(),
        Value::Tuple(items) => !items.is_empty(),
        Value::Dict(dict) => !dict.is_empty(),
        Value::Set(set) | Value::FrozenSet(set) => !set.is_empty(),
        _ => true,
    }
}
