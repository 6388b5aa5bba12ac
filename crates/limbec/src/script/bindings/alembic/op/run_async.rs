//! `op.run_async`

use limbec_python::{Args, Bound, PyResult, Value, Vm};

use super::super::bridge;
use super::operations;

/// Calls an asynchronous function with the connection and waits for it.
pub(super) fn run_async(vm: &mut Vm, this: &Value, bound: &Bound) -> PyResult {
    let context = operations::of(vm, this)?.context(vm)?;
    let connection = bridge::async_connection(vm, &context.bind())?;
    let mut pos = vec![connection];
    pos.extend(bound.varargs().iter().cloned());
    let function = bound.get("async_function").clone();
    let awaitable = vm.call_args(&function, Args::new(pos, bound.kwargs().to_vec()))?;
    vm.run_awaitable(&awaitable)
}
