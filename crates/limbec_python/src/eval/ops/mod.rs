//! Operators.

mod arithmetic;
mod compare;
mod contains;
mod symbols;

use std::rc::Rc;

use num_bigint::BigInt;

use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::ir::{Binary, Unary};
use crate::value::number::{to_bigint, to_f64};
use crate::value::{DictViewKind, PySet, Value};
use crate::vm::Vm;

use arithmetic::{bigint_op, float_pow, small_ints};
pub(crate) use arithmetic::{float_divmod, scale};

impl Vm {
    /// `a + b` and the other binary operators.
    ///
    /// # Errors
    /// `TypeError` when the operands do not support it; whatever their methods raise.
    pub fn binary(&mut self, op: Binary, a: &Value, b: &Value) -> PyResult {
        if let Some(result) = self.builtin_binary(op, a, b)? {
            return Ok(result);
        }
        let [forward, backward, _] = op.names();
        if let Some(result) = self.binary_methods(forward, backward, a, b)? {
            return Ok(result);
        }
        let sequence = match (op, a) {
            (Binary::Add, Value::Str(_)) => "str",
            (Binary::Add, Value::List(_)) => "list",
            (Binary::Add, Value::Tuple(_)) => "tuple",
            _ => return Err(self.operands(op.symbol(), a, b)),
        };
        Err(raise(
            "TypeError",
            format!(
                "can only concatenate {sequence} (not \"{}\") to {sequence}",
                self.type_name(b)
            ),
        ))
    }

    /// Ask the methods of both operands; `None` when neither knows.
    fn binary_methods(
        &mut self,
        forward: &str,
        backward: &str,
        a: &Value,
        b: &Value,
    ) -> PyResult<Option<Value>> {
        for side in [a, b] {
            if let Value::Absent(absent) = side {
                return Err(self.absent_used(absent));
            }
        }
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let right = if Rc::ptr_eq(&class_a, &class_b) {
            None
        } else {
            class_b.lookup(backward)
        };
        // An operand of a class that extends the other's is asked first.
        let right_first = right.is_some() && class_b.is_subclass(&class_a);
        if right_first
            && let Some(method) = &right
            && let Some(result) = self.try_method(method, b, a)?
        {
            return Ok(Some(result));
        }
        if let Some(method) = class_a.lookup(forward)
            && let Some(result) = self.try_method(&method, a, b)?
        {
            return Ok(Some(result));
        }
        if !right_first
            && let Some(method) = &right
            && let Some(result) = self.try_method(method, b, a)?
        {
            return Ok(Some(result));
        }
        Ok(None)
    }

    /// Call a method found in the class of `this`; `None` when it says `NotImplemented`.
    fn try_method(
        &mut self,
        method: &Value,
        this: &Value,
        other: &Value,
    ) -> PyResult<Option<Value>> {
        let result = match method {
            Value::None => return Ok(None),
            Value::Function(_) => {
                self.call_args(method, Args::pos(vec![this.clone(), other.clone()]))?
            }
            Value::Native(native) if native.binds => {
                self.call_args(method, Args::pos(vec![this.clone(), other.clone()]))?
            }
            found => {
                let class = self.class_of(this);
                let bound = self.bind(found, this, &class)?;
                self.call_args(&bound, Args::pos(vec![other.clone()]))?
            }
        };
        Ok((!matches!(result, Value::NotImplemented)).then_some(result))
    }

    fn operands(&self, symbol: &str, a: &Value, b: &Value) -> PyError {
        raise(
            "TypeError",
            format!(
                "unsupported operand type(s) for {symbol}: '{}' and '{}'",
                self.type_name(a),
                self.type_name(b)
            ),
        )
    }

    /// `a += b` and its kin.
    pub(crate) fn in_place(&mut self, op: Binary, a: &Value, b: &Value) -> PyResult {
        match (op, a) {
            (Binary::Add, Value::List(items)) => {
                let more = self.iterate(b)?;
                self.room((items.borrow().len() + more.len()) * std::mem::size_of::<Value>())?;
                items.borrow_mut().extend(more);
                return Ok(a.clone());
            }
            (Binary::Mul, Value::List(items)) => {
                if let Some(count) = b.as_int() {
                    let once = items.borrow().clone();
                    let all = self.repeat(&once, count)?;
                    *items.borrow_mut() = all;
                    return Ok(a.clone());
                }
            }
            (Binary::BitOr, Value::Dict(dict)) => {
                let dict = dict.clone();
                self.update_dict(&dict, b)?;
                return Ok(a.clone());
            }
            (Binary::BitOr | Binary::BitAnd | Binary::Sub | Binary::BitXor, Value::Set(set))
                if set_items(b).is_some() =>
            {
                if let Some(Value::Set(result)) = self.builtin_binary(op, a, b)? {
                    set.clear();
                    for item in result.items() {
                        set.add(self, item)?;
                    }
                }
                return Ok(a.clone());
            }
            (Binary::Add, Value::ByteArray(data)) => {
                if let Some(more) = bytes_of(b) {
                    self.room(data.borrow().len() + more.len())?;
                    data.borrow_mut().extend_from_slice(&more);
                    return Ok(a.clone());
                }
            }
            (_, Value::Instance(instance)) => {
                let [_, _, name] = op.names();
                if let Some(method) = instance.class().lookup(name)
                    && let Some(result) = self.try_method(&method, a, b)?
                {
                    return Ok(result);
                }
            }
            _ => {}
        }
        if let Some(result) = self.builtin_binary(op, a, b)? {
            return Ok(result);
        }
        let [forward, backward, _] = op.names();
        if let Some(result) = self.binary_methods(forward, backward, a, b)? {
            return Ok(result);
        }
        let symbol = match op {
            Binary::Pow => "**=".to_owned(),
            other => format!("{}=", other.symbol()),
        };
        Err(self.operands(&symbol, a, b))
    }

    /// An operator on values of builtin types; `None` when these types do not have it.
    pub(crate) fn builtin_binary(
        &mut self,
        op: Binary,
        a: &Value,
        b: &Value,
    ) -> PyResult<Option<Value>> {
        use Value as V;
        match (a, b) {
            (V::Int(x), V::Int(y)) => return small_ints(op, *x, *y).map(Some),
            (V::Int(_) | V::Bool(_) | V::BigInt(_), V::Int(_) | V::Bool(_) | V::BigInt(_)) => {
                return self.big_ints(op, a, b).map(Some);
            }
            (V::Float(_), V::Float(_) | V::Int(_) | V::Bool(_) | V::BigInt(_))
            | (V::Int(_) | V::Bool(_) | V::BigInt(_), V::Float(_)) => {
                return self.floats(op, a, b);
            }
            (V::Str(x), V::Str(y)) if op == Binary::Add => {
                self.room(x.len() + y.len())?;
                let mut text = String::with_capacity(x.len() + y.len());
                text.push_str(x);
                text.push_str(y);
                return Ok(Some(Value::str(text)));
            }
            (V::Str(format), _) if op == Binary::Mod => {
                return crate::builtins::percent::format_str(self, format, b).map(Some);
            }
            (V::Bytes(format), _) if op == Binary::Mod => {
                return crate::builtins::percent::format_bytes(self, format, b).map(Some);
            }
            (V::Instance(x), _) if x.inner().is_some() => return Ok(None),
            (_, V::Instance(_)) if op != Binary::Mul => return Ok(None),
            _ => {}
        }
        match op {
            Binary::Add => self.concatenate(a, b),
            Binary::Mul => match (a.as_int(), b.as_int()) {
                (_, Some(count)) => self.repeated(a, count),
                (Some(count), _) => self.repeated(b, count),
                _ => {
                    let is_sequence = |value: &Value| {
                        matches!(
                            value,
                            V::Str(_) | V::Bytes(_) | V::ByteArray(_) | V::List(_) | V::Tuple(_)
                        )
                    };
                    let other = match (is_sequence(a), is_sequence(b)) {
                        (true, _) if !has_reflected(self, b, "__rmul__") => b,
                        (false, true) if !matches!(a, V::Instance(_) | V::Absent(_)) => a,
                        _ => return Ok(None),
                    };
                    if let Some(count) = self.index(other)? {
                        return self.repeated(if is_sequence(a) { a } else { b }, count);
                    }
                    Err(raise(
                        "TypeError",
                        format!(
                            "can't multiply sequence by non-int of type '{}'",
                            self.type_name(other)
                        ),
                    ))
                }
            },
            Binary::BitOr
                if is_type_like(a) && is_type_like(b) && !(a.is_none() && b.is_none()) =>
            {
                Ok(Some(crate::builtins::union::make(self, a, b)))
            }
            Binary::BitOr | Binary::BitAnd | Binary::BitXor | Binary::Sub => {
                self.set_operation(op, a, b)
            }
            _ => Ok(None),
        }
    }

    fn concatenate(&mut self, a: &Value, b: &Value) -> PyResult<Option<Value>> {
        use Value as V;
        let wrong = |kind: &str| {
            raise(
                "TypeError",
                format!(
                    "can only concatenate {kind} (not \"{}\") to {kind}",
                    crate::types::type_name(b)
                ),
            )
        };
        Ok(Some(match (a, b) {
            (V::List(x), V::List(y)) => {
                self.room((x.borrow().len() + y.borrow().len()) * std::mem::size_of::<Value>())?;
                let mut items = x.borrow().clone();
                items.extend(y.borrow().iter().cloned());
                Value::list(items)
            }
            (V::Tuple(x), V::Tuple(y)) => {
                self.room((x.len() + y.len()) * std::mem::size_of::<Value>())?;
                let items: Vec<Value> = x.iter().chain(y.iter()).cloned().collect();
                Value::tuple(items)
            }
            (V::Bytes(_) | V::ByteArray(_), V::Bytes(_) | V::ByteArray(_)) => {
                let (Some(x), Some(y)) = (bytes_of(a), bytes_of(b)) else {
                    return Ok(None);
                };
                self.room(x.len() + y.len())?;
                let joined = [x, y].concat();
                match a {
                    V::Bytes(_) => Value::bytes(joined),
                    _ => V::ByteArray(Rc::new(joined.into())),
                }
            }
            (V::Str(_), other) if !has_reflected(self, other, "__radd__") => {
                return Err(wrong("str"));
            }
            (V::List(_), other) if !has_reflected(self, other, "__radd__") => {
                return Err(wrong("list"));
            }
            (V::Tuple(_), other) if !has_reflected(self, other, "__radd__") => {
                return Err(wrong("tuple"));
            }
            (V::Bytes(_), other) if !has_reflected(self, other, "__radd__") => {
                return Err(raise(
                    "TypeError",
                    format!("can't concat {} to bytes", self.type_name(other)),
                ));
            }
            _ => return Ok(None),
        }))
    }

    fn repeated(&mut self, value: &Value, count: i64) -> PyResult<Option<Value>> {
        let times = usize::try_from(count).unwrap_or(0);
        let check = |len: usize| self.room(len.saturating_mul(times));
        Ok(Some(match value {
            Value::Str(text) => {
                check(text.len())?;
                Value::str(text.repeat(times))
            }
            Value::Bytes(data) => {
                check(data.len())?;
                Value::bytes(data.repeat(times))
            }
            Value::ByteArray(data) => {
                check(data.borrow().len())?;
                let all = data.borrow().repeat(times);
                Value::ByteArray(Rc::new(all.into()))
            }
            Value::List(items) => {
                let items = items.borrow().clone();
                Value::list(self.repeat(&items, count)?)
            }
            Value::Tuple(items) => Value::tuple(self.repeat(items, count)?),
            _ => return Ok(None),
        }))
    }

    fn repeat(&self, items: &[Value], count: i64) -> PyResult<Vec<Value>> {
        let times = usize::try_from(count).unwrap_or(0);
        let bytes = std::mem::size_of::<Value>();
        self.room(items.len().saturating_mul(times).saturating_mul(bytes))?;
        let mut all = Vec::with_capacity(items.len() * times);
        for _ in 0..times {
            all.extend_from_slice(items);
        }
        Ok(all)
    }

    fn set_operation(&mut self, op: Binary, a: &Value, b: &Value) -> PyResult<Option<Value>> {
        if let (Binary::BitOr, Value::Dict(x), Value::Dict(y)) = (op, a, b) {
            let merged = x.copy();
            for (key, value) in y.items() {
                merged.set(self, key, value)?;
            }
            return Ok(Some(Value::Dict(Rc::new(merged))));
        }
        let (Some(x), Some(y)) = (set_items(a), set_items(b)) else {
            return Ok(None);
        };
        let result = self.combine(op, x, y)?;
        Ok(Some(match a {
            Value::FrozenSet(_) => Value::FrozenSet(Rc::new(result)),
            _ => Value::Set(Rc::new(result)),
        }))
    }

    /// `|`, `&`, `-` and `^` of sets.
    pub(crate) fn combine(&mut self, op: Binary, x: Vec<Value>, y: Vec<Value>) -> PyResult<PySet> {
        let result = PySet::new();
        match op {
            Binary::BitOr => {
                for item in x.into_iter().chain(y) {
                    result.add(self, item)?;
                }
            }
            Binary::BitXor => {
                let (left, right) = (
                    PySet::from_items(self, x.iter().cloned())?,
                    PySet::from_items(self, y.iter().cloned())?,
                );
                for item in x {
                    if !right.contains(self, &item)? {
                        result.add(self, item)?;
                    }
                }
                for item in y {
                    if !left.contains(self, &item)? {
                        result.add(self, item)?;
                    }
                }
            }
            _ => {
                let right = PySet::from_items(self, y)?;
                let keep = op == Binary::BitAnd;
                for item in x {
                    if right.contains(self, &item)? == keep {
                        result.add(self, item)?;
                    }
                }
            }
        }
        Ok(result)
    }

    fn big_ints(&mut self, op: Binary, a: &Value, b: &Value) -> PyResult {
        let (Some(x), Some(y)) = (to_bigint(a), to_bigint(b)) else {
            return Err(self.operands(op.symbol(), a, b));
        };
        if let (Value::Bool(p), Value::Bool(q)) = (a, b) {
            match op {
                Binary::BitAnd => return Ok(Value::Bool(p & q)),
                Binary::BitOr => return Ok(Value::Bool(p | q)),
                Binary::BitXor => return Ok(Value::Bool(p ^ q)),
                _ => {}
            }
        }
        bigint_op(op, x, y)
    }

    fn floats(&mut self, op: Binary, a: &Value, b: &Value) -> PyResult<Option<Value>> {
        let (Some(x), Some(y)) = (to_f64(a), to_f64(b)) else {
            return Ok(None);
        };
        if !x.is_finite() && matches!(a, Value::BigInt(_))
            || !y.is_finite() && matches!(b, Value::BigInt(_))
        {
            return Err(raise("OverflowError", "int too large to convert to float"));
        }
        let zero = |text: &str| raise("ZeroDivisionError", text);
        Ok(Some(Value::Float(match op {
            Binary::Add => x + y,
            Binary::Sub => x - y,
            Binary::Mul => x * y,
            Binary::Div if y == 0.0 => return Err(zero("float division by zero")),
            Binary::Div => x / y,
            Binary::FloorDiv if y == 0.0 => return Err(zero("float floor division by zero")),
            Binary::FloorDiv => float_divmod(x, y).0,
            Binary::Mod if y == 0.0 => return Err(zero("float modulo")),
            Binary::Mod => float_divmod(x, y).1,
            Binary::Pow => return float_pow(x, y).map(Some),
            _ => return Ok(None),
        })))
    }

    /// `-a`, `+a`, `~a`
    pub(crate) fn unary(&mut self, op: Unary, value: &Value) -> PyResult {
        let (name, symbol) = match op {
            Unary::Minus => ("__neg__", "-"),
            Unary::Plus => ("__pos__", "+"),
            Unary::Invert => ("__invert__", "~"),
            Unary::Not => return Ok(Value::Bool(!self.truthy(value)?)),
        };
        match (op, value) {
            (Unary::Minus, Value::Int(number)) => {
                return Ok(match number.checked_neg() {
                    Some(number) => Value::Int(number),
                    None => Value::int(-BigInt::from(*number)),
                });
            }
            (Unary::Minus, Value::Float(number)) => return Ok(Value::Float(-number)),
            (Unary::Minus, Value::BigInt(number)) => return Ok(Value::int(-(**number).clone())),
            (Unary::Minus, Value::Bool(flag)) => return Ok(Value::Int(-i64::from(*flag))),
            (Unary::Plus, Value::Int(_) | Value::Float(_) | Value::BigInt(_)) => {
                return Ok(value.clone());
            }
            (Unary::Plus, Value::Bool(flag)) => return Ok(Value::Int(i64::from(*flag))),
            (Unary::Invert, Value::Int(number)) => return Ok(Value::Int(!number)),
            (Unary::Invert, Value::Bool(flag)) => return Ok(Value::Int(!i64::from(*flag))),
            (Unary::Invert, Value::BigInt(number)) => {
                return Ok(Value::int(-(**number).clone() - 1));
            }
            (_, Value::Absent(absent)) => return Err(self.absent_used(absent)),
            _ => {}
        }
        if let Some(method) = self.special_method(value, name)? {
            return self.call(&method, Vec::new(), Vec::new());
        }
        Err(raise(
            "TypeError",
            format!(
                "bad operand type for unary {symbol}: '{}'",
                self.type_name(value)
            ),
        ))
    }
}

fn has_reflected(vm: &Vm, value: &Value, name: &str) -> bool {
    matches!(value, Value::Instance(_)) && vm.class_of(value).lookup(name).is_some()
        || matches!(value, Value::Absent(_))
}

/// Values that `|` joins to a union type.
fn is_type_like(value: &Value) -> bool {
    match value {
        Value::Class(class) => class
            .metaclass()
            .is_none_or(|meta| meta.lookup("__or__").is_none()),
        Value::None => true,
        _ => false,
    }
}

pub(crate) fn bytes_of(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::Bytes(data) => Some(data.to_vec()),
        Value::ByteArray(data) => Some(data.borrow().clone()),
        Value::Instance(instance) => bytes_of(&instance.inner()?),
        _ => None,
    }
}

/// The items of a set or of a view that is like a set.
pub(crate) fn set_items(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Set(set) | Value::FrozenSet(set) => Some(set.items()),
        Value::DictView(view) => match view.kind {
            DictViewKind::Keys => Some(view.dict.keys()),
            DictViewKind::Items => Some(
                view.dict
                    .items()
                    .into_iter()
                    .map(|(key, value)| Value::tuple(vec![key, value]))
                    .collect(),
            ),
            DictViewKind::Values => None,
        },
        Value::Instance(instance) => set_items(&instance.inner()?),
        _ => None,
    }
}
