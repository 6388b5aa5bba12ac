//! The methods that only `bytearray` has.

use std::rc::Rc;

use super::bytes_type::byte_items;
use super::{arity, index_arg};
use crate::args::Args;
use crate::error::{PyResult, raise};
use crate::eval::ops::bytes_of;
use crate::value::Value;
use crate::vm::Vm;

pub(super) fn array(args: &Args) -> PyResult<Rc<std::cell::RefCell<Vec<u8>>>> {
    match args.pos.first().map(Value::unwrap_inner) {
        Some(Value::ByteArray(data)) => Ok(data),
        _ => Err(raise(
            "TypeError",
            "this method requires a 'bytearray' object",
        )),
    }
}

/// One byte, of a number.
fn one_byte(vm: &mut Vm, value: &Value) -> PyResult<u8> {
    let number = index_arg(vm, value)?;
    u8::try_from(number).map_err(|_| raise("ValueError", "byte must be in range(0, 256)"))
}

pub(super) fn append(vm: &mut Vm, args: Args) -> PyResult {
    arity("append", &args, 1, 1)?;
    let byte = one_byte(vm, &args.pos[1])?;
    array(&args)?.borrow_mut().push(byte);
    Ok(Value::None)
}

pub(super) fn insert(vm: &mut Vm, args: Args) -> PyResult {
    arity("insert", &args, 2, 2)?;
    let place = index_arg(vm, &args.pos[1])?;
    let byte = one_byte(vm, &args.pos[2])?;
    let data = array(&args)?;
    let len = data.borrow().len() as i64;
    let place = if place < 0 { place + len } else { place }.clamp(0, len);
    data.borrow_mut().insert(place as usize, byte);
    Ok(Value::None)
}

pub(super) fn remove(vm: &mut Vm, args: Args) -> PyResult {
    arity("remove", &args, 1, 1)?;
    let byte = one_byte(vm, &args.pos[1])?;
    let data = array(&args)?;
    let place = data.borrow().iter().position(|other| *other == byte);
    match place {
        Some(place) => {
            data.borrow_mut().remove(place);
            Ok(Value::None)
        }
        None => Err(raise("ValueError", "value not found in bytearray")),
    }
}

pub(super) fn extend(vm: &mut Vm, args: Args) -> PyResult {
    arity("extend", &args, 1, 1)?;
    let data = match bytes_of(&args.pos[1]) {
        Some(data) => data,
        None => byte_items(vm, &args.pos[1])?,
    };
    array(&args)?.borrow_mut().extend(data);
    Ok(Value::None)
}

pub(super) fn pop(_: &mut Vm, args: Args) -> PyResult {
    match array(&args)?.borrow_mut().pop() {
        Some(byte) => Ok(Value::Int(i64::from(byte))),
        None => Err(raise("IndexError", "pop from empty bytearray")),
    }
}

pub(super) fn clear(_: &mut Vm, args: Args) -> PyResult {
    array(&args)?.borrow_mut().clear();
    Ok(Value::None)
}
