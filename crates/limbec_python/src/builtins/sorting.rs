//! `sorted()` and `list.sort()`.

use super::functions::one;
use super::{index_arg, take_kw};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::ir::Compare;
use crate::value::Value;
use crate::vm::Vm;

pub(super) fn sorted(vm: &mut Vm, mut args: Args) -> PyResult {
    let key = take_kw(&mut args, "key");
    let reverse = take_kw(&mut args, "reverse");
    if args.pos.len() != 1 {
        return Err(raise(
            "TypeError",
            format!("sorted expected 1 argument, got {}", args.pos.len()),
        ));
    }
    let items = vm.iterate(&one("sorted", &args)?)?;
    let reverse = match reverse {
        Some(reverse) => index_arg(vm, &reverse)? != 0,
        None => false,
    };
    sort(vm, items, key.filter(|key| !key.is_none()), reverse).map(Value::list)
}

/// A stable sort, as Python's.
pub(super) fn sort(
    vm: &mut Vm,
    items: Vec<Value>,
    key: Option<Value>,
    reverse: bool,
) -> PyResult<Vec<Value>> {
    let mut ranked = Vec::with_capacity(items.len());
    for item in items {
        let rank = match &key {
            Some(key) => vm.call(key, vec![item.clone()], Vec::new())?,
            None => item.clone(),
        };
        ranked.push((rank, item));
    }
    if reverse {
        ranked.reverse();
    }
    let mut ranked = if sort_plain(&mut ranked) {
        ranked
    } else {
        merge_sort(vm, ranked)?
    };
    if reverse {
        ranked.reverse();
    }
    Ok(ranked.into_iter().map(|(_, item)| item).collect())
}

/// Sort by keys that are all strings or all small numbers, whose order cannot fail; whether they are.
fn sort_plain(ranked: &mut [(Value, Value)]) -> bool {
    let all = |test: fn(&Value) -> bool| ranked.iter().all(|(rank, _)| test(rank));
    if all(|rank| matches!(rank, Value::Str(_))) {
        ranked.sort_by(|(a, _), (b, _)| match (a, b) {
            (Value::Str(a), Value::Str(b)) => a.cmp(b),
            _ => std::cmp::Ordering::Equal,
        });
        return true;
    }
    if all(|rank| matches!(rank, Value::Int(_))) {
        ranked.sort_by_key(|(rank, _)| match rank {
            Value::Int(number) => *number,
            _ => 0,
        });
        return true;
    }
    false
}

/// The standard sort needs an order that cannot fail, and `__lt__` can; so this is a plain merge sort.
fn merge_sort(vm: &mut Vm, mut items: Vec<(Value, Value)>) -> PyResult<Vec<(Value, Value)>> {
    if items.len() < 2 {
        return Ok(items);
    }
    let right = items.split_off(items.len() / 2);
    let left = merge_sort(vm, items)?;
    let right = merge_sort(vm, right)?;
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some((a, _)), Some((b, _))) = (left.peek(), right.peek()) {
        let result = vm.compare(Compare::Lt, b, a)?;
        let taken = if vm.truthy(&result)? {
            right.next()
        } else {
            left.next()
        };
        merged.extend(taken);
    }
    merged.extend(left);
    merged.extend(right);
    Ok(merged)
}
