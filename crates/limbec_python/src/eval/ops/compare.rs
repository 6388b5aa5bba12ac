//! Comparisons: `==`, `<` and their like.

use std::rc::Rc;

use super::{bytes_of, set_items};
use crate::error::{PyResult, raise};
use crate::ir::Compare;
use crate::value::hash::{int_eq_float, quick_eq};
use crate::value::number::to_bigint;
use crate::value::{PyDict, PySet, Value};
use crate::vm::Vm;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

impl Vm {
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
        let is_same = a.is(b);
        if let Some(absent) = told_apart(a, b).or_else(|| told_apart(b, a))
            && !self.assumes(absent, "it is taken to be equal to nothing but itself")
        {
            return Err(self.absent_used(absent));
        }
        match op {
            Compare::Eq => Ok(Value::Bool(is_same)),
            Compare::NotEq => Ok(Value::Bool(!is_same)),
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
            // The items of a dict may have values that cannot be hashed; those are looked for one by one.
            let hashed = match PySet::from_items(self, large.iter().cloned()) {
                Ok(set) => Some(set),
                Err(error) if self.error_is(&error, "TypeError") => None,
                Err(error) => return Err(error),
            };
            for item in &small {
                let found = match &hashed {
                    Some(set) => set.contains(self, item)?,
                    None => {
                        let mut found = false;
                        for other in &large {
                            found = found || self.eq(item, other)?;
                        }
                        found
                    }
                };
                if !found {
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
}

pub(super) fn number_order(a: &Value, b: &Value) -> Option<std::cmp::Ordering> {
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
pub(super) fn float_order(float: f64, int: &BigInt) -> Option<std::cmp::Ordering> {
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

/// What is absent, where it is compared with a value: whether they are equal is not known. Types of annotations are told apart
/// by what they are.
fn told_apart<'v>(one: &'v Value, other: &Value) -> Option<&'v std::rc::Rc<crate::value::Absent>> {
    let is_type_like = matches!(
        other,
        Value::None | Value::Class(_) | Value::Function(_) | Value::Absent(_) | Value::Ellipsis
    );
    match one {
        Value::Absent(absent) if !is_type_like => Some(absent),
        _ => None,
    }
}
