//! Operators.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::args::Args;
use crate::error::{PyError, PyResult, raise};
use crate::ir::{Binary, Compare, Unary};
use crate::value::hash::{int_eq_float, quick_eq};
use crate::value::number::{to_bigint, to_f64};
use crate::value::{DictView, DictViewKind, PyDict, PySet, Value};
use crate::vm::Vm;

impl Binary {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::MatMul => "@",
            Self::Div => "/",
            Self::Mod => "%",
            Self::Pow => "** or pow()",
            Self::LShift => "<<",
            Self::RShift => ">>",
            Self::BitOr => "|",
            Self::BitXor => "^",
            Self::BitAnd => "&",
            Self::FloorDiv => "//",
        }
    }

    /// The method's name without underscores.
    pub(crate) fn method(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Sub => "sub",
            Self::Mul => "mul",
            Self::MatMul => "matmul",
            Self::Div => "truediv",
            Self::Mod => "mod",
            Self::Pow => "pow",
            Self::LShift => "lshift",
            Self::RShift => "rshift",
            Self::BitOr => "or",
            Self::BitXor => "xor",
            Self::BitAnd => "and",
            Self::FloorDiv => "floordiv",
        }
    }

    pub(crate) const ALL: [Self; 13] = [
        Self::Add,
        Self::Sub,
        Self::Mul,
        Self::MatMul,
        Self::Div,
        Self::Mod,
        Self::Pow,
        Self::LShift,
        Self::RShift,
        Self::BitOr,
        Self::BitXor,
        Self::BitAnd,
        Self::FloorDiv,
    ];

    fn names(self) -> [&'static str; 3] {
        match self {
            Self::Add => ["__add__", "__radd__", "__iadd__"],
            Self::Sub => ["__sub__", "__rsub__", "__isub__"],
            Self::Mul => ["__mul__", "__rmul__", "__imul__"],
            Self::MatMul => ["__matmul__", "__rmatmul__", "__imatmul__"],
            Self::Div => ["__truediv__", "__rtruediv__", "__itruediv__"],
            Self::Mod => ["__mod__", "__rmod__", "__imod__"],
            Self::Pow => ["__pow__", "__rpow__", "__ipow__"],
            Self::LShift => ["__lshift__", "__rlshift__", "__ilshift__"],
            Self::RShift => ["__rshift__", "__rrshift__", "__irshift__"],
            Self::BitOr => ["__or__", "__ror__", "__ior__"],
            Self::BitXor => ["__xor__", "__rxor__", "__ixor__"],
            Self::BitAnd => ["__and__", "__rand__", "__iand__"],
            Self::FloorDiv => ["__floordiv__", "__rfloordiv__", "__ifloordiv__"],
        }
    }
}

impl Compare {
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::NotEq => "!=",
            Self::Lt => "<",
            Self::LtE => "<=",
            Self::Gt => ">",
            Self::GtE => ">=",
            Self::Is => "is",
            Self::IsNot => "is not",
            Self::In => "in",
            Self::NotIn => "not in",
        }
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::NotEq => ("__ne__", "__ne__"),
            Self::Lt => ("__lt__", "__gt__"),
            Self::LtE => ("__le__", "__ge__"),
            Self::Gt => ("__gt__", "__lt__"),
            Self::GtE => ("__ge__", "__le__"),
            _ => ("__eq__", "__eq__"),
        }
    }

    fn of_order(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Lt => order.is_lt(),
            Self::LtE => order.is_le(),
            Self::Gt => order.is_gt(),
            Self::GtE => order.is_ge(),
            Self::NotEq => order.is_ne(),
            _ => order.is_eq(),
        }
    }
}

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
                let mut items = x.borrow().clone();
                items.extend(y.borrow().iter().cloned());
                Value::list(items)
            }
            (V::Tuple(x), V::Tuple(y)) => {
                let items: Vec<Value> = x.iter().chain(y.iter()).cloned().collect();
                Value::tuple(items)
            }
            (V::Bytes(_) | V::ByteArray(_), V::Bytes(_) | V::ByteArray(_)) => {
                let (Some(x), Some(y)) = (bytes_of(a), bytes_of(b)) else {
                    return Ok(None);
                };
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
        let check = |len: usize| {
            if len.saturating_mul(times) > MOST_ITEMS {
                Err(raise("MemoryError", ""))
            } else {
                Ok(())
            }
        };
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
        if items.len().saturating_mul(times) > MOST_ITEMS {
            return Err(raise("MemoryError", ""));
        }
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

    /// A comparison; the result need not be a `bool`.
    ///
    /// # Errors
    /// `TypeError` when the operands have no order; whatever their methods raise.
    pub fn compare(&mut self, op: Compare, a: &Value, b: &Value) -> PyResult {
        match op {
            Compare::Is => return Ok(Value::Bool(a.is(b))),
            Compare::IsNot => return Ok(Value::Bool(!a.is(b))),
            Compare::In => return self.contains(b, a).map(Value::Bool),
            Compare::NotIn => return self.contains(b, a).map(|found| Value::Bool(!found)),
            Compare::Eq | Compare::NotEq => {
                if let Some(same) = quick_eq(a, b) {
                    return Ok(Value::Bool(same == (op == Compare::Eq)));
                }
            }
            _ => {}
        }
        if let Some(result) = self.builtin_compare(op, a, b)? {
            return Ok(Value::Bool(result));
        }
        let (forward, backward) = op.names();
        let instances = matches!(a, Value::Instance(_) | Value::Class(_) | Value::Absent(_))
            || matches!(b, Value::Instance(_) | Value::Class(_) | Value::Absent(_));
        if instances && let Some(result) = self.compare_methods(op, forward, backward, a, b)? {
            return Ok(result);
        }
        match op {
            Compare::Eq => Ok(Value::Bool(a.is(b))),
            Compare::NotEq => Ok(Value::Bool(!a.is(b))),
            _ => Err(raise(
                "TypeError",
                format!(
                    "'{}' not supported between instances of '{}' and '{}'",
                    op.symbol(),
                    self.type_name(a),
                    self.type_name(b)
                ),
            )),
        }
    }

    fn compare_methods(
        &mut self,
        op: Compare,
        forward: &str,
        backward: &str,
        a: &Value,
        b: &Value,
    ) -> PyResult<Option<Value>> {
        if !matches!(op, Compare::Eq | Compare::NotEq) {
            for side in [a, b] {
                if let Value::Absent(absent) = side {
                    return Err(self.absent_used(absent));
                }
            }
        }
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let right_first = !Rc::ptr_eq(&class_a, &class_b) && class_b.is_subclass(&class_a);
        let order = if right_first {
            [(b, a, &class_b, backward), (a, b, &class_a, forward)]
        } else {
            [(a, b, &class_a, forward), (b, a, &class_b, backward)]
        };
        for (this, other, class, name) in order {
            if let Some(method) = class.lookup(name)
                && let Some(result) = self.try_method(&method, this, other)?
            {
                return Ok(Some(result));
            }
        }
        Ok(None)
    }

    /// Comparison of values of builtin types; `None` when it takes methods or there is none.
    pub(crate) fn builtin_compare(
        &mut self,
        op: Compare,
        a: &Value,
        b: &Value,
    ) -> PyResult<Option<bool>> {
        use Value as V;
        Ok(Some(match (a, b) {
            (V::Int(x), V::Int(y)) => op.of_order(x.cmp(y)),
            (V::Str(x), V::Str(y)) => op.of_order(x.cmp(y)),
            (V::Float(x), V::Float(y)) => match x.partial_cmp(y) {
                Some(order) => op.of_order(order),
                None => op == Compare::NotEq,
            },
            (
                V::Int(_) | V::Bool(_) | V::BigInt(_) | V::Float(_),
                V::Int(_) | V::Bool(_) | V::BigInt(_) | V::Float(_),
            ) => match number_order(a, b) {
                Some(order) => op.of_order(order),
                None => op == Compare::NotEq,
            },
            (V::Bytes(_) | V::ByteArray(_), V::Bytes(_) | V::ByteArray(_)) => {
                op.of_order(bytes_of(a).cmp(&bytes_of(b)))
            }
            (V::List(x), V::List(y)) => {
                let (x, y) = (x.borrow().clone(), y.borrow().clone());
                return self.compare_sequences(op, &x, &y).map(Some);
            }
            (V::Tuple(x), V::Tuple(y)) => {
                return self.compare_sequences(op, x, y).map(Some);
            }
            (V::Dict(x), V::Dict(y)) => match op {
                Compare::Eq => self.equal_dicts(x, y)?,
                Compare::NotEq => !self.equal_dicts(x, y)?,
                _ => return Ok(None),
            },
            (V::Range(x), V::Range(y)) => {
                let same = x.len() == y.len()
                    && (x.is_empty() || (x.start == y.start && (x.len() == 1 || x.step == y.step)));
                match op {
                    Compare::Eq => same,
                    Compare::NotEq => !same,
                    _ => return Ok(None),
                }
            }
            (V::Slice(x), V::Slice(y)) if matches!(op, Compare::Eq | Compare::NotEq) => {
                let mut same = true;
                for (x, y) in [(&x.start, &y.start), (&x.stop, &y.stop), (&x.step, &y.step)] {
                    same = same && self.eq(x, y)?;
                }
                same == (op == Compare::Eq)
            }
            (V::BoundMethod(x), V::BoundMethod(y))
                if matches!(op, Compare::Eq | Compare::NotEq) =>
            {
                let same = x.this.is(&y.this) && x.function.is(&y.function);
                same == (op == Compare::Eq)
            }
            _ => {
                let (Some(x), Some(y)) = (set_items(a), set_items(b)) else {
                    return Ok(None);
                };
                return self.compare_sets(op, x, y).map(Some);
            }
        }))
    }

    fn compare_sequences(&mut self, op: Compare, x: &[Value], y: &[Value]) -> PyResult<bool> {
        if matches!(op, Compare::Eq | Compare::NotEq) && x.len() != y.len() {
            return Ok(op == Compare::NotEq);
        }
        self.enter()?;
        let mut result = Ok(None);
        for (a, b) in x.iter().zip(y) {
            match self.eq(a, b) {
                Ok(true) => {}
                Ok(false) => {
                    result = match op {
                        Compare::Eq => Ok(Some(false)),
                        Compare::NotEq => Ok(Some(true)),
                        _ => match self.compare(op, a, b) {
                            Ok(result) => self.truthy(&result).map(Some),
                            Err(error) => Err(error),
                        },
                    };
                    break;
                }
                Err(error) => {
                    result = Err(error);
                    break;
                }
            }
        }
        self.leave();
        Ok(result?.unwrap_or_else(|| op.of_order(x.len().cmp(&y.len()))))
    }

    fn equal_dicts(&mut self, x: &Rc<PyDict>, y: &Rc<PyDict>) -> PyResult<bool> {
        if x.len() != y.len() {
            return Ok(false);
        }
        self.enter()?;
        let mut result = Ok(true);
        for (key, value) in x.items() {
            let same = match y.get(self, &key) {
                Ok(Some(other)) => self.eq(&value, &other),
                Ok(None) => Ok(false),
                Err(error) => Err(error),
            };
            if !matches!(same, Ok(true)) {
                result = same;
                break;
            }
        }
        self.leave();
        result
    }

    fn compare_sets(&mut self, op: Compare, x: Vec<Value>, y: Vec<Value>) -> PyResult<bool> {
        let (small, large) = match op {
            Compare::Gt | Compare::GtE => (y, x),
            _ => (x, y),
        };
        let (few, many) = (small.len(), large.len());
        let fits = match op {
            Compare::Eq | Compare::NotEq => few == many,
            Compare::Lt | Compare::Gt => few < many,
            _ => few <= many,
        };
        let mut inside = fits;
        if fits {
            let large = PySet::from_items(self, large)?;
            for item in &small {
                if !large.contains(self, item)? {
                    inside = false;
                    break;
                }
            }
        }
        Ok(inside != (op == Compare::NotEq))
    }

    /// `a == b` as containers ask it: identity comes first.
    ///
    /// # Errors
    /// Whatever `__eq__` raises.
    pub fn eq(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if let Some(same) = quick_eq(a, b) {
            return Ok(same || a.is(b));
        }
        if a.is(b) {
            return Ok(true);
        }
        match self.compare(Compare::Eq, a, b)? {
            Value::Bool(flag) => Ok(flag),
            other => self.truthy(&other),
        }
    }

    /// `item in container`
    ///
    /// # Errors
    /// `TypeError` when the container is none; whatever its methods raise.
    pub fn contains(&mut self, container: &Value, item: &Value) -> PyResult<bool> {
        match container {
            Value::Str(text) => match item.as_str() {
                Some(part) => Ok(text.contains(&*part)),
                None => Err(raise(
                    "TypeError",
                    format!(
                        "'in <string>' requires string as left operand, not {}",
                        self.type_name(item)
                    ),
                )),
            },
            Value::List(items) => {
                let items = items.borrow().clone();
                self.any_equal(&items, item)
            }
            Value::Tuple(items) => self.any_equal(items, item),
            Value::Dict(dict) => dict.clone().contains(self, item),
            Value::Set(set) | Value::FrozenSet(set) => {
                if let Value::Set(inner) = item {
                    // A set is looked for as if it were frozen.
                    let frozen = Value::FrozenSet(inner.clone());
                    return set.clone().contains(self, &frozen);
                }
                set.clone().contains(self, item)
            }
            Value::Range(range) => match item {
                Value::Int(_) | Value::Bool(_) => Ok(range.contains(item.as_int().unwrap_or(0))),
                other => {
                    let items = self.iterate(container)?;
                    self.any_equal(&items, other)
                }
            },
            Value::Bytes(_) | Value::ByteArray(_) => {
                let data = bytes_of(container).unwrap_or_default();
                match (item.as_int(), bytes_of(item)) {
                    (Some(byte), _) => Ok(data.iter().any(|b| i64::from(*b) == byte)),
                    (_, Some(part)) => Ok(
                        part.is_empty() || data.windows(part.len()).any(|window| window == part)
                    ),
                    _ => Err(raise(
                        "TypeError",
                        format!(
                            "a bytes-like object is required, not '{}'",
                            self.type_name(item)
                        ),
                    )),
                }
            }
            Value::DictView(view) => {
                let view: Rc<DictView> = view.clone();
                match view.kind {
                    DictViewKind::Keys => view.dict.contains(self, item),
                    DictViewKind::Values => {
                        let values = view.dict.values();
                        self.any_equal(&values, item)
                    }
                    DictViewKind::Items => match item {
                        Value::Tuple(pair) if pair.len() == 2 => {
                            match view.dict.get(self, &pair[0])? {
                                Some(value) => self.eq(&value, &pair[1]),
                                None => Ok(false),
                            }
                        }
                        _ => Ok(false),
                    },
                }
            }
            Value::Absent(absent) => Err(self.absent_used(absent)),
            other => {
                if let Some(method) = self.special_method(other, "__contains__")? {
                    let result = self.call(&method, vec![item.clone()], Vec::new())?;
                    return self.truthy(&result);
                }
                if !self.is_iterable(other)? {
                    return Err(raise(
                        "TypeError",
                        format!(
                            "argument of type '{}' is not iterable",
                            self.type_name(other)
                        ),
                    ));
                }
                let iter = self.iter(other)?;
                while let Some(value) = self.next(&iter)? {
                    if self.eq(&value, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
        }
    }

    fn any_equal(&mut self, items: &[Value], item: &Value) -> PyResult<bool> {
        for other in items {
            if other.is(item) || self.eq(other, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// More items than a script can mean.
const MOST_ITEMS: usize = 1 << 28;

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

fn number_order(a: &Value, b: &Value) -> Option<std::cmp::Ordering> {
    match (a, b) {
        (Value::Float(x), Value::Float(y)) => x.partial_cmp(y),
        (Value::Float(x), other) => float_order(*x, &to_bigint(other)?),
        (other, Value::Float(y)) => {
            float_order(*y, &to_bigint(other)?).map(std::cmp::Ordering::reverse)
        }
        _ => Some(to_bigint(a)?.cmp(&to_bigint(b)?)),
    }
}

/// Exact order of a float and an integer.
fn float_order(float: f64, int: &BigInt) -> Option<std::cmp::Ordering> {
    use std::cmp::Ordering;
    if float.is_nan() {
        return None;
    }
    if float.is_infinite() {
        return Some(if float > 0.0 {
            Ordering::Greater
        } else {
            Ordering::Less
        });
    }
    if let Some(small) = int.to_i64()
        && int_eq_float(small, float)
    {
        return Some(Ordering::Equal);
    }
    let whole: BigInt = num_traits::FromPrimitive::from_f64(float.trunc())?;
    Some(match whole.cmp(int) {
        Ordering::Equal if float.fract() > 0.0 => Ordering::Greater,
        Ordering::Equal if float.fract() < 0.0 => Ordering::Less,
        order => order,
    })
}

fn small_ints(op: Binary, x: i64, y: i64) -> PyResult {
    let fast = match op {
        Binary::Add => x.checked_add(y),
        Binary::Sub => x.checked_sub(y),
        Binary::Mul => x.checked_mul(y),
        Binary::BitOr => Some(x | y),
        Binary::BitXor => Some(x ^ y),
        Binary::BitAnd => Some(x & y),
        Binary::FloorDiv if y != 0 => x.checked_div_euclid(y).map(|_| {
            let quotient = x.wrapping_div(y);
            if x % y != 0 && ((x < 0) != (y < 0)) {
                quotient - 1
            } else {
                quotient
            }
        }),
        Binary::Mod if y != 0 && y != -1 => {
            let rest = x % y;
            Some(if rest != 0 && ((rest < 0) != (y < 0)) {
                rest + y
            } else {
                rest
            })
        }
        _ => None,
    };
    match fast {
        Some(result) => Ok(Value::Int(result)),
        None => bigint_op(op, BigInt::from(x), BigInt::from(y)),
    }
}

fn bigint_op(op: Binary, x: BigInt, y: BigInt) -> PyResult {
    let zero = |text: &str| Err(raise("ZeroDivisionError", text));
    Ok(Value::int(match op {
        Binary::Add => x + y,
        Binary::Sub => x - y,
        Binary::Mul => x * y,
        Binary::BitOr => x | y,
        Binary::BitXor => x ^ y,
        Binary::BitAnd => x & y,
        Binary::FloorDiv if y.is_zero() => return zero("integer division or modulo by zero"),
        Binary::FloorDiv => num_integer::Integer::div_floor(&x, &y),
        Binary::Mod if y.is_zero() => return zero("integer modulo by zero"),
        Binary::Mod => num_integer::Integer::mod_floor(&x, &y),
        Binary::Div if y.is_zero() => return zero("division by zero"),
        Binary::Div => return true_divide(&x, &y),
        Binary::Pow => return int_pow(&x, &y),
        Binary::LShift | Binary::RShift => {
            if y.is_negative() {
                return Err(raise("ValueError", "negative shift count"));
            }
            let count = y.to_usize().unwrap_or(usize::MAX);
            if op == Binary::RShift {
                if count as u64 > x.bits() + 1 {
                    return Ok(Value::Int(if x.is_negative() { -1 } else { 0 }));
                }
                x >> count
            } else if x.is_zero() {
                x
            } else if count > 1 << 26 {
                return Err(raise("MemoryError", ""));
            } else {
                x << count
            }
        }
        Binary::MatMul => {
            return Err(raise(
                "TypeError",
                "unsupported operand type(s) for @: 'int' and 'int'",
            ));
        }
    }))
}

/// `x / y` of integers, rounded once.
fn true_divide(x: &BigInt, y: &BigInt) -> PyResult {
    const EXACT: u64 = 53;
    if x.bits() <= EXACT && y.bits() <= EXACT {
        let (x, y) = (x.to_f64().unwrap_or(0.0), y.to_f64().unwrap_or(1.0));
        return Ok(Value::Float(x / y));
    }
    // Scale so that the quotient has 64 bits or more, keep whether a rest was lost, and round that.
    let shift = 66 - (x.bits() as i64 - y.bits() as i64);
    let (top, bottom) = if shift >= 0 {
        (x.abs() << shift as usize, y.abs())
    } else {
        (x.abs(), y.abs() << (-shift) as usize)
    };
    let (quotient, rest) = num_integer::Integer::div_rem(&top, &bottom);
    let sticky = if rest.is_zero() {
        quotient
    } else {
        quotient | BigInt::from(1)
    };
    let negative = x.is_negative() != y.is_negative();
    let value = sticky.to_f64().unwrap_or(f64::INFINITY);
    let exponent = i32::try_from(-shift).unwrap_or(i32::MAX);
    let scaled = scale(value, exponent);
    if scaled.is_infinite() {
        return Err(raise(
            "OverflowError",
            "integer division result too large for a float",
        ));
    }
    Ok(Value::Float(if negative { -scaled } else { scaled }))
}

/// `value * 2**exponent`
pub(crate) fn scale(mut value: f64, mut exponent: i32) -> f64 {
    while exponent > 1000 && value.is_finite() && value != 0.0 {
        value *= 2f64.powi(1000);
        exponent -= 1000;
    }
    while exponent < -1000 && value != 0.0 {
        value *= 2f64.powi(-1000);
        exponent += 1000;
    }
    value * 2f64.powi(exponent)
}

fn int_pow(base: &BigInt, exponent: &BigInt) -> PyResult {
    if exponent.is_negative() {
        let (base, exponent) = (
            base.to_f64().unwrap_or(f64::INFINITY),
            exponent.to_f64().unwrap_or(f64::NEG_INFINITY),
        );
        return float_pow(base, exponent);
    }
    let Some(exponent) = exponent.to_u32() else {
        return Err(raise("MemoryError", ""));
    };
    if base.bits().saturating_mul(u64::from(exponent)) > 1 << 26 {
        return Err(raise("MemoryError", ""));
    }
    Ok(Value::int(num_traits::Pow::pow(base, exponent)))
}

fn float_pow(x: f64, y: f64) -> PyResult {
    if x == 0.0 && y < 0.0 {
        return Err(raise(
            "ZeroDivisionError",
            "0.0 cannot be raised to a negative power",
        ));
    }
    if x < 0.0 && y.fract() != 0.0 && x.is_finite() && y.is_finite() {
        return Err(crate::error::unsupported("complex numbers"));
    }
    let result = x.powf(y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(raise(
            "OverflowError",
            "(34, 'Numerical result out of range')",
        ));
    }
    Ok(Value::Float(result))
}

/// Quotient and rest as Python has them: the rest has the sign of the divisor.
pub(crate) fn float_divmod(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest != 0.0 {
        if (y < 0.0) != (rest < 0.0) {
            rest += y;
            quotient -= 1.0;
        }
    } else {
        rest = 0f64.copysign(y);
    }
    let floor = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        }
    } else {
        0f64.copysign(x / y)
    };
    (floor, rest)
}
