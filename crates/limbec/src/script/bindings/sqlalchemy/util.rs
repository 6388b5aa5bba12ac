//! Small helpers: reading attributes and arguments, raising the package's own exceptions.

use std::rc::Rc;

use limbec_python::{Bound, ClassBuilder, Instance, PyError, PyResult, Value, Vm};
use limbec_schema::{ConstraintName, OptionValue, Options};

use super::{convert, registry};

/// Make an object of one of our classes without calling its constructor.
pub(super) fn make(key: &str) -> Rc<Instance> {
    registry::class(key).allocate()
}

/// `Column[int]`: a class of the package with parameters is the class.
pub(super) fn subscriptable(builder: ClassBuilder) -> ClassBuilder {
    builder.class_method("__class_getitem__", "item", |_, class, _| {
        Ok(Value::Class(class.clone()))
    })
}

/// Make an object of one of our classes by calling it.
pub(super) fn construct(
    vm: &mut Vm,
    key: &str,
    args: Vec<Value>,
    kwargs: Vec<(Rc<str>, Value)>,
) -> PyResult {
    vm.instantiate(&registry::class(key), args, kwargs)
}

/// An exception of `sqlalchemy.exc`.
pub(super) fn error(vm: &mut Vm, class: &str, message: impl AsRef<str>) -> PyError {
    let class = registry::class(class);
    vm.raise_class(&class, vec![Value::str(message)])
}

/// `sqlalchemy.exc.ArgumentError`
pub(super) fn argument_error(vm: &mut Vm, message: impl AsRef<str>) -> PyError {
    error(vm, "ArgumentError", message)
}

/// `sqlalchemy.exc.InvalidRequestError`
pub(super) fn invalid_request(vm: &mut Vm, message: impl AsRef<str>) -> PyError {
    error(vm, "InvalidRequestError", message)
}

/// An attribute, `None` where it is not there.
pub fn attr(vm: &mut Vm, object: &Value, name: &str) -> PyResult {
    if let Value::Instance(instance) = object {
        if let Some(value) = instance.get(name) {
            return Ok(value);
        }
        // Most of what an object does not say itself is plain data of its class.
        let of_class = instance.class().lookup(name);
        if let Some(
            value
            @ (Value::None | Value::Ellipsis | Value::Bool(_) | Value::Int(_) | Value::Str(_)),
        ) = of_class
        {
            return Ok(value);
        }
    }
    Ok(vm.getattr_opt(object, name)?.unwrap_or(Value::None))
}

/// An attribute that is a string or `None`.
pub(super) fn attr_str(vm: &mut Vm, object: &Value, name: &str) -> PyResult<Option<String>> {
    let value = attr(vm, object, name)?;
    there(vm, &value)?;
    Ok(value.as_str().map(|text| String::from(&*text)))
}

/// An attribute that is a number or `None`.
pub(super) fn attr_int(vm: &mut Vm, object: &Value, name: &str) -> PyResult<Option<i64>> {
    let value = attr(vm, object, name)?;
    there(vm, &value)?;
    Ok(value.as_int())
}

/// What goes into DDL must be there: a length of a package that is absent is not no length.
pub(super) fn there(vm: &Vm, value: &Value) -> PyResult<()> {
    match value {
        Value::Absent(absent) => Err(vm.absent_used(absent)),
        _ => Ok(()),
    }
}

/// An attribute as a truth value.
pub(super) fn attr_bool(vm: &mut Vm, object: &Value, name: &str) -> PyResult<bool> {
    let value = attr(vm, object, name)?;
    vm.truthy(&value)
}

/// An attribute as a truth value, unless it is `None`.
pub(super) fn attr_opt_bool(vm: &mut Vm, object: &Value, name: &str) -> PyResult<Option<bool>> {
    let value = attr(vm, object, name)?;
    if value.is_none() {
        return Ok(None);
    }
    vm.truthy(&value).map(Some)
}

/// Set an attribute, unless its value is what the class has for it: there are many objects of which little is said.
pub(super) fn keep(this: &Rc<Instance>, name: &str, value: Value) {
    let is_usual = || {
        this.class()
            .lookup(name)
            .is_some_and(|usual| usual.is(&value))
    };
    if this.get(name).is_some() || !is_usual() {
        this.set(name, value);
    }
}

/// The name of a constraint or an index as a script gave it.
///
/// # Errors
/// A name of a package that is not there.
pub fn constraint_name(vm: &Vm, value: &Value) -> PyResult<ConstraintName> {
    there(vm, value)?;
    Ok(match value.as_str() {
        None => ConstraintName::Unnamed,
        Some(text) if is_conv(value) => ConstraintName::Final(String::from(&*text)),
        Some(text) => ConstraintName::Plain(String::from(&*text)),
    })
}

/// An attribute that is the name of a constraint.
pub(super) fn attr_constraint_name(
    vm: &mut Vm,
    object: &Value,
    name: &str,
) -> PyResult<ConstraintName> {
    let value = attr(vm, object, name)?;
    constraint_name(vm, &value)
}

/// Whether the string is one that `op.f()` or `sqlalchemy.schema.conv` made.
pub(super) fn is_conv(value: &Value) -> bool {
    value
        .as_instance()
        .is_some_and(|instance| instance.class().is_subclass(&registry::class("conv")))
}

/// A finished name: `op.f(name)`.
pub fn conv(name: &str) -> Value {
    let instance = make("conv");
    instance.set_inner(Value::str(name));
    instance.set("quote", Value::None);
    Value::Instance(instance)
}

/// What `quoted_name(..., quote=...)` said of a name.
pub fn quote_of(value: &Value) -> Option<bool> {
    value.as_instance()?.get("quote")?.as_bool()
}

/// The text of a string, or an error of the words of `what`.
pub(super) fn text(vm: &mut Vm, value: &Value, what: &str) -> PyResult<String> {
    match value.as_str() {
        Some(text) => Ok(String::from(&*text)),
        None => {
            let found = vm.type_name(value);
            Err(vm.raise("TypeError", format!("{what} must be str, not {found}")))
        }
    }
}

/// Keyword arguments of the form `<dialect>_<option>`.
///
/// # Errors
/// `TypeError` in SQLAlchemy's words for a keyword of another form.
pub fn options(vm: &mut Vm, kwargs: &[(Rc<str>, Value)]) -> PyResult<Options> {
    let mut options = Options::new();
    for (name, value) in kwargs {
        check_option_name(vm, name)?;
        options.insert(name.to_string(), option_value(vm, value)?);
    }
    Ok(options)
}

/// Complains of a keyword that is not `<dialect>_<option>`, or of an option that a dialect of
/// SQLAlchemy's own does not have.
pub(super) fn check_option_name(vm: &mut Vm, name: &str) -> PyResult<()> {
    if name
        .split_once('_')
        .is_none_or(|(dialect, option)| dialect.is_empty() || option.is_empty())
    {
        return Err(vm.raise(
            "TypeError",
            format!("Additional arguments should be named <dialectname>_<argument>, got '{name}'"),
        ));
    }
    Ok(())
}

/// The value of such an option.
///
/// # Errors
/// A value that no option can have.
pub fn option_value(vm: &mut Vm, value: &Value) -> PyResult<OptionValue> {
    Ok(match value {
        Value::None => OptionValue::None,
        Value::Bool(flag) => OptionValue::Bool(*flag),
        Value::Int(number) => OptionValue::Int(*number),
        Value::Float(_) => OptionValue::Str(vm.str(value)?.to_string()),
        Value::Str(text) => OptionValue::Str(text.to_string()),
        Value::List(_) | Value::Tuple(_) | Value::Set(_) | Value::FrozenSet(_) => {
            let mut items = Vec::new();
            for item in vm.iterate(value)? {
                items.push(option_value(vm, &item)?);
            }
            OptionValue::List(items)
        }
        Value::Dict(dict) => {
            let mut map = indexmap::IndexMap::new();
            for (key, item) in dict.items() {
                let key = vm.str(&key)?.to_string();
                map.insert(key, option_value(vm, &item)?);
            }
            OptionValue::Map(map)
        }
        other => match other.as_str() {
            Some(text) => OptionValue::Str(text.to_string()),
            None => OptionValue::Expr(convert::expr(vm, other)?),
        },
    })
}

/// The keyword arguments that a constructor did not name, kept for reading back and conversion.
pub(super) fn keep_options(vm: &mut Vm, this: &Rc<Instance>, bound: &Bound) -> PyResult<()> {
    for (name, _) in bound.kwargs() {
        check_option_name(vm, name)?;
    }
    if bound.kwargs().is_empty() {
        // The class makes them when it is asked.
        return Ok(());
    }
    let pairs = bound
        .kwargs()
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()));
    this.set("dialect_kwargs", Value::dict(pairs));
    Ok(())
}

/// The options that [`keep_options`] kept.
pub(super) fn kept_options(vm: &mut Vm, this: &Value) -> PyResult<Options> {
    let kept = this
        .as_instance()
        .and_then(|this| this.get("dialect_kwargs"));
    let Some(Value::Dict(kept)) = kept else {
        return Ok(Options::new());
    };
    options(vm, &kept.str_items())
}

/// Keyword arguments for a call.
pub(super) fn kw<const N: usize>(pairs: [(&str, Value); N]) -> Vec<(Rc<str>, Value)> {
    pairs
        .into_iter()
        .map(|(name, value)| (Rc::from(name), value))
        .collect()
}
